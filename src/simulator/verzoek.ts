/** Verzoeken van een aanbieder: verlengen na de einddatum (WMO315), of meer per week (WMO317). */
import { type Datum, plusDagen, plusMaanden } from '#core/base/datum.ts'
import type { WMO315, WMO317 } from '#messages/iwmo-3-2/release.ts'
import { isActueel } from '#messages/keten/afleiden.ts'
import type { Start, Toewijzing } from '#messages/keten/feit.ts'
import { pogingenTot } from './paar.ts'
import type { Gemaakt } from './partij.ts'
import { isZover, kop, treft, verkort, type Zaak } from './zaak.ts'
import { kenmerk } from './zaaien.ts'

type Aangevraagd = WMO315['Client']['AangevraagdeProducten']['AangevraagdProduct'][number]
type Omvang = NonNullable<Aangevraagd['Omvang']>

/** Er wordt geleverd, er is niet eerder om gevraagd, en er loopt geen ander verzoek van deze cliënt. */
const magVragen = ({ nu, t, paar }: Zaak, naam: string): boolean =>
  (nu.starts as Start[]).some((s) => s.nummer === t.nummer) &&
  pogingenTot(paar, naam, t.bsn) === 0 &&
  !nu.verzoeken.some((v) => v.bsn === t.bsn && !v.isGehonoreerd && !v.antwoorden.includes('1'))

const referentie = ({ zaad, paar: { partijen }, t }: Zaak, soort: string): string =>
  `${soort}-${kenmerk(zaad, partijen.aanbieder, partijen.gemeente, soort, t.nummer)}`

export function toewijzingsverzoek(zaak: Zaak): Gemaakt | null {
  const { t, gedrag, moment, persoon } = zaak
  const { product, omvang, einddatum } = t
  if (product?.Code === undefined || omvang === undefined || einddatum === undefined || !isActueel(t, moment.vandaag)) return null
  if (!treft(zaak, 'vot', gedrag.toewijzingsverzoek) || !isZover(zaak, 'vot', gedrag.toewijzingsverzoek)) return null
  const van = plusDagen(einddatum as Datum, 1)
  const tot = plusMaanden(van, 12)
  if (tot === null || !magVragen(zaak, 'WMO315')) return null
  const gevraagd: Aangevraagd = {
    ReferentieAanbieder: referentie(zaak, 'VOT'),
    Product: product as NonNullable<Aangevraagd['Product']>,
    ToewijzingIngangsdatum: van,
    ToewijzingEinddatum: plusDagen(tot, -1),
    Omvang: omvang as Omvang,
    Verwijzer: { Type: '01' },
  }
  const Header = kop(zaak, '444', 'WMO315', t.nummer, moment.vandaag)
  return { naam: 'WMO315', waarde: { Header, Client: { ...verkort(persoon), AangevraagdeProducten: { AangevraagdProduct: [gevraagd] } } } }
}

/** Over veertien dagen de helft meer. Een verzoek noemt alles wat er loopt (TR349). */
export function wijzigingsverzoek(zaak: Zaak): Gemaakt | null {
  const { t, gedrag, moment, nu } = zaak
  const { omvang } = t
  const ingang = plusDagen(moment.vandaag as Datum, 14)
  if (omvang === undefined || omvang.Frequentie === '6' || !isActueel(t, moment.vandaag) || t.ingangsdatum > moment.vandaag) return null
  if (t.einddatum !== undefined && t.einddatum <= ingang) return null
  if (!treft(zaak, 'vow', gedrag.wijzigingsverzoek) || !isZover(zaak, 'vow', gedrag.wijzigingsverzoek) || !magVragen(zaak, 'WMO317'))
    return null
  const overige = nu.toewijzingen.filter((a) => a.bsn === t.bsn && a.nummer !== t.nummer && isActueel(a, moment.vandaag))
  const Header = kop(zaak, '480', 'WMO317', t.nummer, moment.vandaag)
  const Verzoek = { ReferentieAanbieder: referentie(zaak, 'VOW'), RedenVerzoek: '1' as const, ...producten(t, omvang, ingang, overige) }
  return { naam: 'WMO317', waarde: { Header, Client: { Bsn: t.bsn, Verzoek } } }
}

const producten = (
  t: Toewijzing,
  omvang: NonNullable<Toewijzing['omvang']>,
  ingang: Datum,
  overige: readonly Toewijzing[],
): Omit<WMO317['Client']['Verzoek'], 'ReferentieAanbieder' | 'RedenVerzoek'> => ({
  ...(overige.length > 0 && { OngewijzigdeProducten: { OngewijzigdProduct: overige.map((a) => ({ ToewijzingNummer: a.nummer })) } }),
  TeWijzigenProducten: {
    TeWijzigenProduct: [
      {
        ToewijzingNummer: t.nummer,
        GewensteIngangsdatum: ingang,
        ...(t.einddatum !== undefined && { Einddatum: t.einddatum }),
        Omvang: { ...omvang, Volume: Math.ceil(omvang.Volume * 1.5) } as Omvang,
      },
    ],
  },
})
