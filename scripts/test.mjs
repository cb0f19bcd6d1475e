/**
 * Alle tests: kern, eigenschappen en browser. Zet eerst de pakketten klaar.
 * Naast het gewone verslag komt de uitslag in `.meedoen/testuitslag.json`; `npm run eisen` leest die.
 * Een deel draaien kan ook: `npm test -- src/core`. De uitslag van zo'n deel komt apart, in `testuitslag-deel.json`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zorgVoorPakketten } from './installeer.mjs'

const wortel = dirname(dirname(fileURLToPath(import.meta.url)))
const argumenten = process.argv.slice(2)
const uitslag = join(wortel, '.meedoen', argumenten.length > 0 ? 'testuitslag-deel.json' : 'testuitslag.json')

await zorgVoorPakketten({ metOntwikkeling: true })
mkdirSync(dirname(uitslag), { recursive: true })
rmSync(uitslag, { force: true })

const verslag = ['--reporter=default', '--reporter=json', `--outputFile.json=${uitslag}`]
const vitest = spawn(process.execPath, [join(wortel, 'node_modules/vitest/vitest.mjs'), 'run', ...verslag, ...argumenten], {
  cwd: wortel,
  stdio: ['ignore', 'inherit', 'inherit'],
})
for (const signaal of ['SIGINT', 'SIGTERM']) process.on(signaal, () => vitest.kill(signaal))
vitest.on('exit', (code, signaal) => {
  process.exitCode = code ?? (signaal === 'SIGINT' ? 130 : 143)
  telOp()
})

/** Eén slotregel met de aantallen, ook als het verslag lang is. */
function telOp() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(uitslag, 'utf8'))
    // Een bestand dat al bij het klaarzetten misgaat heeft geen gezakte test, maar is wel gezakt.
    const bestanden = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    )
    process.stdout.write(`tests: ${numPassedTests} passed, ${numFailedTests + bestanden.length} failed, ${numPendingTests} skipped\n`)
  } catch {
    process.stdout.write('De tests zijn afgebroken voordat er een uitslag was.\n')
    process.exitCode ||= 1
  }
}
