import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { Auditkeuzeantwoord, Auditregelantwoord } from '#http/api/toezicht/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { type Rol, rolnaam } from '../api/sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Filtervak } from '../onderdelen/Filtervak.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Ketencontrole } from './Ketencontrole.tsx'
import { gebruikPeriode, Periodebalk } from './Periodebalk.tsx'
import { Persoonkeuze } from './Persoonkeuze.tsx'
import { ToezichtKader } from './ToezichtKader.tsx'

const filters = ['medewerker', 'soort', 'uitkomst', 'inwoner'] as const

/** Wie wat deed, wanneer en waarom. Ook dit lezen komt in het logboek. */
export function LogboekPagina() {
  const [periode] = gebruikPeriode()
  const [delen, zet] = useSearchParams()
  const filter = Object.fromEntries(filters.map((f) => [f, delen.get(f) || null])) as Record<(typeof filters)[number], string | null>
  const wijzig = (nieuw: Partial<typeof filter>) => {
    const samen = { ...filter, ...nieuw }
    const gezet = filters.flatMap((f) => (samen[f] ? [[f, samen[f]] as const] : []))
    zet({ ...periode, ...Object.fromEntries(gezet) }, { replace: true, preventScrollReset: true })
  }
  const keuzes = useQuery({ queryKey: ['toezicht', 'auditkeuzes'], queryFn: () => roepApi<Auditkeuzeantwoord>('GET', '/auditkeuzes') })
  const lijst = gebruikLijst<Auditregelantwoord>('/auditregels', {
    sleutel: sleutels.auditregels(),
    telt: true,
    filter: { ...periode, ...filter },
  })
  return (
    <ToezichtKader inleiding="Elke handeling laat een regel na die niemand kan wijzigen. Ook wat u hier bekijkt, komt in het logboek.">
      <Ketencontrole />
      <Filtervak
        gekozen={filters.filter((f) => filter[f]).length}
        opWissen={() => wijzig({ medewerker: null, soort: null, uitkomst: null, inwoner: null })}
      >
        <Periodebalk />
        <Keuzelijst
          label="Medewerker"
          optioneel="vanzelf"
          leeg="Iedereen"
          waarde={filter.medewerker ?? ''}
          opWijzig={(medewerker) => wijzig({ medewerker })}
          opties={[
            { waarde: 'anderen', tekst: 'Iedereen behalve ik' },
            ...(keuzes.data?.waarde.medewerkers ?? []).map((m) => ({
              waarde: m.id,
              tekst: m.actief ? m.naam : `${m.naam} (werkt hier niet meer)`,
            })),
          ]}
        />
        <Keuzelijst
          label="Soort"
          optioneel="vanzelf"
          leeg="Alles"
          waarde={filter.soort ?? ''}
          opWijzig={(soort) => wijzig({ soort })}
          opties={(keuzes.data?.waarde.soorten ?? []).map((s) => ({ waarde: s.soort, tekst: s.tekst }))}
        />
        <Keuzelijst
          label="Uitkomst"
          optioneel="vanzelf"
          leeg="Gelukt en geweigerd"
          waarde={filter.uitkomst ?? ''}
          opWijzig={(uitkomst) => wijzig({ uitkomst })}
          opties={[
            { waarde: 'gelukt', tekst: 'Gelukt' },
            { waarde: 'geweigerd', tekst: 'Geweigerd' },
          ]}
        />
        <div className="tz-over-wie">
          <Persoonkeuze inwoner={filter.inwoner} opKies={(inwoner) => wijzig({ inwoner })} />
        </div>
      </Filtervak>
      <Gegevenstabel
        id="auditregels"
        bijschrift="Regels in het logboek"
        kolommen={kolommen((inwoner) => wijzig({ inwoner }))}
        lijst={lijst}
        sleutel={(r) => r.id}
        leeg={<Leeg titel="Geen regels gevonden">Kies een ruimere periode, of haal een voorwaarde weg.</Leeg>}
      />
    </ToezichtKader>
  )
}

const kolommen = (opPersoon: (inwoner: string) => void): readonly Kolom<Auditregelantwoord>[] => [
  { sleutel: 'op', kop: 'Wanneer', cel: (r) => <span data-eenregel="">{schrijfTijdstip(r.op, '')}</span> },
  {
    sleutel: 'wie',
    kop: 'Wie',
    cel: (r) => (r.wie ? `${r.wie.naam} (${r.rollen.map((rol) => rolnaam(rol as Rol).toLowerCase()).join(', ')})` : 'Het programma'),
  },
  {
    sleutel: 'wat',
    kop: 'Wat',
    cel: (r) => (
      <>
        {r.wat} {r.uitkomst === 'geweigerd' && <Badge soort="fout">geweigerd</Badge>}
      </>
    ),
  },
  { sleutel: 'doel', kop: 'Doel', cel: (r) => (r.reden ? `${r.doel}. Reden: ${r.reden}` : r.doel) },
  {
    sleutel: 'inwoner',
    kop: 'Over',
    cel: (r) =>
      r.inwoner ? (
        <span className="tz-over">
          <Link to={`/inwoners/${r.inwoner}`}>Dossier</Link>
          <Knop soort="stil" opKlik={() => opPersoon(r.inwoner as string)}>
            Alleen deze persoon
          </Knop>
        </span>
      ) : (
        ''
      ),
  },
  { sleutel: 'objecten', kop: 'Waarop', cel: (r) => waarop(r), standaard: false },
  {
    sleutel: 'zegel',
    kop: 'In de keten',
    cel: (r) => (r.zegel === null ? 'nog niet' : `nummer ${r.zegel.toLocaleString('nl-NL')}`),
    standaard: false,
  },
  { sleutel: 'toegangspunt', kop: 'Vanaf', cel: (r) => r.toegangspunt, standaard: false },
  { sleutel: 'correlatie', kop: 'Verzoek', cel: (r) => r.correlatie, standaard: false },
]

/** Soorten met hoeveel er waren; een nummer zegt een lezer niets. */
function waarop({ objecten }: Auditregelantwoord): string {
  const per = new Map<string, number>()
  for (const { soort } of objecten) per.set(soort, (per.get(soort) ?? 0) + 1)
  return [...per].map(([soort, aantal]) => (aantal === 1 ? soort : `${aantal} × ${soort}`)).join(', ')
}
