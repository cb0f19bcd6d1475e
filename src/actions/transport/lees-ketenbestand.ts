/** Het bestand met wie wij in de keten zijn en langs welke weg berichten gaan. De vorm staat in docs/koppelingen.md. */
import * as z from 'zod'
import { fout, ok, type Result } from '#core/base/result.ts'
import { vormzin } from '#core/base/vormzin.ts'
import { bedoelde } from '#core/base/dichtstbij.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesYaml, plaatsIn, type YamlBestand } from '#core/catalogus/laden/yaml-bestand.ts'

const AANHALING = 'zet codes tussen aanhalingstekens, anders maakt YAML er een getal van'
const PARTIJ = /^(\d{4}|\d{8})$/
const pad = z.string({ error: 'Hier hoort het pad van een bestand.' }).min(1, 'Hier hoort het pad van een bestand.')
const adres = z
  .url({ protocol: /^https$/, error: 'Hier hoort een adres dat met https:// begint; berichten gaan nooit zonder versleuteling.' })
  .refine((a) => new URL(a).username === '', 'Zet geen naam of wachtwoord in het adres.')
const heelGetal = (van: number, tot: number) =>
  z
    .int({ error: `Hier hoort een heel getal van ${van} tot en met ${tot}.` })
    .min(van)
    .max(tot)
const partijcode = z
  .string({ error: `Hier hoort een gemeentecode van vier of een AGB-code van acht cijfers; ${AANHALING}.` })
  .regex(PARTIJ, `Hier hoort een gemeentecode van vier of een AGB-code van acht cijfers; ${AANHALING}.`)

const verzending = z.strictObject({
  certificaat: pad,
  sleutel: pad,
  ca: pad.optional(),
  crl: pad.optional(),
  geduld: heelGetal(1, 600).default(30),
  herhaal: heelGetal(1, 3600).default(10),
  opgeven: heelGetal(1, 24 * 30).default(72),
  applicatie: z.string().min(3, 'De naam van een applicatie heeft 3 tot 50 tekens.').max(50).default('Meedoen'),
  envelop325: z.enum(['Di01', 'Du01'], { error: 'Kies Di01 of Du01.' }).default('Di01'),
})
const stam = { poort: heelGetal(0, 65535), verzoekenPerMinuut: heelGetal(1, 1_000_000).default(600) }
const ontvangst = z.union(
  [
    z.strictObject({ ...stam, host: z.string().min(1).default('0.0.0.0'), certificaat: pad, sleutel: pad, ca: pad, crl: pad.optional() }),
    z.strictObject({
      ...stam,
      host: z.string().min(1).default('127.0.0.1'),
      ca: pad,
      proxy: z.strictObject({
        kop: z.string().regex(/^[A-Za-z0-9-]+$/, 'Hier hoort de naam van een kop, zoals x-client-certificaat.'),
        adressen: z.array(z.string().min(1)).min(1, 'Noem minstens één adres van een proxy die te vertrouwen is.'),
      }),
    }),
  ],
  { error: 'Hier horen poort, ca, en óf certificaat en sleutel (zelf luisteren) óf proxy met kop en adressen.' },
)
const partij = z
  .strictObject({
    weg: z.enum(['https', 'map', 'geen'], { error: 'Kies https, map of geen.' }),
    adres: adres.optional(),
    adressen: z.record(z.string().regex(PARTIJ), adres).optional(),
    certificaat: pad.optional(),
    sleutel: pad.optional(),
  })
  .refine((p) => p.weg !== 'https' || p.adres !== undefined || p.adressen !== undefined, {
    error: 'Bij de weg https hoort een adres: van het knooppunt, of van de ander.',
    path: ['adres'],
  })
  .refine((p) => (p.certificaat === undefined) === (p.sleutel === undefined), {
    error: 'Een eigen certificaat heeft een eigen sleutel.',
    path: ['sleutel'],
  })
const VINGERAFDRUK = /^([0-9a-f]{2}:?){31}[0-9a-f]{2}$/i
const vertrouwd = z
  .strictObject({
    oin: z
      .string({ error: `Hier hoort een OIN; ${AANHALING}.` })
      .min(1)
      .optional(),
    vingerafdruk: z
      .string()
      .regex(VINGERAFDRUK, 'Hier hoort een vingerafdruk SHA-256: 64 tekens, met of zonder dubbele punten.')
      .optional(),
    namens: z.union([z.literal('iedereen'), z.array(partijcode).min(1)], {
      error: 'Noem de codes namens wie dit certificaat stuurt, of schrijf iedereen (een knooppunt).',
    }),
  })
  .refine((v) => (v.oin === undefined) !== (v.vingerafdruk === undefined), { error: 'Noem óf het oin óf de vingerafdruk.' })
const bestand = z
  .strictObject({
    verzending: verzending.optional(),
    ontvangst: ontvangst.optional(),
    partijen: z.record(z.string(), partij),
    vertrouwd: z.array(vertrouwd).default([]),
  })
  .superRefine((b, context) => {
    const meld = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
    for (const code of Object.keys(b.partijen))
      if (!PARTIJ.test(code))
        meld(['partijen', code], `Hier hoort een gemeentecode van vier of een AGB-code van acht cijfers; ${AANHALING}.`)
    const overHttps = Object.entries(b.partijen).filter(([, p]) => p.weg === 'https')
    if (overHttps.length > 0 && b.verzending === undefined)
      meld(['partijen', overHttps[0]?.[0] ?? ''], 'Bij de weg https hoort een deel "verzending" met certificaat en sleutel.')
    if (b.ontvangst !== undefined && b.vertrouwd.length === 0)
      meld(['ontvangst'], 'Zonder "vertrouwd" neemt de ontvangst niets aan. Noem wiens certificaat wat mag sturen.')
  })

export type Ketenbestand = z.output<typeof bestand>

/** Leest en keurt het bestand; elke fout met regel, wat er mis is en wat kan. */
export function leesKetenbestand(pad: string, tekst: string): Result<Ketenbestand, Catalogusfout[]> {
  const yaml = leesYaml({ pad, tekst })
  if (!yaml.ok) return yaml
  const gelezen = bestand.safeParse(yaml.value.waarde, { error: vormzin })
  return gelezen.success ? ok(gelezen.data) : fout(gelezen.error.issues.map((f) => alsFout(yaml.value, f)))
}

const velden = [
  ...Object.keys(bestand.shape),
  ...Object.keys(verzending.shape),
  ...Object.keys(partij.shape),
  ...Object.keys(vertrouwd.shape),
  'poort',
  'host',
  'proxy',
  'kop',
  'verzoekenPerMinuut',
]
const alsFout = (yaml: YamlBestand, f: z.core.$ZodIssue): Catalogusfout => ({
  ...plaatsIn(yaml, f.code === 'unrecognized_keys' ? [...f.path, f.keys[0] ?? ''] : f.path),
  code: 'KETENBESTAND_ONGELDIG',
  tekst:
    f.code === 'unrecognized_keys' ? `Het veld ${f.keys.join(', ')} bestaat hier niet.${bedoelde(f.keys[0] ?? '', velden)}` : f.message,
  watNu: 'De vorm staat in docs/koppelingen.md.',
})
