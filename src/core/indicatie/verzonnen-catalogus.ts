/** Een verzonnen catalogus voor de tests van deze map: andere producten en andere regels dan die van een echte gemeente. */
import { type Datum, parseDatum } from '#core/base/datum.ts'
import type { Catalogus, Product, Stapeling } from '#core/catalogus/vorm.ts'
import type { Indicatie } from './indicatie.ts'

export function eenProduct(delen: Partial<Product> & Pick<Product, 'naam' | 'familie'>): Product {
  return { eenheid: 'uur', bekostiging: null, iwmoCode: null, kort: delen.naam, uitspraken: [], ...delen }
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
