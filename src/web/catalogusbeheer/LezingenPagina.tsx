import { useState } from 'react'
import type { Instellingantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { ketennamen } from '../productboek/indeling.ts'
import { gebruikInstellingen } from './antwoord.ts'
import { BeheerKader } from './BeheerKader.tsx'
import { Eislinks } from './Eislinks.tsx'
import { Keuzegeschiedenis } from './Keuzegeschiedenis.tsx'
import { Lezingformulier } from './Lezingformulier.tsx'

/** Elk open punt van de bron met de lezing die hier geldt, en een andere kiezen. */
export function LezingenPagina() {
  const instellingen = gebruikInstellingen()
  return (
    <BeheerKader inleiding="Waar de bron iets openlaat, kiest uw gemeente een lezing. Een keuze gaat in op een dag, heeft een reden, en blijft altijd terug te lezen.">
      <Deel vraag={instellingen} wat="De lezingen worden geladen">
        {({ items, versie }) => <Lezingen items={items} versie={versie} />}
      </Deel>
      <Keuzegeschiedenis />
    </BeheerKader>
  )
}

function Lezingen({ items, versie }: { items: readonly Instellingantwoord[]; versie: string }) {
  const [keten, kiesKeten] = useState('')
  const [zoek, zetZoek] = useState('')
  const ketens = Object.keys(ketennamen).filter((k) => items.some((i) => i.werkt.includes(k)))
  const woorden = zoek.toLowerCase().split(/\s+/).filter(Boolean)
  const past = (i: Instellingantwoord) => {
    const tekst = `${i.amb} ${i.titel} ${i.sleutel} ${i.uitleg ?? ''} ${i.inWoorden}`.toLowerCase()
    return (keten === '' || i.werkt.includes(keten)) && woorden.every((w) => tekst.includes(w))
  }
  const getoond = items.filter(past)
  return (
    <section className="cb-deel" aria-labelledby="lezingen">
      <Kop niveau={2} id="lezingen">
        Lezingen bij versie {versie}
      </Kop>
      <div className="cb-filter">
        <Tekstveld label="Zoek een lezing" optioneel="vanzelf" waarde={zoek} opWijzig={zetZoek} />
        <Keuzelijst
          label="Werkt"
          optioneel="vanzelf"
          leeg="overal"
          waarde={keten}
          opWijzig={kiesKeten}
          opties={ketens.map((k) => ({ waarde: k, tekst: ketennamen[k] ?? k }))}
        />
        <p role="status" className="md-bijtekst">
          {getoond.length} van {items.length} instellingen
        </p>
      </div>
      {getoond.length === 0 ? (
        <Leeg titel="Geen instelling met deze woorden">Zoek op een deel van de titel, of op een nummer als AMB-11.</Leeg>
      ) : (
        <ul className="cb-lezingen">
          {getoond.map((i) => (
            <Lezing key={i.sleutel} instelling={i} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Lezing({ instelling: i }: { instelling: Instellingantwoord }) {
  const mag = heeftRol(gebruikEigenSessie(), 'contractmanager')
  const [open, zetOpen] = useState(false)
  const vast = i.lezingen.length === 1 && i.vrij === null
  return (
    <li className="cb-lezing">
      <h3 className="cb-lezing__kop">
        <span className="pb-code">{i.amb}</span> {i.titel}
      </h3>
      <p className="cb-lezing__geldt">
        {i.waarde === null && i.gekozen === null ? (
          <Badge soort="onbekend">{i.inWoorden === 'niet vastgelegd' ? 'nog niet vastgelegd' : i.inWoorden}</Badge>
        ) : (
          <strong>{i.inWoorden}</strong>
        )}{' '}
        {i.gekozen ? (
          <span className="md-bijtekst">
            sinds {schrijfDatum(i.gekozen.geldigVan)}, gekozen door {i.gekozen.door}: {i.gekozen.reden}
          </span>
        ) : (
          <span className="md-bijtekst">standaard van de catalogus</span>
        )}
      </p>
      {i.straks.map((k) => (
        <p key={k.id} className="cb-lezing__straks">
          <Badge soort="info">vanaf {schrijfDatum(k.geldigVan)}</Badge> {k.inWoorden}{' '}
          <span className="md-bijtekst">
            gekozen door {k.door}: {k.reden}
          </span>
        </p>
      ))}
      <p className="md-bijtekst">
        {i.uitleg} {i.werkt.length > 0 ? `Werkt ${i.werkt.map((w) => ketennamen[w] ?? w).join('; ')}.` : 'Alleen als uitleg.'}{' '}
        <Eislinks eisen={i.eisen} />
      </p>
      {vast ? (
        <p className="md-bijtekst">Er is nu één lezing.</p>
      ) : (
        <Uitklap kop={mag ? `Andere lezing kiezen: ${i.titel}` : 'Alle lezingen'} open={open} opWissel={zetOpen}>
          {open && (mag ? <Lezingformulier instelling={i} opKlaar={() => zetOpen(false)} /> : <AlleLezingen instelling={i} />)}
        </Uitklap>
      )}
    </li>
  )
}

function AlleLezingen({ instelling }: { instelling: Instellingantwoord }) {
  return (
    <ul className="cb-opsomming">
      {instelling.lezingen.map((l) => (
        <li key={JSON.stringify(l.waarde)}>
          {l.tekst}
          {l.ontbreekt && <span className="md-bijtekst"> Eerst nodig: {l.ontbreekt}</span>}
        </li>
      ))}
    </ul>
  )
}
