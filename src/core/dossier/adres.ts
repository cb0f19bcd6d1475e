/** Adres en bereikbaarheid: lezers die de invoer meteen netjes maken. */
import { ok } from '#core/base/result.ts'
import { type Gelezen, type Lezer, mag, regel, weiger } from '#core/base/velden.ts'

/** "1234aa" wordt "1234 AA"; null als het geen Nederlandse postcode is. */
export function normaliseerPostcode(ruw: string): string | null {
  const [, cijfers, letters] = ruw.trim().match(/^([1-9]\d{3})\s*([a-z]{2})$/i) ?? []
  if (!cijfers || !letters || /^s[ads]$/i.test(letters)) return null // SA, SD en SS worden niet uitgegeven
  return `${cijfers} ${letters.toUpperCase()}`
}

const postcode: Lezer<string> = (ruw, plaats) => {
  const netjes = typeof ruw === 'string' ? normaliseerPostcode(ruw) : null
  return netjes ? ok(netjes) : weiger('POSTCODE_ONGELDIG', plaats, 'Schrijf een postcode als vier cijfers en twee letters: 1234 AB.')
}

const huisnummer: Lezer<string> = (ruw, plaats) => {
  const tekst = typeof ruw === 'number' ? String(ruw) : typeof ruw === 'string' ? ruw.trim() : ''
  return /^[1-9]\d{0,4}$/.test(tekst)
    ? ok(tekst)
    : weiger('HUISNUMMER_ONGELDIG', plaats, 'Een huisnummer is een getal. Zet een letter of “bis” bij toevoeging.')
}

/** Cijfers, met spaties, streepjes, haakjes en een plus vooraan; tien tot vijftien cijfers. */
export const telefoon: Lezer<string> = (ruw, plaats) => {
  const tekst = typeof ruw === 'string' ? ruw.trim().replace(/\s+/g, ' ') : ''
  const cijfers = tekst.replace(/\D/g, '')
  return /^\+?[\d\s()-]+$/.test(tekst) && cijfers.length >= 10 && cijfers.length <= 15
    ? ok(tekst)
    : weiger('TELEFOON_ONGELDIG', plaats, 'Schrijf een telefoonnummer met tien cijfers, bijvoorbeeld 06 12345678, of met landnummer: +32 …')
}

/** Of een adres echt bestaat, weet alleen de post; hier alleen de vorm. */
export const email: Lezer<string> = (ruw, plaats) => {
  const tekst = typeof ruw === 'string' ? ruw.trim() : ''
  return tekst.length <= 254 && /^[^\s@<>"\p{Cc}]+@[^\s@<>"\p{Cc}]+\.[^\s@<>".\p{Cc}]{2,}$/u.test(tekst)
    ? ok(tekst)
    : weiger('EMAIL_ONGELDIG', plaats, 'Schrijf een e-mailadres als naam@voorbeeld.nl.')
}

export const adreslezers = {
  straat: mag(regel(100)),
  huisnummer: mag(huisnummer),
  toevoeging: mag(regel(10)),
  postcode: mag(postcode),
}
export type Adres = Gelezen<typeof adreslezers>
