import { afterAll, describe, expect, inject, it } from 'vitest'
import { schemaBevindingen } from './schemaregels.ts'
import { alleenToevoegen, buitenGemeente } from './tabellijst.ts'
import { maakTestdatabase } from './testdatabase.testhulp.ts'
import { metDatabase } from './testserver.testhulp.ts'
import { metVerbinding } from './verbinding.ts'

const database = await maakTestdatabase()
afterAll(() => database.sluit())

it('het schema kan verdeeld over gemeente draaien en laat de rij-beveiliging nergens open', async () => {
  expect(await schemaBevindingen(database.eigenaar)).toEqual([])
})

it('elke tabel in de lijsten bestaat: een hernoemde tabel valt niet stil uit de regels', async () => {
  const { rows } = await database.eigenaar.query(`select tablename from pg_tables where schemaname = 'public'`)
  expect([...buitenGemeente, ...alleenToevoegen].filter((naam) => !rows.some((r) => r.tablename === naam))).toEqual([])
})

/** Een tabel die aan alles voldoet; elke proef hieronder breekt er één ding aan. */
const goed = `
  create table proef (gemeente char(4) not null references gemeente (code), id uuid not null, ander uuid, primary key (gemeente, id),
    foreign key (gemeente, ander) references proef (gemeente, id));
  alter table proef enable row level security; alter table proef force row level security;
  create policy gemeente on proef as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
  create policy lezen on proef for select using (true);`

async function proef(sql: string): Promise<string[]> {
  const client = await database.eigenaar.connect()
  try {
    await client.query(`begin; ${goed} ${sql}`)
    return (await schemaBevindingen(client)).map((b) => `${b.regel} ${b.object}`)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Als beheerder van de server: rollen veranderen, in een transactie die weer teruggaat. */
const proefAlsBeheerder = (sql: string) =>
  metVerbinding(metDatabase(inject('testserver').beheer, database.naam), async (client) => {
    await client.query(`begin; ${sql}`)
    const bevindingen = await schemaBevindingen(client)
    await client.query('rollback')
    return bevindingen.map((b) => `${b.regel} ${b.object}`)
  })

describe('elke regel ziet wat hij moet zien', () => {
  it('een goede tabel geeft geen bevinding', async () => expect(await proef('')).toEqual([]))

  it.each([
    ['KOLOM', 'create table zonder (id uuid primary key)', 'zonder'],
    ['KOLOM', 'create table te_lang (gemeente char(5) primary key)', 'te_lang'],
    ['SLEUTEL', 'alter table proef drop constraint proef_pkey cascade; alter table proef add primary key (id, gemeente)', 'proef'],
    ['UNIEK', 'create unique index los on proef (id)', 'los'],
    ['UNIEK', 'create unique index los on proef (lower(id::text), gemeente)', 'los'],
    [
      'VERWIJZING',
      'alter table proef add unique (gemeente, ander, id), add zaak uuid, add hier char(4), add constraint kruis foreign key (hier, zaak) references zaak (gemeente, id)',
      'proef.kruis',
    ],
    [
      'VERWIJZING_LEEGT',
      'alter table proef add zaak uuid, add constraint leeg foreign key (gemeente, zaak) references zaak (gemeente, id) on delete set null',
      'proef.leeg',
    ],
    [
      'VERWIJZING_NAAR_BUITEN',
      'alter table proef add i uuid, add constraint naar foreign key (i) references identiteit (id)',
      'proef.naar',
    ],
    [
      'VERWIJZING_NAAR_BINNEN',
      'alter table sessie add constraint naar foreign key (gemeente, medewerker) references medewerker (gemeente, id)',
      'sessie.naar',
    ],
    [
      'VERWIJZING_NAAR_BINNEN',
      'alter table gemeente add i uuid, add constraint naar foreign key (i) references identiteit (id)',
      'gemeente.naar',
    ],
    [
      'TRIGGER',
      `create function doe() returns trigger language plpgsql as 'begin return new; end'; create trigger t before insert on proef for each row execute function doe()`,
      'proef.t',
    ],
    ['SCHEMA', 'create schema elders; create table elders.los (x int)', 'elders.los'],
    ['RIJBEVEILIGING', 'alter table proef no force row level security', 'proef'],
    ['RIJBEVEILIGING', 'alter table proef disable row level security', 'proef'],
    ['BINDING', 'drop policy gemeente on proef', 'proef'],
    [
      'BINDING',
      'drop policy gemeente on proef; create policy gemeente on proef using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente())',
      'proef',
    ],
    [
      'BINDING',
      'drop policy gemeente on proef; create policy gemeente on proef as restrictive for select using (gemeente = mijn_gemeente())',
      'proef',
    ],
    [
      'BINDING',
      'drop policy gemeente on proef; create policy gemeente on proef as restrictive using (gemeente = mijn_gemeente() or true) with check (gemeente = mijn_gemeente())',
      'proef',
    ],
    ['TOEGANG', 'drop policy lezen on proef', 'proef'],
    ['WEERGAVE', 'create view kijk as select * from proef', 'kijk'],
    ['WEERGAVE', 'create materialized view kijk as select * from proef', 'kijk'],
    ['FUNCTIE', `create function f() returns int language sql security definer set search_path = public as 'select 1'`, 'f()'],
    [
      'FUNCTIE',
      `create function f() returns int language sql security definer as 'select 1'; revoke all on function f() from public`,
      'f()',
    ],
    ['APPROL_MAAKT', 'grant create on schema public to meedoen_app', 'public'],
    ['APPROL_LEEGT', 'grant truncate on proef to meedoen_app', 'proef'],
    ['ALLEEN_TOEVOEGEN', 'grant delete on audit to meedoen_app', 'audit'],
    ['ALLEEN_TOEVOEGEN', 'grant update (soort) on audit to meedoen_app', 'audit'],
    ['MIGRATIES', 'grant insert on migratie to meedoen_app', 'migratie'],
  ])('%s: %s', async (regel, sql, object) => {
    expect(await proef(sql)).toEqual(expect.arrayContaining([`${regel} ${object}`]))
  })
  it.each([
    ['APPROL', 'alter role meedoen_app bypassrls', 'meedoen_app'],
    ['APPROL', 'alter role meedoen_app createrole', 'meedoen_app'],
    ['APPROL_LID', 'grant meedoen_eigenaar to meedoen_app', 'meedoen_eigenaar'],
    ['APPROL_BEZIT', 'alter table zaak owner to meedoen_app', 'table zaak'],
    ['EIGENAAR', 'alter role meedoen_eigenaar nobypassrls', 'meedoen_eigenaar'],
  ])('%s: %s', async (regel, sql, object) => {
    expect(await proefAlsBeheerder(sql)).toEqual(expect.arrayContaining([`${regel} ${object}`]))
  })
})
