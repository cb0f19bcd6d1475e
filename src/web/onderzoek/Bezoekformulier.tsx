import { useQueryClient } from '@tanstack/react-query'
import { bezoeksoorten } from '#core/dossier/onderzoek.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { roepApi } from '../api/roep-api.ts'
import { Bewaarknoppen } from '../formulier/Bewaarknoppen.tsx'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Formulierconflict } from '../onderdelen/Formulierconflict.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import type { Bezoek } from './beeld.ts'
import { neemBezoekOp } from './bezoekstand.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

type Waarden = { datum: string; soort: string; aanwezig: string; verslag: string }
type Props = {
  naam: string
  id: string
  begin: Waarden
  etag?: string
  knop: string
  bewaar: (lichaam: object, etag?: string) => Promise<Bezoek>
  klaar: () => void
}

/** Een nieuw bezoek wordt meteen gekozen: wat daarna gevraagd wordt, hoort erbij. */
export function NieuwBezoek({ klaar }: { klaar: () => void }) {
  const { onderzoek, vandaag, kiesBezoek } = gebruikOnderzoekstand()
  const id = `bezoek-${onderzoek.id}`
  const aanmaken = gebruikAanmaken<unknown, Bezoek>(`/onderzoeken/${onderzoek.id}/bezoeken`, { formulier: id })
  const bewaar = async (lichaam: object) => {
    const { waarde } = await aanmaken.mutateAsync(lichaam)
    if (waarde.datum <= vandaag) kiesBezoek(waarde.id)
    return waarde
  }
  const begin = { datum: vandaag, soort: 'huisbezoek', aanwezig: '', verslag: '' }
  return <Bezoekformulier naam="Bezoek toevoegen" id={id} begin={begin} knop="Bezoek vastleggen" bewaar={bewaar} klaar={klaar} />
}

/** Verbeteren wat er staat; wat er stond blijft bewaard. */
export function VerbeterBezoek({ bezoek, klaar }: { bezoek: Bezoek; klaar: () => void }) {
  const bewaar = async (lichaam: object, etag?: string) =>
    (await roepApi<Bezoek>('PATCH', `/bezoeken/${bezoek.id}`, { lichaam, etag: etag ?? null })).waarde
  return (
    <Bezoekformulier
      naam="Bezoek wijzigen"
      id={`bezoek-${bezoek.id}`}
      begin={naarWaarden(bezoek)}
      etag={`"v${bezoek.versie}"`}
      knop="Wijziging vastleggen"
      bewaar={bewaar}
      klaar={klaar}
    />
  )
}

const velden = [
  { plaats: '/datum', label: 'Dag' },
  { plaats: '/soort', label: 'Hoe u de inwoner sprak', toon: (w: unknown) => bezoeksoorten[w as keyof typeof bezoeksoorten] },
  { plaats: '/aanwezig', label: 'Wie erbij waren' },
  { plaats: '/verslag', label: 'Verslag' },
]

const naarWaarden = ({ datum, soort, aanwezig, verslag }: Bezoek): Waarden => ({
  datum,
  soort,
  aanwezig: aanwezig ?? '',
  verslag: verslag ?? '',
})

function Bezoekformulier({ naam, id, begin, etag, knop, bewaar, klaar }: Props) {
  const { onderzoek } = gebruikOnderzoekstand()
  const client = useQueryClient()
  const f = gebruikFormulier<Waarden>({
    id,
    begin,
    ...(etag !== undefined && { etag }),
    vorm: (huidig) => naarWaarden(huidig as Bezoek),
    verstuur: async (w, basis) => {
      const leeg = (t: string) => (t.trim() === '' ? undefined : t)
      const bezoek = await bewaar({ ...w, aanwezig: leeg(w.aanwezig), verslag: leeg(w.verslag) }, basis.etag)
      neemBezoekOp(client, onderzoek.id, bezoek)
      klaar()
    },
  })
  return (
    <form className="ond-bezoekformulier md-vlak" noValidate onSubmit={(e) => void f.verstuur(e)} aria-label={naam}>
      <Foutoverzicht formulier={f} />
      <Formulierconflict formulier={f} velden={velden} />
      <Conceptmelding formulier={f} />
      <div className="ond-velden-naast">
        <Datumveld label="Dag" {...f.veld('/datum')} />
        <Keuzelijst
          label="Hoe u de inwoner sprak"
          opties={Object.entries(bezoeksoorten).map(([waarde, tekst]) => ({ waarde, tekst }))}
          {...f.veld('/soort')}
        />
      </div>
      <Tekstveld label="Wie erbij waren" optioneel hoogstens={300} {...f.veld('/aanwezig')} />
      <Tekstvlak label="Verslag" optioneel regels={3} hoogstens={10_000} {...f.veld('/verslag')} />
      <Bewaarknoppen formulier={f} bewaar={knop} klaar={klaar} />
    </form>
  )
}
