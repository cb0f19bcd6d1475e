import type { ReactNode } from 'react'

/** Wat elk invoerveld om zich heen heeft. */
export type Veldtekst = {
  label: string
  /** Staat onder het label en hoort bij het veld. */
  uitleg?: ReactNode
  fout?: string
  /** `vanzelf`: wie zoekt of filtert weet al dat leeg laten mag. */
  optioneel?: boolean | 'vanzelf'
}

/** Verwijzing voor `aria-describedby`: de uitleg en de fout, als zij er zijn. */
export const beschrijving = (id: string, { uitleg, fout }: Pick<Veldtekst, 'uitleg' | 'fout'>): string | undefined =>
  [uitleg && `${id}-uitleg`, fout && `${id}-fout`].filter(Boolean).join(' ') || undefined

/** Label erboven, uitleg, fout, en dan het veld zelf. */
export function Veldkader({ id, label, uitleg, fout, optioneel, children }: Veldtekst & { id: string; children: ReactNode }) {
  return (
    <div className={fout ? 'utrecht-form-field md-veld md-veld--fout' : 'utrecht-form-field md-veld'}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
        {optioneel === true && <span className="md-bijtekst"> (optioneel)</span>}
      </label>
      {uitleg && (
        <div id={`${id}-uitleg`} className="utrecht-form-field-description md-bijtekst">
          {uitleg}
        </div>
      )}
      {fout && (
        <div id={`${id}-fout`} className="md-veldfout">
          {fout}
        </div>
      )}
      {children}
    </div>
  )
}
