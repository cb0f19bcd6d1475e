/** Wat nodig is om te weten wat een medewerker met een inwoner te maken heeft, in één opdracht. */
import { sql } from 'kysely'
import { vanMs } from '#core/base/tijdstip.ts'
import type { Dossierband } from '#core/dossier/relatie.ts'
import type { Tx } from './transactie.ts'

type Rij = { team: string | null; behandelaars: string[]; nood_tot: Date | null }

/** Undefined als de inwoner er niet is, of voor deze medewerker niet bestaat. */
export async function leesDossierband(tx: Tx, gemeente: string, inwoner: string, medewerker: string): Promise<Dossierband | undefined> {
  const { rows } = await sql<Rij>`
    select i.team,
      array(select z.behandelaar::text from zaak z
            where z.gemeente = i.gemeente and z.inwoner = i.id and z.behandelaar is not null and z.afgesloten_op is null) as behandelaars,
      (select max(n.tot) from noodtoegang n
       where n.gemeente = i.gemeente and n.inwoner = i.id and n.medewerker = ${medewerker}) as nood_tot
    from inwoner i where i.gemeente = ${gemeente} and i.id = ${inwoner}`.execute(tx)
  const rij = rows[0]
  return rij && { gemeente, team: rij.team, behandelaars: rij.behandelaars, noodTot: rij.nood_tot && vanMs(rij.nood_tot.getTime()) }
}
