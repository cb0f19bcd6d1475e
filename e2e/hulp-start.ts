/** Eén server en één browser voor alle browsertests; elke test krijgt daarin zijn eigen, lege profiel. */
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { vindChromium } from './hulp-chromium.ts'
import { startServer } from './hulp-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adres: string
    /** De gegevensmap van de server, om klaar te zetten wat met geen scherm te maken is. */
    data: string
    browser: string
  }
}

export async function setup(project: TestProject) {
  const { pad, argumenten, omgeving } = await vindChromium()
  // Het adres als getal: op een kale machine is de naam localhost niet altijd bekend.
  const browser = await chromium.launchServer({
    executablePath: pad,
    args: argumenten,
    env: omgeving as Record<string, string>,
    host: '127.0.0.1',
  })
  const server = await startServer().catch(async (fout: unknown) => {
    await browser.close()
    throw fout
  })
  project.provide('adres', server.adres)
  project.provide('data', server.data)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.stop()
  }
}
