/**
 * Een bezoek intrekken dat er niet was of bij een ander hoort. De antwoorden blijven gelden: iemand legde ze vast, met naam en dag,
 * en een advies kan erop rusten. Zij noemen wel dat het bezoek is ingetrokken, en nieuwe antwoorden kunnen er niet meer bij. Terug
 * gaat het met een nieuwe versie van het bezoek.
 */
import { ok, type Result } from '#core/base/result.ts'
import { leesBezoekintrekking } from '#core/dossier/onderzoek.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import type { Bezoekbeeld } from './onderzoeksbeeld.ts'
import { type Bezoekversie, wijzigBezoek } from './wijzig-bezoek.ts'

type Vraag = Bezoekversie & { readonly opgave: unknown }

export function trekBezoekIn(dienst: Dienst, aanroep: Aanroep, vraag: Vraag): Promise<Result<Bezoekbeeld, Weigering>> {
  return wijzigBezoek(dienst, aanroep, vraag, (oud) => {
    if (oud.ingetrokken !== null) return alIngetrokken
    const gelezen = leesBezoekintrekking(vraag.opgave)
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const { datum, soort, aanwezig, verslag } = oud
    return ok({ datum, soort, aanwezig, verslag, ingetrokken: gelezen.value.reden })
  })
}

const alIngetrokken = weiger({
  soort: 'regel',
  code: 'BEZOEK_AL_INGETROKKEN',
  tekst: 'Dit bezoek is al ingetrokken.',
  watNu: 'Was dat een vergissing, zet het bezoek dan terug.',
})
