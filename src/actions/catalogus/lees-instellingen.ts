/** De instellingen van een gemeente met al hun lezingen, wat er op een dag geldt, wat er nog ingaat, en de hele geschiedenis. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { instellingenOp } from '#core/catalogus/geldigheid.ts'
import { gelijk, type Json, leesGemeente, leesInstelling } from '#core/catalogus/instellingen.ts'
import { jsonInWoorden } from '#core/catalogus/uitleg/in-woorden.ts'
import type { Catalogus, Instelling } from '#core/catalogus/vorm.ts'
import { type Instellingrij, leesInstellingkeuzes } from '#storage/catalogusbesluiten.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { parseUuid } from '#core/base/uuid.ts'
import { geldendeCatalogus } from './geldende-catalogus.ts'

/** Wie wanneer welke lezing koos, en waarom. */
export type Keuzebeeld = {
  readonly id: string
  readonly sleutel: string
  readonly titel: string
  readonly waarde: Json
  readonly inWoorden: string
  readonly geldigVan: string
  readonly reden: string
  readonly gedaanOp: string
  readonly door: string
}
export type Instellingbeeld = Pick<Instelling, 'amb' | 'titel' | 'eisen' | 'werkt'> & {
  readonly sleutel: string
  readonly uitleg: string | null
  readonly lezingen: readonly { readonly waarde: Json; readonly tekst: string; readonly ontbreekt: string | null }[]
  readonly standaard: Json
  readonly vrij: NonNullable<Instelling['vrij']> | null
  readonly perGemeente: boolean
  /** De waarde die op de gevraagde dag geldt; bij een instelling per gemeente die van deze gemeente. */
  readonly waarde: Json
  readonly inWoorden: string
  /** null: niet gekozen, de standaard van de catalogus geldt. */
  readonly gekozen: Keuzebeeld | null
  readonly straks: readonly Keuzebeeld[]
}
export type Instellingen = {
  readonly dag: string
  readonly versie: string
  readonly items: readonly Instellingbeeld[]
  readonly volgende: null
}

export const leesInstellingen = (
  dienst: Dienst,
  aanroep: Aanroep,
  dag: Datum = dienst.vandaag(),
): Promise<Result<Instellingen, Weigering>> =>
  handel<Instellingen>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'catalogus_lezen')
    if (!mag.ok) return mag
    const geldend = await geldendeCatalogus(w.tx, w.actor.gemeente, dag)
    if (!geldend.ok) return geldend
    const { catalogus } = geldend.value
    const keuzes = await leesInstellingkeuzes(w.tx, w.actor.gemeente)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'instellingen', id: dag }], doel: 'lezingen bekijken' })
    const items = Object.entries(catalogus.instellingen ?? {}).map(([sleutel, i]) =>
      toon(catalogus, w.actor.gemeente, keuzes, dag, sleutel, i),
    )
    return ok({ dag, versie: catalogus.catalogus.versie, items, volgende: null })
  })

function toon(
  c: Catalogus,
  gemeente: string,
  keuzes: readonly Instellingrij[],
  dag: string,
  sleutel: string,
  i: Instelling,
): Instellingbeeld {
  const gekozen = instellingenOp(keuzes, dag).get(sleutel)
  const naam = leesGemeente(c, gemeente)
  const waarde = leesInstelling(
    c,
    {
      ...(naam.ok && naam.value !== undefined && { gemeente: naam.value }),
      ...(gekozen && { instellingen: { [sleutel]: gekozen.waarde } }),
    },
    sleutel,
  )
  return {
    sleutel,
    amb: i.amb,
    titel: i.titel,
    uitleg: i.uitleg ?? null,
    eisen: i.eisen,
    werkt: i.werkt,
    lezingen: i.lezingen.map((l) => ({ waarde: l.waarde as Json, tekst: l.tekst, ontbreekt: l.ontbreekt ?? null })),
    standaard: i.standaard as Json,
    vrij: i.vrij ?? null,
    perGemeente: i.perGemeente ?? false,
    waarde,
    inWoorden: inWoorden(i, waarde),
    gekozen: gekozen ? toonKeuze(c, gekozen) : null,
    straks: keuzes
      .filter((k) => k.sleutel === sleutel && k.geldigVan > dag)
      .map((k) => toonKeuze(c, k))
      .reverse(),
  }
}

/** De tekst van de lezing, anders de waarde zelf. */
export const inWoorden = (i: Instelling | undefined, waarde: Json): string =>
  waarde === null ? 'niet vastgelegd' : (i?.lezingen.find((l) => gelijk(l.waarde as Json, waarde))?.tekst ?? jsonInWoorden(waarde))

export function toonKeuze(c: Catalogus, k: Instellingrij): Keuzebeeld {
  const instelling = c.instellingen?.[k.sleutel]
  return {
    id: k.id,
    sleutel: k.sleutel,
    titel: instelling?.titel ?? k.sleutel,
    waarde: k.waarde,
    inWoorden: inWoorden(instelling, k.waarde),
    geldigVan: k.geldigVan,
    reden: k.reden,
    gedaanOp: k.gedaanOp.toISOString(),
    door: k.door ?? 'Onbekend',
  }
}

export type Keuzelijst = { readonly items: readonly Keuzebeeld[]; readonly volgende: string | null }
type Lijstvraag = { readonly sleutel?: string | undefined; readonly cursor?: string | undefined; readonly limiet: number }

/** De geschiedenis, het laatste besluit eerst. Woorden zijn die van de versie die nu geldt. */
export const leesKeuzegeschiedenis = (dienst: Dienst, aanroep: Aanroep, v: Lijstvraag): Promise<Result<Keuzelijst, Weigering>> =>
  handel<Keuzelijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'catalogus_lezen')
    if (!mag.ok) return mag
    const na = v.cursor === undefined ? undefined : parseUuid(v.cursor)
    if (na === null)
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const geldend = await geldendeCatalogus(w.tx, w.actor.gemeente, dienst.vandaag())
    if (!geldend.ok) return geldend
    const rijen = await leesInstellingkeuzes(w.tx, w.actor.gemeente, { sleutel: v.sleutel, na, hoogstens: v.limiet + 1 })
    const items = rijen.slice(0, v.limiet)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'instellingkeuzes', id: v.sleutel ?? 'alle' }], doel: 'lezingen bekijken' })
    return ok({
      items: items.map((k) => toonKeuze(geldend.value.catalogus, k)),
      volgende: rijen.length > v.limiet ? (items.at(-1)?.id ?? null) : null,
    })
  })
