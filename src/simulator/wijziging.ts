/** Een gespeelde gemeente willigt een verzoek om wijziging (VOW) in: precies zoals gevraagd, in één toewijzingsbericht (IV093). */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import type { WMO317 } from '#messages/iwmo-3-2/release.ts'
import type { Verzoek } from '#messages/keten/bron.ts'
import { type Gemeentebeeld, lopend, nummerVan, type Toegewezen, wijsToe } from './gemeentezaak.ts'
import type { Gemaakt } from './partij.ts'

const OP_VERZOEK = '12'

/** Null als het zo niet meer kan: de gewenste dag is voorbij, of de toewijzing loopt niet. */
export function wijzigOp(beeld: Gemeentebeeld, v: Verzoek, { Client }: WMO317): Gemaakt[] | null {
  const { paar, moment } = beeld
  const persoon = paar.personen.get(v.bsn)
  const [gevraagd, ...meer] = Client.Verzoek.TeWijzigenProducten?.TeWijzigenProduct ?? []
  const loopt = lopend(beeld, v.bsn)
  const oud = loopt.find((t) => t.ToewijzingNummer === gevraagd?.ToewijzingNummer)
  if (persoon === undefined || gevraagd === undefined || oud === undefined || meer.length > 0) return null
  const ingang = gevraagd.GewensteIngangsdatum
  if (ingang === undefined || ingang <= moment.vandaag || ingang <= oud.Ingangsdatum) return null
  const stempel = { Toewijzingsdatum: moment.vandaag, Toewijzingstijd: '15:00:00' }
  const eindigt: Toegewezen = { ...oud, ...stempel, Einddatum: plusDagen(ingang as Datum, -1), RedenWijziging: OP_VERZOEK }
  const { RedenWijziging: _, Einddatum: __, ...rest } = oud
  const nieuw: Toegewezen = {
    ...rest,
    ...stempel,
    ToewijzingNummer: nummerVan(paar, v.referentie),
    Ingangsdatum: ingang,
    ...(gevraagd.Einddatum && { Einddatum: gevraagd.Einddatum }),
    ...(gevraagd.Omvang && { Omvang: gevraagd.Omvang }),
  }
  const producten = [...loopt.map((t) => (t === oud ? eindigt : t)), nieuw]
  return [
    wijsToe(
      beeld,
      persoon,
      producten.map((t) => ({ ...t, ReferentieAanbieder: v.referentie })),
    ),
  ]
}
