/** Aanbieders en contracten: wat er is afgesproken, en dat wijzigen met een reden. */
import * as z from 'zod'
import { leesAanbieder, leesAanbieders } from '#actions/contracten/lees-aanbieders.ts'
import { legContractenVast } from '#actions/contracten/leg-vast.ts'
import { leesContractkeuzes } from '#actions/contracten/lees-keuzes.ts'
import { stelContractenVoor } from '#actions/contracten/stel-voor.ts'
import { lijstVan } from '../onderzoekvormen.ts'
import { maakRoute, type Routes } from '../route.ts'

const onderdeel = 'Aanbieders'
const tekst = z.string().nullable()
const contract = z.object({
  id: z.uuid(),
  van: tekst,
  tot: tekst,
  reden: tekst,
  op: z.iso.datetime(),
  door: tekst.meta({ description: 'Leeg: geladen vanaf de opdrachtregel.' }),
})
const regel = z
  .object({
    code: z.string(),
    categorie: z.string(),
    categorienaam: z.string(),
    eenheid: z.string(),
    eenheidnaam: z.string(),
    tarief: z.int().nullable().meta({ description: 'Hele eurocenten; leeg bij de eenheid euro’s.' }),
    van: z.string(),
    tot: tekst,
    catalogusproduct: tekst,
    naam: tekst.meta({ description: 'Hoe deze afspraak heet, als er onder één code meer zijn.' }),
    productnaam: tekst,
    toewijsbaar: z.boolean().meta({ description: 'Of bekend is welk product van de catalogus met deze code geleverd wordt.' }),
  })
  .meta({ id: 'Contractregel' })
const verschil = z.object({
  erbij: z.array(regel),
  weg: z.array(regel),
  gewijzigd: z.array(z.object({ was: regel, wordt: regel })),
  gelijk: z.int(),
})
const aanbiederregel = z
  .object({ agb: z.string(), naam: z.string(), contract, codes: z.int(), toewijzingen: z.int() })
  .meta({ id: 'Aanbiederregel' })
const aanbieder = z
  .object({
    agb: z.string(),
    naam: z.string(),
    contract,
    toewijzingen: z.int(),
    regels: z.array(regel.extend({ toewijzingen: z.int() })),
    geschiedenis: z.array(contract.extend({ naam: z.string(), verschil })),
    magWijzigen: z.boolean(),
  })
  .meta({ id: 'Aanbieder' })
const voorstellen = z
  .object({
    items: z.array(
      z.object({
        agb: z.string(),
        naam: z.string(),
        was: z.object({ naam: z.string(), van: tekst, tot: tekst }).nullable(),
        van: tekst,
        tot: tekst,
        verschil,
        verandert: z.boolean(),
        letOp: z.array(z.string()),
      }),
    ),
    overgeslagen: z.array(z.string()).meta({ description: 'Andere gemeenten in het bestand; daar verandert niets.' }),
  })
  .meta({ id: 'Contractvoorstellen' })

const optie = z.object({ waarde: z.string(), tekst: z.string() })
const product = optie.extend({ iwmoCode: tekst.meta({ description: 'De code die de catalogus zelf noemt.' }) })
const keuzes = z
  .object({ categorieen: z.array(optie), eenheden: z.array(optie), producten: z.array(product) })
  .meta({ id: 'Contractkeuzes' })

const invoer = {
  yaml: z.string().max(400_000).optional().meta({ description: 'Een contractbestand, zoals `meedoen contract laad` het leest.' }),
  contract: z.json().optional().meta({ description: 'Eén contract: agb, naam, van, tot en producten met tarieven.' }),
}

/** Wat een scherm leest; alleen de vorm. */
export type Aanbiederregelantwoord = z.output<typeof aanbiederregel>
export type Aanbiederantwoord = z.output<typeof aanbieder>
export type Contractregelantwoord = z.output<typeof regel>
export type Verschilantwoord = z.output<typeof verschil>
export type Contractkeuzesantwoord = z.output<typeof keuzes>
export type Voorstellenantwoord = z.output<typeof voorstellen>

export const aanbiederroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/aanbieders',
    onderdeel,
    samenvatting: 'Aanbieders met een contract, en hoeveel toewijzingen er lopen',
    antwoord: lijstVan(aanbiederregel),
    doe: ({ dienst, aanroep }) => leesAanbieders(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/aanbieders/:agb',
    onderdeel,
    samenvatting: 'Eén aanbieder: codes, tarieven per dag, en wat er eerder gold',
    params: z.object({ agb: z.string().max(40) }),
    antwoord: aanbieder,
    doe: ({ dienst, aanroep, params }) => leesAanbieder(dienst, aanroep, params.agb),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/contractkeuzes',
    onderdeel,
    samenvatting: 'Waaruit te kiezen is bij een contractregel',
    antwoord: keuzes,
    doe: ({ dienst, aanroep }) => leesContractkeuzes(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/contractvoorstellen',
    onderdeel,
    samenvatting: 'Wat er verandert als dit contract wordt vastgelegd; er verandert nog niets',
    lichaam: z.strictObject(invoer),
    antwoord: voorstellen,
    maxLichaam: 512 * 1024,
    doe: ({ dienst, aanroep, lichaam }) => stelContractenVoor(dienst, aanroep, lichaam),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/contracten',
    onderdeel,
    samenvatting: 'Contracten vastleggen, met een reden; het vorige blijft te lezen',
    lichaam: z.strictObject({
      ...invoer,
      reden: z.string().max(1000),
      basis: z.uuid().nullish().meta({ description: 'Het contract dat u voor u had; null voor een nieuwe aanbieder.' }),
    }),
    antwoord: z.object({ items: z.array(z.object({ agb: z.string(), contract: z.uuid() })) }).meta({ id: 'VastgelegdeContracten' }),
    maakt: () => '/aanbieders',
    eenmalig: true,
    maxLichaam: 512 * 1024,
    doe: ({ dienst, aanroep, lichaam }) => legContractenVast(dienst, aanroep, lichaam),
  })
}
