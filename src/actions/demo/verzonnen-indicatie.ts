/** Verzonnen indicaties bij een uitgewerkt voorbeeld, langs dezelfde regels als echte: omvang, duur en stapeling. */
import { type Datum, plusDagen, plusMaanden } from '#core/base/datum.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Indicatie } from '#core/indicatie/indicatie.ts'
import { geenWlz } from '#core/indicatie/voorliggend.ts'
import { productenVanTabel } from '#core/indicatie/productkeuze.ts'
import { alsNieuw, type Beoordeeld, beoordeelVoorstel, type Voorstel } from '../onderzoek/beoordeel-voorstel.ts'
import type { Voorbeeld } from './voorbeelden.ts'
import { verzinOmvang } from './verzonnen-omvang.ts'

export type Verzonnen = { readonly voorstel: Voorstel; readonly oordeel: Beoordeeld }

/** Welk deel ook groepsbegeleiding krijgt, en welk deel afwijkt van het advies (domein §10). */
const OOK_GROEP = 0.22
const WIJKT_AF = 0.06

type Waarbij = { readonly catalogus: Catalogus; readonly keuze: Keuze; readonly voorbeeld: Voorbeeld; readonly van: Datum }

/** `erNaast`: wat er voor deze inwoner al loopt; wat daar niet naast mag, komt er niet. */
export function verzinIndicaties(
  { catalogus, keuze, voorbeeld, van }: Waarbij,
  toeval: () => number,
  erNaast: readonly Verzonnen[] = [],
): Verzonnen[] {
  const uit: Verzonnen[] = []
  for (const [tabel, advies] of Object.entries(voorbeeld.adviezen)) {
    if (advies.uitkomst !== 'product' || advies.product === null || (uit.length > 0 && toeval() > OOK_GROEP)) continue
    const andere = productenVanTabel(catalogus, tabel).filter((p) => p !== advies.product)
    const afwijkend = toeval() < WIJKT_AF ? andere[Math.floor(toeval() * andere.length)] : undefined
    const product = afwijkend ?? advies.product
    const tot = eindeVan(van, toeval())
    const voorstel: Voorstel = {
      tabel,
      product,
      van,
      tot,
      omvang: verzinOmvang(catalogus, product, toeval),
      ...(afwijkend && { afwijkingMotivering: 'De inwoner heeft hier al vertrouwde hulp; wisselen zou nu terugval geven.' }),
      motiveringen: [],
    }
    const naast: Indicatie[] = [...erNaast, ...uit].map((u) => alsNieuw(u.voorstel))
    const oordeel = metMotiveringen({ catalogus, keuze, advies, naast, wlz: geenWlz }, voorstel)
    if (oordeel) uit.push(oordeel)
  }
  return uit
}

/** Zes maanden tot drie jaar; een op de twintig zonder einddatum. */
function eindeVan(van: Datum, trekking: number): Datum | null {
  const maanden = trekking < 0.3 ? 6 + Math.floor(trekking * 20) : trekking < 0.75 ? 12 : trekking < 0.95 ? 24 : 36
  const einde = plusMaanden(van, maanden)
  return einde && plusDagen(einde, -1)
}

/** Wat een motivering vraagt, krijgt er een; wat geweigerd wordt, komt er niet. */
function metMotiveringen(basis: Parameters<typeof beoordeelVoorstel>[0], voorstel: Voorstel): Verzonnen | null {
  const eerste = beoordeelVoorstel(basis, voorstel)
  if (eerste.ok) return { voorstel, oordeel: eerste.value }
  const nodig = (eerste.fout.huidig as { teMotiveren?: { sleutel: string }[] } | undefined)?.teMotiveren
  if (!nodig) return null
  const motiveringen = nodig.map(({ sleutel }) => ({ sleutel, motivering: 'Besproken met de inwoner; het past in deze situatie.' }))
  const tweede = beoordeelVoorstel(basis, { ...voorstel, motiveringen })
  return tweede.ok ? { voorstel: { ...voorstel, motiveringen }, oordeel: tweede.value } : null
}
