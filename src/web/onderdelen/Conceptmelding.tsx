import type { Formulier } from '../formulier/gebruik-formulier.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Knop } from './Knop.tsx'
import { Melding } from './Melding.tsx'

/** Zegt dat eerder getypte invoer is teruggezet, en hoe die weer weg kan. */
export function Conceptmelding({ formulier }: { formulier: Pick<Formulier<unknown>, 'hersteldVan' | 'gewijzigd' | 'beginOpnieuw'> }) {
  if (!formulier.hersteldVan || !formulier.gewijzigd) return null
  return (
    <Melding soort="info" compact titel={`Uw concept van ${schrijfTijdstip(formulier.hersteldVan)} staat er weer.`}>
      <p className="md-knoppen">
        <Knop opKlik={formulier.beginOpnieuw}>Concept weggooien</Knop>
      </p>
    </Melding>
  )
}
