/**
 * De feiten voor elk deel van een grote declaratie, met zo weinig mogelijk vragen. Wat voor elk deel gelijk is wordt onthouden, wie een
 * geldende toewijzing heeft is bekend, en naar eerdere regels wordt alleen gevraagd waar zij zijn.
 */
import { type Deelantwoord, leesDeel, type Toewijzinggroep } from '#storage/berichten/declaratieregels.ts'
import type { Administratie, Clientboek } from '#storage/berichten/clientboek.ts'
import type { Kluis } from '#storage/kluis.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Toewijzingzoeker } from '#messages/iwmo-3-2/keten/lopend.ts'
import type { Regelreeks } from '#messages/iwmo-3-2/keten/regelreeks.ts'
import { debetsleutelsIn, productcodesIn, referentiesIn, uniek } from '#messages/iwmo-3-2/keten/wmo323.ts'
import type { Bron, Feiten } from '#messages/keten/bron.ts'
import type { Contractproduct } from '#messages/keten/contract.ts'
import type { Partijen, Toewijzinginhoud } from '#messages/keten/feit.ts'
import { groepeer, opSleutel } from '#core/base/groepeer.ts'
import { inhoudVan, maakBron } from './bron.ts'

export type Deelfeit = {
  /** Zonder toewijzingen: die geeft `toewijzing`. */
  readonly feiten: Feiten
  readonly toewijzing: Toewijzingzoeker
  /** Van alle toewijzingen waar dit deel naar verwijst. */
  readonly ingangsdatums: readonly string[]
}
export type Deelfeiten = (reeks: Regelreeks, boek: Clientboek) => Promise<Deelfeit>

export function maakDeelfeiten(tx: Tx, kluis: Kluis, wij: Administratie, partijen: Partijen): Deelfeiten {
  const contract = maakContract(partijen)
  return async (reeks, boek) => {
    const bron = maakBron(tx, kluis, wij, boek)
    const nummers = uniek(reeks.toewijzing)
    const paar = { ...wij, aanbieder: partijen.aanbieder }
    const vraag = { toewijzingen: nummers, clienten: reeks.bsns.map(boek.index), referenties: referentiesIn(reeks) }
    const gebruikt = await leesDeel(tx, paar, vraag)
    const gevonden = zoekToewijzingen(gebruikt.groepen, partijen, reeks)
    const feiten = {
      ...zonderMeer,
      partijen,
      bekendeClienten: await bekend(bron, partijen, reeks.bsns, gevonden.bekend),
      ...(await eerdereRegels(bron, partijen, reeks, gebruikt)),
      contract: await contract(bron, productcodesIn(reeks)),
    }
    return { feiten, toewijzing: gevonden.zoek, ingangsdatums: gevonden.ingangsdatums }
  }
}

type Gevonden = {
  readonly zoek: Toewijzingzoeker
  readonly ingangsdatums: readonly string[]
  /** Cliënten van wie er een toewijzing bij deze aanbieder is. */
  readonly bekend: Set<string>
}

/** Toewijzingen met dezelfde inhoud delen één object: er zijn er veel, en zij verschillen weinig. */
function zoekToewijzingen(groepen: readonly Toewijzinggroep[], p: Partijen, { bsns }: Regelreeks): Gevonden {
  const plekken = new Map<number, number>()
  const [bsnOp, inhoudOp]: [string[], Toewijzinginhoud[]] = [[], []]
  const bekend = new Set<string>()
  for (const groep of groepen) {
    if (groep.aanbieder !== p.aanbieder) continue
    const inhoud = inhoudVan(groep)
    for (const [i, client] of groep.clienten.entries()) {
      const bsn = client === null ? undefined : bsns[client]
      if (bsn === undefined) continue
      bekend.add(bsn)
      plekken.set(groep.nummers[i] as number, bsnOp.push(bsn) - 1)
      inhoudOp.push(inhoud)
    }
  }
  const zoek = (nummer: number, bsn: string): Toewijzinginhoud | undefined => {
    const plek = plekken.get(nummer)
    return plek !== undefined && bsnOp[plek] === bsn ? inhoudOp[plek] : undefined
  }
  return { zoek, ingangsdatums: groepen.map((g) => g.ingangsdatum), bekend }
}

/** Waar het oordeel over cliënten en regels niet naar kijkt. */
const zonderMeer = {
  berichten: [],
  toewijzingen: new Map(),
  toewijzingenVan: [],
  levering: { starts: [], stops: [] },
  verzoeken: [],
  declaraties: [],
  laatsteDeclaratieperiode: null,
  gemeenten: null,
}

/** Een geldende toewijzing bij deze aanbieder zegt het al; alleen naar de anderen wordt gevraagd. */
async function bekend(bron: Bron, p: Partijen, bsns: readonly string[], gezien: Set<string>): Promise<Set<string>> {
  const rest = uniek(bsns.filter((bsn) => !gezien.has(bsn)))
  if (rest.length > 0) for (const bsn of await bron.bekendeClienten(p, rest)) gezien.add(bsn)
  return gezien
}

async function eerdereRegels(
  bron: Bron,
  p: Partijen,
  reeks: Regelreeks,
  gebruikt: Deelantwoord,
): Promise<Pick<Feiten, 'prestaties' | 'openDebet' | 'verbruik'>> {
  const op = new Set(gebruikt.toewijzingen)
  const debet = op.size === 0 ? [] : debetsleutelsIn(reeks, (toewijzing) => op.has(toewijzing))
  const regels = gebruikt.referenties.length === 0 ? [] : await bron.prestaties(p, gebruikt.referenties)
  return {
    prestaties: groepeer(regels, (r) => r.referentie),
    openDebet: debet.length === 0 ? [] : await bron.openDebet(p, debet),
    verbruik: opSleutel(op.size === 0 ? [] : await bron.verbruik(p, [...op]), (v) => v.toewijzing),
  }
}

/** Van elke productcode één keer gevraagd. */
function maakContract(p: Partijen) {
  const perCode = new Map<string, readonly Contractproduct[]>()
  let geenContract = false
  return async (bron: Bron, codes: readonly string[]): Promise<Feiten['contract']> => {
    const nieuw = codes.filter((code) => !perCode.has(code))
    if (nieuw.length > 0 && !geenContract) {
      const producten = await bron.contract(p, nieuw)
      geenContract = producten === null
      const groepen = groepeer(producten ?? [], (c) => c.code)
      for (const code of nieuw) perCode.set(code, groepen.get(code) ?? [])
    }
    return geenContract ? null : perCode
  }
}
