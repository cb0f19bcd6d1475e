/** Wie welke taak uit de wachtrij uitvoert. Een uitvoerder mag twee keer draaien en doet dan de tweede keer niets nieuws. */
import { verstuurBerichten } from '#actions/berichten/bezorg.ts'
import { verwerkEnveloppen } from '#actions/transport/verwerk-envelop.ts'
import { voerSimulatieUit } from '#actions/catalogus/voer-simulatie-uit.ts'
import { voerAuditcontroleUit } from '#actions/toezicht/voer-auditcontrole-uit.ts'
import type { Dienst, Taakgegevens, Taaksoort } from '#actions/handeling/dienst.ts'

export type Uitvoerder = (dienst: Dienst, taak: Taakgegevens) => Promise<void>

export const uitvoerders: readonly (readonly [Taaksoort, Uitvoerder])[] = [
  ['auditcontrole', voerAuditcontroleUit],
  ['bericht', (dienst, { gemeente }) => verstuurBerichten(dienst, gemeente)],
  ['envelop', async ({ keten, ...dienst }, { gemeente }) => keten && verwerkEnveloppen({ ...dienst, keten }, gemeente)],
  ['simulatie', (dienst, taak) => voerSimulatieUit(dienst, taak)],
]
