/** AMB-59: dezelfde dagen van een indicatie liggen bij één aanbieder tegelijk; een ander krijgt ze pas als zij vrij zijn. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { verwerkBericht } from '#actions/berichten/verwerk-bericht.ts'
import type { Actor } from '#actions/handeling/dienst.ts'
import { catalogushash, regelVoor, zetContract, zetProefinwoner, zetToeTeWijzen } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { alsBytes, stuur } from '#messages/keten/oefening.testhulp.ts'
import { BSN } from '#messages/voorbeelden.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'

const [EEN, TWEE] = ['98765432', '12345678']
const [VAN, TOT] = ['2026-11-02', '2027-10-31']
let s: Proefserver
let proef: Berichtproef
let con: Proefgebruiker, adm: Proefgebruiker
let actor: Actor
let [product, inwoner, bsn, indicatie] = ['', '', '', '']
beforeAll(async () => {
  s = await maakProefserver()
  ;[con, adm] = [await s.meldAan('consulent'), await s.meldAan('administratie')]
  actor = (await s.als('consulent')).actor
  proef = maakBerichtproef(s, actor.gemeente)
  product = Object.entries(s.uitgaven[0]?.versies.at(-1)?.producten ?? {}).find(([, p]) => p.eenheid !== 'dagdeel')?.[0] ?? ''
  for (const agb of [EEN, TWEE]) await zetContract(s, actor.gemeente, agb, regelVoor(product))
})
afterAll(() => s.sluit())
const indiceer = async (minuten = 180): Promise<string> =>
  zetToeTeWijzen(s, actor, { inwoner, product, hash: await catalogushash(s, actor.gemeente), van: VAN, tot: TOT, minuten })
beforeEach(async () => {
  ;({ inwoner, bsn } = await zetProefinwoner(s, actor))
  indicatie = await indiceer()
})

const wijs = (aanbieder: string, dagen: { van?: string; tot?: string } = {}, pad = 'toewijzingen', id = indicatie) =>
  con.roep('POST', `/indicaties/${id}/${pad}`, { aanbieder, ...dagen })
const dagenVan = async () =>
  (await con.roep('GET', `/indicaties/${indicatie}/toewijzingen`)).lichaam.items.map((t: { dagen: unknown }) => t.dagen)
/** Toegewezen en aangenomen. */
async function ligtBij(aanbieder: string, dagen: { van?: string; tot?: string } = {}): Promise<{ bericht: string; nummer: number }> {
  const { status, lichaam } = await wijs(aanbieder, dagen)
  expect(status).toBe(201)
  await proef.antwoord(lichaam.bericht)
  return lichaam
}
const verbeter = (bericht: string, nummer: number, tot: string) =>
  adm.roep('POST', `/berichten/${bericht}/verbeteringen`, { toewijzingen: [{ nummer, tot }] })

describe('dagen die al bij een ander liggen', () => {
  it('AMB-59 fout: geweigerd bij bekijken en bij versturen, met wie welke dagen heeft en welke nog vrij zijn', async () => {
    const { bericht, nummer } = await ligtBij(EEN, { tot: '2027-05-31' })
    for (const pad of ['toewijzingsvoorstellen', 'toewijzingen']) {
      const { status, lichaam, koppen } = await wijs(TWEE, { van: '2027-05-31' }, pad)
      expect([status, lichaam.code, lichaam.eis]).toEqual([422, 'ELDERS_TOEGEWEZEN', 'AMB-59'])
      expect(koppen['content-type']).toContain('application/problem+json')
      expect(lichaam.detail).toContain(`Zorg in Nergens op 31 mei 2027 (toewijzing ${nummer})`)
      expect(lichaam.watNu).toContain('1 juni 2027 t/m 31 oktober 2027')
      expect(lichaam.huidig).toEqual({
        elders: [{ aanbieder: { agb: EEN, naam: 'Zorg in Nergens' }, nummer, bericht, van: '2027-05-31', tot: '2027-05-31' }],
        vrij: [{ van: '2027-06-01', tot: TOT }],
      })
    }
    expect(await dagenVan()).toEqual([{ van: VAN, tot: '2027-05-31' }])
  })
  it('AMB-59 goed: de dag erna begint de ander', async () => {
    await ligtBij(EEN, { tot: '2027-05-31' })
    expect((await wijs(TWEE, { van: '2027-06-01' })).status).toBe(201)
    expect(await dagenVan()).toEqual([
      { van: VAN, tot: '2027-05-31' },
      { van: '2027-06-01', tot: TOT },
    ])
  })
  it('twee tegelijk, elk naar een andere aanbieder: één lukt, de ander leest wie er voor was', async () => {
    const uit = await Promise.all([wijs(EEN), wijs(TWEE), wijs(EEN, { van: '2027-01-01' }), wijs(TWEE, { van: '2027-01-01' })])
    const gelukt = (await con.roep('GET', `/indicaties/${indicatie}/toewijzingen`)).lichaam.items
    expect(new Set(gelukt.map((t: { aanbieder: { agb: string } }) => t.aanbieder.agb)).size).toBe(1)
    const winnaar = gelukt[0].aanbieder.agb
    const vanDeAnder = uit.filter((_, i) => [EEN, TWEE][i % 2] !== winnaar)
    expect(vanDeAnder.map((a) => [a.status, a.lichaam.code])).toEqual([
      [422, 'ELDERS_TOEGEWEZEN'],
      [422, 'ELDERS_TOEGEWEZEN'],
    ])
  })
  it('uren delen kan: elk een eigen indicatie met zijn deel, op dezelfde dagen', async () => {
    const deel = await indiceer(60)
    expect((await wijs(EEN)).status).toBe(201)
    expect((await wijs(TWEE, {}, 'toewijzingen', deel)).status).toBe(201)
    expect((await wijs(EEN, {}, 'toewijzingen', deel)).lichaam.code).toBe('ELDERS_TOEGEWEZEN')
  })
})

describe('wanneer dagen weer vrij zijn', () => {
  it('na inkorten; dan krijgt de eerste ze niet meer terug', async () => {
    const { bericht, nummer } = await ligtBij(EEN)
    const korter = (await verbeter(bericht, nummer, '2027-03-31')).lichaam.bericht
    await proef.antwoord(korter)
    await ligtBij(TWEE, { van: '2027-04-01' })
    const terug = await verbeter(korter, nummer, TOT)
    expect([terug.status, terug.lichaam.code, terug.lichaam.huidig.vrij]).toEqual([
      422,
      'ELDERS_TOEGEWEZEN',
      [{ van: VAN, tot: '2027-03-31' }],
    ])
    expect((await verbeter(korter, nummer, '2027-02-28')).status).toBe(201)
  })
  it('na een afkeuring van de toewijzing; wat afgekeurd was gaat niet opnieuw als een ander de dagen kreeg', async () => {
    const { bericht } = (await wijs(EEN)).lichaam
    await proef.antwoord(bericht, 'TR135')
    expect(await dagenVan()).toEqual([null])
    await ligtBij(TWEE)
    const opnieuw = await adm.roep('POST', `/berichten/${bericht}/verbeteringen`, {})
    expect([opnieuw.status, opnieuw.lichaam.code]).toEqual([422, 'ELDERS_TOEGEWEZEN'])
  })
  it('niet na een intrekking die is afgekeurd: dan geldt de toewijzing nog', async () => {
    const { bericht, nummer } = await ligtBij(EEN)
    const in_ = await adm.roep('POST', `/berichten/${bericht}/intrekkingen`, { nummers: [nummer], reden: 'Verkeerd gekozen' })
    expect(await dagenVan()).toEqual([null])
    await proef.antwoord(in_.lichaam.bericht, 'TR135')
    expect(await dagenVan()).toEqual([{ van: VAN, tot: TOT }])
    expect((await wijs(TWEE)).lichaam.code).toBe('ELDERS_TOEGEWEZEN')
  })
  it('keurt de eerste zijn inkorting af nadat een ander de dagen kreeg, dan is dat één keer werk dat zegt welke dagen dubbel liggen', async () => {
    const { bericht, nummer } = await ligtBij(EEN)
    const korter = (await verbeter(bericht, nummer, '2027-03-31')).lichaam.bericht
    const ander = await ligtBij(TWEE, { van: '2027-04-01', tot: '2027-08-31' })
    const dubbel = async () => (await adm.roep('GET', '/uitval?soort=dubbel_toegewezen')).lichaam.items
    expect(await dubbel()).toEqual([])
    await proef.antwoord(korter, 'TR135')
    const [werk, ...meer] = await dubbel()
    expect([meer, werk.tekst]).toEqual([
      [],
      `Deze dagen liggen bij twee aanbieders: 1 april 2027 t/m 31 augustus 2027 (toewijzing ${nummer} en ${ander.nummer}).`,
    ])
  })
  it('keurt hij haar af terwijl niemand anders de dagen heeft, dan is er niets dubbel', async () => {
    const voor = (await adm.roep('GET', '/uitval?soort=dubbel_toegewezen')).lichaam.items.length
    const { bericht, nummer } = await ligtBij(EEN)
    await proef.antwoord((await verbeter(bericht, nummer, '2027-03-31')).lichaam.bericht, 'TR135')
    expect((await adm.roep('GET', '/uitval?soort=dubbel_toegewezen')).lichaam.items.length).toBe(voor)
  })
  it('na een definitieve stop, niet na een tijdelijke of een verwijderde', async () => {
    const { nummer } = await ligtBij(EEN)
    const start = { ToewijzingNummer: nummer, Product: { Categorie: '02', Code: '02A07' }, ToewijzingIngangsdatum: VAN, Begindatum: VAN }
    await meld('WMO305', [{ ...start, StatusAanlevering: '1' }])
    const stop = (RedenBeeindiging: string, Einddatum: string, StatusAanlevering = '1') =>
      meld('WMO307', [{ ...start, RedenBeeindiging, Einddatum, StatusAanlevering }])
    await stop('20', '2026-12-15')
    const [regel] = (await con.roep('GET', `/indicaties/${indicatie}/toewijzingen`)).lichaam.items
    expect(regel).toMatchObject({ gestoptOp: null, onderbrokenOp: '2026-12-15', dagen: { van: VAN, tot: TOT } })
    await stop('20', '2026-12-15', '3')
    await stop('23', '2027-01-31')
    await stop('23', '2027-01-31', '3')
    await stop('23', '2026-12-31')
    expect(await dagenVan()).toEqual([{ van: VAN, tot: '2026-12-31' }])
    expect((await wijs(TWEE, { van: '2026-12-31' })).lichaam.code).toBe('ELDERS_TOEGEWEZEN')
    expect((await wijs(TWEE, { van: '2027-01-01' })).status).toBe(201)
  })
})

let volgnummer = 0
async function meld(naam: 'WMO305' | 'WMO307', regels: readonly object[]): Promise<void> {
  const zending = stuur(naam, (m) => {
    m.Header.BerichtIdentificatie.Identificatie = `ELDERS${volgnummer++}`
    m.Header.BerichtIdentificatie.Dagtekening = '2027-03-20'
    m.Header.Ontvanger = actor.gemeente
    if ('StartProducten' in m.Client) m.Client.StartProducten.StartProduct = regels as never
    else m.Client.StopProducten.StopProduct = regels as never
  })
  const bytes = Buffer.from(alsBytes(zending.naam, zending.waarde)).toString('utf8').replaceAll(BSN, bsn)
  const uit = await verwerkBericht({ ...proef.keten, systeemdatum: '2027-03-20' }, Buffer.from(bytes))
  expect(uit).toMatchObject({ uitkomst: 'geaccepteerd', retourcodes: [] })
}
