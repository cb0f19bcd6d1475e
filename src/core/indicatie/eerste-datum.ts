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
  const uitgesloten: Dagen[] = []
  for (const ander of stukken) if (ander !== stuk) sluitUit(regels, stuk, ander, uitgesloten)
  for (const maximum of regels.maxima) {
    if (maximum.regel.uitkomst !== 'blokkeren') continue
    const anderen = stukken.filter((ander) => ander !== stuk)
    for (const [van, tot] of volleDagen(regels, maximum, stuk, anderen)) sluitOverlapUit(stuk, van, tot, 0, 0, OPEN_EINDE, uitgesloten)
  }
  if (uitgesloten.length > 1) uitgesloten.sort((a, b) => a[0] - b[0])
  let dag = stuk.van
  for (const [van, tot] of uitgesloten) {
    if (van > dag) break
    if (tot >= dag) dag = tot + 1
  }
  return bestaatDag(dag) ? vanDagnummer(dag) : null
}

/** Begint het stuk eerder dan de ander, dan is het de rij, anders de kolom; die twee cellen kunnen verschillen. */
function sluitUit(regels: Stapelingsregels, stuk: Stuk, ander: Stuk, uitgesloten: Dagen[]): void {
  const alsRij = regels.blokkeert[stuk.product * regels.codes.length + ander.product] === 1
  const alsKolom = regels.blokkeert[ander.product * regels.codes.length + stuk.product] === 1
  if (!alsRij && !alsKolom) return
  const laatsteAlsRij = stuk.product < ander.product ? ander.van : ander.van - 1
  const eerste = alsRij ? stuk.van : laatsteAlsRij + 1
  const laatste = alsKolom ? OPEN_EINDE : laatsteAlsRij
  sluitOverlapUit(stuk, ander.van, ander.tot, wisseldagen(regels, stuk, ander), eerste, laatste, uitgesloten)
}

/**
 * De begindagen, tussen `eerste` en `laatste`, waarbij het stuk meer dan `vrij` dagen samenvalt met `van` tot en met
 * `tot`. Tot en met het eigen einde krimpt de periode van voren; daarna schuift zij in haar geheel op.
 */
function sluitOverlapUit(stuk: Stuk, van: number, tot: number, vrij: number, eerste: number, laatste: number, uitgesloten: Dagen[]): void {
  const lengte = stuk.tot - stuk.van + 1
  if (tot - van + 1 <= vrij || lengte <= vrij) return
  const open = stuk.tot >= OPEN_EINDE
  const totVrij = tot >= OPEN_EINDE ? OPEN_EINDE : tot - vrij
  if (stuk.tot - van + 1 > vrij)
    voegToe(Math.max(eerste, stuk.van), Math.min(laatste, totVrij, open ? OPEN_EINDE : stuk.tot - vrij), uitgesloten)
  if (!open) voegToe(Math.max(eerste, stuk.tot + 1, van + vrij - lengte + 1), Math.min(laatste, totVrij), uitgesloten)
}

function voegToe(van: number, tot: number, uitgesloten: Dagen[]): void {
  if (van <= tot) uitgesloten.push([van, tot])
}
