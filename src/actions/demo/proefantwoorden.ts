/**
 * Wat de administratie van een proefgemeente met verzoeken van aanbieders doet: de meeste zijn na een paar dagen beantwoord. Van de laatste
 * weken is er één blijven liggen, is er één in onderzoek, en wacht er hooguit één dat net binnen is.
 */
import { type Datum, dagnummer } from '#core/base/datum.ts'
import type { Afwijsreden } from '#core/toewijzing/verzoek.ts'
import { trek } from '#simulator/zaaien.ts'
import { leesOpenVerzoeken, type Verzoekrij } from '#storage/berichten/verzoeken.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { type Antwoordopgave, beantwoordVerzoek } from '../berichten/verzoek/beantwoord-verzoek.ts'
import { neemAntwoordTerug } from '../berichten/verzoek/neem-antwoord-terug.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'

export type Proefantwoorden = {
  /** Beantwoordt wat op deze dag aan de beurt is; geeft de berichten. `tot` is de dag waarop het spelen eindigt. */
  antwoord(vandaag: Datum, tot: Datum): Promise<string[]>
  /** Beantwoordt een verzoek dat nog open staat, en neemt dat meteen terug. */
  bedenk(): Promise<void>
}
type Rest = 'vergeten' | 'in_onderzoek' | 'net_binnen'

const NA_DAGEN = 3
const ONDERZOEK_DAGEN = 10
/** Hoe kort voor het einde iets binnenkwam dat niet af is. */
const VERGETEN = { hoogstens: 40, minstens: 9 }
const ONDERZOEK = { hoogstens: 40, minstens: 5 }
const NET_BINNEN = { hoogstens: 4, minstens: 0 }

export function maakProefantwoorden(dienst: Dienst, aanroep: Aanroep): Proefantwoorden {
  const { gemeente } = aanroep.actor
  const rest = new Map<Rest, { readonly referentie: string; readonly nog: number }>()
  const restVan = ({ referentie, ontvangen }: Verzoekrij, tot: Datum): Rest | null => {
    const nog = dagnummer(tot) - dagnummer(ontvangen as Datum)
    const neem = (wat: Rest, { hoogstens, minstens }: typeof VERGETEN, eerder = rest.get(wat)): boolean => {
      // Wat het laatst binnenkwam blijft liggen; wat daarvoor lag is dan alsnog aan de beurt.
      const isVrij = eerder === undefined || (wat !== 'in_onderzoek' && nog < eerder.nog)
      if (isVrij && nog <= hoogstens && nog >= minstens) rest.set(wat, { referentie, nog })
      return rest.get(wat)?.referentie === referentie
    }
    if (neem('vergeten', VERGETEN)) return 'vergeten'
    if (neem('in_onderzoek', ONDERZOEK)) return 'in_onderzoek'
    return neem('net_binnen', NET_BINNEN) ? 'net_binnen' : null
  }
  const leesOpen = () => inAdministratie(dienst, { gemeente, partij: gemeente }, (tx) => leesOpenVerzoeken(tx, gemeente, {}))
  return {
    bedenk: async () => {
      const nieuw = (await leesOpen()).find((v) => v.antwoorden.length === 0)
      if (nieuw === undefined) return
      const gedaan = await beantwoordVerzoek(dienst, aanroep, nieuw.bericht, { referentie: nieuw.referentie, antwoord: 'in_onderzoek' })
      if (gedaan.ok) await neemAntwoordTerug(dienst, aanroep, gedaan.value.bericht)
    },
    antwoord: async (vandaag, tot) => {
      const open = await leesOpen()
      const uit: string[] = []
      for (const v of open) restVan(v, tot)
      for (const v of open) {
        const dagen = dagnummer(vandaag) - dagnummer(v.ontvangen as Datum)
        const keuze = kies(v, restVan(v, tot), vandaag === tot ? Number.POSITIVE_INFINITY : dagen)
        const gedaan = keuze && (await beantwoordVerzoek(dienst, aanroep, v.bericht, { referentie: v.referentie, ...keuze }))
        // Wacht ons vorige antwoord nog op een reactie, dan volgt het besluit een andere dag.
        if (gedaan?.ok) uit.push(gedaan.value.bericht)
      }
      return uit
    },
  }
}

const redenen: readonly Afwijsreden[] = ['1', '4', '6', '7']
function kies({ referentie, antwoorden }: Verzoekrij, rest: Rest | null, dagen: number): Omit<Antwoordopgave, 'referentie'> | null {
  const isNieuw = antwoorden.length === 0
  if (rest === 'vergeten' || rest === 'net_binnen' || dagen < (isNieuw ? NA_DAGEN : ONDERZOEK_DAGEN)) return null
  if (rest === 'in_onderzoek') return isNieuw ? { antwoord: 'in_onderzoek' } : null
  if (isNieuw && Number.isFinite(dagen) && trek('onderzoek', referentie) < 0.3) return { antwoord: 'in_onderzoek' }
  return { antwoord: 'afgewezen', reden: redenen[Math.floor(trek('reden', referentie) * redenen.length)] as Afwijsreden }
}
