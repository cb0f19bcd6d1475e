/** De keten van één gemeente nalopen, met voortgang. Opnieuw begonnen begint zij vooraan; een nieuwere poging wint. */
import { beginAuditcontrole, schrijfControle } from '#storage/auditcontroles.ts'
import { controleerKeten } from '#storage/auditketen.ts'
import type { Dienst, Taakgegevens } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'

const storingtekst = 'Het nalopen is door een storing afgebroken. Het begint vanzelf opnieuw; lukt dat niet, vraag het dan opnieuw aan.'

export async function voerAuditcontroleUit(dienst: Dienst, waar: Taakgegevens): Promise<void> {
  const { gemeente } = waar
  const poging = nieuweId(dienst.nu())
  if (!(await alsSysteem(dienst, gemeente, (tx) => beginAuditcontrole(tx, waar, poging, dienst.nu())))) return
  // In een eigen transactie, zodat de voortgang te zien is terwijl het lezen nog loopt.
  const schrijf = (stap: Parameters<typeof schrijfControle>[3]) =>
    alsSysteem(dienst, gemeente, (tx) => schrijfControle(tx, waar, poging, stap))
  try {
    const uitkomst = await alsSysteem(dienst, gemeente, (tx) => controleerKeten(tx, gemeente, (klaar) => schrijf({ klaar })))
    await schrijf({ uitkomst, op: dienst.nu() })
  } catch (storing) {
    await schrijf({ fout: storingtekst, op: dienst.nu() }).catch(() => undefined)
    throw storing
  }
}
