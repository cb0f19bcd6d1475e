import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Tabelrand } from '../onderdelen/Tabelrand.tsx'

export type Reeks<S extends string> = {
  readonly sleutel: S
  /** Met zachte streepjes waar een lang woord in een smalle kolom mag afbreken. */
  readonly naam: string
  readonly kleur: 'goed' | 'fout' | 'let-op' | 'accent' | 'zacht'
}

type MaandbalkenProps<S extends string> = {
  bijschrift: string
  reeksen: readonly Reeks<S>[]
  maanden: readonly ({ readonly maand: string } & Readonly<Record<S, number>>)[]
  totaal: Readonly<Record<S, number>>
  /** De gevallen achter een getal; zonder maand die van de hele periode. */
  adres: (reeks: S, maand?: string) => string
  /** Gestapeld tellen de reeksen samen tot het geheel; anders is de eerste reeks het geheel. */
  gestapeld: boolean
}

const maandnamen = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const maandnaam = (maand: string) => `${maandnamen[Number(maand.slice(5)) - 1]} ${maand.slice(0, 4)}`

/** Per maand een balk en dezelfde getallen in de tabel ernaast; elk getal opent de gevallen erachter. */
export function Maandbalken<S extends string>({ bijschrift, reeksen, maanden, totaal, adres, gestapeld }: MaandbalkenProps<S>) {
  const som = (m: Readonly<Record<S, number>>) => reeksen.reduce((s, r) => s + m[r.sleutel], 0)
  const groot = (m: Readonly<Record<S, number>>) => (gestapeld ? som(m) : Math.max(...reeksen.map((r) => m[r.sleutel])))
  const hoogste = Math.max(1, ...maanden.map(groot))
  const cel = (n: number, reeks: Reeks<S>, maand?: string): ReactNode =>
    n === 0 ? (
      '0'
    ) : (
      <Link
        to={adres(reeks.sleutel, maand)}
        aria-label={`${n}, ${reeks.naam.replaceAll('\u00ad', '')}${maand ? `, ${maandnaam(maand)}` : ', hele periode'}`}
      >
        {n.toLocaleString('nl-NL')}
      </Link>
    )
  return (
    <Tabelrand naam={bijschrift}>
      <table className="utrecht-table md-tabel md-tabel--compact tz-tabel">
        <caption className="md-onzichtbaar">{bijschrift}</caption>
        <thead className="utrecht-table__header">
          <tr className="utrecht-table__row">
            <th scope="col" className="utrecht-table__header-cell">
              Maand
            </th>
            <td className="utrecht-table__header-cell tz-beeldkop" />
            {reeksen.map((r) => (
              <th key={r.sleutel} scope="col" className="utrecht-table__header-cell" data-getal="">
                <span className="tz-reeksnaam">
                  <span className={`tz-legenda tz-legenda--${r.kleur}`} aria-hidden="true" />
                  {r.naam}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {maanden.map((m) => (
            <tr key={m.maand} className="utrecht-table__row">
              <th scope="row" className="utrecht-table__header-cell">
                {maandnaam(m.maand)}
              </th>
              <td className="utrecht-table__cell tz-beeld">
                <Balk waarden={m} reeksen={reeksen} hoogste={hoogste} gestapeld={gestapeld} />
              </td>
              {reeksen.map((r) => (
                <td key={r.sleutel} className="utrecht-table__cell" data-getal="">
                  {cel(m[r.sleutel], r, m.maand)}
                </td>
              ))}
            </tr>
          ))}
          <tr className="utrecht-table__row tz-totaal">
            <th scope="row" className="utrecht-table__header-cell">
              Samen
            </th>
            <td className="utrecht-table__cell tz-beeld" />
            {reeksen.map((r) => (
              <td key={r.sleutel} className="utrecht-table__cell" data-getal="">
                {cel(totaal[r.sleutel], r)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Tabelrand>
  )
}

type BalkProps<S extends string> = Pick<MaandbalkenProps<S>, 'reeksen' | 'gestapeld'> & {
  waarden: Readonly<Record<S, number>>
  hoogste: number
}

function Balk<S extends string>({ waarden, reeksen, hoogste, gestapeld }: BalkProps<S>) {
  return (
    <span className={gestapeld ? 'tz-balk tz-balk--gestapeld' : 'tz-balk'} aria-hidden="true">
      {reeksen.map((r) => (
        <span key={r.sleutel} className={`tz-stuk tz-legenda--${r.kleur}`} style={{ width: `${(waarden[r.sleutel] / hoogste) * 100}%` }} />
      ))}
    </span>
  )
}
