/** De kop: TR056, TR135 en TR378. Gaat hier iets mis, dan wordt de rest niet meer beoordeeld. */
import { later } from '../../dagen.ts'
import { geldtOp } from '../../keten/contract.ts'
import type { Bevonden, Ketencontext } from './context.ts'
import type { KetenregelId } from './regels.ts'

type Kop = { readonly BerichtIdentificatie: { readonly Identificatie: string; readonly Dagtekening: string } }

/** `ingangsdatums` zijn die van de toewijzingen waar het bericht over gaat; zonder telt de dagtekening. */
export function beoordeelKop(kop: Kop, ingangsdatums: readonly string[], context: Ketencontext): Bevonden[] {
  const { Identificatie, Dagtekening } = kop.BerichtIdentificatie
  const regels: [KetenregelId, boolean][] = [
    ['TR056', isNieuw(Identificatie, context)],
    ['TR135', !later(Dagtekening, context.systeemdatum)],
    ['TR378', isGemeente(ingangsdatums.length > 0 ? ingangsdatums : [Dagtekening], context)],
  ]
  return regels.filter(([, voldoet]) => !voldoet).map(([regel]) => ({ regel, klasse: 'Header', sleutel: Identificatie, op: kop }))
}

const isNieuw = (identificatie: string, { feiten, keuzes }: Ketencontext): boolean =>
  !feiten.berichten.some(
    (b) => b.sleutel.identificatie === identificatie && (!b.isAfgewezen || keuzes.identificatieNaAfwijzing === 'bezet'),
  )

/** Na een herindeling hoort bij een oude toewijzing nog de oude code. */
function isGemeente(dagen: readonly string[], { feiten, keuzes }: Ketencontext): boolean {
  if (feiten.gemeenten === null) return true
  const codes = feiten.gemeenten.filter((g) => g.code === feiten.partijen.gemeente)
  const geldig = (dag: string) => codes.some((g) => geldtOp(g, dag))
  return keuzes.gemeentecodeOp === 'een' ? dagen.some(geldig) : dagen.every(geldig)
}
