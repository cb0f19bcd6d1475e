/**
 * Een proefgemeente vullen: veel hele dossiers in één transactie, met dezelfde rijbeveiliging als een scherm. Rijen gaan met COPY in
 * tijdelijke tabellen en van daar met één opdracht naar hun plek. Wat in elk dossier hetzelfde is (de antwoorden van een voorbeeld en
 * zijn advies) gaat één keer heen, en de database zet het erbij.
 */
import { sql } from 'kysely'
import type pg from 'pg'
import { kopieer, type Veld } from './kopieer.ts'
import { type Binding, opVerbinding, type Tx } from './transactie.ts'

/** Tabellen waarvan de rijen kant-en-klaar komen, in de volgorde waarin zij naar elkaar verwijzen. */
const voorAntwoorden = ['inwoner', 'inwoner_gegevens', 'inwoner_bsn', 'zaak', 'onderzoek', 'bezoek'] as const
const naAdvies = ['voorziening', 'indicatie', 'gebeurtenis', 'audit'] as const
const gewoon = [...voorAntwoorden, ...naAdvies]

/** Van welk voorbeeld de antwoorden en het advies zijn; `ids` heeft een id voor elk antwoord dat gegeven is, in de volgorde van het voorbeeld. */
const bijzonder = {
  voorbeeld: 'gemeente char(4), voorbeeld int, geval json, resultaat text',
  voorbeeldantwoord: `gemeente char(4), voorbeeld int, volgnummer int, soort text, vraag text, waarde jsonb, toelichting text,
    bron text`,
  antwoordreeks: `gemeente char(4), onderzoek uuid, inwoner uuid, bezoek uuid, voorbeeld int, ids uuid[], versie int, datum date,
    gegeven_op timestamptz, gegeven_door uuid`,
  adviesrij: `gemeente char(4), id uuid, onderzoek uuid, inwoner uuid, onderzoek_versie int, engine text, catalogus_hash text,
    keuzes_hash text, voorbeeld int, gegeven_op timestamptz, gegeven_door uuid`,
}
type Gewoon = (typeof gewoon)[number]
export type Vultabel = Gewoon | keyof typeof bijzonder
/** Alle rijen van een tabel noemen dezelfde kolommen. */
export type Vulrijen = { [T in Vultabel]?: Record<string, Veld>[] }

const tabellen: readonly Vultabel[] = [...gewoon, ...(Object.keys(bijzonder) as (keyof typeof bijzonder)[])]

/** Bewaart deze rijen; `eerder` is wat eerst bewaard moet zijn, en mislukt dat, dan is dit er ook niet. */
export function bewaarVulling(pool: pg.Pool, binding: Binding, rijen: Vulrijen, eerder: Promise<unknown>): Promise<void> {
  return opVerbinding(pool, binding, async (client) => {
    await client.query(maakTabellen)
    for (const tabel of tabellen) await kopieerTabel(client, tabel, rijen[tabel])
    await client.query(
      [...voorAntwoorden.map((t) => zetOver(t, rijen)), antwoorden, adviezen, ...naAdvies.map((t) => zetOver(t, rijen)), verzegelen].join(
        '',
      ),
    )
    await eerder
    return { bewaar: true, waarde: undefined }
  })
}

async function kopieerTabel(client: pg.PoolClient, tabel: Vultabel, rijen: Vulrijen[Vultabel] = []): Promise<void> {
  if (rijen.length > 0) await kopieer(client, `vul_${tabel}`, kolommenVan(rijen), rijen)
}

const kolommenVan = (rijen: Vulrijen[Vultabel] = []): string[] => Object.keys(rijen[0] ?? {})

/** Zonder de eisen van de tabel zelf: die gelden pas als de rijen daarheen gaan. */
const maakTabellen = [
  ...gewoon.map((t) => `create temp table vul_${t} on commit drop as table ${t} with no data;`),
  ...Object.entries(bijzonder).map(([t, vorm]) => `create temp table vul_${t} (${vorm}) on commit drop;`),
].join('')

function zetOver(tabel: Gewoon, rijen: Vulrijen): string {
  const kolommen = kolommenVan(rijen[tabel]).join(', ')
  return kolommen && `insert into ${tabel} (${kolommen}) select ${kolommen} from vul_${tabel};`
}

const antwoorden = `
  insert into antwoord (gemeente, id, onderzoek, inwoner, volgnummer, versie, soort, vraag, waarde, toelichting, bron, datum, bezoek,
    gegeven_op, gegeven_door)
  select r.gemeente, r.ids[v.volgnummer], r.onderzoek, r.inwoner, v.volgnummer, r.versie, v.soort, v.vraag, v.waarde, v.toelichting, v.bron,
    r.datum, r.bezoek, r.gegeven_op, r.gegeven_door
  from vul_antwoordreeks r join vul_voorbeeldantwoord v on v.voorbeeld = r.voorbeeld and v.volgnummer <= cardinality(r.ids);`

const adviezen = `
  insert into advies (gemeente, id, onderzoek, inwoner, onderzoek_versie, engine, catalogus_hash, keuzes_hash, geval, resultaat, gegeven_op,
    gegeven_door)
  select a.gemeente, a.id, a.onderzoek, a.inwoner, a.onderzoek_versie, a.engine, a.catalogus_hash, a.keuzes_hash, v.geval, v.resultaat,
    a.gegeven_op, a.gegeven_door
  from vul_adviesrij a join vul_voorbeeld v on v.voorbeeld = a.voorbeeld;`

const verzegelen = 'insert into audit_open (gemeente, audit) select gemeente, id from vul_audit;'

/** Daarna weet de database hoeveel er nu staat; anders duurt de eerste minuut elke lijst lang. Alleen de eigenaar kan dit. */
export async function telVullingNa(eigenaar: Tx): Promise<void> {
  await sql.raw(`analyze ${[...gewoon, 'antwoord', 'advies', 'audit_open'].join(', ')}`).execute(eigenaar)
}
