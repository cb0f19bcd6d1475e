/** Zoeken op naam, geboortedatum, woonplaats of eigen team, en op BSN. Elke getoonde inwoner is een regel in zijn logboek. */
import type { Bsn } from '#core/base/bsn.ts'
import { parseBsn } from '#core/base/bsn.ts'
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { zoekprefixen } from '#core/dossier/zoeknaam.ts'
import { type Lijstrij, telInwoners, vindOpBsn, type Zoekvoorwaarden, zoekInwoners as zoekRijen, zoeknaamVan } from '#storage/inwoners.ts'
import type { Telling } from '#core/base/telling.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Notitie, type Werk } from '../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../handeling/telling.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { type Identiteit, toonIdentiteit } from './inwonerbeeld.ts'
import { eisInGemeente, kijkerVan, relatiesMet } from './toegang.ts'

/** De wijzer is de laatste inwoner van de vorige bladzijde. */
export type Zoekopdracht = Tellingvraag & {
  readonly naam?: string | undefined
  readonly geboortedatum?: Datum | undefined
  readonly woonplaats?: string | undefined
  /** Alleen inwoners van het eigen team. */
  readonly mijnTeam?: boolean | undefined
}
export type Inwonerlijst = { readonly items: readonly Identiteit[]; readonly volgende: string | null; readonly telling?: Telling }

export const zoekInwoners = (dienst: Dienst, aanroep: Aanroep, opdracht: Zoekopdracht): Promise<Result<Inwonerlijst, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'inwoner_zoeken')
    if (!mag.ok) return mag
    const vraag = voorwaarden(w, opdracht)
    const rijen = vraag ? await haalBladzijde(w, opdracht, vraag) : []
    const telling = await telMee(opdracht, rijen.length, async () =>
      vraag ? telInwoners(w.tx, kijkerVan(w), vraag) : { aantal: 0, meer: false },
    )
    const bladzijde = rijen.slice(0, opdracht.limiet)
    w.noteer(zoekregel(gebruikteVelden(opdracht)), ...bladzijde.map(lijstregel))
    const volgende = rijen.length > opdracht.limiet ? (bladzijde.at(-1)?.id ?? null) : null
    return ok({ items: bladzijde.map((r) => toon(w, r)), volgende, ...telling })
  })

/** Null als er niemand aan kan voldoen: alleen leestekens is geen naam, en zonder team is er geen eigen team. */
function voorwaarden({ actor }: Werk, o: Zoekopdracht): Zoekvoorwaarden | null {
  const prefixen = zoekprefixen(o.naam ?? '')
  if (o.naam?.trim() && prefixen.length === 0) return null
  if (o.mijnTeam && actor.team === null) return null
  return {
    prefixen,
    geboortedatum: o.geboortedatum,
    woonplaats: o.woonplaats?.trim() || undefined,
    team: o.mijnTeam ? (actor.team ?? undefined) : undefined,
  }
}

async function haalBladzijde(w: Werk, { cursor, limiet }: Zoekopdracht, vraag: Zoekvoorwaarden): Promise<Lijstrij[]> {
  const zoeknaam = cursor === undefined ? undefined : await zoeknaamVan(w.tx, w.actor.gemeente, cursor)
  const na = cursor !== undefined && zoeknaam !== undefined ? { zoeknaam, id: cursor } : undefined
  return zoekRijen(w.tx, kijkerVan(w), { ...vraag, na, hoogstens: limiet + 1 })
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

const toon = (w: Werk, rij: Lijstrij): Identiteit => toonIdentiteit(rij, relatiesMet(w, rij))

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
