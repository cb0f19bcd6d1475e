/** Een vers proces dat één bestand controleert of verwerkt, en vertelt hoe lang dat duurde en hoeveel geheugen het op zijn hoogst had. */
import { randomBytes } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { controleerBestand } from '#actions/controleer-bericht.ts'
import type { Verbinding } from '#storage/postgres/verbinding.ts'
import { DAGTEKENING, GEMEENTE } from './iwmo-bestand.ts'

export type Kindopdracht =
  | { readonly soort: 'controle'; readonly pad: string; readonly keer: number }
  | { readonly soort: 'keten'; readonly pad: string; readonly app: Verbinding; readonly indexsleutel: string; readonly sleutel: string }
export type Kindverslag = { readonly seconden: readonly number[]; readonly mb: number }

async function controleer(pad: string): Promise<void> {
  const gelezen = await controleerBestand(pad)
  if (!gelezen.ok || !gelezen.value.aangenomen) throw new Error(`niet aangenomen: ${JSON.stringify(gelezen)}`)
}

/** Als gemeente, zoals de opdracht `bericht verwerk` en de brievenbus het doen. */
async function verwerk({ pad, app, indexsleutel, sleutel }: Extract<Kindopdracht, { soort: 'keten' }>): Promise<() => Promise<void>> {
  const { verwerkStroom } = await import('#actions/berichten/verwerk-stroom.ts')
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
  const stukken = () => createReadStream(pad, { highWaterMark: 256 * 1024 })
  return async () => {
    const { uitkomst, retourcodes } = await verwerkStroom(keten, { grootte: statSync(pad).size, stukken })
    if (uitkomst !== 'geaccepteerd') throw new Error(`${uitkomst}: ${JSON.stringify([...retourcodes].slice(0, 3))}`)
    await pool.end()
  }
}

const opdracht = JSON.parse(process.env.MEEDOEN_BENCH as string) as Kindopdracht
const doe = opdracht.soort === 'controle' ? () => controleer(opdracht.pad) : await verwerk(opdracht)
const seconden: number[] = []
for (let i = 0; i < (opdracht.soort === 'controle' ? opdracht.keer : 1); i++) {
  const begin = performance.now()
  await doe()
  seconden.push((performance.now() - begin) / 1000)
}
const verslag: Kindverslag = { seconden, mb: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(JSON.stringify(verslag))
