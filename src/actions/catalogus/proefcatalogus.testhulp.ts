/** Een verzonnen gemeente met een catalogus in twee versies: de eerste geldt, de tweede ligt klaar in de map. */
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Json, Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { zorgVoorProefgemeenten } from '../demo/proefgemeenten.ts'
import type { Actor } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { leesAlleCatalogi } from '../lees-catalogi.ts'
import { maakProefzaak, type Proefzaak } from '../onderzoek/proefonderzoek.testhulp.ts'
import type { Proefwerkplek } from '../proefwerkplek.testhulp.ts'

const derde = fileURLToPath(new URL('../../../e2e/derde-gemeente/veenmeer', import.meta.url))

export type Proefcatalogus = { gemeente: string; map: string; eerste: Catalogus; tweede: Catalogus }

/** De klok staat daarna op 1 maart 2027; de gemeente werkt met de eerste versie. */
export async function maakProefcatalogus(p: Proefwerkplek): Promise<Proefcatalogus> {
  const map = mkdtempSync(join(tmpdir(), 'meedoen-catalogi-'))
  cpSync(derde, join(map, 'veenmeer'), { recursive: true })
  const gelezen = await leesAlleCatalogi(map)
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  const [uitgave] = gelezen.value
  const [eerste, tweede] = uitgave?.versies ?? []
  if (!uitgave || !eerste || !tweede) throw new Error('de proefcatalogus heeft twee versies')
  p.klok.nu = new Date('2027-03-01T09:00:00Z')
  const [gemeente] = await zorgVoorProefgemeenten(
    p.dienst.db,
    p.eigenaar,
    [{ id: uitgave.id, versies: [eerste] }],
    new Date('2026-12-01T09:00:00Z'),
  )
  Object.assign(p.dienst, { catalogi: map })
  return { gemeente: gemeente?.code as string, map, eerste, tweede }
}

type Antwoordgegeven = { vraag: string; waarde: Json; soort?: 'antwoord' | 'overschrijving'; toelichting?: string; vervangt?: number }

/** Een open onderzoek met deze antwoorden, in volgorde; `vervangt` noemt de plaats van het antwoord dat verbeterd wordt. */
export async function zetOnderzoek(
  p: Proefwerkplek,
  actor: Actor,
  catalogus: Catalogus,
  antwoorden: readonly Antwoordgegeven[],
  anders: { afgerond?: boolean; keuze?: Keuze } = {},
): Promise<Proefzaak & { id: string }> {
  const zaak = await maakProefzaak(p, actor)
  const nu = p.klok.nu
  const id = nieuweId(nu)
  await p.eigenaar
    .insertInto('onderzoek')
    .values({
      gemeente: actor.gemeente,
      id,
      zaak: zaak.zaak,
      inwoner: zaak.inwoner,
      catalogus: catalogus.catalogus.id,
      catalogus_versie: catalogus.catalogus.versie,
      catalogus_hash: catalogus.hash,
      keuze: JSON.stringify(anders.keuze ?? {}),
      gestart_op: nu,
      gestart_door: actor.medewerker,
      afgerond_op: anders.afgerond ? nu : null,
      gewijzigd_op: nu,
      gewijzigd_door: actor.medewerker,
    })
    .execute()
  const ids = antwoorden.map(() => nieuweId(nu))
  const rijen = antwoorden.map((a, i) => ({
    gemeente: actor.gemeente,
    id: ids[i] as string,
    onderzoek: id,
    inwoner: zaak.inwoner,
    volgnummer: i + 1,
    versie: i + 2,
    soort: a.soort ?? ('antwoord' as const),
    vraag: a.vraag,
    waarde: a.waarde === null ? null : JSON.stringify(a.waarde),
    toelichting: a.toelichting ?? null,
    bron: null,
    datum: '2027-03-01',
    bezoek: null,
    vervangt: a.vervangt === undefined ? null : (ids[a.vervangt] as string),
    gegeven_op: nu,
    gegeven_door: actor.medewerker,
  }))
  if (rijen.length > 0) await p.eigenaar.insertInto('antwoord').values(rijen).execute()
  return { ...zaak, id }
}

/** Een indicatie zoals zij na vaststellen in de tabel staat; `geval` is de situatie van het advies erbij. */
export async function zetIndicatie(
  p: Proefwerkplek,
  actor: Actor,
  catalogus: Catalogus,
  onderzoek: Proefzaak & { id: string },
  i: {
    tabel: string
    product: string
    van: string
    tot?: string
    geval?: unknown
    vervangt?: string
    afwijking?: string
    motiveringen?: Json
    op?: Date
  },
): Promise<string> {
  const nu = i.op ?? p.klok.nu
  const wie = { gemeente: actor.gemeente, inwoner: onderzoek.inwoner }
  const [id, voorziening, advies] = [nieuweId(nu), nieuweId(nu), i.geval === undefined ? null : nieuweId(nu)]
  await p.eigenaar
    .insertInto('voorziening')
    .values({ ...wie, id: voorziening, product: i.product, familie: 'proef', gemaakt_op: nu, gemaakt_door: actor.medewerker })
    .execute()
  if (advies)
    await p.eigenaar
      .insertInto('advies')
      .values({
        ...wie,
        id: advies,
        onderzoek: onderzoek.id,
        onderzoek_versie: 1,
        engine: 'test',
        catalogus_hash: catalogus.hash,
        keuzes_hash: 'test',
        geval: JSON.stringify(i.geval),
        resultaat: '{}',
        gegeven_op: nu,
        gegeven_door: actor.medewerker,
      })
      .execute()
  await p.eigenaar
    .insertInto('indicatie')
    .values({
      ...wie,
      id,
      voorziening,
      onderzoek: onderzoek.id,
      advies,
      tabel: i.tabel,
      product: i.product,
      catalogus_hash: catalogus.hash,
      van: i.van,
      tot: i.tot ?? null,
      eenheid: 'uur',
      minuten_per_week: 60,
      dagdelen_per_week: null,
      omvang: '{}',
      afwijking_motivering: i.afwijking ?? null,
      waarschuwing_motiveringen: JSON.stringify(i.motiveringen ?? []),
      stapeling: '{}',
      vervangt: i.vervangt ?? null,
      vastgesteld_op: nu,
      vastgesteld_door: actor.medewerker,
    })
    .execute()
  return id
}
