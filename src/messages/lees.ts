/**
 * Leest een bericht langs zijn beschrijving, in één gang en in stukken, dus ook een bestand van honderden megabytes. Het begin en het
 * einde leest altijd de gewone lezer; wat ertussen in de gewone schrijfwijze staat gaat rechtstreeks uit de bytes. Komt er iets anders,
 * dan neemt de gewone lezer het op precies die plek over, tot het eind.
 */
import { GRENS_EENHEID, maakEenhedenlezer, type Eenhedenlezer } from './bytes/eenheden.ts'
import { type Begin, zoekBegin } from './bytes/begin.ts'
import { type Klasseplan, maakPlan } from './bytes/plan.ts'
import { type Leeskeuze, Leesstand } from './leesstand.ts'
import type { Beschreven } from './releases.ts'
import { grenzen, maakXmllezer, type Plaatsfout } from './xml.ts'

export type Leesuitslag = {
  readonly beschreven: Beschreven | null
  readonly waarde: Record<string, unknown>
  readonly fouten: readonly Plaatsfout[]
}

export type Berichtlezer = {
  /** Neemt het volgende stuk aan; false als verder lezen geen zin heeft. */
  schrijf(bytes: Uint8Array): boolean
  einde(): Leesuitslag
}

/** Een lezer voor één bericht. */
export function maakBerichtlezer(keuze: Leeskeuze = {}): Berichtlezer {
  const stand = new Leesstand(keuze)
  const gewoon = maakGewoneLezer(stand)
  const lezer = keuze.alleenGewoon ? gewoon : maakVlotteLezer(stand, gewoon)
  return {
    schrijf: (bytes) => {
      if (!stand.klaar) lezer.schrijf(bytes)
      return !stand.klaar
    },
    einde: () => {
      if (!stand.klaar) lezer.einde()
      return { beschreven: stand.beschreven, waarde: stand.wortel, fouten: stand.fouten }
    },
  }
}

type Deellezer = { schrijf(bytes: Uint8Array): void; einde(): void }
type GewoneLezer = Deellezer & { readonly regel: number; neemOver(vlot: Eenhedenlezer, bytes: number): void }

/** Elke schrijfwijze die XML toelaat, en elke melding. */
function maakGewoneLezer(stand: Leesstand): GewoneLezer {
  const xml = maakXmllezer(stand)
  return {
    schrijf: (bytes) => stand.stopMet(xml.schrijf(bytes)),
    einde: () => stand.stopMet(xml.einde()),
    get regel() {
      return xml.regel
    },
    neemOver: (vlot, bytes) => {
      stand.isStil = true
      xml.hervat(vlot.tags(), bytes, vlot.regel)
      stand.isStil = false
    },
  }
}

/** Bewaart wat nog geen eenheid is tot het volgende stuk, en geeft alles aan de gewone lezer zodra het moet. */
function maakVlotteLezer(stand: Leesstand, gewoon: GewoneLezer): Deellezer {
  let rest: Buffer = Buffer.alloc(0)
  let vlot: Eenhedenlezer | 'begin' | 'voorbij' = 'begin'
  let gelezen = 0

  /** Vanaf hier is alles voor de gewone lezer. */
  const laatOver = (): void => {
    if (typeof vlot !== 'string') gewoon.neemOver(vlot, gelezen)
    vlot = 'voorbij'
    if (rest.length > 0 && !stand.klaar) gewoon.schrijf(rest)
    rest = Buffer.alloc(0)
  }
  const begin = (): void => {
    const gevonden = zoekBegin(rest)
    if (gevonden === 'meer') return
    const plan = gevonden === null ? null : openHoofdelement(gevonden)
    if (plan === null) laatOver()
    else vlot = maakEenhedenlezer(stand, plan, gewoon.regel)
  }
  const openHoofdelement = ({ lengte, voorvoegsels }: Begin): Klasseplan | null => {
    gewoon.schrijf(rest.subarray(0, lengte))
    rest = rest.subarray(lengte)
    return stand.isSchoon && stand.beschreven !== null ? maakPlan(stand.beschreven, voorvoegsels) : null
  }
  const verwerk = (isEinde: boolean): void => {
    if (vlot === 'begin') begin()
    if (typeof vlot === 'string') return
    const grens = isEinde ? rest.length : rest.length - GRENS_EENHEID
    // Voorbij het einde staan nullen: daar past niets op, en zo hoeft nergens op het einde gelet te worden.
    const tot = vlot.lees(isEinde ? Buffer.concat([rest, Buffer.alloc(GRENS_EENHEID)]) : rest, 0, grens)
    gelezen += tot
    rest = rest.subarray(tot)
    if (vlot.isGestrand || gelezen > grenzen.bestand) laatOver()
  }
  return {
    schrijf: (bytes) => {
      if (vlot === 'voorbij') gewoon.schrijf(bytes)
      else {
        rest = rest.length === 0 ? alsBuffer(bytes) : Buffer.concat([rest, bytes])
        verwerk(false)
      }
    },
    einde: () => {
      verwerk(true)
      if (vlot !== 'voorbij') laatOver()
      if (!stand.klaar) gewoon.einde()
    },
  }
}

const alsBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
