import '../dossier/dossier.css'
import { Link, useSearchParams } from 'react-router'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { sleutels } from '../api/sleutels.ts'
import { naamInKop } from '../dossier/woorden.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import type { Werksignaal } from './antwoord.ts'
import { Werktabs } from './Werktabs.tsx'

/** Alle hulp die de Wlz raakt; Mijn werk laat alleen zien wat het langst speelt. */
export function WlzPagina() {
  const van = useSearchParams()[0].get('van') === 'team' ? 'team' : 'ik'
  const lijst = gebruikLijst<Werksignaal>('/wlzsignalen', { sleutel: sleutels.wlzsignalen(), filter: { van }, telt: true })
  return (
    <Pagina titel="Wlz en hulp die loopt" breed>
      <Werktabs />
      <p>Hulp naast een Wlz-indicatie, en overbruggingen die lang op het Wlz-besluit wachten. Wat het langst speelt, staat bovenaan.</p>
      <Gegevenstabel
        id="wlzsignalen"
        bijschrift={van === 'team' ? 'Bij inwoners van uw team' : 'Bij inwoners die u helpt'}
        kolommen={kolommen}
        lijst={lijst}
        sleutel={(s) => s.indicatie}
        adres={(s) => `/indicaties/${s.indicatie}`}
        leeg={
          <Leeg titel="Er is geen hulp die de Wlz raakt.">
            <p>
              Wordt een Wlz-indicatie bekend, dan legt u die vast bij de inwoner. <Link to="/inwoners">Inwoner zoeken</Link>
            </p>
          </Leeg>
        }
      />
    </Pagina>
  )
}

const kolommen: readonly Kolom<Werksignaal>[] = [
  { sleutel: 'inwoner', kop: 'Inwoner', cel: (s) => naamInKop(s.inwoner.naam) },
  { sleutel: 'sinds', kop: 'Speelt sinds', cel: (s) => schrijfDatum(s.sinds), eenRegel: true },
  { sleutel: 'tekst', kop: 'Wat er speelt', cel: (s) => s.tekst },
  { sleutel: 'watNu', kop: 'Wat u kunt doen', cel: (s) => s.watNu },
]
