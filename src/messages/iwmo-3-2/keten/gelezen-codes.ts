/** De retourcodes in een retourbericht of declaratieantwoord, met de klasse en de regel waar zij bij horen. */
import type { GelezenBericht } from '../../codec.ts'
import type { Inhoud, Klasse, Velden } from '../../vorm.ts'
import { sleutel } from './context.ts'
import { ketenregels, type KetenregelId } from './regels.ts'

export type Retourregel = {
  readonly klasse: string
  readonly sleutel: string
  /** Null als de standaard er geen heeft. */
  readonly code: string | null
  /** Null als de code niet bij één regel hoort (0001). */
  readonly regel: string | null
}

type Waarde = Record<string, unknown>
/** Geen opmerking, niet beoordeeld, helemaal toegekend: die zeggen niets over een fout. */
const zonderFout = new Set(['0200', '0233', '8001'])

/** Alleen codes die iets afkeuren, in de volgorde van het bericht. */
export function gelezenCodes({ beschreven: { bericht }, waarde }: GelezenBericht): Retourregel[] {
  return uitVelden(bericht.velden, waarde as unknown as Waarde, bericht.retourOp ?? bericht.naam)
}

function uitVelden(velden: Velden, waarde: Waarde, heen: string): Retourregel[] {
  return Object.entries(velden).flatMap(([naam, { inhoud }]) => {
    const delen = Array.isArray(waarde[naam]) ? waarde[naam] : waarde[naam] === undefined ? [] : [waarde[naam]]
    return delen.flatMap((deel) => uitInhoud(naam, inhoud, deel as Waarde, heen))
  })
}

function uitInhoud(naam: string, inhoud: Inhoud, waarde: Waarde, heen: string): Retourregel[] {
  if (inhoud.soort === 'simpel' || inhoud.soort === 'groep' || naam === 'RetourCodes') return []
  const codes = (waarde.RetourCodes as { RetourCode: string[] } | undefined)?.RetourCode ?? []
  const eigen = codes
    .filter((code) => !zonderFout.has(code))
    .map((code) => ({ klasse: naam, sleutel: sleutelVan(naam, inhoud, waarde), code, regel: regelBij(code, heen) }))
  return [...eigen, ...uitVelden(inhoud.velden, waarde, heen)]
}

function sleutelVan(naam: string, { velden }: Klasse, waarde: Waarde): string {
  if (naam === 'Header') return (waarde.BerichtIdentificatie as { Identificatie: string }).Identificatie
  return sleutel(
    ...Object.keys(velden)
      .filter((veld) => velden[veld]?.sleutel)
      .map((veld) => waarde[veld]),
  )
}

/** De regel die bij dit heenbericht deze code geeft. */
export const regelBij = (code: string, heen: string): KetenregelId | null =>
  (Object.keys(ketenregels) as KetenregelId[]).find((id) => ketenregels[id].code === code && ketenregels[id].berichten.includes(heen)) ??
  null
