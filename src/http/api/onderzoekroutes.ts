/** Het onderzoek: beginnen, bezoeken, antwoorden, advies en samenvatting. */
import * as z from 'zod'
import { bewaarAntwoordenBij } from '#actions/onderzoek/bewaar-antwoorden.ts'
import { noteerAfdruk } from '#actions/onderzoek/druk-af.ts'
import { geefOnderzoeksadvies } from '#actions/onderzoek/geef-onderzoeksadvies.ts'
import {
  leesOnderzoekenBijZaak,
  leesOnderzoekscatalogus,
  leesOnderzoekVolledig,
  leesVraaggeschiedenis,
} from '#actions/onderzoek/lees-onderzoek.ts'
import { maakSamenvatting } from '#actions/onderzoek/maak-samenvatting.ts'
import { rondOnderzoekAf } from '#actions/onderzoek/rond-af.ts'
import { startOnderzoek } from '#actions/onderzoek/start-onderzoek.ts'
import { trekBezoekIn } from '#actions/onderzoek/trek-bezoek-in.ts'
import { verbeterBezoek } from '#actions/onderzoek/verbeter-bezoek.ts'
import { voegBezoekToe } from '#actions/onderzoek/voeg-bezoek-toe.ts'
import {
  adviesvorm,
  afdrukvorm,
  afrondvorm,
  antwoordenopgave,
  antwoordvorm,
  bewaardvorm,
  bezoekintrekking,
  bezoekopgave,
  bezoekvorm,
  gestartvorm,
  lijstVan,
  naarId,
  onderzoekvorm,
  onderzoeksregel,
  samenvattingvorm,
} from './onderzoekvormen.ts'
import { maakRoute, type Routes } from './route.ts'

const onderdeel = 'Onderzoek'

export const onderzoekroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'POST',
    pad: '/zaken/:id/onderzoeken',
    onderdeel,
    samenvatting: 'Een onderzoek beginnen met de catalogus die vandaag geldt',
    params: naarId,
    antwoord: gestartvorm,
    maakt: (b) => `/onderzoeken/${b.id}`,
    eenmalig: true,
    versieVan: (o) => o.versie,
    doe: ({ dienst, aanroep, params }) => startOnderzoek(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/zaken/:id/onderzoeken',
    onderdeel,
    samenvatting: 'De onderzoeken bij een zaak',
    params: naarId,
    antwoord: lijstVan(onderzoeksregel),
    doe: ({ dienst, aanroep, params }) => leesOnderzoekenBijZaak(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/onderzoeken/:id',
    onderdeel,
    samenvatting: 'Een onderzoek met alles wat nu geldt',
    params: naarId,
    antwoord: onderzoekvorm,
    versieVan: (o) => o.versie,
    doe: ({ dienst, aanroep, params }) => leesOnderzoekVolledig(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'PATCH',
    pad: '/onderzoeken/:id',
    onderdeel,
    samenvatting: 'Een onderzoek afronden of heropenen',
    params: naarId,
    lichaam: z.strictObject({ afgerond: z.boolean() }),
    antwoord: afrondvorm,
    vraagtVersie: true,
    versieVan: (o) => o.versie,
    doe: ({ dienst, aanroep, params, lichaam, versie }) =>
      rondOnderzoekAf(dienst, aanroep, { onderzoek: params.id, versie, afgerond: lichaam.afgerond }),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/onderzoeken/:id/catalogus',
    onderdeel,
    samenvatting: 'De catalogus waarmee dit onderzoek rekent',
    params: naarId,
    antwoord: z.looseObject({ hash: z.string() }),
    doe: ({ dienst, aanroep, params }) => leesOnderzoekscatalogus(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/onderzoeken/:id/bezoeken',
    onderdeel,
    samenvatting: 'Een bezoek of gesprek vastleggen',
    params: naarId,
    lichaam: bezoekopgave,
    antwoord: bezoekvorm,
    maakt: (b) => `/bezoeken/${b.id}`,
    eenmalig: true,
    versieVan: (b) => b.versie,
    doe: ({ dienst, aanroep, params, lichaam }) => voegBezoekToe(dienst, aanroep, params.id, lichaam),
  })
  maakRoute(api, {
    methode: 'PATCH',
    pad: '/bezoeken/:id',
    onderdeel,
    samenvatting: 'Een bezoek verbeteren; wat er stond blijft te lezen',
    params: naarId,
    lichaam: bezoekopgave,
    antwoord: bezoekvorm,
    vraagtVersie: true,
    versieVan: (b) => b.versie,
    doe: ({ dienst, aanroep, params, lichaam, versie }) => verbeterBezoek(dienst, aanroep, { bezoek: params.id, versie, opgave: lichaam }),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/bezoeken/:id/intrekkingen',
    onderdeel,
    samenvatting: 'Een bezoek intrekken met een reden; de antwoorden blijven. Een nieuwe versie van het bezoek zet het terug',
    params: naarId,
    lichaam: bezoekintrekking,
    antwoord: bezoekvorm,
    maakt: (b) => `/bezoeken/${b.id}`,
    eenmalig: true,
    vraagtVersie: true,
    versieVan: (b) => b.versie,
    doe: ({ dienst, aanroep, params, lichaam, versie }) => trekBezoekIn(dienst, aanroep, { bezoek: params.id, versie, opgave: lichaam }),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/onderzoeken/:id/antwoorden',
    onderdeel,
    samenvatting: 'Antwoorden toevoegen; alles of niets',
    params: naarId,
    lichaam: antwoordenopgave,
    antwoord: bewaardvorm,
    maakt: (_, { id }) => `/onderzoeken/${id}/antwoorden`,
    eenmalig: true,
    vraagtVersie: true,
    maxLichaam: 512 * 1024,
    versieVan: (o) => o.versie,
    doe: ({ dienst, aanroep, params, lichaam, versie }) =>
      bewaarAntwoordenBij(dienst, aanroep, { onderzoek: params.id, versie, opgave: lichaam }),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/onderzoeken/:id/antwoorden',
    onderdeel,
    samenvatting: 'Alles wat op één vraag gezegd is, het eerste eerst',
    params: naarId,
    query: z.strictObject({ vraag: z.string().min(1).max(100) }),
    antwoord: lijstVan(antwoordvorm),
    doe: ({ dienst, aanroep, params, query }) => leesVraaggeschiedenis(dienst, aanroep, params.id, query.vraag),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/onderzoeken/:id/advies',
    onderdeel,
    samenvatting: 'Het advies bij de antwoorden van nu',
    params: naarId,
    antwoord: adviesvorm,
    versieVan: (o) => o.versie,
    doe: ({ dienst, aanroep, params }) => geefOnderzoeksadvies(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/onderzoeken/:id/samenvatting',
    onderdeel,
    samenvatting: 'De samenvatting om te lezen of af te drukken',
    params: naarId,
    antwoord: samenvattingvorm,
    versieVan: (o) => o.versie,
    doe: ({ dienst, aanroep, params }) => maakSamenvatting(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/onderzoeken/:id/afdrukken',
    onderdeel,
    samenvatting: 'Vastleggen dat de samenvatting wordt afgedrukt',
    params: naarId,
    antwoord: afdrukvorm,
    maakt: (_, { id }) => `/onderzoeken/${id}/samenvatting`,
    doe: ({ dienst, aanroep, params }) => noteerAfdruk(dienst, aanroep, params.id),
  })
}
