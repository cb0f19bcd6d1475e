/** Catalogusbeheer: welke versie en welke lezingen gelden, sinds wanneer, door wie en waarom. */
import * as z from 'zod'
import { kiesInstellingen } from '#actions/catalogus/kies-instellingen.ts'
import { leesInstellingen, leesKeuzegeschiedenis } from '#actions/catalogus/lees-instellingen.ts'
import { leesPublicatielijst, vergelijkVersies } from '#actions/catalogus/lees-publicaties.ts'
import { publiceerVersie } from '#actions/catalogus/publiceer-versie.ts'
import { bladerquery, bladzijde, dag } from '../dossier/vormen.ts'
import { maakRoute, type Routes } from '../route.ts'
import { instellingvorm, keuzevorm, mapversie, publicatievorm, verschillenvorm, waarden } from './vormen.ts'

const onderdeel = 'Catalogusbeheer'
const versie = z.string().max(100)
const reden = z.string().max(1000)

export const catalogusroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/cataloguspublicaties',
    onderdeel,
    samenvatting: 'Welke versies golden, gelden en gaan gelden, en welke er klaarstaan',
    antwoord: z.object({ items: z.array(publicatievorm), volgende: z.null(), versies: z.array(mapversie) }),
    doe: ({ dienst, aanroep }) => leesPublicatielijst(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/cataloguspublicaties',
    onderdeel,
    samenvatting: 'Een vastgelegde versie laten ingaan',
    lichaam: z.strictObject({
      versie,
      vanaf: dag,
      reden,
      vervangt: z.uuid().optional().meta({ description: 'De publicatie van dezelfde dag die nog niet inging.' }),
      instellingen: waarden.optional().meta({ description: 'Lezingen die op dezelfde dag ingaan.' }),
    }),
    antwoord: publicatievorm,
    maakt: () => '/cataloguspublicaties',
    eenmalig: true,
    doe: ({ dienst, aanroep, lichaam }) => publiceerVersie(dienst, aanroep, lichaam),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/catalogusverschillen',
    onderdeel,
    samenvatting: 'Wat er tussen twee versies verandert, in woorden',
    query: z.object({ van: versie, naar: versie }),
    antwoord: verschillenvorm,
    doe: ({ dienst, aanroep, query }) => vergelijkVersies(dienst, aanroep, query.van, query.naar),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/instellingen',
    onderdeel,
    samenvatting: 'Alle instellingen met hun lezingen, en wat op een dag geldt',
    query: z.object({ dag: dag.optional().meta({ description: 'Standaard vandaag.' }) }),
    antwoord: z.object({ dag: z.iso.date(), versie: z.string(), items: z.array(instellingvorm), volgende: z.null() }),
    doe: ({ dienst, aanroep, query }) => leesInstellingen(dienst, aanroep, query.dag),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/instellingkeuzes',
    onderdeel,
    samenvatting: 'Wie wanneer welke lezing koos, en waarom',
    query: z.object({ ...bladerquery, sleutel: z.string().max(100).optional() }),
    antwoord: bladzijde(keuzevorm),
    doe: ({ dienst, aanroep, query }) => leesKeuzegeschiedenis(dienst, aanroep, query),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/instellingkeuzes',
    onderdeel,
    samenvatting: 'Lezingen kiezen die op een dag ingaan',
    lichaam: z.strictObject({
      instellingen: waarden.refine((w) => Object.keys(w).length > 0, 'Kies minstens één lezing.'),
      vanaf: dag,
      reden,
    }),
    antwoord: z.object({ items: z.array(keuzevorm) }),
    maakt: () => '/instellingkeuzes',
    eenmalig: true,
    doe: ({ dienst, aanroep, lichaam }) => kiesInstellingen(dienst, aanroep, lichaam),
  })
}
