/** Uitval lezen: de werklijst, en één geval met alles wat eraan gedaan is. */
import { ok, type Result } from '#core/base/result.ts'
import type { Uitvalsoort } from '#core/toewijzing/uitvalwerk.ts'
import {
  leesStappen,
  leesUitval as leesRij,
  leesUitvalbehandelaars,
  leesUitvallijst,
  telUitval,
  type Uitvalrij,
} from '#storage/berichten/uitvalwerk.ts'
import type { Telling } from '#core/base/telling.ts'
import { eisInGemeente } from '../../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Notitie, type Werk } from '../../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../../handeling/telling.ts'
import { nietGevonden, ongeldig, type Weigering } from '../../handeling/weigering.ts'
import { momentcursor } from '../../toezicht/lees-gevallen.ts'
import { schrijfMomentcursor } from '../../toezicht/periode.ts'
import { toonStap, toonUitvalregel, type Uitvalregel, type Uitvalstap } from './uitvalbeeld.ts'

export type Uitvalfilter = Tellingvraag & {
  readonly stand: 'open' | 'klaar'
  readonly soort?: Uitvalsoort | undefined
  readonly code?: string | undefined
  readonly aanbieder?: string | undefined
  /** `ik`, `niemand`, of de id van een collega. */
  readonly behandelaar?: string | undefined
}
export type Uitvallijst = { readonly items: readonly Uitvalregel[]; readonly volgende: string | null; readonly telling?: Telling }

export const leesUitvalwerk = (dienst: Dienst, aanroep: Aanroep, f: Uitvalfilter): Promise<Result<Uitvallijst, Weigering>> =>
  handel<Uitvallijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'uitval_lezen')
    if (!mag.ok) return mag
    const na = f.cursor === undefined ? undefined : momentcursor(f.cursor)
    if (na === null)
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const { cursor: _, telling: __, limiet, behandelaar, ...rest } = f
    const vanWie = behandelaar === 'ik' ? w.actor.medewerker : behandelaar === 'niemand' ? undefined : behandelaar
    const waarop = { ...rest, behandelaar: vanWie, zonderBehandelaar: behandelaar === 'niemand' }
    const rijen = await leesUitvallijst(w.tx, w.actor.gemeente, { ...waarop, na, hoogstens: limiet + 1 })
    const telling = await telMee(f, rijen.length, () => telUitval(w.tx, w.actor.gemeente, waarop))
    const items = rijen.slice(0, limiet)
    const laatste = rijen.length > limiet ? items.at(-1) : undefined
    w.noteer(
      { soort: 'zoeken', objecten: [{ soort: 'zoekvraag', id: `uitval ${f.stand}` }], doel: 'uitval bekijken' },
      ...perInwoner(items),
    )
    const wijzer = laatste && (f.stand === 'open' ? laatste.gemaakt_op : (laatste.klaar_op as Date))
    return ok({
      items: items.map(toonUitvalregel),
      volgende: laatste && wijzer ? schrijfMomentcursor(wijzer, laatste.id) : null,
      ...telling,
    })
  })

function perInwoner(rijen: readonly Uitvalrij[]): Notitie[] {
  const per = new Map<string, string[]>()
  for (const r of rijen) if (r.inwoner !== null) per.set(r.inwoner, [...(per.get(r.inwoner) ?? []), r.id])
  return [...per].map(([inwoner, ids]) => ({
    soort: 'lijst',
    inwoner,
    objecten: ids.map((id) => ({ soort: 'uitval', id })),
    doel: 'uitval bekijken',
  }))
}

export type Uitvalbeeld = Uitvalregel & {
  readonly stappen: readonly Uitvalstap[]
  /** Wie het kan overnemen. */
  readonly behandelaars: readonly { readonly id: string; readonly naam: string }[]
  readonly magBehandelen: boolean
}

export const leesUitval = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Uitvalbeeld, Weigering>> =>
  handel<Uitvalbeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'uitval_lezen')
    if (!mag.ok) return mag
    const rij = await leesRij(w.tx, w.actor.gemeente, id)
    if (!rij) return uitvalNietGevonden(id)
    w.noteer({
      soort: 'lezen',
      objecten: [{ soort: 'uitval', id }],
      doel: 'uitval bekijken',
      ...(rij.inwoner !== null && { inwoner: rij.inwoner }),
    })
    return ok(await uitvalbeeldVan(w, rij))
  })

export const uitvalbeeldVan = async (w: Werk, rij: Uitvalrij): Promise<Uitvalbeeld> => ({
  ...toonUitvalregel(rij),
  stappen: (await leesStappen(w.tx, w.actor.gemeente, rij.id)).map(toonStap),
  behandelaars: await leesUitvalbehandelaars(w.tx),
  magBehandelen: eisInGemeente(w, 'uitval_behandelen').ok,
})

export const uitvalNietGevonden = (id: string) => nietGevonden('Deze uitval', { objecten: [{ soort: 'uitval', id }] })
