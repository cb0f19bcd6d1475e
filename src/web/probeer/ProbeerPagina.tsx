import { useCallback, useState } from 'react'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Bericht } from '#web/bewaren/Bewaarbalk.tsx'
import { gebruikLink } from '#web/bewaren/gebruik-link.ts'
import { gebruikCatalogus } from '#web/kader/gebruik-catalogus.ts'
import { gebruikSneltoets, gebruikUitleg } from '#web/kader/Sneltoetsen.tsx'
import { Pagina } from '#web/onderdelen/Pagina.tsx'
import { Advieskolom } from '#web/probeer/Advieskolom.tsx'
import { Afdruk } from '#web/probeer/Afdruk.tsx'
import { gaNaarVraag, gebruikProbeerstand, ProbeerContext } from '#web/probeer/gebruik-probeer.ts'
import { vanFragment } from '#web/probeer/link.ts'
import { Vignetkaart } from '#web/probeer/Vignetkaart.tsx'
import { Vragenlijst } from '#web/probeer/Vragenlijst.tsx'
import { Werkbalk } from '#web/probeer/Werkbalk.tsx'
import './probeer.css'

/** Antwoorden op de vragen van deze catalogus, met het advies ernaast. Alles rekent in de browser. */
export function ProbeerPagina() {
  const { catalogus } = gebruikCatalogus()
  return <Scherm key={catalogus.hash} catalogus={catalogus} />
}

function Scherm({ catalogus }: { catalogus: Catalogus }) {
  const probeer = gebruikProbeerstand(catalogus)
  const [bericht, zeg] = useState<Bericht | null>(null)
  gebruikLink((fragment) => {
    const r = vanFragment(catalogus, fragment)
    if (!r.ok) return zeg({ tekst: 'De link is niet geopend. Uw situatie is niet veranderd.', fouten: r.fout })
    probeer.bewaard.zet(() => r.value.situatie)
    const { versie } = catalogus.catalogus
    const andere = r.value.versie !== null && r.value.versie !== versie
    zeg({
      tekst: `De situatie uit de link is geopend.${andere ? ` De link is gemaakt op versie ${r.value.versie}; u kijkt naar versie ${versie}.` : ''}`,
    })
  })
  const naarVolgende = useCallback(() => probeer.volgende && gaNaarVraag(probeer.volgende.vraag), [probeer.volgende])
  gebruikSneltoets('n', 'Ga naar de vraag die nu het verschil maakt', naarVolgende)
  gebruikUitleg('1 2 3', 'In een vraag: kies het eerste, tweede of derde antwoord')
  return (
    <ProbeerContext.Provider value={probeer}>
      <Pagina titel="Probeer" breed>
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
