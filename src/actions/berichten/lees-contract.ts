/** Een contractbestand lezen: wie, welke producten en welke tarieven op welke dag. De vorm staat in docs/koppelingen.md. */
import * as z from 'zod'
import { wijzer } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { vormzin } from '#core/base/vormzin.ts'
import { parseDatum } from '#core/base/datum.ts'
import { botsen } from '#core/toewijzing/contractregels.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesYaml, plaatsIn, type YamlBestand } from '#core/catalogus/laden/yaml-bestand.ts'
import { eenheid, productCategorie } from '#messages/iwmo-3-2/codelijsten.ts'
import type { Gemeenterij, Tariefrij } from '#storage/berichten/contracten.ts'

export type Contractopgave = {
  readonly contracten: readonly {
    readonly gemeente: string
    readonly aanbieder: string
    readonly naam: string
    readonly van: string | null
    readonly tot: string | null
    readonly tarieven: readonly Tariefrij[]
  }[]
  readonly gemeentelijst: readonly Gemeenterij[] | null
}

const AANHALING = 'zet codes tussen aanhalingstekens, anders maakt YAML er een getal van'
const code = (vorm: RegExp, wat: string) => z.string({ error: `Hier hoort ${wat}; ${AANHALING}.` }).regex(vorm, `Hier hoort ${wat}.`)
const uit = (lijst: { readonly codes: Readonly<Record<string, string>> }, wat: string) =>
  z
    .string({ error: `Hier hoort een ${wat}; ${AANHALING}.` })
    .refine((c) => Object.hasOwn(lijst.codes, c), { error: `Deze ${wat} bestaat niet. Kies uit: ${Object.keys(lijst.codes).join(', ')}.` })
const dag = z
  .string({ error: 'Hier hoort een dag als "2026-01-01".' })
  .refine((d) => parseDatum(d) !== null, { error: 'Hier hoort een dag als "2026-01-01".' })

const EURO = '83'
const tarief = z
  .strictObject({
    eenheid: uit(eenheid, 'eenheid'),
    tarief: z.int({ error: 'Een tarief is een heel aantal eurocenten: 62,50 euro is 6250.' }).min(0).max(99_999_999).optional(),
    van: dag,
    tot: dag.optional(),
  })
  .refine((t) => t.tot === undefined || t.tot >= t.van, { error: 'De laatste dag ligt voor de eerste.', path: ['tot'] })
  .refine((t) => (t.tarief === undefined) === (t.eenheid === EURO), {
    error: 'Elke eenheid heeft een tarief, behalve 83 (euro’s): die heeft er geen.',
    path: ['tarief'],
  })
const CATALOGUSSLEUTEL = `Hier hoort de sleutel van een product in de catalogus, of een lijst daarvan; ${AANHALING}.`
const catalogussleutel = z.string({ error: CATALOGUSSLEUTEL }).trim().min(1, CATALOGUSSLEUTEL).max(60)
const product = z.strictObject({
  code: code(/^[^\s](.{0,3}[^\s])?$/, 'een productcode van hooguit vijf tekens'),
  categorie: uit(productCategorie, 'productcategorie'),
  naam: z.string({ error: 'Hier hoort een naam.' }).trim().min(1, 'Hier hoort een naam.').max(60).optional(),
  catalogusproduct: z
    .union([catalogussleutel, z.array(catalogussleutel).min(1, CATALOGUSSLEUTEL)], { error: CATALOGUSSLEUTEL })
    .transform((een) => (Array.isArray(een) ? [...new Set(een)] : [een]))
    .optional(),
  tarieven: z.array(tarief).min(1, 'Minstens één tarief.'),
})
const buitenContract = (a: { van?: string | undefined; tot?: string | undefined }, alle: readonly Product[]): boolean =>
  alle.some((p) => p.tarieven.some((t) => (a.van !== undefined && t.van < a.van) || (a.tot !== undefined && (t.tot ?? '9999') > a.tot)))

/** Geen enkele regel valt buiten het contract. */
function binnenContract(
  a: { van?: string | undefined; tot?: string | undefined; producten?: Product[] | undefined },
  context: z.RefinementCtx,
): void {
  const meld = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (a.van !== undefined && a.tot !== undefined && a.tot < a.van) meld(['tot'], 'De laatste dag ligt voor de eerste.')
  for (const [i, p] of (a.producten ?? []).entries())
    for (const [j, t] of p.tarieven.entries()) {
      const plek = ['producten', i, 'tarieven', j]
      if (a.van !== undefined && t.van < a.van) meld([...plek, 'van'], 'Dit tarief begint voor het contract.')
      if (a.tot !== undefined && (t.tot === undefined || t.tot > a.tot))
        meld([...plek, t.tot === undefined ? 'van' : 'tot'], 'Dit tarief loopt langer dan het contract. Geef het een laatste dag.')
    }
}
const producten = z.array(product).min(1, 'Minstens één product.').superRefine(zonderOverlap)
const aanbiedervelden = {
  agb: code(/^\d{8}$/, 'een AGB-code van acht cijfers'),
  naam: z.string({ error: 'Hier hoort de naam van de aanbieder.' }).trim().min(1, 'Hier hoort de naam van de aanbieder.').max(120),
  van: dag.optional(),
  tot: dag.optional(),
}
const contract = z.strictObject({ ...aanbiedervelden, producten }).superRefine(binnenContract)
const bestand = z
  .strictObject({
    gemeenten: z.array(code(/^\d{4}$/, 'een gemeentecode van vier cijfers')).min(1, 'Minstens één gemeente.'),
    producten: producten.optional(),
    aanbieders: z
      .array(z.strictObject({ ...aanbiedervelden, producten: producten.optional() }).superRefine(binnenContract))
      .min(1, 'Minstens één aanbieder.'),
    gemeentelijst: z
      .array(z.strictObject({ code: code(/^\d{4}$/, 'een gemeentecode van vier cijfers'), van: dag.optional(), tot: dag.optional() }))
      .min(1)
      .optional(),
  })
  .superRefine((b, context) => {
    // Ook wat bovenaan staat voor allemaal, past in het contract van elk.
    for (const [i, a] of b.aanbieders.entries())
      if (a.producten === undefined && buitenContract(a, b.producten ?? []))
        context.addIssue({
          code: 'custom',
          path: ['aanbieders', i, 'naam'],
          message: 'De gedeelde tarieven passen niet binnen de dagen van dit contract.',
        })
  })
type Bestand = z.output<typeof bestand>
type Product = z.output<typeof product>

/** Het product van de catalogus dat op één dag twee categorieën krijgt voor dezelfde code. */
const andereCategorie = (a: Tariefrij, b: Tariefrij): boolean =>
  a.catalogusproduct === b.catalogusproduct && a.code === b.code && a.categorie !== b.categorie && samen(a, b)
const samen = (a: Tariefrij, b: Tariefrij): boolean => a.van <= (b.tot ?? LAATST) && b.van <= (a.tot ?? LAATST)
const LAATST = '9999-12-31'

/** Op één dag heeft een code in een eenheid één tarief per product van de catalogus en per naam. */
function zonderOverlap(alle: readonly Product[], context: z.RefinementCtx): void {
  const gezien: Tariefrij[] = []
  for (const [i, product] of alle.entries())
    for (const [j, tarief] of product.tarieven.entries()) {
      const meld = (message: string) => context.addIssue({ code: 'custom', path: [i, 'tarieven', j, 'van'], message })
      const rijen = tariefrijen({ ...product, tarieven: [tarief] })
      const zelfdeCode = gezien.filter((g) => g.code === product.code)
      if (rijen.some((r) => zelfdeCode.some((g) => botsen(g, r)))) meld(TWEE_TARIEVEN)
      if (rijen.some((r) => zelfdeCode.some((g) => andereCategorie(g, r))))
        meld(`Code ${product.code} staat hier op één dag onder twee categorieën voor hetzelfde product.`)
      gezien.push(...rijen)
    }
}
const TWEE_TARIEVEN =
  'Voor deze code en eenheid gelden hier twee tarieven op één dag. Noem bij elk een ander product van de catalogus, of geef elk een naam.'

/** Leest en keurt het bestand; elke fout met regel en kolom. */
export function leesContract(pad: string, tekst: string): Result<Contractopgave, Catalogusfout[]> {
  const yaml = leesYaml({ pad, tekst })
  if (!yaml.ok) return yaml
  const gelezen = bestand.safeParse(yaml.value.waarde, { error: vormzin })
  if (!gelezen.success) return fout(gelezen.error.issues.map((f) => alsFout(yaml.value, f)))
  const zonder = gelezen.data.aanbieders.findIndex((a) => a.producten === undefined && gelezen.data.producten === undefined)
  if (zonder >= 0)
    return fout([
      {
        ...plaatsIn(yaml.value, ['aanbieders', zonder]),
        code: 'CONTRACT_ONGELDIG',
        tekst: 'Deze aanbieder heeft geen producten.',
        watNu: 'Zet ze bij de aanbieder, of bovenaan voor allemaal.',
      },
    ])
  return ok(opgaveVan(gelezen.data))
}

/** Eén contract zoals een scherm het invult, met dezelfde keuring. */
export function leesContractinvoer(ruw: unknown): Result<Omit<Contractopgave['contracten'][number], 'gemeente'>, Invoerfout[]> {
  const gelezen = contract.safeParse(ruw, { error: vormzin })
  if (!gelezen.success)
    return fout(gelezen.error.issues.map((f) => ({ code: 'CONTRACT_ONGELDIG', plaats: wijzer(...f.path.map(String)), tekst: tekstVan(f) })))
  const { agb, naam, van = null, tot = null, producten: p } = gelezen.data
  return ok({ aanbieder: agb, naam, van, tot, tarieven: p.flatMap(tariefrijen) })
}

const tekstVan = (f: z.core.$ZodIssue): string =>
  f.code === 'unrecognized_keys' ? `Het veld ${f.keys.join(', ')} bestaat hier niet.` : f.message

const alsFout = (yaml: YamlBestand, f: z.core.$ZodIssue): Catalogusfout => ({
  ...plaatsIn(yaml, f.path),
  code: 'CONTRACT_ONGELDIG',
  tekst: tekstVan(f),
  watNu: 'De vorm staat in docs/koppelingen.md.',
})

const opgaveVan = (b: Bestand): Contractopgave => ({
  contracten: b.gemeenten.flatMap((gemeente) =>
    b.aanbieders.map((a) => ({
      gemeente,
      aanbieder: a.agb,
      naam: a.naam,
      van: a.van ?? null,
      tot: a.tot ?? null,
      tarieven: (a.producten ?? b.producten ?? []).flatMap(tariefrijen),
    })),
  ),
  gemeentelijst: b.gemeentelijst?.map((g) => ({ code: g.code, van: g.van ?? '', tot: g.tot ?? null })) ?? null,
})

/** Elk tarief geldt voor elk product van de catalogus dat erbij genoemd is. */
const tariefrijen = (p: Product): Tariefrij[] =>
  p.tarieven.flatMap((t) =>
    (p.catalogusproduct ?? [null]).map((catalogusproduct) => ({
      code: p.code,
      categorie: p.categorie,
      eenheid: t.eenheid,
      tarief: t.tarief ?? null,
      van: t.van,
      tot: t.tot ?? null,
      catalogusproduct,
      naam: p.naam ?? null,
    })),
  )
