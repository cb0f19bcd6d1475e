/** Het bericht dat uit een besluit volgt, gekeurd zoals bij ontvangst. */
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import { type Geschreven, schrijfEigen } from '../berichten/schrijf-eigen.ts'
import type { Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import type { Voorbereid } from './bereid-voor.ts'
import { maakToewijzingsbericht } from './bericht.ts'
import { weigeringen } from './weigeringen.ts'

/** De nummers die het bericht en een nieuwe toewijzing krijgen. */
export type Nummers = { readonly identificatie: string; readonly toewijzing: number }
export type Gemaakt = Geschreven & {
  /** Alles wat erin staat (OP087). */
  readonly toewijzingen: readonly Toewijzing[]
  /** Het nummer dat de indicatie heeft. */
  readonly nummer: number
}

export async function maakBericht(w: Werk, o: Voorbereid, nummers: Nummers): Promise<Result<Gemaakt, Weigering>> {
  const toewijzingen = toewijzingenVan(w, o, nummers.toewijzing)
  const nummer = o.besluit.nieuw === null ? o.besluit.gewijzigd[0]?.nummer : nummers.toewijzing
  invariant(nummer !== undefined, 'een besluit wijzigt iets of maakt iets nieuws')
  const geschreven = await schrijfGekeurd(w, o, nummers.identificatie, toewijzingen)
  return geschreven.ok ? ok({ ...geschreven.value, toewijzingen, nummer }) : geschreven
}

/** Het bericht met precies deze toewijzingen, of waarom het zo niet uit kan. */
export async function schrijfGekeurd(
  w: Werk,
  { p, wie, bron }: Pick<Voorbereid, 'p' | 'wie' | 'bron'>,
  identificatie: string,
  toewijzingen: readonly Toewijzing[],
): Promise<Result<Geschreven, Weigering>> {
  const waarde = maakToewijzingsbericht({
    ...p,
    identificatie,
    dagtekening: w.dienst.vandaag(),
    bsn: wie.bsn,
    persoon: wie.inwoner,
    geslacht: wie.inwoner.contact?.geslacht ?? null,
    contact: wie.contact,
    toewijzingen,
  })
  const gekeurd = await schrijfEigen(w, bron, 'WMO301', waarde)
  return gekeurd.ok ? gekeurd : weiger(weigeringen.pastNiet(gekeurd.fout))
}

/** OP087: alles wat loopt of nog ingaat, en alles wat wijzigt. De referentie staat alleen waar zij hoort (IV093). */
function toewijzingenVan(w: Werk, { p, wie, actueel, besluit, verzoek }: Voorbereid, nummer: number): Toewijzing[] {
  const stempel = stempelVan(w)
  const bijVow = verzoek?.soort === 'VOW' ? { referentieAanbieder: verzoek.referentie } : {}
  const lopend = actueel.map(({ referentieAanbieder: _, ...t }): Toewijzing => {
    const wijziging = besluit.gewijzigd.find((g) => g.nummer === t.nummer)
    if (wijziging === undefined) return { ...t, ...bijVow }
    const { tot: einddatum, redenWijziging, volume } = wijziging
    const omvang = t.omvang && volume !== undefined ? { omvang: { ...t.omvang, Volume: volume } } : {}
    return { ...t, ...stempel, einddatum, redenWijziging, ...omvang, ...bijVow }
  })
  if (besluit.nieuw === null) return lopend
  const { product, van, tot, omvang } = besluit.nieuw
  const nieuw: Toewijzing = {
    ...p,
    nummer,
    bsn: wie.bsn,
    ...stempel,
    ingangsdatum: van,
    einddatum: tot,
    product: { Categorie: product.categorie, Code: product.code },
    omvang: { Volume: omvang.volume, Eenheid: omvang.eenheid, Frequentie: omvang.frequentie },
    ...(verzoek && { referentieAanbieder: verzoek.referentie }),
  }
  return [...lopend, nieuw]
}

/** Wanneer een toewijzing gemaakt of gewijzigd is: de laatste stempel van een nummer geldt. */
export const stempelVan = (w: Werk): Pick<Toewijzing, 'toewijzingsdatum' | 'toewijzingstijd'> => ({
  toewijzingsdatum: w.dienst.vandaag(),
  toewijzingstijd: tijdVan(w.nu),
})

const tijdVan = (nu: Date): string =>
  new Intl.DateTimeFormat('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(nu)
