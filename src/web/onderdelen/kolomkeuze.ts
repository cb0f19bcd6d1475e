import { useState } from 'react'

const plek = (tabel: string) => `meedoen.kolommen.${tabel}`

/** Welke kolommen iemand ziet, blijvend in deze browser. Alleen namen van kolommen, nooit wat erin staat. */
export function gebruikKolommen(
  tabel: string,
  kolommen: readonly { readonly sleutel: string; readonly vast?: boolean; readonly standaard?: boolean }[],
): [zichtbaar: ReadonlySet<string>, wissel: (sleutel: string, aan: boolean) => void, herstel: () => void] {
  const [uitgeweken, zet] = useState<Readonly<Record<string, boolean>>>(() => lees(tabel))
  const zichtbaar = new Set(kolommen.filter((k) => k.vast || (uitgeweken[k.sleutel] ?? k.standaard ?? true)).map((k) => k.sleutel))
  const bewaar = (nieuw: Readonly<Record<string, boolean>>) => {
    zet(nieuw)
    try {
      localStorage.setItem(plek(tabel), JSON.stringify(nieuw))
    } catch {
      // Niet te bewaren: de keuze geldt dan zolang dit scherm open staat.
    }
  }
  return [zichtbaar, (sleutel, aan) => bewaar({ ...uitgeweken, [sleutel]: aan }), () => bewaar({})]
}

function lees(tabel: string): Record<string, boolean> {
  try {
    const ruw: unknown = JSON.parse(localStorage.getItem(plek(tabel)) ?? '{}')
    return typeof ruw === 'object' && ruw !== null ? (ruw as Record<string, boolean>) : {}
  } catch {
    return {}
  }
}
