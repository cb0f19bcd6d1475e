/** De vorm van wat beslist: vragen, instellingen, afgeleide waarden en beslistabellen. */
import { z } from 'zod'
import { werktIn } from '#core/catalogus/vorm-product.ts'
import { code, eisId, sleutel, tekst, themasleutel, verwijzing, voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

const waarden = z.union([z.array(sleutel), z.record(sleutel, tekst)])
const vraagBasis = {
  thema: themasleutel,
  tekst: tekst.describe('de vraag zoals de consulent haar leest'),
  kort: tekst.optional().describe('korte naam in opsommingen, bijvoorbeeld "psychisch functioneren"'),
  uitleg: tekst.optional(),
  eisen: z.array(eisId),
  waarom: tekst.optional().describe('waarom deze vraag nu het verschil maakt'),
}
export const vraag = z.discriminatedUnion('soort', [
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

export const instelling = z.strictObject({
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

const afgeleideRij = z.strictObject({
  dan: z.string(),
  als: voorwaarde.optional(),
  eisen: z.array(eisId).optional(),
  tekst: tekst.optional(),
})
export const afgeleid = z.strictObject({
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
export const uitkomst = z.union([
  z.strictObject({ product: z.string() }),
  z.strictObject({ geen: code }),
  z.strictObject({ bespreken: z.array(z.string()).min(1) }),
])

export const waarschuwing = z.strictObject({
  code,
  soort: z.enum(['waarschuwing', 'info']).optional().describe('waarschuwing (standaard) vraagt een motivering; info niet'),
  bij: z.array(z.string()).optional().describe('alleen bij deze producten of gronden; zonder `bij` bij elke uitkomst met een product'),
  als: voorwaarde.optional(),
  eis: eisId,
  tekst,
})
export const tabel = z.strictObject({
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
