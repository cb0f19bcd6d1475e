import { type Datum, parseDatum } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Rij } from './stand.ts'

/** Wat iemand in het formulier typt, nog ongecontroleerd. */
export type Invoer = {
  readonly product: string
  readonly anders: string
  readonly van: string
  readonly tot: string
  readonly nieuw: boolean
  readonly pgb: boolean
  readonly aanbieder: string
}
export type Veldfouten = Partial<Record<'product' | 'anders' | 'van' | 'tot', string>>

/** Staat voor een product dat niet in deze catalogus staat; de naam typt men zelf. */
export const ANDERS = '(anders)'

export const leegFormulier: Invoer = { product: '', anders: '', van: '', tot: '', nieuw: true, pgb: false, aanbieder: '' }

export function invoerVan(rij: Rij, bekend: readonly string[]): Invoer {
  const eigen = bekend.includes(rij.product)
  return {
    product: eigen ? rij.product : ANDERS,
    anders: eigen ? '' : rij.product,
    van: rij.van,
    tot: rij.tot ?? '',
    nieuw: rij.nieuw ?? false,
    pgb: rij.pgb ?? false,
    aanbieder: rij.aanbieder ?? '',
  }
}

/** Van formulier naar indicatie, of per veld wat er mist en wat te doen. */
export function leesFormulier(f: Invoer, id: string): Result<Rij, Veldfouten> {
  const fouten: Veldfouten = {}
  const van = parseDatum(f.van)
  const tot = f.tot === '' ? undefined : parseDatum(f.tot)
  const product = f.product === ANDERS ? f.anders.trim().slice(0, 200) : f.product
  if (f.product === '') fouten.product = 'Kies welk product het is.'
  if (f.product === ANDERS && product === '') fouten.anders = 'Vul in hoe het andere product heet.'
  if (van === null) fouten.van = 'Vul de eerste dag in, tussen 1900 en 2199.'
  if (tot === null) fouten.tot = 'Vul een dag in die bestaat, of laat leeg als er geen einddatum is.'
  else if (tot !== undefined && van !== null && tot < van) fouten.tot = 'De laatste dag ligt voor de eerste. Verander een van de twee.'
  if (Object.keys(fouten).length > 0) return fout(fouten)
  return ok({
    id,
    product,
    van: van as Datum,
    ...(tot ? { tot } : {}),
    ...(f.nieuw ? { nieuw: true } : {}),
    ...(f.pgb ? { pgb: true } : {}),
    ...(f.aanbieder.trim() === '' ? {} : { aanbieder: f.aanbieder.trim().slice(0, 200) }),
  })
}
