/** Inwoners: zoeken, openen, toevoegen en wijzigen. Een BSN staat alleen in een lichaam, nooit in een adres. */
import * as z from 'zod'
import { leesInwoner } from '#actions/dossier/lees-inwoner.ts'
import { leesInzagen } from '#actions/dossier/lees-inzagen.ts'
import { leesTijdlijn } from '#actions/dossier/lees-tijdlijn.ts'
import { toonBsn } from '#actions/dossier/toon-bsn.ts'
import { voegInwonerToe } from '#actions/dossier/voeg-inwoner-toe.ts'
import { wijzigInwoner } from '#actions/dossier/wijzig-inwoner.ts'
import { zoekInwoners, zoekOpBsn } from '#actions/dossier/zoek-inwoners.ts'
import { maakRoute, type Routes } from '../route.ts'
import { bladerquery, bladzijde, dag, geteldeBladzijde, identiteit, idparams, inwonervorm, janee, telquery, wlzsignaal } from './vormen.ts'

const onderdeel = 'Inwoners'
const vrij = z.string().nullable().optional()

/** De inhoud leest de kern, met een fout per veld; hier staat de vorm voor wie de API gebruikt. */
const inwonerinvoer = z.strictObject({
  naam: z.strictObject({ achternaam: z.string(), voorvoegsel: vrij, voornamen: vrij, voorletters: vrij }).optional(),
  bsn: vrij,
  geenBsnReden: vrij,
  geboortedatum: vrij,
  woonplaats: vrij,
  adres: z.strictObject({ straat: vrij, huisnummer: vrij, toevoeging: vrij, postcode: vrij }).nullable().optional(),
  telefoon: vrij,
  email: vrij,
  contactvoorkeur: vrij,
  geslacht: vrij,
  vertegenwoordiger: z.strictObject({ naam: z.string(), rol: z.string(), telefoon: vrij, sinds: vrij }).nullable().optional(),
  geheimAdres: z.boolean().optional(),
  overledenOp: vrij,
})

export const inwonerroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/inwoners',
    onderdeel,
    samenvatting: 'Inwoners zoeken op naam, geboortedatum of woonplaats',
    query: z.object({
      ...telquery,
      cursor: z.uuid().optional(),
      naam: z.string().max(100).optional().meta({ description: 'Begin van de achternaam, met of zonder voornaam.' }),
      geboortedatum: dag.optional(),
      woonplaats: z.string().max(80).optional(),
      mijnTeam: janee.optional(),
    }),
    antwoord: geteldeBladzijde(identiteit),
    doe: ({ dienst, aanroep, query }) => zoekInwoners(dienst, aanroep, query),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/inwonerzoekopdrachten',
    onderdeel,
    samenvatting: 'Een inwoner zoeken op burgerservicenummer',
    lichaam: z.strictObject({ bsn: z.string() }),
    antwoord: bladzijde(identiteit),
    doe: ({ dienst, aanroep, lichaam }) => zoekOpBsn(dienst, aanroep, lichaam.bsn),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/inwoners',
    onderdeel,
    samenvatting: 'Een inwoner toevoegen',
    lichaam: inwonerinvoer,
    antwoord: inwonervorm,
    maakt: (b) => `/inwoners/${b.id}`,
    eenmalig: true,
    versieVan: (i) => i.versie,
    doe: ({ dienst, aanroep, lichaam }) => voegInwonerToe(dienst, aanroep, lichaam),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/inwoners/:id',
    onderdeel,
    samenvatting: 'Een inwoner; welke velden erin staan hangt af van uw relatie',
    params: idparams,
    antwoord: inwonervorm,
    versieVan: (i) => i.versie,
    doe: ({ dienst, aanroep, params }) => leesInwoner(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'PATCH',
    pad: '/inwoners/:id',
    onderdeel,
    samenvatting: 'Gegevens van een inwoner wijzigen; alleen wat u meestuurt verandert, null maakt leeg',
    params: idparams,
    lichaam: inwonerinvoer,
    antwoord: inwonervorm,
    vraagtVersie: true,
    versieVan: (i) => i.versie,
    doe: ({ dienst, aanroep, params, versie, lichaam }) => wijzigInwoner(dienst, aanroep, params.id, versie, lichaam),
  })

  maakRoute(api, {
    methode: 'POST',
    pad: '/inwoners/:id/bsn-inzagen',
    onderdeel,
    samenvatting: 'Het burgerservicenummer tonen; dat wordt vastgelegd',
    params: idparams,
    lichaam: z.strictObject({ reden: z.string().max(300).nullable().optional() }),
    antwoord: z.object({ bsn: z.string() }),
    doe: ({ dienst, aanroep, params, lichaam }) => toonBsn(dienst, aanroep, params.id, lichaam.reden ?? null),
  })

  const baan = z.object({
    soort: z.enum(['voorziening', 'zaak']),
    id: z.uuid(),
    naam: z.string(),
    stukken: z.array(
      z.object({
        id: z.uuid(),
        periode: z.object({ van: z.iso.date(), tot: z.iso.date().optional() }).nullable(),
        stand: z.string().nullable(),
        zin: z.string(),
        verloop: z.enum(['komt', 'loopt', 'voorbij']),
      }),
    ),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/inwoners/:id/tijdlijn',
    onderdeel,
    samenvatting: 'Voorzieningen, zaken en gebeurtenissen van een inwoner op één tijdlijn',
    params: idparams,
    antwoord: z.object({
      banen: z.array(baan),
      feiten: z.array(
        z.object({
          id: z.uuid(),
          datum: z.iso.date(),
          zin: z.string(),
          zaak: z.uuid().nullable(),
          indicatie: z.uuid().nullable(),
          bericht: z.uuid().nullable().meta({ description: 'Waar het in staat, als het uit een bericht komt.' }),
          geldt: z.boolean(),
        }),
      ),
      signalen: z.array(wlzsignaal),
      van: z.iso.date(),
      tot: z.iso.date(),
    }),
    doe: ({ dienst, aanroep, params }) => leesTijdlijn(dienst, aanroep, params.id),
  })

  maakRoute(api, {
    methode: 'GET',
    pad: '/inwoners/:id/inzagen',
    onderdeel,
    samenvatting: 'Wie dit dossier bekeek of wijzigde, de laatste eerst',
    params: idparams,
    query: z.object({ ...bladerquery, ookLijsten: janee.optional() }),
    antwoord: bladzijde(
      z.object({
        id: z.uuid(),
        op: z.iso.datetime(),
        wie: z.string(),
        rol: z.string(),
        wat: z.string(),
        geweigerd: z.boolean(),
        doel: z.string(),
        reden: z.string().nullable(),
      }),
    ),
    doe: ({ dienst, aanroep, params, query }) =>
      leesInzagen(dienst, aanroep, params.id, { ...query, ookLijsten: query.ookLijsten ?? false }),
  })
}
