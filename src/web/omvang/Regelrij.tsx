import { useId } from 'react'
import type { Normenkader, Product } from '#core/catalogus/vorm.ts'
import { type Per, pers } from '#core/indicatie/normregels.ts'
import type { Berekening } from './bereken.ts'
import { berekeningTekst } from '#core/indicatie/regelwoorden.ts'
import type { Regel } from './stand.ts'

export const perTekst: Record<Per, string> = {
  dag: 'dag',
  week: 'week',
  '2weken': '2 weken',
  '4weken': '4 weken',
  maand: 'maand',
  kwartaal: 'kwartaal',
}
const soortTekst = (soort: Regel['soort'], uitNormen: boolean): string =>
  soort === 'aftrek' ? '− Aftrek' : soort === 'afwijking' ? '± Afwijking' : uitNormen ? 'Norm' : 'Eigen regel'

type Eigenschappen = {
  readonly nummer: number
  readonly regel: Regel
  readonly kader: Normenkader | null
  readonly product: Product | undefined
  readonly berekening: Berekening
  readonly wijzig: (delen: Partial<Regel>, samen?: string) => void
  readonly haalWeg: () => void
}

/** Eén regel: wat, hoe lang, hoe vaak, en de uitkomst per week ernaast. */
export function Regelrij({ nummer, regel, kader, product, berekening, wijzig, haalWeg }: Eigenschappen) {
  const id = useId()
  const norm = kader?.activiteiten.find((a) => a.code === regel.activiteit)
  const uitkomst = berekening.perRegel.get(regel.id)
  const fout = berekening.veldfouten.get(`regel ${regel.id}`)
  const opmerkingen = [...berekening.bezwaren, ...berekening.waarschuwingen].filter((m) => m.regel === regel.id)
  return (
    <li className="omvang-regel" data-soort={regel.soort} data-fout={fout ? true : undefined}>
      <div className="omvang-regel-kop">
        <span className="omvang-soort">
          {nummer}. {soortTekst(regel.soort, norm !== undefined)}
        </span>
        {norm ? (
          <strong className="omvang-activiteit">
            {norm.tekst} <span className="md-bijtekst">({norm.gebied})</span>
          </strong>
        ) : (
          <span className="omvang-veld omvang-veld--breed">
            <label htmlFor={`${id}-a`}>{regel.soort === 'aftrek' ? 'Wat wordt al opgevangen' : 'Activiteit'}</label>
            <Tekst id={`${id}-a`} waarde={regel.activiteit} zet={(activiteit) => wijzig({ activiteit }, 'activiteit')} />
          </span>
        )}
        <button type="button" className="bewaar-tekstknop md-nietafdrukken" onClick={haalWeg}>
          Haal weg<span className="md-onzichtbaar"> regel {nummer}</span>
        </button>
      </div>
      <div className="omvang-getallen">
        {norm && regel.soort === 'norm' && kader && (
          <span className="omvang-veld">
            <label htmlFor={`${id}-z`}>Zwaarte</label>
            <select
              id={`${id}-z`}
              className="utrecht-select utrecht-select--html-select"
              value={regel.zwaarte}
              onChange={(e) => wijzig({ zwaarte: e.target.value })}
            >
              {Object.entries(kader.zwaarten).map(([z, t]) => (
                <option key={z} value={z}>
                  {t}
                </option>
              ))}
            </select>
          </span>
        )}
        <span className="omvang-veld">
          <label htmlFor={`${id}-m`}>Minuten</label>
          <Getal
            id={`${id}-m`}
            waarde={regel.minuten}
            zet={(minuten) => wijzig({ minuten }, 'minuten')}
            fout={fout ? `${id}-fout` : undefined}
          />
        </span>
        <span className="omvang-veld">
          <label htmlFor={`${id}-k`}>Keer</label>
          <Getal
            id={`${id}-k`}
            waarde={regel.aantal}
            zet={(aantal) => wijzig({ aantal }, 'aantal')}
            fout={fout ? `${id}-fout` : undefined}
          />
        </span>
        <span className="omvang-veld">
          <label htmlFor={`${id}-p`}>Per</label>
          <select
            id={`${id}-p`}
            className="utrecht-select utrecht-select--html-select"
            value={regel.per}
            onChange={(e) => wijzig({ per: e.target.value as Per })}
          >
            {pers.map((p) => (
              <option key={p} value={p}>
                {perTekst[p]}
              </option>
            ))}
          </select>
        </span>
        <output className="omvang-uitkomst" htmlFor={`${id}-m ${id}-k ${id}-p`}>
          {uitkomst ? berekeningTekst(uitkomst.berekening, uitkomst.minutenPerWeek) : 'Telt mee zodra de regel af is.'}
        </output>
      </div>
      {fout && (
        <p className="md-veldfout" id={`${id}-fout`}>
          ! {fout}
        </p>
      )}
      <Toelichting
        regel={regel}
        id={id}
        kader={kader}
        product={product}
        wijktAf={opmerkingen.some((m) => m.code === 'WIJKT_AF_VAN_NORM')}
        wijzig={wijzig}
      />
      {opmerkingen.map((m) => (
        <p key={m.code} className="omvang-opmerking">
          <span aria-hidden="true">! </span>
          {m.tekst}
        </p>
      ))}
    </li>
  )
}

type Toelichtingen = Pick<Eigenschappen, 'regel' | 'kader' | 'product' | 'wijzig'> & { readonly id: string; readonly wijktAf: boolean }

/** Alleen de teksten die bij deze regel nodig zijn, of die al ingevuld zijn. */
function Toelichting({ regel, id, kader, product, wijktAf, wijzig }: Toelichtingen) {
  const afwijkend = regel.soort === 'afwijking' || wijktAf
  const reden = afwijkend || regel.soort === 'aftrek' || regel.reden !== ''
  const motivering =
    afwijkend || regel.motivering !== '' || (regel.soort === 'norm' && kader === null && product?.omvang?.wijze === 'normregels')
  const resultaten = regel.soort === 'norm' && product?.omvang?.eisOnderbouwing ? (product.resultaten ?? []) : []
  const vraagResultaat = regel.soort === 'norm' && product?.omvang?.eisOnderbouwing !== undefined
  if (!reden && !motivering && !vraagResultaat) return null
  return (
    <div className="omvang-toelichting">
      {vraagResultaat && (
        <span className="omvang-veld omvang-veld--breed">
          <label htmlFor={`${id}-r`}>Voor welk resultaat</label>
          {resultaten.length > 0 ? (
            <select
              id={`${id}-r`}
              className="utrecht-select utrecht-select--html-select"
              value={regel.resultaat}
              onChange={(e) => wijzig({ resultaat: e.target.value })}
            >
              <option value="">Nog niet gekozen</option>
              {resultaten.map((r) => (
                <option key={r.code} value={r.code}>
                  {r.tekst}
                </option>
              ))}
            </select>
          ) : (
            <Tekst id={`${id}-r`} waarde={regel.resultaat} zet={(resultaat) => wijzig({ resultaat }, 'resultaat')} />
          )}
        </span>
      )}
      {reden && (
        <span className="omvang-veld omvang-veld--breed">
          <label htmlFor={`${id}-w`}>{regel.soort === 'aftrek' ? 'Wie of wat vangt dit op' : 'Reden van de afwijking'}</label>
          <Tekst id={`${id}-w`} waarde={regel.reden} zet={(tekst) => wijzig({ reden: tekst }, 'reden')} />
        </span>
      )}
      {motivering && (
        <span className="omvang-veld omvang-veld--breed">
          <label htmlFor={`${id}-t`}>{regel.soort === 'norm' && !wijktAf ? 'Waarom deze minuten (optioneel)' : 'Motivering'}</label>
          <Tekst id={`${id}-t`} waarde={regel.motivering} zet={(tekst) => wijzig({ motivering: tekst }, 'motivering')} />
        </span>
      )}
    </div>
  )
}

function Tekst({ id, waarde, zet }: { id: string; waarde: string; zet: (w: string) => void }) {
  return (
    <input
      id={id}
      className="utrecht-textbox utrecht-textbox--html-input"
      autoComplete="off"
      value={waarde}
      onChange={(e) => zet(e.target.value)}
    />
  )
}

function Getal({ id, waarde, zet, fout }: { id: string; waarde: string; zet: (w: string) => void; fout: string | undefined }) {
  return (
    <input
      id={id}
      className="utrecht-textbox utrecht-textbox--html-input omvang-getal"
      inputMode="decimal"
      autoComplete="off"
      value={waarde}
      aria-invalid={fout !== undefined}
      aria-describedby={fout}
      onChange={(e) => zet(e.target.value)}
    />
  )
}
