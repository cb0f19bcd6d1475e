/** Wat er met elk deel van een grote declaratie gebeurt: feiten vragen, beoordelen, bewaren. Drie delen tegelijk, elk in een andere stap. */
import type { Rij } from '#core/base/rij.ts'
import { type Clientboek, maakClientboek } from '#storage/berichten/clientboek.ts'
import { bewaarRegels } from '#storage/berichten/declaratieregels.ts'
import { adempauze, inStappen } from '#messages/adempauze.ts'
import type { Ketencontext } from '#messages/iwmo-3-2/keten/context.ts'
import { partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { type Declaratieclient, maakClientstappen } from '#messages/iwmo-3-2/keten/wmo323.ts'
import type { Feiten } from '#messages/keten/bron.ts'
import type { Gelezen323 } from '#messages/keten/declaratiestroom.ts'
import { standaardkeuzes } from '#messages/keten/keuzes.ts'
import { type Deelfeit, type Deelfeiten, maakDeelfeiten } from './declaratiefeiten.ts'
import type { Verwerking } from './leg-vast.ts'
import { stil } from './opslag.ts'
import { regelkolommen } from './regelkolommen.ts'
import { REGELS_PER_BEURT, type Teruggave } from './teruggave.ts'
import type { Keten } from './verwerk-bericht.ts'

/** Zoveel cliënten of regels achter elkaar: daarna komt ander werk van dit proces aan de beurt, ook midden in een cliënt. */
const CLIENTEN_PER_BEURT = 25

/** Zoveel regels per deel: groot genoeg dat een vraag per deel niets kost, klein genoeg om te vergeten. */
const REGELS_PER_DEEL = 2_000
export const perDeel = (keten: Keten): number => keten.regelsPerDeel ?? REGELS_PER_DEEL

export type Richting = 'in' | 'uit'
export type Deelopdracht = {
  readonly v: Verwerking
  readonly richting: Richting
  /** Wat er terugkomt wordt hierin verzameld. */
  readonly terug: Teruggave
}

type Deel = {
  readonly bericht: Gelezen323
  readonly clienten: readonly Declaratieclient[]
  readonly boek: Clientboek
  /** Null als wij de declaratie zelf stuurden: dan valt er niets te beoordelen. */
  readonly feiten: Promise<Deelfeit> | null
}

/** Beoordeelt en bewaart deel voor deel; de feiten voor een deel zijn al gevraagd terwijl het vorige beoordeeld wordt. */
export function maakDelen(keten: Keten, { v: { tx, wij }, richting, terug }: Deelopdracht, id: string, rij: Rij) {
  const { kluis } = keten.dienst
  const ingangsdatums = new Set<string>()
  let lezer: Deelfeiten | undefined
  let gevraagd: Deel | null = null
  let bewaren: Promise<void> = Promise.resolve()
  let regels = 0
  const vraag = (bericht: Gelezen323, clienten: readonly Declaratieclient[], boek: Clientboek): Promise<Deelfeit> | null => {
    if (richting === 'uit') return null
    const deze = (lezer ??= maakDeelfeiten(tx, kluis, wij, partijenVan(bericht), id))
    return stil(rij(() => deze(clienten, boek)))
  }
  const beoordeel = async ({ bericht, clienten }: Deel, { feiten, nummersEerder }: Deelfeit): Promise<void> => {
    for (const t of feiten.toewijzingen.values()) ingangsdatums.add(t.ingangsdatum)
    const { Einddatum } = bericht.waarde.Declaratie.DeclaratiePeriode
    const stappen = maakClientstappen(contextVan(keten, feiten), Einddatum, nummersEerder, REGELS_PER_BEURT)
    for (const deze of inBeurten(clienten)) {
      await terug.neem(bericht, deze, await inStappen(stappen(deze)))
      await adempauze()
    }
  }
  const rondAf = async (deel: Deel): Promise<void> => {
    const gevonden = await deel.feiten
    if (gevonden !== null) await beoordeel(deel, gevonden)
    const kolommen = regelkolommen(deel.clienten, deel.boek)
    const [herkomst, vanaf] = [{ ...wij, aanbieder: partijenVan(deel.bericht).aanbieder, bericht: id }, regels]
    regels += kolommen.client.length
    // Wie een toewijzing heeft staat al in het boek van de administratie.
    const onbekend = deel.clienten.map((c) => c.Bsn).filter((bsn) => !gevonden?.feiten.bekendeClienten.has(bsn))
    await bewaren
    bewaren = stil(
      rij(async () => {
        await deel.boek.bewaar(onbekend)
        await bewaarRegels(tx, herkomst, kolommen, vanaf)
      }),
    )
  }
  return {
    telling: () => ({ regels, ingangsdatums }),
    async neem(bericht: Gelezen323, clienten: readonly Declaratieclient[]): Promise<void> {
      // Per deel een nieuw boek: het onthoudt alleen wie er in dit deel staan.
      const boek = maakClientboek(tx, kluis, wij)
      const vorige = gevraagd
      gevraagd = { bericht, clienten, boek, feiten: vraag(bericht, clienten, boek) }
      if (vorige !== null) await rondAf(vorige)
    },
    async einde(): Promise<void> {
      if (gevraagd !== null) await rondAf(gevraagd)
      await bewaren
    },
  }
}

function* inBeurten(clienten: readonly Declaratieclient[]): Generator<readonly Declaratieclient[]> {
  let [van, regels] = [0, 0]
  for (const [i, { Prestaties }] of clienten.entries()) {
    regels += Prestaties.Prestatie.length
    if (regels < REGELS_PER_BEURT && i + 1 - van < CLIENTEN_PER_BEURT && i + 1 < clienten.length) continue
    yield clienten.slice(van, i + 1)
    ;[van, regels] = [i + 1, 0]
  }
}

export const contextVan = (keten: Keten, feiten: Feiten): Ketencontext => ({
  feiten,
  keuzes: keten.keuzes ?? standaardkeuzes,
  systeemdatum: keten.systeemdatum,
})
