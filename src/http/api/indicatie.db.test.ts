import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import { kern, maakIndicatieproef, metProduct, normregels, omvangVan } from './indicatieproef.testhulp.ts'

const { s, uren, matrix, metAntwoorden, motiveer, rijen, sluit } = await maakIndicatieproef()
afterAll(sluit)

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
