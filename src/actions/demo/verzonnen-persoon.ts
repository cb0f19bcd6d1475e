/** Verzonnen mensen: namen die niemand draagt, en alleen burgerservicenummers die nooit zijn uitgegeven. */
import { type Bsn, vulBsnAan } from '#core/base/bsn.ts'
import { type Datum, plusDagen } from '#core/base/datum.ts'

const voornamen = [
  'Aafke',
  'Bram',
  'Cor',
  'Dirkje',
  'Evert',
  'Femke',
  'Gijs',
  'Hanna',
  'Ilse',
  'Jelle',
  'Kaat',
  'Lars',
  'Mies',
  'Niels',
  'Oda',
  'Pim',
  'Riet',
  'Stijn',
  'Trui',
  'Wout',
]
const begin = ['Proef', 'Test', 'Voorbeeld', 'Verzin', 'Papier', 'Droom', 'Oefen', 'Schijn', 'Model', 'Schets']
const eind = ['man', 'stra', 'wijk', 'dijk', 'veld', 'huis', 'bos', 'berg', 'kamp', 'brug']
const voorvoegsels = [null, null, null, null, null, 'van', 'de', 'van der', 'ter']

export type Persoon = {
  readonly voornamen: string
  readonly voorletters: string
  readonly voorvoegsel: string | null
  readonly achternaam: string
  readonly geboortedatum: Datum
  readonly bsn: Bsn | null
  readonly geheimAdres: boolean
}

const uit = <T>(lijst: readonly T[], toeval: () => number): T => lijst[Math.floor(toeval() * lijst.length)] as T

/** De n-de verzonnen inwoner. Twee van de honderd hebben geen BSN of een geheim adres (domein §10). */
export function verzinPersoon(n: number, vandaag: Datum, toeval: () => number): Persoon {
  const naam = uit(voornamen, toeval)
  const bijzonder = toeval()
  return {
    voornamen: naam,
    voorletters: `${naam.charAt(0)}.`,
    voorvoegsel: uit(voorvoegsels, toeval),
    achternaam: uit(begin, toeval) + uit(eind, toeval),
    // Achttien tot vijfennegentig jaar, de meesten ouder dan vijftig.
    geboortedatum: plusDagen(vandaag, -Math.floor(365.25 * (18 + 77 * Math.sqrt(toeval())))),
    bsn: bijzonder < 0.01 ? null : verzinBsn(n),
    geheimAdres: bijzonder > 0.99,
  }
}

/** Ongeveer 9.090 nummers beginnen met 9999; daarna volgen andere die alleen tijdens het draaien bestaan. */
const TESTREEKS = 99_990_000
let proefnummers: readonly Bsn[] | undefined

export function verzinBsn(n: number): Bsn {
  proefnummers ??= Array.from({ length: 10_000 }, (_, i) => vulBsnAan(TESTREEKS + i)).filter((bsn) => bsn !== null)
  const proef = proefnummers[n]
  if (proef) return proef
  // Elf opeenvolgende getallen geven tien geldige nummers: ruim genoeg stappen, en nooit twee keer hetzelfde.
  for (let acht = 10_000_000 + (n - proefnummers.length) * 2; ; acht++) {
    const bsn = vulBsnAan(acht)
    if (bsn) return bsn
  }
}
