/** Beheer: medewerkers, teams, sessies en achtergrondwerk. */
import * as z from 'zod'
import { leesEenMedewerker, leesMedewerkers, voegMedewerkerToe, wijzigMedewerker } from '#actions/beheer/medewerkers.ts'
import { beeindigSessie, leesSessies } from '#actions/beheer/sessies.ts'
import { leesTeamsBeheer, maakTeam, wijzigTeam } from '#actions/beheer/teams.ts'
import { leesWachtrij, probeerOpnieuw } from '#actions/beheer/wachtrij.ts'
import { rollen } from '#core/dossier/rechtentabel.ts'
import { bladerquery, bladzijde, idparams, janee, verwijzing } from './dossier/vormen.ts'
import { maakRoute, type Routes } from './route.ts'

const onderdeel = 'Beheer'
const rollenvorm = z.array(z.enum(rollen))

const medewerkervorm = z
  .object({
    id: z.uuid(),
    versie: z.int(),
    naam: z.string(),
    aanmeldnaam: z.string().meta({ description: 'E-mailadres of nummer bij de aanmelddienst, in kleine letters.' }),
    rollen: rollenvorm,
    team: verwijzing.nullable(),
    actief: z.boolean().meta({ description: 'Of het account open is.' }),
    gekoppeld: z.boolean().meta({ description: 'Of er al iemand mee aanmeldde; het account is dan van die ene persoon.' }),
    uzelf: z.boolean(),
  })
  .meta({ id: 'Medewerker' })
const teamvorm = z.object({ id: z.uuid(), naam: z.string(), versie: z.int(), medewerkers: z.int() }).meta({ id: 'Team' })
const sessieregel = z
  .object({
    id: z.uuid(),
    medewerker: verwijzing,
    aangemeldOp: z.iso.datetime(),
    laatstGebruikt: z.iso.datetime(),
    verlooptOp: z.iso.datetime(),
    vanaf: z.string(),
    deze: z.boolean(),
  })
  .meta({ id: 'Sessieregel' })
const taakvorm = z
  .object({
    id: z.uuid(),
    soort: z.string(),
    titel: z.string(),
    stand: z.enum(['wacht', 'loopt', 'klaar', 'mislukt', 'gestopt']),
    onderwerp: z.string().nullable(),
    pogingen: z.int(),
    gemaaktOp: z.iso.datetime(),
    volgendeOp: z.iso.datetime().nullable(),
    klaarOp: z.iso.datetime().nullable(),
    fout: z.string().nullable(),
  })
  .meta({ id: 'Taak' })

export type Medewerkerantwoord = z.input<typeof medewerkervorm>
export type Teamantwoord = z.input<typeof teamvorm>
export type Sessieregelantwoord = z.input<typeof sessieregel>
export type Taakantwoord = z.input<typeof taakvorm>

export const beheerroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/medewerkers',
    onderdeel,
    samenvatting: 'Medewerkers met hun rollen, op naam',
    query: z.object({ ...bladerquery, cursor: z.uuid().optional(), zoek: z.string().max(100).optional(), ookGesloten: janee.optional() }),
    antwoord: bladzijde(medewerkervorm),
    doe: ({ dienst, aanroep, query }) => leesMedewerkers(dienst, aanroep, { ...query, ookGesloten: query.ookGesloten ?? false }),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/medewerkers',
    onderdeel,
    samenvatting: 'Een medewerker toevoegen',
    lichaam: z.strictObject({
      naam: z.string().max(200),
      aanmeldnaam: z.string().max(300),
      rollen: z.array(z.string()).max(20),
      team: z.uuid().nullable().default(null),
    }),
    antwoord: medewerkervorm,
    maakt: (b) => `/medewerkers/${b.id}`,
    eenmalig: true,
    versieVan: (m) => m.versie,
    doe: ({ dienst, aanroep, lichaam }) => voegMedewerkerToe(dienst, aanroep, lichaam),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/medewerkers/:id',
    onderdeel,
    samenvatting: 'Eén medewerker, ook met een gesloten account',
    params: idparams,
    antwoord: medewerkervorm,
    versieVan: (m) => m.versie,
    doe: ({ dienst, aanroep, params }) => leesEenMedewerker(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'PATCH',
    pad: '/medewerkers/:id',
    onderdeel,
    samenvatting: 'Een medewerker wijzigen; alleen wat u meestuurt verandert. Niemand wijzigt zichzelf',
    params: idparams,
    lichaam: z.strictObject({
      naam: z.string().max(200).optional(),
      aanmeldnaam: z.string().max(300).optional(),
      rollen: z.array(z.string()).max(20).optional(),
      team: z.uuid().nullable().optional(),
      actief: z.boolean().optional(),
      gekoppeld: z.literal(false).optional().meta({ description: 'Maakt het account los van wie het gebruikte.' }),
    }),
    antwoord: medewerkervorm,
    vraagtVersie: true,
    versieVan: (m) => m.versie,
    doe: ({ dienst, aanroep, params, versie, lichaam }) => wijzigMedewerker(dienst, aanroep, params.id, versie, lichaam),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/teams',
    onderdeel,
    samenvatting: 'Teams, met hoeveel mensen er werken',
    antwoord: z.object({ items: z.array(teamvorm) }),
    doe: ({ dienst, aanroep }) => leesTeamsBeheer(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/teams',
    onderdeel,
    samenvatting: 'Een team maken',
    lichaam: z.strictObject({ naam: z.string().max(200) }),
    antwoord: teamvorm,
    maakt: (b) => `/teams/${b.id}`,
    eenmalig: true,
    versieVan: (t) => t.versie,
    doe: ({ dienst, aanroep, lichaam }) => maakTeam(dienst, aanroep, lichaam.naam),
  })
  maakRoute(api, {
    methode: 'PATCH',
    pad: '/teams/:id',
    onderdeel,
    samenvatting: 'Een team een andere naam geven',
    params: idparams,
    lichaam: z.strictObject({ naam: z.string().max(200) }),
    antwoord: teamvorm,
    vraagtVersie: true,
    versieVan: (t) => t.versie,
    doe: ({ dienst, aanroep, params, versie, lichaam }) => wijzigTeam(dienst, aanroep, params.id, versie, lichaam.naam),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/sessies',
    onderdeel,
    samenvatting: 'Wie nu is aangemeld, de laatste eerst',
    query: z.object({ ...bladerquery, cursor: z.uuid().optional() }),
    antwoord: bladzijde(sessieregel),
    doe: ({ dienst, aanroep, query, vraag }) => leesSessies(dienst, aanroep, { ...query, deze: vraag.sessie?.id ?? '' }),
  })
  maakRoute(api, {
    methode: 'DELETE',
    pad: '/sessies/:id',
    onderdeel,
    samenvatting: 'Een sessie beëindigen; dat geldt meteen',
    params: idparams,
    antwoord: z.null(),
    doe: ({ dienst, aanroep, params }) => beeindigSessie(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/wachtrij',
    onderdeel,
    samenvatting: 'Achtergrondwerk: wat mislukte eerst, dan het nieuwste; hoogstens 200',
    antwoord: z.object({ items: z.array(taakvorm) }),
    doe: ({ dienst, aanroep }) => leesWachtrij(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/wachtrij/:id/pogingen',
    onderdeel,
    samenvatting: 'Mislukt werk opnieuw proberen',
    params: idparams,
    antwoord: taakvorm,
    maakt: () => '/wachtrij',
    eenmalig: true,
    doe: ({ dienst, aanroep, params }) => probeerOpnieuw(dienst, aanroep, params.id),
  })
}
