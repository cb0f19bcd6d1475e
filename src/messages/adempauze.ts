/** Wat groot is gaat in stukken: tussen twee stukken komt ander werk van dit proces aan de beurt. */

/** Bytes of tekens per stuk; zo veel is ook op een drukke machine in een paar honderdsten van een seconde gelezen. */
export const STUK = 64 * 1024

/** Wacht tot wat er nog meer te doen was, gedaan is. */
export const adempauze = (): Promise<void> => new Promise((klaar) => setImmediate(klaar))
