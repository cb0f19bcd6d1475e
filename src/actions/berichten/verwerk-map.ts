/** De map als brievenbus: oppakken, verwerken, neerzetten. Elk bestand komt in `verwerkt` of `mislukt`, ook na een klap. */
import { geefTerug, leesKlaar, leesPartijen, legWeg, pakOp, vakVan, zetTerug } from '#storage/berichtmap.ts'
import { openBerichtbestand } from '#storage/berichtbestand.ts'
import { zetInMap } from '#storage/uitmap.ts'
import { databaseLeeft } from '../beheer/database-leeft.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { bezorgEen, type Postbezorger } from './bezorg.ts'
import { mapmelding } from './postmap.ts'
import type { Uitbericht } from './uitbericht.ts'
import { GRENS_STROOM, type Keten, verwerkBericht } from './verwerk-bericht.ts'
import { verwerkStroom } from './verwerk-stroom.ts'

export type Brievenbus = { readonly map: string; zorgVoorGemeente(code: string): Promise<void> }

/** Zet berichten van een partij in haar vak `uit`. */
export const bezorgInMap = (map: string): Postbezorger =>
  Object.assign(
    async ({ administratie, bestand, stukken }: Uitbericht) => {
      // Een map die even niet gekoppeld is ontstaat anders vanzelf op een plek waar niemand kijkt.
      const weg = await mapmelding(map)
      if (weg !== null) throw new Error(weg)
      await zetInMap(vakVan(map, administratie.partij, 'uit'), bestand, stukken())
    },
    { melding: () => mapmelding(map) },
  )

const TE_LANG_MS = 10 * 60_000

/**
 * Eén ronde langs alle partijen; geeft hoeveel bestanden er verwerkt zijn. Gaat het bij één bestand mis, dan gaat de rest door: het blijft
 * in handen en komt later terug. Wat er misging hoort wie dit roept aan het eind.
 */
export async function verwerkMap(dienst: Dienst, bus: Brievenbus): Promise<number> {
  let aantal = 0
  let storing: unknown
  for (const partij of await leesPartijen(bus.map)) {
    await geefTerug(bus.map, partij, TE_LANG_MS)
    for (const naam of await leesKlaar(bus.map, partij))
      try {
        if (await verwerkEen(ketenVan(dienst, bus, partij), bus.map, partij, naam)) aantal++
      } catch (f) {
        // Zonder database gaat niets goed: dan wacht alles op zijn plaats.
        if (!(await databaseLeeft(dienst))) {
          await zetTerug(bus.map, partij, naam)
          throw f
        }
        storing ??= f
      }
  }
  if (storing !== undefined) throw storing
  return aantal
}

const ketenVan = (dienst: Dienst, bus: Brievenbus, partij: string): Keten => ({
  dienst,
  wij: { rol: partij.length === 4 ? 'gemeente' : 'aanbieder', partij },
  systeemdatum: dienst.vandaag(),
  correlatie: 'brievenbus',
  toegangspunt: 'map',
  zorgVoorGemeente: bus.zorgVoorGemeente,
})

async function verwerkEen(keten: Keten, map: string, partij: string, naam: string): Promise<boolean> {
  const pad = await pakOp(map, partij, naam)
  if (pad === null) return false
  const open = await openBerichtbestand(pad, GRENS_STROOM)
  if (!open.ok) {
    await legWeg(map, partij, naam, 'mislukt')
    return false
  }
  const { retour, uitkomst } = await (open.value.soort === 'bytes'
    ? verwerkBericht(keten, open.value.bytes)
    : verwerkStroom(keten, open.value))
  if (retour !== null) await bezorgEen(keten.dienst, retour, bezorgInMap(map))
  // Een schemafout staat ook als werk in de uitvalbak; hier ziet wie de map beheert het meteen.
  await legWeg(map, partij, naam, uitkomst === 'niveau1' ? 'mislukt' : 'verwerkt')
  return true
}
