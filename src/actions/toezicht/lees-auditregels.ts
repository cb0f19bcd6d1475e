/** Het logboek lezen. Ook dat lezen staat in het logboek. */
import { ok, type Result } from '#core/base/result.ts'
import { leesAlleMedewerkers, leesAuditregels, telAuditregels, type Auditregelrij, type Medewerkernaam } from '#storage/auditregels.ts'
import { type Auditobject, type Auditsoort, auditsoorten } from '#storage/logboek.ts'
import type { Telling } from '#core/base/telling.ts'
import { auditwoorden } from '../dossier/lees-inzagen.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { type Tellingvraag, telMee } from '../handeling/telling.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { momentcursor } from './lees-gevallen.ts'
import { leesPeriode, type Periodevraag, schrijfMomentcursor } from './periode.ts'

export type Auditregel = {
  readonly id: string
  readonly op: string
  readonly soort: Auditsoort
  /** De soort in woorden. */
  readonly wat: string
  readonly uitkomst: 'gelukt' | 'geweigerd'
  readonly wie: { readonly id: string; readonly naam: string } | null
  readonly rollen: readonly string[]
  readonly inwoner: string | null
  readonly zaak: string | null
  readonly objecten: readonly Auditobject[]
  readonly doel: string
  readonly reden: string | null
  readonly weigering: string | null
  readonly toegangspunt: string
  readonly correlatie: string
  /** Plaats in de keten; null: nog niet verzegeld. */
  readonly zegel: number | null
}
export type Auditlijst = { readonly items: readonly Auditregel[]; readonly volgende: string | null; readonly telling?: Telling }
export type Auditfilter = Periodevraag &
  Tellingvraag & {
    readonly inwoner?: string | undefined
    /** Een medewerker, of `anderen`: iedereen behalve wie leest. Lezen laat zelf ook regels na, en die zoekt zij zelden. */
    readonly medewerker?: string | undefined
    readonly soort?: Auditsoort | undefined
    readonly uitkomst?: 'gelukt' | 'geweigerd' | undefined
  }

export const ANDEREN = 'anderen'

export const leesAuditlijst = (dienst: Dienst, aanroep: Aanroep, f: Auditfilter): Promise<Result<Auditlijst, Weigering>> =>
  handel<Auditlijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'audit_lezen')
    if (!mag.ok) return mag
    const periode = leesPeriode(f, dienst.vandaag())
    if (!periode.ok) return periode
    const na = f.cursor === undefined ? undefined : momentcursor(f.cursor)
    if (na === null)
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const { begin, einde } = periode.value
    const { inwoner, medewerker, soort, uitkomst } = f
    const vanWie = medewerker === ANDEREN ? { behalve: w.actor.medewerker } : { medewerker }
    const waarop = { begin, einde, inwoner, ...vanWie, soort, uitkomst }
    const rijen = await leesAuditregels(w.tx, w.actor.gemeente, { ...waarop, na, hoogstens: f.limiet + 1 })
    const telling = await telMee(f, rijen.length, () => telAuditregels(w.tx, w.actor.gemeente, waarop))
    const items = rijen.slice(0, f.limiet)
    const laatste = rijen.length > f.limiet ? items.at(-1) : undefined
    w.noteer({
      soort: 'loglezen',
      objecten: [{ soort: 'auditregels', id: filterInWoorden(f) }],
      doel: 'toezicht',
      ...(inwoner !== undefined && { inwoner }),
    })
    return ok({ items: items.map(toon), volgende: laatste ? schrijfMomentcursor(laatste.tijdstip, laatste.id) : null, ...telling })
  })

/** Waarop gezocht is, zonder namen. */
function filterInWoorden({ van, tot, medewerker, soort, uitkomst }: Auditfilter): string {
  const delen = [
    `${van} tot en met ${tot}`,
    medewerker && (medewerker === ANDEREN ? 'van anderen' : `medewerker ${medewerker}`),
    soort && `soort ${soort}`,
    uitkomst,
  ]
  return delen.filter(Boolean).join(', ')
}

const toon = (r: Auditregelrij): Auditregel => ({
  id: r.id,
  op: r.tijdstip.toISOString(),
  soort: r.soort,
  wat: auditwoorden[r.soort],
  uitkomst: r.uitkomst,
  wie: r.medewerker === null ? null : { id: r.medewerker, naam: r.naam ?? 'Onbekend' },
  rollen: r.rollen.split(','),
  inwoner: r.inwoner,
  zaak: r.zaak,
  objecten: r.objecten,
  doel: r.doel,
  reden: r.reden,
  weigering: r.weigering,
  toegangspunt: r.toegangspunt,
  correlatie: r.correlatie,
  zegel: r.zegel === null ? null : Number(r.zegel),
})

export type Auditkeuzes = {
  readonly medewerkers: readonly Medewerkernaam[]
  readonly soorten: readonly { readonly soort: Auditsoort; readonly tekst: string }[]
}

/** Waarop men het logboek kan filteren. */
export const leesAuditkeuzes = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Auditkeuzes, Weigering>> =>
  handel<Auditkeuzes>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'audit_lezen')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'medewerkers', id: 'alle' }], doel: 'toezicht' })
    const medewerkers = await leesAlleMedewerkers(w.tx)
    return ok({ medewerkers, soorten: auditsoorten.map((soort) => ({ soort, tekst: auditwoorden[soort] })) })
  })
