import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Cijferantwoord } from '#http/api/toezicht/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { Maandbalken, type Reeks } from './Maandbalken.tsx'
import { gebruikPeriode, Periodebalk } from './Periodebalk.tsx'
import { alsVraag, maandIn, type Periode } from './periode.ts'
import { watTelt } from './termijnwoorden.ts'
import { ToezichtKader } from './ToezichtKader.tsx'

/** De cijfers van toezicht; elk getal opent de gevallen erachter. */
export function OverzichtPagina() {
  const [periode] = gebruikPeriode()
  const vraag = useQuery({
    queryKey: ['toezicht', 'cijfers', periode],
    queryFn: () => roepApi<Cijferantwoord>('GET', `/toezichtcijfers?${alsVraag(periode)}`),
  })
  return (
    <ToezichtKader inleiding="Wat er in een periode gebeurde, in getallen. Klik op een getal om de gevallen erachter te zien; dat kijken staat in het logboek.">
      <Periodebalk />
      <Deel vraag={vraag} wat="De cijfers worden geteld">
        {(cijfers) => (
          <>
            <Termijnen soort="onderzoek" telling={cijfers.termijnen} periode={periode} />
            <Termijnen soort="besluit" telling={cijfers.besluiten} periode={periode} />
            <Indicaties cijfers={cijfers} periode={periode} />
            <Overig cijfers={cijfers} periode={periode} />
          </>
        )}
      </Deel>
    </ToezichtKader>
  )
}

type Props = { cijfers: Cijferantwoord; periode: Periode }
const getal = (n: number) => n.toLocaleString('nl-NL')
const procent = (deel: number, geheel: number) => `${Math.round((deel / geheel) * 100)}%`

const uitkomsten = { binnen: 'binnen', teLaat: 'te_laat', nietKlaar: 'niet_klaar', afgesloten: 'afgesloten' } as const
const termijnreeksen = (binnen: string): readonly Reeks<keyof typeof uitkomsten>[] => [
  { sleutel: 'binnen', naam: binnen, kleur: 'goed' },
  { sleutel: 'teLaat', naam: 'Later klaar', kleur: 'let-op' },
  { sleutel: 'nietKlaar', naam: 'Nog niet klaar', kleur: 'fout' },
  { sleutel: 'afgesloten', naam: 'Eerder afge\u00adsloten', kleur: 'zacht' },
]

const termijnsoorten = {
  onderzoek: {
    titel: 'Onderzoek binnen zes weken',
    binnen: 'Binnen zes weken',
    kern: 'onderzoeken was binnen zes weken klaar',
    wie: 'Elke zaak waarvan de zes weken in deze periode eindigden telt mee, ook als het onderzoek nog niet klaar is.',
    zonder: 'die eerder zijn afgesloten zonder onderzoek',
  },
  besluit: {
    titel: 'Besluit binnen twee weken',
    binnen: 'Binnen twee weken',
    kern: 'aanvragen had binnen twee weken een besluit',
    wie: 'Elke aanvraag waarvan de twee weken in deze periode eindigden telt mee, ook als er nog geen besluit is.',
    zonder: 'die eerder zijn afgesloten zonder besluit',
  },
} as const

type Termijnprops = { soort: keyof typeof termijnsoorten; telling: Cijferantwoord['termijnen']; periode: Periode }

function Termijnen({ soort, telling, periode }: Termijnprops) {
  const woorden = termijnsoorten[soort]
  const { binnen, teLaat, nietKlaar, afgesloten } = telling.totaal
  const meetelt = binnen + teLaat + nietKlaar
  const adres = (reeks: keyof typeof uitkomsten, maand?: string) =>
    `/toezicht/termijnen?${alsVraag(maand ? maandIn(periode, maand) : periode, { termijn: soort, uitkomst: uitkomsten[reeks] })}`
  return (
    <Blok
      id={`termijn-${soort}`}
      titel={woorden.titel}
      kern={
        meetelt === 0 ? (
          'In deze periode eindigde geen enkele termijn.'
        ) : (
          <>
            <strong>{procent(binnen, meetelt)}</strong> van {getal(meetelt)} {woorden.kern}.
          </>
        )
      }
      uitleg={`${woorden.wie} ${watTelt[soort]}${afgesloten > 0 ? ` Niet in het percentage: ${getal(afgesloten)} ${woorden.zonder}.` : ''}`}
    >
      <Maandbalken
        bijschrift={`${woorden.titel}, per maand waarin de termijn eindigde`}
        reeksen={termijnreeksen(woorden.binnen)}
        maanden={telling.maanden}
        totaal={telling.totaal}
        adres={adres}
        gestapeld
      />
    </Blok>
  )
}

const indicatiereeksen: readonly Reeks<'alle' | 'afwijkend' | 'gewaarschuwd'>[] = [
  { sleutel: 'alle', naam: 'Vast\u00adgesteld', kleur: 'zacht' },
  { sleutel: 'afwijkend', naam: 'Anders dan het advies', kleur: 'accent' },
  { sleutel: 'gewaarschuwd', naam: 'Met gemoti\u00adveerde waar\u00adschuwing', kleur: 'let-op' },
]

function Indicaties({ cijfers: { indicaties, waarschuwingen }, periode }: Props) {
  const { alle, afwijkend, gewaarschuwd } = indicaties.totaal
  const adres = (reeks: 'alle' | 'afwijkend' | 'gewaarschuwd', maand?: string) =>
    `/toezicht/indicaties?${alsVraag(maand ? maandIn(periode, maand) : periode, { soort: reeks })}`
  return (
    <Blok
      id="indicaties"
      titel="Indicaties naast het advies"
      kern={
        alle === 0 ? (
          'In deze periode is geen indicatie vastgesteld.'
        ) : (
          <>
            <strong>{procent(afwijkend, alle)}</strong> van {getal(alle)} indicaties wijkt af van het advies;{' '}
            <strong>{procent(gewaarschuwd, alle)}</strong> heeft een gemotiveerde waarschuwing.
          </>
        )
      }
      uitleg="Afwijken mag, met een motivering. Elke afwijking en elke waarschuwing heeft er een; lees ze achter het getal."
    >
      <Maandbalken
        bijschrift="Indicaties per maand van vaststellen"
        reeksen={indicatiereeksen}
        maanden={indicaties.maanden}
        totaal={indicaties.totaal}
        adres={adres}
        gestapeld={false}
      />
      {waarschuwingen.length > 0 && (
        <Tabel
          compact
          smal
          bijschrift="Waarschuwingen die gemotiveerd zijn"
          koppen={['Waarschuwing', 'Keer']}
          rijen={waarschuwingen.map((w) => ({
            sleutel: w.code,
            cellen: [w.tekst, getal(w.aantal)],
          }))}
        />
      )}
    </Blok>
  )
}

function Overig({ cijfers: { overig: o }, periode }: Props) {
  const vraag = alsVraag(periode)
  return (
    <Blok id="overig" titel="Toegang en besluiten" kern={null} uitleg={null}>
      <Tabel
        compact
        bijschrift="Toegang en besluiten in deze periode"
        bijschriftVerborgen
        koppen={['Wat', 'Aantal', 'Verder']}
        rijen={[
          rij('Noodtoegangen', o.noodtoegangen, '/werk/noodtoegang', noodzin(o)),
          rij(
            'Geweigerde pogingen',
            o.geweigerd,
            `/toezicht/logboek?${alsVraag(periode, { uitkomst: 'geweigerd' })}`,
            'Wie iets probeerde dat niet mocht.',
          ),
          rij('Catalogusversies laten ingaan', o.publicaties, `/toezicht/besluiten?${vraag}`, 'Met wie, wanneer en waarom.'),
          rij('Lezingen gekozen', o.instellingen, `/toezicht/besluiten?${vraag}`, 'Met wie, wanneer en waarom.'),
        ]}
      />
    </Blok>
  )
}

const rij = (wat: string, aantal: number, naar: string, verder: string) => ({
  sleutel: wat,
  cellen: [
    wat,
    aantal === 0 ? (
      '0'
    ) : (
      <Link key="aantal" to={naar} aria-label={`${aantal}, ${wat.toLowerCase()}`}>
        {getal(aantal)}
      </Link>
    ),
    verder,
  ],
})

const noodzin = (o: Cijferantwoord['overig']) =>
  o.noodtoegangen === 0
    ? 'Niemand vroeg noodtoegang.'
    : `${getal(o.terecht)} terecht, ${getal(o.onterecht)} onterecht, ${getal(o.onbeoordeeld)} nog niet beoordeeld.`

type Blokprops = { id: string; titel: string; kern: ReactNode; uitleg: ReactNode; children: ReactNode }

function Blok({ id, titel, kern, uitleg, children }: Blokprops) {
  return (
    <section className="tz-blok" aria-labelledby={id}>
      <Kop niveau={2} id={id}>
        {titel}
      </Kop>
      {kern && <p className="tz-kern">{kern}</p>}
      {uitleg && <p className="md-bijtekst">{uitleg}</p>}
      {children}
    </section>
  )
}
