import { useId, useRef, useState } from 'react'
import type { Vraag } from '#core/catalogus/vorm.ts'
import { getalTekst, leesGetal, weetIkNiet } from '#core/advies/woorden.ts'

type Eigenschappen = {
  readonly vraag: Vraag & { soort: 'getal' }
  readonly label: string
  readonly beschrijving?: string
  readonly waarde: number | null
  readonly kies: (waarde: number | null) => void
}

/** Een getal met eenheid. Wat al klopt telt meteen mee; een fout verschijnt pas als iemand het veld verlaat. */
export function Getalvraag({ vraag, label, beschrijving, waarde, kies }: Eigenschappen) {
  const [tekst, zetTekst] = useState(waarde === null ? '' : getalTekst(waarde))
  const [fout, zetFout] = useState<string | null>(null)
  const [vorige, zetVorige] = useState(waarde)
  const veld = useRef<HTMLInputElement>(null)
  const id = useId()
  // Van buiten veranderd (voorbeeld geladen, teruggedraaid): het veld volgt, tenzij het al hetzelfde getal toont.
  if (waarde !== vorige) {
    zetVorige(waarde)
    const gelezen = leesGetal(vraag, tekst)
    if (('getal' in gelezen ? gelezen.getal : null) !== waarde) {
      zetTekst(waarde === null ? '' : getalTekst(waarde))
      zetFout(null)
    }
  }
  const typ = (nieuw: string) => {
    zetTekst(nieuw)
    const gelezen = leesGetal(vraag, nieuw)
    if (!('fout' in gelezen)) zetFout(null)
    kies('getal' in gelezen ? gelezen.getal : null)
  }
  const verlaat = () => {
    const gelezen = leesGetal(vraag, tekst)
    zetFout('fout' in gelezen ? gelezen.fout : null)
  }
  return (
    <div className="probeer-getal" role="group" aria-labelledby={label} aria-describedby={beschrijving}>
      <span className="probeer-getal-veld">
        <input
          ref={veld}
          className="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={tekst}
          aria-labelledby={vraag.eenheid ? `${label} ${id}-eenheid` : label}
          aria-invalid={fout !== null}
          aria-describedby={fout ? `${id}-fout` : undefined}
          onChange={(e) => typ(e.target.value)}
          onBlur={verlaat}
        />
        {vraag.eenheid && <span id={`${id}-eenheid`}>{vraag.eenheid}</span>}
      </span>
      <label className="probeer-vink" data-onbekend>
        <input
          type="checkbox"
          checked={waarde === null && fout === null && tekst === ''}
          onChange={(e) => (e.target.checked ? typ('') : veld.current?.focus())}
        />
        <span>{weetIkNiet}</span>
      </label>
      {/* Staat er altijd: de plek voor een fout is vrij, ook als er geen is. */}
      <p className="md-veldfout" id={`${id}-fout`}>
        {fout && (
          <>
            <span aria-hidden="true">! </span>
            {fout}
          </>
        )}
      </p>
    </div>
  )
}
