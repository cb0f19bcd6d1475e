/** Eén regel aan twee berichten: het ene voldoet, het andere niet. Beide gaan als XML de hele controle door. */
import { expect, it } from 'vitest'
import { controleer } from './controleer.ts'
import type { Berichtwaarden } from './iwmo-3-2/release.ts'
import { schrijfBericht } from './schrijf.ts'
import { voorbeelden } from './voorbeelden.testhulp.ts'

type Naam = keyof typeof voorbeelden
type Wijziging<N extends Naam> = (bericht: Berichtwaarden[N]) => void

export function overtreden<N extends Naam>(naam: N, wijzig: Wijziging<N>): readonly string[] {
  const bericht = voorbeelden[naam]() as Berichtwaarden[N]
  wijzig(bericht)
  const xml = schrijfBericht(naam, bericht)
  if (!xml.ok) throw new Error(JSON.stringify(xml.fout))
  const oordeel = controleer(new TextEncoder().encode(xml.value))
  expect(oordeel.niveau1.fouten).toEqual([])
  const [retour] = oordeel.niveau2.retourcodes
  if (retour) expect({ code: retour.code, klasse: retour.klasse }).toEqual({ code: '0001', klasse: 'Header' })
  return retour?.regels ?? []
}

export const goed = <N extends Naam>(id: string, naam: N, tekst: string, wijzig: Wijziging<N> = () => undefined): void =>
  it(`${id} goed: ${naam} ${tekst}`, () => expect(overtreden(naam, wijzig)).not.toContain(id))

export const mis = <N extends Naam>(id: string, naam: N, tekst: string, wijzig: Wijziging<N>): void =>
  it(`${id} fout: ${naam} ${tekst}`, () => expect(overtreden(naam, wijzig)).toContain(id))

/** Het eerste van een lijst, om iets aan te veranderen. */
export function eerste<T>(lijst: readonly T[] | undefined): T {
  const [een] = lijst ?? []
  if (een === undefined) throw new Error('de lijst is leeg')
  return een
}
