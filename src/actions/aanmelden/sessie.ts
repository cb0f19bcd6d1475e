/** Een sessie maken, openen en afsluiten. Aanmelden en afmelden staan in het logboek van de gemeente. */
import { hash, randomBytes } from 'node:crypto'
import { ok, type Result } from '#core/base/result.ts'
import {
  type Aanmeldoptie,
  bewaarSessie,
  koppelIdentiteit,
  leesSessie,
  type OpenSessie,
  raakSessieAan,
  trekSessieIn,
  zorgVoorIdentiteit,
} from '#storage/sessies.ts'
import type { Rol } from '#core/dossier/rechtentabel.ts'
import type { Aanroep, Actor, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nieuweId } from '../handeling/id.ts'
import type { Weigering } from '../handeling/weigering.ts'

/** Na zo lang niets doen is opnieuw aanmelden nodig; en hoe dan ook na een werkdag. */
export const RUST_MS = 45 * 60_000
export const LANGST_MS = 10 * 60 * 60_000
const RAAK_AAN_MS = 60_000

export type Aanmelding = {
  readonly uitgever: string
  readonly onderwerp: string
  readonly naam: string
  readonly optie: Aanmeldoptie
  /** Het account hoort vanaf nu bij deze persoon. */
  readonly koppel?: boolean
  /** De sessie die deze browser nog had: die geldt na het aanmelden niet meer. */
  readonly vorige?: string | undefined
  readonly correlatie: string
  readonly toegangspunt: string
}

export const hashVanSleutel = (sleutel: string): Buffer => hash('sha256', sleutel, 'buffer')

/** Maakt een sessie en geeft de sleutel voor de cookie; die is daarna nergens meer te vinden. */
export async function meldAan(dienst: Dienst, a: Aanmelding): Promise<Result<{ sleutel: string; verlooptOp: Date }, Weigering>> {
  const sleutel = randomBytes(32).toString('base64url')
  const { gemeente, medewerker, naam, rollen } = a.optie
  const actor: Actor = { gemeente, medewerker, naam, rollen: rollen as Rol[], team: null }
  return handel(dienst, { actor, correlatie: a.correlatie, toegangspunt: a.toegangspunt }, async ({ tx, nu, noteer }) => {
    const identiteit = await zorgVoorIdentiteit(tx, {
      id: nieuweId(nu),
      uitgever: a.uitgever,
      onderwerp: a.onderwerp,
      naam: a.naam,
      gemaakt_op: nu,
    })
    if (a.koppel) await koppelIdentiteit(tx, identiteit)
    if (a.vorige) await trekSessieIn(tx, a.vorige, nu)
    const id = nieuweId(nu)
    const verlooptOp = new Date(nu.getTime() + RUST_MS)
    await bewaarSessie(tx, {
      id,
      sleutel_hash: hashVanSleutel(sleutel),
      csrf: randomBytes(24).toString('base64url'),
      identiteit,
      gemeente,
      medewerker,
      gemaakt_op: nu,
      laatst_op: nu,
      verloopt_op: verlooptOp,
      ingetrokken_op: null,
      toegangspunt: a.toegangspunt,
    })
    noteer({ soort: 'aanmelden', objecten: [{ soort: 'sessie', id }], doel: 'toegang tot het programma' })
    return ok({ sleutel, verlooptOp })
  })
}

/** De sessie bij een cookie, of undefined als zij verlopen, ingetrokken of onbekend is. Verlengt haar op gebruik. */
export async function openSessie(dienst: Dienst, sleutel: string): Promise<OpenSessie | undefined> {
  const nu = dienst.nu()
  const sessie = await leesSessie(dienst.db, hashVanSleutel(sleutel), nu)
  if (!sessie) return undefined
  // Ook als de klok terugsprong: anders zou stilte pas veel later tellen.
  if (Math.abs(nu.getTime() - sessie.laatst_op.getTime()) > RAAK_AAN_MS) {
    await raakSessieAan(dienst.db, sessie.id, nu, RUST_MS, LANGST_MS)
  }
  return sessie
}

export const actorVan = (s: OpenSessie): Actor => ({
  gemeente: s.gemeente,
  medewerker: s.medewerker,
  naam: s.naam,
  rollen: s.rollen as Rol[],
  team: s.team,
})

export function meldAf(dienst: Dienst, aanroep: Aanroep, sessie: string): Promise<Result<null, Weigering>> {
  return handel(dienst, aanroep, async ({ tx, nu, noteer }) => {
    await trekSessieIn(tx, sessie, nu)
    noteer({ soort: 'afmelden', objecten: [{ soort: 'sessie', id: sessie }], doel: 'toegang tot het programma' })
    return ok(null)
  })
}
