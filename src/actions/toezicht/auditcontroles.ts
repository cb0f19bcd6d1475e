/** De keten over het logboek laten nalopen, en lezen wat eruit kwam. Het nalopen zelf gebeurt op de achtergrond. */
import { ok, type Result } from '#core/base/result.ts'
import type { Ketenstand } from '#storage/auditketen.ts'
import { type Auditcontrolerij, bewaarAuditcontrole, leesAuditcontroles as leesRijen } from '#storage/auditcontroles.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietGevonden, type Weigering } from '../handeling/weigering.ts'

export type Auditcontrole = {
  readonly id: string
  readonly stand: Auditcontrolerij['stand']
  readonly klaar: number
  readonly totaal: number | null
  /** `verzegeld`: regels in de keten die kloppen. `open`: nog niet verzegeld. `breuk`: de eerste plek waar het niet klopt. */
  readonly uitkomst: Ketenstand | null
  readonly fout: string | null
  readonly gevraagdOp: string
  readonly gevraagdDoor: string
  readonly klaarOp: string | null
}

export const vraagAuditcontrole = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Auditcontrole, Weigering>> =>
  handel<Auditcontrole>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'audit_controleren')
    if (!mag.ok) return mag
    const id = w.nieuweId()
    await bewaarAuditcontrole(w.tx, { gemeente: w.actor.gemeente, id, gevraagd_op: w.nu, gevraagd_door: w.actor.medewerker })
    w.stuur({ soort: 'auditcontrole', gegevens: { id } })
    w.noteer({ soort: 'controleren', objecten: [{ soort: 'auditcontrole', id }], doel: 'logboek nalopen' })
    return haal(w, id)
  })

export const leesAuditcontrole = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Auditcontrole, Weigering>> =>
  handel<Auditcontrole>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'audit_controleren')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'auditcontrole', id }], doel: 'logboek nalopen' })
    return haal(w, id)
  })

export type Auditcontroles = { readonly items: readonly Auditcontrole[]; readonly volgende: null }
const LAATSTE = 20

export const leesAuditcontroles = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Auditcontroles, Weigering>> =>
  handel<Auditcontroles>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'audit_controleren')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'auditcontroles', id: 'laatste' }], doel: 'logboek nalopen' })
    return ok({ items: (await leesRijen(w.tx, w.actor.gemeente, LAATSTE)).map(toon), volgende: null })
  })

async function haal(w: Werk, id: string): Promise<Result<Auditcontrole, Weigering>> {
  const [rij] = await leesRijen(w.tx, w.actor.gemeente, 1, id)
  return rij ? ok(toon(rij)) : nietGevonden('Deze controle', { objecten: [{ soort: 'auditcontrole', id }] })
}

const toon = (r: Auditcontrolerij): Auditcontrole => ({
  id: r.id,
  stand: r.stand,
  klaar: Number(r.klaar),
  totaal: r.totaal === null ? null : Number(r.totaal),
  uitkomst: r.uitkomst as unknown as Ketenstand | null,
  fout: r.fout,
  gevraagdOp: r.gevraagd_op.toISOString(),
  gevraagdDoor: r.door ?? 'Onbekend',
  klaarOp: r.klaar_op?.toISOString() ?? null,
})
