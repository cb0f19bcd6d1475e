import { describe, expect, it } from 'vitest'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { vergelijkCatalogi } from './vergelijk.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { wijzigingInWoorden } from './wijziging.ts'

function catalogusMet(van = '', door = '') {
  const geladen = laadCatalogus(kleineBestanden(van, door))
  if (!geladen.ok) throw new Error(JSON.stringify(geladen.fout))
  return geladen.value
}
const zinnen = (van: string, door: string) =>
  vergelijkCatalogi(catalogusMet(), catalogusMet(van, door)).flatMap((d) =>
    d.wijzigingen.map((w) => `${d.onderdeel}: ${wijzigingInWoorden(w)}`),
  )

describe('vergelijkCatalogi', () => {
  it('zegt niets over twee gelijke versies', () => {
    expect(vergelijkCatalogi(catalogusMet(), catalogusMet())).toEqual([])
  })

  it.each([
    [
      'een andere tekst',
      'tekst: De last is hoog., werkt',
      'tekst: De last is erg hoog., werkt',
      'Uitspraken: De tekst van de uitspraak Z-ZW-01 verandert. Was: "De last is hoog." Wordt: "De last is erg hoog." (Z-ZW-01)',
    ],
    [
      'een andere standaard',
      'standaard: 5, vrij',
      'standaard: 6, vrij',
      'Instellingen: De standaard van de instelling “Vanaf wanneer zwaar” (grens) verandert. Was: "5". Wordt: "6". (AMB-01, Z-ZW-01)',
    ],
    [
      'een andere cel',
      'LICHT: [Nee, Ja]',
      'LICHT: [Nee, Nee]',
      'Stapeling: De cel LICHT met ZWAAR verandert. Was: "Ja". Wordt: "Nee". (Z-LI-02)',
    ],
    [
      'een andere rij',
      '{product: ZWAAR}',
      '{bespreken: [LICHT, ZWAAR]}',
      'Tabel hoofd: De rij R2 verandert. Was: "als De last is hoog: ja: ZWAAR. De last is hoog." Wordt: "als De last is hoog: ja: bespreken: LICHT of ZWAAR. De last is hoog." (Z-ZW-01)',
    ],
    [
      'een andere vraag',
      'tekst: Hoe zwaar is het?',
      'tekst: Hoe zwaar valt het?',
      'Vragen: De tekst van de vraag last verandert. Was: "Hoe zwaar is het?" Wordt: "Hoe zwaar valt het?" (Z-ZW-01)',
    ],
    [
      'een antwoord erbij',
      'waarden: [snel, langzaam]',
      'waarden: [snel, gewoon, langzaam]',
      'Vragen: Bij de vraag tempo: het antwoord gewoon komt erbij.',
    ],
    [
      'een ander product',
      'naam: Lichte hulp',
      'naam: Kleine hulp',
      'Producten: De naam van LICHT verandert. Was: "Lichte hulp". Wordt: "Kleine hulp".',
    ],
    [
      'een andere volgorde van vragen',
      '[hulpNodig, last]',
      '[last, hulpNodig]',
      'Tabel hoofd: De volgorde van de vragen verandert. Was: "hulpNodig, last". Wordt: "last, hulpNodig".',
    ],
  ])('noemt %s in één zin', (_, van, door, zin) => {
    expect(zinnen(van, door)).toEqual([zin])
  })

  it('noemt wat erbij komt en wat vervalt', () => {
    const zonder = '  soorten: {soort: meerkeuze, thema: dag, tekst: Waarbij?, eisen: [Z-LI-01], waarden: [koken, lopen]}\n'
    expect(zinnen(zonder, '')).toEqual(['Vragen: De vraag soorten vervalt. Was: "Waarbij?" (Z-LI-01)'])
    const andersom = vergelijkCatalogi(catalogusMet(zonder, ''), catalogusMet()).flatMap((d) => d.wijzigingen.map(wijzigingInWoorden))
    expect(andersom).toEqual(['De vraag soorten komt erbij. Nieuw: "Waarbij?" (Z-LI-01)'])
  })
})
