import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi, stuur } from '../api/roep-api.ts'
import { type Aanmeldwijzen, rolnaam } from '../api/sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { aanmeldadres, demoadres } from './adressen.ts'

type AanmeldkeuzeProps = {
  /** Waar het aanmelden bij de eigen organisatie op uitkomt. */
  naar: string
  nieuwTabblad?: boolean
  /** Alleen deze medewerker, om na een verlopen sessie verder te gaan; bestaat die niet, dan toch alle. */
  alleen?: { readonly naam: string; readonly gemeente: string }
  klaar: () => Promise<unknown>
}

/** Hoe men zich kan aanmelden: bij de eigen organisatie, en in een proefomgeving met één knop per rol per gemeente. */
export function Aanmeldkeuze({ naar, nieuwTabblad, alleen, klaar }: AanmeldkeuzeProps) {
  const wijzen = gebruikAanmeldwijzen()
  const [mislukt, zetMislukt] = useState<Probleem | null>(null)
  const [bezig, zetBezig] = useState(false)
  if (wijzen.isPending) return <p className="md-aanmelden__wacht">Even kijken hoe u zich kunt aanmelden…</p>
  if (wijzen.error) return <Probleemmelding probleem={alsProbleem(wijzen.error)} opnieuw={() => void wijzen.refetch()} />
  const { oidc, demo } = wijzen.data
  const zelf = alleen ? demo.filter((d) => d.naam === alleen.naam && d.gemeente === alleen.gemeente) : []
  const kies = async ({ sleutel, gemeente }: Demo) => {
    if (bezig) return
    zetBezig(true)
    zetMislukt(null)
    try {
      await stuur('POST', demoadres, { lichaam: { sleutel, gemeente } })
      await klaar()
    } catch (fout) {
      zetMislukt(alsProbleem(fout))
    } finally {
      zetBezig(false)
    }
  }
  return (
    <div className="md-aanmelden">
      {mislukt && <Probleemmelding probleem={mislukt} />}
      {oidc && (
        <p>
          <a
            className="nl-button nl-button--primary md-knoplink"
            href={aanmeldadres(naar)}
            target={nieuwTabblad ? '_blank' : undefined}
            rel={nieuwTabblad ? 'noopener' : undefined}
          >
            <span className="nl-button__label">
              Aanmelden met uw werkaccount
              {nieuwTabblad && <span className="md-onzichtbaar"> (opent een nieuw tabblad)</span>}
            </span>
          </a>
        </p>
      )}
      {!oidc && demo.length === 0 && <p>Op deze server kan niemand zich aanmelden. Vraag uw beheerder om het aanmelden in te stellen.</p>}
      <Demokeuze demo={zelf.length > 0 ? zelf : demo} kies={(demo) => void kies(demo)} />
    </div>
  )
}

/** Hoe men zich hier kan aanmelden, volgens de server. */
export function gebruikAanmeldwijzen() {
  return useQuery({
    queryKey: sleutels.aanmeldwijzen(),
    queryFn: async () => (await roepApi<Aanmeldwijzen>('GET', '/aanmeldwijzen')).waarde,
    staleTime: 30_000,
  })
}

type Demo = Aanmeldwijzen['demo'][number]

function Demokeuze({ demo, kies }: { demo: readonly Demo[]; kies: (demo: Demo) => void }) {
  const gemeenten = [...new Map(demo.map((d) => [d.gemeente, d.gemeentenaam]))]
  return (
    <div className="md-aanmelden__gemeenten">
      {gemeenten.map(([code, naam]) => (
        <section key={code} className="md-kaart" aria-label={`Proefaccounts van ${naam}`}>
          <h3 className="md-kaart__kop">{naam}</h3>
          <ul className="md-aanmelden__rollen">
            {demo
              .filter((d) => d.gemeente === code)
              .map((d) => (
                <li key={d.sleutel}>
                  <button type="button" className="md-rolknop" onClick={() => kies(d)}>
                    <span className="md-rolknop__rol">{rolnaam(d.rol)}</span>{' '}
                    <span className="md-bijtekst">{[d.naam, d.team].filter(Boolean).join(', ')}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
