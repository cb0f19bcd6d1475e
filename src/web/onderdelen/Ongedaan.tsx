import { useEffect, useState } from 'react'
import { alsProbleem } from '../api/probleem.ts'
import { gebruikSneltoets } from '../kader/Sneltoetsen.tsx'
import { Icoon } from './Icoon.tsx'
import { gebruikToasts, sluitToast, type Toast, toonToast } from './toast.ts'

/** Hoe lang een toast blijft; zolang iemand hem aanwijst of er focus op heeft, telt de tijd niet. */
const BLIJFT_MS = 20_000

/** De plek waar toasts verschijnen; staat één keer in het kader. Toon er een met `meldOngedaan` of `toonToast`. */
export function Ongedaan() {
  const toasts = gebruikToasts()
  return (
    <div className="md-toasts">
      {toasts.map((t) => (
        <Toastje key={t.id} toast={t} laatste={t === toasts.at(-1)} />
      ))}
    </div>
  )
}

function Toastje({ toast, laatste }: { toast: Toast; laatste: boolean }) {
  const [vast, zetVast] = useState(false)
  useEffect(() => {
    if (vast) return
    const klok = setTimeout(() => sluitToast(toast.id), BLIJFT_MS)
    return () => clearTimeout(klok)
  }, [vast, toast.id])
  const doe = async () => {
    sluitToast(toast.id)
    try {
      await toast.actie?.doe()
    } catch (fout) {
      toonToast({ tekst: `Niet gelukt. ${alsProbleem(fout).titel}.` })
    }
  }
  return (
    <fieldset
      className="md-toast"
      aria-label="Mededeling"
      onPointerEnter={() => zetVast(true)}
      onPointerLeave={() => zetVast(false)}
      onFocus={() => zetVast(true)}
      onBlur={() => zetVast(false)}
    >
      <span className="md-toast__tekst">{toast.tekst}</span>
      {toast.actie && (
        <button type="button" className="md-toast__knop" onClick={() => void doe()}>
          {toast.actie.naam}
        </button>
      )}
      {toast.actie && laatste && <Toets naam={toast.actie.naam} doe={() => void doe()} />}
      <button type="button" className="md-toast__sluit" onClick={() => sluitToast(toast.id)}>
        <Icoon naam="kruis" />
        <span className="md-onzichtbaar">Mededeling sluiten</span>
      </button>
    </fieldset>
  )
}

function Toets({ naam, doe }: { naam: string; doe: () => void }) {
  gebruikSneltoets('z', naam, doe)
  return null
}
