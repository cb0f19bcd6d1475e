/** De aanbieder beoordeelt een toewijzing. */
import type { Feiten, Vraag } from '../../keten/bron.ts'
import type { Toewijzing } from '../../keten/feit.ts'
import { zelfdeProduct } from '../../keten/afleiden.ts'
import { type Toets, toets } from '../../keten/ketenregel.ts'
import type { WMO301 } from '../release.ts'
import { type Bevonden, isAfgesproken, type Ketencontext } from './context.ts'
import { beoordeelKop } from './kop.ts'
import type { KetenregelId } from './regels.ts'

type Toegewezen = WMO301['Client']['ToegewezenProducten']['ToegewezenProduct'][number]
type Context = Ketencontext & { readonly bsn: string }

const producten = (bericht: WMO301): readonly Toegewezen[] => bericht.Client.ToegewezenProducten.ToegewezenProduct

export function vraag301(bericht: WMO301): Omit<Vraag, 'partijen' | 'sleutel'> {
  const nummers = producten(bericht).map((p) => p.ToewijzingNummer)
  const referenties = producten(bericht).flatMap((p) => p.ReferentieAanbieder ?? [])
  const codes = producten(bericht).flatMap((p) => p.Product?.Code ?? [])
  return { toewijzingen: nummers, verbruik: nummers, verzoeken: { referenties, bsns: [] }, productcodes: codes }
}

const toetsen: readonly Toets<KetenregelId, Toegewezen, Context>[] = [
  ['TR332', (p, c) => isZelfdeToewijzing(p, c.feiten.toewijzingen.get(p.ToewijzingNummer), c)],
  ['TR379', (p, c) => p.ReferentieAanbieder === undefined || heeftOpenVerzoek(p.ReferentieAanbieder, c.bsn, c.feiten)],
  ['TR385', (p, c) => p.RedenWijziging !== '13' || (c.feiten.verbruik.get(p.ToewijzingNummer)?.openRegels ?? 0) === 0],
  ['TR381', (p, c) => isAfgesproken(p.Product, c)],
]

export function beoordeel301(bericht: WMO301, context: Ketencontext): Bevonden[] {
  const kop = beoordeelKop(
    bericht.Header,
    producten(bericht).map((p) => p.Ingangsdatum),
    context,
  )
  if (kop.length > 0) return kop
  return producten(bericht).flatMap((op) =>
    toets(toetsen, { klasse: 'ToegewezenProduct', sleutel: String(op.ToewijzingNummer), op }, { ...context, bsn: bericht.Client.Bsn }),
  )
}

/** Wat OP033x1 laat wijzigen: einddatum, budget, en het volume bij een totaal. De rest ligt vast. */
function isZelfdeToewijzing(p: Toegewezen, bekend: Toewijzing | undefined, { bsn, feiten, keuzes }: Context): boolean {
  if (bekend === undefined) return true
  const zelfde =
    bekend.bsn === bsn &&
    bekend.gemeente === feiten.partijen.gemeente &&
    bekend.aanbieder === feiten.partijen.aanbieder &&
    zelfdeProduct(bekend.product, p.Product)
  if (keuzes.hergebruikNummer === 'zelfde_client_en_product') return zelfde
  return zelfde && bekend.ingangsdatum === p.Ingangsdatum && isZelfdeOmvang(bekend.omvang, p.Omvang)
}

function isZelfdeOmvang(oud: Toewijzing['omvang'], nieuw: Toegewezen['Omvang']): boolean {
  if (oud === undefined || nieuw === undefined) return oud === undefined && nieuw === undefined
  const zelfdeMaat = oud.Eenheid === nieuw.Eenheid && oud.Frequentie === nieuw.Frequentie
  return zelfdeMaat && (oud.Frequentie === '6' || oud.Volume === nieuw.Volume)
}

/** Open: niet afgewezen en nog niet toegewezen. In onderzoek (antwoord 2) blijft open. */
const heeftOpenVerzoek = (referentie: string, bsn: string, feiten: Feiten): boolean =>
  feiten.verzoeken.some((v) => v.referentie === referentie && v.bsn === bsn && !v.isGehonoreerd && !v.antwoorden.includes('1'))
