import { createContext, useContext } from 'react'
import { invariant } from '#core/base/invariant.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Catalogusindex } from './haal-gegevens.ts'

export type GeladenCatalogus = {
  readonly catalogus: Catalogus
  readonly index: Catalogusindex
  /** Alle versies van deze catalogus, oudste eerst. */
  readonly versies: Catalogusindex['catalogi'][number]['versies']
  /** Adres binnen deze catalogus en versie: `pad('product', code)`. Zonder delen het overzicht. */
  readonly pad: (...delen: string[]) => string
}

export const CatalogusContext = createContext<GeladenCatalogus | null>(null)

/** De gekozen catalogus. Schermen onder `/:catalogus` tonen pas iets als die geladen is, dus hij is er altijd. */
export function gebruikCatalogus(): GeladenCatalogus {
  const geladen = useContext(CatalogusContext)
  invariant(geladen, 'gebruikCatalogus wordt alleen binnen een catalogus gebruikt')
  return geladen
}
