import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { neemSessieOver } from '../api/gebruik-sessie.ts'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Aanmeldkeuze, gebruikAanmeldwijzen } from './Aanmeldkeuze.tsx'

/**
 * Aanmelden, op het adres waar men heen wilde: daarna staat dat scherm er. `children` is wat ook zonder aanmelden kan.
 */
export function AanmeldPagina({ children }: { children?: ReactNode }) {
  const client = useQueryClient()
  const { pathname } = useLocation()
  const wijzen = gebruikAanmeldwijzen()
  const aangemeld = wijzen.data?.aangemeld === true
  useEffect(() => {
    if (aangemeld) void neemSessieOver(client)
  }, [aangemeld, client])
  const isProef = (wijzen.data?.demo.length ?? 0) > 0
  return (
    <Pagina titel="Aanmelden" inleiding="Meedoen is de werkplek voor Wmo-begeleiding, van melding tot indicatie.">
      {isProef && (
        <Melding soort="info" compact titel="Dit is een proefomgeving met verzonnen gegevens.">
          Kies een gemeente en een rol; u hebt geen wachtwoord nodig.
        </Melding>
      )}
      <Aanmeldkeuze naar={pathname} klaar={() => neemSessieOver(client)} />
      {children}
    </Pagina>
  )
}

/** Eindpunt van een tabblad dat alleen geopend is om opnieuw aan te melden. */
export function WeerAangemeldPagina() {
  const client = useQueryClient()
  useEffect(() => void neemSessieOver(client), [client])
  return (
    <Pagina titel="U bent weer aangemeld">
      <p>Sluit dit tabblad en ga verder waar u was. Wat u daar invulde, staat er nog.</p>
    </Pagina>
  )
}
