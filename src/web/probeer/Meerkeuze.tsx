import { weetIkNiet } from '#core/advies/woorden.ts'

type Eigenschappen = {
  readonly label: string
  readonly beschrijving?: string
  readonly keuzes: readonly { id: string; tekst: string }[]
  readonly waarde: readonly string[] | null
  readonly kies: (waarde: readonly string[] | null) => void
}

/**
 * Vinkjes met twee rustige uitwegen: "geen van deze" is een bekend, leeg antwoord; "weet ik niet" is onbekend.
 * Het laatste vinkje weghalen zegt niet dat er niets is: dan is het antwoord weer onbekend.
 */
export function Meerkeuze({ label, beschrijving, keuzes, waarde, kies }: Eigenschappen) {
  const wissel = (id: string, aan: boolean) => {
    const nu = waarde ?? []
    const volgende = keuzes.map((k) => k.id).filter((k) => (k === id ? aan : nu.includes(k)))
    kies(volgende.length === 0 ? null : volgende)
  }
  return (
    <div className="probeer-meerkeuze" role="group" aria-labelledby={label} aria-describedby={beschrijving}>
      {keuzes.map((k) => (
        <label key={k.id} className="probeer-vink">
          <input type="checkbox" checked={waarde?.includes(k.id) ?? false} onChange={(e) => wissel(k.id, e.target.checked)} />
          <span>{k.tekst}</span>
        </label>
      ))}
      <div className="probeer-meerkeuze-rest">
        <label className="probeer-vink">
          <input type="checkbox" checked={waarde?.length === 0} onChange={(e) => kies(e.target.checked ? [] : null)} />
          <span>geen van deze</span>
        </label>
        <label className="probeer-vink" data-onbekend>
          <input type="checkbox" checked={waarde === null} onChange={() => kies(null)} />
          <span>{weetIkNiet}</span>
        </label>
      </div>
    </div>
  )
}
