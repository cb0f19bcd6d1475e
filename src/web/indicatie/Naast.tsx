import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Voorstel } from '#core/indicatie/voorstellen.ts'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Oordeel } from '../stapeling/Oordeel.tsx'
import { motiveringsleutel } from '../stapeling/stand.ts'
import { maakTijdlijn } from '../stapeling/tijdlijn.ts'
import { Tijdlijnbeeld } from '../stapeling/Tijdlijnbeeld.tsx'
import { type Beoordeling, NIEUW } from './voorstel.ts'

type Eigenschappen = {
  readonly catalogus: Catalogus
  readonly oordeel: Beoordeling
  readonly motiveringen: Readonly<Record<string, string>>
  readonly motiveer: (sleutel: string, tekst: string) => void
  readonly zetPeriode: (van: string, tot: string | undefined) => void
}

/** Wat er al loopt of gepland is, met de nieuwe indicatie ernaast: wat mag, en zo niet, welke twee wegen er zijn. */
export function Naast({ catalogus, oordeel, motiveringen, motiveer, zetPeriode }: Eigenschappen) {
  const navigeer = useNavigate()
  const tijdlijn = useMemo(() => maakTijdlijn(catalogus, oordeel.rijen, oordeel.botsingen), [catalogus, oordeel.rijen, oordeel.botsingen])
  const pasToe = (v: Voorstel) => {
    if (v.indicatie.id === NIEUW) return zetPeriode(v.wordt.van, v.wordt.tot)
    void navigeer(`/indicaties/${v.indicatie.id}?soort=beeindigd&datum=${v.datum}`)
  }
  const stapeling = oordeel.teMotiveren.filter((m) => m.bron === 'stapeling')
  const bij = (m: Parameters<typeof motiveringsleutel>[0] & { van: string }) => `stapeling:${m.code}:${m.producten.join('+')}@${m.van}`
  const opSchermsleutel = (sleutel: string) =>
    oordeel.oordeel?.waarschuwingen
      .filter((m) => motiveringsleutel(m) === sleutel)
      .map(bij)
      .filter((k) => stapeling.some((m) => m.sleutel === k)) ?? []
  const geschreven = Object.fromEntries(
    (oordeel.oordeel?.waarschuwingen ?? []).map((m) => [motiveringsleutel(m), motiveringen[bij(m)] ?? '']),
  )
  return (
    <section className="md-deel" aria-labelledby="ind-stapeling">
      <h2 id="ind-stapeling">Naast wat er al loopt</h2>
      {oordeel.oordeel && oordeel.rijen.length > 0 && (
        <Oordeel
          catalogus={catalogus}
          oordeel={oordeel.oordeel}
          botsingen={oordeel.botsingen}
          motiveringen={geschreven}
          motiveer={(sleutel, tekst) => opSchermsleutel(sleutel).forEach((k) => motiveer(k, tekst))}
          pasToe={pasToe}
        />
      )}
      {tijdlijn ? (
        <Tijdlijnbeeld
          catalogus={catalogus}
          tijdlijn={tijdlijn}
          bewerk={(id) =>
            id === NIEUW
              ? document.querySelector<HTMLElement>('[aria-labelledby="omvang-periode"] input')?.focus()
              : void navigeer(`/indicaties/${id}`)
          }
        />
      ) : (
        <Leeg titel="Er loopt niets">Bij deze inwoner loopt of staat nog niets gepland.</Leeg>
      )}
    </section>
  )
}
