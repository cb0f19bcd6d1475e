/** De voorwaarden van de berichtenlijst in het adres, en terug. Een naam of een BSN staat er nooit in. */
import { parseDatum } from '#core/base/datum.ts'
import { parseUuid } from '#core/base/uuid.ts'
import { berichtstanden } from '#core/toewijzing/berichtstand.ts'

export const filtervelden = ['richting', 'bericht', 'stand', 'code', 'aanbieder', 'inwoner', 'van', 'tot'] as const
export type Filterveld = (typeof filtervelden)[number]
export type Berichtfilter = Readonly<Record<Filterveld, string | null>>

const past: Readonly<Record<Filterveld, (waarde: string) => boolean>> = {
  richting: (w) => w === 'in' || w === 'uit',
  bericht: (w) => Object.hasOwn(berichtsoorten, w),
  stand: (w) => Object.hasOwn(berichtstanden, w),
  code: (w) => /^\d{4}$/.test(w),
  aanbieder: (w) => /^\d{8}$/.test(w),
  inwoner: (w) => parseUuid(w) !== null,
  van: (w) => parseDatum(w) !== null,
  tot: (w) => parseDatum(w) !== null,
}

/** De berichten van iWmo, met hun antwoord eronder. */
export const berichtsoorten = {
  WMO301: 'Toewijzing',
  WMO302: 'Antwoord op toewijzing',
  WMO305: 'Start levering',
  WMO306: 'Antwoord op start',
  WMO307: 'Stop levering',
  WMO308: 'Antwoord op stop',
  WMO315: 'Verzoek om toewijzing',
  WMO316: 'Antwoord op verzoek',
  WMO317: 'Verzoek om wijziging',
  WMO318: 'Antwoord op verzoek',
  WMO319: 'Antwoord op verzoek van de aanbieder',
  WMO320: 'Antwoord daarop',
  WMO323: 'Declaratie',
  WMO325: 'Antwoord op declaratie',
} as const

/** Wat geen geldige keuze is, telt niet mee: een oud adres geeft een ruimere lijst. */
export const filterUitAdres = (delen: URLSearchParams): Berichtfilter =>
  Object.fromEntries(
    filtervelden.map((veld) => {
      const waarde = delen.get(veld)
      return [veld, waarde !== null && past[veld](waarde) ? waarde : null]
    }),
  ) as Berichtfilter

export function adresVanFilter(filter: Partial<Berichtfilter>): string {
  const delen = new URLSearchParams()
  for (const veld of filtervelden) if (filter[veld]) delen.set(veld, filter[veld])
  return delen.size === 0 ? '/berichten' : `/berichten?${delen}`
}

export const isLeegFilter = (filter: Berichtfilter): boolean => filtervelden.every((veld) => filter[veld] === null)
