/** Zoeken op naam, geboortedatum, woonplaats of eigen team, en op BSN. Elke getoonde inwoner is een regel in zijn logboek. */
import type { Bsn } from '#core/base/bsn.ts'
import { parseBsn } from '#core/base/bsn.ts'
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { zoekprefixen } from '#core/dossier/zoeknaam.ts'
import { type Lijstrij, vindOpBsn, zoekInwoners as zoekRijen, zoeknaamVan } from '#storage/inwoners.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Notitie, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { type Identiteit, toonIdentiteit } from './inwonerbeeld.ts'
import { eisInGemeente, kijkerVan, maakToegang } from './toegang.ts'

export type Zoekopdracht = {
  readonly naam?: string | undefined
  readonly geboortedatum?: Datum | undefined
  readonly woonplaats?: string | undefined
  /** Alleen inwoners van het eigen team. */
  readonly mijnTeam?: boolean | undefined
  /** De laatste inwoner van de vorige bladzijde. */
  readonly cursor?: string | undefined
  readonly limiet: number
}
export type Inwonerlijst = { readonly items: readonly Identiteit[]; readonly volgende: string | null }

export const zoekInwoners = (dienst: Dienst, aanroep: Aanroep, opdracht: Zoekopdracht): Promise<Result<Inwonerlijst, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'inwoner_zoeken')
    if (!mag.ok) return mag
    const rijen = await haalBladzijde(w, opdracht)
    const bladzijde = rijen.slice(0, opdracht.limiet)
    w.noteer(zoekregel(gebruikteVelden(opdracht)), ...bladzijde.map(lijstregel))
    return ok({ items: bladzijde.map((r) => toon(w, r)), volgende: rijen.length > opdracht.limiet ? (bladzijde.at(-1)?.id ?? null) : null })
  })

async function haalBladzijde(w: Werk, o: Zoekopdracht): Promise<Lijstrij[]> {
  const prefixen = zoekprefixen(o.naam ?? '')
  // Alleen leestekens is geen naam, en dus niemand.
  if (o.naam?.trim() && prefixen.length === 0) return []
  const zoeknaam = o.cursor === undefined ? undefined : await zoeknaamVan(w.tx, w.actor.gemeente, o.cursor)
  if (o.mijnTeam && w.actor.team === null) return []
  return zoekRijen(w.tx, kijkerVan(w), {
    prefixen,
    geboortedatum: o.geboortedatum,
    woonplaats: o.woonplaats?.trim() || undefined,
    team: o.mijnTeam ? (w.actor.team ?? undefined) : undefined,
    na: o.cursor !== undefined && zoeknaam !== undefined ? { zoeknaam, id: o.cursor } : undefined,
    hoogstens: o.limiet + 1,
  })
}

/** Op BSN: het nummer komt in het lichaam van het verzoek en wordt via de blinde index gezocht. */
export const zoekOpBsn = (dienst: Dienst, aanroep: Aanroep, getypt: string): Promise<Result<Inwonerlijst, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'inwoner_zoeken')
    if (!mag.ok) return mag
    const bsn = parseBsn(getypt)
    if (!bsn.ok) return ongeldig([{ code: bsn.fout.code, plaats: '/bsn', tekst: bsn.fout.tekst }])
    const rij = await vindBijBsn(w, bsn.value)
    w.noteer(zoekregel(['bsn']), ...(rij ? [lijstregel(rij)] : []))
    return ok({ items: rij ? [toon(w, rij)] : [], volgende: null })
  })

export const vindBijBsn = (w: Werk, bsn: Bsn): Promise<Lijstrij | undefined> =>
  vindOpBsn(w.tx, kijkerVan(w), w.dienst.kluis.index(bsn, w.actor.gemeente))

const toon = (w: Werk, rij: Lijstrij): Identiteit => toonIdentiteit(rij, maakToegang(w.actor, w.nu, rij.id, rij))

/** Waarop gezocht is, nooit waarnaar. */
const zoekregel = (velden: readonly string[]): Notitie => ({
  soort: 'zoeken',
  objecten: [{ soort: 'zoekvraag', id: velden.join(' en ') || 'alles' }],
  doel: 'inwoner zoeken',
})
const lijstregel = ({ id }: Lijstrij): Notitie => ({
  soort: 'lijst',
  inwoner: id,
  objecten: [{ soort: 'inwoner', id }],
  doel: 'inwoner zoeken',
})

const gebruikteVelden = (o: Zoekopdracht): string[] =>
  (['naam', 'geboortedatum', 'woonplaats', 'mijnTeam'] as const).filter((v) => o[v] !== undefined && o[v] !== false && o[v] !== '')
