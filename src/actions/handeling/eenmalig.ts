/** Een verzoek met een sleutel telt één keer: wie het opnieuw stuurt, krijgt het eerste antwoord terug. */
import { ok, type Result } from '#core/base/result.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { bewaarAntwoord, claim } from '#storage/idempotentie.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Aanroep } from './dienst.ts'
import { type Weigering, weiger } from './weigering.ts'

/** Het eerdere antwoord als dit verzoek al gedaan is; anders legt het de sleutel vast in deze transactie. */
export async function claimVerzoek<T>(tx: Tx, { actor, idempotentie }: Aanroep, nu: Date): Promise<Result<T, Weigering> | undefined> {
  if (!idempotentie) return undefined
  const eerder = await claim(tx, { gemeente: actor.gemeente, medewerker: actor.medewerker, ...idempotentie, gemaakt_op: nu })
  if (!eerder) return undefined
  if (eerder.verzoek.equals(idempotentie.verzoek)) return ok(eerder.antwoord as T)
  return weiger({
    soort: 'regel',
    code: 'SLEUTEL_HERGEBRUIKT',
    tekst: 'Deze Idempotency-Key hoort bij een ander verzoek.',
    watNu: 'Gebruik voor elk nieuw verzoek een nieuwe sleutel.',
  })
}

export async function rondVerzoekAf(tx: Tx, { actor, idempotentie }: Aanroep, antwoord: unknown): Promise<void> {
  if (idempotentie) await bewaarAntwoord(tx, actor, idempotentie.sleutel, (antwoord ?? null) as Json)
}
