/**
 * De eerste begindatum waarop een indicatie naast alle andere past. Elke andere indicatie sluit een rij begindagen uit;
 * de eerste dag daarbuiten is het antwoord. Zo hoeft geen enkele dag los geprobeerd te worden.
 */
import { type Datum, bestaatDag, OPEN_EINDE, vanDagnummer } from '#core/base/datum.ts'
import { type Stuk, volleDagen, wisseldagen } from './botsingen.ts'
import type { Stapelingsregels } from './stapelingsregels.ts'

type Dagen = readonly [van: number, tot: number]

/**
 * Schuift `stuk` naar de eerste begindag, niet eerder dan de eigen, waarop niets blokkeert. Zolang die dag niet na het
 * eigen einde ligt blijft het einde staan; daarna blijft de lengte gelijk. Null: zo'n dag is er niet.
 */
export function eersteMogelijkeDatum(regels: Stapelingsregels, stukken: readonly Stuk[], stuk: Stuk): Datum | null {
  const anderen = stukken.filter((ander) => ander !== stuk)
  const uitgesloten = [
    ...anderen.flatMap((ander) => uitgeslotenDoor(regels, stuk, ander)),
    ...regels.maxima
      .filter((maximum) => maximum.regel.uitkomst === 'blokkeren')
      .flatMap((maximum) => volleDagen(regels, maximum, stuk, anderen))
      .flatMap(([van, tot]) => begindagenMetOverlap(stuk, van, tot, 0)),
  ].sort((a, b) => a[0] - b[0])
  let dag = stuk.van
  for (const [van, tot] of uitgesloten) {
    if (van > dag) break
    if (tot >= dag) dag = tot + 1
  }
  return bestaatDag(dag) ? vanDagnummer(dag) : null
}

/** Begint het stuk eerder dan de ander, dan is het de rij, anders de kolom; die twee cellen kunnen verschillen. */
function uitgeslotenDoor(regels: Stapelingsregels, stuk: Stuk, ander: Stuk): Dagen[] {
  const laatsteAlsRij = stuk.product < ander.product ? ander.van : ander.van - 1
  const alsRij = regels.blokkeert[stuk.product * regels.codes.length + ander.product] === 1
  const alsKolom = regels.blokkeert[ander.product * regels.codes.length + stuk.product] === 1
  if (!alsRij && !alsKolom) return []
  const botst = begindagenMetOverlap(stuk, ander.van, ander.tot, wisseldagen(regels, stuk, ander))
  if (alsRij && alsKolom) return botst
  return botst
    .map(([van, tot]): Dagen => (alsRij ? [van, Math.min(tot, laatsteAlsRij)] : [Math.max(van, laatsteAlsRij + 1), tot]))
    .filter(([van, tot]) => van <= tot)
}

/** De begindagen waarbij het stuk meer dan `vrij` dagen samenvalt met de dagen `van` tot en met `tot`. */
function begindagenMetOverlap(stuk: Stuk, van: number, tot: number, vrij: number): Dagen[] {
  const lengte = stuk.tot - stuk.van + 1
  if (tot - van + 1 <= vrij) return []
  const dagen: Dagen[] = []
  const laatste = tot >= OPEN_EINDE ? OPEN_EINDE : tot - vrij
  // Tot en met het eigen einde krimpt de periode van voren.
  const krimpend = Math.min(stuk.tot >= OPEN_EINDE ? OPEN_EINDE : stuk.tot - vrij, laatste, stuk.tot)
  if (stuk.tot - van + 1 > vrij && krimpend >= stuk.van) dagen.push([stuk.van, krimpend])
  // Daarna schuift zij in haar geheel op.
  const eerste = Math.max(stuk.tot + 1, van + vrij - lengte + 1)
  if (stuk.tot < OPEN_EINDE && lengte > vrij && laatste >= eerste) dagen.push([eerste, laatste])
  return dagen
}
