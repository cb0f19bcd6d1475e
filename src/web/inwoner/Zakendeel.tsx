import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from 'react-router'
import { zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import type { Inwonerantwoord, Zaakkopantwoord } from '#http/api/dossier/vormen.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import type { Antwoord } from '../api/roep-api.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { Zaaktermijn } from '../dossier/Zaaktermijn.tsx'
import { soortnaam } from '../dossier/woorden.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'

type Props = { vraag: UseQueryResult<Antwoord<Bladzijde<Zaakkopantwoord>>>; inwoner: Inwonerantwoord; vandaag: string }

/** Alle zaken van een inwoner, wat loopt bovenaan. */
export function Zakendeel({ vraag, inwoner, vandaag }: Props) {
  return (
    <Deel vraag={vraag} wat="Zaken worden geladen">
      {({ items }) =>
        items.length === 0 ? (
          <Leeg titel="Er is nog geen melding.">
            {inwoner.mag.meldingMaken && (
              <p className="md-knoppen">
                <KnopLink naar={`/inwoners/${inwoner.id}/melding`}>Nieuwe melding</KnopLink>
              </p>
            )}
          </Leeg>
        ) : (
          <Tabel
            bijschrift="Zaken"
            bijschriftVerborgen
            koppen={['Zaak', 'Ontvangen', 'Stand', 'Termijn', 'Behandelaar']}
            rijen={[...items].sort(openEerst).map((z) => ({
              sleutel: z.id,
              cellen: [
                <Link key="zaak" to={`/zaken/${z.id}`}>{`${soortnaam(z.soort)} ${z.nummer}`}</Link>,
                schrijfDatum(z.ontvangenOp),
                z.afgeslotenOp ? `Afgesloten op ${schrijfDatum(z.afgeslotenOp)}` : zaakstanden[z.stand as keyof typeof zaakstanden],
                z.afgeslotenOp ? '' : <Zaaktermijn key="termijn" zaak={z} vandaag={vandaag} />,
                z.behandelaar?.naam ?? 'Nog niemand',
              ],
            }))}
          />
        )
      }
    </Deel>
  )
}

/** Wat loopt eerst, dan het laatst ontvangene. */
export const openEerst = (a: Zaakkopantwoord, b: Zaakkopantwoord): number =>
  Number(a.afgeslotenOp !== null) - Number(b.afgeslotenOp !== null) || (a.ontvangenOp < b.ontvangenOp ? 1 : -1)
