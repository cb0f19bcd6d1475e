/** De XML van een bericht, met afgeschermde burgerservicenummers; het hele bericht met nummers is een eigen handeling met een reden. */
import { ok, type Result } from '#core/base/result.ts'
import type { Leesregel } from '#messages/toon.ts'
import { MINSTE_REDEN } from '../../dossier/toon-bsn.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel } from '../../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../../handeling/weigering.ts'
import { eisBericht } from './berichttoegang.ts'
import { alsRegels, alsXml, isTeGroot, leesInhoud } from './inhoud.ts'

export const leesXml = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<{ xml: string }, Weigering>> =>
  handel<{ xml: string }>(dienst, aanroep, async (w) => {
    const toegang = await eisBericht(w, id, 'bericht_inhoud_lezen')
    if (!toegang.ok) return toegang
    const { bericht } = toegang.value
    if (isTeGroot(bericht)) return teGroot
    w.noteer({
      soort: 'exporteren',
      objecten: [{ soort: 'bericht', id }],
      doel: 'XML van een bericht bekijken',
      ...(bericht.inwoner !== null && { inwoner: bericht.inwoner }),
    })
    return ok({ xml: alsXml(await leesInhoud(w, bericht), false) })
  })

export type MetBsn = { readonly xml: string; readonly inhoud: readonly Leesregel[] | null }

/** Het bericht met leesbare nummers. Wie dat vraagt, schrijft waarvoor; de inwoner kan dat teruglezen. */
export const toonBerichtbsn = (dienst: Dienst, aanroep: Aanroep, id: string, reden: string): Promise<Result<MetBsn, Weigering>> =>
  handel<MetBsn>(dienst, aanroep, async (w) => {
    const toegang = await eisBericht(w, id, 'bsn_tonen')
    if (!toegang.ok) return toegang
    const { bericht } = toegang.value
    if (reden.trim().length < MINSTE_REDEN) return geenReden
    if (isTeGroot(bericht)) return teGroot
    w.noteer({
      soort: 'bsn_getoond',
      objecten: [{ soort: 'bericht', id }],
      doel: 'burgerservicenummer in een bericht tonen',
      reden: reden.trim(),
      ...(bericht.inwoner !== null && { inwoner: bericht.inwoner }),
    })
    const bytes = await leesInhoud(w, bericht)
    return ok({ xml: alsXml(bytes, true), inhoud: alsRegels(bytes, true) })
  })

const geenReden = ongeldig([
  { code: 'REDEN_ONTBREEKT', plaats: '/reden', tekst: `Schrijf in minstens ${MINSTE_REDEN} tekens waarvoor u het nummer nodig hebt.` },
])
const teGroot = weiger({
  soort: 'regel',
  code: 'BERICHT_TE_GROOT',
  tekst: 'Dit bericht is te groot om op een scherm te tonen.',
  watNu: 'Haal het bestand op en open het op uw eigen computer.',
})
