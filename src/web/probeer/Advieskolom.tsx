import { useEffect, useId, useState } from 'react'
import { Lezingenpaneel } from '#web/bewaren/Lezingenpaneel.tsx'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import { Adviestabel } from '#web/probeer/Adviestabel.tsx'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { kiesLezing } from '#web/probeer/situatie.ts'
import { aankondiging, uitkomstzin } from '#core/advies/uitkomstzin.ts'
import { WatAls } from '#web/probeer/WatAls.tsx'

/** Het advies naast de vragen. Op een smal scherm een balk onderaan die openklapt. */
export function Advieskolom() {
  const { catalogus, adviezen, bewaard, situatie, inOnderzoek } = gebruikProbeer()
  const [open, zetOpen] = useState(false)
  const id = useId()
  return (
    <aside className="probeer-advies" data-open={open || undefined} aria-label="Advies">
      <button type="button" className="probeer-balk" aria-expanded={open} aria-controls={id} onClick={() => zetOpen(!open)}>
        <span className="probeer-balk-tekst">
          {Object.entries(adviezen).map(([tabel, advies]) => (
            <span key={tabel} className="probeer-balk-regel">
              <span className="probeer-balk-tabel">{catalogus.tabellen[tabel]?.titel ?? tabel}</span>
              <strong>{uitkomstzin(catalogus, tabel, advies).kop}</strong>
            </span>
          ))}
        </span>
        <span aria-hidden="true" className="probeer-balk-pijl">
          <Icoon naam={open ? 'omlaag' : 'omhoog'} />
        </span>
        <span className="md-onzichtbaar">{open ? 'Advies dichtklappen' : 'Advies openklappen'}</span>
      </button>
      <div className="probeer-advies-inhoud" id={id} tabIndex={-1}>
        <h2 className="md-onzichtbaar">Advies</h2>
        {Object.entries(adviezen).map(([tabel, advies]) => (
          <Adviestabel key={tabel} tabel={tabel} advies={advies} sluit={() => zetOpen(false)} />
        ))}
        <WatAls />
        {!inOnderzoek && (
          <Lezingenpaneel
            catalogus={catalogus}
            gemeente={situatie.gemeente}
            werk="advies"
            gekozen={situatie.instellingen}
            kies={(sleutel, waarde) => bewaard.zet((s) => kiesLezing(s, catalogus, sleutel, waarde), `lezing ${sleutel}`)}
          />
        )}
      </div>
      <Aankondiging />
    </aside>
  )
}

/** Zegt een schermlezer rustig wat er veranderde: pas als iemand even stopt met antwoorden, en niet twee keer hetzelfde. */
function Aankondiging() {
  const { catalogus, adviezen, situatie } = gebruikProbeer()
  const tekst = aankondiging(catalogus, adviezen)
  const [gezegd, zeg] = useState('')
  const [eerste] = useState(situatie)
  useEffect(() => {
    if (situatie === eerste) return
    const wacht = setTimeout(() => zeg(tekst), 700)
    return () => clearTimeout(wacht)
  }, [tekst, situatie, eerste])
  return (
    <p role="status" className="md-onzichtbaar">
      {gezegd}
    </p>
  )
}
