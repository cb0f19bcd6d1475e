/** Indicaties: vaststellen, lezen, en wat er daarna mee gebeurt. */
import { herhaalBewaardAdvies } from '#actions/onderzoek/herhaal-bewaard-advies.ts'
import { leesVolledigeIndicatie } from '#actions/onderzoek/lees-indicatie.ts'
import { legGebeurtenisVast } from '#actions/onderzoek/leg-gebeurtenis-vast.ts'
import { stelIndicatieVast } from '#actions/onderzoek/stel-indicatie-vast.ts'
import { gebeurtenisopgave, herhalingvorm, naarId, vastgesteldvorm, volledigeIndicatievorm, voorstelvorm } from './onderzoekvormen.ts'
import { maakRoute, type Routes } from './route.ts'

const onderdeel = 'Indicatie'

export const indicatieroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'POST',
    pad: '/onderzoeken/:id/indicaties',
    onderdeel,
    samenvatting: 'Een indicatie vaststellen op de antwoorden die u zag',
    params: naarId,
    lichaam: voorstelvorm,
    antwoord: vastgesteldvorm,
    maakt: (b) => `/indicaties/${b.id}`,
    eenmalig: true,
    vraagtVersie: true,
    maxLichaam: 512 * 1024,
    doe: ({ dienst, aanroep, params, lichaam, versie }) =>
      stelIndicatieVast(dienst, aanroep, { onderzoek: params.id, versie, voorstel: lichaam }),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/indicaties/:id',
    onderdeel,
    samenvatting: 'Een indicatie met alles wat bij het vaststellen vastlag',
    params: naarId,
    antwoord: volledigeIndicatievorm,
    doe: ({ dienst, aanroep, params }) => leesVolledigeIndicatie(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/indicaties/:id/gebeurtenissen',
    onderdeel,
    samenvatting: 'Vastleggen wat er met een indicatie gebeurde, of dat verbeteren',
    params: naarId,
    lichaam: gebeurtenisopgave,
    antwoord: volledigeIndicatievorm,
    maakt: (b) => `/indicaties/${b.id}`,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) => legGebeurtenisVast(dienst, aanroep, params.id, lichaam),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/adviezen/:id/herhalingen',
    onderdeel,
    samenvatting: 'Een bewaard advies opnieuw berekenen en byte voor byte vergelijken',
    params: naarId,
    antwoord: herhalingvorm,
    doe: ({ dienst, aanroep, params }) => herhaalBewaardAdvies(dienst, aanroep, params.id),
  })
}
