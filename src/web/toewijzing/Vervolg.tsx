import type { Datum, Periode } from '#core/base/datum.ts'
import { periodeInWoorden } from '#core/base/datum.ts'
import { openDagen } from '#core/toewijzing/open-dagen.ts'
import { isVoorbij, waaromVoorbij, watBijVoorbij } from '#core/toewijzing/voorbij.ts'
import type { Toewijzingsregel } from '#http/api/toewijzingroutes.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import type { Looptijd } from './Toewijzingen.tsx'

type Props = { indicatie: string; looptijd: Looptijd; toewijzingen: readonly Toewijzingsregel[] }

/** Wat er nu toe te wijzen is: alles, de dagen die nog over zijn, of niets meer, met wat er dan wel kan. */
export function Vervolg({ indicatie, looptijd, toewijzingen }: Props) {
  const bezet = toewijzingen.flatMap((t) => (t.dagen === null ? [] : [alsPeriode(t.dagen)]))
  const open = openDagen(alsPeriode(looptijd), bezet)
  const { vandaag } = gebruikEigenSessie()
  const kan = open.filter((p) => !isVoorbij(p, vandaag as Datum))
  const naar = `/indicaties/${indicatie}/toewijzen`
  if (isVoorbij(looptijd, vandaag as Datum) && open.length > 0) return <Voorbij tot={looptijd.tot as Datum} />
  if (bezet.length === 0)
    return (
      <p className="md-knoppen">
        <KnopLink naar={naar}>Toewijzen aan een aanbieder</KnopLink>
      </p>
    )
  if (open.length === 0) return <Helemaal />
  return (
    <>
      <p>Nog niet toegewezen:</p>
      <ul className="toe-open">
        {open.map((p) => (
          <li key={p.van}>
            {periodeInWoorden(p)}{' '}
            {kan.includes(p) ? (
              <KnopLink naar={`${naar}?van=${p.van}${p.tot ? `&tot=${p.tot}` : ''}`}>
                Deze dagen toewijzen<span className="md-onzichtbaar">: {periodeInWoorden(p)}</span>
              </KnopLink>
            ) : (
              <span className="md-bijtekst">Voorbij, niet meer toe te wijzen.</span>
            )}
          </li>
        ))}
      </ul>
      {kan.length < open.length && <p className="md-bijtekst">{waaromVoorbij}</p>}
    </>
  )
}

function Voorbij({ tot }: { tot: Datum }) {
  return (
    <p>
      <strong>Deze indicatie eindigde op {schrijfDatum(tot)}.</strong> Toewijzen kan niet meer. {waaromVoorbij} {watBijVoorbij}
    </p>
  )
}

function Helemaal() {
  return (
    <>
      <p>
        <strong>Alles is toegewezen.</strong> Elke dag van deze indicatie heeft een aanbieder; er is niets over om toe te wijzen.
      </p>
      <Uitklap kop="Toch iets veranderen?">
        <ul className="ind-lijst">
          <li>
            Een andere aanbieder, of eerder stoppen: open het bericht en verbeter daar de laatste dag. De dagen die vrijkomen, kunt u hier
            daarna toewijzen.
          </li>
          <li>De toewijzing had er niet moeten zijn: open het bericht en trek haar in.</li>
          <li>Meer, minder of andere hulp: dat vraagt een nieuwe indicatie. De omvang verandert niet onder hetzelfde nummer (OP257).</li>
        </ul>
      </Uitklap>
    </>
  )
}

const alsPeriode = ({ van, tot }: Looptijd): Periode => ({ van: van as Datum, ...(tot !== null && { tot: tot as Datum }) })
