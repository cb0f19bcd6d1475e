import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import type { Collegas } from './antwoord.ts'
import { gebruikCollegas } from './gebruik-collegas.ts'
import type { Doel } from './overdracht.ts'

type Props = { label: string; waarde: string; opWijzig: (waarde: string) => void; fout?: string | undefined; id?: string }

/** Een collega of een team, in één lijst. De waarde is `medewerker:<id>` of `team:<id>`. */
export function Doelkeuze({ label, waarde, opWijzig, fout, id }: Props) {
  const sessie = gebruikEigenSessie()
  const collegas = gebruikCollegas().data?.waarde
  return (
    <Keuzelijst
      {...(id !== undefined && { id })}
      label={label}
      leeg="Kies een collega of een team"
      waarde={waarde}
      opWijzig={opWijzig}
      {...(fout !== undefined && { fout })}
      opties={collegas ? opties(collegas, sessie.medewerker.id) : []}
    />
  )
}

function opties({ behandelaars, teams }: Collegas, ik: string) {
  const mensen = behandelaars.map((b) => ({
    waarde: `medewerker:${b.id}`,
    tekst: `${b.id === ik ? 'Uzelf' : b.naam}${b.team ? `, ${b.team}` : ''}`,
  }))
  return [
    ...mensen.filter((m) => m.waarde === `medewerker:${ik}`),
    ...mensen.filter((m) => m.waarde !== `medewerker:${ik}`),
    ...teams.map((t) => ({ waarde: `team:${t.id}`, tekst: `${t.naam}, nog zonder behandelaar` })),
  ]
}

/** Van keuze naar wat de server vraagt; null zolang er niets gekozen is. */
export function leesDoel(waarde: string): Doel | null {
  const [soort, id] = waarde.split(':')
  if (!id) return null
  return soort === 'team' ? { behandelaar: null, team: id } : { behandelaar: id, team: null }
}

/** De naam bij een keuze, voor in een zin. */
export function naamVanDoel(waarde: string, collegas: Collegas | undefined): string {
  const [soort, id] = waarde.split(':')
  const rij = soort === 'team' ? collegas?.teams.find((t) => t.id === id) : collegas?.behandelaars.find((b) => b.id === id)
  return rij?.naam ?? 'de gekozen collega'
}
