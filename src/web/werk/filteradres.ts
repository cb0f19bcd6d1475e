/** Een filter in het adres van het scherm, en terug. Alleen keuzes uit vaste lijsten; een naam of nummer staat er nooit in. */
import { plusDagen, type Datum } from '#core/base/datum.ts'
import { type Filterkeuze, leesFilterkeuze } from '#core/dossier/filterzin.ts'

export const leegFilter: Filterkeuze = { behandelaar: null, soort: null, stand: null, binnenDagen: null, wacht: null }

export function adresVanFilter(keuze: Filterkeuze): string {
  const delen = new URLSearchParams()
  for (const [naam, waarde] of Object.entries(keuze)) if (waarde !== null) delen.set(naam, String(waarde))
  return delen.size === 0 ? '/zaken' : `/zaken?${delen}`
}

/** Wat er niet klopt of niet bekend is, telt niet mee: een oud adres geeft gewoon een ruimere lijst. */
export function filterUitAdres(delen: URLSearchParams): Filterkeuze {
  const dagen = delen.get('binnenDagen')
  const ruw: Record<string, unknown> = {
    behandelaar: delen.get('behandelaar'),
    soort: delen.get('soort'),
    stand: delen.get('stand'),
    binnenDagen: dagen === null ? null : Number(dagen),
    wacht: delen.has('wacht') ? delen.get('wacht') === 'true' : null,
  }
  const goed = Object.entries(ruw).flatMap(([veld, waarde]) => {
    const gelezen = leesFilterkeuze({ [veld]: waarde })
    return gelezen.ok ? [[veld, gelezen.value[veld as keyof Filterkeuze]] as const] : []
  })
  return { ...leegFilter, ...Object.fromEntries(goed) }
}

/** Wat de server gevraagd wordt: dagen worden een datum. */
export const vraagVanFilter = (f: Filterkeuze, vandaag: string): Record<string, string | boolean | null> => ({
  behandelaar: f.behandelaar,
  soort: f.soort,
  stand: f.stand,
  uiterlijkVoor: f.binnenDagen === null ? null : plusDagen(vandaag as Datum, f.binnenDagen),
  wacht: f.wacht,
})
