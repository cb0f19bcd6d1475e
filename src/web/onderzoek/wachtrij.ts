/**
 * Antwoorden die nog niet op de server staan. Zuiver: wat er getypt wordt, wat onderweg is, en wat er gebeurt als een collega
 * intussen iets bewaarde. Er gaat hier nooit een antwoord verloren: het staat op de server, in de rij, of in een conflict.
 */
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Antwoordbeeld, Antwoordsoort } from './beeld.ts'

export type Opgave = {
  readonly soort: Antwoordsoort
  readonly vraag: string
  /** null: weet ik niet. */
  readonly waarde: Json
  readonly toelichting?: string
  readonly bron?: string
  readonly datum: string
  readonly bezoek?: string
}
export type Conflict = {
  readonly wie: string
  readonly wanneer: string
  /** Per vraag die u allebei wijzigde: wat uw collega ervan maakte. */
  readonly vragen: Readonly<Record<string, Antwoordbeeld>>
}
export type Wachtrij = {
  /** Wie hier werkt: met uzelf hebt u geen conflict. */
  readonly ik: string
  /** De laatste versie die de server gaf. */
  readonly versie: number
  /** Per sleutel wat de server heeft. */
  readonly server: Readonly<Record<string, Antwoordbeeld>>
  readonly wacht: Readonly<Record<string, Opgave>>
  readonly onderweg: { readonly sleutel: string; readonly opgaven: readonly Opgave[] } | null
  readonly conflict: Conflict | null
  /** Per sleutel waarom de server dit antwoord niet aannam; het blijft staan tot het verandert. */
  readonly geweigerd: Readonly<Record<string, string>>
  readonly bewaardOp: string | null
}

export const sleutelVan = (a: { readonly soort: Antwoordsoort; readonly vraag: string }): string => `${a.soort}:${a.vraag}`
const perSleutel = <A extends { readonly soort: Antwoordsoort; readonly vraag: string }>(lijst: readonly A[]): Record<string, A> =>
  Object.fromEntries(lijst.map((a) => [sleutelVan(a), a]))
const zonder = <W>(blok: Readonly<Record<string, W>>, weg: readonly string[]): Record<string, W> =>
  Object.fromEntries(Object.entries(blok).filter(([k]) => !weg.includes(k)))
const gelijk = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

export type Stand = { readonly versie: number; readonly antwoorden: readonly Antwoordbeeld[] }
/** Wat deze browser bewaarde: niet op de server gekomen antwoorden, op welke versie zij rusten, en wat nog gekozen moet worden. */
export type Bewaard = { readonly versie: number; readonly wacht: Readonly<Record<string, Opgave>>; readonly conflict?: Conflict | null }

export function beginWachtrij(ik: string, stand: Stand, bewaard: Bewaard | null = null): Wachtrij {
  const leeg: Wachtrij = {
    ik,
    versie: stand.versie,
    server: perSleutel(stand.antwoorden),
    wacht: bewaard?.wacht ?? {},
    onderweg: null,
    conflict: nogTeKiezen(bewaard?.conflict ?? null, bewaard?.wacht ?? {}),
    geweigerd: {},
    bewaardOp: null,
  }
  if (!bewaard || bewaard.versie >= stand.versie) return leeg
  const intussen = stand.antwoorden.filter((a) => a.versie > bewaard.versie)
  return botst(
    { ...leeg, versie: bewaard.versie },
    stand,
    intussen,
    intussen.at(-1)?.gegevenDoor.naam ?? 'Een collega',
    intussen.at(-1)?.gegevenOp ?? '',
  )
}

/** Een nieuw antwoord; wie terugzet wat de server al heeft, hoeft niets te bewaren. */
export function geefAntwoord(r: Wachtrij, opgave: Opgave): Wachtrij {
  const sleutel = sleutelVan(opgave)
  const opServer = r.server[sleutel]
  const alsServer =
    opServer !== undefined &&
    gelijk(opServer.waarde, opgave.waarde) &&
    (opServer.toelichting ?? '') === (opgave.toelichting ?? '') &&
    (opServer.bron ?? '') === (opgave.bron ?? '') &&
    opServer.datum === opgave.datum
  const nooitGegeven = opServer === undefined && opgave.waarde === null && !opgave.toelichting
  const onderweg = r.onderweg?.opgaven.some((o) => sleutelVan(o) === sleutel) ?? false
  const wacht = (alsServer || nooitGegeven) && !onderweg ? zonder(r.wacht, [sleutel]) : { ...r.wacht, [sleutel]: opgave }
  return { ...r, wacht, geweigerd: zonder(r.geweigerd, [sleutel]), conflict: nogTeKiezen(r.conflict, wacht) }
}

/** Wat niet meer wacht, is geen keuze meer. */
function nogTeKiezen(conflict: Conflict | null, wacht: Wachtrij['wacht']): Conflict | null {
  const vragen = Object.fromEntries(Object.entries(conflict?.vragen ?? {}).filter(([k]) => k in wacht))
  return conflict && Object.keys(vragen).length > 0 ? { ...conflict, vragen } : null
}

/** Wat nu verstuurd kan worden: alles wat wacht, behalve wat geweigerd is of waar eerst gekozen moet worden. */
export function teVersturen(r: Wachtrij): readonly Opgave[] {
  if (r.onderweg) return []
  const over = zonder(r.wacht, [...Object.keys(r.geweigerd), ...Object.keys(r.conflict?.vragen ?? {})])
  return Object.values(over)
}

export function verstuur(r: Wachtrij, sleutel: string): Wachtrij {
  const opgaven = teVersturen(r)
  return { ...r, wacht: zonder(r.wacht, opgaven.map(sleutelVan)), onderweg: { sleutel, opgaven } }
}

/** Aangekomen. Wat er tijdens het versturen bij kwam, wacht op de volgende keer. */
export function bewaard(r: Wachtrij, gekregen: { versie: number; bewaardOp: string; antwoorden: readonly Antwoordbeeld[] }): Wachtrij {
  const { versie, bewaardOp, antwoorden } = gekregen
  return { ...r, versie, bewaardOp, server: { ...r.server, ...perSleutel(antwoorden) }, onderweg: null }
}

/** Niet aangekomen: alles terug in de rij. Wat iemand intussen nieuw gaf, gaat voor. */
export function mislukt(r: Wachtrij): Wachtrij {
  return { ...r, wacht: { ...perSleutel(r.onderweg?.opgaven ?? []), ...r.wacht }, onderweg: null }
}

/** De server nam sommige antwoorden niet aan (`/antwoorden/3/…`); de rest gaat opnieuw. */
export function geweigerd(r: Wachtrij, fouten: readonly { plaats: string; tekst: string }[]): Wachtrij {
  const opgaven = r.onderweg?.opgaven ?? []
  const nieuw = fouten.flatMap(({ plaats, tekst }) => {
    const plek = /^\/antwoorden\/(\d+)/.exec(plaats)
    const opgave = plek ? opgaven[Number(plek[1])] : undefined
    return opgave ? [[sleutelVan(opgave), tekst] as const] : []
  })
  // Wijst geen fout een antwoord aan, dan houdt elk antwoord in deze bundel het tegen.
  const alle = nieuw.length > 0 ? nieuw : opgaven.map((o) => [sleutelVan(o), fouten[0]?.tekst ?? 'Niet aangenomen.'] as const)
  return { ...mislukt(r), geweigerd: { ...r.geweigerd, ...Object.fromEntries(alle) } }
}

export type Verouderd = {
  readonly wie: string
  readonly wanneer: string
  readonly huidig: Stand & { readonly sindsUwVersie: readonly Antwoordbeeld[] }
}

/** Een collega was eerder. Andere vragen gaan samen; dezelfde vraag met een ander antwoord is een keuze voor u. */
export const verouderd = (r: Wachtrij, { wie, wanneer, huidig }: Verouderd): Wachtrij =>
  botst(mislukt(r), huidig, huidig.sindsUwVersie, wie, wanneer)

function botst(r: Wachtrij, stand: Stand, intussen: readonly Antwoordbeeld[], wie: string, wanneer: string): Wachtrij {
  const hun = perSleutel(intussen)
  const oordeel = (k: string) => vergelijk(r.wacht[k] as Opgave, hun[k], r.ik)
  const wacht = zonder(
    r.wacht,
    Object.keys(r.wacht).filter((k) => oordeel(k) === 'zelfde'),
  )
  const nieuw = Object.keys(wacht).flatMap((k) => (oordeel(k) === 'kiezen' ? [[k, hun[k] as Antwoordbeeld] as const] : []))
  const vragen = { ...r.conflict?.vragen, ...Object.fromEntries(nieuw) }
  const van = nieuw.length === 0 && r.conflict ? r.conflict : { wie, wanneer }
  return {
    ...r,
    versie: stand.versie,
    server: perSleutel(stand.antwoorden),
    wacht,
    conflict: nogTeKiezen({ ...van, vragen }, wacht),
  }
}

/** Hetzelfde antwoord hoeft niet nog eens; wie alleen een toelichting toevoegt, zit niemand in de weg. */
function vergelijk(mijn: Opgave, hun: Antwoordbeeld | undefined, ik: string): 'zelfde' | 'mijn' | 'kiezen' {
  if (hun === undefined) return 'mijn'
  const teksten = [
    [mijn.toelichting, hun.toelichting],
    [mijn.bron, hun.bron],
  ] as const
  if (gelijk(mijn.waarde, hun.waarde)) {
    if (teksten.every(([m, h]) => !m || m === h)) return 'zelfde'
    if (teksten.every(([m, h]) => !h || m === h)) return 'mijn'
  }
  return hun.gegevenDoor.id === ik ? 'mijn' : 'kiezen'
}

/** Gekozen: per sleutel uw antwoord houden of dat van uw collega. */
export function losOp(r: Wachtrij, keuzes: Readonly<Record<string, 'mijn' | 'hun'>>): Wachtrij {
  const weg = Object.keys(r.conflict?.vragen ?? {}).filter((k) => keuzes[k] === 'hun')
  return { ...r, wacht: zonder(r.wacht, weg), conflict: null }
}

/** De server gaf een nieuwe stand zonder dat wij iets verstuurden, bijvoorbeeld na opnieuw laden. */
export function ververst(r: Wachtrij, stand: Stand): Wachtrij {
  if (stand.versie <= r.versie || r.onderweg) return r
  const intussen = stand.antwoorden.filter((a) => a.versie > r.versie)
  return botst(r, stand, intussen, intussen.at(-1)?.gegevenDoor.naam ?? 'Een collega', intussen.at(-1)?.gegevenOp ?? '')
}

/** Wat op het scherm staat: de server, met daaroverheen alles wat nog onderweg is of wacht. */
export function zichtbaar(r: Wachtrij): Readonly<Record<string, Antwoordbeeld | Opgave>> {
  return { ...r.server, ...perSleutel(r.onderweg?.opgaven ?? []), ...r.wacht }
}

export const aantalOpen = (r: Wachtrij): number => new Set([...Object.keys(r.wacht), ...(r.onderweg?.opgaven ?? []).map(sleutelVan)]).size

/** Wat in de browser blijft als de pagina herlaadt: ook wat onderweg was, want misschien kwam dat niet aan. */
export const teBewaren = (r: Wachtrij): Bewaard | null => {
  const { wacht } = mislukt(r)
  return Object.keys(wacht).length > 0 ? { versie: r.versie, wacht, conflict: r.conflict } : null
}

/** De stand van de server zoals wij die kennen. */
export const standVan = (r: Wachtrij): Stand => ({
  versie: r.versie,
  antwoorden: Object.values(r.server).sort((a, b) => a.volgnummer - b.volgnummer),
})
