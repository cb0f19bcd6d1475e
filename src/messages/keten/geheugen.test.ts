/** De stand is een verzameling: volgorde en herhaling veranderen niets, en een afgewezen bericht telt niet. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leesBericht } from '../codec.ts'
import { alsGelezen } from './ontvang.ts'
import { feitenUit } from '../iwmo-3-2/keten/omzetten.ts'
import { aangevraagd, gestart, gestopt } from '../voorbeelden.testhulp.ts'
import { bronContract } from './bron-contract.testhulp.ts'
import type { Berichtfeiten } from './feit.ts'
import { maakStand } from './geheugen.ts'
import {
  alsBytes,
  credit,
  declareer,
  maakOefening,
  PARTIJEN,
  regel,
  stuur,
  toewijzing,
  wijsToe,
  type Zending,
} from './oefening.testhulp.ts'

const start = (anders: Partial<ReturnType<typeof gestart>> = {}) =>
  stuur('WMO305', (m) => (m.Client.StartProducten.StartProduct = [{ ...gestart(), ...anders }]))
const stop = (anders: Partial<ReturnType<typeof gestopt>> = {}) =>
  stuur('WMO307', (m) => (m.Client.StopProducten.StopProduct = [{ ...gestopt(), ...anders }]))
const antwoord = (ReferentieAanbieder: string, VerzoekAntwoord: '1' | '2') =>
  stuur(
    'WMO319',
    (m) =>
      (m.Antwoord = { ReferentieAanbieder, VerzoekAntwoord, ...(VerzoekAntwoord === '1' ? { RedenAfwijzingVerzoek: '2' as const } : {}) }),
  )

/** Een verloop met van alles wat, met de feiten van elk bericht en elk antwoord. */
async function verloop(): Promise<Berichtfeiten[]> {
  const oefening = maakOefening()
  const feiten: Berichtfeiten[] = []
  const stappen: Zending[] = [
    wijsToe(),
    wijsToe({ Toewijzingsdatum: '2026-02-01', Einddatum: '2026-06-30', RedenWijziging: '05' }),
    wijsToe({ Toewijzingsdatum: '2026-02-01', Toewijzingstijd: '09:30:01', Einddatum: '2026-09-30', RedenWijziging: '04' }),
    start(),
    start({ StatusAanlevering: '3' }),
    start({ Begindatum: '2026-01-06' }),
    start({ Begindatum: '2026-01-07' }),
    stop({ Begindatum: '2026-01-06', RedenBeeindiging: '20' }),
    stuur('WMO315', (m) => (m.Client.AangevraagdeProducten.AangevraagdProduct = [aangevraagd('V-1')])),
    antwoord('V-1', '2'),
    antwoord('V-1', '1'),
    declareer('D1', [regel('R1'), regel('R2', { ProductCode: '02A09', GeleverdVolume: 1 })]),
    declareer('D2', [credit('C1', regel('R1')), regel('R3', { GeleverdVolume: 9 })]),
    declareer('D1', [regel('R4')]),
  ]
  for (const zending of stappen) {
    const uitkomst = await oefening.verwerk(zending)
    if ('feiten' in uitkomst) feiten.push(...uitkomst.feiten)
  }
  return feiten
}
const standVan = (feiten: readonly Berichtfeiten[]) => {
  const stand = maakStand()
  for (const f of feiten) stand.neem(f)
  return stand.momentopname(PARTIJEN)
}

describe('stand', () => {
  it('is voor elke volgorde en elke herhaling van dezelfde berichten gelijk', async () => {
    const feiten = await verloop()
    const gewoon = standVan(feiten)
    expect(gewoon).toMatchObject({
      toewijzingen: [{ einddatum: '2026-09-30' }],
      starts: [{ begindatum: '2026-01-06' }],
      stops: [{ reden: '20' }],
      verzoeken: [{ antwoorden: ['1', '2'] }],
      declaraties: [{ nummer: 'D1' }, { nummer: 'D2' }],
    })
    expect(gewoon.prestaties.map((p) => `${p.referentie} ${p.status}`).sort()).toEqual([
      'C1 toegekend',
      'R1 toegekend',
      'R2 afgewezen',
      'R3 toegekend',
    ])
    const plekken = fc.shuffledSubarray(
      feiten.map((_, i) => i),
      { minLength: feiten.length },
    )
    fc.assert(
      fc.property(plekken, fc.array(fc.nat(feiten.length - 1), { maxLength: 20 }), (volgorde, nogmaals) => {
        const gekozen = [...volgorde.slice(0, 5), ...nogmaals, ...volgorde.slice(5), ...nogmaals]
        expect(standVan(gekozen.map((i) => feiten[i] as Berichtfeiten))).toEqual(gewoon)
      }),
      { seed: 51, numRuns: 200 },
    )
  })

  it('laat een bericht vallen zodra de andere kant het afwijst', async () => {
    const gemeente = maakOefening()
    const aanbieder = maakOefening({ rol: 'aanbieder', contract: [] })
    const zending = wijsToe()
    await gemeente.verwerk(zending)
    expect(gemeente.stand.momentopname(PARTIJEN).toewijzingen).toHaveLength(1)
    const uitkomst = await aanbieder.verwerk(zending)
    if (uitkomst.soort !== 'beoordeeld' || uitkomst.retour === null) throw new Error(uitkomst.soort)
    expect(uitkomst.retourcodes).toMatchObject([{ code: 'S329' }])
    const gelezen = leesBericht(alsBytes(uitkomst.retour.naam, uitkomst.retour.waarde))
    if (!gelezen.ok) throw new Error('onleesbaar')
    gemeente.stand.neem(feitenUit(gelezen.value))
    expect(gemeente.stand.momentopname(PARTIJEN).toewijzingen).toEqual([])
    expect(feitenUit(gelezen.value)).toEqual(feitenUit(alsGelezen(uitkomst.retour)))
  })

  it('houdt van twee starts met dezelfde sleutel degene die niet is weggehaald', async () => {
    const oefening = maakOefening()
    const anders = { ToewijzingIngangsdatum: '2026-01-02' }
    for (const zending of [wijsToe(), start(anders), start({ ...anders, StatusAanlevering: '3' }), start()]) await oefening.verwerk(zending)
    expect(oefening.stand.momentopname(PARTIJEN).starts).toMatchObject([{ toewijzingIngangsdatum: '2026-01-01' }])
  })

  it('ziet van een andere aanbieder alleen dat het toewijzingsnummer bezet is', async () => {
    const oefening = maakOefening()
    await oefening.verwerk(wijsToe())
    const ander = { ...PARTIJEN, aanbieder: '12345678' }
    expect(await oefening.stand.toewijzingen(ander, [1])).toMatchObject([{ aanbieder: PARTIJEN.aanbieder }])
    expect(await oefening.stand.toewijzingenVan(ander, ['999990019'])).toEqual([])
    expect(oefening.stand.momentopname(ander)).toEqual({
      toewijzingen: [],
      starts: [],
      stops: [],
      verzoeken: [],
      declaraties: [],
      prestaties: [],
    })
  })
})

bronContract((buiten) => maakStand(buiten))

describe('versies', () => {
  it.each([
    ['latere datum', { Toewijzingsdatum: '2026-02-02', Toewijzingstijd: '00:00:00' }],
    ['zelfde datum, latere tijd', { Toewijzingsdatum: '2026-02-01', Toewijzingstijd: '09:30:00.5' }],
  ])('een %s geldt, in welke volgorde zij ook komen', async (_, stempel) => {
    const oud = { Toewijzingsdatum: '2026-02-01', Toewijzingstijd: '09:30:00', Einddatum: '2026-06-30' }
    for (const volgorde of [
      [oud, { ...stempel, Einddatum: '2026-09-30' }],
      [{ ...stempel, Einddatum: '2026-09-30' }, oud],
    ]) {
      const oefening = maakOefening({ rol: 'aanbieder' })
      for (const versie of volgorde) await oefening.verwerk(wijsToe(versie))
      expect(oefening.stand.momentopname(PARTIJEN).toewijzingen).toMatchObject([{ einddatum: '2026-09-30' }])
    }
    expect(toewijzing(oud).Einddatum).toBe('2026-06-30')
  })
})
