/**
 * Maakt de schermafdrukken van de README opnieuw, breed (1280) of op een telefoon (360), in `docs/schermen/`.
 * Alleen verzonnen inwoners.
 *
 *   node scripts/schermen.mjs            alles
 *   node scripts/schermen.mjs werk       alleen dit scherm
 */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zorgVoorPakketten } from './installeer.mjs'

const map = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/schermen')
/** Achter `als` staat wie er kijkt; `{inwoner}` en `{onderzoek}` worden iets uit de proefgegevens. */
const schermen = {
  werk: { plek: '/werk', als: 'consulent', breedtes: [1280] },
  onderzoek: { plek: '/inwoners/{inwoner}/onderzoek/{onderzoek}', als: 'consulent', breedtes: [1280] },
  inwoner: { plek: '/inwoners/{inwoner}', als: 'consulent', breedtes: [360] },
}
const formaten = [
  { breedte: 1280, hoogte: 900 },
  { breedte: 360, hoogte: 740 },
]

await zorgVoorPakketten({ metOntwikkeling: true })
const { register } = await import('tsx/esm/api')
register()
const { chromium } = await import('playwright-core')
const { vindChromium } = await import('../e2e/hulp-chromium.ts')
const { startServer } = await import('../e2e/hulp-server.ts')

const keuze = process.argv[2]

/** Aanmelden met de knop van een rol, en een lopend onderzoek van die medewerker opzoeken. */
async function metAanmelding(verzoek, { plek, als }) {
  const { demo } = await (await verzoek.get('/api/v1/aanmeldwijzen')).json()
  await verzoek.post('/aanmelden/demo', { data: { sleutel: demo.find((knop) => knop.rol === als).sleutel } })
  const { items } = await (await verzoek.get('/api/v1/zaken?behandelaar=ik&stand=onderzoek&limiet=10')).json()
  const zaak = items.at(-1)
  const onderzoeken = await (await verzoek.get(`/api/v1/zaken/${zaak.id}/onderzoeken`)).json()
  return plek.replace('{inwoner}', zaak.inwoner.id).replace('{onderzoek}', (onderzoeken.items ?? onderzoeken)[0].id)
}
const { pad, argumenten, omgeving } = await vindChromium()
const server = await startServer()
const browser = await chromium.launch({ executablePath: pad, args: argumenten, env: omgeving })
mkdirSync(map, { recursive: true })
try {
  for (const [naam, scherm] of Object.entries(schermen).filter(([naam]) => !keuze || naam === keuze)) {
    for (const { breedte, hoogte } of formaten.filter((f) => scherm.breedtes.includes(f.breedte))) {
      const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: breedte, height: hoogte }, baseURL: server.adres })
      const pagina = await context.newPage()
      await pagina.goto(await metAanmelding(context.request, scherm), { waitUntil: 'networkidle' })
      await pagina.screenshot({ path: join(map, `${naam}-${breedte}.png`) })
      await context.close()
      console.log(`docs/schermen/${naam}-${breedte}.png`)
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
