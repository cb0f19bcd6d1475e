import { useLocation } from 'react-router'
import { werkdelen } from './adressen.ts'
import { leesAnker } from './anker.ts'
import { leesAdresdeel } from './kies-versie.ts'

/** Waar we zijn: het adresdeel van de catalogus, haar id, en het onderdeel (`probeer`, `product`, leeg is het overzicht). Op de werkplek: geen. */
export function gebruikPlaats(): { adresdeel: string | null; id: string | null; onderdeel: string } {
  const [, eerste = '', onderdeel = ''] = useLocation().pathname.split('/')
  if (!eerste || werkdelen.has(eerste)) return { adresdeel: null, id: null, onderdeel: '' }
  const adresdeel = leesAnker(`#${eerste}`) || eerste
  return { adresdeel, id: leesAdresdeel(adresdeel).id, onderdeel }
}
