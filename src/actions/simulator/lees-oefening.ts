/** Oefenen met het berichtenverkeer: hoe elke aanbieder zich gedraagt, wat er op antwoord wacht en waarom, en wat er gespeeld is. */
import { groepeer } from '#core/base/groepeer.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'
import { regelBij } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { leesGeldendeContracten } from '#storage/berichten/contractbeheer.ts'
import { leesGespeeld } from '#storage/berichten/oefenen.ts'
import { GEWOON, type Oefenbericht, type Oefengedrag } from '#simulator/oefenplan.ts'
import { titelVan } from '../berichten/inzage/berichtbeeld.ts'
import { inWoorden } from '../berichten/uitval.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { leesOefenplan, type Oefenplan } from './oefenplan.ts'
import { eisProefgemeente } from './speel-antwoord.ts'
import { type Oefencode, oefencodes } from './te-oefenen.ts'

type Aanbieder = { readonly code: string; readonly naam: string | null }
type Bericht = { readonly bericht: string; readonly naam: string; readonly titel: string | null; readonly identificatie: string }
export type Oefenbeeld = {
  readonly aanbieders: readonly { readonly aanbieder: Aanbieder; readonly wacht: number; readonly gedrag: Oefengedrag }[]
  /** Waarmee een aanbieder elk soort bericht kan afkeuren. */
  readonly codes: Readonly<Record<Oefenbericht, readonly Oefencode[]>>
  readonly wachtrij: readonly (Bericht & {
    readonly aanbieder: Aanbieder
    readonly sinds: string
    /** Vanaf wanneer het antwoord er is; leeg als het niet komt. */
    readonly op: string | null
    readonly aanDeBeurt: boolean
    readonly code: Oefencode | null
  })[]
  readonly gespeeld: readonly (Bericht & {
    readonly id: string
    readonly aanbieder: Aanbieder
    readonly op: string
    readonly stand: Berichtstand
    readonly code: Oefencode | null
    readonly dubbel: boolean
    /** Het bericht dat het antwoord draagt, en het werk dat ervan kwam. */
    readonly antwoord: string | null
    readonly uitval: string | null
  })[]
}
const GESPEELD = 20

export const leesOefening = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Oefenbeeld, Weigering>> =>
  handel<Oefenbeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_oefenen')
    if (!mag.ok) return mag
    const proef = await eisProefgemeente(w)
    if (!proef.ok) return proef
    w.noteer({ soort: 'lezen', objecten: [], doel: 'oefenen: wat er wacht en wat er gespeeld is' })
    const plan = await leesOefenplan(w)
    return ok({
      aanbieders: await aanbiedersVan(w, plan),
      codes: { WMO301: oefencodes('WMO301'), WMO319: oefencodes('WMO319') },
      wachtrij: wachtrijVan(plan, w.nu),
      gespeeld: await gespeeldVan(w),
    })
  })

/** Wie een contract heeft, en wie zonder contract toch een bericht van ons heeft. */
async function aanbiedersVan(w: Werk, { gedrag, rijen, plan }: Oefenplan): Promise<Oefenbeeld['aanbieders']> {
  const wachtend = groepeer(plan, (g) => g.aanbieder)
  const namen = new Map<string, string | null>([...rijen.values()].map((r) => [r.aanbieder, r.aanbiedernaam]))
  for (const c of await leesGeldendeContracten(w.tx, w.actor.gemeente)) namen.set(c.aanbieder, c.naam)
  return [...namen]
    .map(([code, naam]) => ({
      aanbieder: { code, naam },
      wacht: wachtend.get(code)?.length ?? 0,
      gedrag: gedrag.get(code) ?? GEWOON,
    }))
    .sort((a, b) => (a.aanbieder.naam ?? a.aanbieder.code).localeCompare(b.aanbieder.naam ?? b.aanbieder.code, 'nl'))
}

const codeVan = (code: string | null, naam: string): Oefencode | null =>
  code === null ? null : { code, tekst: inWoorden(code, regelBij(code, naam)).tekst }

const wachtrijVan = ({ plan, rijen }: Oefenplan, nu: Date): Oefenbeeld['wachtrij'] =>
  plan.map((g) => {
    const r = rijen.get(g.id)
    return {
      bericht: g.id,
      naam: g.naam,
      titel: titelVan(g.naam),
      identificatie: r?.identificatie ?? '',
      aanbieder: { code: g.aanbieder, naam: r?.aanbiedernaam ?? null },
      sinds: new Date(g.sinds).toISOString(),
      op: g.op === null ? null : new Date(g.op).toISOString(),
      aanDeBeurt: g.op !== null && g.op <= nu.getTime(),
      code: codeVan(g.code, g.naam),
    }
  })

const gespeeldVan = async (w: Werk): Promise<Oefenbeeld['gespeeld']> =>
  (await leesGespeeld(w.tx, w.actor.gemeente, GESPEELD)).map((r) => ({
    id: r.id,
    bericht: r.bericht,
    naam: r.naam,
    titel: titelVan(r.naam),
    identificatie: r.identificatie,
    aanbieder: { code: r.aanbieder, naam: r.aanbiedernaam },
    op: r.gespeeld_op.toISOString(),
    stand: r.stand,
    code: codeVan(r.code, r.naam),
    dubbel: r.dubbel,
    antwoord: r.antwoord,
    uitval: r.uitval,
  }))
