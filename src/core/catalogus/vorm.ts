/**
 * De vorm van een productcatalogus: wat er in de YAML van `catalogi/<id>/<versie>/` mag staan.
 * Eén definitie voor drie gebruiken: controle bij het laden, de types in de code, en het JSON Schema
 * waarmee een editor aanvult (`docs/catalogus.schema.json`). Uitleg met voorbeelden: `docs/catalogus.md`.
 *
 * Alleen de vorm staat hier. Samenhang (verwijst een tabel naar een bestaande vraag, is elke rij bereikbaar)
 * controleert `controleer.ts`.
 */
import { z } from 'zod'
import { afgeleid, instelling, tabel, type uitkomst, vraag, type waarschuwing } from '#core/catalogus/vorm-beslissing.ts'
import { normenkader, stapeling, vergelijkRij, vignet, voorliggend } from '#core/catalogus/vorm-keten.ts'
import { product, type uitspraak, uitspraakVelden } from '#core/catalogus/vorm-product.ts'
import { code, eisId, sleutel, tekst, themasleutel, voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

/** Alles wat in de mappen van één catalogusversie mag staan, over alle bestanden samengevoegd. */
export const catalogusVorm = z.strictObject({
  catalogus: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    versie: z.string().regex(/^[a-z0-9.-]+$/),
    naam: tekst,
    omschrijving: tekst,
    bronnen: z.array(z.strictObject({ document: tekst, titel: tekst, bestand: z.string().describe('pad in de map van de versie') })),
    productvolgorde: z.array(z.string()).min(1),
    planLabel: tekst.optional(),
  }),
  gemeenten: z.array(z.strictObject({ naam: tekst, code: z.union([z.string().regex(/^\d{4}$/), z.null()]) })),
  themas: z.record(themasleutel, z.strictObject({ titel: tekst, uitleg: tekst.optional() })),
  producten: z.record(z.string(), product),
  gedeeld: z.array(z.strictObject({ ...uitspraakVelden, producten: z.array(z.string()).min(1) })).optional(),
  passages: z
    .array(z.strictObject({ document: tekst, regels: z.string().regex(/^\d+(-\d+)?$/), eisen: z.array(eisId) }))
    .optional()
    .describe('welke regels van het brondocument bij welke uitspraken horen'),
  vragen: z.record(sleutel, vraag),
  instellingen: z.record(sleutel, instelling).optional(),
  toelichtingen: z
    .array(z.strictObject({ amb: eisId, titel: tekst, eisen: z.array(eisId), lezingen: z.array(tekst), gekozen: tekst }))
    .optional()
    .describe('open punten zonder sleutel: niet instelbaar, wel uitgelegd'),
  afgeleid: z.record(sleutel, afgeleid).optional(),
  definities: z.record(sleutel, voorwaarde).optional(),
  gronden: z.record(code, z.strictObject({ tekst, vervolg: tekst.optional() })),
  tabellen: z.record(sleutel, tabel),
  voorliggend: z.array(voorliggend).optional().describe('wat een andere wet betekent voor het vaststellen van een indicatie'),
  stapeling,
  normenkaders: z.record(sleutel, normenkader).optional(),
  vergelijking: z.array(vergelijkRij).optional(),
  vignetten: z.array(vignet).optional(),
})

/** De inhoud van een catalogus zoals ze in de YAML staat. */
export type CatalogusInhoud = z.infer<typeof catalogusVorm>

export type Uitspraak = z.infer<typeof uitspraak>
export type Product = z.infer<typeof product>
export type Vraag = z.infer<typeof vraag>
export type Afgeleid = z.infer<typeof afgeleid>
export type Instelling = z.infer<typeof instelling>
export type Uitkomst = z.infer<typeof uitkomst>
export type Tabel = z.infer<typeof tabel>
export type Waarschuwing = z.infer<typeof waarschuwing>
export type Voorliggend = z.infer<typeof voorliggend>
export type Stapeling = z.infer<typeof stapeling>
export type Vignet = z.infer<typeof vignet>
export type Normenkader = z.infer<typeof normenkader>
export type GedeeldeUitspraak = Uitspraak & { producten: string[] }

/** Een geladen catalogusversie: gecontroleerde inhoud met haar kenmerken. `hash` is SHA-256 over de inhoud en de brondocumenten. */
export type Catalogus = CatalogusInhoud & {
  readonly hash: string
  readonly geldigVan: string
  /** Brontekst per document, voor de weg van uitspraak naar bron en terug. */
  readonly bronteksten: Readonly<Record<string, string>>
  /** Wat gemeenten bovenop deze catalogus hebben vastgelegd; gaat niet mee in de hash van de versie. */
  readonly keuzes?: readonly Keuzes[]
}

/** Uit `catalogi/<id>/versies.yaml`. Een gepubliceerde versie verandert niet meer: de hash ligt vast. */
export const versiesVorm = z.strictObject({
  versies: z
    .array(
      z.strictObject({
        versie: z.string(),
        geldigVan: z.string(),
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
        toelichting: tekst.optional(),
      }),
    )
    .min(1),
})

/** Keuzes van een gemeente bovenop een catalogusversie, met ingangsdatum: `catalogi/<id>/keuzes/*.yaml`. */
export const keuzesVorm = z.strictObject({
  catalogus: z.string(),
  gemeente: z.string(),
  geldigVan: z.string(),
  door: tekst,
  reden: tekst,
  instellingen: z.record(z.string(), z.json()),
})
export type Keuzes = z.infer<typeof keuzesVorm>
