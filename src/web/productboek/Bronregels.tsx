import type { Passage } from '#core/catalogus/uitleg/naslag.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'

type Props = { regels: readonly string[]; passages: readonly Passage[]; doel: number | null }

/** Alle regels van een document. Bij de eerste regel van een passage staan de nummers van de uitspraken. */
export function Bronregels({ regels, passages, doel }: Props) {
  const begint = new Map<number, Passage[]>()
  for (const p of passages) begint.set(p.van, [...(begint.get(p.van) ?? []), p])
  const gedekt = new Set(passages.flatMap((p) => Array.from({ length: p.tot - p.van + 1 }, (_, i) => p.van + i)))
  return (
    <table className="pb-bron">
      <caption className="md-onzichtbaar">Tekst van het document, met regelnummers en de uitspraken die erop rusten</caption>
      <thead className="md-onzichtbaar">
        <tr>
          <th scope="col">Regel</th>
          <th scope="col">Tekst</th>
          <th scope="col">Uitspraken</th>
        </tr>
      </thead>
      <tbody>
        {regels.map((tekst, i) => {
          const nummer = i + 1
          const hier = begint.get(nummer) ?? []
          const klasse = [gedekt.has(nummer) && 'pb-bron__gedekt', hier.length > 0 && 'pb-bron__begin', doel === nummer && 'pb-bron__doel']
            .filter(Boolean)
            .join(' ')
          return (
            <tr key={nummer} id={`regel-${nummer}`} tabIndex={-1} className={klasse || undefined}>
              <td className="pb-bron__nummer">{nummer}</td>
              <td className="pb-bron__tekst">{tekst}</td>
              <td className="pb-bron__eisen">
                {hier.map((p) => (
                  <span key={`${p.tot}-${p.eisen[0]}`} className="pb-bron__passage">
                    {p.tot > p.van && (
                      <span className="pb-bron__bereik">
                        {p.van}–{p.tot}
                      </span>
                    )}
                    <EisChips eisen={p.eisen} />
                  </span>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
