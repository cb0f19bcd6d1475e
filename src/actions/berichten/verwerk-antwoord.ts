/**
 * Een groot antwoord op een declaratie van ons verwerken terwijl het gelezen wordt. Het oordeel is dat van `verwerkBericht`; het geheugen
 * groeit niet mee met het bestand.
 */
import { bewaarBericht, vergrendelPaar } from '#storage/berichten/berichten.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { maakKladblokken, type Kladblokken } from '#storage/kladblokken.ts'
import { inTransactie } from '#storage/transactie.ts'
import { feitenUit, partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { type Gelezen325, maakAntwoordstroom } from '#messages/keten/antwoordstroom.ts'
import type { Berichtfeiten } from '#messages/keten/feit.ts'
import { nummerstand, opNiveau2, richtingVan } from '#messages/keten/ontvang.ts'
import { nieuweId } from '../handeling/id.ts'
import { maakBron } from './bron.ts'
import { alsCodes, leesCodes } from './codereeks.ts'
import { type Antwoordlezing, leesAntwoord } from './lees-antwoord.ts'
import type { Bytestroom } from './lees-declaratie.ts'
import { noteerBericht, nummerVrij, parkeer, rijVan, type Vastlegging, type Verwerking } from './leg-vast.ts'
import { neemAfgewezen, neemFeiten } from './neem-feiten.ts'
import { perOorzaak, uitvalVanUitgave } from './uitval.ts'
import { doelVan, eerderAntwoord, type Keten, kopVan, maakVerwerking, overWat, plekVan, type Verwerkt, wijktAf } from './verwerk-bericht.ts'
import type { Afloop } from './verwerk-declaratie.ts'

export async function verwerkAntwoord(keten: Keten, bestand: Bytestroom): Promise<Afloop> {
  const begin = await leesBegin(bestand)
  if (begin === null || richtingVan(begin, keten.wij) !== 'in' || wijktAf(begin, keten)) return { soort: 'anders' }
  const { aanbieder, ...wij } = plekVan(begin, keten)
  await keten.zorgVoorGemeente(wij.gemeente)
  const binding = { ...wij, medewerker: null, rollen: ['systeem'], team: null }
  return inTransactie<Afloop>(keten.dienst.db, binding, async (tx) => {
    await vergrendelPaar(tx, wij, aanbieder)
    const v = maakVerwerking(keten, tx, wij)
    const id = nieuweId(v.nu)
    const afgewezen = maakKladblokken()
    try {
      const lezing = await leesAntwoord(keten, { v, bestand, id }, afgewezen)
      if ('soort' in lezing) return { bewaar: false, waarde: lezing }
      const eerder = await eerderAntwoord(keten, tx, wij, lezing.hash)
      if (eerder !== undefined) return { bewaar: false, waarde: { soort: 'verwerkt', verwerkt: eerder } }
      return { bewaar: true, waarde: { soort: 'verwerkt', verwerkt: await legVast(v, id, lezing, afgewezen) } }
    } finally {
      afgewezen.sluit()
    }
  })
}

/** De kop, zodat bekend is in welke administratie dit hoort; null als dit geen antwoord is, of als hij niet te lezen is. */
async function leesBegin({ stukken }: Bytestroom): Promise<Gelezen325 | null> {
  const stroom = maakAntwoordstroom()
  for await (const stuk of stukken()) {
    const verder = stroom.schrijf(stuk)
    if ((stroom.naam() ?? 'WMO325') !== 'WMO325') return null
    const begin = stroom.metClienten([])
    if (begin !== null) return begin
    if (!verder) return null
  }
  return null
}

async function legVast(v: Verwerking, id: string, lezing: Antwoordlezing, afgewezen: Kladblokken): Promise<Verwerkt> {
  const { bericht, oordeel, codes, hash, grootte } = lezing
  const isTechnisch = oordeel.niveau2.retourcodes.length > 0
  const uitslag = isTechnisch ? alsCodes(opNiveau2(bericht, oordeel)) : codes.bytes()
  const retourcodes = leesCodes(uitslag)
  const isAfgewezen = isTechnisch || codes.aantal > 0
  const { aanbieder } = partijenVan(bericht)
  const gelezen = isAfgewezen ? undefined : await feitenVan(v, bericht)
  const feiten = gelezen && (await nummerVrij(v, gelezen)) ? gelezen : undefined
  const over = await overWat(v, gelezen?.oordeel?.over, aanbieder)
  const uitkomst = isAfgewezen ? 'afgewezen' : 'geaccepteerd'
  const rij: Vastlegging = {
    ...kopVan(bericht, bericht.naam),
    id,
    aanbieder,
    richting: 'in',
    uitkomst,
    uitslag,
    ...over,
    ...(feiten && { feiten }),
  }
  await bewaarBericht(v.tx, v.dienst.kluis, rijVan(v, rij, { hash, grootte }))
  if (feiten !== undefined) await legFeitenVast(v, id, feiten, afgewezen)
  const uitgave = uitvalVanUitgave(bericht.beschreven.release, rij.dagtekening ?? '')
  await parkeer(v, id, [...perOorzaak('antwoord_klopt_niet', retourcodes), ...uitgave])
  await noteerBericht(v, 'aanmaken', rij, doelVan(rij))
  return { bericht: bericht.naam, uitkomst, retourcodes, retour: null, isHerhaling: false }
}

/** De feiten van het antwoord; undefined als er al een met dit nummer is. */
async function feitenVan(v: Verwerking, bericht: Gelezen325): Promise<Berichtfeiten | undefined> {
  const stand = await nummerstand(bericht, { niveau: 3, bevindingen: [] }, maakBron(v.tx, v.dienst.kluis, v.wij))
  return stand === 'dubbel' ? undefined : { ...feitenUit(bericht), ...(stand === 'vervangt' && { vervangt: true as const }) }
}

async function legFeitenVast(v: Verwerking, id: string, feiten: Berichtfeiten, afgewezen: Kladblokken): Promise<void> {
  const doel = { tx: v.tx, boek: v.boek, herkomst: { ...v.wij, aanbieder: feiten.partijen.aanbieder, bericht: id } }
  await neemFeiten(doel, feiten)
  if (feiten.oordeel?.uitkomst !== 'geaccepteerd') return
  let vanaf = 0
  for (const blok of afgewezen.lees()) {
    const regels = JSON.parse(blok.toString('utf8')) as string[]
    // Per blok een nieuw boek: het onthoudt alleen wie er in dit blok staan.
    await neemAfgewezen({ ...doel, boek: maakClientboek(v.tx, v.dienst.kluis, v.wij) }, regels, vanaf)
    vanaf += regels.length
  }
}
