/** Een kleine verzonnen catalogus voor tests: twee producten, genoeg om elk deel van de vorm eens te raken. */
import type { Bestand } from '#core/catalogus/laden/yaml-bestand.ts'

export const kleineCatalogus = `catalogus:
  id: zonnedal
  versie: 2026-01
  naam: Voorbeeld
  omschrijving: Verzonnen.
  bronnen: [{document: bron, titel: De bron, bestand: bron/bron.txt}]
  productvolgorde: [LICHT, ZWAAR]
gemeenten:
  - {naam: Zonnedal, code: "9901"}
  - {naam: Maanwijk, code: null}
themas:
  dag: {titel: De dag}
producten:
  LICHT:
    naam: Lichte hulp
    familie: alleen
    eenheid: uur
    bekostiging: null
    iwmoCode: null
    kort: Hulp bij kleine dingen.
    uitspraken:
      - {eis: Z-LI-01, soort: criterium, tekst: Er is hulp nodig., werkt: [advies], als: {hulpNodig: ja}}
      - {eis: Z-LI-02, soort: grens, tekst: Twee producten tegelijk mag., werkt: [stapeling]}
  ZWAAR:
    naam: Zware hulp
    familie: alleen
    eenheid: uur
    bekostiging: null
    iwmoCode: null
    kort: Hulp bij grote dingen.
    uitspraken:
      - {eis: Z-ZW-01, soort: criterium, tekst: De last is hoog., werkt: [advies], als: {last: {vanaf: {instelling: grens}}}}
vragen:
  hulpNodig: {soort: janee, thema: dag, tekst: Is er hulp nodig?, eisen: [Z-LI-01]}
  last: {soort: getal, thema: dag, tekst: Hoe zwaar is het?, eisen: [Z-ZW-01], min: 0, max: 10}
  soorten: {soort: meerkeuze, thema: dag, tekst: Waarbij?, eisen: [Z-LI-01], waarden: [koken, lopen]}
  tempo: {soort: keuze, thema: dag, tekst: Hoe snel?, eisen: [Z-LI-01], waarden: [snel, langzaam]}
instellingen:
  grens: {amb: AMB-01, titel: Vanaf wanneer zwaar, eisen: [Z-ZW-01], lezingen: [{waarde: 5, tekst: vijf}, {waarde: 9, tekst: negen, ontbreekt: Eerst een besluit van het college.}], standaard: 5, vrij: getal, werkt: [advies]}
  vervoer: {amb: AMB-02, titel: Vervoer, eisen: [Z-LI-01], lezingen: [{waarde: bus, tekst: bus}, {waarde: taxi, tekst: taxi}], standaard: {Zonnedal: bus}, perGemeente: true, werkt: [advies]}
  maanden: {amb: AMB-03, titel: Maximum, eisen: [Z-LI-01], lezingen: [{waarde: {LICHT: 12, ZWAAR: 6}, tekst: standaard}], standaard: {LICHT: 12, ZWAAR: 6}, vrij: object, werkt: [omvang]}
  modus: {amb: AMB-04, titel: Modus, eisen: [Z-LI-01], lezingen: [{waarde: ja, tekst: aan}, {waarde: nee, tekst: uit}], standaard: ja, werkt: [advies]}
afgeleid:
  zwaar:
    tekst: De last is hoog
    rijen:
      - {dan: ja, als: {last: {vanaf: {instelling: grens}}}, eisen: [Z-ZW-01]}
      - {dan: nee}
definities:
  metHulp: {alle: [{hulpNodig: ja}, {zwaar: [ja, nee]}]}
gronden:
  GEEN_HULP: {tekst: Er is geen hulp nodig.}
tabellen:
  hoofd:
    titel: Welk product
    vraagvolgorde: [hulpNodig, last]
    rijen:
      - {rij: R1, als: {hulpNodig: nee}, dan: {geen: GEEN_HULP}, eisen: [Z-LI-01], tekst: Geen hulp nodig.}
      - {rij: R2, als: {zwaar: ja}, dan: {product: ZWAAR}, eisen: [Z-ZW-01], tekst: De last is hoog.}
      - {rij: R3, dan: {product: LICHT}, eisen: [Z-LI-01], tekst: Lichte hulp past.}
stapeling:
  volgorde: [LICHT, ZWAAR]
  matrix: {LICHT: [Nee, Ja], ZWAAR: [Ja, Nee]}
  cellen: {LICHT: [Z-LI-02, Z-LI-02], ZWAAR: [Z-LI-02, Z-LI-02]}
  symmetrisch: true
`

/** De kleine catalogus als bestanden, met desgewenst een stuk tekst vervangen om een fout te maken. */
export function kleineBestanden(van = '', door = ''): Bestand[] {
  if (van && !kleineCatalogus.includes(van)) throw new Error(`"${van}" staat niet in de kleine catalogus`)
  return [
    { pad: 'alles.yaml', tekst: kleineCatalogus.replace(van, () => door) },
    { pad: 'bron/bron.txt', tekst: 'De bron zegt: er is hulp nodig.\n' },
  ]
}
