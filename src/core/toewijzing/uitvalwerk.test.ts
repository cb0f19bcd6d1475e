import { describe, expect, it } from 'vitest'
import { type Stap, type Stapsoort, type Uitvalstand, zetStap } from './uitvalwerk.ts'

const open: Uitvalstand = { stand: 'open', behandelaar: null }
const van = (wie: string): Uitvalstand => ({ stand: 'open', behandelaar: wie })
const klaar: Uitvalstand = { stand: 'klaar', behandelaar: 'ik' }
const stap = (soort: Stapsoort, anders: Partial<Stap> = {}): Stap => ({ soort, naar: null, toelichting: null, ...anders })

describe('een stap aan uitval', () => {
  it.each([
    ['oppakken', open, stap('opgepakt'), van('ik')],
    ['overnemen van een collega', van('zij'), stap('opgepakt'), van('ik')],
    ['geven aan een collega', van('ik'), stap('overgedragen', { naar: 'zij' }), van('zij')],
    ['terugleggen', van('ik'), stap('losgelaten'), open],
    ['afhandelen, ook zonder eerst op te pakken', open, stap('gesloten', { toelichting: 'Gebeld.' }), { ...open, stand: 'klaar' as const }],
    ['heropenen houdt de behandelaar', klaar, stap('heropend'), van('ik')],
    ['een opmerking verandert niets', klaar, stap('opmerking', { toelichting: 'Zie ook gisteren.' }), klaar],
  ])('%s', (_, nu, s, dan) => expect(zetStap(nu, s, 'ik')).toEqual({ ok: true, value: dan }))

  it.each([
    ['oppakken wat van mij is', van('ik'), stap('opgepakt'), 'UITVAL_AL_VAN', ''],
    ['geven aan niemand', open, stap('overgedragen'), 'COLLEGA_ONTBREEKT', '/naar'],
    ['geven aan wie het al heeft', van('zij'), stap('overgedragen', { naar: 'zij' }), 'UITVAL_AL_VAN', '/naar'],
    ['terugleggen wat niemand heeft', open, stap('losgelaten'), 'UITVAL_AL_VAN', ''],
    ['afhandelen zonder toelichting', open, stap('gesloten'), 'TOELICHTING_ONTBREEKT', '/toelichting'],
    ['een lege opmerking', open, stap('opmerking'), 'TOELICHTING_ONTBREEKT', '/toelichting'],
    ['heropenen wat open staat', open, stap('heropend'), 'UITVAL_NOG_OPEN', ''],
    ['oppakken wat klaar is', klaar, stap('opgepakt'), 'UITVAL_AL_KLAAR', ''],
    ['nog eens afhandelen', klaar, stap('gesloten', { toelichting: 'x' }), 'UITVAL_AL_KLAAR', ''],
  ])('niet: %s', (_, nu, s, code, plaats) => expect(zetStap(nu, s, 'ik')).toMatchObject({ ok: false, fout: { code, plaats } }))
})
