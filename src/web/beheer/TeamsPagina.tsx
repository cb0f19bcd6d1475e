import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Teamantwoord } from '#http/api/beheerroutes.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Formulierconflict } from '../onderdelen/Formulierconflict.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import type { Conflictveld } from '../onderdelen/conflict-verschil.ts'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'
import { BeheerKader } from './BeheerKader.tsx'
import { gebruikTeams } from './gebruik-teams.ts'

/** De teams, met een andere naam geven en een nieuw team. Een team verdwijnt niet: dossiers verwijzen ernaar. */
export function TeamsPagina() {
  const teams = gebruikTeams()
  return (
    <BeheerKader inleiding="Een dossier hoort bij een team, en wie in dat team werkt kan erin. Wie in welk team zit, kiest u bij de medewerker.">
      <Deel vraag={teams} wat="De teams worden geladen">
        {({ items }) =>
          items.length === 0 ? <Leeg titel="Er zijn nog geen teams">Maak hieronder het eerste team.</Leeg> : <Teams teams={items} />
        }
      </Deel>
      <NieuwTeam />
    </BeheerKader>
  )
}

function Teams({ teams }: { teams: readonly Teamantwoord[] }) {
  const [open, zetOpen] = useState<string | null>(null)
  return (
    <div className="bh-deel">
      <Tabel
        bijschrift="Teams"
        koppen={['Team', 'Medewerkers', 'Naam wijzigen']}
        rijen={teams.map((t) => ({
          sleutel: t.id,
          cellen: [
            open === t.id ? <Hernoemen key={t.id} team={t} klaar={() => zetOpen(null)} /> : t.naam,
            t.medewerkers,
            open !== t.id && (
              <Knop key="wijzig" opKlik={() => zetOpen(t.id)}>
                Wijzigen<span className="md-onzichtbaar">: {t.naam}</span>
              </Knop>
            ),
          ],
        }))}
      />
    </div>
  )
}

function Hernoemen({ team, klaar }: { team: Teamantwoord; klaar: () => void }) {
  const client = useQueryClient()
  const zet = (naam: string, etag: string | null) =>
    roepApi<Teamantwoord>('PATCH', `/teams/${team.id}`, { lichaam: { naam }, etag }).finally(() => vervallen(client, 'teams'))
  const f = gebruikFormulier({
    id: `team-${team.id}`,
    begin: { naam: team.naam },
    etag: `"v${team.versie}"`,
    vorm: (huidig) => ({ naam: (huidig as Teamantwoord).naam }),
    verstuur: async ({ naam }, { waarden: was, etag }) => {
      const { etag: nieuw } = await zet(naam, etag ?? null)
      meldOngedaan('Opgeslagen.', () => zet(was.naam, nieuw))
      klaar()
    },
  })
  return (
    <form className="bh-hernoemen" noValidate onSubmit={(e) => void f.verstuur(e)}>
      <Formulierconflict formulier={f} velden={conflictvelden} />
      {f.probleem && f.probleem.status !== 412 && f.fouten.length === 0 && <Probleemmelding probleem={f.probleem} formulier />}
      <div className="bh-team">
        <Tekstveld label={`Nieuwe naam van ${team.naam}`} hoogstens={60} {...f.veld('/naam')} />
        <Knop soort="primair" type="submit">
          Opslaan
        </Knop>
        <Knop
          soort="stil"
          opKlik={() => {
            f.beginOpnieuw()
            klaar()
          }}
        >
          Toch niet
        </Knop>
      </div>
    </form>
  )
}

const conflictvelden: readonly Conflictveld[] = [{ plaats: '/naam', label: 'Naam van het team' }]

function NieuwTeam() {
  const maak = gebruikAanmaken<{ naam: string }, Teamantwoord>('/teams', { formulier: 'team-nieuw', verversen: ['teams'] })
  const f = gebruikFormulier({
    id: 'team-nieuw',
    begin: { naam: '' },
    verstuur: async (w) => {
      const { waarde } = await maak.mutateAsync(w)
      toonToast({ tekst: `${waarde.naam} is er nu.` })
    },
  })
  // Leeg zodra het bewaard is, en niet later: dan zou het wissen wat iemand al aan het volgende team typt.
  const verstuur = async (e: FormEvent) => (await f.verstuur(e)) && f.beginOpnieuw()
  return (
    <section className="bh-deel" aria-labelledby="nieuw-team">
      <Kop niveau={2} id="nieuw-team">
        Nieuw team
      </Kop>
      <Foutoverzicht formulier={f} />
      <form className="bh-team" noValidate onSubmit={(e) => void verstuur(e)}>
        <Tekstveld label="Naam van het team" hoogstens={60} {...f.veld('/naam')} />
        <Knop soort="primair" type="submit">
          Team maken
        </Knop>
      </form>
    </section>
  )
}
