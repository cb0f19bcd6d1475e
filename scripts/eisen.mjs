/**
 * Welke uitspraken van `docs/eisen.md` zijn bewezen, welke zijn alleen tekst en welke staan open,
 * volgens de laatste volledige testrun.
 *
 *   npm run eisen                 tabel per groep
 *   npm run eisen -- --kort       alleen de tellingen
 *   npm run -s eisen -- --json    hetzelfde als gegevens
 *   npm run eisen -- --deel       uit de laatste gedeeltelijke run (npm test -- <pad>)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bepaalStand, leesCatalogi, leesRegister, leesUitslag } from './eisen-stand.mjs'
import { leesRegelregister, standVanRegels } from './berichtregels.mjs'
import { zorgVoorPakketten } from './installeer.mjs'

const wortel = dirname(dirname(fileURLToPath(import.meta.url)))
const vlaggen = new Set(process.argv.slice(2))
const naam = vlaggen.has('--deel') ? 'testuitslag-deel.json' : 'testuitslag.json'
const uitslagpad = join(wortel, '.meedoen', naam)

process.stdout.on('error', () => process.exit(0)) // de lezer van een pijp stopt eerder: geen fout
await zorgVoorPakketten({ metOntwikkeling: true })
const { parse } = await import('yaml')

function leesCatalogusmappen() {
  const map = join(wortel, 'catalogi')
  const paden = readdirSync(map, { withFileTypes: true, recursive: true })
    .filter((ding) => ding.isFile() && /\.ya?ml$/.test(ding.name))
    .map((ding) => join(ding.parentPath, ding.name))
  return leesCatalogi(paden.sort().map((pad) => parse(readFileSync(pad, 'utf8'))))
}

const standen = { bewezen: 'bewezen', tekst: 'alleen tekst', open: 'open' }
const kort = (tekst, lengte) => (tekst.length > lengte ? `${tekst.slice(0, lengte - 1)}…` : tekst)

/** Achter elke regel staat wat de lezer nodig heeft: de tellingen, de bron, of wat er ontbreekt. */
function toelichting({ stand, goed, fout, toontTekst, bron, reden, werkt }) {
  if (stand === 'bewezen') return `goed ${goed}, fout ${fout}`
  if (stand === 'tekst') return `${bron.join('; ') || 'bron ontbreekt'}${toontTekst > 0 ? ', getoond in een test' : ''}`
  return `${reden}${werkt.length > 0 ? ` (werkt in ${werkt.join(', ')})` : ''}`
}

function drukAf({ totaal, groepen }, run, berichtregels) {
  console.log(`Testrun van ${run.datum}: ${run.geslaagd} geslaagd, ${run.gezakt} gezakt.`)
  for (const { groep, titel, eisen, ...telling } of groepen) {
    console.log(`\n${groep}  ${titel}: ${telling.bewezen} bewezen, ${telling.tekst} alleen tekst, ${telling.open} open`)
    if (vlaggen.has('--kort')) continue
    for (const eis of eisen)
      console.log(`  ${eis.id.padEnd(9)} ${standen[eis.stand].padEnd(13)} ${kort(toelichting(eis), 60).padEnd(61)} ${kort(eis.tekst, 80)}`)
  }
  console.log(`\nBewezen       ${String(totaal.bewezen).padStart(4)}   het goede en het foute voorbeeld zijn uitgevoerd`)
  console.log(`Alleen tekst  ${String(totaal.tekst).padStart(4)}   er valt niets te handhaven; de uitspraak staat er met haar bron`)
  console.log(`Open          ${String(totaal.open).padStart(4)}   nog te doen`)
  console.log(`Samen         ${String(totaal.eisen).padStart(4)}`)
  console.log('\nRegels van berichten (docs/koppelingen.md)')
  for (const { titel, regels, bewezen } of berichtregels)
    console.log(`  ${kort(titel, 60).padEnd(61)} ${String(bewezen).padStart(3)} van ${regels} bewezen`)
}

const gedraaid = existsSync(uitslagpad)
if (!gedraaid)
  console.error(`Er is nog geen uitslag (.meedoen/${naam}). Draai eerst ${vlaggen.has('--deel') ? 'npm test -- <pad>' : 'npm test'}.`)
const ruw = gedraaid ? JSON.parse(readFileSync(uitslagpad, 'utf8')) : { testResults: [] }
const run = gedraaid && { datum: new Date(ruw.startTime).toISOString(), geslaagd: ruw.numPassedTests, gezakt: ruw.numFailedTests }
const stand = bepaalStand(leesRegister(readFileSync(join(wortel, 'docs/eisen.md'), 'utf8')), leesCatalogusmappen(), leesUitslag(ruw))
const berichtregels = standVanRegels(leesRegelregister(readFileSync(join(wortel, 'docs/koppelingen.md'), 'utf8')), leesUitslag(ruw))
if (vlaggen.has('--json')) process.stdout.write(`${JSON.stringify({ run: run || null, ...stand, berichtregels }, null, 2)}\n`)
else if (run) drukAf(stand, run, berichtregels)
