import { Link, useParams } from 'react-router'
import { gebruikVan } from '#core/catalogus/uitleg/gebruik.ts'
import { jsonInWoorden } from '#core/catalogus/uitleg/in-woorden.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { alleUitspraken, type GevondenUitspraak, passagesVan, vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Fout } from '../onderdelen/Fout.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { gebruiksadres, gebruikskoppen } from './gebruik-woorden.ts'
import { ketennamen, soortnamen } from './indeling.ts'
import { Passages } from './Passages.tsx'
import { Voorwaardeblok } from './Voorwaardeblok.tsx'
import { Lezingen } from './Zin.tsx'
import './productboek.css'
import './bron.css'
import './beslissen.css'

export function UitspraakPagina() {
  const { catalogus, pad } = gebruikCatalogus()
  const eis = useParams().eis ?? ''
  const uitspraak = vindUitspraak(catalogus, eis)
  if (!uitspraak) {
    return (
      <Pagina titel="Deze uitspraak is er niet">
        <Fout titel={`${eis} staat niet in ${catalogus.catalogus.naam}`} naar={{ adres: pad('zoek'), tekst: 'Zoek een uitspraak' }}>
          Misschien hoort het nummer bij een andere catalogus of een andere versie.
        </Fout>
      </Pagina>
    )
  }
  return (
    <Pagina titel={`Uitspraak ${eis}`} boven={soortnamen[uitspraak.soort]}>
      <p className="pb-uitspraak">{uitspraak.tekst}</p>
      <Kenmerken uitspraak={uitspraak} />
      <section className="pb-deel" aria-labelledby="bron">
        <Kop niveau={2} id="bron">
          Wat de bron zegt
        </Kop>
        {uitspraak.citaten.map((citaat) => (
          <blockquote key={citaat} className="pb-citaat">
            {citaat}
          </blockquote>
        ))}
        <Passages passages={passagesVan(catalogus, eis)} citaten={uitspraak.citaten} />
      </section>
      <Gebruikslijst eis={eis} />
      <Buren eis={eis} />
    </Pagina>
  )
}

function Kenmerken({ uitspraak }: { uitspraak: GevondenUitspraak }) {
  const { catalogus, pad } = gebruikCatalogus()
  return (
    <dl className="pb-feiten pb-feiten--lijst">
      <div>
        <dt>Producten</dt>
        <dd>
          {uitspraak.producten.map((code, i) => (
            <span key={code}>
              {i > 0 && ', '}
              <Link to={pad('product', code)}>{catalogus.producten[code]?.naam ?? code}</Link>
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>Werkt</dt>
        <dd>
          {uitspraak.werkt.length > 0
            ? uitspraak.werkt.map((w) => ketennamen[w]).join('; ')
            : 'alleen als tekst: er valt niets te controleren'}
        </dd>
      </div>
      {uitspraak.als && (
        <div>
          <dt>Voldaan als</dt>
          <dd>
            <Voorwaardeblok voorwaarde={uitspraak.als} anders="altijd" />
          </dd>
        </div>
      )}
      {uitspraak.waarde !== undefined && (
        <div>
          <dt>Waarde</dt>
          <dd>{jsonInWoorden(uitspraak.waarde as Json)}</dd>
        </div>
      )}
      {(uitspraak.instellingen?.length ?? 0) > 0 && (
        <div>
          <dt>Lezing</dt>
          <dd>
            <Lezingen sleutels={uitspraak.instellingen ?? []} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function Gebruikslijst({ eis }: { eis: string }) {
  const { catalogus, pad } = gebruikCatalogus()
  const gebruik = gebruikVan(catalogus, eis)
  const soorten = [...new Set(gebruik.map((g) => g.soort))]
  return (
    <section className="pb-deel" aria-labelledby="gebruik">
      <Kop niveau={2} id="gebruik">
        Waar de uitspraak gebruikt wordt
      </Kop>
      {gebruik.length === 0 && (
        <p className="md-bijtekst">Geen vraag, tabel of instelling rust op deze uitspraak. Zij staat wel op de productpagina.</p>
      )}
      {soorten.map((soort) => (
        <div key={soort}>
          <Kop niveau={3} als={4}>
            {gebruikskoppen[soort]}
          </Kop>
          <ul className="pb-zinnen">
            {gebruik
              .filter((g) => g.soort === soort)
              .map((g) => (
                <li key={JSON.stringify(g)} className="pb-zin">
                  {g.soort === 'rij' && <Badge>{g.rij}</Badge>} {'product' in g && <span className="pb-code">{g.product}</span>}{' '}
                  <Link to={gebruiksadres(g, pad)}>{g.tekst}</Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Vorige en volgende uitspraak, om een stuk van de bron door te lopen. */
function Buren({ eis }: { eis: string }) {
  const { catalogus, pad } = gebruikCatalogus()
  const alle = [...alleUitspraken(catalogus)].map((u) => u.eis).sort()
  const plek = alle.indexOf(eis)
  const [vorige, volgende] = [alle[plek - 1], alle[plek + 1]]
  return (
    <nav className="pb-buren md-nietafdrukken" aria-label="Vorige en volgende uitspraak">
      {vorige ? (
        <Link to={pad('uitspraak', vorige)} rel="prev">
          Vorige: {vorige}
        </Link>
      ) : (
        <span />
      )}
      {volgende && (
        <Link to={pad('uitspraak', volgende)} rel="next">
          Volgende: {volgende}
        </Link>
      )}
    </nav>
  )
}
