import type { Product } from '#core/catalogus/vorm.ts'
import { EisChip } from '#web/onderdelen/EisChip.tsx'
import { Veld } from '#web/onderdelen/Veld.tsx'
import { Vinkje } from '#web/onderdelen/Vinkje.tsx'
import type { Berekening } from './bereken.ts'
import type { Omvangstand } from './stand.ts'

type Eigenschappen = {
  readonly product: Product
  readonly stand: Omvangstand
  readonly berekening: Berekening
  readonly wijzig: (deel: Partial<Omvangstand>, samen?: string) => void
}

/** Een groepsproduct gaat in hele dagdelen, voor gekozen resultaten van dat product. */
export function Dagdelen({ product, stand, berekening, wijzig }: Eigenschappen) {
  const resultaten = product.resultaten ?? []
  const fout = (veld: string) => berekening.veldfouten.get(veld) ?? berekening.bezwaren.find((b) => b.plaats === `/${veld}`)?.tekst
  const kies = (code: string, aan: boolean) =>
    wijzig({ resultaten: resultaten.map((r) => r.code).filter((c) => (c === code ? aan : stand.resultaten.includes(c))) })
  return (
    <section className="md-deel" aria-labelledby="omvang-dagdelen">
      <h2 id="omvang-dagdelen">Dagdelen</h2>
      <div className="omvang-tweetal">
        <Veld
          soort="getal"
          label="Dagdelen per week"
          uitleg={product.dagdeelUren === undefined ? undefined : `Een dagdeel is ${String(product.dagdeelUren).replace('.', ',')} uur.`}
          waarde={stand.dagdelen}
          opWijzig={(dagdelen) => wijzig({ dagdelen }, 'dagdelen')}
          fout={fout('dagdelen')}
        />
        <Veld
          soort="getal"
          label="Meeste dagdelen op één dag"
          optioneel
          waarde={stand.perEtmaal}
          opWijzig={(perEtmaal) => wijzig({ perEtmaal }, 'perEtmaal')}
          fout={fout('perEtmaal')}
        />
      </div>
      {resultaten.length > 0 && (
        <fieldset className="omvang-resultaten">
          <legend>Resultaten</legend>
          {resultaten.map((r) => (
            <div key={r.code} className="omvang-resultaat">
              <Vinkje tekst={r.tekst} aangevinkt={stand.resultaten.includes(r.code)} opWijzig={(aan) => kies(r.code, aan)} />
              <EisChip eis={r.eis} />
            </div>
          ))}
        </fieldset>
      )}
    </section>
  )
}
