/** Het werk van vandaag, bewaarde filters en noodtoegang. */
import * as z from 'zod'
import { bewaarFilter, leesFilters, wisFilter } from '#actions/dossier/filters.ts'
import { leesWerkvoorraad } from '#actions/dossier/lees-werkvoorraad.ts'
import { leesWlzsignalen } from '#actions/dossier/lees-wlzsignalen.ts'
import { beoordeelNoodtoegang, leesNoodtoegangen, vraagNoodtoegang } from '#actions/dossier/noodtoegang.ts'
import { stopNoodtoegang } from '#actions/dossier/stop-noodtoegang.ts'
import { openverzoek } from '../berichten/verzoekvormen.ts'
import { maakRoute, type Routes } from '../route.ts'
import {
  bladerquery,
  bladzijde,
  geteldeBladzijde,
  idparams,
  janee,
  naamvorm,
  telquery,
  verwijzing,
  wlzsignaal,
  zaakkop,
  zaakstap,
} from './vormen.ts'

const werkblok = z.object({ aantal: z.int(), items: z.array(zaakkop.extend({ nu: zaakstap })) })
const werksignaal = wlzsignaal.extend({ inwoner: z.object({ id: z.uuid(), naam: naamvorm }) })
const filtervorm = z
  .object({
    id: z.uuid(),
    zin: z.string(),
    keuze: z.object({
      behandelaar: z.string().nullable(),
      soort: z.string().nullable(),
      stand: z.string().nullable(),
      binnenDagen: z.int().nullable(),
      wacht: z.boolean().nullable(),
    }),
  })
  .meta({ id: 'Filter' })
const noodvorm = z
  .object({
    id: z.uuid(),
    versie: z.int(),
    inwoner: z.object({ id: z.uuid(), naam: naamvorm }),
    medewerker: verwijzing,
    reden: z.string(),
    van: z.iso.datetime(),
    tot: z.iso.datetime(),
    geldig: z.boolean(),
    gestopt: z.boolean().meta({ description: 'Eerder gestopt door wie haar vroeg.' }),
    beoordeling: z
      .object({
        oordeel: z.enum(['terecht', 'onterecht']),
        door: z.string().nullable(),
        op: z.iso.datetime(),
        toelichting: z.string().nullable(),
      })
      .nullable(),
    magBeoordelen: z.boolean(),
    magStoppen: z.boolean(),
  })
  .meta({ id: 'Noodtoegang' })

export const werkroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/werkvoorraad',
    onderdeel: 'Mijn werk',
    samenvatting: 'Wat vandaag aandacht vraagt, in blokken',
    query: z.object({ van: z.enum(['ik', 'team']).default('ik') }),
    antwoord: z.object({
      blokken: z.object({ vandaag: werkblok, bijnaTeLaat: werkblok, wachtOpIemand: werkblok, nieuw: werkblok, overig: werkblok }),
      signalen: z
        .object({ aantal: z.int(), items: z.array(werksignaal) })
        .meta({ description: 'Hulp die de Wlz raakt: hoeveel, en wat het langst speelt.' }),
      verzoeken: z
        .object({ aantal: z.int(), items: z.array(openverzoek) })
        .meta({ description: 'Van aanbieders, die op een beslissing wachten; wat het eerst moet bovenaan.' }),
      afgekapt: z.boolean(),
    }),
    doe: ({ dienst, aanroep, query }) => leesWerkvoorraad(dienst, aanroep, query.van),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/wlzsignalen',
    onderdeel: 'Mijn werk',
    samenvatting: 'Hulp die de Wlz raakt en aandacht vraagt; wat het langst speelt bovenaan',
    query: z.object({ ...telquery, van: z.enum(['ik', 'team']).default('ik') }),
    antwoord: geteldeBladzijde(werksignaal),
    doe: ({ dienst, aanroep, query }) => leesWlzsignalen(dienst, aanroep, query),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/filters',
    onderdeel: 'Mijn werk',
    samenvatting: 'Mijn bewaarde filters, elk als zin',
    antwoord: z.object({ items: z.array(filtervorm) }),
    doe: ({ dienst, aanroep }) => leesFilters(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/filters',
    onderdeel: 'Mijn werk',
    samenvatting: 'Een filter bewaren',
    lichaam: z.strictObject({ keuze: z.record(z.string(), z.unknown()) }),
    antwoord: filtervorm,
    maakt: (b) => `/filters/${b.id}`,
    eenmalig: true,
    doe: ({ dienst, aanroep, lichaam }) => bewaarFilter(dienst, aanroep, lichaam.keuze),
  })
  maakRoute(api, {
    methode: 'DELETE',
    pad: '/filters/:id',
    onderdeel: 'Mijn werk',
    samenvatting: 'Een filter weghalen',
    params: idparams,
    antwoord: z.null(),
    doe: ({ dienst, aanroep, params }) => wisFilter(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/noodtoegangen',
    onderdeel: 'Noodtoegang',
    samenvatting: 'Uw noodtoegangen; wie erop toeziet, ziet ze alle',
    query: z.object({ ...bladerquery, cursor: z.uuid().optional(), onbeoordeeld: janee.optional() }),
    antwoord: bladzijde(noodvorm),
    doe: ({ dienst, aanroep, query }) => leesNoodtoegangen(dienst, aanroep, query),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/noodtoegangen',
    onderdeel: 'Noodtoegang',
    samenvatting: 'Noodtoegang vragen: eerst de reden, acht uur geldig',
    lichaam: z.strictObject({ inwoner: z.uuid(), reden: z.string().max(500) }),
    antwoord: noodvorm,
    maakt: (b) => `/noodtoegangen/${b.id}`,
    eenmalig: true,
    versieVan: (n) => n.versie,
    doe: ({ dienst, aanroep, lichaam }) => vraagNoodtoegang(dienst, aanroep, lichaam.inwoner, lichaam.reden),
  })
  maakRoute(api, {
    methode: 'PATCH',
    pad: '/noodtoegangen/:id',
    onderdeel: 'Noodtoegang',
    samenvatting: 'Noodtoegang van een ander beoordelen; dat kan één keer',
    params: idparams,
    lichaam: z.strictObject({ oordeel: z.enum(['terecht', 'onterecht']), toelichting: z.string().max(1000).nullable().default(null) }),
    antwoord: noodvorm,
    vraagtVersie: true,
    versieVan: (n) => n.versie,
    doe: ({ dienst, aanroep, params, lichaam }) => beoordeelNoodtoegang(dienst, aanroep, params.id, lichaam),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/noodtoegangen/:id/stopverzoeken',
    onderdeel: 'Noodtoegang',
    samenvatting: 'De eigen noodtoegang nu beëindigen',
    params: idparams,
    antwoord: noodvorm,
    eenmalig: true,
    versieVan: (n) => n.versie,
    doe: ({ dienst, aanroep, params }) => stopNoodtoegang(dienst, aanroep, params.id),
  })
}
