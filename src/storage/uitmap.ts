/** Bestanden in een map zetten zodat een ander nooit een half bestand ziet. */
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Schrijft ernaast, spoelt naar schijf en wisselt om. Staat er al een bestand met deze naam, dan komt dit ervoor in de plaats. */
export async function zetInMap(map: string, naam: string, bytes: Uint8Array): Promise<string> {
  await mkdir(map, { recursive: true })
  const pad = join(map, naam)
  const klad = `${pad}.${process.pid}.klad`
  const bestand = await open(klad, 'w')
  try {
    await bestand.writeFile(bytes)
    await bestand.sync()
  } finally {
    await bestand.close()
  }
  await rename(klad, pad)
  await spoel(dirname(pad))
  return pad
}

/** Ook de naam zelf moet een stroomstoring overleven; niet elk bestandssysteem kan een map spoelen. */
async function spoel(map: string): Promise<void> {
  const open_ = await open(map, 'r').catch(() => null)
  await open_?.sync().catch(() => undefined)
  await open_?.close()
}
