/** Bewaart antwoorden vanzelf: even na het laatste antwoord, opnieuw als de verbinding of de sessie terug is, en nooit over een collega heen. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { alsProbleem, isTijdelijk, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { eigenaar, gebruikAanmelding } from '../api/sessiestand.ts'
import { sleutels } from '../api/sleutels.ts'
import { bijTerugkeer } from '../api/verbinding.ts'
import { zonderBsn } from '../formulier/concept.ts'
import type { Antwoordbeeld, Onderzoek } from './beeld.ts'
import * as W from './wachtrij.ts'

const RUST_MS = 800
const OPNIEUW_MS = 5_000

/** Waarom er nu niets verstuurd wordt. `probleem` vraagt iets van de mens; de andere twee lossen zichzelf op. */
export type Rem = 'verbinding' | 'sessie' | 'probleem' | null
export type Bewaren = {
  readonly rij: W.Wachtrij
  readonly rem: Rem
  readonly probleem: Probleem | null
  readonly geef: (opgave: W.Opgave) => void
  readonly losOp: (keuzes: Readonly<Record<string, 'mijn' | 'hun'>>) => void
  readonly probeerNu: () => void
}

const plekVan = (onderzoek: string) => `meedoen.onderzoek.${eigenaar()}.${onderzoek}`

function leesPlank(plek: string): W.Bewaard | null {
  try {
    const ruw = JSON.parse(sessionStorage.getItem(plek) ?? 'null') as W.Bewaard | null
    return ruw && typeof ruw.versie === 'number' && typeof ruw.wacht === 'object' ? ruw : null
  } catch {
    return null
  }
}

/** Of er in deze browser nog antwoorden van dit onderzoek liggen die niet op de server staan. */
export const heeftOnbewaard = (onderzoek: string): boolean => leesPlank(plekVan(onderzoek)) !== null

function zetPlank(plek: string, rij: W.Wachtrij): void {
  try {
    const bewaar = W.teBewaren(rij)
    if (bewaar) sessionStorage.setItem(plek, JSON.stringify(zonderBsn(bewaar)))
    else sessionStorage.removeItem(plek)
  } catch {
    // Opslag vol of verboden: dan staan de antwoorden alleen op het scherm tot de server ze heeft.
  }
}

type Bewaard = { versie: number; bewaardOp: string; antwoorden: readonly Antwoordbeeld[] }

export function gebruikBewaren(onderzoek: Onderzoek, ik: string): Bewaren {
  const client = useQueryClient()
  const { id } = onderzoek
  const [plek] = useState(() => plekVan(id))
  const [rij, zetRij] = useState(() => W.beginWachtrij(ik, onderzoek, leesPlank(plek)))
  const [rem, zetRem] = useState<Rem>(null)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const laatste = useRef(rij)
  const pas = useCallback(
    (stap: (r: W.Wachtrij) => W.Wachtrij) => {
      laatste.current = stap(laatste.current)
      zetPlank(plek, laatste.current)
      zetRij(laatste.current)
    },
    [plek],
  )

  const stuur = useCallback(async () => {
    if (W.teVersturen(laatste.current).length === 0) return
    const sleutel = nieuweSleutel()
    pas((r) => W.verstuur(r, sleutel))
    const { versie, onderweg } = laatste.current
    try {
      const { waarde } = await roepApi<Bewaard>('POST', `/onderzoeken/${id}/antwoorden`, {
        lichaam: { antwoorden: onderweg?.opgaven ?? [] },
        etag: `"v${versie}"`,
        idempotentie: sleutel,
      })
      pas((r) => W.bewaard(r, waarde))
      zetProbleem(null)
      client.setQueryData<Onderzoek>(sleutels.onderzoek(id), (oud) => oud && { ...oud, ...W.standVan(laatste.current) })
    } catch (fout) {
      const p = alsProbleem(fout)
      if (p.status === 412) pas((r) => W.verouderd(r, p as unknown as W.Verouderd))
      else if (p.status === 422 && p.code === 'INVOER_ONGELDIG') pas((r) => W.geweigerd(r, p.fouten))
      else {
        pas(W.mislukt)
        zetRem(p.status === 401 ? 'sessie' : isTijdelijk(p) ? 'verbinding' : 'probleem')
        zetProbleem(p)
        // Een collega rondde intussen af: het scherm haalt die stand, want daar staat ook hoe het weer open gaat.
        if (p.code === 'ONDERZOEK_AFGEROND') await client.invalidateQueries({ queryKey: sleutels.onderzoek(id) })
      }
    }
  }, [client, id, pas])

  // Een antwoord zet de klok opnieuw; zo gaan antwoorden die vlak na elkaar komen samen.
  useEffect(() => {
    if (rem !== null || W.teVersturen(rij).length === 0) return
    const klok = setTimeout(() => void stuur(), RUST_MS)
    return () => clearTimeout(klok)
  }, [rij, rem, stuur])

  const { stand: aanmelding } = gebruikAanmelding()
  useEffect(() => {
    if (aanmelding === 'er') zetRem((r) => (r === 'sessie' ? null : r))
  }, [aanmelding])
  useEffect(() => bijTerugkeer(() => zetRem((r) => (r === 'verbinding' ? null : r))), [])
  useEffect(() => {
    if (rem !== 'verbinding') return
    const klok = setTimeout(() => zetRem(null), OPNIEUW_MS)
    return () => clearTimeout(klok)
  }, [rem])

  // Weer open: wat wachtte gaat vanzelf mee.
  const dicht = onderzoek.afgerondOp !== null
  useEffect(() => {
    if (!dicht) zetRem((r) => (r === 'probleem' ? null : r))
  }, [dicht])

  // Haalde de pagina zelf een nieuwere stand, dan hoort die erbij.
  useEffect(() => {
    if (onderzoek.versie > laatste.current.versie) pas((r) => W.ververst(r, onderzoek))
  }, [onderzoek, pas])
  useEffect(() => {
    const waarschuw = (e: BeforeUnloadEvent) => {
      if (W.aantalOpen(laatste.current) > 0) e.preventDefault()
    }
    window.addEventListener('beforeunload', waarschuw)
    return () => {
      window.removeEventListener('beforeunload', waarschuw)
      // Naar een ander scherm: wat nog wacht gaat nu, en blijft bewaard tot het aankomt.
      void stuur()
    }
  }, [stuur])

  const geef = useCallback(
    (opgave: W.Opgave) => {
      pas((r) => W.geefAntwoord(r, opgave))
      zetRem((r) => (r === 'probleem' ? null : r))
    },
    [pas],
  )
  const losOp = useCallback((keuzes: Readonly<Record<string, 'mijn' | 'hun'>>) => pas((r) => W.losOp(r, keuzes)), [pas])
  const probeerNu = useCallback(() => zetRem(null), [])
  return { rij, rem, probleem, geef, losOp, probeerNu }
}
