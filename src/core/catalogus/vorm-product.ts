/** De vorm van een product en van de uitspraken uit de bron die erbij horen. */
import { z } from 'zod'
import { eisId, instellingToets, sleutel, tekst, verwijzing, voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

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

export const uitspraakVelden = {
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
export const uitspraak = z.strictObject(uitspraakVelden)

export const product = z.strictObject({
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
