/** De vormen van uitval in verzoek en antwoord. */
import * as z from 'zod'
import { uitvalsoorten, uitvalstappen } from '#core/toewijzing/uitvalwerk.ts'
import { verwijzing } from '../dossier/vormen.ts'
import { berichtregel } from './vormen.ts'

const tekst = z.string().nullable()
const moment = z.iso.datetime()
export const uitvalsoortvorm = z.enum(Object.keys(uitvalsoorten) as [keyof typeof uitvalsoorten, ...(keyof typeof uitvalsoorten)[]])
export const stapsoortvorm = z.enum(Object.keys(uitvalstappen) as [keyof typeof uitvalstappen, ...(keyof typeof uitvalstappen)[]])

export const uitvalregel = z
  .object({
    id: z.uuid(),
    versie: z.int(),
    soort: uitvalsoortvorm,
    code: tekst,
    regel: tekst.meta({ description: 'Regel van de standaard.' }),
    klasse: tekst,
    tekst: z.string(),
    oorzaak: z.string(),
    doe: z.string(),
    aantal: z.int().meta({ description: 'Hoe vaak in dit bericht.' }),
    stand: z.enum(['open', 'klaar']),
    gemaaktOp: moment,
    klaarOp: moment.nullable(),
    behandelaar: verwijzing.nullable(),
    bericht: berichtregel.pick({ id: true, naam: true, titel: true, richting: true, aanbieder: true, inwoner: true }),
  })
  .meta({ id: 'Uitvalregel' })

export const uitvalvorm = uitvalregel
  .extend({
    stappen: z.array(z.object({ id: z.uuid(), soort: stapsoortvorm, naar: tekst, toelichting: tekst, op: moment, door: z.string() })),
    behandelaars: z.array(verwijzing).meta({ description: 'Wie het kan overnemen.' }),
    magBehandelen: z.boolean(),
  })
  .meta({ id: 'Uitval' })

export type Uitvalregelantwoord = z.output<typeof uitvalregel>
export type Uitvalantwoord = z.output<typeof uitvalvorm>
