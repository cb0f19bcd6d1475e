/**
 * Een grote declaratie verwerken terwijl zij gelezen wordt: elk deel van de cliënten wordt beoordeeld en vastgelegd voor het volgende
 * aan de beurt is. Het oordeel is dat van `verwerkBericht`; het geheugen groeit niet mee met het bestand.
 */
import { invariant } from '#core/base/invariant.ts'
import { bewaarBericht, nieuwBerichtnummer, vergrendelPaar } from '#storage/berichten/berichten.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { metSleutelvragen } from '#storage/berichten/declaratieregels.ts'
import { inTransactie, leesErnaast } from '#storage/transactie.ts'
import type { Oordeel } from '#messages/controleer-stroom.ts'
import { feitenUit, partijenVan, sleutelVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { maakRetour, type Uitslag } from '#messages/iwmo-3-2/keten/retour.ts'
import { beoordeelBovenaan } from '#messages/iwmo-3-2/keten/wmo323.ts'
import { type Bron, haalFeiten } from '#messages/keten/bron.ts'
import type { Berichtfeiten } from '#messages/keten/feit.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { type Gelezen323, maakDeclaratiestroom } from '#messages/keten/declaratiestroom.ts'
import { alsGelezen, naarRetourregel, nummerstand, opNiveau2, richtingVan } from '#messages/keten/ontvang.ts'
import { maakBron } from './bron.ts'
import { alsCodes, leesCodes } from './codereeks.ts'
import { noteerBericht, nummerVrij, parkeer, rijVan, type Vastlegging } from './leg-vast.ts'
import { contextVan } from './declaratiedelen.ts'
import { type Bytestroom, leesDeclaratie, type Loop } from './lees-declaratie.ts'
import { neemAfgewezen, neemFeiten } from './neem-feiten.ts'
import { maakTeruggave } from './teruggave.ts'
import { dubbelNummer, perOorzaak, uitvalVanUitgave } from './uitval.ts'
import {
  doelVan,
  eerderAntwoord,
  type Keten,
  kopVan,
  legRetourVast,
  maakVerwerking,
  plekVan,
  type Verwerkt,
  wijktAf,
} from './verwerk-bericht.ts'

/** `schema`: niveau 1. `anders`: geen declaratie tussen ons en een ander. */
export type Afloop =
  | { readonly soort: 'verwerkt'; readonly verwerkt: Verwerkt }
  | { readonly soort: 'schema'; readonly oordeel: Oordeel }
  | { readonly soort: 'anders' }

export async function verwerkDeclaratie(keten: Keten, bestand: Bytestroom): Promise<Afloop> {
  const begin = await leesBegin(bestand)
  if ('soort' in begin) return begin
  const richting = richtingVan(begin, keten.wij)
  if (richting === 'vreemd' || wijktAf(begin, keten)) return { soort: 'anders' }
  const { aanbieder, ...wij } = plekVan(begin, keten)
  await keten.zorgVoorGemeente(wij.gemeente)
  const binding = { ...wij, medewerker: null, rollen: ['systeem'], team: null }
  return inTransactie<Afloop>(keten.dienst.db, binding, async (tx) => {
    await vergrendelPaar(tx, wij, aanbieder)
    await metSleutelvragen(tx)
    const terug = maakTeruggave()
    const ernaast = richting === 'in' ? await leesErnaast(keten.dienst.db, binding) : null
    try {
      if (ernaast !== null) await metSleutelvragen(ernaast.tx)
      const loop = await leesDeclaratie(keten, { v: maakVerwerking(keten, tx, wij), bestand, richting, terug, ernaast })
      if ('soort' in loop) return { bewaar: false, waarde: loop }
      const eerder = await eerderAntwoord(keten, tx, wij, loop.hash)
      if (eerder !== undefined) return { bewaar: false, waarde: { soort: 'verwerkt', verwerkt: eerder } }
      const verwerkt = richting === 'in' ? await beantwoord(keten, loop) : await legVerzondenVast(keten, loop)
      return { bewaar: true, waarde: { soort: 'verwerkt', verwerkt } }
    } finally {
      await ernaast?.sluit()
      terug.sluit()
    }
  })
}

/** De kop, zodat bekend is in welke administratie dit hoort. */
async function leesBegin({ stukken }: Bytestroom): Promise<Gelezen323 | Afloop> {
  const stroom = maakDeclaratiestroom()
  const gevonden = (): Gelezen323 | Afloop | null => {
    if ((stroom.naam() ?? 'WMO323') !== 'WMO323') return { soort: 'anders' }
    return stroom.wachtend() > 0 ? stroom.zonderClienten() : null
  }
  for await (const stuk of stukken()) {
    const verder = stroom.schrijf(stuk)
    const begin = gevonden()
    if (begin !== null) return begin
    if (!verder) break
  }
  // De lezer houdt het laatste stuk soms vast tot het einde: dan is de kop er nu pas.
  const oordeel = stroom.einde()
  return (oordeel.niveau1.geldig ? gevonden() : null) ?? { soort: 'schema', oordeel }
}

/** Een declaratie van onszelf: zij telt als verzonden. */
async function legVerzondenVast(keten: Keten, loop: Loop): Promise<Verwerkt> {
  const { v, bericht } = loop
  const feiten = { ...feitenUit(bericht), prestaties: [] }
  const telt = await nummerVrij(v, feiten)
  await legRijVast(keten, loop, {
    richting: 'uit',
    uitkomst: 'verzonden',
    uitslag: alsCodes([]),
    verzondenOp: v.nu,
    ...(telt && { feiten }),
  })
  if (!telt) await parkeer(v, loop.id, [dubbelNummer])
  return { bericht: bericht.naam, uitkomst: 'geaccepteerd', retourcodes: [], retour: null, isHerhaling: false }
}

type Slot = Pick<Vastlegging, 'richting' | 'uitkomst' | 'uitslag' | 'verzondenOp' | 'feiten' | 'retour'>
async function legRijVast({ dienst }: Keten, { v, id, bericht, hash, grootte }: Loop, slot: Slot): Promise<void> {
  const { aanbieder } = partijenVan(bericht)
  const rij: Vastlegging = { ...kopVan(bericht, bericht.naam), ...slot, id, aanbieder }
  await bewaarBericht(v.tx, dienst.kluis, rijVan(v, rij, { hash, grootte }))
  if (slot.feiten) await neemFeiten({ tx: v.tx, boek: v.boek, herkomst: { ...v.wij, aanbieder, bericht: id } }, slot.feiten)
  await noteerBericht(v, 'aanmaken', rij, doelVan(rij))
}

/** Het oordeel over het geheel, het antwoord en de rij van het bericht. */
async function beantwoord(keten: Keten, loop: Loop): Promise<Verwerkt> {
  const { v, bericht, id, terug } = loop
  const bron = maakBron(v.tx, keten.dienst.kluis, v.wij, v.boek)
  const bovenaan = await oordeelBovenaan(keten, loop, bron)
  const stand = await nummerstand(bericht, bovenaan ?? { niveau: 3, bevindingen: [] }, bron)
  const feiten = { ...feitenUit(bericht), prestaties: [], ...(stand === 'vervangt' && { vervangt: true as const }) }
  const telt = stand !== 'dubbel' && (await nummerVrij(v, feiten))
  const eigen = { identificatie: await nieuwBerichtnummer(v.tx, v.nu), dagtekening: keten.systeemdatum }
  const retour =
    bovenaan === null ? { naam: 'WMO325' as const, waarde: terug.antwoord(bericht, eigen) } : maakRetour(bericht, bovenaan, eigen)
  invariant(retour !== null, 'op een declaratie volgt een antwoord')
  const antwoordfeiten = telt ? feitenUit(alsGelezen(retour)) : undefined
  const uit = await legRetourVast(v, retour, antwoordfeiten && zonderRegels(antwoordfeiten), bovenaan === null ? terug.stukken : undefined)
  if (telt && bovenaan === null) await legAfgewezenVast(keten, loop, uit.id)
  const uitslag = bovenaan === null ? terug.codes() : alsCodes(codesVan(loop, bovenaan))
  const retourcodes = leesCodes(uitslag)
  const uitkomst = uitkomstVan(loop, bovenaan)
  await legRijVast(keten, loop, { richting: 'in', uitkomst, uitslag, retour: uit.id, ...(telt && { feiten }) })
  await parkeer(v, id, [...perOorzaak('afgewezen', retourcodes), ...uitvalVanUitgave(bericht.beschreven.release, feiten.dagtekening)])
  return { bericht: bericht.naam, uitkomst, retourcodes, retour: uit, isHerhaling: false }
}

/** Wat de hele declaratie treft: een regel binnen het bericht, de kop of de declaratie zelf. Null als alleen de regels tellen. */
async function oordeelBovenaan(keten: Keten, { bericht, oordeel, ingangsdatums }: Loop, bron: Bron): Promise<Uitslag | null> {
  if (oordeel.niveau2.retourcodes.length > 0) return { niveau: 2 }
  const feiten = await haalFeiten(bron, {
    partijen: partijenVan(bericht),
    sleutel: sleutelVan(bericht),
    declaraties: { nummers: [bericht.waarde.Declaratie.DeclaratieNummer], identificaties: [], bsns: [] },
    laatsteDeclaratieperiode: true,
  })
  const bevindingen = beoordeelBovenaan(bericht.waarde, [...ingangsdatums], contextVan(keten, feiten))
  return bevindingen.length > 0 ? { niveau: 3, bevindingen } : null
}

/** Welke regels zijn afgewezen staat in de teruggave: in het antwoord als waarde staat alleen de eerste cliënt. */
const zonderRegels = (feiten: Berichtfeiten): Berichtfeiten =>
  feiten.oordeel === undefined ? feiten : { ...feiten, oordeel: { ...feiten.oordeel, afgewezenRegels: new Set() } }

async function legAfgewezenVast({ dienst }: Keten, { v: { tx, wij }, bericht, terug }: Loop, antwoord: string): Promise<void> {
  const herkomst = { ...wij, aanbieder: partijenVan(bericht).aanbieder, bericht: antwoord }
  let vanaf = 0
  for (const regels of terug.afgewezenRegels()) {
    await neemAfgewezen({ tx, boek: maakClientboek(tx, dienst.kluis, wij), herkomst }, regels, vanaf)
    vanaf += regels.length
  }
}

function codesVan({ bericht, oordeel }: Loop, bovenaan: Uitslag): readonly Retourregel[] {
  return bovenaan.niveau === 2 ? opNiveau2(bericht, oordeel) : bovenaan.bevindingen.map(naarRetourregel)
}

/** Deels: er kwam iets terug, en niet alles. */
function uitkomstVan({ terug, regels }: Loop, bovenaan: Uitslag | null): 'geaccepteerd' | 'afgewezen' | 'deels' {
  if (bovenaan !== null) return 'afgewezen'
  if (terug.aantalCodes === 0) return 'geaccepteerd'
  return terug.regels < regels ? 'deels' : 'afgewezen'
}
