/** Elke lezing die advies, omvang of stapeling raakt, verandert echt iets. De lezing van de standaard staat in de andere tests. */
import { describe, expect, it } from 'vitest'
import { leesKeuze } from '#core/catalogus/instellingen.ts'
import { eenheidVan } from '#core/catalogus/uitleg/vergelijkingstabel.ts'
import { berekenOmvang, geldendeAfronding } from '#core/indicatie/omvang.ts'
import {
  catalogus,
  codes,
  duur,
  groep,
  indicatie,
  individueel,
  infocodes,
  type Instellingen,
  keuze,
  oordeel,
  product,
  stapel,
  voorBI,
  voorBT,
  voorBX,
  voorGO,
  voorGV,
} from './regio-b.testhulp.ts'

const kort = (a: { product: string | null; grond: string | null; rij: string | null }) => [a.product ?? a.grond, a.rij]

describe('lezingen die het advies raken', () => {
  it('AMB-05 wlzUitsluitingB: geen advies, of alleen een waarschuwing', () => {
    const waarschuwen = { 'wlzUitsluitingB.nieuw': 'waarschuwen' }
    for (const [vraagGroep, antwoorden] of [
      [false, voorBI],
      [true, voorGV],
    ] as const) {
      const vraag = vraagGroep ? groep : individueel
      expect(vraag({ ...antwoorden, wlzPassend: 'ja' }).grond).toBe('WLZ_PASSEND')
      expect(codes(vraag({ ...antwoorden, wlzPassend: 'ja' }, waarschuwen))).toEqual(['WLZ_OVERBRUGGING'])
      expect(codes(vraag(antwoorden, waarschuwen))).toEqual([])
    }
  })

  it('AMB-41 biLeerbaarheid: iedereen, of alleen leerbaar zonder waarschuwing', () => {
    const beperkt = { ...voorBI, leerbaarheid: 'beperkt_leerbaar' }
    expect(codes(individueel(beperkt))).toEqual([])
    const streng = individueel(beperkt, { biLeerbaarheid: ['leerbaar'] })
    expect([streng.product, codes(streng), oordeel(streng, 'B-BI-12')]).toEqual(['BI', ['BI_LEERBAARHEID'], 'niet_voldaan'])
  })

  it('AMB-43 instabielEnNietUitstelbaar: beschermd thuis, beschermd wonen of crisishulp', () => {
    const geval = { ...voorBT, problematiekStabiel: 'nee' }
    expect(kort(individueel(geval))).toEqual(['BT', 'B4'])
    expect(kort(individueel(geval, { instabielEnNietUitstelbaar: 'beschermd_wonen' }))).toEqual(['BUITEN_CATALOGUS', 'B3a'])
    expect(kort(individueel(geval, { instabielEnNietUitstelbaar: 'crisishulp' }))).toEqual(['EERST_CRISISHULP', 'B3b'])
    expect(kort(individueel(voorBT, { instabielEnNietUitstelbaar: 'crisishulp' }))).toEqual(['BT', 'B4'])
  })

  it('AMB-43 btOvergangVereist: niet te plannen hulp, niet kunnen wachten, of niets meer', () => {
    const metHulp = { ...voorBI, stapNaarZelfstandigWonenTeGroot: 'ja', nietPlanbareOndersteuningNodig: 'ja' }
    const zonderHulp = { ...metHulp, nietPlanbareOndersteuningNodig: 'nee' }
    expect([kort(individueel(metHulp)), kort(individueel(zonderHulp))]).toEqual([
      ['BT', 'B6'],
      ['BI', 'B9'],
    ])
    expect(kort(individueel(metHulp, { btOvergangVereist: 'nietUitstelbaar' }))).toEqual(['BI', 'B9'])
    expect(kort(individueel(zonderHulp, { btOvergangVereist: 'geen' }))).toEqual(['BT', 'B6'])
  })

  it('AMB-46 btOorzaakLichamelijk: waarschuwen, uitsluiten of toestaan', () => {
    const geval = { ...voorBT, oorzaken: ['lichamelijk'] }
    expect(codes(individueel(geval))).toEqual(['BT_OORZAAK_LICHAMELIJK'])
    expect(kort(individueel(geval, { btOorzaakLichamelijk: 'uitsluiten' }))).toEqual(['BUITEN_CATALOGUS', 'B3c'])
    const toegestaan = individueel(geval, { btOorzaakLichamelijk: 'toegestaan' })
    expect([toegestaan.product, codes(toegestaan)]).toEqual(['BT', []])
    const overgang = { ...voorBI, stapNaarZelfstandigWonenTeGroot: 'ja', nietPlanbareOndersteuningNodig: 'ja', oorzaken: ['lichamelijk'] }
    expect(kort(individueel(overgang, { btOorzaakLichamelijk: 'uitsluiten' }))).toEqual(['BI', 'B9'])
  })

  it('AMB-46 bij uitsluiten beslist de oorzaak, dus wordt zij gevraagd', () => {
    const advies = individueel(voorBT, { btOorzaakLichamelijk: 'uitsluiten' })
    expect([advies.uitkomst, advies.vraag]).toEqual(['eerst_vragen', 'oorzaken'])
    expect(individueel(voorBT).product).toBe('BT')
  })

  it('AMB-47 vrijwilligSignaal: bij elk product, of alleen wat de bron noemt', () => {
    const bt = { ...voorBT, pwPassend: 'ja' }
    expect(individueel(bt).info).toMatchObject([{ code: 'VRIJWILLIG_SIGNAAL', eis: 'AMB-47' }])
    expect(infocodes(individueel(bt, { vrijwilligSignaal: 'nee' }))).toEqual([])
    expect(infocodes(groep({ ...voorGO, zvwPassend: 'ja' }))).toEqual(['VRIJWILLIG_SIGNAAL'])
    expect(individueel({ ...voorBI, pwPassend: 'ja' }, { vrijwilligSignaal: 'nee' }).info).toMatchObject([{ eis: 'B-IND-02' }])
  })

  it('AMB-68 enkeleMax en meerdereMin: de grens schuift mee', () => {
    const vier = { ...voorBI, aantalLeefgebieden: 4 }
    expect(codes(individueel(vier))).toEqual(['BI_MEER_DAN_ENKELE_LEEFGEBIEDEN'])
    expect(codes(individueel(vier, { enkeleMax: 4 }))).toEqual([])
    const twee = { ...voorBX, aantalLeefgebieden: 2 }
    expect(codes(individueel(twee))).toEqual([])
    expect(codes(individueel(twee, { meerdereMin: 3 }))).toEqual(['BX_MINDER_DAN_MEERDERE_LEEFGEBIEDEN'])
  })

  it('AMB-68 biBxHoofdcriterium: stabiliteit of aantal leefgebieden beslist', () => {
    const aantal = { biBxHoofdcriterium: 'aantal' }
    expect(kort(individueel({ ...voorBI, aantalLeefgebieden: 5 }))).toEqual(['BI', 'B9'])
    expect(individueel({ ...voorBI, aantalLeefgebieden: 5, multiproblematiek: 'ja' }, aantal).product).toBe('BX')
    const instabiel = individueel({ ...voorBI, problematiekStabiel: 'nee', aantalLeefgebieden: 1 }, aantal)
    expect([instabiel.product, codes(instabiel)]).toEqual(['BI', ['BI_NIET_STABIEL']])
    expect(individueel(voorBI, aantal).vraag).toBe('aantalLeefgebieden')
  })

  it('AMB-70 motivatieUitkomst: waarschuwen of weigeren', () => {
    const geval = { ...voorBX, gemotiveerd: 'nee', staatOpen: 'ja' }
    expect([individueel(geval).product, codes(individueel(geval))]).toEqual(['BX', ['BX_NIET_GEMOTIVEERD']])
    expect(kort(individueel(geval, { motivatieUitkomst: 'weigeren' }))).toEqual(['NIET_GEMOTIVEERD', 'B1c'])
    expect(individueel({ ...geval, gemotiveerd: 'meestal' }, { motivatieUitkomst: 'weigeren' }).product).toBe('BX')
  })

  it('AMB-72 ladderAlleProducten en ladderUitkomstZonderTekst: waarschuwen, niets, of geen product', () => {
    for (const vraag of [
      'eigenKrachtVolstaat',
      'gebruikelijkeHulpVolstaat',
      'mantelzorgVolstaat',
      'netwerkVolstaat',
      'algemeenGebruikelijkVolstaat',
      'algemeneVoorzieningVolstaat',
    ]) {
      const bi = { ...voorBI, [vraag]: 'ja' }
      expect([individueel(bi).product, codes(individueel(bi))]).toEqual(['BI', ['ANDERE_OPLOSSING_VOLSTAAT']])
      expect(codes(individueel(bi, { ladderAlleProducten: 'nee' }))).toEqual([])
      expect(kort(individueel(bi, { ladderUitkomstZonderTekst: 'geen_advies' }))).toEqual(['ANDERE_OPLOSSING', 'B1b'])
      const gv = { ...voorGV, [vraag]: 'ja' }
      expect(codes(groep(gv))).toEqual(['ANDERE_OPLOSSING_VOLSTAAT'])
      expect(kort(groep(gv, { ladderUitkomstZonderTekst: 'geen_advies' }))).toEqual(['ANDERE_OPLOSSING', 'BG0b'])
    }
  })
})

describe('lezingen die omvang en duur raken', () => {
  it('AMB-40 eenheidB: uur, of minuut; per traject kan nog niet', () => {
    expect(eenheidVan(catalogus, keuze(), product('BI'))).toBe('uur')
    expect(eenheidVan(catalogus, keuze({ eenheidB: 'minuut' }), product('BI'))).toBe('minuut')
    expect(leesKeuze(catalogus, { instellingen: { eenheidB: 'stuks' } }).ok).toBe(false)
  })

  it('AMB-42 maxMaandenKortdurend: de grens schuift mee, per product', () => {
    const codesVan = (tekst: string, i?: Instellingen) => duur(tekst, i).map((m) => m.code)
    expect(codesVan('BX 2026-01-01 2026-12-31')).toEqual([])
    expect(codesVan('BX 2026-01-01 2026-12-31', { maxMaandenKortdurend: { BX: 6, BT: 6 } })).toEqual(['INDICATIE_TE_LANG'])
    expect(codesVan('BT 2026-01-01 2027-12-31', { 'maxMaandenKortdurend.BT': 24 })).toEqual([])
    expect(codesVan('BX 2026-01-01 2027-12-31', { 'maxMaandenKortdurend.BT': 24 })).toEqual(['INDICATIE_TE_LANG'])
  })

  it('AMB-56 maxDagdelenPerEtmaalB: de grens schuift mee', () => {
    const drie = (i: Instellingen) =>
      berekenOmvang(catalogus, keuze(i), { wijze: 'dagdelen', product: 'GO', dagdelen: 3, perEtmaal: 3, resultaten: [] }).bezwaren
    expect(drie({})).toHaveLength(1)
    expect(drie({ maxDagdelenPerEtmaalB: 3 })).toEqual([])
  })

  it('omvangAfronding is van ons en werkt op de uitkomst', () => {
    const regels = [{ activiteit: 'post en geld', minuten: 38, keer: { aantal: 1, per: 'week' as const }, soort: 'norm' as const }]
    const afgerond = (i: Instellingen) => berekenOmvang(catalogus, keuze(i), { wijze: 'regels', product: 'BI', regels }).totaal
    expect(geldendeAfronding(catalogus, keuze())).toEqual({ op: 5, wijze: 'dichtstbij' })
    expect(afgerond({})).toMatchObject({ minutenPerWeek: '38', afgerond: 40 })
    expect(afgerond({ omvangAfronding: { op: 15, wijze: 'dichtstbij' } })).toMatchObject({ afgerond: 45 })
    expect(afgerond({ omvangAfronding: { op: 1, wijze: 'dichtstbij' } })).toMatchObject({ afgerond: 38 })
  })
})

describe('lezingen die de stapeling raken', () => {
  const tweeAanbieders = [
    indicatie('BI 2026-01-01 2026-12-31', { aanbieder: 'Oost' }),
    indicatie('BI 2026-06-01 2026-12-31', { aanbieder: 'West' }),
  ]

  it('AMB-59 zelfdeProductTweeAanbieders: niet, of verdeeld over twee', () => {
    expect(stapel(tweeAanbieders).toegestaan).toBe(false)
    expect(stapel(tweeAanbieders, { zelfdeProductTweeAanbieders: 'ja' }).toegestaan).toBe(true)
    const eenAanbieder = tweeAanbieders.map((i) => ({ ...i, aanbieder: 'Oost' }))
    expect(stapel(eenAanbieder, { zelfdeProductTweeAanbieders: 'ja' }).toegestaan).toBe(false)
  })

  it('AMB-59 overlapDagenBijWissel: zoveel dagen mag een wissel duren', () => {
    const wissel = [indicatie('GV 2026-01-01 2026-06-30', { aanbieder: 'Oost' }), indicatie('GV 2026-06-29', { aanbieder: 'West' })]
    expect(stapel(wissel).toegestaan).toBe(false)
    expect(stapel(wissel, { overlapDagenBijWissel: 2 }).toegestaan).toBe(true)
    expect(stapel(wissel, { overlapDagenBijWissel: 1 }).toegestaan).toBe(false)
  })

  it('AMB-64 pgbTeltInStapeling: een pgb telt mee, of niet', () => {
    const metPgb = [indicatie('BX 2026-01-01'), indicatie('BI 2026-02-01', { pgb: true })]
    expect(stapel(metPgb).toegestaan).toBe(false)
    const zonder = stapel(metPgb, { pgbTeltInStapeling: 'nee' })
    expect([zonder.toegestaan, zonder.info[0]?.code]).toEqual([true, 'PGB_TELT_NIET_MEE'])
  })
})

describe('lezingen in het algemeen', () => {
  it('een lezing die nog iets mist wordt geweigerd met wat er eerst nodig is', () => {
    for (const [sleutel, i] of Object.entries(catalogus.instellingen ?? {})) {
      for (const lezing of i.lezingen) {
        const gelezen = leesKeuze(catalogus, { instellingen: { [sleutel]: lezing.waarde as never } })
        expect(gelezen.ok, `${sleutel} ${JSON.stringify(lezing.waarde)}`).toBe(lezing.ontbreekt === undefined)
        if (!gelezen.ok) expect(gelezen.fout[0]?.tekst).toContain(lezing.ontbreekt)
      }
    }
  })
})
