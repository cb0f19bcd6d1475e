import type { Advies } from '#core/advies/advies.ts'
import type { Catalogus, Vignet } from '#core/catalogus/vorm.ts'
import { productNaam, productNamen, vraagNaam } from '#core/advies/woorden.ts'

type Verwacht = NonNullable<Vignet['verwacht']>[string]
export type Vignetoordeel = {
  readonly tabel: string
  readonly verwacht: string
  readonly klopt: boolean
  readonly afwijkend: readonly string[]
}

const gelijk = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, i) => x === b[i])

/** Welke onderdelen van een advies anders zijn dan het voorbeeld verwacht. Wat het voorbeeld niet noemt, telt niet. */
export function afwijkingen(verwacht: Verwacht, advies: Advies): string[] {
  const uit: string[] = []
  if (verwacht.uitkomst !== advies.uitkomst) uit.push('uitkomst')
  if (verwacht.product !== undefined && verwacht.product !== advies.product) uit.push('product')
  if (verwacht.grond !== undefined && verwacht.grond !== advies.grond) uit.push('grond')
  if (verwacht.vraag !== undefined && verwacht.vraag !== advies.vraag) uit.push('vraag')
  if (verwacht.rij !== undefined && verwacht.rij !== advies.rij) uit.push('rij')
  if (verwacht.kandidaten && !gelijk(verwacht.kandidaten, advies.kandidaten)) uit.push('mogelijke producten')
  if (verwacht.openVragen && !gelijk(verwacht.openVragen, advies.openVragen.slice(0, verwacht.openVragen.length))) uit.push('open vragen')
  if (verwacht.waarschuwingen?.some((code) => ![...advies.waarschuwingen, ...advies.info].some((w) => w.code === code)))
    uit.push('waarschuwingen')
  return uit
}

export function verwachtInWoorden(catalogus: Catalogus, v: Verwacht): string {
  if (v.uitkomst === 'product') return productNaam(catalogus, v.product ?? '')
  if (v.uitkomst === 'eerst_vragen') return `eerst vragen: ${v.vraag ? vraagNaam(catalogus, v.vraag) : 'een open vraag'}`
  if (v.uitkomst === 'eerst_bespreken') return `eerst bespreken${v.kandidaten ? `: ${productNamen(catalogus, v.kandidaten)}` : ''}`
  return `geen product${v.grond ? `: ${(catalogus.gronden[v.grond]?.tekst ?? v.grond).replace(/\.$/, '')}` : ''}`
}

/** Verwacht tegenover gerekend, per tabel die het voorbeeld noemt. */
export function beoordeelVignet(catalogus: Catalogus, vignet: Vignet, adviezen: Readonly<Record<string, Advies>>): Vignetoordeel[] {
  return Object.entries(vignet.verwacht ?? {}).flatMap(([tabel, verwacht]) => {
    const advies = adviezen[tabel]
    if (!advies) return []
    const afwijkend = afwijkingen(verwacht, advies)
    return [{ tabel, verwacht: verwachtInWoorden(catalogus, verwacht), klopt: afwijkend.length === 0, afwijkend }]
  })
}
