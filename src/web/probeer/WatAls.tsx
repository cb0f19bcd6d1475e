import { useId, useMemo, useState } from 'react'
import type { Antwoord } from '#core/advies/advies.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import { themasMetVragen } from '#web/probeer/afgeleid-plaats.ts'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { beantwoord, keuzeVan } from '#web/probeer/situatie.ts'
import { antwoordTekst, keuzesVan, leesGetal, vraagNaam, weetIkNiet } from '#core/advies/woorden.ts'
import { metAntwoord, vergelijkAdvies } from '#web/probeer/wat-als.ts'

/** Eén antwoord anders proberen zonder iets te bewaren. */
export function WatAls() {
  const { catalogus, bewaard, situatie, geval, adviseur } = gebruikProbeer()
  const [vraag, zetVraag] = useState('')
  const [tekst, zetTekst] = useState('')
  const id = useId()
  const gekozen = catalogus.vragen[vraag]
  const antwoord = gekozen ? leesKeuze(gekozen, tekst) : undefined
  const verschillen = useMemo(() => {
    if (!gekozen || antwoord === undefined) return null
    const dan = leesGeval(catalogus, metAntwoord(catalogus, geval, vraag, antwoord), keuzeVan(situatie))
    return dan.ok ? vergelijkAdvies(catalogus, adviseur, geval, dan.value) : null
  }, [catalogus, adviseur, situatie, geval, vraag, gekozen, antwoord])
  const kiesVraag = (nieuw: string) => {
    zetVraag(nieuw)
    zetTekst('')
  }
  return (
    <details className="probeer-watals">
      <summary>Wat als…</summary>
      <p className="md-bijtekst">Verander één antwoord om te zien wat er gebeurt. Er wordt niets bewaard.</p>
      <label htmlFor={`${id}-vraag`}>Vraag</label>
      <select
        id={`${id}-vraag`}
        className="utrecht-select utrecht-select--html-select"
        value={vraag}
        onChange={(e) => kiesVraag(e.target.value)}
      >
        <option value="">Kies een vraag</option>
        {themasMetVragen(catalogus).map((t) => (
          <optgroup key={t.id} label={t.titel}>
            {t.vragen.map((v) => (
              <option key={v} value={v}>
                {vraagNaam(catalogus, v)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {gekozen && (
        <>
          <p className="md-bijtekst">Nu: {antwoordTekst(gekozen, geval.antwoorden[vraag])}.</p>
          <label htmlFor={`${id}-antwoord`}>Stel, het antwoord is</label>
          {gekozen.soort === 'getal' ? (
            <input
              id={`${id}-antwoord`}
              className="utrecht-textbox utrecht-textbox--html-input"
              inputMode="decimal"
              value={tekst}
              onChange={(e) => zetTekst(e.target.value)}
            />
          ) : (
            <select
              id={`${id}-antwoord`}
              className="utrecht-select utrecht-select--html-select"
              value={tekst}
              onChange={(e) => zetTekst(e.target.value)}
            >
              <option value="">Kies een antwoord</option>
              {keuzesVan(gekozen).map((k) => (
                <option key={k.id} value={k.id}>
                  {gekozen.soort === 'meerkeuze' ? `alleen ${k.tekst}` : k.tekst}
                </option>
              ))}
              {gekozen.soort === 'meerkeuze' && <option value="()">geen van deze</option>}
              <option value="?">{weetIkNiet}</option>
            </select>
          )}
        </>
      )}
      <div role="status">
        {verschillen?.map((v) => (
          <div key={v.tabel} className="probeer-verschilregel" data-verandert={v.verandert || undefined}>
            <p>
              <strong>{catalogus.tabellen[v.tabel]?.titel ?? v.tabel}:</strong>{' '}
              {v.verandert ? (
                <>
                  <del>{v.nu}</del> <Icoon naam="pijl" tekst /> <ins>{v.dan}</ins>
                </>
              ) : (
                <>blijft {v.nu}</>
              )}
            </p>
            {v.erbij.length > 0 && <p className="md-bijtekst">Erbij: {v.erbij.join(' ')}</p>}
            {v.weg.length > 0 && <p className="md-bijtekst">Vervalt: {v.weg.join(' ')}</p>}
          </div>
        ))}
      </div>
      {gekozen && antwoord !== undefined && (
        <button
          type="button"
          className="nl-button nl-button--secondary"
          onClick={() => {
            bewaard.zet((s) => beantwoord(s, catalogus, vraag, antwoord))
            kiesVraag('')
          }}
        >
          Neem dit antwoord over
        </button>
      )}
    </details>
  )
}

/** `undefined`: nog niets gekozen. */
function leesKeuze(vraag: Parameters<typeof keuzesVan>[0], tekst: string): Antwoord | null | undefined {
  if (tekst === '') return undefined
  if (tekst === '?') return null
  if (vraag.soort === 'meerkeuze') return tekst === '()' ? [] : [tekst]
  if (vraag.soort !== 'getal') return tekst
  const gelezen = leesGetal(vraag, tekst)
  return 'getal' in gelezen ? gelezen.getal : undefined
}
