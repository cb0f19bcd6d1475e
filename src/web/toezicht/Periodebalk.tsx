import { useSearchParams } from 'react-router'
import type { Datum } from '#core/base/datum.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { leesPeriode, type Periode, periodekeuzes } from './periode.ts'

/** De periode uit het adres, en hoe zij te wijzigen is. De rest van het adres blijft staan. */
export function gebruikPeriode(): [Periode, (nieuw: Partial<Periode>) => void] {
  const vandaag = gebruikEigenSessie().vandaag as Datum
  const [delen, zet] = useSearchParams()
  const periode = leesPeriode(delen, vandaag)
  const wijzig = (nieuw: Partial<Periode>) =>
    zet({ ...Object.fromEntries(delen), ...periode, ...nieuw }, { replace: true, preventScrollReset: true })
  return [periode, wijzig]
}

/** Een vaste periode kiezen, of twee dagen invullen. */
export function Periodebalk() {
  const vandaag = gebruikEigenSessie().vandaag as Datum
  const [periode, wijzig] = gebruikPeriode()
  const keuzes = periodekeuzes(vandaag)
  const gekozen = keuzes.find((k) => k.periode.van === periode.van && k.periode.tot === periode.tot)
  const alsDag = (naam: keyof Periode) => (dag: string) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(dag)) wijzig({ [naam]: dag as Datum })
  }
  return (
    <div className="tz-periode">
      <Keuzelijst
        label="Periode"
        waarde={gekozen?.naam ?? ''}
        {...(gekozen === undefined && { leeg: 'Eigen periode' })}
        opWijzig={(naam) => wijzig(keuzes.find((k) => k.naam === naam)?.periode ?? {})}
        opties={keuzes.map((k) => ({ waarde: k.naam, tekst: k.tekst }))}
      />
      <Datumveld label="Vanaf (dd-mm-jjjj)" uitleg="" waarde={periode.van} opWijzig={alsDag('van')} />
      <Datumveld label="Tot en met (dd-mm-jjjj)" uitleg="" waarde={periode.tot} opWijzig={alsDag('tot')} />
    </div>
  )
}
