/** Wie er nu is aangemeld, en een sessie beëindigen: een verloren laptop, een collega die weg is. */
import { ok, type Result } from '#core/base/result.ts'
import { leesOpenSessies, trekSessieInGemeenteIn } from '#storage/sessies.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nietGevonden, type Weigering } from '../handeling/weigering.ts'

export type Sessiebeeld = {
  readonly id: string
  readonly medewerker: { readonly id: string; readonly naam: string }
  readonly aangemeldOp: string
  readonly laatstGebruikt: string
  readonly verlooptOp: string
  readonly vanaf: string
  /** De sessie waarmee dit gevraagd wordt. */
  readonly deze: boolean
}
export type Sessielijst = { readonly items: readonly Sessiebeeld[]; readonly volgende: string | null }

export const leesSessies = (
  dienst: Dienst,
  aanroep: Aanroep,
  { cursor, limiet, deze }: { cursor?: string | undefined; limiet: number; deze: string },
): Promise<Result<Sessielijst, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'sessies_beheren')
    if (!mag.ok) return mag
    const rijen = await leesOpenSessies(w.tx, w.actor.gemeente, { nu: w.nu, na: cursor, hoogstens: limiet + 1 })
    const items = rijen.slice(0, limiet).map((r) => ({
      id: r.id,
      medewerker: { id: r.medewerker, naam: r.naam },
      aangemeldOp: r.gemaakt_op.toISOString(),
      laatstGebruikt: r.laatst_op.toISOString(),
      verlooptOp: r.verloopt_op.toISOString(),
      vanaf: r.toegangspunt,
      deze: r.id === deze,
    }))
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'sessies', id: 'lijst' }], doel: 'sessies beheren' })
    return ok({ items, volgende: rijen.length > limiet ? (items.at(-1)?.id ?? null) : null })
  })

export const beeindigSessie = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<null, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'sessies_beheren')
    if (!mag.ok) return mag
    const van = await trekSessieInGemeenteIn(w.tx, w.actor.gemeente, id, w.nu)
    if (van === undefined) return nietGevonden('Deze sessie', { objecten: [{ soort: 'sessie', id }] })
    w.noteer({
      soort: 'afmelden',
      objecten: [
        { soort: 'sessie', id },
        { soort: 'medewerker', id: van },
      ],
      doel: 'sessie beëindigd door de beheerder',
    })
    return ok(null)
  })
