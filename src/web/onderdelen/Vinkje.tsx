import { type ReactNode, useId } from 'react'

export function Vinkje({
  tekst,
  aangevinkt,
  opWijzig,
  uitleg,
  id,
}: {
  tekst: ReactNode
  aangevinkt: boolean
  opWijzig: (aan: boolean) => void
  uitleg?: ReactNode
  id?: string
}) {
  const eigenId = useId()
  const veldId = id ?? eigenId
  return (
    <div className="md-vinkje">
      <input
        type="checkbox"
        id={veldId}
        className="utrecht-checkbox utrecht-checkbox--html-input"
        checked={aangevinkt}
        aria-describedby={uitleg ? `${veldId}-uitleg` : undefined}
        onChange={(e) => opWijzig(e.target.checked)}
      />
      <label htmlFor={veldId}>{tekst}</label>
      {uitleg && (
        <div id={`${veldId}-uitleg`} className="md-bijtekst md-vinkje__uitleg">
          {uitleg}
        </div>
      )}
    </div>
  )
}
