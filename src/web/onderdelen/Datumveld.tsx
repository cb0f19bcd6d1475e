import { useEffect, useId, useState } from 'react'
import { leesDatuminvoer, schrijfDatuminvoer } from '../formulier/datuminvoer.ts'
import { beschrijving, Veldkader, type Veldtekst } from './Veldkader.tsx'

type DatumveldProps = Veldtekst & {
  id?: string
  /** JJJJ-MM-DD, leeg, of wat iemand typte zolang het nog geen datum is. */
  waarde: string
  /** Geeft JJJJ-MM-DD zodra het een datum is; anders de tekst zelf, zodat niets verloren gaat. */
  opWijzig: (waarde: string) => void
  opVerlaat?: () => void
}

/** Datum als dd-mm-jjjj, te typen en te plakken in elke gewone schrijfwijze. Bij het verlaten staat hij er netjes. */
export function Datumveld(p: DatumveldProps) {
  const eigenId = useId()
  const id = p.id ?? eigenId
  const [tekst, zetTekst] = useState(() => schrijfDatuminvoer(p.waarde))
  const [eigenFout, zetEigenFout] = useState<string>()
  useEffect(() => {
    // Een waarde van buiten (een concept, een keuze in een conflict) komt in het veld; wat net getypt is blijft staan.
    zetTekst((nu) => (waardeVan(nu) === p.waarde ? nu : schrijfDatuminvoer(p.waarde)))
  }, [p.waarde])
  const wijzig = (nieuw: string) => {
    zetTekst(nieuw)
    zetEigenFout(undefined)
    p.opWijzig(waardeVan(nieuw))
  }
  const verlaat = () => {
    const gelezen = leesDatuminvoer(tekst)
    zetEigenFout(gelezen.ok ? undefined : gelezen.fout)
    if (gelezen.ok) zetTekst(schrijfDatuminvoer(gelezen.value ?? ''))
    p.opVerlaat?.()
  }
  const fout = p.fout ?? eigenFout
  const uitleg = p.uitleg ?? 'Bijvoorbeeld 31-12-2026'
  return (
    <Veldkader id={id} label={p.label} uitleg={uitleg} fout={fout} optioneel={p.optioneel}>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className={`utrecht-textbox utrecht-textbox--html-input md-breedte--datum${fout ? ' utrecht-textbox--invalid' : ''}`}
        value={tekst}
        aria-required={!p.optioneel}
        aria-invalid={fout ? true : undefined}
        aria-describedby={beschrijving(id, { uitleg, fout })}
        onChange={(e) => wijzig(e.target.value)}
        onBlur={verlaat}
      />
    </Veldkader>
  )
}

function waardeVan(tekst: string): string {
  const gelezen = leesDatuminvoer(tekst)
  return gelezen.ok ? (gelezen.value ?? '') : tekst
}
