/** Eerst zien wat een wijziging doet: doorrekenen op alles wat loopt, met voortgang, te stoppen. */
import * as z from 'zod'
import { leesSimulatiegevallen } from '#actions/catalogus/lees-simulatiegevallen.ts'
import { leesEenSimulatie, leesSimulatielijst, stopEenSimulatie } from '#actions/catalogus/lees-simulaties.ts'
import { vraagSimulatie } from '#actions/catalogus/vraag-simulatie.ts'
import { bladerquery, bladzijde, dag, idparams } from '../dossier/vormen.ts'
import { maakRoute, type Routes } from '../route.ts'
import { simulatiegeval, simulatievorm, waarden } from './vormen.ts'

const onderdeel = 'Catalogusbeheer'

export const simulatieroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/simulaties',
    onderdeel,
    samenvatting: 'Doorrekeningen, de laatste eerst',
    query: z.object(bladerquery),
    antwoord: bladzijde(simulatievorm),
    doe: ({ dienst, aanroep, query }) => leesSimulatielijst(dienst, aanroep, query),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/simulaties',
    onderdeel,
    samenvatting: 'Een andere versie of andere lezingen doorrekenen op alles wat loopt',
    lichaam: z.strictObject({ vanaf: dag, versie: z.string().max(100).optional(), instellingen: waarden.optional() }),
    antwoord: simulatievorm,
    maakt: (b) => `/simulaties/${b.id}`,
    eenmalig: true,
    doe: ({ dienst, aanroep, lichaam }) => vraagSimulatie(dienst, aanroep, lichaam),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/simulaties/:id',
    onderdeel,
    samenvatting: 'Hoe ver een doorrekening is, en wat eruit komt',
    params: idparams,
    antwoord: simulatievorm,
    doe: ({ dienst, aanroep, params }) => leesEenSimulatie(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/simulaties/:id/gevallen',
    onderdeel,
    samenvatting: 'Wie er achter één getal zitten, zoals de doorrekening het zag; voor wie de zaken van de hele gemeente mag zien',
    params: idparams,
    query: z.object({
      ...bladerquery,
      deel: z.enum(['onderzoeken', 'indicaties', 'stapeling']),
      tabel: z.string().max(100).default('').meta({ description: 'Leeg bij stapeling.' }),
      van: z.string().max(200).meta({ description: 'De uitkomst nu, zoals in `overgangen`.' }),
      naar: z.string().max(200).meta({ description: 'De uitkomst dan.' }),
    }),
    antwoord: bladzijde(simulatiegeval),
    doe: ({ dienst, aanroep, params, query }) => leesSimulatiegevallen(dienst, aanroep, params.id, query),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/simulaties/:id/stopverzoeken',
    onderdeel,
    samenvatting: 'Een doorrekening stoppen',
    params: idparams,
    antwoord: simulatievorm,
    doe: ({ dienst, aanroep, params }) => stopEenSimulatie(dienst, aanroep, params.id),
  })
}
