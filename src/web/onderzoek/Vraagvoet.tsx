import { useEffect, useRef, useState } from 'react'
import { bezoeksoorten } from '#core/dossier/onderzoek.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'
import { Vraaggeschiedenis } from './Vraaggeschiedenis.tsx'

/** Onder een vraag: wie het zei en wanneer, of het bewaard is, en daaronder toelichting, bron en dag. De eerste regel staat er altijd. */
export function Vraagvoet({ vraag }: { vraag: string }) {
  const { antwoorden, rij } = gebruikOnderzoekstand()
  const [open, zetOpen] = useState(false)
  const nu = antwoorden[`antwoord:${vraag}`]
  const fout = rij.geweigerd[`antwoord:${vraag}`]
  return (
    <>
      <details className="ond-voet" open={open} onToggle={(e) => zetOpen(e.currentTarget.open)}>
        <summary>
          <span className="ond-voet-regel">
            <Herkomst vraag={vraag} />
          </span>
          <span className="ond-voet-knop">
            Toelichting<span className="md-onzichtbaar"> en bron bij deze vraag</span>
          </span>
        </summary>
        {open && <Velden vraag={vraag} />}
      </details>
      {/* Buiten het vak: wat in een dicht vak staat, is niet te zien. */}
      {fout && <p className="ond-toelichting md-veldfout">{fout}</p>}
      {!open && nu?.toelichting && <p className="ond-toelichting">{nu.toelichting}</p>}
    </>
  )
}

function Herkomst({ vraag }: { vraag: string }) {
  const { antwoorden, rij, onderzoek } = gebruikOnderzoekstand()
  const sleutel = `antwoord:${vraag}`
  const nu = antwoorden[sleutel]
  if (!nu) return <>Nog niet gevraagd</>
  const bezoek = onderzoek.bezoeken.find((b) => b.id === nu.bezoek)
  const soort = bezoek ? bezoeksoorten[bezoek.soort as keyof typeof bezoeksoorten]?.toLowerCase() : null
  const delen = [
    'gegevenDoor' in nu ? nu.gegevenDoor.naam : 'u',
    schrijfDatum(nu.datum),
    bezoek?.ingetrokken ? `${soort}, later ingetrokken` : soort,
    nu.bron && `bron: ${nu.bron}`,
  ]
  const wacht = sleutel in rij.wacht || !('id' in nu)
  return (
    <>
      {wacht && (
        <>
          <Icoon naam="half" tekst />
          <span className="md-onzichtbaar">nog niet opgeslagen, </span>
        </>
      )}{' '}
      {delen.filter(Boolean).join(' · ')}
    </>
  )
}

function Velden({ vraag }: { vraag: string }) {
  const { antwoorden, licht, onderzoek, vandaag } = gebruikOnderzoekstand()
  const nu = antwoorden[`antwoord:${vraag}`]
  const toelichting = gebruikUitgesteld(nu?.toelichting ?? '', (t) => licht(vraag, { toelichting: t.trim() }))
  const bron = gebruikUitgesteld(nu?.bron ?? '', (t) => licht(vraag, { bron: t.trim() }))
  const geldigeDag = (d: string) => /^\d{4}-\d{2}-\d{2}$/.test(d) && d <= vandaag
  const datum = gebruikUitgesteld(nu?.datum ?? vandaag, (d) => geldigeDag(d) && licht(vraag, { datum: d }))
  return (
    <div className="ond-velden">
      <Tekstvlak
        label="Toelichting"
        optioneel
        regels={2}
        hoogstens={4000}
        waarde={toelichting.tekst}
        opWijzig={toelichting.typ}
        opVerlaat={toelichting.lever}
      />
      <div className="ond-velden-naast">
        <Tekstveld
          label="Bron"
          uitleg="Wie of wat zegt dit?"
          optioneel
          hoogstens={200}
          waarde={bron.tekst}
          opWijzig={bron.typ}
          opVerlaat={bron.lever}
        />
        <Datumveld
          label="Op welke dag"
          uitleg="De dag waarop dit zo was of verteld werd."
          waarde={datum.tekst}
          opWijzig={datum.typ}
          opVerlaat={datum.lever}
          fout={datum.tekst > vandaag && /^\d{4}-/.test(datum.tekst) ? 'Deze dag moet nog komen.' : undefined}
        />
      </div>
      <Vraaggeschiedenis onderzoek={onderzoek.id} vraag={vraag} />
    </div>
  )
}

const TYPRUST_MS = 2_000

/** Tekst gaat mee als iemand het veld verlaat of even stopt, niet letter voor letter; ook wie wegklikt raakt niets kwijt. */
function gebruikUitgesteld(waarde: string, lever: (tekst: string) => void) {
  const [tekst, zet] = useState(waarde)
  const [basis, zetBasis] = useState(waarde)
  const laatste = useRef({ tekst, basis, lever })
  laatste.current = { tekst, basis, lever }
  if (waarde !== basis) {
    zetBasis(waarde)
    if (tekst === basis) zet(waarde)
  }
  const nu = useRef(() => {
    const { tekst: t, basis: b, lever: l } = laatste.current
    if (t !== b) l(t)
  })
  useEffect(() => {
    if (tekst === basis) return
    const klok = setTimeout(() => nu.current(), TYPRUST_MS)
    return () => clearTimeout(klok)
  }, [tekst, basis])
  useEffect(() => () => nu.current(), [])
  return { tekst, typ: zet, lever: nu.current }
}
