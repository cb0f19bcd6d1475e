/**
 * Exacte breuken. Minuten per maand of kwartaal worden minuten per week zonder afronding; afronden gebeurt één keer,
 * aan het eind, met `rondAf` (ontwerp §5).
 */
import { invariant } from '#core/base/invariant.ts'

/** Altijd vereenvoudigd, noemer groter dan 0: gelijke waarden hebben gelijke velden. */
export type Breuk = { readonly teller: bigint; readonly noemer: bigint }

export const afrondwijzen = ['naar_boven', 'dichtstbij', 'naar_beneden'] as const
export type Afrondwijze = (typeof afrondwijzen)[number]

export function breuk(teller: bigint | number, noemer: bigint | number = 1n): Breuk {
  const boven = BigInt(teller)
  const onder = BigInt(noemer)
  invariant(onder !== 0n, 'de noemer van een breuk is niet 0')
  const deler = grootsteDeler(boven < 0n ? -boven : boven, onder < 0n ? -onder : onder) * (onder < 0n ? -1n : 1n)
  return { teller: boven / deler, noemer: onder / deler }
}

function grootsteDeler(a: bigint, b: bigint): bigint {
  let [hoog, laag] = [a, b]
  while (laag !== 0n) [hoog, laag] = [laag, hoog % laag]
  return hoog === 0n ? 1n : hoog
}

export const NUL = breuk(0)

/** Een kommagetal met hoogstens vier decimalen als exacte breuk: 0.5 is 1/2. Past het getal daar niet in: null. */
export function vanDecimaal(getal: number): Breuk | null {
  const tienduizendsten = Math.round(getal * 10_000)
  return Number.isSafeInteger(tienduizendsten) && tienduizendsten / 10_000 === getal ? breuk(tienduizendsten, 10_000) : null
}

export const plus = (a: Breuk, b: Breuk): Breuk => breuk(a.teller * b.noemer + b.teller * a.noemer, a.noemer * b.noemer)
export const min = (a: Breuk, b: Breuk): Breuk => breuk(a.teller * b.noemer - b.teller * a.noemer, a.noemer * b.noemer)
export const maal = (a: Breuk, b: Breuk): Breuk => breuk(a.teller * b.teller, a.noemer * b.noemer)
export const tegengestelde = (a: Breuk): Breuk => ({ teller: -a.teller, noemer: a.noemer })

/** Kleiner dan 0, 0 of groter dan 0, zoals `sort` het wil. */
export function vergelijk(a: Breuk, b: Breuk): number {
  const verschil = a.teller * b.noemer - b.teller * a.noemer
  return verschil < 0n ? -1 : verschil > 0n ? 1 : 0
}

/** "180/13", of "75" als het een geheel getal is. */
export const tekst = (a: Breuk): string => (a.noemer === 1n ? String(a.teller) : `${a.teller}/${a.noemer}`)

/**
 * Het veelvoud van `op` dat bij de breuk hoort. Precies halverwege gaat `dichtstbij` naar boven, ook onder nul:
 * 2,5 wordt 3 en −2,5 wordt −2. `naar_boven` en `naar_beneden` zijn naar het grotere en het kleinere getal.
 */
export function rondAf(a: Breuk, op: number, wijze: Afrondwijze): number {
  invariant(Number.isInteger(op) && op > 0, 'er wordt afgerond op een geheel aantal groter dan 0')
  const stap = a.noemer * BigInt(op)
  const veelvoud: Record<Afrondwijze, () => bigint> = {
    naar_boven: () => -deelNaarBeneden(-a.teller, stap),
    dichtstbij: () => deelNaarBeneden(2n * a.teller + stap, 2n * stap),
    naar_beneden: () => deelNaarBeneden(a.teller, stap),
  }
  return Number(veelvoud[wijze]() * BigInt(op))
}

/** Geheel deel naar beneden; de deling van BigInt zelf gaat naar nul. */
function deelNaarBeneden(teller: bigint, noemer: bigint): bigint {
  const geheel = teller / noemer
  return teller % noemer < 0n ? geheel - 1n : geheel
}
