/** Feiten uit een bericht vastleggen: per soort één opdracht voor alle rijen. Alleen toevoegen. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../transactie.ts'

/** Bij welk bericht van welk paar de feiten horen. */
export type Herkomst = { readonly gemeente: string; readonly partij: string; readonly aanbieder: string; readonly bericht: string }
export type Feitsoort = 'toewijzing' | 'levering' | 'verzoek' | 'verzoekantwoord' | 'declaratie' | 'prestatie' | 'afgewezen_regel'

type Kolomtype = 'text' | 'int' | 'bigint' | 'uuid' | 'bytea' | 'lijst'
/** De kolommen van elke soort, zonder die van de herkomst. */
const kolommen: Record<Feitsoort, Readonly<Record<string, Kolomtype>>> = {
  toewijzing: {
    bsn_index: 'bytea',
    nummer: 'int',
    toewijzingsdatum: 'text',
    toewijzingstijd: 'text',
    versie: 'text',
    ingangsdatum: 'text',
    einddatum: 'text',
    reden_wijziging: 'text',
    categorie: 'text',
    code: 'text',
    volume: 'int',
    eenheid: 'text',
    frequentie: 'text',
    budget: 'int',
    referentie: 'text',
    indicatie: 'uuid',
  },
  levering: {
    bsn_index: 'bytea',
    soort: 'text',
    nummer: 'int',
    categorie: 'text',
    code: 'text',
    begindatum: 'text',
    toewijzing_ingangsdatum: 'text',
    reden: 'text',
    einddatum: 'text',
    status: 'text',
  },
  verzoek: { bsn_index: 'bytea', referentie: 'text', soort: 'text', ingangsdatums: 'lijst' },
  verzoekantwoord: { referentie: 'text', antwoord: 'text' },
  declaratie: {
    nummer: 'text',
    identificatie: 'text',
    dagtekening: 'text',
    xsd_versie: 'text',
    van: 'text',
    tot: 'text',
    totaal: 'bigint',
  },
  prestatie: {
    bsn_index: 'bytea',
    referentie: 'text',
    vorige: 'text',
    toewijzing: 'int',
    categorie: 'text',
    code: 'text',
    van: 'text',
    tot: 'text',
    volume: 'int',
    eenheid: 'text',
    tarief: 'int',
    bedrag: 'int',
    dc: 'text',
  },
  afgewezen_regel: { bsn_index: 'bytea', referentie: 'text', vorige: 'text' },
}

export type Feitrij = Readonly<Record<string, string | number | Buffer | readonly string[] | null | undefined>>

/** Zoveel rijen per opdracht: een opdracht met alle rijen van een grote declaratie past niet in het geheugen. */
const PER_OPDRACHT = 5_000

/** `vanaf` is het volgnummer van de eerste rij binnen het bericht. */
export async function bewaarFeiten(tx: Tx, soort: Feitsoort, h: Herkomst, rijen: readonly Feitrij[], vanaf = 0): Promise<void> {
  for (let begin = 0; begin < rijen.length; begin += PER_OPDRACHT)
    await bewaarDeel(tx, soort, h, rijen.slice(begin, begin + PER_OPDRACHT), vanaf + begin)
}

async function bewaarDeel(tx: Tx, soort: Feitsoort, h: Herkomst, rijen: readonly Feitrij[], vanaf: number): Promise<void> {
  const namen = Object.keys(kolommen[soort])
  const paar = soort === 'afgewezen_regel' ? [] : [['aanbieder', sql`${h.aanbieder}`] as const]
  const vast = [
    ['gemeente', sql`${h.gemeente}`] as const,
    ['partij', sql`${h.partij}`] as const,
    ['bericht', sql`${h.bericht}`] as const,
    ...paar,
  ]
  const reeksen = namen.map((naam) =>
    reeks(
      kolommen[soort][naam] as Kolomtype,
      rijen.map((r) => r[naam]),
    ),
  )
  await sql`insert into ${sql.id(soort)} (${sql.join([...vast.map(([n]) => sql.id(n)), sql.id('volg'), ...namen.map((n) => sql.id(n))])})
    select ${sql.join([...vast.map(([, w], i) => sql`${w}::${sql.raw(['char(4)', 'text', 'uuid', 'text'][i] as string)}`)])},
      r.volg::int - 1 + ${vanaf}::int, ${sql.join(namen.map((n) => uitlezing(kolommen[soort][n] as Kolomtype, n)))}
    from unnest(${sql.join(reeksen)}) with ordinality as r(${sql.join([...namen, 'volg'].map((n) => sql.id(n)))})`.execute(tx)
}

const uitlezing = (type: Kolomtype, naam: string): RawBuilder<unknown> =>
  type === 'lijst'
    ? sql`string_to_array(${sql.id('r', naam)}, ',')`
    : type === 'bytea'
      ? sql`decode(${sql.id('r', naam)}, 'hex')`
      : sql`${sql.id('r', naam)}`

function reeks(type: Kolomtype, waarden: readonly Feitrij[string][]): RawBuilder<unknown> {
  const tekst = waarden.map((w) =>
    w === undefined || w === null ? null : Buffer.isBuffer(w) ? w.toString('hex') : Array.isArray(w) ? w.join(',') : w,
  )
  return sql`${tekst}::${sql.raw(type === 'lijst' || type === 'bytea' ? 'text' : type)}[]`
}

export type NieuwOordeel = Herkomst & {
  readonly over: { readonly naam: string; readonly afzender: string; readonly identificatie: string }
  readonly uitkomst: 'geaccepteerd' | 'afgewezen'
}

export async function bewaarOordeel(tx: Tx, o: NieuwOordeel): Promise<void> {
  await sql`insert into oordeel (gemeente, partij, bericht, aanbieder, over_naam, over_afzender, over_identificatie, uitkomst)
    values (${o.gemeente}, ${o.partij}, ${o.bericht}, ${o.aanbieder}, ${o.over.naam}, ${o.over.afzender}, ${o.over.identificatie}, ${o.uitkomst})`.execute(
    tx,
  )
}
