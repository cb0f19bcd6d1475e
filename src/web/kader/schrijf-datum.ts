import { datumVanTijdstip, parseTijdstip, tijdInWoorden, tijdstipInWoorden } from '#core/base/tijdstip.ts'
import { vandaag as vandaagHier } from './vandaag.ts'

const maanden = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

/** `2026-01-01` → `1 januari 2026`. Wat geen datum is, blijft staan zoals het is. */
export function schrijfDatum(datum: string): string {
  const delen = /^(\d{4})-(\d{2})-(\d{2})$/.exec(datum)
  const maand = delen ? maanden[Number(delen[2]) - 1] : undefined
  return delen && maand ? `${Number(delen[3])} ${maand} ${delen[1]}` : datum
}

/** `14:02` op de dag zelf, anders `14 december 2026 om 14:02`; altijd Nederlandse tijd. Wat geen tijdstip is, blijft staan. */
export function schrijfTijdstip(ruw: string, vandaag: string = vandaagHier()): string {
  const moment = parseTijdstip(ruw)
  if (!moment) return ruw
  return datumVanTijdstip(moment) === vandaag ? tijdInWoorden(moment) : tijdstipInWoorden(moment)
}

/** De dag van een tijdstip, in Nederlandse tijd: na middernacht is het hier al morgen. */
export function schrijfDag(ruw: string): string {
  const moment = parseTijdstip(ruw)
  return moment ? schrijfDatum(datumVanTijdstip(moment)) : ruw
}

/** Als deel van een zin: "om 14:02" of "op 14 december 2026 om 14:02". */
export function schrijfWanneer(ruw: string, vandaag: string = vandaagHier()): string {
  const moment = parseTijdstip(ruw)
  return `${moment && datumVanTijdstip(moment) === vandaag ? 'om' : 'op'} ${schrijfTijdstip(ruw, vandaag)}`
}
