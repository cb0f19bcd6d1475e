/** De proefomgeving: verzonnen medewerkers, één knop per rol, alleen op de eigen computer. */
import type { Result } from '#core/base/result.ts'
import { leesProefmedewerkers, type Proefmedewerker } from '#storage/sessies.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { meldAan } from './sessie.ts'

export type Proefoptie = { sleutel: string; naam: string; rol: string; team: string | null; gemeente: string; gemeentenaam: string }

export async function proefopties(dienst: Dienst): Promise<Proefoptie[]> {
  const medewerkers = await leesProefmedewerkers(dienst.db)
  return medewerkers.map((m) => ({
    sleutel: m.aanmeldnaam,
    naam: m.naam,
    rol: m.rollen[0] ?? '',
    team: m.team,
    gemeente: m.gemeente,
    gemeentenaam: m.gemeentenaam,
  }))
}

export async function proefaanmelding(
  dienst: Dienst,
  wie: { sleutel: string; gemeente?: string },
  vanwaar: { correlatie: string; toegangspunt: string; vorige?: string | undefined },
): Promise<Result<{ sleutel: string; verlooptOp: Date }, Weigering>> {
  // Buiten de verzonnen ploeg kan dezelfde aanmeldnaam in meer gemeenten bestaan.
  const is = (m: Proefmedewerker) => m.aanmeldnaam === wie.sleutel && (wie.gemeente ?? m.gemeente) === m.gemeente
  const optie = (await leesProefmedewerkers(dienst.db)).find(is)
  if (!optie)
    return weiger({
      soort: 'niet_gevonden',
      code: 'PROEFPERSOON_ONBEKEND',
      tekst: 'Deze proefpersoon is er niet.',
      watNu: 'Herlaad de pagina en kies opnieuw.',
    })
  return meldAan(dienst, { uitgever: 'proef', onderwerp: optie.aanmeldnaam, naam: optie.naam, optie, ...vanwaar })
}

/** Of een verzoek van deze computer zelf komt. */
export const isLoopback = (ip: string): boolean => ip === '::1' || /^(::ffff:)?127\./.test(ip)
