/** Uitkomst van een bewerking die geweigerd kan worden. Een weigering is een waarde; een exception is een bug of een storing. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fout: F }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fout = <F>(fout: F): { ok: false; fout: F } => ({ ok: false, fout })

/** Iets mis met wat iemand aanleverde: waar, wat, en wat nu te doen. `plaats` is een JSON Pointer (RFC 6901) in de invoer. */
export type Invoerfout = { readonly code: string; readonly plaats: string; readonly tekst: string }
