/** Wat er bekend moet zijn voor er toegewezen wordt, en waarom het soms niet kan: de inwoner, de wens in codes, en wat er al loopt. */
import type { Bsn } from '#core/base/bsn.ts'
import { type Datum, overlapt, type Periode } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import { geldend } from '#core/dossier/gebeurtenis.ts'
import { looptijd } from '#core/indicatie/looptijd.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import {
  type Besluit,
  type Besluitweigering,
  besluitToewijzing,
  type Lopend,
  type Omvang,
  type Product,
  type Wens,
} from '#core/toewijzing/besluit.ts'
import { codesVoor, kiesCode } from '#core/toewijzing/contractcode.ts'
import { isVoorbij } from '#core/toewijzing/voorbij.ts'
import { isActueel } from '#messages/keten/afleiden.ts'
import type { Bron, Verzoek } from '#messages/keten/bron.ts'
import { uitgaveOm } from '#messages/releases.ts'
import type { Partijen, Toewijzing } from '#messages/keten/feit.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { leesRegelsVoor } from '#storage/berichten/contracten.ts'
import { leesGebeurtenissenVanIndicatie, leesIndicatiegebeurtenissen } from '#storage/indicatiegebeurtenissen.ts'
import { type Indicatierij, leesIndicatie } from '#storage/indicaties.ts'
import { type Inwonerrij, leesBsn, leesInwoner } from '#storage/inwoners.ts'
import { maakBron } from '../berichten/bron.ts'
import type { Verwerking } from '../berichten/leg-vast.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import { kijkerVan } from '../dossier/toegang.ts'
import type { Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { alsGebeurtenis, indicatiesVan, periodeVan } from '../onderzoek/indicatiebeeld.ts'
import { zoekMetRecht } from '../onderzoek/toegang.ts'
import { contactVan } from './bericht.ts'
import { beoordeelElders } from './elders.ts'
import { metCatalogusproduct } from './met-catalogusproduct.ts'
import { weigeringen } from './weigeringen.ts'

export type Toewijsopgave = {
  /** AGB-code van de gekozen aanbieder. */
  readonly aanbieder: string
  /** Nodig als er meer codes passen. */
  readonly productcode?: string | undefined
  /** Zonder: de hele indicatie. */
  readonly van?: Datum | undefined
  readonly tot?: Datum | undefined
  /** Van het verzoek van de aanbieder dat hiermee gehonoreerd wordt. */
  readonly referentieAanbieder?: string | undefined
}

export type Wie = { readonly bsn: Bsn; readonly inwoner: Inwonerrij; readonly contact: NonNullable<ReturnType<typeof contactVan>> }
export type Voorbereid = {
  readonly indicatie: Indicatierij
  readonly p: Partijen
  readonly v: Verwerking
  readonly bron: Bron
  readonly wie: Wie
  readonly wens: Wens
  /** Wat bij deze aanbieder loopt of nog ingaat. */
  readonly actueel: readonly Toewijzing[]
  readonly besluit: Besluit
  /** Wat hiermee gehonoreerd wordt, als er een is. */
  readonly verzoek: Verzoek | null
  readonly open: readonly Verzoek[]
}

export const zoekIndicatie = (w: Werk, id: string): Promise<Result<Indicatierij, Weigering>> =>
  zoekMetRecht(w, 'toewijzing_maken', { naam: 'Deze indicatie', soort: 'indicatie', id }, () => leesIndicatie(w.tx, w.actor.gemeente, id))

export async function bereidVoor(w: Werk, indicatie: Indicatierij, opgave: Toewijsopgave): Promise<Result<Voorbereid, Weigering>> {
  const p: Partijen = { gemeente: w.actor.gemeente, aanbieder: opgave.aanbieder }
  if (uitgaveOm(w.dienst.vandaag()) === null) return weiger(weigeringen.geenUitgave)
  const wie = await leesClient(w, indicatie.inwoner)
  if (!wie.ok) return wie
  const v = verwerkingVan(w)
  const bron = maakBron(w.tx, w.dienst.kluis, v.wij, v.boek)
  const wens = await wensVan(w, indicatie, opgave)
  if (!wens.ok) return wens
  const { bsn } = wie.value
  const open = (await bron.verzoeken(p, { referenties: [], bsns: [bsn] })).filter((r) => !r.isGehonoreerd && !r.antwoorden.includes('1'))
  const verzoek = open.find((r) => r.referentie === opgave.referentieAanbieder) ?? null
  // TR379: een referentie hoort bij een verzoek van deze cliënt dat nog open staat.
  if (opgave.referentieAanbieder !== undefined && verzoek === null) return weiger(weigeringen.geenVerzoek)
  const actueel = (await bron.toewijzingenVan(p, [bsn])).filter((t) => isActueel(t, w.dienst.vandaag()))
  const lopend = await metCatalogusproduct(w, indicatie, actueel.map(alsLopend))
  const besluit = besluitToewijzing(wens.value, lopend, verzoek?.soort ?? 'herbeoordeling')
  if (!besluit.ok) return weiger(await vanBesluit(w, indicatie, besluit.fout))
  if (besluit.value.nieuw !== null && isVoorbij(besluit.value.nieuw, w.dienst.vandaag())) return weiger(weigeringen.voorbij(wens.value.tot))
  return ok({ indicatie, p, v, bron, wie: wie.value, wens: wens.value, actueel, besluit: besluit.value, verzoek, open })
}

/** Wat één verwerking in onze eigen administratie deelt. */
export const verwerkingVan = ({ tx, actor, nu, dienst }: Werk): Verwerking => {
  const wij = { gemeente: actor.gemeente, partij: actor.gemeente }
  const boek = maakClientboek(tx, dienst.kluis, wij)
  return { dienst, tx, wij, boek, nu, systeemdatum: dienst.vandaag(), correlatie: '', toegangspunt: '' }
}

/** Wie niet in het berichtenverkeer hoort (OP003), of wie er niet in kan (OP079). */
export async function leesClient(w: Werk, id: string): Promise<Result<Wie, Weigering>> {
  const { gemeente } = w.actor
  const inwoner = await leesInwoner(w.tx, kijkerVan(w), id)
  invariant(inwoner, 'de inwoner van een indicatie bestaat')
  if (inwoner.overleden_op !== null) return weiger(weigeringen.overleden)
  if (inwoner.geheim_adres) return weiger(weigeringen.geheimAdres)
  if (await isInGevaar(w, id)) return weiger(weigeringen.gevaar)
  const versleuteld = await leesBsn(w.tx, { gemeente, inwoner: id })
  if (!versleuteld) return weiger(weigeringen.geenBsn)
  const contact = contactVan(inwoner.contact, inwoner.woonplaats)
  if (contact === null) return weiger(weigeringen.geenContact)
  return ok({ bsn: w.dienst.kluis.ontsleutel(versleuteld, { gemeente, inwoner: id }), inwoner, contact })
}

/** Of een professional eerder oordeelde dat gegevens doorgeven gevaarlijk is, bij welke indicatie van deze inwoner ook. */
async function isInGevaar(w: Werk, inwoner: string): Promise<boolean> {
  const feiten = (await leesIndicatiegebeurtenissen(w.tx, w.actor.gemeente, inwoner)).map(alsGebeurtenis)
  return geldend(feiten).some((f) => f.soort === 'opdracht_buitenom' && f.gegevens.reden === 'gevaar')
}

/** De dagen waarop de indicatie geldt. */
export async function geldigheid(w: Werk, rij: Indicatierij): Promise<{ readonly van: Datum; readonly tot?: Datum } | null> {
  const feiten = (await leesGebeurtenissenVanIndicatie(w.tx, w.actor.gemeente, rij.id)).map(alsGebeurtenis)
  return looptijd(periodeVan(rij), feiten)
}

/** Wat er toegewezen moet worden, in codes en eenheden van de standaard. */
async function wensVan(w: Werk, rij: Indicatierij, o: Toewijsopgave): Promise<Result<Wens, Weigering>> {
  const loopt = await geldigheid(w, rij)
  if (loopt === null) return weiger(weigeringen.looptNiet)
  const [van, tot] = [o.van ?? loopt.van, o.tot ?? loopt.tot]
  if (tot === undefined) return weiger(weigeringen.geenEinddatum)
  if (van < loopt.van || tot < van || (loopt.tot !== undefined && tot > loopt.tot)) return weiger(weigeringen.buitenIndicatie)
  if (await heeftPgb(w, rij, { van, tot })) return weiger(weigeringen.pgb)
  const omvang = omvangVan(rij)
  if (omvang === null) return weiger(weigeringen.geenOmvang)
  const elders = await beoordeelElders(w, { indicatie: rij.id, aanbieder: o.aanbieder, dagen: { van, tot }, looptijd: loopt })
  if (elders !== null) return weiger(elders)
  const product = await productVan(w, rij, { ...o, eenheid: omvang.eenheid, dag: van })
  return product.ok ? ok({ product: product.value, catalogusproduct: rij.product, van, tot, omvang }) : product
}

/** OP043: geen toewijzing op dagen waarop de inwoner voor dit product een pgb heeft, met deze of een andere indicatie. */
async function heeftPgb(w: Werk, rij: Indicatierij, periode: Periode): Promise<boolean> {
  if (rij.leveringsvorm === 'pgb') return true
  const andere = await indicatiesVan(w, rij.inwoner, w.dienst.vandaag())
  return andere.some(
    (i) => i.leveringsvorm === 'pgb' && i.product === rij.product && i.looptijd !== null && overlapt(periodeVan(i.looptijd), periode),
  )
}

type Codeplek = Pick<Toewijsopgave, 'aanbieder' | 'productcode'> & { readonly eenheid: string; readonly dag: Datum }
async function productVan(
  w: Werk,
  rij: Indicatierij,
  { aanbieder, productcode, eenheid, dag }: Codeplek,
): Promise<Result<Product, Weigering>> {
  const op = { product: rij.product, code: await cataloguscode(w, rij) }
  const regels = await leesRegelsVoor(w.tx, { gemeente: w.actor.gemeente, aanbieder }, op)
  const keuzes = codesVoor({ ...op, eenheid, dag }, regels)
  const code = keuzes.ok ? kiesCode(keuzes.value, productcode) : keuzes
  return code.ok ? code : weiger(weigeringen.vanCode(code.fout, dag))
}

async function vanBesluit(w: Werk, rij: Indicatierij, fout: Besluitweigering): Promise<Weigering> {
  if (fout.code === 'TOEWIJZING_ONGEWIJZIGD') return weigeringen.ongewijzigd(fout.nummer)
  const catalogus = await catalogusBijHash(w.tx, rij.catalogus_hash)
  return weigeringen.codeBezet(fout.nummer, catalogus ? productnaam(catalogus, fout.catalogusproduct) : fout.catalogusproduct)
}

/** De code die de catalogus van deze indicatie zelf noemt. */
export const cataloguscode = async (w: Werk, rij: Indicatierij): Promise<string | null> =>
  (await catalogusBijHash(w.tx, rij.catalogus_hash))?.producten[rij.product]?.iwmoCode ?? null

const MINUUT = '01'
const DAGDEEL = '16'
const PER_WEEK = '2'
/** Uren gaan in minuten: dan wordt er niets afgerond. */
export function omvangVan({ minuten_per_week: minuten, dagdelen_per_week: dagdelen }: Indicatierij): Omvang | null {
  if (minuten !== null) return { volume: minuten, eenheid: MINUUT, frequentie: PER_WEEK }
  return dagdelen === null ? null : { volume: dagdelen, eenheid: DAGDEEL, frequentie: PER_WEEK }
}

export const alsLopend = (t: Toewijzing): Lopend => ({
  nummer: t.nummer,
  ...(t.product?.Code !== undefined && { product: { categorie: t.product.Categorie, code: t.product.Code } }),
  van: t.ingangsdatum as Datum,
  ...(t.einddatum !== undefined && { tot: t.einddatum as Datum }),
  ...(t.omvang && { omvang: { volume: t.omvang.Volume, eenheid: t.omvang.Eenheid, frequentie: t.omvang.Frequentie } }),
})
