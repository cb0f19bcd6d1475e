/** Duur, Wlz en omvang van de individuele producten (A-IND), en de producten BB en BR: voorbeelden van het register. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { leesGeval } from '#core/advies/lees-geval.ts'
import {
  adviseer,
  afgeleid,
  bezwaren,
  catalogus,
  codes,
  groep,
  individueel,
  infocodes,
  lijst,
  matigGedrag,
  motiveren,
  omvang,
  oordeel,
  product,
  uitspraak,
  voorBB,
  voorBP,
  voorBR,
  voorGB,
  zonderPunt,
} from './hulst-terneuzen.testhulp.ts'

const week = { aantal: 1, per: 'week' }
const wlz = { zorgbehoefteBlijvend: 'ja', zorgbehoefte24x7: 'ja', zorgInNabijheidNodig: 'ja' }

describe('zes maanden of langer', () => {
  const duur = (maanden: number) => ({ ...voorBB, zesMaandenOfLangerNodig: undefined, verwachteDuurMaanden: maanden })
  it('A-IND-04 goed: precies zes maanden is lang genoeg', () => {
    const advies = adviseer('individueel', duur(6))
    expect(advies.product).toBe('BB')
    expect(oordeel(advies, 'A-IND-04')).toBe('voldaan')
  })
  it('A-IND-04 fout: bij vijf maanden is er geen product, en doorgaan vraagt een motivering', () => {
    const advies = adviseer('individueel', duur(5))
    expect(advies).toMatchObject({ grond: 'KORTER_DAN_ZES_MAANDEN', product: null, rij: 'A5' })
    expect(codes(advies)).toEqual(['KORTER_DAN_ZES_MAANDEN'])
    expect(groep({ ...voorGB, zesMaandenOfLangerNodig: 'nee' })).toBe('GB')
  })
})

describe('de Wlz gaat voor', () => {
  it('A-IND-05 goed: dag en nacht zorg voor drie weken na een operatie is niet blijvend', () => {
    expect(individueel({ ...voorBB, ...wlz, zorgbehoefteBlijvend: 'nee' })).toBe('BB')
    for (const een of Object.keys(wlz)) expect(individueel({ ...voorBB, ...wlz, [een]: 'nee' })).toBe('BB')
  })
  it('A-IND-05 fout: zijn alle drie waar, dan is er nooit Basis, Regulier of Plus', () => {
    for (const wie of [voorBB, voorBR, voorBP]) expect(individueel({ ...wie, ...wlz })).toBe('WLZ_VOORLIGGEND')
    expect(individueel({ ...voorBB, ...wlz, zorgInNabijheidNodig: undefined })).toBe('vraag zorgInNabijheidNodig')
  })
  // Een Wlz-indicatie betekent dat het CIZ deze drie vragen met ja beantwoordde; zo staat ze in de antwoorden.
  it('A-IND-06 goed: bij een bekende Wlz-indicatie is Regulier geweigerd met de grond', () => {
    const advies = adviseer('individueel', { ...voorBR, ...wlz })
    expect(advies).toMatchObject({ uitkomst: 'geen_product', grond: 'WLZ_VOORLIGGEND', rij: 'A1' })
    expect(oordeel(advies, 'A-IND-06')).toBe('niet_voldaan')
  })
  it('A-IND-06 fout: ook als de gemeente overbrugging toelaat, komt Regulier er nooit stil', () => {
    const advies = adviseer('individueel', { ...voorBR, ...wlz }, { instellingen: { wlzUitsluitingIndividueel: 'waarschuwen' } })
    expect(advies.product).toBe('BR')
    expect(codes(advies)).toContain('WLZ_OVERBRUGGING')
  })
})

describe('de omvang', () => {
  const regel = {
    activiteit: 'samen administratie doen',
    soort: 'norm',
    keer: week,
    resultaat: 'administratie op orde',
    motivering: 'gemeten',
  }
  const regels = [
    { ...regel, minuten: 60 },
    { ...regel, activiteit: 'dagstructuur', minuten: 45, resultaat: 'vast dagritme' },
  ]
  const onderbouwing = { capaciteiten: 'Leest goed, overziet weinig.', situatie: 'Woont alleen.' }
  it('A-IND-09 goed: 60 en 45 minuten per week is 1,75 uur per week', () => {
    const berekend = omvang({ product: 'BB', regels, onderbouwing })
    expect(berekend.totaal).toMatchObject({ minutenPerWeek: '105', afgerond: 105 })
    expect(bezwaren(berekend)).toEqual([])
    // Er is nog geen normenkader: dat vraagt een motivering, of weigert als de gemeente dat kiest.
    expect(motiveren(berekend)).toContain('NORMENKADER_ONTBREEKT')
    expect(bezwaren(omvang({ product: 'BB', regels, onderbouwing, instellingen: { omvangZonderNorm: 'blokkeren' } }))).toContain(
      'NORMENKADER_ONTBREEKT',
    )
  })
  it('A-IND-09 fout: drie uur naast een som van 1,75 uur zonder motivering kan niet', () => {
    const zonder = omvang({ product: 'BB', regels, onderbouwing, vastgesteld: { minutenPerWeek: 180 } })
    expect(bezwaren(zonder)).not.toEqual([])
    const met = omvang({
      product: 'BB',
      regels,
      onderbouwing,
      vastgesteld: { minutenPerWeek: 180, motivering: 'Spreekt alleen Tigrinya.' },
    })
    expect(bezwaren(met)).toEqual([])
  })
  it('A-IND-10 goed: twee regels met elk een resultaat, en beide teksten ingevuld', () => {
    expect(bezwaren(omvang({ product: 'BR', regels, onderbouwing }))).toEqual([])
  })
  it('A-IND-10 fout: zonder tekst over capaciteiten of zonder resultaat is de omvang niet onderbouwd', () => {
    const zonderTekst = omvang({ product: 'BR', regels, onderbouwing: { ...onderbouwing, capaciteiten: '' } })
    expect(zonderTekst.bezwaren).toEqual([expect.objectContaining({ code: 'OMVANG_NIET_ONDERBOUWD', eis: ['A-IND-10'] })])
    const zonderResultaat = omvang({ product: 'BR', regels: regels.map(({ resultaat: _, ...r }) => r), onderbouwing })
    expect(bezwaren(zonderResultaat)).toContain('OMVANG_NIET_ONDERBOUWD')
  })
  it('de verzonnen normen geven een watermerk en rekenen het voorbeeld exact uit', () => {
    const norm = (activiteit: string, minuten: number, per: string) => ({
      activiteit,
      minuten,
      soort: 'norm',
      keer: { aantal: 1, per },
      resultaat: 'r',
    })
    const berekend = omvang({
      product: 'BB',
      instellingen: { normenkader: 'synthetisch' },
      onderbouwing,
      regels: [
        norm('SYN-01', 45, 'week'),
        norm('SYN-03', 45, '2weken'),
        norm('SYN-12', 30, '2weken'),
        { ...norm('SYN-03', 45, '2weken'), soort: 'aftrek', reden: 'de mantelzorger doet de post' },
        { ...norm('SYN-01', 15, 'week'), soort: 'afwijking', reden: 'communicatie', motivering: 'Begrijpt traag.' },
      ],
    })
    expect(berekend.synthetisch).toBe(true)
    expect(berekend.totaal).toMatchObject({ minutenPerWeek: '75', afgerond: 75 })
    expect(bezwaren(berekend)).toEqual([])
  })
})

describe('naam en plaats van de producten', () => {
  const anderen = () => {
    const map = join(import.meta.dirname, '..')
    const mappen = readdirSync(map, { withFileTypes: true }).filter((d) => d.isDirectory() && d.name !== 'hulst-terneuzen')
    const versies = mappen.flatMap((d) =>
      readdirSync(join(map, d.name), { withFileTypes: true })
        .filter((v) => v.isDirectory() && existsSync(join(map, d.name, v.name)))
        .map((v) => join(map, d.name, v.name)),
    )
    const yaml = versies.flatMap((v) =>
      readdirSync(v)
        .filter((f) => f.endsWith('.yaml'))
        .map((f) => parse(readFileSync(join(v, f), 'utf8')) as { producten?: object }),
    )
    return yaml.flatMap((inhoud) => Object.keys(inhoud?.producten ?? {}))
  }
  for (const [eis, code, naam, wie, gemeente] of [
    ['A-BB-01', 'BB', 'Begeleiding Basis', voorBB, 'Hulst'],
    ['A-BR-01', 'BR', 'Begeleiding Regulier', voorBR, 'Terneuzen'],
    ['A-BP-01', 'BP', 'Begeleiding Plus', voorBP, 'Hulst'],
  ] as const) {
    it(`${eis} goed: ${naam} is er per uur voor een inwoner van ${gemeente}`, () => {
      expect(product(code)).toMatchObject({ naam, familie: 'individueel', eenheid: 'uur' })
      expect(individueel(wie, { gemeente })).toBe(code)
    })
    it(`${eis} fout: ${naam} staat in geen andere catalogus en een andere gemeente wordt geweigerd`, () => {
      expect(anderen()).not.toContain(code)
      const geval = leesGeval(catalogus, { gemeente: 'Goes', antwoorden: {} })
      expect(geval.ok ? [] : geval.fout.map((f) => f.code)).toEqual(['GEMEENTE_ONBEKEND'])
    })
  }
})

describe('Begeleiding Basis', () => {
  it('A-BB-02 goed: alleen sociale redzaamheid geeft Basis', () => {
    expect(individueel(voorBB)).toBe('BB')
  })
  it('A-BB-02 fout: Regulier is dan niet het advies, ook al past het', () => {
    expect(adviseer('individueel', voorBB).kandidaten).toEqual(['BB'])
  })
  it('A-BB-03 A-BR-03 goed: door slecht lopen bereikt iemand geen vrienden', () => {
    expect(individueel({ ...zonderPunt, beperkingBewegenSociaal: 'ja' })).toBe('BB')
    expect(oordeel(adviseer('individueel', { ...voorBR, beperkingBewegenSociaal: 'ja' }), 'A-BR-03')).toBe('voldaan')
  })
  it('A-BB-03 A-BR-03 fout: alleen een drempelhulp nodig telt niet mee, met uitleg', () => {
    const advies = adviseer('individueel', { ...zonderPunt, beperkingMobiliteit: 'ja' })
    expect(advies.uitkomst).toBe('eerst_bespreken')
    expect(infocodes(advies)).toContain('BEWEGEN_ZONDER_CONTACT')
    expect(oordeel(advies, 'A-BB-03')).toBe('niet_voldaan')
    expect(oordeel(adviseer('individueel', { ...voorBR, beperkingMobiliteit: 'ja' }), 'A-BR-03')).toBe('niet_voldaan')
  })
  it('A-BB-04 goed: geheugenverlies geeft Basis', () => {
    expect(individueel({ ...zonderPunt, beperkingGeheugenOrientatie: 'ja' })).toBe('BB')
  })
  it('A-BB-04 fout: bij Basis is geheugen nummer 3, niet 4', () => {
    expect(lijst('BB')).toEqual(['BB-1 1 A-BB-02', 'BB-2 2 A-BB-03', 'BB-3 3 A-BB-04'])
  })
  it('A-BB-05 goed: psychisch functioneren geeft Regulier', () => {
    expect(individueel({ ...voorBB, beperkingPsychisch: 'ja' })).toBe('BR')
  })
  it('A-BB-05 fout: de lijst van Basis heeft er geen vijf, en matig gedrag geeft nooit Basis', () => {
    expect(lijst('BB')).toHaveLength(3)
    expect(individueel({ ...voorBB, ...matigGedrag })).toBe('BR')
    expect(individueel({ ...voorBB, ...matigGedrag, gedragNadeligVoorOmgeving: undefined })).toBe('vraag gedragNadeligVoorOmgeving')
  })
})

describe('Begeleiding Regulier', () => {
  const vormen = ['dwars_opstandig', 'geprikkeld_driftig', 'ergert_anderen', 'antisociaal', 'agressief']
  it('A-BR-02 goed: sociale redzaamheid naast psychisch functioneren geeft Regulier', () => {
    const advies = adviseer('individueel', { ...voorBR, beperkingSocialeRedzaamheid: 'ja' })
    expect([advies.product, oordeel(advies, 'A-BR-02')]).toEqual(['BR', 'voldaan'])
  })
  it('A-BR-02 A-BR-07 fout: Regulier heeft geen drie of zes punten, en sociale redzaamheid ontbreekt niet', () => {
    expect(lijst('BR')[0]).toBe('BR-1 1 A-BR-02')
    expect(lijst('BR')).not.toHaveLength(3)
    expect(product('BR').lijst?.some((l) => /beschermde/.test(l.tekst))).toBe(false)
  })
  it('A-BR-07 goed: de lijst heeft vijf punten in de volgorde van de bron', () => {
    expect(lijst('BR')).toEqual(['BR-1 1 A-BR-02', 'BR-2 2 A-BR-03', 'BR-3 3 A-BR-04', 'BR-4 4 A-BR-05', 'BR-5 5 A-BR-06'])
  })
  it('A-BR-04 goed: een depressie geeft Regulier', () => {
    expect(individueel(voorBR)).toBe('BR')
  })
  it('A-BR-04 fout: geen Basis zolang niet naar psychisch functioneren is gevraagd', () => {
    expect(individueel({ ...voorBB, beperkingPsychisch: undefined })).toBe('vraag beperkingPsychisch')
  })
  it('A-BR-05 goed: één antwoord over geheugen is BB-3 en BR-4', () => {
    const met = { ...voorBR, beperkingGeheugenOrientatie: 'ja' }
    expect(oordeel(adviseer('individueel', met), 'A-BR-05')).toBe('voldaan')
    expect([lijst('BB')[2], lijst('BR')[3]]).toEqual(['BB-3 3 A-BB-04', 'BR-4 4 A-BR-05'])
  })
  it('A-BR-05 fout: het wordt niet twee keer gevraagd', () => {
    const rust = ['BB', 'BR', 'BP', 'GP'].map((p) => product(p).lijst?.find((l) => /geheugen/.test(l.tekst))?.als)
    expect(new Set(rust.map((als) => JSON.stringify(als)))).toEqual(new Set(['{"beperkingGeheugenOrientatie":"ja"}']))
  })
  it('A-BR-06 goed: matig gedrag zonder aanleiding voor Plus geeft Regulier', () => {
    const advies = adviseer('individueel', { ...zonderPunt, ...matigGedrag })
    expect([advies.product, oordeel(advies, 'A-BR-06')]).toEqual(['BR', 'voldaan'])
  })
  it('A-BR-06 fout: matig gedrag alleen geeft geen Plus', () => {
    expect(adviseer('individueel', { ...zonderPunt, ...matigGedrag }).kandidaten).not.toContain('BP')
  })
  it('A-BR-08 goed: alleen anderen ergeren is genoeg voor het eerste deel', () => {
    const advies = adviseer('individueel', { ...voorBR, ...matigGedrag, gedragsvormen: ['ergert_anderen'] })
    expect(oordeel(advies, 'A-BR-08')).toBe('voldaan')
  })
  it('A-BR-08 fout: niet alle vijf zijn nodig, en agressie kan ook matig zijn', () => {
    for (const vorm of vormen) expect(afgeleid({ ...zonderPunt, ...matigGedrag, gedragsvormen: [vorm] }).gedragsErnst).toBe('matig')
    expect(afgeleid({ ...zonderPunt, ...matigGedrag, gedragsvormen: ['anders'] }).gedragsErnst).toBe('geen')
    expect(uitspraak('A-BR-08').waarde).toEqual(vormen)
  })
  it('A-BR-09 goed: driftig en de partner heeft er nadeel van is matig', () => {
    expect(afgeleid({ ...zonderPunt, ...matigGedrag }).gedragsErnst).toBe('matig')
    expect(Object.keys((catalogus.vragen.gedragNadeligVoorWie as { waarden: object }).waarden)).toEqual(['partner', 'kind', 'omgeving'])
  })
  it('A-BR-09 fout: driftig zonder nadeel voor iemand is niet matig, met uitleg', () => {
    const zonderNadeel = { ...voorBB, ...matigGedrag, gedragNadeligVoorOmgeving: 'nee' }
    expect(afgeleid(zonderNadeel).gedragsErnst).toBe('geen')
    const advies = adviseer('individueel', zonderNadeel)
    expect([advies.product, infocodes(advies).includes('GEDRAG_ZONDER_GEVOLGEN')]).toEqual(['BB', true])
  })
})
