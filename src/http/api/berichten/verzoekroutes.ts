/** Verzoeken van aanbieders: wat op een beslissing wacht, en erop antwoorden. */
import * as z from 'zod'
import { beantwoordVerzoek } from '#actions/berichten/verzoek/beantwoord-verzoek.ts'
import { leesVerzoeken, telVerzoeken } from '#actions/berichten/verzoek/lees-verzoeken.ts'
import { geteldeBladzijde, idparams, telquery } from '../dossier/vormen.ts'
import { maakRoute, type Routes } from '../route.ts'
import { neemAntwoordTerug } from '#actions/berichten/verzoek/neem-antwoord-terug.ts'
import { antwoordopgave, openverzoek, verzoekantwoord, verzoektellingen } from './verzoekvormen.ts'

const onderdeel = 'Berichten'

export const verzoekroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/verzoeken',
    onderdeel,
    samenvatting: 'Verzoeken van aanbieders die op een beslissing wachten; wat het eerst beslist moet zijn bovenaan',
    query: z.object({
      ...telquery,
      stand: z.enum(['open', 'in_onderzoek', 'te_laat']).optional(),
      aanbieder: z
        .string()
        .regex(/^\d{8}$/)
        .optional()
        .meta({ description: 'AGB-code.' }),
      van: z
        .enum(['ik', 'team'])
        .optional()
        .meta({ description: '`ik`: van inwoners die u helpt, en van uw team wat niemand heeft. `team`: van uw team.' }),
    }),
    antwoord: geteldeBladzijde(openverzoek),
    doe: ({ dienst, aanroep, query }) => leesVerzoeken(dienst, aanroep, query),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/verzoektellingen',
    onderdeel,
    samenvatting: 'Hoeveel verzoeken er wachten, in onderzoek zijn en te laat zijn, zonder bericht of persoon',
    antwoord: verzoektellingen,
    doe: ({ dienst, aanroep }) => telVerzoeken(dienst, aanroep),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/antwoorden',
    onderdeel,
    samenvatting: 'Een verzoek uit dit bericht beantwoorden (WMO319): in onderzoek, of afgewezen met een reden',
    params: idparams,
    lichaam: antwoordopgave,
    antwoord: verzoekantwoord,
    maakt: ({ bericht }) => `/berichten/${bericht}`,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) => beantwoordVerzoek(dienst, aanroep, params.id, lichaam),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/berichten/:id/terugnames',
    onderdeel,
    samenvatting: 'Een antwoord op een verzoek (WMO319) terugnemen zolang het nog niet weg is',
    params: idparams,
    antwoord: z.object({ bericht: z.uuid() }).meta({ id: 'Teruggenomen' }),
    doe: ({ dienst, aanroep, params }) => neemAntwoordTerug(dienst, aanroep, params.id),
  })
}
