/** De doelgroep van BB, BR, BP en GP (A-DG): het goede en het foute voorbeeld van het register, tegen het advies. */
import { describe, expect, it } from 'vitest'
import {
  adviseer,
  catalogus,
  codes,
  groep,
  individueel,
  oordeel,
  omvang,
  uitspraak,
  voorBB,
  voorBP,
  voorBR,
  voorGB,
  voorGP,
  zonderPunt,
} from './hulst-terneuzen.testhulp.ts'

const alleZesLukken = { kanBezighedenRegelen: 'ja' }
const vraag = (id: string) => catalogus.vragen[id]
const keer = { aantal: 1, per: 'week' }

describe('gevolg van een beperking', () => {
  it('A-DG-01 goed: het komt door de beperking in het geheugen, dus Basis', () => {
    const advies = adviseer('individueel', { ...zonderPunt, beperkingGeheugenOrientatie: 'ja' })
    expect(advies.product).toBe('BB')
    expect(oordeel(advies, 'A-DG-01')).toBe('voldaan')
  })
  it('A-DG-01 fout: nee of geen enkele beperking geeft nooit vanzelf Basis', () => {
    expect(individueel({ ...voorBB, gevolgVanBeperking: 'nee' })).toBe('GEEN_BEGELEIDING')
    expect(individueel({ ...voorBB, gevolgVanBeperking: undefined })).toBe('vraag gevolgVanBeperking')
    expect(individueel(zonderPunt)).toBe('bespreken BB')
    expect(groep({ ...voorGP, gevolgVanBeperking: 'nee' })).toBe('bespreken GB of GP')
  })
})

describe('andere oplossingen', () => {
  it('A-DG-02 goed: eigen kracht is niet genoeg, het advies gaat door', () => {
    const advies = adviseer('individueel', voorBB)
    expect(advies.product).toBe('BB')
    expect(oordeel(advies, 'A-DG-02')).toBe('voldaan')
  })
  it('A-DG-02 fout: lost de inwoner alle doelen zelf op, dan is er geen product om uren voor te geven', () => {
    const advies = adviseer('individueel', { ...voorBB, eigenKrachtVolstaat: 'ja' })
    expect(advies).toMatchObject({ uitkomst: 'geen_product', grond: 'ANDERE_OPLOSSING', product: null })
    expect(oordeel(advies, 'A-DG-02')).toBe('niet_voldaan')
  })
  it('A-DG-03 goed: wie alleen woont heeft geen gebruikelijke hulp', () => {
    expect(oordeel(adviseer('individueel', voorBB), 'A-DG-03')).toBe('voldaan')
  })
  it('A-DG-03 fout: kan de partner de hele administratie doen, dan blijft er geen uur over', () => {
    expect(individueel({ ...voorBB, gebruikelijkeHulpVolstaat: 'ja' })).toBe('ANDERE_OPLOSSING')
    const uur = { activiteit: 'administratie', minuten: 60, keer, resultaat: 'administratie op orde' }
    const berekend = omvang({
      product: 'BB',
      regels: [
        { ...uur, soort: 'norm' },
        { ...uur, soort: 'aftrek', reden: 'de partner doet dit' },
      ],
    })
    expect(berekend.totaal).toMatchObject({ minutenPerWeek: '0', afgerond: 0 })
  })
  it('A-DG-04 goed: de dochter doet twee van de vijf momenten, drie blijven over', () => {
    expect(individueel({ ...voorBB, mantelzorgVolstaat: 'nee' })).toBe('BB')
    const moment = { activiteit: 'dag doornemen', minuten: 30, resultaat: 'vast dagritme' }
    const momenten = (aantal: number, soort: string) => ({ ...moment, soort, keer: { aantal, per: 'week' }, reden: 'de dochter doet dit' })
    const berekend = omvang({ product: 'BB', regels: [momenten(5, 'norm'), momenten(2, 'aftrek')] })
    expect(berekend.totaal).toMatchObject({ minutenPerWeek: '90' })
  })
  it('A-DG-04 fout: is naar mantelzorg niet gevraagd, dan is er nog geen advies', () => {
    expect(individueel({ ...voorBB, mantelzorgVolstaat: undefined })).toBe('vraag mantelzorgVolstaat')
    expect(vraag('mantelzorgBelasting')).toMatchObject({ soort: 'keuze' })
    expect(Object.keys((vraag('mantelzorgBelasting') as { waarden: object }).waarden)).toEqual(['geen', 'licht', 'zwaar', 'overbelast'])
  })
  it('A-DG-05 goed: een buurvrouw die een keer per maand helpt is niet genoeg', () => {
    expect(oordeel(adviseer('individueel', { ...voorBB, netwerkVolstaat: 'nee' }), 'A-DG-05')).toBe('voldaan')
  })
  it('A-DG-05 fout: netwerk en mantelzorg zijn twee vragen met elk een eigen oordeel', () => {
    const advies = adviseer('individueel', { ...voorBB, mantelzorgVolstaat: 'nee', netwerkVolstaat: 'ja' })
    expect([oordeel(advies, 'A-DG-04'), oordeel(advies, 'A-DG-05')]).toEqual(['voldaan', 'niet_voldaan'])
    expect(individueel({ ...voorBB, netwerkVolstaat: undefined })).toBe('vraag netwerkVolstaat')
  })
  it('A-DG-06 goed: een gewone agenda-app is geprobeerd en hielp niet', () => {
    expect(oordeel(adviseer('individueel', { ...voorBB, algemeenGebruikelijkVolstaat: 'nee' }), 'A-DG-06')).toBe('voldaan')
  })
  it('A-DG-06 fout: lost iets algemeen gebruikelijks het op, dan is er geen product voor dezelfde vraag', () => {
    expect(individueel({ ...voorBB, algemeenGebruikelijkVolstaat: 'ja' })).toBe('ANDERE_OPLOSSING')
    expect(groep({ ...voorGP, algemeenGebruikelijkVolstaat: 'ja' })).toBe('bespreken GB of GP')
  })
  it('A-DG-07 goed: het buurthuis is niet genoeg', () => {
    expect(oordeel(adviseer('individueel', { ...voorBB, algemeneVoorzieningVolstaat: 'nee' }), 'A-DG-07')).toBe('voldaan')
  })
  it('A-DG-07: is een algemene voorziening genoeg, dan is de uitkomst een verwijzing en geen product', () => {
    expect(individueel({ ...voorBB, algemeneVoorzieningVolstaat: 'ja' })).toBe('ANDERE_OPLOSSING')
    expect(catalogus.gronden.ANDERE_OPLOSSING?.vervolg).toMatch(/verwijs/)
  })
  it('samen genoeg telt als een andere oplossing, en niet ingevuld is nee', () => {
    expect(individueel({ ...voorBB, oplossingenSamenVolstaan: 'ja' })).toBe('ANDERE_OPLOSSING')
    expect(individueel(voorBB)).toBe('BB')
  })
})

describe('zes vaardigheden', () => {
  const vaardigheden: Record<string, string> = {
    'A-DG-09': 'kanBesluitenNemen',
    'A-DG-10': 'kanProblemenOplossen',
    'A-DG-11': 'kanBezighedenRegelen',
    'A-DG-12': 'kanRoutineAanbrengen',
    'A-DG-13': 'kanBegrijpenEnBegrepenWorden',
    'A-DG-14': 'kanSociaalContactOnderhouden',
  }
  it('A-DG-08 goed: één van de zes is genoeg', () => {
    const advies = adviseer('individueel', { ...voorBB, ...alleZesLukken, kanProblemenOplossen: 'nee' })
    expect(advies.product).toBe('BB')
    expect(oordeel(advies, 'A-DG-08')).toBe('voldaan')
  })
  it('A-DG-08 fout: zes keer ja geeft geen product, en niet gevraagd geeft eerst vragen', () => {
    for (const wie of [voorBB, voorBR, voorBP]) expect(individueel({ ...wie, ...alleZesLukken })).toBe('GEEN_BEGELEIDING')
    expect(individueel({ ...voorBB, ...alleZesLukken, kanRoutineAanbrengen: undefined })).toBe('vraag kanRoutineAanbrengen')
    expect(groep({ ...voorGP, ...alleZesLukken })).toBe('bespreken GB of GP')
  })
  for (const [eis, id] of Object.entries(vaardigheden)) {
    it(`${eis} goed: alleen ${id} met nee is al genoeg`, () => {
      const antwoorden = { ...alleZesLukken, [id]: 'nee' }
      const advies = adviseer('individueel', { ...voorBB, ...antwoorden })
      expect(advies.product).toBe('BB')
      expect(oordeel(advies, eis)).toBe('voldaan')
      expect(groep({ ...voorGP, ...antwoorden })).toBe('GP')
    })
  }
  it('A-DG-09 A-DG-10 fout: besluiten nemen en problemen oplossen zijn twee eigen vragen, en elk wordt gesteld', () => {
    for (const id of ['kanBesluitenNemen', 'kanProblemenOplossen'])
      expect(individueel({ ...voorBB, ...alleZesLukken, [id]: undefined })).toBe(`vraag ${id}`)
    const advies = adviseer('individueel', { ...voorBB, kanBesluitenNemen: 'nee', kanProblemenOplossen: 'ja' })
    expect([oordeel(advies, 'A-DG-09'), oordeel(advies, 'A-DG-10')]).toEqual(['voldaan', 'niet_voldaan'])
  })
  it('A-DG-12 fout: de vraag komt ook bij Groepsbegeleiding Plus', () => {
    expect(groep({ ...voorGP, ...alleZesLukken, kanRoutineAanbrengen: undefined })).toBe('vraag kanRoutineAanbrengen')
  })
  it('A-DG-11 A-DG-13 A-DG-14 fout: lukt maar een deel van de vaardigheid, dan zegt de uitleg dat het antwoord nee is', () => {
    expect(vraag('kanBezighedenRegelen')?.uitleg).toBe('Lukt een van de twee niet, kies dan nee.')
    expect(vraag('kanBegrijpenEnBegrepenWorden')?.uitleg).toMatch(/Lukt een van de twee niet, kies dan nee/)
    expect(vraag('kanSociaalContactOnderhouden')?.uitleg).toMatch(/Lukt een van de drie niet, kies dan nee/)
    for (const eis of ['A-DG-11', 'A-DG-13', 'A-DG-14']) {
      const id = vaardigheden[eis] as string
      // Eén vraag voor het geheel: nee is nee, er zijn geen losse delen die elkaar opheffen.
      expect(individueel({ ...voorBB, ...alleZesLukken, [id]: 'nee' })).toBe('BB')
    }
  })
})

describe('de genummerde lijst', () => {
  it('A-DG-15 goed: zonder punt uit de lijst kan het nog, met een motivering', () => {
    const zonder = adviseer('individueel', zonderPunt)
    expect(zonder).toMatchObject({ uitkomst: 'eerst_bespreken', rij: 'A9' })
    const plus = adviseer('individueel', { ...zonderPunt, hogeKwetsbaarheid: 'ja' })
    expect(plus.product).toBe('BP')
    expect(groep(voorGP)).toBe('GP')
  })
  it('A-DG-15 fout: nooit een weigering om de lijst, en nooit zonder waarschuwing', () => {
    expect(adviseer('individueel', zonderPunt).uitkomst).not.toBe('geen_product')
    expect(codes(adviseer('individueel', zonderPunt))).toContain('GEEN_ITEM_UIT_LIJST')
    expect(codes(adviseer('individueel', { ...zonderPunt, hogeKwetsbaarheid: 'ja' }))).toContain('GEEN_ITEM_UIT_LIJST')
    expect(codes(adviseer('groep', { ...voorGP, beperkingPsychisch: 'nee' }))).toContain('GEEN_ITEM_UIT_LIJST')
    expect(codes(adviseer('individueel', voorBB))).not.toContain('GEEN_ITEM_UIT_LIJST')
  })
  it('A-DG-16 goed: één punt mag, en drie punten ook', () => {
    expect(individueel(voorBB)).toBe('BB')
    expect(individueel({ ...voorBB, beperkingBewegenSociaal: 'ja', beperkingGeheugenOrientatie: 'ja' })).toBe('BB')
  })
  it('A-DG-16 fout: het is geen lijst waaruit je er maar één kiest', () => {
    const advies = adviseer('individueel', { ...voorBR, beperkingSocialeRedzaamheid: 'ja', beperkingGeheugenOrientatie: 'ja' })
    expect(['A-BR-02', 'A-BR-04', 'A-BR-05'].map((eis) => oordeel(advies, eis))).toEqual(['voldaan', 'voldaan', 'voldaan'])
    expect(uitspraak('A-DG-16').waarde).toEqual({ minstens: 1, hoogstens: null })
  })
})

describe('de doelgroep geldt niet voor Groepsbegeleiding Basis', () => {
  it('A-DG noemt GB nergens, en een ontbrekende doelgroep houdt GB niet tegen', () => {
    const doelgroep = (catalogus.gedeeld ?? []).filter((u) => u.eis.startsWith('A-DG-'))
    expect(new Set(doelgroep.map((u) => u.producten.join()))).toEqual(new Set(['BB,BR,BP,GP']))
    expect(groep({ ...voorGB, gevolgVanBeperking: 'nee', ...alleZesLukken })).toBe('GB')
  })
})
