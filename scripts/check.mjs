/** Types, opmaak en lint, en de importregels. Draait ze alle drie, ook als er een zakt, zodat u alles in één keer ziet. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zorgVoorPakketten } from './installeer.mjs'

const wortel = dirname(dirname(fileURLToPath(import.meta.url)))
await zorgVoorPakketten({ metOntwikkeling: true })

const controles = [
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['opmaak en lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.'],
  ['importregels', 'scripts/importregels.mjs'],
]

const gezakt = controles.filter(([naam, script, ...argumenten]) => {
  console.log(`— ${naam}`)
  const { status } = spawnSync(process.execPath, [join(wortel, script), ...argumenten], {
    cwd: wortel,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return status !== 0
})

if (gezakt.length > 0) {
  console.error(`\nGezakt: ${gezakt.map(([naam]) => naam).join(', ')}. Opmaak herstelt u met: npx biome check --write .`)
  process.exit(1)
}
console.log('\nTypes, opmaak, lint en importregels zijn in orde.')
