import { minutenInWoorden } from '#core/indicatie/normregels.ts'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import { Veld } from '#web/onderdelen/Veld.tsx'
import { getalTekst } from '#core/advies/woorden.ts'
import type { Berekening } from './bereken.ts'
import { breukTekst } from '#core/indicatie/regelwoorden.ts'
import { breukGetal } from './breuk-getal.ts'
import type { Omvangstand } from './stand.ts'

type Eigenschappen = {
  readonly stand: Omvangstand
  readonly berekening: Berekening
  readonly synthetisch: boolean
  readonly wijzig: (deel: Partial<Omvangstand>, samen?: string) => void
}

/** Het totaal groeit mee; de afronding staat erbij, want die gebeurt één keer en mag niemand verrassen. */
export function Totaal({ stand, berekening, synthetisch, wijzig }: Eigenschappen) {
  // Zonder één regel is de omvang nog niet bekend; dat is iets anders dan nul minuten.
  const omvang = berekening.omvang && 'minutenPerWeek' in berekening.omvang.totaal && stand.regels.length === 0 ? null : berekening.omvang
  return (
    <section className="md-deel omvang-totaal" aria-labelledby="omvang-totaalkop">
      <h2 id="omvang-totaalkop">Per week {synthetisch && <span className="omvang-merk">SYNTHETISCH</span>}</h2>
      <p className="omvang-groot" role="status">
        {omvang ? omvang.totaal.inWoorden.replace(/ per week$/, '') : 'Nog niet bekend'}
      </p>
      {omvang && 'minutenPerWeek' in omvang.totaal ? (
        <Minuten stand={stand} berekening={berekening} totaal={omvang.totaal} wijzig={wijzig} />
      ) : omvang && 'dagdelenPerWeek' in omvang.totaal ? (
        <Blokken aantal={omvang.totaal.dagdelenPerWeek} tekst={omvang.totaal.inWoorden} />
      ) : (
        <p className="md-bijtekst">Vul links in wat iemand nodig heeft.</p>
      )}
    </section>
  )
}

type Minuteneigenschappen = Pick<Eigenschappen, 'stand' | 'berekening' | 'wijzig'> & {
  readonly totaal: { readonly minutenPerWeek: string; readonly afgerond: number; readonly vastgesteld?: number }
}

const wijzeTekst = { naar_boven: 'naar boven', dichtstbij: 'naar het dichtstbijzijnde', naar_beneden: 'naar beneden' } as const

function Minuten({ stand, berekening, totaal, wijzig }: Minuteneigenschappen) {
  const afronding = berekening.omvang?.afronding
  const exact = breukTekst(totaal.minutenPerWeek)
  return (
    <>
      <Balk berekening={berekening} afgerond={totaal.afgerond} />
      <p className="omvang-som">
        {exact === String(totaal.afgerond) ? (
          <>
            {exact} minuten = {minutenInWoorden(totaal.afgerond)}
          </>
        ) : (
          <>
            {exact} <Icoon naam="pijl" tekst />
            <span className="md-onzichtbaar">afgerond</span> {getalTekst(totaal.afgerond)} minuten = {minutenInWoorden(totaal.afgerond)}
          </>
        )}
      </p>
      {afronding && (
        <p className="md-bijtekst">
          Eén keer afgerond, aan het eind, {wijzeTekst[afronding.wijze]} op {afronding.op} {afronding.op === 1 ? 'minuut' : 'minuten'}.
        </p>
      )}
      <details className="omvang-vast md-nietafdrukken" open={stand.vastgesteld !== '' || undefined}>
        <summary>Iets anders vaststellen dan de som</summary>
        <Veld
          soort="getal"
          label="Minuten per week"
          waarde={stand.vastgesteld}
          opWijzig={(vastgesteld) => wijzig({ vastgesteld }, 'vastgesteld')}
          fout={berekening.veldfouten.get('vastgesteld')}
        />
        <Veld
          soort="lang"
          regels={2}
          label="Waarom"
          waarde={stand.vastgesteldWaarom}
          opWijzig={(vastgesteldWaarom) => wijzig({ vastgesteldWaarom }, 'waarom')}
        />
      </details>
      {totaal.vastgesteld !== undefined && (
        <p>
          Vastgesteld: <strong>{minutenInWoorden(totaal.vastgesteld)}</strong>
          {stand.vastgesteldWaarom.trim() !== '' && `, omdat: ${stand.vastgesteldWaarom}`}
        </p>
      )}
    </>
  )
}

/** Elke regel een stuk; wat eraf gaat staat gearceerd aan het eind. De tabel onder aan de pagina zegt hetzelfde in woorden. */
function Balk({ berekening, afgerond }: { berekening: Berekening; afgerond: number }) {
  const stukken = [...berekening.perRegel].map(([id, u]) => ({ id, minuten: breukGetal(u.minutenPerWeek) }))
  const plus = stukken.filter((s) => s.minuten > 0)
  const af = stukken.filter((s) => s.minuten < 0).reduce((som, s) => som - s.minuten, 0)
  const bruto = plus.reduce((som, s) => som + s.minuten, 0)
  const schaal = Math.max(bruto, afgerond, 60)
  const breed = (minuten: number) => `${(minuten / schaal) * 100}%`
  return (
    <div className="omvang-balk" aria-hidden="true">
      {plus.map((s) => (
        <span key={s.id} className="omvang-stuk" style={{ width: breed(s.minuten) }} />
      ))}
      {af > 0 && (
        <span className="omvang-af" style={{ width: breed(Math.min(af, bruto)), insetInlineEnd: `${100 - (bruto / schaal) * 100}%` }} />
      )}
    </div>
  )
}

function Blokken({ aantal, tekst }: { aantal: number; tekst: string }) {
  const heel = Math.min(Math.floor(aantal), 28)
  return (
    <>
      <div className="omvang-blokken" aria-hidden="true">
        {Array.from({ length: heel }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: de blokjes zijn gelijk
          <span key={i} />
        ))}
      </div>
      <p className="md-bijtekst">{tekst}</p>
    </>
  )
}
