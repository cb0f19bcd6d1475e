/** Berichten van de keten: zoeken, lezen, en of het verkeer loopt. Een BSN staat alleen in een lichaam, nooit in een adres. */
import * as z from 'zod'
import { haalBestand, vraagBestand } from '#actions/berichten/inzage/haal-bestand.ts'
import { leesBericht } from '#actions/berichten/inzage/lees-bericht.ts'
import { leesDeclaratieregels } from '#actions/berichten/inzage/lees-declaratie.ts'
import { leesVerkeer } from '#actions/berichten/inzage/lees-verkeer.ts'
import { leesXml, toonBerichtbsn } from '#actions/berichten/inzage/lees-xml.ts'
import { zoekBerichten, zoekBerichtenOpBsn } from '#actions/berichten/inzage/zoek-berichten.ts'
import { stuurOpnieuw } from '#actions/berichten/vervolg/stuur-opnieuw.ts'
import { trekToewijzingenIn, verbeterBericht } from '#actions/berichten/vervolg/verander-toewijzing.ts'
import { oefenAntwoord } from '#actions/simulator/oefenen.ts'
import { bladerquery, bladzijde, dag, geteldeBladzijde, idparams, telquery } from '../dossier/vormen.ts'
import { maakBestandroute } from '../bestandroute.ts'
import { maakRoute, type Routes } from '../route.ts'
import {
  berichtregel,
  bestandsvraagvorm,
  berichtvorm,
  declaratieregel,
  metBsnVorm,
  richtingvorm,
  standvorm,
  verkeervorm,
  vervolgvorm,
  xmlvorm,
} from './vormen.ts'

const onderdeel = 'Berichten'

export const berichtroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/berichten',
    onderdeel,
    samenvatting: 'Berichten van en naar aanbieders, het laatste eerst',
    query: z.object({
      ...telquery,
      richting: richtingvorm.optional(),
      bericht: z
        .string()
        .regex(/^WMO3\d\d$/)
        .optional()
        .meta({ description: 'Soort bericht, zoals WMO305.' }),
      stand: standvorm.optional(),
      code: z
        .string()
        .regex(/^\d{4}$/)
        .optional()
        .meta({ description: 'Retourcode: het bericht, het antwoord met deze code, en waar dat over gaat.' }),
      aanbieder: z
        .string()
        .regex(/^\d{8}$/)
        .optional()
        .meta({ description: 'AGB-code.' }),
      inwoner: z.uuid().optional(),
      van: dag.optional().meta({ description: 'Eerste dag waarop het bericht is vastgelegd.' }),
      tot: dag.optional(),
    }),
    antwoord: geteldeBladzijde(berichtregel),
    doe: ({ dienst, aanroep, query }) => zoekBerichten(dienst, aanroep, query),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichtzoekopdrachten',
    onderdeel,
    samenvatting: 'Berichten over een burgerservicenummer, ook van wie niet in het dossier staat',
    lichaam: z.strictObject({ bsn: z.string(), cursor: bladerquery.cursor, limiet: z.int().min(1).max(200).default(50) }),
    antwoord: bladzijde(berichtregel),
    doe: ({ dienst, aanroep, lichaam }) => zoekBerichtenOpBsn(dienst, aanroep, lichaam),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/berichten/:id',
    onderdeel,
    samenvatting: 'Een bericht zoals mensen het lezen, met retourcodes in gewone taal en wat erbij hoort',
    params: idparams,
    antwoord: berichtvorm,
    doe: ({ dienst, aanroep, params }) => leesBericht(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/berichten/:id/xml',
    onderdeel,
    samenvatting: 'De XML van een bericht, met afgeschermde burgerservicenummers',
    params: idparams,
    antwoord: xmlvorm,
    doe: ({ dienst, aanroep, params }) => leesXml(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/bestandsvragen',
    onderdeel,
    samenvatting: 'Het bestand vragen om mee te nemen, ook als het te groot is om te tonen; wordt vastgelegd met de reden',
    params: idparams,
    lichaam: z.strictObject({ reden: z.string().max(500) }),
    antwoord: bestandsvraagvorm,
    doe: ({ dienst, aanroep, params, lichaam }) => vraagBestand(dienst, aanroep, params.id, lichaam.reden),
  })

  maakBestandroute(api, {
    pad: '/berichten/:id/bestand',
    onderdeel,
    samenvatting: 'Het bestand zoals het binnenkwam of uitging, met burgerservicenummers',
    params: idparams,
    query: z.object({ bewijs: z.string().max(2000) }),
    soort: 'application/xml',
    doe: ({ dienst, aanroep, params, query }) => haalBestand(dienst, aanroep, params.id, query.bewijs),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/berichten/:id/declaratieregels',
    onderdeel,
    samenvatting: 'De regels van een declaratie in de volgorde van het bericht, zonder cliënten',
    params: idparams,
    query: z.object({ ...bladerquery, alleen: z.enum(['afgekeurd']).optional() }),
    antwoord: bladzijde(declaratieregel),
    doe: ({ dienst, aanroep, params, query }) => leesDeclaratieregels(dienst, aanroep, params.id, query),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/bsn-inzagen',
    onderdeel,
    samenvatting: 'Het bericht met leesbare burgerservicenummers; wordt vastgelegd met de reden',
    params: idparams,
    lichaam: z.strictObject({ reden: z.string().max(500) }),
    antwoord: metBsnVorm,
    doe: ({ dienst, aanroep, params, lichaam }) => toonBerichtbsn(dienst, aanroep, params.id, lichaam.reden),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/berichttellingen',
    onderdeel,
    samenvatting: 'Aantallen per dag en wat er nu wacht, zonder bericht of persoon',
    query: z.object({ van: dag, tot: dag.meta({ description: 'Hoogstens 92 dagen.' }) }),
    antwoord: verkeervorm,
    doe: ({ dienst, aanroep, query }) => leesVerkeer(dienst, aanroep, query),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/verzendingen',
    onderdeel,
    samenvatting: 'Een bericht van ons opnieuw versturen: dezelfde bytes, hetzelfde nummer',
    params: idparams,
    antwoord: berichtvorm,
    eenmalig: true,
    doe: ({ dienst, aanroep, params }) => stuurOpnieuw(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/oefenantwoorden',
    onderdeel,
    samenvatting: 'Oefenen in een proefgemeente: het antwoord van de aanbieder naspelen',
    params: idparams,
    lichaam: z.strictObject({ wat: z.enum(['neemt_aan', 'keurt_af', 'antwoordt_dubbel']), code: z.string().max(4).optional() }),
    antwoord: berichtvorm,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) => oefenAntwoord(dienst, aanroep, params.id, lichaam),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/verbeteringen',
    onderdeel,
    samenvatting: 'Een nieuw bericht in plaats van dit: met de gegevens van nu, en zo nodig een andere einddatum of een ander totaal',
    params: idparams,
    lichaam: z.strictObject({
      toewijzingen: z
        .array(z.strictObject({ nummer: z.int(), tot: dag.optional(), volume: z.int().min(1).max(99_999_999).optional() }))
        .max(100)
        .default([]),
    }),
    antwoord: vervolgvorm,
    maakt: ({ bericht }) => `/berichten/${bericht}`,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) => verbeterBericht(dienst, aanroep, params.id, lichaam.toewijzingen),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/intrekkingen',
    onderdeel,
    samenvatting: 'Toewijzingen uit dit bericht intrekken (verwijderd, reden 13), met een nieuw bericht',
    params: idparams,
    lichaam: z.strictObject({ nummers: z.array(z.int()).min(1).max(100), reden: z.string().trim().min(10).max(500) }),
    antwoord: vervolgvorm,
    maakt: ({ bericht }) => `/berichten/${bericht}`,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) => trekToewijzingenIn(dienst, aanroep, params.id, lichaam),
  })
}
