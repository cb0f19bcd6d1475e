/** Elke lezing van een open punt die nu te kiezen is, verandert wat de software doet. De standaard staat links, de lezing rechts. */
import { describe, expect, it } from 'vitest'
import {
  adviseer,
  afgeleid,
  bezwaren,
  catalogus,
  codes,
  ernstigGedrag,
  groep,
  individueel,
  infocodes,
  type Instellingen,
  matigGedrag,
  motiveren,
  omvang,
  stapel,
  voorBB,
  voorBP,
  voorBR,
  voorGB,
  voorGP,
  zonderPunt,
} from './hulst-terneuzen.testhulp.ts'
import type { Json } from '#core/catalogus/instellingen.ts'

const wlz = { zorgbehoefteBlijvend: 'ja', zorgbehoefte24x7: 'ja', zorgInNabijheidNodig: 'ja' }
const vijfVormen = ['dwars_opstandig', 'geprikkeld_driftig', 'ergert_anderen', 'antisociaal', 'agressief']
const escalatie = { verhoogdEscalatierisico: 'ja' }
const geenKwetsbaar = { significantePsychischeKwetsbaarheid: 'nee' }
const regel = { activiteit: 'begeleiden', minuten: 62, soort: 'norm', keer: { aantal: 1, per: 'week' }, resultaat: 'rust', motivering: 'm' }
const onderbouwing = { capaciteiten: 'c', situatie: 's' }
const uren = (product: string, i: Instellingen, erbij = {}) => omvang({ product, regels: [regel], onderbouwing, instellingen: i, ...erbij })
const allesMag = { individueel_groep: 'toegestaan', individueel_individueel: 'toegestaan', groep_groep: 'toegestaan' }
const vanaf = (...codes: string[]) => codes.map((product) => ({ product, van: '2026-01-01' }))
const oordeelBij = (indicaties: object[], i: Instellingen) => {
  const { toegestaan, waarschuwingen } = stapel(indicaties as Record<string, unknown>[], i)
  return toegestaan ? (waarschuwingen.length > 0 ? 'motiveren' : 'mag') : 'mag niet'
}

type Proef = [sleutel: string, lezing: Json, wat: (i: Instellingen) => unknown, standaard: unknown, anders: unknown]
const met = (i: Instellingen) => ({ instellingen: i })

const proeven: Proef[] = [
  ['normenkader', 'synthetisch', (i) => uren('BB', i).synthetisch, false, true],
  ['omvangZonderNorm', 'blokkeren', (i) => bezwaren(uren('BB', i)), [], ['NORMENKADER_ONTBREEKT']],
  [
    'omvangAfronding',
    { op: 15, wijze: 'naar_boven' },
    (i) => uren('BB', i).totaal,
    expect.objectContaining({ afgerond: 60 }),
    expect.objectContaining({ afgerond: 75 }),
  ],
  [
    'omvangAfronding',
    { op: 1, wijze: 'dichtstbij' },
    (i) => uren('BB', i).totaal,
    expect.objectContaining({ afgerond: 60 }),
    expect.objectContaining({ afgerond: 62 }),
  ],
  [
    'minDuurMaanden',
    3,
    (i) => individueel({ ...voorBB, zesMaandenOfLangerNodig: undefined, verwachteDuurMaanden: 4 }, met(i)),
    'KORTER_DAN_ZES_MAANDEN',
    'BB',
  ],
  [
    'minDuurToets',
    'beschrijving',
    (i) => individueel({ ...voorBB, zesMaandenOfLangerNodig: 'nee' }, met(i)),
    'KORTER_DAN_ZES_MAANDEN',
    'BB',
  ],
  [
    'minDuurToets',
    'indicatie',
    (i) => motiveren(uren('BB', i, { van: '2026-01-01', tot: '2026-03-31' })).includes('INDICATIE_TE_KORT'),
    false,
    true,
  ],
  [
    'minDuurUitkomst',
    'blokkeren',
    (i) => codes(adviseer('individueel', { ...voorBB, zesMaandenOfLangerNodig: 'nee' }, met(i))),
    ['KORTER_DAN_ZES_MAANDEN'],
    [],
  ],
  ['wlzUitsluitingIndividueel', 'waarschuwen', (i) => individueel({ ...voorBR, ...wlz }, met(i)), 'WLZ_VOORLIGGEND', 'BR'],
  ['wlzUitsluitingGroep', 'blokkeren', (i) => groep({ ...voorGP, ...wlz }, met(i)), 'GP', 'WLZ_VOORLIGGEND'],
  ['wlzUitsluitingGroep', 'geen', (i) => codes(adviseer('groep', { ...voorGP, ...wlz }, met(i))), ['WLZ_OVERBRUGGING'], []],
  ['veelalLijst', 'limitatief', (i) => individueel(zonderPunt, met(i)), 'bespreken BB', 'GEEN_PUNT_UIT_LIJST'],
  ['veelalLijst', 'limitatief', (i) => groep({ ...voorGP, beperkingPsychisch: 'nee' }, met(i)), 'GP', 'bespreken GB of GP'],
  ['geenItemUitkomst', 'info', (i) => codes(adviseer('individueel', zonderPunt, met(i))), ['GEEN_ITEM_UIT_LIJST'], []],
  [
    'mobiliteitAlleenMetSociaalVerband',
    'nee',
    (i) => individueel({ ...zonderPunt, beperkingMobiliteit: 'ja' }, met(i)),
    'bespreken BB',
    'BB',
  ],
  ['bijGelijkePassing', 'consulentKiest', (i) => individueel(voorBB, met(i)), 'BB', 'bespreken BB of BR'],
  ['gedragsErnstSoort', 'oordeel', (i) => individueel({ ...voorBP, gedragsErnstOordeel: 'matig' }, met(i)), 'BP', 'BR'],
  [
    'gedragsErnstSoort',
    'oordeel',
    (i) => individueel({ ...voorBP, gedragsErnstOordeel: undefined }, met(i)),
    'BP',
    'vraag gedragsErnstOordeel',
  ],
  ['ernstigGedragMinMaanden', 2, (i) => individueel({ ...voorBP, gedragDuurMaanden: 2 }, met(i)), 'BR', 'BP'],
  ['ernstigGedragMinMaanden', 6, (i) => individueel({ ...voorBP, gedragDuurMaanden: 4 }, met(i)), 'BP', 'BR'],
  ['storendGedragTypen', vijfVormen, (i) => individueel({ ...voorBP, gedragsvormen: ['anders'] }, met(i)), 'BP', 'BR'],
  ['matigVereistGevolgen', 'nee', (i) => individueel({ ...voorBB, ...matigGedrag, gedragNadeligVoorOmgeving: 'nee' }, met(i)), 'BB', 'BR'],
  ['itemBeschermendeFactoren', 'trigger', (i) => individueel({ ...voorBR, beschermendeFactorenOntbreken: 'ja' }, met(i)), 'BR', 'BP'],
  [
    'itemBeschermendeFactoren',
    'trigger',
    (i) => groep({ ...voorGP, ...geenKwetsbaar, beschermendeFactorenOntbreken: 'ja' }, met(i)),
    'GB',
    'GP',
  ],
  ['indicatiefMinimum', 1, (i) => individueel({ ...voorBR, hogeKwetsbaarheid: 'ja' }, met(i)), 'BP', 'bespreken BR of BP'],
  ['indicatiefMinimum', 1, (i) => groep(voorGP, met(i)), 'GP', 'bespreken GB of GP'],
  [
    'indicatiefMinimum',
    3,
    (i) => individueel({ ...voorBP, ...escalatie, multidisciplinairNodig: 'ja' }, met(i)),
    'BP',
    'bespreken BR of BP',
  ],
  ['hoogIsVerhoogd', 'ja', (i) => groep({ ...voorGP, ...geenKwetsbaar, ...escalatie }, met(i)), 'GB', 'GP'],
  ['hoogIsVerhoogd', 'ja', (i) => individueel({ ...voorBR, hoogEscalatierisico: 'ja' }, met(i)), 'BR', 'BP'],
  ['bpCombinatie', 'minstensEen', (i) => afgeleid({ ...voorBB, beperkingFysiek: 'ja' }, met(i)).complexiteit, 'nul', 'een'],
  ['gpCombinatie', 'alle', (i) => afgeleid({ ...voorGP, ernstigEffectDagstructuur: 'ja' }, met(i)).complexiteitGroep, 'een', 'nul'],
  ['plusBasisKenmerk', 'alle', (i) => codes(adviseer('individueel', voorBP, met(i))), [], ['GEEN_REGULIER_KENMERK']],
  ['plusBasisUitkomst', 'blokkeren', (i) => individueel({ ...zonderPunt, ...escalatie }, met(i)), 'BP', 'bespreken BB'],
  [
    'maxMaandenTijdelijkPlus',
    null,
    (i) => motiveren(uren('BP', i, { van: '2026-01-01', tot: '2029-12-31' })).includes('INDICATIE_TE_LANG'),
    true,
    false,
  ],
  ['plusZonderEinddatum', 'blokkeren', (i) => bezwaren(uren('BP', i, { van: '2026-01-01' })), [], ['EINDDATUM_ONTBREEKT']],
  [
    'plusZonderEinddatum',
    'toegestaan',
    (i) => infocodes(adviseer('individueel', voorBP, met(i))).includes('EINDDATUM_VERWACHT'),
    true,
    false,
  ],
  [
    'maxDagdelenPerEtmaalA',
    2,
    (i) => bezwaren(omvang({ product: 'GB', dagdelen: 6, perEtmaal: 3, resultaten: ['sociaal_contact'], instellingen: i })).length,
    0,
    1,
  ],
  [
    'plausibiliteitDagdelenA',
    null,
    (i) => motiveren(omvang({ product: 'GB', dagdelen: 6, perEtmaal: 3, resultaten: ['sociaal_contact'], instellingen: i })).length,
    1,
    0,
  ],
  ['stapelingA', allesMag, (i) => oordeelBij(vanaf('BB', 'BR'), i), 'motiveren', 'mag'],
  [
    'stapelingA',
    { ...allesMag, individueel_individueel: 'blokkeren', groep_groep: 'blokkeren' },
    (i) => oordeelBij(vanaf('GB', 'GP'), i),
    'motiveren',
    'mag niet',
  ],
  [
    'stapelingA',
    { individueel_groep: 'blokkeren', individueel_individueel: 'blokkeren', groep_groep: 'blokkeren' },
    (i) => oordeelBij(vanaf('BB', 'GB'), i),
    'mag',
    'mag niet',
  ],
  [
    'groepsresultaatConflict',
    'beperken',
    (i) => groep({ ...voorGB, groepsresultaten: ['ontlasten_naasten'] }, met(i)),
    'GB',
    'GEEN_GROEPSPRODUCT',
  ],
  [
    'groepsresultaatConflict',
    'beperken',
    (i) => groep({ ...voorGP, groepsresultaten: ['terugkeer_arbeid'] }, met(i)),
    'GP',
    'bespreken GB of GP',
  ],
  [
    'ladderAlleProducten',
    'nee',
    (i) => codes(adviseer('groep', { ...voorGB, netwerkVolstaat: 'ja' }, met(i))),
    ['ANDERE_OPLOSSING_MOGELIJK'],
    [],
  ],
  [
    'ladderUitkomstZonderTekst',
    'info',
    (i) => codes(adviseer('groep', { ...voorGB, netwerkVolstaat: 'ja' }, met(i))),
    ['ANDERE_OPLOSSING_MOGELIJK'],
    [],
  ],
]

describe('een andere lezing verandert de uitkomst', () => {
  for (const [sleutel, lezing, wat, standaard, anders] of proeven) {
    it(`${catalogus.instellingen?.[sleutel]?.amb}: ${sleutel} ${JSON.stringify(lezing)}`, () => {
      expect(wat({})).toEqual(standaard)
      expect(wat({ [sleutel]: lezing })).toEqual(anders)
    })
  }

  it('AMB-29: vervoer in het tarief geeft geen apart product en geen verwijzing', () => {
    const vervoer = (gemeente: string, instellingen: Instellingen = {}) =>
      infocodes(adviseer('groep', { ...voorGB, vervoerNodig: 'ja' }, { gemeente, instellingen })).filter((c) => c.startsWith('VERVOER'))
    expect(vervoer('Hulst', { vervoerRegeling: { Hulst: 'in_tarief', Terneuzen: 'wmo_vervoersvoorziening' } })).toEqual([
      'VERVOER_IN_TARIEF',
    ])
    expect(vervoer('Terneuzen', { 'vervoerRegeling.Hulst': 'in_tarief' })).toEqual(['VERVOER_WMO_VOORZIENING'])
  })

  it('elke lezing die nu te kiezen is en het advies, de omvang of de stapeling raakt, heeft een proef', () => {
    const raakt = ['advies', 'omvang', 'stapeling']
    const geproefd = new Set(proeven.map(([sleutel, lezing]) => `${sleutel} ${JSON.stringify(lezing)}`))
    const zonder = Object.entries(catalogus.instellingen ?? {})
      .filter(([, i]) => !i.perGemeente && i.werkt.some((w) => raakt.includes(w)))
      .flatMap(([sleutel, i]) =>
        i.lezingen
          .filter((l) => !l.ontbreekt && JSON.stringify(l.waarde) !== JSON.stringify(i.standaard))
          .map((l) => `${sleutel} ${JSON.stringify(l.waarde)}`),
      )
    expect(zonder.filter((z) => !geproefd.has(z))).toEqual([])
  })

  it('gedrag van vier maanden blijft ernstig bij de standaard', () => {
    expect(individueel({ ...voorBR, ...ernstigGedrag })).toBe('BP')
  })
})
