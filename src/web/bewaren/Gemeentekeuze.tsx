import { useId } from 'react'
import type { Catalogus } from '#core/catalogus/vorm.ts'

type Eigenschappen = { readonly catalogus: Catalogus; readonly gemeente: string | null; readonly kies: (gemeente: string | null) => void }

/** Alleen zichtbaar als de catalogus voor meer gemeenten geldt; met één gemeente valt er niets te kiezen. */
export function Gemeentekeuze({ catalogus, gemeente, kies }: Eigenschappen) {
  const id = useId()
  if (catalogus.gemeenten.length < 2) return null
  return (
    <div className="bewaar-veld">
      <label htmlFor={id}>Gemeente</label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={gemeente ?? ''}
        onChange={(e) => kies(e.target.value === '' ? null : e.target.value)}
      >
        <option value="">Nog niet bekend</option>
        {catalogus.gemeenten.map((g) => (
          <option key={g.naam} value={g.naam}>
            {g.naam}
          </option>
        ))}
      </select>
    </div>
  )
}
