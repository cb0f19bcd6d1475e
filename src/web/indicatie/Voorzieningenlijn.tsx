import { type Datum, parseDatum } from '#core/base/datum.ts'
import { Tijdlijn, type Tijdlijnbaan, type Tijdlijnperiode } from '../onderdelen/Tijdlijn.tsx'
import type { Indicatiebeeld } from './beeld.ts'

/** Alle indicaties van een inwoner op één lijn: een baan per product, met de feiten als momenten. */
export function Voorzieningenlijn({
  indicaties,
  vandaag,
  nadruk,
}: {
  indicaties: readonly Indicatiebeeld[]
  vandaag: Datum
  nadruk?: string
}) {
  const producten = [...new Set(indicaties.map((i) => i.productnaam))]
  const banen = producten.map((naam) =>
    maakBaan(
      naam,
      indicaties.filter((i) => i.productnaam === naam),
      vandaag,
      nadruk,
    ),
  )
  return <Tijdlijn naam="Voorzieningen" banen={banen} vandaag={vandaag} />
}

function maakBaan(naam: string, indicaties: readonly Indicatiebeeld[], vandaag: Datum, nadruk: string | undefined): Tijdlijnbaan {
  return {
    naam,
    perioden: indicaties.flatMap((i): Tijdlijnperiode[] => {
      const { van: begin, tot: einde } = i.looptijd ?? i
      const [van, tot] = [parseDatum(begin), parseDatum(einde)]
      if (!van) return []
      return [
        {
          sleutel: i.id,
          van,
          ...(tot && { tot }),
          tekst: i.standInWoorden,
          soort: soortVan(i, vandaag, nadruk),
          adres: `/indicaties/${i.id}`,
        },
      ]
    }),
    momenten: indicaties.flatMap((i) =>
      i.gebeurtenissen.flatMap((g) => {
        const datum = parseDatum(g.datum)
        return g.geldt && datum ? [{ sleutel: g.id, datum, tekst: g.zin }] : []
      }),
    ),
  }
}

function soortVan(i: Indicatiebeeld, vandaag: Datum, nadruk: string | undefined): NonNullable<Tijdlijnperiode['soort']> {
  if (!i.looptijd) return 'vervallen'
  if (i.looptijd.tot !== null && i.looptijd.tot < vandaag) return 'voorbij'
  return i.id === nadruk ? 'nieuw' : 'loopt'
}
