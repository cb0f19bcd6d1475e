import { type ReactNode, useContext } from 'react'
import { useLocation } from 'react-router'
import { CatalogusContext } from '../kader/gebruik-catalogus.ts'
import { gebruikPaginatitel } from '../kader/gebruik-paginatitel.ts'

type PaginaProps = {
  titel: string
  /** Titel van het tabblad, als de kop iets over een persoon zegt: dat hoort niet in de geschiedenis van de browser. */
  venstertitel?: string
  /** Kleine regel boven de titel: waar dit bij hoort. */
  boven?: ReactNode
  inleiding?: ReactNode
  /** Knoppen rechts van de titel, onder elkaar op een smal scherm. */
  acties?: ReactNode
  /** Neem de volle breedte, voor schermen met twee kolommen of een brede tabel. */
  breed?: boolean
  children: ReactNode
}

/** Omhulsel van elk scherm: paginatitel, h1 die na een schermwissel de focus krijgt, inleiding en acties. */
export function Pagina({ titel, venstertitel, boven, inleiding, acties, breed, children }: PaginaProps) {
  const { pathname } = useLocation()
  gebruikPaginatitel(venstertitel ?? titel)
  return (
    <div className={breed ? 'md-pagina md-pagina--breed' : 'md-pagina'}>
      <div className="md-pagina__kop">
        <div className="md-pagina__titel">
          {boven && <p className="md-pagina__boven">{boven}</p>}
          <h1 className="utrecht-heading-1" tabIndex={-1} data-pad={pathname}>
            {titel}
          </h1>
          {inleiding && <p className="md-pagina__inleiding">{inleiding}</p>}
        </div>
        {acties && <div className="md-pagina__acties">{acties}</div>}
      </div>
      {children}
      <Afdrukvoet />
    </div>
  )
}

/** Alleen op papier: waar deze bladzijde uit komt, zodat zij later na te slaan is. */
function Afdrukvoet() {
  const geladen = useContext(CatalogusContext)
  if (!geladen) return null
  const { catalogus } = geladen
  return (
    <p className="md-afdrukvoet">
      Meedoen · {catalogus.catalogus.naam} · versie {catalogus.catalogus.versie} · hash {catalogus.hash.slice(0, 12)}
    </p>
  )
}
