/** Wat groot is gaat in stukken: tussen twee stukken komt ander werk van dit proces aan de beurt. */

/** Bytes of tekens per stuk; zo veel is ook op een drukke machine in een paar honderdsten van een seconde gelezen. */
export const STUK = 64 * 1024

/** Wacht tot wat er nog meer te doen was, gedaan is. */
export const adempauze = (): Promise<void> => new Promise((klaar) => setImmediate(klaar))

/** Tussen twee beurten van zoveel bytes komt ander werk aan de beurt: lezen én controleren kost daarvoor een paar milliseconden. */
const BEURT = 128 * 1024

/** Dezelfde bytes, in beurten; na elke beurt komt wat er nog meer te doen is. */
export async function* inBeurten(stukken: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const stuk of stukken)
    for (let van = 0; van < stuk.length; van += BEURT) {
      yield stuk.subarray(van, van + BEURT)
      await adempauze()
    }
}
