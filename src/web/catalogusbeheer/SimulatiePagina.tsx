import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Simulatieantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfWanneer } from '../kader/schrijf-datum.ts'
import { naarKop } from '../kader/naar-kop.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Voortgang } from '../onderdelen/Voortgang.tsx'
import { NietBewaard } from './NietBewaard.tsx'
import { heeftOvergangen, Simulatieuitkomst } from './Simulatieuitkomst.tsx'
import { Vastleggen } from './Vastleggen.tsx'
import './catalogusbeheer.css'

const KIJK_MS = 1_000
const bezig = (s: Simulatieantwoord | undefined) => s?.stand === 'wacht' || s?.stand === 'loopt'

/** Eén doorrekening: hoe ver zij is, te stoppen, en wat eruit komt. */
export function SimulatiePagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.simulatie(id),
    queryFn: () => roepApi<Simulatieantwoord>('GET', `/simulaties/${id}`),
    refetchInterval: ({ state }) => (bezig(state.data?.waarde) ? KIJK_MS : false),
  })
  return (
    <MetGegevens vraag={vraag} wat="Deze doorrekening" terug={{ naar: '/catalogusbeheer/doorrekenen', tekst: 'Naar alle doorrekeningen' }}>
      {({ waarde }) => <Simulatie simulatie={waarde} />}
    </MetGegevens>
  )
}

function Simulatie({ simulatie: s }: { simulatie: Simulatieantwoord }) {
  const sessie = gebruikEigenSessie()
  const magVastleggen = heeftRol(sessie, 'contractmanager')
  return (
    <Pagina
      titel="Doorrekening"
      boven={<Link to="/catalogusbeheer/doorrekenen">{magVastleggen ? 'Doorrekenen' : 'Doorrekeningen'}</Link>}
      inleiding={`Alsof dit ingaat op ${schrijfDatum(s.vanaf)}. Gevraagd ${schrijfWanneer(s.gevraagdOp)} door ${s.gevraagdDoor}.`}
    >
      <ul className="cb-opsomming">
        {s.inWoorden.map((zin) => (
          <li key={zin}>{zin}</li>
        ))}
      </ul>
      <Stand simulatie={s} />
      {s.uitkomst && (
        <>
          {s.gevallenBewaard === false && heeftOvergangen(s.uitkomst) && <NietBewaard />}
          <Simulatieuitkomst
            uitkomst={s.uitkomst}
            namen={s.namen}
            {...(s.gevallenBewaard && { gevallen: `/catalogusbeheer/doorrekenen/${s.id}/gevallen` })}
          />
          {magVastleggen && <Vastleggen simulatie={s} />}
        </>
      )}
    </Pagina>
  )
}

function Stand({ simulatie: s }: { simulatie: Simulatieantwoord }) {
  const client = useQueryClient()
  const magStoppen = heeftRol(gebruikEigenSessie(), 'contractmanager')
  const stop = async () => {
    try {
      const antwoord = await roepApi<Simulatieantwoord>('POST', `/simulaties/${s.id}/stopverzoeken`)
      client.setQueryData(sleutels.simulatie(s.id), antwoord)
    } catch (fout) {
      toonToast({ tekst: alsProbleem(fout).titel })
    }
    await client.invalidateQueries({ queryKey: sleutels.simulatie(s.id) })
    naarKop()
  }
  if (bezig(s) && !magStoppen) return <Melding soort="info" titel="Deze doorrekening loopt nog; de uitkomst komt hier vanzelf." />
  if (bezig(s)) {
    return (
      <Voortgang
        tekst={s.stand === 'wacht' ? 'Wacht tot het aan de beurt is' : 'Lopende zaken doorrekenen'}
        gedaan={s.klaar}
        totaal={s.totaal}
        opStop={() => void stop()}
        stopUitleg="Dan is er geen uitkomst. U kunt het later opnieuw vragen."
      />
    )
  }
  const weg = <KnopLink naar="/catalogusbeheer/doorrekenen">{magStoppen ? 'Opnieuw doorrekenen' : 'Naar alle doorrekeningen'}</KnopLink>
  if (s.stand === 'gestopt')
    return (
      <Melding soort="info" titel="Deze doorrekening is gestopt; er is geen uitkomst." voorlezen>
        {weg}
      </Melding>
    )
  if (s.stand === 'mislukt')
    return (
      <Melding soort="fout" woord="Niet gelukt" titel={s.fout ?? ''} voorlezen>
        {weg}
      </Melding>
    )
  return null
}
