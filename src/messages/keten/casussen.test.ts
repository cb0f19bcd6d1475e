/** De vier gepubliceerde casussen en een declaratieketen, als hele wisseling tussen gemeente en aanbieder. */
import { describe, expect, it } from 'vitest'
import { casus1, casus2, casus3, casus4, declaraties, ketens } from './casussen.testhulp.ts'
import { PARTIJEN } from './oefening.testhulp.ts'
import { type Netwerk, RUSTIG, speelKeten, type Stap } from './keten.testhulp.ts'

const gezien = (lijst: readonly string[]): string[] => [...lijst].sort()

describe('op volgorde', () => {
  it.each(ketens)('%s: elk bericht krijgt het verwachte oordeel, en beide kanten weten hetzelfde', async (_, maak, verwacht) => {
    const { gemeente, aanbieder, uitkomsten } = await speelKeten(maak(), RUSTIG)
    expect(gezien(uitkomsten)).toEqual(gezien(verwacht))
    expect(aanbieder.momentopname(PARTIJEN)).toEqual(gemeente.momentopname(PARTIJEN))
  })
  it('casus 1 eindigt met één toewijzing tot het einde van het jaar en één start', async () => {
    const { toewijzingen, starts, stops } = (await speelKeten(casus1(), RUSTIG)).aanbieder.momentopname(PARTIJEN)
    expect(toewijzingen).toMatchObject([{ nummer: 667899, einddatum: '2023-12-31', redenWijziging: '04' }])
    expect([starts.length, stops.length]).toEqual([1, 0])
  })
  it('casus 2 en 3 eindigen met een tijdelijke en een definitieve stop', async () => {
    for (const casus of [casus2, casus3]) {
      const { stops } = (await speelKeten(casus(), RUSTIG)).gemeente.momentopname(PARTIJEN)
      expect(stops.map((s) => (s as { reden: string }).reden)).toEqual(['20', '23'])
    }
  })
  it('casus 4 eindigt met precies één stop, met de goede reden', async () => {
    const { stops } = (await speelKeten(casus4(), RUSTIG)).gemeente.momentopname(PARTIJEN)
    expect(stops).toMatchObject([{ reden: '19', einddatum: '2023-06-17' }])
  })
  it('declareren eindigt met tien uur in januari en twaalf in februari', async () => {
    const { gemeente } = await speelKeten(declaraties(), RUSTIG)
    expect(await gemeente.verbruik(PARTIJEN, [1])).toEqual([{ toewijzing: 1, bedrag: 22 * 6250, perEenheid: { '04': 22 }, openRegels: 2 }])
  })
})

describe('herhaald, verwisseld en verloren', () => {
  const ruw: Netwerk[] = [
    { herhaalt: 0.4, verliest: 0, verwisselt: false, herkent: true },
    { herhaalt: 0.4, verliest: 0, verwisselt: false, herkent: false },
    { herhaalt: 0.3, verliest: 0.3, verwisselt: true, herkent: true },
    // Wie een herhaling niet herkent, kan een verloren antwoord niet opnieuw geven: dan mag er niets kwijtraken.
    { herhaalt: 0.3, verliest: 0, verwisselt: true, herkent: false },
  ]
  it.each(ketens)('%s: hoe de berichten ook lopen, het einde is hetzelfde', async (_, maak) => {
    const rustig = (await speelKeten(maak(), RUSTIG)).gemeente.momentopname(PARTIJEN)
    for (const netwerk of ruw)
      for (let zaad = 1; zaad <= 6; zaad++) {
        const { gemeente, aanbieder } = await speelKeten(maak(), netwerk, zaad)
        expect({ netwerk, zaad, stand: gemeente.momentopname(PARTIJEN) }).toEqual({ netwerk, zaad, stand: rustig })
        expect({ netwerk, zaad, stand: aanbieder.momentopname(PARTIJEN) }).toEqual({ netwerk, zaad, stand: rustig })
      }
  })
  it('alle casussen door elkaar op één paar', async () => {
    const achter = (stappen: Stap[], eerder: number): Stap[] => stappen.map((s) => ({ ...s, na: s.na.map((n) => n + eerder) }))
    // Casus 1 en 4 gebruiken hetzelfde nummer; hier doet alleen casus 1 mee.
    const samen = (): Stap[] => {
      const alle: Stap[] = []
      for (const maak of [casus1, casus2, casus3, declaraties]) alle.push(...achter(maak(), alle.length))
      return alle
    }
    const rustig = (await speelKeten(samen(), RUSTIG)).gemeente.momentopname(PARTIJEN)
    for (let zaad = 1; zaad <= 8; zaad++) {
      const { gemeente, aanbieder } = await speelKeten(samen(), { herhaalt: 0.3, verliest: 0.2, verwisselt: true, herkent: true }, zaad)
      expect(gemeente.momentopname(PARTIJEN)).toEqual(rustig)
      expect(aanbieder.momentopname(PARTIJEN)).toEqual(rustig)
    }
  })
})
