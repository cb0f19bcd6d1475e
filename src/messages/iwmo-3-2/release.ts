/** iWmo 3.2, in gebruik sinds 3 april 2023. Een bericht erbij: beschrijf het in zijn eigen bestand en zet het hier in de lijst. */
import type { Klasse, Release, Simpel, WaardeVan } from '../vorm.ts'
import * as typen from './basistypen.ts'
import * as groepen from './groepen.ts'
import { regels32 } from './regels/alle.ts'
import { wmo301, wmo302 } from './wmo301.ts'
import { wmo305, wmo306 } from './wmo305.ts'
import { wmo307, wmo308 } from './wmo307.ts'
import { wmo315, wmo316 } from './wmo315.ts'
import { wmo317, wmo318 } from './wmo317.ts'
import { wmo319, wmo320 } from './wmo319.ts'
import { wmo323, wmo325 } from './wmo323.ts'

const berichten = [wmo301, wmo302, wmo305, wmo306, wmo307, wmo308, wmo315, wmo316, wmo317, wmo318, wmo319, wmo320, wmo323, wmo325] as const

type Beschreven = (typeof berichten)[number]
export type Berichtnaam = Beschreven['naam']

export const iwmo32 = {
  standaard: 'iWmo',
  versie: '3.2',
  geldigVanaf: '2023-04-03',
  map: 'iwmo-3.2',
  basisruimte: 'http://www.istandaarden.nl/iwmo/3_2/basisschema/schema',
  xsdVersie: '1.0.0',
  berichtruimte: (naam: string) => `http://www.istandaarden.nl/iwmo/3_2/${naam.toLowerCase()}/schema`,
  typen: (Object.values(typen) as Simpel[]).filter((t) => t.beperking === undefined),
  groepen: Object.values(groepen) as Klasse[],
  berichten: berichten as readonly Beschreven[],
  regels: regels32,
} satisfies Release

/** De waarde die bij de naam van een bericht hoort. */
export type Berichtwaarden = { [B in Beschreven as B['naam']]: WaardeVanBericht<B> }

type WaardeVanBericht<B extends { velden: unknown }> = WaardeVan<{ soort: 'klasse'; velden: B['velden'] }>
export type WMO301 = WaardeVanBericht<typeof wmo301>
export type WMO302 = WaardeVanBericht<typeof wmo302>
export type WMO305 = WaardeVanBericht<typeof wmo305>
export type WMO306 = WaardeVanBericht<typeof wmo306>
export type WMO307 = WaardeVanBericht<typeof wmo307>
export type WMO308 = WaardeVanBericht<typeof wmo308>
export type WMO315 = WaardeVanBericht<typeof wmo315>
export type WMO316 = WaardeVanBericht<typeof wmo316>
export type WMO317 = WaardeVanBericht<typeof wmo317>
export type WMO318 = WaardeVanBericht<typeof wmo318>
export type WMO319 = WaardeVanBericht<typeof wmo319>
export type WMO320 = WaardeVanBericht<typeof wmo320>
export type WMO323 = WaardeVanBericht<typeof wmo323>
export type WMO325 = WaardeVanBericht<typeof wmo325>
