import { useQuery } from '@tanstack/react-query'
import type { Contractkeuzesantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import type { Formulier } from '../formulier/gebruik-formulier.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { EURO, type Regelwaarden } from './contractformulier.ts'

type Props<W extends Regelwaarden> = { f: Formulier<W>; vast?: boolean; zonderDagen?: boolean }

/** De velden van één contractregel. Bij een bestaande code liggen code, categorie en eenheid vast, bij een verbetering ook de dagen. */
export function Regelvelden<W extends Regelwaarden>({ f, vast = false, zonderDagen = false }: Props<W>) {
  const vraag = useQuery({
    queryKey: sleutels.contractkeuzes(),
    queryFn: ({ signal }) => roepApi<Contractkeuzesantwoord>('GET', '/contractkeuzes', { signaal: signal }),
    staleTime: 300_000,
  })
  return (
    <Deel vraag={vraag} wat="De keuzes worden geladen">
      {({ categorieen, eenheden, producten }) => (
        <>
          {!vast && (
            <>
              <Tekstveld label="Productcode" breedte="kort" hoogstens={5} {...f.veld('/code')} />
              <Keuzelijst label="Productcategorie" leeg="Kies" opties={categorieen} {...f.veld('/categorie')} />
              <Keuzelijst label="Eenheid" leeg="Kies" opties={eenheden} {...f.veld('/eenheid')} />
            </>
          )}
          <Keuzelijst
            label="Product in de catalogus"
            optioneel
            leeg="Geen"
            uitleg="Welk product met deze code geleverd wordt. Meer producten onder één code: voeg de code per product toe."
            opties={producten}
            {...f.veld('/catalogusproduct')}
          />
          {f.waarden.code.trim() !== '' && f.waarden.catalogusproduct === '' && !kentCode(producten, f.waarden.code.trim()) && (
            <Melding soort="waarschuwing" compact voorlezen titel="Zonder product is er met deze code niets toe te wijzen.">
              De catalogus noemt deze code zelf niet. Kies het product waar zij voor staat.
            </Melding>
          )}
          <Tekstveld
            label="Naam bij deze code"
            optioneel
            hoogstens={60}
            uitleg="Als een product meer codes heeft, of een code meer tarieven: zo is bij het toewijzen te zien welke het is."
            {...f.veld('/codenaam')}
          />
          {f.waarden.eenheid !== EURO && (
            <Tekstveld
              label="Tarief in euro’s"
              breedte="kort"
              toetsen="decimal"
              hoogstens={12}
              uitleg="Bijvoorbeeld 62,50."
              {...f.veld('/tarief')}
            />
          )}
          {!zonderDagen && (
            <>
              <Datumveld label="Geldt vanaf" {...f.veld('/van')} />
              <Datumveld label="Tot en met" optioneel {...f.veld('/tot')} />
            </>
          )}
        </>
      )}
    </Deel>
  )
}

const kentCode = (producten: Contractkeuzesantwoord['producten'], code: string): boolean => producten.some((p) => p.iwmoCode === code)
