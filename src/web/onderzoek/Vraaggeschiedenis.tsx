import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Antwoord } from '#core/advies/advies.ts'
import { antwoordTekst } from '#core/advies/woorden.ts'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import type { Antwoordbeeld } from './beeld.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

/** Alles wat op deze vraag gezegd is, het nieuwste eerst. Wordt pas gehaald als iemand erom vraagt. */
export function Vraaggeschiedenis({ onderzoek, vraag }: { onderzoek: string; vraag: string }) {
  const { rij } = gebruikOnderzoekstand()
  const [open, zetOpen] = useState(false)
  const vraagje = useQuery({
    queryKey: [...sleutels.antwoorden(onderzoek, vraag), rij.versie],
    queryFn: async ({ signal }) =>
      (
        await roepApi<{ items: Antwoordbeeld[] }>('GET', `/onderzoeken/${onderzoek}/antwoorden?vraag=${encodeURIComponent(vraag)}`, {
          signaal: signal,
        })
      ).waarde.items,
    enabled: open,
  })
  return (
    <details className="ond-geschiedenis" onToggle={(e) => zetOpen(e.currentTarget.open)}>
      <summary>Eerdere antwoorden</summary>
      {vraagje.isPending && open && <p className="md-bijtekst">Even ophalen…</p>}
      {vraagje.error && <Probleemmelding probleem={alsProbleem(vraagje.error)} opnieuw={() => void vraagje.refetch()} />}
      {vraagje.data?.length === 0 && <p className="md-bijtekst">Er is nog geen antwoord bewaard.</p>}
      {vraagje.data && vraagje.data.length > 0 && <Lijst rijen={vraagje.data} />}
    </details>
  )
}

function Lijst({ rijen }: { rijen: readonly Antwoordbeeld[] }) {
  const { catalogus, onderzoek } = gebruikOnderzoekstand()
  const ingetrokken = new Set(onderzoek.bezoeken.filter((b) => b.ingetrokken !== null).map((b) => b.id))
  const vervangen = new Set(rijen.map((r) => r.vervangt))
  return (
    <ol className="ond-geschiedenislijst">
      {[...rijen].reverse().map((r) => {
        const vraag = catalogus.vragen[r.vraag]
        return (
          <li key={r.id} data-vervangen={vervangen.has(r.id) || undefined}>
            <strong>{vraag ? antwoordTekst(vraag, r.waarde as Antwoord | null) : String(r.waarde)}</strong>
            {` op ${schrijfDatum(r.datum)}`}
            {r.toelichting && `: ${r.toelichting}`}
            <span className="md-bijtekst">
              {' '}
              {r.gegevenDoor.naam}, {schrijfTijdstip(r.gegevenOp)}
              {r.bron && `, bron: ${r.bron}`}
              {vervangen.has(r.id) && ', later verbeterd'}
              {r.bezoek !== null && ingetrokken.has(r.bezoek) && ', bij een bezoek dat is ingetrokken'}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
