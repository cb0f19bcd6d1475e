/** De vormen van verzoeken van aanbieders. */
import * as z from 'zod'
import { type Afwijsreden, afwijsredenen, type Antwoordkeuze, antwoordkeuzes, verzoekstanden } from '#core/toewijzing/verzoek.ts'
import { naamvorm } from '../dossier/vormen.ts'

const tekst = z.string().nullable()
const dag = z.string().meta({ description: 'Een dag, JJJJ-MM-DD.' })
const soort = z.enum(['VOT', 'VOW']).meta({ description: 'Om een toewijzing (WMO315) of om een wijziging (WMO317).' })
const weigering = z.object({ code: z.string(), regel: z.string(), tekst: z.string(), watNu: z.string() }).nullable()
const redenen = Object.entries(afwijsredenen).map(([code, { tekst: t }]) => `${code} ${t}`)

const termijn = z.object({
  uiterlijk: dag,
  dagenTeLaat: z.int().min(0),
  regel: z.string().meta({ description: 'Regel van de standaard.' }),
  uitleg: z.string(),
})

export const verzoekvorm = z
  .object({
    referentie: z.string(),
    soort,
    vraag: z.array(z.string()).meta({ description: 'Wat er gevraagd wordt; leeg voor wie de inhoud niet leest.' }),
    stand: z.enum(Object.keys(verzoekstanden) as [keyof typeof verzoekstanden, ...(keyof typeof verzoekstanden)[]]),
    reactie: z
      .object({
        bericht: z.uuid(),
        uiterlijk: dag.nullable(),
        uitgebleven: z.boolean(),
        terugTeNemen: z.boolean().meta({ description: 'Het is nog niet weg, en u mag het terugnemen.' }),
      })
      .nullable()
      .meta({ description: 'Ons laatste antwoord waar de aanbieder nog niet op reageerde, en of dat al had gemoeten (OP090).' }),
    termijn: termijn.nullable().meta({ description: 'Leeg als er niets meer te beslissen is.' }),
    antwoord: z
      .object({ in_onderzoek: weigering, afgewezen: weigering })
      .nullable()
      .meta({ description: 'Per antwoord waarom het niet kan; null: het kan. Leeg voor wie niet antwoordt.' }),
    toewijzen: z.boolean().meta({ description: 'Toewijzen kan nog, en u mag dat.' }),
  })
  .meta({ id: 'Verzoek' })

export const openverzoek = z
  .object({
    bericht: z.uuid(),
    referentie: z.string(),
    soort,
    stand: z.enum(['open', 'in_onderzoek']),
    termijn,
    ontvangenOp: dag,
    vanaf: tekst.meta({ description: 'De eerste gewenste dag; leeg als het bericht die niet los noemt.' }),
    aanbieder: z.object({ code: z.string(), naam: tekst }),
    inwoner: z.object({ id: z.uuid(), naam: naamvorm }).nullable().meta({ description: 'Leeg als de cliënt niet in het dossier staat.' }),
  })
  .meta({ id: 'Openverzoek' })

export const antwoordopgave = z.strictObject({
  referentie: z.string().min(1).max(36).meta({ description: 'De referentie van de aanbieder, uit dit bericht.' }),
  antwoord: z.enum(Object.keys(antwoordkeuzes) as [Antwoordkeuze, ...Antwoordkeuze[]]),
  reden: z
    .enum(Object.keys(afwijsredenen) as [Afwijsreden, ...Afwijsreden[]])
    .optional()
    .meta({ description: `Alleen, en altijd, bij afwijzen: ${redenen.join('; ')}.` }),
})
export const verzoekantwoord = z.object({ bericht: z.uuid(), identificatie: z.string() }).meta({ id: 'Verzoekantwoord' })
export const verzoektellingen = z.object({ open: z.int(), inOnderzoek: z.int(), teLaat: z.int() }).meta({ id: 'Verzoektellingen' })

export type Verzoekvorm = z.output<typeof verzoekvorm>
export type Openverzoekantwoord = z.output<typeof openverzoek>
export type Verzoektellingenantwoord = z.output<typeof verzoektellingen>
