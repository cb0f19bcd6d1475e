/** De map met berichten zelf: is zij er niet (meer), dan zegt één regel dat, wacht alles op zijn plaats, en gaat het vanzelf verder. */
import { isMap } from '#storage/berichtmap.ts'

const WEG =
  'De map met berichten (MEEDOEN_BERICHTEN) is er niet, of is niet te lezen en te beschrijven. Zolang dat zo is komen en gaan er geen berichten als bestand; zij wachten. Zet de map terug, dan gaat het vanzelf verder.'
const TERUG = 'De map met berichten is er weer; wat wachtte gaat nu verder.'

/** Wat er met de map aan de hand is; null als zij er is. */
export const mapmelding = async (map: string): Promise<string | null> => ((await isMap(map)) ? null : WEG)

/** Of de map er nu is. Zegt het één keer als zij weg is, en één keer als zij er weer is. */
export function maakMapwacht(map: string, waarschuw: (tekst: string) => void): () => Promise<boolean> {
  let wasEr = true
  return async () => {
    const isEr = await isMap(map)
    if (isEr !== wasEr) waarschuw(isEr ? TERUG : WEG)
    wasEr = isEr
    return isEr
  }
}
