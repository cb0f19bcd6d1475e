/** Een toewijzing die uit een indicatie kwam: intrekken en inkorten staan bij de indicatie, en het antwoord is te lezen voor wie helpt. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import type { Actor } from '#actions/handeling/dienst.ts'
import { catalogushash, regelVoor, zetContract, zetProefinwoner, zetToeTeWijzen } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const AGB = '98765432'
let s: Proefserver
let proef: Berichtproef
let con: Proefgebruiker, ander: Proefgebruiker, ad: Proefgebruiker
let actor: Actor
let product = ''
let inwoner = '',
  indicatie = '',
  bericht = '',
  retour = ''
let nummer = 0
beforeAll(async () => {
  s = await maakProefserver()
  ;[con, ad] = [await s.meldAan('consulent'), await s.meldAan('administratie')]
  actor = (await s.als('consulent')).actor
  ander = await s.meldAan('toezichthouder')
  proef = maakBerichtproef(s, actor.gemeente)
  product = Object.entries(s.uitgaven[0]?.versies.at(-1)?.producten ?? {}).find(([, p]) => p.eenheid !== 'dagdeel')?.[0] ?? ''
  await zetContract(s, actor.gemeente, AGB, regelVoor(product))
})
afterAll(() => s.sluit())
beforeEach(async () => {
  ;({ inwoner } = await zetProefinwoner(s, actor))
  const hash = await catalogushash(s, actor.gemeente)
  indicatie = await zetToeTeWijzen(s, actor, { inwoner, product, hash, van: '2026-12-01', tot: '2027-05-31' })
  const gemaakt = (await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: AGB })).lichaam
  ;({ bericht, nummer } = gemaakt)
  retour = await proef.antwoord(bericht)
})
type Feit = { readonly id: string; readonly soort: string; readonly datum: string; readonly zin: string; readonly geldt: boolean }
const feiten = async (): Promise<Feit[]> => (await con.roep('GET', `/indicaties/${indicatie}`)).lichaam.gebeurtenissen
const stand = async () => (await con.roep('GET', `/inwoners/${inwoner}/indicaties`)).lichaam.items[0].toewijzing

describe('intrekken', () => {
  const trekIn = () => ad.roep('POST', `/berichten/${bericht}/intrekkingen`, { nummers: [nummer], reden: 'Verkeerde aanbieder gekozen' })
  it('staat als gedateerd feit bij de indicatie en op de tijdlijn; daarna is zij weer toe te wijzen', async () => {
    expect((await trekIn()).status).toBe(201)
    const zin = `Toewijzing ${nummer} aan Zorg in Nergens ingetrokken: Verkeerde aanbieder gekozen.`
    expect((await feiten()).at(-1)).toMatchObject({ soort: 'toewijzing_ingetrokken', datum: '2026-11-25', zin, geldt: true })
    expect(JSON.stringify((await con.roep('GET', `/inwoners/${inwoner}/tijdlijn`)).lichaam)).toContain(zin)
    expect(await stand()).toMatchObject({ stand: 'nog_niet', zin: 'De toewijzing is ingetrokken.', aanzet: true })
    const [regel] = (await con.roep('GET', `/indicaties/${indicatie}/toewijzingen`)).lichaam.items
    expect(regel).toMatchObject({ nummer, ingetrokken: true, stand: 'wacht' })
    expect((await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: AGB })).status).toBe(201)
  })
  it('keurt de aanbieder de intrekking af, dan geldt de toewijzing nog', async () => {
    await proef.antwoord((await trekIn()).lichaam.bericht, 'TR135')
    expect(await stand()).toMatchObject({ stand: 'afgewezen', aanzet: true })
  })
  it('niemand laat dat feit los vervallen, en de administratie legt niets anders vast', async () => {
    await trekIn()
    const feit = (await feiten()).at(-1) as Feit
    const vervallen = { soort: 'vervallen', datum: '2026-11-25', gegevens: { reden: 'Vergissing.' }, vervangt: feit.id }
    expect((await con.roep('POST', `/indicaties/${indicatie}/gebeurtenissen`, vervallen)).lichaam.code).toBe('GEBEURTENIS_ELDERS')
  })
})

describe('een andere laatste dag', () => {
  const verbeter = (tot: string) => ad.roep('POST', `/berichten/${bericht}/verbeteringen`, { toewijzingen: [{ nummer, tot }] })
  it('korter: een feit bij de indicatie', async () => {
    expect((await verbeter('2027-03-31')).status).toBe(201)
    expect((await feiten()).at(-1)).toMatchObject({
      soort: 'toewijzing_gewijzigd',
      zin: `Toewijzing ${nummer} aan Zorg in Nergens loopt nu tot en met 31 maart 2027.`,
    })
  })
  it('langer dan de indicatie: geweigerd, ook als de indicatie zelf is ingekort', async () => {
    expect((await verbeter('2027-06-01')).lichaam).toMatchObject({
      code: 'BUITEN_INDICATIE',
      detail: expect.stringContaining('31 mei 2027'),
    })
    const leg = (soort: string, datum: string, gegevens: object) =>
      con.roep('POST', `/indicaties/${indicatie}/gebeurtenissen`, { soort, datum, gegevens })
    await leg('gestart', '2026-12-01', {})
    expect((await leg('beeindigd', '2027-02-28', { reden: 'op_verzoek' })).status).toBe(201)
    expect((await verbeter('2027-03-31')).lichaam).toMatchObject({
      code: 'BUITEN_INDICATIE',
      detail: expect.stringContaining('28 februari 2027'),
    })
    expect((await verbeter('2027-02-28')).status).toBe(201)
  })
})

describe('het antwoord van de aanbieder', () => {
  it('wie de inwoner helpt leest het, met wat het beantwoordt; zonder band is het er niet', async () => {
    const { status, lichaam } = await con.roep('GET', `/berichten/${retour}`)
    expect([status, lichaam.naam, lichaam.inwoner?.id]).toEqual([200, 'WMO302', inwoner])
    expect(lichaam.inhoud.length).toBeGreaterThan(0)
    expect(lichaam.keten[0]).toMatchObject({ id: bericht, verband: 'heenbericht', stand: 'aangenomen' })
    expect((await con.roep('GET', `/berichten/${bericht}`)).lichaam.keten[0]).toMatchObject({ id: retour, verband: 'antwoord' })
    await s.knoei(
      `update inwoner set team = null where id = '${inwoner}'; update zaak set behandelaar = null, team = null where inwoner = '${inwoner}'`,
    )
    expect((await con.roep('GET', `/berichten/${retour}`)).status).toBe(404)
    expect((await ander.roep('GET', `/berichten/${retour}`)).lichaam).toMatchObject({ inhoud: null, inhoudOntbreekt: 'geen_recht' })
  })
})
