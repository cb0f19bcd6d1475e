/** Bewaken van het verkeer met aanbieders: reactietermijnen. */
import * as z from 'zod'
import { kijkNuNa } from '#actions/keten/kijk-na.ts'
import { leesAansluiting } from '#actions/keten/lees-aansluiting.ts'
import { leesUitgaven } from '#actions/keten/lees-uitgaven.ts'
import { berekenNu, leesKetentermijnen } from '#actions/keten/lees-termijnen.ts'
import { termijnsoorten } from '#core/toewijzing/reactietermijn.ts'
import { verschilsoorten } from '#core/toewijzing/ketenverschil.ts'
import { lijstVan } from '../onderzoekvormen.ts'
import { maakRoute, type Routes } from '../route.ts'

const onderdeel = 'Aanbieders'
const partij = z.object({ agb: z.string(), naam: z.string() })
const soort = z.enum(termijnsoorten as [string, ...string[]])
const telling = {
  opTijd: z.int(),
  teLaat: z.int().meta({ description: 'Klaar, maar na de uiterste dag.' }),
  loopt: z.int(),
  verlopen: z.int().meta({ description: 'Nog niet klaar, en de uiterste dag is voorbij.' }),
}
const termijnen = z
  .object({
    bijgewerktOp: z.string().meta({ description: 'Alles wat toen vastlag telt mee. Bij weinig verkeer is dat nu.' }),
    magBijwerken: z.boolean(),
    vandaag: z.string(),
    sinds: z.string().meta({ description: 'Wat klaar is telt mee vanaf deze dag; wat nog niet klaar is telt altijd.' }),
    regels: z.array(
      z.object({
        soort,
        regel: z.string().meta({ description: 'Nummer in de standaard; SAP: het administratieprotocol.' }),
        wie: z.enum(['wij', 'aanbieder']),
        titel: z.string(),
        uitleg: z.string(),
        ...telling,
      }),
    ),
    aanbieders: z.array(partij.extend(telling)),
    gevallen: z.array(
      z.object({
        soort,
        aanbieder: partij,
        kenmerk: z.string(),
        bericht: z.uuid().nullable(),
        indicatie: z.uuid().nullable(),
        vanaf: z.string(),
        uiterlijk: z.string(),
        dagenTeLaat: z.int(),
      }),
    ),
    gevallenInTotaal: z.int(),
  })
  .meta({ id: 'Ketentermijnen' })

const aansluiting = z
  .object({
    gecontroleerdOp: z.iso.datetime().nullable().meta({ description: 'Leeg: nog nooit nagekeken.' }),
    aantal: z.int(),
    soorten: z.array(
      z.object({
        soort: z.enum(verschilsoorten as [string, ...string[]]),
        titel: z.string(),
        uitleg: z.string(),
        doe: z.string(),
        aantal: z.int(),
        items: z.array(
          z.object({
            kenmerk: z.string(),
            aanbieder: partij.nullable(),
            bericht: z.uuid().nullable(),
            indicatie: z.uuid().nullable(),
            sinds: z.string(),
          }),
        ),
      }),
    ),
    magNakijken: z.boolean(),
  })
  .meta({ id: 'Aansluiting' })

const uitgave = z
  .object({
    naam: z.string(),
    vanaf: z.string(),
    tot: z.string().nullable(),
    stand: z.enum(['geldt', 'nog_niet', 'niet_meer']),
    schrijven: z.boolean().meta({ description: 'Of wij vandaag hierin schrijven.' }),
    berichten: z.int(),
    buiten: z.int().meta({ description: 'Ontvangen met een dagtekening buiten de dagen waarop zij geldt.' }),
  })
  .meta({ id: 'Uitgave' })

/** Wat een scherm leest; alleen de vorm. */
export type Uitgaveantwoord = z.output<typeof uitgave>
export type Aansluitingantwoord = z.output<typeof aansluiting>
export type Termijnenantwoord = z.output<typeof termijnen>

export const ketenroutes: Routes = (api) => {
  maakRoute(api, {
    methode: 'GET',
    pad: '/ketentermijnen',
    onderdeel,
    samenvatting: 'Of antwoorden, starts, stops en declaraties op tijd komen, per regel en per aanbieder',
    antwoord: termijnen,
    doe: ({ dienst, aanroep }) => leesKetentermijnen(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/ketentermijnberekeningen',
    onderdeel,
    samenvatting: 'De termijnen nu bijwerken',
    antwoord: termijnen,
    maakt: () => '/ketentermijnen',
    eenmalig: true,
    doe: ({ dienst, aanroep }) => berekenNu(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/ketenverschillen',
    onderdeel,
    samenvatting: 'Wat tussen indicaties, toewijzingen en berichten niet aansloot, de laatste keer dat het nagekeken is',
    antwoord: aansluiting,
    doe: ({ dienst, aanroep }) => leesAansluiting(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'GET',
    pad: '/ketenuitgaven',
    onderdeel,
    samenvatting: 'De uitgaven van de standaard, wanneer zij gelden, en wat daarbuiten binnenkwam',
    antwoord: lijstVan(uitgave),
    doe: ({ dienst, aanroep }) => leesUitgaven(dienst, aanroep),
  })
  maakRoute(api, {
    methode: 'POST',
    pad: '/ketencontroles',
    onderdeel,
    samenvatting: 'Nu nakijken of alles aansluit',
    antwoord: aansluiting,
    maakt: () => '/ketenverschillen',
    eenmalig: true,
    doe: ({ dienst, aanroep }) => kijkNuNa(dienst, aanroep),
  })
}
