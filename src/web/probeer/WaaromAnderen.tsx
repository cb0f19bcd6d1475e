import { useMemo } from 'react'
import type { Reden, WaaromNiet } from '#core/advies/advies.ts'
import { vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { EisChip } from '#web/onderdelen/EisChip.tsx'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import { gaNaarVraag, gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { antwoordTekst, productNaam, vraagNaam } from '#core/advies/woorden.ts'

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

/** Voorop wat het verschil maakt: de uitspraken op vragen die anders beantwoord het product wel zouden geven. */
function Bezwaren({ waarom }: { waarom: WaaromNiet }) {
  const niet = waarom.redenen.filter((r) => r.oordeel === 'niet_voldaan')
  const open = waarom.redenen.length - niet.length
  const telt = niet.filter((r) => waarom.wijzigingen?.some((w) => w.vraag === r.vraag))
  const eerst = telt.length > 0 ? telt : niet
  const rest = niet.filter((r) => !eerst.includes(r))
  if (niet.length === 0 && open === 0) return <p>Geen uitspraak staat dit product in de weg; een eerdere rij van de tabel beslist.</p>
  return (
    <>
      <Bezwaarlijst label="Past niet" redenen={eerst} />
      {rest.length > 0 && (
        <details className="probeer-uitleg">
          <summary>
            {rest.length === 1 ? 'Nog één uitspraak die niet voldaan is' : `Nog ${rest.length} uitspraken die niet voldaan zijn`}
          </summary>
          <Bezwaarlijst label="Ook niet voldaan" redenen={rest} />
        </details>
      )}
      {open > 0 && (
        <p className="md-bijtekst">
          Nog niet te zeggen voor {open === 1 ? 'één uitspraak' : `${open} uitspraken`}: het antwoord ontbreekt.
        </p>
      )}
    </>
  )
}

function Bezwaarlijst({ label, redenen }: { label: string; redenen: readonly Reden[] }) {
  const { catalogus } = gebruikProbeer()
  if (redenen.length === 0) return null
  return (
    <ul className="probeer-bezwaren" aria-label={label}>
      {redenen.map((r) => (
        <li key={r.eis}>
          <span aria-hidden="true" className="probeer-teken">
            <Icoon naam="kruis" tekst />
          </span>
          <span>
            {vindUitspraak(catalogus, r.eis)?.tekst ?? 'Uitspraak uit de bron.'} <EisChip eis={r.eis} />
          </span>
        </li>
      ))}
    </ul>
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
