/**
 * De stapelingstoets: welke indicaties mogen op dezelfde dag naast elkaar lopen? Per kalenderdag, over alle aanbieders
 * (ontwerp §4). De regels staan in de catalogus; een product dat de regels niet noemt wordt niet geweigerd.
 */
import { type Datum, inWoorden, periodeInWoorden, vanDagnummer } from '#core/base/datum.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Botsing, isOpen, magSamen, maakStukken, type Stuk, vindBotsingen } from './botsingen.ts'
import { eersteMogelijkeDatum } from './eerste-datum.ts'
import type { Indicatie } from './indicatie.ts'
import { maakStapelingsregels, type Stapelingsregels } from './stapelingsregels.ts'

/** Mag alleen met een motivering. */
export type Stapelingswaarschuwing = {
  readonly code: string
  /** Bij een paar: eerst wat eerder begon (de rij van de matrix), dan wat later begon (de kolom). */
  readonly producten: readonly string[]
  readonly van: Datum
  /** null: de overlap loopt door. */
  readonly tot: Datum | null
  readonly eis: readonly string[]
  readonly tekst: string
}
/** Mag niet. `eersteMogelijkeDatum` is de eerste begindatum waarop de indicatie die schuift naast alle andere past. */
export type Conflict = Stapelingswaarschuwing & { readonly eersteMogelijkeDatum: Datum | null }
export type Stapelingsinfo = {
  readonly code: string
  readonly producten: readonly string[]
  readonly eis: readonly string[]
  readonly tekst: string
}

export type Stapelingsoordeel = {
  readonly toegestaan: boolean
  readonly conflicten: readonly Conflict[]
  readonly waarschuwingen: readonly Stapelingswaarschuwing[]
  readonly info: readonly Stapelingsinfo[]
}

/** Een botsing zoals een scherm haar toont: met de indicaties zelf, en welke ervan schuift. */
export type Stapelingsbotsing = {
  readonly soort: 'conflict' | 'waarschuwing'
  readonly melding: Stapelingswaarschuwing
  readonly indicaties: readonly Indicatie[]
  readonly schuift: Indicatie
  readonly eersteMogelijkeDatum: Datum | null
}

export type Stapelingstoets = {
  readonly regels: Stapelingsregels
  /** Alleen ja of nee; snel genoeg voor een heel bestand. */
  readonly mag: (indicaties: readonly Indicatie[]) => boolean
  readonly beoordeel: (indicaties: readonly Indicatie[]) => Stapelingsoordeel
  readonly botsingen: (indicaties: readonly Indicatie[]) => readonly Stapelingsbotsing[]
}

/** Zet de regels van de catalogus één keer om; hergebruik de toets voor meer inwoners. */
export function maakStapelingstoets(catalogus: Catalogus, keuze: Keuze): Stapelingstoets {
  const regels = maakStapelingsregels(catalogus, keuze)
  return {
    regels,
    mag: (indicaties) => magSamen(regels, indicaties),
    beoordeel: (indicaties) => beoordeel(regels, indicaties),
    botsingen: (indicaties) => beschrijf(regels, indicaties),
  }
}

export const beoordeelStapeling = (catalogus: Catalogus, keuze: Keuze, indicaties: readonly Indicatie[]): Stapelingsoordeel =>
  maakStapelingstoets(catalogus, keuze).beoordeel(indicaties)

function beoordeel(regels: Stapelingsregels, indicaties: readonly Indicatie[]): Stapelingsoordeel {
  const botsingen = beschrijf(regels, indicaties)
  const conflicten = botsingen
    .filter((botsing) => botsing.soort === 'conflict')
    .map((botsing) => ({ ...botsing.melding, eersteMogelijkeDatum: botsing.eersteMogelijkeDatum }))
  return {
    toegestaan: conflicten.length === 0,
    conflicten,
    waarschuwingen: botsingen.filter((botsing) => botsing.soort === 'waarschuwing').map((botsing) => botsing.melding),
    info: informeer(regels, indicaties),
  }
}

function beschrijf(regels: Stapelingsregels, indicaties: readonly Indicatie[]): Stapelingsbotsing[] {
  const stukken = maakStukken(regels, indicaties)
  const botsingen = vindBotsingen(regels, stukken)
  if (botsingen.length === 0) return []
  const datums = new Map<Stuk, Datum | null>()
  return botsingen.map((botsing) => {
    const schuift = watSchuift(botsing)
    const blokkeert = botsing.regel.uitkomst === 'blokkeren'
    if (blokkeert && !datums.has(schuift)) datums.set(schuift, eersteMogelijkeDatum(regels, stukken, schuift))
    const datum = (blokkeert ? datums.get(schuift) : null) ?? null
    return {
      soort: blokkeert ? 'conflict' : 'waarschuwing',
      melding: meld(regels, botsing, schuift, datum),
      indicaties: botsing.stukken.map((stuk) => stuk.indicatie),
      schuift: schuift.indicatie,
      eersteMogelijkeDatum: datum,
    }
  })
}

/** De indicatie die als nieuw is aangewezen, anders de laatst begonnen. */
function watSchuift({ stukken }: Botsing): Stuk {
  return (stukken.findLast((stuk) => stuk.indicatie.nieuw) ?? stukken.at(-1)) as Stuk
}

function meld({ catalogus }: Stapelingsregels, botsing: Botsing, schuift: Stuk, datum: Datum | null): Stapelingswaarschuwing {
  const van = vanDagnummer(botsing.van)
  const tot = isOpen(botsing.tot) ? null : vanDagnummer(botsing.tot)
  return {
    code: botsing.regel.code,
    producten: botsing.stukken.map((stuk) => stuk.indicatie.product),
    van,
    tot,
    eis: botsing.regel.eis,
    tekst: schrijf(catalogus, botsing, schuift, periodeInWoorden(tot === null ? { van } : { van, tot }), datum),
  }
}

function schrijf(catalogus: Catalogus, { regel, stukken }: Botsing, schuift: Stuk, periode: string, datum: Datum | null): string {
  const naam = productnaam(catalogus, schuift.indicatie.product)
  const anderen = stukken.filter((stuk) => stuk !== schuift).map((stuk) => productnaam(catalogus, stuk.indicatie.product))
  const dubbel = anderen.length === 1 && anderen[0] === naam
  const wie = dubbel ? `Een tweede indicatie ${naam}` : naam
  const naast = dubbel ? 'de eerste' : anderen.join(' en ')
  const bron = regel.eis.length === 0 ? '' : ` (${regel.eis.join(', ')})`
  if (regel.uitkomst === 'waarschuwen') return `${wie} naast ${naast} vraagt een motivering${bron}, ${periode}.${uitleg(regel.uitleg)}`
  const uitweg =
    datum === null ? 'Geen latere begindatum past zolang een andere indicatie zonder einddatum loopt.' : `Kan vanaf ${inWoorden(datum)}.`
  return `${wie} kan niet naast ${naast}${bron}, ${periode}.${uitleg(regel.uitleg)} ${uitweg}`
}

const uitleg = (tekst: string | null): string => (tekst === null ? '' : ` ${tekst.replace(/[.\s]*$/, '')}.`)

export const productnaam = (catalogus: Catalogus, product: string): string => catalogus.producten[product]?.naam ?? product

/** Wat niet meetelde, met de reden: een product buiten de regels, of een pgb dat volgens de instelling niet meetelt. */
function informeer(regels: Stapelingsregels, indicaties: readonly Indicatie[]): Stapelingsinfo[] {
  const { catalogus } = regels
  const { buitenMatrix, pgbTeltMee } = catalogus.stapeling
  const buiten = indicaties.map((een) => een.product).filter((product) => !regels.volgnummer.has(product))
  const metPgb = regels.pgbTeltMee
    ? []
    : indicaties.filter((een) => een.pgb && regels.volgnummer.has(een.product)).map((een) => een.product)
  return [
    ...opVolgorde(buiten).map((product) => ({
      code: 'GEEN_MATRIXREGEL',
      producten: [product],
      eis: buitenMatrix ? [buitenMatrix.eis] : [],
      tekst: `Voor ${productnaam(catalogus, product)} is er geen stapelingsregel.${uitleg(buitenMatrix?.tekst ?? null)}`,
    })),
    ...opVolgorde(metPgb).map((product) => ({
      code: 'PGB_TELT_NIET_MEE',
      producten: [product],
      eis: [...(catalogus.instellingen?.[pgbTeltMee?.instelling ?? '']?.eisen ?? [])],
      tekst: `${productnaam(catalogus, product)} met een pgb telt door de gekozen instelling niet mee in de stapeling.`,
    })),
  ]
}

const opVolgorde = (producten: string[]): string[] => [...new Set(producten)].sort()
