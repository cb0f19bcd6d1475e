/**
 * Een grote declaratie verwerken terwijl zij gelezen wordt: elk deel van de cliënten wordt beoordeeld en vastgelegd voor het volgende
 * aan de beurt is. Het oordeel is dat van `verwerkBericht`; het geheugen groeit niet mee met het bestand.
 */
import { invariant } from '#core/base/invariant.ts'
import { bewaarBericht, bewaarDeel, berichthash, nieuwBerichtnummer, vergrendelPaar } from '#storage/berichten/berichten.ts'
import { type Clientboek, maakClientboek } from '#storage/berichten/clientboek.ts'
import { bewaarFeiten } from '#storage/berichten/feiten.ts'
import { inTransactie } from '#storage/transactie.ts'
import type { Oordeel } from '#messages/controleer-stroom.ts'
import type { Ketencontext } from '#messages/iwmo-3-2/keten/context.ts'
import { feitenUit, partijenVan, sleutelVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { maakRetour, type Retourbericht, type Uitslag } from '#messages/iwmo-3-2/keten/retour.ts'
import { beoordeelBovenaan, beoordeelClienten, type Declaratieclient, vraagClienten } from '#messages/iwmo-3-2/keten/wmo323.ts'
import { type Bron, type Feiten, haalFeiten } from '#messages/keten/bron.ts'
import type { Berichtfeiten } from '#messages/keten/feit.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { type Declaratiestroom, type Gelezen323, maakDeclaratiestroom } from '#messages/keten/declaratiestroom.ts'
import { standaardkeuzes } from '#messages/keten/keuzes.ts'
import { alsGelezen, naarRetourregel, nummerstand, opNiveau2, richtingVan } from '#messages/keten/ontvang.ts'
import { Uniek } from '#messages/uniek.ts'
import { nieuweId } from '../handeling/id.ts'
import { maakBron } from './bron.ts'
import { noteerBericht, nummerVrij, parkeer, rijVan, type Vastlegging, type Verwerking } from './leg-vast.ts'
import { neemFeiten, prestatierij } from './neem-feiten.ts'
import { maakTeruggave, type Teruggave } from './teruggave.ts'
import { dubbelNummer, uitvalVan } from './uitval.ts'
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

export type Bytestroom = { readonly grootte: number; stukken(): AsyncIterable<Uint8Array> }

/** `schema`: niveau 1. `anders`: geen declaratie tussen ons en een ander. */
export type Afloop =
  | { readonly soort: 'verwerkt'; readonly verwerkt: Verwerkt }
  | { readonly soort: 'schema'; readonly oordeel: Oordeel }
  | { readonly soort: 'anders' }

/** Zoveel regels per deel: groot genoeg dat een vraag per deel niets kost, klein genoeg om te vergeten. */
const REGELS_PER_DEEL = 2_000

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
    const loop = await lees(keten, maakVerwerking(keten, tx, wij), bestand, richting)
    if ('soort' in loop) return { bewaar: false, waarde: loop }
    const eerder = await eerderAntwoord(keten, tx, wij, loop.hash)
    if (eerder !== undefined) return { bewaar: false, waarde: { soort: 'verwerkt', verwerkt: eerder } }
    const verwerkt = richting === 'in' ? await beantwoord(keten, loop) : await legVerzondenVast(keten, loop)
    return { bewaar: true, waarde: { soort: 'verwerkt', verwerkt } }
  })
}

/** De kop, zodat bekend is in welke administratie dit hoort. */
async function leesBegin({ stukken }: Bytestroom): Promise<Gelezen323 | Afloop> {
  const stroom = maakDeclaratiestroom()
  const gevonden = (): Gelezen323 | Afloop | null => {
    if (stroom.naam !== null && stroom.naam !== 'WMO323') return { soort: 'anders' }
    return stroom.wachtend > 0 ? stroom.metClienten([]) : null
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

/** Alles wat tijdens het lezen ontstaat. */
type Loop = {
  readonly v: Verwerking
  readonly id: string
  readonly bericht: Gelezen323
  readonly oordeel: Oordeel
  readonly hash: Buffer
  readonly grootte: number
  readonly regels: number
  readonly ingangsdatums: ReadonlySet<string>
  readonly terug: Teruggave
}

async function lees(keten: Keten, v: Verwerking, bestand: Bytestroom, richting: 'in' | 'uit'): Promise<Loop | Afloop> {
  const { kluis } = keten.dienst
  const id = nieuweId(v.nu)
  const stroom = maakDeclaratiestroom()
  const hash = berichthash(kluis)
  const deel = maakDeel(keten, v, { stroom, id, richting })
  let [grootte, volg] = [0, 0]
  for await (const stuk of inBlokken(bestand.stukken())) {
    hash.update(stuk)
    grootte += stuk.length
    // Samenpakken gebeurt buiten deze draad: het lezen gaat intussen door.
    const bewaard = bewaarDeel(v.tx, kluis, v.wij, id, volg++, stuk)
    const verder = stroom.schrijf(stuk)
    await bewaard
    if (!verder) break
    if (stroom.wachtend >= (keten.regelsPerDeel ?? REGELS_PER_DEEL)) await deel.verwerk()
  }
  const oordeel = stroom.einde()
  if (!oordeel.niveau1.geldig) return { soort: 'schema', oordeel }
  await deel.verwerk()
  const bericht = stroom.metClienten([])
  invariant(bericht !== null, 'een geldige declaratie heeft een kop en een cliënt')
  return { v, id, bericht, oordeel, hash: hash.digest(), grootte, ...deel.telling(), terug: deel.terug }
}

const BLOK = 1024 * 1024

/** Blokken van een megabyte: zo gaan de bytes ook de database in. */
export async function* inBlokken(stukken: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let delen: Uint8Array[] = []
  let lengte = 0
  for await (const stuk of stukken) {
    delen.push(stuk)
    lengte += stuk.length
    if (lengte < BLOK) continue
    yield Buffer.concat(delen)
    delen = []
    lengte = 0
  }
  if (lengte > 0) yield Buffer.concat(delen)
}

/** Beoordeelt en bewaart wat de stroom klaar heeft. */
type Deelopdracht = { readonly stroom: Declaratiestroom; readonly id: string; readonly richting: 'in' | 'uit' }
function maakDeel(keten: Keten, { tx, wij }: Verwerking, { stroom, id, richting }: Deelopdracht) {
  const nummers = new Uniek()
  const ingangsdatums = new Set<string>()
  const terug = maakTeruggave()
  let regels = 0
  const beoordeel = async (bericht: Gelezen323, clienten: readonly Declaratieclient[], boek: Clientboek): Promise<void> => {
    const vraag = { partijen: partijenVan(bericht), sleutel: sleutelVan(bericht), ...vraagClienten(clienten) }
    const feiten = await haalFeiten(maakBron(tx, keten.dienst.kluis, wij, boek), vraag)
    for (const t of feiten.toewijzingen.values()) ingangsdatums.add(t.ingangsdatum)
    const einde = bericht.waarde.Declaratie.DeclaratiePeriode.Einddatum
    terug.neem(bericht, clienten, beoordeelClienten(clienten, contextVan(keten, feiten), einde, nummers))
  }
  return {
    terug,
    telling: () => ({ regels, ingangsdatums }),
    async verwerk(): Promise<void> {
      const clienten = stroom.neem()
      const bericht = stroom.metClienten(clienten)
      if (bericht === null || clienten.length === 0) return
      // Per deel een nieuw boek: het onthoudt alleen wie er in dit deel staan.
      const boek = maakClientboek(tx, keten.dienst.kluis, wij)
      if (richting === 'in') await beoordeel(bericht, clienten, boek)
      const prestaties = feitenUit(bericht).prestaties.map((p) => prestatierij(p, boek))
      await boek.bewaar(clienten.map((c) => c.Bsn))
      await bewaarFeiten(tx, 'prestatie', { ...wij, aanbieder: partijenVan(bericht).aanbieder, bericht: id }, prestaties, regels)
      regels += prestaties.length
    },
  }
}

const contextVan = (keten: Keten, feiten: Feiten): Ketencontext => ({
  feiten,
  keuzes: keten.keuzes ?? standaardkeuzes,
  systeemdatum: keten.systeemdatum,
})

/** Een declaratie van onszelf: zij telt als verzonden. */
async function legVerzondenVast(keten: Keten, loop: Loop): Promise<Verwerkt> {
  const { v, bericht } = loop
  const feiten = { ...feitenUit(bericht), prestaties: [] }
  const telt = await nummerVrij(v, feiten)
  await legRijVast(keten, loop, { richting: 'uit', uitkomst: 'verzonden', uitslag: '[]', verzondenOp: v.nu, ...(telt && { feiten }) })
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
  const uit = await legRetourVast(
    v,
    retour,
    telt ? antwoordfeiten(retour, loop, bovenaan) : undefined,
    bovenaan === null ? terug.bytes : undefined,
  )
  const retourcodes = codesVan(loop, bovenaan)
  const uitkomst = uitkomstVan(loop, bovenaan)
  await legRijVast(keten, loop, { richting: 'in', uitkomst, uitslag: JSON.stringify(retourcodes), retour: uit.id, ...(telt && { feiten }) })
  await parkeer(v, id, uitvalVan({ soort: 'beoordeeld', bericht: bericht.naam, uitkomst, retourcodes, retour, feiten: [] }))
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

/** Het oordeel over elke regel staat in de teruggave; in het antwoord als waarde staat alleen de eerste cliënt. */
function antwoordfeiten(retour: Retourbericht, { terug }: Loop, bovenaan: Uitslag | null): Berichtfeiten {
  const feiten = feitenUit(alsGelezen(retour))
  if (bovenaan !== null || feiten.oordeel === undefined) return feiten
  return { ...feiten, oordeel: { ...feiten.oordeel, afgewezenRegels: terug.afgewezenRegels } }
}

function codesVan({ bericht, oordeel, terug }: Loop, bovenaan: Uitslag | null): readonly Retourregel[] {
  if (bovenaan === null) return terug.retourcodes
  return bovenaan.niveau === 2 ? opNiveau2(bericht, oordeel) : bovenaan.bevindingen.map(naarRetourregel)
}

/** Deels: er kwam iets terug, en niet alles. */
function uitkomstVan({ terug, regels }: Loop, bovenaan: Uitslag | null): 'geaccepteerd' | 'afgewezen' | 'deels' {
  if (bovenaan !== null) return 'afgewezen'
  if (terug.retourcodes.length === 0) return 'geaccepteerd'
  return terug.regels < regels ? 'deels' : 'afgewezen'
}
