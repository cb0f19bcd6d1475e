/** Een eigen database voor de meting: gemeenten met teams, consulenten, verzonnen inwoners en zaken. Nooit in de map van de gebruiker. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { meldAan, openSessie } from '#actions/aanmelden/sessie.ts'
import { importeerInwoners } from '#actions/beheer/importeer-inwoners.ts'
import { richtIn } from '#actions/demo/proefgemeenten.ts'
import { verzinBsn, verzinPersoon } from '#actions/demo/verzonnen-persoon.ts'
import type { Dienst } from '#actions/handeling/dienst.ts'
import { leesAlleCatalogi, type Uitgave } from '#actions/lees-catalogi.ts'
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { maakToeval } from '#core/base/toeval.ts'
import { zorgVoorGemeente } from '#storage/inrichting.ts'
import { maakKluis, type Kluis } from '#storage/kluis.ts'
import { type Ingebouwd, startIngebouwd } from '#storage/postgres/launcher.ts'
import { maakPool } from '#storage/postgres/verbinding.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { werkDatabaseBij } from '#storage/werk-bij.ts'

export type Meetplek = {
  readonly server: Ingebouwd
  readonly app: pg.Pool
  readonly eigenaar: pg.Pool
  readonly eigenaarTx: Tx
  readonly dienst: Dienst
  readonly kluis: Kluis
  readonly sleutel: Buffer
  readonly indexsleutel: Buffer
  /** De catalogus die in elke gemeente geldt. */
  readonly eerste: Uitgave
  sluit(): Promise<void>
}

/** Een lege, gemigreerde database op een eigen ingebouwde server, in de tijdelijke map. */
export async function maakMeetplek(): Promise<Meetplek> {
  const map = mkdtempSync(join(tmpdir(), 'meedoen-bench-'))
  chmodSync(map, 0o755) // als root draait de server onder een andere gebruiker
  // Ruimere buffers dan de kale instelling, zoals een beheerder ze zet; voor elke kandidaat gelijk.
  const server = await startIngebouwd({ map, instellingen: ['shared_buffers=512MB', 'max_wal_size=4GB', 'checkpoint_timeout=30min'] })
  const app = maakPool(server.app, 'meting', { max: 4 })
  const eigenaar = maakPool(server.eigenaar, 'meting eigenaar', { max: 2 })
  await werkDatabaseBij(eigenaar)
  const [sleutel, indexsleutel] = [randomBytes(32), randomBytes(32)]
  const kluis = maakKluis({ actief: 's1', sleutels: { s1: sleutel }, indexsleutel })
  const nu = () => new Date()
  const catalogi = fileURLToPath(new URL('../catalogi', import.meta.url))
  const dienst: Dienst = {
    db: maakKysely(app),
    kluis,
    nu,
    vandaag: () => datumVanTijdstip(vanMs(nu().getTime())),
    catalogi,
    versie: 'bench',
  }
  const uitgaven = await leesAlleCatalogi(catalogi)
  const eerste = uitgaven.ok ? uitgaven.value[0] : undefined
  if (!eerste) throw new Error('de meegeleverde catalogi laden niet')
  return {
    server,
    eerste,
    app,
    eigenaar,
    eigenaarTx: maakKysely(eigenaar),
    dienst,
    kluis,
    sleutel,
    indexsleutel,
    async sluit() {
      await Promise.all([app.end(), eigenaar.end()])
      await server.stop()
      rmSync(map, { recursive: true, force: true })
    },
  }
}

export type Gemeenteopgave = { readonly code: string; readonly inwoners: number; readonly teams: number; readonly perTeam: number }

/** Teams en consulenten; de eerste twee teams en zeven mensen zijn die van elke proefgemeente. */
export async function maakGemeente(plek: Meetplek, o: Gemeenteopgave): Promise<void> {
  const { eerste } = plek
  await zorgVoorGemeente(plek.eigenaarTx, { code: o.code, naam: `Meetgemeente ${o.code}`, catalogus: eerste.id, verzonnen: true })
  await richtIn(plek.dienst.db, o.code, eerste.versies.slice(-1), plek.dienst.nu())
  await plek.eigenaar.query(
    `with t as (insert into team (gemeente, id, naam) select $1, gen_random_uuid(), 'Team ' || n from generate_series(3, $2::int) n)
     select 1`,
    [o.code, o.teams],
  )
  await plek.eigenaar.query(
    `insert into medewerker (gemeente, id, aanmeldnaam, naam, team, rollen)
     select $1, gen_random_uuid(), 'meet-' || t.naam || '-' || n, 'Meet Proef ' || n, t.id, array['consulent']
     from team t, generate_series(1, $2::int) n where t.gemeente = $1`,
    [o.code, o.perTeam],
  )
}

export const importkop =
  'achternaam;voorvoegsel;voornamen;voorletters;geboortedatum;woonplaats;bsn;geen_bsn_reden;straat;huisnummer;postcode;telefoon;geheim_adres;team'

/** Regels van een importbestand; de nummers bestaan alleen tijdens het draaien. */
export async function* inwonerregels(van: number, aantal: number, teams: readonly string[], zaad: number): AsyncGenerator<string> {
  const toeval = maakToeval(zaad)
  const dag = datumVanTijdstip(vanMs(Date.UTC(2026, 0, 1)))
  yield `${importkop}\n`
  for (let n = 0; n < aantal; ) {
    let stuk = ''
    for (const einde = Math.min(n + 1_000, aantal); n < einde; n++) {
      const p = verzinPersoon(van + n, dag, toeval)
      stuk += `${p.achternaam};${p.voorvoegsel ?? ''};${p.voornamen};${p.voorletters};${p.geboortedatum};Proefdam;${p.bsn ?? ''};${p.bsn ? '' : 'nog_niet_bekend'};Proefstraat;${1 + (n % 400)};1234 AB;06 12345678;${p.geheimAdres ? 'ja' : 'nee'};${teams[n % teams.length] ?? ''}\n`
    }
    yield stuk
  }
}

/** Inwoners langs de eigen import, en bij elke derde een open zaak van iemand uit zijn team. */
export async function vulGemeente(plek: Meetplek, o: Gemeenteopgave, van: number): Promise<void> {
  const { rows } = await plek.eigenaar.query<{ naam: string }>('select naam from team where gemeente = $1 order by naam', [o.code])
  const bron = inwonerregels(
    van,
    o.inwoners,
    rows.map((r) => r.naam),
    7,
  )
  const gedaan = await importeerInwoners(plek.dienst, plek.app, { gemeente: o.code, bron, toegangspunt: 'meting' })
  if (!gedaan.ok) throw new Error(JSON.stringify(gedaan.fout.fouten.slice(0, 3)))
  await plek.eigenaar.query(
    `with i as (select i.*, row_number() over (order by i.id) n from inwoner i where i.gemeente = $1),
       m as (select id, team, row_number() over (partition by team order by id) - 1 k, count(*) over (partition by team) aantal
             from medewerker where gemeente = $1 and team is not null)
     insert into zaak (gemeente, id, nummer, inwoner, soort, stand, kanaal, gemeld_door, ontvangen_op, plan_tot, onderzoek_uiterlijk,
       behandelaar, team, gemaakt_op, gewijzigd_op, gewijzigd_door)
     select $1, gen_random_uuid(), '2026-' || lpad(i.n::text, 6, '0'), i.id, 'melding', (array['ontvangen', 'bevestigd', 'onderzoek'])[1 + i.n % 3], 'telefoon', 'inwoner',
       current_date - (i.n % 40)::int, current_date - (i.n % 40)::int + 7, current_date - (i.n % 40)::int + 42, m.id, i.team, now(), now(), m.id
     from i join m on m.team = i.team and m.k = i.n % m.aantal where (i.n / 3) % 3 = 0`,
    [o.code],
  )
}

/** Een aangemelde consulent, met inwoners van zijn team en het BSN van een deel van hen. */
export type Meetsessie = {
  readonly cookie: string
  readonly csrf: string
  readonly gemeente: string
  readonly medewerker: string
  readonly team: string
  readonly inwoners: readonly string[]
  readonly bsns: readonly string[]
  readonly zaken: readonly string[]
}

export async function maakSessies(plek: Meetplek, gemeente: string, hoeveel: number, van: number, inwoners: number): Promise<Meetsessie[]> {
  const { rows } = await plek.eigenaar.query<{ id: string; naam: string; team: string }>(
    `select id, naam, team from medewerker where gemeente = $1 and aanmeldnaam like 'meet-%' order by aanmeldnaam limit $2`,
    [gemeente, hoeveel],
  )
  const sessies: Meetsessie[] = []
  for (const m of rows) {
    const optie = { gemeente, gemeentenaam: '', medewerker: m.id, naam: m.naam, rollen: ['consulent'] }
    const aangemeld = await meldAan(plek.dienst, {
      uitgever: 'demo',
      onderwerp: m.id,
      naam: m.naam,
      optie,
      correlatie: 'meting',
      toegangspunt: 'meting',
    })
    if (!aangemeld.ok) throw new Error(aangemeld.fout.tekst)
    const cookie = aangemeld.value.sleutel
    const sessie = await openSessie(plek.dienst, cookie)
    const eigen = await plek.eigenaar.query<{ id: string }>(
      'select id from inwoner where gemeente = $1 and team = $2 order by zoeknaam, id limit 500',
      [gemeente, m.team],
    )
    const zaken = await plek.eigenaar.query<{ id: string }>('select id from zaak where gemeente = $1 and team = $2 limit 200', [
      gemeente,
      m.team,
    ])
    sessies.push({
      cookie,
      csrf: sessie?.csrf as string,
      gemeente,
      medewerker: m.id,
      team: m.team,
      inwoners: eigen.rows.map((r) => r.id),
      bsns: Array.from({ length: 100 }, (_, i) => verzinBsn(van + ((i * 7919) % inwoners))),
      zaken: zaken.rows.map((r) => r.id),
    })
  }
  return sessies
}

/** Zoals een server die al een tijd draait: statistieken bij, en de tabellen opgeschoond. */
export const brengTotRust = (plek: Meetplek): Promise<unknown> =>
  plek.eigenaar.query('vacuum (analyze)').then(() => plek.eigenaar.query('checkpoint').catch(() => undefined))
