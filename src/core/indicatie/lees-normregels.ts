/** Leest de normregels van een omvang: minuten, hoe vaak, en wat er bij een aftrek of afwijking hoort te staan. */
import { vanDecimaal } from '#core/base/breuk.ts'
import { bedoelde } from '#core/base/dichtstbij.ts'
import { type Blok, isBlok, kort, onbekendeVelden, wijzer } from '#core/base/invoer.ts'
import type { Invoerfout } from '#core/base/result.ts'
import { type Keer, type Normregel, type Per, pers, regelsoorten } from './normregels.ts'

export const MAX_REGELS = 1_000
const MAX_MINUTEN = 1_440
const MAX_KEER = 100
const MAX_TEKST = 4_000

const velden = ['activiteit', 'minuten', 'keer', 'soort', 'zwaarte', 'resultaat', 'reden', 'motivering']
const tekstvelden = ['zwaarte', 'resultaat', 'reden', 'motivering'] as const

/** Null als er geen lijst te lezen valt; losse fouten staan in `fouten`. */
export function leesNormregels(ruw: unknown, fouten: Invoerfout[]): Normregel[] | null {
  if (!Array.isArray(ruw)) {
    fouten.push({
      code: 'REGELS_ONTBREKEN',
      plaats: '/regels',
      tekst: 'Geef een lijst `regels`, elk met activiteit, minuten, keer en soort; of `dagdelen` bij een product in dagdelen.',
    })
    return null
  }
  if (ruw.length > MAX_REGELS) {
    const tekst = `Er staan ${ruw.length} regels; het kunnen er hoogstens ${MAX_REGELS} zijn. Voeg regels samen of reken per inwoner.`
    fouten.push({ code: 'TE_VEEL_REGELS', plaats: '/regels', tekst })
    return null
  }
  return ruw.map((een, i) => leesRegel(een, wijzer('regels', i), fouten)).filter((regel) => regel !== null)
}

function leesRegel(ruw: unknown, plaats: string, fouten: Invoerfout[]): Normregel | null {
  if (!isBlok(ruw)) {
    fouten.push({ code: 'REGEL_ONGELDIG', plaats, tekst: 'Een regel is een blok met activiteit, minuten, keer en soort.' })
    return null
  }
  fouten.push(...onbekendeVelden(ruw, velden, plaats))
  const activiteit = leesTekst(ruw, 'activiteit', plaats, fouten)
  if (ruw.activiteit === undefined) fouten.push({ code: 'ACTIVITEIT_ONTBREEKT', plaats, tekst: 'Noem de activiteit van deze regel.' })
  const soort = leesKeuze(ruw.soort, regelsoorten, plaats + wijzer('soort'), fouten)
  const minuten = leesMinuten(ruw.minuten, soort, plaats + wijzer('minuten'), fouten)
  const keer = leesKeer(ruw.keer, plaats + wijzer('keer'), fouten)
  const teksten: Partial<Record<(typeof tekstvelden)[number], string>> = {}
  for (const veld of tekstvelden) {
    const tekst = leesTekst(ruw, veld, plaats, fouten)
    if (tekst !== undefined) teksten[veld] = tekst
  }
  if (activiteit === undefined || soort === null || minuten === null || keer === null) return null
  return { activiteit, minuten, keer, soort, ...teksten }
}

/** Onder nul mag alleen een afwijking: die kan de tijd ook verminderen. */
function leesMinuten(ruw: unknown, soort: Normregel['soort'] | null, plaats: string, fouten: Invoerfout[]): number | null {
  const laagst = soort === 'afwijking' ? -MAX_MINUTEN : 0
  if (Number.isInteger(ruw) && (ruw as number) >= laagst && (ruw as number) <= MAX_MINUTEN) return ruw as number
  const minder = typeof ruw === 'number' && ruw < 0 && soort === 'norm' ? ' Gebruik voor minder tijd de soort aftrek of afwijking.' : ''
  const tekst = `"${kort(ruw)}" kan hier niet: geef hele minuten van ${String(laagst).replace('-', '−')} tot en met ${MAX_MINUTEN}.${minder}`
  fouten.push({ code: 'MINUTEN_ONGELDIG', plaats, tekst })
  return null
}

function leesKeer(ruw: unknown, plaats: string, fouten: Invoerfout[]): Keer | null {
  if (!isBlok(ruw)) {
    fouten.push({ code: 'KEER_ONGELDIG', plaats, tekst: 'Schrijf hoe vaak als {"aantal": 1, "per": "week"}.' })
    return null
  }
  fouten.push(...onbekendeVelden(ruw, ['aantal', 'per'], plaats))
  const per: Per | null = leesKeuze(ruw.per, pers, plaats + wijzer('per'), fouten)
  const { aantal } = ruw
  if (typeof aantal === 'number' && aantal > 0 && aantal <= MAX_KEER && vanDecimaal(aantal) !== null)
    return per === null ? null : { aantal, per }
  const tekst = `"${kort(aantal)}" kan hier niet: geef een getal groter dan 0, tot en met ${MAX_KEER}, met hoogstens vier decimalen.`
  fouten.push({ code: 'AANTAL_ONGELDIG', plaats: plaats + wijzer('aantal'), tekst })
  return null
}

function leesKeuze<T extends string>(ruw: unknown, mogelijk: readonly T[], plaats: string, fouten: Invoerfout[]): T | null {
  const gekozen = mogelijk.find((een) => een === ruw)
  if (gekozen !== undefined) return gekozen
  const tip = typeof ruw === 'string' ? bedoelde(ruw, mogelijk) : ''
  fouten.push({ code: 'WAARDE_ONBEKEND', plaats, tekst: `"${kort(ruw)}" kan hier niet.${tip} Kies uit: ${mogelijk.join(', ')}.` })
  return null
}

function leesTekst(ruw: Blok, veld: string, plaats: string, fouten: Invoerfout[]): string | undefined {
  const waarde = ruw[veld]
  if (waarde === undefined || (typeof waarde === 'string' && waarde.length <= MAX_TEKST && (veld !== 'activiteit' || waarde.trim() !== '')))
    return waarde
  fouten.push({
    code: 'TEKST_ONGELDIG',
    plaats: plaats + wijzer(veld),
    tekst: `Bij ${veld} hoort een tekst van hoogstens ${MAX_TEKST} tekens.`,
  })
  return undefined
}
