/** Berichten zoeken en filteren, het laatste bovenaan. Elke getoonde inwoner is een regel in zijn logboek. */
import { parseBsn } from '#core/base/bsn.ts'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { beginVanDag } from '#core/base/tijdstip.ts'
import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'
import {
  type Berichtrij,
  type Berichtvoorwaarden,
  heeftWeinigClienten,
  leesBerichten,
  telBerichtenlijst,
  vraagtLijst,
} from '#storage/berichten/inzage.ts'
import type { Telling } from '#core/base/telling.ts'
import { eisInGemeente, eisToegang } from '../../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Notitie, type Werk } from '../../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../../handeling/telling.ts'
import { ongeldig, type Weigering } from '../../handeling/weigering.ts'
import { momentcursor } from '../../toezicht/lees-gevallen.ts'
import { schrijfMomentcursor } from '../../toezicht/periode.ts'
import { type Berichtregel, toonBerichtregel } from './berichtbeeld.ts'
import { alleenDichtbij } from './berichttoegang.ts'

export type Berichtfilter = Tellingvraag & {
  readonly richting?: 'in' | 'uit' | undefined
  readonly bericht?: string | undefined
  readonly stand?: Berichtstand | undefined
  /** Retourcode: het bericht zelf, het antwoord met deze code, en waar dat over gaat. */
  readonly code?: string | undefined
  readonly aanbieder?: string | undefined
  readonly inwoner?: string | undefined
  readonly van?: Datum | undefined
  readonly tot?: Datum | undefined
}
export type Berichtenlijst = { readonly items: readonly Berichtregel[]; readonly volgende: string | null; readonly telling?: Telling }

export const zoekBerichten = (dienst: Dienst, aanroep: Aanroep, f: Berichtfilter): Promise<Result<Berichtenlijst, Weigering>> =>
  handel<Berichtenlijst>(dienst, aanroep, async (w) => {
    const mag = f.inwoner === undefined ? eisInGemeente(w, 'berichten_zoeken') : await eisToegang(w, f.inwoner, 'bericht_lezen')
    if (!mag.ok) return mag
    const { bericht, van, tot, limiet: _, cursor: __, telling: ___, ...rest } = f
    return haalBladzijde(w, f, {
      ...rest,
      naam: bericht,
      begin: van && new Date(beginVanDag(van)),
      einde: tot && new Date(beginVanDag(plusDagen(tot, 1))),
    })
  })

/** Op burgerservicenummer: dat komt in het lichaam van het verzoek en vindt ook wie niet in het dossier staat. */
export const zoekBerichtenOpBsn = (
  dienst: Dienst,
  aanroep: Aanroep,
  { bsn: getypt, ...blad }: Tellingvraag & { readonly bsn: string },
): Promise<Result<Berichtenlijst, Weigering>> =>
  handel<Berichtenlijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'berichten_zoeken')
    if (!mag.ok) return mag
    const bsn = parseBsn(getypt)
    if (!bsn.ok) return ongeldig([{ code: bsn.fout.code, plaats: '/bsn', tekst: bsn.fout.tekst }])
    return haalBladzijde(w, blad, { client: dienst.kluis.index(bsn.value, w.actor.gemeente) })
  })

async function haalBladzijde(
  w: Werk,
  blad: Tellingvraag,
  gevraagd: Omit<Berichtvoorwaarden, 'dichtbij'>,
): Promise<Result<Berichtenlijst, Weigering>> {
  const { cursor, limiet } = blad
  const na = cursor === undefined ? undefined : momentcursor(cursor)
  if (na === null)
    return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
  await vraagtLijst(w.tx)
  const vraag = { ...gevraagd, dichtbij: alleenDichtbij(w.actor) && (await heeftWeinigClienten(w.tx)) }
  const rijen = await leesBerichten(w.tx, w.actor.gemeente, { ...vraag, na, hoogstens: limiet + 1 })
  const telling = await telMee(blad, rijen.length, () => telBerichtenlijst(w.tx, w.actor.gemeente, vraag))
  const items = rijen.slice(0, limiet)
  const laatste = rijen.length > limiet ? items.at(-1) : undefined
  w.noteer(zoekregel(gevraagd), ...perInwoner(items))
  const volgende = laatste ? schrijfMomentcursor(laatste.vastgelegd_op, laatste.id) : null
  return ok({ items: items.map(toonBerichtregel), volgende, ...telling })
}

/** Waarop gezocht is, nooit waarnaar. */
function zoekregel(vraag: object): Notitie {
  const velden = Object.entries(vraag).flatMap(([veld, waarde]) => (waarde === undefined ? [] : [veld === 'client' ? 'bsn' : veld]))
  return { soort: 'zoeken', objecten: [{ soort: 'zoekvraag', id: `berichten ${velden.join(' en ')}`.trim() }], doel: 'berichten zoeken' }
}

function perInwoner(rijen: readonly Berichtrij[]): Notitie[] {
  const per = new Map<string, string[]>()
  for (const r of rijen) if (r.inwoner !== null) per.set(r.inwoner, [...(per.get(r.inwoner) ?? []), r.id])
  return [...per].map(([inwoner, ids]) => ({
    soort: 'lijst',
    inwoner,
    objecten: ids.map((id) => ({ soort: 'bericht', id })),
    doel: 'berichten bekijken',
  }))
}
