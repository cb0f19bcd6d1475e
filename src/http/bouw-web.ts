/** De webapp bouwen als ze ontbreekt of ouder is dan haar broncode, zodat één opdracht genoeg is om te starten. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const bronnen = ['src/web', 'src/core', 'vite.config.ts', 'package-lock.json']

/** Geeft de map met de gebouwde webapp. Berichten gaan naar `meld`; stdout blijft voor het adres. */
export async function zorgVoorWeb(wortel: string, meld: (tekst: string) => void): Promise<string> {
  const web = join(wortel, 'dist', 'web')
  if (await isActueel(wortel, web)) return web
  meld('Ik bouw de schermen; dat duurt een paar seconden.\n')
  // Ernaast bouwen en dan omwisselen: een andere server die uit deze map leest, ziet nooit een halve map.
  const nieuw = `${web}-${process.pid}`
  try {
    await draaiVite(wortel, nieuw, meld)
    await pakIn(nieuw)
  } catch (mislukt) {
    await rm(nieuw, { recursive: true, force: true })
    throw mislukt
  }
  const oud = `${web}-${process.pid}-oud`
  if (existsSync(web)) await rename(web, oud).catch(() => undefined)
  await rename(nieuw, web).catch(async (f: unknown) => {
    // Een ander was net eerder klaar met dezelfde bouw: die van hem is goed.
    if (!existsSync(join(web, 'index.html'))) throw f
    await rm(nieuw, { recursive: true, force: true })
  })
  await rm(oud, { recursive: true, force: true })
  return web
}

async function isActueel(wortel: string, web: string): Promise<boolean> {
  const pagina = join(web, 'index.html')
  if (!existsSync(pagina)) return false
  // Een uitgepakt pakket zonder broncode heeft niets om mee te vergelijken.
  if (!existsSync(join(wortel, 'src/web'))) return true
  const gebouwd = (await stat(pagina)).mtimeMs
  for (const bron of bronnen) if ((await nieuwste(join(wortel, bron))) > gebouwd) return false
  return true
}

async function nieuwste(pad: string): Promise<number> {
  if (!existsSync(pad)) return 0
  const hier = await stat(pad)
  if (!hier.isDirectory()) return /\.test\.tsx?$/.test(pad) ? 0 : hier.mtimeMs
  const binnen = await Promise.all((await readdir(pad)).map((naam) => nieuwste(join(pad, naam))))
  return Math.max(0, ...binnen)
}

/** In een eigen proces: het geheugen van de bouw is daarna weer vrij. */
function draaiVite(wortel: string, naar: string, meld: (tekst: string) => void): Promise<void> {
  const vite = join(wortel, 'node_modules', 'vite', 'bin', 'vite.js')
  const kind = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', naar, '--emptyOutDir'], {
    cwd: wortel,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  kind.stdout.on('data', (tekst) => meld(String(tekst)))
  kind.stderr.on('data', (tekst) => meld(String(tekst)))
  return new Promise((klaar, mislukt) => {
    kind.on('error', mislukt)
    kind.on('exit', (code) => (code === 0 ? klaar() : mislukt(new Error(`De schermen konden niet gebouwd worden (code ${code}).`))))
  })
}

/** Naast elk groot bestand een ingepakt exemplaar: de server stuurt dat als de browser het aankan. */
async function pakIn(map: string): Promise<void> {
  for (const pad of await readdir(map, { recursive: true })) {
    if (!/\.(js|css|svg|html)$/.test(pad)) continue
    const inhoud = await readFile(join(map, pad))
    if (inhoud.length > 1024) await writeFile(join(map, `${pad}.gz`), gzipSync(inhoud))
  }
}
