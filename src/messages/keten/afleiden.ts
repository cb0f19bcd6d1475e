/** Wat er geldt, afgeleid uit feiten. Elke functie geeft hetzelfde in welke volgorde de feiten ook binnenkwamen. */
import { eerder, vergelijk } from '../dagen.ts'
import { groepeer } from '#core/base/groepeer.ts'
import type { Product, Start, Startfeit, Stop, Stopfeit, Toewijzing } from './feit.ts'

/** Uit welk bericht een feit komt: bij gelijke stempels geldt wat het laatst gemaakt is. */
export type Herkomst = { readonly dagtekening: string; readonly identificatie: string }
export type Versie = { readonly toewijzing: Toewijzing; readonly herkomst: Herkomst }

/** De versie met de laatste Toewijzingsdatum en Toewijzingstijd (OP033x1). */
export function geldendeVersie(versies: readonly Versie[]): Toewijzing | undefined {
  return versies.reduce<Versie | undefined>((a, b) => (a === undefined || isJonger(b, a) ? b : a), undefined)?.toewijzing
}

function isJonger(a: Versie, b: Versie): boolean {
  const [t, u] = [a.toewijzing, b.toewijzing]
  const verschil =
    vergelijk(t.toewijzingsdatum, u.toewijzingsdatum) ||
    orde(zonderNullen(t.toewijzingstijd), zonderNullen(u.toewijzingstijd)) ||
    vergelijk(a.herkomst.dagtekening, b.herkomst.dagtekening) ||
    orde(a.herkomst.identificatie, b.herkomst.identificatie)
  return verschil > 0
}

const orde = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** 09:30:00.50 en 09:30:00.5 zijn dezelfde tijd. */
const zonderNullen = (tijd: string): string => (tijd.includes('.') ? tijd.replace(/\.?0+$/, '') : tijd)

type Eindstempel = { readonly ingangsdatum: string; readonly einddatum?: string | undefined; readonly redenWijziging?: string | undefined }

/** Verwijderd: eindigt op de begindag, met reden 13 (of het vervallen 01). */
export const isVerwijderd = (t: Eindstempel): boolean =>
  t.einddatum === t.ingangsdatum && (t.redenWijziging === '13' || t.redenWijziging === '01')

/** Actueel: loopt nog of begint nog, en is niet verwijderd (TR349). */
export const isActueel = (t: Toewijzing, vandaag: string): boolean =>
  !isVerwijderd(t) && (t.einddatum === undefined || !eerder(t.einddatum, vandaag))

const productsleutel = (p: Product | undefined): string => `${p?.Categorie ?? ''}|${p?.Code ?? ''}`
export const zelfdeProduct = (a: Product | undefined, b: Product | undefined): boolean => productsleutel(a) === productsleutel(b)

/** De sleutel van een start (TR063); dezelfde delen wijzen in een stop de start aan (TR382). */
export const startsleutel = (s: Start): string => [s.bsn, s.nummer ?? '', productsleutel(s.product), s.begindatum].join('|')
export const stopsleutel = (s: Stop): string => [startsleutel(s), s.reden, s.einddatum].join('|')

/** Levering waar TR413, TR414 en TR415 naar kijken: het product telt alleen als er geen toewijzing is. */
export const leveringsleutel = (s: Start): string => [s.bsn, s.nummer ?? productsleutel(s.product), s.begindatum].join('|')

export const geldendeStarts = (feiten: readonly Startfeit[]): Start[] => overblijvend(feiten, startsleutel)
export const geldendeStops = (feiten: readonly Stopfeit[]): Stop[] => overblijvend(feiten, stopsleutel)

/** Wat er staat na neerzetten (1) en weghalen (3): tellen mag, want de regels laten per sleutel alleen 1, 3, 1, 3 toe. */
function overblijvend<F extends { status: '1' | '3' }>(feiten: readonly F[], sleutel: (f: F) => string): Omit<F, 'status'>[] {
  return [...groepeer(feiten, sleutel).values()].flatMap((groep) => {
    const over = groep.filter((f) => f.status === '1').length - groep.filter((f) => f.status === '3').length
    return over > 0 ? [zonderStatus(nietWeggehaald(groep))] : []
  })
}

/** Van twee met dezelfde sleutel degene waarvan de inhoud niet is weggehaald: ToewijzingIngangsdatum hoort niet bij de sleutel (IV008). */
function nietWeggehaald<F extends { status: '1' | '3' }>(groep: readonly F[]): F {
  const inhoud = (f: F) => JSON.stringify(Object.entries(zonderStatus(f)).sort())
  const weg = groep.filter((f) => f.status === '3').map(inhoud)
  const neergezet = groep.filter((f) => f.status === '1').sort((a, b) => orde(inhoud(a), inhoud(b)))
  return (neergezet.find((f) => !weg.includes(inhoud(f))) ?? neergezet[0]) as F
}

function zonderStatus<F extends { status: '1' | '3' }>({ status: _, ...rest }: F): Omit<F, 'status'> {
  return rest
}

/** Een start is actief zolang er geen stop bij hoort (TR326). */
export const isActief = (start: Start, stops: readonly Stop[]): boolean => !stops.some((stop) => startsleutel(stop) === startsleutel(start))
