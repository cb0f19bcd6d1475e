import { type FormEvent, useEffect, useRef, useState } from 'react'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { Knop } from './Knop.tsx'
import { Probleemmelding } from './Probleemmelding.tsx'
import { Tekstveld } from './Tekstveld.tsx'

type Props = {
  label: string
  toon: (reden: string) => Promise<void>
  toch?: () => void
  /** Wat er gebeurt. */
  knop?: string
}

/** Vraagt waarvoor een nummer nodig is, voordat het te zien is; de reden komt in het logboek. De focus staat meteen in het veld. */
export function Redenvraag({ label, toon, toch, knop = 'Toon en leg vast' }: Props) {
  const [reden, zetReden] = useState('')
  const [bezig, zetBezig] = useState(false)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const formulier = useRef<HTMLFormElement>(null)
  const naarVeld = () => formulier.current?.querySelector('input')?.focus()
  useEffect(naarVeld, [])
  const verstuur = async (e: FormEvent) => {
    e.preventDefault()
    if (bezig) return
    zetBezig(true)
    zetProbleem(null)
    try {
      await toon(reden)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
      zetBezig(false)
      naarVeld()
    }
  }
  const fout = probleem?.fouten?.[0]?.tekst
  return (
    <form ref={formulier} className="md-redenvraag" onSubmit={(e) => void verstuur(e)}>
      <Tekstveld
        label={label}
        uitleg="Minstens tien tekens. De inwoner kan dit teruglezen."
        hoogstens={300}
        waarde={reden}
        opWijzig={zetReden}
        fout={fout}
      />
      <span className="md-knoppen">
        <Knop type="submit">{knop}</Knop>
        {toch && (
          <Knop soort="stil" opKlik={toch}>
            Toch niet
          </Knop>
        )}
      </span>
      {probleem && !fout && <Probleemmelding probleem={probleem} />}
    </form>
  )
}
