/** De gemeente beoordeelt een verzoek om toewijzing (VOT). */
import type { Verzoek, Vraag } from '../../keten/bron.ts'
import { toets, type Toets } from '../../keten/ketenregel.ts'
import type { WMO315 } from '../release.ts'
import { type Bevonden, isAfgesproken, type Ketencontext } from './context.ts'
import { beoordeelKop } from './kop.ts'
import type { KetenregelId } from './regels.ts'

type Aangevraagd = WMO315['Client']['AangevraagdeProducten']['AangevraagdProduct'][number]

const producten = (bericht: WMO315): readonly Aangevraagd[] => bericht.Client.AangevraagdeProducten.AangevraagdProduct

export const vraag315 = (bericht: WMO315): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  verzoeken: { referenties: producten(bericht).map((p) => p.ReferentieAanbieder), bsns: [bericht.Client.Bsn] },
  productcodes: producten(bericht).flatMap((p) => p.Product?.Code ?? []),
})

/** TR374: loopt tot een afwijzing (1) of een toewijzing; in onderzoek (2) loopt het nog. */
export const isLopend = (v: Verzoek): boolean => !v.isGehonoreerd && !v.antwoorden.includes('1')
export const heeftLopend = (bsn: string, { feiten }: Ketencontext): boolean => feiten.verzoeken.some((v) => v.bsn === bsn && isLopend(v))
/** TR347: over VOT en VOW samen. */
export const isNieuweReferentie = (referentie: string, { feiten }: Ketencontext): boolean =>
  !feiten.verzoeken.some((v) => v.referentie === referentie)

export function beoordeel315(bericht: WMO315, context: Ketencontext): Bevonden[] {
  const { Client: client } = bericht
  const kop = beoordeelKop(
    bericht.Header,
    producten(bericht).map((p) => p.ToewijzingIngangsdatum),
    context,
  )
  if (kop.length > 0) return kop
  const magErbij: Toets<KetenregelId, object, Ketencontext> = ['TR374', (_, c) => !heeftLopend(client.Bsn, c)]
  const opProduct: Toets<KetenregelId, Aangevraagd, Ketencontext>[] = [
    ['TR347', (p, c) => isNieuweReferentie(p.ReferentieAanbieder, c)],
    ['TR381', (p, c) => isAfgesproken(p.Product, c)],
  ]
  const bovenaan = context.keuzes.klasseTR374 === 'Client'
  return [
    ...(bovenaan ? toets([magErbij], { klasse: 'Client', sleutel: client.Bsn, op: client }, context) : []),
    ...producten(bericht).flatMap((op) =>
      toets(
        [...opProduct, ...(bovenaan ? [] : [magErbij])],
        { klasse: 'AangevraagdProduct', sleutel: op.ReferentieAanbieder, op },
        context,
      ),
    ),
  ]
}
