/** Van een ingevulde regel naar een heel contract voor de server: zij krijgt altijd alle regels. */
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { herstelRegel, isZelfdeRegel, type Tariefregel, voegRegelToe } from '#core/toewijzing/contractregels.ts'
import type { Aanbiederantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { leesBedrag, schrijfBedrag } from './bedrag.ts'

export type Regelwaarden = {
  code: string
  categorie: string
  catalogusproduct: string
  /** Hoe deze code heet; niet `naam`, want zo heet in hetzelfde formulier de aanbieder. */
  codenaam: string
  eenheid: string
  tarief: string
  van: string
  tot: string
}
export const legeRegel: Regelwaarden = {
  code: '',
  categorie: '',
  catalogusproduct: '',
  codenaam: '',
  eenheid: '04',
  tarief: '',
  van: '',
  tot: '',
}
export const EURO = '83'

/** Bij wijzigen staat alles al ingevuld, behalve vanaf wanneer. */
export const naarWaarden = (r: Tariefregel): Regelwaarden => ({
  code: r.code,
  categorie: r.categorie,
  catalogusproduct: r.catalogusproduct ?? '',
  codenaam: r.naam ?? '',
  eenheid: r.eenheid,
  tarief: r.tarief === null ? '' : schrijfBedrag(r.tarief).replace(/[^\d,]/g, ''),
  van: '',
  tot: r.tot ?? '',
})

const inFout = (plaats: string, tekst: string): Invoerfout => ({ code: 'CONTRACT_ONGELDIG', plaats, tekst })

export function naarRegel(w: Regelwaarden): Result<Tariefregel, Invoerfout[]> {
  const tarief = w.eenheid === EURO ? null : leesBedrag(w.tarief)
  const fouten = [
    ...(w.code.trim() === '' ? [inFout('/code', 'Vul de productcode in.')] : []),
    ...(w.categorie === '' ? [inFout('/categorie', 'Kies de productcategorie.')] : []),
    ...(w.eenheid !== EURO && tarief === null ? [inFout('/tarief', 'Vul het tarief in als 62,50.')] : []),
    ...(w.van === '' ? [inFout('/van', 'Vul in vanaf welke dag dit geldt.')] : []),
  ]
  if (fouten.length > 0) return fout(fouten)
  const { categorie, eenheid, van } = w
  const [catalogusproduct, naam] = [w.catalogusproduct || null, w.codenaam.trim() || null]
  return ok({ code: w.code.trim(), categorie, eenheid, tarief, van, tot: w.tot || null, catalogusproduct, naam })
}

/** Het contract met deze regel erbij; wat zij vervangt, of een lopende regel voor hetzelfde, eindigt vanzelf de dag ervoor. */
export function metRegel(
  regels: readonly Tariefregel[],
  nieuw: Tariefregel,
  vervangt: Tariefregel | null,
): Result<readonly Tariefregel[], Invoerfout[]> {
  const uit = voegRegelToe(regels, nieuw, vervangt ?? undefined)
  if (uit.ok) return uit
  return fout([
    inFout(
      '/van',
      vervangt?.van === nieuw.van
        ? 'Dit tarief geldt al vanaf die dag. Kies een latere dag, of kies hierboven dat u een fout verbetert.'
        : 'Voor deze code en eenheid ligt op die dag al een tarief vast. Kies een andere dag, of noem bij elk een ander product of een andere naam.',
    ),
  ])
}

/** Het contract waarin deze regel op haar eigen dagen anders is. */
export function metHerstel(
  regels: readonly Tariefregel[],
  was: Tariefregel,
  wordt: Tariefregel,
): Result<readonly Tariefregel[], Invoerfout[]> {
  const uit = herstelRegel(regels, was, wordt)
  if (uit.ok) return uit
  return fout([
    inFout('/catalogusproduct', 'Dit ligt al vast bij een andere regel met deze code. Kies een ander product of een andere naam.'),
  ])
}

/** Het contract waarin deze regel op een dag eindigt. */
export const zonderNa = (regels: readonly Tariefregel[], regel: Tariefregel, laatste: string): readonly Tariefregel[] =>
  regels.map((r) => (isZelfdeRegel(r, regel) ? { ...r, tot: laatste } : r))

type Kop = Pick<Aanbiederantwoord, 'agb' | 'naam'> & { contract: { van: string | null; tot: string | null } }
/** Zoals de server een contract leest: elke regel met haar code. */
export const naarContract = ({ agb, naam, contract: { van, tot } }: Kop, regels: readonly Tariefregel[]): object => ({
  agb,
  naam,
  ...(van && { van }),
  ...(tot && { tot }),
  producten: regels.map((r) => ({
    code: r.code,
    categorie: r.categorie,
    ...(r.catalogusproduct && { catalogusproduct: r.catalogusproduct }),
    ...(r.naam && { naam: r.naam }),
    tarieven: [{ eenheid: r.eenheid, ...(r.tarief !== null && { tarief: r.tarief }), van: r.van, ...(r.tot && { tot: r.tot }) }],
  })),
})

/** De plek in het contract naar het veld in het formulier, dat over één regel gaat. */
export const naarVeld = (plaats: string): string =>
  plaats.replace(/^\/contract/, '').replace(/^\/producten\/\d+(\/tarieven\/0)?(\/naam$)?/, (_, _tarief, naam) => (naam ? '/codenaam' : ''))

/** Zonder reden is een wijziging later niet te begrijpen; hoe lang die minstens is, zegt de server. */
export const redenfouten = (reden: string): Invoerfout[] => (reden.trim() === '' ? [inFout('/reden', 'Schrijf op waarom.')] : [])

/** Wat er aan de aanbieder zelf ontbreekt; de rest kijkt de server na. */
export const kopfouten = ({ agb, naam }: { agb: string; naam: string }): Invoerfout[] => [
  ...(/^\d{8}$/.test(agb.trim()) ? [] : [inFout('/agb', 'Vul de AGB-code in: acht cijfers.')]),
  ...(naam.trim() === '' ? [inFout('/naam', 'Vul de naam van de aanbieder in.')] : []),
]
