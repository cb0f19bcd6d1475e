import { useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { jsonInWoorden } from '#core/catalogus/uitleg/in-woorden.ts'
import { gelijk, type Json } from '#core/catalogus/instellingen.ts'
import { type OpenPunt, openPunten } from '#core/catalogus/uitleg/naslag.ts'
import type { Instelling } from '#core/catalogus/vorm.ts'
import { zoekAnker } from '../kader/anker.ts'
import { schrijfDatum } from '#web/kader/schrijf-datum.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Veld } from '../onderdelen/Veld.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { ketennamen } from './indeling.ts'
import './productboek.css'
import './beslissen.css'

/** Elk open punt van de bron, met de mogelijke lezingen en welke gekozen is. */
export function InstellingenPagina() {
  const { catalogus } = gebruikCatalogus()
  const { hash } = useLocation()
  const punten = [...openPunten(catalogus)].sort((a, b) => a.amb.localeCompare(b.amb, 'nl', { numeric: true }))
  const [keten, kiesKeten] = useState('')
  const werkt = (punt: OpenPunt) => new Set(punt.sleutels.flatMap((s) => catalogus.instellingen?.[s]?.werkt ?? []))
  const ketens = Object.keys(ketennamen).filter((k) => punten.some((p) => werkt(p).has(k as never)))
  const getoond = keten === '' ? punten : punten.filter((p) => werkt(p).has(keten as never))
  useEffect(() => {
    const doel = zoekAnker(hash)
    doel?.scrollIntoView({ block: 'start' })
    doel?.focus({ preventScroll: true })
  }, [hash])
  return (
    <Pagina
      titel="Instellingen"
      inleiding="Waar de bron iets openlaat of zichzelf tegenspreekt, kiest de gemeente een lezing. Hier staan alle open punten, met de lezing die nu geldt."
    >
      {punten.length === 0 && <Leeg titel="Deze catalogus heeft geen open punten" />}
      {ketens.length > 1 && (
        <div className="pb-filter md-nietafdrukken">
          <Veld
            soort="keuze"
            label="Toon wat werkt"
            leeg="overal"
            waarde={keten}
            opWijzig={kiesKeten}
            opties={ketens.map((k) => ({ waarde: k, tekst: ketennamen[k] ?? k }))}
          />
          <p role="status" className="md-bijtekst">
            {getoond.length} van {punten.length} punten
          </p>
        </div>
      )}
      {getoond.map((punt) => (
        <article key={punt.amb} id={punt.amb} tabIndex={-1} className="pb-punt" aria-labelledby={`${punt.amb}-kop`}>
          <div className="pb-punt__kop">
            <Kop niveau={2} als={3} id={`${punt.amb}-kop`}>
              <span className="pb-code">{punt.amb}</span> {punt.titel}
            </Kop>
          </div>
          {punt.sleutels.map((sleutel) => {
            const instelling = catalogus.instellingen?.[sleutel]
            return (
              instelling && (
                <EenInstelling key={sleutel} sleutel={sleutel} instelling={instelling} metTitel={instelling.titel !== punt.titel} />
              )
            )
          })}
          <Toelichting amb={punt.amb} />
        </article>
      ))}
    </Pagina>
  )
}

function EenInstelling({ sleutel, instelling, metTitel }: { sleutel: string; instelling: Instelling; metTitel: boolean }) {
  const gekozen = instelling.standaard as Json
  const eigen = !instelling.lezingen.some((l) => gelijk(l.waarde as Json, gekozen))
  return (
    <div className="pb-instelling">
      {metTitel && (
        <Kop niveau={3} als={4}>
          {instelling.titel}
        </Kop>
      )}
      {instelling.uitleg && <p>{instelling.uitleg}</p>}
      {instelling.perGemeente ? <PerGemeente gekozen={gekozen} instelling={instelling} /> : null}
      <ul className="pb-lezinglijst" aria-label={`Lezingen van ${instelling.titel}`}>
        {instelling.lezingen.map((lezing) => {
          const dit = !instelling.perGemeente && gelijk(lezing.waarde as Json, gekozen)
          return (
            <li key={JSON.stringify(lezing.waarde)} className={dit ? 'pb-lezing pb-lezing--gekozen' : 'pb-lezing'}>
              <span className="pb-lezing__rondje" aria-hidden="true" />
              <div>
                <span>{lezing.tekst}</span> {dit && <Badge soort="accent">gekozen (standaard)</Badge>}
                {lezing.ontbreekt && (
                  <p className="md-bijtekst pb-lezing__nodig">
                    <Icoon naam="info" /> Eerst nodig: {lezing.ontbreekt}
                  </p>
                )}
                {!dit && !lezing.ontbreekt && !instelling.perGemeente && instelling.werkt.includes('advies') && (
                  <ProbeerLezing sleutel={sleutel} waarde={lezing.waarde as Json} tekst={lezing.tekst} />
                )}
              </div>
            </li>
          )
        })}
        {eigen && !instelling.perGemeente && (
          <li className="pb-lezing pb-lezing--gekozen">
            <span className="pb-lezing__rondje" aria-hidden="true" />
            <div>
              {jsonInWoorden(gekozen)} <Badge soort="accent">gekozen (standaard)</Badge>
            </div>
          </li>
        )}
      </ul>
      <Vastgelegd sleutel={sleutel} instelling={instelling} />
      <p className="pb-instelling__voet">
        <span>
          Werkt {instelling.werkt.length > 0 ? instelling.werkt.map((w) => ketennamen[w]).join('; ') : 'alleen als uitleg'}.
          {instelling.vrij && ` Een eigen waarde mag ook (${instelling.vrij}).`}
        </span>{' '}
        <EisChips eisen={instelling.eisen} /> <code className="pb-sleutel">{sleutel}</code>
      </p>
    </div>
  )
}

/** Wat gemeenten zelf hebben vastgelegd: welke lezing, sinds wanneer, door wie en waarom. */
function Vastgelegd({ sleutel, instelling }: { sleutel: string; instelling: Instelling }) {
  const { catalogus } = gebruikCatalogus()
  const keuzes = (catalogus.keuzes ?? []).flatMap((k) =>
    Object.entries(k.instellingen)
      .filter(([pad]) => pad.split('.')[0] === sleutel)
      .map(([pad, waarde]) => ({ ...k, pad, waarde: waarde as Json })),
  )
  return keuzes.map((k) => (
    <p key={`${k.gemeente} ${k.geldigVan} ${k.pad}`} className="md-bijtekst">
      <strong>
        {k.gemeente}, vanaf {schrijfDatum(k.geldigVan)}:
      </strong>{' '}
      {instelling.lezingen.find((l) => gelijk(l.waarde as Json, k.waarde))?.tekst ?? jsonInWoorden(k.waarde)} · gekozen door {k.door}:{' '}
      {k.reden}
    </p>
  ))
}

function ProbeerLezing({ sleutel, waarde, tekst }: { sleutel: string; waarde: Json; tekst: string }) {
  const { pad } = gebruikCatalogus()
  return (
    <Link
      className="pb-lezing__probeer md-nietafdrukken"
      to={`${pad('probeer')}#lezing:${sleutel}=${encodeURIComponent(JSON.stringify(waarde))}`}
    >
      Probeer deze lezing<span className="md-onzichtbaar">: {tekst}</span>
    </Link>
  )
}

function PerGemeente({ gekozen, instelling }: { gekozen: Json; instelling: Instelling }) {
  const { catalogus } = gebruikCatalogus()
  const tabel = typeof gekozen === 'object' && gekozen !== null && !Array.isArray(gekozen) ? gekozen : {}
  return (
    <dl className="pb-feiten">
      {catalogus.gemeenten.map((g) => {
        const waarde = tabel[g.naam]
        const lezing = instelling.lezingen.find((l) => gelijk(l.waarde as Json, waarde as Json))
        return (
          <div key={g.naam}>
            <dt>{g.naam}</dt>
            <dd>
              {waarde === undefined || waarde === null ? (
                <Badge soort="onbekend">niet vastgelegd</Badge>
              ) : (
                (lezing?.tekst ?? jsonInWoorden(waarde))
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Toelichting({ amb }: { amb: string }) {
  const { catalogus } = gebruikCatalogus()
  const gevonden = (catalogus.toelichtingen ?? []).filter((t) => t.amb === amb)
  return gevonden.map((t) => (
    <div key={t.titel} className="pb-instelling">
      <ul className="pb-lezinglijst" aria-label={`Lezingen van ${t.titel}`}>
        {t.lezingen.map((lezing) => (
          <li key={lezing} className="pb-lezing">
            <span className="pb-lezing__streep" aria-hidden="true" />
            <div>{lezing}</div>
          </li>
        ))}
      </ul>
      <p>
        <strong>Zo werkt het nu:</strong> {t.gekozen}
      </p>
      <p className="pb-instelling__voet">
        <span>Alleen uitleg; hier valt niets in te stellen.</span> <EisChips eisen={t.eisen} />
      </p>
    </div>
  ))
}
