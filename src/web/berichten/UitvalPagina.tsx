import { useSearchParams } from 'react-router'
import { type Datum, dagnummer } from '#core/base/datum.ts'
import { datumVanTijdstip, parseTijdstip } from '#core/base/tijdstip.ts'
import { uitvalsoorten } from '#core/toewijzing/uitvalwerk.ts'
import type { Uitvalregelantwoord } from '#http/api/berichten/uitvalvormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { naamInKop } from '../dossier/woorden.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Filtervak } from '../onderdelen/Filtervak.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { BerichtenKader } from './BerichtenKader.tsx'
import { Aanbiederveld, Retourcodeveld } from './Codeveld.tsx'
import { adresVanUitval, type Uitvalfilter, uitvalfilterUitAdres, type Uitvalveld } from './uitvalfilter.ts'

/** Wat er mis ging en iemand moet bekijken, het oudste eerst. */
export function UitvalPagina() {
  const sessie = gebruikEigenSessie()
  const [delen, zetDelen] = useSearchParams()
  const filter = uitvalfilterUitAdres(delen)
  const klaar = filter.stand === 'klaar'
  const lijst = gebruikLijst<Uitvalregelantwoord>('/uitval', {
    sleutel: sleutels.uitval(),
    telt: true,
    filter: { ...filter, stand: filter.stand ?? 'open' },
  })
  const wijzig = (nieuw: Partial<Uitvalfilter>) =>
    zetDelen(new URLSearchParams(adresVanUitval({ ...filter, ...nieuw }).split('?')[1] ?? ''), { replace: true, preventScrollReset: true })
  const kies = (veld: Uitvalveld) => (waarde: string) => wijzig({ [veld]: waarde || null })
  const gefilterd = filter.behandelaar !== null || filter.soort !== null || filter.code !== null || filter.aanbieder !== null
  return (
    <BerichtenKader inleiding="Wat in het berichtenverkeer mis ging en door een mens bekeken moet worden. Wat het langst wacht staat bovenaan.">
      <Filtervak gekozen={Object.values(filter).filter((w) => w !== null).length} opWissen={() => zetDelen({}, { replace: true })}>
        <Keuzelijst
          label="Stand"
          optioneel="vanzelf"
          leeg="Open"
          waarde={filter.stand ?? ''}
          opWijzig={kies('stand')}
          opties={[{ waarde: 'klaar', tekst: 'Afgehandeld' }]}
        />
        <Keuzelijst
          label="Van wie"
          optioneel="vanzelf"
          leeg="Van iedereen"
          waarde={filter.behandelaar ?? ''}
          opWijzig={kies('behandelaar')}
          opties={[
            ...(heeftRol(sessie, 'administratie') ? [{ waarde: 'ik', tekst: 'Van mij' }] : []),
            { waarde: 'niemand', tekst: 'Nog van niemand' },
          ]}
        />
        <Keuzelijst
          label="Soort"
          optioneel="vanzelf"
          leeg="Elke soort"
          waarde={filter.soort ?? ''}
          opWijzig={kies('soort')}
          opties={Object.entries(uitvalsoorten).map(([waarde, tekst]) => ({ waarde, tekst }))}
        />
        <Retourcodeveld waarde={filter.code} opKies={kies('code')} />
        <Aanbiederveld waarde={filter.aanbieder} opKies={kies('aanbieder')} />
      </Filtervak>
      <Gegevenstabel
        id="uitval"
        bijschrift={klaar ? 'Afgehandelde uitval' : 'Open uitval'}
        kolommen={kolommen(sessie.vandaag as Datum, klaar)}
        lijst={lijst}
        sleutel={(u) => u.id}
        adres={(u) => `/berichten/uitval/${u.id}`}
        leeg={
          gefilterd ? (
            <Leeg titel="Niets gevonden.">
              <p>
                <Knop soort="stil" opKlik={() => zetDelen(klaar ? { stand: 'klaar' } : {}, { replace: true })}>
                  Alle voorwaarden weghalen
                </Knop>
              </p>
            </Leeg>
          ) : (
            <Leeg titel={klaar ? 'Er is nog niets afgehandeld.' : 'Er ligt niets. Alle berichten zijn verwerkt.'} />
          )
        }
      />
    </BerichtenKader>
  )
}

const kolommen = (vandaag: Datum, klaar: boolean): readonly Kolom<Uitvalregelantwoord>[] => [
  { sleutel: 'wat', kop: 'Wat er mis is', cel: (u) => u.tekst },
  { sleutel: 'code', kop: 'Code', cel: (u) => u.code ?? '' },
  {
    sleutel: 'bericht',
    kop: 'Bericht',
    cel: (u) => (u.bericht.naam === null ? 'Onleesbaar bestand' : `${u.bericht.naam} ${u.bericht.titel ?? ''}`),
  },
  {
    sleutel: 'aanbieder',
    kop: 'Aanbieder',
    cel: (u) => (u.bericht.aanbieder ? (u.bericht.aanbieder.naam ?? u.bericht.aanbieder.code) : ''),
  },
  { sleutel: 'inwoner', kop: 'Inwoner', cel: (u) => (u.bericht.inwoner ? naamInKop(u.bericht.inwoner.naam) : '') },
  {
    sleutel: 'wie',
    kop: 'Wie heeft het',
    cel: (u) => u.behandelaar?.naam ?? <span className="md-onbekend">Nog niemand</span>,
  },
  klaar
    ? { sleutel: 'klaar', kop: 'Afgehandeld', cel: (u) => (u.klaarOp ? schrijfTijdstip(u.klaarOp, vandaag) : ''), eenRegel: true }
    : { sleutel: 'wacht', kop: 'Wacht', cel: (u) => hoeLang(u.gemaaktOp, vandaag), eenRegel: true },
  { sleutel: 'soort', kop: 'Soort', cel: (u) => uitvalsoorten[u.soort], standaard: false },
  { sleutel: 'regel', kop: 'Regel', cel: (u) => u.regel ?? '', standaard: false },
]

/** "sinds vandaag", "1 dag", "3 dagen". */
function hoeLang(op: string, vandaag: Datum): string {
  const moment = parseTijdstip(op)
  const dagen = moment === null ? 0 : dagnummer(vandaag) - dagnummer(datumVanTijdstip(moment))
  return dagen <= 0 ? 'sinds vandaag' : dagen === 1 ? '1 dag' : `${dagen} dagen`
}
