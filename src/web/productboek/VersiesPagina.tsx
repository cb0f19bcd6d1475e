import { Link, useSearchParams } from 'react-router'
import { vergelijkCatalogi } from '#core/catalogus/uitleg/vergelijk.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { gebruikGegevens } from '../kader/gebruik-gegevens.ts'
import { haalCatalogus } from '../kader/haal-gegevens.ts'
import { geldendeVersie } from '../kader/kies-versie.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { vandaag } from '../kader/vandaag.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Fout } from '../onderdelen/Fout.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { Veld } from '../onderdelen/Veld.tsx'
import { Verschillijst } from './Verschillijst.tsx'
import './productboek.css'
import './vergelijk.css'

/** De versies van deze catalogus, en wat er tussen twee versies veranderde. */
export function VersiesPagina() {
  const { versies, catalogus } = gebruikCatalogus()
  const nu = geldendeVersie(versies, vandaag())
  return (
    <Pagina
      titel="Versies"
      inleiding="Een gepubliceerde versie verandert niet meer. De hash is een vingerafdruk van de inhoud: wijkt die af, dan start Meedoen niet."
    >
      <Tabel
        bijschrift="Versies van deze catalogus"
        bijschriftVerborgen
        koppen={['Versie', 'Geldig vanaf', 'Hash']}
        rijen={[...versies].reverse().map((v) => ({
          sleutel: v.versie,
          cellen: [
            <>
              <Link to={`/${catalogus.catalogus.id}${v.versie === nu?.versie ? '' : `@${v.versie}`}`}>{v.versie}</Link>{' '}
              {v.versie === nu?.versie && <Badge soort="accent">geldt nu</Badge>}{' '}
              {v.versie === catalogus.catalogus.versie && v.versie !== nu?.versie && <Badge>u kijkt hiernaar</Badge>}
            </>,
            v.geldigVan ? (
              schrijfDatum(v.geldigVan)
            ) : (
              <Badge key="datum" soort="onbekend">
                niet vastgelegd
              </Badge>
            ),
            <span key="hash" className="pb-hash">
              {v.hash}
            </span>,
          ],
        }))}
      />
      {versies.length < 2 ? (
        <Leeg titel="Er is één versie">Zodra er een tweede is, staan hier de verschillen in woorden.</Leeg>
      ) : (
        <Verschillen />
      )}
    </Pagina>
  )
}

function Verschillen() {
  const { versies, catalogus } = gebruikCatalogus()
  const [zoekdeel, zet] = useSearchParams()
  const bekend = (versie: string | null, anders: string | undefined) => versies.find((v) => v.versie === versie)?.versie ?? anders ?? ''
  const van = bekend(zoekdeel.get('van'), versies.at(-2)?.versie)
  const naar = bekend(zoekdeel.get('naar'), versies.at(-1)?.versie)
  const id = catalogus.catalogus.id
  const beide = gebruikGegevens(`${id}/${van}/${naar}`, () => Promise.all([haalCatalogus(id, van), haalCatalogus(id, naar)]))
  const opties = versies.map((v) => ({ waarde: v.versie, tekst: `${v.versie} (vanaf ${schrijfDatum(v.geldigVan)})` }))
  const kies = (nieuw: Record<string, string>) => zet({ van, naar, ...nieuw }, { replace: true, preventScrollReset: true })
  return (
    <section className="pb-deel" aria-labelledby="verschillen">
      <Kop niveau={2} id="verschillen">
        Wat er veranderde
      </Kop>
      <div className="pb-versiekeuze md-nietafdrukken">
        <Veld soort="keuze" label="Van versie" waarde={van} opWijzig={(v) => kies({ van: v })} opties={opties} />
        <Veld soort="keuze" label="Naar versie" waarde={naar} opWijzig={(v) => kies({ naar: v })} opties={opties} />
      </div>
      {beide.stand === 'laden' && <Laden wat="De versies worden vergeleken" />}
      {beide.stand === 'fout' && (
        <Fout titel="Een van de versies is niet te laden" opnieuw={beide.opnieuw}>
          Kijk of Meedoen nog draait en of u verbinding hebt.
        </Fout>
      )}
      {beide.stand === 'klaar' && (
        <Verschillijst delen={vergelijkCatalogi(beide.waarde[0], beide.waarde[1])} toonEisen={(eisen) => <EisChips eisen={eisen} />} />
      )}
    </section>
  )
}
