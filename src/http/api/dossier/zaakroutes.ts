/** Zaken: melding vastleggen, zoeken, openen, bijwerken en overdragen. */
import * as z from 'zod'
import { draagOver, draagVeelOver, MEESTE_TEGELIJK } from '#actions/dossier/draag-over.ts'
import { legGebeurtenisVast } from '#actions/dossier/leg-gebeurtenis-vast.ts'
import { leesCollegas } from '#actions/dossier/lees-collegas.ts'
import { leesZaak } from '#actions/dossier/lees-zaak.ts'
import { maakMelding } from '#actions/dossier/maak-melding.ts'
import { wijzigZaak } from '#actions/dossier/wijzig-zaak.ts'
import { zoekZaken } from '#actions/dossier/zoek-zaken.ts'
import { zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import { zaaksoorten } from '#core/dossier/melding.ts'
import { maakRoute, type Routes } from '../route.ts'
import { dag, geteldeBladzijde, idparams, janee, telquery, verwijzing, zaakkop, zaakvorm } from './vormen.ts'

const onderdeel = 'Zaken'
const vrij = z.string().nullable().optional()
const sleutels = <T extends object>(tabel: T) => Object.keys(tabel) as [string, ...string[]]

const doel = {
  behandelaar: z.uuid().nullable().default(null).meta({ description: 'Naar deze collega.' }),
  team: z.uuid().nullable().default(null).meta({ description: 'Of naar dit team, zonder behandelaar.' }),
  reden: z.string().max(300).nullable().default(null),
}

export const zaakroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/zaken',
    onderdeel,
    samenvatting: 'Zaken zoeken, de eerste termijn bovenaan',
    query: z.object({
      ...telquery,
      behandelaar: z
        .union([z.enum(['ik', 'team', 'niemand', 'alle']), z.uuid()])
        .optional()
        .meta({ description: 'ik, team, niemand, alle, of een collega.' }),
      stand: z.enum(sleutels(zaakstanden)).optional(),
      soort: z.enum(sleutels(zaaksoorten)).optional(),
      uiterlijkVoor: dag.optional().meta({ description: 'De lopende termijn, van onderzoek of besluit, eindigt op deze dag of eerder.' }),
      ontvangenNa: dag.optional().meta({ description: 'Ontvangen op deze dag of later.' }),
      wacht: janee.optional(),
      zoek: z.string().max(100).optional().meta({ description: 'Nummer, of begin van de naam.' }),
      inwoner: z.uuid().optional(),
      ookAfgesloten: janee.optional(),
    }),
    antwoord: geteldeBladzijde(zaakkop),
    doe: ({ dienst, aanroep, query }) => zoekZaken(dienst, aanroep, query),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/zaken',
    onderdeel,
    samenvatting: 'Een melding of ander verzoek vastleggen; de termijnen gaan lopen',
    lichaam: z.strictObject({
      inwoner: z.string(),
      soort: vrij,
      kanaal: vrij,
      gemeldDoor: vrij,
      ontvangenOp: vrij,
      hulpvraag: vrij,
      behandelaar: vrij,
      team: vrij,
    }),
    antwoord: z.object({
      id: z.uuid(),
      versie: z.int(),
      nummer: z.string(),
      inwoner: z.uuid(),
      planTot: z.iso.date(),
      onderzoekUiterlijk: z.iso.date(),
      team: verwijzing.nullable(),
      teOpenen: z.boolean(),
    }),
    maakt: (b) => `/zaken/${b.id}`,
    eenmalig: true,
    versieVan: (b) => b.versie,
    doe: ({ dienst, aanroep, lichaam }) => maakMelding(dienst, aanroep, lichaam),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/zaken/:id',
    onderdeel,
    samenvatting: 'Een zaak met haar verloop en de volgende stap',
    params: idparams,
    antwoord: zaakvorm,
    versieVan: (b) => b.versie,
    doe: ({ dienst, aanroep, params }) => leesZaak(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'PATCH',
    pad: '/zaken/:id',
    onderdeel,
    samenvatting: 'De hulpvraag wijzigen',
    params: idparams,
    lichaam: z.strictObject({ hulpvraag: z.string() }),
    antwoord: zaakvorm,
    vraagtVersie: true,
    versieVan: (b) => b.versie,
    doe: ({ dienst, aanroep, params, versie, lichaam }) => wijzigZaak(dienst, aanroep, params.id, versie, lichaam),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/zaken/:id/gebeurtenissen',
    onderdeel,
    samenvatting: 'Vastleggen wat er gebeurde; de stand volgt. Met `vervangt` een verbetering, met soort `vervallen` ongedaan maken',
    params: idparams,
    lichaam: z.strictObject({
      soort: z.string(),
      datum: z.string(),
      gegevens: z.record(z.string(), z.unknown()).optional(),
      vervangt: vrij,
    }),
    antwoord: zaakvorm,
    maakt: (b) => `/zaken/${b.id}`,
    eenmalig: true,
    vraagtVersie: true,
    versieVan: (b) => b.versie,
    doe: ({ dienst, aanroep, params, versie, lichaam }) => legGebeurtenisVast(dienst, aanroep, params.id, versie, lichaam),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/zaken/:id/overdrachten',
    onderdeel,
    samenvatting: 'Een zaak overdragen aan een collega of team, of zelf overnemen',
    params: idparams,
    lichaam: z.strictObject(doel),
    antwoord: z.object({ zaak: zaakvorm, gebeurtenis: z.uuid() }),
    maakt: (b) => `/zaken/${b.zaak.id}`,
    eenmalig: true,
    vraagtVersie: true,
    versieVan: (b) => b.zaak.versie,
    doe: ({ dienst, aanroep, params, versie, lichaam }) => draagOver(dienst, aanroep, params.id, versie, lichaam),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/overdrachten',
    onderdeel,
    samenvatting: 'Veel zaken tegelijk overdragen; per zaak een uitslag',
    lichaam: z.strictObject({
      ...doel,
      zaken: z
        .array(z.strictObject({ id: z.uuid(), versie: z.int().nullable().default(null) }))
        .min(1)
        .max(MEESTE_TEGELIJK),
    }),
    antwoord: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          gelukt: z.boolean(),
          nummer: z.string().nullable(),
          versie: z.int().nullable(),
          gebeurtenis: z.uuid().nullable(),
          weigering: z.object({ code: z.string(), tekst: z.string(), watNu: z.string().nullable() }).nullable(),
        }),
      ),
    }),
    maakt: () => '/zaken',
    eenmalig: true,
    doe: ({ dienst, aanroep, lichaam: { zaken, ...opdracht } }) => draagVeelOver(dienst, aanroep, zaken, opdracht),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/collegas',
    onderdeel,
    samenvatting: 'Aan wie u werk kunt geven',
    antwoord: z.object({
      behandelaars: z.array(z.object({ id: z.uuid(), naam: z.string(), team: z.string().nullable() })),
      teams: z.array(verwijzing),
    }),
    doe: ({ dienst, aanroep }) => leesCollegas(dienst, aanroep),
  })
}
