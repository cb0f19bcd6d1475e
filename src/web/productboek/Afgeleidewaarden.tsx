import { waardenVan } from '#core/catalogus/waarden.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Voorwaardeblok } from './Voorwaardeblok.tsx'

/** Waarden die uit antwoorden volgen, zoals de ernst van gedrag. Ook hier beslist de eerste rij die geldt. */
export function Afgeleidewaarden() {
  const { catalogus } = gebruikCatalogus()
  const alle = Object.entries(catalogus.afgeleid ?? {})
  if (alle.length === 0) return null
  return (
    <section className="pb-deel" aria-labelledby="afgeleid">
      <Kop niveau={2} id="afgeleid">
        Afgeleide waarden
      </Kop>
      <p className="md-bijtekst">Deze waarden vraagt niemand; ze volgen uit antwoorden.</p>
      <ul className="pb-rijen">
        {alle.map(([sleutel, a]) => {
          const naam = (waarde: string) => waardenVan(a.waarden).find((w) => w.id === waarde)?.tekst ?? waarde
          return (
            <li key={sleutel} id={`afgeleid-${sleutel}`} tabIndex={-1} className="pb-rij">
              <p>
                <strong>{a.tekst}</strong> <EisChips eisen={a.eisen ?? []} />
              </p>
              <dl className="pb-afgeleid">
                {a.rijen.map((rij, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: de rijen liggen vast.
                  <div key={i}>
                    <dt>{naam(rij.dan)}</dt>
                    <dd>
                      {rij.tekst && <p>{rij.tekst}</p>}
                      <Voorwaardeblok voorwaarde={rij.als} anders="in alle andere gevallen" />
                      <EisChips eisen={rij.eisen ?? []} />
                    </dd>
                  </div>
                ))}
              </dl>
              {a.overschrijfbaar && <p className="md-bijtekst">De consulent mag hiervan afwijken, met een motivering.</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
