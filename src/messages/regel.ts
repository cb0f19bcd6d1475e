/**
 * Regels binnen één bericht (niveau 2). Een regel kijkt naar een klasse zodra die compleet gelezen is, en gebruikt van wat er
 * omheen staat alleen wat er vóór stond. Zo werkt dezelfde regel op een bericht in het geheugen en op een stroom.
 */
import type { Overloop } from './afdrukken.ts'
import type { Bezoeker, Ouder } from './leesstand.ts'

export type Omgeving = {
  /** Naam van het bericht, zoals WMO301. */
  readonly bericht: string
  readonly dagtekening: string
  /** De waarde van een omvattende klasse, zover die gelezen is. */
  ouder<W>(naam: string): W
}

/** Zegt of aan de regel is voldaan. De sleutel is de naam van het element, of `Ouder/Naam` als alleen die plek telt. */
// biome-ignore lint/suspicious/noExplicitAny: elke regel noemt zelf het type van de klasse waar zij naar kijkt
export type Toetsen = Readonly<Record<string, (klasse: any, omgeving: Omgeving) => boolean>>

export type Regel = {
  readonly id: string
  readonly berichten: readonly string[]
  readonly tekst: string
  /** Per bericht opnieuw, zodat een regel kan onthouden wat zij in dit bericht zag; wat te veel wordt gaat naar de overloop. */
  start(overloop?: Overloop): Toetsen
}

/** Een regel over één klasse. */
export const regel = (id: string, berichten: readonly string[], tekst: string, toetsen: Toetsen): Regel => ({
  id,
  berichten,
  tekst,
  start: () => toetsen,
})

/** Een regel die onthoudt wat er eerder in het bericht stond. */
export const regelMetGeheugen = (id: string, berichten: readonly string[], tekst: string, start: Regel['start']): Regel => ({
  id,
  berichten,
  tekst,
  start,
})

export type Regelloop = {
  readonly bezoek: Bezoeker
  /** De nummers van de regels waaraan niet is voldaan, op volgorde. */
  overtreden(): string[]
}

type Toetsing = { readonly regel: Regel; readonly toets: Toetsen[string] }
type Kop = { BerichtIdentificatie: { Dagtekening: string } }

/** Laat alle regels van een bericht meekijken terwijl het gelezen wordt. */
export function startRegels(regels: readonly Regel[], bericht: string, overloop?: Overloop): Regelloop {
  const overtreden = new Set<string>()
  const perNaam = new Map<string, Toetsing[]>()
  for (const r of regels.filter((x) => x.berichten.includes(bericht)))
    for (const [naam, toets] of Object.entries(r.start(overloop))) perNaam.set(naam, [...(perNaam.get(naam) ?? []), { regel: r, toets }])

  let ouders: readonly Ouder[] = []
  const omgeving = {
    bericht,
    dagtekening: '',
    ouder: <W>(naam: string) => {
      for (let i = ouders.length - 1; i >= 0; i--) if (ouders[i]?.naam === naam) return ouders[i]?.waarde as W
      return undefined as W
    },
  }
  /** Per klasse en wat eromheen staat: een grote declaratie vraagt dit honderdduizenden keren. */
  const perPlek = new Map<string, Map<string, readonly Toetsing[]>>()
  const toetsingen = (boven: string, naam: string): readonly Toetsing[] => {
    const binnen = perPlek.get(boven) ?? new Map<string, readonly Toetsing[]>()
    perPlek.set(boven, binnen)
    const hier = binnen.get(naam) ?? [...(perNaam.get(naam) ?? []), ...(perNaam.get(`${boven}/${naam}`) ?? [])]
    binnen.set(naam, hier)
    return hier
  }
  const bezoek: Bezoeker = (naam, waarde, om) => {
    ouders = om
    if (naam === 'Header') omgeving.dagtekening = (waarde as Kop).BerichtIdentificatie.Dagtekening
    const boven = om.length === 0 ? '' : (om[om.length - 1] as Ouder).naam
    const hier = perPlek.get(boven)?.get(naam) ?? toetsingen(boven, naam)
    for (let i = 0; i < hier.length; i++) {
      const { regel, toets } = hier[i] as Toetsing
      if (!toets(waarde, omgeving)) overtreden.add(regel.id)
    }
  }
  return { bezoek, overtreden: () => [...overtreden].sort() }
}
