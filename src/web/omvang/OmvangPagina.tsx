import { useId, useMemo, useState } from 'react'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { kiesNormenkader } from '#core/indicatie/normtoets.ts'
import { Bewaarbalk, type Bericht } from '#web/bewaren/Bewaarbalk.tsx'
import { gebruikBewaard } from '#web/bewaren/gebruik-bewaard.ts'
import { gebruikLink } from '#web/bewaren/gebruik-link.ts'
import { Gemeentekeuze } from '#web/bewaren/Gemeentekeuze.tsx'
import { metLezing } from '#web/bewaren/lezingen.ts'
import { Lezingenpaneel } from '#web/bewaren/Lezingenpaneel.tsx'
import { gebruikCatalogus } from '#web/kader/gebruik-catalogus.ts'
import { gebruikGeldend } from '#web/kader/gebruik-geldend.ts'
import { Pagina } from '#web/onderdelen/Pagina.tsx'
import { Watermerk } from '#web/onderdelen/Watermerk.tsx'
import { Afdruk } from './Afdruk.tsx'
import { bereken, keuzeVan } from './bereken.ts'
import { Dagdelen } from './Dagdelen.tsx'
import { Meldingen } from './Meldingen.tsx'
import { Onderbouwing } from './Onderbouwing.tsx'
import { Periodevelden } from './Periodevelden.tsx'
import { Regels } from './Regels.tsx'
import { Regeltabel } from './Regeltabel.tsx'
import {
  inDagdelen,
  kiesProduct,
  legeStand,
  leesStand,
  naarBestand,
  naarFragment,
  type Omvangstand,
  vanBestand,
  vanFragment,
} from './stand.ts'
import { Totaal } from './Totaal.tsx'
import './omvang.css'

/** De omvang van een indicatie, regel voor regel nagerekend, of in hele dagdelen met gekozen resultaten. */
export function OmvangPagina() {
  const { catalogus } = gebruikCatalogus()
  return <Scherm key={catalogus.hash} catalogus={catalogus} />
}

function Scherm({ catalogus: kaal }: { catalogus: Catalogus }) {
  const leeg = useMemo(() => legeStand(kaal), [kaal])
  const sleutel = `meedoen:omvang:${kaal.catalogus.id}:${kaal.catalogus.versie}`
  const bewaard = gebruikBewaard(sleutel, leeg, (ruw) => {
    const r = leesStand(kaal, ruw)
    return r.ok ? r.value : null
  })
  const [bericht, zeg] = useState<Bericht | null>(null)
  const { stand, zet } = bewaard
  const catalogus = gebruikGeldend(kaal, stand.gemeente)
  const berekening = useMemo(() => bereken(catalogus, stand), [catalogus, stand])
  const kader = useMemo(() => kiesNormenkader(catalogus, keuzeVan(stand))?.kader ?? null, [catalogus, stand])
  const product = catalogus.producten[stand.product]
  const dagdelen = inDagdelen(product)
  const synthetisch = !dagdelen && (kader?.synthetisch ?? false)
  const wijzig = (deel: Partial<Omvangstand>, samen?: string) => zet((s) => ({ ...s, ...deel }), samen)
  gebruikLink((fragment) => {
    // Vanaf een advies komt alleen het product mee: de regels die er al stonden blijven.
    const alleenProduct = /^#@product=([\w-]+)$/.exec(fragment)
    const code = alleenProduct?.[1] ?? ''
    if (Object.hasOwn(catalogus.producten, code)) return zet((s) => kiesProduct(s, catalogus, code))
    const r = vanFragment(catalogus, fragment)
    if (!r.ok) return zeg({ tekst: 'De link is niet geopend. Wat er stond is niet veranderd.', fouten: r.fout })
    zet(() => r.value)
    zeg({ tekst: 'De omvang uit de link is geopend.' })
  })
  return (
    <Pagina titel="Omvang" breed>
      <Bewaarbalk
        bewaard={bewaard}
        begin={() => ({ ...leeg, gemeente: stand.gemeente, product: stand.product })}
        bestand={{
          naam: `omvang-${catalogus.catalogus.id}-${stand.product.toLowerCase()}.json`,
          inhoud: () => naarBestand(catalogus, stand, synthetisch),
        }}
        lees={(ruw) => vanBestand(catalogus, ruw)}
        fragment={() => naarFragment(catalogus, stand)}
        deeluitleg="Let op: de regels staan in de link zelf. Wie de link heeft, kan ze lezen. Redenen, motiveringen en onderbouwing gaan niet mee; bewaar daarvoor een bestand."
        wat="deze omvang"
        bericht={bericht}
        zeg={zeg}
      >
        <Gemeentekeuze catalogus={catalogus} gemeente={stand.gemeente} kies={(gemeente) => wijzig({ gemeente })} />
        <Productkeuze catalogus={catalogus} product={stand.product} kies={(p) => zet((s) => kiesProduct(s, catalogus, p))} />
      </Bewaarbalk>
      {synthetisch && <Watermerk />}
      <div className="omvang" data-synthetisch={synthetisch || undefined}>
        <div className="omvang-hoofd">
          {product && <p className="omvang-kort">{product.kort}</p>}
          {dagdelen && product ? (
            <Dagdelen product={product} stand={stand} berekening={berekening} wijzig={wijzig} />
          ) : (
            <>
              <Regels catalogus={catalogus} kader={kader} product={product} stand={stand} berekening={berekening} zet={zet} />
              {product?.omvang?.eisOnderbouwing && <Onderbouwing stand={stand} eis={product.omvang.eisOnderbouwing} wijzig={wijzig} />}
            </>
          )}
          <Periodevelden stand={stand} berekening={berekening} wijzig={wijzig} />
          <div className="md-nietafdrukken">
            <Lezingenpaneel
              catalogus={catalogus}
              gemeente={stand.gemeente}
              werk="omvang"
              gekozen={stand.instellingen}
              kies={(s, w) => zet((x) => ({ ...x, instellingen: metLezing(catalogus, x.instellingen, s, w) }), `lezing ${s}`)}
            />
          </div>
        </div>
        <aside className="omvang-zij" aria-label="Uitkomst">
          <Totaal stand={stand} berekening={berekening} synthetisch={synthetisch} wijzig={wijzig} />
          <Meldingen berekening={berekening} motiveringen={stand.motiveringen} wijzig={wijzig} />
        </aside>
      </div>
      <Afdruk catalogus={catalogus} stand={stand} berekening={berekening} />
      {!dagdelen && stand.regels.length > 0 && <Regeltabel kader={kader} stand={stand} berekening={berekening} />}
      <p className="md-bijtekst omvang-voet md-nietafdrukken">
        {catalogus.catalogus.naam}, versie {catalogus.catalogus.versie}, inhoud {catalogus.hash.slice(0, 12)}.
      </p>
      {synthetisch && <Watermerk />}
      <p className="omvang-onderbalk md-nietafdrukken" aria-hidden="true">
        Per week:{' '}
        <strong>
          {dagdelen || stand.regels.length > 0
            ? (berekening.omvang?.totaal.inWoorden.replace(/ per week$/, '') ?? 'nog niet bekend')
            : 'nog niet bekend'}
        </strong>
      </p>
    </Pagina>
  )
}

type Keuze = { readonly catalogus: Catalogus; readonly product: string; readonly kies: (product: string) => void }

function Productkeuze({ catalogus, product, kies }: Keuze) {
  const id = useId()
  return (
    <div className="bewaar-veld bewaar-veld--breed">
      <label htmlFor={id}>Product</label>
      <select id={id} className="utrecht-select utrecht-select--html-select" value={product} onChange={(e) => kies(e.target.value)}>
        {catalogus.catalogus.productvolgorde.map((p) => (
          <option key={p} value={p}>
            {catalogus.producten[p]?.naam ?? p}
          </option>
        ))}
      </select>
    </div>
  )
}
