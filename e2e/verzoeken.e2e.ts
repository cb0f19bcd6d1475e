/** Verzoeken van aanbieders: wat wacht staat in de lijst en in Mijn werk, en wordt beantwoord; het antwoord gaat langs de postmap heen en terug. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alsBytes, PARTIJEN, stuur } from '../src/messages/keten/oefening.testhulp.ts'
import { aangevraagd, BSN } from '../src/messages/voorbeelden.testhulp.ts'
import { axe, rustig, schermafdruk } from './hulp.ts'
import { type Medewerker, openAls } from './hulp-dossier.ts'
import { beantwoord, haalUit, post } from './hulp-postmap.ts'
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

let nummer = 0
/** Een indicatie die op toewijzing wacht, en een aanbieder met een contract die om toewijzing vraagt. */
async function gevraagd(con: Medewerker) {
  const { indicatie, product, inwoner } = await maakIndicatie(con)
  const { code } = (await (await con.pagina.request.get('/api/v1/sessie')).json()).gemeente
  const [aanbieder, vak, ref, naam] = [agb(), join(map, code), `REF-${++nummer}`, `Zorg in Nergens ${nummer}`]
  mkdirSync(join(vak, 'in'), { recursive: true })
  const cato = await als('contractmanager')
  await cato.roep('POST', '/contracten', {
    yaml: regelOm(naam, '02A01', product, code, aanbieder),
    reden: 'Gunning na de aanbesteding.',
  })
  const { waarde } = stuur('WMO315', (m) => {
    m.Header.BerichtIdentificatie.Identificatie = ref
    m.Client.AangevraagdeProducten.AangevraagdProduct = [aangevraagd(ref)]
  })
  const xml = Buffer.from(alsBytes('WMO315', waarde as never)).toString('utf8')
  const { bsn } = await con.roep('POST', `/inwoners/${inwoner}/bsn-inzagen`, { reden: 'Vergelijken met de aanbieder' })
  const gevuld = [
    [`>${PARTIJEN.gemeente}<`, `>${code}<`],
    [`>${PARTIJEN.aanbieder}<`, `>${aanbieder}<`],
    [BSN, bsn],
  ].reduce((tekst, [oud, nieuw]) => tekst.replaceAll(oud as string, nieuw as string), xml)
  await post(vak, Buffer.from(gevuld))
  const { items } = await con.roep('GET', '/verzoeken?limiet=200')
  const { bericht } = items.find((v: { referentie: string }) => v.referentie === ref)
  return { bericht, indicatie, vak, ref, naam }
}
const opBericht = async (pagina: Page, bericht: string) => {
  await pagina.goto(`/berichten/${bericht}`)
  await pagina.getByRole('heading', { level: 1, name: 'WMO315 Verzoek om toewijzing' }).waitFor()
  await pagina.locator('.br-verzoek').waitFor()
  await rustig(pagina)
}
/** Het antwoord van ons over dit verzoek, zoals de aanbieder het krijgt. */
async function verstuurd(wie: Medewerker, bericht: string, vak: string): Promise<Buffer> {
  const { keten } = await wie.roep('GET', `/berichten/${bericht}`)
  const { identificatie } = keten.find((k: { naam: string; stand: string }) => k.naam === 'WMO319' && k.stand !== 'aangenomen')
  return haalUit(vak, identificatie)
}

describe('een verzoek beantwoorden', () => {
  it('van Mijn werk naar “in onderzoek” en daarna afwijzen; de keten staat er heen en terug bij', async () => {
    const con = await als('consulent')
    const { bericht, vak, ref } = await gevraagd(con)
    const { pagina } = con
    await pagina.goto('/werk')
    const blok = pagina.getByRole('region', { name: /^Verzoeken van aanbieders/ })
    await blok.locator(`a[href="/berichten/${bericht}"]`).waitFor()
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'verzoeken-werk-1280')
    await smal(pagina, 'verzoeken-werk-360')
    await blok.locator(`a[href="/berichten/${bericht}"]`).click()
    const verzoek = pagina.getByRole('article').filter({ hasText: ref })
    await verzoek.getByText('Wacht op ons').waitFor()
    await verzoek.getByText('Begeleiding (02, 02A01), 3 uur per week').waitFor()

    await verzoek.getByRole('button', { name: 'In onderzoek' }).click()
    await verzoek.getByText(/krijgt bericht dat de gemeente het verzoek onderzoekt/).waitFor()
    await axe(pagina)
    await verzoek.getByRole('button', { name: 'Verstuur “in onderzoek”' }).click()
    // Terugnemen zelf is een kwestie van tellen; de proeven van de API doen dat met een klok die stilstaat.
    await pagina.getByRole('button', { name: 'Ongedaan maken' }).waitFor()
    await verzoek.locator('.md-badge', { hasText: 'In onderzoek' }).waitFor()
    await pagina.getByRole('link', { name: 'WMO319 Antwoord op verzoek' }).waitFor()
    // Zolang de aanbieder niet reageerde, kan er geen tweede antwoord uit.
    expect(await verzoek.getByRole('button', { name: 'Afwijzen' }).count()).toBe(0)
    await beantwoord(vak, await verstuurd(con, bericht, vak), false)

    await opBericht(pagina, bericht)
    await pagina.getByRole('link', { name: 'WMO320 Antwoord op verzoek retour' }).waitFor()
    await verzoek.getByRole('button', { name: 'Afwijzen' }).click()
    await verzoek.getByRole('button', { name: 'Wijs af en verstuur' }).click()
    await verzoek.getByText('Kies een reden.').waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'verzoek-afwijzen-1280', true)
    await smal(pagina, 'verzoek-afwijzen-360')
    await verzoek.getByRole('radio', { name: 'Het past niet binnen het contract' }).check()
    await verzoek.getByRole('button', { name: 'Wijs af en verstuur' }).click()
    await verzoek.locator('.md-badge', { hasText: 'Afgewezen' }).waitFor()
    expect(await verzoek.getByRole('button', { name: /Toewijzen|In onderzoek|Afwijzen/ }).count()).toBe(0)
    expect((await verstuurd(con, bericht, vak)).toString('utf8')).toMatch(/<\w*:?RedenAfwijzingVerzoek>4</)
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'verzoek-afgewezen-1280')
    await smal(pagina, 'verzoek-afgewezen-360')
  })

  it('de administratie vindt het in de lijst en wijst toe; aanbieder en verzoek zijn al gekozen', async () => {
    const { bericht, indicatie, ref, naam } = await gevraagd(await als('consulent'))
    const ad = await als('administratie')
    const { pagina } = ad
    await pagina.goto('/berichten/verzoeken?stand=open')
    await pagina.getByRole('heading', { level: 1, name: 'Berichten' }).waitFor()
    await pagina.locator(`tbody a[href="/berichten/${bericht}"]`).waitFor()
    await rustig(pagina)
    await axe(pagina)
    await schermafdruk(pagina, 'verzoeken-1280')
    await smal(pagina, 'verzoeken-360')
    await pagina.locator(`tbody a[href="/berichten/${bericht}"]`).click()
    await pagina.getByRole('button', { name: 'Toewijzen' }).click()
    const keuze = pagina.locator('.br-toewijskeuze a')
    await keuze.waitFor()
    await axe(pagina)
    await schermafdruk(pagina, 'verzoek-toewijzen-1280')
    await smal(pagina, 'verzoek-toewijzen-360')
    await keuze.click()
    await pagina.getByRole('heading', { level: 1, name: 'Toewijzen aan een aanbieder' }).waitFor()
    await pagina.getByRole('heading', { name: `Dit wordt verstuurd aan ${naam}` }).waitFor()
    expect(await pagina.getByRole('radio', { name: naam, exact: true }).isChecked()).toBe(true)
    await pagina.getByText(`Op verzoek van de aanbieder, referentie ${ref}.`).waitFor()
    await pagina.getByRole('button', { name: 'Toewijzen en versturen' }).click()
    await pagina.waitForURL((adres) => adres.pathname === `/indicaties/${indicatie}`)
    await opBericht(pagina, bericht)
    await pagina.locator('.br-verzoek .md-badge', { hasText: 'Toegewezen' }).waitFor()
    const { items } = await ad.roep('GET', '/verzoeken?limiet=200')
    expect(items.map((v: { referentie: string }) => v.referentie)).not.toContain(ref)
  })

  it('toezicht leest mee en kan niets beantwoorden', async () => {
    const { bericht } = await gevraagd(await als('consulent'))
    const { pagina } = await als('toezichthouder')
    await opBericht(pagina, bericht)
    await pagina.locator('.br-verzoek').getByText('Wacht op ons').waitFor()
    expect(await pagina.locator('.br-verzoek').getByRole('button').count()).toBe(0)
    await axe(pagina)
  })
})
