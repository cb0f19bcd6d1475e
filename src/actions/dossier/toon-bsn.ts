/** Het BSN tonen is een handeling op zichzelf: gevraagd, met een eigen logboekregel. */
import type { Bsn } from '#core/base/bsn.ts'
import { ok, type Result } from '#core/base/result.ts'
import { leesBsn } from '#storage/inwoners.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { ongeldig, weiger, type Weigering } from '../handeling/weigering.ts'
import { eisToegang, type Toegang } from './toegang.ts'

export const MINSTE_REDEN = 10

export const toonBsn = (dienst: Dienst, aanroep: Aanroep, id: string, reden: string | null): Promise<Result<{ bsn: Bsn }, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const toegang = await eisToegang(w, id, 'bsn_tonen')
    if (!toegang.ok) return toegang
    if (vraagtReden(toegang.value) && (reden ?? '').trim().length < MINSTE_REDEN) return geenReden
    const rij = await leesBsn(w.tx, { gemeente: w.actor.gemeente, inwoner: id })
    if (!rij) return geenBsn
    w.noteer({
      soort: 'bsn_getoond',
      inwoner: id,
      objecten: [{ soort: 'inwoner', id }],
      doel: 'burgerservicenummer tonen',
      ...(reden?.trim() && { reden: reden.trim() }),
    })
    return ok({ bsn: dienst.kluis.ontsleutel(rij, { gemeente: w.actor.gemeente, inwoner: id }) })
  })

/** Wie de inwoner helpt, of diens team, heeft het nummer in het werk nodig; een ander zegt waarvoor. */
const vraagtReden = ({ relaties }: Toegang): boolean => !relaties.includes('eigen') && !relaties.includes('team')

const geenReden = ongeldig([
  {
    code: 'REDEN_ONTBREEKT',
    plaats: '/reden',
    tekst: `Schrijf in minstens ${MINSTE_REDEN} tekens waarvoor u het nummer nodig hebt. De inwoner kan dat teruglezen.`,
  },
])
const geenBsn = weiger({
  soort: 'regel',
  code: 'GEEN_BSN',
  tekst: 'Van deze inwoner is geen burgerservicenummer bekend.',
  watNu: 'Vul het in bij de gegevens van de inwoner zodra u het weet.',
})
