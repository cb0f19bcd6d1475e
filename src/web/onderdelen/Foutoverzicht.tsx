import { type MouseEvent, useEffect, useRef } from 'react'
import type { Invoerfout } from '#core/base/result.ts'
import { type Formulier, zoekVeld } from '../formulier/gebruik-formulier.ts'
import { veldId } from '../formulier/wijzer.ts'
import { Icoon } from './Icoon.tsx'
import { Probleemmelding } from './Probleemmelding.tsx'

/**
 * Boven het formulier: wat er nog moet gebeuren voordat het verstuurd kan worden. Na een vergeefse poging krijgt de kop de focus; elke
 * regel brengt u naar het veld. Zonder fouten bij velden staat hier de weigering of storing zelf.
 */
export function Foutoverzicht({ formulier }: { formulier: Pick<Formulier<unknown>, 'id' | 'fouten' | 'poging' | 'probleem'> }) {
  const { fouten, poging, probleem } = formulier
  const kop = useRef<HTMLHeadingElement>(null)
  const vak = useRef<HTMLDivElement>(null)
  const aantal = fouten.length
  useEffect(() => {
    if (poging === 0) return
    ;(kop.current ?? vak.current)?.focus()
  }, [poging])
  gebruikFoutenInTitel(poging > 0 ? aantal : 0)
  if (poging === 0) return null
  if (aantal === 0) {
    // Zijn alle velden verbeterd, dan is er niets meer te melden tot er opnieuw verstuurd is.
    if (!probleem || probleem.status === 412 || probleem.fouten.length > 0) return null
    return (
      <div ref={vak} tabIndex={-1} className="md-focusvlak">
        <Probleemmelding probleem={probleem} formulier />
      </div>
    )
  }
  const naarVeld = (e: MouseEvent, plaats: string) => {
    e.preventDefault()
    const veld = zoekVeld(formulier.id, plaats)
    const doel = veld?.matches('input, select, textarea') ? veld : veld?.querySelector<HTMLElement>('input, select, textarea, button')
    doel?.focus()
    veld?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="utrecht-alert utrecht-alert--error md-melding md-foutoverzicht">
      <span className="md-melding__icoon md-melding__icoon--fout">
        <Icoon naam="fout" groot />
      </span>
      <div className="md-melding__tekst">
        <h2 ref={kop} tabIndex={-1} className="md-foutoverzicht__kop">
          {aantal === 1 ? 'Er is nog één ding na te kijken' : `Er zijn nog ${aantal} dingen na te kijken`}
        </h2>
        {probleem?.tekst && probleem.status !== 422 && <p>{probleem.tekst}</p>}
        <ul>
          {opVolgorde(formulier.id, fouten).map((f) => (
            <li key={f.plaats + f.code + f.tekst}>
              {f.plaats ? (
                <a href={`#${veldId(formulier.id, f.plaats)}`} onClick={(e) => naarVeld(e, f.plaats)}>
                  {f.tekst}
                </a>
              ) : (
                f.tekst
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Zoals de velden onder elkaar staan; wat bij geen veld hoort staat bovenaan. */
function opVolgorde(formulier: string, fouten: readonly Invoerfout[]): readonly Invoerfout[] {
  const plek = new Map(fouten.map((f) => [f, f.plaats ? zoekVeld(formulier, f.plaats) : null]))
  return [...fouten].sort((a, b) => {
    const [x, y] = [plek.get(a), plek.get(b)]
    if (!x || !y) return Number(Boolean(x)) - Number(Boolean(y))
    return x === y ? 0 : x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}

/** "2 invoerfouten – Melding doen": ook wie het tabblad ziet, weet dat het niet verstuurd is. */
function gebruikFoutenInTitel(aantal: number): void {
  useEffect(() => {
    if (aantal === 0) return
    const gewoon = document.title
    document.title = `${aantal} ${aantal === 1 ? 'invoerfout' : 'invoerfouten'} – ${gewoon}`
    return () => {
      document.title = gewoon
    }
  }, [aantal])
}
