/** Toewijzingen: een indicatie geven aan een aanbieder, met het bericht dat daarbij hoort. */
import * as z from 'zod'
import type { Datum } from '#core/base/datum.ts'
import { buitenomredenen, opdrachtwijzen } from '#core/dossier/gebeurteniswoorden.ts'
import { type Toewijzingstand, toewijzingstanden } from '#core/toewijzing/toewijzingstand.ts'
import { bekijkVoorstel } from '#actions/toewijzing/bekijk-voorstel.ts'
import { leesIndicatielijst } from '#actions/toewijzing/lees-indicatielijst.ts'
import { leesToewijzingskeuzes } from '#actions/toewijzing/lees-keuzes.ts'
import { leesToewijzingenVan } from '#actions/toewijzing/lees-toewijzingen.ts'
import { legOpdrachtVast } from '#actions/toewijzing/leg-opdracht-vast.ts'
import { wijsToe } from '#actions/toewijzing/wijs-toe.ts'
import { indicatievorm, lijstVan, naarId } from './onderzoekvormen.ts'
import { maakRoute, type Routes } from './route.ts'

const opgave = z.strictObject({
  aanbieder: z
    .string()
    .regex(/^\d{8}$/)
    .meta({ description: 'AGB-code van de gekozen aanbieder.' }),
  productcode: z.string().min(1).max(5).optional().meta({ description: 'Nodig als er bij deze aanbieder meer codes passen.' }),
  van: z.iso.date().optional().meta({ description: 'Zonder: de eerste dag van de indicatie.' }),
  tot: z.iso.date().optional().meta({ description: 'Zonder: de laatste dag van de indicatie.' }),
  referentieAanbieder: z
    .string()
    .trim()
    .min(1)
    .max(36)
    .optional()
    .meta({ description: 'Van het verzoek (VOT, VOW) dat hiermee gehonoreerd wordt.' }),
})
const toegewezen = z
  .object({
    bericht: z.uuid(),
    identificatie: z.string(),
    nummer: z.int(),
    gewijzigd: z.array(z.object({ nummer: z.int(), einddatum: z.string(), redenWijziging: z.string() })),
    nummers: z.array(z.int()),
  })
  .meta({ id: 'Toewijzing' })

const onderdeel = 'Toewijzing'
const partij = z.object({ agb: z.string(), naam: z.string() })
const dag = z.string().meta({ description: 'Een dag, JJJJ-MM-DD.' })
const weg = z.object({ code: z.string(), tekst: z.string(), watNu: z.string() })

const toewijzingbeeld = z
  .object({
    bericht: z.uuid().meta({ description: 'Waar zij het laatst in stond.' }),
    nummer: z.int(),
    aanbieder: partij,
    code: z.string().nullable(),
    van: dag,
    tot: dag.nullable(),
    omvang: z.string().nullable(),
    stand: z.enum(['wacht', 'verzonden', 'aangenomen', 'afgewezen']).meta({ description: 'Van het bericht waarin zij het laatst stond.' }),
    ingetrokken: z.boolean().meta({ description: 'De aanbieder is verteld dat zij er nooit was (reden 13).' }),
    verstuurdOp: z.iso.datetime().nullable(),
    gestartOp: dag.nullable(),
    gestoptOp: dag.nullable(),
    onderbrokenOp: dag.nullable().meta({ description: 'De laatste dag voor een tijdelijke stop die nog duurt.' }),
    dagen: z
      .object({ van: dag, tot: dag.nullable() })
      .nullable()
      .meta({ description: 'De dagen die nu bij deze aanbieder liggen; wat is afgekeurd telt niet.' }),
  })
  .meta({ id: 'Toewijzingsregel' })

const indicatieregel = indicatievorm
  .extend({
    toewijzing: z.object({
      stand: z.enum(Object.keys(toewijzingstanden) as [Toewijzingstand, ...Toewijzingstand[]]),
      zin: z.string(),
      aanzet: z.boolean().meta({ description: 'Toewijzen is de volgende stap, en u mag dat.' }),
    }),
  })
  .meta({ id: 'Indicatieregel' })

const keuzes = z
  .object({
    van: dag.nullable(),
    tot: dag.nullable(),
    omvang: z.string().nullable(),
    belemmering: weg.extend({ buitenom: z.boolean().meta({ description: 'De opdracht kan wel buiten het berichtenverkeer.' }) }).nullable(),
    aanbieders: z.array(
      partij.extend({
        codes: z
          .array(
            z.object({
              code: z.string(),
              categorie: z.string(),
              namen: z.array(z.string()).meta({ description: 'Hoe het contract de afspraken onder deze code noemt.' }),
              loopt: z.boolean().meta({ description: 'Dit product loopt bij deze aanbieder al onder deze code.' }),
            }),
          )
          .meta({ description: 'Passen er meer, dan hoort er bij het toewijzen een productcode.' }),
      }),
    ),
    geenAanbieder: weg.nullable(),
  })
  .meta({ id: 'Toewijzingskeuzes' })

const voorstel = z
  .object({
    aanbieder: partij,
    regels: z.array(
      z.object({
        nummer: z.int().nullable(),
        wat: z.enum(['nieuw', 'wijzigt', 'blijft']),
        categorie: z.string().nullable(),
        code: z.string().nullable(),
        van: dag,
        tot: dag.nullable(),
        omvang: z.string().nullable(),
        referentie: z.string().nullable(),
        was: z.object({ tot: dag.nullable(), omvang: z.string().nullable() }).nullable(),
        reden: z.string().nullable(),
      }),
    ),
    uitleg: z.object({ tekst: z.string(), regels: z.array(z.string()) }),
    verzoeken: z.array(z.object({ referentie: z.string(), soort: z.enum(['VOT', 'VOW']), ingangsdatums: z.array(dag) })),
  })
  .meta({ id: 'Toewijzingsvoorstel' })

const opdracht = z.strictObject({
  datum: z.string().max(10).meta({ description: 'De dag waarop de opdracht gegeven is.' }),
  aanbieder: z.string().max(120),
  wijze: z
    .string()
    .max(40)
    .meta({ description: `Een van: ${Object.keys(opdrachtwijzen).join(', ')}.` }),
  reden: z
    .string()
    .max(40)
    .meta({ description: `Een van: ${Object.keys(buitenomredenen).join(', ')}.` }),
  toelichting: z.string().max(2000).optional(),
})

/** Wat een scherm leest; alleen de vorm. */
export type Indicatieregel = z.output<typeof indicatieregel>
export type Toewijzingsregel = z.output<typeof toewijzingbeeld>
export type Toewijzingskeuzes = z.output<typeof keuzes>
export type Toewijzingsvoorstel = z.output<typeof voorstel>

const alsOpgave = ({ van, tot, ...rest }: z.output<typeof opgave>) => ({
  ...rest,
  van: van as Datum | undefined,
  tot: tot as Datum | undefined,
})

export const toewijzingroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/inwoners/:id/indicaties',
    onderdeel: 'Indicatie',
    samenvatting: 'De indicaties van een inwoner op begindag, met hoe het met de toewijzing staat',
    params: naarId,
    query: z.object({ zaak: z.uuid().optional().meta({ description: 'Alleen wat uit een onderzoek van deze zaak kwam.' }) }),
    antwoord: lijstVan(indicatieregel),
    doe: ({ dienst, aanroep, params, query }) => leesIndicatielijst(dienst, aanroep, params.id, query.zaak),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/indicaties/:id/toewijzingen',
    onderdeel,
    samenvatting: 'De toewijzingen van een indicatie, met hoe het met hun bericht staat',
    params: naarId,
    antwoord: lijstVan(toewijzingbeeld),
    doe: ({ dienst, aanroep, params }) => leesToewijzingenVan(dienst, aanroep, params.id),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/indicaties/:id/toewijzingskeuzes',
    onderdeel,
    samenvatting: 'De aanbieders met een contract voor dit product op een dag, en of er een bericht uit mag',
    params: naarId,
    query: z.object({ op: z.iso.date().optional().meta({ description: 'Zonder: de eerste dag van de indicatie.' }) }),
    antwoord: keuzes,
    doe: ({ dienst, aanroep, params, query }) => leesToewijzingskeuzes(dienst, aanroep, params.id, query.op as Datum | undefined),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/indicaties/:id/toewijzingsvoorstellen',
    onderdeel,
    samenvatting: 'Wat er verstuurd zou worden; er verandert niets',
    params: naarId,
    lichaam: opgave,
    antwoord: voorstel,
    doe: ({ dienst, aanroep, params, lichaam }) => bekijkVoorstel(dienst, aanroep, params.id, alsOpgave(lichaam)),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/indicaties/:id/opdrachten',
    onderdeel,
    samenvatting: 'Een opdracht vastleggen die buiten het berichtenverkeer gegeven is',
    params: naarId,
    lichaam: opdracht,
    antwoord: z.object({ id: z.uuid(), datum: dag, zin: z.string() }).meta({ id: 'Opdracht' }),
    maakt: (_, { id }) => `/indicaties/${id}`,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) => legOpdrachtVast(dienst, aanroep, params.id, lichaam),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/indicaties/:id/toewijzingen',
    onderdeel,
    samenvatting: 'Een indicatie toewijzen aan een aanbieder; het bericht staat daarna klaar om te versturen',
    params: naarId,
    lichaam: opgave,
    antwoord: toegewezen,
    maakt: (_, { id }) => `/indicaties/${id}/toewijzingen`,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) => wijsToe(dienst, aanroep, params.id, alsOpgave(lichaam)),
  })
}
