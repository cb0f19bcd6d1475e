/** Van een persoon bij de uitgever naar een medewerker: wie al gekoppeld is, en anders wie met die naam of dat e-mailadres bekend is. */
import { ok, type Result } from '#core/base/result.ts'
import { type Aanmeldoptie, type Kandidaat, vindKandidaten } from '#storage/sessies.ts'
import { schrijfLogboek } from '#storage/logboek.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import type { Persoon } from './oidc.ts'
import { meldAan } from './sessie.ts'

export type Vanwaar = { readonly correlatie: string; readonly toegangspunt: string; readonly vorige?: string | undefined }

/** De gemeenten waar deze persoon aan het werk kan; minstens één. */
export async function vindAccounts(dienst: Dienst, persoon: Persoon, vanwaar: Vanwaar): Promise<Result<Aanmeldoptie[], Weigering>> {
  const namen = [persoon.onderwerp, persoon.email].flatMap((n) => n?.toLowerCase() ?? [])
  const kandidaten = await vindKandidaten(dienst.db, persoon.uitgever, persoon.onderwerp, namen)
  // Hooguit één per gemeente; wie er al gekoppeld is staat voorop.
  const mag = kandidaten
    .filter((k) => k.actief && !k.van_ander)
    .filter((k, plek, alle) => alle.findIndex((ander) => ander.gemeente === k.gemeente) === plek)
  if (mag.length > 0) return ok(mag)
  for (const kandidaat of kandidaten) await noteer(dienst, kandidaat, vanwaar)
  return geenAccount
}

/** Meldt aan bij één gemeente. Vraagt opnieuw na of dat mag: tussen kiezen en aanmelden kan er iets veranderd zijn. */
export async function meldAanMetWerkaccount(
  dienst: Dienst,
  persoon: Persoon,
  gemeente: string,
  vanwaar: Vanwaar,
): Promise<Result<{ sleutel: string }, Weigering>> {
  const accounts = await vindAccounts(dienst, persoon, vanwaar)
  if (!accounts.ok) return accounts
  const optie = accounts.value.find((a) => a.gemeente === gemeente)
  if (!optie) return geenAccount
  const { uitgever, onderwerp } = persoon
  return meldAan(dienst, { uitgever, onderwerp, naam: persoon.naam ?? optie.naam, optie, koppel: true, ...vanwaar })
}

/** Iemand probeerde binnen te komen op een account dat niet (meer) open staat: dat hoort in het logboek van die gemeente. */
function noteer(dienst: Dienst, kandidaat: Kandidaat, { correlatie, toegangspunt }: Vanwaar): Promise<void> {
  const nu = dienst.nu()
  return alsSysteem(dienst, kandidaat.gemeente, (tx) =>
    schrijfLogboek(tx, kandidaat.gemeente, [
      {
        id: nieuweId(nu),
        tijdstip: nu.toISOString(),
        soort: 'geweigerd',
        uitkomst: 'geweigerd',
        inwoner: null,
        objecten: [{ soort: 'medewerker', id: kandidaat.medewerker }],
        medewerker: null,
        rollen: '',
        namens: null,
        zaak: null,
        doel: kandidaat.van_ander ? 'aanmelden op een account van een ander' : 'aanmelden op een afgesloten account',
        toegangspunt,
        reden: null,
        weigering: 'GEEN_ACCOUNT',
        hash_voor: null,
        hash_na: null,
        correlatie,
      },
    ]),
  )
}

const geenAccount = weiger({
  soort: 'niet_bevoegd',
  code: 'GEEN_ACCOUNT',
  tekst: 'Uw werkaccount klopt, maar u hebt (nog) geen toegang tot Meedoen.',
  watNu:
    'Vraag de beheerder van Meedoen in uw gemeente om u als medewerker toe te voegen, met het e-mailadres van uw werkaccount. Had u eerst wel toegang, vraag dan of uw account weer open kan.',
})
