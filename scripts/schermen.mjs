/**
 * Maakt de schermafdrukken van README en documentatie opnieuw: elk scherm breed (1280) en op een telefoon (360),
 * in `docs/schermen/`. Alleen verzonnen situaties.
 *
 *   node scripts/schermen.mjs            alles
 *   node scripts/schermen.mjs probeer    alleen dit scherm
 */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zorgVoorPakketten } from './installeer.mjs'

const map = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/schermen')
const schermen = {
  probeer: '/hulst-terneuzen/probeer#vignet=V02',
  productboek: '/hulst-terneuzen/product/BR',
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

/** `#vignet=V02` wordt een gedeelde link met de antwoorden van dat vignet. */
async function metVignet(adres, plek) {
  const [pad, id] = plek.split('#vignet=')
  if (!id) return plek
  const catalogus = pad.split('/')[1]
  const { catalogi } = await (await fetch(`${adres}/catalogi.json`)).json()
  const { versie } = catalogi.find((gegevens) => gegevens.id === catalogus).versies.at(-1)
  const { vignetten } = await (await fetch(`${adres}/catalogi/${catalogus}/${versie}.json`)).json()
  const { gemeente, antwoorden } = vignetten.find((vignet) => vignet.id === id)
  const delen = Object.entries(antwoorden).map(([vraag, antwoord]) => `${vraag}=${antwoord}`)
  return `${pad}#${[...(gemeente ? [`@gemeente=${gemeente}`] : []), ...delen].join('&')}`
}
const { pad, argumenten, omgeving } = await vindChromium()
const server = await startServer()
const browser = await chromium.launch({ executablePath: pad, args: argumenten, env: omgeving })
mkdirSync(map, { recursive: true })
try {
  for (const [naam, plek] of Object.entries(schermen).filter(([naam]) => !keuze || naam === keuze)) {
    for (const { breedte, hoogte } of formaten) {
      const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: breedte, height: hoogte }, baseURL: server.adres })
      const pagina = await context.newPage()
      await pagina.goto(await metVignet(server.adres, plek), { waitUntil: 'networkidle' })
      await pagina.screenshot({ path: join(map, `${naam}-${breedte}.png`) })
      await context.close()
      console.log(`docs/schermen/${naam}-${breedte}.png`)
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
