/** Zoveel rijen van een lijst worden er geteld; daarna is het "meer dan". */
export const HOOGST_GETELD = 1_000
/** `meer`: het zijn er meer dan `aantal`. */
export type Telling = { readonly aantal: number; readonly meer: boolean }

/** Wie alles al in handen heeft, zegt niet meer dan wie telt in de database. */
export const begrensd = (aantal: number): Telling => ({ aantal: Math.min(aantal, HOOGST_GETELD), meer: aantal > HOOGST_GETELD })
