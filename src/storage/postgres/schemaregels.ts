/**
 * Leest de catalogustabellen van PostgreSQL en noemt alles wat niet verdeeld over `gemeente` kan draaien (Citus), of wat de
 * rij-beveiliging openlaat. De test van het schema en `meedoen database controleer` gebruiken dezelfde regels.
 */
import type pg from 'pg'
import { approl } from './rollen.ts'
import { alleenToevoegen, buitenGemeente, landelijk, schemas } from './tabellijst.ts'

export type Bevinding = { readonly regel: string; readonly object: string; readonly tekst: string }
type Vraag = Pick<pg.Pool | pg.PoolClient, 'query'>
type Regel = { readonly regel: string; readonly tekst: string; readonly sql: string }

/** Alle overtredingen; leeg is goed. */
export async function schemaBevindingen(db: Vraag): Promise<Bevinding[]> {
  const { rowCount } = await db.query('select from pg_roles where rolname = $1', [approl])
  if (!rowCount) return [{ regel: 'APPROL', object: approl, tekst: 'de rol van de app bestaat niet' }]
  const bevindingen: Bevinding[] = []
  for (const { regel, tekst, sql } of regels) {
    const { rows } = await db.query<{ object: string }>(`${tabellen} ${sql}`, [...waarden])
    for (const { object } of rows) bevindingen.push({ regel, object, tekst })
  }
  return bevindingen
}

const waarden = [buitenGemeente, landelijk, alleenToevoegen, schemas, approl]

/** `tabel`: alle tabellen van het schema public; `binnen` hoort bij een gemeente. `kol` is de plaats van de kolom gemeente. */
const tabellen = `
  with parameters as (select $1::text[] as buiten, $2::text[] as landelijk, $3::text[] as toevoegen, $4::text[] as schemas, $5::text as app),
  tabel as (
    select c.oid, c.relname, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.relname <> all (p.buiten) as binnen,
      (select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'gemeente' and not a.attisdropped) as kol
    from pg_class c, parameters p where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')),
  verwijzing as (
    select f.conname, f.conkey, f.confkey, f.confdeltype, f.confupdtype, van.relname, van.binnen, van.kol,
      naar.relname as doel, naar.binnen as doelbinnen, naar.kol as doelkol
    from pg_constraint f join tabel van on van.oid = f.conrelid join tabel naar on naar.oid = f.confrelid where f.contype = 'f')`

/** Per rij gevraagd, of één keer per opdracht. */
const binding = `'(gemeente = mijn_gemeente())', '(gemeente = ( SELECT mijn_gemeente() AS mijn_gemeente))'`

const verdeelbaar: readonly Regel[] = [
  {
    regel: 'KOLOM',
    tekst: 'een tabel met zaakgegevens heeft een kolom gemeente char(4) not null',
    sql: `select t.relname as object from tabel t where t.binnen and not exists (select from pg_attribute a where a.attrelid = t.oid
      and a.attnum = t.kol and a.attnotnull and a.atttypid = 'bpchar'::regtype and a.atttypmod = 8)`,
  },
  {
    regel: 'SLEUTEL',
    tekst: 'de primaire sleutel begint met gemeente',
    sql: `select t.relname as object from tabel t where t.binnen
      and not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = t.kol)`,
  },
  {
    regel: 'UNIEK',
    tekst: 'een unieke index begint met gemeente',
    sql: `select i.indexrelid::regclass::text as object from pg_index i join tabel t on t.oid = i.indrelid
      where t.binnen and not i.indisprimary and (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from t.kol`,
  },
  {
    regel: 'VERWIJZING',
    tekst: 'een verwijzing tussen tabellen met zaakgegevens draagt aan beide kanten gemeente',
    sql: `select v.relname || '.' || v.conname as object from verwijzing v where v.binnen and v.doelbinnen
      and not exists (select from unnest(v.conkey, v.confkey) as paar (van, naar) where paar.van = v.kol and paar.naar = v.doelkol)`,
  },
  {
    regel: 'VERWIJZING_LEEGT',
    tekst: 'een verwijzing mag bij verwijderen of wijzigen geen sleutel leegmaken of meewijzigen',
    sql: `select v.relname || '.' || v.conname as object from verwijzing v where v.binnen and (v.confdeltype in ('n', 'd') or v.confupdtype <> 'a')`,
  },
  {
    regel: 'VERWIJZING_NAAR_BUITEN',
    tekst: 'zaakgegevens verwijzen buiten de gemeente alleen naar landelijke lijsten',
    sql: `select v.relname || '.' || v.conname as object from verwijzing v, parameters p
      where v.binnen and not v.doelbinnen and v.doel <> all (p.landelijk)`,
  },
  {
    regel: 'VERWIJZING_NAAR_BINNEN',
    tekst: 'een tabel buiten de gemeente verwijst niet naar zaakgegevens, en een landelijke lijst alleen naar een andere',
    sql: `select v.relname || '.' || v.conname as object from verwijzing v, parameters p
      where not v.binnen and (v.doelbinnen or (v.relname = any (p.landelijk) and v.doel <> all (p.landelijk)))`,
  },
  {
    regel: 'TRIGGER',
    tekst: 'er zijn geen triggers',
    sql: `select t.relname || '.' || g.tgname as object from pg_trigger g join tabel t on t.oid = g.tgrelid where not g.tgisinternal`,
  },
  {
    regel: 'SCHEMA',
    tekst: 'tabellen staan alleen in de schema’s van deze toepassing',
    sql: `select n.nspname || '.' || c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace, parameters p
      where c.relkind in ('r', 'p', 'f', 'm') and n.nspname <> all (p.schemas) and n.nspname !~ '^(pg_|information_schema$|citus)'`,
  },
]

const rijbeveiliging: readonly Regel[] = [
  {
    regel: 'RIJBEVEILIGING',
    tekst: 'rij-beveiliging staat aan en geldt ook voor de eigenaar (force)',
    sql: `select t.relname as object from tabel t where t.binnen and not (t.relrowsecurity and t.relforcerowsecurity)`,
  },
  {
    regel: 'BINDING',
    tekst: 'een beperkende regel bindt elke opdracht van iedereen aan mijn_gemeente(), bij lezen en bij schrijven',
    sql: `select t.relname as object from tabel t where t.binnen and not exists (select from pg_policy b where b.polrelid = t.oid
      and not b.polpermissive and b.polcmd = '*' and b.polroles = '{0}' and pg_get_expr(b.polqual, t.oid) in (${binding})
      and pg_get_expr(b.polwithcheck, t.oid) in (${binding}))`,
  },
  {
    regel: 'TOEGANG',
    tekst: 'er is minstens één regel die toegang geeft',
    sql: `select t.relname as object from tabel t where t.binnen and not exists (select from pg_policy b where b.polrelid = t.oid and b.polpermissive)`,
  },
  {
    regel: 'WEERGAVE',
    tekst: 'een weergave leest met de rechten van wie vraagt (security_invoker), en een opgeslagen weergave kan dat niet',
    sql: `select c.relname as object from pg_class c where c.relnamespace = 'public'::regnamespace
      and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']))`,
  },
  {
    regel: 'FUNCTIE',
    tekst: 'een functie met de rechten van de eigenaar heeft een vast zoekpad en is niet van iedereen',
    sql: `select f.oid::regprocedure::text as object from pg_proc f where f.pronamespace = 'public'::regnamespace and f.prosecdef
      and (not exists (select from unnest(f.proconfig) c where c like 'search_path=%')
        or exists (select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) r where r.grantee = 0))`,
  },
  {
    regel: 'EIGENAAR',
    tekst: 'de eigenaar van de tabellen heeft BYPASSRLS: migraties, bewaren en de functies van het aanmelden lezen alle gemeenten',
    sql: `select distinct r.rolname as object from tabel t join pg_roles r on r.oid = t.relowner where not (r.rolbypassrls or r.rolsuper)`,
  },
]

const rechtenVanDeApp: readonly Regel[] = [
  {
    regel: 'APPROL',
    tekst: 'de rol van de app is geen superuser, omzeilt niets en maakt geen rollen of databases',
    sql: `select r.rolname as object from pg_roles r, parameters p where r.rolname = p.app
      and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)`,
  },
  {
    regel: 'APPROL_LID',
    tekst: 'de rol van de app is geen lid van een andere rol',
    sql: `select m.roleid::regrole::text as object from pg_auth_members m, parameters p where m.member = p.app::regrole`,
  },
  {
    regel: 'APPROL_BEZIT',
    tekst: 'de rol van de app bezit niets',
    sql: `select pg_describe_object(d.classid, d.objid, 0) as object from pg_shdepend d, parameters p
      where d.refclassid = 'pg_authid'::regclass and d.refobjid = p.app::regrole and d.deptype = 'o'
        and d.dbid in (0, (select oid from pg_database where datname = current_database()))
        and not exists (select from pg_class c where d.classid = 'pg_class'::regclass and c.oid = d.objid and c.relpersistence = 't')`,
  },
  {
    regel: 'APPROL_MAAKT',
    tekst: 'de rol van de app mag in geen schema iets maken',
    sql: `select n.nspname as object from pg_namespace n, parameters p
      where n.nspname !~ '^(pg_|information_schema$)' and has_schema_privilege(p.app, n.oid, 'create')`,
  },
  {
    regel: 'APPROL_LEEGT',
    tekst: 'de rol van de app mag geen tabel leegmaken (truncate gaat langs de rij-beveiliging), verwijzen of triggers zetten',
    sql: `select t.relname as object from tabel t, parameters p where has_table_privilege(p.app, t.oid, 'truncate, references, trigger')`,
  },
  {
    regel: 'ALLEEN_TOEVOEGEN',
    tekst: 'de rol van de app mag hier alleen lezen en toevoegen',
    sql: `select t.relname as object from tabel t, parameters p where t.relname = any (p.toevoegen)
      and (has_table_privilege(p.app, t.oid, 'delete') or has_any_column_privilege(p.app, t.oid, 'update'))`,
  },
  {
    regel: 'MIGRATIES',
    tekst: 'de rol van de app schrijft niet in de lijst van migraties',
    sql: `select t.relname as object from tabel t, parameters p
      where t.relname = 'migratie' and has_table_privilege(p.app, t.oid, 'insert, update, delete')`,
  },
]

const regels = [...verdeelbaar, ...rijbeveiliging, ...rechtenVanDeApp]
