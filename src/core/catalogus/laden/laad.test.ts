import { describe, expect, it } from 'vitest'
import { hashVan } from './hash.ts'
import { laadCatalogus } from './laad.ts'
import type { Bestand } from './yaml-bestand.ts'
import { kleineBestanden, kleineCatalogus } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'

function fouten(bestanden: readonly Bestand[]) {
  const geladen = laadCatalogus(bestanden)
  return geladen.ok ? [] : geladen.fout
}
/** Regel waar een stuk tekst in de kleine catalogus staat, zodat de tests niet breken op een regel erbij. */
const regelVan = (tekst: string) => kleineCatalogus.slice(0, kleineCatalogus.indexOf(tekst)).split('\n').length

describe('laadCatalogus', () => {
  it('laadt een catalogus met haar brontekst, ingangsdatum en hash', () => {
    const geladen = laadCatalogus(kleineBestanden(), { geldigVan: '2026-01-01' })
    expect(geladen.ok && geladen.value).toMatchObject({
      geldigVan: '2026-01-01',
      bronteksten: { bron: 'De bron zegt: er is hulp nodig.\n' },
    })
    expect(geladen.ok && geladen.value.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('geeft dezelfde hash bij andere opmaak en bestandsindeling, een andere bij andere inhoud of brontekst', () => {
    const [alles, bron] = kleineBestanden()
    if (!alles || !bron) throw new Error('twee bestanden')
    const knip = kleineCatalogus.indexOf('gronden:')
    const gesplitst = [
      { pad: 'a.yaml', tekst: `# met commentaar\n${kleineCatalogus.slice(knip)}` },
      { pad: 'b.yaml', tekst: kleineCatalogus.slice(0, knip) },
      bron,
    ]
    const hash = (b: Bestand[]) => {
      const geladen = laadCatalogus(b)
      return geladen.ok ? geladen.value.hash : ''
    }
    expect(hash(gesplitst)).toBe(hash([alles, bron]))
    expect(hash(kleineBestanden('Geen hulp nodig.', 'Geen hulp.'))).not.toBe(hash([alles, bron]))
    expect(hash([alles, { ...bron, tekst: 'Anders.' }])).not.toBe(hash([alles, bron]))
  })

  it('voegt lijsten achter elkaar en maps naast elkaar', () => {
    const extra = { pad: 'b.yaml', tekst: 'gemeenten: [{naam: Sterrendam, code: "9902"}]\ngronden: {NOG_EEN: {tekst: Nog een.}}' }
    const geladen = laadCatalogus([extra, ...kleineBestanden()])
    expect(geladen.ok && geladen.value.gemeenten.map((g) => g.naam)).toEqual(['Zonnedal', 'Maanwijk', 'Sterrendam'])
    expect(geladen.ok && Object.keys(geladen.value.gronden)).toEqual(['GEEN_HULP', 'NOG_EEN'])
  })

  it('weigert een sleutel die in twee bestanden staat en noemt beide plaatsen', () => {
    const [f] = fouten([...kleineBestanden(), { pad: 'b.yaml', tekst: '\nvragen:\n  last: {soort: janee}' }])
    expect(f).toMatchObject({ bestand: 'b.yaml', regel: 3, kolom: 3, code: 'SLEUTEL_DUBBEL' })
    expect(f?.tekst).toBe(`De sleutel "vragen.last" is twee keer gegeven. Hij staat ook in alles.yaml, regel ${regelVan('last: {soort')}.`)
  })

  it.each([
    [
      'een sleutel die niet bestaat',
      'thema: dag, tekst: Is er',
      'temma: dag, tekst: Is er',
      'SLEUTEL_ONBEKEND',
      'De sleutel "temma" bestaat niet in vragen.hulpNodig. Bedoelde u "thema"?',
    ],
    [
      'een soort die niet bestaat',
      'hulpNodig: {soort: janee',
      'hulpNodig: {soort: jane',
      'WAARDE_ONBEKEND',
      'vragen.hulpNodig.soort kan niet "jane" zijn. Bedoelde u "janee"?',
    ],
    ['een code als getal', '"9901"', '9901', 'WAARDE_SOORT', 'gemeenten[1].code is 9901; verwacht is tekst of null.'],
    [
      'een grens met een typefout',
      'last: {vanaf: {instelling: grens}}}, eisen',
      'last: {vanaff: {instelling: grens}}}, eisen',
      'SLEUTEL_ONBEKEND',
      'De sleutel "vanaff" bestaat niet in afgeleid.zwaar.rijen[1].als.last. Bedoelde u "vanaf"?',
    ],
    [
      'een nummer dat geen nummer is',
      'eis: Z-LI-02',
      'eis: zomaar',
      'WAARDE_ONGELDIG',
      'producten.LICHT.uitspraken[2].eis is "zomaar"; verwacht is een nummer als A-BR-04.',
    ],
    [
      'een matrixcel met een ander woord',
      'LICHT: [Nee, Ja]',
      'LICHT: [Nee, ja]',
      'WAARDE_ONBEKEND',
      'stapeling.matrix.LICHT[2] kan niet "ja" zijn. Bedoelde u "Ja"?',
    ],
    [
      'een eenheid die niet bestaat',
      'eenheid: uur',
      'eenheid: uurr',
      'WAARDE_ONBEKEND',
      'producten.LICHT.eenheid kan niet "uurr" zijn. Bedoelde u "uur"?',
    ],
    ['een ontbrekend deel', '    familie: alleen\n', '', 'SLEUTEL_ONTBREEKT', 'Hier ontbreekt "familie" (tekst).'],
  ])('weigert %s', (_, van, door, code, tekst) => {
    expect(fouten(kleineBestanden(van, door)).map((f) => ({ code: f.code, tekst: f.tekst }))).toEqual([{ code, tekst }])
  })

  it('wijst bij een komma in een tekst zonder aanhalingstekens op de aanhalingstekens', () => {
    const [f] = fouten(kleineBestanden('tekst: Er is geen hulp nodig.', 'tekst: Geen hulp, want het lukt zelf.'))
    expect(f).toMatchObject({
      code: 'SLEUTEL_ONBEKEND',
      watNu: 'Staat er een komma in een tekst tussen accolades? Zet die tekst tussen aanhalingstekens.',
    })
  })

  it('noemt regel en kolom van de foute waarde', () => {
    expect(fouten(kleineBestanden('eis: Z-LI-02', 'eis: zomaar'))).toMatchObject([
      { bestand: 'alles.yaml', regel: regelVan('{eis: Z-LI-02'), kolom: 10 },
    ])
  })

  it('meldt alle fouten tegelijk, op volgorde van plaats', () => {
    const kapot = kleineCatalogus.replace('familie: alleen', 'familei: alleen').replace('soort: getal', 'soort: getall')
    const gemeld = fouten([{ pad: 'alles.yaml', tekst: kapot }])
    expect(gemeld.map((f) => f.code)).toEqual(['SLEUTEL_ONBEKEND', 'WAARDE_ONBEKEND'])
    expect(gemeld.map((f) => f.regel)).toEqual([regelVan('familie: alleen'), regelVan('last: {soort')])
  })

  it.each([
    ['kapotte YAML', 'gronden:\n  GEEN: [a', 'YAML_ONGELDIG'],
    ['een dubbele sleutel in één bestand', 'gronden: {A: {tekst: a}, A: {tekst: b}}', 'YAML_ONGELDIG'],
    ['een tab als inspringing', 'gronden:\n\tA: 1', 'YAML_ONGELDIG'],
    ['twee documenten', 'gronden: {}\n---\ngronden: {}', 'YAML_ONGELDIG'],
    ['een eigen type', 'gronden: !!js/function "x"', 'YAML_ONGELDIG'],
    ['een leeg bestand', '# niets', 'BESTAND_LEEG'],
    ['een lijst bovenaan', '- a', 'BESTAND_LEEG'],
    [
      'een bestand dat uitdijt',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`)
        .join('\n')}`,
      'YAML_TE_VEEL_VERWIJZINGEN',
    ],
  ])('weigert %s met een plaats', (_, tekst, code) => {
    const [f] = fouten([{ pad: 'kapot.yaml', tekst }])
    expect(f).toMatchObject({ bestand: 'kapot.yaml', code })
    expect(f?.regel).toBeGreaterThan(0)
    expect(f?.watNu).not.toBe('')
  })

  it('weigert een sleutel als __proto__ in plaats van haar stil te laten vallen', () => {
    expect(fouten([...kleineBestanden(), { pad: 'b.yaml', tekst: 'vragen: {__proto__: {soort: janee}}' }]).map((f) => f.code)).toContain(
      'SLEUTEL_ONGELDIG',
    )
  })

  it('weigert een map zonder bestanden, een ontbrekend brondocument en een brondocument dat niemand noemt', () => {
    expect(fouten([]).map((f) => f.code)).toEqual(['MAP_LEEG'])
    expect(fouten(kleineBestanden().slice(0, 1))).toMatchObject([
      { code: 'BRON_ONTBREEKT', bestand: 'alles.yaml', regel: regelVan('bronnen:') },
    ])
    expect(fouten([...kleineBestanden(), { pad: 'bron/ander.txt', tekst: '' }]).map((f) => f.code)).toEqual(['BRON_NIET_GENOEMD'])
  })
})

describe('hashVan', () => {
  it('hangt niet af van de volgorde van sleutels, wel van die van lijsten', () => {
    expect(hashVan({ a: 1, b: [1, 2] })).toBe(hashVan({ b: [1, 2], a: 1 }))
    expect(hashVan({ b: [1, 2] })).not.toBe(hashVan({ b: [2, 1] }))
  })
})
