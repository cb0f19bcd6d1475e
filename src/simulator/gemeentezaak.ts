/** Wat een gespeelde gemeente van een aanbieder weet, en hoe zij hem iets toewijst. */
import type { WMO301 } from '#messages/iwmo-3-2/release.ts'
import { isActueel } from '#messages/keten/afleiden.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import type { Momentopname } from '#messages/keten/geheugen.ts'
import { maakKop } from '#messages/iwmo-3-2/nieuwe-kop.ts'
import type { Paar, Persoon } from './paar.ts'
import type { Gemaakt, Moment } from './partij.ts'
import type { Gemeentegedrag } from './scenario.ts'
import { kenmerk, trek } from './zaaien.ts'

export type Toegewezen = WMO301['Client']['ToegewezenProducten']['ToegewezenProduct'][number]
export type Gemeentebeeld = {
  readonly paar: Paar
  readonly moment: Moment
  readonly gedrag: Gemeentegedrag
  readonly zaad: number
  readonly nu: Momentopname
}

/** Uniek binnen de gemeente, ook over aanbieders heen (TR332). */
export const nummerVan = ({ partijen }: Paar, over: string): number =>
  100_000_000 + Math.floor(trek('toewijzing', partijen.gemeente, partijen.aanbieder, over) * 899_999_999)

export function wijsToe(
  { paar: { partijen }, moment }: Pick<Gemeentebeeld, 'paar' | 'moment'>,
  persoon: Persoon,
  producten: Toegewezen[],
): Gemaakt {
  const { gemeente: van, aanbieder: naar } = partijen
  const identificatie = kenmerk('WMO301', van, naar, moment.vandaag, JSON.stringify(producten))
  return {
    naam: 'WMO301',
    waarde: {
      Header: maakKop({ code: '414', van, naar, identificatie, dagtekening: moment.vandaag }),
      Client: {
        ...persoon,
        Contactgegevens: { Contact: [{ Soort: '02', Telefoon: { Telefoon01: { Telefoonnummer: '0000000000', Landnummer: '31' } } }] },
        ToegewezenProducten: { ToegewezenProduct: producten },
      },
    },
  }
}

/** Alles wat er van deze cliënt loopt of nog ingaat, zoals het er stond (OP087). */
export const lopend = ({ nu, moment }: Gemeentebeeld, bsn: string): Toegewezen[] =>
  nu.toewijzingen.filter((t) => t.bsn === bsn && isActueel(t, moment.vandaag)).map(alsProduct)

const alsProduct = (t: Toewijzing): Toegewezen =>
  ({
    ToewijzingNummer: t.nummer,
    Product: t.product,
    Toewijzingsdatum: t.toewijzingsdatum,
    Toewijzingstijd: t.toewijzingstijd,
    Ingangsdatum: t.ingangsdatum,
    Einddatum: t.einddatum,
    RedenWijziging: t.redenWijziging,
    Omvang: t.omvang,
    Budget: t.budget,
  }) as Toegewezen
