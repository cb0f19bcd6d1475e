/** Vormen van catalogusbeheer: publicaties, instellingen en doorrekeningen. */
import * as z from 'zod'
import { naamvorm } from '../dossier/vormen.ts'

const tekst = z.string().nullable()

export const publicatievorm = z
  .object({
    id: z.uuid(),
    catalogus: z.string(),
    versie: z.string(),
    hash: z.string(),
    geldigVan: z.iso.date(),
    stand: z.enum(['geldt', 'straks', 'voorbij', 'vervangen']),
    reden: z.string(),
    gedaanOp: z.iso.datetime(),
    door: tekst.meta({ description: 'Wie; leeg bij het inrichten.' }),
    vervangt: z.uuid().nullable(),
    na: tekst.meta({ description: 'De versie die hiervoor gold.' }),
  })
  .meta({ id: 'Cataloguspublicatie' })

export const mapversie = z.object({
  versie: z.string(),
  geldigVan: z.iso.date(),
  hash: tekst.meta({ description: 'Leeg: nog niet vastgelegd, dus nog te wijzigen.' }),
  toelichting: tekst,
})

export const verschillenvorm = z
  .object({
    van: z.string(),
    naar: z.string(),
    delen: z.array(
      z.object({
        onderdeel: z.string(),
        wijzigingen: z.array(
          z.object({
            soort: z.enum(['erbij', 'weg', 'anders']),
            eisen: z.array(z.string()),
            tekst: z.string(),
            was: z.string().optional(),
            is: z.string().optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Catalogusverschillen' })

export const keuzevorm = z
  .object({
    id: z.uuid(),
    sleutel: z.string(),
    titel: z.string(),
    waarde: z.json(),
    inWoorden: z.string(),
    geldigVan: z.iso.date(),
    reden: z.string(),
    gedaanOp: z.iso.datetime(),
    door: z.string(),
  })
  .meta({ id: 'Instellingkeuze' })

export const instellingvorm = z
  .object({
    sleutel: z.string(),
    amb: z.string(),
    titel: z.string(),
    uitleg: tekst,
    eisen: z.array(z.string()),
    werkt: z.array(z.string()),
    lezingen: z.array(z.object({ waarde: z.json(), tekst: z.string(), ontbreekt: tekst })),
    standaard: z.json(),
    vrij: z.enum(['getal', 'tekst', 'lijst', 'object']).nullable(),
    perGemeente: z.boolean(),
    waarde: z.json(),
    inWoorden: z.string(),
    gekozen: keuzevorm.nullable(),
    straks: z.array(keuzevorm),
  })
  .meta({ id: 'Instelling' })

export const waarden = z.record(z.string().max(100), z.json())

const tabeltelling = {
  uitkomsten: z.array(z.object({ uitkomst: z.string(), aantal: z.int() })),
  tegen: z.array(z.object({ uitkomst: z.string(), aantal: z.int() })).optional(),
  overgangen: z.array(z.object({ van: z.string(), naar: z.string(), aantal: z.int() })).optional(),
  veranderd: z.int().optional(),
}
const deel = z.object({ aantal: z.int(), overgeslagen: z.int(), tabellen: z.record(z.string(), z.object(tabeltelling)) })
const kant = z.object({ versie: z.string(), hash: z.string(), instellingen: waarden })

export const simulatievorm = z
  .object({
    id: z.uuid(),
    vanaf: z.iso.date(),
    vraag: z.object({
      vanaf: z.iso.date(),
      catalogus: z.string(),
      nu: kant,
      straks: kant,
      wijziging: z.object({ versie: tekst, instellingen: waarden }),
    }),
    inWoorden: z.array(z.string()).meta({ description: 'Wat er verandert, één zin per wijziging.' }),
    namen: z.object({ uitkomsten: z.record(z.string(), z.string()), tabellen: z.record(z.string(), z.string()) }),
    stand: z.enum(['wacht', 'loopt', 'klaar', 'mislukt', 'gestopt']),
    klaar: z.int(),
    totaal: z.int().nullable(),
    uitkomst: z
      .object({ onderzoeken: deel, indicaties: deel, stapeling: z.object({ inwoners: z.int(), ...tabeltelling }) })
      .nullable()
      .meta({ description: 'Alleen aantallen; nooit personen.' }),
    gevallenBewaard: z
      .boolean()
      .nullable()
      .meta({ description: 'Of bewaard is om wie het gaat; leeg zonder uitkomst, of voor wie dat niet mag zien.' }),
    fout: tekst,
    gevraagdOp: z.iso.datetime(),
    gevraagdDoor: z.string(),
    klaarOp: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Simulatie' })

export const simulatiegeval = z
  .object({
    id: z.uuid().meta({ description: 'Het onderzoek, de indicatie, of bij stapeling de inwoner.' }),
    inwoner: z.object({ id: z.uuid(), naam: naamvorm }),
    zaak: z.object({ id: z.uuid(), nummer: z.string() }).nullable(),
    behandelaar: tekst,
    team: tekst,
  })
  .meta({ id: 'Simulatiegeval' })

export type Simulatiegevalantwoord = z.output<typeof simulatiegeval>
export type Publicatieantwoord = z.output<typeof publicatievorm>
export type Mapversieantwoord = z.output<typeof mapversie>
export type Verschillenantwoord = z.output<typeof verschillenvorm>
export type Keuzeantwoord = z.output<typeof keuzevorm>
export type Instellingantwoord = z.output<typeof instellingvorm>
export type Simulatieantwoord = z.output<typeof simulatievorm>
