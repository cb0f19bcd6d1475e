/** De naam van een mens, zoals een lijst en een zin haar tonen. */

export type Naam = {
  readonly achternaam: string
  /** "de", "van der"; niet in de achternaam zelf, want daarop wordt gesorteerd. */
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  /** "A.B."; leeg: afgeleid van de voornamen. */
  readonly voorletters: string | null
}

const metHoofdletter = (tekst: string): string => tekst.charAt(0).toLocaleUpperCase('nl') + tekst.slice(1)
const achter = (delen: readonly (string | null)[]): string => delen.filter((deel) => deel).join(' ')

/** "A.M." uit voornamen of uit wat er als voorletters staat; null als er niets is. IJ blijft samen. */
export function voorlettersVan(naam: Naam): string | null {
  if (naam.voorletters) return naam.voorletters
  const eerste = (naam.voornamen ?? '').split(' ').flatMap((voornaam) => voornaam.match(/^(ij|[\p{L}])/iu)?.[0] ?? [])
  return eerste.length > 0 ? eerste.map((letter) => `${letter.toLocaleUpperCase('nl')}.`).join('') : null
}

/** "Jansen, A. de": voor lijsten, op achternaam te lezen. */
export function naamInLijst(naam: Naam): string {
  const rest = achter([voorlettersVan(naam), naam.voorvoegsel])
  return rest ? `${naam.achternaam}, ${rest}` : naam.achternaam
}

/** "A. de Jansen": voor een kop of een zin. Zonder voorletters krijgt het voorvoegsel een hoofdletter: "De Jansen". */
export function toonNaam(naam: Naam): string {
  return metHoofdletter(achter([voorlettersVan(naam), naam.voorvoegsel, naam.achternaam]))
}

/** "Anna Maria de Jansen", of met voorletters als er geen voornamen zijn. */
export const volledigeNaam = (naam: Naam): string =>
  naam.voornamen ? achter([naam.voornamen, naam.voorvoegsel, naam.achternaam]) : toonNaam(naam)
