import { describe, expect, it } from 'vitest'
import { beginGeschiedenis, doeOpnieuw, draaiTerug, wijzig } from '#web/bewaren/geschiedenis.ts'

describe('geschiedenis van een stand', () => {
  it('een stap is terug te draaien en opnieuw te doen', () => {
    const g = wijzig(wijzig(beginGeschiedenis('a'), 'b'), 'c')
    expect(draaiTerug(g).nu).toBe('b')
    expect(draaiTerug(draaiTerug(g)).nu).toBe('a')
    expect(doeOpnieuw(draaiTerug(g)).nu).toBe('c')
  })
  it('zonder verleden of toekomst verandert er niets', () => {
    const g = beginGeschiedenis('a')
    expect(draaiTerug(g)).toBe(g)
    expect(doeOpnieuw(g)).toBe(g)
  })
  it('letters van één tekst zijn samen één stap', () => {
    let g = wijzig(beginGeschiedenis(''), 'w', 'motivering')
    g = wijzig(g, 'we', 'motivering')
    g = wijzig(g, 'wel', 'motivering')
    expect(draaiTerug(g).nu).toBe('')
  })
  it('na terugdraaien begint een nieuwe stap en vervalt de toekomst', () => {
    const g = wijzig(draaiTerug(wijzig(beginGeschiedenis('a'), 'b')), 'z')
    expect(g.toekomst).toEqual([])
    expect(doeOpnieuw(g).nu).toBe('z')
  })
  it('dezelfde stand is geen stap', () => {
    const g = beginGeschiedenis('a')
    expect(wijzig(g, 'a')).toBe(g)
  })
  it('bewaart niet meer dan tweehonderd stappen', () => {
    let g = beginGeschiedenis(0)
    for (let i = 1; i <= 300; i++) g = wijzig(g, i)
    expect(g.verleden.length).toBe(200)
    expect(g.nu).toBe(300)
  })
})
