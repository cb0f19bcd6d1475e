/** Een doorrekening leesbaar maken: wat er verandert als zin, en namen bij de uitkomsten. */
import type { Kant } from '#core/advies/doorrekening.ts'
import { naamVanUitkomst } from '#core/advies/caseload-beslisser.ts'
import { type Json, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Uitkomst } from '#core/catalogus/vorm.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import { inWoorden } from './lees-instellingen.ts'
import type { Simulatievraag } from './simulatievraag.ts'

export function vraagInWoorden({ wijziging, nu, straks }: Simulatievraag, a: Kant, b: Kant): string[] {
  const versie = nu.hash === straks.hash ? [] : [`Versie ${straks.versie} in plaats van ${nu.versie}`]
  return [...versie, ...Object.keys(wijziging.instellingen).map((sleutel) => lezingInWoorden(sleutel, a, b))]
}

function lezingInWoorden(sleutel: string, a: Kant, b: Kant): string {
  const instelling = b.catalogus.instellingen?.[sleutel]
  const waarde = ({ catalogus, keuze }: Kant): Json | undefined =>
    catalogus.instellingen?.[sleutel] ? leesInstelling(catalogus, keuze, sleutel) : undefined
  const [was, wordt] = [waarde(a), waarde(b)]
  const eerst = was === undefined ? '' : ` (was: ${zonderPunt(inWoorden(a.catalogus.instellingen?.[sleutel], was))})`
  return `${instelling?.titel ?? sleutel}: ${zonderPunt(inWoorden(instelling, wordt ?? null))}${eerst}`
}

const zonderPunt = (tekst: string): string => tekst.replace(/\.$/, '')

export type Simulatienamen = { readonly uitkomsten: Readonly<Record<string, string>>; readonly tabellen: Readonly<Record<string, string>> }

/** De namen van de nieuwe versie gaan voor. */
export function simulatienamen(...catalogi: readonly Catalogus[]): Simulatienamen {
  const tabellen = catalogi.flatMap((c) => Object.entries(c.tabellen))
  const uitkomsten = catalogi.flatMap((c) =>
    Object.values(c.tabellen).flatMap((t) => t.rijen.map(({ dan }) => [naamVanUitkomst(dan), uitkomstInWoorden(c, dan)] as const)),
  )
  return {
    uitkomsten: { ...Object.fromEntries(uitkomsten), eerst_vragen: 'Nog vragen open' },
    tabellen: Object.fromEntries(tabellen.map(([id, t]) => [id, t.titel])),
  }
}

function uitkomstInWoorden(c: Catalogus, u: Uitkomst): string {
  if ('product' in u) return productnaam(c, u.product)
  if ('geen' in u) return `Geen product: ${zonderPunt(c.gronden[u.geen]?.tekst ?? u.geen)}`
  return `Eerst bespreken: ${u.bespreken.map((p) => productnaam(c, p)).join(' of ')}`
}
