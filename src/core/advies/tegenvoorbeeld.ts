/**
 * De kleinste wijziging waarmee een ander product wel de uitkomst is: zo weinig mogelijk bekende antwoorden anders,
 * daarna zo weinig mogelijk open vragen ingevuld. Een kortste pad door het diagram, dus altijd een echt voorbeeld.
 */
import type { Geval, WaaromNiet, Wijziging } from '#core/advies/advies.ts'
import { eindnummer, isEind, type Klassevector, type Ref } from '#core/advies/diagram.ts'
import type { Besliskaart } from '#core/advies/tabel.ts'

/** Een bekend antwoord veranderen weegt zwaarder dan alle open vragen samen. */
const ANDER_ANTWOORD = 1000
const OPEN_VRAAG = 1

type Stap = { readonly kosten: number; readonly klasse: number }

/** null als het product in deze tabel met geen enkel antwoord uitkomt. */
export function kleinsteWijziging(kaart: Besliskaart, product: string, geval: Geval, bekend: Klassevector): WaaromNiet['wijzigingen'] {
  const { diagram: d, variabelen } = kaart.boek
  const beste = new Map<Ref, Stap>()

  const raak = (ref: Ref): boolean => {
    const uitkomst = kaart.uitkomst[eindnummer(ref)]
    return uitkomst !== undefined && 'product' in uitkomst && uitkomst.product === product
  }
  const prijs = (niveau: number, klasse: number): number => {
    if (variabelen[niveau]?.soort === 'overschrijving' && klasse !== bekend[niveau]) return Number.POSITIVE_INFINITY
    return bekend[niveau] === klasse ? 0 : (bekend[niveau] as number) < 0 ? OPEN_VRAAG : ANDER_ANTWOORD
  }
  const zoek = (ref: Ref): number => {
    if (isEind(ref)) return raak(ref) ? 0 : Number.POSITIVE_INFINITY
    const klaar = beste.get(ref)
    if (klaar) return klaar.kosten
    let stap: Stap = { kosten: Number.POSITIVE_INFINITY, klasse: -1 }
    ;(d.kinderen[ref] as readonly Ref[]).forEach((kind, klasse) => {
      const kosten = zoek(kind) + prijs(d.niveaus[ref] as number, klasse)
      if (kosten < stap.kosten) stap = { kosten, klasse }
    })
    beste.set(ref, stap)
    return stap.kosten
  }

  if (zoek(kaart.uitkomsten) === Number.POSITIVE_INFINITY) return null
  const wijzigingen: Wijziging[] = []
  for (let ref = kaart.uitkomsten; !isEind(ref); ) {
    const niveau = d.niveaus[ref] as number
    const kids = d.kinderen[ref] as readonly Ref[]
    const { klasse } = beste.get(ref) as Stap
    const v = variabelen[niveau]
    if (v && klasse !== bekend[niveau]) {
      const evenGoed = kids.flatMap((kind, k) => (kind === kids[klasse] ? [k] : []))
      wijzigingen.push({
        vraag: v.id,
        van: geval.antwoorden[v.id] ?? null,
        naar: v.klassen.inWoorden(aaneengesloten(evenGoed, klasse)),
        voorbeeld: v.klassen.voorbeelden[klasse] as Wijziging['voorbeeld'],
      })
    }
    ref = kids[klasse] as Ref
  }
  return wijzigingen
}

/** Het aaneengesloten stuk klassen rond de gekozen klasse, zodat een getal als één bereik te noemen is. */
function aaneengesloten(klassen: readonly number[], gekozen: number): number[] {
  const uit = [gekozen]
  for (let k = gekozen - 1; klassen.includes(k); k--) uit.unshift(k)
  for (let k = gekozen + 1; klassen.includes(k); k++) uit.push(k)
  return uit
}
