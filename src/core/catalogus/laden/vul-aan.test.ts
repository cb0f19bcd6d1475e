import { describe, expect, it } from 'vitest'
import { laadMetPlaatsen } from './laad.ts'

/** Zo weinig als er nodig is: wat hier ontbreekt volgt uit de rest. */
const kort = `
gemeenten: [{naam: Zonnedal, code: "9901"}, {naam: Maanwijk}]
producten:
  LICHT:
    naam: Lichte hulp
    familie: individueel
    eenheid: uur
    iwmoCode: null
    uitspraken:
      - {eis: Z-LI-01, soort: criterium, tekst: De inwoner is druk., als: {druk: ja}, werkt: [advies]}
      - {eis: Z-LI-02, citaat: hoogstens een uur}
    lijst: [{sleutel: LICHT-1, nummer: "1", als: {druk: ja}, eis: Z-LI-01}]
  ZWAAR: {naam: Zware hulp, familie: individueel, eenheid: uur, uitspraken: [{eis: Z-ZW-01, soort: mix, waarde: {mbo4: 60}, werkt: [contract]}]}
vragen:
  druk: {soort: janee, thema: denken-en-voelen, tekst: "Is de inwoner druk?"}
  maanden: {soort: getal, min: 0, decimalen: 1, thema: gedrag, tekst: "Hoeveel maanden?"}
instellingen:
  minMaanden: {amb: AMB-11, lezingen: [{waarde: 2}, {waarde: 3}], standaard: 3, werkt: [advies]}
afgeleid:
  ernst:
    overschrijfbaar: met_motivering
    rijen:
      - {dan: ernstig, als: {maanden: {vanaf: {instelling: minMaanden}}}}
      - {dan: geen}
tabellen:
  individueel:
    vraagvolgorde: [druk, maanden]
    rijen:
      - {rij: Z1, als: {druk: nee}, dan: {geen: NIET_DRUK}, eisen: [Z-LI-01]}
      - {rij: Z2, als: {ernst: ernstig}, dan: {product: ZWAAR}}
      - {rij: Z3, dan: {product: LICHT}}
    waarschuwingen:
      - {code: ERNSTIG, bij: [ZWAAR], als: {ernst: ernstig}, eis: Z-ZW-01}
stapeling:
  volgorde: [LICHT, ZWAAR]
  matrix: {LICHT: [Nee, Ja], ZWAAR: [Ja, Nee]}
  perFamilie: {individueel: 1, groep: 1, eis: Z-ZW-01, uitkomst: blokkeren}
`
const laad = (tekst: string) => laadMetPlaatsen([{ pad: 'alles.yaml', tekst }], undefined, { id: 'zonnedal', versie: '2030-01' })

describe('de korte vorm van een catalogus', () => {
  const geladen = laad(kort)
  if (!geladen.ok) throw new Error(JSON.stringify(geladen.fout))
  const { catalogus } = geladen.value

  it('noemt zich naar de mappen en kent de volgorde van de producten', () => {
    expect(catalogus.catalogus).toEqual({
      id: 'zonnedal',
      versie: '2030-01',
      naam: 'Zonnedal',
      omschrijving: 'Productcatalogus Zonnedal.',
      bronnen: [],
      productvolgorde: ['LICHT', 'ZWAAR'],
    })
  })

  it('vult in wat uit de rest volgt', () => {
    expect(catalogus.gemeenten[1]).toEqual({ naam: 'Maanwijk', code: null })
    expect(catalogus.themas).toEqual({ 'denken-en-voelen': { titel: 'Denken en voelen' }, gedrag: { titel: 'Gedrag' } })
    expect(catalogus.afgeleid?.ernst?.waarden).toEqual(['ernstig', 'geen'])
    expect(catalogus.instellingen?.minMaanden).toMatchObject({
      titel: 'Min maanden',
      lezingen: [
        { waarde: 2, tekst: '2' },
        { waarde: 3, tekst: '3' },
      ],
    })
    expect(catalogus.gronden).toEqual({ NIET_DRUK: { tekst: 'Niet druk.' } })
    expect(catalogus.producten.LICHT).toMatchObject({ kort: 'Lichte hulp', bekostiging: null, lijst: [{ tekst: 'Is de inwoner druk?' }] })
    expect(catalogus.producten.LICHT?.uitspraken[1]).toMatchObject({ soort: 'definitie', tekst: 'hoogstens een uur', werkt: [] })
    expect(catalogus.stapeling.perFamilie).toMatchObject({
      maximum: { individueel: 1, groep: 1 },
      tekst: 'Tegelijk mag hoogstens 1 × individueel en 1 × groep.',
    })
  })

  it('legt in de hash vast wat er geschreven staat, niet wat is aangevuld', () => {
    const metNaam = laad(
      `${kort}catalogus: {id: zonnedal, versie: 2030-01, naam: Zonnedal, omschrijving: x, bronnen: [], productvolgorde: [LICHT, ZWAAR]}\n`,
    )
    expect(metNaam.ok && metNaam.value.catalogus.hash).not.toBe(catalogus.hash)
    expect(laad(`# commentaar\n${kort}`)).toMatchObject({ ok: true, value: { catalogus: { hash: catalogus.hash } } })
  })

  it.each([
    ['een verkeerde soort', 'soort: janee', 'soort: jaofnee', 'soort'],
    ['een sleutel die niet bestaat', 'vraagvolgorde: [druk', 'vragvolgorde: [druk', 'vragvolgorde'],
    ['een maximum dat geen getal is', 'groep: 1, eis', 'groep: een, eis', 'groep'],
  ])('vult een fout niet weg: %s', (_, goed, fout, genoemd) => {
    const uit = laad(kort.replace(goed, fout))
    expect(uit.ok).toBe(false)
    expect(JSON.stringify(uit)).toContain(genoemd)
  })

  it.each(['producten: 3', 'tabellen: [a, b]', 'vragen: {x: 3}', 'stapeling: nee', 'themas: x', 'catalogus: 5'])(
    'struikelt niet over %s',
    (regel) => {
      const [deel] = regel.split(':')
      const zonder = kort.replace(new RegExp(`^${deel}:[\\s\\S]*?(?=^[a-z]|$(?![\\s\\S]))`, 'm'), '')
      expect(laad(`${zonder}\n${regel}\n`).ok).toBe(false)
    },
  )
})
