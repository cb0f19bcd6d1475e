import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { type Toewijsbaar, toewijzingstandVan, vraagtToewijzing } from './toewijzingstand.ts'

const vandaag = '2026-11-25' as Datum
const een = (anders: Partial<Toewijsbaar> = {}): Toewijsbaar => ({
  leveringsvorm: 'zin',
  looptijd: { van: '2026-12-01', tot: '2027-05-31' },
  toewijzingen: [],
  buitenom: null,
  ...anders,
})
const bij = (aanbieder: string, antwoord: 'aangenomen' | 'afgewezen' | null, ingetrokken = false) => ({ aanbieder, antwoord, ingetrokken })

describe('hoe het met de toewijzing van een indicatie staat', () => {
  it.each([
    ['niets gedaan', een(), 'nog_niet', /^Er is nog geen aanbieder/],
    ['onderweg', een({ toewijzingen: [bij('Zorg A', null)] }), 'onderweg', /Zorg A; er is nog geen antwoord/],
    [
      'bij twee aangenomen',
      een({ toewijzingen: [bij('Zorg A', 'aangenomen'), bij('Zorg B', 'aangenomen')] }),
      'toegewezen',
      /Zorg A en Zorg B\.$/,
    ],
    [
      'één van twee afgekeurd vraagt werk',
      een({ toewijzingen: [bij('Zorg A', 'aangenomen'), bij('Zorg A', 'afgewezen')] }),
      'afgewezen',
      /^Zorg A keurde/,
    ],
    ['ingetrokken: weer niet toegewezen', een({ toewijzingen: [bij('Zorg A', 'aangenomen', true)] }), 'nog_niet', /ingetrokken/],
    ['buiten het verkeer', een({ buitenom: 'Zorg C' }), 'buitenom', /Zorg C/],
    ['met een pgb', een({ leveringsvorm: 'pgb' }), 'pgb', /zelf in/],
    ['gisteren afgelopen', een({ looptijd: { van: '2026-01-01', tot: '2026-11-24' } }), 'geldt_niet', /geldt niet meer/],
    ['vandaag de laatste dag', een({ looptijd: { van: '2026-01-01', tot: '2026-11-25' } }), 'nog_niet', /geen aanbieder gekozen/],
    ['geen dag over', een({ looptijd: null }), 'geldt_niet', /geldt niet meer/],
  ] as const)('%s', (_, i, stand, zin) => {
    const gevonden = toewijzingstandVan(i, vandaag)
    expect([gevonden.stand, gevonden.zin]).toEqual([stand, expect.stringMatching(zin)])
  })
  it('vraagt alleen om toewijzen waar dat de volgende stap is', () => {
    expect(['nog_niet', 'geen_contract', 'afgewezen', 'toegewezen', 'pgb', 'buitenom'].map((s) => vraagtToewijzing(s as 'pgb'))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
