import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { labelVan } from '#core/dossier/gebeurtenislabel.ts'
import type { Gebeurtenissoort } from '#core/dossier/gebeurtenissoorten.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { meldOngedaan } from '../onderdelen/toast.ts'
import type { Gebeurtenisbeeld, VolledigeIndicatie } from './beeld.ts'
import { daguitleg, mogelijk, veldenVan } from './gebeurtenisvelden.ts'
import { legVast } from './handelingen.ts'

export type Opdracht =
  | { readonly wat: 'nieuw'; readonly soort: string; readonly datum: string }
  | { readonly wat: 'verbeter' | 'vervallen'; readonly feit: Gebeurtenisbeeld }

type Eigenschappen = {
  readonly indicatie: VolledigeIndicatie
  readonly opdracht: Opdracht
  readonly vandaag: string
  readonly klaar: () => void
}

/** Eén feit vastleggen, verbeteren of laten vervallen. Wat er stond blijft te lezen. */
export function Gebeurtenisformulier({ indicatie, opdracht, vandaag, klaar }: Eigenschappen) {
  const client = useQueryClient()
  const sleutel = useRef(nieuweSleutel())
  const kop = useRef<HTMLHeadingElement>(null)
  useEffect(() => kop.current?.focus(), [])
  const f = gebruikFormulier({
    id: `gebeurtenis-${indicatie.id}-${opdracht.wat === 'nieuw' ? 'nieuw' : opdracht.feit.id}-${opdracht.wat}`,
    begin: beginVan(opdracht, vandaag),
    verstuur: async ({ soort, datum, gegevens }) => {
      const eigen = veldenVan(soort).flatMap(({ naam }) => (gegevens[naam]?.trim() ? [[naam, gegevens[naam]] as const] : []))
      const opgave = { soort, datum, gegevens: Object.fromEntries(eigen), ...(opdracht.wat !== 'nieuw' && { vervangt: opdracht.feit.id }) }
      const daarna = await legVast(client, indicatie.id, opgave, sleutel.current).catch((fout: unknown) => {
        sleutel.current = nieuweSleutel()
        throw fout
      })
      klaar()
      // Wat net is vastgelegd is het jongste feit; ongedaan maken is: het laten vervallen.
      const nieuw = daarna.gebeurtenissen.filter((g) => g.soort === soort && g.geldt).sort((a, b) => (a.id < b.id ? 1 : -1))[0]
      if (opdracht.wat === 'nieuw' && nieuw)
        meldOngedaan('Vastgelegd.', () =>
          legVast(client, indicatie.id, {
            soort: 'vervallen',
            datum: vandaag,
            gegevens: { reden: 'Meteen ongedaan gemaakt.' },
            vervangt: nieuw.id,
          }),
        )
    },
  })
  const { soort } = f.waarden
  const titel = { nieuw: 'Vastleggen wat er gebeurde', verbeter: `Verbeteren: ${label(soort)}`, vervallen: 'Laten vervallen' }[opdracht.wat]
  return (
    <form className="md-deel ind-formulier" noValidate onSubmit={(e) => void f.verstuur(e)} aria-labelledby="ind-formulierkop">
      <h2 id="ind-formulierkop" ref={kop} tabIndex={-1}>
        {titel}
      </h2>
      {opdracht.wat !== 'nieuw' && <p className="md-bijtekst">Het oude feit blijft te lezen, met een streep erdoor.</p>}
      <Foutoverzicht formulier={f} />
      <Conceptmelding formulier={f} />
      {opdracht.wat === 'nieuw' && (
        <Keuzelijst label="Wat gebeurde er" leeg="Kies" opties={mogelijk(indicatie.stand)} {...f.veld('/soort')} />
      )}
      <Datumveld label="Dag" {...f.veld('/datum')} uitleg={daguitleg(soort)} />
      {veldenVan(soort).map((v) =>
        v.soort === 'keuze' ? (
          <Keuzelijst key={v.naam} label={v.label} leeg="Kies" opties={v.opties} {...f.veld(`/gegevens/${v.naam}`)} />
        ) : v.soort === 'regel' ? (
          <Tekstveld key={v.naam} label={v.label} hoogstens={300} optioneel={v.optioneel} {...f.veld(`/gegevens/${v.naam}`)} />
        ) : (
          <Tekstvlak key={v.naam} label={v.label} optioneel={v.optioneel} {...f.veld(`/gegevens/${v.naam}`)} />
        ),
      )}
      <div className="md-knoppen">
        <Knop soort="primair" type="submit">
          {opdracht.wat === 'vervallen' ? 'Laat vervallen' : 'Leg vast'}
        </Knop>
        <Knop soort="stil" opKlik={klaar}>
          Toch niet
        </Knop>
      </div>
    </form>
  )
}

const label = (soort: string) => labelVan(soort as Gebeurtenissoort)

function beginVan(o: Opdracht, vandaag: string): { soort: string; datum: string; gegevens: Record<string, string> } {
  if (o.wat === 'nieuw') return { soort: o.soort, datum: o.datum || vandaag, gegevens: {} }
  if (o.wat === 'vervallen') return { soort: 'vervallen', datum: vandaag, gegevens: {} }
  const teksten = Object.entries(o.feit.gegevens).map(([k, w]) => [k, typeof w === 'string' ? w : ''] as const)
  return { soort: o.feit.soort, datum: o.feit.datum, gegevens: Object.fromEntries(teksten) }
}
