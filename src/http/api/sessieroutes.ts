/** Wie ik ben, voor het scherm. */
import * as z from 'zod'
import { ok } from '#core/base/result.ts'
import { maakRoute, type Routes } from './route.ts'

export const sessievorm = z
  .object({
    medewerker: z.object({ id: z.uuid(), naam: z.string() }),
    gemeente: z.object({ code: z.string(), naam: z.string(), catalogus: z.string() }),
    rollen: z.array(z.string()),
    team: z.object({ id: z.uuid(), naam: z.string() }).nullable(),
    csrf: z.string(),
    demo: z.boolean(),
    verlooptOp: z.iso.datetime(),
    vandaag: z.iso.date(),
  })
  .meta({ id: 'Sessie' })
export type Sessieantwoord = z.infer<typeof sessievorm>

export const sessieroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/sessie',
    onderdeel: 'Aanmelden',
    samenvatting: 'Wie ik ben en wat ik mag',
    antwoord: sessievorm,
    doe: async ({ vraag, dienst }) => {
      const s = vraag.sessie
      if (!s) throw new Error('deze route ligt achter de aanmelding')
      return ok({
        medewerker: { id: s.medewerker, naam: s.naam },
        gemeente: { code: s.gemeente, naam: s.gemeentenaam, catalogus: s.catalogus },
        rollen: s.rollen,
        team: s.team && s.teamnaam ? { id: s.team, naam: s.teamnaam } : null,
        csrf: s.csrf,
        demo: s.verzonnen,
        verlooptOp: s.verloopt_op.toISOString(),
        vandaag: dienst.vandaag(),
      })
    },
  })
}
