/** De vorm van wat op een advies volgt of het toetst: stapeling, normen voor de omvang, vignetten en de vergelijking van producten. */
import { z } from 'zod'
import { code, eisId, sleutel, tekst, verwijzing } from '#core/catalogus/vorm-voorwaarde.ts'

export const stapeling = z.strictObject({
  volgorde: z.array(z.string()),
  matrix: z.record(z.string(), z.array(z.enum(['Ja', 'Nee']))).optional(),
  cellen: z.record(z.string(), z.array(eisId)).optional().describe('het nummer van de uitspraak per cel, zelfde vorm als de matrix'),
  symmetrisch: z.union([z.boolean(), verwijzing]).optional().describe('ja: elke cel moet gelijk zijn aan haar spiegelcel'),
  eisSymmetrie: eisId.optional(),
  perFamilie: z
    .strictObject({
      maximum: z.record(z.string(), z.number().int().min(1)),
      eis: eisId,
      uitkomst: z.enum(['blokkeren', 'waarschuwen', 'toegestaan']),
      tekst,
    })
    .optional(),
  paren: z
    .strictObject({
      waarden: z.union([z.record(z.string(), z.enum(['toegestaan', 'waarschuwen', 'blokkeren'])), verwijzing]),
      eis: eisId,
      tekst,
    })
    .optional()
    .describe('zonder matrix: per paar families (`individueel_groep`, in welke volgorde ook) toegestaan, waarschuwen of blokkeren'),
  buitenMatrix: z.strictObject({ eis: eisId, tekst }).optional(),
  pgbTeltMee: verwijzing.optional(),
  zelfdeProductBijTweeAanbieders: verwijzing.optional(),
  overlapDagenBijWissel: verwijzing.optional().describe('zoveel dagen mag hetzelfde product overlappen als de aanbieder wisselt'),
})

export const voorliggend = z.strictObject({
  wet: z.literal('Wlz'),
  producten: z.array(z.string()).min(1),
  uitkomst: verwijzing.describe('de instelling die zegt hoe hard de andere wet voorgaat'),
  blokkeert: z
    .array(z.string())
    .describe('waarden van de instelling waarbij vaststellen niet kan, behalve als overbrugging tot er een besluit is'),
  waarschuwt: z.array(z.string()).describe('waarden waarbij vaststellen een motivering vraagt'),
  gronden: z.array(code).describe('gronden van het advies die zeggen dat de andere wet past'),
  eis: eisId,
  tekst,
})

const normactiviteit = z.strictObject({
  code: z.string(),
  gebied: tekst,
  tekst,
  keer: z.strictObject({ aantal: z.number().positive(), per: z.enum(['dag', 'week', '2weken', '4weken', 'maand', 'kwartaal']) }),
  minuten: z.record(z.string(), z.number().int().min(0)).describe('minuten per keer, per zwaarte'),
})
export const normenkader = z.strictObject({
  naam: tekst,
  versie: z.string(),
  geldigVan: z.string(),
  bron: tekst,
  synthetisch: z.boolean().describe('verzonnen getallen: elk scherm en elke uitvoer krijgt een watermerk'),
  zwaarten: z.record(sleutel, tekst),
  activiteiten: z.array(normactiviteit),
})

const adviesVerwacht = z.strictObject({
  uitkomst: z.enum(['product', 'eerst_vragen', 'eerst_bespreken', 'geen_product']),
  product: z.string().optional(),
  grond: z.string().optional(),
  vraag: z.string().optional(),
  rij: z.string().optional(),
  kandidaten: z.array(z.string()).optional(),
  openVragen: z.array(z.string()).optional().describe('begin van de lijst met open vragen, in volgorde'),
  waarschuwingen: z.array(code).optional().describe('codes die er minstens bij staan'),
})
const indicatie = z.strictObject({
  product: z.string(),
  van: z.string(),
  tot: z.string().optional(),
  nieuw: z.boolean().optional(),
})
export const vignet = z.strictObject({
  id: z.string(),
  titel: tekst,
  gemeente: z.string().optional(),
  situatie: tekst.describe('verzonnen situatie, zonder naam'),
  antwoorden: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  overschrijvingen: z.record(z.string(), z.strictObject({ waarde: z.string(), motivering: tekst })).optional(),
  verwacht: z.record(z.string(), adviesVerwacht).optional().describe('per tabel'),
  stapeling: z
    .array(
      z.strictObject({
        indicaties: z.array(indicatie),
        toegestaan: z.boolean(),
        codes: z.array(code).optional(),
        eisen: z.array(eisId).optional(),
      }),
    )
    .optional(),
  waarom: tekst,
  eisen: z.array(eisId),
})

export const vergelijkRij = z.strictObject({
  onderwerp: tekst,
  uit: z.union([
    z.enum(['naam', 'familie', 'eenheid', 'lijst', 'resultaten']),
    z.strictObject({ kenmerk: sleutel }),
    z.strictObject({ lijstitem: z.string().describe('de vraag of afgeleide waarde waar het item op rust') }),
    z.strictObject({ uitspraak: z.array(eisId).describe('wel of niet van toepassing op het product') }),
  ]),
})
