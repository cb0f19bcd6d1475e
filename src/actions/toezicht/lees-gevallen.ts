/** De gevallen achter een cijfer, per bladzijde. Zonder namen: wie meer moet weten, opent het dossier en dat staat in het logboek. */
import { type Datum, dagnummer, parseDatum } from '#core/base/datum.ts'
import { isBlok } from '#core/base/invoer.ts'
import { ok, type Result } from '#core/base/result.ts'
import { parseTijdstip } from '#core/base/tijdstip.ts'
import { parseUuid } from '#core/base/uuid.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import {
  type Indicatiegeval,
  type Indicatiesoort,
  leesIndicatiegevallen,
  leesTermijngevallen,
  type Termijngeval,
  telIndicatiegevallen,
  telTermijngevallen,
  type Termijnuitkomst,
  type Toezichttermijn,
} from '#storage/toezicht.ts'
import type { Telling } from '#core/base/telling.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Notitie } from '../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../handeling/telling.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { leesPeriode, type Periodevraag, schrijfMomentcursor } from './periode.ts'

type Blader = Periodevraag & Tellingvraag
type Lijst<T> = { readonly items: readonly T[]; readonly volgende: string | null; readonly telling?: Telling }
const verkeerdeCursor = ongeldig([
  { code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' },
])

export type Termijnbeeld = {
  readonly zaak: string
  readonly nummer: string
  readonly inwoner: string
  readonly soort: string
  readonly uiterlijk: string
  readonly klaarOp: string | null
  readonly afgeslotenOp: string | null
  readonly uitkomst: Termijnuitkomst
  /** Kalenderdagen na de termijn, tot klaar of tot vandaag; 0 als er niets te laat is. */
  readonly dagenTeLaat: number
  readonly behandelaar: string | null
  readonly team: string | null
}

export const leesTermijnen = (
  dienst: Dienst,
  aanroep: Aanroep,
  v: Blader & { readonly termijn: Toezichttermijn; readonly uitkomst?: Termijnuitkomst | undefined },
): Promise<Result<Lijst<Termijnbeeld>, Weigering>> =>
  handel<Lijst<Termijnbeeld>>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'toezicht_lezen')
    if (!mag.ok) return mag
    const periode = leesPeriode(v, dienst.vandaag())
    if (!periode.ok) return periode
    const na = v.cursor === undefined ? undefined : dagcursor(v.cursor)
    if (na === null) return verkeerdeCursor
    const welke = { termijn: v.termijn, uitkomst: v.uitkomst }
    const rijen = await leesTermijngevallen(w.tx, w.actor.gemeente, periode.value, welke, { na, hoogstens: v.limiet + 1 })
    const telling = await telMee(v, rijen.length, () => telTermijngevallen(w.tx, w.actor.gemeente, periode.value, welke))
    const items = rijen.slice(0, v.limiet)
    const laatste = rijen.length > v.limiet ? items.at(-1) : undefined
    w.noteer(
      { soort: 'lezen', objecten: [{ soort: 'toezichttermijnen', id: `${v.termijn}: ${v.uitkomst ?? 'alle'}` }], doel: 'toezicht' },
      ...items.map(
        (r): Notitie => ({ soort: 'lijst', inwoner: r.inwoner, zaak: r.id, objecten: [{ soort: 'zaak', id: r.id }], doel: 'toezicht' }),
      ),
    )
    return ok({
      items: items.map((r) => toonTermijn(r, dienst.vandaag())),
      volgende: laatste ? `${laatste.uiterlijk}~${laatste.id}` : null,
      ...telling,
    })
  })

function toonTermijn(r: Termijngeval, vandaag: Datum): Termijnbeeld {
  const laatst = (r.klaar_op ?? r.afgesloten_op ?? vandaag) as Datum
  return {
    zaak: r.id,
    nummer: r.nummer,
    inwoner: r.inwoner,
    soort: r.soort,
    uiterlijk: r.uiterlijk,
    klaarOp: r.klaar_op,
    afgeslotenOp: r.afgesloten_op,
    uitkomst: r.uitkomst,
    dagenTeLaat: Math.max(0, dagnummer(laatst) - dagnummer(r.uiterlijk as Datum)),
    behandelaar: r.behandelaar,
    team: r.team,
  }
}

export type Indicatiebeeld = {
  readonly indicatie: string
  readonly inwoner: string
  readonly zaak: string | null
  readonly zaaknummer: string | null
  readonly product: string
  readonly advies: string | null
  readonly vastgesteldOp: string
  readonly door: string
  readonly afwijking: string | null
  readonly waarschuwingen: readonly { readonly code: string; readonly tekst: string; readonly motivering: string }[]
}

export const leesIndicaties = (
  dienst: Dienst,
  aanroep: Aanroep,
  v: Blader & { readonly soort: Indicatiesoort },
): Promise<Result<Lijst<Indicatiebeeld>, Weigering>> =>
  handel<Lijst<Indicatiebeeld>>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'toezicht_lezen')
    if (!mag.ok) return mag
    const periode = leesPeriode(v, dienst.vandaag())
    if (!periode.ok) return periode
    const na = v.cursor === undefined ? undefined : momentcursor(v.cursor)
    if (na === null) return verkeerdeCursor
    const rijen = await leesIndicatiegevallen(w.tx, w.actor.gemeente, periode.value, v.soort, {
      na: na && { op: na.tijdstip, id: na.id },
      hoogstens: v.limiet + 1,
    })
    const telling = await telMee(v, rijen.length, () => telIndicatiegevallen(w.tx, w.actor.gemeente, periode.value, v.soort))
    const items = rijen.slice(0, v.limiet)
    const laatste = rijen.length > v.limiet ? items.at(-1) : undefined
    w.noteer(
      { soort: 'lezen', objecten: [{ soort: 'toezichtindicaties', id: v.soort }], doel: 'toezicht' },
      ...items.map(
        (r): Notitie => ({ soort: 'lijst', inwoner: r.inwoner, objecten: [{ soort: 'indicatie', id: r.id }], doel: 'toezicht' }),
      ),
    )
    const beelden: Indicatiebeeld[] = []
    for (const r of items) beelden.push(toonIndicatie(r, await catalogusBijHash(w.tx, r.catalogus_hash)))
    return ok({ items: beelden, volgende: laatste ? schrijfMomentcursor(laatste.vastgesteld_op, laatste.id) : null, ...telling })
  })

function toonIndicatie(r: Indicatiegeval, catalogus: Catalogus | undefined): Indicatiebeeld {
  const naam = (product: string) => (catalogus ? productnaam(catalogus, product) : product)
  return {
    indicatie: r.id,
    inwoner: r.inwoner,
    zaak: r.zaak,
    zaaknummer: r.zaaknummer,
    product: naam(r.product),
    advies: r.resultaat === null ? null : geadviseerd(r.resultaat, r.tabel, naam),
    vastgesteldOp: r.vastgesteld_op.toISOString(),
    door: r.door ?? 'Onbekend',
    afwijking: r.afwijking_motivering,
    waarschuwingen: r.waarschuwing_motiveringen.map(({ code, tekst, motivering }) => ({ code, tekst, motivering })),
  }
}

const uitkomstwoorden: Record<string, string> = {
  eerst_vragen: 'nog vragen open',
  eerst_bespreken: 'eerst bespreken',
  geen_product: 'geen product',
}

/** Wat het advies van toen voor deze tabel was, in een paar woorden. */
function geadviseerd(resultaat: string, tabel: string, naam: (product: string) => string): string | null {
  const antwoord = (JSON.parse(resultaat) as Record<string, unknown>)[tabel]
  if (!isBlok(antwoord)) return null
  if (typeof antwoord.product === 'string') return naam(antwoord.product)
  return typeof antwoord.uitkomst === 'string' ? (uitkomstwoorden[antwoord.uitkomst] ?? antwoord.uitkomst) : null
}

function dagcursor(ruw: string): { dag: string; id: string } | null {
  const [begin, rest] = ruw.split('~')
  const [dag, id] = [parseDatum(begin), parseUuid(rest)]
  return dag && id ? { dag, id } : null
}

export function momentcursor(ruw: string): { tijdstip: Date; id: string } | null {
  const [op, rest] = ruw.split('~')
  const [tijdstip, id] = [parseTijdstip(op), parseUuid(rest)]
  return tijdstip && id ? { tijdstip: new Date(tijdstip), id } : null
}
