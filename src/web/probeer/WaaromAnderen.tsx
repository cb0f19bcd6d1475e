import { useMemo } from 'react'
import type { WaaromNiet } from '#core/advies/advies.ts'
import { vindUitspraak } from '#core/catalogus/naslag.ts'
import { EisChip } from '#web/onderdelen/EisChip.tsx'
import { gaNaarVraag, gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { antwoordTekst, productNaam, vraagNaam } from '#web/probeer/woorden.ts'

/** Per ander product: wat er niet past, en de kleinste verandering waarmee het wel zou passen. */
export function WaaromAnderen({ tabel }: { tabel: string }) {
  const { catalogus, adviseur, geval } = gebruikProbeer()
  const anderen = useMemo(() => adviseur.waaromNiet(tabel, geval), [adviseur, tabel, geval])
  return (
    <ul className="probeer-anderen">
      {anderen.map((w) => (
        <li key={w.product}>
          <h4>{productNaam(catalogus, w.product)}</h4>
          <Bezwaren waarom={w} />
          <Wijzigingen waarom={w} />
        </li>
      ))}
    </ul>
  )
}

function Bezwaren({ waarom }: { waarom: WaaromNiet }) {
  const { catalogus } = gebruikProbeer()
  const niet = waarom.redenen.filter((r) => r.oordeel === 'niet_voldaan')
  const open = waarom.redenen.length - niet.length
  if (niet.length === 0 && open === 0) return <p>Geen uitspraak staat dit product in de weg; een eerdere rij van de tabel beslist.</p>
  return (
    <>
      {niet.length > 0 && (
        <p>
          Past niet:{' '}
          {niet.map((r) => (
            <span key={r.eis} className="probeer-bezwaar">
              {vindUitspraak(catalogus, r.eis)?.tekst ?? 'uitspraak'} <EisChip eis={r.eis} />{' '}
            </span>
          ))}
        </p>
      )}
      {open > 0 && (
        <p className="md-bijtekst">
          Nog niet te zeggen voor {open === 1 ? 'één uitspraak' : `${open} uitspraken`}: het antwoord ontbreekt.
        </p>
      )}
    </>
  )
}

function Wijzigingen({ waarom }: { waarom: WaaromNiet }) {
  const { catalogus } = gebruikProbeer()
  if (waarom.wijzigingen === null) return <p>Met deze tabel komt dit product nooit uit.</p>
  if (waarom.wijzigingen.length === 0) return null
  return (
    <>
      <p>Zou passen als:</p>
      <ul className="probeer-wijzigingen">
        {waarom.wijzigingen.map((w) => {
          const vraag = catalogus.vragen[w.vraag]
          return (
            <li key={w.vraag}>
              <button type="button" className="bewaar-tekstknop" onClick={() => gaNaarVraag(w.vraag)}>
                {vraagNaam(catalogus, w.vraag)}
              </button>{' '}
              <strong>{w.naar}</strong> is{' '}
              <span className="md-bijtekst">(nu {vraag ? antwoordTekst(vraag, w.van) : 'nog niet bekend'})</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
