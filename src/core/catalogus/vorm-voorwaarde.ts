/** De vorm van voorwaarden, en van de nummers, sleutels en teksten waar een catalogus uit bestaat. */
import { z } from 'zod'

/** Nummer van een uitspraak, bijvoorbeeld `A-BR-04`, `B-ST-27`, of van een open punt, `AMB-11`. */
export const eisId = z.string().regex(/^[A-Z]+(-[A-Z0-9]+)*-\d{2,}$/, 'een nummer als A-BR-04')
export const sleutel = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'een sleutel zonder spaties of leestekens')
export const themasleutel = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'een sleutel zonder spaties')
/** Code van een weigering of waarschuwing in hoofdletters, bijvoorbeeld `WLZ_VOORLIGGEND`. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'een code in hoofdletters')
export const tekst = z.string().min(1)

/** Een vaste waarde, of de waarde van een instelling: `{instelling: ernstigGedragMinMaanden}`. */
export const verwijzing = z.strictObject({ instelling: z.string() })
const enkeleWaarde = z.union([z.string(), z.number(), verwijzing])

/**
 * Toets op één vraag of afgeleide waarde: een waarde, een rij waarden (één ervan), een grens op een getal,
 * of een aantal gekozen waarden uit een lijst.
 */
const toets = z.union([
  enkeleWaarde,
  z.array(enkeleWaarde),
  z.strictObject({
    vanaf: z.union([z.number(), verwijzing]).optional().describe('groter dan of gelijk aan'),
    tot: z.union([z.number(), verwijzing]).optional().describe('kleiner dan (de grens zelf telt niet mee)'),
    totEnMet: z.union([z.number(), verwijzing]).optional().describe('kleiner dan of gelijk aan'),
    minstens: z
      .union([z.number().int().min(0), verwijzing])
      .optional()
      .describe('zoveel gekozen waarden of meer'),
    uit: z
      .union([z.array(z.string()), verwijzing])
      .optional()
      .describe('tel alleen deze waarden'),
  }),
])
export type Toets = z.infer<typeof toets>

/** Toets op een instelling, bijvoorbeeld `{instelling: {matigVereistGevolgen: ja}}`. Een punt gaat een niveau dieper. */
export const instellingToets = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]))

/** Een voorwaarde: samengesteld, of één toets op een vraag of afgeleide waarde (`{beperkingPsychisch: ja}`). */
export type Voorwaarde =
  | { alle: Voorwaarde[] }
  | { een: Voorwaarde[] }
  | { geen: Voorwaarde[] }
  | { niet: Voorwaarde }
  | { minstens: number | { instelling: string }; van: Voorwaarde[] }
  | { definitie: string }
  | { instelling: Record<string, string | number | (string | number)[]> }
  | { gemeente: string | string[] }
  | { [vraag: string]: Toets }

export const voorwaarde: z.ZodType<Voorwaarde> = z
  .lazy(() =>
    z.union([
      z.strictObject({ alle: z.array(voorwaarde).min(1) }),
      z.strictObject({ een: z.array(voorwaarde).min(1) }),
      z.strictObject({ geen: z.array(voorwaarde).min(1) }),
      z.strictObject({ niet: voorwaarde }),
      z.strictObject({ minstens: z.union([z.number().int().min(1), verwijzing]), van: z.array(voorwaarde).min(1) }),
      z.strictObject({ definitie: z.string() }),
      z.strictObject({ instelling: instellingToets }),
      z.strictObject({ gemeente: z.union([z.string(), z.array(z.string())]) }),
      z
        .record(z.string(), toets)
        .refine((o) => Object.keys(o).length === 1, 'één toets per voorwaarde; zet er meer onder `alle:`')
        .refine(
          (o) =>
            !['alle', 'een', 'geen', 'niet', 'minstens', 'van', 'definitie', 'instelling', 'gemeente'].includes(Object.keys(o)[0] ?? ''),
          'dit woord heeft een vaste betekenis; kijk in docs/catalogus.md hoe het geschreven wordt',
        ),
    ]),
  )
  .meta({ id: 'Voorwaarde' })
