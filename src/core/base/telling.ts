/** Zoveel rijen van een lijst worden er geteld; daarna is het "meer dan". */
export const HOOGST_GETELD = 1_000
/** `meer`: het zijn er meer dan `aantal`. */
export type Telling = { readonly aantal: number; readonly meer: boolean }
