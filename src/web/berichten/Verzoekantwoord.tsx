import { type FormEvent, useId, useState } from 'react'
import { type Afwijsreden, afwijsredenen, type Antwoordkeuze } from '#core/toewijzing/verzoek.ts'
import type { Verzoekvorm } from '#http/api/berichten/verzoekvormen.ts'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { Keuzerondje } from '../onderdelen/Keuzerondje.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { meldOngedaan } from '../onderdelen/toast.ts'
import { gebruikTerugname } from './gebruik-terugname.ts'

type Props = { bericht: Berichtantwoord; verzoek: Verzoekvorm; keuze: Antwoordkeuze; opKlaar: () => void }
type Opgave = { referentie: string; antwoord: Antwoordkeuze; reden?: Afwijsreden }

const redenen = Object.entries(afwijsredenen).map(([waarde, r]) => ({ waarde: waarde as Afwijsreden, ...r }))

/** Het antwoord aan de aanbieder: in onderzoek, of afgewezen met een reden. */
export function Verzoekantwoord({ bericht: b, verzoek: v, keuze, opKlaar }: Props) {
  const groep = useId()
  const [reden, zetReden] = useState<Afwijsreden | null>(null)
  const [leeg, zetLeeg] = useState(false)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const maak = gebruikAanmaken<Opgave, { bericht: string }>(`/berichten/${b.id}/antwoorden`, {
    formulier: `antwoord-${b.id}-${v.referentie}-${keuze}`,
    verversen: ['berichten', 'berichttellingen', 'verzoeken', 'werkvoorraad'],
  })
  const neemTerug = gebruikTerugname()
  const aanbieder = b.aanbieder?.naam ?? 'De aanbieder'
  const afwijzen = keuze === 'afgewezen'
  const verstuur = async () => {
    zetProbleem(null)
    try {
      const { waarde } = await maak.mutateAsync({ referentie: v.referentie, antwoord: keuze, ...(reden && { reden }) })
      meldOngedaan(`${aanbieder} krijgt zo bericht: ${afwijzen ? 'afgewezen' : 'in onderzoek'}.`, () => neemTerug(waarde.bericht))
      opKlaar()
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  const opVersturen = (e: FormEvent) => {
    e.preventDefault()
    const mist = afwijzen && reden === null
    zetLeeg(mist)
    if (mist) document.getElementById(`${groep}-${redenen[0]?.waarde}`)?.focus()
    else if (!maak.isPending) void verstuur()
  }
  return (
    <form className="br-vervolg__formulier" noValidate onSubmit={opVersturen}>
      {afwijzen ? (
        <>
          <p>
            {aanbieder} krijgt bericht dat het verzoek is afgewezen, met de reden. Tot tien tellen na het versturen kunt u het terugnemen,
            daarna niet meer: op een verzoek komt één beslissing. De inwoner hoort het van u; dit bericht gaat niet naar hem of haar.
          </p>
          <Keuzerondje
            legende="Waarom wijst u het verzoek af?"
            opties={redenen}
            id={groep}
            waarde={reden}
            opWijzig={zetReden}
            {...(leeg && reden === null && { fout: 'Kies een reden.' })}
          />
        </>
      ) : (
        <p>
          {aanbieder} krijgt bericht dat de gemeente het verzoek onderzoekt. Dat kan één keer. Binnen acht weken na de dagtekening van het
          verzoek wijst u de hulp toe of wijst u het verzoek af.
        </p>
      )}
      {probleem && <Probleemmelding probleem={probleem} />}
      <p className="md-knoppen">
        <Knop soort="primair" type="submit">
          {maak.isPending ? 'Wordt klaargezet…' : afwijzen ? 'Wijs af en verstuur' : 'Verstuur “in onderzoek”'}
        </Knop>
        <Knop soort="stil" opKlik={opKlaar}>
          Toch niet
        </Knop>
      </p>
    </form>
  )
}
