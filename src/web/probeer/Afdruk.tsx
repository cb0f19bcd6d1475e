import { vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import type { Advies } from '#core/advies/advies.ts'
import { schrijfDatum } from '#web/kader/schrijf-datum.ts'
import { vandaag } from '#web/kader/vandaag.ts'
import { themasMetVragen } from '#web/probeer/afgeleid-plaats.ts'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { lezingTekst } from '#web/bewaren/lezingen.ts'
import { openTerInfo, rijVan, uitkomstzin } from '#core/advies/uitkomstzin.ts'
import { antwoordTekst, vraagNaam } from '#core/advies/woorden.ts'

/** De samenvatting op papier: advies met redenen, antwoorden, motiveringen en waarop het berust. Alleen zichtbaar bij afdrukken. */
export function Afdruk() {
  const { catalogus, situatie, geval, adviezen, afgeleid } = gebruikProbeer()
  const { naam, versie } = catalogus.catalogus
  return (
    <div className="probeer-afdruk">
      <p>
        {naam}
        {situatie.gemeente && `, gemeente ${situatie.gemeente}`}. Afgedrukt op {schrijfDatum(vandaag())}. Dit is een berekening op een
        proefsituatie, geen besluit.
      </p>
      {Object.entries(adviezen).map(([tabel, advies]) => (
        <Tabeladvies key={tabel} tabel={tabel} advies={advies} />
      ))}
      <h2>Antwoorden</h2>
      {themasMetVragen(catalogus).map((t) => (
        <section key={t.id}>
          <h3>{t.titel}</h3>
          <dl>
            {t.vragen.map((id) => {
              const vraag = catalogus.vragen[id]
              return vraag ? (
                <div key={id}>
                  <dt>{vraag.tekst}</dt>
                  <dd>{antwoordTekst(vraag, geval.antwoorden[id])}</dd>
                </div>
              ) : null
            })}
            {t.afgeleid.map((id) => (
              <div key={id}>
                <dt>{catalogus.afgeleid?.[id]?.tekst} (volgt uit de antwoorden)</dt>
                <dd>
                  {afgeleid[id] === 'onbekend' ? 'nog niet bekend' : afgeleid[id]}
                  {situatie.overschrijvingen[id]?.motivering && `, eigen keuze: ${situatie.overschrijvingen[id].motivering}`}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {Object.keys(situatie.instellingen).length > 0 && (
        <section>
          <h2>Andere lezing van de regels</h2>
          <ul>
            {Object.entries(situatie.instellingen).map(([sleutel, waarde]) => {
              const instelling = catalogus.instellingen?.[sleutel]
              return instelling ? (
                <li key={sleutel}>
                  {instelling.titel} ({instelling.amb}): {lezingTekst(instelling, waarde)}
                </li>
              ) : null
            })}
          </ul>
        </section>
      )}
      <p className="probeer-afdruk-voet">
        Catalogus {catalogus.catalogus.id}, versie {versie}, inhoud {catalogus.hash}.
      </p>
    </div>
  )
}

function Tabeladvies({ tabel, advies }: { tabel: string; advies: Advies }) {
  const { catalogus, situatie } = gebruikProbeer()
  const zin = uitkomstzin(catalogus, tabel, advies)
  const rij = rijVan(catalogus, tabel, advies.rij)
  const open = openTerInfo(catalogus, advies)
  const woord = { voldaan: 'voldaan', niet_voldaan: 'niet voldaan', ontbreekt: 'ontbreekt' } as const
  return (
    <section>
      <h2>
        {catalogus.tabellen[tabel]?.titel ?? tabel}: {zin.kop}
      </h2>
      <p>
        {zin.zin} {zin.vervolg} {rij && `(rij ${rij.rij}: ${rij.eisen.join(', ')})`}
      </p>
      {advies.vraag && <p>Eerst vragen: {vraagNaam(catalogus, advies.vraag)}.</p>}
      {open && <p>{open}</p>}
      {advies.waarschuwingen.map((m) => (
        <p key={m.code}>
          <strong>Waarschuwing</strong> ({m.eis}): {m.tekst} Motivering:{' '}
          {situatie.motiveringen[`${tabel}.${m.code}`] ?? 'nog niet geschreven'}.
        </p>
      ))}
      {advies.redenen.length > 0 && (
        <ul>
          {advies.redenen.map((r) => (
            <li key={r.eis}>
              {r.eis} {woord[r.oordeel]}: {vindUitspraak(catalogus, r.eis)?.tekst}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
