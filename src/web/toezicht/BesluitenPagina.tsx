import { Deel } from '../dossier/MetGegevens.tsx'
import { gebruikPublicaties } from '../catalogusbeheer/antwoord.ts'
import { Keuzegeschiedenis } from '../catalogusbeheer/Keuzegeschiedenis.tsx'
import { Publicatielijst } from '../catalogusbeheer/VersiesBeheerPagina.tsx'
import { ToezichtKader } from './ToezichtKader.tsx'

/** Welke regels golden en wie daarover besloot, om na te lezen. */
export function BesluitenPagina() {
  const publicaties = gebruikPublicaties()
  return (
    <ToezichtKader inleiding="Welke catalogusversie en welke lezingen hier golden en gelden, wie dat besloot, wanneer en waarom.">
      <Deel vraag={publicaties} wat="De versies worden geladen">
        {({ items }) => <Publicatielijst items={items} />}
      </Deel>
      <Keuzegeschiedenis />
    </ToezichtKader>
  )
}
