import type { KeyboardEvent } from 'react'
import { weetIkNiet } from '#core/advies/woorden.ts'

type Eigenschappen = {
  readonly naam: string
  readonly label: string
  readonly beschrijving?: string
  readonly keuzes: readonly { id: string; tekst: string }[]
  readonly waarde: string | null
  /** Wat geldt als niemand iets kiest, in woorden; anders is dat "weet ik niet". */
  readonly standaard?: string | null
  readonly vast?: boolean
  readonly kies: (waarde: string | null) => void
}

/** Een rij keuzerondjes met als laatste "weet ik niet". Pijlen wisselen, een cijfer kiest meteen, Tab gaat verder. */
export function Antwoordkeuze({ naam, label, beschrijving, keuzes, waarde, standaard, vast, kies }: Eigenschappen) {
  const opties = [...keuzes.map((k) => ({ id: k.id as string | null, tekst: k.tekst })), { id: null, tekst: standaard ?? weetIkNiet }]
  const opToets = (e: KeyboardEvent<HTMLDivElement>) => {
    if (e.ctrlKey || e.altKey || e.metaKey || vast) return
    const plek = Number(e.key)
    const optie = Number.isInteger(plek) && plek > 0 ? opties[plek - 1] : undefined
    if (!optie) return
    e.preventDefault()
    kies(optie.id)
    e.currentTarget.querySelectorAll<HTMLInputElement>('input')[plek - 1]?.focus()
  }
  return (
    <div
      className="md-keuze md-keuze--knoppen probeer-keuze"
      role="radiogroup"
      aria-labelledby={label}
      aria-describedby={beschrijving}
      onKeyDown={opToets}
    >
      <div className="md-keuze__opties">
        {opties.map(({ id, tekst }) => (
          <div key={id ?? ''} className={id === null ? 'md-keuze__optie md-keuze__optie--onbekend' : 'md-keuze__optie'}>
            <input
              type="radio"
              id={`${naam}-${id ?? 'weetniet'}`}
              name={naam}
              value={id ?? ''}
              checked={waarde === id}
              disabled={vast}
              onChange={() => kies(id)}
            />
            <label htmlFor={`${naam}-${id ?? 'weetniet'}`}>{tekst}</label>
          </div>
        ))}
      </div>
    </div>
  )
}
