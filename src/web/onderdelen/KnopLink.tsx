import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** Een link die eruitziet als een knop, voor de ene volgende stap. */
export function KnopLink({
  naar,
  children,
  soort = 'gewoon',
}: {
  naar: string
  children: ReactNode
  soort?: 'primair' | 'gewoon' | 'stil'
}) {
  const klasse = { primair: 'nl-button--primary', gewoon: 'nl-button--secondary', stil: 'nl-button--subtle' }[soort]
  return (
    <Link to={naar} className={`nl-button ${klasse} md-knoplink`}>
      <span className="nl-button__label">{children}</span>
    </Link>
  )
}
