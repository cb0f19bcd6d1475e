/**
 * De map van de ingebouwde server kopiëren terwijl hij stil staat, en zo'n kopie terugzetten. Klein, snel en precies, maar alleen voor
 * dezelfde hoofdversie van PostgreSQL op dezelfde soort machine; voor al het andere is er de uitvoer naar één bestand.
 */
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { Databasefout } from './databasefout.ts'
import { anderen } from './launcher.ts'
import { metOnderhoud } from './onderhoud.ts'
import { leesPostmaster, maakPlek, type Plek } from './plek.ts'
import { type Gestart, eisZelfdeVersie, stopServer, zorgVoorServer } from './server.ts'
import { vindProgrammas } from './programmas.ts'
import type { Meld } from './verbinding.ts'

type Lijst = { soort: 'koud'; gemaaktOp: string; postgres: string; bestanden: { pad: string; bytes: number; sha256: string }[] }
export type Koud = { bestanden: number; bytes: number }

const lijstnaam = 'bewaring.json'
/** Van het draaien zelf; hoort niet in een kopie. */
const nietMee = new Set(['postmaster.pid', 'postmaster.opts'])

/** Stopt de server, kopieert, en start hem weer als hij draaide. Weigert als er anderen verbonden zijn. */
export async function bewaarKoud(data: string, doel: string, meld: Meld = () => undefined): Promise<Koud> {
  if (existsSync(doel)) throw new Databasefout('BESTAAT_AL', `${doel} bestaat al; er is niets overschreven.`)
  const plek = maakPlek(data)
  if (!existsSync(plek.gegevens)) throw new Databasefout('NIETS_TE_BEWAREN', `In ${data} is nog geen database.`)
  return metOnderhoud(plek, async () => {
    // Eerst starten: na een harde stop speelt de server zijn log na, en dan pas is de map zonder meer heel.
    const gestart = await zorgVoorServer(plek, [], meld)
    await eisAlleen(gestart)
    await stopServer(plek)
    try {
      return await kopieer(plek, doel, meld)
    } finally {
      if (!gestart.zelfGestart) await zorgVoorServer(plek, [], meld)
    }
  })
}

async function eisAlleen({ beheer, zelfGestart }: Gestart): Promise<void> {
  const verbonden = await anderen(beheer)
  if (verbonden.length === 0 || zelfGestart) return
  const wie = [...new Set(verbonden.map((a) => `${a.naam || a.rol} (verbinding ${a.pid})`))].join(', ')
  throw new Databasefout(
    'ANDEREN_VERBONDEN',
    `De database is in gebruik: ${wie}. Stop die eerst, of bewaar naar een bestand (.gz): dat kan tijdens het werk.`,
  )
}

async function kopieer(plek: Plek, doel: string, meld: Meld): Promise<Koud> {
  const bezig = `${resolve(doel)}.bezig-${process.pid}`
  mkdirSync(bezig, { recursive: true, mode: 0o700 })
  try {
    const lijst: Lijst = {
      soort: 'koud',
      gemaaktOp: new Date().toISOString(),
      postgres: readFileSync(join(plek.gegevens, 'PG_VERSION'), 'utf8').trim(),
      bestanden: await kopieerStil(plek, join(bezig, 'gegevens')),
    }
    await schrijfBestand(join(bezig, lijstnaam), Buffer.from(`${JSON.stringify(lijst)}\n`))
    renameSync(bezig, doel)
    const bytes = lijst.bestanden.reduce((som, b) => som + b.bytes, 0)
    meld(`${lijst.bestanden.length} bestanden gekopieerd`)
    return { bestanden: lijst.bestanden.length, bytes }
  } catch (f) {
    rmSync(bezig, { recursive: true, force: true })
    throw f
  }
}

/** Wie net voor ons aan het starten was, kan de server alsnog hebben opgestart; dan is de kopie niets waard. */
async function kopieerStil(plek: Plek, naar: string): Promise<Lijst['bestanden']> {
  const stand = () => readFileSync(join(plek.gegevens, 'global/pg_control')).toString('base64')
  const vooraf = stand()
  const bestanden = await kopieerBoom(plek.gegevens, naar)
  if (leesPostmaster(plek) || stand() !== vooraf)
    throw new Databasefout('ANDEREN_VERBONDEN', 'De server is tijdens het kopiëren gestart; er is niets bewaard. Probeer het opnieuw.')
  return bestanden
}

async function kopieerBoom(van: string, naar: string): Promise<Lijst['bestanden']> {
  const paden: string[] = []
  mkdirSync(naar, { mode: 0o700 })
  for (const ding of readdirSync(van, { withFileTypes: true, recursive: true })) {
    const pad = relative(van, join(ding.parentPath, ding.name))
    if (ding.isDirectory()) mkdirSync(join(naar, pad), { recursive: true, mode: 0o700 })
    else if (!ding.isFile())
      throw new Databasefout('GEEN_GEWOON_BESTAND', `${pad} is geen gewoon bestand (een tablespace?); gebruik de uitvoer naar een bestand.`)
    else if (!nietMee.has(pad)) paden.push(pad)
  }
  const bestanden: Lijst['bestanden'] = []
  // Een duizendtal kleine bestanden: zestien tegelijk, zodat de schijf hun bevestigingen kan bundelen.
  const rij = paden[Symbol.iterator]()
  const werker = async () => {
    for (const pad of rij) bestanden.push({ pad, ...(await kopieerBestand(join(van, pad), join(naar, pad))) })
  }
  await Promise.all(Array.from({ length: 16 }, werker))
  return bestanden.sort((a, b) => (a.pad < b.pad ? -1 : 1))
}

/** Kopieert, rekent de hash over wat er gelezen is en wacht tot het op schijf staat. */
async function kopieerBestand(bron: string, doel: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  mkdirSync(dirname(doel), { recursive: true, mode: 0o700 })
  const [van, naar] = [await open(bron), await open(doel, 'wx', 0o600)]
  try {
    let bytes = 0
    for await (const stuk of van.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      hash.update(stuk)
      bytes += stuk.length
      await naar.writeFile(stuk)
    }
    await naar.sync()
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await Promise.all([van.close(), naar.close()])
  }
}

async function schrijfBestand(pad: string, inhoud: Buffer): Promise<void> {
  const bestand = await open(pad, 'wx', 0o600)
  await bestand.writeFile(inhoud)
  await bestand.sync()
  await bestand.close()
}

/** Zet een kopie terug in een map waar nog geen database is. Elk bestand wordt vergeleken met wat bij het bewaren is opgeschreven. */
export async function herstelKoud(bron: string, data: string, meld: Meld = () => undefined): Promise<Koud> {
  const lijst = leesLijst(bron)
  const plek = maakPlek(data)
  if (existsSync(plek.gegevens))
    throw new Databasefout(
      'DOEL_NIET_LEEG',
      `In ${data} is al een database. Kies met MEEDOEN_DATA een lege map, of verplaats ${plek.map} eerst.`,
    )
  return metOnderhoud(plek, async () => {
    const nieuw = `${plek.gegevens}.nieuw-${process.pid}`
    try {
      const gekopieerd = await kopieerBoom(join(bron, 'gegevens'), nieuw)
      vergelijk(lijst, gekopieerd)
      geefAan(nieuw, plek)
      eisZelfdeVersie({ ...plek, gegevens: nieuw }, vindProgrammas(plek.gebruiker))
      renameSync(nieuw, plek.gegevens)
      meld(`${gekopieerd.length} bestanden teruggezet`)
      return { bestanden: gekopieerd.length, bytes: gekopieerd.reduce((som, b) => som + b.bytes, 0) }
    } catch (f) {
      rmSync(nieuw, { recursive: true, force: true })
      throw f
    }
  })
}

function leesLijst(bron: string): Lijst {
  try {
    const lijst = JSON.parse(readFileSync(join(bron, lijstnaam), 'utf8')) as Lijst
    if (lijst.soort === 'koud') return lijst
  } catch {
    // hieronder
  }
  throw new Databasefout('GEEN_BEWARING', `${bron} is geen map die met "database bewaar" is gemaakt, of hij is niet af.`)
}

function vergelijk(lijst: Lijst, gekopieerd: Lijst['bestanden']): void {
  const gevonden = new Map(gekopieerd.map((b) => [b.pad, b]))
  const anders = lijst.bestanden.filter((b) => gevonden.get(b.pad)?.sha256 !== b.sha256).map((b) => b.pad)
  const extra = gekopieerd.filter((b) => !lijst.bestanden.some((l) => l.pad === b.pad)).map((b) => b.pad)
  if (anders.length + extra.length === 0) return
  const wat = [...anders, ...extra].slice(0, 5).join(', ')
  throw new Databasefout('BEWARING_BESCHADIGD', `De kopie is beschadigd: ${wat} is niet wat er bewaard is. Er is niets teruggezet.`)
}

/** De server kan onder een andere gebruiker draaien, en wil zijn map voor zichzelf. */
function geefAan(map: string, { gebruiker }: Plek): void {
  chmodSync(map, 0o700)
  if (!gebruiker) return
  chownSync(map, gebruiker.uid, gebruiker.gid)
  for (const ding of readdirSync(map, { withFileTypes: true, recursive: true }))
    chownSync(join(ding.parentPath, ding.name), gebruiker.uid, gebruiker.gid)
}
