/** Verzoeken van aanbieders die op een beslissing van ons wachten: wat het eerst beslist moet zijn bovenaan. Elke getoonde inwoner is een regel in zijn logboek. */
import type { Naam } from '#core/dossier/naam.ts'
import { ok, type Result } from '#core/base/result.ts'
import { begrensd, type Telling } from '#core/base/telling.ts'
import { isOpen, type Verzoeksoort, verzoekstandVan } from '#core/toewijzing/verzoek.ts'
import { leesOpenVerzoeken, type VanWie, type Verzoekrij } from '#storage/berichten/verzoeken.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import { eisInGemeente } from '../../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Notitie, type Werk } from '../../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../../handeling/telling.ts'
import { ongeldig, type Weigering } from '../../handeling/weigering.ts'
import { alleenDichtbij } from '../inzage/berichttoegang.ts'
import { type Dag, feitenVan, termijnVan, type Verzoektermijn } from './verzoekbeeld.ts'

export type Openverzoek = {
  readonly bericht: string
  readonly referentie: string
  readonly soort: Verzoeksoort
  readonly stand: 'open' | 'in_onderzoek'
  readonly termijn: Verzoektermijn
  readonly ontvangenOp: string
  /** De eerste gewenste dag; leeg als het bericht die niet los noemt. */
  readonly vanaf: string | null
  readonly aanbieder: { readonly code: string; readonly naam: string | null }
  readonly inwoner: { readonly id: string; readonly naam: Naam } | null
}
export type Verzoekfilter = {
  readonly stand?: 'open' | 'in_onderzoek' | 'te_laat' | undefined
  readonly aanbieder?: string | undefined
  readonly van?: 'ik' | 'team' | undefined
}
export type Verzoekenlijst = { readonly items: readonly Openverzoek[]; readonly volgende: string | null; readonly telling?: Telling }
export type Verzoektellingen = { readonly open: number; readonly inOnderzoek: number; readonly teLaat: number }

export type Werkverzoeken = { readonly aantal: number; readonly items: readonly Openverzoek[] }

type Gelezen = { readonly wijzer: string; readonly verzoek: Openverzoek }

export const leesVerzoeken = (
  dienst: Dienst,
  aanroep: Aanroep,
  { cursor, limiet, telling, ...filter }: Verzoekfilter & Tellingvraag,
): Promise<Result<Verzoekenlijst, Weigering>> =>
  handel<Verzoekenlijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'berichten_zoeken')
    if (!mag.ok) return mag
    if (cursor !== undefined && !/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}~\d+$/.test(cursor))
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const alle = await leesAlle(w, filter)
    const rest = cursor === undefined ? alle : alle.filter((g) => g.wijzer > cursor)
    const bladzijde = rest.slice(0, limiet)
    const items = bladzijde.map((g) => g.verzoek)
    w.noteer(
      { soort: 'zoeken', objecten: [{ soort: 'zoekvraag', id: 'open verzoeken' }], doel: 'verzoeken bekijken' },
      ...verzoekenPerInwoner(items, 'verzoeken bekijken'),
    )
    return ok({
      items,
      volgende: rest.length > limiet ? (bladzijde.at(-1)?.wijzer ?? null) : null,
      ...(await telMee({ cursor, limiet, telling }, rest.length, async () => begrensd(rest.length))),
    })
  })

export const telVerzoeken = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Verzoektellingen, Weigering>> =>
  handel<Verzoektellingen>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'berichten_zoeken')
    if (!mag.ok) return mag
    const alle = (await leesAlle(w, {})).map((g) => g.verzoek)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'verzoektelling', id: w.actor.gemeente }], doel: 'verzoeken tellen' })
    const tel = (hoort: (v: Openverzoek) => boolean) => alle.filter(hoort).length
    return ok({
      open: tel((v) => v.stand === 'open'),
      inOnderzoek: tel((v) => v.stand === 'in_onderzoek'),
      teLaat: tel(isTeLaat),
    })
  })

/** Meer dan dit past niet op Mijn werk; het scherm zegt dat er meer is. */
const MEEST_OP_WERK = 25

/** Wat bij iemands eigen werk hoort, binnen een handeling die de toegang al toetste. */
export async function verzoekenVoorWerk(w: Werk, van: 'ik' | 'team'): Promise<Werkverzoeken> {
  const alle = await leesAlle(w, { van })
  return { aantal: alle.length, items: alle.slice(0, MEEST_OP_WERK).map((g) => g.verzoek) }
}

const isTeLaat = ({ termijn }: Openverzoek): boolean => termijn.dagenTeLaat > 0

/** De uiterste dag hangt van feestdagen en gelijkgestelde dagen af; wat open staat is weinig genoeg om er hier op te ordenen. */
async function leesAlle(w: Werk, { stand, aanbieder, van }: Verzoekfilter): Promise<Gelezen[]> {
  const wie = vanWie(w, van)
  if (wie === null) return []
  const rijen = await leesOpenVerzoeken(w.tx, w.actor.gemeente, { aanbieder, van: wie, dichtbij: alleenDichtbij(w.actor) })
  const gelijkgesteld = await leesGelijkgesteldeDagen(w.tx)
  return rijen
    .flatMap((r) => toonOpen(r, { vandaag: w.dienst.vandaag(), gelijkgesteld }))
    .filter(({ verzoek: v }) => stand === undefined || (stand === 'te_laat' ? isTeLaat(v) : v.stand === stand))
    .sort((a, b) => (a.wijzer < b.wijzer ? -1 : 1))
}

/** Null: zonder team is er niets van het team. */
function vanWie({ actor }: Werk, van: Verzoekfilter['van']): VanWie | undefined | null {
  if (van === undefined) return undefined
  if (van === 'ik') return { behandelaar: actor.medewerker, team: actor.team }
  return actor.team === null ? null : { team: actor.team }
}

function toonOpen(r: Verzoekrij, op: Dag): Gelezen[] {
  const stand = verzoekstandVan(feitenVan(r, op))
  const termijn = termijnVan(r, op)
  if (!isOpen(stand) || termijn === null) return []
  const { achternaam, voorvoegsel, voornamen, voorletters } = r
  const verzoek: Openverzoek = {
    bericht: r.bericht,
    referentie: r.referentie,
    soort: r.soort,
    stand,
    termijn,
    ontvangenOp: r.ontvangen,
    vanaf: r.ingangsdatums[0] ?? null,
    aanbieder: { code: r.aanbieder, naam: r.aanbiedernaam },
    inwoner:
      r.inwoner === null || achternaam === null ? null : { id: r.inwoner, naam: { achternaam, voorvoegsel, voornamen, voorletters } },
  }
  return [{ wijzer: `${termijn.uiterlijk}~${r.bericht}~${String(r.volg).padStart(6, '0')}`, verzoek }]
}

/** Elke inwoner die getoond wordt, met zijn berichten. */
export function verzoekenPerInwoner(verzoeken: readonly Openverzoek[], doel: string): Notitie[] {
  const per = new Map<string, Set<string>>()
  for (const { inwoner, bericht } of verzoeken) if (inwoner) per.set(inwoner.id, (per.get(inwoner.id) ?? new Set()).add(bericht))
  return [...per].map(([inwoner, berichten]) => ({
    soort: 'lijst',
    inwoner,
    objecten: [...berichten].map((id) => ({ soort: 'bericht', id })),
    doel,
  }))
}
