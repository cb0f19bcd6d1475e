/** Zaken zoeken en filteren, de eerste termijn bovenaan. */
import { type Datum, parseDatum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { parseUuid } from '#core/base/uuid.ts'
import { sorteerdag } from '#core/dossier/lopende-termijn.ts'
import { zoekprefixen } from '#core/dossier/zoeknaam.ts'
import type { Telling } from '#core/base/telling.ts'
import { telZaken, type Zaakrij, type Zaakvoorwaarden, type Zaakvraag, zoekZaken as zoekRijen } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Notitie, type Werk } from '../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../handeling/telling.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { eisInGemeente, eisToegang } from './toegang.ts'
import { toonZaakkop, type Zaakkop } from './zaakbeeld.ts'

/** Van wie: mijn zaken, die van mijn team, wat nog niemand heeft, alles wat ik mag zien, of één collega (id). */
export type Zaakfilter = Tellingvraag & {
  readonly behandelaar?: string | undefined
  readonly stand?: string | undefined
  readonly soort?: string | undefined
  readonly uiterlijkVoor?: Datum | undefined
  readonly ontvangenNa?: Datum | undefined
  readonly wacht?: boolean | undefined
  readonly zoek?: string | undefined
  readonly inwoner?: string | undefined
  readonly ookAfgesloten?: boolean | undefined
}
export type Zakenlijst = { readonly items: readonly Zaakkop[]; readonly volgende: string | null; readonly telling?: Telling }

export const zoekZaken = (dienst: Dienst, aanroep: Aanroep, filter: Zaakfilter): Promise<Result<Zakenlijst, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = filter.inwoner === undefined ? eisInGemeente(w, 'werkvoorraad_lezen') : await eisToegang(w, filter.inwoner, 'dossier_lezen')
    if (!mag.ok) return mag
    const na = filter.cursor === undefined ? undefined : leesCursor(filter.cursor)
    if (na === null)
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const waarop = voorwaarden(w, filter)
    const rijen = await zoekRijen(w.tx, w.actor.gemeente, { ...waarop, na, hoogstens: filter.limiet + 1 })
    const telling = await telMee(filter, rijen.length, () => telZaken(w.tx, w.actor.gemeente, waarop))
    const items = rijen.slice(0, filter.limiet)
    w.noteer(
      { soort: 'zoeken', objecten: [{ soort: 'zoekvraag', id: `zaken ${filter.behandelaar ?? ''}`.trim() }], doel: 'zaken zoeken' },
      ...perInwoner(items),
    )
    const laatste = rijen.length > filter.limiet ? items.at(-1) : undefined
    return ok({ items: items.map(toonZaakkop), volgende: laatste ? `${sorteerdag(toonZaakkop(laatste))}~${laatste.id}` : null, ...telling })
  })

/** Eén logboekregel per getoonde inwoner, ook als er meer zaken van hem in de lijst staan. */
export function perInwoner(zaken: readonly Zaakrij[], doel = 'zaken bekijken'): Notitie[] {
  const per = new Map<string, string[]>()
  for (const z of zaken) per.set(z.inwoner, [...(per.get(z.inwoner) ?? []), z.id])
  return [...per].map(([inwoner, ids]) => ({ soort: 'lijst', inwoner, objecten: ids.map((id) => ({ soort: 'zaak', id })), doel }))
}

function leesCursor(ruw: string): { uiterlijk: Datum; id: string } | null {
  const [dag, rest] = ruw.split('~')
  const [uiterlijk, id] = [parseDatum(dag), parseUuid(rest)]
  return uiterlijk && id ? { uiterlijk, id } : null
}

function voorwaarden(w: Werk, f: Zaakfilter): Zaakvoorwaarden {
  const zoek = f.zoek?.trim() ?? ''
  const opNummer = /^\d{4}-?\d*$/.test(zoek)
  return {
    ...vanWie(w, f),
    standen: f.stand === undefined ? undefined : [f.stand],
    soort: f.soort,
    uiterlijkVoor: f.uiterlijkVoor,
    ontvangenNa: f.ontvangenNa,
    wacht: f.wacht,
    inwoner: f.inwoner,
    ookAfgesloten: f.ookAfgesloten || f.stand === 'afgesloten',
    ...(zoek !== '' && (opNummer ? { nummer: zoek } : { prefixen: zoekprefixenOfNiets(zoek) })),
  }
}

/** Alleen leestekens is geen naam; een begin dat nergens voorkomt geeft een lege lijst. */
const zoekprefixenOfNiets = (zoek: string): readonly string[] => {
  const prefixen = zoekprefixen(zoek)
  return prefixen.length > 0 ? prefixen : ['\u{10fffe}']
}

/**
 * Wie de hele gemeente mag zien, ziet zonder keuze alles. Een consulent ziet dan het werk van zichzelf en zijn team: dat is ook wat de
 * rijbeveiliging toelaat, en zo hoeft die niet elke zaak van de gemeente na te gaan.
 */
function vanWie({ actor }: Werk, f: Zaakfilter): Pick<Zaakvraag, 'behandelaar' | 'team' | 'een' | 'zonderBehandelaar'> {
  const overal = actor.rollen.some((r) => r === 'teamleider' || r === 'toezichthouder') || f.inwoner !== undefined
  const team = actor.team ?? undefined
  switch (f.behandelaar) {
    case 'ik':
      return { behandelaar: actor.medewerker }
    case 'team':
      return team === undefined ? { behandelaar: actor.medewerker } : { team }
    case 'niemand':
      return { zonderBehandelaar: true, ...(!overal && { team }) }
    case undefined:
    case 'alle':
      return overal ? {} : { behandelaar: actor.medewerker, team, een: true }
    default:
      return { behandelaar: f.behandelaar, ...(!overal && { team }) }
  }
}
