import { type ReactNode, useId } from 'react'

type Props = {
  /** Wat er op de knop staat, en wat een schermlezer voorleest. */
  children: ReactNode
  /** Welke bestanden er te kiezen zijn, zoals `.yaml,.yml`. */
  soorten: string
  opKies: (bestand: File) => void
  beschrijving?: string
}

/**
 * Een bestand kiezen met onze eigen knop. Het veld van de browser is er wel, maar niet te zien: dat zegt "Choose file" in de taal van de
 * browser. De knop is zijn label, dus muis, toetsenbord en schermlezer bedienen het veld zelf.
 */
export function Bestandsknop({ children, soorten, opKies, beschrijving }: Props) {
  const id = useId()
  return (
    <span className="md-bestandsknop">
      <input
        id={id}
        type="file"
        className="md-onzichtbaar"
        accept={soorten}
        aria-describedby={beschrijving}
        onChange={(e) => {
          const [bestand] = e.target.files ?? []
          if (bestand) opKies(bestand)
          // Ook wie hetzelfde bestand na een verbetering nog eens kiest, moet het geladen krijgen.
          e.target.value = ''
        }}
      />
      <label htmlFor={id} className="nl-button nl-button--secondary">
        <span className="nl-button__label">{children}</span>
      </label>
    </span>
  )
}
