/** De termijn van het besluit, de vorm van de antwoorden van toezicht, en wie wat mag. */
import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bladzijde } from '../dossier/vormen.ts'
import { maakToezichtproef, periode } from './toezichtproef.testhulp.ts'
import { auditkeuzevorm, auditregelvorm, cijfervorm, controlevorm, indicatiegeval, termijngeval } from './vormen.ts'

const { s, c, tom, aanvraag } = await maakToezichtproef()
afterAll(() => s.sluit())

describe('de termijn van het besluit', () => {
  const aanvragen: Record<string, string> = {}
  const dagen = 'van=2027-02-01&tot=2027-02-28'
  beforeAll(async () => {
    aanvragen.besloten = await aanvraag({ dicht: ['2027-02-15', 'besloten'] })
    aanvragen.dagTeLaat = await aanvraag({ dicht: ['2027-02-16', 'besloten'] })
    aanvragen.ingetrokken = await aanvraag({ dicht: ['2027-02-10', 'ingetrokken'] })
    aanvragen.laatIngetrokken = await aanvraag({ dicht: ['2027-02-20', 'ingetrokken'] })
    aanvragen.open = await aanvraag()
    // Nog in Nederlandse tijd op de laatste dag; en van voor de aanvraag.
    aanvragen.vastgesteld = await aanvraag({ indicatie: '2027-02-15T22:30:00Z' })
    aanvragen.vastgesteldErvoor = await aanvraag({ indicatie: '2027-01-31T10:00:00Z' })
  })
  afterAll(async () => {
    const zaken = Object.values(aanvragen)
    await s.eigenaar.updateTable('zaak').set({ besluit_uiterlijk: null }).where('id', 'in', zaken).execute()
  })

  it.each([
    ['binnen', ['besloten', 'vastgesteld']],
    ['te_laat', ['dagTeLaat', 'laatIngetrokken']],
    ['niet_klaar', ['open', 'vastgesteldErvoor']],
    ['afgesloten', ['ingetrokken']],
  ])('%s: precies deze zaken, en zoveel in de cijfers', async (uitkomst, namen) => {
    const { lichaam } = await tom.roep('GET', `/toezichttermijnen?${dagen}&termijn=besluit&uitkomst=${uitkomst}`)
    expect(lichaam.items.map((i: { zaak: string }) => i.zaak).sort()).toEqual(namen.map((n) => aanvragen[n]).sort())
    const { besluiten } = (await tom.roep('GET', `/toezichtcijfers?${dagen}`)).lichaam
    const sleutel = { binnen: 'binnen', te_laat: 'teLaat', niet_klaar: 'nietKlaar', afgesloten: 'afgesloten' }[uitkomst] as string
    expect(besluiten.totaal[sleutel]).toBe(namen.length)
    expect(besluiten.maanden).toMatchObject([{ maand: '2027-02', [sleutel]: namen.length }])
  })

  it('telt dagen te laat vanaf de termijn van het besluit', async () => {
    const { lichaam } = await tom.roep('GET', `/toezichttermijnen?${dagen}&termijn=besluit&uitkomst=te_laat`)
    const per = Object.fromEntries(lichaam.items.map((i: { zaak: string; dagenTeLaat: number }) => [i.zaak, i.dagenTeLaat]))
    expect(per).toEqual({ [aanvragen.dagTeLaat as string]: 1, [aanvragen.laatIngetrokken as string]: 5 })
  })
})

describe('de vorm van de antwoorden', () => {
  const dag = 'van=2027-03-01&tot=2027-03-01'
  it.each([
    ['/toezichtcijfers', `?${periode}`, cijfervorm],
    ['/toezichttermijnen', `?${periode}`, bladzijde(termijngeval)],
    ['/toezichtindicaties', `?${periode}`, bladzijde(indicatiegeval)],
    ['/auditregels', `?${dag}`, bladzijde(auditregelvorm)],
    ['/auditkeuzes', '', auditkeuzevorm],
    ['/auditcontroles', '', z.object({ items: z.array(controlevorm), volgende: z.null() })],
  ])('%s is zoals het document zegt', async (pad, vraag, vorm) => {
    const { lichaam } = await tom.roep('GET', pad + vraag)
    expect(z.strictObject(vorm.shape as z.ZodRawShape).safeParse(lichaam).error).toBeUndefined()
  })
})

describe('wie mag wat', () => {
  const adressen = [
    `/toezichtcijfers?${periode}`,
    `/toezichttermijnen?${periode}`,
    `/toezichtindicaties?${periode}`,
    `/auditregels?${periode}`,
    '/auditkeuzes',
  ]
  it.each(['consulent', 'teamleider', 'administratie', 'contractmanager', 'beheerder'])('%s ziet niets van toezicht', async (rol) => {
    const ik = await s.meldAan(rol, c.gemeente)
    for (const adres of adressen) expect([adres, (await ik.roep('GET', adres)).status]).toEqual([adres, 403])
    if (rol !== 'beheerder') expect((await ik.roep('POST', '/auditcontroles')).status).toBe(403)
  })

  it('een toezichthouder van een andere gemeente ziet niets van deze', async () => {
    const elders = await s.meldAan('toezichthouder')
    const { lichaam } = await elders.roep('GET', `/toezichtcijfers?${periode}`)
    expect(lichaam.termijnen.totaal).toEqual({ binnen: 0, teLaat: 0, nietKlaar: 0, afgesloten: 0 })
    expect((await elders.roep('GET', `/toezichtindicaties?${periode}`)).lichaam.items).toEqual([])
    expect((await elders.roep('GET', '/auditcontroles')).lichaam.items).toEqual([])
    const { medewerkers } = (await tom.roep('GET', '/auditkeuzes')).lichaam
    expect((await elders.roep('GET', `/auditregels?${periode}&medewerker=${medewerkers[0].id}`)).lichaam.items).toEqual([])
  })
})
