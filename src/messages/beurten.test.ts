/** Een bericht in beurten lezen geeft hetzelfde oordeel en dezelfde waarde, en laat intussen ander werk voorgaan. */
import { describe, expect, it } from 'vitest'
import { controleerEnLees } from './controleer.ts'
import { leesInBeurten } from './controleer-stroom.ts'
import { alsBytes, wijsToe } from './keten/oefening.testhulp.ts'

const groot = (): Uint8Array => {
  const toewijzingen = Array.from({ length: 900 }, (_, i) => ({ ToewijzingNummer: i + 1 }))
  const { naam, waarde } = wijsToe(...toewijzingen)
  return alsBytes(naam, waarde)
}
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 100)

describe('een bericht in beurten', () => {
  it.each([
    ['een goed bericht', groot()],
    ['een half bericht', half(groot())],
    ['geen bericht', Buffer.from('<x/>')],
    ['niets', new Uint8Array()],
  ])('%s: hetzelfde als in één keer', async (_, bytes) => {
    const [ineens, beurten] = [controleerEnLees(bytes), await leesInBeurten(bytes)]
    expect(beurten).toEqual(ineens)
  })

  it('na elke beurt komt wat er nog meer te doen is', async () => {
    const bytes = groot()
    expect(bytes.length).toBeGreaterThan(512 * 1024)
    let [beurten, loopt] = [0, true]
    const tel = (): void => {
      beurten++
      if (loopt) setImmediate(tel)
    }
    setImmediate(tel)
    await leesInBeurten(bytes)
    loopt = false
    expect(beurten).toBeGreaterThanOrEqual(Math.floor(bytes.length / (128 * 1024)))
  })
})
