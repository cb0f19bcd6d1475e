/** De vormen van berichten in verzoek en antwoord. */
import * as z from 'zod'
import { berichtstanden } from '#core/toewijzing/berichtstand.ts'
import { naamvorm } from '../dossier/vormen.ts'
import { verzoekvorm } from './verzoekvormen.ts'

const tekst = z.string().nullable()
const moment = z.iso.datetime()
export const richtingvorm = z.enum(['in', 'uit']).meta({ description: 'Gezien vanaf de gemeente.' })
export const standvorm = z.enum(Object.keys(berichtstanden) as [keyof typeof berichtstanden, ...(keyof typeof berichtstanden)[]])

const kern = {
  id: z.uuid(),
  richting: richtingvorm,
  naam: tekst.meta({ description: 'WMO301 …; leeg als niet te zien is welk bericht het is.' }),
  titel: tekst,
  stand: standvorm,
  identificatie: tekst,
  vastgelegdOp: moment,
}
export const aanbiedervorm = z.object({ code: z.string(), naam: tekst })

export const berichtregel = z
  .object({
    ...kern,
    aanbieder: aanbiedervorm.nullable(),
    inwoner: z
      .object({ id: z.uuid(), naam: naamvorm })
      .nullable()
      .meta({ description: 'Leeg bij meer cliënten, of een cliënt die niet in het dossier staat.' }),
    dagtekening: tekst,
    verzondenOp: moment.nullable(),
    codes: z.array(z.string()),
  })
  .meta({ id: 'Berichtregel' })

const leesregel = z
  .object({ diep: z.int(), label: z.string(), tekst: tekst.meta({ description: 'Zonder tekst is het een kop.' }) })
  .meta({ id: 'Leesregel' })

const uitvalkort = z.object({
  id: z.uuid(),
  code: tekst,
  regel: tekst,
  tekst: z.string(),
  oorzaak: z.string(),
  doe: z.string(),
  aantal: z.int(),
  stand: z.enum(['open', 'klaar']),
})

const weigeringvorm = z.object({ regel: z.string(), tekst: z.string(), watNu: z.string() }).nullable()

export const vervolgvorm = z
  .object({ bericht: z.uuid(), identificatie: z.string(), nummers: z.array(z.int()) })
  .meta({ id: 'Vervolgbericht' })

export const berichtvorm = berichtregel
  .extend({
    release: tekst,
    afzender: tekst,
    ontvanger: tekst,
    grootte: z.int().meta({ description: 'Bytes.' }),
    retourcodes: z.array(
      z.object({
        code: tekst,
        betekenis: tekst.meta({ description: 'De tekst van de codelijst.' }),
        regel: tekst,
        klasse: z.string(),
        tekst: z.string(),
        oorzaak: z.string(),
        doe: z.string(),
        aantal: z.int(),
        sleutels: z.array(z.string()),
      }),
    ),
    keten: z.array(z.object({ ...kern, verband: z.enum(['heenbericht', 'antwoord', 'zelfde_nummer', 'toewijzing', 'verzoek']) })),
    uitval: z.array(uitvalkort),
    bezorging: z
      .object({
        stand: z.enum(['wacht', 'verzonden', 'ontvangen', 'mislukt']),
        pogingen: z.int(),
        volgendeOp: moment.nullable(),
        ontvangenOp: moment.nullable(),
        fout: tekst,
      })
      .nullable()
      .meta({ description: 'Alleen bij wat van ons uitgaat.' }),
    antwoordUiterlijk: tekst.meta({ description: 'Tot wanneer de ander kan antwoorden (OP090); leeg als dat niet meer hoeft.' }),
    inhoud: z.array(leesregel).nullable(),
    declaratie: z
      .object({
        nummer: z.string(),
        van: z.string(),
        tot: z.string(),
        regels: z.int(),
        clienten: z.int(),
        afgekeurd: z.int(),
        ingediend: z.int(),
        afgekeurdBedrag: z.int(),
      })
      .nullable()
      .meta({ description: 'De totalen van een declaratie, hoe groot zij ook is. Bedragen in eurocenten, credit als aftrek.' }),
    inhoudOntbreekt: z.enum(['geen_recht', 'te_groot', 'onleesbaar']).nullable(),
    vervolg: z
      .object({ opnieuw: weigeringvorm, verbeteren: weigeringvorm, intrekken: weigeringvorm })
      .nullable()
      .meta({ description: 'Per handeling waarom zij van de standaard niet kan; null: zij kan. Leeg voor wie niet verstuurt.' }),
    toewijzingen: z.array(
      z.object({ nummer: z.int(), product: tekst, van: z.string(), tot: tekst, omvang: tekst, ingetrokken: z.boolean() }),
    ),
    verzoeken: z.array(verzoekvorm).meta({ description: 'Wat een aanbieder in dit bericht vraagt, en wat erop te antwoorden is.' }),
    oefenen: z
      .array(z.object({ code: z.string(), tekst: z.string() }))
      .nullable()
      .meta({ description: 'In een proefgemeente: waarmee een aanbieder dit bericht kan afkeuren, om te oefenen.' }),
    mag: z.object({ inhoud: z.boolean(), bsnTonen: z.boolean() }),
  })
  .meta({ id: 'Bericht' })

export const declaratieregel = z
  .object({
    volgnummer: z.int(),
    referentie: z.string(),
    vorige: tekst,
    toewijzing: z.int(),
    categorie: z.string(),
    code: z.string(),
    van: z.string(),
    tot: z.string(),
    volume: z.int(),
    hoeveel: z.string().meta({ description: 'Het volume in woorden, met zijn eenheid.' }),
    tarief: z.int().nullable(),
    bedrag: z.int(),
    credit: z.boolean(),
    afgekeurd: z.boolean(),
    redenen: z
      .array(z.object({ code: tekst, regel: tekst, tekst: z.string() }))
      .meta({ description: 'Waarom de regel is afgekeurd: op de regel, zijn cliënt of de hele declaratie.' }),
  })
  .meta({ id: 'Declaratieregel' })

export const xmlvorm = z.object({ xml: z.string() })
export const bestandsvraagvorm = z.object({
  bewijs: z.string().meta({ description: 'Voor GET /berichten/{id}/bestand; alleen voor wie het vroeg.' }),
  geldigTot: moment,
})
export const metBsnVorm = z.object({ xml: z.string(), inhoud: z.array(leesregel).nullable() })

export const verkeervorm = z
  .object({
    dagen: z.array(
      z.object({ dag: z.iso.date(), tellingen: z.array(z.object({ richting: richtingvorm, stand: standvorm, aantal: z.int() })) }),
    ),
    klaargezet: z.int(),
    oudsteKlaargezet: moment.nullable(),
    laatsteIn: moment.nullable(),
    laatsteUit: moment.nullable(),
    openUitval: z.int(),
    weg: z.enum(['https', 'map', 'geen']).meta({ description: 'Langs welke weg onze berichten gaan; bij geen blijven zij staan.' }),
    postmap: tekst.meta({ description: 'Wat er met de map met berichten aan de hand is; leeg als zij er is of niet gebruikt wordt.' }),
    certificaten: z.array(z.string()).meta({ description: 'Wat er aan de hand is met certificaten voor de keten; leeg is goed.' }),
    certificaatwerk: z
      .array(z.object({ titel: z.string(), doe: z.string(), gemeldOp: moment, klaarOp: moment.nullable() }))
      .meta({ description: 'Werk voor de beheerder, met de dag waarop het erbij kwam en klaar was.' }),
  })
  .meta({ id: 'Berichtenverkeer' })

export type Berichtregelantwoord = z.output<typeof berichtregel>
export type Berichtantwoord = z.output<typeof berichtvorm>
export type Declaratieregelantwoord = z.output<typeof declaratieregel>
export type Bestandsvraagantwoord = z.output<typeof bestandsvraagvorm>
export type MetBsnAntwoord = z.output<typeof metBsnVorm>
export type Verkeerantwoord = z.output<typeof verkeervorm>
