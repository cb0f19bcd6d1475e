/** Een vers proces dat één bestand controleert of verwerkt, en vertelt hoe lang dat duurde en hoeveel geheugen het op zijn hoogst had. */
import { randomBytes } from 'node:crypto'
import { controleerBestand } from '#actions/controleer-bericht.ts'
import type { Verbinding } from '#storage/postgres/verbinding.ts'
import { DAGTEKENING, GEMEENTE } from './iwmo-bestand.ts'

export type Kindopdracht =
  | { readonly soort: 'controle'; readonly pad: string; readonly keer: number }
  | {
      readonly soort: 'keten'
      readonly paden: readonly string[]
      readonly app: Verbinding
      readonly indexsleutel: string
      readonly sleutel: string
    }
export type Kindverslag = { readonly seconden: readonly number[]; readonly mb: number }

async function controleer(pad: string): Promise<void> {
  const gelezen = await controleerBestand(pad)
  if (!gelezen.ok || !gelezen.value.aangenomen) throw new Error(`niet aangenomen: ${JSON.stringify(gelezen)}`)
}

/** Als gemeente, zoals de opdracht `bericht verwerk` en de brievenbus het doen; geeft per bestand wat er te doen is. */
async function verwerk({ paden, app, indexsleutel, sleutel }: Extract<Kindopdracht, { soort: 'keten' }>): Promise<(() => Promise<void>)[]> {
  const { verwerkStroom } = await import('#actions/berichten/verwerk-stroom.ts')
  const { openBerichtbestand } = await import('#storage/berichtbestand.ts')
  const { maakKluis } = await import('#storage/kluis.ts')
  const { maakPool } = await import('#storage/postgres/verbinding.ts')
  const { maakKysely } = await import('#storage/transactie.ts')
  const pool = maakPool(app, 'meting', { max: 4 })
  const sleutels = { s1: Buffer.from(sleutel, 'base64') }
  const kluis = maakKluis({ actief: 's1', sleutels, indexsleutel: Buffer.from(indexsleutel, 'base64') })
  const keten = {
    dienst: { db: maakKysely(pool), kluis, nu: () => new Date() },
    wij: { rol: 'gemeente', partij: GEMEENTE } as const,
    systeemdatum: DAGTEKENING,
    correlatie: randomBytes(4).toString('hex'),
    toegangspunt: 'meting',
    zorgVoorGemeente: async () => undefined,
  }
  await pool.query('select 1')
  klaar.push(() => pool.end())
  return paden.map((pad) => async () => {
    const open = await openBerichtbestand(pad, 0)
    if (!open.ok || open.value.soort !== 'stroom') throw new Error('het bestand is niet als stroom te lezen')
    const { uitkomst, retourcodes } = await verwerkStroom(keten, open.value)
    if (uitkomst !== 'geaccepteerd') throw new Error(`${uitkomst}: ${JSON.stringify([...retourcodes].slice(0, 3))}`)
  })
}

/** Wat er na de meting nog dicht moet. */
const klaar: (() => Promise<void>)[] = []
const opdracht = JSON.parse(process.env.MEEDOEN_BENCH as string) as Kindopdracht
const keren =
  opdracht.soort === 'controle' ? Array.from({ length: opdracht.keer }, () => () => controleer(opdracht.pad)) : await verwerk(opdracht)
const seconden: number[] = []
for (const doe of keren) {
  const begin = performance.now()
  await doe()
  seconden.push((performance.now() - begin) / 1000)
}
for (const sluit of klaar) await sluit()
const verslag: Kindverslag = { seconden, mb: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(JSON.stringify(verslag))
