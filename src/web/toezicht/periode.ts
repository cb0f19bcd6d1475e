/** De periode waarover toezicht kijkt, in het adres. Zonder keuze: de laatste twaalf maanden. */
import { type Datum, dagenInMaand, datumVan, jaarVan, maandVan, parseDatum, plusDagen, plusMaanden } from '#core/base/datum.ts'

export type Periode = { readonly van: Datum; readonly tot: Datum }
export type Periodekeuze = { readonly naam: string; readonly tekst: string; readonly periode: Periode }

/** Vaste perioden, gerekend vanaf vandaag. */
export function periodekeuzes(vandaag: Datum): readonly Periodekeuze[] {
  const jaar = jaarVan(vandaag)
  const eersteMaand = Math.floor((maandVan(vandaag) - 1) / 3) * 3 + 1
  const ditKwartaal = datumVan(jaar, eersteMaand, 1)
  const vorigKwartaal = plusMaanden(ditKwartaal, -3) ?? ditKwartaal
  return [
    { naam: 'maanden', tekst: 'Laatste twaalf maanden', periode: { van: eersteVan(plusMaanden(vandaag, -11) ?? vandaag), tot: vandaag } },
    { naam: 'kwartaal', tekst: 'Dit kwartaal', periode: { van: ditKwartaal, tot: vandaag } },
    { naam: 'vorig', tekst: 'Vorig kwartaal', periode: { van: vorigKwartaal, tot: plusDagen(ditKwartaal, -1) } },
    { naam: 'jaar', tekst: 'Dit jaar', periode: { van: datumVan(jaar, 1, 1), tot: vandaag } },
    { naam: 'vorigjaar', tekst: 'Vorig jaar', periode: { van: datumVan(jaar - 1, 1, 1), tot: datumVan(jaar - 1, 12, 31) } },
  ]
}

const eersteVan = (dag: Datum): Datum => datumVan(jaarVan(dag), maandVan(dag), 1)

export function leesPeriode(delen: URLSearchParams, vandaag: Datum): Periode {
  const [van, tot] = [parseDatum(delen.get('van') ?? ''), parseDatum(delen.get('tot') ?? '')]
  return van && tot && van <= tot ? { van, tot } : (periodekeuzes(vandaag)[0] as Periodekeuze).periode
}

/** Het deel van een maand (`2026-12`) dat binnen de periode valt. */
export function maandIn({ van, tot }: Periode, maand: string): Periode {
  const [jaar = 0, m = 1] = maand.split('-').map(Number)
  const [begin, einde] = [datumVan(jaar, m, 1), datumVan(jaar, m, dagenInMaand(jaar, m))]
  return { van: begin > van ? begin : van, tot: einde < tot ? einde : tot }
}

export const alsVraag = ({ van, tot }: Periode, meer: Readonly<Record<string, string>> = {}): string =>
  String(new URLSearchParams({ van, tot, ...meer }))
