import { useEffect, useState } from 'react'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { Knop } from './Knop.tsx'
import { meldAan } from './LiveRegio.tsx'
import { Probleemmelding } from './Probleemmelding.tsx'

const ZICHTBAAR_MS = 30_000
const gesluierd = '•••• •• •••'

/**
 * Een BSN, gesluierd. Tonen is een handeling die wordt vastgelegd; daarom haalt `toon` het pas dan bij de server. Na dertig seconden,
 * of als u naar een ander tabblad gaat, is het weer gesluierd.
 */
export function BsnTonen({ toon }: { toon: () => Promise<string> }) {
  const [bsn, zetBsn] = useState<string | null>(null)
  const [bezig, zetBezig] = useState(false)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  useEffect(() => {
    if (bsn === null) return
    const verberg = () => zetBsn(null)
    const klok = setTimeout(verberg, ZICHTBAAR_MS)
    const bijWegkijken = () => document.visibilityState === 'hidden' && verberg()
    document.addEventListener('visibilitychange', bijWegkijken)
    return () => {
      clearTimeout(klok)
      document.removeEventListener('visibilitychange', bijWegkijken)
    }
  }, [bsn])
  const doe = async () => {
    if (bsn !== null) return zetBsn(null)
    if (bezig) return
    zetBezig(true)
    zetProbleem(null)
    try {
      zetBsn(await toon())
      meldAan('Het BSN is zichtbaar, dertig seconden lang.')
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    } finally {
      zetBezig(false)
    }
  }
  return (
    <span className="md-bsn">
      <span className="md-bsn__cijfers">
        {bsn === null ? (
          <>
            <span aria-hidden="true">{gesluierd}</span>
            <span className="md-onzichtbaar">BSN niet zichtbaar</span>
          </>
        ) : (
          `${bsn.slice(0, 4)} ${bsn.slice(4, 6)} ${bsn.slice(6)}`
        )}
      </span>
      <Knop soort="stil" opKlik={() => void doe()}>
        {bsn === null ? 'BSN tonen' : 'BSN verbergen'}
      </Knop>
      <span className="md-bijtekst">Tonen wordt vastgelegd.</span>
      {probleem && <Probleemmelding probleem={probleem} />}
    </span>
  )
}
