/**
 * Gebeurtenissen zijn feiten met een dag en een zin. Zij worden nooit gewijzigd: een verbetering is een nieuwe rij die de
 * oude noemt en haar plaats inneemt. De stand volgt uit de rijen die gelden, nooit uit een lege datum.
 */
import type { Datum } from '#core/base/datum.ts'
import type { Blok } from '#core/base/invoer.ts'
import { invariant } from '#core/base/invariant.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { datum, datumTotEnMet, keuze, leesVelden, type Lezers, mag, moet, uuid } from '#core/base/velden.ts'
import {
  besluit,
  type Gebeurtenissoort,
  indicatiegebeurtenissen,
  type Over,
  type Standvan,
  vervallen,
  zaakgebeurtenissen,
} from '#core/dossier/gebeurtenissoorten.ts'
import { volgordezin } from '#core/dossier/volgordezin.ts'

/** Een rij zoals zij bewaard wordt; `id` is een UUID versie 7, dus ids staan op volgorde van vastleggen. */
export type Gebeurtenis = {
  readonly id: string
  readonly soort: Gebeurtenissoort
  readonly datum: Datum
  readonly gegevens: Blok
  readonly vervangt: string | null
}
/** Een rij die nog bewaard moet worden, met haar zin. */
export type NieuweGebeurtenis = Omit<Gebeurtenis, 'id'> & { readonly zin: string }

type Regels = {
  readonly label: string
  readonly vanuit: readonly (string | null)[]
  readonly naar: string | null
  readonly velden: Lezers
  zin(gegevens: never): string
}
const tabellen: Record<Over, Readonly<Record<string, Regels>>> = { zaak: zaakgebeurtenissen, indicatie: indicatiegebeurtenissen }
const regelsVan = (over: Over, soort: string): Regels | undefined =>
  Object.hasOwn(tabellen[over], soort) ? tabellen[over][soort] : undefined

/**
 * Leest een nieuwe gebeurtenis. Wat er met een zaak gebeurde kan niet morgen zijn; een begin of einde van hulp wel.
 */
export function leesGebeurtenis(ruw: unknown, over: Over, vandaag: Datum): Result<NieuweGebeurtenis, Invoerfout[]> {
  const dag = over === 'zaak' ? datumTotEnMet(vandaag) : datum
  const kop = leesVelden(
    {
      soort: moet(keuze({ ...tabellen[over], vervallen }), 'Kies wat er gebeurde.'),
      datum: moet(dag, 'Vul in op welke dag dit gebeurde.'),
      gegevens: (gegeven) => ok(gegeven ?? {}),
      vervangt: mag(uuid),
    },
    ruw,
  )
  if (!kop.ok) return kop
  const soort = kop.value.soort as Gebeurtenissoort
  const { velden, zin } = soort === 'vervallen' ? vervallen : (regelsVan(over, soort) as Regels)
  const gegevens = leesVelden(velden as Lezers, kop.value.gegevens, '/gegevens')
  if (!gegevens.ok) return gegevens
  return ok({ soort, datum: kop.value.datum, gegevens: gegevens.value, vervangt: kop.value.vervangt, zin: zin(gegevens.value as never) })
}

/** Een gebeurtenis die het programma zelf vastlegt; de gegevens kloppen al. */
export function maakGebeurtenis(soort: Exclude<Gebeurtenissoort, 'vervallen'>, op: Datum, gegevens: Blok = {}): NieuweGebeurtenis {
  const regels = (regelsVan('zaak', soort) ?? regelsVan('indicatie', soort)) as Regels
  return { soort, datum: op, gegevens, vervangt: null, zin: regels.zin(gegevens as never) }
}

type Rij = Omit<Gebeurtenis, 'gegevens'>

/**
 * De rijen die gelden, op volgorde van dag; een verbetering staat op de plaats van de rij die zij vervangt. Een besluit komt
 * altijd eerst: vaak begint de hulp al voordat het op papier staat.
 */
export function geldend<G extends Rij>(rijen: readonly G[]): readonly G[] {
  const perId = new Map(rijen.map((rij) => [rij.id, rij]))
  const vervangen = new Set(rijen.map((rij) => rij.vervangt))
  const wortel = (rij: G): string => {
    const vorige = rij.vervangt === null ? undefined : perId.get(rij.vervangt)
    return vorige ? wortel(vorige) : rij.id
  }
  return rijen
    .filter((rij) => !vervangen.has(rij.id) && rij.soort !== 'vervallen')
    .map((rij) => ({ rij, sleutel: `${rij.soort === besluit ? 0 : 1} ${rij.datum} ${wortel(rij)}` }))
    .sort((a, b) => (a.sleutel < b.sleutel ? -1 : a.sleutel > b.sleutel ? 1 : 0))
    .map(({ rij }) => rij)
}

/** Eén stap in het verloop: de stand ervoor en erna. */
export type Stap<S extends string, G extends Rij> = { readonly rij: G; readonly voor: S | null; readonly na: S | null }
export type Gebeurtenisweigering = {
  readonly code: 'GEBEURTENIS_VOLGORDE' | 'GEBEURTENIS_ONBEKEND' | 'GEBEURTENIS_AL_VERVANGEN' | 'GEBEURTENIS_ZONDER_RIJ'
  readonly tekst: string
  readonly watNu: string
}

/** Speelt de geldende rijen af. De uitkomst is anders de eerste rij die niet kan vanuit de stand van dat moment. */
export function speelAf<O extends Over, G extends Rij>(over: O, rijen: readonly G[]): Result<Verloop<O, G>, G> {
  const stappen: Stap<Standvan[O], G>[] = []
  let stand: string | null = null
  let vorige: string | null = null
  for (const rij of geldend(rijen)) {
    const regels = regelsVan(over, rij.soort)
    if (!regels?.vanuit.includes(stand)) return fout(rij)
    const na: string | null = regels.naar === null ? stand : regels.naar === 'vorige' ? vorige : regels.naar
    stappen.push({ rij, voor: stand as Standvan[O] | null, na: na as Standvan[O] | null })
    if (na !== stand) vorige = stand
    stand = na
  }
  return ok(stappen)
}
export type Verloop<O extends Over, G extends Rij> = readonly Stap<Standvan[O], G>[]

/**
 * Of deze rij erbij mag: wat zij vervangt bestaat en geldt nog, en het hele verloop klopt daarna. `ook` is wat de aanroeper
 * daarna nog eist, en vanaf welke dagen; zo noemt een weigering geen dag die alsnog niet kan.
 */
export function beoordeelGebeurtenis<O extends Over, G extends Rij>(
  over: O,
  bestaande: readonly G[],
  nieuw: G,
  ook: { goed(verloop: Verloop<O, G>): boolean; grenzen: readonly Datum[] } = { goed: () => true, grenzen: [] },
): Result<Verloop<O, G>, Gebeurtenisweigering> {
  if (nieuw.soort === 'vervallen' && nieuw.vervangt === null)
    return fout({
      code: 'GEBEURTENIS_ZONDER_RIJ',
      tekst: 'Er staat niet bij wat er vervalt.',
      watNu: 'Kies de gebeurtenis die niet klopt.',
    })
  if (nieuw.vervangt !== null && !bestaande.some((rij) => rij.id === nieuw.vervangt))
    return fout({
      code: 'GEBEURTENIS_ONBEKEND',
      tekst: 'De gebeurtenis die u verbetert, hoort hier niet bij.',
      watNu: 'Open het dossier opnieuw en kies de gebeurtenis uit de lijst.',
    })
  if (nieuw.vervangt !== null && bestaande.some((rij) => rij.vervangt === nieuw.vervangt))
    return fout({
      code: 'GEBEURTENIS_AL_VERVANGEN',
      tekst: 'Deze gebeurtenis is al verbeterd.',
      watNu: 'Open het dossier opnieuw en verbeter de laatste versie.',
    })
  const verloop = speelAf(over, [...bestaande, nieuw])
  if (verloop.ok) return verloop
  const kanOp = (datum: Datum): boolean => {
    const proef = speelAf(over, [...bestaande, { ...nieuw, datum }])
    return proef.ok && ook.goed(proef.value)
  }
  const andere = geldend([...bestaande, nieuw]).filter((rij) => rij !== nieuw)
  return fout({ code: 'GEBEURTENIS_VOLGORDE', ...volgordezin({ over, nieuw, vast: verloop.fout, andere, kanOp, grenzen: ook.grenzen }) })
}

export type Standop<S extends string> = { readonly stand: S; readonly sinds: Datum }

/** De stand aan het eind van een dag en sinds wanneer; null als er dan nog niets gebeurd is. */
export function standOp<O extends Over, G extends Rij>(over: O, rijen: readonly G[], dag: Datum): Standop<Standvan[O]> | null {
  const gespeeld = speelAf(over, rijen)
  invariant(gespeeld.ok, 'bewaarde gebeurtenissen zijn bij het vastleggen beoordeeld')
  const laatste = gespeeld.value.findLast(({ rij, voor, na }) => rij.datum <= dag && voor !== na)
  return laatste?.na ? { stand: laatste.na, sinds: laatste.rij.datum } : null
}
