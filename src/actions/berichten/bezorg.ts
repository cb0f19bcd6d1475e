/** Berichten van ons naar buiten brengen: wat nog niet verzonden is, oudste eerst, en pas daarna als verzonden aantekenen. */
import { sql } from 'kysely'
import { leesKlaar, markeerVerzonden } from '#storage/berichten/berichten.ts'
import { sluitEnvelop } from '#storage/berichten/enveloppen.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { type Administratie, inAdministratie } from './administratie.ts'
import { type Verzenddienst, verzendKlaar } from '../transport/verzend.ts'
import { leesUitbericht, type Uitbericht } from './verwerk-bericht.ts'

/** Brengt één bericht weg; mag twee keer met hetzelfde bericht geroepen worden, en gooit als het niet lukt. */
export type Bezorger = (bericht: Uitbericht) => Promise<void>
type Nodig = Pick<Dienst, 'db' | 'kluis' | 'nu'>

/** Administraties met iets dat nog weg moet. */
export async function openAdministraties(db: Tx): Promise<Administratie[]> {
  return (await sql<Administratie>`select gemeente, partij from open_berichten()`.execute(db)).rows
}

/** De taak uit de wachtrij: alles wat in het verkeer met deze gemeente klaarstaat, langs de weg van elke partij. */
export async function verstuurBerichten(dienst: Verzenddienst & Pick<Dienst, 'post' | 'keten'>, gemeente?: string): Promise<void> {
  for (const wij of await openAdministraties(dienst.db))
    if (gemeente === undefined || wij.gemeente === gemeente) await verstuurVoor(dienst, wij)
}

/** Zonder weg blijft het zichtbaar staan. */
async function verstuurVoor(dienst: Verzenddienst & Pick<Dienst, 'post' | 'keten'>, wij: Administratie): Promise<void> {
  const weg = dienst.keten?.wegVan(wij.partij) ?? 'map'
  if (weg === 'https' && dienst.keten) await verzendKlaar(dienst, dienst.keten, wij)
  else if (weg === 'map' && dienst.post) await bezorgKlaar(dienst, wij, dienst.post)
}

/** Bezorgt alles wat in deze administratie klaarstaat. Geeft hoeveel. */
export async function bezorgKlaar(dienst: Nodig, wij: Administratie, bezorg: Bezorger): Promise<number> {
  const ids = await inAdministratie(dienst, wij, (tx) => leesKlaar(tx, wij))
  for (const id of ids) await bezorgEen(dienst, await inAdministratie(dienst, wij, (tx) => leesUitbericht(dienst, tx, wij, id)), bezorg)
  return ids.length
}

/** Eerst weg, dan aantekenen: valt het programma ertussen om, dan gaat hetzelfde bericht nog eens, en dat herkent de ontvanger. */
export async function bezorgEen(dienst: Nodig, bericht: Uitbericht, bezorg: Bezorger): Promise<void> {
  await bezorg(bericht)
  const { administratie: wij, id } = bericht
  await inAdministratie(dienst, wij, async (tx) => {
    await markeerVerzonden(tx, wij, id, dienst.nu())
    await sluitEnvelop(tx, wij, id, dienst.nu())
  })
}
