/** Een verzonnen catalogus voor de tests van deze map: andere producten en andere regels dan die van een echte gemeente. */
import { type Datum, parseDatum } from '#core/base/datum.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Instelling, Normenkader, Product, Stapeling, Voorliggend } from '#core/catalogus/vorm.ts'
import type { Indicatie } from './indicatie.ts'

export function eenProduct(delen: Partial<Product> & Pick<Product, 'naam' | 'familie'>): Product {
  return { eenheid: 'uur', bekostiging: null, iwmoCode: null, kort: delen.naam, uitspraken: [], ...delen }
}

/** Een andere wet die voor Tuin gaat; de instelling `andereWet` zegt hoe streng. */
export const andereWet: Voorliggend = {
  wet: 'Wlz',
  producten: ['TUIN'],
  uitkomst: { instelling: 'andereWet' },
  blokkeert: ['blokkeren'],
  waarschuwt: ['waarschuwen'],
  gronden: ['ANDERE_WET'],
  eis: 'X-AW-01',
  tekst: 'De andere wet gaat voor.',
}

/** Drie losse hulpvormen en twee clubs; Tuin en Keuken gaan niet samen, en per familie loopt er hoogstens één. */
const stapeling: Stapeling = {
  volgorde: ['TUIN', 'KEUKEN', 'ZANG', 'DANS'],
  matrix: {
    TUIN: ['Nee', 'Nee', 'Ja', 'Ja'],
    KEUKEN: ['Nee', 'Nee', 'Ja', 'Ja'],
    ZANG: ['Ja', 'Ja', 'Nee', 'Ja'],
    DANS: ['Ja', 'Ja', 'Ja', 'Nee'],
  },
  cellen: {
    TUIN: ['X-ST-01', 'X-ST-02', 'X-ST-03', 'X-ST-04'],
    KEUKEN: ['X-ST-05', 'X-ST-06', 'X-ST-07', 'X-ST-08'],
    ZANG: ['X-ST-09', 'X-ST-10', 'X-ST-11', 'X-ST-12'],
    DANS: ['X-ST-13', 'X-ST-14', 'X-ST-15', 'X-ST-16'],
  },
  perFamilie: {
    maximum: { club: 1, huis: 1 },
    eis: 'X-ST-20',
    uitkomst: 'blokkeren',
    tekst: 'Er loopt hoogstens één hulp in huis en één club.',
  },
  buitenMatrix: { eis: 'X-ST-21', tekst: 'De regels gaan alleen over hulp in huis en clubs.' },
}

export function eenCatalogus(delen: Partial<Catalogus> = {}): Catalogus {
  return {
    catalogus: {
      id: 'waterland',
      versie: '2030-01',
      naam: 'Waterland',
      omschrijving: 'Verzonnen',
      bronnen: [],
      productvolgorde: ['TUIN', 'KEUKEN', 'ZANG', 'DANS'],
    },
    gemeenten: [{ naam: 'Waterland', code: '9999' }],
    themas: {},
    producten: {
      TUIN: eenProduct({ naam: 'Hulp in de tuin', familie: 'huis' }),
      KEUKEN: eenProduct({ naam: 'Hulp in de keuken', familie: 'huis' }),
      ZANG: eenProduct({ naam: 'Zangclub', familie: 'club', eenheid: 'dagdeel' }),
      DANS: eenProduct({ naam: 'Dansclub', familie: 'club', eenheid: 'dagdeel' }),
    },
    vragen: {},
    gronden: {},
    tabellen: {},
    stapeling,
    hash: '0'.repeat(64),
    geldigVan: '2030-01-01',
    bronteksten: {},
    ...delen,
  }
}

export const metStapeling = (delen: Partial<Stapeling>, catalogus: Partial<Catalogus> = {}): Catalogus =>
  eenCatalogus({ stapeling: { ...stapeling, ...delen }, ...catalogus })

export function datum(tekst: string): Datum {
  const gelezen = parseDatum(tekst)
  if (gelezen === null) throw new Error(`geen datum: ${tekst}`)
  return gelezen
}

export function eenIndicatie(product: string, van: string, tot?: string, delen: Partial<Indicatie> = {}): Indicatie {
  return { product, van: datum(van), ...(tot === undefined ? {} : { tot: datum(tot) }), ...delen }
}

export const eenInstelling = (standaard: Json, eisen: string[] = [], andere: Json[] = []): Instelling => ({
  amb: 'AMB-90',
  titel: 'Verzonnen instelling',
  eisen,
  lezingen: [standaard, ...andere].map((waarde) => ({ waarde, tekst: 'zo' })),
  standaard,
  werkt: [],
})

const normenkader: Normenkader = {
  naam: 'Proefnormen',
  versie: '3',
  geldigVan: '2030-01-01',
  bron: 'Verzonnen',
  synthetisch: true,
  zwaarten: { licht: 'licht', middel: 'middel', zwaar: 'zwaar' },
  activiteiten: [
    { code: 'N-1', gebied: 'dag', tekst: 'weekstructuur', keer: { aantal: 1, per: 'week' }, minuten: { licht: 30, middel: 45, zwaar: 60 } },
    {
      code: 'N-2',
      gebied: 'geld',
      tekst: 'post ordenen',
      keer: { aantal: 1, per: '2weken' },
      minuten: { licht: 30, middel: 45, zwaar: 60 },
    },
    {
      code: 'N-3',
      gebied: 'netwerk',
      tekst: 'netwerk opbouwen',
      keer: { aantal: 1, per: '2weken' },
      minuten: { licht: 30, middel: 45, zwaar: 60 },
    },
  ],
}

/** Waterland met normen, en met regels over omvang en duur bij elk product. */
export function catalogusMetOmvang(delen: { instellingen?: Record<string, Instelling> } = {}): Catalogus {
  const basis = eenCatalogus()
  return eenCatalogus({
    normenkaders: {
      leeg: { ...normenkader, synthetisch: false, activiteiten: [] },
      proef: normenkader,
      eigen: { ...normenkader, synthetisch: false },
    },
    instellingen: {
      normenkader: eenInstelling('leeg', ['X-NK-01'], ['proef', 'eigen']),
      omvangZonderNorm: eenInstelling('waarschuwen'),
      maxPerDag: eenInstelling(2),
      veelPerDag: eenInstelling(1),
      maxMaanden: eenInstelling({ TUIN: 12 }),
      zonderEinde: eenInstelling('waarschuwen'),
      minMaanden: eenInstelling(6),
      minUitkomst: eenInstelling('waarschuwen'),
      minTelt: eenInstelling('indicatie'),
      ...delen.instellingen,
    },
    producten: {
      ...basis.producten,
      TUIN: eenProduct({
        naam: 'Hulp in de tuin',
        familie: 'huis',
        uitspraken: [{ eis: 'X-OM-01', soort: 'eenheid', tekst: 'Per uur.', werkt: [] }],
        omvang: {
          wijze: 'normregels',
          eisen: ['X-OM-01', 'X-OM-02'],
          eisOnderbouwing: 'X-OM-02',
          maxMaanden: { instelling: 'maxMaanden.TUIN' },
          eisMaxMaanden: 'X-OM-03',
          zonderEinddatum: { instelling: 'zonderEinde' },
          minMaanden: {
            maanden: { instelling: 'minMaanden' },
            uitkomst: { instelling: 'minUitkomst' },
            als: { minTelt: 'indicatie' },
            eis: 'X-OM-04',
          },
        },
      }),
      KEUKEN: eenProduct({
        naam: 'Hulp in de keuken',
        familie: 'huis',
        omvang: { wijze: 'uren', eisen: ['X-OM-05'], maxMaanden: { instelling: 'maxMaanden.TUIN' } },
      }),
      ZANG: eenProduct({
        naam: 'Zangclub',
        familie: 'club',
        eenheid: 'dagdeel',
        dagdeelUren: 4,
        uitspraken: [
          { eis: 'X-CL-01', soort: 'eenheid', tekst: 'Per dagdeel.', werkt: [] },
          { eis: 'X-CL-02', soort: 'grens', tekst: 'Hoogstens twee per dag.', werkt: [] },
        ],
        resultaten: [
          { code: 'plezier', tekst: 'Plezier', eis: 'X-CL-03' },
          { code: 'samen', tekst: 'Samen zijn', eis: 'X-CL-03' },
        ],
        omvang: {
          wijze: 'dagdelen',
          eisen: ['X-CL-01', 'X-CL-02'],
          maxDagdelenPerEtmaal: { instelling: 'maxPerDag' },
          resultaatVerplicht: 'X-CL-03',
        },
      }),
      DANS: eenProduct({
        naam: 'Dansclub',
        familie: 'club',
        eenheid: 'dagdeel',
        resultaten: [{ code: 'bewegen', tekst: 'Bewegen', eis: 'X-CL-04' }],
        omvang: { wijze: 'dagdelen', eisen: ['X-CL-01'], plausibelDagdelenPerEtmaal: { instelling: 'veelPerDag' }, eisPlausibel: 'AMB-91' },
      }),
    },
  })
}
