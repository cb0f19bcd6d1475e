/** Uitval: wat er in het berichtenverkeer mis ging, als werklijst voor mensen. */
import * as z from 'zod'
import { behandelUitval } from '#actions/berichten/inzage/behandel-uitval.ts'
import { leesUitval, leesUitvalwerk } from '#actions/berichten/inzage/lees-uitval.ts'
import { geteldeBladzijde, idparams, telquery } from '../dossier/vormen.ts'
import { maakRoute, type Routes } from '../route.ts'
import { stapsoortvorm, uitvalregel, uitvalsoortvorm, uitvalvorm } from './uitvalvormen.ts'

const onderdeel = 'Berichten'

export const uitvalroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/uitval',
    onderdeel,
    samenvatting: 'Wat mis ging en iemand moet bekijken; open werk het oudste eerst',
    query: z.object({
      ...telquery,
      stand: z.enum(['open', 'klaar']).default('open'),
      soort: uitvalsoortvorm.optional(),
      code: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
      aanbieder: z
        .string()
        .regex(/^\d{8}$/)
        .optional(),
      behandelaar: z
        .union([z.enum(['ik', 'niemand']), z.uuid()])
        .optional()
        .meta({ description: '`ik`, `niemand` of een collega.' }),
    }),
    antwoord: geteldeBladzijde(uitvalregel),
    doe: ({ dienst, aanroep, query }) => leesUitvalwerk(dienst, aanroep, query),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/uitval/:id',
    onderdeel,
    samenvatting: 'Eén geval: wat er mis is, hoe dat meestal komt, wat te doen, en wat eraan gedaan is',
    params: idparams,
    antwoord: uitvalvorm,
    versieVan: (u) => u.versie,
    doe: ({ dienst, aanroep, params }) => leesUitval(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/uitval/:id/stappen',
    onderdeel,
    samenvatting: 'Oppakken, aan een collega geven, terugleggen, afhandelen, heropenen, of iets opmerken',
    params: idparams,
    lichaam: z.strictObject({
      soort: stapsoortvorm,
      naar: z.uuid().nullable().optional().meta({ description: 'Bij overdragen: aan wie.' }),
      toelichting: z.string().max(1000).nullable().optional().meta({ description: 'Verplicht bij afhandelen en bij een opmerking.' }),
    }),
    antwoord: uitvalvorm,
    vraagtVersie: true,
    versieVan: (u) => u.versie,
    doe: ({ dienst, aanroep, params, lichaam, versie }) => behandelUitval(dienst, aanroep, params.id, versie, lichaam),
  })
}
