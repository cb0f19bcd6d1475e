/** Oefenen: aanbieders opdragen hoe zij zich gedragen, en hun antwoorden laten komen. Alleen in een proefgemeente, alleen door de administratie. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { PARTIJEN } from '#messages/keten/oefening.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const AANBIEDER = PARTIJEN.aanbieder
let s: Proefserver
let proef: Berichtproef
let gemeente = ''
let ad: Proefgebruiker
let nummer = 100
beforeAll(async () => {
  s = await maakProefserver()
  gemeente = (await s.als('administratie')).actor.gemeente
  ;[ad, proef] = [await s.meldAan('administratie'), maakBerichtproef(s, gemeente)]
})
afterAll(() => s.sluit())
/** Elke proef begint met een lege rij: wat er lag is aangenomen. */
beforeEach(async () => {
  await draagOp({})
  await speel('alles')
})

const wacht = () => proef.toewijzing(++nummer)
const gewoon = { antwoord: 'neemt_aan', codes: null, wacht: 0, eenheid: 'minuten', dubbel: false, laatsteEerst: false }
const draagOp = (gedrag: object, wie = ad) => wie.roep('POST', '/oefenopdrachten', { aanbieder: AANBIEDER, ...gewoon, ...gedrag })
const speel = (wat: string, bericht?: string, wie = ad) => wie.roep('POST', '/oefenrondes', { wat, ...(bericht && { bericht }) })
const beeld = async () => (await ad.roep('GET', '/oefenbeurten')).lichaam
const rij = async () => (await beeld()).wachtrij.map((w: { bericht: string }) => w.bericht)
const stand = async (id: string) => (await ad.roep('GET', `/berichten/${id}`)).lichaam.stand
/** Na een tijd is de aanmelding verlopen. */
async function over(ms: number): Promise<void> {
  s.klok.nu = new Date(s.klok.nu.getTime() + ms)
  ad = await s.meldAan('administratie')
}

describe('wie niets is opgedragen', () => {
  it('neemt aan: het staat in de rij, is aan de beurt, en na spelen staat er wat ervan kwam', async () => {
    const id = await wacht()
    const { wachtrij } = await beeld()
    expect(wachtrij).toMatchObject([{ bericht: id, naam: 'WMO301', aanbieder: { code: AANBIEDER }, aanDeBeurt: true, code: null }])
    expect((await speel('volgende')).lichaam).toEqual({ gespeeld: 1, overgeslagen: 0, over: 0 })
    const { wachtrij: leeg, gespeeld } = await beeld()
    expect(leeg).toEqual([])
    expect(gespeeld[0]).toMatchObject({ bericht: id, stand: 'aangenomen', code: null, dubbel: false, uitval: null })
    expect((await ad.roep('GET', `/berichten/${gespeeld[0].antwoord}`)).lichaam.naam).toBe('WMO302')
  })
})

describe('opgedragen', () => {
  it('hij keurt af met de gekozen code: het bericht is afgekeurd, en het werk dat ervan komt is te openen', async () => {
    await draagOp({ antwoord: 'keurt_af', codes: { WMO301: '9332', WMO319: '9359' } })
    const id = await wacht()
    const { aanbieders, wachtrij } = await beeld()
    expect(aanbieders.find((a: { aanbieder: { code: string } }) => a.aanbieder.code === AANBIEDER)).toMatchObject({
      wacht: 1,
      gedrag: { antwoord: 'keurt_af', codes: { WMO301: '9332', WMO319: '9359' } },
    })
    expect(wachtrij[0].code).toEqual({ code: '9332', tekst: 'Dit toewijzingsnummer is al van een andere toewijzing.' })
    await speel('aan_de_beurt')
    const [laatst] = (await beeld()).gespeeld
    expect(laatst).toMatchObject({ bericht: id, stand: 'afgekeurd', code: { code: '9332' } })
    expect((await ad.roep('GET', `/uitval/${laatst.uitval}`)).lichaam.code).toBe('9332')
  })
  it('na twee dagen: eerst niet aan de beurt, dan wel; wie niet wil wachten speelt dat ene bericht', async () => {
    await draagOp({ wacht: 2, eenheid: 'dagen' })
    const [een, twee] = [await wacht(), await wacht()]
    expect((await beeld()).wachtrij.map((w: { aanDeBeurt: boolean }) => w.aanDeBeurt)).toEqual([false, false])
    expect((await speel('aan_de_beurt')).lichaam.code).toBe('NIETS_TE_SPELEN')
    expect((await speel('bericht', twee)).lichaam.gespeeld).toBe(1)
    expect([await stand(een), await stand(twee)]).toEqual(['wacht_op_antwoord', 'aangenomen'])
    await over(2 * 86_400_000)
    expect((await speel('aan_de_beurt')).lichaam.gespeeld).toBe(1)
    expect(await stand(een)).toBe('aangenomen')
  })
  it('twee keer is één antwoord, en dat hij het twee keer stuurde staat erbij', async () => {
    await draagOp({ dubbel: true })
    const tel = async () => (await ad.roep('GET', '/berichten?bericht=WMO302&limiet=200')).lichaam.items.length
    const [voor] = [await tel(), await wacht()]
    await speel('alles')
    expect(await tel()).toBe(voor + 1)
    expect((await beeld()).gespeeld[0]).toMatchObject({ dubbel: true, stand: 'aangenomen' })
  })
  it('het laatste eerst: zo staat het in de rij, en zo komt het', async () => {
    await draagOp({ laatsteEerst: true })
    const een = await wacht()
    await over(60_000)
    const twee = await wacht()
    expect(await rij()).toEqual([twee, een])
    await speel('volgende')
    expect([await stand(een), await stand(twee)]).toEqual(['wacht_op_antwoord', 'aangenomen'])
  })
  it('hij zwijgt: het blijft staan, ook bij alles', async () => {
    await draagOp({ antwoord: 'zwijgt' })
    const id = await wacht()
    expect((await beeld()).wachtrij).toMatchObject([{ bericht: id, op: null, aanDeBeurt: false }])
    expect((await speel('alles')).lichaam.code).toBe('NIETS_TE_SPELEN')
    expect(await stand(id)).toBe('wacht_op_antwoord')
  })
  it('een code die niet op dat bericht kan staan, of een onmogelijke wachttijd, wordt geweigerd bij het veld', async () => {
    const mis = await draagOp({ antwoord: 'keurt_af', codes: { WMO301: '9355', WMO319: '9359' } })
    expect(mis.lichaam.fouten).toMatchObject([{ code: 'CODE_PAST_NIET', plaats: '/codes/WMO301' }])
    expect((await draagOp({ antwoord: 'keurt_af' })).lichaam.fouten).toHaveLength(2)
    expect((await draagOp({ wacht: 366 })).lichaam.fouten).toMatchObject([{ plaats: '/wacht' }])
  })
  it('wie twee keer op de knop drukt, speelt één ronde', async () => {
    const [een, twee] = [await wacht(), await wacht()]
    const koppen = { 'idempotency-key': '0c3a1d52-5e0b-4a53-9f44-0d7c6f0f0001' }
    for (const _ of [1, 2]) await ad.roep('POST', '/oefenrondes', { wat: 'volgende' }, koppen)
    expect([await stand(een), await stand(twee)].sort()).toEqual(['aangenomen', 'wacht_op_antwoord'])
  })
})

describe('alleen in een proefgemeente', () => {
  it('bij een echte gemeente weigert de server het', async () => {
    await wacht()
    await s.knoei(`update gemeente set verzonnen = false where code = '${gemeente}'`)
    try {
      for (const antwoord of [await ad.roep('GET', '/oefenbeurten'), await draagOp({}), await speel('alles')])
        expect([antwoord.status, antwoord.lichaam.code]).toEqual([422, 'ALLEEN_PROEF'])
    } finally {
      await s.knoei(`update gemeente set verzonnen = true where code = '${gemeente}'`)
    }
  })
  it('wat er gespeeld is, staat in het logboek met wie het deed', async () => {
    const id = await wacht()
    await speel('alles')
    const { medewerker } = (await s.als('administratie')).actor
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select(['medewerker', 'doel', 'objecten'])
      .where('doel', 'like', 'oefenen:%')
      .execute()
    const over = regels.filter((r) => r.medewerker === medewerker && JSON.stringify(r.objecten).includes(id)).map((r) => r.doel)
    expect(over.sort()).toEqual(['oefenen: antwoord van de aanbieder nagespeeld', 'oefenen: ronde gespeeld'])
  })
})
