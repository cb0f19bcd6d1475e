/**
 * De vorm van een productcatalogus: wat er in de YAML van `catalogi/<id>/<versie>/` mag staan.
 * Eén definitie voor drie gebruiken: controle bij het laden, de types in de code, en het JSON Schema
 * waarmee een editor aanvult (`docs/catalogus.schema.json`). Uitleg met voorbeelden: `docs/catalogus.md`.
 *
 * Alleen de vorm staat hier. Samenhang (verwijst een tabel naar een bestaande vraag, is elke rij bereikbaar)
 * controleert `controleer.ts`.
 */
import { z } from 'zod'

/** Nummer van een uitspraak, bijvoorbeeld `A-BR-04`, `B-ST-27`, of van een open punt, `AMB-11`. */
const eisId = z.string().regex(/^[A-Z]+(-[A-Z0-9]+)*-\d{2,}$/, 'een nummer als A-BR-04')
const sleutel = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'een sleutel zonder spaties of leestekens')
const themasleutel = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'een sleutel zonder spaties')
/** Code van een weigering of waarschuwing in hoofdletters, bijvoorbeeld `WLZ_VOORLIGGEND`. */
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'een code in hoofdletters')
const tekst = z.string().min(1)

/** Een vaste waarde, of de waarde van een instelling: `{instelling: ernstigGedragMinMaanden}`. */
const verwijzing = z.strictObject({ instelling: z.string() })
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
const instellingToets = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]))

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

const voorwaarde: z.ZodType<Voorwaarde> = z
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

export const soorten = [
  'definitie',
  'criterium',
  'uitsluiting',
  'grens',
  'eenheid',
  'planregel',
  'personeel',
  'mix',
  'certificering',
  'bereikbaarheid',
  'locatie',
  'vervoer',
  'signalering',
  'evaluatie',
  'proces',
  'recht',
] as const
/** Welk deel van de keten de uitspraak handhaaft. Leeg: alleen tekst, er valt niets te handhaven. */
export const werktIn = [
  'advies',
  'indicatie',
  'omvang',
  'stapeling',
  'toewijzing',
  'plan',
  'levering',
  'evaluatie',
  'declaratie',
  'contract',
  'toezicht',
] as const

const uitspraakVelden = {
  eis: eisId,
  soort: z.enum(soorten),
  tekst: tekst.describe('onze eigen korte Nederlandse zin, trouw aan de bron'),
  citaat: z
    .union([tekst, z.array(tekst)])
    .optional()
    .describe('de woorden van de bron waarop de uitspraak rust'),
  werkt: z.array(z.enum(werktIn)),
  als: voorwaarde.optional().describe('bij een criterium of uitsluiting: voldaan als dit waar is, niet voldaan als dit onwaar is'),
  waarde: z.json().optional().describe('de waarde die de software gebruikt, bijvoorbeeld {mbo4: 60, hbo: 40}'),
  instellingen: z.array(z.string()).optional().describe('instellingen die de lezing bepalen'),
}
const uitspraak = z.strictObject(uitspraakVelden)
export type Uitspraak = z.infer<typeof uitspraak>

const product = z.strictObject({
  naam: tekst,
  aliassen: z.array(tekst).optional(),
  familie: sleutel.describe('individueel of groep; de stapeling telt per familie'),
  eenheid: z.union([z.enum(['uur', 'dagdeel', 'minuut', 'etmaal', 'stuks']), verwijzing]),
  dagdeelUren: z.number().optional(),
  bekostiging: z.union([tekst, z.null(), verwijzing]),
  iwmoCode: z.union([z.string(), z.null()]).describe('nooit raden; leeg is null'),
  kort: tekst.describe('één zin: wat is het en voor wie'),
  herkenning: z.array(z.strictObject({ eis: eisId, citaat: tekst })).optional(),
  uitspraken: z.array(uitspraak),
  lijst: z
    .array(z.strictObject({ sleutel: z.string(), nummer: z.string(), tekst, als: voorwaarde, eis: eisId }))
    .optional()
    .describe('de genummerde beperkingen van dit product; nummer is het nummer in de bron'),
  resultaten: z.array(z.strictObject({ code: sleutel, tekst, eis: eisId, beweging: z.string().optional() })).optional(),
  bouwstenen: z.array(z.strictObject({ code: sleutel, tekst, eis: eisId })).optional(),
  kenmerken: z
    .record(sleutel, z.strictObject({ tekst, eisen: z.array(eisId) }))
    .optional()
    .describe('waarden voor de vergelijkingstabel; een kenmerk dat de bron niet noemt ontbreekt'),
  omvang: z
    .strictObject({
      wijze: z.enum(['normregels', 'dagdelen', 'uren']).describe('hoe de omvang wordt opgebouwd'),
      eisen: z.array(eisId),
      maxDagdelenPerEtmaal: verwijzing.optional(),
      resultaatVerplicht: eisId.optional().describe('uitspraak die minstens één resultaat eist'),
      plausibelDagdelenPerEtmaal: verwijzing.optional().describe('meer dan dit op een dag geeft een waarschuwing'),
      eisPlausibel: eisId.optional(),
      maxMaanden: verwijzing.optional(),
      eisMaxMaanden: eisId.optional(),
      zonderEinddatum: verwijzing.optional().describe('toegestaan, waarschuwen of blokkeren als de indicatie geen einddatum heeft'),
      eisZonderEinddatum: eisId.optional(),
      minMaanden: z
        .strictObject({
          maanden: verwijzing,
          uitkomst: verwijzing.describe('waarschuwen of blokkeren'),
          als: instellingToets.optional().describe('alleen bij deze lezing, bijvoorbeeld {minDuurToets: indicatie}'),
          eis: eisId,
        })
        .optional()
        .describe('kortste indicatie'),
      eisOnderbouwing: eisId.optional().describe('uitspraak die per regel een resultaat en een tekst over capaciteiten en situatie eist'),
    })
    .optional(),
})
export type Product = z.infer<typeof product>

const waarden = z.union([z.array(sleutel), z.record(sleutel, tekst)])
const vraagBasis = {
  thema: themasleutel,
  tekst: tekst.describe('de vraag zoals de consulent haar leest'),
  kort: tekst.optional().describe('korte naam in opsommingen, bijvoorbeeld "psychisch functioneren"'),
  uitleg: tekst.optional(),
  eisen: z.array(eisId),
  waarom: tekst.optional().describe('waarom deze vraag nu het verschil maakt'),
}
const vraag = z.discriminatedUnion('soort', [
  z.strictObject({
    soort: z.literal('janee'),
    ...vraagBasis,
    afwezig: z.enum(['ja', 'nee']).optional().describe('niet ingevuld betekent deze waarde in plaats van onbekend'),
    bepaaldDoor: z
      .strictObject({ vraag: z.string(), vanaf: z.union([z.number(), verwijzing]) })
      .optional()
      .describe('is die vraag beantwoord, dan volgt dit antwoord eruit; tegenspraak is ongeldige invoer'),
    voorstelUit: z.string().optional().describe('ja/nee-vraag waarvan het antwoord hier als voorstel staat; het telt pas na bevestiging'),
  }),
  z.strictObject({ soort: z.literal('keuze'), ...vraagBasis, waarden }),
  z.strictObject({ soort: z.literal('meerkeuze'), ...vraagBasis, waarden }),
  z.strictObject({
    soort: z.literal('getal'),
    ...vraagBasis,
    min: z.number(),
    max: z.number().optional(),
    decimalen: z.number().int().min(0).max(4).optional(),
    eenheid: tekst.optional(),
  }),
])

const instelling = z.strictObject({
  amb: eisId,
  titel: tekst,
  uitleg: tekst.optional(),
  eisen: z.array(eisId),
  lezingen: z
    .array(
      z.strictObject({
        waarde: z.json(),
        tekst,
        ontbreekt: tekst.optional().describe('wat eerst nodig is voordat deze lezing gekozen kan worden'),
      }),
    )
    .min(1),
  standaard: z.json(),
  vrij: z.enum(['getal', 'tekst', 'lijst', 'object']).optional().describe('naast de lezingen mag ook een eigen waarde van deze soort'),
  perGemeente: z.boolean().optional().describe('de waarde is een tabel op naam van de gemeente'),
  werkt: z.array(z.enum(werktIn)),
})
export type Instelling = z.infer<typeof instelling>

const afgeleideRij = z.strictObject({
  dan: z.string(),
  als: voorwaarde.optional(),
  eisen: z.array(eisId).optional(),
  tekst: tekst.optional(),
})
const afgeleid = z.strictObject({
  tekst: tekst.describe('wat de waarde betekent'),
  waarden: z
    .union([z.array(sleutel), z.record(sleutel, tekst)])
    .optional()
    .describe('namen van de waarden; standaard ja en nee'),
  overschrijfbaar: z.literal('met_motivering').optional(),
  rijen: z.array(afgeleideRij).min(1).describe('de eerste rij die geldt beslist; de laatste heeft geen `als`'),
  eisen: z.array(eisId).optional(),
})

/** Wat een rij besluit: één product, een grond om er geen te adviseren, of twee producten om eerst te bespreken. */
const uitkomst = z.union([
  z.strictObject({ product: z.string() }),
  z.strictObject({ geen: code }),
  z.strictObject({ bespreken: z.array(z.string()).min(1) }),
])
export type Uitkomst = z.infer<typeof uitkomst>

const waarschuwing = z.strictObject({
  code,
  soort: z.enum(['waarschuwing', 'info']).optional().describe('waarschuwing (standaard) vraagt een motivering; info niet'),
  bij: z.array(z.string()).optional().describe('alleen bij deze producten of gronden; zonder `bij` bij elke uitkomst met een product'),
  als: voorwaarde.optional(),
  eis: eisId,
  tekst,
})
const tabel = z.strictObject({
  titel: tekst,
  vraagvolgorde: z.array(z.string()),
  rijen: z
    .array(
      z.strictObject({
        rij: z.string(),
        als: voorwaarde.optional(),
        dan: uitkomst,
        eisen: z.array(eisId),
        tekst: tekst.describe('de rij in gewone woorden: waarom deze uitkomst'),
      }),
    )
    .min(1),
  waarschuwingen: z.array(waarschuwing).optional(),
})

const stapeling = z.strictObject({
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

const normactiviteit = z.strictObject({
  code: z.string(),
  gebied: tekst,
  tekst,
  keer: z.strictObject({ aantal: z.number().positive(), per: z.enum(['dag', 'week', '2weken', '4weken', 'maand', 'kwartaal']) }),
  minuten: z.record(z.string(), z.number().int().min(0)).describe('minuten per keer, per zwaarte'),
})
const normenkader = z.strictObject({
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
const vignet = z.strictObject({
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
export type Vignet = z.infer<typeof vignet>

const vergelijkRij = z.strictObject({
  onderwerp: tekst,
  uit: z.union([
    z.enum(['naam', 'familie', 'eenheid', 'lijst', 'resultaten']),
    z.strictObject({ kenmerk: sleutel }),
    z.strictObject({ lijstitem: z.string().describe('de vraag of afgeleide waarde waar het item op rust') }),
    z.strictObject({ uitspraak: z.array(eisId).describe('wel of niet van toepassing op het product') }),
  ]),
})

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
  stapeling,
  normenkaders: z.record(sleutel, normenkader).optional(),
  vergelijking: z.array(vergelijkRij).optional(),
  vignetten: z.array(vignet).optional(),
})

/** De inhoud van een catalogus zoals ze in de YAML staat. */
export type CatalogusInhoud = z.infer<typeof catalogusVorm>

export type Vraag = z.infer<typeof vraag>
export type Afgeleid = z.infer<typeof afgeleid>
export type Tabel = z.infer<typeof tabel>
export type Waarschuwing = z.infer<typeof waarschuwing>
export type Stapeling = z.infer<typeof stapeling>
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
