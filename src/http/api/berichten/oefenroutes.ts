/** Oefenen met het berichtenverkeer in een proefgemeente: de andere kant spelen. */
import * as z from 'zod'
import { draagOp } from '#actions/simulator/draag-op.ts'
import { leesOefening } from '#actions/simulator/lees-oefening.ts'
import { speelRonde } from '#actions/simulator/speel-ronde.ts'
import { maakRoute, type Routes } from '../route.ts'
import { oefenwachtrij, opdrachtvorm, rondeverslag, rondevorm } from './oefenvormen.ts'

const onderdeel = 'Berichten'

export const oefenroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/oefenbeurten',
    onderdeel,
    samenvatting: 'Oefenen in een proefgemeente: hoe aanbieders zich gedragen, wat op antwoord wacht, en wat er gespeeld is',
    antwoord: oefenwachtrij,
    doe: ({ dienst, aanroep }) => leesOefening(dienst, aanroep),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/oefenopdrachten',
    onderdeel,
    samenvatting: 'Oefenen in een proefgemeente: een aanbieder opdragen hoe hij zich gedraagt',
    lichaam: opdrachtvorm,
    antwoord: z.null(),
    doe: ({ dienst, aanroep, lichaam }) => draagOp(dienst, aanroep, lichaam),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/oefenrondes',
    onderdeel,
    samenvatting: 'Oefenen in een proefgemeente: antwoorden van aanbieders laten komen',
    lichaam: rondevorm,
    antwoord: rondeverslag,
    eenmalig: true,
    doe: ({ dienst, aanroep, lichaam }) => speelRonde(dienst, aanroep, lichaam),
  })
}
