/** Schrijft de schema's van de berichten opnieuw, na een wijziging in de beschrijving: `node scripts/schemas.mjs`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register()
const { releases } = await import('../src/messages/releases.ts')
const { maakSchemas } = await import('../src/messages/maak-xsd.ts')
const wortel = dirname(dirname(fileURLToPath(import.meta.url)))

for (const release of releases) {
  const map = join(wortel, 'src/messages/xsd', release.map)
  mkdirSync(map, { recursive: true })
  const schemas = maakSchemas(release)
  for (const { bestand, tekst } of schemas) writeFileSync(join(map, bestand), tekst)
  console.log(`${release.standaard} ${release.versie}: ${schemas.length} schema's in src/messages/xsd/${release.map}.`)
}
