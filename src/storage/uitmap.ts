/** Bestanden in een map zetten zodat een ander nooit een half bestand ziet. */
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Schrijft ernaast, spoelt naar schijf en wisselt om. Staat er al een bestand met deze naam, dan komt dit ervoor in de plaats. */
export async function zetInMap(map: string, naam: string, inhoud: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  await mkdir(map, { recursive: true })
  const pad = join(map, naam)
  const klad = `${pad}.${process.pid}.klad`
  try {
    await schrijf(klad, inhoud)
    await rename(klad, pad)
  } catch (storing) {
    await rm(klad, { force: true })
    throw storing
  }
  await spoel(dirname(pad))
  return pad
}

async function schrijf(pad: string, inhoud: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const bestand = await open(pad, 'w')
  try {
    for await (const stuk of inhoud instanceof Uint8Array ? [inhoud] : inhoud) await bestand.writeFile(stuk)
    await bestand.sync()
  } finally {
    await bestand.close()
  }
}

/** Ook de naam zelf moet een stroomstoring overleven; niet elk bestandssysteem kan een map spoelen. */
async function spoel(map: string): Promise<void> {
  const open_ = await open(map, 'r').catch(() => null)
  await open_?.sync().catch(() => undefined)
  await open_?.close()
}
