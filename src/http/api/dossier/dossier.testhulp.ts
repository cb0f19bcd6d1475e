/** Inwoners en meldingen maken zoals een scherm dat doet: door de API. BSN's komen uit de reeks die aan niemand is gegeven. */
import { vulBsnAan } from '#core/base/bsn.ts'
import type { Proefgebruiker } from '../proefserver.testhulp.ts'

let volgend = 0
/** Steeds een ander verzonnen BSN uit de reeks 9999xxxxx. */
export function nieuwBsn(): string {
  for (;;) {
    const bsn = vulBsnAan(99_990_000 + volgend++)
    if (bsn) return bsn
  }
}

export const eenInwoner = (anders: Record<string, unknown> = {}) => ({
  naam: { achternaam: 'Proefpersoon', voornamen: 'Anna', voorvoegsel: null, voorletters: null },
  bsn: nieuwBsn(),
  geboortedatum: '1950-04-12',
  woonplaats: 'Verzonnen',
  adres: { straat: 'Proefstraat', huisnummer: '12', toevoeging: null, postcode: '1234 AB' },
  telefoon: '06 12345678',
  ...anders,
})

// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
export async function maakInwoner(ik: Proefgebruiker, anders: Record<string, unknown> = {}): Promise<any> {
  const { status, lichaam } = await ik.roep('POST', '/inwoners', eenInwoner(anders))
  if (status !== 201) throw new Error(JSON.stringify(lichaam))
  return lichaam
}

export const eenMelding = (inwoner: string, anders: Record<string, unknown> = {}) => ({
  inwoner,
  soort: 'melding',
  kanaal: 'telefoon',
  gemeldDoor: 'inwoner',
  ontvangenOp: '2026-11-02',
  hulpvraag: 'Ik krijg mijn huishouden niet meer op orde.',
  ...anders,
})

// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
export async function maakMelding(ik: Proefgebruiker, inwoner: string, anders: Record<string, unknown> = {}): Promise<any> {
  const { status, lichaam } = await ik.roep('POST', '/zaken', eenMelding(inwoner, anders))
  if (status !== 201) throw new Error(JSON.stringify(lichaam))
  return lichaam
}

/** De id van wie is aangemeld. */
export const idVan = async (ik: Proefgebruiker): Promise<string> => (await ik.roep('GET', '/sessie')).lichaam.medewerker.id
export const teamVan = async (ik: Proefgebruiker): Promise<string> => (await ik.roep('GET', '/sessie')).lichaam.team.id
