/** Aanbieders en contracten over de API: nakijken, vastleggen met een reden, en wat er eerder gold. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wijsToe } from '#actions/toewijzing/wijs-toe.ts'
import { catalogushash, zetProefinwoner, zetToeTeWijzen } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const AGB = '98765432'
let s: Proefserver
let cato: Proefgebruiker, adm: Proefgebruiker, toe: Proefgebruiker, con: Proefgebruiker
let gemeente = ''
let uur = ''
beforeAll(async () => {
  s = await maakProefserver()
  cato = await s.meldAan('contractmanager')
  adm = await s.meldAan('administratie')
  toe = await s.meldAan('toezichthouder')
  con = await s.meldAan('consulent')
  gemeente = s.gemeenten[0]?.code as string
  uur = Object.entries(s.uitgaven[0]?.versies.at(-1)?.producten ?? {}).find(([, p]) => p.eenheid !== 'dagdeel')?.[0] ?? ''
})
afterAll(() => s.sluit())

type Tarief = { eenheid: string; tarief?: number; van: string; tot?: string }
const product = (code: string, tarieven: Tarief[], catalogusproduct?: string) => ({
  code,
  categorie: '02',
  ...(catalogusproduct && { catalogusproduct }),
  tarieven,
})
const contract = (agb: string, producten: object[], anders: object = {}) => ({
  agb,
  naam: 'Zorg in Nergens',
  van: '2026-01-01',
  producten,
  ...anders,
})
const eerste = () => contract(AGB, [product('02A03', [{ eenheid: '04', tarief: 6250, van: '2026-01-01' }], uur)])
const leg = (lichaam: object) => cato.roep('POST', '/contracten', { reden: 'Nieuw contract na de aanbesteding.', ...lichaam })
const bestand = (wie: string, tarief = 6250) => `gemeenten: ["${wie}"]
producten:
  - code: 02A03
    categorie: "02"
    tarieven: [{ eenheid: "04", tarief: ${tarief}, van: "2026-01-01" }]
aanbieders:
  - { agb: "11112222", naam: Hulp in Nergens }
`

describe('een contract vastleggen', () => {
  it('een nieuwe aanbieder: eerst te zien wat erbij komt, dan vastgelegd met reden', async () => {
    const voorstel = await cato.roep('POST', '/contractvoorstellen', { contract: eerste() })
    expect(voorstel.lichaam.items).toMatchObject([
      {
        agb: AGB,
        was: null,
        verandert: true,
        letOp: [],
        verschil: { erbij: [{ code: '02A03', tarief: 6250, eenheidnaam: 'uur' }], weg: [] },
      },
    ])
    expect((await cato.roep('GET', '/aanbieders')).lichaam.items).toEqual([])
    expect((await leg({ contract: eerste(), basis: null })).status).toBe(201)
    const { lichaam } = await adm.roep('GET', `/aanbieders/${AGB}`)
    expect(lichaam).toMatchObject({
      naam: 'Zorg in Nergens',
      contract: { van: '2026-01-01', tot: null, reden: 'Nieuw contract na de aanbesteding.', door: expect.any(String) },
      regels: [{ code: '02A03', catalogusproduct: uur, productnaam: expect.any(String), toewijzingen: 0 }],
      magWijzigen: false,
    })
    expect((await leg({ contract: eerste(), basis: null })).lichaam.code).toBe('AANBIEDER_BESTAAT')
  })
  it('hoeveel toewijzingen een regel draagt, en een let-op als zijn code verdwijnt', async () => {
    const consulent = await s.als('consulent')
    const { inwoner } = await zetProefinwoner(s, consulent.actor)
    const hash = await catalogushash(s, gemeente)
    const indicatie = await zetToeTeWijzen(s, consulent.actor, { inwoner, product: uur, hash, van: '2026-12-01', tot: '2027-05-31' })
    expect((await wijsToe(s.dienst, consulent, indicatie, { aanbieder: AGB })).ok).toBe(true)
    expect((await toe.roep('GET', `/aanbieders/${AGB}`)).lichaam.regels).toMatchObject([{ code: '02A03', toewijzingen: 1 }])
    expect((await cato.roep('GET', '/aanbieders')).lichaam.items).toMatchObject([{ agb: AGB, toewijzingen: 1, codes: 1 }])
    const zonder = contract(AGB, [product('02A04', [{ eenheid: '04', tarief: 6250, van: '2026-01-01' }], uur)])
    const { letOp } = (await cato.roep('POST', '/contractvoorstellen', { contract: zonder })).lichaam.items[0]
    expect(letOp).toEqual(['Code 02A03 verdwijnt, maar draagt nog 1 toewijzing.'])
  })
  it('een code zonder product: de contractmanager leest voor en na het vastleggen dat er niets mee toe te wijzen is', async () => {
    const ander = '98765440'
    const regels = [product('02A05', [{ eenheid: '04', tarief: 6250, van: '2026-01-01' }]), eerste().producten[0] as object]
    const [voorstel] = (await cato.roep('POST', '/contractvoorstellen', { contract: contract(ander, regels) })).lichaam.items
    expect(voorstel.letOp).toEqual(["Bij code 02A05 staat geen product van de catalogus. Met zo'n code is niets toe te wijzen."])
    expect((await leg({ contract: contract(ander, regels), basis: null })).status).toBe(201)
    expect((await adm.roep('GET', `/aanbieders/${ander}`)).lichaam.regels).toMatchObject([
      { code: '02A03', toewijsbaar: true },
      { code: '02A05', toewijsbaar: false },
    ])
    // De keuzes zeggen welke codes de catalogus zelf noemt: daarmee waarschuwt het formulier al voor het vastleggen.
    const { producten } = (await cato.roep('GET', '/contractkeuzes')).lichaam
    expect(producten.find((p: { waarde: string }) => p.waarde === uur)).toMatchObject({ iwmoCode: null })
  })
  it('een nieuw tarief: het oude blijft in de geschiedenis; wie op een oud contract wijzigt wordt gewaarschuwd', async () => {
    const oud = (await cato.roep('GET', `/aanbieders/${AGB}`)).lichaam.contract.id
    const tarieven = [
      { eenheid: '04', tarief: 6250, van: '2026-01-01', tot: '2026-12-31' },
      { eenheid: '04', tarief: 6500, van: '2027-01-01' },
    ]
    const nieuw = { contract: contract(AGB, [product('02A03', tarieven, uur)]), basis: oud, reden: 'Indexatie voor 2027.' }
    expect((await leg(nieuw)).status).toBe(201)
    const { contract: nu } = (await cato.roep('GET', `/aanbieders/${AGB}`)).lichaam
    expect((await leg(nieuw)).lichaam).toMatchObject({
      status: 412,
      code: 'VEROUDERD',
      wie: nu.door,
      wanneer: nu.op,
      huidig: { contract: nu.id },
    })
    const { geschiedenis } = (await toe.roep('GET', `/aanbieders/${AGB}`)).lichaam
    expect(geschiedenis).toMatchObject([
      {
        reden: 'Indexatie voor 2027.',
        verschil: { erbij: [{ tarief: 6500 }], gewijzigd: [{ was: { tot: null }, wordt: { tot: '2026-12-31' } }] },
      },
      { reden: 'Nieuw contract na de aanbesteding.', verschil: { erbij: [{ tarief: 6250 }] } },
    ])
    expect((await leg({ ...nieuw, basis: undefined })).lichaam.code).toBe('CONTRACT_ONGEWIJZIGD')
  })
  it.each<[string, object, string]>([
    ['een AGB-code van zeven cijfers', { agb: '1234567' }, '/contract/agb'],
    ['een contract dat eindigt voor het begint', { tot: '2025-12-31' }, '/contract/tot'],
    ['een tarief dat langer loopt dan het contract', { tot: '2026-12-31' }, '/contract/producten/0/tarieven/0/van'],
    [
      'twee tarieven op één dag',
      {
        producten: [
          product('02A03', [
            { eenheid: '04', tarief: 1, van: '2026-01-01' },
            { eenheid: '04', tarief: 2, van: '2026-06-01' },
          ]),
        ],
      },
      '/contract/producten/0/tarieven/1/van',
    ],
    [
      'een tarief met een komma',
      { producten: [product('02A03', [{ eenheid: '04', tarief: 62.5, van: '2026-01-01' }])] },
      '/contract/producten/0/tarieven/0/tarief',
    ],
  ])('%s: geweigerd, en het veld wordt aangewezen', async (_, anders, plaats) => {
    const a = await leg({ contract: { ...eerste(), ...anders } })
    expect([a.status, a.lichaam.fouten.map((f: { plaats: string }) => f.plaats)]).toEqual([422, expect.arrayContaining([plaats])])
  })
})

describe('een code voor meer producten', () => {
  const DEEL = '33334444'
  it('elke afspraak heeft haar eigen regel, tarief en toewijzingen; die van de code verdwijnen niet uit het zicht', async () => {
    const anders = Object.keys(s.uitgaven[0]?.versies.at(-1)?.producten ?? {}).find((p) => p !== uur) as string
    const producten = [
      { ...product('02P03', [{ eenheid: '04', tarief: 6000, van: '2026-01-01' }], uur), naam: 'dag' },
      { ...product('02P03', [{ eenheid: '04', tarief: 7000, van: '2026-01-01' }], uur), naam: 'avond' },
      product('02P03', [{ eenheid: '04', tarief: 5000, van: '2026-01-01' }], anders),
    ]
    const kapot = await leg({
      contract: contract(DEEL, [...producten, product('02P03', [{ eenheid: '04', tarief: 1, van: '2026-03-01' }])]),
    })
    expect([kapot.status, kapot.lichaam.fouten[0].plaats]).toEqual([422, '/contract/producten/3/tarieven/0/van'])
    expect((await leg({ contract: contract(DEEL, producten), basis: null })).status).toBe(201)
    const consulent = await s.als('consulent')
    const { inwoner } = await zetProefinwoner(s, consulent.actor)
    const hash = await catalogushash(s, gemeente)
    const indicatie = await zetToeTeWijzen(s, consulent.actor, { inwoner, product: uur, hash, van: '2026-12-01', tot: '2027-05-31' })
    expect((await wijsToe(s.dienst, consulent, indicatie, { aanbieder: DEEL })).ok).toBe(true)
    const { regels } = (await toe.roep('GET', `/aanbieders/${DEEL}`)).lichaam
    expect(regels.map((r: { tarief: number; naam: string; toewijzingen: number }) => [r.tarief, r.naam, r.toewijzingen])).toEqual([
      [6000, 'dag', 1],
      [7000, 'avond', 1],
      [5000, null, 0],
    ])
    const { letOp, verschil } = (await cato.roep('POST', '/contractvoorstellen', { contract: contract(DEEL, [producten[2] as object]) }))
      .lichaam.items[0]
    expect(letOp).toEqual([])
    expect([verschil.weg.length, verschil.gelijk]).toEqual([2, 1])
  })
})

describe('een contractbestand', () => {
  it('wordt nagekeken: elke fout met haar regel', async () => {
    const kapot = bestand(gemeente).replace('"02"', '"99"').replace('11112222', '1111222')
    const { status, lichaam } = await cato.roep('POST', '/contractvoorstellen', { yaml: kapot })
    expect([status, lichaam.fouten.map((f: { tekst: string }) => f.tekst.slice(0, 8))]).toEqual([422, ['Regel 4:', 'Regel 7:']])
  })
  it('van een andere gemeente: geweigerd; staat zij ernaast, dan blijft het daar zoals het is', async () => {
    expect((await leg({ yaml: bestand('0001') })).lichaam.fouten).toMatchObject([{ code: 'CONTRACT_ANDERE_GEMEENTE', plaats: '/yaml' }])
    const samen = bestand(gemeente).replace(`["${gemeente}"]`, `["${gemeente}", "0001"]`)
    expect((await cato.roep('POST', '/contractvoorstellen', { yaml: samen })).lichaam).toMatchObject({
      overgeslagen: ['0001'],
      items: [{ agb: '11112222' }],
    })
    expect((await leg({ yaml: samen })).status).toBe(201)
    expect(
      await s.eigenaar
        .selectFrom('contract' as never)
        .selectAll()
        .where('gemeente' as never, '=', '0001' as never)
        .execute(),
    ).toEqual([])
  })
})

it('lezen mag wie met aanbieders werkt; wijzigen alleen de contractmanager', async () => {
  expect((await con.roep('GET', '/aanbieders')).status).toBe(403)
  for (const ik of [adm, toe]) {
    expect((await ik.roep('GET', '/aanbieders')).status).toBe(200)
    expect((await ik.roep('POST', '/contracten', { contract: eerste(), reden: 'Een goede reden.' })).status).toBe(403)
  }
  expect((await adm.roep('GET', '/aanbieders/00000000')).status).toBe(404)
})
