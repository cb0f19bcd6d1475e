/** Toezicht: alleen lezen. Cijfers, de gevallen erachter, het logboek, en of dat heel is. */
import * as z from 'zod'
import { leesAuditcontrole, leesAuditcontroles, vraagAuditcontrole } from '#actions/toezicht/auditcontroles.ts'
import { ANDEREN, leesAuditkeuzes, leesAuditlijst } from '#actions/toezicht/lees-auditregels.ts'
import { leesCijfers } from '#actions/toezicht/lees-cijfers.ts'
import { leesIndicaties, leesTermijnen } from '#actions/toezicht/lees-gevallen.ts'
import { dag, geteldeBladzijde, idparams, telquery } from '../dossier/vormen.ts'
import { maakRoute, type Routes } from '../route.ts'
import { auditkeuzevorm, auditregelvorm, auditsoortvorm, cijfervorm, controlevorm, indicatiegeval, termijngeval } from './vormen.ts'

const onderdeel = 'Toezicht'
const periode = { van: dag.meta({ description: 'Eerste dag.' }), tot: dag.meta({ description: 'Laatste dag; hoogstens twee jaar later.' }) }

export const toezichtroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/toezichtcijfers',
    onderdeel,
    samenvatting: 'Termijnen, afwijkingen, waarschuwingen, noodtoegang en wijzigingen in een periode',
    query: z.object(periode),
    antwoord: cijfervorm,
    doe: ({ dienst, aanroep, query }) => leesCijfers(dienst, aanroep, query),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/toezichttermijnen',
    onderdeel,
    samenvatting: 'Zaken waarvan de termijn van onderzoek of besluit eindigde in een periode, ook die nog niet klaar zijn',
    query: z.object({
      ...periode,
      ...telquery,
      termijn: z.enum(['onderzoek', 'besluit']).default('onderzoek'),
      uitkomst: z.enum(['binnen', 'te_laat', 'niet_klaar', 'afgesloten']).optional(),
    }),
    antwoord: geteldeBladzijde(termijngeval),
    doe: ({ dienst, aanroep, query }) => leesTermijnen(dienst, aanroep, query),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/toezichtindicaties',
    onderdeel,
    samenvatting: 'Indicaties uit een periode: alle, afwijkend van het advies, of met een gemotiveerde waarschuwing',
    query: z.object({ ...periode, ...telquery, soort: z.enum(['alle', 'afwijkend', 'gewaarschuwd']).default('alle') }),
    antwoord: geteldeBladzijde(indicatiegeval),
    doe: ({ dienst, aanroep, query }) => leesIndicaties(dienst, aanroep, query),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/auditregels',
    onderdeel,
    samenvatting: 'Het logboek, de laatste regel eerst; dit lezen staat er zelf ook in',
    query: z.object({
      ...periode,
      ...telquery,
      inwoner: z.uuid().optional(),
      medewerker: z
        .union([z.uuid(), z.literal(ANDEREN)])
        .meta({ description: '`anderen`: alles behalve wat u zelf deed.' })
        .optional(),
      soort: auditsoortvorm.optional(),
      uitkomst: z.enum(['gelukt', 'geweigerd']).optional(),
    }),
    antwoord: geteldeBladzijde(auditregelvorm),
    doe: ({ dienst, aanroep, query }) => leesAuditlijst(dienst, aanroep, query),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/auditkeuzes',
    onderdeel,
    samenvatting: 'Waarop het logboek te filteren is',
    antwoord: auditkeuzevorm,
    doe: ({ dienst, aanroep }) => leesAuditkeuzes(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/auditcontroles',
    onderdeel,
    samenvatting: 'De laatste controles van het logboek',
    antwoord: z.object({ items: z.array(controlevorm), volgende: z.null() }),
    doe: ({ dienst, aanroep }) => leesAuditcontroles(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/auditcontroles',
    onderdeel,
    samenvatting: 'Het logboek laten nalopen: is de keten heel?',
    antwoord: controlevorm,
    maakt: (b) => `/auditcontroles/${b.id}`,
    eenmalig: true,
    doe: ({ dienst, aanroep }) => vraagAuditcontrole(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/auditcontroles/:id',
    onderdeel,
    samenvatting: 'Hoe ver een controle is, en wat eruit kwam',
    params: idparams,
    antwoord: controlevorm,
    doe: ({ dienst, aanroep, params }) => leesAuditcontrole(dienst, aanroep, params.id),
  })
}
