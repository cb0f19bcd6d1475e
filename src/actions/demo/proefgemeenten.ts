/** De proefomgeving: per catalogus een gemeente met twee teams en één verzonnen medewerker per rol. */
import type pg from 'pg'
import type { Uitgave } from '../lees-catalogi.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { bewaarInhoud, bewaarPublicatie } from '#storage/cataloguspublicaties.ts'
import { zorgVoorGemeente } from '#storage/inrichting.ts'
import { inTransactie, type Tx } from '#storage/transactie.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { nieuweId } from '../handeling/id.ts'
import { speelVerkeer } from './speel-verkeer.ts'
import { vulGemeente } from './vul-gemeente.ts'

/** Voornamen van verzonnen medewerkers; de achternaam is altijd Proef. */
const ploeg = [
  { rollen: ['consulent'], naam: 'Noor Proef', team: 0 },
  { rollen: ['consulent'], naam: 'Sem Proef', team: 1 },
  { rollen: ['teamleider', 'consulent'], naam: 'Tess Proef', team: 0 },
  { rollen: ['administratie'], naam: 'Adam Proef', team: null },
  { rollen: ['contractmanager'], naam: 'Cato Proef', team: null },
  { rollen: ['toezichthouder'], naam: 'Tom Proef', team: null },
  { rollen: ['beheerder'], naam: 'Bo Proef', team: null },
] as const
const teamnamen = ['Team Noord', 'Team Zuid'] as const

export type Proefgemeente = { code: string; naam: string; nieuw: boolean }

/** Inwoners per gemeente waarmee een verse proefomgeving begint: genoeg om te bladeren, klaar binnen een paar tellen. */
export const EERSTE_VULLING = 120
/** Zoveel indicaties daarvan gaan het berichtenverkeer in. */
export const EERSTE_VERKEER = 24

/** Bij het starten: een gemeente per catalogus, en de eerste keer verzonnen inwoners erin. */
export async function richtProefomgevingIn(
  dienst: Dienst,
  app: pg.Pool,
  eigenaar: Tx,
  uitgaven: readonly Uitgave[],
  meld: (tekst: string) => void,
): Promise<void> {
  for (const { code, naam, nieuw } of await zorgVoorProefgemeenten(dienst.db, eigenaar, uitgaven, dienst.nu())) {
    if (!nieuw) continue
    // Een catalogus die later ingaat heeft nu nog geen producten om mee te werken.
    if (!(await alsSysteem(dienst, code, (tx) => geldendeCatalogus(tx, code, dienst.vandaag()))).ok) continue
    meld(`Verzonnen inwoners voor ${naam} worden gemaakt.`)
    await vulGemeente(dienst, app, { gemeente: code, inwoners: EERSTE_VULLING, seed: 1 }, () => undefined)
    await speelVerkeer(dienst, { gemeente: code, indicaties: EERSTE_VERKEER, zaad: 1 })
  }
}

/** Zet voor elke catalogus een proefgemeente klaar; wat er al is, blijft zoals het is. `eigenaar` bezit de tabellen. */
export async function zorgVoorProefgemeenten(app: Tx, eigenaar: Tx, uitgaven: readonly Uitgave[], nu: Date): Promise<Proefgemeente[]> {
  const gemeenten: Proefgemeente[] = []
  for (const [plaats, { id, versies }] of uitgaven.entries()) {
    const laatste = versies.at(-1)
    if (!laatste) continue
    const genoemd = laatste.gemeenten.find((g) => g.code !== null)
    // Noemt de catalogus nog geen gemeente, dan een code die het CBS niet gebruikt.
    const gemeente = genoemd
      ? { code: genoemd.code as string, naam: genoemd.naam }
      : { code: String(9901 + plaats), naam: laatste.catalogus.naam }
    const nieuw = await zorgVoorGemeente(eigenaar, { ...gemeente, catalogus: id, verzonnen: true })
    if (nieuw) await richtIn(app, gemeente.code, versies, nu)
    gemeenten.push({ ...gemeente, nieuw })
  }
  return gemeenten
}

export function richtIn(app: Tx, gemeente: string, versies: readonly Catalogus[], nu: Date): Promise<void> {
  return inTransactie(app, { gemeente, medewerker: null, rollen: ['systeem'], team: null }, async (tx) => {
    const teams = teamnamen.map((naam) => ({ gemeente, id: nieuweId(nu), naam }))
    await tx.insertInto('team').values(teams).execute()
    const medewerkers = ploeg.map((p, i) => ({
      gemeente,
      id: nieuweId(nu),
      identiteit: null,
      aanmeldnaam: `proef-${gemeente}-${i + 1}`,
      naam: p.naam,
      team: p.team === null ? null : (teams[p.team]?.id ?? null),
      rollen: [...p.rollen],
      gewijzigd_door: null,
    }))
    await tx.insertInto('medewerker').values(medewerkers).execute()
    for (const versie of versies) await publiceer(tx, gemeente, versie, nu)
    return { bewaar: true, waarde: undefined }
  })
}

async function publiceer(tx: Tx, gemeente: string, versie: Catalogus, nu: Date): Promise<void> {
  const { id, versie: naam } = versie.catalogus
  await bewaarInhoud(tx, { hash: versie.hash, catalogus: id, versie: naam, inhoud: versie })
  await bewaarPublicatie(tx, {
    gemeente,
    id: nieuweId(nu),
    catalogus: id,
    versie: naam,
    hash: versie.hash,
    geldig_van: versie.geldigVan,
    reden: 'Proefomgeving',
    gedaan_op: nu,
    gedaan_door: null,
  })
}
