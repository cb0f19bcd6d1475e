/**
 * De feiten voor elk deel van een grote declaratie, met zo weinig mogelijk vragen. Wat voor elk deel gelijk is wordt onthouden, wie een
 * geldende toewijzing heeft is bekend, en naar eerdere regels wordt alleen gevraagd waar zij zijn.
 */
import { type Gebruikt, leesGebruikt, leesNummersIn } from '#storage/berichten/declaratieregels.ts'
import type { Administratie, Clientboek } from '#storage/berichten/clientboek.ts'
import type { Kluis } from '#storage/kluis.ts'
import type { Tx } from '#storage/transactie.ts'
import { type Clientenvraag, type Declaratieclient, vraagClienten } from '#messages/iwmo-3-2/keten/wmo323.ts'
import type { Bron, Feiten } from '#messages/keten/bron.ts'
import type { Contractproduct } from '#messages/keten/contract.ts'
import type { Partijen, Toewijzing } from '#messages/keten/feit.ts'
import { groepeer, opSleutel } from '#core/base/groepeer.ts'
import { maakBron } from './bron.ts'

/** `nummersEerder`: nummers uit eerdere delen van deze declaratie, in elk geval die ook in dit deel staan. */
export type Deelfeit = { readonly feiten: Feiten; readonly nummersEerder: ReadonlySet<string> }
export type Deelfeiten = (clienten: readonly Declaratieclient[], boek: Clientboek) => Promise<Deelfeit>

/** `bericht` is de declaratie zelf. Van haar eerdere delen ligt alles vast, behalve van het vorige: dat wordt dan nog beoordeeld. */
export function maakDeelfeiten(tx: Tx, kluis: Kluis, wij: Administratie, partijen: Partijen, bericht: string): Deelfeiten {
  const contract = maakContract(partijen)
  let vorigDeel: readonly string[] = []
  return async (clienten, boek) => {
    const vraag = vraagClienten(clienten)
    const bron = maakBron(tx, kluis, wij, boek)
    // Wie in dit deel staat is zo bij zijn index bekend, en hoeft niet ontsleuteld te worden.
    for (const bsn of vraag.bekendeClienten) boek.index(bsn)
    const toewijzingen = await bron.toewijzingen(partijen, vraag.toewijzingen)
    const gebruikt = await leesGebruikt(tx, partijen, { referenties: vraag.prestaties, toewijzingen: vraag.toewijzingen })
    const vastgelegd = gebruikt.referenties.length === 0 ? [] : await leesNummersIn(tx, partijen, bericht, gebruikt.referenties)
    const nummersEerder = new Set([...vastgelegd, ...vorigDeel])
    vorigDeel = clienten.flatMap((c) => c.Prestaties.Prestatie.map((p) => p.ProductReferentie.ReferentieNummer))
    const feiten = {
      ...zonderMeer,
      partijen,
      toewijzingen: opSleutel(toewijzingen, (t) => t.nummer),
      bekendeClienten: await bekend(bron, partijen, vraag.bekendeClienten, toewijzingen),
      ...(await eerdereRegels(bron, partijen, vraag, gebruikt)),
      contract: await contract(bron, vraag.productcodes),
    }
    return { feiten, nummersEerder }
  }
}

/** Waar het oordeel over cliënten en regels niet naar kijkt. */
const zonderMeer = {
  berichten: [],
  toewijzingenVan: [],
  levering: { starts: [], stops: [] },
  verzoeken: [],
  declaraties: [],
  laatsteDeclaratieperiode: null,
  gemeenten: null,
}

/** Een geldende toewijzing bij deze aanbieder zegt het al; alleen naar de anderen wordt gevraagd. */
async function bekend(bron: Bron, p: Partijen, bsns: readonly string[], toewijzingen: readonly Toewijzing[]): Promise<Set<string>> {
  const gezien = new Set(toewijzingen.filter((t) => t.aanbieder === p.aanbieder).map((t) => t.bsn))
  const rest = bsns.filter((bsn) => !gezien.has(bsn))
  if (rest.length > 0) for (const bsn of await bron.bekendeClienten(p, rest)) gezien.add(bsn)
  return gezien
}

async function eerdereRegels(
  bron: Bron,
  p: Partijen,
  { openDebet }: Clientenvraag,
  gebruikt: Gebruikt,
): Promise<Pick<Feiten, 'prestaties' | 'openDebet' | 'verbruik'>> {
  const op = new Set(gebruikt.toewijzingen)
  const debet = openDebet.filter((d) => op.has(d.toewijzing))
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
