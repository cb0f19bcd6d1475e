/**
 * De antwoorden van een onderzoek. Elk antwoord is een rij die blijft; een verbetering is een nieuwe rij die de oude noemt
 * en haar plaats inneemt. Wat een antwoord betekent weet de catalogus, niet dit bestand.
 */
import type { Datum } from '#core/base/datum.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import {
  alinea,
  anders,
  blok,
  datum as datumLezer,
  datumTotEnMet,
  type Gelezen,
  keuze,
  leesVelden,
  type Lezer,
  lijst,
  mag,
  moet,
  regel,
  uuid,
  weiger,
} from '#core/base/velden.ts'

export const antwoordsoorten = { antwoord: 'Antwoord', overschrijving: 'Afwijking van een afgeleide waarde' } as const
export type Antwoordsoort = keyof typeof antwoordsoorten

/** Vorm van een waarde; null is: weet ik niet (meer). */
export type Waarde = string | number | readonly string[] | null

/** Een bewaarde rij. `volgnummer` loopt op binnen het onderzoek. */
export type Antwoordrij = {
  readonly id: string
  readonly volgnummer: number
  readonly soort: Antwoordsoort
  readonly vraag: string
  readonly waarde: Waarde
  readonly toelichting: string | null
  readonly bron: string | null
  readonly datum: Datum
  readonly bezoek: string | null
  readonly vervangt: string | null
}

/** Wat nu geldt, per vraag. Een vraag zonder rij, of met waarde null, is onbekend. */
export type Onderzoeksstand<A extends Antwoordrij> = {
  readonly antwoorden: ReadonlyMap<string, A>
  readonly overschrijvingen: ReadonlyMap<string, A>
}

/**
 * De stand van een onderzoek: per vraag de laatste rij die geldt. Een verbetering van een oude rij haalt een later antwoord
 * niet in. `totEnMet`: de stand van toen, voor het herhalen van een advies.
 */
export function standVan<A extends Antwoordrij>(rijen: readonly A[], totEnMet = Number.POSITIVE_INFINITY): Onderzoeksstand<A> {
  const toen = rijen.filter(({ volgnummer }) => volgnummer <= totEnMet).sort((a, b) => a.volgnummer - b.volgnummer)
  const plaatsen = plaatsPerRij(toen)
  const uit = { antwoorden: new Map<string, A>(), overschrijvingen: new Map<string, A>() }
  for (const rij of toen) {
    const per = rij.soort === 'antwoord' ? uit.antwoorden : uit.overschrijvingen
    const huidig = per.get(rij.vraag)
    // Bij gelijke plaats is deze rij de verbetering van de huidige: later vastgelegd, dus die geldt.
    if (!huidig || plaats(plaatsen, rij) >= plaats(plaatsen, huidig)) per.set(rij.vraag, rij)
  }
  return uit
}

const plaats = (plaatsen: ReadonlyMap<string, number>, rij: Antwoordrij): number => plaatsen.get(rij.id) ?? rij.volgnummer

/** Het volgnummer van de rij die aan het begin van een reeks verbeteringen staat. */
function plaatsPerRij(opVolgorde: readonly Antwoordrij[]): ReadonlyMap<string, number> {
  const plaatsen = new Map<string, number>()
  for (const { id, vervangt, volgnummer } of opVolgorde) plaatsen.set(id, (vervangt !== null && plaatsen.get(vervangt)) || volgnummer)
  return plaatsen
}

/** De bekende antwoorden als waarden, op volgorde van vraag: dezelfde stand geeft dezelfde bytes. */
export function bekendeWaarden(rijen: ReadonlyMap<string, Antwoordrij>): Readonly<Record<string, NonNullable<Waarde>>> {
  const bekend = [...rijen].flatMap(([vraag, { waarde }]) => (waarde === null ? [] : [[vraag, waarde] as const]))
  return Object.fromEntries(bekend.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

/** Alle rijen van één vraag, de nieuwste eerst, met of zij nog gelden. */
export function geschiedenis<A extends Antwoordrij>(rijen: readonly A[], vraag: string): readonly { rij: A; geldt: boolean }[] {
  const stand = standVan(rijen)
  return rijen
    .filter((rij) => rij.vraag === vraag)
    .sort((a, b) => b.volgnummer - a.volgnummer)
    .map((rij) => ({ rij, geldt: [stand.antwoorden, stand.overschrijvingen].some((per) => per.get(vraag)?.id === rij.id) }))
}

const waarde: Lezer<Waarde> = (ruw, plek) => {
  if (ruw === null || ruw === 'onbekend') return ok(null)
  if (typeof ruw === 'number' && Number.isFinite(ruw)) return ok(ruw)
  if (Array.isArray(ruw)) return lijst(regel(100), 200)(ruw, plek)
  if (typeof ruw === 'string') return regel(100)(ruw, plek)
  return weiger('ANTWOORD_ONGELDIG', plek, 'Geef een antwoord, een getal of een lijst. Weet u het niet, geef dan null.')
}

const lezersOp = (vandaag: Datum) => ({
  soort: anders(keuze(antwoordsoorten), 'antwoord'),
  vraag: moet(regel(100), 'Noem de vraag.'),
  waarde,
  toelichting: mag(alinea(4000)),
  bron: mag(regel(200)),
  datum: anders(datumTotEnMet(vandaag), vandaag),
  bezoek: mag(uuid),
  vervangt: mag(uuid),
})
export type NieuwAntwoord = Gelezen<ReturnType<typeof lezersOp>>

/** Leest een bundel antwoorden, hoogstens 200. Of een waarde bij haar vraag past, controleert de catalogus daarna. */
export function leesAntwoorden(ruw: unknown, vandaag: Datum): Result<readonly NieuwAntwoord[], Invoerfout[]> {
  const gelezen = leesVelden({ antwoorden: moet(lijst(blok(lezersOp(vandaag)), 200), 'Geef minstens één antwoord.') }, ruw)
  if (!gelezen.ok) return gelezen
  const { antwoorden } = gelezen.value
  if (antwoorden.length === 0) return weiger('LIJST_LEEG', '/antwoorden', 'Geef minstens één antwoord.')
  const fouten = antwoorden.flatMap((antwoord, i) => motivering(antwoord, i))
  return fouten.length > 0 ? fout(fouten) : ok(antwoorden)
}

function motivering({ soort, waarde: gekozen, toelichting }: NieuwAntwoord, i: number): Invoerfout[] {
  if (soort === 'antwoord' || gekozen === null || toelichting !== null) return []
  return [
    { code: 'MOTIVERING_ONTBREEKT', plaats: `/antwoorden/${i}/toelichting`, tekst: 'Schrijf waarom u afwijkt van de afgeleide waarde.' },
  ]
}

/** Of elke verbetering een rij noemt die er is en over dezelfde vraag gaat. */
export function beoordeelVerbeteringen(bestaande: readonly Antwoordrij[], nieuwe: readonly NieuwAntwoord[]): Invoerfout[] {
  return nieuwe.flatMap(({ vervangt, vraag, soort }, i) => {
    const rij = bestaande.find(({ id }) => id === vervangt)
    if (vervangt === null || (rij && rij.vraag === vraag && rij.soort === soort)) return []
    const tekst = 'Het antwoord dat u verbetert, hoort niet bij deze vraag. Open de geschiedenis van de vraag en kies opnieuw.'
    return [{ code: 'VERVANGT_ONBEKEND', plaats: `/antwoorden/${i}/vervangt`, tekst }]
  })
}

export const bezoeksoorten = {
  huisbezoek: 'Huisbezoek',
  telefonisch: 'Telefonisch',
  kantoor: 'Op kantoor',
  beeldbellen: 'Beeldbellen',
  dossier: 'Dossieronderzoek',
} as const
export type Bezoeksoort = keyof typeof bezoeksoorten

const bezoeklezers = (vandaag: Datum) => ({
  datum: anders(datumLezer, vandaag),
  soort: moet(keuze(bezoeksoorten), 'Kies hoe u de inwoner sprak.'),
  aanwezig: mag(regel(300)),
  verslag: mag(alinea(10_000)),
})
export type NieuwBezoek = Gelezen<ReturnType<typeof bezoeklezers>>

/** Waarom een bezoek wordt ingetrokken. */
export const leesBezoekintrekking = (ruw: unknown): Result<{ reden: string }, Invoerfout[]> =>
  leesVelden({ reden: moet(regel(300), 'Schrijf kort op waarom dit bezoek wordt ingetrokken.') }, ruw)

/** Leest een bezoek; een afspraak die nog komt mag ook. */
export const leesBezoek = (ruw: unknown, vandaag: Datum): Result<NieuwBezoek, Invoerfout[]> => leesVelden(bezoeklezers(vandaag), ruw)
