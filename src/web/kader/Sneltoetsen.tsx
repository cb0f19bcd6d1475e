import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'

type Sneltoets = { toets: string; omschrijving: string; doe: () => void }
type Register = { meld: (s: Sneltoets) => () => void; openHelp: () => void }

const SneltoetsContext = createContext<Register | null>(null)
const bewaarplek = 'meedoen.sneltoetsen'

/**
 * Sneltoets van één teken, actief zolang het onderdeel op het scherm staat en men niet in een tekstveld typt.
 * Staat vanzelf in het overzicht onder `?`, en is daar met alle andere uit te zetten (WCAG 2.1.4).
 */
export function gebruikSneltoets(toets: string, omschrijving: string, doe: () => void): void {
  const register = useContext(SneltoetsContext)
  const laatste = useRef(doe)
  laatste.current = doe
  useEffect(() => register?.meld({ toets, omschrijving, doe: () => laatste.current() }), [register, toets, omschrijving])
}

/** Toetsen die een onderdeel zelf afhandelt; zij staan alleen in het overzicht. */
export const gebruikUitleg = (toetsen: string, omschrijving: string): void => gebruikSneltoets(toetsen, omschrijving, () => {})

function typtTekst(doel: EventTarget | null): boolean {
  if (!(doel instanceof HTMLElement)) return false
  if (doel.isContentEditable || doel instanceof HTMLTextAreaElement || doel instanceof HTMLSelectElement) return true
  return doel instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit', 'range'].includes(doel.type)
}

function leesAan(): boolean {
  try {
    return localStorage.getItem(bewaarplek) !== 'uit'
  } catch {
    return true // Opslag kan verboden zijn; dan werken de toetsen gewoon.
  }
}

export function SneltoetsenKader({ children }: { children: ReactNode }) {
  const toetsen = useRef<Sneltoets[]>([])
  const venster = useRef<HTMLDialogElement>(null)
  const [aan, zetAan] = useState(leesAan)
  const [getoond, zetGetoond] = useState<Sneltoets[]>([])

  const register = useMemo<Register>(
    () => ({
      meld(s) {
        toetsen.current = [...toetsen.current, s]
        return () => {
          toetsen.current = toetsen.current.filter((t) => t !== s)
        }
      },
      openHelp() {
        zetGetoond(toetsen.current)
        venster.current?.showModal()
      },
    }),
    [],
  )

  useEffect(() => {
    const opToets = (e: KeyboardEvent) => {
      if (!aan || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || typtTekst(e.target) || venster.current?.open) return
      if (e.key === '?') {
        e.preventDefault()
        register.openHelp()
        return
      }
      const gevonden = toetsen.current.findLast((t) => t.toets === e.key)
      if (!gevonden) return
      e.preventDefault()
      gevonden.doe()
    }
    document.addEventListener('keydown', opToets)
    return () => document.removeEventListener('keydown', opToets)
  }, [aan, register])

  const wissel = (nieuw: boolean) => {
    zetAan(nieuw)
    try {
      localStorage.setItem(bewaarplek, nieuw ? 'aan' : 'uit')
    } catch {
      // Niet te bewaren: de keuze geldt dan tot dit venster sluit.
    }
  }

  return (
    <SneltoetsContext.Provider value={register}>
      {children}
      <dialog ref={venster} className="md-venster" aria-labelledby="hulp-kop">
        <h2 id="hulp-kop" className="utrecht-heading-2">
          Hulp en sneltoetsen
        </h2>
        <p>Alles werkt met de Tab-toets, de pijltjes en Enter. Deze toetsen gaan sneller:</p>
        <dl className="md-toetsen">
          {[...getoond, { toets: '?', omschrijving: 'Dit overzicht' }].map((s) => (
            <div key={s.toets + s.omschrijving}>
              <dt>
                <kbd>{s.toets}</kbd>
              </dt>
              <dd>{s.omschrijving}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Ctrl</kbd> + klik
            </dt>
            <dd>Een link in een nieuw tabblad openen</dd>
          </div>
        </dl>
        <p>
          Een nummer in een grijs vakje hoort bij één uitspraak van het brondocument. Wijs het aan om de woorden van de bron te zien; klik
          om de uitspraak te openen.
        </p>
        <Vinkje tekst="Sneltoetsen gebruiken" aangevinkt={aan} opWijzig={wissel} />
        <form method="dialog" className="md-venster__knoppen">
          <Knop soort="primair" type="submit">
            Sluiten
          </Knop>
        </form>
      </dialog>
    </SneltoetsContext.Provider>
  )
}

export function HelpKnop() {
  const register = useContext(SneltoetsContext)
  return (
    <button type="button" className="md-helpknop" onClick={() => register?.openHelp()}>
      <Icoon naam="vraag" />
      <span className="md-onzichtbaar">Hulp en sneltoetsen</span>
    </button>
  )
}
