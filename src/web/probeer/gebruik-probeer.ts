import { type ComponentType, createContext, useContext, useMemo, useRef } from 'react'
import type { Advies, Geval } from '#core/advies/advies.ts'
import { type Adviseur, maakAdviseur } from '#core/advies/adviseur.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Bewaard, gebruikBewaard } from '#web/bewaren/gebruik-bewaard.ts'
import { gebruikGeldend } from '#web/kader/gebruik-geldend.ts'
import { leesSituatie } from '#web/probeer/lees-situatie.ts'
import { alsGeval, keuzeVan, legeSituatie, type Situatie } from '#web/probeer/situatie.ts'

export type Probeer = {
  readonly catalogus: Catalogus
  readonly bewaard: Bewaard<Situatie>
  readonly situatie: Situatie
  /** De situatie zoals de rekenkern haar ziet, met antwoorden die uit andere volgen. */
  readonly geval: Geval
  readonly adviseur: Adviseur
  /** Per tabel, in de volgorde van de catalogus. */
  readonly adviezen: Readonly<Record<string, Advies>>
  readonly afgeleid: Readonly<Record<string, string>>
  /** De vraag die nu het verschil maakt, en bij welke tabel. */
  readonly volgende: { readonly vraag: string; readonly tabel: string } | null
  /** Bij een echt onderzoek: de lezingen liggen vast, en motiveren hoort bij het vaststellen van de indicatie. */
  readonly inOnderzoek?: {
    /** Onder elke vraag: wie, wanneer, bron en toelichting. */
    readonly Voet: ComponentType<{ readonly vraag: string }>
    /** De stap na een advies van deze tabel. */
    readonly Verder: ComponentType<{ readonly tabel: string; readonly product: string | null }>
  }
}

type Uitgerekend = Pick<Probeer, 'geval' | 'adviseur' | 'adviezen' | 'afgeleid' | 'volgende'>

export const ProbeerContext = createContext<Probeer | null>(null)

export function gebruikProbeer(): Probeer {
  const probeer = useContext(ProbeerContext)
  invariant(probeer, 'gebruikProbeer wordt alleen binnen het scherm Probeer gebruikt')
  return probeer
}

export const sessiesleutel = (catalogus: Catalogus) => `meedoen:probeer:${catalogus.catalogus.id}:${catalogus.catalogus.versie}`

/** Bewaarde situatie, en alles wat de rekenkern erover zegt. Rekent in de browser, bij elke wijziging opnieuw. */
export function gebruikProbeerstand(kaal: Catalogus): Probeer {
  const leeg = useMemo(() => legeSituatie(kaal), [kaal])
  const bewaard = gebruikBewaard(sessiesleutel(kaal), leeg, (ruw) => {
    const r = leesSituatie(kaal, ruw)
    return r.ok ? r.value : null
  })
  const situatie = bewaard.stand
  const catalogus = gebruikGeldend(kaal, situatie.gemeente)
  const uitgerekend = gebruikBerekening(catalogus, situatie)
  return useMemo(() => ({ catalogus, bewaard, situatie, ...uitgerekend }), [catalogus, bewaard, situatie, uitgerekend])
}

/** Alles wat de rekenkern over een situatie zegt; rekent bij elke wijziging opnieuw, in de browser. */
export function gebruikBerekening(catalogus: Catalogus, situatie: Situatie): Uitgerekend {
  const adviseur = useMemo(
    () => maakAdviseur(catalogus, keuzeVan({ gemeente: situatie.gemeente, instellingen: situatie.instellingen })),
    [catalogus, situatie.gemeente, situatie.instellingen],
  )
  const laatsteGeval = useRef<Geval>({ antwoorden: {} })
  return useMemo(() => {
    const gelezen = leesGeval(catalogus, alsGeval(situatie), keuzeVan(situatie))
    // Het scherm laat alleen geldige antwoorden toe; mocht er toch een doorheen glippen, dan blijft het vorige advies staan.
    if (gelezen.ok) laatsteGeval.current = gelezen.value
    const geval = laatsteGeval.current
    const adviezen = Object.fromEntries(adviseur.tabellen.map((t) => [t, adviseur.adviseer(t, geval)]))
    const eerste = Object.entries(adviezen).find(([, a]) => a.vraag !== null)
    const volgende = eerste ? { vraag: eerste[1].vraag as string, tabel: eerste[0] } : null
    return { geval, adviseur, adviezen, afgeleid: adviseur.afgeleid(geval), volgende }
  }, [catalogus, situatie, adviseur])
}

/** Brengt iemand naar een vraag: in beeld, met de aandacht op het gekozen antwoord. */
export function gaNaarVraag(vraag: string): void {
  const rij = document.getElementById(`vraag-${vraag}`)
  const veld = rij?.querySelector<HTMLElement>('input:checked:not(:disabled)') ?? rij?.querySelector<HTMLElement>('input:not(:disabled)')
  const rustig = matchMedia('(prefers-reduced-motion: reduce)').matches
  rij?.scrollIntoView({ block: 'center', behavior: rustig ? 'auto' : 'smooth' })
  veld?.focus({ preventScroll: true })
}
