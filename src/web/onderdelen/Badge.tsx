import type { ReactNode } from 'react'

/** Kort etiket. De kleur zegt nooit iets wat het woord niet zegt. `onbekend` is gestippeld en nooit rood. */
export function Badge({
  children,
  soort = 'gewoon',
}: {
  children: ReactNode
  soort?: 'gewoon' | 'accent' | 'goed' | 'let-op' | 'fout' | 'info' | 'onbekend'
}) {
  return <span className={`nl-data-badge md-badge md-badge--${soort}`}>{children}</span>
}
