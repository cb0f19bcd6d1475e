/** De vormen van onderzoek en indicatie in verzoek en antwoord; hieruit komt ook het OpenAPI-document. */
import * as z from 'zod'
import { bezoeksoorten } from '#core/dossier/onderzoek.ts'

const tekst = (max: number) => z.string().trim().min(1).max(max)
const dag = z.iso.date()
const moment = z.iso.datetime()
const wie = z.object({ id: z.uuid(), naam: z.string() })

export const naarId = z.object({ id: z.uuid() })
export const lijstVan = <V extends z.ZodType>(deel: V) => z.object({ items: z.array(deel), volgende: z.string().nullable() })

export const antwoordvorm = z
  .object({
    id: z.uuid(),
    volgnummer: z.int(),
    versie: z.int(),
    soort: z.enum(['antwoord', 'overschrijving']),
    vraag: z.string(),
    waarde: z.json(),
    toelichting: z.string().nullable(),
    bron: z.string().nullable(),
    datum: dag,
    bezoek: z.uuid().nullable(),
    vervangt: z.uuid().nullable(),
    gegevenOp: moment,
    gegevenDoor: wie,
  })
  .meta({ id: 'Antwoord' })

const bezoekversie = z.object({
  versie: z.int(),
  datum: dag,
  soort: z.string(),
  aanwezig: z.string().nullable(),
  verslag: z.string().nullable(),
  ingetrokken: z.string().nullable().meta({ description: 'Waarom het bezoek is ingetrokken; null: het geldt.' }),
  gemaaktDoor: wie,
  gemaaktOp: moment,
})
export const bezoekvorm = bezoekversie
  .extend({ id: z.uuid(), eerdere: z.array(bezoekversie).meta({ description: 'Wat er stond voordat het verbeterd werd.' }) })
  .meta({ id: 'Bezoek' })

export const bezoekopgave = z.strictObject({
  datum: dag,
  soort: z.enum(Object.keys(bezoeksoorten) as (keyof typeof bezoeksoorten)[]),
  aanwezig: tekst(300).optional(),
  verslag: tekst(10_000).optional(),
})

/** De lengte leest de kern, met een zin die zegt wat er moet. */
export const bezoekintrekking = z.strictObject({ reden: z.string() })

export const antwoordenopgave = z.strictObject({
  antwoorden: z
    .array(
      z.strictObject({
        soort: z.enum(['antwoord', 'overschrijving']).default('antwoord'),
        vraag: tekst(100),
        waarde: z.json().meta({ description: 'Het antwoord; null is: weet ik niet (meer).' }),
        toelichting: z.string().trim().max(4000).optional().meta({ description: 'Bij een overschrijving: de motivering.' }),
        bron: z.string().trim().max(200).optional(),
        datum: dag.optional(),
        bezoek: z.uuid().optional(),
        vervangt: z.uuid().optional().meta({ description: 'Het antwoord dat u verbetert.' }),
      }),
    )
    .min(1)
    .max(200),
})
export const bewaardvorm = z.object({ versie: z.int(), bewaardOp: moment, antwoorden: z.array(antwoordvorm) })

const gebeurtenisvorm = z
  .object({
    id: z.uuid(),
    soort: z.string(),
    label: z.string(),
    datum: dag,
    zin: z.string(),
    gegevens: z.json(),
    vervangt: z.uuid().nullable(),
    geldt: z.boolean(),
    gemaaktOp: moment,
    gemaaktDoor: wie,
  })
  .meta({ id: 'Indicatiegebeurtenis' })
const looptijd = z.object({ van: dag, tot: dag.nullable() }).nullable()

const leveringsvorm = z.enum(['zin', 'pgb']).meta({ description: 'Zorg in natura, of een persoonsgebonden budget.' })

const indicatiekern = {
  id: z.uuid(),
  voorziening: z.uuid(),
  onderzoek: z.uuid().nullable(),
  tabel: z.string(),
  product: z.string(),
  productnaam: z.string(),
  van: dag,
  tot: dag.nullable(),
  looptijd,
  stand: z.enum(['vastgesteld', 'gestart', 'onderbroken', 'beeindigd', 'ingetrokken']).nullable(),
  standInWoorden: z.string(),
  standSinds: dag.nullable(),
  eenheid: z.string(),
  minutenPerWeek: z.int().nullable(),
  dagdelenPerWeek: z.int().nullable(),
  leveringsvorm,
  vervangt: z.uuid().nullable(),
  vervangenDoor: z.uuid().nullable(),
  gebeurtenissen: z.array(gebeurtenisvorm),
}
export const indicatievorm = z.object(indicatiekern).meta({ id: 'Indicatie' })

const inwonervorm = z.object({
  id: z.uuid(),
  naam: z.string(),
  geboortedatum: dag.nullable(),
  woonplaats: z.string().nullable(),
  overledenOp: dag.nullable(),
})
export const volledigeIndicatievorm = z
  .object({
    ...indicatiekern,
    inwoner: inwonervorm,
    advies: z.uuid().nullable(),
    catalogusHash: z.string(),
    omvang: z.json(),
    regelsInWoorden: z.array(z.string()),
    afwijkingMotivering: z.string().nullable(),
    adviesInWoorden: z.string().nullable().meta({ description: 'Wat het advies was, als er iets anders gekozen is.' }),
    motiveringen: z.json(),
    stapeling: z.json(),
    vastgesteldOp: moment,
    vastgesteldDoor: wie,
    magWijzigen: z.boolean(),
    magToewijzen: z.boolean(),
    andere: z.array(indicatievorm),
  })
  .meta({ id: 'VolledigeIndicatie' })

const wlzvorm = z
  .object({
    toegekend: z.object({ van: dag, tot: dag.optional() }).nullable(),
    aangevraagdOp: dag.nullable(),
    afgewezenOp: dag.nullable(),
  })
  .meta({ description: 'Wat er over de Wlz vastligt. Een toegekende Wlz-indicatie gaat voor bij het vaststellen.' })

const onderzoekkern = {
  id: z.uuid(),
  versie: z.int(),
  inwoner: inwonervorm,
  zaak: z.object({ id: z.uuid(), nummer: z.string(), hulpvraag: z.string().nullable(), onderzoekUiterlijk: dag }).nullable(),
  catalogus: z.object({ id: z.string(), versie: z.string(), naam: z.string(), hash: z.string() }),
  keuze: z.json(),
  gestartOp: moment,
  gestartDoor: wie,
  afgerondOp: moment.nullable(),
  gewijzigdOp: moment,
  gewijzigdDoor: wie,
  magWijzigen: z.boolean(),
  waaromNiet: z.string().nullable(),
  bezoeken: z.array(bezoekvorm),
  wlz: wlzvorm,
}
export const onderzoekvorm = z
  .object({ ...onderzoekkern, antwoorden: z.array(antwoordvorm), indicaties: z.array(indicatievorm) })
  .meta({ id: 'Onderzoek' })
export const gestartvorm = z.object({ id: z.uuid(), versie: z.int(), inwoner: z.uuid() })
export const onderzoeksregel = z.object({
  id: z.uuid(),
  catalogus: z.string(),
  catalogusVersie: z.string(),
  gestartOp: moment,
  afgerondOp: moment.nullable(),
  versie: z.int(),
})

export const voorstelvorm = z.strictObject({
  tabel: tekst(100),
  product: tekst(100),
  van: dag,
  tot: dag.nullish(),
  leveringsvorm: leveringsvorm.default('zin'),
  omvang: z.record(z.string(), z.json()).meta({ description: 'Zoals `meedoen omvang` haar leest: regels of dagdelen.' }),
  afwijkingMotivering: z.string().trim().max(8000).optional(),
  motiveringen: z
    .array(z.strictObject({ sleutel: tekst(300), motivering: z.string().trim().max(8000) }))
    .max(200)
    .default([]),
  vervangt: z.uuid().optional(),
})
export const vastgesteldvorm = z.object({ id: z.uuid(), voorziening: z.uuid(), advies: z.uuid() })

export const gebeurtenisopgave = z.strictObject({
  soort: z.string().max(40),
  datum: z.string().max(10),
  gegevens: z.record(z.string(), z.json()).optional(),
  vervangt: z.uuid().nullish(),
})

const eisTekst = z.object({ eis: z.string(), tekst: z.string() })
const adviesuitleg = z
  .object({
    tabel: z.string(),
    titel: z.string(),
    kop: z.string(),
    zin: z.string(),
    rij: z.string().nullable(),
    redenen: z.array(
      z.object({
        eis: z.string(),
        oordeel: z.enum(['voldaan', 'niet_voldaan', 'ontbreekt']),
        tekst: z.string(),
        citaten: z.array(z.string()),
        vraag: z.string().nullable(),
        bevinding: z.string().nullable().meta({ description: 'De vraag met het antwoord dat gegeven is.' }),
      }),
    ),
    nogTeVragen: z.array(z.string()),
    waarschuwingen: z.array(eisTekst),
  })
  .meta({ id: 'Adviesuitleg' })

export const samenvattingvorm = z
  .object({
    ...onderzoekkern,
    themas: z.array(
      z.object({
        titel: z.string(),
        vragen: z.array(
          z.object({
            vraag: z.string(),
            tekst: z.string(),
            antwoord: z.string(),
            bekend: z.boolean(),
            toelichting: z.string().nullable(),
            bron: z.string().nullable(),
            datum: dag.nullable(),
            door: z.string().nullable(),
            bezoekIngetrokken: z.boolean().meta({ description: 'Het bezoek waarbij dit gezegd is, is later ingetrokken.' }),
          }),
        ),
      }),
    ),
    overschrijvingen: z.array(z.object({ naam: z.string(), waarde: z.string(), motivering: z.string(), door: z.string() })),
    adviezen: z.array(adviesuitleg),
    vastgesteld: z.array(
      z.object({
        id: z.uuid(),
        productnaam: z.string(),
        periode: z.string(),
        omvang: z.string(),
        berekening: z.array(z.string()),
        resultaten: z.array(eisTekst),
        afronding: z.string().nullable(),
        onderbouwing: z.array(z.object({ kop: z.string(), tekst: z.string() })),
        synthetisch: z.boolean(),
        advies: adviesuitleg.nullable(),
        afwijkingMotivering: z.string().nullable(),
        motiveringen: z.array(z.object({ eis: z.string(), tekst: z.string(), motivering: z.string() })),
        stapeling: z.array(eisTekst),
        vastgesteldOp: moment,
        vastgesteldDoor: wie,
        standInWoorden: z.string(),
      }),
    ),
    daarnaast: z.array(z.object({ productnaam: z.string(), periode: z.string(), standInWoorden: z.string() })),
  })
  .meta({ id: 'Samenvatting' })

export const adviesvorm = z.object({
  versie: z.int(),
  advies: z.record(z.string(), z.unknown()).meta({ description: 'Dezelfde vorm als `meedoen advies --uitgebreid --json`.' }),
})
export const afdrukvorm = z.object({ op: moment, door: z.string(), versie: z.int() })
export const afrondvorm = z.object({ versie: z.int(), afgerondOp: moment.nullable() })
export const herhalingvorm = z.object({
  gelijk: z.boolean(),
  engine: z.object({ was: z.string(), is: z.string() }),
  was: z.string(),
  is: z.string(),
})
