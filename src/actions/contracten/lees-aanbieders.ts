/** De aanbieders waarmee een contract is, en één aanbieder met al zijn regels en wat er eerder gold. */
import { ok, type Result } from '#core/base/result.ts'
import { type Contractverschil, vergelijkRegels } from '#core/toewijzing/contractregels.ts'
import {
  type Contractrij,
  type Lopendrij,
  leesContractenMet,
  leesContractregels,
  leesGeldendeContracten,
  telLopendeToewijzingen,
} from '#storage/berichten/contractbeheer.ts'
import type { Tariefrij } from '#storage/berichten/contracten.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nietGevonden, type Weigering } from '../handeling/weigering.ts'
import { alsRegelbeeld, productenNu, type Regelbeeld } from './contractbeeld.ts'

const DOEL = 'contracten met aanbieders Wmo 2.6.4'

export type Contractbeeld = {
  readonly id: string
  readonly van: string | null
  readonly tot: string | null
  readonly reden: string | null
  readonly op: string
  readonly door: string | null
}
export type Aanbiederregel = {
  readonly agb: string
  readonly naam: string
  readonly contract: Contractbeeld
  /** Codes met een tarief dat vandaag geldt. */
  readonly codes: number
  /** Toewijzingen die lopen of nog ingaan. */
  readonly toewijzingen: number
}
export type Aanbiederbeeld = Omit<Aanbiederregel, 'codes'> & {
  readonly regels: readonly (Regelbeeld & { readonly toewijzingen: number })[]
  /** Nieuwste eerst; het verschil met het contract ervoor. */
  readonly geschiedenis: readonly (Contractbeeld & { readonly naam: string; readonly verschil: Verschilbeeld })[]
  readonly magWijzigen: boolean
}
export type Verschilbeeld = {
  readonly erbij: readonly Regelbeeld[]
  readonly weg: readonly Regelbeeld[]
  readonly gewijzigd: readonly { readonly was: Regelbeeld; readonly wordt: Regelbeeld }[]
  readonly gelijk: number
}

export const toonVerschil = (v: Contractverschil, toon: ReturnType<typeof alsRegelbeeld>): Verschilbeeld => ({
  erbij: v.erbij.map(toon),
  weg: v.weg.map(toon),
  gewijzigd: v.gewijzigd.map(({ was, wordt }) => ({ was: toon(was), wordt: toon(wordt) })),
  gelijk: v.gelijk,
})

const alsContract = (c: Contractrij): Contractbeeld => ({
  id: c.id,
  van: c.van,
  tot: c.tot,
  reden: c.reden,
  op: c.geladen_op.toISOString(),
  door: c.door,
})
/** Van welk product zij zijn telt alleen als beide dat zeggen. */
const hoortBij = (l: Lopendrij, r: Tariefrij): boolean =>
  l.code === r.code &&
  l.categorie === r.categorie &&
  (l.catalogusproduct === null || r.catalogusproduct === null || l.catalogusproduct === r.catalogusproduct)
const som = (rijen: readonly Lopendrij[]): number => rijen.reduce((n, r) => n + r.aantal, 0)

export function leesAanbieders(dienst: Dienst, aanroep: Aanroep): Promise<Result<{ items: Aanbiederregel[]; volgende: null }, Weigering>> {
  return handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'contract_lezen')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    const vandaag = dienst.vandaag()
    const contracten = await leesGeldendeContracten(w.tx, gemeente)
    const regels = await leesContractregels(
      w.tx,
      gemeente,
      contracten.map((c) => c.id),
    )
    const lopend = await telLopendeToewijzingen(w.tx, vandaag)
    const nu = regels.filter((r) => r.van <= vandaag && (r.tot === null || r.tot >= vandaag))
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'contracten', id: gemeente }], doel: DOEL })
    return ok({
      items: contracten.map((c) => ({
        agb: c.aanbieder,
        naam: c.naam,
        contract: alsContract(c),
        codes: new Set(nu.filter((r) => r.contract === c.id).map((r) => r.code)).size,
        toewijzingen: som(lopend.filter((l) => l.aanbieder === c.aanbieder)),
      })),
      volgende: null,
    })
  })
}

export function leesAanbieder(dienst: Dienst, aanroep: Aanroep, agb: string): Promise<Result<Aanbiederbeeld, Weigering>> {
  return handel<Aanbiederbeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'contract_lezen')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    const contracten = await leesContractenMet(w.tx, gemeente, agb)
    const [nu] = contracten
    if (!nu) return nietGevonden('Deze aanbieder')
    const regels = await leesContractregels(
      w.tx,
      gemeente,
      contracten.map((c) => c.id),
    )
    const lopend = (await telLopendeToewijzingen(w.tx, dienst.vandaag())).filter((l) => l.aanbieder === agb)
    const toon = alsRegelbeeld(await productenNu(w))
    const van = (contract: string | undefined) => regels.filter((r) => r.contract === contract)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'contract', id: nu.id }], doel: DOEL })
    return ok({
      agb,
      naam: nu.naam,
      contract: alsContract(nu),
      toewijzingen: som(lopend),
      regels: van(nu.id).map((r) => ({
        ...toon(r),
        toewijzingen: som(lopend.filter((l) => hoortBij(l, r))),
      })),
      geschiedenis: contracten.map((c, i) => ({
        ...alsContract(c),
        naam: c.naam,
        verschil: toonVerschil(vergelijkRegels(van(contracten[i + 1]?.id), van(c.id)), toon),
      })),
      magWijzigen: eisInGemeente(w, 'contract_wijzigen').ok,
    })
  })
}
