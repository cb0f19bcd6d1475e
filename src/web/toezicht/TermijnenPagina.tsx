import { Link, useSearchParams } from 'react-router'
import type { Termijngevalantwoord } from '#http/api/toezicht/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Filtervak } from '../onderdelen/Filtervak.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { watTelt } from './termijnwoorden.ts'
import { gebruikPeriode, Periodebalk } from './Periodebalk.tsx'
import { alsVraag } from './periode.ts'
import './toezicht.css'

const uitkomsten = {
  binnen: { tekst: 'Op tijd', soort: 'goed' },
  te_laat: { tekst: 'Later klaar', soort: 'let-op' },
  niet_klaar: { tekst: 'Nog niet klaar', soort: 'fout' },
  afgesloten: { tekst: 'Eerder afgesloten', soort: 'gewoon' },
} as const
type Uitkomst = keyof typeof uitkomsten

const titels = {
  onderzoek: 'Zaken waarvan de zes weken eindigden',
  besluit: 'Aanvragen waarvan de twee weken eindigden',
} as const

/** De zaken achter een cijfer over een termijn. Zonder namen; het nummer opent de zaak. */
export function TermijnenPagina() {
  const [periode] = gebruikPeriode()
  const [delen, zet] = useSearchParams()
  const gevraagd = delen.get('uitkomst') ?? ''
  const termijn = delen.get('termijn') === 'besluit' ? 'besluit' : 'onderzoek'
  const uitkomst = Object.hasOwn(uitkomsten, gevraagd) ? (gevraagd as Uitkomst) : null
  const lijst = gebruikLijst<Termijngevalantwoord>('/toezichttermijnen', {
    sleutel: ['toezicht', 'termijnen'],
    telt: true,
    filter: { ...periode, termijn, uitkomst },
  })
  const kies = (nieuw: string) => zet({ ...periode, termijn, ...(nieuw !== '' && { uitkomst: nieuw }) }, { replace: true })
  return (
    <Pagina
      titel={titels[termijn]}
      boven={<Link to={`/toezicht?${alsVraag(periode)}`}>Toezicht</Link>}
      inleiding={`Van ${schrijfDatum(periode.van)} tot en met ${schrijfDatum(periode.tot)}. ${watTelt[termijn]} Het nummer opent de zaak; dat staat in het logboek.`}
      breed
    >
      <Filtervak gekozen={uitkomst ? 1 : 0} opWissen={() => kies('')}>
        <Periodebalk />
        <Keuzelijst
          label="Uitkomst"
          optioneel="vanzelf"
          leeg="Alle uitkomsten"
          waarde={uitkomst ?? ''}
          opWijzig={kies}
          opties={Object.entries(uitkomsten).map(([waarde, { tekst }]) => ({ waarde, tekst }))}
        />
      </Filtervak>
      <Gegevenstabel
        id="toezicht-termijnen"
        bijschrift="Zaken"
        kolommen={kolommen}
        lijst={lijst}
        sleutel={(t) => t.zaak}
        adres={(t) => `/zaken/${t.zaak}`}
        leeg={<Leeg titel="Geen zaken met deze uitkomst">Kies een andere periode of een andere uitkomst.</Leeg>}
      />
    </Pagina>
  )
}

const kolommen: readonly Kolom<Termijngevalantwoord>[] = [
  { sleutel: 'nummer', kop: 'Zaak', cel: (t) => t.nummer },
  { sleutel: 'uiterlijk', kop: 'Uiterlijk klaar', cel: (t) => schrijfDatum(t.uiterlijk), eenRegel: true },
  {
    sleutel: 'uitkomst',
    kop: 'Uitkomst',
    cel: (t) => <Badge soort={uitkomsten[t.uitkomst].soort}>{uitkomsten[t.uitkomst].tekst}</Badge>,
  },
  {
    sleutel: 'klaar',
    kop: 'Klaar op',
    cel: (t) => (t.klaarOp ? schrijfDatum(t.klaarOp) : t.afgeslotenOp ? `Afgesloten op ${schrijfDatum(t.afgeslotenOp)}` : 'Nog niet'),
  },
  {
    sleutel: 'laat',
    kop: 'Te laat',
    cel: (t) => (t.dagenTeLaat === 0 ? '' : `${t.dagenTeLaat} ${t.dagenTeLaat === 1 ? 'dag' : 'dagen'}`),
    getal: true,
  },
  { sleutel: 'behandelaar', kop: 'Behandelaar', cel: (t) => t.behandelaar ?? <span className="md-onbekend">Nog niemand</span> },
  { sleutel: 'team', kop: 'Team', cel: (t) => t.team ?? '' },
]
