import { useState } from 'react'
import type { Publicatieantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfWanneer } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { Verschillijst } from '../productboek/Verschillijst.tsx'
import { gebruikPublicaties, gebruikVerschillen } from './antwoord.ts'
import { BeheerKader } from './BeheerKader.tsx'
import { Eislinks } from './Eislinks.tsx'
import { Publiceerformulier } from './Publiceerformulier.tsx'

/** Welke versie van de catalogus geldt, welke gaat gelden, en een versie laten ingaan. */
export function VersiesBeheerPagina() {
  const publicaties = gebruikPublicaties()
  const mag = heeftRol(gebruikEigenSessie(), 'contractmanager')
  return (
    <BeheerKader inleiding="Een versie die geldt verandert niet meer. Een nieuwe versie gaat in op een dag die u kiest; een onderzoek dat dan al loopt houdt de versie waarmee het begon.">
      <Deel vraag={publicaties} wat="De versies worden geladen">
        {({ items, versies }) => (
          <>
            <Publicatielijst items={items} />
            {mag && <Publiceerformulier items={items} versies={versies} />}
          </>
        )}
      </Deel>
    </BeheerKader>
  )
}

/** Ook zonder formulier te tonen, voor wie alleen meeleest. */
export function Publicatielijst({ items }: { items: readonly Publicatieantwoord[] }) {
  return (
    <section className="cb-deel" aria-labelledby="publicaties">
      <Kop niveau={2} id="publicaties">
        Versies en wanneer zij gelden
      </Kop>
      {items.length === 0 ? (
        <Leeg titel="Er geldt hier nog geen catalogus">Laat hieronder een versie ingaan.</Leeg>
      ) : (
        <ol className="cb-besluiten">
          {items.map((p) => (
            <Publicatie key={p.id} publicatie={p} />
          ))}
        </ol>
      )}
    </section>
  )
}

const standen = {
  geldt: { tekst: 'geldt nu', soort: 'accent' },
  straks: { tekst: 'gaat nog in', soort: 'info' },
  voorbij: { tekst: 'voorbij', soort: 'gewoon' },
  vervangen: { tekst: 'vervangen voor zij inging', soort: 'onbekend' },
} as const

function Publicatie({ publicatie: p }: { publicatie: Publicatieantwoord }) {
  const stand = standen[p.stand]
  return (
    <li className="cb-besluit" data-stand={p.stand}>
      <p className="cb-besluit__kop">
        <strong>Versie {p.versie}</strong> vanaf {schrijfDatum(p.geldigVan)} <Badge soort={stand.soort}>{stand.tekst}</Badge>
      </p>
      <p>{p.reden}</p>
      <p className="md-bijtekst">
        Besloten {schrijfWanneer(p.gedaanOp, '')}
        {p.door ? ` door ${p.door}` : ' bij het inrichten'} · hash <span className="pb-hash">{p.hash.slice(0, 12)}</span>
      </p>
      {p.na !== null && p.na !== p.versie && <Verschillen van={p.na} naar={p.versie} />}
    </li>
  )
}

/** Pas opgehaald als iemand het openklapt. */
export function Verschillen({ van, naar }: { van: string; naar: string }) {
  const [open, zetOpen] = useState(false)
  const verschillen = gebruikVerschillen(van, naar, open)
  return (
    <Uitklap kop={`Wat er verandert van ${van} naar ${naar}`} open={open} opWissel={zetOpen}>
      <Deel vraag={verschillen} wat="De versies worden vergeleken">
        {({ delen }) => <Verschillijst delen={delen} toonEisen={(eisen) => <Eislinks eisen={eisen} />} />}
      </Deel>
    </Uitklap>
  )
}
