/** Een lege server in gebruik nemen: een gemeente, en iemand die zich daar kan aanmelden. Door wie bij de database mag. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { leesMedewerkeropgave } from '#core/dossier/medewerker.ts'
import { bewaarInhoud, bewaarPublicatie } from '#storage/cataloguspublicaties.ts'
import { leesGemeente, zorgVoorGemeente } from '#storage/inrichting.ts'
import { schrijfLogboek } from '#storage/logboek.ts'
import { voegMedewerkerToe } from '#storage/medewerkerbeheer.ts'
import { leesTeams } from '#storage/medewerkers.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { werkDatabaseBij } from '#storage/werk-bij.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering } from '../database/beheer.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import type { Uitgave } from '../lees-catalogi.ts'

export type Gemeenteopgave = { readonly code: string; readonly naam: string; readonly catalogus: string }

/** Zet de gemeente klaar met alle versies van haar catalogus. */
export function voegGemeenteToe(
  config: Databaseconfig,
  uitgaven: readonly Uitgave[],
  opgave: Gemeenteopgave,
  nu: Date,
): Promise<Result<{ code: string; naam: string; versies: number }, Databaseweigering>> {
  const naam = opgave.naam.trim()
  if (!/^\d{4}$/.test(opgave.code)) return weiger('CODE_ONGELDIG', 'Geef de CBS-code van de gemeente: vier cijfers, bijvoorbeeld 0363.')
  if (naam === '') return weiger('NAAM_ONGELDIG', 'Geef de naam van de gemeente.')
  const uitgave = uitgaven.find((u) => u.id === opgave.catalogus)
  if (!uitgave)
    return weiger('CATALOGUS_ONBEKEND', `De catalogus "${opgave.catalogus}" is er niet. Kies uit: ${uitgaven.map((u) => u.id).join(', ')}.`)
  return alsEigenaar(config, async (eigenaar, database) => {
    await werkDatabaseBij(eigenaar, config.meld)
    const nieuw = await zorgVoorGemeente(maakKysely(eigenaar), { code: opgave.code, naam, catalogus: uitgave.id, verzonnen: false })
    if (!nieuw) return bestaat(opgave.code)
    await alsSysteem({ db: maakKysely(database.app) }, opgave.code, async (tx) => {
      for (const { catalogus, hash, geldigVan, ...rest } of uitgave.versies) {
        await bewaarInhoud(tx, { hash, catalogus: catalogus.id, versie: catalogus.versie, inhoud: { catalogus, hash, geldigVan, ...rest } })
        await bewaarPublicatie(tx, {
          gemeente: opgave.code,
          id: nieuweId(nu),
          catalogus: catalogus.id,
          versie: catalogus.versie,
          hash,
          geldig_van: geldigVan,
          reden: 'Ingebruikname',
          gedaan_op: nu,
          gedaan_door: null,
        })
      }
      await noteer(tx, opgave.code, { soort: 'gemeente', id: opgave.code }, 'gemeente in gebruik nemen', nu)
    })
    return ok({ code: opgave.code, naam, versies: uitgave.versies.length })
  }).then((uit) => (uit.ok ? uit.value : uit))
}

export type Medewerkerinvoer = {
  readonly gemeente: string
  readonly aanmeldnaam: string
  readonly naam: string
  readonly rollen: readonly string[]
  readonly team?: string | undefined
}

/** Voegt iemand toe die zich daarna met zijn werkaccount aanmeldt; meestal de eerste beheerder, die de rest in het programma doet. */
export function voegMedewerkerToeVanBuiten(
  config: Databaseconfig,
  opgave: Medewerkerinvoer,
  nu: Date,
): Promise<Result<{ id: string; gemeente: string; naam: string; aanmeldnaam: string; rollen: readonly string[] }, Databaseweigering>> {
  const { gemeente } = opgave
  const gelezen = leesMedewerkeropgave({ naam: opgave.naam, aanmeldnaam: opgave.aanmeldnaam, rollen: opgave.rollen })
  if (!gelezen.ok) return weiger(gelezen.fout[0]?.code ?? '', gelezen.fout.map((f) => f.tekst).join(' '))
  if (!/^\d{4}$/.test(gemeente)) return weiger('CODE_ONGELDIG', 'Geef de CBS-code van de gemeente: vier cijfers.')
  return alsEigenaar(config, async (_, database) => {
    const db = maakKysely(database.app)
    if (!(await leesGemeente(db, gemeente)))
      return nietInOrde('GEMEENTE_ONBEKEND', `De gemeente ${gemeente} is hier nog niet. Maak haar met: meedoen beheer gemeente.`)
    return alsSysteem({ db }, gemeente, async (tx) => {
      const team = opgave.team === undefined ? null : (await leesTeams(tx, gemeente)).find((t) => t.naam === opgave.team)
      if (team === undefined) return nietInOrde('TEAM_ONBEKEND', `Het team "${opgave.team}" is er niet.`)
      const id = nieuweId(nu)
      const { rollen, ...wie } = gelezen.value
      const rij = {
        gemeente,
        id,
        identiteit: null,
        ...wie,
        rollen: [...rollen],
        team: team?.id ?? null,
        gewijzigd_op: nu,
        gewijzigd_door: null,
      }
      if (!(await voegMedewerkerToe(tx, rij)))
        return fout<Databaseweigering>({
          code: 'AANMELDNAAM_BEKEND',
          soort: 'regel',
          tekst: 'Er is al een medewerker met deze aanmeldnaam.',
        })
      await noteer(tx, gemeente, { soort: 'medewerker', id, versie: 1 }, `medewerker toevoegen (${rollen.join(', ')})`, nu)
      return ok({ id, gemeente, naam: wie.naam, aanmeldnaam: wie.aanmeldnaam, rollen })
    })
  }).then((uit) => (uit.ok ? uit.value : uit))
}

const nietInOrde = (code: string, tekst: string) => fout<Databaseweigering>({ code, soort: 'invoer', tekst })
const weiger = (code: string, tekst: string) => Promise.resolve(nietInOrde(code, tekst))
const bestaat = (code: string) =>
  fout<Databaseweigering>({ code: 'GEMEENTE_BEKEND', soort: 'regel', tekst: `De gemeente ${code} is er al.` })

const noteer = (tx: Tx, gemeente: string, object: { soort: string; id: string; versie?: number }, doel: string, nu: Date): Promise<void> =>
  schrijfLogboek(tx, gemeente, [
    {
      id: nieuweId(nu),
      tijdstip: nu.toISOString(),
      soort: 'aanmaken',
      uitkomst: 'gelukt',
      inwoner: null,
      objecten: [object],
      medewerker: null,
      rollen: 'systeem',
      namens: null,
      zaak: null,
      doel,
      toegangspunt: 'opdrachtregel',
      reden: null,
      weigering: null,
      hash_voor: null,
      hash_na: null,
      correlatie: 'meedoen beheer',
    },
  ])
