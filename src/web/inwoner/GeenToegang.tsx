import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { vervallen } from '../api/vraagclient.ts'
import { naarKop } from '../kader/naar-kop.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Uitklap } from '../onderdelen/Uitklap.tsx'

/** Het dossier is van een ander team. Zegt wat wel kan; noodtoegang vraagt eerst om de reden. */
export function GeenToegang({ inwoner }: { inwoner: Inwonerantwoord }) {
  const { team } = gebruikEigenSessie()
  return (
    <Melding soort="info" titel={inwoner.team ? `Dit dossier is van ${inwoner.team.naam}.` : 'Dit dossier is nog van geen team.'}>
      <p>
        {inwoner.mag.indicatiesLezen ? 'U ziet wie het is en wat is toegekend.' : 'U ziet wie het is.'}
        {inwoner.mag.meldingMaken &&
          (inwoner.team
            ? ` Een nieuwe melding kunt u wel vastleggen; zij gaat naar ${inwoner.team.naam}.`
            : team
              ? ' Met een nieuwe melding neemt uw team deze inwoner aan.'
              : ' U hoort zelf ook bij geen team: een nieuwe melding gaat naar de teamleider. Vraag uw beheerder om u bij een team te zetten.')}
      </p>
      {inwoner.mag.noodtoegangVragen && (
        <Uitklap kop="Ik moet er nu in: noodtoegang nemen">
          <Noodvraag inwoner={inwoner.id} />
        </Uitklap>
      )}
    </Melding>
  )
}

function Noodvraag({ inwoner }: { inwoner: string }) {
  const client = useQueryClient()
  const vraag = gebruikAanmaken<unknown, unknown>('/noodtoegangen', {
    formulier: `nood-${inwoner}`,
    verversen: ['inwoner', 'noodtoegangen'],
  })
  const [reden, zetReden] = useState('')
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const verstuur = async (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault()
    const formulier = e.currentTarget
    if (vraag.isPending) return
    zetProbleem(null)
    try {
      await vraag.mutateAsync({ inwoner, reden })
      await vervallen(client, 'inwoner')
      naarKop()
      toonToast({ tekst: 'U hebt acht uur toegang tot dit dossier. De teamleider kijkt ernaar.' })
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
      formulier.querySelector('textarea')?.focus()
    }
  }
  const veldfout = probleem?.fouten.find((f) => f.plaats === '/reden')?.tekst
  return (
    <form className="md-formulier" noValidate onSubmit={(e) => void verstuur(e)}>
      <p>
        Schrijf eerst waarom. Daarna hebt u acht uur toegang; die stopt vanzelf. De teamleider beoordeelt haar, en de inwoner kan haar
        teruglezen.
      </p>
      {probleem && !veldfout && <Probleemmelding probleem={probleem} />}
      <Tekstvlak
        label="Waarom moet u nu in dit dossier zijn?"
        waarde={reden}
        opWijzig={zetReden}
        hoogstens={500}
        {...(veldfout && { fout: veldfout })}
      />
      <p className="md-knoppen">
        <Knop type="submit">Noodtoegang nemen</Knop>
      </p>
    </form>
  )
}
