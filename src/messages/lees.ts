/**
 * Leest een bericht langs zijn beschrijving, in één gang en in stukken, dus ook een bestand van honderden megabytes. Het begin en het
 * einde leest altijd de gewone lezer; wat ertussen in de gewone schrijfwijze staat gaat rechtstreeks uit de bytes. Komt er iets anders,
 * dan neemt de gewone lezer het op precies die plek over, tot het eind.
 */
import { GRENS_EENHEID, maakEenhedenlezer, type Eenhedenlezer } from './bytes/eenheden.ts'
import { type Begin, zoekBegin } from './bytes/begin.ts'
import { maakPlan } from './bytes/plan.ts'
import { type Leeskeuze, Leesstand } from './leesstand.ts'
import type { Beschreven } from './releases.ts'
import { grenzen, maakXmllezer, type Plaatsfout } from './xml.ts'

export type Leesuitslag = {
  readonly beschreven: Beschreven | null
  readonly waarde: Record<string, unknown>
  readonly fouten: readonly Plaatsfout[]
}

export type Berichtlezer = {
  /** Neemt het volgende stuk aan en houdt het niet vast; false als verder lezen geen zin heeft. */
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

/** Leest in het stuk zelf; alleen op de naad met het vorige stuk wordt er geplakt. Geeft alles aan de gewone lezer zodra het moet. */
function maakVlotteLezer(stand: Leesstand, gewoon: GewoneLezer): Deellezer {
  /** Wat nog geen eenheid is; een kopie, want het stuk is van wie het gaf. */
  let rest: Buffer = LEEG
  let vlot: Eenhedenlezer | 'begin' | 'voorbij' = 'begin'
  let gelezen = 0

  /** Vanaf hier is alles voor de gewone lezer. */
  const laatOver = (bytes: Buffer): void => {
    if (typeof vlot !== 'string') gewoon.neemOver(vlot, gelezen)
    vlot = 'voorbij'
    rest = LEEG
    if (bytes.length > 0 && !stand.klaar) gewoon.schrijf(bytes)
  }
  const begin = (bytes: Buffer): void => {
    const gevonden = zoekBegin(bytes)
    if (gevonden === 'meer') rest = Buffer.from(bytes)
    else if (gevonden === null) laatOver(bytes)
    else openHoofdelement(gevonden, bytes)
  }
  const openHoofdelement = ({ lengte, voorvoegsels }: Begin, bytes: Buffer): void => {
    gewoon.schrijf(bytes.subarray(0, lengte))
    const plan = stand.isSchoon && stand.beschreven !== null ? maakPlan(stand.beschreven, voorvoegsels) : null
    const over = bytes.subarray(lengte)
    rest = LEEG
    if (plan === null) laatOver(over)
    else {
      vlot = maakEenhedenlezer(stand, plan, gewoon.regel)
      neem(over)
    }
  }
  /** Leest de eenheden die voor `grens` beginnen; geeft wat er dan nog is. */
  const vorder = (lezer: Eenhedenlezer, bytes: Buffer, grens: number): number => {
    const tot = lezer.lees(bytes, 0, grens)
    gelezen += tot
    return tot
  }
  const isOp = (lezer: Eenhedenlezer): boolean => lezer.isGestrand || gelezen > grenzen.bestand
  const neem = (stuk: Buffer): void => {
    if (vlot === 'begin') begin(plak(rest, stuk))
    else if (vlot === 'voorbij') gewoon.schrijf(stuk)
    else if (rest.length === 0 || stuk.length < GRENS_EENHEID) leesTot(vlot, plak(rest, stuk))
    else leesNaad(vlot, stuk)
  }
  /** Eerst wat voor het stuk begint, dan de rest in het stuk zelf. */
  const leesNaad = (lezer: Eenhedenlezer, stuk: Buffer): void => {
    const naad = rest.length
    const tot = vorder(lezer, plak(rest, stuk.subarray(0, GRENS_EENHEID)), naad)
    if (isOp(lezer)) laatOver(plak(rest, stuk).subarray(tot))
    else leesTot(lezer, stuk.subarray(tot - naad))
  }
  const leesTot = (lezer: Eenhedenlezer, bytes: Buffer): void => {
    const over = bytes.subarray(vorder(lezer, bytes, bytes.length - GRENS_EENHEID))
    if (isOp(lezer)) laatOver(over)
    else rest = Buffer.from(over)
  }
  return {
    schrijf: (bytes) => neem(alsBuffer(bytes)),
    einde: () => {
      // Voorbij het einde staan nullen: daar past niets op, en zo hoeft nergens op het einde gelet te worden.
      const tot = typeof vlot === 'string' ? 0 : vorder(vlot, Buffer.concat([rest, Buffer.alloc(GRENS_EENHEID)]), rest.length)
      if (vlot !== 'voorbij') laatOver(rest.subarray(tot))
      if (!stand.klaar) gewoon.einde()
    },
  }
}

const LEEG = Buffer.alloc(0)
const plak = (voor: Buffer, na: Buffer): Buffer => (voor.length === 0 ? na : Buffer.concat([voor, na]))
const alsBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
