import { describe, expect, it } from 'vitest'
import { dagInWoorden, hoogste, naarDagbeeld } from './verkeer.ts'

const dagen = naarDagbeeld([
  { dag: '2026-11-20', tellingen: [] },
  {
    dag: '2026-11-21',
    tellingen: [
      { richting: 'in', stand: 'aangenomen', aantal: 10 },
      { richting: 'in', stand: 'afgekeurd', aantal: 1 },
      { richting: 'in', stand: 'schemafout', aantal: 1 },
      { richting: 'uit', stand: 'wacht_op_antwoord', aantal: 1 },
      { richting: 'uit', stand: 'verzonden', aantal: 7 },
    ],
  },
])

describe('het verkeer per dag', () => {
  it('telt per richting wat goed is, wacht en mis is', () => {
    expect(dagen[1]).toEqual({ dag: '2026-11-21', in: { goed: 10, wacht: 0, mis: 2 }, uit: { goed: 7, wacht: 1, mis: 0 } })
  })
  it('zegt het ook in woorden', () => {
    expect(dagen.map(dagInWoorden)).toEqual(['0 ontvangen; 0 verstuurd', '12 ontvangen, waarvan 2 mis; 8 verstuurd, waarvan 1 wacht'])
  })
  it('de schaal past om de hoogste stapel, en een leeg beeld kan ook', () => {
    expect(hoogste(dagen)).toBe(12)
    expect(hoogste(dagen.slice(0, 1))).toBe(1)
  })
})
