/**
 * Een grote declaratie lezen, beoordelen en vastleggen in delen. Terwijl de database met een deel bezig is leest dit het volgende, en
 * pakt een andere draad de bytes in; er is nooit meer dan één deel onderhanden, dus het geheugen groeit niet mee met het bestand.
 */
import { invariant } from '#core/base/invariant.ts'
import { maakRij } from '#core/base/rij.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { bewaarRegels } from '#storage/berichten/declaratieregels.ts'
import { maakKladbestand } from '#storage/kladbestand.ts'
import type { Oordeel } from '#messages/controleer-stroom.ts'
import { adempauze } from '#messages/adempauze.ts'
import type { Ketencontext } from '#messages/iwmo-3-2/keten/context.ts'
import { partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { type Declaratieclient, maakClientoordeel } from '#messages/iwmo-3-2/keten/wmo323.ts'
import type { Feiten } from '#messages/keten/bron.ts'
import { type Gelezen323, maakDeclaratiestroom } from '#messages/keten/declaratiestroom.ts'
import { standaardkeuzes } from '#messages/keten/keuzes.ts'
import { nieuweId } from '../handeling/id.ts'
import { maakDeelfeiten } from './declaratiefeiten.ts'
import type { Verwerking } from './leg-vast.ts'
import { maakOpslag, stil } from './opslag.ts'
import { regelkolommen } from './regelkolommen.ts'
import type { Teruggave } from './teruggave.ts'
import type { Keten } from './verwerk-bericht.ts'

export type Bytestroom = { readonly grootte: number; stukken(): AsyncIterable<Uint8Array> }
export type Richting = 'in' | 'uit'

/** Alles wat tijdens het lezen ontstaat. */
export type Loop = {
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

/** Zoveel regels per deel: groot genoeg dat een vraag per deel niets kost, klein genoeg om te vergeten. */
const REGELS_PER_DEEL = 4_000

export type Leesopdracht = {
  readonly v: Verwerking
  readonly bestand: Bytestroom
  readonly richting: Richting
  /** Wat er terugkomt wordt hierin verzameld. */
  readonly terug: Teruggave
}

/** Geeft `schema` als het bestand niet aan het schema voldoet; wat er dan al vastligt hoort teruggedraaid te worden. */
export async function leesDeclaratie(
  keten: Keten,
  opdracht: Leesopdracht,
): Promise<Loop | { readonly soort: 'schema'; readonly oordeel: Oordeel }> {
  const { v, bestand, terug } = opdracht
  const id = nieuweId(v.nu)
  const klad = maakKladbestand()
  const stroom = maakDeclaratiestroom(klad)
  const rij = maakRij()
  const bytes = maakOpslag(v, id, rij)
  const deel = maakDeel(keten, opdracht, id)
  let bezig: Promise<void> = Promise.resolve()
  const stuurDoor = async (): Promise<void> => {
    await bezig
    const clienten = stroom.neem()
    const bericht = stroom.metClienten(clienten)
    if (bericht !== null && clienten.length > 0) bezig = stil(rij(() => deel.verwerk(bericht, clienten)))
  }
  try {
    for await (const stuk of bestand.stukken()) {
      await bytes.neem(stuk)
      if (!stroom.schrijf(stuk)) break
      if (stroom.wachtend >= (keten.regelsPerDeel ?? REGELS_PER_DEEL)) await stuurDoor()
    }
    const oordeel = stroom.einde()
    if (!oordeel.niveau1.geldig) return { soort: 'schema', oordeel }
    await stuurDoor()
    await bezig
    const bericht = stroom.metClienten([])
    invariant(bericht !== null, 'een geldige declaratie heeft een kop en een cliënt')
    return { v, id, bericht, oordeel, ...(await bytes.einde()), ...deel.telling(), terug }
  } finally {
    // Ook als het misgaat: niemand anders gebruikt de verbinding zolang hier nog iets loopt.
    await rij(async () => undefined)
    klad.sluit()
  }
}

/** Zoveel cliënten achter elkaar: daarna komt ander werk van dit proces aan de beurt. */
const CLIENTEN_PER_BEURT = 25

/** Beoordeelt en bewaart deel voor deel. */
function maakDeel(keten: Keten, { v: { tx, wij }, richting, terug }: Leesopdracht, id: string) {
  const { kluis } = keten.dienst
  const ingangsdatums = new Set<string>()
  let lezer: ReturnType<typeof maakDeelfeiten> | undefined
  let regels = 0
  return {
    telling: () => ({ regels, ingangsdatums }),
    async verwerk(bericht: Gelezen323, clienten: readonly Declaratieclient[]): Promise<void> {
      const partijen = partijenVan(bericht)
      // Per deel een nieuw boek: het onthoudt alleen wie er in dit deel staan.
      const boek = maakClientboek(tx, kluis, wij)
      let bekend: ReadonlySet<string> = new Set()
      if (richting === 'in') {
        lezer ??= maakDeelfeiten(tx, kluis, wij, partijen, id)
        const { feiten, nummersEerder } = await lezer(clienten, boek)
        bekend = feiten.bekendeClienten
        for (const t of feiten.toewijzingen.values()) ingangsdatums.add(t.ingangsdatum)
        const einde = bericht.waarde.Declaratie.DeclaratiePeriode.Einddatum
        const oordeel = maakClientoordeel(contextVan(keten, feiten), einde, nummersEerder)
        for (let i = 0; i < clienten.length; i += CLIENTEN_PER_BEURT) {
          const deze = clienten.slice(i, i + CLIENTEN_PER_BEURT)
          terug.neem(bericht, deze, oordeel(deze))
          await adempauze()
        }
      }
      const kolommen = regelkolommen(clienten, boek)
      // Wie een toewijzing heeft staat al in het boek van de administratie.
      await boek.bewaar(clienten.map((c) => c.Bsn).filter((bsn) => !bekend.has(bsn)))
      await bewaarRegels(tx, { ...wij, aanbieder: partijen.aanbieder, bericht: id }, kolommen, regels)
      regels += kolommen.client.length
    },
  }
}

export const contextVan = (keten: Keten, feiten: Feiten): Ketencontext => ({
  feiten,
  keuzes: keten.keuzes ?? standaardkeuzes,
  systeemdatum: keten.systeemdatum,
})
