import { useEffect, useState } from 'react'

let luisteraar: ((tekst: string) => void) | null = null

/** Laat een schermlezer iets horen zonder de focus te verplaatsen. Dezelfde tekst twee keer wordt ook twee keer voorgelezen. */
export function meldAan(tekst: string): void {
  luisteraar?.(tekst)
}

/** De ene stille plek voor mededelingen; staat in het kader. */
export function LiveRegio() {
  const [melding, zet] = useState({ tekst: '', keer: 0 })
  useEffect(() => {
    luisteraar = (tekst) => zet((m) => ({ tekst, keer: m.keer + 1 }))
    return () => {
      luisteraar = null
    }
  }, [])
  return (
    <div role="status" aria-live="polite" className="md-onzichtbaar">
      <span key={melding.keer}>{melding.tekst}</span>
    </div>
  )
}
