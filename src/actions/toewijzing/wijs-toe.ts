/**
 * Een indicatie toewijzen aan een aanbieder: de toewijzing, het bericht (WMO301) met alles wat er bij deze aanbieder loopt, en het
 * klaarzetten ervan, in één transactie. Wat niet in het berichtenverkeer hoort, gaat er niet in.
 */
import type { Bsn } from '#core/base/bsn.ts'
import type { Datum } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import { looptijd } from '#core/indicatie/looptijd.ts'
import {
  type Aanleiding,
  type Besluit,
  besluitToewijzing,
  type Lopend,
  type Omvang,
  type Product,
  type Wens,
} from '#core/toewijzing/besluit.ts'
import { codeVoor } from '#core/toewijzing/contractcode.ts'
import { controleerEnLees, isAangenomen } from '#messages/controleer.ts'
import { isActueel } from '#messages/keten/afleiden.ts'
import { type Bron, haalFeiten, type Verzoek } from '#messages/keten/bron.ts'
import type { Partijen, Toewijzing } from '#messages/keten/feit.ts'
import { standaardkeuzes } from '#messages/keten/keuzes.ts'
import { beoordeelKeten, vraagVan } from '#messages/iwmo-3-2/keten/beoordeel.ts'
import { feitenUit } from '#messages/iwmo-3-2/keten/omzetten.ts'
import type { WMO301 } from '#messages/iwmo-3-2/release.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { nieuwBerichtnummer, vergrendelPaar } from '#storage/berichten/berichten.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import { leesRegelsVoor } from '#storage/berichten/contracten.ts'
import { nieuwToewijzingnummer } from '#storage/berichten/toewijzingnummer.ts'
import { leesGebeurtenissenVanIndicatie } from '#storage/indicatiegebeurtenissen.ts'
import { type Indicatierij, leesIndicatie, vergrendelInwoner } from '#storage/indicaties.ts'
import { type Inwonerrij, leesBsn, leesInwoner } from '#storage/inwoners.ts'
import { maakBron } from '../berichten/bron.ts'
import { legBerichtVast, type Vastlegging, type Verwerking } from '../berichten/leg-vast.ts'
import { kopVan } from '../berichten/verwerk-bericht.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import { kijkerVan } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { alsGebeurtenis, periodeVan } from '../onderzoek/indicatiebeeld.ts'
import { zoekMetRecht } from '../onderzoek/toegang.ts'
import { contactVan, maakToewijzingsbericht } from './bericht.ts'
import { weigeringen } from './weigeringen.ts'

export type Toewijsopgave = {
  /** AGB-code van de gekozen aanbieder. */
  readonly aanbieder: string
  /** Zonder: de hele indicatie. */
  readonly van?: Datum | undefined
  readonly tot?: Datum | undefined
  /** Van het verzoek van de aanbieder dat hiermee gehonoreerd wordt. */
  readonly referentieAanbieder?: string | undefined
}
export type Toegewezen = {
  readonly bericht: string
  readonly identificatie: string
  /** Het nummer dat deze indicatie nu heeft. */
  readonly nummer: number
  readonly gewijzigd: readonly { readonly nummer: number; readonly einddatum: string; readonly redenWijziging: string }[]
  /** Alles wat er in het bericht staat. */
  readonly nummers: readonly number[]
}

export function wijsToe(dienst: Dienst, aanroep: Aanroep, id: string, opgave: Toewijsopgave): Promise<Result<Toegewezen, Weigering>> {
  return handel<Toegewezen>(dienst, aanroep, async (w) => {
    const gevonden = await zoekMetRecht(w, 'toewijzing_maken', { naam: 'Deze indicatie', soort: 'indicatie', id }, () =>
      leesIndicatie(w.tx, w.actor.gemeente, id),
    )
    if (!gevonden.ok) return gevonden
    const indicatie = gevonden.value
    const p: Partijen = { gemeente: w.actor.gemeente, aanbieder: opgave.aanbieder }
    await vergrendelInwoner(w.tx, p.gemeente, indicatie.inwoner)
    await vergrendelPaar(w.tx, { gemeente: p.gemeente, partij: p.gemeente }, p.aanbieder)
    const wie = await leesClient(w, indicatie.inwoner)
    if (!wie.ok) return wie
    const v = verwerkingVan(w)
    const bron = maakBron(w.tx, dienst.kluis, v.wij, v.boek)
    const wens = await wensVan(w, indicatie, opgave)
    if (!wens.ok) return wens
    const verzoek = await verzoekVan(bron, p, wie.value.bsn, opgave.referentieAanbieder)
    if (!verzoek.ok) return verzoek
    const bekend = await bron.toewijzingenVan(p, [wie.value.bsn])
    const actueel = bekend.filter((t) => isActueel(t, dienst.vandaag()))
    const besluit = besluitToewijzing(wens.value, actueel.map(alsLopend), aanleidingVan(verzoek.value))
    if (!besluit.ok) return weiger(weigeringen.ongewijzigd(besluit.fout.nummer))
    const stand = { p, wie: wie.value, actueel, besluit: besluit.value, verzoek: verzoek.value }
    return verstuur(w, v, bron, indicatie, await maakBericht(w, v, stand))
  })
}

const verwerkingVan = ({ tx, actor, nu, dienst }: Werk): Verwerking => {
  const wij = { gemeente: actor.gemeente, partij: actor.gemeente }
  const boek = maakClientboek(tx, dienst.kluis, wij)
  return { dienst, tx, wij, boek, nu, systeemdatum: dienst.vandaag(), correlatie: '', toegangspunt: '' }
}

type Wie = { readonly bsn: Bsn; readonly inwoner: Inwonerrij; readonly contact: NonNullable<ReturnType<typeof contactVan>> }

/** Wie niet in het berichtenverkeer hoort (OP003), of wie er niet in kan (OP079). */
async function leesClient(w: Werk, id: string): Promise<Result<Wie, Weigering>> {
  const { gemeente } = w.actor
  const inwoner = await leesInwoner(w.tx, kijkerVan(w), id)
  invariant(inwoner, 'de inwoner van een indicatie bestaat')
  if (inwoner.overleden_op !== null) return weiger(weigeringen.overleden)
  if (inwoner.geheim_adres) return weiger(weigeringen.geheimAdres)
  const versleuteld = await leesBsn(w.tx, { gemeente, inwoner: id })
  if (!versleuteld) return weiger(weigeringen.geenBsn)
  const contact = contactVan(inwoner.contact, inwoner.woonplaats)
  if (contact === null) return weiger(weigeringen.geenContact)
  return ok({ bsn: w.dienst.kluis.ontsleutel(versleuteld, { gemeente, inwoner: id }), inwoner, contact })
}

/** Wat er toegewezen moet worden, in codes en eenheden van de standaard. */
async function wensVan(w: Werk, rij: Indicatierij, o: Toewijsopgave): Promise<Result<Wens, Weigering>> {
  const feiten = (await leesGebeurtenissenVanIndicatie(w.tx, w.actor.gemeente, rij.id)).map(alsGebeurtenis)
  const loopt = looptijd(periodeVan(rij), feiten)
  if (loopt === null) return weiger(weigeringen.looptNiet)
  const [van, tot] = [o.van ?? loopt.van, o.tot ?? loopt.tot]
  if (tot === undefined) return weiger(weigeringen.geenEinddatum)
  if (van < loopt.van || tot < van || (loopt.tot !== undefined && tot > loopt.tot)) return weiger(weigeringen.buitenIndicatie)
  const omvang = omvangVan(rij)
  if (omvang === null) return weiger(weigeringen.geenOmvang)
  const product = await productVan(w, rij, { aanbieder: o.aanbieder, eenheid: omvang.eenheid, dag: van })
  return product.ok ? ok({ product: product.value, van, tot, omvang }) : product
}

type Codeplek = { readonly aanbieder: string; readonly eenheid: string; readonly dag: Datum }
async function productVan(w: Werk, rij: Indicatierij, { aanbieder, eenheid, dag }: Codeplek): Promise<Result<Product, Weigering>> {
  const catalogus = await catalogusBijHash(w.tx, rij.catalogus_hash)
  const op = { product: rij.product, code: catalogus?.producten[rij.product]?.iwmoCode ?? null }
  const regels = await leesRegelsVoor(w.tx, { gemeente: w.actor.gemeente, aanbieder }, op)
  const code = codeVoor({ ...op, eenheid, dag }, regels)
  return code.ok ? code : weiger(weigeringen.vanCode(code.fout, dag))
}

const MINUUT = '01'
const DAGDEEL = '16'
const PER_WEEK = '2'
/** Uren gaan in minuten: dan wordt er niets afgerond. */
function omvangVan({ minuten_per_week: minuten, dagdelen_per_week: dagdelen }: Indicatierij): Omvang | null {
  if (minuten !== null) return { volume: minuten, eenheid: MINUUT, frequentie: PER_WEEK }
  return dagdelen === null ? null : { volume: dagdelen, eenheid: DAGDEEL, frequentie: PER_WEEK }
}

/** TR379: een referentie hoort bij een verzoek van deze cliënt dat nog open staat. */
async function verzoekVan(bron: Bron, p: Partijen, bsn: Bsn, referentie: string | undefined): Promise<Result<Verzoek | null, Weigering>> {
  if (referentie === undefined) return ok(null)
  const gevonden = (await bron.verzoeken(p, { referenties: [referentie], bsns: [] })).find(
    (v) => v.bsn === bsn && !v.isGehonoreerd && !v.antwoorden.includes('1'),
  )
  return gevonden === undefined ? weiger(weigeringen.geenVerzoek) : ok(gevonden)
}
const aanleidingVan = (verzoek: Verzoek | null): Aanleiding => verzoek?.soort ?? 'herbeoordeling'

const alsLopend = (t: Toewijzing): Lopend => ({
  nummer: t.nummer,
  ...(t.product?.Code !== undefined && { product: { categorie: t.product.Categorie, code: t.product.Code } }),
  van: t.ingangsdatum as Datum,
  ...(t.einddatum !== undefined && { tot: t.einddatum as Datum }),
  ...(t.omvang && { omvang: { volume: t.omvang.Volume, eenheid: t.omvang.Eenheid, frequentie: t.omvang.Frequentie } }),
})

type Stand = {
  readonly p: Partijen
  readonly wie: Wie
  readonly actueel: readonly Toewijzing[]
  readonly besluit: Besluit
  readonly verzoek: Verzoek | null
}
type Gemaakt = { readonly waarde: WMO301; readonly uitkomst: Omit<Toegewezen, 'bericht'> }

/** OP087: alles wat loopt of nog ingaat, en alles wat wijzigt. */
async function maakBericht(w: Werk, v: Verwerking, { p, wie, actueel, besluit, verzoek }: Stand): Promise<Gemaakt> {
  const stempel = { toewijzingsdatum: w.dienst.vandaag(), toewijzingstijd: tijdVan(w.nu) }
  const bijVow = verzoek?.soort === 'VOW' ? { referentieAanbieder: verzoek.referentie } : {}
  const lopend = actueel.map(({ referentieAanbieder: _, ...t }): Toewijzing => {
    const wijziging = besluit.gewijzigd.find((g) => g.nummer === t.nummer)
    if (wijziging === undefined) return { ...t, ...bijVow }
    const { tot: einddatum, redenWijziging, volume } = wijziging
    const omvang = t.omvang && volume !== undefined ? { omvang: { ...t.omvang, Volume: volume } } : {}
    return { ...t, ...stempel, einddatum, redenWijziging, ...omvang, ...bijVow }
  })
  const nieuw = besluit.nieuw === null ? [] : [await nieuweToewijzing(w, p, wie.bsn, besluit.nieuw, stempel, verzoek)]
  const toewijzingen = [...lopend, ...nieuw]
  const nummer = nieuw[0]?.nummer ?? besluit.gewijzigd[0]?.nummer
  invariant(nummer !== undefined, 'een besluit wijzigt iets of maakt iets nieuws')
  const identificatie = await nieuwBerichtnummer(v.tx, v.nu)
  const kop = { ...p, identificatie, dagtekening: w.dienst.vandaag(), bsn: wie.bsn }
  return {
    waarde: maakToewijzingsbericht({
      ...kop,
      persoon: wie.inwoner,
      geslacht: wie.inwoner.contact?.geslacht ?? null,
      contact: wie.contact,
      toewijzingen,
    }),
    uitkomst: {
      identificatie,
      nummer,
      gewijzigd: besluit.gewijzigd.map((g) => ({ nummer: g.nummer, einddatum: g.tot, redenWijziging: g.redenWijziging })),
      nummers: toewijzingen.map((t) => t.nummer),
    },
  }
}

async function nieuweToewijzing(
  w: Werk,
  p: Partijen,
  bsn: Bsn,
  { product, van, tot, omvang }: Wens,
  stempel: Pick<Toewijzing, 'toewijzingsdatum' | 'toewijzingstijd'>,
  verzoek: Verzoek | null,
): Promise<Toewijzing> {
  return {
    ...p,
    nummer: await nieuwToewijzingnummer(w.tx),
    bsn,
    ...stempel,
    ingangsdatum: van,
    einddatum: tot,
    product: { Categorie: product.categorie, Code: product.code },
    omvang: { Volume: omvang.volume, Eenheid: omvang.eenheid, Frequentie: omvang.frequentie },
    ...(verzoek && { referentieAanbieder: verzoek.referentie }),
  }
}

const tijdVan = (nu: Date): string =>
  new Intl.DateTimeFormat('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(nu)

/** Wat wij de ander zouden afkeuren, sturen wij zelf niet: dezelfde vier niveaus als bij ontvangst. */
async function verstuur(
  w: Werk,
  v: Verwerking,
  bron: Bron,
  indicatie: Indicatierij,
  gemaakt: Gemaakt,
): Promise<Result<Toegewezen, Weigering>> {
  const geschreven = schrijfBericht('WMO301', gemaakt.waarde)
  if (!geschreven.ok) return weiger(weigeringen.pastNiet(geschreven.fout.map((f) => f.plaats)))
  const bytes = Buffer.from(geschreven.value, 'utf8')
  const { oordeel, bericht } = controleerEnLees(bytes)
  if (bericht === null || !isAangenomen(oordeel)) return weiger(weigeringen.pastNiet(oordeel.niveau2.retourcodes.flatMap((c) => c.regels)))
  const feiten = await haalFeiten(bron, vraagVan(bericht))
  const bevonden = beoordeelKeten(bericht, { feiten, keuzes: standaardkeuzes, systeemdatum: w.dienst.vandaag() })
  if (bevonden.length > 0) return weiger(weigeringen.pastNiet([...new Set(bevonden.map((b) => b.regel))]))
  const rij: Vastlegging = {
    ...kopVan(bericht, 'WMO301'),
    id: w.nieuweId(),
    aanbieder: gemaakt.waarde.Header.Ontvanger,
    richting: 'uit',
    uitkomst: 'verzonden',
    feiten: feitenUit(bericht),
    indicaties: new Map([[gemaakt.uitkomst.nummer, indicatie.id]]),
  }
  await legBerichtVast(v, rij, bytes)
  w.stuur({ soort: 'bericht', gegevens: { id: rij.id } })
  w.noteer({
    soort: 'aanmaken',
    inwoner: indicatie.inwoner,
    objecten: [
      { soort: 'indicatie', id: indicatie.id },
      { soort: 'bericht', id: rij.id },
    ],
    doel: 'toewijzing aan een aanbieder Wmo 2.6.4',
  })
  return ok({ bericht: rij.id, ...gemaakt.uitkomst })
}
