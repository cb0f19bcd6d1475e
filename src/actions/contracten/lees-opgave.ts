/** Wat iemand aan contracten aanlevert: een bestand, of één contract uit een formulier. Dezelfde keuring voor allebei. */
import { ok, type Result } from '#core/base/result.ts'
import type { Contractopgave } from '../berichten/lees-contract.ts'
import { leesContract, leesContractinvoer } from '../berichten/lees-contract.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'

export type Contractinvoer = { readonly yaml?: string | undefined; readonly contract?: unknown }
type Contract = Contractopgave['contracten'][number]
export type Opgave = {
  readonly contracten: readonly Contract[]
  /** Gemeenten die ook in het bestand staan; daar blijft alles zoals het is. */
  readonly overgeslagen: readonly string[]
}

export function leesOpgave(invoer: Contractinvoer, gemeente: string): Result<Opgave, Weigering> {
  if (invoer.yaml !== undefined) return uitBestand(invoer.yaml, gemeente)
  const gelezen = leesContractinvoer(invoer.contract)
  if (!gelezen.ok) return ongeldig(gelezen.fout.map((f) => ({ ...f, plaats: `/contract${f.plaats}` })))
  return ok({ contracten: [{ gemeente, ...gelezen.value }], overgeslagen: [] })
}

function uitBestand(yaml: string, gemeente: string): Result<Opgave, Weigering> {
  const gelezen = leesContract('contract.yaml', yaml)
  if (!gelezen.ok) return ongeldig(gelezen.fout.map((f) => ({ code: f.code, plaats: '/yaml', tekst: `Regel ${f.regel}: ${f.tekst}` })))
  const contracten = gelezen.value.contracten.filter((c) => c.gemeente === gemeente)
  if (contracten.length === 0)
    return ongeldig([
      {
        code: 'CONTRACT_ANDERE_GEMEENTE',
        plaats: '/yaml',
        tekst: `Het bestand gaat niet over uw gemeente: zet ${gemeente} bij \`gemeenten\`.`,
      },
    ])
  const dubbel = contracten.find((c, i) => contracten.findIndex((d) => d.aanbieder === c.aanbieder) !== i)
  if (dubbel)
    return ongeldig([{ code: 'AANBIEDER_DUBBEL', plaats: '/yaml', tekst: `AGB-code ${dubbel.aanbieder} staat twee keer in het bestand.` }])
  const andere = new Set(gelezen.value.contracten.map((c) => c.gemeente).filter((g) => g !== gemeente))
  return ok({ contracten, overgeslagen: [...andere] })
}
