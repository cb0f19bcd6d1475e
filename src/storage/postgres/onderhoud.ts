/** Terwijl de map van de server gekopieerd of teruggezet wordt, mag niemand hem starten: één bestand met het nummer van wie bezig is. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { Databasefout } from './databasefout.ts'
import type { Plek } from './plek.ts'
import { leeft } from './proces.ts'

const slot = (plek: Plek) => join(plek.map, 'onderhoud.pid')

/** Voert `werk` uit terwijl elke start wacht. Een slot van een proces dat niet meer leeft, telt niet. */
export async function metOnderhoud<T>(plek: Plek, werk: () => Promise<T>): Promise<T> {
  ruimDoodSlotOp(plek)
  try {
    writeFileSync(slot(plek), String(process.pid), { flag: 'wx' })
  } catch (f) {
    if ((f as NodeJS.ErrnoException).code !== 'EEXIST') throw f
    throw new Databasefout('ONDERHOUD', `Er wordt al bewaard of hersteld door proces ${bezig(plek)}.`)
  }
  try {
    return await werk()
  } finally {
    rmSync(slot(plek), { force: true })
  }
}

/** Wacht tot niemand met de map bezig is. */
export async function wachtOpOnderhoud(plek: Plek, tot: number): Promise<void> {
  while (bezig(plek) !== undefined && bezig(plek) !== process.pid) {
    ruimDoodSlotOp(plek)
    if (Date.now() > tot)
      throw new Databasefout('ONDERHOUD', `De database wordt bewaard of hersteld door proces ${bezig(plek)}; probeer het straks weer.`)
    await wacht(100)
  }
}

function ruimDoodSlotOp(plek: Plek): void {
  const pid = bezig(plek)
  if (pid !== undefined && !leeft(pid)) rmSync(slot(plek), { force: true })
}

function bezig(plek: Plek): number | undefined {
  try {
    return Number(readFileSync(slot(plek), 'utf8')) || undefined
  } catch {
    return undefined
  }
}
