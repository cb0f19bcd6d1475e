import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Invoerfout } from '#core/base/result.ts'
import { useLocation, useNavigate } from 'react-router'
import { toonToast } from '../onderdelen/toast.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { eigenaar } from '../api/sessiestand.ts'
import { bewaarConcept, heeftConcept, leesConcept, wisConcept } from './concept.ts'
import { leesDatuminvoer } from './datuminvoer.ts'
import { type Basis, gebruikBasis, isGelijk } from './gebruik-basis.ts'
import { leesPlek, omvattend, veldId, zetPlek } from './wijzer.ts'

/** Wat een veld nodig heeft; te geven als `<Tekstveld label="…" {...f.veld('/naam')} />`. */
export type Veldbinding = {
  readonly id: string
  readonly waarde: string
  readonly opWijzig: (waarde: string) => void
  readonly opVerlaat: () => void
  readonly fout: string | undefined
}

export type Formulier<W> = {
  readonly id: string
  readonly waarden: W
  /** Koppelt een tekstveld aan een plek, een JSON Pointer als `/periode/van`. */
  readonly veld: (plaats: string) => Veldbinding
  readonly zet: (plaats: string, waarde: unknown) => void
  readonly foutVan: (plaats: string) => string | undefined
  /** Alle fouten die nu gelden, van het scherm en van de server. */
  readonly fouten: readonly Invoerfout[]
  /** Hoe vaak er vergeefs verstuurd is; het foutoverzicht pakt dan de focus. */
  readonly poging: number
  /** Een weigering of storing die niet bij een veld hoort, of een conflict (status 412). */
  readonly probleem: Probleem | null
  readonly bezig: boolean
  readonly gewijzigd: boolean
  /** Er is een concept teruggezet; het tijdstip waarop het bewaard was. */
  readonly hersteldVan: string | null
  readonly verstuur: (e?: FormEvent) => Promise<boolean>
  /** Verstuurt wat er in een conflict gekozen is, op de versie van de collega. */
  readonly verstuurKeuze: (waarden: W, etag: string | undefined) => Promise<boolean>
  /** Waar de invoer op rust; daarmee is te zien wie wat wijzigde. */
  readonly basis: W
  /** Hoe het er bij de server staat, in de vorm van dit formulier. */
  readonly vorm: (huidig: unknown) => W
  /** Begint opnieuw met de gegevens van de server; het concept vervalt. */
  readonly beginOpnieuw: () => void
  /** Zet alle waarden tegelijk, bijvoorbeeld na het kiezen in een conflict. */
  readonly vervang: (waarden: W) => void
}

type Opties<W> = {
  /** Uniek per formulier en per ding dat gewijzigd wordt, bijvoorbeeld `inwoner-<id>`. */
  id: string
  begin: W
  /** De versie waar `begin` bij hoort. */
  etag?: string | null
  /** Van wat de server bij een conflict stuurt naar het formulier. Wijzigde een collega iets anders, dan is er niets te kiezen en gaat het door. */
  vorm?: (huidig: unknown) => W
  /** Fouten die het scherm zelf ziet. Bij het verlaten van een veld komt alleen de fout van dat veld in beeld. */
  controleer?: (waarden: W) => readonly Invoerfout[]
  /** Bewaart; gooit een `Probleem` als de server weigert. `basis`: waar de invoer op rust, na een conflict de versie van de collega. */
  verstuur: (waarden: W, basis: Basis<W>) => Promise<unknown>
  /** De plek in het verzoek naar de plek in het formulier, als die verschillen. */
  vertaal?: (plaats: string) => string
}

/** Stand van een formulier: waarden, fouten per plek, en een concept dat een herlading of verlopen sessie overleeft. */
export function gebruikFormulier<W extends object>(opties: Opties<W>): Formulier<W> {
  const { id, begin, controleer, verstuur, etag, vertaal = (p) => p, vorm = (huidig) => huidig as W } = opties
  const plek = `meedoen.concept.${eigenaar()}.${id}`
  const [hersteld] = useState(() => leesConcept(plek, begin))
  const [waarden, zetWaarden] = useState<W>(hersteld?.waarden ?? begin)
  const [hersteldVan, zetHersteldVan] = useState(hersteld?.bewaardOp ?? null)
  const [fouten, zetFouten] = useState<readonly Invoerfout[]>([])
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const [poging, zetPoging] = useState(0)
  const [bezig, zetBezig] = useState(false)
  const laatste = useRef(waarden)
  const onderweg = useRef(false)
  const vervang = useCallback((nieuw: W) => {
    laatste.current = nieuw
    zetWaarden(nieuw)
  }, [])
  const nu: Basis<W> = { waarden: begin, etag: etag ?? undefined }
  const { basis, zetBasis, gewijzigd } = gebruikBasis({ nu, hersteld: hersteld?.basis, waarden, vervang })
  gebruikBewaarder(plek, waarden, basis, gewijzigd)
  const zet = (plaats: string, waarde: unknown) => {
    vervang(zetPlek(laatste.current, plaats, waarde))
    // Wie verbetert, hoeft niet naar een oude fout te kijken; bij het verlaten van het veld wordt opnieuw gekeken.
    zetFouten((f) => f.filter((x) => x.plaats !== plaats))
  }
  const kijkNa = (plaats: string) => {
    if (poging === 0 && isGelijk(leesPlek(laatste.current, plaats), leesPlek(basis.waarden, plaats))) return
    const nieuw = (controleer?.(laatste.current) ?? []).filter((f) => f.plaats === plaats)
    zetFouten((f) => (nieuw.length > 0 ? [...f.filter((x) => x.plaats !== plaats), ...nieuw] : f))
  }
  const weiger = (gevonden: readonly Invoerfout[], p: Probleem | null) => {
    zetFouten(gevonden)
    zetProbleem(p)
    zetPoging((n) => n + 1)
    return false
  }
  const stuur = async (w: W, vanaf: Basis<W>) => {
    try {
      await verstuur(w, vanaf)
    } catch (fout) {
      const { status, huidig, etag: versie } = alsProbleem(fout)
      if (status !== 412 || !versie || !opties.vorm || !isGelijk(vorm(huidig), vanaf.waarden)) throw fout
      await verstuur(w, { ...vanaf, etag: versie })
    }
  }
  const doeVerstuur = async (vanaf: Basis<W>) => {
    if (onderweg.current) return false
    const eigen = controleer?.(laatste.current) ?? []
    if (eigen.length > 0) return weiger(eigen, null)
    onderweg.current = true
    zetBezig(true)
    const verstuurd = laatste.current
    try {
      await stuur(verstuurd, vanaf)
      zetBasis({ ...vanaf, waarden: verstuurd })
      // Wie tijdens het bewaren doortypte, houdt dat als concept.
      if (laatste.current === verstuurd) wisConcept(plek)
      zetFouten([])
      zetProbleem(null)
      zetHersteldVan(null)
      return true
    } catch (fout) {
      const p = alsProbleem(fout)
      if (p.code === 'SOFTWAREFOUT') console.error(fout)
      return weiger(
        p.fouten.map((f) => alsInHetVeld({ ...f, plaats: vertaal(f.plaats) }, verstuurd)),
        p,
      )
    } finally {
      onderweg.current = false
      zetBezig(false)
    }
  }
  const foutVan = (plaats: string) => fouten.find((f) => f.plaats === plaats)?.tekst
  return {
    id,
    waarden,
    fouten,
    poging,
    probleem,
    bezig,
    gewijzigd,
    hersteldVan,
    zet,
    foutVan,
    vervang,
    basis: basis.waarden,
    vorm,
    verstuur: (e) => {
      e?.preventDefault()
      return doeVerstuur(basis)
    },
    verstuurKeuze: (keuze, versie) => {
      // Vanaf hier rust de invoer op wat de collega bewaarde: ook als versturen nu niet lukt.
      const vanaf = { waarden: vorm(probleem?.huidig), etag: versie }
      zetBasis(vanaf)
      vervang(keuze)
      return doeVerstuur(vanaf)
    },
    veld: (plaats) => ({
      id: veldId(id, plaats),
      waarde: String(leesPlek(waarden, plaats) ?? ''),
      opWijzig: (w) => zet(plaats, w),
      opVerlaat: () => kijkNa(plaats),
      fout: foutVan(plaats),
    }),
    beginOpnieuw: () => {
      vervang(begin)
      zetBasis(nu)
      zetFouten([])
      zetProbleem(null)
      zetHersteldVan(null)
      wisConcept(plek)
    },
  }
}

/** De server vraagt een datum als jaar-maand-dag; in een veld schrijft men haar andersom, en daar wijst de fout op. */
function alsInHetVeld(fout: Invoerfout, waarden: unknown): Invoerfout {
  if (fout.code !== 'DATUM_ONGELDIG') return fout
  const gelezen = leesDatuminvoer(String(leesPlek(waarden, fout.plaats) ?? ''))
  return gelezen.ok ? fout : { ...fout, tekst: gelezen.fout }
}

/**
 * Houdt het concept bij. Wie het tabblad sluit krijgt een waarschuwing van de browser, want dan gaat het verloren; wie naar een ander
 * scherm gaat, hoort dat zijn invoer klaarstaat.
 */
function gebruikBewaarder(plek: string, waarden: unknown, basis: Basis<unknown>, gewijzigd: boolean): void {
  const eerste = useRef(true)
  gebruikVertrekmelding(plek)
  useEffect(() => {
    // De eerste keer is er nog niets gedaan: een concept dat net is teruggezet blijft staan.
    if (eerste.current) {
      eerste.current = false
      return
    }
    if (gewijzigd) bewaarConcept(plek, { waarden, basis }, new Date())
    else wisConcept(plek)
  }, [plek, waarden, basis, gewijzigd])
  useEffect(() => {
    if (!gewijzigd) return
    const waarschuw = (e: BeforeUnloadEvent) => e.preventDefault()
    window.addEventListener('beforeunload', waarschuw)
    return () => window.removeEventListener('beforeunload', waarschuw)
  }, [gewijzigd])
}

function gebruikVertrekmelding(plek: string): void {
  const { pathname } = useLocation()
  const navigeer = useNavigate()
  const ga = useRef(navigeer)
  ga.current = navigeer
  useEffect(
    () => () => {
      // Pas even later kijken: wie juist bewaard heeft, heeft geen concept meer en hoeft niets te horen.
      setTimeout(() => {
        if (!heeftConcept(plek) || location.pathname === pathname) return
        toonToast({
          tekst: 'Niet opgeslagen. Uw invoer staat klaar als concept.',
          actie: { naam: 'Terug naar het formulier', doe: () => void ga.current(pathname) },
        })
      }, 400)
    },
    [plek, pathname],
  )
}

/** Het veld in de pagina waar een fout bij hoort: de plek zelf, of het kleinste veld eromheen. */
export function zoekVeld(formulier: string, plaats: string): HTMLElement | null {
  for (const plek of omvattend(plaats)) {
    const gevonden = document.getElementById(veldId(formulier, plek))
    if (gevonden) return gevonden
  }
  return null
}
