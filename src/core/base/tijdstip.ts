/** Een moment, bewaard in UTC en getoond in Nederlandse tijd. Een kalenderdag is een `Datum`, geen moment. */
import { type Datum, dagnummer, inWoorden } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'

declare const merk: unique symbol
/** 'JJJJ-MM-DDTUU:MM:SS.mmmZ': `<` op de tekst is `<` op het moment. Alleen `parseTijdstip` en `vanMs` maken er een. */
export type Tijdstip = string & { readonly [merk]: 'Tijdstip' }

const vorm = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/
const eersteMs = Date.UTC(1900, 0, 1)
const laatsteMs = Date.UTC(2200, 0, 1) - 1

/** Milliseconden sinds 1970 als tijdstip. Buiten 1900 tot en met 2199 is een fout in de code. */
export function vanMs(ms: number): Tijdstip {
  invariant(Number.isInteger(ms) && ms >= eersteMs && ms <= laatsteMs, () => `${ms} ms is een tijdstip in 1900 tot en met 2199`)
  return new Date(ms).toISOString() as Tijdstip
}

export const naarMs = (t: Tijdstip): number => Date.parse(t)

/** Leest ISO 8601 met zone (`Z` of `+01:00`). Zonder zone, of een dag die niet bestaat: null. */
export function parseTijdstip(ruw: unknown): Tijdstip | null {
  if (typeof ruw !== 'string' || !vorm.test(ruw)) return null
  const dag = Date.parse(`${ruw.slice(0, 10)}T00:00:00Z`)
  // Date.parse schuift 30 februari naar maart; dan leest de dag niet terug.
  if (Number.isNaN(dag) || new Date(dag).toISOString().slice(0, 10) !== ruw.slice(0, 10)) return null
  const ms = Date.parse(ruw.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return ms >= eersteMs && ms <= laatsteMs ? vanMs(ms) : null
}

const inNederland = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
type Klok = { datum: Datum; tijd: string; seconde: number }

function klok(ms: number): Klok {
  const deel = Object.fromEntries(inNederland.formatToParts(ms).map(({ type, value }) => [type, value]))
  return { datum: `${deel.year}-${deel.month}-${deel.day}` as Datum, tijd: `${deel.hour}:${deel.minute}`, seconde: Number(deel.second) }
}

const KWARTIER = 15 * 60_000
/** Het laatst gevraagde kwartier: elk verzoek vraagt naar nu, en een zone uitrekenen is duur. */
let onthouden: { kwartier: number; datum: Datum } | undefined

/** De kalenderdag in Nederland op dit moment. Sinds 1940 wisselt zij alleen op een heel kwartier van UTC. */
export function datumVanTijdstip(t: Tijdstip): Datum {
  const ms = naarMs(t)
  if (ms < eersteHeleUur) return klok(ms).datum
  const kwartier = Math.floor(ms / KWARTIER)
  if (onthouden?.kwartier !== kwartier) onthouden = { kwartier, datum: klok(ms).datum }
  return onthouden.datum
}
const eersteHeleUur = Date.UTC(1941, 0, 1)

/** Het eerste moment van een dag in Nederland: daarmee zoekt men alles van die dag. Niet eerder dan er tijdstippen zijn. */
export function beginVanDag(d: Datum): Tijdstip {
  const middernacht = dagnummer(d) * 86_400_000
  // Nederland loopt nooit meer dan twee uur voor op UTC: het hele dagverschil met de klok is de verschuiving.
  const { datum, tijd, seconde } = klok(middernacht)
  const [uur = 0, minuut = 0] = tijd.split(':').map(Number)
  const gelopen = (dagnummer(datum) - dagnummer(d)) * 86_400_000 + ((uur * 60 + minuut) * 60 + seconde) * 1000
  return vanMs(Math.max(eersteMs, middernacht - gelopen))
}

/** "14:02" */
export const tijdInWoorden = (t: Tijdstip): string => klok(naarMs(t)).tijd

/** "14 december 2026 om 14:02" */
export function tijdstipInWoorden(t: Tijdstip): string {
  const { datum, tijd } = klok(naarMs(t))
  return `${inWoorden(datum)} om ${tijd}`
}
