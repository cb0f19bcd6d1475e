import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Familietabel } from './Familietabel.tsx'
import { Stapelingsmatrix } from './Stapelingsmatrix.tsx'
import { Stapelregels } from './Stapelregels.tsx'
import './productboek.css'
import './matrix.css'

/** Welke producten samen mogen: de matrix van de bron, of zonder matrix de keuze van de gemeente per paar families. */
export function MatrixPagina() {
  const { catalogus, pad } = gebruikCatalogus()
  const s = catalogus.stapeling
  return (
    <Pagina
      titel="Samen inzetten"
      inleiding={
        s.matrix
          ? 'Welke producten kunnen naast elkaar lopen? Een rij is wat al loopt, een kolom is wat erbij komt. Kies een vakje voor de regel.'
          : 'De bron heeft geen stapelingsmatrix. Wat samen kan, is een keuze van de gemeente.'
      }
      acties={<KnopLink naar={pad('stapeling')}>Zet op een tijdlijn</KnopLink>}
    >
      {s.matrix ? (
        <Stapelingsmatrix matrix={s.matrix} />
      ) : s.paren ? (
        <Familietabel />
      ) : (
        <Leeg titel="Deze catalogus zegt niets over samen inzetten" />
      )}
      <Stapelregels />
    </Pagina>
  )
}
