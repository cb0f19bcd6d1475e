/** Berichten van ons naar buiten brengen: wat nog niet verzonden is, oudste eerst, en pas daarna als verzonden aantekenen. */
import { sql } from 'kysely'
import { eersteVastgehouden, leesKlaar, markeerVerzonden } from '#storage/berichten/berichten.ts'
import { type Klaarrij, leesKlaarMetVraag, sluitEnvelop } from '#storage/berichten/enveloppen.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { type Administratie, inAdministratie } from './administratie.ts'
import { routeVan } from '../transport/route.ts'
import { planPoging, type Verzenddienst, verzendKlaar } from '../transport/verzend.ts'
import { leesUitbericht, type Uitbericht } from './uitbericht.ts'

/** Brengt één bericht weg; mag twee keer met hetzelfde bericht geroepen worden, en gooit als het niet lukt. */
export type Bezorger = (bericht: Uitbericht) => Promise<void>
/** Langs een map, die er even niet kan zijn: dan zegt `melding` dat, en wacht alles. */
export type Postbezorger = Bezorger & { readonly melding?: () => Promise<string | null> }
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

/** Eerst wat als bestand gaat: dat sluit ook de envelop waarin het soms al wachtte. Zonder weg blijft het zichtbaar staan. */
async function verstuurVoor(dienst: Verzenddienst & Pick<Dienst, 'post' | 'keten'>, wij: Administratie): Promise<void> {
  const { keten, post } = dienst
  const weg = keten?.wegVan(wij.partij) ?? 'map'
  const route = (k: Klaarrij) =>
    routeVan({ weg, vraag: k.vraag, heeftMap: post !== undefined, heeftAdres: heeftAdres(keten, wij, k.aanbieder) })
  const klaar = await inAdministratie(dienst, wij, (tx) => leesKlaarMetVraag(tx, wij, dienst.nu()))
  if (post && !(await post.melding?.())) for (const k of klaar) if (route(k) === 'map') await bezorgId(dienst, wij, k.id, post)
  const inEnvelop = new Set(klaar.filter((k) => route(k) === 'https').map((k) => k.id))
  if (keten && (weg === 'https' || inEnvelop.size > 0)) await verzendKlaar(dienst, keten, wij, inEnvelop)
  const straks = await inAdministratie(dienst, wij, (tx) => eersteVastgehouden(tx, wij, dienst.nu()))
  if (straks !== null) await planPoging(dienst, wij, [straks])
}

/** De ander van een gemeente is de aanbieder, en andersom. */
const heeftAdres = (keten: Dienst['keten'], { gemeente, partij }: Administratie, aanbieder: string): boolean =>
  keten !== undefined && keten.naar(partij, partij === gemeente ? aanbieder : gemeente) !== null

/** Bezorgt alles wat in deze administratie klaarstaat. Geeft hoeveel. */
export async function bezorgKlaar(dienst: Nodig, wij: Administratie, bezorg: Bezorger): Promise<number> {
  const ids = await inAdministratie(dienst, wij, (tx) => leesKlaar(tx, wij, dienst.nu()))
  for (const id of ids) await bezorgId(dienst, wij, id, bezorg)
  return ids.length
}

const bezorgId = async (dienst: Nodig, wij: Administratie, id: string, bezorg: Bezorger): Promise<void> =>
  bezorgEen(dienst, await inAdministratie(dienst, wij, (tx) => leesUitbericht(dienst, tx, wij, id)), bezorg)

/** Eerst weg, dan aantekenen: valt het programma ertussen om, dan gaat hetzelfde bericht nog eens, en dat herkent de ontvanger. */
export async function bezorgEen(dienst: Nodig, bericht: Uitbericht, bezorg: Bezorger): Promise<void> {
  await bezorg(bericht)
  const { administratie: wij, id } = bericht
  await inAdministratie(dienst, wij, async (tx) => {
    await markeerVerzonden(tx, wij, id, dienst.nu())
    await sluitEnvelop(tx, wij, id, dienst.nu())
  })
}
