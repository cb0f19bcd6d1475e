/** De vormen van het oefenen in verzoek en antwoord. */
import * as z from 'zod'
import { aanbiedervorm, standvorm } from './vormen.ts'

const moment = z.iso.datetime()
const code = z.object({ code: z.string(), tekst: z.string() })
const bericht = { bericht: z.uuid(), naam: z.string(), titel: z.string().nullable(), identificatie: z.string() }
const percode = <V extends z.ZodType>(vorm: V) => z.object({ WMO301: vorm, WMO319: vorm })

const gedrag = {
  antwoord: z.enum(['neemt_aan', 'keurt_af', 'zwijgt']),
  codes: percode(z.string()).nullable().meta({ description: 'Waarmee hij elk soort bericht afkeurt; alleen als hij afkeurt.' }),
  wacht: z.int().min(0, 'Minstens 0.').max(365, 'Hooguit 365.'),
  eenheid: z.enum(['minuten', 'dagen']),
  dubbel: z.boolean().meta({ description: 'Elk antwoord twee keer.' }),
  laatsteEerst: z.boolean().meta({ description: 'Wacht tot hij op alles kan antwoorden, en begint bij het laatste.' }),
}

export const opdrachtvorm = z.strictObject({ aanbieder: z.string().regex(/^\d{8}$/, 'Een AGB-code is acht cijfers.'), ...gedrag })
export const rondevorm = z.strictObject({
  wat: z.enum(['bericht', 'volgende', 'aan_de_beurt', 'alles']),
  bericht: z.uuid().optional().meta({ description: 'Alleen bij `bericht`.' }),
})
export const rondeverslag = z.object({
  gespeeld: z.int(),
  overgeslagen: z.int().meta({ description: 'Wat intussen al beantwoord was.' }),
  over: z.int().meta({ description: 'Wat er van deze ronde nog over is.' }),
})
export const oefenwachtrij = z
  .object({
    aanbieders: z.array(z.object({ aanbieder: aanbiedervorm, wacht: z.int(), gedrag: z.object(gedrag) })),
    codes: percode(z.array(code)),
    wachtrij: z.array(
      z.object({
        ...bericht,
        aanbieder: aanbiedervorm,
        sinds: moment,
        op: moment.nullable().meta({ description: 'Vanaf wanneer het antwoord er is; leeg als het niet komt.' }),
        aanDeBeurt: z.boolean(),
        code: code.nullable(),
      }),
    ),
    gespeeld: z.array(
      z.object({
        ...bericht,
        id: z.uuid(),
        aanbieder: aanbiedervorm,
        op: moment,
        stand: standvorm,
        code: code.nullable(),
        dubbel: z.boolean(),
        antwoord: z.uuid().nullable(),
        uitval: z.uuid().nullable(),
      }),
    ),
  })
  .meta({ id: 'Oefenwachtrij' })
export type Oefenwachtrijantwoord = z.infer<typeof oefenwachtrij>
export type Opdrachtvraag = z.infer<typeof opdrachtvorm>
export type Rondeantwoord = z.infer<typeof rondeverslag>
