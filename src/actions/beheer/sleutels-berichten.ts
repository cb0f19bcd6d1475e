/** De sleutel van berichten vernieuwen: bytes, retourcodes en cliënten van de keten, stuk voor stuk terwijl het programma draait. */
import type { Kluis } from '#storage/kluis.ts'
import { leesVersleuteld, schrijfVernieuwd, type Versleutelderij, versleuteldeTabellen } from '#storage/berichten/versleuteld.ts'
import type { Tx } from '#storage/transactie.ts'

type Tabel = (typeof versleuteldeTabellen)[number]
/** Een waarde die niet open ging, en dus niet veranderd is. */
export type OnleesbaarStuk = { readonly gemeente: string; readonly tabel: string; readonly waar: string }
export type Vernieuwd = { readonly aantal: number; readonly onleesbaar: readonly OnleesbaarStuk[] }

/** `noteer` legt per gemeente vast hoeveel er in een stuk vernieuwd is, in dezelfde transactie. */
export async function draaiBerichten(
  eigenaar: Tx,
  kluis: Kluis,
  noteer: (tx: Tx, gemeente: string, aantal: number) => Promise<void>,
  meld: (klaar: number) => void,
): Promise<Vernieuwd> {
  const onleesbaar: OnleesbaarStuk[] = []
  let aantal = 0
  for (const tabel of versleuteldeTabellen)
    await langs(eigenaar, tabel, kluis.actief, async (tx, rijen) => {
      const nieuw = rijen.flatMap((rij) => vernieuw(kluis, tabel, rij) ?? [])
      await schrijfVernieuwd(tx, tabel, nieuw)
      const gelukt = new Set(nieuw.map((r) => r.wijzer))
      onleesbaar.push(...rijen.filter((r) => !gelukt.has(r.wijzer)).map((r) => waar(tabel, r)))
      for (const gemeente of new Set(nieuw.map((r) => r.wijzer.gemeente ?? '')))
        await noteer(tx, gemeente, nieuw.filter((r) => r.wijzer.gemeente === gemeente).length)
      aantal += nieuw.length
      meld(aantal)
    })
  return { aantal, onleesbaar }
}

/** Opent alles en vergeet het meteen. */
export async function controleerBerichten(eigenaar: Tx, kluis: Kluis): Promise<OnleesbaarStuk[]> {
  const onleesbaar: OnleesbaarStuk[] = []
  for (const tabel of versleuteldeTabellen)
    await langs(eigenaar, tabel, null, async (_, rijen) => {
      onleesbaar.push(...rijen.filter((rij) => open(kluis, tabel, rij) === null).map((rij) => waar(tabel, rij)))
    })
  return onleesbaar
}

/** Stuk voor stuk, elk in een eigen transactie. */
async function langs(
  eigenaar: Tx,
  tabel: Tabel,
  actief: string | null,
  doe: (tx: Tx, rijen: Versleutelderij[]) => Promise<void>,
): Promise<void> {
  for (let na: Versleutelderij['wijzer'] | null = null; ; ) {
    const vanaf: Versleutelderij['wijzer'] | null = na
    const rijen = await eigenaar.transaction().execute(async (tx) => {
      const stuk = await leesVersleuteld(tx, tabel, actief, vanaf)
      if (stuk.length > 0) await doe(tx, stuk)
      return stuk
    })
    const laatste = rijen.at(-1)
    if (!laatste) return
    na = laatste.wijzer
  }
}

const waar = (tabel: Tabel, { wijzer: { gemeente = '', partij: _, ...rest } }: Versleutelderij): OnleesbaarStuk => ({
  gemeente,
  tabel: tabel.naam,
  waar: Object.values(rest).join(' '),
})

function vernieuw(kluis: Kluis, tabel: Tabel, rij: Versleutelderij): Versleutelderij | null {
  const bytes = open(kluis, tabel, rij)
  return bytes && { wijzer: rij.wijzer, ...kluis.versleutelBytes(bytes, tabel.plek(rij.wijzer)) }
}

/** Een waarde die verplaatst, veranderd of van een onbekende sleutel is gaat niet open. */
function open(kluis: Kluis, tabel: Tabel, rij: Versleutelderij): Buffer | null {
  try {
    return kluis.ontsleutelBytes(rij, tabel.plek(rij.wijzer))
  } catch {
    return null
  }
}
