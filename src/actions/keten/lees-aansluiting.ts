/** Wat de laatste keer nakijken opleverde: per soort hoeveel, wat het betekent en wat te doen. */
import { ok, type Result } from '#core/base/result.ts'
import { ketenverschillen, type Verschilsoort, verschilsoorten } from '#core/toewijzing/ketenverschil.ts'
import { leesGeldendeContracten } from '#storage/berichten/contractbeheer.ts'
import { leesLaatsteControle, leesVerschillen } from '#storage/berichten/verschillen.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'

export type Verschilbeeld = {
  readonly kenmerk: string
  readonly aanbieder: { readonly agb: string; readonly naam: string } | null
  readonly bericht: string | null
  readonly indicatie: string | null
  readonly sinds: string
}
export type Aansluiting = {
  /** Leeg: nog nooit nagekeken. */
  readonly gecontroleerdOp: string | null
  readonly aantal: number
  readonly soorten: readonly {
    readonly soort: Verschilsoort
    readonly titel: string
    readonly uitleg: string
    readonly doe: string
    readonly aantal: number
    readonly items: readonly Verschilbeeld[]
  }[]
  readonly magNakijken: boolean
}

export function leesAansluiting(dienst: Dienst, aanroep: Aanroep): Promise<Result<Aansluiting, Weigering>> {
  return handel<Aansluiting>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'keten_bewaken')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'ketencontrole', id: w.actor.gemeente }], doel: 'berichtenverkeer bewaken Wmo 2.6.4' })
    return ok(await toonAansluiting(w))
  })
}

export async function toonAansluiting(w: Werk): Promise<Aansluiting> {
  const { gemeente } = w.actor
  const magNakijken = eisInGemeente(w, 'keten_nakijken').ok
  const controle = await leesLaatsteControle(w.tx, gemeente)
  if (!controle) return { gecontroleerdOp: null, aantal: 0, soorten: [], magNakijken }
  const rijen = await leesVerschillen(w.tx, gemeente, controle.id)
  const namen = new Map((await leesGeldendeContracten(w.tx, gemeente)).map((c) => [c.aanbieder, c.naam]))
  const soorten = verschilsoorten
    .map((soort) => ({
      soort,
      ...ketenverschillen[soort],
      aantal: controle.aantallen[soort] ?? 0,
      items: rijen
        .filter((r) => r.soort === soort)
        .map(({ kenmerk, aanbieder, bericht, indicatie, sinds }) => ({
          kenmerk,
          aanbieder: aanbieder === null ? null : { agb: aanbieder, naam: namen.get(aanbieder) ?? aanbieder },
          bericht,
          indicatie,
          sinds,
        })),
    }))
    .filter((s) => s.aantal > 0)
  const aantal = soorten.reduce((n, s) => n + s.aantal, 0)
  return { gecontroleerdOp: controle.gecontroleerd_op.toISOString(), aantal, soorten, magNakijken }
}
