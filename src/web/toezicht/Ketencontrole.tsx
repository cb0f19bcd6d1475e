import { useQuery } from '@tanstack/react-query'
import type { Controleantwoord } from '#http/api/toezicht/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { schrijfWanneer } from '../kader/schrijf-datum.ts'
import { naarKop } from '../kader/naar-kop.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Voortgang } from '../onderdelen/Voortgang.tsx'

const KIJK_MS = 1_000
const getal = (n: number) => n.toLocaleString('nl-NL')
const bezig = (c: Controleantwoord | undefined) => c?.stand === 'wacht' || c?.stand === 'loopt'

/** Of het logboek heel is: de laatste controle, en een nieuwe vragen. */
export function Ketencontrole() {
  const vraag = useQuery({
    queryKey: ['auditcontroles'],
    queryFn: () => roepApi<{ items: readonly Controleantwoord[] }>('GET', '/auditcontroles'),
    refetchInterval: ({ state }) => (bezig(state.data?.waarde.items[0]) ? KIJK_MS : false),
  })
  const maak = gebruikAanmaken<undefined, Controleantwoord>('/auditcontroles', {
    formulier: 'auditcontrole',
    verversen: ['auditcontroles'],
  })
  const laatste = vraag.data?.waarde.items[0]
  const loopNa = () => {
    maak.mutate(undefined)
    naarKop('keten')
  }
  return (
    <section className="tz-blok tz-keten" aria-labelledby="keten">
      <Kop niveau={2} als={3} id="keten">
        Is het logboek heel?
      </Kop>
      {vraag.error && <Probleemmelding probleem={alsProbleem(vraag.error)} opnieuw={() => void vraag.refetch()} />}
      {vraag.isPending && <p className="md-bijtekst">De laatste keer wordt opgezocht…</p>}
      {vraag.data && !laatste && <p>Het logboek is hier nog niet nagelopen.</p>}
      {laatste && <Stand controle={laatste} />}
      {maak.error !== null && <Probleemmelding probleem={alsProbleem(maak.error)} />}
      {!bezig(laatste) && (
        <p className="md-knoppen">
          <Knop opKlik={loopNa}>Loop het logboek na</Knop>
        </p>
      )}
    </section>
  )
}

function Stand({ controle: c }: { controle: Controleantwoord }) {
  if (bezig(c))
    return (
      <Voortgang
        tekst={c.stand === 'wacht' ? 'Wacht tot het aan de beurt is' : 'Het logboek wordt nagelopen'}
        gedaan={c.klaar}
        totaal={c.totaal}
      />
    )
  const wie = `Nagelopen ${schrijfWanneer(c.klaarOp ?? c.gevraagdOp)}, gevraagd door ${c.gevraagdDoor}.`
  if (!c.uitkomst) return <Melding soort="fout" woord="Niet gelukt" titel={c.fout ?? 'Het nalopen lukte niet.'} voorlezen />
  const { verzegeld, open, breuk } = c.uitkomst
  const nog =
    open === 0
      ? 'Alles is verzegeld.'
      : `${getal(open)} ${open === 1 ? 'regel is' : 'regels zijn'} nog niet verzegeld; dat gebeurt vanzelf binnen enkele seconden.`
  if (breuk) {
    return (
      <Melding soort="fout" woord="Niet heel" titel={`Bij nummer ${getal(breuk.volgnummer)}: ${breuk.wat}.`} voorlezen>
        <p>
          De {getal(verzegeld)} regels ervoor kloppen. Het gaat om regel <code>{breuk.audit}</code>. Vergelijk met een back-up van vóór die
          dag en meld het de functionaris gegevensbescherming.
        </p>
        <p className="md-bijtekst">
          {nog} {wie}
        </p>
      </Melding>
    )
  }
  return (
    <Melding soort="succes" woord="Heel" titel={`Alle ${getal(verzegeld)} regels in de keten kloppen.`} voorlezen>
      <p className="md-bijtekst">
        {nog} {wie}
      </p>
    </Melding>
  )
}
