/** Een declaratie van welke omvang ook is te lezen: totalen en regels, een bladzijde tegelijk, zonder cliënten. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { declareer, regel } from '#messages/keten/oefening.testhulp.ts'
import { BSN } from '#messages/voorbeelden.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const REGELS = 120
let s: Proefserver
let ad: Proefgebruiker
let id = ''
beforeAll(async () => {
  s = await maakProefserver()
  ad = await s.meldAan('administratie')
  const { gemeente } = (await s.als('administratie')).actor
  const proef = maakBerichtproef(s, gemeente)
  await proef.antwoord(await proef.toewijzing(1))
  await proef.start(1)
  // Alleen de eerste toewijzing is er; de andere regels komen terug.
  const regels = Array.from({ length: REGELS }, (_, i) => regel(`R${String(i).padStart(3, '0')}`, { ToewijzingNummer: i + 1 }))
  await proef.verwerk(declareer('D1', regels))
  id = await proef.laatste('WMO323')
  await s.knoei(`update bericht set grootte = 3000000 where id = '${id}'`)
})
afterAll(() => s.sluit())

const blader = async (vraag = '') => (await ad.roep('GET', `/berichten/${id}/declaratieregels?limiet=50${vraag}`)).lichaam
type Bladzijde = { items: { referentie: string; afgekeurd: boolean; redenen: unknown[] }[]; volgende: string | null }
/** Alle regels, bladzijde na bladzijde. */
async function alle(vraag = ''): Promise<Bladzijde['items']> {
  const gezien: Bladzijde['items'] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { items, volgende }: Bladzijde = await blader(`${vraag}${cursor && `&cursor=${cursor}`}`)
    expect(items.length).toBeLessThanOrEqual(50)
    gezien.push(...items)
    cursor = volgende
  }
  return gezien
}

describe('een declaratie die te groot is om te lezen', () => {
  it('geeft haar totalen bij het bericht', async () => {
    const { lichaam } = await ad.roep('GET', `/berichten/${id}`)
    expect(lichaam).toMatchObject({ inhoud: null, inhoudOntbreekt: 'te_groot', stand: 'deels' })
    expect(lichaam.declaratie).toMatchObject({ nummer: 'D1', regels: REGELS, clienten: 1, afgekeurd: REGELS - 1 })
    const { declaratie: d } = lichaam
    const regels = (await blader()).items
    expect(d.ingediend).toBe(REGELS * regels[0].bedrag)
    expect(d.afgekeurdBedrag).toBe(d.afgekeurd * regels[0].bedrag)
  })
  it('bladert door alle regels, elk één keer en in volgorde', async () => {
    expect((await alle()).map((r) => r.referentie)).toEqual(Array.from({ length: REGELS }, (_, i) => `R${String(i).padStart(3, '0')}`))
  })
  it('alleen wat is afgekeurd, en nergens een burgerservicenummer', async () => {
    const uit = await alle('&alleen=afgekeurd')
    expect(uit.every((r) => r.afgekeurd)).toBe(true)
    expect([uit.length, uit[0]?.referentie]).toEqual([REGELS - 1, 'R001'])
    expect(JSON.stringify(uit)).not.toContain(BSN)
  })
  it('elke afgekeurde regel zegt waarom: op de regel zelf, en wat is aangenomen zegt niets', async () => {
    const [eerste, tweede] = (await blader()).items
    expect(eerste).toMatchObject({ afgekeurd: false, redenen: [] })
    expect(tweede.redenen[0]).toEqual({ code: '9338', regel: 'TR338', tekst: 'De regel hoort niet bij een toewijzing van deze cliënt.' })
    for (const r of await alle('&alleen=afgekeurd')) expect(r.redenen.length).toBeGreaterThan(0)
  })
  it('is de cliënt onbekend, dan zegt elke regel van hem dat', async () => {
    const { gemeente } = (await s.als('administratie')).actor
    const proef = maakBerichtproef(s, gemeente)
    await proef.verwerk(declareer('D2', [regel('X1', { ToewijzingNummer: 1 }), regel('X2', { ToewijzingNummer: 2 })]), '999990020')
    const { items } = (await ad.roep('GET', `/berichten/${await proef.laatste('WMO323')}/declaratieregels`)).lichaam
    const reden = { code: '8187', regel: 'TR304', tekst: 'Deze cliënt heeft geen toewijzing bij deze aanbieder.' }
    expect(items.map((r: { redenen: unknown }) => r.redenen)).toEqual([[reden], [reden]])
    expect(JSON.stringify(items)).not.toContain('999990020')
  })
  it('een bericht dat geen declaratie is heeft geen regels, en een wijzer van elders wordt geweigerd', async () => {
    const [ander] = (await ad.roep('GET', '/berichten?bericht=WMO301')).lichaam.items
    expect((await ad.roep('GET', `/berichten/${ander.id}/declaratieregels`)).lichaam).toEqual({ items: [], volgende: null })
    expect((await ad.roep('GET', `/berichten/${ander.id}`)).lichaam.declaratie).toBeNull()
    expect((await blader('&cursor=x')).code).toBe('INVOER_ONGELDIG')
  })
})
