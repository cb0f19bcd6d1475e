/** Vormen van toezicht. */
import * as z from 'zod'
import { auditwoorden } from '#actions/dossier/lees-inzagen.ts'

const tekst = z.string().nullable()
const dagOfNiets = z.iso.date().nullable()

const termijnen = { binnen: z.int(), teLaat: z.int(), nietKlaar: z.int(), afgesloten: z.int() }
const indicaties = { alle: z.int(), afwijkend: z.int(), gewaarschuwd: z.int() }
const perMaand = <V extends z.ZodRawShape>(vorm: V) =>
  z.object({ maanden: z.array(z.object({ maand: z.string(), ...vorm })), totaal: z.object(vorm) })

export const cijfervorm = z
  .object({
    van: z.iso.date(),
    tot: z.iso.date(),
    termijnen: perMaand(termijnen).meta({ description: 'De zes weken van het onderzoek: afgerond of verslag verzonden.' }),
    besluiten: perMaand(termijnen).meta({
      description:
        'De twee weken van het besluit: na de aanvraag een indicatie vastgesteld, of de zaak gesloten omdat er besloten is. Opschorting is niet afgetrokken.',
    }),
    indicaties: perMaand(indicaties),
    waarschuwingen: z.array(z.object({ code: z.string(), tekst: z.string(), aantal: z.int() })),
    overig: z.object({
      noodtoegangen: z.int(),
      onbeoordeeld: z.int(),
      terecht: z.int(),
      onterecht: z.int(),
      publicaties: z.int(),
      instellingen: z.int(),
      geweigerd: z.int(),
    }),
  })
  .meta({ id: 'Toezichtcijfers' })

export const termijngeval = z
  .object({
    zaak: z.uuid(),
    nummer: z.string(),
    inwoner: z.uuid(),
    soort: z.string(),
    uiterlijk: z.iso.date(),
    klaarOp: dagOfNiets,
    afgeslotenOp: dagOfNiets,
    uitkomst: z.enum(['binnen', 'te_laat', 'niet_klaar', 'afgesloten']),
    dagenTeLaat: z.int(),
    behandelaar: tekst,
    team: tekst,
  })
  .meta({ id: 'Termijngeval' })

export const indicatiegeval = z
  .object({
    indicatie: z.uuid(),
    inwoner: z.uuid(),
    zaak: z.uuid().nullable(),
    zaaknummer: tekst,
    product: z.string(),
    advies: tekst,
    vastgesteldOp: z.iso.datetime(),
    door: z.string(),
    afwijking: tekst,
    waarschuwingen: z.array(z.object({ code: z.string(), tekst: z.string(), motivering: z.string() })),
  })
  .meta({ id: 'Indicatiegeval' })

export const auditsoortvorm = z.enum(Object.keys(auditwoorden) as [keyof typeof auditwoorden, ...(keyof typeof auditwoorden)[]])

export const auditregelvorm = z
  .object({
    id: z.uuid(),
    op: z.iso.datetime(),
    soort: auditsoortvorm,
    wat: z.string(),
    uitkomst: z.enum(['gelukt', 'geweigerd']),
    wie: z.object({ id: z.uuid(), naam: z.string() }).nullable(),
    rollen: z.array(z.string()),
    inwoner: z.uuid().nullable(),
    zaak: z.uuid().nullable(),
    objecten: z.array(z.object({ soort: z.string(), id: z.string(), versie: z.int().optional() })),
    doel: z.string(),
    reden: tekst,
    weigering: tekst,
    toegangspunt: z.string(),
    correlatie: z.string(),
    zegel: z.int().nullable().meta({ description: 'Plaats in de keten; leeg: nog niet verzegeld.' }),
  })
  .meta({ id: 'Auditregel' })

export const auditkeuzevorm = z.object({
  medewerkers: z.array(z.object({ id: z.uuid(), naam: z.string(), actief: z.boolean() })),
  soorten: z.array(z.object({ soort: auditsoortvorm, tekst: z.string() })),
})

export const controlevorm = z
  .object({
    id: z.uuid(),
    stand: z.enum(['wacht', 'loopt', 'klaar', 'mislukt']),
    klaar: z.int(),
    totaal: z.int().nullable(),
    uitkomst: z
      .object({
        verzegeld: z.int(),
        open: z.int(),
        breuk: z.object({ volgnummer: z.int(), audit: z.string(), wat: z.string() }).nullable(),
      })
      .nullable(),
    fout: tekst,
    gevraagdOp: z.iso.datetime(),
    gevraagdDoor: z.string(),
    klaarOp: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Auditcontrole' })

export type Cijferantwoord = z.output<typeof cijfervorm>
export type Termijngevalantwoord = z.output<typeof termijngeval>
export type Indicatiegevalantwoord = z.output<typeof indicatiegeval>
export type Auditregelantwoord = z.output<typeof auditregelvorm>
export type Auditkeuzeantwoord = z.output<typeof auditkeuzevorm>
export type Controleantwoord = z.output<typeof controlevorm>
