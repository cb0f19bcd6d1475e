import { Link } from 'react-router'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'

/** Nummers van uitspraken, elk met een weg naar het productboek van deze gemeente. */
export function Eislinks({ eisen }: { eisen: readonly string[] }) {
  const { catalogus } = gebruikEigenSessie().gemeente
  return (
    <span className="md-eisen">
      {eisen.map((eis) => (
        <Link key={eis} to={`/${catalogus}/uitspraak/${encodeURIComponent(eis)}`} className="md-eis">
          {eis}
        </Link>
      ))}
    </span>
  )
}
