/** Het document en de werkelijkheid: elke route gaf een geslaagd antwoord dat erin past, en het document volgt de API Design Rules. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gemeenteproef, vulGemeenteproef } from '#actions/rechtenproef.testhulp.ts'
import { alsAntwoorden, vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Handeling, rollen } from '#core/dossier/rechtentabel.ts'
import { magDoen } from '#core/dossier/rechten.ts'
import { document, leesContract } from './contract.testhulp.ts'
import { eenInwoner, eenMelding, maakInwoner, maakMelding, teamVan } from './dossier/dossier.testhulp.ts'
import { maakProefserver, type Antwoord, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'
import { type Objecten, routeproeven } from './rechtenroutes.testhulp.ts'

let s: Proefserver
let g: Gemeenteproef
const wie: Record<string, Proefgebruiker> = {}
beforeAll(async () => {
  s = await maakProefserver()
  await s.metWachtrij()
  g = await vulGemeenteproef(s, s.gemeenten[0]?.code as string, catalogus())
  for (const rol of rollen) wie[rol] = await s.meldAan(rol)
})
afterAll(() => s.sluit())
const catalogus = () => s.uitgaven[0]?.versies.at(-1) as Catalogus

const versie = (n: number) => ({ 'if-match': `"v${n}"` })
const rol = (naam: string) => wie[naam] as Proefgebruiker

/** Wie een leesroute altijd mag. */
function lezer(handeling: Handeling | readonly Handeling[] | 'ieder'): Proefgebruiker {
  const gevonden = ['toezichthouder', 'administratie', ...rollen].find(
    (r) =>
      handeling === 'ieder' ||
      [handeling]
        .flat()
        .some((h) => magDoen({ gemeente: '9901', medewerker: 'x', rollen: [r as never] }, h as Handeling, { gemeente: '9901' }).ok),
  )
  return rol(gevonden ?? 'consulent')
}

/** Elke schrijfroute één keer zoals het hoort, achter elkaar als een dag werk. */
async function eenDagWerk(): Promise<Record<string, Antwoord>> {
  const uit: Record<string, Antwoord> = {}
  const doe = async (naam: string, ik: Proefgebruiker, pad: string, lichaam?: object, koppen?: Record<string, string>) => {
    const a = await ik.roep(naam.split(' ')[0] as 'POST', pad, lichaam, koppen)
    uit[naam] = a
    return a.lichaam
  }
  const [con, tea, adm, ctr, toe, beh] = rollen.map(rol) as Proefgebruiker[] & { length: 6 }
  if (!con || !tea || !adm || !ctr || !toe || !beh) throw new Error('elke rol is er')
  // Dossier
  const inwoner = await doe('POST /inwoners', con, '/inwoners', eenInwoner())
  await doe('PATCH /inwoners/{id}', con, `/inwoners/${inwoner.id}`, { woonplaats: 'Elders' }, versie(1))
  await doe('POST /inwonerzoekopdrachten', adm, '/inwonerzoekopdrachten', { bsn: '999990019' })
  await doe('POST /inwoners/{id}/bsn-inzagen', con, `/inwoners/${inwoner.id}/bsn-inzagen`, { reden: 'controle' })
  const zaak = await doe('POST /zaken', con, '/zaken', eenMelding(inwoner.id))
  await doe('PATCH /zaken/{id}', con, `/zaken/${zaak.id}`, { hulpvraag: 'Anders' }, versie(1))
  await doe(
    'POST /zaken/{id}/gebeurtenissen',
    con,
    `/zaken/${zaak.id}/gebeurtenissen`,
    { soort: 'melding_bevestigd', datum: '2026-11-03' },
    versie(2),
  )
  const ander = await maakMelding(con, (await maakInwoner(con)).id)
  const zuid = await s.meldAan('consulent', undefined, 1)
  const team = await teamVan(zuid)
  await doe('POST /zaken/{id}/overdrachten', tea, `/zaken/${ander.id}/overdrachten`, { team, reden: 'Verhuisd naar zuid' }, versie(1))
  await doe('POST /overdrachten', tea, '/overdrachten', {
    team,
    reden: 'Drukte in noord',
    zaken: [{ id: (await maakMelding(con, (await maakInwoner(con)).id)).id }],
  })
  const filter = await doe('POST /filters', con, '/filters', { keuze: { behandelaar: 'ik' } })
  await doe('DELETE /filters/{id}', con, `/filters/${filter.id}`)
  const nood = await doe('POST /noodtoegangen', con, '/noodtoegangen', { inwoner: g.doel.inwoner, reden: 'Een spoedgeval deze nacht' })
  await doe('POST /noodtoegangen/{id}/stopverzoeken', con, `/noodtoegangen/${nood.id}/stopverzoeken`)
  await doe('PATCH /noodtoegangen/{id}', tea, `/noodtoegangen/${nood.id}`, { oordeel: 'terecht' }, versie(1))
  // Onderzoek en indicatie
  const onderzoek = await doe('POST /zaken/{id}/onderzoeken', con, `/zaken/${zaak.id}/onderzoeken`)
  const gesprek = { datum: '2026-11-20', soort: 'huisbezoek' }
  const bezoek = await doe('POST /onderzoeken/{id}/bezoeken', con, `/onderzoeken/${onderzoek.id}/bezoeken`, gesprek)
  await doe('PATCH /bezoeken/{id}', con, `/bezoeken/${bezoek.id}`, { ...gesprek, datum: '2026-11-19' }, versie(1))
  await doe('POST /bezoeken/{id}/intrekkingen', con, `/bezoeken/${bezoek.id}/intrekkingen`, { reden: 'Dubbel vastgelegd' }, versie(2))
  const vignet = vignetMet(catalogus(), (v) =>
    Object.values(v.verwacht ?? {}).some(
      (w) => w.uitkomst === 'product' && w.product && catalogus().producten[w.product]?.eenheid === 'uur',
    ),
  )
  const nu = (await con.roep('GET', `/onderzoeken/${onderzoek.id}`)).lichaam.versie
  const bewaard = await doe(
    'POST /onderzoeken/{id}/antwoorden',
    con,
    `/onderzoeken/${onderzoek.id}/antwoorden`,
    { antwoorden: alsAntwoorden(vignet) },
    versie(nu),
  )
  const [tabel, verwacht] = Object.entries(vignet.verwacht ?? {}).find(([, w]) => w.uitkomst === 'product') as [string, { product: string }]
  const voorstel = {
    tabel,
    product: verwacht.product,
    van: '2026-12-01',
    tot: '2027-11-30',
    omvang: {
      regels: [{ activiteit: 'Plannen van de week', minuten: 60, keer: { aantal: 1, per: 'week' }, soort: 'norm', resultaat: 'overzicht' }],
      onderbouwing: { capaciteiten: 'Kan zelf lezen.', situatie: 'Woont alleen.' },
    },
  }
  const stel = (motiveringen: object[]) =>
    doe(
      'POST /onderzoeken/{id}/indicaties',
      con,
      `/onderzoeken/${onderzoek.id}/indicaties`,
      { ...voorstel, motiveringen },
      versie(bewaard.versie),
    )
  let indicatie = await stel([])
  if (indicatie.code === 'MOTIVERING_ONTBREEKT')
    indicatie = await stel(
      indicatie.huidig.teMotiveren.map((m: { sleutel: string }) => ({ sleutel: m.sleutel, motivering: 'Besproken en passend.' })),
    )
  await doe('POST /indicaties/{id}/gebeurtenissen', con, `/indicaties/${indicatie.id}/gebeurtenissen`, {
    soort: 'gestart',
    datum: '2026-12-01',
  })
  await doe('POST /adviezen/{id}/herhalingen', con, `/adviezen/${indicatie.advies}/herhalingen`)
  await doe('POST /onderzoeken/{id}/afdrukken', con, `/onderzoeken/${onderzoek.id}/afdrukken`)
  const versieNu = (await con.roep('GET', `/onderzoeken/${onderzoek.id}`)).lichaam.versie
  await doe('PATCH /onderzoeken/{id}', con, `/onderzoeken/${onderzoek.id}`, { afgerond: true }, versie(versieNu))
  for (const pad of ['', '/catalogus', '/advies', '/samenvatting']) await con.roep('GET', `/onderzoeken/${onderzoek.id}${pad}`)
  await con.roep('GET', `/indicaties/${indicatie.id}`)
  await con.roep('GET', `/inwoners/${inwoner.id}/tijdlijn`)
  // Berichten
  await doe('POST /berichtzoekopdrachten', adm, '/berichtzoekopdrachten', { bsn: '999990019' })
  await doe('POST /berichten/{id}/bsn-inzagen', adm, `/berichten/${g.doel.bericht}/bsn-inzagen`, { reden: 'Vergelijken met de aanbieder' })
  const vraag = await doe('POST /berichten/{id}/bestandsvragen', adm, `/berichten/${g.doel.bericht}/bestandsvragen`, {
    reden: 'Vergelijken met de aanbieder',
  })
  await doe('GET /berichten/{id}/bestand', adm, `/berichten/${g.doel.bericht}/bestand?bewijs=${vraag.bewijs}`)
  await doe('POST /uitval/{id}/stappen', adm, `/uitval/${g.doel.uitval}/stappen`, { soort: 'opgepakt' }, versie(1))
  // Catalogus en toezicht
  await doe('POST /auditcontroles', toe, '/auditcontroles')
  // Beheer
  const medewerker = await doe('POST /medewerkers', beh, '/medewerkers', {
    naam: 'Nieuw Proef',
    aanmeldnaam: 'nieuw@gemeente.example',
    rollen: ['consulent'],
  })
  await doe('PATCH /medewerkers/{id}', beh, `/medewerkers/${medewerker.id}`, { naam: 'Anders Proef' }, versie(1))
  const nieuwTeam = await doe('POST /teams', beh, '/teams', { naam: 'Team West' })
  await doe('PATCH /teams/{id}', beh, `/teams/${nieuwTeam.id}`, { naam: 'Team Oost' }, versie(1))
  await doe('DELETE /sessies/{id}', beh, `/sessies/${g.sessie}`)
  const taak = randomUUID()
  await s.knoei(`insert into pgboss.job (id, name, data, state, output, retry_limit, policy) values ('${taak}', 'simulatie',
    '{"gemeente":"${g.gemeente}","id":"${randomUUID()}"}', 'failed', '{"message":"weg"}', 2, 'standard')`)
  await doe('POST /wachtrij/{id}/pogingen', beh, `/wachtrij/${taak}/pogingen`)
  await s.knoei(`update simulatie set stand = 'wacht' where id = '${g.simulatie}'`)
  await doe('POST /simulaties/{id}/stopverzoeken', ctr, `/simulaties/${g.simulatie}/stopverzoeken`)
  return uit
}

describe('elk antwoord past in het document', () => {
  it('elke leesroute, met gegevens erin', async () => {
    const o: Objecten = {
      ...g.doel,
      medewerker: g.collega,
      team: g.team,
      sessie: g.sessie,
      taak: randomUUID(),
      filter: g.filter,
      simulatie: g.simulatie,
      auditcontrole: g.auditcontrole,
      aanbieder: g.aanbieder,
    }
    for (const [naam, proef] of Object.entries(routeproeven)) {
      // Een bestand vraagt eerst een bewijs; dat is een schrijfroute.
      if (!naam.startsWith('GET') || ['GET /catalogusverschillen', 'GET /berichten/{id}/bestand'].includes(naam)) continue
      const a = await lezer(proef.handeling).roep('GET', proef.verzoek(o).pad)
      expect([naam, a.status]).toEqual([naam, 200])
    }
  })

  it('elke schrijfroute, zoals het hoort gedaan', async () => {
    const mislukt = Object.entries(await eenDagWerk()).filter(([, a]) => a.status >= 400)
    expect(mislukt.map(([naam, a]) => [naam, a.status, a.lichaam.detail])).toEqual([])
  })

  it('wat gemaakt is staat op de plaats die het antwoord noemt', async () => {
    const con = rol('consulent')
    const inwoner = await con.roep('POST', '/inwoners', eenInwoner())
    const zaak = await con.roep('POST', '/zaken', eenMelding(inwoner.lichaam.id))
    for (const gemaakt of [inwoner, zaak]) {
      const plaats = String(gemaakt.koppen.location)
      expect(plaats).toMatch(new RegExp(`^/api/v1/(inwoners|zaken)/${gemaakt.lichaam.id}$`))
      expect((await con.roep('GET', plaats.replace('/api/v1', ''))).lichaam.id).toBe(gemaakt.lichaam.id)
    }
  })

  it('samen is dat elke route', async () => {
    // Publiceren, lezingen en doorrekenen vragen een catalogus met een volgende versie; hun eigen proef doet dat, langs hetzelfde contract.
    // Toewijzen vraagt een geladen contract; ook die handeling heeft haar eigen proef.
    const elders = [
      'GET /catalogusverschillen',
      'POST /cataloguspublicaties',
      'POST /instellingkeuzes',
      'POST /simulaties',
      'POST /indicaties/{id}/toewijzingen',
      'POST /berichten/{id}/antwoorden',
      'POST /berichten/{id}/terugnames',
      'POST /berichten/{id}/verzendingen',
      'POST /berichten/{id}/oefenantwoorden',
      'POST /oefenopdrachten',
      'POST /oefenrondes',
      'POST /berichten/{id}/verbeteringen',
      'POST /berichten/{id}/intrekkingen',
      'POST /indicaties/{id}/toewijzingsvoorstellen',
      'POST /indicaties/{id}/opdrachten',
      'POST /contractvoorstellen',
      'POST /contracten',
      'POST /ketencontroles',
      'POST /ketentermijnberekeningen',
    ]
    const alle = leesContract((await document(s)) as never).routes
    expect(alle.filter((r) => !s.gezien.has(`${r} gelukt`) && !elders.includes(r))).toEqual([])
  })
})
