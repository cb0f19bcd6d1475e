/** Een scenario lezen: wie zich hoe gedraagt. Wat er niet staat heeft een vriendelijke beginwaarde. De vorm staat in docs/koppelingen.md. */
import * as z from 'zod'
import { parseDatum } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import { vormzin } from '#core/base/vormzin.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesYaml, plaatsIn, type YamlBestand } from '#core/catalogus/laden/yaml-bestand.ts'
import { eenheid } from '#messages/iwmo-3-2/codelijsten.ts'
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'
import type { Scenario } from './scenario.ts'
import { afkeurbaar, codesVoor } from './weiger.ts'

const kans = z
  .number({ error: 'Hier hoort een kans: een getal van 0 tot en met 1.' })
  .min(0, 'Een kans is minstens 0.')
  .max(1, 'Een kans is hooguit 1.')
const dagen = z.int({ error: 'Hier hoort een heel aantal dagen.' }).min(0, 'Minstens 0 dagen.').max(3_650, 'Hooguit 3650 dagen.')
const dag = z
  .string({ error: 'Hier hoort een dag als "2026-01-01".' })
  .refine((d) => parseDatum(d) !== null, { error: 'Hier hoort een dag als "2026-01-01".' })
const voornemen = (k: number, na: number) => z.strictObject({ kans: kans.default(k), na: dagen.default(na) }).prefault({})

const weigering = z
  .strictObject({
    bericht: z.enum(afkeurbaar as [string, ...string[]], { error: `Kies een bericht dat een antwoord krijgt: ${afkeurbaar.join(', ')}.` }),
    kans,
    code: z.string({ error: 'Hier hoort een retourcode; zet haar tussen aanhalingstekens, anders maakt YAML er een getal van.' }),
  })
  .superRefine((w, context) => {
    const codes = codesVoor(w.bericht)
    if (!(codes as readonly string[]).includes(w.code))
      context.addIssue({
        code: 'custom',
        path: ['code'],
        message: `Met deze code wordt een ${w.bericht} niet afgekeurd. Kies uit: ${codes.join(', ')}.`,
      })
  })
  .transform((w) => ({ ...w, code: w.code as Retourcode }))
const weigert = z.array(weigering).default([])

const tarief = z.strictObject({
  eenheid: z.string({ error: 'Hier hoort een eenheid; zet haar tussen aanhalingstekens.' }).refine((e) => Object.hasOwn(eenheid.codes, e), {
    error: `Deze eenheid bestaat niet. Kies uit: ${Object.keys(eenheid.codes).join(', ')}.`,
  }),
  tarief: z.int({ error: 'Een tarief is een heel aantal eurocenten: 65 euro is 6500.' }).min(0).max(99_999_999),
  van: dag,
  tot: dag.optional(),
})
/** Een uur en een dagdeel, met een verhoging op 1 januari 2026; gelijk aan het contract van de proefgemeenten. */
export const proeftarieven = [
  { eenheid: '04', tarief: 6_300, van: '2000-01-01', tot: '2025-12-31' },
  { eenheid: '04', tarief: 6_540, van: '2026-01-01' },
  { eenheid: '16', tarief: 4_860, van: '2000-01-01', tot: '2025-12-31' },
  { eenheid: '16', tarief: 5_040, van: '2026-01-01' },
]

const aanbieder = z.strictObject({
  weigert,
  start: voornemen(0.95, 5),
  herstel: voornemen(0, 10),
  stop: voornemen(0.1, 40),
  pauze: voornemen(0.05, 30),
  toewijzingsverzoek: voornemen(0.05, 30),
  wijzigingsverzoek: voornemen(0.05, 30),
  declaratie: z
    .strictObject({
      kans: kans.default(1),
      minst: kans.default(0.7),
      meest: kans.default(1),
      fout: kans.default(0.05),
      correctie: kans.default(0.03),
      tarieven: z.array(tarief).default(proeftarieven),
    })
    .refine((d) => d.minst <= d.meest, { error: 'Het minste is meer dan het meeste.', path: ['minst'] })
    .prefault({}),
})

const bestand = z.strictObject({
  naam: z.string({ error: 'Geef het scenario een naam.' }).min(1),
  uitleg: z.string().default(''),
  netwerk: z
    .strictObject({
      vertraagt: kans.default(0.1),
      dagen: dagen.default(2),
      herhaalt: kans.default(0),
      verliest: kans.default(0),
      verwisselt: z.boolean({ error: 'Hier hoort true of false.' }).default(false),
    })
    .prefault({}),
  aanbieder: aanbieder.prefault({}),
  gemeente: z
    .strictObject({
      weigert,
      clienten: z
        .int({ error: 'Hier hoort een heel aantal cliënten.' })
        .min(0)
        .max(1_000, 'Hooguit duizend cliënten per aanbieder.')
        .default(10),
      verlengt: voornemen(0.1, 20),
      verzoek: z
        .strictObject({ onderzoekt: kans.default(0.3), wijstAf: kans.default(0.2), wijzigt: kans.default(0), na: dagen.default(3) })
        .prefault({}),
    })
    .prefault({}),
  gemeenten: z
    .array(z.string({ error: 'Zet een gemeentecode tussen aanhalingstekens.' }).regex(/^\d{4}$/, 'Een gemeentecode is vier cijfers.'))
    .default(['9999']),
  aanbieders: z.record(z.string().regex(/^\d{8}$/, 'Een AGB-code is acht cijfers.'), aanbieder).default({}),
})

/** Leest en keurt een scenario; elke fout met regel en kolom. */
export function leesScenario(pad: string, tekst: string): Result<Scenario, Catalogusfout[]> {
  const yaml = leesYaml({ pad, tekst })
  if (!yaml.ok) return yaml
  const gelezen = bestand.safeParse(yaml.value.waarde, { error: vormzin })
  return gelezen.success ? ok(gelezen.data as Scenario) : fout(gelezen.error.issues.map((f) => alsFout(yaml.value, f)))
}

const alsFout = (yaml: YamlBestand, f: z.core.$ZodIssue): Catalogusfout => ({
  ...plaatsIn(yaml, f.path),
  code: 'SCENARIO_ONGELDIG',
  tekst: f.code === 'unrecognized_keys' ? `Het veld ${f.keys.join(', ')} bestaat hier niet.` : f.message,
  watNu: 'De vorm staat in docs/koppelingen.md.',
})
