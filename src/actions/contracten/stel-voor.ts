/** Wat er verandert als deze contracten worden vastgelegd. Er verandert nog niets. */
import { ok, type Result } from '#core/base/result.ts'
import { vergelijkRegels } from '#core/toewijzing/contractregels.ts'
import {
  type Contractrij,
  type Lopendrij,
  leesContractregels,
  leesGeldendeContracten,
  telLopendeToewijzingen,
} from '#storage/berichten/contractbeheer.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { alsRegelbeeld, productenNu, type Regelbeeld } from './contractbeeld.ts'
import { toonVerschil, type Verschilbeeld } from './lees-aanbieders.ts'
import { type Contractinvoer, leesOpgave, type Opgave } from './lees-opgave.ts'

export type Contractvoorstel = {
  readonly agb: string
  readonly naam: string
  /** Hoe hij nu heet; leeg bij een nieuwe aanbieder. */
  readonly was: { readonly naam: string; readonly van: string | null; readonly tot: string | null } | null
  readonly van: string | null
  readonly tot: string | null
  readonly verschil: Verschilbeeld
  readonly verandert: boolean
  /** Waar iemand nog eens naar moet kijken. */
  readonly letOp: readonly string[]
}
export type Contractvoorstellen = { readonly items: readonly Contractvoorstel[]; readonly overgeslagen: readonly string[] }

export function stelContractenVoor(
  dienst: Dienst,
  aanroep: Aanroep,
  invoer: Contractinvoer,
): Promise<Result<Contractvoorstellen, Weigering>> {
  return handel<Contractvoorstellen>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'contract_wijzigen')
    if (!mag.ok) return mag
    const opgave = leesOpgave(invoer, w.actor.gemeente)
    if (!opgave.ok) return opgave
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'contracten', id: w.actor.gemeente }], doel: 'contract nakijken voor het vastleggen' })
    return ok({ items: await vergelijk(w, opgave.value), overgeslagen: opgave.value.overgeslagen })
  })
}

/** Naast wat nu geldt. */
export async function vergelijk(w: Werk, { contracten }: Opgave): Promise<Contractvoorstel[]> {
  const { gemeente } = w.actor
  const geldend = new Map((await leesGeldendeContracten(w.tx, gemeente)).map((c) => [c.aanbieder, c]))
  const betrokken = contracten.flatMap((c) => geldend.get(c.aanbieder) ?? [])
  const regels = await leesContractregels(
    w.tx,
    gemeente,
    betrokken.map((c) => c.id),
  )
  const lopend = await telLopendeToewijzingen(w.tx, w.dienst.vandaag())
  const producten = await productenNu(w)
  return contracten.map((c) => {
    const was = geldend.get(c.aanbieder)
    const oud = regels.filter((r) => r.contract === was?.id)
    const verschil = vergelijkRegels(oud, c.tarieven)
    const codes = new Set(c.tarieven.map((t) => t.code))
    const kwijt = telPerCode(lopend.filter((l) => l.aanbieder === c.aanbieder && l.code !== null && !codes.has(l.code)))
    return {
      agb: c.aanbieder,
      naam: c.naam,
      was: was ? { naam: was.naam, van: was.van, tot: was.tot } : null,
      van: c.van,
      tot: c.tot,
      verschil: toonVerschil(verschil, alsRegelbeeld(producten)),
      verandert: isAnders(was, c) || verschil.erbij.length + verschil.weg.length + verschil.gewijzigd.length > 0,
      letOp: [
        ...kwijt.map(
          ([code, aantal]) => `Code ${code} verdwijnt, maar draagt nog ${aantal} ${aantal === 1 ? 'toewijzing' : 'toewijzingen'}.`,
        ),
        ...[...new Set(c.tarieven.map((t) => t.catalogusproduct))]
          .filter((p) => p !== null && producten[p] === undefined)
          .map((p) => `Het product ${p} staat niet in de catalogus die nu geldt.`),
        ...zonderProduct(c.tarieven.map(alsRegelbeeld(producten))),
      ],
    }
  })
}

/** Codes waarbij niet te vinden is welk product ermee geleverd wordt. */
function zonderProduct(regels: readonly Regelbeeld[]): string[] {
  const codes = [...new Set(regels.filter((r) => r.catalogusproduct === null && !r.toewijsbaar).map((r) => r.code))]
  if (codes.length === 0) return []
  return [
    `Bij ${codes.length === 1 ? 'code' : 'de codes'} ${codes.join(', ')} staat geen product van de catalogus. Met zo'n code is niets toe te wijzen.`,
  ]
}

function telPerCode(lopend: readonly Lopendrij[]): [string, number][] {
  const per = new Map<string, number>()
  for (const { code, aantal } of lopend) per.set(code ?? '', (per.get(code ?? '') ?? 0) + aantal)
  return [...per]
}

const isAnders = (was: Contractrij | undefined, c: { naam: string; van: string | null; tot: string | null }): boolean =>
  was === undefined || was.naam !== c.naam || was.van !== c.van || was.tot !== c.tot
