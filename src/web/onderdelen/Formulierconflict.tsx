import { Probleem } from '../api/probleem.ts'
import type { Formulier } from '../formulier/gebruik-formulier.ts'
import { Conflict } from './Conflict.tsx'
import type { Conflictveld } from './conflict-verschil.ts'

/** Het conflict bij een formulier: verschijnt als een collega eerder was, en verstuurt wat er gekozen is. */
export function Formulierconflict<W>({ formulier, velden }: { formulier: Formulier<W>; velden: readonly Conflictveld[] }) {
  const { probleem, basis, waarden, vorm, verstuurKeuze } = formulier
  if (probleem?.status !== 412) return null
  return (
    <Conflict
      // Was er intussen wéér iemand eerder, dan is het een nieuw verschil.
      key={probleem.etag}
      probleem={new Probleem({ ...probleem, huidig: vorm(probleem.huidig) })}
      velden={velden}
      basis={basis}
      mijn={waarden}
      opKies={(keuze, etag) => void verstuurKeuze(keuze, etag)}
    />
  )
}
