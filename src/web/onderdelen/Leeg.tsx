import type { ReactNode } from 'react'

/** Er is niets te tonen, en dat is geen fout. Zegt wat men kan doen. */
export function Leeg({ titel, children }: { titel: string; children?: ReactNode }) {
  return (
    <div className="md-leeg">
      <p className="md-leeg__titel">{titel}</p>
      {children && <div>{children}</div>}
    </div>
  )
}
