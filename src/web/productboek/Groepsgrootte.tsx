import { Icoon } from '../onderdelen/Icoon.tsx'

/** De verhouding als mensen: één professional, en zoveel inwoners. */
export function Groepsgrootte({ aantal }: { aantal: number | null }) {
  if (aantal === null) return null
  const heel = Math.min(Math.ceil(aantal), 30)
  return (
    <figure className="pb-groep">
      <div className="pb-groep__mensen" aria-hidden="true">
        <span className="pb-groep__professional">
          <Icoon naam="persoon" groot />
        </span>
        <span className="pb-groep__streep" />
        {Array.from({ length: heel }, (_, i) => i).map((i) => (
          <Icoon key={i} naam="persoon" groot />
        ))}
      </div>
      <figcaption>
        1 professional, {new Intl.NumberFormat('nl-NL').format(aantal)} {aantal === 1 ? 'inwoner' : 'inwoners'}
      </figcaption>
    </figure>
  )
}
