import { Link, useSearchParams } from 'react-router'
import { vergelijkingstabel } from '#core/catalogus/uitleg/vergelijkingstabel.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabelrand } from '../onderdelen/Tabelrand.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { productcodes } from './families.ts'
import './productboek.css'
import './vergelijk.css'

/** De vergelijkingstabel van alle producten, of van een keuze daaruit. De keuze staat in het adres, zodat zij te delen is. */
export function VergelijkPagina() {
  const { catalogus } = gebruikCatalogus()
  const [zoekdeel, zet] = useSearchParams()
  const alle = productcodes(catalogus)
  const gevraagd = (zoekdeel.get('met') ?? '').split(',').filter((c) => alle.includes(c))
  const gekozen = gevraagd.length > 0 ? alle.filter((c) => gevraagd.includes(c)) : alle
  const alleenVerschillen = zoekdeel.get('verschillen') === 'ja'
  const regels = vergelijkingstabel(catalogus, gekozen)
  const verschillend = regels.filter((r) => r.verschilt)

  const bewaar = (met: readonly string[], verschillen: boolean) => {
    const nieuw = new URLSearchParams()
    if (met.length > 0 && met.length < alle.length) nieuw.set('met', met.join(','))
    if (verschillen) nieuw.set('verschillen', 'ja')
    // Meteen tekenen: anders springt het vinkje even terug tot de navigatie klaar is.
    zet(nieuw, { replace: true, preventScrollReset: true, flushSync: true })
  }
  const wissel = (code: string, aan: boolean) =>
    bewaar(aan ? [...gevraagd, code] : (gevraagd.length > 0 ? gevraagd : alle).filter((c) => c !== code), alleenVerschillen)

  if ((catalogus.vergelijking ?? []).length === 0) {
    return (
      <Pagina titel="Vergelijken">
        <Leeg titel="Deze catalogus heeft geen vergelijkingstabel">
          Voeg `vergelijking` toe aan de catalogus om producten naast elkaar te zien.
        </Leeg>
      </Pagina>
    )
  }
  return (
    <Pagina
      breed
      titel="Vergelijken"
      inleiding="Wat de bron bij elk product zegt. Waar de gekozen producten verschillen, is de regel gemarkeerd."
      acties={
        <Knop icoon="afdrukken" opKlik={() => window.print()}>
          Afdrukken
        </Knop>
      }
    >
      <fieldset className="pb-kies md-nietafdrukken">
        <legend className="utrecht-form-label">Welke producten?</legend>
        <div className="pb-kies__rij">
          {alle.map((code) => (
            <Vinkje
              key={code}
              tekst={`${catalogus.producten[code]?.naam ?? code} (${code})`}
              aangevinkt={gekozen.includes(code)}
              opWijzig={(aan) => wissel(code, aan)}
            />
          ))}
        </div>
        <div className="pb-kies__rij">
          <Vinkje tekst="Alleen de verschillen" aangevinkt={alleenVerschillen} opWijzig={(aan) => bewaar(gevraagd, aan)} />
          {gekozen.length < alle.length && (
            <Knop soort="stil" opKlik={() => bewaar([], alleenVerschillen)}>
              Alle producten
            </Knop>
          )}
        </div>
      </fieldset>
      {gekozen.length < 2 ? (
        <Leeg titel={`Alleen ${catalogus.producten[gekozen[0] ?? '']?.naam ?? 'dit product'} is gekozen`}>
          Kies er nog één bij om te vergelijken.
        </Leeg>
      ) : (
        <>
          <p role="status">
            {verschillend.length} van {regels.length} onderwerpen verschillen.
          </p>
          {alleenVerschillen && verschillend.length === 0 ? (
            <Leeg titel="Deze producten verschillen nergens in de tabel" />
          ) : (
            <Vergelijking producten={gekozen} regels={alleenVerschillen ? verschillend : regels} />
          )}
        </>
      )}
    </Pagina>
  )
}

function Vergelijking({ producten, regels }: { producten: readonly string[]; regels: ReturnType<typeof vergelijkingstabel> }) {
  const { catalogus, pad } = gebruikCatalogus()
  return (
    <Tabelrand naam="Vergelijkingstabel" klasse="pb-vergelijk">
      <table className="utrecht-table md-tabel md-tabel--compact">
        <caption className="md-onzichtbaar">Vergelijking van {producten.map((c) => catalogus.producten[c]?.naam).join(', ')}</caption>
        <thead className="utrecht-table__header">
          <tr className="utrecht-table__row">
            <th scope="col" className="utrecht-table__header-cell">
              Onderwerp
            </th>
            {producten.map((code) => (
              <th key={code} scope="col" className="utrecht-table__header-cell">
                <Link to={pad('product', code)}>{catalogus.producten[code]?.naam}</Link> <span className="pb-code">{code}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {regels.map((regel) => (
            <tr key={regel.onderwerp} className={regel.verschilt ? 'utrecht-table__row pb-verschil' : 'utrecht-table__row'}>
              <th scope="row" className="utrecht-table__header-cell">
                {regel.onderwerp}
                {regel.verschilt && <span className="pb-verschil__woord">verschilt</span>}
              </th>
              {producten.map((code) => {
                const cel = regel.cellen[code]
                return (
                  <td key={code} className="utrecht-table__cell">
                    {cel?.tekst ? (
                      <>
                        <span>{cel.tekst}</span> {cel.eisen.length > 0 && <EisChips eisen={cel.eisen} />}
                      </>
                    ) : (
                      <span className="pb-geen">niet vastgelegd</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Tabelrand>
  )
}
