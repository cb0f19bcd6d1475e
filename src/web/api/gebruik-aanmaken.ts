import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { nieuweSleutel } from './nieuwe-sleutel.ts'
import { type Antwoord, roepApi } from './roep-api.ts'
import { eigenaar } from './sessiestand.ts'
import { vervallen } from './vraagclient.ts'

/**
 * Iets aanmaken dat er ook na een verbroken verbinding maar één keer komt. De sleutel wordt één keer per formulier gemaakt en blijft
 * bij opnieuw proberen en na herladen dezelfde; pas als het gelukt is, krijgt een volgende een nieuwe.
 *
 * @param opties.formulier naam van het formulier, uniek binnen dit tabblad
 * @param opties.verversen soorten gegevens die na het aanmaken opnieuw gehaald worden (zie `sleutels.ts`)
 */
export function gebruikAanmaken<I, T>(pad: string, { formulier, verversen = [] }: { formulier: string; verversen?: readonly string[] }) {
  const client = useQueryClient()
  const sleutel = useRef<string | null>(null)
  const plek = `meedoen.idempotentie.${eigenaar()}.${formulier}`
  return useMutation<Antwoord<T>, unknown, I>({
    mutationFn: (lichaam) => {
      sleutel.current ??= leesOfMaak(plek)
      return roepApi<T>('POST', pad, { lichaam, idempotentie: sleutel.current })
    },
    onSuccess: async () => {
      sleutel.current = null
      vergeet(plek)
      await vervallen(client, ...verversen)
    },
  })
}

function leesOfMaak(plek: string): string {
  try {
    const bewaard = sessionStorage.getItem(plek) ?? nieuweSleutel()
    sessionStorage.setItem(plek, bewaard)
    return bewaard
  } catch {
    return nieuweSleutel() // Opslag kan verboden zijn; dan geldt de sleutel tot de pagina herlaadt.
  }
}

function vergeet(plek: string): void {
  try {
    sessionStorage.removeItem(plek)
  } catch {
    // Er was niets te vergeten.
  }
}
