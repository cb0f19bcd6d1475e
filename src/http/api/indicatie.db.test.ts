import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alsAntwoorden, maakProefzaak, type Proefzaak, vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import type { Catalogus, Vignet } from '#core/catalogus/vorm.ts'
import { productenVanTabel } from '#core/indicatie/productkeuze.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'

let s: Proefserver
/** Per proefgemeente een consulent; de eerste rekent met normregels, de tweede heeft een stapelingsmatrix. */
let uren: { wie: Proefgebruiker; catalogus: Catalogus; gemeente: string }
let matrix: typeof uren
beforeAll(async () => {
  s = await maakProefserver()
  const kant = async (i: number) => ({
    wie: await s.meldAan('consulent', s.gemeenten[i]?.code),
    catalogus: s.uitgaven[i]?.versies.at(-1) as Catalogus,
    gemeente: s.gemeenten[i]?.code as string,
  })
  ;[uren, matrix] = [await kant(0), await kant(1)]
})
afterAll(() => s.sluit())

type Kant = typeof uren
const metProduct = (v: Vignet) => Object.values(v.verwacht ?? {}).some((w) => w.uitkomst === 'product' && w.product)
const kern = (v: Vignet) => Object.entries(v.verwacht ?? {}).find(([, w]) => w.uitkomst === 'product') as [string, { product: string }]

async function metAntwoorden({ wie, gemeente }: Kant, vignet: Vignet, zaak?: Proefzaak) {
  const { actor } = await s.als('consulent', gemeente)
  const z = zaak ?? (await maakProefzaak(s, actor))
  const { lichaam } = await wie.roep('POST', `/zaken/${z.zaak}/onderzoeken`)
  const bewaard = await wie.roep(
    'POST',
    `/onderzoeken/${lichaam.id}/antwoorden`,
    { antwoorden: alsAntwoorden(vignet) },
    { 'if-match': '"v1"' },
  )
  if (bewaard.status !== 201) throw new Error(JSON.stringify(bewaard.lichaam))
  return { ...z, id: lichaam.id as string, versie: bewaard.lichaam.versie as number }
}
type Onderzoek = Awaited<ReturnType<typeof metAntwoorden>>

const stelVast = (kant: Kant, o: Onderzoek, voorstel: object, koppen = {}) =>
  kant.wie.roep('POST', `/onderzoeken/${o.id}/indicaties`, voorstel, { 'if-match': `"v${o.versie}"`, ...koppen })

/** Zoals een consulent het doet: insturen, lezen wat een motivering vraagt, motiveren. */
async function motiveer(kant: Kant, o: Onderzoek, voorstel: object) {
  const eerst = await stelVast(kant, o, voorstel)
  if (eerst.status !== 422 || eerst.lichaam.code !== 'MOTIVERING_ONTBREEKT') return eerst
  const nodig = eerst.lichaam.huidig.teMotiveren as { sleutel: string }[]
  return stelVast(kant, o, { ...voorstel, motiveringen: nodig.map(({ sleutel }) => ({ sleutel, motivering: 'Besproken en passend.' })) })
}

const normregels = {
  regels: [
    { activiteit: 'Plannen van de week', minuten: 60, keer: { aantal: 1, per: 'week' }, soort: 'norm', resultaat: 'overzicht' },
    { activiteit: 'Post', minuten: 30, keer: { aantal: 1, per: '2weken' }, soort: 'norm', resultaat: 'overzicht' },
    { activiteit: 'Post', minuten: 10, keer: { aantal: 1, per: 'week' }, soort: 'aftrek', reden: 'De dochter doet een deel.' },
  ],
  onderbouwing: { capaciteiten: 'Kan zelf lezen.', situatie: 'Woont alleen.' },
}
const omvangVan = ({ producten }: Catalogus, product: string) =>
  producten[product]?.eenheid === 'dagdeel'
    ? { dagdelen: 2, resultaten: (producten[product]?.resultaten ?? []).slice(0, 1).map((r) => r.code) }
    : normregels

const rijen = async (inwoner: string) => {
  const van = async (tabel: 'indicatie' | 'voorziening' | 'advies' | 'gebeurtenis' | 'audit') =>
    Number(
      (
        await s.eigenaar
          .selectFrom(tabel)
          .select((e) => e.fn.countAll().as('n'))
          .where('inwoner', '=', inwoner)
          .executeTakeFirstOrThrow()
      ).n,
    )
  return { indicatie: await van('indicatie'), voorziening: await van('voorziening'), advies: await van('advies') }
}

describe('een indicatie volgens het advies', () => {
  it('met een pgb: dat staat erbij, en in de zin; zonder keuze is het zorg in natura', async () => {
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && uren.catalogus.producten[kern(v)[1].product]?.eenheid === 'uur')
    const [tabel, { product }] = kern(vignet)
    for (const [leveringsvorm, zin] of [
      ['pgb', 'per week met een pgb, 1 december 2026'],
      [undefined, 'per week, 1 december 2026'],
    ] as const) {
      const o = await metAntwoorden(uren, vignet)
      const voorstel = { tabel, product, van: '2026-12-01', tot: '2027-11-30', omvang: normregels, ...(leveringsvorm && { leveringsvorm }) }
      const { id } = (await motiveer(uren, o, voorstel)).lichaam
      const { lichaam } = await uren.wie.roep('GET', `/indicaties/${id}`)
      expect([lichaam.leveringsvorm, lichaam.gebeurtenissen[0].zin]).toEqual([leveringsvorm ?? 'zin', expect.stringContaining(zin)])
    }
  })
  it('bewaart voorziening, indicatie, advies, gebeurtenis en logboekregel, met de berekening erbij', async () => {
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && uren.catalogus.producten[kern(v)[1].product]?.eenheid === 'uur')
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const gedaan = await motiveer(uren, o, { tabel, product, van: '2026-12-01', tot: '2027-11-30', omvang: normregels })
    expect(gedaan.status).toBe(201)
    const { lichaam } = await uren.wie.roep('GET', `/indicaties/${gedaan.lichaam.id}`)
    expect(lichaam).toMatchObject({
      product,
      stand: 'vastgesteld',
      standSinds: '2026-11-25',
      looptijd: { van: '2026-12-01', tot: '2027-11-30' },
      minutenPerWeek: 65,
      afwijkingMotivering: null,
      omvang: { uitkomst: { totaal: { minutenPerWeek: '65', afgerond: 65, inWoorden: '1 uur en 5 minuten per week' } } },
      gebeurtenissen: [
        {
          soort: 'vastgesteld',
          datum: '2026-11-25',
          zin: expect.stringContaining('1 uur en 5 minuten per week, 1 december 2026 t/m 30 november 2027'),
          geldt: true,
        },
      ],
      vastgesteldDoor: { naam: 'Noor Proef' },
    })
    expect(await rijen(o.inwoner)).toEqual({ indicatie: 1, voorziening: 1, advies: 1 })
    const log = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'doel', 'objecten', 'hash_na'])
      .where('inwoner', '=', o.inwoner)
      .orderBy('id')
      .execute()
    expect(log.filter((r) => r.doel === 'indicatie Wmo 2.3.5')).toMatchObject([
      {
        soort: 'aanmaken',
        objecten: [{ soort: 'indicatie', id: gedaan.lichaam.id }, { soort: 'advies' }, { soort: 'voorziening' }],
        hash_na: expect.any(Buffer),
      },
      { soort: 'lezen' },
    ])
  })

  it('kan ook als het onderzoek al is afgerond', async () => {
    const vignet = vignetMet(uren.catalogus, metProduct)
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const rond = await uren.wie.roep('PATCH', `/onderzoeken/${o.id}`, { afgerond: true }, { 'if-match': `"v${o.versie}"` })
    const voorstel = { tabel, product, van: '2026-12-01', tot: '2027-11-30', omvang: omvangVan(uren.catalogus, product) }
    expect((await motiveer(uren, { ...o, versie: rond.lichaam.versie }, voorstel)).status).toBe(201)
  })

  it('het bewaarde advies herhaalt byte voor byte, ook na nieuwe antwoorden; een vervalste byte valt op', async () => {
    const vignet = vignetMet(uren.catalogus, metProduct)
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const gedaan = await motiveer(uren, o, {
      tabel,
      product,
      van: '2026-12-01',
      tot: '2027-11-30',
      omvang: omvangVan(uren.catalogus, product),
    })
    const vraag = Object.keys(vignet.antwoorden)[0]
    await uren.wie.roep(
      'POST',
      `/onderzoeken/${o.id}/antwoorden`,
      { antwoorden: [{ vraag, waarde: null }] },
      { 'if-match': `"v${o.versie}"` },
    )
    const herhaald = await uren.wie.roep('POST', `/adviezen/${gedaan.lichaam.advies}/herhalingen`)
    expect([herhaald.status, herhaald.lichaam.gelijk, herhaald.lichaam.engine]).toEqual([200, true, { was: 'test', is: 'test' }])
    expect(herhaald.lichaam.is).toBe(herhaald.lichaam.was)
    await s.eigenaar
      .updateTable('advies')
      .set({ resultaat: sql`replace(resultaat, 'uitkomst', 'Uitkomst')` })
      .where('id', '=', gedaan.lichaam.advies)
      .execute()
    expect((await uren.wie.roep('POST', `/adviezen/${gedaan.lichaam.advies}/herhalingen`)).lichaam.gelijk).toBe(false)
  })

  it('de samenvatting toont wat bij het vaststellen vastlag: berekening, motiveringen, advies van toen', async () => {
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && uren.catalogus.producten[kern(v)[1].product]?.eenheid === 'uur')
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    await motiveer(uren, o, { tabel, product, van: '2026-12-01', tot: '2027-11-30', omvang: normregels })
    const { lichaam } = await uren.wie.roep('GET', `/onderzoeken/${o.id}/samenvatting`)
    expect(lichaam.vastgesteld).toMatchObject([
      {
        productnaam: uren.catalogus.producten[product]?.naam,
        periode: '1 december 2026 t/m 30 november 2027',
        omvang: '1 uur en 5 minuten per week',
        berekening: [
          expect.stringContaining('Plannen van de week'),
          expect.stringContaining('1 per 2 weken'),
          expect.stringContaining('aftrek'),
        ],
        afronding: '65 minuten per week',
        advies: {
          kop: uren.catalogus.producten[product]?.naam,
          redenen: expect.arrayContaining([expect.objectContaining({ oordeel: 'voldaan' })]),
        },
      },
    ])
    expect(lichaam.vastgesteld[0].motiveringen.length).toBeGreaterThan(0)
  })
})

describe('wat niet zomaar mag', () => {
  it('een ander product dan het advies vraagt een motivering; die komt in de indicatie', async () => {
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && uren.catalogus.producten[kern(v)[1].product]?.eenheid === 'uur')
    const [tabel, { product }] = kern(vignet)
    const ander = productenVanTabel(uren.catalogus, tabel).find((p) => p !== product) as string
    const o = await metAntwoorden(uren, vignet)
    const voorstel = { tabel, product: ander, van: '2026-12-01', tot: '2027-11-30', omvang: normregels }
    const kaal = await stelVast(uren, o, voorstel)
    expect([kaal.status, kaal.lichaam.code]).toEqual([422, 'MOTIVERING_ONTBREEKT'])
    expect(kaal.lichaam.fouten).toContainEqual(
      expect.objectContaining({
        plaats: '/afwijkingMotivering',
        tekst: expect.stringContaining(uren.catalogus.producten[product]?.naam as string),
      }),
    )
    expect(await rijen(o.inwoner)).toEqual({ indicatie: 0, voorziening: 0, advies: 0 })
    const gedaan = await motiveer(uren, o, { ...voorstel, afwijkingMotivering: 'De situatie is zwaarder dan de antwoorden laten zien.' })
    expect(gedaan.status).toBe(201)
    const { lichaam } = await uren.wie.roep('GET', `/indicaties/${gedaan.lichaam.id}`)
    expect(lichaam.afwijkingMotivering).toBe('De situatie is zwaarder dan de antwoorden laten zien.')
  })

  it('A-IND-06 goed: een Wlz-indicatie in het dossier weigert; eindigt de hulp ervoor, dan kan het', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && (regel?.producten.includes(kern(v)[1].product) ?? false))
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const zaak = await uren.wie.roep('GET', `/zaken/${o.zaak}`)
    const gegevens = { stand: 'toegekend', van: '2027-05-01' }
    const feit = await uren.wie.roep(
      'POST',
      `/zaken/${o.zaak}/gebeurtenissen`,
      { soort: 'wlz_vastgelegd', datum: '2026-11-20', gegevens },
      { 'if-match': `"v${zaak.lichaam.versie}"` },
    )
    expect(feit.status).toBe(201)
    const onderzoek = await uren.wie.roep('GET', `/onderzoeken/${o.id}`)
    expect(onderzoek.lichaam.wlz).toEqual({ toegekend: { van: '2027-05-01' }, aangevraagdOp: null, afgewezenOp: null })
    const voorstel = { tabel, product, van: '2026-12-01', tot: '2027-11-30', omvang: omvangVan(uren.catalogus, product) }
    const { status, lichaam } = await motiveer(uren, o, voorstel)
    expect([status, lichaam.code, lichaam.eis]).toEqual([422, 'WLZ_VOORLIGGEND', regel?.eis])
    expect(lichaam.watNu).toContain('30 april 2027')
    expect(await rijen(o.inwoner)).toEqual({ indicatie: 0, voorziening: 0, advies: 0 })
    expect((await motiveer(uren, o, { ...voorstel, tot: '2027-04-30' })).status).toBe(201)
  })

  /** Waar de signalen over de Wlz te zien zijn: op de zaak, op de tijdlijn, en in het werk van wie de zaak heeft. */
  const signalen = async (o: Onderzoek, wie = uren.wie) => {
    const zaak = (await wie.roep('GET', `/zaken/${o.zaak}`)).lichaam.signalen
    const tijdlijn = (await wie.roep('GET', `/inwoners/${o.inwoner}/tijdlijn`)).lichaam.signalen
    expect(tijdlijn).toEqual(zaak)
    const werk = (await wie.roep('GET', '/wlzsignalen?limiet=200')).lichaam.items as { inwoner: { id: string }; soort: string }[]
    const soorten = zaak.map((x: { soort: string }) => x.soort)
    expect(werk.filter((x) => x.inwoner.id === o.inwoner).map((x) => x.soort)).toEqual(soorten)
    return soorten
  }
  const leg = async (o: Onderzoek, gegevens: object, datum: string, wie = uren.wie) => {
    const { versie } = (await wie.roep('GET', `/zaken/${o.zaak}`)).lichaam
    const feit = { soort: 'wlz_vastgelegd', datum, gegevens }
    expect((await wie.roep('POST', `/zaken/${o.zaak}/gebeurtenissen`, feit, { 'if-match': `"v${versie}"` })).status).toBe(201)
  }

  it('A-IND-06 goed: hulp die al loopt krijgt een signaal als de Wlz-indicatie bekend wordt, en houdt op als de hulp eindigt', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && (regel?.producten.includes(kern(v)[1].product) ?? false))
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const voorstel = { tabel, product, van: '2026-11-01', omvang: omvangVan(uren.catalogus, product) }
    const vast = await motiveer(uren, o, voorstel)
    expect([vast.status, await signalen(o)]).toEqual([201, []])
    await leg(o, { stand: 'toegekend', van: '2026-12-01' }, '2026-11-20')
    expect(await signalen(o)).toEqual(['naast_wlz'])
    const admin = await s.meldAan('administratie', uren.gemeente)
    expect((await admin.roep('GET', `/inwoners/${o.inwoner}/tijdlijn`)).lichaam.signalen).toEqual([])
    const elders = (await (await s.meldAan('consulent', uren.gemeente, 1)).roep('GET', '/werkvoorraad')).lichaam.signalen.items
    expect(elders.filter((x: { inwoner: { id: string } }) => x.inwoner.id === o.inwoner)).toEqual([])
    const gebeurt = (soort: string, datum: string, gegevens = {}) =>
      uren.wie.roep('POST', `/indicaties/${vast.lichaam.id}/gebeurtenissen`, { soort, datum, gegevens })
    expect((await gebeurt('gestart', '2026-11-01')).status).toBe(201)
    expect((await gebeurt('beeindigd', '2026-11-30', { reden: 'andere_wet' })).status).toBe(201)
    expect(await signalen(o)).toEqual([])
  })

  it('A-IND-06 goed: is de zaak afgesloten en loopt de hulp door, dan is een Wlz-besluit toch vast te leggen, en terug te draaien', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && (regel?.producten.includes(kern(v)[1].product) ?? false))
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const vast = await motiveer(uren, o, { tabel, product, van: '2026-11-01', omvang: omvangVan(uren.catalogus, product) })
    const zaak = async (soort: string, anders: object) => {
      const { versie } = (await uren.wie.roep('GET', `/zaken/${o.zaak}`)).lichaam
      const feit = { soort, datum: '2026-11-25', ...anders }
      return uren.wie.roep('POST', `/zaken/${o.zaak}/gebeurtenissen`, feit, { 'if-match': `"v${versie}"` })
    }
    const dicht = await zaak('zaak_afgesloten', { gegevens: { reden: 'besloten' } })
    expect([vast.status, dicht.status, dicht.lichaam.stappen]).toEqual([
      201,
      201,
      expect.arrayContaining([expect.objectContaining({ soort: 'wlz_vastgelegd', weigering: null })]),
    ])
    await leg(o, { stand: 'toegekend', van: '2026-12-01' }, '2026-11-25')
    expect(await signalen(o)).toEqual(['naast_wlz'])
    const { lichaam } = await uren.wie.roep('GET', `/zaken/${o.zaak}`)
    expect([lichaam.stand, lichaam.afgeslotenOp, lichaam.nu]).toEqual(['afgesloten', '2026-11-25', null])
    expect((await zaak('vervallen', { vervangt: lichaam.ongedaan, gegevens: { reden: 'Vergissing' } })).status).toBe(201)
    expect(await signalen(o)).toEqual([])
  })

  it('A-IND-06 goed: een overbrugging komt na twaalf weken in Mijn werk, tot er een besluit is', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const grond = (v: Vignet) => Object.entries(v.verwacht ?? {}).find(([, w]) => 'grond' in w && regel?.gronden.includes(String(w.grond)))
    const vignet = vignetMet(uren.catalogus, (v) => grond(v) !== undefined)
    const [tabel] = grond(vignet) as [string, unknown]
    const product = regel?.producten.find((x) => productenVanTabel(uren.catalogus, tabel).includes(x)) as string
    const o = await metAntwoorden(uren, vignet)
    const vast = await motiveer(uren, o, {
      tabel,
      product,
      van: '2026-11-25',
      omvang: omvangVan(uren.catalogus, product),
      afwijkingMotivering: 'Hulp tot het besluit over de Wlz.',
    })
    expect(vast.status).toBe(201)
    const wachten = async (dagen: number) => {
      s.klok.nu = new Date(s.klok.nu.getTime() + dagen * 86_400_000)
      return s.meldAan('consulent', uren.gemeente)
    }
    try {
      expect(await signalen(o, await wachten(83))).toEqual([])
      const wie = await wachten(1)
      expect(await signalen(o, wie)).toEqual(['overbrugging_wacht'])
      await leg(o, { stand: 'afgewezen' }, '2027-02-01', wie)
      expect(await signalen(o, wie)).toEqual([])
    } finally {
      uren = { ...uren, wie: await wachten(-84) }
    }
  })

  it.each([
    ['een tabel die er niet is', { tabel: 'niets' }, 'TABEL_ONBEKEND', '/tabel'],
    ['een product van elders', { product: 'ZZ' }, 'PRODUCT_ONBEKEND', '/product'],
    ['een einde voor het begin', { tot: '2026-11-01' }, 'EINDE_VOOR_BEGIN', '/tot'],
    [
      'een regel met onmogelijke minuten',
      { omvang: { regels: [{ activiteit: 'x', minuten: -5, keer: { aantal: 1, per: 'week' }, soort: 'norm' }] } },
      'MINUTEN_ONGELDIG',
      '/omvang/regels/0/minuten',
    ],
    ['een product in de omvang', { omvang: { ...normregels, product: 'ZZ' } }, 'VELD_ONBEKEND', '/omvang/product'],
    [
      'een afwijking zonder motivering',
      { omvang: { regels: [{ activiteit: 'x', minuten: 5, keer: { aantal: 1, per: 'week' }, soort: 'afwijking' }] } },
      'OMVANG_AFWIJKING_ONGEMOTIVEERD',
      '/omvang/regels/0',
    ],
    [
      'een motivering die nergens bij hoort',
      { motiveringen: [{ sleutel: 'advies:NIETS:X', motivering: 'ja' }] },
      'MOTIVERING_ONBEKEND',
      '/motiveringen/0/sleutel',
    ],
    ['een vervanging van niets', { vervangt: '01900000-0000-7000-8000-000000000000' }, 'VERVANGT_ONBEKEND', '/vervangt'],
  ])('geweigerd met de plek erbij: %s', async (_, anders, code, plaats) => {
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && uren.catalogus.producten[kern(v)[1].product]?.eenheid === 'uur')
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const { status, lichaam } = await stelVast(uren, o, {
      tabel,
      product,
      van: '2026-12-01',
      tot: '2027-11-30',
      omvang: normregels,
      ...anders,
    })
    expect(status).toBe(422)
    expect(lichaam.fouten).toContainEqual(expect.objectContaining({ code, plaats }))
    expect(await rijen(o.inwoner)).toEqual({ indicatie: 0, voorziening: 0, advies: 0 })
  })

  it('langer dan het product kent, vraagt een motivering; zonder die te geven komt er niets', async () => {
    const kort = Object.entries(matrix.catalogus.producten).find(([, p]) => p.omvang?.maxMaanden)?.[0] as string
    const tabel = Object.keys(matrix.catalogus.tabellen).find((t) => productenVanTabel(matrix.catalogus, t).includes(kort)) as string
    const o = await metAntwoorden(matrix, vignetMet(matrix.catalogus, metProduct))
    const voorstel = { tabel, product: kort, van: '2026-12-01', tot: '2031-11-30', omvang: normregels, afwijkingMotivering: 'Na overleg.' }
    const kaal = await stelVast(matrix, o, voorstel)
    expect(kaal.lichaam.huidig.teMotiveren).toContainEqual(
      expect.objectContaining({ code: 'INDICATIE_TE_LANG', bron: 'omvang', plaats: '/tot' }),
    )
    expect((await rijen(o.inwoner)).indicatie).toBe(0)
    const gedaan = await motiveer(matrix, o, voorstel)
    const { lichaam } = await matrix.wie.roep('GET', `/indicaties/${gedaan.lichaam.id}`)
    expect(lichaam.motiveringen).toContainEqual(expect.objectContaining({ code: 'INDICATIE_TE_LANG', motivering: 'Besproken en passend.' }))
  })

  it('na het overlijden begint geen indicatie; ervoor of op die dag wel', async () => {
    const vignet = uren.catalogus.vignetten?.find(metProduct) as Vignet
    const o = await metAntwoorden(uren, vignet)
    await s.eigenaar.updateTable('inwoner').set({ overleden_op: '2026-10-01' }).where('id', '=', o.inwoner).execute()
    const [tabel, { product }] = kern(vignet)
    const voorstel = (van: string) => ({
      tabel,
      product,
      van,
      tot: '2027-09-30',
      omvang: omvangVan(uren.catalogus, product),
      motiveringen: [],
    })
    const erna = await motiveer(uren, o, voorstel('2026-10-02'))
    expect([erna.status, erna.lichaam.fouten[0]]).toMatchObject([422, { code: 'NA_OVERLIJDEN', plaats: '/van' }])
    expect((await rijen(o.inwoner)).indicatie).toBe(0)
    expect((await motiveer(uren, o, voorstel('2026-10-01'))).status).toBe(201)
  })

  it('op antwoorden die intussen veranderd zijn, wordt niets vastgesteld', async () => {
    const vignet = vignetMet(uren.catalogus, metProduct)
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const { status, lichaam } = await stelVast(
      uren,
      { ...o, versie: 1 },
      { tabel, product, van: '2026-12-01', omvang: omvangVan(uren.catalogus, product) },
    )
    expect([status, lichaam.huidig, lichaam.wie]).toEqual([412, { versie: 2 }, 'Noor Proef'])
  })
})

describe('naast wat er al loopt', () => {
  const eerste = () => vignetMet(matrix.catalogus, (v) => metProduct(v) && kern(v)[0] === Object.keys(matrix.catalogus.tabellen)[0])
  const nee = (p: string) => {
    const { volgorde, matrix: m } = matrix.catalogus.stapeling
    return (m?.[p] ?? []).findIndex(
      (cel, i) =>
        cel === 'Nee' && volgorde[i] !== p && productenVanTabel(matrix.catalogus, kern(eerste())[0]).includes(volgorde[i] as string),
    )
  }

  it('geweigerd met de cel, de dagen en de eerste dag die wel kan; na intrekken van het eerste kan het wel', async () => {
    const [tabel, { product }] = kern(eerste())
    const ander = matrix.catalogus.stapeling.volgorde[nee(product)] as string
    const o = await metAntwoorden(matrix, eerste())
    const een = await motiveer(matrix, o, { tabel, product, van: '2026-12-01', tot: '2026-12-31', omvang: normregels })
    expect(een.status).toBe(201)
    const voorstel = { tabel, product: ander, van: '2026-12-15', tot: '2027-01-31', omvang: normregels, afwijkingMotivering: 'Na overleg.' }
    const botst = await motiveer(matrix, o, voorstel)
    expect(botst.status).toBe(422)
    expect(botst.lichaam.huidig.stapeling).toMatchObject({
      toegestaan: false,
      conflicten: [{ van: '2026-12-15', tot: '2026-12-31', eersteMogelijkeDatum: '2027-01-01' }],
    })
    expect(botst.lichaam.eis).toMatch(/^[A-Z]-ST-\d+/)
    expect(botst.lichaam.watNu).toContain('1 januari 2027')
    const weg = await matrix.wie.roep('POST', `/indicaties/${een.lichaam.id}/gebeurtenissen`, {
      soort: 'ingetrokken',
      datum: '2026-11-25',
      gegevens: { grond: 'b', motivering: 'De inwoner ziet ervan af.' },
    })
    expect([weg.status, weg.lichaam.stand, weg.lichaam.looptijd]).toEqual([201, 'ingetrokken', null])
    expect((await motiveer(matrix, o, voorstel)).status).toBe(201)
  })

  it('wat naast elkaar mag met een motivering, vraagt die ook hier', async () => {
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && uren.catalogus.producten[kern(v)[1].product]?.eenheid === 'uur')
    const [tabel, { product }] = kern(vignet)
    const ander = productenVanTabel(uren.catalogus, tabel).find((p) => p !== product) as string
    const o = await metAntwoorden(uren, vignet)
    const voorstel = { tabel, van: '2026-12-01', tot: '2027-11-30', omvang: normregels }
    expect((await motiveer(uren, o, { ...voorstel, product })).status).toBe(201)
    const tweede = { ...voorstel, product: ander, afwijkingMotivering: 'Twee soorten hulp.' }
    const kaal = await stelVast(uren, o, tweede)
    expect(kaal.lichaam.huidig.teMotiveren).toContainEqual(expect.objectContaining({ bron: 'stapeling', code: 'STAPELING_MOTIVEREN' }))
    expect((await motiveer(uren, o, tweede)).status).toBe(201)
  })

  it('een vervolg van hetzelfde product dat aansluit, hoort bij dezelfde voorziening; met een gat ertussen niet', async () => {
    const [tabel, { product }] = kern(eerste())
    const o = await metAntwoorden(matrix, eerste())
    const maak = async (van: string, tot: string) =>
      (await motiveer(matrix, o, { tabel, product, van, tot, omvang: normregels })).lichaam.voorziening as string
    const een = await maak('2026-12-01', '2026-12-31')
    expect(await maak('2027-01-01', '2027-01-31')).toBe(een)
    expect(await maak('2027-03-01', '2027-03-31')).not.toBe(een)
    expect(await rijen(o.inwoner)).toEqual({ indicatie: 3, voorziening: 2, advies: 3 })
  })

  it('een verbetering vervangt de oude indicatie, die daarna niet meer meetelt', async () => {
    const [tabel, { product }] = kern(eerste())
    const o = await metAntwoorden(matrix, eerste())
    const voorstel = { tabel, product, van: '2026-12-01', tot: '2027-05-31', omvang: normregels }
    const oud = await motiveer(matrix, o, voorstel)
    const nieuw = await motiveer(matrix, o, { ...voorstel, tot: '2027-04-30', vervangt: oud.lichaam.id })
    expect([nieuw.status, nieuw.lichaam.voorziening]).toEqual([201, oud.lichaam.voorziening])
    expect((await matrix.wie.roep('GET', `/indicaties/${oud.lichaam.id}`)).lichaam).toMatchObject({
      vervangenDoor: nieuw.lichaam.id,
      standInWoorden: 'Vervangen',
      looptijd: null,
    })
    const nogmaals = await motiveer(matrix, o, { ...voorstel, vervangt: oud.lichaam.id })
    expect(nogmaals.lichaam.fouten[0].code).toBe('AL_VERVANGEN')
  })

  it('twee indicaties die elk apart passen, komen tegelijk niet allebei door', async () => {
    const [tabel, { product }] = kern(eerste())
    const o = await metAntwoorden(matrix, eerste())
    const voorstel = { tabel, product, van: '2026-12-01', tot: '2026-12-31', omvang: normregels }
    const proef = await stelVast(matrix, o, voorstel)
    const motiveringen = (proef.lichaam?.huidig?.teMotiveren ?? []).map(({ sleutel }: { sleutel: string }) => ({
      sleutel,
      motivering: 'Passend.',
    }))
    const uit = await Promise.all([1, 2, 3, 4].map(() => stelVast(matrix, o, { ...voorstel, van: '2026-12-02', motiveringen })))
    expect(uit.map((u) => u.status).sort()).toEqual(proef.status === 201 ? [422, 422, 422, 422] : [201, 422, 422, 422])
  })
})

describe('wat er met een indicatie gebeurt', () => {
  async function indicatie(tot = '2027-05-31') {
    const vignet = vignetMet(matrix.catalogus, (v) => metProduct(v) && kern(v)[0] === Object.keys(matrix.catalogus.tabellen)[0])
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(matrix, vignet)
    const gedaan = await motiveer(matrix, o, { tabel, product, van: '2026-12-01', tot, omvang: normregels })
    const leg = (soort: string, datum: string, gegevens = {}, vervangt?: string) =>
      matrix.wie.roep('POST', `/indicaties/${gedaan.lichaam.id}/gebeurtenissen`, { soort, datum, gegevens, ...(vervangt && { vervangt }) })
    return { ...o, tabel, product, indicatie: gedaan.lichaam.id as string, leg }
  }

  it('start en einde met een dag; het einde kort de looptijd in en de volgende kan daarna beginnen', async () => {
    const i = await indicatie()
    expect((await i.leg('gestart', '2026-12-03')).status).toBe(201)
    const einde = await i.leg('beeindigd', '2027-01-31', { reden: 'op_verzoek' })
    expect(einde.lichaam).toMatchObject({ looptijd: { van: '2026-12-01', tot: '2027-01-31' } })
    const vervolg = await motiveer(matrix, i, {
      tabel: i.tabel,
      product: i.product,
      van: '2027-02-01',
      tot: '2027-06-30',
      omvang: normregels,
    })
    expect(vervolg.status).toBe(201)
    // Nu kan het einde niet meer vervallen: dan liepen er twee tegelijk.
    const feit = einde.lichaam.gebeurtenissen.at(-1).id
    const terug = await i.leg('vervallen', '2026-11-25', { reden: 'Vergissing.' }, feit)
    expect([terug.status, terug.lichaam.huidig.stapeling.toegestaan]).toEqual([422, false])
  })

  it('een verbetering is een nieuwe rij; de oude blijft te lezen en geldt niet meer', async () => {
    const i = await indicatie()
    const start = await i.leg('gestart', '2026-12-03')
    const feit = start.lichaam.gebeurtenissen.at(-1).id
    const beter = await i.leg('gestart', '2026-12-10', {}, feit)
    expect(beter.lichaam.gebeurtenissen.map((g: { datum: string; geldt: boolean; soort: string }) => [g.soort, g.datum, g.geldt])).toEqual([
      ['vastgesteld', '2026-11-25', true],
      ['gestart', '2026-12-03', false],
      ['gestart', '2026-12-10', true],
    ])
    const weg = await i.leg('vervallen', '2026-12-10', { reden: 'Toch niet gestart.' }, beter.lichaam.gebeurtenissen.at(-1).id)
    expect([weg.status, weg.lichaam.stand]).toEqual([201, 'vastgesteld'])
  })

  it.each([
    ['beëindigen vóór de start', 'beeindigd', '2026-12-10', { reden: 'op_verzoek' }, 'GEBEURTENIS_VOLGORDE'],
    ['starten voor het begin', 'gestart', '2026-11-30', {}, 'INVOER_ONGELDIG'],
    ['starten na het einde', 'gestart', '2027-06-01', {}, 'INVOER_ONGELDIG'],
    ['intrekken zonder grond', 'ingetrokken', '2026-12-01', {}, 'INVOER_ONGELDIG'],
    ['nog eens vaststellen', 'vastgesteld', '2026-12-01', {}, 'VASTSTELLING_BLIJFT'],
    ['een soort die er niet is', 'gestopt', '2026-12-01', {}, 'INVOER_ONGELDIG'],
  ])('geweigerd: %s', async (_, soort, datum, gegevens, code) => {
    const i = await indicatie()
    const { status, lichaam } = await i.leg(soort, datum, gegevens)
    expect([status, lichaam.code]).toEqual([422, code])
  })
})

describe('wie mag wat', () => {
  it.each([
    ['consulent van een ander team', 'consulent', 1, 1, [404, 404, 404, 404, 404]],
    ['andere gemeente', 'consulent', 0, 0, [404, 404, 404, 404, 404]],
    ['de administratie leest indicaties en verder niets', 'administratie', 1, 0, [200, 200, 403, 403, 403]],
    ['de toezichthouder leest', 'toezichthouder', 1, 0, [200, 200, 403, 403, 200]],
    ['de contractmanager', 'contractmanager', 1, 0, [403, 403, 403, 403, 403]],
  ])('%s', async (_, rol, gemeente, welke, verwacht) => {
    const vignet = vignetMet(matrix.catalogus, metProduct)
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(matrix, vignet)
    const voorstel = { tabel, product, van: '2026-12-01', tot: '2027-01-31', omvang: omvangVan(matrix.catalogus, product) }
    const { lichaam } = await motiveer(matrix, o, voorstel)
    const wie = await s.meldAan(rol, s.gemeenten[gemeente]?.code, welke)
    const gezien = [
      await wie.roep('GET', `/indicaties/${lichaam.id}`),
      await wie.roep('GET', `/inwoners/${o.inwoner}/indicaties`),
      await wie.roep(
        'POST',
        `/onderzoeken/${o.id}/indicaties`,
        { ...voorstel, van: '2027-03-01', tot: '2027-04-30' },
        { 'if-match': '"v2"' },
      ),
      await wie.roep('POST', `/indicaties/${lichaam.id}/gebeurtenissen`, { soort: 'gestart', datum: '2026-12-01' }),
      await wie.roep('POST', `/adviezen/${lichaam.advies}/herhalingen`),
    ]
    // Een consulent van dezelfde gemeente weet dat de inwoner bestaat; de indicaties zijn niet voor hem.
    expect(gezien.map((g) => g.status)).toEqual(rol === 'consulent' && gemeente === 1 ? [404, 403, 404, 404, 404] : verwacht)
    expect(await rijen(o.inwoner)).toEqual({ indicatie: 1, voorziening: 1, advies: 1 })
  })
})
