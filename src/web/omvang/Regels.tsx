import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Catalogus, Normenkader, Product } from '#core/catalogus/vorm.ts'
import { metLezing } from '#web/bewaren/lezingen.ts'
import { Keuzerondje } from '#web/onderdelen/Keuzerondje.tsx'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Leeg } from '#web/onderdelen/Leeg.tsx'
import type { Berekening } from './bereken.ts'
import { Regelrij } from './Regelrij.tsx'
import { haalRegelWeg, type Omvangstand, voegNormToe, voegRegelToe, wijzigRegel } from './stand.ts'

type Zet = (volgende: (vorige: Omvangstand) => Omvangstand, samen?: string) => void
type Eigenschappen = {
  readonly catalogus: Catalogus
  readonly kader: Normenkader | null
  readonly product: Product | undefined
  readonly stand: Omvangstand
  readonly berekening: Berekening
  readonly zet: Zet
  /** Het normenkader ligt vast: bij een echte indicatie kiest de gemeente dat, niet de consulent. */
  readonly kaderVast?: boolean
}

/** De regels waaruit de omvang bestaat: normen, wat een ander al opvangt, en afwijkingen met reden. */
export function Regels({ catalogus, kader, product, stand, berekening, zet, kaderVast }: Eigenschappen) {
  const lijst = useRef<HTMLOListElement>(null)
  const aantal = stand.regels.length
  const klik = useRef<'erbij' | 'weg' | null>(null)
  const voegToe: Zet = (stap, samen) => {
    klik.current = 'erbij'
    zet(stap, samen)
  }
  // Een nieuwe regel begint bij haar eerste veld; is er een weg, dan bij de kop, want de knop is er niet meer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: het aantal regels is wat er door de klik verandert.
  useEffect(() => {
    if (klik.current === 'erbij') lijst.current?.lastElementChild?.querySelector<HTMLElement>('input, select')?.focus()
    if (klik.current === 'weg') document.getElementById('omvang-regels')?.focus()
    klik.current = null
  }, [aantal])
  return (
    <section className="md-deel" aria-labelledby="omvang-regels">
      <h2 id="omvang-regels" tabIndex={-1}>
        Regels
      </h2>
      {kaderVast ? <Vastkader catalogus={catalogus} kader={kader} /> : <Kaderkeuze catalogus={catalogus} stand={stand} zet={zet} />}
      {stand.regels.length === 0 && <Leeg titel="Nog geen regels">Voeg per activiteit een regel toe. De uitkomst groeit mee.</Leeg>}
      <ol ref={lijst} className="omvang-regels">
        {stand.regels.map((r, i) => (
          <Regelrij
            key={r.id}
            nummer={i + 1}
            regel={r}
            kader={kader}
            product={product}
            berekening={berekening}
            wijzig={(delen, samen) => zet((s) => wijzigRegel(s, r.id, delen, kader), samen && `${samen} ${r.id}`)}
            haalWeg={() => {
              klik.current = 'weg'
              zet((s) => haalRegelWeg(s, r.id))
            }}
          />
        ))}
      </ol>
      <Toevoegen kader={kader} zet={voegToe} />
    </section>
  )
}

/** Welke normen hier gelden, en wie daarover gaat: de consulent kiest ze niet. */
function Vastkader({ catalogus, kader }: Pick<Eigenschappen, 'catalogus' | 'kader'>) {
  if (!catalogus.instellingen?.normenkader) return null
  return (
    <p className="md-bijtekst">
      {kader
        ? `Normenkader: ${kader.naam}, versie ${kader.versie}, gekozen door uw gemeente. `
        : 'Uw gemeente heeft nog geen normenkader gekozen. Dat doet de contractmanager, met een reden en een begindatum. Tot die tijd motiveert u de minuten zelf. '}
      <Link to={`/${catalogus.catalogus.id}/instellingen`}>Bekijk de instelling</Link>
    </p>
  )
}

/** Alleen als de catalogus een keuze voor een normenkader heeft. */
function Kaderkeuze({ catalogus, stand, zet }: Pick<Eigenschappen, 'catalogus' | 'stand' | 'zet'>) {
  const instelling = catalogus.instellingen?.normenkader
  if (!instelling) return null
  const nu = stand.instellingen.normenkader ?? instelling.standaard
  const kaders = Object.entries(catalogus.normenkaders ?? {}).filter(([sleutel]) =>
    instelling.lezingen.some((l) => l.waarde === sleutel && !l.ontbreekt),
  )
  return (
    <Keuzerondje
      legende="Normenkader"
      vorm="knoppen"
      waarde={String(nu)}
      opties={kaders.map(([sleutel, k]) => ({ waarde: sleutel, tekst: k.synthetisch ? `${k.naam} — verzonnen` : k.naam }))}
      opWijzig={(w) => zet((s) => ({ ...s, instellingen: metLezing(catalogus, s.instellingen, 'normenkader', w) }))}
    />
  )
}

function Toevoegen({ kader, zet }: { kader: Normenkader | null; zet: Zet }) {
  const id = useId()
  const zwaarten = Object.entries(kader?.zwaarten ?? {})
  const [activiteit, zetActiviteit] = useState('')
  const [zwaarte, zetZwaarte] = useState('')
  const gekozen = zwaarten.some(([z]) => z === zwaarte) ? zwaarte : (zwaarten[0]?.[0] ?? '')
  const gebieden = [...new Set(kader?.activiteiten.map((a) => a.gebied) ?? [])]
  return (
    <div className="omvang-toevoegen md-nietafdrukken">
      {kader && (
        <div className="omvang-norm">
          <div className="omvang-veld omvang-veld--breed">
            <label htmlFor={`${id}-a`}>Activiteit uit de normen</label>
            <select
              id={`${id}-a`}
              className="utrecht-select utrecht-select--html-select"
              value={activiteit}
              onChange={(e) => zetActiviteit(e.target.value)}
            >
              <option value="">Kies een activiteit</option>
              {gebieden.map((g) => (
                <optgroup key={g} label={g}>
                  {kader.activiteiten
                    .filter((a) => a.gebied === g)
                    .map((a) => (
                      <option key={a.code} value={a.code}>
                        {a.tekst}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </div>
          <div className="omvang-veld">
            <label htmlFor={`${id}-z`}>Zwaarte</label>
            <select
              id={`${id}-z`}
              className="utrecht-select utrecht-select--html-select"
              value={gekozen}
              onChange={(e) => zetZwaarte(e.target.value)}
            >
              {zwaarten.map(([z, tekst]) => (
                <option key={z} value={z}>
                  {tekst}
                </option>
              ))}
            </select>
          </div>
          <Knop
            soort="primair"
            opKlik={() => {
              if (activiteit === '') return document.getElementById(`${id}-a`)?.focus()
              zet((s) => voegNormToe(s, kader, activiteit, gekozen))
              zetActiviteit('')
            }}
          >
            Voeg toe
          </Knop>
        </div>
      )}
      <div className="md-knoppen">
        <Knop soort={kader ? 'gewoon' : 'primair'} opKlik={() => zet((s) => voegRegelToe(s, 'norm'))}>
          Eigen regel
        </Knop>
        <Knop opKlik={() => zet((s) => voegRegelToe(s, 'aftrek'))}>Aftrek</Knop>
        <Knop opKlik={() => zet((s) => voegRegelToe(s, 'afwijking'))}>Afwijking</Knop>
      </div>
    </div>
  )
}
