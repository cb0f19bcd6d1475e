import { useState } from 'react'
import { meldAf } from '../api/gebruik-sessie.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { rolnaam, type Sessie } from '../api/sessie.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Uitklapmenu } from '../onderdelen/Uitklapmenu.tsx'

/** Wie er is aangemeld, met welke rol, en afmelden. */
export function Persoonsmenu({ sessie }: { sessie: Sessie }) {
  const [mislukt, zetMislukt] = useState<Probleem | null>(null)
  const rollen = sessie.rollen.map(rolnaam).join(', ')
  return (
    <Uitklapmenu
      klasse="md-persoon"
      icoon="persoon"
      rechts
      knop={
        <>
          <span className="md-persoon__rol">{rollen}</span>
          <span className="md-persoon__naam">{sessie.medewerker.naam}</span>
        </>
      }
    >
      <div className="md-persoon__vlak">
        <p>
          <strong>{sessie.medewerker.naam}</strong>
        </p>
        <p className="md-bijtekst">
          {rollen}
          {sessie.team && `, ${sessie.team.naam}`}
          <br />
          Gemeente {sessie.gemeente.naam}
        </p>
        {mislukt && <Probleemmelding probleem={mislukt} />}
        <Knop opKlik={() => void meldAf().catch((fout: unknown) => zetMislukt(alsProbleem(fout)))}>Afmelden</Knop>
      </div>
    </Uitklapmenu>
  )
}
