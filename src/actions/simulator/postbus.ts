/** Meedoen als speler van de keten, via zijn map: wat voor hem is komt in `in`, wat hij verstuurt ligt in `uit`. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { vakVan } from '#storage/berichtmap.ts'
import { type Ketenmap, naamVan } from '#storage/ketenmap.ts'
import { zetInMap } from '#storage/uitmap.ts'
import type { Gespeeld, Speler } from '#simulator/partij.ts'

export function maakPostbus(map: string, partij: string, keten: Ketenmap): Speler {
  return {
    code: partij,
    neem: async (bytes) => {
      await zetInMap(vakVan(map, partij, 'in'), naamVan(bytes), bytes)
      await keten.legWeg('onderweg', bytes)
      return []
    },
    begin: async () => {
      const uit = vakVan(map, partij, 'uit')
      const namen = (await readdir(uit)).filter((naam) => naam.endsWith('.xml')).sort()
      const berichten: Uint8Array[] = []
      for (const naam of namen) {
        const bytes = await keten.haal(join(uit, naam))
        if (bytes !== null) berichten.push(bytes)
      }
      return berichten
    },
  }
}

/** Een gespeelde partij die een klap overleeft: eerst staat het antwoord op schijf, dan pas geldt het bericht als verwerkt. */
export function opSchijf(gespeeld: Gespeeld, keten: Ketenmap): Gespeeld {
  const bewaar = async (berichten: Uint8Array[]): Promise<Uint8Array[]> => {
    for (const bytes of berichten) await keten.zet('onderweg', bytes)
    return berichten
  }
  return {
    ...gespeeld,
    neem: async (bytes, moment) => {
      const antwoorden = await bewaar(await gespeeld.neem(bytes, moment))
      await keten.legWeg('opgehaald', bytes)
      return antwoorden
    },
    begin: async (moment) => bewaar(await gespeeld.begin(moment)),
  }
}
