import { useState } from 'react'
import type { Berichtantwoord, Declaratieregelantwoord } from '#http/api/berichten/vormen.ts'
import { schrijfBedrag } from '../aanbieders/bedrag.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { sleutels } from '../api/sleutels.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Kerngegevens } from '../onderdelen/Kerngegevens.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'

type Declaratie = NonNullable<Berichtantwoord['declaratie']>

type Props = {
  bericht: string
  declaratie: Declaratie
  /** Begin met wat is afgekeurd. */
  alleenAfgekeurd?: boolean
}

/** Een declaratie van welke omvang ook: de totalen, en haar regels een bladzijde tegelijk. Cliënten staan er niet bij. */
export function Declaratie({ bericht, declaratie: d, alleenAfgekeurd = false }: Props) {
  const [alleen, zetAlleen] = useState(alleenAfgekeurd)
  const lijst = gebruikLijst<Declaratieregelantwoord>(`/berichten/${bericht}/declaratieregels`, {
    sleutel: [...sleutels.bericht(bericht), 'declaratieregels'],
    filter: { alleen: alleen ? 'afgekeurd' : null },
  })
  const getal = (n: number) => n.toLocaleString('nl-NL')
  return (
    <>
      <Kerngegevens
        gegevens={[
          { naam: 'Declaratie', waarde: d.nummer },
          { naam: 'Periode', waarde: `${schrijfDatum(d.van)} tot en met ${schrijfDatum(d.tot)}` },
          {
            naam: 'Ingediend',
            waarde: `${schrijfBedrag(d.ingediend)} in ${getal(d.regels)} ${d.regels === 1 ? 'regel' : 'regels'}, over ${getal(d.clienten)} ${d.clienten === 1 ? 'cliënt' : 'cliënten'}`,
          },
          {
            naam: 'Afgekeurd',
            waarde: `${schrijfBedrag(d.afgekeurdBedrag)} in ${getal(d.afgekeurd)} ${d.afgekeurd === 1 ? 'regel' : 'regels'}`,
          },
        ]}
      />
      <Gegevenstabel
        id="declaratieregels"
        bijschrift="Regels"
        kolommen={kolommen}
        lijst={{ ...lijst, telling: { aantal: alleen ? d.afgekeurd : d.regels, meer: false } }}
        sleutel={(r) => String(r.volgnummer)}
        acties={d.afgekeurd > 0 && <Vinkje tekst="Alleen wat is afgekeurd" aangevinkt={alleen} opWijzig={zetAlleen} />}
        leeg={
          <Leeg titel="Er zijn geen regels om te tonen.">
            <p>Van deze declaratie zijn geen regels vastgelegd.</p>
          </Leeg>
        }
      />
    </>
  )
}

/** 2026-09-01 wordt 1-9-2026: in een smalle kolom past geen dag in woorden. */
const kort = (dag: string): string => dag.split('-').map(Number).reverse().join('-')

function Redenen({ redenen }: Pick<Declaratieregelantwoord, 'redenen'>) {
  return (
    <ul className="br-redenen">
      {redenen.map((r) => (
        <li key={`${r.code} ${r.regel}`}>
          {r.tekst} <span className="md-bijtekst">{[r.code, r.regel].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}

const kolommen: readonly Kolom<Declaratieregelantwoord>[] = [
  { sleutel: 'regel', kop: 'Regel', cel: (r) => r.referentie },
  {
    sleutel: 'stand',
    kop: 'Stand',
    cel: (r) => <Badge soort={r.afgekeurd ? 'fout' : 'goed'}>{r.afgekeurd ? 'Afgekeurd' : 'Aangenomen'}</Badge>,
  },
  { sleutel: 'waarom', kop: 'Waarom', cel: (r) => (r.redenen.length > 0 ? <Redenen redenen={r.redenen} /> : '–') },
  { sleutel: 'bedrag', kop: 'Bedrag', cel: (r) => `${r.credit ? '−' : ''}${schrijfBedrag(r.bedrag)}`, getal: true, eenRegel: true },
  {
    sleutel: 'volume',
    kop: 'Geleverd',
    standaard: false,
    cel: (r) => r.hoeveel,
  },
  { sleutel: 'periode', kop: 'Periode', cel: (r) => `${kort(r.van)} t/m ${kort(r.tot)}`, eenRegel: true, standaard: false },
  { sleutel: 'toewijzing', kop: 'Toewijzing', cel: (r) => r.toewijzing, standaard: false },
  { sleutel: 'product', kop: 'Product', cel: (r) => r.code, standaard: false },
]
