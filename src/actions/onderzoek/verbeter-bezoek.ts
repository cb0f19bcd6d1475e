/** Een vastgelegd bezoek verbeteren. Wat ingetrokken was, geldt daarna weer. */
import { ok, type Result } from '#core/base/result.ts'
import { leesBezoek } from '#core/dossier/onderzoek.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import type { Bezoekbeeld } from './onderzoeksbeeld.ts'
import { type Bezoekversie, wijzigBezoek } from './wijzig-bezoek.ts'

type Vraag = Bezoekversie & { readonly opgave: unknown }

export function verbeterBezoek(dienst: Dienst, aanroep: Aanroep, vraag: Vraag): Promise<Result<Bezoekbeeld, Weigering>> {
  return wijzigBezoek(dienst, aanroep, vraag, () => {
    const gelezen = leesBezoek(vraag.opgave, dienst.vandaag())
    return gelezen.ok ? ok({ ...gelezen.value, ingetrokken: null }) : ongeldig(gelezen.fout)
  })
}
