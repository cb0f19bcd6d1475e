import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Simulatieantwoord } from '#http/api/catalogus/vormen.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'

type Uitkomst = NonNullable<Simulatieantwoord['uitkomst']>
type Telling = Uitkomst['stapeling']
type Deel = Uitkomst['onderzoeken']

const getal = (n: number) => n.toLocaleString('nl-NL')
/** Hoe het oordeel over producten naast elkaar heet. */
export const stapelnamen: Record<string, string> = {
  past: 'Past samen',
  motiveren: 'Past met een motivering',
  past_niet: 'Past niet samen',
}

/** Of er iets anders uitvalt. */
export const heeftOvergangen = ({ onderzoeken, indicaties, stapeling }: Uitkomst): boolean =>
  [...Object.values(onderzoeken.tabellen), ...Object.values(indicaties.tabellen), stapeling].some((t) => (t.overgangen ?? []).length > 0)

type Uitkomstprops = {
  uitkomst: Uitkomst
  namen: Simulatieantwoord['namen']
  /** Waar te zien is om wie het gaat, voor wie dat mag. */
  gevallen?: string
}

/** Wat de wijziging doet: eerst in één zin, dan per tabel van welke naar welke uitkomst. Alleen aantallen. */
export function Simulatieuitkomst({ uitkomst: u, namen, gevallen }: Uitkomstprops) {
  const bij = (deel: 'onderzoeken' | 'indicaties' | 'stapeling') => (gevallen === undefined ? {} : { gevallen: `${gevallen}?deel=${deel}` })
  const naam = (uitkomst: string) => namen.uitkomsten[uitkomst] ?? uitkomst
  return (
    <>
      <Onderdeel
        titel="Open onderzoeken"
        uitleg="Met de antwoorden van nu. Een onderzoek dat loopt, houdt zelf de regels waarmee het begon."
        deel={u.onderzoeken}
        {...bij('onderzoeken')}
        wat={['open onderzoek', 'open onderzoeken']}
        tabelnaam={(t) => namen.tabellen[t] ?? t}
        naam={naam}
      />
      <Onderdeel
        titel="Lopende indicaties"
        uitleg="Met de situatie waarop elke indicatie is vastgesteld: wat het advies bij een herindicatie zou zijn. De indicatie zelf verandert niet."
        deel={u.indicaties}
        {...bij('indicaties')}
        wat={['lopende indicatie', 'lopende indicaties']}
        tabelnaam={(t) => namen.tabellen[t] ?? t}
        naam={naam}
      />
      <section className="cb-deel" aria-labelledby="samen">
        <Kop niveau={2} id="samen">
          Producten naast elkaar
        </Kop>
        <p className="cb-kern">
          {u.stapeling.inwoners === 0
            ? 'Er is nu niemand met twee of meer lopende indicaties.'
            : zin(u.stapeling.veranderd ?? 0, u.stapeling.inwoners, [
                'inwoner met meer dan één indicatie',
                'inwoners met meer dan één indicatie',
              ])}
        </p>
        {u.stapeling.inwoners > 0 && (
          <Tellingen
            telling={u.stapeling}
            bijschrift="Passen de indicaties samen"
            naam={(s) => stapelnamen[s] ?? s}
            {...bij('stapeling')}
          />
        )}
      </section>
    </>
  )
}

function zin(veranderd: number, totaal: number, [een, meer]: readonly [string, string]): ReactNode {
  const wie = `${getal(totaal)} ${totaal === 1 ? een : meer}`
  if (veranderd === 0) return `Er verandert niets bij ${wie}.`
  return (
    <>
      <strong>
        {getal(veranderd)} van {wie}
      </strong>{' '}
      {veranderd === 1 ? 'valt' : 'vallen'} dan anders uit.
    </>
  )
}

type Onderdeelprops = {
  titel: string
  uitleg: string
  deel: Deel
  wat: readonly [string, string]
  tabelnaam: (tabel: string) => string
  naam: (uitkomst: string) => string
  gevallen?: string
}

function Onderdeel({ titel, uitleg, deel, wat, tabelnaam, naam, gevallen }: Onderdeelprops) {
  const id = titel.toLowerCase().replaceAll(' ', '-')
  return (
    <section className="cb-deel" aria-labelledby={id}>
      <Kop niveau={2} id={id}>
        {titel}
      </Kop>
      <p className="md-bijtekst">{uitleg}</p>
      {deel.aantal === 0 ? (
        <p className="cb-kern">{`Er zijn nu geen ${wat[1]}.`}</p>
      ) : (
        Object.entries(deel.tabellen).map(([tabel, telling]) => {
          const totaal = telling.uitkomsten.reduce((s, t) => s + t.aantal, 0)
          if (totaal === 0) return null
          return (
            <div key={tabel} className="cb-tabeldeel">
              <Kop niveau={3}>{tabelnaam(tabel)}</Kop>
              <p className="cb-kern">{zin(telling.veranderd ?? 0, totaal, wat)}</p>
              <Tellingen
                telling={telling}
                bijschrift={`${titel}, ${tabelnaam(tabel)}`}
                naam={naam}
                {...(gevallen !== undefined && { gevallen: `${gevallen}&tabel=${encodeURIComponent(tabel)}` })}
              />
            </div>
          )
        })
      )}
      {deel.overgeslagen > 0 && (
        <p className="md-bijtekst">
          {getal(deel.overgeslagen)} {deel.overgeslagen === 1 ? 'is' : 'zijn'} niet meegeteld: uit een andere catalogus, of zonder bewaard
          advies.
        </p>
      )}
    </section>
  )
}

type Tellingprops = {
  telling: Pick<Telling, 'uitkomsten' | 'tegen' | 'overgangen'>
  bijschrift: string
  naam: (uitkomst: string) => string
  gevallen?: string
}

/** Eerst wat van uitkomst wisselt, dan hoeveel er bij elke uitkomst zijn, met een balk erbij. */
function Tellingen({ telling, bijschrift, naam, gevallen }: Tellingprops) {
  const straks = new Map(telling.tegen?.map((t) => [t.uitkomst, t.aantal]))
  const nu = new Map(telling.uitkomsten.map((t) => [t.uitkomst, t.aantal]))
  const alle = [...new Set([...nu.keys(), ...straks.keys()])]
  const hoogste = Math.max(1, ...nu.values(), ...straks.values())
  const overgangen = telling.overgangen ?? []
  return (
    <>
      {overgangen.length > 0 && (
        <Tabel
          compact
          bijschrift={`${bijschrift}: wat verandert`}
          koppen={['Nu', 'Dan', 'Aantal']}
          rijen={overgangen.map((o) => ({
            sleutel: `${o.van} ${o.naar}`,
            cellen: [naam(o.van), naam(o.naar), <Aantal key="aantal" overgang={o} gevallen={gevallen} />],
          }))}
        />
      )}
      <Tabel
        compact
        bijschrift={`${bijschrift}: aantallen nu en dan`}
        koppen={[
          'Uitkomst',
          'Nu',
          'Dan',
          'Verschil',
          <span key="balk" className="cb-balkkop">
            Nu en dan
          </span>,
        ]}
        rijen={alle.map((u) => {
          const [a, b] = [nu.get(u) ?? 0, straks.get(u) ?? 0]
          return {
            sleutel: u,
            cellen: [naam(u), getal(a), getal(b), verschil(b - a), <Balken key="balk" a={a} b={b} hoogste={hoogste} />],
          }
        })}
      />
    </>
  )
}

/** Het getal, met de weg naar wie het zijn. */
function Aantal({ overgang: o, gevallen }: { overgang: { van: string; naar: string; aantal: number }; gevallen: string | undefined }) {
  if (gevallen === undefined) return getal(o.aantal)
  return (
    <Link to={`${gevallen}&${new URLSearchParams({ van: o.van, naar: o.naar })}`}>
      {getal(o.aantal)}
      <span className="md-onzichtbaar"> {o.aantal === 1 ? 'geval' : 'gevallen'} bekijken</span>
    </Link>
  )
}

const verschil = (n: number) => (n === 0 ? '0' : n > 0 ? `+${getal(n)}` : `−${getal(-n)}`)

/** Zelfde feiten als de cellen ernaast, in beeld. */
function Balken({ a, b, hoogste }: { a: number; b: number; hoogste: number }) {
  return (
    <span className="cb-balken" aria-hidden="true">
      <span className="cb-balk cb-balk--nu" style={{ width: `${(a / hoogste) * 100}%` }} />
      <span className="cb-balk cb-balk--dan" style={{ width: `${(b / hoogste) * 100}%` }} />
    </span>
  )
}
