/** Wat gespeelde aanbieders op de berichten antwoorden die nu wachten, wanneer en in welke volgorde. Puur: de tijd komt van buiten. */
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'

/** Berichten van een gemeente waar een aanbieder op antwoordt. */
export type Oefenbericht = 'WMO301' | 'WMO319'

export type Oefengedrag = {
  readonly antwoord: 'neemt_aan' | 'keurt_af' | 'zwijgt'
  /** Waarmee hij afkeurt; alleen dan. */
  readonly codes: Readonly<Record<Oefenbericht, Retourcode>> | null
  readonly wacht: number
  readonly eenheid: 'minuten' | 'dagen'
  /** Elk antwoord twee keer. */
  readonly dubbel: boolean
  /** Hij wacht tot hij op alles kan antwoorden, en begint dan bij het laatste. */
  readonly laatsteEerst: boolean
}
/** Wie niets is opgedragen, neemt alles meteen aan. */
export const GEWOON: Oefengedrag = { antwoord: 'neemt_aan', codes: null, wacht: 0, eenheid: 'minuten', dubbel: false, laatsteEerst: false }

export type Wachtend = {
  readonly id: string
  readonly naam: Oefenbericht
  readonly aanbieder: string
  /** Sinds wanneer het op antwoord wacht, in milliseconden. */
  readonly sinds: number
}
/** `op`: vanaf wanneer het antwoord er is; null als het niet komt. */
export type Gepland = Wachtend & { readonly op: number | null; readonly code: Retourcode | null; readonly gedrag: Oefengedrag }

const MS = { minuten: 60_000, dagen: 86_400_000 } as const

/** Op volgorde van antwoorden; wat niet komt staat achteraan. */
export function planAntwoorden(wachtend: readonly Wachtend[], gedragVan: (aanbieder: string) => Oefengedrag): Gepland[] {
  const gepland = wachtend.map((w) => plan(w, gedragVan(w.aanbieder)))
  const laatste = new Map<string, number>()
  for (const { aanbieder, op } of gepland) if (op !== null) laatste.set(aanbieder, Math.max(op, laatste.get(aanbieder) ?? op))
  return gepland.map((g) => (g.gedrag.laatsteEerst && g.op !== null ? { ...g, op: laatste.get(g.aanbieder) ?? g.op } : g)).sort(vergelijk)
}

function plan(w: Wachtend, gedrag: Oefengedrag): Gepland {
  const op = gedrag.antwoord === 'zwijgt' ? null : w.sinds + gedrag.wacht * MS[gedrag.eenheid]
  return { ...w, op, code: gedrag.codes?.[w.naam] ?? null, gedrag }
}

function vergelijk(a: Gepland, b: Gepland): number {
  if (a.op !== b.op) return (a.op ?? Number.POSITIVE_INFINITY) - (b.op ?? Number.POSITIVE_INFINITY)
  if (a.aanbieder !== b.aanbieder) return a.aanbieder < b.aanbieder ? -1 : 1
  const opTijd = a.sinds - b.sinds || (a.id < b.id ? -1 : 1)
  return a.gedrag.laatsteEerst && a.op !== null ? -opTijd : opTijd
}
