/** De wachtrij van het oefenen: wat er in de database wacht, met het gedrag dat elke aanbieder is opgedragen. */
import type { Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'
import { type Gedragrij, leesGedrag, leesTeOefenen, type Wachtendrij } from '#storage/berichten/oefenen.ts'
import { GEWOON, type Gepland, type Oefengedrag, planAntwoorden } from '#simulator/oefenplan.ts'
import type { Werk } from '../handeling/handel.ts'

/** Verder kijkt de wachtrij niet. */
const HOOGSTENS = 200

export type Oefenplan = {
  readonly gedrag: ReadonlyMap<string, Oefengedrag>
  readonly rijen: ReadonlyMap<string, Wachtendrij>
  readonly plan: readonly Gepland[]
}

export async function leesOefenplan(w: Werk): Promise<Oefenplan> {
  const { gemeente } = w.actor
  const gedrag = new Map((await leesGedrag(w.tx, gemeente)).map((r) => [r.aanbieder, alsGedrag(r)]))
  const wachtend = await leesTeOefenen(w.tx, gemeente, HOOGSTENS)
  const plan = planAntwoorden(
    wachtend.map((r) => ({ ...r, sinds: r.sinds.getTime() })),
    (aanbieder) => gedrag.get(aanbieder) ?? GEWOON,
  )
  return { gedrag, rijen: new Map(wachtend.map((r) => [r.id, r])), plan }
}

const alsGedrag = (r: Gedragrij): Oefengedrag => ({
  antwoord: r.antwoord,
  codes:
    r.code_toewijzing === null || r.code_verzoek === null
      ? null
      : { WMO301: r.code_toewijzing as Retourcode, WMO319: r.code_verzoek as Retourcode },
  wacht: r.wacht,
  eenheid: r.eenheid,
  dubbel: r.dubbel,
  laatsteEerst: r.laatste_eerst,
})
