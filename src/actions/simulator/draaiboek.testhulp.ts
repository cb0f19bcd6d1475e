/** De casussen als draaiboek voor twee kanten van de simulator, elke casus bij een eigen gemeente, zodat ze samen lopen. */
import { leesBericht } from '#messages/codec.ts'
import { feitenUit, sleutelVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { ketens } from '#messages/keten/casussen.testhulp.ts'
import { sleuteltekst } from '#messages/keten/feit.ts'
import { alsBytes, PARTIJEN, vanBytes } from '#messages/keten/oefening.testhulp.ts'
import type { Partij } from '#messages/vorm.ts'

export type Stapbericht = {
  readonly van: Partij
  readonly gemeente: string
  readonly bytes: Uint8Array
  readonly na: readonly Stapbericht[]
}
const codeVan = (casus: number): string => String(9991 + casus)
export const GEMEENTEN = ketens.map((_, casus) => codeVan(casus))

/** Alle stappen van alle casussen, met de gemeente van hun casus in de kop. */
export function maakDraaiboek(): Stapbericht[] {
  return ketens.flatMap(([, maak], casus) => {
    const gemaakt: Stapbericht[] = []
    for (const [plek, { van, zending, na }] of maak().entries()) {
      const { Header: kop } = zending.waarde
      kop.BerichtIdentificatie.Identificatie = `C${casus}S${plek}`
      for (const kant of ['Afzender', 'Ontvanger'] as const) if (kop[kant] === PARTIJEN.gemeente) kop[kant] = codeVan(casus)
      const eerst = na.map((i) => gemaakt[i] as Stapbericht)
      gemaakt.push({ van, gemeente: codeVan(casus), bytes: alsBytes(zending.naam, zending.waarde), na: eerst })
    }
    return gemaakt
  })
}

/** Houdt bij wat er aankwam en beantwoord is, en dus wat er nu uit mag (OP080). */
export function maakRegie(stappen: readonly Stapbericht[]) {
  const [gestuurd, ontvangen, beantwoord] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const sleutel = (bytes: Uint8Array): string => sleuteltekst(sleutelVan(vanBytes(bytes)))
  const mag = ({ van, na }: Stapbericht): boolean =>
    na.every((eerst) => (eerst.van === van ? beantwoord : ontvangen).has(sleutel(eerst.bytes)))
  return {
    /** Wat deze partij nu uit zichzelf stuurt. */
    volgende: (van: Partij, partij: string): Stapbericht[] => {
      const isVan = (s: Stapbericht) => s.van === van && (van === 'aanbieder' || s.gemeente === partij)
      const klaar = stappen.filter((s) => isVan(s) && !gestuurd.has(sleutel(s.bytes)) && mag(s))
      for (const s of klaar) gestuurd.add(sleutel(s.bytes))
      return klaar
    },
    /** Een kant heeft dit verwerkt. */
    zie: (bytes: Uint8Array): void => {
      const gelezen = leesBericht(bytes)
      if (!gelezen.ok) return
      ontvangen.add(sleuteltekst(sleutelVan(gelezen.value)))
      const over = feitenUit(gelezen.value).oordeel?.over
      if (over !== undefined) beantwoord.add(sleuteltekst(over))
    },
    isKlaar: (): boolean => stappen.every((s) => beantwoord.has(sleutel(s.bytes))),
  }
}
export type Regie = ReturnType<typeof maakRegie>
