import { useQuery } from '@tanstack/react-query'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import type { Noodtoegang } from './antwoord.ts'

/** Voor de teamleider: er wacht noodtoegang op een oordeel. */
export function NoodMelding() {
  const open = useQuery({
    queryKey: [...sleutels.noodtoegangen(), 'open'],
    queryFn: () => roepApi<{ items: readonly Noodtoegang[] }>('GET', '/noodtoegangen?onbeoordeeld=true&limiet=50'),
  })
  const aantal = open.data?.waarde.items.filter((n) => n.magBeoordelen).length ?? 0
  if (aantal === 0) return null
  return (
    <Melding
      soort="info"
      compact
      titel={aantal === 1 ? 'Eén noodtoegang wacht op uw oordeel.' : `${aantal} noodtoegangen wachten op uw oordeel.`}
    >
      <p className="md-knoppen">
        <KnopLink naar="/werk/noodtoegang">Noodtoegang beoordelen</KnopLink>
      </p>
    </Melding>
  )
}
