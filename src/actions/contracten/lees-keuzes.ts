/** Waaruit te kiezen is bij een contractregel: de codelijsten van de standaard en de producten van de catalogus die nu geldt. */
import { ok, type Result } from '#core/base/result.ts'
import { eenheid, productCategorie } from '#messages/iwmo-3-2/codelijsten.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { productenNu } from './contractbeeld.ts'

type Optie = { readonly waarde: string; readonly tekst: string }
export type Contractkeuzes = {
  readonly categorieen: readonly Optie[]
  readonly eenheden: readonly Optie[]
  /** Met de iWmo-code die de catalogus zelf noemt, als zij dat doet. */
  readonly producten: readonly (Optie & { readonly iwmoCode: string | null })[]
}

const opties = (codes: Readonly<Record<string, string>>): Optie[] =>
  Object.entries(codes)
    .map(([waarde, tekst]) => ({ waarde, tekst }))
    .sort((a, b) => (a.waarde < b.waarde ? -1 : 1))

export const leesContractkeuzes = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Contractkeuzes, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'contract_lezen')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'contracten', id: w.actor.gemeente }], doel: 'contracten met aanbieders Wmo 2.6.4' })
    return ok({
      categorieen: opties(productCategorie.codes).map((o) => ({ ...o, tekst: `${o.waarde} ${o.tekst}` })),
      eenheden: opties(eenheid.codes),
      producten: Object.entries(await productenNu(w)).map(([waarde, p]) => ({ waarde, tekst: p.naam, iwmoCode: p.iwmoCode })),
    })
  })
