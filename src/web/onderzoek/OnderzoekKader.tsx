import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { CatalogusContext } from '../kader/gebruik-catalogus.ts'
import { NietTeZien } from '../dossier/MetGegevens.tsx'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Laden } from '../onderdelen/Laden.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import type { Onderzoek } from './beeld.ts'
import { gebruikCatalogusplek, gebruikOnderzoekGegevens } from './gebruik-gegevens.ts'

type Inhoud = (onderzoek: Onderzoek, catalogus: Catalogus) => ReactNode

/** Laadt het onderzoek met zijn eigen catalogus; pas als beide er zijn, verschijnt het scherm. */
export function OnderzoekKader({ id, titel, children }: { id: string; titel: string; children: Inhoud }) {
  const geladen = gebruikOnderzoekGegevens(id)
  if (geladen.stand === 'laden')
    return (
      <Pagina titel={titel} boven="&nbsp;" breed>
        <Laden wat="Het onderzoek wordt geladen" />
      </Pagina>
    )
  if (geladen.stand === 'fout')
    return (
      <NietTeZien
        probleem={geladen.probleem}
        wat="Dit onderzoek"
        terug={{ naar: '/inwoners', tekst: 'Inwoners zoeken' }}
        opnieuw={geladen.opnieuw}
      />
    )
  return (
    <MetCatalogus key={geladen.onderzoek.id} catalogus={geladen.catalogus}>
      {children(geladen.onderzoek, geladen.catalogus)}
    </MetCatalogus>
  )
}

export function MetCatalogus({ catalogus, children }: { catalogus: Catalogus; children: ReactNode }) {
  return <CatalogusContext.Provider value={gebruikCatalogusplek(catalogus)}>{children}</CatalogusContext.Provider>
}

/** Boven de titel: over wie het gaat, en bij welke zaak. */
export function OverWie({ inwoner, zaak }: Pick<Onderzoek, 'inwoner' | 'zaak'>) {
  return (
    <>
      <Link to={`/inwoners/${inwoner.id}`}>{inwoner.naam}</Link>
      {inwoner.geboortedatum && ` · geboren ${schrijfDatum(inwoner.geboortedatum)}`}
      {zaak && (
        <>
          {' · '}
          <Link to={`/zaken/${zaak.id}`}>zaak {zaak.nummer}</Link>
        </>
      )}
    </>
  )
}
