/** Welke termijn de wet stelt, en vanaf wanneer: een wijziging van de wet is een rij erbij. */
import { type Datum, datumVan } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import { type Duur, rekenTermijn, type Termijn } from '#core/base/termijn.ts'

export type Termijnsoort = 'persoonlijk_plan' | 'onderzoek' | 'besluit' | 'bezwaar'
type Termijnrij = { readonly soort: Termijnsoort; readonly geldigVan: Datum; readonly duur: Duur; readonly bron: string }

const wmo = datumVan(2015, 1, 1)

/** Een termijn volgt de rij die gold op de dag waarop hij begon. */
export const termijnentabel: readonly Termijnrij[] = [
  { soort: 'persoonlijk_plan', geldigVan: wmo, duur: { dagen: 7 }, bron: 'Wmo 2015, artikel 2.3.2 lid 2' },
  { soort: 'onderzoek', geldigVan: wmo, duur: { weken: 6 }, bron: 'Wmo 2015, artikel 2.3.2 lid 1' },
  { soort: 'besluit', geldigVan: wmo, duur: { weken: 2 }, bron: 'Wmo 2015, artikel 2.3.5 lid 2' },
  { soort: 'bezwaar', geldigVan: wmo, duur: { weken: 6 }, bron: 'Awb, artikel 6:7 en 6:8' },
]

/** De termijn die op `start` begint, met de bron erbij. */
export function wettelijkeTermijn(soort: Termijnsoort, start: Datum, gelijkgesteld: readonly Datum[] = []): Termijn & { bron: string } {
  const rij = termijnentabel.findLast((r) => r.soort === soort && r.geldigVan <= start)
  invariant(rij, `voor ${soort} geldt op ${start} een termijn`)
  return { ...rekenTermijn(start, rij.duur, gelijkgesteld), bron: rij.bron }
}

/** De twee dagen die bij een zaak bewaard worden. */
export type Zaaktermijnen = { readonly planTot: Datum; readonly onderzoekUiterlijk: Datum }

/** De termijnen die met de ontvangst van een melding gaan lopen. */
export const zaaktermijnen = (ontvangenOp: Datum, gelijkgesteld: readonly Datum[] = []): Zaaktermijnen => ({
  planTot: wettelijkeTermijn('persoonlijk_plan', ontvangenOp, gelijkgesteld).uiterlijk,
  onderzoekUiterlijk: wettelijkeTermijn('onderzoek', ontvangenOp, gelijkgesteld).uiterlijk,
})
