import type { Antwoord } from '#core/advies/advies.ts'
import { antwoordTekst, vraagNaam } from '#core/advies/woorden.ts'
import { Probleem } from '../api/probleem.ts'
import { naarKop } from '../kader/naar-kop.ts'
import { Conflict } from '../onderdelen/Conflict.tsx'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

/** Een collega beantwoordde dezelfde vraag anders: per vraag een keuze. Andere vragen zijn al samengevoegd. */
export function Botsing() {
  const { rij, catalogus, losOp } = gebruikOnderzoekstand()
  const { conflict } = rij
  if (!conflict) return null
  const sleutels = Object.keys(conflict.vragen)
  const perVraag = (waarde: (sleutel: string) => unknown) => Object.fromEntries(sleutels.map((k) => [k, waarde(k)]))
  const naam = (k: string) => k.slice(k.indexOf(':') + 1)
  const velden = sleutels.map((k) => ({
    plaats: `/${k}`,
    label: catalogus.vragen[naam(k)]?.tekst ?? catalogus.afgeleid?.[naam(k)]?.tekst ?? vraagNaam(catalogus, naam(k)),
    toon: (w: unknown) => {
      const { waarde, toelichting } = w as { waarde: Antwoord | null; toelichting: string }
      const vraag = catalogus.vragen[naam(k)]
      const tekst = vraag ? antwoordTekst(vraag, waarde) : String(waarde ?? 'nog niet bekend')
      return toelichting ? `${tekst}: ${toelichting}` : tekst
    },
  }))
  const kant = (a: { waarde: unknown; toelichting?: string | null } | undefined) => ({
    waarde: a?.waarde ?? null,
    toelichting: a?.toelichting ?? '',
  })
  const mijn = perVraag((k) => kant(rij.wacht[k]))
  const probleem = new Probleem({
    status: 412,
    code: 'ONDERZOEK_GEWIJZIGD',
    titel: 'Een collega was u voor',
    tekst: '',
    wie: conflict.wie,
    wanneer: conflict.wanneer,
    huidig: perVraag((k) => kant(conflict.vragen[k])),
  })
  return (
    <Conflict
      probleem={probleem}
      velden={velden}
      // U wijzigde het allebei: wie van de twee voorgaat, kiest u zelf.
      basis={{}}
      mijn={mijn}
      opKies={(gekozen) => {
        naarKop()
        losOp(perVraag((k) => (gekozen[k] === mijn[k] ? 'mijn' : 'hun')) as Record<string, 'mijn' | 'hun'>)
      }}
    />
  )
}
