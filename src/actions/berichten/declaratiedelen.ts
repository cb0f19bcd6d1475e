/** Wat er met elk deel van een grote declaratie gebeurt: feiten vragen, beoordelen, bewaren. Drie delen tegelijk, elk in een andere stap. */
import { maakRij, type Rij } from '#core/base/rij.ts'
import { type Clientboek, maakClientboek } from '#storage/berichten/clientboek.ts'
import { bewaarRegels, leesNummersIn } from '#storage/berichten/declaratieregels.ts'
import type { Leeskant } from '#storage/transactie.ts'
import { adempauze } from '#messages/adempauze.ts'
import type { Ketencontext } from '#messages/iwmo-3-2/keten/context.ts'
import { partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { bereikVan, elkNummerNieuw, maakNummers, type Nummers } from '#messages/iwmo-3-2/keten/nummers.ts'
import type { Regelreeks } from '#messages/iwmo-3-2/keten/regelreeks.ts'
import { beoordeelRegels } from '#messages/iwmo-3-2/keten/wmo323.ts'
import type { Feiten } from '#messages/keten/bron.ts'
import type { Gelezen323 } from '#messages/keten/declaratiestroom.ts'
import { standaardkeuzes } from '#messages/keten/keuzes.ts'
import { type Deelfeit, type Deelfeiten, maakDeelfeiten } from './declaratiefeiten.ts'
import type { Verwerking } from './leg-vast.ts'
import { stil } from './opslag.ts'
import { REGELS_PER_BEURT, type Teruggave } from './teruggave.ts'
import type { Keten } from './verwerk-bericht.ts'

/** Zoveel regels per deel: groot genoeg dat een vraag per deel niets kost, klein genoeg om te vergeten. */
const REGELS_PER_DEEL = 6_000
/** Zo klein is het eerste: dan heeft de database meteen iets te doen. Elk volgende is twee keer zo groot. */
const EERSTE_DEEL = 750

/** Hoeveel regels er in het deel met dit nummer gaan, geteld vanaf nul. */
export const perDeel = (keten: Keten, deel: number): number => keten.regelsPerDeel ?? Math.min(EERSTE_DEEL * 2 ** deel, REGELS_PER_DEEL)

export type Richting = 'in' | 'uit'
export type Deelopdracht = {
  readonly v: Verwerking
  readonly richting: Richting
  /** Wat er terugkomt wordt hierin verzameld. */
  readonly terug: Teruggave
  /** Een tweede verbinding, om feiten op te zoeken terwijl de eerste vastlegt; null als er geen vrij was. */
  readonly ernaast: Leeskant | null
}

type Deel = {
  readonly bericht: Gelezen323
  readonly reeks: Regelreeks
  readonly boek: Clientboek
  /** Null als wij de declaratie zelf stuurden: dan valt er niets te beoordelen. */
  readonly feiten: Promise<{ readonly feit: Deelfeit; readonly nummers: Nummers }> | null
}

/** Beoordeelt en bewaart deel voor deel; de feiten voor een deel zijn al gevraagd terwijl het vorige beoordeeld wordt. */
export function maakDelen(keten: Keten, { v: { tx, wij }, richting, terug, ernaast }: Deelopdracht, id: string, rij: Rij) {
  const { kluis } = keten.dienst
  const [leestx, leesrij] = ernaast === null ? [tx, rij] : [ernaast.tx, maakRij()]
  const ingangsdatums = new Set<string>()
  let lezer: Deelfeiten | undefined
  let gevraagd: Deel | null = null
  let bewaren: Promise<void> = Promise.resolve()
  let regels = 0
  let hoogsteNummer: string | undefined
  /**
   * Wat er van de nummers in dit deel al eerder in het bericht stond. Komen zij na alle eerdere, dan is er niets te vragen. De regels van dit
   * bericht zelf ziet alleen de verbinding die ze vastlegt; daar ligt alles, behalve van het vorige deel.
   */
  const vraagNummers = async (reeks: Regelreeks, vorige: Regelreeks | undefined): Promise<Nummers> => {
    const { laagste, hoogste, isOplopend } = bereikVan(reeks.referentie)
    const isNieuw = hoogsteNummer === undefined || laagste > hoogsteNummer
    if (hoogsteNummer === undefined || hoogste > hoogsteNummer) hoogsteNummer = hoogste
    if (isNieuw) return isOplopend ? elkNummerNieuw : maakNummers()
    const vastgelegd = await rij(() => leesNummersIn(tx, wij, id, reeks.referentie))
    return maakNummers(new Set(vastgelegd), new Set(vorige?.referentie))
  }
  const vraag = (bericht: Gelezen323, reeks: Regelreeks, boek: Clientboek): Deel['feiten'] => {
    if (richting === 'uit') return null
    const deze = (lezer ??= maakDeelfeiten(leestx, kluis, wij, partijenVan(bericht)))
    const feit = stil(leesrij(() => deze(reeks, boek)))
    const nummers = stil(vraagNummers(reeks, gevraagd?.reeks))
    return stil(Promise.all([feit, nummers]).then(([feit, nummers]) => ({ feit, nummers })))
  }
  const beoordeel = async ({ bericht, reeks }: Deel, { feiten, toewijzing, ...feit }: Deelfeit, nummers: Nummers): Promise<void> => {
    for (const dag of feit.ingangsdatums) ingangsdatums.add(dag)
    const eindePeriode = bericht.waarde.Declaratie.DeclaratiePeriode.Einddatum
    const om = { context: contextVan(keten, feiten), eindePeriode, nummers, toewijzing }
    for (const { bevonden, clienten } of beoordeelRegels(reeks, om, REGELS_PER_BEURT)) {
      await terug.neem(bericht, clienten, bevonden)
      await adempauze()
    }
  }
  const rondAf = async (deel: Deel): Promise<void> => {
    const gevonden = await deel.feiten
    if (gevonden !== null) await beoordeel(deel, gevonden.feit, gevonden.nummers)
    const { reeks, boek } = deel
    const [herkomst, vanaf] = [{ ...wij, aanbieder: partijenVan(deel.bericht).aanbieder, bericht: id }, regels]
    regels += reeks.aantal
    // Wie een toewijzing heeft staat al in het boek van de administratie.
    const onbekend = reeks.bsns.filter((bsn) => !gevonden?.feit.feiten.bekendeClienten.has(bsn))
    await bewaren
    bewaren = stil(
      rij(async () => {
        await boek.bewaar(onbekend, tx)
        await bewaarRegels(tx, herkomst, { clienten: reeks.bsns.map(boek.index), regels: reeks }, vanaf)
      }),
    )
  }
  return {
    telling: () => ({ regels, ingangsdatums }),
    async neem(bericht: Gelezen323, reeks: Regelreeks): Promise<void> {
      // Per deel een nieuw boek: het onthoudt alleen wie er in dit deel staan.
      const boek = maakClientboek(leestx, kluis, wij)
      const vorige = gevraagd
      gevraagd = { bericht, reeks, boek, feiten: vraag(bericht, reeks, boek) }
      if (vorige !== null) await rondAf(vorige)
    },
    /** Wat er nog ligt gaat naar de database, zonder daarop te wachten. */
    async zetDoor(): Promise<void> {
      const laatste = gevraagd
      gevraagd = null
      if (laatste !== null) await rondAf(laatste)
    },
    klaar: (): Promise<void> => bewaren,
    /** Tot er niets meer gelezen wordt, ook als het misging. */
    rust: () => leesrij(async () => undefined),
  }
}

export const contextVan = (keten: Keten, feiten: Feiten): Ketencontext => ({
  feiten,
  keuzes: keten.keuzes ?? standaardkeuzes,
  systeemdatum: keten.systeemdatum,
})
