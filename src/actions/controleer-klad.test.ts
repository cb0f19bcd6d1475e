/** De controle van een declaratie die niet in het geheugen past geeft hetzelfde oordeel: regels die onthouden, tegen gewone verzamelingen. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WMO323 } from '#messages/iwmo-3-2/release.ts'
import { controleerStroom } from '#messages/controleer-stroom.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { voorbeelden } from '#messages/voorbeelden.testhulp.ts'
import { maakKladbestand } from '#storage/kladbestand.ts'

type Regel = { readonly nummer: number; readonly vorige: number | null; readonly toewijzing: number }
type Clienten = readonly { readonly bsn: string; readonly regels: readonly Regel[] }[]

const BSNS = ['999990019', '999990020', '999990032', '999990044', '999990056', '999990068']
/** Bijna alles verschilt; zo zijn berichten zonder fout er ook. */
const regel = (van: number): fc.Arbitrary<Regel> =>
  fc.record({
    nummer: fc.oneof({ weight: 60, arbitrary: fc.constant(van) }, { weight: 1, arbitrary: fc.nat(60) }),
    vorige: fc.oneof(
      { weight: 24, arbitrary: fc.constant(null) },
      { weight: 4, arbitrary: fc.constant(1_000 + van) },
      { weight: 1, arbitrary: fc.nat(25) },
      { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 1_025 }) },
    ),
    toewijzing: fc.oneof({ weight: 25, arbitrary: fc.constant(1 + van) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) }),
  })
const clienten: fc.Arbitrary<Clienten> = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), fc.nat(11))
  .chain(([aantallen, dubbel]) => {
    let van = 0
    return fc.tuple(
      ...aantallen.map((aantal, i) =>
        fc.record({
          bsn: fc.constant(BSNS[i > 0 && i === dubbel ? 0 : i] as string),
          regels: fc.tuple(...Array.from({ length: aantal }, () => regel(van++))),
        }),
      ),
    )
  })

function bericht(rij: Clienten): Uint8Array {
  const waarde = voorbeelden.WMO323() as WMO323
  const voorbeeld = waarde.Declaratie.Clienten.Client[0]?.Prestaties.Prestatie[0]
  if (voorbeeld === undefined) throw new Error('het voorbeeld heeft een prestatie')
  let som = 0
  waarde.Declaratie.Clienten.Client = rij.map(({ bsn, regels }) => ({
    Bsn: bsn,
    Prestaties: {
      Prestatie: regels.map(({ nummer, vorige, toewijzing }) => {
        const { Bedrag } = voorbeeld.IngediendBedrag
        som += vorige === null ? Bedrag : -Bedrag
        return {
          ...voorbeeld,
          ProductReferentie: { ReferentieNummer: `R${nummer}`, ...(vorige !== null && { VorigReferentieNummer: `R${vorige}` }) },
          ToewijzingNummer: toewijzing,
          IngediendBedrag: { Bedrag, DebetCredit: vorige === null ? ('D' as const) : ('C' as const) },
        }
      }),
    },
  }))
  waarde.Declaratie.TotaalIngediendBedrag = { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' }
  const geschreven = schrijfBericht('WMO323', waarde)
  if (!geschreven.ok) throw new Error(JSON.stringify(geschreven.fout))
  return Buffer.from(geschreven.value)
}

const herhaalt = (rij: readonly unknown[]): boolean => new Set(rij).size < rij.length

function verwacht(rij: Clienten): string[] {
  const alle = rij.flatMap((c) => c.regels)
  const vorige = alle.flatMap((r) => r.vorige ?? [])
  const nummers = new Set(alle.map((r) => r.nummer))
  const overtreden: [string, boolean][] = [
    ['TR101', herhaalt(rij.map((c) => c.bsn)) || rij.some((c) => herhaalt(c.regels.map((r) => `${r.nummer}|${r.vorige}`)))],
    ['TR315', herhaalt(vorige)],
    ['TR316', vorige.some((nummer) => nummers.has(nummer))],
    ['TR416', herhaalt(alle.filter((r) => r.vorige === null).map((r) => r.toewijzing))],
  ]
  return overtreden.flatMap(([id, is]) => (is ? [id] : []))
}

it('oordeelt hetzelfde als gewone verzamelingen, in het geheugen en met een kladbestand', async () => {
  const geteld: Record<string, number> = { goed: 0, TR101: 0, TR315: 0, TR316: 0, TR416: 0 }
  await fc.assert(
    fc.asyncProperty(clienten, fc.integer({ min: 1, max: 7 }), async (rij, meest) => {
      const bytes = bericht(rij)
      const klad = maakKladbestand(undefined, meest)
      try {
        const regels = verwacht(rij)
        const oordeel = await controleerStroom([bytes], klad)
        expect(oordeel.niveau1.fouten).toEqual([])
        expect(oordeel.niveau2.retourcodes.flatMap((r) => r.regels)).toEqual(regels)
        expect(await controleerStroom([bytes])).toEqual(oordeel)
        for (const id of regels.length === 0 ? ['goed'] : regels) geteld[id] = 1 + (geteld[id] ?? 0)
      } finally {
        klad.sluit()
      }
    }),
    { seed: 1, numRuns: 200 },
  )
  // Elk oordeel kwam vaak genoeg voor.
  expect(Object.entries(geteld).filter(([, aantal]) => aantal < 5)).toEqual([])
})
