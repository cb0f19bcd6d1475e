/** Toewijzen over de API: kiezen, bekijken, versturen, en de opdracht die buiten het berichtenverkeer blijft. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogushash, regelVoor, zetContract, zetProefinwoner, zetToeTeWijzen } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import type { Actor } from '#actions/handeling/dienst.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'

const [DEZE, ANDERE, STRAKS] = ['98765432', '12345678', '87654321']
let s: Proefserver
let con: Proefgebruiker, adm: Proefgebruiker, toe: Proefgebruiker
let actor: Actor
let uur = ''
let inwoner = ''
let indicatie = ''
beforeAll(async () => {
  s = await maakProefserver()
  ;[con, adm, toe] = [await s.meldAan('consulent'), await s.meldAan('administratie'), await s.meldAan('toezichthouder')]
  actor = (await s.als('consulent')).actor
  const producten = Object.entries(s.uitgaven[0]?.versies.at(-1)?.producten ?? {})
  uur = producten.find(([, p]) => p.eenheid !== 'dagdeel')?.[0] ?? ''
  await zetContract(s, actor.gemeente, DEZE, regelVoor(uur))
  await zetContract(s, actor.gemeente, ANDERE, regelVoor('een-ander-product'))
  await zetContract(s, actor.gemeente, STRAKS, regelVoor(uur, { van: '2027-01-01' }))
})
afterAll(() => s.sluit())
const indiceer = async (anders: { van?: string; tot?: string; minuten?: number } = {}): Promise<string> =>
  zetToeTeWijzen(s, actor, {
    inwoner,
    product: uur,
    hash: await catalogushash(s, actor.gemeente),
    van: '2026-12-01',
    tot: '2027-05-31',
    ...anders,
  })
beforeEach(async () => {
  ;({ inwoner } = await zetProefinwoner(s, actor))
  indicatie = await indiceer()
})
const maakGeheim = () =>
  s.knoei(`update inwoner set geheim_adres = true where id = '${inwoner}';
  update inwoner_gegevens set geheim_adres = true where inwoner = '${inwoner}'`)

describe('een aanbieder kiezen', () => {
  it('alleen wie op die dag een contract heeft voor dit product', async () => {
    const { status, lichaam } = await adm.roep('GET', `/indicaties/${indicatie}/toewijzingskeuzes`)
    expect(status).toBe(200)
    expect(lichaam).toMatchObject({
      van: '2026-12-01',
      tot: '2027-05-31',
      omvang: '3 uur per week',
      belemmering: null,
      geenAanbieder: null,
    })
    expect(lichaam.aanbieders).toEqual([
      { agb: DEZE, naam: 'Zorg in Nergens', codes: [{ code: '02A07', categorie: '02', namen: [], loopt: false }] },
    ])
    const later = await con.roep('GET', `/indicaties/${indicatie}/toewijzingskeuzes?op=2027-02-01`)
    expect(later.lichaam.aanbieders.map((a: { agb: string }) => a.agb)).toEqual([STRAKS, DEZE])
  })
  it('is de indicatie voorbij, dan staat dat er meteen bij, en in de lijst is toewijzen geen volgende stap', async () => {
    const id = await indiceer({ van: '2026-01-01', tot: '2026-11-24' })
    expect((await con.roep('GET', `/indicaties/${id}/toewijzingskeuzes`)).lichaam.belemmering).toMatchObject({
      code: 'TOEWIJZING_VOORBIJ',
      buitenom: false,
    })
    const { items } = (await con.roep('GET', `/inwoners/${inwoner}/indicaties`)).lichaam
    expect(items.map((i: { id: string; toewijzing: object }) => [i.id === id, i.toewijzing])).toEqual([
      [true, expect.objectContaining({ stand: 'geldt_niet', aanzet: false })],
      [false, expect.objectContaining({ stand: 'nog_niet', aanzet: true })],
    ])
  })
  it('is er niemand, dan zegt het antwoord waarom en wat te doen', async () => {
    const vroeg = await adm.roep('GET', `/indicaties/${indicatie}/toewijzingskeuzes?op=2025-01-01`)
    expect(vroeg.lichaam).toMatchObject({ aanbieders: [], geenAanbieder: { code: 'CONTRACT_ONTBREEKT', watNu: expect.any(String) } })
  })
})

describe('bekijken en versturen', () => {
  it('eerst te zien, dan pas gedaan: het voorstel verandert niets', async () => {
    const voorstel = await con.roep('POST', `/indicaties/${indicatie}/toewijzingsvoorstellen`, { aanbieder: DEZE })
    expect(voorstel.status).toBe(200)
    expect(voorstel.lichaam).toMatchObject({
      aanbieder: { agb: DEZE, naam: 'Zorg in Nergens' },
      regels: [{ nummer: null, wat: 'nieuw', code: '02A07', van: '2026-12-01', tot: '2027-05-31', omvang: '3 uur per week' }],
      uitleg: { regels: ['IV066'] },
      verzoeken: [],
    })
    expect((await con.roep('GET', `/indicaties/${indicatie}/toewijzingen`)).lichaam.items).toEqual([])
  })
  it('versturen: het nummer, de stand van het bericht en een feit op de tijdlijn', async () => {
    const gemaakt = await adm.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE })
    expect(gemaakt.status).toBe(201)
    const { lichaam } = await toe.roep('GET', `/indicaties/${indicatie}/toewijzingen`)
    expect(lichaam.items).toMatchObject([
      { nummer: gemaakt.lichaam.nummer, aanbieder: { naam: 'Zorg in Nergens' }, stand: 'wacht', omvang: '3 uur per week', gestartOp: null },
    ])
    const tijdlijn = await con.roep('GET', `/inwoners/${inwoner}/tijdlijn`)
    expect(JSON.stringify(tijdlijn.lichaam)).toContain(`Toegewezen aan Zorg in Nergens, toewijzing ${gemaakt.lichaam.nummer}.`)
  })
  it('dezelfde sleutel wijst één keer toe; nog eens hetzelfde met een nieuwe sleutel wordt geweigerd', async () => {
    const kop = { 'idempotency-key': randomUUID() }
    const [een, twee] = [
      await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE }, kop),
      await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE }, kop),
    ]
    expect(twee.lichaam).toEqual(een.lichaam)
    const weer = await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE })
    expect([weer.status, weer.lichaam.code]).toEqual([422, 'TOEWIJZING_ONGEWIJZIGD'])
  })
  it('OP087 OP257: wat al loopt staat in het voorstel, met wat ermee gebeurt en hoe het was', async () => {
    const { nummer } = (await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE })).lichaam
    const meer = await indiceer({ van: '2027-02-01', minuten: 300 })
    const { regels, uitleg } = (await con.roep('POST', `/indicaties/${meer}/toewijzingsvoorstellen`, { aanbieder: DEZE })).lichaam
    expect(regels).toMatchObject([
      { nummer: null, wat: 'nieuw', van: '2027-02-01', omvang: '5 uur per week' },
      { nummer, wat: 'wijzigt', tot: '2027-01-31', was: { tot: '2027-05-31' }, reden: expect.any(String) },
    ])
    expect(uitleg).toEqual({ tekst: expect.stringContaining('31 januari 2027'), regels: ['OP257', 'IV066'] })
  })
  it.each([
    ['een aanbieder zonder contract', { aanbieder: ANDERE }, 422, 'IWMO_CODE_ONTBREEKT'],
    ['een contract dat dan nog niet geldt', { aanbieder: STRAKS }, 422, 'CONTRACT_ONTBREEKT'],
    ['dagen buiten de indicatie', { aanbieder: DEZE, tot: '2027-06-01' }, 422, 'BUITEN_INDICATIE'],
    ['een verzoek dat er niet is', { aanbieder: DEZE, referentieAanbieder: 'X' }, 422, 'VERZOEK_NIET_OPEN'],
    ['geen AGB-code', { aanbieder: '123' }, 422, 'INVOER_ONGELDIG'],
  ])('%s: geweigerd, bij bekijken en bij versturen', async (_, opgave, status, code) => {
    for (const pad of ['toewijzingsvoorstellen', 'toewijzingen']) {
      const a = await con.roep('POST', `/indicaties/${indicatie}/${pad}`, opgave)
      expect([pad, a.status, a.lichaam.code]).toEqual([pad, status, code])
      expect(a.lichaam.watNu).toEqual(expect.any(String))
    }
  })
  it('OP043: met een pgb voor dit product gaat er geen toewijzing uit, ook niet op een andere indicatie; een dag later wel', async () => {
    const pgb = await indiceer({ van: '2027-06-01', tot: '2027-08-31' })
    await s.knoei(`update indicatie set leveringsvorm = 'pgb' where id = '${pgb}'`)
    const probeer = async (id: string) => (await con.roep('POST', `/indicaties/${id}/toewijzingen`, { aanbieder: DEZE })).lichaam
    expect(await probeer(pgb)).toMatchObject({ code: 'PGB', eis: 'OP043' })
    expect((await probeer(await indiceer({ van: '2027-08-31', tot: '2027-12-31' }))).code).toBe('PGB')
    expect((await probeer(await indiceer({ van: '2027-09-01', tot: '2027-12-31' }))).code).toBeUndefined()
  })
  it('toezicht ziet wel wat is toegewezen, maar wijst niet toe', async () => {
    expect((await toe.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE })).status).toBe(403)
    expect((await toe.roep('GET', `/indicaties/${indicatie}/toewijzingskeuzes`)).status).toBe(403)
  })
})

describe('meer codes voor een product, en een product dat zijn code deelt', () => {
  const DEEL = '11112222'
  const dagdeel = 'gedeeld-product'
  beforeAll(() =>
    zetContract(
      s,
      actor.gemeente,
      DEEL,
      regelVoor(uur, { code: '02P03', naam: 'basis' }),
      regelVoor(uur, { code: '02P04', naam: 'plus', tarief: 7000 }),
      regelVoor(dagdeel, { code: '02P03', tarief: 5000 }),
    ),
  )
  const codes = async (id: string) => {
    const { aanbieders } = (await con.roep('GET', `/indicaties/${id}/toewijzingskeuzes`)).lichaam
    return aanbieders.find((a: { agb: string }) => a.agb === DEEL)?.codes
  }
  const wijs = (id: string, opgave: object = {}, pad = 'toewijzingen') =>
    con.roep('POST', `/indicaties/${id}/${pad}`, { aanbieder: DEEL, ...opgave })

  it('alle codes staan bij de keuze, met hun naam; zonder keuze gaat er niets uit', async () => {
    expect(await codes(indicatie)).toEqual([
      { code: '02P03', categorie: '02', namen: ['basis'], loopt: false },
      { code: '02P04', categorie: '02', namen: ['plus'], loopt: false },
    ])
    for (const pad of ['toewijzingsvoorstellen', 'toewijzingen']) {
      const { status, lichaam } = await wijs(indicatie, {}, pad)
      expect([status, lichaam.code]).toEqual([422, 'IWMO_CODE_KIEZEN'])
      expect(lichaam.huidig.productcodes.map((k: { code: string }) => k.code)).toEqual(['02P03', '02P04'])
    }
    expect((await wijs(indicatie, { productcode: '02P99' })).lichaam).toMatchObject({ code: 'IWMO_CODE_PAST_NIET', eis: 'TR381' })
    expect((await con.roep('GET', `/indicaties/${indicatie}/toewijzingen`)).lichaam.items).toEqual([])
  })
  it('OP257: een andere code dan waar het onder liep, is een nieuw nummer; het oude eindigt', async () => {
    const { nummer } = (await wijs(indicatie, { productcode: '02P03' })).lichaam
    const later = await indiceer({ van: '2027-02-01' })
    expect((await codes(later)).map((c: { loopt: boolean }) => c.loopt)).toEqual([true, false])
    const { lichaam } = await wijs(later, { productcode: '02P04' }, 'toewijzingsvoorstellen')
    expect(lichaam.uitleg.tekst).toContain('De productcode is anders dan 02P03')
    expect(lichaam.regels).toMatchObject([
      { nummer: null, wat: 'nieuw', code: '02P04' },
      { nummer, wat: 'wijzigt', code: '02P03', tot: '2027-01-31' },
    ])
    expect((await wijs(later, { productcode: '02P04' })).status).toBe(201)
  })
  it('TR302: een code die al voor een ander product loopt, beëindigt dat andere niet; met een andere code gaat het wel', async () => {
    const { nummer } = (await wijs(indicatie, { productcode: '02P03' })).lichaam
    const ander = await indiceer()
    await s.knoei(`update indicatie set product = '${dagdeel}' where id = '${ander}'`)
    expect((await wijs(ander)).lichaam).toMatchObject({
      code: 'CODE_BEZET',
      eis: 'TR302',
      detail: expect.stringContaining(`Toewijzing ${nummer}`),
    })
    const daarna = await indiceer({ van: '2027-06-01', tot: '2027-12-31' })
    await s.knoei(`update indicatie set product = '${dagdeel}' where id = '${daarna}'`)
    expect((await wijs(daarna)).status).toBe(201)
    const { items } = (await con.roep('GET', `/indicaties/${indicatie}/toewijzingen`)).lichaam
    expect(items).toMatchObject([{ nummer, tot: '2027-05-31' }])
  })
  it('een indicatie die de andere vervangt, neemt haar code over: de oude eindigt zoals altijd', async () => {
    const { nummer } = (await wijs(indicatie, { productcode: '02P03' })).lichaam
    const ander = await indiceer({ van: '2027-02-01' })
    await s.knoei(`update indicatie set product = '${dagdeel}', vervangt = '${indicatie}', minuten_per_week = 300 where id = '${ander}'`)
    expect((await wijs(ander)).lichaam.gewijzigd).toEqual([{ nummer, einddatum: '2027-01-31', redenWijziging: '05' }])
  })
})

describe('hoe het met de toewijzing staat, in de lijst van indicaties', () => {
  const regel = async (wie: Proefgebruiker, id = indicatie, vraag = '') =>
    (await wie.roep('GET', `/inwoners/${inwoner}/indicaties${vraag}`)).lichaam.items.find((i: { id: string }) => i.id === id)?.toewijzing

  it('wie mag toewijzen wordt erop gewezen; wie niet mag ziet alleen de stand', async () => {
    const open = { stand: 'nog_niet', zin: 'Er is nog geen aanbieder gekozen.' }
    expect([await regel(con), await regel(adm), await regel(toe)]).toEqual([
      { ...open, aanzet: true },
      { ...open, aanzet: true },
      { ...open, aanzet: false },
    ])
    await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE })
    expect(await regel(toe)).toEqual({
      stand: 'onderweg',
      zin: 'Toegewezen aan Zorg in Nergens; er is nog geen antwoord.',
      aanzet: false,
    })
    expect((await regel(con)).aanzet).toBe(false)
  })
  it('met geen aanbieder een contract op de eerste dag: dat staat er, en de weg naar de uitleg blijft', async () => {
    const vroeg = await indiceer({ van: '2025-12-31', tot: '2027-05-31' })
    expect(await regel(con, vroeg)).toMatchObject({ stand: 'geen_contract', aanzet: true })
  })
  it('een pgb vraagt geen toewijzing, en een opdracht buitenom is er een', async () => {
    await s.knoei(`update indicatie set leveringsvorm = 'pgb' where id = '${indicatie}'`)
    expect(await regel(con)).toMatchObject({ stand: 'pgb', aanzet: false })
    const ander = await indiceer()
    await adm.roep('POST', `/indicaties/${ander}/opdrachten`, {
      datum: '2026-11-24',
      aanbieder: 'Zorg in Nergens',
      wijze: 'post',
      reden: 'gevaar',
    })
    expect(await regel(con, ander)).toMatchObject({ stand: 'buitenom', zin: expect.stringContaining('Zorg in Nergens'), aanzet: false })
  })
  it('bij een zaak alleen wat uit die zaak kwam', async () => {
    const { zaak } = (await s.eigenaar
      .selectFrom('zaak')
      .select('id as zaak')
      .where('inwoner', '=', inwoner)
      .executeTakeFirstOrThrow()) as { zaak: string }
    expect(await regel(con, indicatie, `?zaak=${zaak}`)).toBeUndefined()
    const { id: onderzoek } = (await con.roep('POST', `/zaken/${zaak}/onderzoeken`)).lichaam
    await s.knoei(`update indicatie set onderzoek = '${onderzoek}' where id = '${indicatie}'`)
    expect(await regel(con, indicatie, `?zaak=${zaak}`)).toMatchObject({ stand: 'nog_niet' })
  })
})

describe('buiten het berichtenverkeer (OP003)', () => {
  const opdracht = { datum: '2026-11-24', aanbieder: 'Zorg in Nergens', wijze: 'beveiligde_mail', reden: 'geheim_adres' }
  it('een geheim adres: geen bericht, wel de andere weg, en die komt op de tijdlijn', async () => {
    await maakGeheim()
    const keuzes = (await con.roep('GET', `/indicaties/${indicatie}/toewijzingskeuzes`)).lichaam
    expect(keuzes.belemmering).toMatchObject({ code: 'GEHEIM_ADRES', buitenom: true })
    expect((await con.roep('POST', `/indicaties/${indicatie}/toewijzingen`, { aanbieder: DEZE })).lichaam.code).toBe('GEHEIM_ADRES')
    const gedaan = await adm.roep('POST', `/indicaties/${indicatie}/opdrachten`, { ...opdracht, toelichting: 'Besproken met de planner.' })
    expect([gedaan.status, gedaan.lichaam.zin]).toEqual([
      201,
      'Opdracht per beveiligde e-mail aan Zorg in Nergens, buiten het berichtenverkeer: het adres is geheim.',
    ])
    const { gebeurtenissen } = (await con.roep('GET', `/indicaties/${indicatie}`)).lichaam
    expect(gebeurtenissen.at(0)).toMatchObject({
      soort: 'opdracht_buitenom',
      datum: '2026-11-24',
      gemaaktDoor: { naam: expect.any(String) },
    })
    expect(JSON.stringify((await con.roep('GET', `/inwoners/${inwoner}/tijdlijn`)).lichaam)).toContain(gedaan.lichaam.zin)
  })
  it('wie oordeelt dat doorgeven gevaarlijk is, houdt de inwoner daarna uit het verkeer, tot die opdracht vervalt', async () => {
    const { id } = (await con.roep('POST', `/indicaties/${indicatie}/opdrachten`, { ...opdracht, reden: 'gevaar' })).lichaam
    const ander = await indiceer({ van: '2027-06-01', tot: '2027-12-31' })
    const probeer = async () => (await con.roep('POST', `/indicaties/${ander}/toewijzingen`, { aanbieder: DEZE })).lichaam.code
    expect(await probeer()).toBe('DOORGEVEN_GEVAARLIJK')
    const vervallen = { soort: 'vervallen', datum: '2026-11-25', gegevens: { reden: 'Gevaar is geweken.' }, vervangt: id }
    expect((await con.roep('POST', `/indicaties/${indicatie}/gebeurtenissen`, vervallen)).status).toBe(201)
    expect(await probeer()).toBeUndefined()
  })
  it.each([
    ['zonder aanbieder', { aanbieder: '' }, '/aanbieder'],
    ['een wijze die niet bestaat', { wijze: 'postduif' }, '/wijze'],
    ['een dag die nog moet komen', { datum: '2026-11-26' }, '/datum'],
  ])('%s: het veld wordt aangewezen', async (_, anders, plaats) => {
    const a = await con.roep('POST', `/indicaties/${indicatie}/opdrachten`, { ...opdracht, ...anders })
    expect([a.status, a.lichaam.fouten?.map((f: { plaats: string }) => f.plaats)]).toEqual([422, [plaats]])
  })
  it('niemand legt een toewijzing los vast als gebeurtenis', async () => {
    const los = { soort: 'toegewezen', datum: '2026-11-25', gegevens: { aanbieder: 'X', nummer: '1' } }
    expect((await con.roep('POST', `/indicaties/${indicatie}/gebeurtenissen`, los)).lichaam.code).toBe('GEBEURTENIS_ELDERS')
  })
})
