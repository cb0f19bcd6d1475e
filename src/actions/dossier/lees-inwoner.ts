/** Eén inwoner openen: wie het is voor iedereen die mag zoeken, en de rest naar relatie. */
import { ok, type Result } from '#core/base/result.ts'
import type { Relatie } from '#core/dossier/rechtentabel.ts'
import { leesInwoner as leesRij } from '#storage/inwoners.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { type Inwonerbeeld, toonInwoner } from './inwonerbeeld.ts'
import { eisOoit, inwonerNietGevonden, kijkerVan, maakToegang, toets } from './toegang.ts'

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
  const ooit = eisOoit(w, 'inwoner_lezen', id)
  if (!ooit.ok) return ooit
  const rij = await leesRij(w.tx, kijkerVan(w), id)
  if (!rij) return inwonerNietGevonden(id)
  const toegang = toets(maakToegang(w.actor, w.nu, id, rij), 'inwoner_lezen')
  return toegang.ok ? ok(toonInwoner(rij, toegang.value)) : toegang
}
