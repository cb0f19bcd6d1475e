import { useContext, useEffect } from 'react'
import { CatalogusContext } from './gebruik-catalogus.ts'

/** Zet de titel van het venster: dit scherm, de catalogus, het product. Nooit iets over een persoon. */
export function gebruikPaginatitel(titel: string): void {
  const naam = useContext(CatalogusContext)?.catalogus.catalogus.naam
  useEffect(() => {
    document.title = [titel, naam !== titel ? naam : undefined, 'Meedoen'].filter(Boolean).join(' · ')
  }, [titel, naam])
}
