import { voorwaardeInWoorden } from '#core/catalogus/uitleg/in-woorden.ts'
import { instellingenIn, vereenvoudig } from '#core/catalogus/uitleg/vereenvoudig.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { Voorwaardeboom } from './Voorwaardeboom.tsx'
import { Lezingen } from './Zin.tsx'

/** Een voorwaarde met de lezingen die nu gelden ingevuld, en daaronder welke instellingen meededen. */
export function Voorwaardeblok({ voorwaarde, anders }: { voorwaarde: Voorwaarde | undefined; anders: string }) {
  const { catalogus } = gebruikCatalogus()
  if (!voorwaarde) return <span className="md-bijtekst">{anders}</span>
  const over = vereenvoudig(catalogus, voorwaarde)
  const instellingen = instellingenIn(catalogus, voorwaarde)
  return (
    <div>
      {over === true && <span>Altijd, met de lezingen die nu gelden.</span>}
      {over === false && <span className="pb-nooit">Nooit, met de lezingen die nu gelden.</span>}
      {typeof over !== 'boolean' && <Voorwaardeboom woorden={voorwaardeInWoorden(catalogus, over)} />}
      {instellingen.length > 0 && (
        <Uitklap
          kop={instellingen.length === 1 ? 'Hangt af van 1 instelling' : `Hangt af van ${instellingen.length} instellingen`}
          klasse="pb-hangtaf"
        >
          <Lezingen sleutels={instellingen} />
        </Uitklap>
      )}
    </div>
  )
}
