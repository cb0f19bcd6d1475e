/** De kandidaten van de meting van iWmo, elk als eigen proces: de lezer, de hele keten en xmllint. */
import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { bewaarBericht, type NieuwBericht } from '#storage/berichten/berichten.ts'
import { bewaarContract } from '#storage/berichten/contracten.ts'
import { inAdministratie } from '#actions/berichten/administratie.ts'
import { neemFeiten } from '#actions/berichten/neem-feiten.ts'
import type { Berichtfeiten, Toewijzing } from '#messages/keten/feit.ts'
import { aanbiederVan, DAGTEKENING, GEMEENTE, type Opgave, tarieven, toewijzingen } from './iwmo-bestand.ts'
import type { Kindopdracht, Kindverslag } from './iwmo-kind.ts'
import type { Meetplek } from './werkplek-gegevens.ts'

const draai = promisify(execFile)
const SCHEMA = fileURLToPath(new URL('../src/messages/xsd/iwmo-3.2/wmo323.xsd', import.meta.url))

async function klok(werk: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await werk()
  return (performance.now() - begin) / 1000
}

/** Of er een xmllint is; zonder vervalt de vergelijking en staat dat erbij. */
export function heeftXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write('xmllint is er niet: de vergelijking wordt overgeslagen.\n')
    return false
  }
}

export const xmllint = (pad: string, hoe: 'schema' | 'stroom'): Promise<number> =>
  klok(() => draai('xmllint', ['--noout', ...(hoe === 'schema' ? ['--schema', SCHEMA] : ['--stream']), pad]))

const PROGRAMMA = fileURLToPath(new URL('../bin/meedoen.mjs', import.meta.url))

/** De opdracht zoals iemand haar geeft, met starten en stoppen van Node erbij; een afgekeurd bericht is hier een fout. */
export const controleerKoud = (pad: string): Promise<number> =>
  klok(() => draai(process.execPath, [PROGRAMMA, 'bericht', 'controleer', pad]))

/** Een vers proces dat vertelt hoe lang het werk duurde en hoeveel geheugen het op zijn hoogst had. */
export async function kind(opdracht: Kindopdracht): Promise<Kindverslag> {
  const bestand = fileURLToPath(new URL('iwmo-kind.ts', import.meta.url))
  const { stdout } = await draai(process.execPath, ['--import', 'tsx', bestand], {
    env: { ...process.env, MEEDOEN_BENCH: JSON.stringify(opdracht) },
  })
  return JSON.parse(stdout) as Kindverslag
}

const PER_BERICHT = 20_000

/** Zet het contract en de toewijzingen van een ronde klaar, als eerder verzonden berichten. */
export async function vulKeten(plek: Meetplek, opgave: Opgave): Promise<void> {
  const aanbieder = aanbiederVan(opgave.ronde)
  const wij = { gemeente: GEMEENTE, partij: GEMEENTE }
  const nu = plek.dienst.nu()
  const contract = { gemeente: GEMEENTE, id: randomUUID(), aanbieder, naam: 'Meting', geladenOp: nu, geladenDoor: null, tarieven }
  await inAdministratie(plek.dienst, wij, (tx) => bewaarContract(tx, contract))
  let deel: Toewijzing[] = []
  let volg = 0
  const bewaar = () =>
    inAdministratie(plek.dienst, wij, async (tx) => {
      const bericht = berichtrij(aanbieder, `T${opgave.ronde}-${volg++}`, nu)
      await bewaarBericht(tx, plek.kluis, bericht)
      const boek = maakClientboek(tx, plek.kluis, wij)
      await neemFeiten({ tx, boek, herkomst: { ...wij, aanbieder, bericht: bericht.id } }, feitenVan(bericht, deel))
      deel = []
    })
  for (const t of toewijzingen(opgave)) if (deel.push(t) === PER_BERICHT) await bewaar()
  if (deel.length > 0) await bewaar()
  // Wat er al staat is bij een gemeente die draait ook bekend; wat tijdens de meting binnenkomt niet.
  await sql`vacuum analyze`.execute(plek.eigenaarTx)
}

const berichtrij = (aanbieder: string, identificatie: string, nu: Date): NieuwBericht => ({
  gemeente: GEMEENTE,
  partij: GEMEENTE,
  id: randomUUID(),
  aanbieder,
  richting: 'uit',
  naam: 'WMO301',
  release: 'iWmo 3.2',
  afzender: GEMEENTE,
  ontvanger: aanbieder,
  identificatie,
  dagtekening: DAGTEKENING,
  client: null,
  hash: Buffer.from(identificatie),
  grootte: 0,
  uitkomst: 'verzonden',
  uitslag: null,
  telt: true,
  retour: null,
  over: null,
  systeemdatum: DAGTEKENING,
  vastgelegdOp: nu,
  verzondenOp: nu,
})

const feitenVan = (b: NieuwBericht, deel: readonly Toewijzing[]): Berichtfeiten => ({
  sleutel: { naam: 'WMO301', afzender: GEMEENTE, identificatie: b.identificatie as string },
  partijen: { gemeente: GEMEENTE, aanbieder: b.aanbieder as string },
  dagtekening: DAGTEKENING,
  toewijzingen: deel,
  starts: [],
  stops: [],
  verzoeken: [],
  antwoorden: [],
  declaraties: [],
  prestaties: [],
})
