/** De catalogus is volledig: elke uitspraak van bron A één keer, elk open punt met zijn standaard, en niets van een andere bron. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { controleerTabellen } from '#core/advies/controleer-tabellen.ts'
import { alleEisen, alleUitspraken } from '#core/catalogus/controle/controle.ts'
import { controleerCatalogus } from '#core/catalogus/controle/controleer.ts'
import { vergelijkingstabel } from '#core/catalogus/uitleg/vergelijkingstabel.ts'
import { catalogus, geladen, keuze, uitspraak } from './hulst-terneuzen.testhulp.ts'

const register = readFileSync(join(import.meta.dirname, '../../docs/eisen.md'), 'utf8')
const rijen = register.split('\n').flatMap((regel) => {
  const cellen = regel.split(/(?<!\\)\|/).map((cel) => cel.trim())
  return /^A-[A-Z]+-\d\d$/.test(cellen[1] ?? '') ? [{ id: cellen[1] as string, cellen: cellen.slice(2) }] : []
})

/** Hoofdstuk 5 van het register voor zover het bron A raakt, met de standaard als waarde. */
const standaarden: Record<string, unknown> = {
  iwmoCode: null,
  exportZonderCode: 'blokkeren',
  tariefNiveau: 'aanbieder',
  tariefBedragCent: null,
  normenkader: 'leeg',
  omvangZonderNorm: 'waarschuwen',
  minDuurMaanden: 6,
  minDuurToets: 'behoefte',
  minDuurUitkomst: 'waarschuwen',
  wlzUitsluitingIndividueel: 'blokkeren',
  wlzUitsluitingGroep: 'waarschuwen',
  wlzOverbruggingHerinnerenNaWeken: 12,
  veelalLijst: 'indicatief',
  geenItemUitkomst: 'waarschuwen',
  mobiliteitAlleenMetSociaalVerband: 'ja',
  bijGelijkePassing: 'lichtste',
  gpNummerLabel: [7, 8, 9, 10, 11, 12],
  gpSleutel: ['GP-1', 'GP-2', 'GP-3', 'GP-4', 'GP-5', 'GP-6'],
  gedragsErnstSoort: 'categorie',
  ernstigGedragMinMaanden: 3,
  storendGedragTypen: ['dwars_opstandig', 'geprikkeld_driftig', 'ergert_anderen', 'antisociaal', 'agressief', 'anders'],
  matigVereistGevolgen: 'ja',
  itemBeschermendeFactoren: 'vraagtDoor',
  indicatiefMinimum: 0,
  hoogIsVerhoogd: 'nee',
  bpCombinatie: 'alle',
  gpCombinatie: 'minstensEen',
  plusBasisKenmerk: 'minstensEen',
  plusBasisUitkomst: 'waarschuwen',
  labelBeschermdeFactoren: 'beschermde (beschermende) factoren',
  maxMaandenTijdelijkPlus: 24,
  plusZonderEinddatum: 'waarschuwen',
  externeProducten: { Hulst: ['beschermd_wonen', 'beschermd_thuis'], Terneuzen: ['beschermd_wonen', 'beschermd_thuis'] },
  mixGrondslag: 'uren',
  mixPeriode: 'kwartaal',
  mixModus: 'ondergrens_hoogste',
  mixTolerantie: 0,
  bbMixLezing: 'opleidingsniveau',
  hogerOpgeleidToegestaan: 'ja',
  brRegieMbo4Profielen: ['persoonlijk_begeleider'],
  gbMix: { mbo3: 80, mbo4: 15, hbo: 5 },
  gbMixModus: 'ladder_minima',
  gpHboMin: 40,
  gpMboMax: 60,
  gpRatio: 6,
  gpRatioSoort: 'hard',
  gpTeltAlleAanwezigen: 'ja',
  gpMaxGroepsgrootte: null,
  gbRatio: null,
  dagdeelMinMinuten: 120,
  noShowDeclarabel: 'nee',
  dagdeelTelling: 'geheel',
  maxDagdelenPerEtmaalA: null,
  plausibiliteitDagdelenA: 2,
  stapelingA: { individueel_groep: 'toegestaan', individueel_individueel: 'waarschuwen', groep_groep: 'waarschuwen' },
  vervoerRegeling: { Hulst: 'apart_product', Terneuzen: 'wmo_vervoersvoorziening' },
  vervoerBepaaltDoor: 'woongemeente',
  certificaatAlternatieven: ['iso9001', 'hkz', 'nen_en_15224', 'hkz_klein', 'prezo', 'gelijkwaardig'],
  pdcaAlternatief: 'nee',
  certificaatOntbreekt: { contract: 'blokkeren', toewijzing: 'waarschuwen' },
  afwijkingToegestaan: 'ja',
  afwijkingTerugwerkend: 'nee',
  leefgebieden: 'lokale lijst',
  maxLeefgebiedenTegelijk: 2,
  stijgingGelijktijdigIsGrond: 'nee',
  evaluatieIntervalMaanden: { default: 6, BP: 3 },
  planLabel: 'zorgplan',
  planTermijnWeken: 6,
  casusregieStandaard: 'geen',
  casusregieUren: 'binnen_omvang',
  afroepVenster: 'kantoortijden',
  afroepReactieWerkdagen: 1,
  digitaalTariefFactor: 1,
  kleineGroepVerdeling: 'gedeeld',
  behandelWoorden: ['dolfijn', 'therapeutisch paardrijden', 'therapie'],
  behandelingUitkomst: 'blokkeren',
  groepsresultaatConflict: 'info',
  vrijwilligerTelt: 'nee',
  inOpleidingTelt: 'nee',
  startTermijnWerkdagen: null,
  beslistermijnWeken: null,
  minLeeftijd: 18,
  leeftijdUitkomst: 'waarschuwen',
  hogerDanHboTelt: 'ja',
  richtingVereist: 'ja',
  eenOpEenMinPct: 50,
  opLocatieMaxPct: 50,
  groepEvaluatie: 'herinneren',
  groepStoppenVerplicht: 'nee',
  ladderAlleProducten: 'ja',
  ladderUitkomstZonderTekst: 'waarschuwen',
}

/** Rijen van hoofdstuk 5 die alleen over de andere bron gaan. */
const alleenAndereBron = [
  '40',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '47',
  '48',
  '49',
  '50',
  '52',
  '53',
  '54',
  '55',
  '56',
  '57',
  '58',
  '59',
  '60',
  '61',
  '62',
  '64',
  '68',
  '70',
]

describe('uitspraken', () => {
  it('elke uitspraak van bron A staat precies één keer in de catalogus, en geen andere', () => {
    expect(rijen).toHaveLength(152)
    const hier = [...alleUitspraken(catalogus)].map((u) => u.eis)
    expect(hier.toSorted()).toEqual(rijen.map((r) => r.id).toSorted())
  })

  it('gedeelde uitspraken gelden voor precies de producten uit het register', () => {
    const gedeeld = rijen.filter((r) => r.cellen.length === 6)
    expect(gedeeld).toHaveLength(75)
    const uitRegister = Object.fromEntries(gedeeld.map((r) => [r.id, r.cellen[0]]))
    expect(Object.fromEntries((catalogus.gedeeld ?? []).map((u) => [u.eis, u.producten.join(', ')]))).toEqual(uitRegister)
  })

  it('elk citaat staat woord voor woord in het brondocument', () => {
    const bron = Object.values(catalogus.bronteksten).join(' ').replace(/\s+/g, ' ')
    const citaten = [...alleUitspraken(catalogus)].flatMap(({ eis }) =>
      [uitspraak(eis).citaat ?? []].flat().map((citaat) => ({ eis, citaat })),
    )
    expect(citaten.length).toBeGreaterThan(150)
    expect(citaten.filter(({ citaat }) => !bron.includes(citaat))).toEqual([])
    const herkenning = Object.values(catalogus.producten).flatMap((p) => p.herkenning ?? [])
    expect(herkenning.filter(({ citaat }) => !bron.includes(citaat))).toEqual([])
  })

  it('elke uitspraak met een eigen regel in de bron leidt naar die regels', () => {
    const metPassage = new Set((catalogus.passages ?? []).flatMap((p) => p.eisen))
    // A-GB-11 gaat over zinnen die ontbreken en heeft dus geen regel.
    expect(rijen.map((r) => r.id).filter((id) => !metPassage.has(id))).toEqual(['A-GB-11'])
  })

  it('nergens staat een uitspraak of product van een andere bron', () => {
    expect([...alleEisen(catalogus)].filter((eis) => !/^(A|AMB)-/.test(eis))).toEqual([])
    expect(Object.keys(catalogus.producten)).toEqual(expect.arrayContaining(['BB', 'BR', 'BP', 'GB', 'GP']))
    expect(Object.keys(catalogus.producten)).toHaveLength(5)
  })
})

describe('instellingen', () => {
  it('elke sleutel van hoofdstuk 5 staat er met zijn standaard; alleen de afronding is van onszelf', () => {
    const hier = Object.fromEntries(Object.entries(catalogus.instellingen ?? {}).map(([sleutel, i]) => [sleutel, i.standaard]))
    expect(hier).toEqual({ ...standaarden, omvangAfronding: { op: 5, wijze: 'dichtstbij' } })
  })

  it('elk open punt dat bron A raakt heeft een instelling of een toelichting', () => {
    const alle = Array.from({ length: 72 }, (_, i) => String(i + 1).padStart(2, '0')).filter((n) => !alleenAndereBron.includes(n))
    const hier = new Set([...Object.values(catalogus.instellingen ?? {}), ...(catalogus.toelichtingen ?? [])].map((i) => i.amb.slice(4)))
    expect([...hier].toSorted()).toEqual(alle)
  })

  it('een lezing die nog iets mist wordt geweigerd met wat er eerst nodig is', () => {
    expect(() => keuze({ instellingen: { normenkader: 'gemeente' } })).toThrow(/eerst het normenkader van de gemeente/)
    expect(() => keuze({ instellingen: { gedragsErnstSoort: 'score' } })).toThrow(/welke schaal/)
  })
})

describe('samenhang', () => {
  it('alles wijst naar iets dat bestaat en elke rij is te bereiken', () => {
    expect(controleerCatalogus(geladen)).toEqual([])
    expect(controleerTabellen(geladen)).toEqual([])
  })

  it('de vragen komen in de volgorde van de eisen; daarna alleen wat bij een andere lezing beslist', () => {
    const ladder = ['eigenKracht', 'gebruikelijkeHulp', 'mantelzorg', 'netwerk', 'algemeenGebruikelijk', 'algemeneVoorziening'].map(
      (v) => `${v}Volstaat`,
    )
    const kan = [
      'BesluitenNemen',
      'ProblemenOplossen',
      'BezighedenRegelen',
      'RoutineAanbrengen',
      'BegrijpenEnBegrepenWorden',
      'SociaalContactOnderhouden',
    ].map((v) => `kan${v}`)
    const wlz = ['zorgbehoefteBlijvend', 'zorgbehoefte24x7', 'zorgInNabijheidNodig']
    const gedrag = ['gedragsvormen', 'gedragDuurMaanden', 'gedragDuidelijkNadelig', 'gedragNadeligVoorOmgeving']
    const punten = ['beperkingPsychisch', 'beperkingSocialeRedzaamheid', 'beperkingBewegenSociaal', 'beperkingGeheugenOrientatie']
    const eerst = [...wlz, 'gevolgVanBeperking', ...ladder, ...kan, 'alleenBehandelvraag', 'zesMaandenOfLangerNodig', ...gedrag]
    const verwacht = [...eerst, 'verhoogdEscalatierisico', 'hogeKwetsbaarheid', ...punten]
    expect(catalogus.tabellen.individueel?.vraagvolgorde.slice(0, verwacht.length)).toEqual(verwacht)
    const dag = ['daginvullingBuitenWoningNodig', 'participatieBinnenAlgemeneVoorzieningMogelijk', 'ernstigeBeperkingDagelijksFunctioneren']
    const groep = [
      ...dag,
      ...gedrag,
      'hoogEscalatierisico',
      'significantePsychischeKwetsbaarheid',
      'groepsresultaten',
      'gevolgVanBeperking',
      ...ladder,
      ...kan,
    ]
    expect(catalogus.tabellen.groep?.vraagvolgorde.slice(0, groep.length)).toEqual(groep)
  })

  it('de vergelijking van de vijf producten komt helemaal uit de gegevens, met een leeg vak waar de bron niets noemt', () => {
    const begin = register.indexOf('### 1.5 ')
    const tabel = register
      .slice(begin, register.indexOf('## 2. ', begin))
      .split('\n')
      .filter((regel) => regel.startsWith('| '))
    const genoemd = tabel.slice(1).map((regel) =>
      regel
        .split('|')
        .slice(2, 7)
        .map((cel) => !/^(–|not stated|not said|\*\*(none|not listed)\*\*|none)$/.test(cel.trim())),
    )
    const regels = vergelijkingstabel(catalogus, ['BB', 'BR', 'BP', 'GB', 'GP'])
    expect(regels).toHaveLength(29)
    expect(regels.map((r) => Object.values(r.cellen).map((c) => c.tekst !== null))).toEqual(genoemd)
    const rij = (onderwerp: string) => Object.values(regels.find((r) => r.onderwerp === onderwerp)?.cellen ?? {}).map((c) => c.tekst)
    expect(rij('Eenheid')).toEqual(['uur', 'uur', 'uur', 'dagdeel (4 uur)', 'dagdeel (4 uur)'])
    expect(rij('Geheugen en oriëntatie')).toEqual(['3', '4', '4', null, '10'])
    expect(rij('Psychisch functioneren')).toEqual([null, '3', '3', null, '9'])
    expect(rij('Gedragsproblemen')).toEqual([null, '5, "matige"', '5, "ernstig"', null, '11, "ernstig"'])
    expect(rij('Woorden voor de lijst')).toEqual(['op het gebied van', 'op het gebied van', 'in', null, 'in'])
    expect(rij('Mix')[4]).toBe('minstens 40% hbo, de rest (60%) mbo 4')
  })
})
