import { useEffect, useRef, useState } from 'react'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { Knop } from './Knop.tsx'
import { meldAan } from './LiveRegio.tsx'
import { Probleemmelding } from './Probleemmelding.tsx'
import { Redenvraag } from './Redenvraag.tsx'

const ZICHTBAAR_MS = 30_000
const gesluierd = '•••• •• •••'

type Props = {
  toon: (reden: string | null) => Promise<string>
  /** De vraag waarvoor het nummer nodig is. Zonder vraag toont de knop het meteen. */
  vraag?: string
}

/**
 * Een BSN, gesluierd. Tonen is een handeling die wordt vastgelegd; daarom haalt `toon` het pas dan bij de server. Na dertig seconden,
 * of als u naar een ander tabblad gaat, is het weer gesluierd.
 */
export function BsnTonen({ toon, vraag }: Props) {
  const [bsn, zetBsn] = useState<string | null>(null)
  const [bezig, zetBezig] = useState(false)
  const [vraagt, zetVraagt] = useState(false)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const knop = useRef<HTMLButtonElement>(null)
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
  const haal = async (reden: string | null) => {
    zetBsn(await toon(reden))
    meldAan('Het BSN is zichtbaar, dertig seconden lang.')
  }
  /** De vraag verdwijnt; de focus gaat terug naar de knop die haar opende. */
  const sluit = () => {
    zetVraagt(false)
    knop.current?.focus()
  }
  const doe = async () => {
    if (bsn !== null) return zetBsn(null)
    if (vraag) return zetVraagt(!vraagt)
    if (bezig) return
    zetBezig(true)
    zetProbleem(null)
    try {
      await haal(null)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    } finally {
      zetBezig(false)
    }
  }
  return (
    <div className="md-bsn">
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
      <Knop ref={knop} soort="stil" uitgeklapt={vraag && bsn === null ? vraagt : undefined} opKlik={() => void doe()}>
        {bsn === null ? 'BSN tonen' : 'BSN verbergen'}
      </Knop>
      {vraag && vraagt ? (
        <Redenvraag label={vraag} toon={(reden) => haal(reden).then(sluit)} toch={sluit} />
      ) : (
        <span className="md-bijtekst">Tonen wordt vastgelegd.</span>
      )}
      {probleem && <Probleemmelding probleem={probleem} />}
    </div>
  )
}
