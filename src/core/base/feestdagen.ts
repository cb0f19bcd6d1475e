/** De algemeen erkende feestdagen van de Algemene termijnenwet, artikel 3. Gelijkgestelde dagen staan per jaar in de database. */
import { type Datum, datumVan, plusDagen, weekdag } from '#core/base/datum.ts'

export type Feestdag = { readonly datum: Datum; readonly naam: string }

const zondag = 7

/** Eerste Paasdag volgens de gregoriaanse kalender (Meeus, Jones, Butcher). */
export function pasen(jaar: number): Datum {
  const a = jaar % 19
  const eeuw = Math.floor(jaar / 100)
  const rest = jaar % 100
  const correctie = Math.floor((eeuw - Math.floor((eeuw + 8) / 25) + 1) / 3)
  const maan = (19 * a + eeuw - Math.floor(eeuw / 4) - correctie + 15) % 30
  const week = (32 + 2 * (eeuw % 4) + 2 * Math.floor(rest / 4) - maan - (rest % 4)) % 7
  const schuif = Math.floor((a + 11 * maan + 22 * week) / 451)
  const som = maan + week - 7 * schuif + 114
  return datumVan(jaar, Math.floor(som / 31), (som % 31) + 1)
}

function koningsdag(jaar: number): Datum {
  const verjaardag = datumVan(jaar, 4, 27)
  return weekdag(verjaardag) === zondag ? plusDagen(verjaardag, -1) : verjaardag
}

/** Alle wettelijke feestdagen van een jaar, op volgorde van datum. Koningsdag zoals hij sinds 2014 is. */
export function wettelijkeFeestdagen(jaar: number): readonly Feestdag[] {
  const paasdag = pasen(jaar)
  const dagen = [
    { datum: datumVan(jaar, 1, 1), naam: 'Nieuwjaarsdag' },
    { datum: plusDagen(paasdag, -2), naam: 'Goede Vrijdag' },
    { datum: plusDagen(paasdag, 1), naam: 'Tweede Paasdag' },
    { datum: koningsdag(jaar), naam: 'Koningsdag' },
    { datum: datumVan(jaar, 5, 5), naam: 'Bevrijdingsdag' },
    { datum: plusDagen(paasdag, 39), naam: 'Hemelvaartsdag' },
    { datum: plusDagen(paasdag, 50), naam: 'Tweede Pinksterdag' },
    { datum: datumVan(jaar, 12, 25), naam: 'Eerste Kerstdag' },
    { datum: datumVan(jaar, 12, 26), naam: 'Tweede Kerstdag' },
  ]
  return dagen.sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
}
