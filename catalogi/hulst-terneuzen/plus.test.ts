/** Begeleiding Plus (A-BP): aanleidingen, ernst van gedrag, aanwijzingen en einddatum; voorbeelden van het register. */
import { describe, expect, it } from 'vitest'
import {
  adviseer,
  afgeleid,
  catalogus,
  codes,
  ernstigGedrag,
  groep,
  individueel,
  infocodes,
  lijst,
  matigGedrag,
  motiveren,
  omvang,
  oordeel,
  uitspraak,
  voorBB,
  voorBP,
  voorBR,
  zonderPunt,
} from './hulst-terneuzen.testhulp.ts'

const escalatie = { verhoogdEscalatierisico: 'ja' }
const ernst = (antwoorden: object) => afgeleid({ ...zonderPunt, ...antwoorden }).gedragsErnst

describe('tijdelijk', () => {
  const regels = [
    { activiteit: 'begeleiden', minuten: 60, soort: 'norm', keer: { aantal: 1, per: 'week' }, resultaat: 'rust', motivering: 'm' },
  ]
  const plus = (van: string, tot?: string, instellingen = {}) => omvang({ product: 'BP', van, ...(tot && { tot }), regels, instellingen })
  it('A-BP-02 goed: Plus van 1 januari tot en met 31 december 2026', () => {
    expect(motiveren(plus('2026-01-01', '2026-12-31')).filter((c) => /EINDDATUM|TE_LANG/.test(c))).toEqual([])
    expect(infocodes(adviseer('individueel', voorBP))).toContain('EINDDATUM_VERWACHT')
  })
  it('A-BP-02 fout: zonder einddatum of langer dan 24 maanden gaat het niet zonder motivering', () => {
    const open = plus('2026-01-01')
    expect(open.waarschuwingen).toContainEqual(expect.objectContaining({ code: 'EINDDATUM_ONTBREEKT', eis: ['A-BP-02'] }))
    expect(motiveren(plus('2026-01-01', '2028-01-01'))).toContain('INDICATIE_TE_LANG')
    expect(motiveren(plus('2026-01-01', '2027-12-31'))).not.toContain('INDICATIE_TE_LANG')
    expect(plus('2026-01-01', undefined, { plusZonderEinddatum: 'blokkeren' }).bezwaren.map((b) => b.code)).toContain('EINDDATUM_ONTBREEKT')
  })
})

describe('de lijst', () => {
  it('A-BP-05 goed: sociale redzaamheid naast een aanleiding geeft Plus', () => {
    const advies = adviseer('individueel', { ...voorBB, ...escalatie })
    expect([advies.product, oordeel(advies, 'A-BP-05')]).toEqual(['BP', 'voldaan'])
  })
  it('A-BP-05 fout: sociale redzaamheid alleen geeft geen Plus', () => {
    expect(individueel(voorBB)).toBe('BB')
  })
  it('A-BP-06 goed: bewegen telt als het contact hindert', () => {
    expect(oordeel(adviseer('individueel', { ...voorBP, beperkingBewegenSociaal: 'ja' }), 'A-BP-06')).toBe('voldaan')
  })
  it('A-BP-06 fout: bewegen zonder verband met contact telt niet', () => {
    expect(oordeel(adviseer('individueel', { ...voorBP, beperkingMobiliteit: 'ja' }), 'A-BP-06')).toBe('niet_voldaan')
  })
  it('A-BP-07 goed: psychisch functioneren met een verhoogd risico op escalatie geeft Plus', () => {
    expect(individueel({ ...voorBR, ...escalatie })).toBe('BP')
  })
  it('A-BP-07 fout: psychisch functioneren alleen geeft Regulier', () => {
    expect(individueel(voorBR)).toBe('BR')
  })
  it('A-BP-08 A-BP-11 goed: zes punten, genummerd 1 tot en met 6, met geheugen op 4', () => {
    expect(lijst('BP')).toEqual([
      'BP-1 1 A-BP-05',
      'BP-2 2 A-BP-06',
      'BP-3 3 A-BP-07',
      'BP-4 4 A-BP-08',
      'BP-5 5 A-BP-09',
      'BP-6 6 A-BP-10',
    ])
    expect(oordeel(adviseer('individueel', { ...voorBP, beperkingGeheugenOrientatie: 'ja' }), 'A-BP-08')).toBe('voldaan')
  })
  it('A-BP-08 A-BP-11 fout: geheugen is geen BP-3, en geen punt heet 7 tot en met 12', () => {
    expect(lijst('BP').find((l) => l.startsWith('BP-3'))).toBe('BP-3 3 A-BP-07')
    expect(lijst('BP').filter((l) => /^BP-\d+ (7|8|9|10|11|12) /.test(l))).toEqual([])
  })
  it('A-BP-09 goed: ernstig gedrag is punt 5 en zelf een kenmerk', () => {
    const advies = adviseer('individueel', { ...voorBR, ...ernstigGedrag })
    expect([advies.product, oordeel(advies, 'A-BP-09')]).toEqual(['BP', 'voldaan'])
    // Drie woorden in de bron, één begrip in de regels.
    const rust = ['A-BP-09', 'A-BP-15', 'A-GP-08', 'A-GP-10'].map((eis) => JSON.stringify(uitspraak(eis).als))
    expect(new Set(rust)).toEqual(new Set(['{"gedragsErnst":"ernstig"}']))
  })
  it('A-BP-09 fout: matig gedrag is geen punt 5', () => {
    expect(oordeel(adviseer('individueel', { ...voorBR, ...matigGedrag, ...escalatie }), 'A-BP-09')).toBe('niet_voldaan')
  })
  it('A-BP-10 goed: beschermende factoren ontbreken en kwetsbaarheid is niet gevraagd: eerst vragen', () => {
    const advies = adviseer('individueel', { ...voorBR, beschermendeFactorenOntbreken: 'ja', hogeKwetsbaarheid: undefined })
    expect(advies).toMatchObject({ uitkomst: 'eerst_vragen', vraag: 'hogeKwetsbaarheid' })
    expect(infocodes(advies)).toContain('BESCHERMENDE_FACTOREN')
  })
  it('A-BP-10 fout: dit punt alleen geeft geen Plus, en het staat niet bij Regulier', () => {
    expect(individueel({ ...voorBR, beschermendeFactorenOntbreken: 'ja' })).toBe('BR')
    expect(lijst('BR').join()).not.toContain('BR-6')
  })
})

describe('ernst van gedrag', () => {
  it('A-BP-12 goed: vier maanden agressie is ernstig', () => {
    expect(ernst(ernstigGedrag)).toBe('ernstig')
    expect(ernst({ ...ernstigGedrag, gedragDuurMaanden: 3 })).toBe('ernstig')
  })
  it('A-BP-12 fout: vijf weken agressie is niet ernstig', () => {
    expect(ernst({ ...ernstigGedrag, gedragDuurMaanden: 1.2 })).toBe('matig')
    expect(ernst({ ...ernstigGedrag, gedragDuurMaanden: 2.9 })).toBe('matig')
    expect(ernst({ ...ernstigGedrag, gedragDuurMaanden: undefined })).toBe('onbekend')
  })
  it('A-BP-13 goed: vier maanden en de eigen uithuiszetting dreigt, dus ernstig', () => {
    expect(ernst({ ...ernstigGedrag, gedragNadeligVoorOmgeving: 'nee', gedragDuidelijkNadeligVoorWie: ['persoon'] })).toBe('ernstig')
  })
  it('A-BP-13 fout: vier maanden zonder gevolgen is niet ernstig', () => {
    expect(ernst({ ...ernstigGedrag, gedragDuidelijkNadelig: 'nee', gedragNadeligVoorOmgeving: 'nee' })).toBe('geen')
  })
  it('de consulent mag de ernst overschrijven met een motivering', () => {
    const overschrijvingen = { gedragsErnst: { waarde: 'ernstig', motivering: 'Het patroon bestaat al jaren.' } }
    expect(individueel({ ...voorBR, ...matigGedrag }, { overschrijvingen })).toBe('BP')
    expect(catalogus.afgeleid?.gedragsErnst?.overschrijfbaar).toBe('met_motivering')
  })
})

describe('de drie aanleidingen', () => {
  it('A-BP-14 goed: psychisch functioneren naast een verhoogd risico op escalatie', () => {
    const advies = adviseer('individueel', { ...voorBR, ...escalatie })
    expect([advies.product, oordeel(advies, 'A-BP-14'), codes(advies)]).toEqual(['BP', 'voldaan', []])
  })
  it('A-BP-14 fout: een risico op escalatie zonder kenmerk van Regulier vraagt een motivering', () => {
    const advies = adviseer('individueel', { ...zonderPunt, ...escalatie })
    expect(oordeel(advies, 'A-BP-14')).toBe('niet_voldaan')
    expect(codes(advies)).toContain('GEEN_REGULIER_KENMERK')
  })
  for (const [eis, naam, antwoorden] of [
    ['A-BP-15', 'ernstig gedrag', ernstigGedrag],
    ['A-BP-16', 'een verhoogd risico op escalatie', escalatie],
    ['A-BP-17', 'een hoge mate van kwetsbaarheid', { hogeKwetsbaarheid: 'ja' }],
  ] as const) {
    it(`${eis} goed: ${naam} is genoeg`, () => {
      const advies = adviseer('individueel', { ...voorBR, ...antwoorden })
      expect([advies.product, oordeel(advies, eis)]).toEqual(['BP', 'voldaan'])
    })
  }
  it('A-BP-15 A-BP-16 fout: er zijn geen twee aanleidingen nodig, ook niet ernstig gedrag naast escalatie', () => {
    const zonderAndere = adviseer('individueel', { ...voorBR, ...escalatie })
    expect(['A-BP-15', 'A-BP-16', 'A-BP-17'].map((eis) => oordeel(zonderAndere, eis))).toEqual(['niet_voldaan', 'voldaan', 'niet_voldaan'])
    expect(zonderAndere.product).toBe('BP')
    expect(individueel({ ...voorBR, ...ernstigGedrag })).toBe('BP')
  })
  it('A-BP-17 fout: de vraag naar kwetsbaarheid ontbreekt niet', () => {
    expect(individueel({ ...voorBR, hogeKwetsbaarheid: undefined })).toBe('vraag hogeKwetsbaarheid')
  })
})

describe('aanwijzingen voor complexe problematiek', () => {
  const complexiteit = (antwoorden: object) => afgeleid({ ...voorBR, ...antwoorden }).complexiteit
  it('A-BP-20 goed: nul van de drie met een aanleiding is gewoon Plus', () => {
    expect(complexiteit(ernstigGedrag)).toBe('nul')
    expect(individueel({ ...voorBR, ...ernstigGedrag })).toBe('BP')
  })
  it('A-BP-20 fout: Plus wordt niet geweigerd om nul van de drie, en drie van de drie beslist niet', () => {
    const drie = { combinatieFysiekCognitiefPsychisch: 'ja', multidisciplinairNodig: 'ja', verhoogdCrisisrisico: 'ja' }
    expect(complexiteit(drie)).toBe('drie')
    expect(individueel({ ...voorBR, ...drie })).toBe('BR')
    expect(codes(adviseer('individueel', voorBP))).toEqual([])
  })
  it('A-BP-21 goed: lichamelijk, cognitief en psychisch samen telt', () => {
    expect(complexiteit({ beperkingFysiek: 'ja', beperkingCognitief: 'ja' })).toBe('een')
    expect(complexiteit({ combinatieFysiekCognitiefPsychisch: 'ja' })).toBe('een')
  })
  it('A-BP-21 fout: twee van de drie telt niet', () => {
    expect(complexiteit({ beperkingFysiek: 'ja' })).toBe('nul')
    expect(afgeleid({ ...voorBB, beperkingFysiek: 'ja', beperkingCognitief: 'ja' }).complexiteit).toBe('nul')
  })
  it('A-BP-22 goed: samenwerking van disciplines telt', () => {
    const advies = adviseer('individueel', { ...voorBP, multidisciplinairNodig: 'ja' })
    expect(oordeel(advies, 'A-BP-22')).toBe('voldaan')
    expect(complexiteit({ multidisciplinairNodig: 'ja' })).toBe('een')
  })
  it('A-BP-22 fout: het antwoord gaat niet verloren', () => {
    expect(complexiteit({ multidisciplinairNodig: undefined })).toBe('onbekend')
    expect(oordeel(adviseer('individueel', { ...voorBP, multidisciplinairNodig: undefined }), 'A-BP-22')).toBe('ontbreekt')
  })
  it('A-BP-23 goed: een crisisrisico zonder escalatie telt als aanwijzing, niet als aanleiding', () => {
    const antwoorden = { ...voorBR, verhoogdCrisisrisico: 'ja' }
    expect(afgeleid(antwoorden)).toMatchObject({ complexiteit: 'een', plusTrigger: 'nee' })
    // Een risico op escalatie telt vanzelf mee.
    expect(complexiteit(escalatie)).toBe('een')
  })
  it('A-BP-23 fout: een crisisrisico geeft op zichzelf geen Plus', () => {
    expect(individueel({ ...voorBR, verhoogdCrisisrisico: 'ja' })).toBe('BR')
  })
})

describe('Plus in de groep en thuis', () => {
  it('een aanleiding voor Plus thuis opent Groepsbegeleiding Plus niet vanzelf', () => {
    expect(groep({ ...voorBR, ...escalatie, hoogEscalatierisico: undefined, daginvullingBuitenWoningNodig: 'ja' })).toMatch(/^vraag /)
  })
})
