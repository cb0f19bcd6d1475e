/** Gebeurtenissen: alleen toevoegen. Een verbetering is een nieuwe rij die de oude noemt. */
import { sql } from 'kysely'
import type { Datum } from '#core/base/datum.ts'
import type { Blok } from '#core/base/invoer.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { bezoekGeldt } from './bezoeken.ts'
import { alsJson } from './json.ts'
import type { Tx } from './transactie.ts'

/** Een bewaarde rij met wie en wanneer, zoals een dossier haar toont. */
export type Gebeurtenisrij = Gebeurtenis & {
  readonly zin: string
  readonly zaak: string | null
  readonly indicatie: string | null
  readonly gemaakt_op: Date
  readonly gemaakt_door: string
  readonly maker: string | null
}

export type Nieuwerij = {
  readonly id: string
  readonly inwoner: string
  readonly zaak: string | null
  readonly indicatie?: string | null
  readonly soort: string
  readonly datum: Datum
  readonly zin: string
  readonly gegevens: Blok
  readonly vervangt: string | null
}

export async function voegGebeurtenissenToe(
  tx: Tx,
  wie: { gemeente: string; medewerker: string; nu: Date },
  rijen: readonly Nieuwerij[],
): Promise<void> {
  if (rijen.length === 0) return
  await tx
    .insertInto('gebeurtenis')
    .values(
      rijen.map((r) => ({
        ...r,
        gemeente: wie.gemeente,
        gegevens: alsJson(r.gegevens),
        gemaakt_op: wie.nu,
        gemaakt_door: wie.medewerker,
      })),
    )
    .execute()
}

const kolommen = sql`g.id, g.soort, g.datum, g.zin, g.gegevens, g.vervangt, g.zaak, g.indicatie, g.gemaakt_op, g.gemaakt_door, m.naam as maker`
const metMaker = sql`gebeurtenis g left join collegas() m on m.id = g.gemaakt_door`

/** Alles wat met een zaak gebeurde, ook wat later verbeterd is, op volgorde van vastleggen. */
export async function leesVanZaak(tx: Tx, gemeente: string, zaak: string): Promise<Gebeurtenisrij[]> {
  const { rows } = await sql<Gebeurtenisrij>`select ${kolommen} from ${metMaker}
    where g.gemeente = ${gemeente} and g.zaak = ${zaak} and g.indicatie is null order by g.id`.execute(tx)
  return rows
}

/** Alles wat bij een inwoner gebeurde, in alle zaken en indicaties. */
export async function leesVanInwoner(tx: Tx, gemeente: string, inwoner: string): Promise<Gebeurtenisrij[]> {
  const { rows } = await sql<Gebeurtenisrij>`select ${kolommen} from ${metMaker}
    where g.gemeente = ${gemeente} and g.inwoner = ${inwoner} order by g.id`.execute(tx)
  return rows
}

/** Van veel zaken tegelijk alleen wat de indeling van het werk raakt, met wat daarvan verviel. */
export async function leesPlangebeurtenissen(
  tx: Tx,
  gemeente: string,
  zaken: readonly string[],
): Promise<(Gebeurtenis & { zaak: string })[]> {
  if (zaken.length === 0) return []
  const { rows } = await sql<Gebeurtenis & { zaak: string }>`select id, soort, datum, gegevens, vervangt, zaak from gebeurtenis
    where gemeente = ${gemeente} and zaak = any(${[...zaken]}::uuid[]) and indicatie is null
      and soort in ('plan_ontvangen', 'plan_afgezien', 'vervallen') order by id`.execute(tx)
  return rows
}

/** De eerste afspraak vanaf vandaag, per zaak. */
export async function leesAfspraken(tx: Tx, gemeente: string, zaken: readonly string[], vandaag: Datum): Promise<Map<string, Datum>> {
  if (zaken.length === 0) return new Map()
  const { rows } = await sql<{ zaak: string; datum: Datum }>`select o.zaak, min(b.datum) as datum
    from onderzoek o join bezoek b on b.gemeente = o.gemeente and b.onderzoek = o.id
    where o.gemeente = ${gemeente} and o.zaak = any(${[...zaken]}::uuid[]) and b.datum >= ${vandaag} and ${bezoekGeldt} group by o.zaak`.execute(
    tx,
  )
  return new Map(rows.map((r) => [r.zaak, r.datum]))
}
