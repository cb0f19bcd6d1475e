import type { ReactNode } from 'react'

export type Kerngegeven = { readonly naam: string; readonly waarde: ReactNode }

/** Gegevens in paren. Wat er niet is, heet "Nog niet bekend"; dat is geen fout en geen nul. */
export function Kerngegevens({ gegevens, compact }: { gegevens: readonly Kerngegeven[]; compact?: boolean }) {
  return (
    <dl className={compact ? 'md-kern md-kern--compact' : 'md-kern'}>
      {gegevens.map((g) => (
        <div key={g.naam} className="md-kern__paar">
          <dt>{g.naam}</dt>
          <dd>
            {g.waarde === null || g.waarde === undefined || g.waarde === '' ? (
              <span className="md-onbekend">Nog niet bekend</span>
            ) : (
              g.waarde
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
