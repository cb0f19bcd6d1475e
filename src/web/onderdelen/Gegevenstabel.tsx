import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Lijst } from '../api/gebruik-lijst.ts'
import { alsAantal, Bladeren } from './Bladeren.tsx'
import { Icoon } from './Icoon.tsx'
import { Keuzelijst } from './Keuzelijst.tsx'
import { Kolomkeuze } from './Kolomkeuze.tsx'
import { gebruikKolommen } from './kolomkeuze.ts'
import { Probleemmelding } from './Probleemmelding.tsx'

export type Kolom<R> = {
  readonly sleutel: string
  readonly kop: string
  readonly cel: (rij: R) => ReactNode
  /** Altijd in beeld. De eerste kolom is de kop van de rij en staat altijd vast. */
  readonly vast?: boolean
  /** Of de kolom te zien is voor wie nog niets koos; standaard ja. */
  readonly standaard?: boolean
  readonly getal?: boolean
  /** Breekt niet af, zoals een datum. */
  readonly eenRegel?: boolean
  /** De naam waarmee de server hierop sorteert. */
  readonly sorteer?: string
}

export type Sortering = { readonly op: string; readonly richting: 'oplopend' | 'aflopend' }

type GegevenstabelProps<R> = {
  /** Naam waaronder de gekozen kolommen bewaard worden. */
  id: string
  bijschrift: string
  kolommen: readonly Kolom<R>[]
  /** De bladzijde die in beeld is, uit `gebruikLijst`. */
  lijst: Lijst<R>
  sleutel: (rij: R) => string
  /** Waar een rij opent. Enter en Ctrl-klik werken doordat het een gewone link is. */
  adres?: (rij: R) => string
  /** Wat er staat als er niets is: zeg ook wat iemand kan doen. */
  leeg: ReactNode
  sortering?: Sortering
  opSorteer?: (sortering: Sortering) => void
  /** Vinkjes om met meer rijen tegelijk iets te doen. */
  keuze?: {
    readonly gekozen: ReadonlySet<string>
    readonly opWijzig: (gekozen: ReadonlySet<string>) => void
    readonly naam: (rij: R) => string
  }
  /** Naast het bijschrift: filters of knoppen voor de gekozen rijen. */
  acties?: ReactNode
}

/** Een lange lijst, een bladzijde tegelijk. De kop blijft in beeld; onder 640 beeldpunten wordt elke rij een kaart. */
export function Gegevenstabel<R>(p: GegevenstabelProps<R>) {
  const { lijst } = p
  const bijschriftId = useId()
  const [zichtbaar, wissel, herstel] = gebruikKolommen(
    p.id,
    p.kolommen.map((k, i) => ({ ...k, vast: k.vast || i === 0 })),
  )
  const kolommen = p.kolommen.filter((k) => zichtbaar.has(k.sleutel))
  const [rand, schuift] = gebruikSchuift(kolommen.length)
  const klaar = lijst.stand === 'klaar'
  return (
    <section className="md-gegevens" aria-labelledby={bijschriftId}>
      <div className="md-gegevens__boven">
        <h2 id={bijschriftId} className="md-gegevens__titel">
          {p.bijschrift}
          {lijst.telling && <span className="md-gegevens__aantal"> ({alsAantal(lijst.telling)})</span>}
        </h2>
        <div className="md-gegevens__acties">
          {p.acties}
          <Sorteerlijst {...p} kolommen={kolommen} />
          <Kolomkeuze kolommen={p.kolommen.slice(1)} zichtbaar={zichtbaar} wissel={wissel} herstel={herstel} />
        </div>
      </div>
      {/* Een storing bij het verversen laat staan wat er al was. */}
      {lijst.probleem && <Probleemmelding probleem={lijst.probleem} opnieuw={lijst.opnieuw} />}
      {klaar && lijst.items.length === 0 ? (
        p.leeg
      ) : lijst.stand === 'fout' ? null : (
        <section
          ref={rand}
          className="md-gegevens__rand"
          data-schuift={schuift || undefined}
          // Een tabel die opzij schuift, moet ook zonder muis te schuiven zijn.
          tabIndex={schuift ? 0 : undefined}
          role={schuift ? 'region' : 'presentation'}
          aria-label={schuift ? `${p.bijschrift}, schuift opzij` : undefined}
        >
          <table
            className="utrecht-table md-tabel md-rijkaarten md-gegevens__tabel"
            aria-busy={!klaar || lijst.ververst}
            onKeyDown={loopLangsRijen}
          >
            <caption className="md-onzichtbaar">{p.bijschrift}</caption>
            <Kop {...p} kolommen={kolommen} />
            <tbody className="utrecht-table__body">
              {klaar
                ? lijst.items.map((rij) => <Rij key={p.sleutel(rij)} {...p} kolommen={kolommen} rij={rij} />)
                : [...'1234567'].map((n) => <Leegrij key={n} cellen={kolommen.length + (p.keuze ? 1 : 0)} />)}
            </tbody>
          </table>
        </section>
      )}
      <Bladeren lijst={lijst} naam={p.bijschrift} />
    </section>
  )
}

/** Als kaarten heeft de tabel geen koppen om op te sorteren; dan staat de keuze hier. */
function Sorteerlijst<R>({ kolommen, sortering, opSorteer }: GegevenstabelProps<R>) {
  const sorteerbaar = kolommen.filter((k) => k.sorteer !== undefined)
  if (!opSorteer || sorteerbaar.length === 0) return null
  const richtingen = { oplopend: '', aflopend: ', omgekeerd' } as const
  return (
    <div className="md-gegevens__sorteerlijst">
      <Keuzelijst
        label="Sorteer op"
        waarde={sortering ? `${sortering.op} ${sortering.richting}` : ''}
        {...(!sortering && { leeg: 'Kies een volgorde' })}
        opWijzig={(waarde) => {
          const [op = '', richting] = waarde.split(' ')
          if (op) opSorteer({ op, richting: richting as Sortering['richting'] })
        }}
        opties={sorteerbaar.flatMap((k) =>
          Object.entries(richtingen).map(([richting, tekst]) => ({ waarde: `${k.sorteer} ${richting}`, tekst: `${k.kop}${tekst}` })),
        )}
      />
    </div>
  )
}

function Kop<R>({ kolommen, keuze, lijst, sleutel, sortering, opSorteer }: GegevenstabelProps<R>) {
  const alle = lijst.items.map(sleutel)
  const aan = alle.length > 0 && alle.every((s) => keuze?.gekozen.has(s))
  const wisselAlle = () => keuze?.opWijzig(new Set(aan ? [...keuze.gekozen].filter((s) => !alle.includes(s)) : [...keuze.gekozen, ...alle]))
  return (
    <thead className="utrecht-table__header">
      <tr className="utrecht-table__row">
        {keuze && (
          <th scope="col" className="utrecht-table__header-cell md-gegevens__keus">
            <input type="checkbox" checked={aan} onChange={wisselAlle} aria-label="Alle rijen op deze bladzijde kiezen" />
          </th>
        )}
        {kolommen.map((k) => {
          const richting = k.sorteer !== undefined && sortering?.op === k.sorteer ? sortering.richting : null
          return (
            <th
              key={k.sleutel}
              scope="col"
              className="utrecht-table__header-cell"
              data-getal={k.getal || undefined}
              aria-sort={richting ? (richting === 'oplopend' ? 'ascending' : 'descending') : undefined}
            >
              {k.sorteer !== undefined && opSorteer ? (
                <button
                  type="button"
                  className="md-gegevens__sorteer"
                  data-richting={richting ?? undefined}
                  onClick={() => opSorteer({ op: k.sorteer ?? '', richting: richting === 'oplopend' ? 'aflopend' : 'oplopend' })}
                >
                  {k.kop}
                  <Icoon naam="omlaag" />
                </button>
              ) : (
                k.kop
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function Rij<R>({ rij, kolommen, sleutel, adres, keuze }: GegevenstabelProps<R> & { rij: R }) {
  const eigen = sleutel(rij)
  const gekozen = keuze?.gekozen.has(eigen) ?? false
  const wissel = () => {
    const nieuw = new Set(keuze?.gekozen)
    if (!nieuw.delete(eigen)) nieuw.add(eigen)
    keuze?.opWijzig(nieuw)
  }
  return (
    <tr className="utrecht-table__row md-gegevens__rij" data-gekozen={gekozen || undefined} data-link={adres ? '' : undefined}>
      {keuze && (
        <td className="utrecht-table__cell md-gegevens__keus">
          <input type="checkbox" checked={gekozen} onChange={wissel} aria-label={`${keuze.naam(rij)} kiezen`} />
        </td>
      )}
      {kolommen.map((k, i) =>
        i === 0 ? (
          <th key={k.sleutel} scope="row" className="utrecht-table__header-cell">
            {adres ? (
              <Link to={adres(rij)} className="md-gegevens__link">
                {k.cel(rij)}
              </Link>
            ) : (
              k.cel(rij)
            )}
          </th>
        ) : (
          <td
            key={k.sleutel}
            className="utrecht-table__cell"
            data-kop={k.kop}
            data-getal={k.getal || undefined}
            data-eenregel={k.eenRegel || undefined}
          >
            {k.cel(rij)}
          </td>
        ),
      )}
    </tr>
  )
}

function Leegrij({ cellen }: { cellen: number }) {
  return (
    <tr className="utrecht-table__row md-gegevens__rij">
      {Array.from({ length: cellen }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lege cellen verschillen alleen in hun plek.
        <td key={i} className="utrecht-table__cell">
          <span className="md-gegevens__streep" />
        </td>
      ))}
    </tr>
  )
}

/** Pijltjes, Home en End lopen langs de links van de rijen; Enter opent, zoals bij elke link. */
function loopLangsRijen(e: KeyboardEvent<HTMLTableElement>): void {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(e.key)) return
  const links = [...e.currentTarget.querySelectorAll<HTMLElement>('tbody .md-gegevens__link')]
  const hier = links.indexOf(e.target as HTMLElement)
  if (hier < 0) return
  e.preventDefault()
  const naar = { ArrowDown: hier + 1, ArrowUp: hier - 1, Home: 0, End: links.length - 1 }[e.key] ?? hier
  links[Math.max(0, Math.min(links.length - 1, naar))]?.focus()
}

/** Of de tabel breder is dan haar plek. Alleen dan schuift zij zelf; anders blijft de kop onder de bovenbalk plakken. */
function gebruikSchuift(kolommen: number): [React.RefObject<HTMLElement | null>, boolean] {
  const rand = useRef<HTMLElement>(null)
  const [schuift, zet] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: met meer kolommen kan de tabel te breed worden.
  useLayoutEffect(() => {
    const vak = rand.current
    const tabel = vak?.firstElementChild
    if (!vak || !tabel) return
    const meet = () => zet(tabel.scrollWidth > vak.clientWidth + 1)
    meet()
    const wacht = new ResizeObserver(meet)
    wacht.observe(vak)
    wacht.observe(tabel)
    return () => wacht.disconnect()
  }, [kolommen])
  return [rand, schuift]
}
