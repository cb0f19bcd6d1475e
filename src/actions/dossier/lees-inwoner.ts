/** Eén inwoner openen: wie het is voor iedereen die mag zoeken, en de rest naar relatie. */
import { ok, type Result } from '#core/base/result.ts'
import type { Handeling, Relatie } from '#core/dossier/rechtentabel.ts'
import { type Inwonerrij, leesInwoner as leesRij } from '#storage/inwoners.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { type Inwonerbeeld, toonInwoner } from './inwonerbeeld.ts'
import { eisOoit, inwonerNietGevonden, kijkerVan, maakToegang, type Toegang, toets } from './toegang.ts'

export const leesInwoner = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Inwonerbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const beeld = await haalInwoner(w, id)
    if (!beeld.ok) return beeld
    w.noteer({
      soort: 'lezen',
      inwoner: id,
      objecten: [{ soort: 'inwoner', id, versie: beeld.value.versie }],
      doel: `inwoner bekijken, ${grond[beeld.value.relatie]}`,
    })
    return beeld
  })

/** Op grond waarvan, in woorden die de inwoner kan lezen. */
const grond: Record<Relatie, string> = {
  eigen: 'als behandelaar',
  team: 'in het eigen team',
  nood: 'met noodtoegang',
  gemeente: 'buiten het team',
}

/** Binnen een handeling: het beeld van nu, zonder logboekregel. */
export async function haalInwoner(w: Werk, id: string): Promise<Result<Inwonerbeeld, Weigering>> {
  const open = await openInwoner(w, id)
  return open.ok ? ok(toonInwoner(open.value.rij, open.value.toegang)) : open
}

export type OpenInwoner = { readonly rij: Inwonerrij; readonly toegang: Toegang }

/** De rij van een inwoner bij wie deze handeling mag, met wat er nog meer mag. */
export async function openInwoner(w: Werk, id: string, handeling: Handeling = 'inwoner_lezen'): Promise<Result<OpenInwoner, Weigering>> {
  const ooit = eisOoit(w, handeling, id)
  if (!ooit.ok) return ooit
  const rij = await leesRij(w.tx, kijkerVan(w), id)
  if (!rij) return inwonerNietGevonden(id)
  const toegang = toets(maakToegang(w, id, rij), handeling)
  return toegang.ok ? ok({ rij, toegang: toegang.value }) : toegang
}
