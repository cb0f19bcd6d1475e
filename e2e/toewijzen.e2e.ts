/** Toewijzen vanuit het dossier, en een toewijzing weer intrekken, met een aanbieder die langs de postmap antwoordt. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, rustig, schermafdruk } from './hulp.ts'
import { type Medewerker, openAls } from './hulp-dossier.ts'
import { type Server, startServer } from './hulp-server.ts'
import { agb, maakIndicatie, regelOm, smal } from './hulp-toewijzing.ts'

let server: Server
let map: string
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-post-'))
  server = await startServer({ MEEDOEN_BERICHTEN: map })
})
afterAll(async () => {
  await server?.stop()
  rmSync(map, { recursive: true, force: true })
})
const als = (rol: string, pad = '/healthz') => openAls(rol, pad, { server: server.adres })

/** Een aanbieder met een contract voor dit product. */
async function sluitContract(cato: Medewerker, product: string): Promise<string> {
  const aanbieder = agb()
  const { code } = (await (await cato.pagina.request.get('/api/v1/sessie')).json()).gemeente
  mkdirSync(join(map, code, 'in'), { recursive: true })
  const yaml = regelOm('Zorg in Nergens', '02A03', product, code, aanbieder)
  await cato.roep('POST', '/contracten', { yaml, reden: 'Gunning na de aanbesteding.' })
  return aanbieder
}

describe('toewijzen vanuit het dossier', () => {
  it('van de zaak naar het versturen; daarna staat bij zaak en inwoner aan wie', async () => {
    const con = await als('consulent')
    const { indicatie, product, inwoner, zaak } = await maakIndicatie(con)
    await sluitContract(await als('contractmanager'), product)
    const { pagina } = con
    await pagina.goto(`/zaken/${zaak}`)
    await pagina.getByRole('heading', { name: 'Wat is toegekend' }).waitFor()
    await pagina.getByText('Er is nog geen aanbieder gekozen.').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'zaak-toewijzen-1280')
    await smal(pagina, 'zaak-toewijzen-360')
    const toezicht = await als('toezichthouder', `/zaken/${zaak}`)
    await toezicht.pagina.getByText('Er is nog geen aanbieder gekozen.').waitFor()
    expect(await toezicht.pagina.getByRole('link', { name: /^Toewijzen/ }).count()).toBe(0)

    await pagina.getByRole('link', { name: /^Toewijzen/ }).click()
    await pagina.getByRole('heading', { level: 1, name: 'Toewijzen aan een aanbieder' }).waitFor()
    await pagina.getByRole('radio', { name: 'Zorg in Nergens' }).check()
    await pagina.getByRole('heading', { name: 'Dit wordt verstuurd aan Zorg in Nergens' }).waitFor()
    await pagina.getByRole('button', { name: 'Toewijzen en versturen' }).click()
    await expect.poll(() => new URL(pagina.url()).pathname).toBe(`/indicaties/${indicatie}`)
    await pagina.goto(`/zaken/${zaak}`)
    await pagina.getByText('Toegewezen aan Zorg in Nergens; er is nog geen antwoord.').waitFor()
    await pagina.goto(`/inwoners/${inwoner}/indicaties`)
    await pagina.getByText('Toegewezen aan Zorg in Nergens; er is nog geen antwoord.').waitFor()
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'inwoner-indicaties-1280')
    await smal(pagina, 'inwoner-indicaties-360')
  })
})
