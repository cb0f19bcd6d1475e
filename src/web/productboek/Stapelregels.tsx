import { alleUitspraken } from '#core/catalogus/uitleg/naslag.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Zinnen } from './Zin.tsx'

/** De regels buiten de cellen: het maximum per familie, wat erbuiten valt, tegelijk op één moment. */
export function Stapelregels() {
  const { catalogus } = gebruikCatalogus()
  const s = catalogus.stapeling
  const cellen = new Set(Object.values(s.cellen ?? {}).flat())
  const vast = new Set([s.perFamilie?.eis, s.buitenMatrix?.eis, s.eisSymmetrie])
  const regels = alleUitspraken(catalogus).filter(
    (u) => !cellen.has(u.eis) && (vast.has(u.eis) || (cellen.size > 0 && u.werkt.includes('stapeling'))),
  )
  if (regels.length === 0) return null
  return (
    <section className="pb-deel" aria-labelledby="regels">
      <Kop niveau={2} id="regels">
        Regels die er ook bij horen
      </Kop>
      <Zinnen uitspraken={regels} />
    </section>
  )
}
