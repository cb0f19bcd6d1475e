import { describe, expect, it } from 'vitest'
import { controleerCatalogus } from './controleer.ts'
import { laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden, kleineCatalogus } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'

function fouten(van = '', door = '') {
  const geladen = laadMetPlaatsen(kleineBestanden(van, door))
  if (!geladen.ok) throw new Error(JSON.stringify(geladen.fout, null, 1))
  return controleerCatalogus(geladen.value)
}

describe('controleerCatalogus', () => {
  it('vindt niets in een catalogus die klopt', () => {
    expect(fouten()).toEqual([])
  })

  it.each([
    [
      'een onbekende vraag in een tabel',
      'als: {hulpNodig: nee}, dan',
      'als: {hulpNodg: nee}, dan',
      'VRAAG_ONBEKEND',
      'Bedoelde u "hulpNodig"?',
    ],
    ['een onbekende vraag in de vraagvolgorde', '[hulpNodig, last]', '[hulpNodig, lest]', 'VRAAG_ONBEKEND', 'Bedoelde u "last"?'],
    [
      'een voorstel uit een vraag die er niet is',
      'tekst: Is er hulp nodig?,',
      'tekst: Is er hulp nodig?, voorstelUit: hulpNodg,',
      'VRAAG_ONBEKEND',
      'De andere ja/nee-vraag "hulpNodg" bestaat niet.',
    ],
    [
      'een voorstel uit een getal',
      'tekst: Is er hulp nodig?,',
      'tekst: Is er hulp nodig?, voorstelUit: last,',
      'VRAAG_ONBEKEND',
      'De andere ja/nee-vraag "last" bestaat niet.',
    ],
    [
      'een afgeleide waarde in de vraagvolgorde',
      '[hulpNodig, last]',
      '[hulpNodig, last, zwaar]',
      'VRAAG_ONBEKEND',
      'De vraag "zwaar" bestaat niet.',
    ],
    [
      'een waarde die de vraag niet heeft',
      'als: {hulpNodig: nee}, dan',
      'als: {hulpNodig: nooit}, dan',
      'WAARDE_BUITEN_DOMEIN',
      'hulpNodig heeft geen waarde "nooit".',
    ],
    [
      'een grens op een ja-neevraag',
      'als: {hulpNodig: nee}, dan',
      'als: {hulpNodig: {vanaf: 2}}, dan',
      'EENHEID_ONGELIJK',
      '"vanaf" hoort bij een getal; hulpNodig is dat niet.',
    ],
    [
      'een grens buiten het bereik van het getal',
      'last: {vanaf: {instelling: grens}}}, eisen: [Z-ZW-01]}',
      'last: {vanaf: 11}}, eisen: [Z-ZW-01]}',
      'WAARDE_BUITEN_DOMEIN',
      '11 ligt buiten wat op last geantwoord kan worden (0 tot 10).',
    ],
    [
      'een tekst waar een getal hoort',
      'als: {hulpNodig: nee}, dan',
      'als: {last: veel}, dan',
      'WAARDE_BUITEN_DOMEIN',
      'De vraag last is een getal; hier staat "veel".',
    ],
    [
      'tellen bij een vraag zonder lijst',
      'als: {hulpNodig: nee}, dan',
      'als: {last: {minstens: 1}}, dan',
      'EENHEID_ONGELIJK',
      '"minstens" telt gekozen waarden; last is geen lijst.',
    ],
    [
      'een onbekende waarde in een telling',
      'als: {hulpNodig: nee}, dan',
      'als: {soorten: {minstens: 1, uit: [kokken]}}, dan',
      'WAARDE_BUITEN_DOMEIN',
      'Bedoelde u "koken"?',
    ],
    [
      'een instelling van de verkeerde soort als grens',
      'last: {vanaf: {instelling: grens}}}, eisen: [Z-ZW-01]}',
      'last: {vanaf: {instelling: modus}}}, eisen: [Z-ZW-01]}',
      'EENHEID_ONGELIJK',
      'Hier hoort een getal; de instelling modus is "ja".',
    ],
    [
      'een onbekende instelling',
      'last: {vanaf: {instelling: grens}}}, eisen: [Z-ZW-01]}',
      'last: {vanaf: {instelling: grenz}}}, eisen: [Z-ZW-01]}',
      'INSTELLING_ONBEKEND',
      'Bedoelde u "grens"?',
    ],
    [
      'een onbekend deel van een instelling',
      'last: {vanaf: {instelling: grens}}}, eisen: [Z-ZW-01]}',
      'last: {vanaf: {instelling: maanden.MIDDEL}}}, eisen: [Z-ZW-01]}',
      'INSTELLING_ONBEKEND',
      'De instelling maanden heeft geen deel "MIDDEL".',
    ],
    [
      'een lezing die niet bestaat',
      'als: {hulpNodig: nee}, dan',
      'als: {instelling: {modus: misschien}}, dan',
      'WAARDE_BUITEN_DOMEIN',
      'De instelling modus heeft geen lezing misschien.',
    ],
    [
      'een onbekende definitie',
      'als: {hulpNodig: nee}, dan',
      'als: {definitie: metHulpp}, dan',
      'DEFINITIE_ONBEKEND',
      'Bedoelde u "metHulp"?',
    ],
    [
      'een onbekende gemeente in een voorwaarde',
      'als: {hulpNodig: nee}, dan',
      'als: {gemeente: Zonnedaal}, dan',
      'GEMEENTE_ONBEKEND',
      'Bedoelde u "Zonnedal"?',
    ],
    ['een onbekend product als uitkomst', '{product: ZWAAR}', '{product: ZWAR}', 'PRODUCT_ONBEKEND', 'Bedoelde u "ZWAAR"?'],
    ['een onbekende grond', '{geen: GEEN_HULP}', '{geen: GEENHULP}', 'GROND_ONBEKEND', 'Bedoelde u "GEEN_HULP"?'],
    ['een rijnaam die twee keer voorkomt', '{rij: R2', '{rij: R1', 'NAAM_DUBBEL', '"R1" staat er twee keer.'],
    ['een onbekend thema', 'thema: dag, tekst: Is er', 'thema: nacht, tekst: Is er', 'THEMA_ONBEKEND', 'Het thema "nacht" bestaat niet.'],
    [
      'een uitspraak die twee keer staat',
      'eis: Z-LI-02, soort: grens',
      'eis: Z-LI-01, soort: grens',
      'UITSPRAAK_DUBBEL',
      'De uitspraak Z-LI-01 staat er twee keer (ook onder producten.LICHT).',
    ],
    [
      'een nummer zonder uitspraak in een rij',
      'eisen: [Z-LI-01], tekst: Lichte hulp past.',
      'eisen: [Z-LI-09], tekst: Lichte hulp past.',
      'UITSPRAAK_ONBEKEND',
      'De uitspraak "Z-LI-09" bestaat niet.',
    ],
    [
      'een nummer zonder uitspraak in een matrixcel',
      'LICHT: [Z-LI-02, Z-LI-02]',
      'LICHT: [Z-LI-02, Z-LI-03]',
      'UITSPRAAK_ONBEKEND',
      'De uitspraak "Z-LI-03" bestaat niet.',
    ],
    [
      'een open punt dat niet bestaat',
      'eisen: [Z-LI-01], tekst: Lichte hulp past.',
      'eisen: [AMB-77], tekst: Lichte hulp past.',
      'UITSPRAAK_ONBEKEND',
      'De uitspraak "AMB-77" bestaat niet.',
    ],
    [
      'een matrix die niet gelijk is aan haar spiegelbeeld',
      'ZWAAR: [Ja, Nee]',
      'ZWAAR: [Nee, Nee]',
      'MATRIX_NIET_SYMMETRISCH',
      'LICHT met ZWAAR is Ja, ZWAAR met LICHT is Nee.',
    ],
    [
      'een matrixrij met te weinig cellen',
      'ZWAAR: [Ja, Nee]',
      'ZWAAR: [Ja]',
      'MATRIX_MAAT',
      'De rij ZWAAR heeft 1 cellen; er zijn 2 producten.',
    ],
    [
      'een lengte van een dagdeel bij een uurproduct',
      'eenheid: uur\n',
      'eenheid: uur\n    dagdeelUren: 4\n',
      'EENHEID_ONGELIJK',
      'Een product per uur heeft geen lengte van een dagdeel.',
    ],
    [
      'dagdelen bij een uurproduct',
      'kort: Hulp bij kleine dingen.',
      'kort: Hulp bij kleine dingen.\n    omvang: {wijze: dagdelen, eisen: [Z-LI-02]}',
      'EENHEID_ONGELIJK',
      'De omvang gaat in dagdelen, maar het product telt per uur.',
    ],
    [
      'een eenheid uit een instelling die geen eenheid is',
      'eenheid: uur\n',
      'eenheid: {instelling: grens}\n',
      'EENHEID_ONGELIJK',
      'De instelling grens is 5; dat is geen eenheid.',
    ],
    [
      'een standaard die geen lezing is',
      'standaard: ja, werkt',
      'standaard: soms, werkt',
      'STANDAARD_ONMOGELIJK',
      'De standaard van modus is geen van de lezingen.',
    ],
    [
      'een standaard die nog niet gekozen kan worden',
      'standaard: 5, vrij',
      'standaard: 9, vrij',
      'STANDAARD_ONMOGELIJK',
      'Eerst een besluit van het college.',
    ],
    [
      'een afgeleide waarde die op zichzelf rust',
      '{hulpNodig: ja}, {zwaar: [ja, nee]}',
      '{hulpNodig: ja}, {definitie: metHulp}',
      'KRING',
      'metHulp → metHulp',
    ],
    [
      'een afgeleide waarde zonder laatste rij',
      '      - {dan: nee}\n',
      '',
      'COMBINATIE_ZONDER_UITKOMST',
      'De laatste rij van zwaar heeft een voorwaarde',
    ],
    [
      'een rij onder een rij die altijd geldt',
      '- {dan: nee}',
      '- {dan: nee}\n      - {dan: ja}',
      'RIJ_ONBEREIKBAAR',
      'Deze rij geldt altijd',
    ],
    [
      'een product buiten de volgorde',
      'productvolgorde: [LICHT, ZWAAR]',
      'productvolgorde: [LICHT]',
      'PRODUCT_NIET_IN_VOLGORDE',
      'Het product ZWAAR staat niet in catalogus.productvolgorde.',
    ],
    [
      'een citaat dat niet in de bron staat',
      'tekst: Er is hulp nodig., werkt',
      'tekst: Er is hulp nodig., citaat: iets anders, werkt',
      'CITAAT_NIET_IN_BRON',
      'Het citaat "iets anders" staat in geen van de brondocumenten.',
    ],
    [
      'een passage voorbij het einde van de bron',
      'gronden:',
      'passages: [{document: bron, regels: 7-9, eisen: [Z-LI-01]}]\ngronden:',
      'REGELS_ONGELDIG',
      'De regels 7-9 bestaan niet; het document heeft 2 regels.',
    ],
    [
      'een voorwaarde die nooit waar kan zijn',
      'als: {hulpNodig: nee}, dan',
      'als: {minstens: 3, van: [{hulpNodig: nee}]}, dan',
      'VOORWAARDE_ONMOGELIJK',
      'Minstens 3 van 1 kan nooit.',
    ],
  ])('weigert %s', (_, van, door, code, tekst) => {
    const gevonden = fouten(van, door)
    expect(gevonden.map((f) => f.code)).toContain(code)
    const f = gevonden.find((x) => x.code === code && `${x.tekst} ${x.watNu}`.includes(tekst))
    expect(f, JSON.stringify(gevonden, null, 1)).toBeDefined()
    expect(f?.bestand).toBe('alles.yaml')
    expect(f?.regel).toBeGreaterThan(0)
    expect(f?.watNu).not.toBe('')
  })

  it('noemt regel en kolom van de waarde die niet klopt', () => {
    const regel = kleineCatalogus.slice(0, kleineCatalogus.indexOf('- {rij: R2')).split('\n').length
    expect(fouten('{product: ZWAAR}', '{product: ZWAR}')).toMatchObject([
      { regel, kolom: (kleineCatalogus.split('\n')[regel - 1]?.indexOf('product: ZWAAR') as number) + 1 },
    ])
  })

  it('laat een ongelijke matrix toe als de catalogus dat zo wil', () => {
    const geladen = laadMetPlaatsen(
      kleineBestanden().map((b) => ({
        ...b,
        tekst: b.tekst.replace('ZWAAR: [Ja, Nee]', 'ZWAAR: [Nee, Nee]').replace('symmetrisch: true', 'symmetrisch: false'),
      })),
    )
    expect(geladen.ok && controleerCatalogus(geladen.value)).toEqual([])
  })
})
