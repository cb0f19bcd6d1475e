/** Het achtergrondwerk van één proces: het logboek verzegelen, opruimen, en taken uit de wachtrij. Mag in elk proces tegelijk. */
import { type Brievenbus, verwerkMap } from '#actions/berichten/verwerk-map.ts'
import { ruimOp } from '#actions/beheer/ruim-op.ts'
import { verstuurUitgaand } from '#actions/beheer/verstuur-uitgaand.ts'
import type { Dienst, Wachtrij } from '#actions/handeling/dienst.ts'
import { verzegelLogboeken } from '#actions/toezicht/verzegel-logboek.ts'
import { maakLus } from './lus.ts'
import { uitvoerders } from './uitvoerders.ts'

export type Achtergrond = { stop(): Promise<void> }

const SECONDE = 1_000
const UUR = 3_600 * SECONDE

export async function startAchtergrond(
  dienst: Dienst,
  wachtrij: Wachtrij,
  storing: (naam: string, f: Error) => void,
  bus?: Brievenbus,
): Promise<Achtergrond> {
  const lussen = [
    maakLus('logboek verzegelen', SECONDE, () => verzegelLogboeken(dienst), storing),
    maakLus('uitgaand werk klaarzetten', SECONDE, () => verstuurUitgaand(dienst, wachtrij), storing),
    maakLus('opruimen', UUR, () => ruimOp(dienst), storing),
    ...(bus ? [maakLus('berichten in de map', SECONDE, () => verwerkMap(dienst, bus), storing)] : []),
  ]
  for (const [soort, voerUit] of uitvoerders) await wachtrij.voerUit(soort, (taak) => voerUit(dienst, taak))
  return {
    async stop() {
      await Promise.all([wachtrij.stop(), ...lussen.map((l) => l.stop())])
    },
  }
}
