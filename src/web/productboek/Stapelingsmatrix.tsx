import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { leesAnker } from '../kader/anker.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { EisChip } from '../onderdelen/EisChip.tsx'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { Tabelrand } from '../onderdelen/Tabelrand.tsx'

type Cel = { rij: string; kolom: string }
const pijlen: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** De matrix als tabel met knoppen. Aanwijzen licht rij en kolom op; de pijltjes lopen door de vakjes. */
export function Stapelingsmatrix({ matrix }: { matrix: Readonly<Record<string, readonly ('Ja' | 'Nee')[]>> }) {
  const { catalogus } = gebruikCatalogus()
  const volgorde = catalogus.stapeling.volgorde
  const { hash } = useLocation()
  const [gekozen, kies] = useState<Cel | null>(null)
  const [bij, wijsAan] = useState<Cel | null>(null)
  const tabel = useRef<HTMLTableElement>(null)
  const licht = bij ?? gekozen

  useEffect(() => {
    const [rij, kolom] = leesAnker(hash).split('-')
    if (rij && kolom && volgorde.includes(rij) && volgorde.includes(kolom)) kies({ rij, kolom })
  }, [hash, volgorde])

  const opToets = (e: KeyboardEvent, r: number, k: number) => {
    const stap = pijlen[e.key]
    if (!stap) return
    e.preventDefault()
    const n = volgorde.length
    const [r2, k2] = [(r + stap[0] + n) % n, (k + stap[1] + n) % n]
    tabel.current?.querySelector<HTMLButtonElement>(`[data-cel="${r2}-${k2}"]`)?.focus()
  }
  const naam = (code: string) => catalogus.producten[code]?.naam ?? code
  return (
    <>
      <Tabelrand naam="Stapelingsmatrix">
        <table className="pb-matrix" ref={tabel} onMouseLeave={() => wijsAan(null)}>
          <caption className="md-onzichtbaar">
            Stapelingsmatrix: de rij is het product dat al loopt, de kolom het product dat erbij komt
          </caption>
          <thead>
            <tr>
              <td className="pb-matrix__hoek">
                <span>
                  loopt al <Icoon naam="omlaag" tekst />
                </span>{' '}
                <span>
                  komt erbij <Icoon naam="pijl" tekst />
                </span>
              </td>
              {volgorde.map((code) => (
                <th key={code} scope="col" className={licht?.kolom === code ? 'pb-matrix__licht' : undefined}>
                  <span className="pb-matrix__naam">{naam(code)}</span> <span className="pb-code">{code}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {volgorde.map((rij, r) => (
              <tr key={rij}>
                <th scope="row" className={licht?.rij === rij ? 'pb-matrix__licht' : undefined}>
                  <span className="pb-matrix__naam">{naam(rij)}</span> <span className="pb-code">{rij}</span>
                </th>
                {volgorde.map((kolom, k) => {
                  const waarde = matrix[rij]?.[k] ?? 'Nee'
                  const dit = gekozen?.rij === rij && gekozen.kolom === kolom
                  return (
                    <td
                      key={kolom}
                      className={licht?.rij === rij || licht?.kolom === kolom ? 'pb-matrix__licht' : undefined}
                      onMouseEnter={() => wijsAan({ rij, kolom })}
                    >
                      <button
                        type="button"
                        data-cel={`${r}-${k}`}
                        className={`pb-matrix__cel pb-matrix__cel--${waarde.toLowerCase()}`}
                        aria-pressed={dit}
                        aria-label={`${naam(rij)} naast ${naam(kolom)}: ${waarde}`}
                        onFocus={() => wijsAan({ rij, kolom })}
                        onBlur={() => wijsAan(null)}
                        onKeyDown={(e) => opToets(e, r, k)}
                        onClick={() => kies({ rij, kolom })}
                      >
                        <Icoon naam={waarde === 'Ja' ? 'vink' : 'kruis'} />
                        {waarde}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Tabelrand>
      <Regel cel={gekozen} waarde={gekozen ? matrix[gekozen.rij]?.[volgorde.indexOf(gekozen.kolom)] : undefined} />
    </>
  )
}

/** De regel achter het gekozen vakje, in een zin. De plek is er altijd, zodat niets verspringt. */
function Regel({ cel, waarde }: { cel: Cel | null; waarde: 'Ja' | 'Nee' | undefined }) {
  const { catalogus } = gebruikCatalogus()
  const s = catalogus.stapeling
  if (!cel || !waarde) {
    return (
      <p className="pb-matrixregel md-bijtekst" role="status">
        Kies een vakje; hier staat dan de regel.
      </p>
    )
  }
  const naam = (code: string) => catalogus.producten[code]?.naam ?? code
  const eis = s.cellen?.[cel.rij]?.[s.volgorde.indexOf(cel.kolom)]
  const zelfde = cel.rij === cel.kolom
  const zin = zelfde
    ? `${naam(cel.rij)} ${waarde === 'Ja' ? 'mag twee keer tegelijk' : 'kan niet twee keer tegelijk'}.`
    : `Loopt ${naam(cel.rij)} al, dan ${waarde === 'Ja' ? `kan ${naam(cel.kolom)} ernaast` : `kan ${naam(cel.kolom)} er niet naast`}.`
  return (
    <p className="pb-matrixregel" role="status">
      <strong className={`pb-matrixregel__${waarde.toLowerCase()}`}>
        <Icoon naam={waarde === 'Ja' ? 'succes' : 'fout'} /> {waarde}.
      </strong>{' '}
      {(eis && vindUitspraak(catalogus, eis)?.tekst) || zin} {eis && <EisChip eis={eis} />}
    </p>
  )
}
