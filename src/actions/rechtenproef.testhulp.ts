/**
 * Van alles één, in elke tabel: voor proeven die nagaan wie wat ziet. Per gemeente twee inwoners, elk met een heel dossier: `doel`,
 * waarmee de proefpersonen een relatie krijgen, en `ander`, waarmee niemand iets te maken heeft.
 */
import { vulBsnAan, type Bsn } from '#core/base/bsn.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Relatie, type Rol, relaties, rollen } from '#core/dossier/rechtentabel.ts'
import { maakBerichtproef } from './berichten/berichtproef.testhulp.ts'
import { zetIndicatie, zetOnderzoek } from './catalogus/proefcatalogus.testhulp.ts'
import type { Actor } from './handeling/dienst.ts'
import { nieuweId } from './handeling/id.ts'
import type { Proefwerkplek } from './proefwerkplek.testhulp.ts'

export type Dossier = {
  inwoner: string
  zaak: string
  onderzoek: string
  indicatie: string
  advies: string
  bezoek: string
  noodtoegang: string
  bericht: string
  uitval: string
}
export type Gemeenteproef = {
  gemeente: string
  doel: Dossier
  ander: Dossier
  simulatie: string
  auditcontrole: string
  filter: string
  sessie: string
  /** AGB-code van een aanbieder met een contract. */
  aanbieder: string
  team: string
  collega: string
}
export type Proefpersoon = { rol: Rol; relatie: Relatie; actor: Actor; aanmeldnaam: string }

const omvang = {
  opgave: {},
  uitkomst: { regels: [], normenkader: null, totaal: { minutenPerWeek: '60', afgerond: 60, inWoorden: '1 uur per week' } },
}
let bsns = 0
function nieuwBsn(): Bsn {
  for (;;) {
    const bsn = vulBsnAan(99_995_000 + bsns++)
    if (bsn) return bsn
  }
}

export async function vulGemeenteproef(p: Proefwerkplek, gemeente: string, catalogus: Catalogus): Promise<Gemeenteproef> {
  const nu = p.klok.nu
  const [teamDoel, teamAnder] = [await zetTeam(p, gemeente, 'Team Doel'), await zetTeam(p, gemeente, 'Team Ander')]
  const collega = await zetMedewerker(p, gemeente, { rollen: ['consulent'], team: null, aanmeldnaam: `collega-${gemeente}` })
  const maker: Actor = { gemeente, medewerker: collega, naam: 'Proef', rollen: ['consulent'], team: null }
  const doel = await zetDossier(p, { ...maker, team: teamDoel }, catalogus)
  const ander = await zetDossier(p, { ...maker, team: teamAnder }, catalogus)
  const [simulatie, auditcontrole, filter, audit, sessie, identiteit] = Array.from({ length: 6 }, () => nieuweId(nu)) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  await p.eigenaar
    .insertInto('filter')
    .values({ gemeente, id: filter, medewerker: collega, naam: 'Proef', lijst: 'zaken', keuze: '{}', gemaakt_op: nu })
    .execute()
  await p.eigenaar
    .insertInto('identiteit')
    .values({ id: identiteit, uitgever: 'proef', onderwerp: identiteit, naam: 'Proef', gemaakt_op: nu })
    .execute()
  await p.knoei(`
    insert into sessie (id, sleutel_hash, csrf, identiteit, gemeente, medewerker, gemaakt_op, laatst_op, verloopt_op)
      values ('${sessie}', sha256('${sessie}'), 'x', '${identiteit}', '${gemeente}', '${collega}', '${nu.toISOString()}', '${nu.toISOString()}', '2099-01-01');
    insert into simulatie (gemeente, id, vraag, stand, gevraagd_op, gevraagd_door)
      select p.gemeente, '${simulatie}', jsonb_build_object('vanaf', '2027-01-01', 'catalogus', p.catalogus, 'nu', k.kant, 'straks', k.kant,
        'wijziging', '{"versie": null, "instellingen": {}}'::jsonb), 'mislukt', '${nu.toISOString()}', '${collega}'
      from cataloguspublicatie p cross join lateral (select jsonb_build_object('versie', p.versie, 'hash', p.hash, 'instellingen', '{}'::jsonb) as kant) k
      where p.gemeente = '${gemeente}' limit 1;
    insert into simulatiegeval (gemeente, simulatie, poging, deel, tabel, van, naar, id)
      values ('${gemeente}', '${simulatie}', '${simulatie}', 'stapeling', '', 'past', 'past_niet', '${doel.inwoner}');
    insert into auditcontrole (gemeente, id, stand, gevraagd_op, gevraagd_door) values ('${gemeente}', '${auditcontrole}', 'wacht', '${nu.toISOString()}', '${collega}');
    insert into instellingkeuze (gemeente, id, sleutel, waarde, geldig_van, reden, gedaan_op, gedaan_door)
      values ('${gemeente}', '${nieuweId(nu)}', 'bestaat-niet', '"x"', '2999-01-01', 'Proef', '${nu.toISOString()}', '${collega}');
    insert into audit (gemeente, id, tijdstip, soort, uitkomst, inwoner, objecten, medewerker, rollen, doel, toegangspunt, correlatie)
      values ('${gemeente}', '${audit}', '${nu.toISOString()}', 'lezen', 'gelukt', '${doel.inwoner}', '[]', '${collega}', 'consulent', 'proef', 'proef', 'proef');
    insert into audit_open (gemeente, audit) values ('${gemeente}', '${audit}');
    insert into auditzegel (gemeente, volgnummer, audit, hash, verzegeld_op) values ('${gemeente}', 900001, '${audit}', sha256('x'), '${nu.toISOString()}');
    insert into outbox (gemeente, id, soort, gegevens, gemaakt_op, verwerkt_op) values ('${gemeente}', '${nieuweId(nu)}', 'proef', '{}', '${nu.toISOString()}', '${nu.toISOString()}');
    insert into idempotentie (gemeente, medewerker, sleutel, verzoek, gemaakt_op) values ('${gemeente}', '${collega}', 'proef-proef', sha256('x'), '${nu.toISOString()}');
    insert into zaaknummer (gemeente, jaar, laatste) values ('${gemeente}', 2026, 5000);`)
  const aanbieder = vulAgb(gemeente)
  const controle = nieuweId(nu)
  await p.knoei(`insert into ketencontrole (gemeente, id, gecontroleerd_op, aantallen) values ('${gemeente}', '${controle}', '${nu.toISOString()}', '{}');
    insert into ketenverschil (gemeente, controle, volg, soort, kenmerk, sinds) values ('${gemeente}', '${controle}', 0, 'proef', 'proef', '2026-01-01');
    insert into ketentermijnen (gemeente, berekend_op, vandaag, berichten, tellingen, verlopen)
      values ('${gemeente}', '${nu.toISOString()}', '2026-11-25', 0, '[]', '[]');
    insert into oefengedrag (gemeente, aanbieder, antwoord, wacht, eenheid, dubbel, laatste_eerst, gewijzigd_op)
      values ('${gemeente}', '${aanbieder}', 'neemt_aan', 0, 'dagen', false, false, '${nu.toISOString()}');
    insert into oefenantwoord (gemeente, id, bericht, dubbel, gespeeld_op)
      values ('${gemeente}', '${nieuweId(nu)}', '${doel.bericht}', false, '${nu.toISOString()}');
    insert into certificaatwerk (gemeente, naam, tot, gemeld_op) values ('${gemeente}', 'verzending', '2026-12-01', '${nu.toISOString()}')`)
  await p.knoei(
    `insert into contract (gemeente, id, aanbieder, naam, geladen_op) values ('${gemeente}', '${nieuweId(nu)}', '${aanbieder}', 'Proef', '${nu.toISOString()}')`,
  )
  return { gemeente, aanbieder, doel, ander, simulatie, auditcontrole, filter, sessie, team: teamAnder, collega }
}

/** Per gemeente een andere aanbieder. */
const vulAgb = (gemeente: string): string => `98${gemeente}32`

async function zetDossier(p: Proefwerkplek, actor: Actor, catalogus: Catalogus): Promise<Dossier> {
  const { gemeente } = actor
  const nu = p.klok.nu
  const [vraag] = Object.entries(catalogus.vragen).find(([, v]) => v.soort === 'janee') ?? []
  const o = await zetOnderzoek(p, { ...actor, medewerker: actor.medewerker }, catalogus, [{ vraag: vraag as string, waarde: 'ja' }])
  await p.eigenaar.updateTable('zaak').set({ behandelaar: null }).where('id', '=', o.zaak).execute()
  const [product] = Object.keys(catalogus.producten)
  const indicatie = await zetIndicatie(p, actor, catalogus, o, {
    tabel: 'proef',
    product: product as string,
    van: '2026-01-01',
    geval: { antwoorden: {} },
  })
  await p.eigenaar
    .updateTable('indicatie')
    .set({ omvang: JSON.stringify(omvang), onderzoek: null })
    .where('id', '=', indicatie)
    .execute()
  const advies = await p.eigenaar.selectFrom('advies').select('id').where('onderzoek', '=', o.id).executeTakeFirstOrThrow()
  const bsn = nieuwBsn()
  await p.eigenaar
    .updateTable('inwoner')
    .set({ bsn_index: p.dienst.kluis.index(bsn, gemeente), geen_bsn_reden: null })
    .where('id', '=', o.inwoner)
    .execute()
  const plek = { gemeente, inwoner: o.inwoner }
  await p.eigenaar
    .insertInto('inwoner_bsn')
    .values({ ...plek, ...p.dienst.kluis.versleutel(bsn, plek) })
    .execute()
  const bezoek = nieuweId(nu)
  await p.knoei(`
    insert into inwoner_gegevens (gemeente, inwoner, straat) values ('${gemeente}', '${o.inwoner}', 'Verzonnenstraat');
    insert into bezoek (gemeente, id, onderzoek, inwoner, datum, soort, gemaakt_op, gemaakt_door)
      values ('${gemeente}', '${bezoek}', '${o.id}', '${o.inwoner}', '2026-11-20', 'huisbezoek', '${nu.toISOString()}', '${actor.medewerker}');
    insert into gebeurtenis (gemeente, id, inwoner, indicatie, soort, datum, zin, gemaakt_op, gemaakt_door)
      values ('${gemeente}', '${nieuweId(nu)}', '${o.inwoner}', '${indicatie}', 'vastgesteld', '2026-01-01', 'Proef', '${nu.toISOString()}', '${actor.medewerker}');`)
  const noodtoegang = await zetNood(p, gemeente, o.inwoner, actor.medewerker)
  const bericht = await maakBerichtproef(p, gemeente).start(1, bsn)
  const { rows } = (await p.knoei(`select id from uitval where bericht = '${bericht}'`)) as { rows: { id: string }[] }
  const dossier = { inwoner: o.inwoner, zaak: o.zaak, onderzoek: o.id, indicatie, advies: advies.id }
  return { ...dossier, bezoek, noodtoegang, bericht, uitval: rows[0]?.id ?? '' }
}

async function zetNood(p: Proefwerkplek, gemeente: string, inwoner: string, medewerker: string): Promise<string> {
  const id = nieuweId(p.klok.nu)
  const [van, tot] = [p.klok.nu.toISOString(), new Date(p.klok.nu.getTime() + 3_600_000).toISOString()]
  await p.knoei(`insert into noodtoegang (gemeente, id, inwoner, medewerker, reden, van, tot)
    values ('${gemeente}', '${id}', '${inwoner}', '${medewerker}', 'Een reden van genoeg tekens', '${van}', '${tot}')`)
  return id
}

async function zetTeam(p: Proefwerkplek, gemeente: string, naam: string): Promise<string> {
  const id = nieuweId(p.klok.nu)
  await p.eigenaar.insertInto('team').values({ gemeente, id, naam }).execute()
  return id
}

async function zetMedewerker(
  p: Proefwerkplek,
  gemeente: string,
  m: { rollen: Rol[]; team: string | null; aanmeldnaam: string },
): Promise<string> {
  const id = nieuweId(p.klok.nu)
  await p.eigenaar
    .insertInto('medewerker')
    .values({ gemeente, id, identiteit: null, naam: 'Proef', ...m, gewijzigd_door: null })
    .execute()
  return id
}

/** Voor elke rol en elke relatie één medewerker, die deze relatie heeft tot `doel` en tot niemand anders. */
export async function zetProefpersonen(p: Proefwerkplek, g: Gemeenteproef): Promise<Proefpersoon[]> {
  const los = await zetTeam(p, g.gemeente, 'Team Los')
  const { team: teamDoel } = await p.eigenaar
    .selectFrom('inwoner')
    .select('team')
    .where('id', '=', g.doel.inwoner)
    .executeTakeFirstOrThrow()
  const personen: Proefpersoon[] = []
  for (const rol of rollen)
    for (const relatie of relaties) {
      const team = relatie === 'team' ? teamDoel : los
      const aanmeldnaam = `proef-matrix-${rol}-${relatie}`
      const medewerker = await zetMedewerker(p, g.gemeente, { rollen: [rol], team, aanmeldnaam })
      if (relatie === 'nood') await zetNood(p, g.gemeente, g.doel.inwoner, medewerker)
      if (relatie === 'eigen') await zetEigenZaak(p, g, medewerker)
      personen.push({ rol, relatie, aanmeldnaam, actor: { gemeente: g.gemeente, medewerker, naam: 'Proef', rollen: [rol], team } })
    }
  return personen
}

/** Een tweede zaak van dezelfde inwoner, bij deze medewerker; `uiterlijk` rekent de database zelf uit. */
const zetEigenZaak = (p: Proefwerkplek, g: Gemeenteproef, medewerker: string) =>
  p.knoei(`insert into zaak (gemeente, id, nummer, inwoner, soort, stand, kanaal, gemeld_door, ontvangen_op, plan_tot, onderzoek_uiterlijk,
      behandelaar, team, gemaakt_op, gewijzigd_op, gewijzigd_door)
    select gemeente, '${nieuweId(p.klok.nu)}', 'eigen ${medewerker}', inwoner, soort, stand, kanaal, gemeld_door, ontvangen_op, plan_tot,
      onderzoek_uiterlijk, '${medewerker}', team, gemaakt_op, gewijzigd_op, gewijzigd_door
    from zaak where gemeente = '${g.gemeente}' and id = '${g.doel.zaak}'`)
