import { afterAll, describe, expect, it } from 'vitest'
import { vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import type { Vignet } from '#core/catalogus/vorm.ts'
import { productenVanTabel } from '#core/indicatie/productkeuze.ts'
import { kern, maakIndicatieproef, metProduct, normregels, omvangVan } from './indicatieproef.testhulp.ts'

const { s, uren, matrix, metAntwoorden, stelVast, motiveer, rijen, sluit } = await maakIndicatieproef()
afterAll(sluit)

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
