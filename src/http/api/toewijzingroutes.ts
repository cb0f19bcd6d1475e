/** Toewijzingen: een indicatie geven aan een aanbieder, met het bericht dat daarbij hoort. */
import * as z from 'zod'
import type { Datum } from '#core/base/datum.ts'
import { wijsToe } from '#actions/toewijzing/wijs-toe.ts'
import { naarId } from './onderzoekvormen.ts'
import { maakRoute, type Routes } from './route.ts'

const opgave = z.strictObject({
  aanbieder: z
    .string()
    .regex(/^\d{8}$/)
    .meta({ description: 'AGB-code van de gekozen aanbieder.' }),
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

export const toewijzingroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'POST',
    pad: '/indicaties/:id/toewijzingen',
    onderdeel: 'Toewijzing',
    samenvatting: 'Een indicatie toewijzen aan een aanbieder; het bericht staat daarna klaar om te versturen',
    params: naarId,
    lichaam: opgave,
    antwoord: toegewezen,
    maakt: true,
    eenmalig: true,
    doe: ({ dienst, aanroep, params, lichaam }) =>
      wijsToe(dienst, aanroep, params.id, { ...lichaam, van: lichaam.van as Datum | undefined, tot: lichaam.tot as Datum | undefined }),
  })
}
