/** Een lezing kiezen, met ingangsdag en reden. De waarde wordt gecontroleerd tegen elke versie die zij nog meemaakt. */
import { type Datum, inWoorden } from '#core/base/datum.ts'
import { type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { instellingenOp, waardenOp } from '#core/catalogus/geldigheid.ts'
import { gelijk, type Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import {
  bewaarInstellingkeuzes,
  type Instellingrij,
  leesInstellingkeuzes,
  leesPublicaties,
  type Publicatierij,
  vergrendelCatalogus,
} from '#storage/catalogusbesluiten.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { catalogusBijHash, geldendeCatalogus } from './geldende-catalogus.ts'
import { bekendeInstellingen, bezwaren, leesWaarden } from './instellingen-passen.ts'
import { type Keuzebeeld, toonKeuze } from './lees-instellingen.ts'
import { leesReden } from './reden.ts'

export type Instellingopgave = { readonly instellingen: Readonly<Record<string, unknown>>; readonly vanaf: Datum; readonly reden: string }
export type Gekozen = { readonly items: readonly Keuzebeeld[] }

export const kiesInstellingen = (dienst: Dienst, aanroep: Aanroep, opgave: Instellingopgave): Promise<Result<Gekozen, Weigering>> =>
  handel<Gekozen>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'instelling_wijzigen')
    if (!mag.ok) return mag
    const reden = leesReden(opgave.reden)
    if (!reden.ok) return reden
    if (opgave.vanaf < dienst.vandaag()) return ongeldig([terugwerkend])
    const { gemeente } = w.actor
    await vergrendelCatalogus(w.tx, gemeente)
    const geldend = await geldendeCatalogus(w.tx, gemeente, opgave.vanaf)
    if (!geldend.ok) return geldend
    const keuzes = await leesInstellingkeuzes(w.tx, gemeente)
    const gelezen = leesNieuw(geldend.value.catalogus, gemeente, keuzes, opgave)
    if (!gelezen.ok) return gelezen
    const later = await controleerLater(w, keuzes, { ...opgave, waarden: gelezen.value })
    if (!later.ok) return later
    const rijen = keuzerijen(w, { waarden: gelezen.value, vanaf: opgave.vanaf, reden: reden.value })
    await bewaarInstellingkeuzes(w.tx, rijen)
    w.noteer({
      soort: 'wijzigen',
      objecten: rijen.map((r) => ({ soort: 'instellingkeuze', id: r.id })),
      doel: `lezing kiezen: ${Object.keys(gelezen.value).join(', ')}`,
      reden: reden.value,
    })
    const nieuw = new Set(rijen.map((r) => r.id))
    const bewaard = (await leesInstellingkeuzes(w.tx, gemeente)).filter((k) => nieuw.has(k.id))
    return ok({ items: bewaard.map((k) => toonKeuze(geldend.value.catalogus, k)) })
  })

/** Rijen om te bewaren, één per instelling. */
export function keuzerijen(w: Werk, { waarden, vanaf, reden }: { waarden: Readonly<Record<string, Json>>; vanaf: string; reden: string }) {
  const { gemeente, medewerker } = w.actor
  return Object.entries(waarden).map(([sleutel, waarde]) => ({
    gemeente,
    id: w.nieuweId(),
    sleutel,
    waarde,
    geldig_van: vanaf,
    reden,
    gedaan_op: w.nu,
    gedaan_door: medewerker,
  }))
}

/** De nieuwe waarden in hun geheel, elk anders dan wat op die dag al gold. */
export function leesNieuw(
  catalogus: Catalogus,
  gemeente: string,
  keuzes: readonly Instellingrij[],
  { instellingen, vanaf }: Pick<Instellingopgave, 'instellingen' | 'vanaf'>,
): Result<Record<string, Json>, Weigering> {
  const nu = bekendeInstellingen(catalogus, waardenOp(keuzes, vanaf))
  const sleutels = new Set(Object.keys(instellingen).map((pad) => pad.split('.')[0] as string))
  // Een deel van een waarde (`sleutel.deel`) komt boven op wat er nu geldt.
  const basis = Object.fromEntries(Object.entries(nu).filter(([sleutel]) => !Object.hasOwn(instellingen, sleutel)))
  const gelezen = leesWaarden(catalogus, gemeente, { ...basis, ...instellingen })
  if (!gelezen.ok) return ongeldig(gelezen.fout)
  const waarden = Object.fromEntries(Object.entries(gelezen.value.instellingen ?? {}).filter(([sleutel]) => sleutels.has(sleutel)))
  const gelijke = Object.keys(waarden).filter((s) => gelijk(waarden[s] as Json, (nu[s] ?? catalogus.instellingen?.[s]?.standaard) as Json))
  return gelijke.length > 0 ? ongeldig(gelijke.map(onveranderd)) : ok(waarden)
}

/** Versies die later ingaan, moeten de waarde ook kennen; tenzij er dan al een andere keuze ingaat. */
async function controleerLater(
  w: Werk,
  keuzes: readonly Instellingrij[],
  { waarden, vanaf }: { waarden: Readonly<Record<string, Json>>; vanaf: string },
): Promise<Result<null, Weigering>> {
  const { gemeente } = w.actor
  for (const p of komende(await leesPublicaties(w.tx, gemeente), vanaf)) {
    const catalogus = await catalogusBijHash(w.tx, p.hash)
    const dan = instellingenOp(keuzes, p.geldigVan)
    const nog = Object.fromEntries(Object.entries(waarden).filter(([sleutel]) => (dan.get(sleutel)?.geldigVan ?? '') <= vanaf))
    const fouten = catalogus ? bezwaren(catalogus, gemeente, nog) : []
    if (fouten.length > 0) return weiger(laterOngeldig(p, fouten))
  }
  return ok(null)
}

/** Publicaties die na `vanaf` ingaan en niet vervangen zijn. */
function komende(rijen: readonly Publicatierij[], vanaf: string): Publicatierij[] {
  const vervangen = new Set(rijen.map((r) => r.vervangt))
  return rijen.filter((r) => r.geldigVan > vanaf && !vervangen.has(r.id))
}

const laterOngeldig = ({ versie, geldigVan }: Publicatierij, fouten: readonly Invoerfout[]): Weigering => ({
  soort: 'regel',
  code: 'INSTELLING_PAST_NIET',
  tekst: `Versie ${versie}, die op ${inWoorden(geldigVan as Datum)} ingaat, kent deze lezing niet. ${fouten[0]?.tekst ?? ''}`,
  watNu: 'Kies eerst een lezing die op die dag ingaat en bij die versie past.',
  fouten,
})
const terugwerkend: Invoerfout = {
  code: 'TERUGWERKEND',
  plaats: '/vanaf',
  tekst: 'Kies vandaag of een latere dag: met de lezing van eerdere dagen zijn al adviezen gegeven.',
}
const onveranderd = (sleutel: string): Invoerfout => ({
  code: 'GEEN_WIJZIGING',
  plaats: `/instellingen/${sleutel}`,
  tekst: 'Deze lezing geldt op die dag al.',
})
