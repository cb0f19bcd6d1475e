import { useQuery } from '@tanstack/react-query'
import type { Oefenwachtrijantwoord } from '#http/api/berichten/oefenvormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { BerichtenKader } from './BerichtenKader.tsx'
import { Gespeeld } from './Gespeeld.tsx'
import { Oefenaanbieders } from './Oefenaanbieders.tsx'
import { Oefenwachtrij } from './Oefenwachtrij.tsx'

/** Oefenen in een proefgemeente: de aanbieders spelen, en zien wat er van hun antwoorden komt. */
export function OefenPagina() {
  const { demo } = gebruikEigenSessie()
  return (
    <BerichtenKader inleiding="Speel de aanbieders. U kiest hoe elk van hen antwoordt en laat de antwoorden komen; zij worden verwerkt als elk ander bericht.">
      {demo ? (
        <Scherm />
      ) : (
        <Leeg titel="Oefenen kan alleen in een proefgemeente met verzonnen gegevens.">
          <p>In deze gemeente antwoorden de aanbieders zelf.</p>
        </Leeg>
      )}
    </BerichtenKader>
  )
}

function Scherm() {
  const vraag = useQuery({
    queryKey: sleutels.oefenwachtrij(),
    queryFn: ({ signal }) => roepApi<Oefenwachtrijantwoord>('GET', '/oefenbeurten', { signaal: signal }),
  })
  return (
    <Deel vraag={vraag} wat="Het oefenen wordt geladen">
      {(oefening) => (
        <div className="md-delen">
          <Oefenaanbieders oefening={oefening} />
          <Oefenwachtrij oefening={oefening} />
          <Gespeeld gespeeld={oefening.gespeeld} />
        </div>
      )}
    </Deel>
  )
}
