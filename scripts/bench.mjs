// Meet en schrijft docs/prestaties.md. `npm run bench -- advies` meet één onderdeel; met --schrijf komt dat in het bestand.
// `--klein` en `--inwoners`, `--rijen`, `--verzoeken`, `--rondes`, `--prestaties` maken de delen met een database kleiner of groter.
import { spawnSync } from 'node:child_process'
import { zorgVoorPakketten } from './installeer.mjs'

await zorgVoorPakketten({ metOntwikkeling: true })
const { status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
