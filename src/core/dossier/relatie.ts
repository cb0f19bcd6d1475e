/** Wat een medewerker met een inwoner te maken heeft: feiten erin, relaties eruit. */
import type { Tijdstip } from '#core/base/tijdstip.ts'
import { type Relatie, relaties } from '#core/dossier/rechtentabel.ts'

/** Wat over één inwoner bekend moet zijn. `behandelaars` en `zaakteams`: van zaken die nog niet zijn afgesloten. `noodTot`: tot wanneer de noodtoegang van déze medewerker geldt, als die er is. */
export type Dossierband = {
  readonly gemeente: string
  readonly team: string | null
  readonly behandelaars: readonly string[]
  readonly zaakteams: readonly string[]
  readonly noodTot: Tijdstip | null
}
type Wie = { readonly gemeente: string; readonly medewerker: string; readonly team: string | null }

/** Alle relaties die nu gelden; leeg bij een andere gemeente. */
export function relatiesVan(actor: Wie, band: Dossierband, nu: Tijdstip): readonly Relatie[] {
  if (actor.gemeente !== band.gemeente) return []
  const geldt: Record<Relatie, boolean> = {
    eigen: band.behandelaars.includes(actor.medewerker),
    team: actor.team !== null && (actor.team === band.team || band.zaakteams.includes(actor.team)),
    gemeente: true,
    nood: band.noodTot !== null && nu < band.noodTot,
  }
  return relaties.filter((relatie) => geldt[relatie])
}
