import { useId, useState } from 'react'
import { Bestandsknop } from './Bestandsknop.tsx'

type Props = {
  label: string
  soorten: string
  /** Krijgt de tekst van het bestand, zodra die gelezen is. */
  opLees: (tekst: string) => void
  /** Groter dan dit aantal bytes wordt niet gelezen. */
  hoogstens: number
}
type Stand = { readonly tekst: string; readonly fout: boolean }

/** Een tekstbestand kiezen; ernaast staat welk bestand er gekozen is, of waarom het niet te lezen was. */
export function Bestandveld({ label, soorten, opLees, hoogstens }: Props) {
  const id = useId()
  const [stand, zetStand] = useState<Stand>({ tekst: 'Nog geen bestand gekozen.', fout: false })
  const kies = async (bestand: File) => {
    if (bestand.size > hoogstens)
      return zetStand({
        tekst: `${bestand.name} is te groot. Kies een bestand van hoogstens ${Math.floor(hoogstens / 1000)} kB.`,
        fout: true,
      })
    try {
      opLees(await bestand.text())
      zetStand({ tekst: `Gekozen: ${bestand.name}`, fout: false })
    } catch {
      // Weg, verplaatst of op slot sinds het gekozen werd.
      zetStand({ tekst: `${bestand.name} is niet te lezen. Kijk of het er nog staat en kies het opnieuw.`, fout: true })
    }
  }
  return (
    <div className="md-bestandveld">
      <Bestandsknop soorten={soorten} opKies={(bestand) => void kies(bestand)} beschrijving={id}>
        {label}
      </Bestandsknop>
      <span id={id} role="status" className={stand.fout ? 'md-veldfout' : 'md-bijtekst'}>
        {stand.tekst}
      </span>
    </div>
  )
}
