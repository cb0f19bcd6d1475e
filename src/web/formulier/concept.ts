/**
 * Het concept van een formulier: wat iemand typte, bewaard in dit tabblad zodat herladen of een verlopen sessie niets kost.
 * Het hoort bij één medewerker, verdwijnt als het tabblad sluit of iemand zich afmeldt, en er komt nooit een BSN in.
 */
import { parseBsn } from '#core/base/bsn.ts'
import { parseUuid } from '#core/base/uuid.ts'
import type { Basis } from './gebruik-basis.ts'

/** `basis`: hoe het er stond toen iemand begon te typen, en welke versie dat was. Zo is na herladen nog te zien wat een collega wijzigde. */
export type Concept<W> = { readonly waarden: W; readonly bewaardOp: string; readonly basis?: Basis<W> }

/** Elke negen cijfers die een BSN kunnen zijn, los of met punten of spaties ertussen. */
const bsnvorm = /(?<!\d)\d{4}[\s.]?\d{2}[\s.]?\d{3}(?!\d)/g

/** Een kopie zonder BSN: velden die zo heten vallen weg, en wat er in een tekst op lijkt ook. Een verwijzing blijft heel. */
export function zonderBsn<W>(waarde: W): W {
  if (parseUuid(waarde) !== null) return waarde
  if (typeof waarde === 'string') return waarde.replace(bsnvorm, (m) => (parseBsn(m).ok ? '' : m)) as W
  if (Array.isArray(waarde)) return waarde.map(zonderBsn) as W
  if (typeof waarde !== 'object' || waarde === null) return waarde
  return Object.fromEntries(
    Object.entries(waarde).flatMap(([naam, w]) => (/bsn|burgerservice/i.test(naam) ? [] : [[naam, zonderBsn(w)]])),
  ) as W
}

export function bewaarConcept(plek: string, concept: Pick<Concept<unknown>, 'waarden' | 'basis'>, nu: Date): void {
  try {
    sessionStorage.setItem(plek, JSON.stringify({ ...zonderBsn(concept), bewaardOp: nu.toISOString() }))
  } catch {
    // Opslag kan vol of verboden zijn: dan staat de invoer alleen op het scherm.
  }
}

export function leesConcept<W extends object>(plek: string, begin: W): Concept<W> | null {
  try {
    const ruw = JSON.parse(sessionStorage.getItem(plek) ?? 'null') as Concept<W> | null
    // Velden die niet bewaard mochten worden, beginnen zoals het formulier begint.
    if (!ruw?.waarden) return null
    const { basis } = ruw
    return {
      ...ruw,
      waarden: { ...begin, ...ruw.waarden },
      ...(basis && { basis: { ...basis, waarden: { ...begin, ...basis.waarden } } }),
    }
  } catch {
    return null
  }
}

export function heeftConcept(plek: string): boolean {
  try {
    return sessionStorage.getItem(plek) !== null
  } catch {
    return false
  }
}

export function wisConcept(plek: string): void {
  try {
    sessionStorage.removeItem(plek)
  } catch {
    // Er was niets bewaard.
  }
}
