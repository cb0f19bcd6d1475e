/** Verzoeken van een aanbieder over een inwoner uit het dossier, binnengekomen en aangenomen. */
import { stuur, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { aangevraagd, teWijzigen } from '#messages/voorbeelden.testhulp.ts'
import type { Actor } from '../../handeling/dienst.ts'
import type { Proefwerkplek } from '../../proefwerkplek.testhulp.ts'
import { type Proefinwoner, zetProefinwoner } from '../../toewijzing/proeftoewijzing.testhulp.ts'
import type { Berichtproef } from '../berichtproef.testhulp.ts'

/** Per referentie een ander product. */
export const vot = (...referenties: string[]): Zending =>
  stuur('WMO315', (m) => {
    m.Client.AangevraagdeProducten.AangevraagdProduct = referenties.map((r, i) => ({
      ...aangevraagd(r),
      Product: { Categorie: '02', Code: `02A0${i + 1}` },
    }))
  })
export const vow = (referentie: string, nummer: number): Zending =>
  stuur('WMO317', (m) => {
    m.Client.Verzoek = {
      ReferentieAanbieder: referentie,
      RedenVerzoek: '1',
      TeWijzigenProducten: { TeWijzigenProduct: [teWijzigen(nummer)] },
    }
  })

export type Proefverzoek = Proefinwoner & { readonly id: string; readonly ref: string }
let volgnummer = 0
/** De inwoner hoort bij het team van `actor`, die de zaak behandelt. */
export async function zetVerzoek(p: Proefwerkplek, proef: Berichtproef, actor: Actor): Promise<Proefverzoek> {
  const wie = await zetProefinwoner(p, actor)
  const ref = `REF-${++volgnummer}`
  await proef.verwerk(vot(ref), wie.bsn)
  return { ...wie, ref, id: await proef.laatste('WMO315') }
}
