import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { gebruikCatalogus } from '#web/kader/gebruik-catalogus.ts'
import { gebruikSneltoets } from '#web/kader/Sneltoetsen.tsx'
import { Pagina } from '#web/onderdelen/Pagina.tsx'
import { Advieskolom } from '#web/probeer/Advieskolom.tsx'
import { Afdruk } from '#web/probeer/Afdruk.tsx'
import { gaNaarVraag, maakProbeer, type Probeer, ProbeerContext } from '#web/probeer/gebruik-probeer.ts'
import { isSituatielink, vanFragment } from '#web/probeer/link.ts'
import { Vignetkaart } from '#web/probeer/Vignetkaart.tsx'
import { Vragenlijst } from '#web/probeer/Vragenlijst.tsx'
import { type Bericht, Werkbalk } from '#web/probeer/Werkbalk.tsx'
import './probeer.css'

/** Antwoorden op de vragen van deze catalogus, met het advies ernaast. Alles rekent in de browser. */
export function ProbeerPagina() {
  const { catalogus } = gebruikCatalogus()
  return <Scherm key={catalogus.hash} catalogus={catalogus} />
}

function Scherm({ catalogus }: { catalogus: Catalogus }) {
  const probeer = maakProbeer(catalogus)
  const [bericht, zeg] = useState<Bericht | null>(null)
  openLink(probeer, zeg)
  const naarVolgende = useCallback(() => probeer.volgende && gaNaarVraag(probeer.volgende.vraag), [probeer.volgende])
  gebruikSneltoets('n', 'Ga naar de vraag die nu het verschil maakt', naarVolgende)
  return (
    <ProbeerContext.Provider value={probeer}>
      <Pagina
        titel="Probeer"
        inleiding="Beantwoord wat u weet. Het advies ernaast zegt wat past, waarom, en welke vraag nu het verschil maakt."
        breed
      >
        <Werkbalk bericht={bericht} zeg={zeg} />
        <div className="probeer">
          <div className="probeer-links">
            <Vignetkaart />
            <Vragenlijst />
          </div>
          <Advieskolom />
        </div>
        <Afdruk />
      </Pagina>
    </ProbeerContext.Provider>
  )
}

/** Een gedeelde link wordt één keer geopend en daarna uit het adres gehaald: herladen mag latere antwoorden niet overschrijven. */
function openLink({ catalogus, bewaard }: Probeer, zeg: (b: Bericht) => void): void {
  const { hash, pathname } = useLocation()
  const naar = useNavigate()
  const { zet } = bewaard
  useEffect(() => {
    if (!isSituatielink(hash)) return
    const r = vanFragment(catalogus, hash)
    if (r.ok) {
      zet(() => r.value.situatie)
      const { versie } = catalogus.catalogus
      const andere = r.value.versie !== null && r.value.versie !== versie
      zeg({
        tekst: andere
          ? `De situatie uit de link is geopend. De link is gemaakt op versie ${r.value.versie}; u kijkt naar versie ${versie}.`
          : 'De situatie uit de link is geopend.',
        ongedaan: true,
      })
    } else zeg({ tekst: 'De link is niet geopend. Uw situatie is niet veranderd.', fouten: r.fout })
    void naar(pathname, { replace: true, preventScrollReset: true })
  }, [hash, pathname, catalogus, zet, zeg, naar])
}
