/** De gemeente beoordeelt een verzoek om wijziging (VOW): het hele gewenste beeld van één cliënt. */
import { later } from '../../dagen.ts'
import { isActueel, isVerwijderd } from '../../keten/afleiden.ts'
import type { Vraag } from '../../keten/bron.ts'
import type { Toewijzing } from '../../keten/feit.ts'
import { eerste } from '../../keten/kalender.ts'
import { toets, type Toets } from '../../keten/ketenregel.ts'
import { heeftOverlap, type Productperiode } from '../regels/overlap.ts'
import type { WMO317 } from '../release.ts'
import { type Bevonden, isAfgesproken, type Ketencontext, sleutel } from './context.ts'
import { beoordeelKop } from './kop.ts'
import type { KetenregelId } from './regels.ts'
import { heeftLopend, isNieuweReferentie } from './wmo315.ts'

type Verzoek = WMO317['Client']['Verzoek']
type Ongewijzigd = NonNullable<Verzoek['OngewijzigdeProducten']>['OngewijzigdProduct'][number]
type TeWijzigen = NonNullable<Verzoek['TeWijzigenProducten']>['TeWijzigenProduct'][number]
type Nieuw = NonNullable<Verzoek['NieuweProducten']>['NieuwProduct'][number]

type Context = Ketencontext & {
  readonly bsn: string
  readonly dagtekening: string
  readonly verzoek: Verzoek
  /** De toewijzingen van deze cliënt bij deze aanbieder. */
  readonly toewijzingen: ReadonlyMap<number, Toewijzing>
  readonly vandaag: string
}

const ongewijzigd = (v: Verzoek): readonly Ongewijzigd[] => v.OngewijzigdeProducten?.OngewijzigdProduct ?? []
const teWijzigen = (v: Verzoek): readonly TeWijzigen[] => v.TeWijzigenProducten?.TeWijzigenProduct ?? []
const nieuw = (v: Verzoek): readonly Nieuw[] => v.NieuweProducten?.NieuwProduct ?? []
const genoemd = (v: Verzoek): number[] => [...ongewijzigd(v), ...teWijzigen(v)].map((p) => p.ToewijzingNummer)

export const vraag317 = ({ Client: { Bsn, Verzoek } }: WMO317): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  toewijzingenVan: [Bsn],
  bekendeClienten: [Bsn],
  verzoeken: { referenties: [Verzoek.ReferentieAanbieder], bsns: [Bsn] },
  productcodes: nieuw(Verzoek).flatMap((p) => p.Product?.Code ?? []),
})

const isActueelNummer = (p: { ToewijzingNummer: number }, c: Context): boolean => {
  const t = c.toewijzingen.get(p.ToewijzingNummer)
  return t !== undefined && isActueel(t, c.vandaag)
}
/** Een regel over een te wijzigen product en zijn toewijzing; zonder toewijzing zegt TR351 het al. */
const metToewijzing =
  (voldoet: (p: TeWijzigen, t: Toewijzing, c: Context) => boolean) =>
  (p: TeWijzigen, c: Context): boolean => {
    const t = c.toewijzingen.get(p.ToewijzingNummer)
    return t === undefined || voldoet(p, t, c)
  }
const na2020 = (t: Toewijzing): boolean => t.einddatum === undefined || later(t.einddatum, '2020-12-31')
const wijzigtTotaal = (p: TeWijzigen, t: Toewijzing): boolean =>
  p.Budget !== t.budget || (p.Omvang?.Frequentie === '6' && p.Omvang.Volume !== t.omvang?.Volume)

const opVerzoek: readonly Toets<KetenregelId, Verzoek, Context>[] = [
  ['TR347', (v, c) => isNieuweReferentie(v.ReferentieAanbieder, c)],
  ['TR349', (v, c) => [...c.toewijzingen.values()].every((t) => !isActueel(t, c.vandaag) || genoemd(v).includes(t.nummer))],
]
const magErbij: Toets<KetenregelId, object, Context> = ['TR374', (_, c) => !heeftLopend(c.bsn, c)]
const overlapInVerzoek: Toets<KetenregelId, Verzoek, Context> = [
  'TR361',
  (v, c) => !heeftOverlap([...blijvend(v, c), ...(c.keuzes.klasseTR361 === 'Verzoek' ? nieuw(v).map(periodeVan) : [])]),
]
const opOngewijzigd: readonly Toets<KetenregelId, Ongewijzigd, Context>[] = [['TR350', isActueelNummer]]
const opTeWijzigen: readonly Toets<KetenregelId, TeWijzigen, Context>[] = [
  ['TR351', isActueelNummer],
  ['TR357', metToewijzing((p, t, c) => later(p.GewensteIngangsdatum, c.dagtekening) || p.GewensteIngangsdatum === t.ingangsdatum)],
  ['TR373', metToewijzing((p, t) => !wijzigtTotaal(p, t) || p.GewensteIngangsdatum === t.ingangsdatum)],
  ['TR375', metToewijzing((p, t) => t.product !== undefined || !na2020(t) || p.Omvang === undefined)],
  ['TR411', metToewijzing((p, t) => t.product?.Code === undefined || p.Omvang !== undefined)],
  ['TR412', metToewijzing((p, t) => t.product?.Code !== undefined || !na2020(t) || p.Omvang === undefined)],
]
const opNieuw: readonly Toets<KetenregelId, Nieuw, Context>[] = [
  ['TR361', (p, c) => c.keuzes.klasseTR361 === 'Verzoek' || !blijvend(c.verzoek, c).some((b) => heeftOverlap([b, periodeVan(p)]))],
  ['TR381', (p, c) => isAfgesproken(p.Product, c)],
]

/** De producten die blijven of wijzigen, met de hele periode waarin zij na het verzoek lopen. */
function blijvend(v: Verzoek, c: Context): Productperiode[] {
  const gezien = (nummer: number, wijzig: (t: Toewijzing) => Partial<Productperiode>): Productperiode[] => {
    const t = c.toewijzingen.get(nummer)
    if (t === undefined || isVerwijderd(t)) return []
    return [{ categorie: t.product?.Categorie, code: t.product?.Code, van: t.ingangsdatum, tot: t.einddatum, ...wijzig(t) }]
  }
  return [
    ...ongewijzigd(v).flatMap((p) => gezien(p.ToewijzingNummer, () => ({}))),
    // Tot de gewenste ingangsdatum loopt de toewijzing door zoals zij was.
    ...teWijzigen(v).flatMap((p) =>
      gezien(p.ToewijzingNummer, (t) => ({ van: eerste(t.ingangsdatum, p.GewensteIngangsdatum), tot: p.Einddatum })),
    ),
  ]
}
const periodeVan = (p: Nieuw): Productperiode => ({
  categorie: p.Product?.Categorie,
  code: p.Product?.Code,
  van: p.GewensteIngangsdatum,
  tot: p.Einddatum,
})

export function beoordeel317(bericht: WMO317, context: Ketencontext): Bevonden[] {
  const { Header: header, Client: client } = bericht
  const { Verzoek: verzoek, Bsn: bsn } = client
  const c = maakContext(bericht, context)
  const ingangsdatums = genoemd(verzoek).flatMap((nummer) => c.toewijzingen.get(nummer)?.ingangsdatum ?? [])
  const kop = beoordeelKop(header, ingangsdatums, context)
  if (kop.length > 0) return kop

  const opClient: Toets<KetenregelId, object, Context>[] = [['TR304', () => context.feiten.bekendeClienten.has(bsn)]]
  const bovenaan = context.keuzes.klasseTR374 === 'Client'
  const bijClient = toets([...opClient, ...(bovenaan ? [magErbij] : [])], { klasse: 'Client', sleutel: bsn, op: client }, c)
  // Is de cliënt niet bekend, dan valt er aan zijn verzoek niets te beoordelen.
  if (bijClient.some((b) => b.regel === 'TR304')) return bijClient
  return [
    ...bijClient,
    ...toets(
      [...opVerzoek, overlapInVerzoek, ...(bovenaan ? [] : [magErbij])],
      { klasse: 'Verzoek', sleutel: verzoek.ReferentieAanbieder, op: verzoek },
      c,
    ),
    ...ongewijzigd(verzoek).flatMap((op) =>
      toets(opOngewijzigd, { klasse: 'OngewijzigdProduct', sleutel: String(op.ToewijzingNummer), op }, c),
    ),
    ...teWijzigen(verzoek).flatMap((op) =>
      toets(opTeWijzigen, { klasse: 'TeWijzigenProduct', sleutel: String(op.ToewijzingNummer), op }, c),
    ),
    ...nieuw(verzoek).flatMap((op) =>
      toets(opNieuw, { klasse: 'NieuwProduct', sleutel: sleutel(op.Product, op.GewensteIngangsdatum), op }, c),
    ),
  ]
}

function maakContext({ Header, Client }: WMO317, context: Ketencontext): Context {
  const { Dagtekening: dagtekening } = Header.BerichtIdentificatie
  return {
    ...context,
    bsn: Client.Bsn,
    dagtekening,
    verzoek: Client.Verzoek,
    toewijzingen: new Map(context.feiten.toewijzingenVan.filter((t) => t.bsn === Client.Bsn).map((t) => [t.nummer, t])),
    vandaag: context.keuzes.actueelOp === 'systeemdatum' ? context.systeemdatum : dagtekening,
  }
}
