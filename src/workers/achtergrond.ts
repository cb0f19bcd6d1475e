/** Het achtergrondwerk van één proces: het logboek verzegelen, opruimen, en taken uit de wachtrij. Mag in elk proces tegelijk. */
import { verstuurBerichten } from '#actions/berichten/bezorg.ts'
import { maakMapwacht } from '#actions/berichten/postmap.ts'
import { type Brievenbus, verwerkMap } from '#actions/berichten/verwerk-map.ts'
import { type Bewaartermijnen, ruimOp } from '#actions/beheer/ruim-op.ts'
import { verstuurUitgaand } from '#actions/beheer/verstuur-uitgaand.ts'
import { berekenTermijnenBij } from '#actions/keten/bereken-termijnen.ts'
import { kijkAllesNa } from '#actions/keten/kijk-na.ts'
import type { Dienst, Wachtrij } from '#actions/handeling/dienst.ts'
import { verzegelLogboeken } from '#actions/toezicht/verzegel-logboek.ts'
import { legCertificaatwerkVast } from '#actions/transport/certificaatwerk.ts'
import { meldCertificaten } from '#actions/transport/meld-certificaten.ts'
import { verwerkEnveloppen } from '#actions/transport/verwerk-envelop.ts'
import { maakLus } from './lus.ts'
import { uitvoerders } from './uitvoerders.ts'

export type Achtergrond = { stop(): Promise<void> }

const SECONDE = 1_000
const MINUUT = 60 * SECONDE
const UUR = 60 * MINUUT

export type Achtergrondopties = {
  storing(naam: string, f: Error): void
  waarschuw(tekst: string): void
  readonly termijnen: Bewaartermijnen
  readonly bus?: Brievenbus | undefined
}

export async function startAchtergrond(
  dienst: Dienst,
  wachtrij: Wachtrij,
  { storing, waarschuw, termijnen, bus }: Achtergrondopties,
): Promise<Achtergrond> {
  const { keten } = dienst
  const lussen = [
    maakLus('logboek verzegelen', SECONDE, () => verzegelLogboeken(dienst), storing),
    maakLus('uitgaand werk klaarzetten', SECONDE, () => verstuurUitgaand(dienst, wachtrij), storing),
    maakLus('opruimen', UUR, () => ruimOp(dienst, termijnen), storing),
    // Wat bleef liggen omdat een proces omviel of een instelling veranderde; de wachtrij doet het gewone werk.
    maakLus('berichten die bleven liggen', MINUUT, () => verstuurBerichten(dienst), storing),
    maakLus('termijnen bijwerken', MINUUT, () => berekenTermijnenBij(dienst), storing),
    maakLus('verkeer nakijken', MINUUT, async () => void (await kijkAllesNa(dienst)), storing),
    ...(keten
      ? [
          maakLus('enveloppen die bleven liggen', MINUUT, () => verwerkEnveloppen({ ...dienst, keten }), storing),
          maakLus(
            'certificaten',
            MINUUT,
            async () => {
              await meldCertificaten(keten, dienst.nu(), waarschuw)
              await legCertificaatwerkVast(dienst, keten)
            },
            storing,
          ),
        ]
      : []),
    ...(bus ? [maakLus('berichten in de map', SECONDE, bekijkMap(dienst, bus, waarschuw), storing)] : []),
  ]
  for (const [soort, voerUit] of uitvoerders) await wachtrij.voerUit(soort, (taak) => voerUit(dienst, taak))
  return {
    async stop() {
      await Promise.all([wachtrij.stop(), ...lussen.map((l) => l.stop())])
    },
  }
}

function bekijkMap(dienst: Dienst, bus: Brievenbus, waarschuw: (tekst: string) => void): () => Promise<void> {
  const isEr = maakMapwacht(bus.map, waarschuw)
  return async () => {
    if (await isEr()) await verwerkMap(dienst, bus)
  }
}
