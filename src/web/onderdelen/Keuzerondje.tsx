import { type KeyboardEvent, type ReactNode, useId } from 'react'

export type Keuzeoptie<W extends string = string> = { waarde: W; tekst: ReactNode; uitleg?: ReactNode; onbekend?: boolean }

type KeuzerondjeProps<W extends string> = {
  /** De vraag; wordt voorgelezen bij elke keuze. */
  legende: ReactNode
  legendeVerborgen?: boolean
  opties: readonly Keuzeoptie<W>[]
  /** null: nog niets gekozen. */
  waarde: W | null
  opWijzig: (waarde: W) => void
  uitleg?: ReactNode
  fout?: string
  /** `knoppen`: naast elkaar als één balk (ja / nee / weet ik niet). `lijst`: onder elkaar. */
  vorm?: 'lijst' | 'knoppen'
  /** Cijfertoetsen 1, 2, 3… kiezen zolang de focus in deze groep staat. */
  cijfers?: boolean
  id?: string
}

/** Eén keuze uit enkele. Pijltjes wisselen, Tab gaat verder, en een optie met `onbekend` krijgt de gestippelde rand van "nog niet bekend". */
export function Keuzerondje<W extends string>({
  legende,
  legendeVerborgen,
  opties,
  waarde,
  opWijzig,
  uitleg,
  fout,
  vorm = 'lijst',
  cijfers,
  id,
}: KeuzerondjeProps<W>) {
  const eigenId = useId()
  const groep = id ?? eigenId
  const opToets = (e: KeyboardEvent) => {
    if (!cijfers || e.ctrlKey || e.altKey || e.metaKey) return
    const optie = opties[Number(e.key) - 1]
    if (!optie) return
    e.preventDefault()
    opWijzig(optie.waarde)
    document.getElementById(`${groep}-${optie.waarde}`)?.focus()
  }
  const beschreven = [uitleg && `${groep}-uitleg`, fout && `${groep}-fout`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      className={`md-keuze md-keuze--${vorm}${fout ? ' md-veld--fout' : ''}`}
      id={groep}
      aria-describedby={beschreven}
      onKeyDown={opToets}
    >
      <legend className={legendeVerborgen ? 'md-onzichtbaar' : 'utrecht-form-label'}>{legende}</legend>
      {uitleg && (
        <div id={`${groep}-uitleg`} className="md-bijtekst">
          {uitleg}
        </div>
      )}
      {fout && (
        <div id={`${groep}-fout`} className="md-veldfout">
          {fout}
        </div>
      )}
      <div className="md-keuze__opties">
        {opties.map((o) => (
          <div key={o.waarde} className={o.onbekend ? 'md-keuze__optie md-keuze__optie--onbekend' : 'md-keuze__optie'}>
            <input
              type="radio"
              className="utrecht-radio-button utrecht-radio-button--html-input"
              id={`${groep}-${o.waarde}`}
              name={groep}
              value={o.waarde}
              checked={waarde === o.waarde}
              aria-describedby={o.uitleg ? `${groep}-${o.waarde}-uitleg` : undefined}
              onChange={() => opWijzig(o.waarde)}
            />
            <label htmlFor={`${groep}-${o.waarde}`}>{o.tekst}</label>
            {o.uitleg && (
              <div id={`${groep}-${o.waarde}-uitleg`} className="md-bijtekst md-keuze__uitleg">
                {o.uitleg}
              </div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
