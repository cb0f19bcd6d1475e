/**
 * Zoeken op naam zoals mensen typen: zonder accenten, met of zonder voorvoegsel, voornaam voor of achter. Wat bewaard
 * wordt is "achternaam voornamen voorvoegsel"; gezocht wordt op het begin daarvan.
 */
import type { Naam } from '#core/dossier/naam.ts'

const los: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ĳ: 'ij' }

/** Kleine letters zonder accenten; al het andere dan letters en cijfers is een spatie. */
export function normaliseer(tekst: string): string {
  return tekst
    .toLowerCase()
    .replace(/[ßæœøłđðþıĳ]/g, (teken) => los[teken] ?? teken)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(^|\s)['’‘`´](?=\p{L}(\s|$))\p{L}/gu, '$1') // 't en 'd zijn nooit waarop iemand zoekt
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Woorden die vóór een achternaam staan en waarop niet gesorteerd wordt (BRP, tabel 36, de gewone). */
const voorvoegsels = new Set(
  'aan af al auf aus bij bin boven da dal de degli dei del della den der des di die do don dos du een el het im in la las le les lo los of onder op over te ten ter tho thoe to toe tot uit van ver vom von voor vor zu zum zur'.split(
    ' ',
  ),
)

/** Wat bij een inwoner bewaard wordt om op te zoeken. Een voorvoegsel dat in de achternaam staat ("El Idrissi") telt niet mee. */
export function zoeknaam(naam: Naam): string {
  const achternaam = zonderVoorvoegsel(normaliseer(naam.achternaam).split(' '))
  const rest = [naam.voornamen ?? naam.voorletters, naam.voorvoegsel].filter((deel) => deel).join(' ')
  return `${achternaam.join(' ')} ${normaliseer(rest)}`.trim()
}

/**
 * Waar een bewaarde zoeknaam mee kan beginnen, gegeven wat iemand typte. Leeg als er niets te zoeken is. Alleen letters,
 * cijfers en spaties, dus veilig in een LIKE.
 */
export function zoekprefixen(getypt: string): readonly string[] {
  const komma = getypt.indexOf(',')
  const lezingen =
    komma === -1 ? draaiingen(woordenVan(getypt)) : [[woordenVan(getypt.slice(0, komma)), woordenVan(getypt.slice(komma + 1))] as const]
  const prefixen = lezingen.map(([achternaam, voornaam]) => totVoorletter([...zonderVoorvoegsel(achternaam), ...voornaam]))
  return [...new Set(prefixen)].filter((prefix) => prefix !== '')
}

const woordenVan = (tekst: string): readonly string[] => {
  const netjes = normaliseer(tekst)
  return netjes === '' ? [] : netjes.split(' ').slice(0, 8)
}

/** "anna de jansen" kan ook "jansen, anna" zijn: elk woord mag het begin van de achternaam zijn. */
const draaiingen = (woorden: readonly string[]) => woorden.map((_, i) => [woorden.slice(i), woorden.slice(0, i)] as const)

/** Haalt voorvoegsels vooraan weg, maar nooit alles: iemand kan ook De heten. */
function zonderVoorvoegsel(woorden: readonly string[]): readonly string[] {
  const begin = woorden.findIndex((woord, i) => !voorvoegsels.has(woord) && !(i > 0 && /^[tds]$/.test(woord)))
  return begin <= 0 ? woorden : woorden.slice(begin)
}

/** Bij een voorletter houdt het op: "jansen a b" zou "jansen anna bea" missen. */
function totVoorletter(woorden: readonly string[]): string {
  const eerste = woorden.findIndex((woord, i) => i > 0 && (woord.length === 1 || woord === 'ij'))
  return woorden.slice(0, eerste === -1 ? undefined : eerste + 1).join(' ')
}
