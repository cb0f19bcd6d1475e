import { EisChips } from '#web/onderdelen/EisChip.tsx'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { isAangepast } from '#web/probeer/situatie.ts'
import { korteUitkomst } from '#core/advies/uitkomstzin.ts'
import { beoordeelVignet } from '#web/probeer/vignet-oordeel.ts'

/** Het geladen voorbeeld: de situatie in woorden, en of de uitkomst is wat het voorbeeld verwacht. Blijft staan na een wijziging, zodat niets verspringt. */
export function Vignetkaart() {
  const { catalogus, situatie, adviezen } = gebruikProbeer()
  const vignet = catalogus.vignetten?.find((v) => v.id === situatie.vignet)
  if (!vignet) return null
  const aangepast = isAangepast(situatie, vignet)
  const oordelen = beoordeelVignet(catalogus, vignet, adviezen)
  return (
    <section className="probeer-vignet" aria-labelledby="vignet-kop">
      <h2 id="vignet-kop">
        {vignet.id} · {vignet.titel}
      </h2>
      <p>{vignet.situatie}</p>
      <ul className="probeer-vignet-oordelen">
        {oordelen.map((o) => {
          const advies = adviezen[o.tabel]
          return (
            <li key={o.tabel} data-klopt={aangepast ? undefined : o.klopt} data-tabel={o.tabel}>
              <strong>
                <Icoon naam={aangepast ? 'ongelijk' : o.klopt ? 'vink' : 'kruis'} tekst />{' '}
                {aangepast ? 'Aangepast' : o.klopt ? 'Klopt' : 'Wijkt af'}
              </strong>
              <span>
                {catalogus.tabellen[o.tabel]?.titel ?? o.tabel}: verwacht {o.verwacht}
                {!aangepast && !o.klopt && advies && `; gerekend ${korteUitkomst(catalogus, advies)} (anders: ${o.afwijkend.join(', ')})`}
              </span>
            </li>
          )
        })}
      </ul>
      <details className="probeer-uitleg">
        <summary>Waarom dit de uitkomst is</summary>
        <p>
          {vignet.waarom} <EisChips eisen={vignet.eisen} />
        </p>
      </details>
    </section>
  )
}
