/** Wat een aanbieder in een verzoek vraagt, in zinnen, per referentie. */
import { parseDatum, periodeInWoorden } from '#core/base/datum.ts'
import { leesBericht } from '#messages/codec.ts'
import { redenVerzoek } from '#messages/iwmo-3-2/codelijsten.ts'
import type { WMO315, WMO317 } from '#messages/iwmo-3-2/release.ts'
import type { Omvang } from '#messages/keten/feit.ts'
import { datumInWoorden, euro, productInWoorden } from '#messages/toon.ts'
import { omvangzin } from '../../toewijzing/woorden.ts'

type Hulp = {
  readonly Product?: { readonly Categorie: string; readonly Code?: string } | undefined
  readonly Omvang?: Omvang | undefined
  readonly Budget?: number | undefined
}

export function vraagzinnen(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const gelezen = leesBericht(bytes)
  if (!gelezen.ok) return new Map()
  const { naam, waarde } = gelezen.value
  if (naam === 'WMO315') return new Map(vot(waarde as WMO315))
  return naam === 'WMO317' ? new Map([vow(waarde as WMO317)]) : new Map()
}

const vot = ({ Client }: WMO315): [string, string[]][] =>
  Client.AangevraagdeProducten.AangevraagdProduct.map((p) => [
    p.ReferentieAanbieder,
    [`${hulpzin(p)}, ${periode(p.ToewijzingIngangsdatum, p.ToewijzingEinddatum)}.`],
  ])

function vow({ Client: { Verzoek: v } }: WMO317): [string, string[]] {
  const blijft = (v.OngewijzigdeProducten?.OngewijzigdProduct ?? []).map((p) => p.ToewijzingNummer)
  return [
    v.ReferentieAanbieder,
    [
      ...(v.TeWijzigenProducten?.TeWijzigenProduct ?? []).map(
        (p) => `Toewijzing ${p.ToewijzingNummer} wijzigt: ${hulpzin(p)}, ${periode(p.GewensteIngangsdatum, p.Einddatum)}.`,
      ),
      ...(v.NieuweProducten?.NieuwProduct ?? []).map((p) => `Erbij komt: ${hulpzin(p)}, ${periode(p.GewensteIngangsdatum, p.Einddatum)}.`),
      ...(blijft.length > 0 ? [`Toewijzing ${blijft.join(', ')} blijft zoals nu.`] : []),
      `Reden: ${redenVerzoek.codes[v.RedenVerzoek].toLowerCase()}.`,
    ],
  ]
}

function hulpzin({ Product, Omvang, Budget }: Hulp): string {
  const wat = Product && productInWoorden(Product)
  const hoeveel = Omvang ? omvangzin(Omvang) : Budget !== undefined ? `een budget van ${euro(Budget)}` : undefined
  return [wat, hoeveel].filter(Boolean).join(', ') || 'hulp zonder product of omvang'
}

function periode(vanaf: string, einde: string | undefined): string {
  const [van, tot] = [parseDatum(vanaf), einde === undefined ? null : parseDatum(einde)]
  if (van !== null && (einde === undefined || tot !== null)) return periodeInWoorden({ van, ...(tot && { tot }) })
  return einde === undefined ? `vanaf ${datumInWoorden(vanaf)}` : `${datumInWoorden(vanaf)} t/m ${datumInWoorden(einde)}`
}
