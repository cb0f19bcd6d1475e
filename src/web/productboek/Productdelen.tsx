import { Link } from 'react-router'
import type { GevondenUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import type { Product } from '#core/catalogus/vorm.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { EisChip } from '../onderdelen/EisChip.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Bronnen } from './Bronnen.tsx'
import { Groepsgrootte } from './Groepsgrootte.tsx'
import { deelVan, delen, groepsgrootte } from './indeling.ts'
import { Mixbalk } from './Mixbalk.tsx'
import { NietVastgelegd } from './NietVastgelegd.tsx'
import { Lezingen, Zinnen } from './Zin.tsx'

type Props = { code: string; product: Product; uitspraken: readonly GevondenUitspraak[] }

/** De inhoud van een productpagina, kopje voor kopje. */
export function Productdelen({ code, product, uitspraken }: Props) {
  const perDeel = groepeer(uitspraken)
  const getoond = delen.filter((d) => perDeel.has(d.sleutel) || (d.sleutel === 'voor-wie' && (product.lijst?.length ?? 0) > 0))
  // Wat alleen bij sommige producten past, is geen gat als het ontbreekt.
  const ontbreekt = delen.filter(
    (d) =>
      !getoond.includes(d) &&
      (!['groep', 'samen', 'rechten'].includes(d.sleutel) || (d.sleutel === 'groep' && product.omvang?.wijze === 'dagdelen')),
  )
  return (
    <>
      <nav className="pb-inhoud md-nietafdrukken" aria-label="Op deze pagina">
        <ul>
          {[...getoond, { sleutel: 'niet-vastgelegd', titel: 'Niet vastgelegd' }, { sleutel: 'bronnen', titel: 'Bronnen' }].map((d) => (
            <li key={d.sleutel}>
              <a href={`#${d.sleutel}`}>{d.titel}</a>
            </li>
          ))}
        </ul>
      </nav>
      {getoond.map((d) => {
        const zinnen = perDeel.get(d.sleutel) ?? []
        return (
          <section key={d.sleutel} className="pb-deel" aria-labelledby={d.sleutel}>
            <Kop niveau={2} id={d.sleutel}>
              {d.titel}
            </Kop>
            <Deelinhoud sleutel={d.sleutel} product={product} uitspraken={zinnen} />
          </section>
        )
      })}
      <NietVastgelegd code={code} delen={ontbreekt.map((d) => d.titel)} />
      <section className="pb-deel" aria-labelledby="bronnen">
        <Kop niveau={2} id="bronnen">
          Bronnen
        </Kop>
        <Bronnen eisen={uitspraken.map((u) => u.eis)} />
        <p className="md-bijtekst">
          {uitspraken.length} uitspraken: {uitspraken.filter((u) => u.producten.length === 1).length} alleen van {code}, de andere gelden
          ook voor andere producten.
        </p>
      </section>
    </>
  )
}

function groepeer(uitspraken: readonly GevondenUitspraak[]): Map<string, GevondenUitspraak[]> {
  const uit = new Map<string, GevondenUitspraak[]>()
  for (const u of uitspraken) uit.set(deelVan(u), [...(uit.get(deelVan(u)) ?? []), u])
  return uit
}

function Deelinhoud({ sleutel, product, uitspraken }: { sleutel: string; product: Product; uitspraken: readonly GevondenUitspraak[] }) {
  if (uitspraken.length === 0 && sleutel !== 'voor-wie') return null
  if (sleutel === 'voor-wie') return <VoorWie product={product} uitspraken={uitspraken} />
  if (sleutel === 'wanneer-niet') return <WanneerNiet uitspraken={uitspraken} />
  return (
    <>
      {sleutel === 'wie-levert' && <Mixbalk uitspraken={uitspraken} />}
      {sleutel === 'groep' && uitspraken.map((u) => <Groepsgrootte key={u.eis} aantal={groepsgrootte(u)} />)}
      <Zinnen uitspraken={uitspraken} />
      {sleutel === 'wat' && <Herkenning product={product} />}
      {sleutel === 'hoeveel' && <Stukken kop="Resultaten" stukken={product.resultaten} />}
      {sleutel === 'plan' && <Stukken kop="Bouwstenen: manieren van begeleiden" stukken={product.bouwstenen} />}
      {sleutel === 'samen' && <NaarMatrix />}
    </>
  )
}

/** De genummerde lijst precies zoals de bron haar nummert; wat een ander product wel heeft, staat er niet. */
function VoorWie({ product, uitspraken }: { product: Product; uitspraken: readonly GevondenUitspraak[] }) {
  const lijst = product.lijst ?? []
  const inLijst = new Map(uitspraken.map((u) => [u.eis, u]))
  const overig = uitspraken.filter((u) => !lijst.some((l) => l.eis === u.eis))
  return (
    <>
      {lijst.length > 0 && (
        <>
          <p>De inwoner heeft beperkingen op één of meer van deze punten. De nummers zijn die van de bron.</p>
          <ul className="pb-checklist">
            {lijst.map((item) => (
              <li key={item.sleutel}>
                <span className="pb-checklist__nummer">{item.nummer}</span>
                <div>
                  {item.tekst} <EisChip eis={item.eis} />
                  <Lezingen sleutels={inLijst.get(item.eis)?.instellingen ?? []} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {overig.length > 0 && <Zinnen uitspraken={overig} />}
    </>
  )
}

/**
 * Een uitsluiting met een voorwaarde is geschreven als wat er moet gelden ("mantelzorg lost het niet op"). Daarom de aanhef:
 * klopt zo'n zin niet, dan past dit product niet. Wat zonder voorwaarde staat, geldt altijd.
 */
function WanneerNiet({ uitspraken }: { uitspraken: readonly GevondenUitspraak[] }) {
  const metVoorwaarde = uitspraken.filter((u) => u.als)
  const altijd = uitspraken.filter((u) => !u.als)
  return (
    <>
      {metVoorwaarde.length > 0 && (
        <>
          <p className="pb-aanhef">Het product past niet als een van deze zinnen níet klopt:</p>
          <Zinnen uitspraken={metVoorwaarde} />
        </>
      )}
      {metVoorwaarde.length > 0 && altijd.length > 0 && <p className="pb-aanhef">Verder:</p>}
      {altijd.length > 0 && <Zinnen uitspraken={altijd} />}
    </>
  )
}

/** Woorden waarin een inwoner zich kan herkennen. Zij beslissen niets; dat staat erbij. */
function Herkenning({ product }: { product: Product }) {
  const herkenning = product.herkenning ?? []
  if (herkenning.length === 0) return null
  return (
    <>
      <Kop niveau={3} als={4}>
        Waaraan u het herkent
      </Kop>
      <ul className="pb-herkenning">
        {herkenning.map((h) => (
          <li key={h.citaat}>
            <q>{h.citaat}</q> <EisChip eis={h.eis} />
          </li>
        ))}
      </ul>
      <p className="md-bijtekst">Deze woorden van de bron helpen herkennen. Een advies rust op de vragen, niet op deze lijst.</p>
    </>
  )
}

function Stukken({ kop, stukken }: { kop: string; stukken: readonly { code: string; tekst: string; eis: string }[] | undefined }) {
  if (!stukken || stukken.length === 0) return null
  return (
    <>
      <Kop niveau={3} als={4}>
        {kop}
      </Kop>
      <ul className="pb-zinnen">
        {stukken.map((s) => (
          <li key={s.code} className="pb-zin">
            {s.tekst} <EisChip eis={s.eis} />
          </li>
        ))}
      </ul>
    </>
  )
}

function NaarMatrix() {
  const { pad } = gebruikCatalogus()
  return (
    <p>
      <Link to={pad('matrix')}>Bekijk welke producten samen kunnen</Link> of{' '}
      <Link to={pad('stapeling')}>zet indicaties op een tijdlijn</Link>.
    </p>
  )
}
