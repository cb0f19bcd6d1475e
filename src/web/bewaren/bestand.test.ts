import { describe, expect, it } from 'vitest'
import { herken, leesJson } from '#web/bewaren/bestand.ts'

describe('een bewaard bestand openen', () => {
  it('leest JSON', () => expect(leesJson('a.json', '{"a":1}')).toEqual({ ok: true, value: { a: 1 } }))
  it.each(['', '{', 'geen json', '\u0000'])('weigert %j met wat nu te doen', (tekst) => {
    const r = leesJson('a.json', tekst)
    expect(r.ok).toBe(false)
    if (!r.ok) expect(r.fout[0]?.tekst).toContain('Kies een ander bestand')
  })
  it('herkent de soort en de catalogus', () => {
    expect(herken({ soort: 's', catalogus: 'dorp' }, 's', 'dorp').ok).toBe(true)
    expect(herken({ soort: 'anders', catalogus: 'dorp' }, 's', 'dorp').ok).toBe(false)
    expect(herken([], 's', 'dorp').ok).toBe(false)
    expect(herken(null, 's', 'dorp').ok).toBe(false)
    const r = herken({ soort: 's', catalogus: 'stad' }, 's', 'dorp')
    expect(r.ok || r.fout[0]?.tekst).toContain('stad')
  })
})
