import { Link } from 'react-router'
import { productNaam } from '#core/advies/woorden.ts'
import { uitkomstzin } from '#core/advies/uitkomstzin.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Leveringsvorm, leveringsvormen } from '#core/indicatie/indicatie.ts'
import { productenVanTabel } from '#core/indicatie/productkeuze.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Keuzerondje } from '../onderdelen/Keuzerondje.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import type { Adviezen, Voorstelstand } from './voorstel.ts'

type Eigenschappen = {
  readonly catalogus: Catalogus
  readonly adviezen: Adviezen
  readonly stand: Voorstelstand
  readonly wijktAf: boolean
  /** Waar de vragen staan die het advies nog mist. */
  readonly onderzoek: string
  readonly kiesTabel: (tabel: string) => void
  readonly kiesProduct: (product: string) => void
  readonly schrijfAfwijking: (tekst: string) => void
  readonly kiesLeveringsvorm: (vorm: Leveringsvorm) => void
}

const vormen = (Object.keys(leveringsvormen) as Leveringsvorm[]).map((waarde) => ({ waarde, tekst: leveringsvormen[waarde] }))

/** Het advies en de keuze van de consulent naast elkaar. Afwijken mag, met een motivering. */
export function Productkeuze({
  catalogus,
  adviezen,
  stand,
  wijktAf,
  onderzoek,
  kiesTabel,
  kiesProduct,
  schrijfAfwijking,
  kiesLeveringsvorm,
}: Eigenschappen) {
  const tabellen = Object.keys(adviezen)
  const advies = adviezen[stand.tabel]
  if (!advies) return null
  const zin = uitkomstzin(catalogus, stand.tabel, advies)
  const rij = catalogus.tabellen[stand.tabel]?.rijen.find((r) => r.rij === advies.rij)
  return (
    <section className="md-deel" aria-labelledby="ind-product">
      <h2 id="ind-product">Keuze</h2>
      {tabellen.length > 1 && (
        <Keuzerondje
          legende="Waarvoor"
          vorm="knoppen"
          opties={tabellen.map((t) => ({ waarde: t, tekst: catalogus.tabellen[t]?.titel ?? t }))}
          waarde={stand.tabel}
          opWijzig={kiesTabel}
        />
      )}
      <p className="ind-advies">
        <strong>{zin.kop}</strong> {zin.zin} <EisChips eisen={rij?.eisen.slice(0, 2) ?? []} />
        {advies.uitkomst === 'eerst_vragen' && <Link to={onderzoek}>Beantwoord de vragen in het onderzoek</Link>}
      </p>
      <Keuzerondje
        legende="Product"
        opties={productenVanTabel(catalogus, stand.tabel).map((p) => ({
          waarde: p,
          tekst: advies.product === p ? `${productNaam(catalogus, p)} (advies)` : productNaam(catalogus, p),
          uitleg: catalogus.producten[p]?.kort,
        }))}
        waarde={stand.omvang.product || null}
        opWijzig={kiesProduct}
      />
      {wijktAf && (
        <Tekstvlak
          id="ind-afwijking"
          label="Waarom u dit product kiest"
          uitleg={advies.uitkomst === 'product' ? `Het advies is ${zin.kop}.` : `Het advies: ${zin.kop}.`}
          hoogstens={8000}
          waarde={stand.afwijking}
          opWijzig={schrijfAfwijking}
        />
      )}
      <Keuzerondje legende="Hoe krijgt de inwoner de hulp?" opties={vormen} waarde={stand.leveringsvorm} opWijzig={kiesLeveringsvorm} />
    </section>
  )
}
