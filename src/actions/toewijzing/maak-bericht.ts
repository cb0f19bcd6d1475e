/** Het bericht dat uit een besluit volgt, gekeurd op dezelfde vier niveaus als bij ontvangst: wat wij zouden afkeuren, sturen wij niet. */
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import { controleerEnLees } from '#messages/controleer.ts'
import { isAangenomen } from '#messages/controleer-stroom.ts'
import { haalFeiten } from '#messages/keten/bron.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import { standaardkeuzes } from '#messages/keten/keuzes.ts'
import { beoordeelKeten, vraagVan } from '#messages/iwmo-3-2/keten/beoordeel.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import type { Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import type { Voorbereid } from './bereid-voor.ts'
import { maakToewijzingsbericht } from './bericht.ts'
import { weigeringen } from './weigeringen.ts'

/** De nummers die het bericht en een nieuwe toewijzing krijgen. */
export type Nummers = { readonly identificatie: string; readonly toewijzing: number }
type Bericht = NonNullable<ReturnType<typeof controleerEnLees>['bericht']>
export type Gemaakt = {
  readonly bytes: Buffer
  readonly bericht: Bericht
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
): Promise<Result<Pick<Gemaakt, 'bytes' | 'bericht'>, Weigering>> {
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
  const geschreven = schrijfBericht('WMO301', waarde)
  if (!geschreven.ok) return weiger(weigeringen.pastNiet(geschreven.fout.map((f) => f.plaats)))
  const bytes = Buffer.from(geschreven.value, 'utf8')
  const { oordeel, bericht } = controleerEnLees(bytes)
  if (bericht === null || !isAangenomen(oordeel)) return weiger(weigeringen.pastNiet(oordeel.niveau2.retourcodes.flatMap((c) => c.regels)))
  const feiten = await haalFeiten(bron, vraagVan(bericht))
  const bevonden = beoordeelKeten(bericht, { feiten, keuzes: standaardkeuzes, systeemdatum: w.dienst.vandaag() })
  if (bevonden.length > 0) return weiger(weigeringen.pastNiet([...new Set(bevonden.map((b) => b.regel))]))
  return ok({ bytes, bericht })
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
