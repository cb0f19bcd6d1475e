/** Of het berichtenverkeer loopt: aantallen per dag en wat er nu wacht, zonder een bericht of een persoon. */
import { dagnummer, plusDagen, type Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { beginVanDag } from '#core/base/tijdstip.ts'
import { leesCertificaatwerk } from '#storage/berichten/certificaatwerk.ts'
import { type Dagtelling, leesVerkeersstand, telBerichten } from '#storage/berichten/inzage.ts'
import { eisInGemeente } from '../../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel } from '../../handeling/handel.ts'
import { ongeldig, type Weigering } from '../../handeling/weigering.ts'
import { type Certificaatwerk, toonCertificaatwerk } from '../../transport/certificaatwerk.ts'
import type { Weg } from '../../transport/transport.ts'

export type Berichtenverkeer = {
  /** Elke dag van de periode, ook als er niets was. */
  readonly dagen: readonly { readonly dag: Datum; readonly tellingen: readonly Omit<Dagtelling, 'dag'>[] }[]
  readonly klaargezet: number
  readonly oudsteKlaargezet: string | null
  readonly laatsteIn: string | null
  readonly laatsteUit: string | null
  readonly openUitval: number
  /** Langs welke weg onze berichten gaan; bij `geen` blijven zij staan. */
  readonly weg: Weg
  /** Wat er met de map met berichten aan de hand is; null als zij er is of niet gebruikt wordt. */
  readonly postmap: string | null
  /** Certificaten die bijna verlopen, verlopen zijn of nog niet gelden. */
  readonly certificaten: readonly string[]
  /** Wat de beheerder daaraan te doen heeft, en wat klaar is. */
  readonly certificaatwerk: readonly Certificaatwerk[]
}
const MEESTE_DAGEN = 92

export const leesVerkeer = (
  dienst: Dienst,
  aanroep: Aanroep,
  { van, tot }: { readonly van: Datum; readonly tot: Datum },
): Promise<Result<Berichtenverkeer, Weigering>> =>
  handel<Berichtenverkeer>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'berichtenverkeer_zien')
    if (!mag.ok) return mag
    if (tot < van) return fout('/tot', 'EINDE_VOOR_BEGIN', 'De laatste dag ligt voor de eerste. Draai ze om.')
    const aantal = dagnummer(tot) - dagnummer(van) + 1
    if (aantal > MEESTE_DAGEN) return fout('/van', 'PERIODE_TE_LANG', `Kies een periode van hoogstens ${MEESTE_DAGEN} dagen.`)
    const tellingen = await telBerichten(w.tx, new Date(beginVanDag(van)), new Date(beginVanDag(plusDagen(tot, 1))))
    const nu = await leesVerkeersstand(w.tx)
    w.noteer({
      soort: 'lezen',
      objecten: [{ soort: 'berichtenverkeer', id: `${van} tot en met ${tot}` }],
      doel: 'berichtenverkeer bewaken',
    })
    return ok({
      dagen: Array.from({ length: aantal }, (_, i) => dagVan(plusDagen(van, i), tellingen)),
      klaargezet: nu.klaargezet,
      oudsteKlaargezet: nu.oudste_klaargezet?.toISOString() ?? null,
      laatsteIn: nu.laatste_in?.toISOString() ?? null,
      laatsteUit: nu.laatste_uit?.toISOString() ?? null,
      openUitval: nu.open_uitval,
      weg: dienst.keten?.wegVan(w.actor.gemeente) ?? (dienst.post ? 'map' : 'geen'),
      postmap: (await dienst.post?.melding?.()) ?? null,
      certificaten: dienst.keten?.certificaten(w.nu).flatMap((c) => c.melding ?? []) ?? [],
      certificaatwerk: (await leesCertificaatwerk(w.tx, w.actor.gemeente)).map((r) => toonCertificaatwerk(r, w.nu)),
    })
  })

const fout = (plaats: string, code: string, tekst: string) => ongeldig([{ code, plaats, tekst }])

const dagVan = (dag: Datum, tellingen: readonly Dagtelling[]) => ({
  dag,
  tellingen: tellingen.filter((t) => t.dag === dag).map(({ dag: _, ...t }) => t),
})
