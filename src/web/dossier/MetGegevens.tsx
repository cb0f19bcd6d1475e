import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import type { Antwoord } from '../api/roep-api.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'

type Props<T> = {
  vraag: UseQueryResult<Antwoord<T>>
  /** "Deze inwoner", "Deze zaak": wat er niet is of niet geladen kan worden. */
  wat: string
  /** Waar men dan wel heen kan. */
  terug: { naar: string; tekst: string }
  children: (antwoord: Antwoord<T>) => ReactNode
}

/** Een heel scherm dat van één antwoord afhangt: laden, er niet (of niet voor u), storing, of het scherm zelf. */
export function MetGegevens<T>({ vraag, wat, terug, children }: Props<T>) {
  // Een storing laat staan wat er al was; wie het niet meer mag zien, ziet het ook niet meer.
  if (vraag.data && !(vraag.error && isNietVoorU(alsProbleem(vraag.error)))) return children(vraag.data)
  if (!vraag.error) return <Laden wat={`${wat} wordt geladen`} />
  return <NietTeZien probleem={alsProbleem(vraag.error)} wat={wat} terug={terug} opnieuw={() => void vraag.refetch()} />
}

const isNietVoorU = ({ status }: Probleem): boolean => status === 404 || status === 403

type NietTeZienProps = Pick<Props<unknown>, 'wat' | 'terug'> & { probleem: Probleem; opnieuw: () => void }

/** Een scherm dat er niet komt: er niet of niet voor u is geen storing, en opnieuw proberen helpt dan niet. */
export function NietTeZien({ probleem, wat, terug, opnieuw }: NietTeZienProps) {
  if (!isNietVoorU(probleem)) {
    return (
      <Pagina titel={`${wat} is nu niet te laden`}>
        <Probleemmelding probleem={probleem} opnieuw={opnieuw} />
      </Pagina>
    )
  }
  return (
    <Pagina titel={probleem.status === 404 ? `${wat} is er niet, of niet voor u` : 'Dit mag u niet inzien'}>
      <Leeg titel={probleem.tekst}>
        <p>{probleem.watNu}</p>
        <p className="md-knoppen">
          <KnopLink naar={terug.naar}>{terug.tekst}</KnopLink>
        </p>
      </Leeg>
    </Pagina>
  )
}

/** Een deel van een scherm dat zelf laadt: reserveert ruimte, en zegt in woorden wat er misging. */
export function Deel<T>({ vraag, wat, children }: { vraag: UseQueryResult<Antwoord<T>>; wat: string; children: (waarde: T) => ReactNode }) {
  if (vraag.data) return children(vraag.data.waarde)
  if (vraag.error) return <Probleemmelding probleem={alsProbleem(vraag.error)} opnieuw={() => void vraag.refetch()} />
  return <Laden wat={wat} />
}
