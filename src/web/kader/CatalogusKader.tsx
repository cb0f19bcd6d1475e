import { useMemo } from 'react'
import { Link, Outlet, useParams } from 'react-router'
import { Fout } from '../onderdelen/Fout.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { CatalogusContext, gebruikCatalogus } from './gebruik-catalogus.ts'
import { gebruikGegevens } from './gebruik-gegevens.ts'
import { haalCatalogus, haalIndex, Ophaalfout } from './haal-gegevens.ts'
import { geldendeVersie, leesAdresdeel } from './kies-versie.ts'
import { schrijfDatum } from './schrijf-datum.ts'
import { vandaag } from './vandaag.ts'

/** Laadt de catalogus uit het adres; pas als die er is, verschijnt het scherm. */
export function CatalogusKader() {
  const adresdeel = useParams().catalogus ?? ''
  const { id, versie } = leesAdresdeel(adresdeel)
  const index = gebruikGegevens('index', haalIndex)
  const soort = index.stand === 'klaar' ? index.waarde.catalogi.find((c) => c.id === id) : undefined
  const gekozen = versie ? soort?.versies.find((v) => v.versie === versie) : geldendeVersie(soort?.versies ?? [], vandaag())
  const inhoud = gebruikGegevens(gekozen ? `${id}/${gekozen.versie}` : null, () => haalCatalogus(id, gekozen?.versie ?? ''))

  const geladen = useMemo(() => {
    if (index.stand !== 'klaar' || inhoud.stand !== 'klaar' || !soort) return null
    const versies = [...soort.versies].sort((a, b) => (a.geldigVan < b.geldigVan ? -1 : 1))
    const pad = (...delen: string[]) => `/${[adresdeel, ...delen.map(encodeURIComponent)].join('/')}`
    return { catalogus: inhoud.waarde, index: index.waarde, versies, pad }
  }, [index, inhoud, soort, adresdeel])

  if (geladen) {
    return (
      <CatalogusContext.Provider value={geladen}>
        {gekozen && gekozen !== geldendeVersie(geladen.versies, vandaag()) && <AndereVersie />}
        <Outlet />
      </CatalogusContext.Provider>
    )
  }
  if (index.stand === 'klaar' && !gekozen) return <OnbekendeCatalogus id={id} versie={soort ? versie : null} />
  const mislukt = index.stand === 'fout' ? index : inhoud.stand === 'fout' ? inhoud : null
  if (!mislukt) return <Laden wat="De catalogus wordt geladen" />
  if (mislukt.fout instanceof Ophaalfout && mislukt.fout.reden === 'niet_gevonden') return <OnbekendeCatalogus id={id} versie={versie} />
  return (
    <Pagina titel="De catalogus is nu niet te laden">
      <Fout titel="Geen antwoord van de server" opnieuw={mislukt.opnieuw}>
        Kijk of Meedoen nog draait en of u verbinding hebt. Wat u al invulde, staat nog in uw browser.
      </Fout>
    </Pagina>
  )
}

/** Wie een oude of toekomstige versie leest, moet dat op elk scherm zien. */
function AndereVersie() {
  const { catalogus } = gebruikCatalogus()
  const nu = geldendeVersie(gebruikCatalogus().versies, vandaag())
  const begint = catalogus.geldigVan > vandaag()
  return (
    <div className="md-andereversie">
      <Melding soort="info" compact titel={`U kijkt naar versie ${catalogus.catalogus.versie}.`}>
        {begint ? `Deze versie geldt pas vanaf ${schrijfDatum(catalogus.geldigVan)}. ` : 'Deze versie geldt niet meer. '}
        <Link to={`/${catalogus.catalogus.id}`}>Naar de versie die nu geldt ({nu?.versie})</Link>
      </Melding>
    </div>
  )
}

function OnbekendeCatalogus({ id, versie }: { id: string; versie: string | null }) {
  return (
    <Pagina titel="Deze catalogus is er niet">
      <Fout
        titel={versie ? `Versie ${versie} van ${id} staat hier niet` : `Er is geen catalogus met de naam ${id}`}
        naar={{ adres: '/', tekst: 'Kies een catalogus' }}
      >
        Misschien is het adres verkeerd overgenomen, of staat de catalogus op een andere plek.
      </Fout>
    </Pagina>
  )
}
