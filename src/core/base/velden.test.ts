import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Datum } from './datum.ts'
import type { Invoerfout, Result } from './result.ts'
import {
  alinea,
  anders,
  blok,
  datum,
  datumTotEnMet,
  jaNee,
  keuze,
  type Lezer,
  leesGegeven,
  leesVelden,
  lijst,
  mag,
  moet,
  regel,
  uuid,
} from './velden.ts'

const codes = (r: Result<unknown, Invoerfout[]>) => (r.ok ? r.value : r.fout.map(({ code, plaats }) => `${plaats} ${code}`))
const lezers = {
  naam: moet(regel(10), 'Vul de naam in.'),
  noot: mag(alinea(20)),
  kleur: anders(keuze({ rood: 1, groen: 1 }), 'rood'),
  sinds: mag(datumTotEnMet('2026-11-09' as Datum)),
  dieper: mag(blok({ geheim: jaNee })),
}

describe('leesVelden', () => {
  it.each<[string, unknown, unknown]>([
    ['alles leeg behalve wat moet', { naam: 'Jo' }, { naam: 'Jo', noot: null, kleur: 'rood', sinds: null, dieper: null }],
    ['spaties weg', { naam: '  Jo   An ', noot: ' ' }, { naam: 'Jo An', noot: null, kleur: 'rood', sinds: null, dieper: null }],
    ['wat moet ontbreekt', {}, ['/naam VELD_ONTBREEKT']],
    ['wat moet is leeg', { naam: ' \n ' }, ['/naam VELD_ONTBREEKT']],
    ['geen blok', [], [' INVOER_ONGELDIG']],
    ['onbekend veld', { naam: 'Jo', naan: 'Jo' }, ['/naan VELD_ONBEKEND']],
    [
      'alle fouten tegelijk',
      { naam: 7, kleur: 'blauw', dieper: { geheim: 'ja' } },
      ['/naam TEKST_ONGELDIG', '/kleur KEUZE_ONBEKEND', '/dieper/geheim JANEE_ONGELDIG'],
    ],
    ['te lang', { naam: 'elf tekens!' }, ['/naam TEKST_TE_LANG']],
    ['nul-teken', { naam: 'a\u0000b' }, ['/naam TEKST_TEKENS']],
    ['omgekeerde leesrichting', { naam: 'a\u202eb' }, ['/naam TEKST_TEKENS']],
    ['losse helft van een teken', { naam: 'a\ud800' }, ['/naam TEKST_TEKENS']],
    ['morgen', { naam: 'Jo', sinds: '2026-11-10' }, ['/sinds DATUM_TOEKOMST']],
    ['geen dag', { naam: 'Jo', sinds: '2026-11-31' }, ['/sinds DATUM_ONGELDIG']],
    ['geërfde naam is geen keuze', { naam: 'Jo', kleur: 'toString' }, ['/kleur KEUZE_ONBEKEND']],
  ])('%s', (_, ruw, verwacht) => expect(codes(leesVelden(lezers, ruw))).toEqual(verwacht))

  it('wijst naar de plek binnen een groter geheel', () => {
    expect(codes(leesVelden({ rijen: lijst(blok({ id: uuid }), 2) }, { rijen: [{ id: 'x' }] }, '/a'))).toEqual([
      '/a/rijen/0/id ID_ONGELDIG',
    ])
    expect(codes(leesVelden({ rijen: lijst(uuid, 1) }, { rijen: ['x', 'y'] }))).toEqual(['/rijen LIJST_TE_LANG'])
    expect(codes(leesVelden({ rijen: lijst(uuid, 1) }, { rijen: 'x' }))).toEqual(['/rijen LIJST_ONGELDIG'])
  })

  it('bewaart witregels in een alinea en niet in een regel', () => {
    const r = leesVelden({ a: alinea(20), b: regel(20) }, { a: 'een\r\n\r\ntwee', b: 'een\r\ntwee' })
    expect(r).toEqual({ ok: true, value: { a: 'een\n\ntwee', b: 'een twee' } })
  })
})

describe('leesGegeven', () => {
  it.each<[string, unknown, unknown]>([
    ['niets', {}, {}],
    ['één veld', { noot: 'x' }, { noot: 'x' }],
    ['leeg maken', { noot: null }, { noot: null }],
    ['leeg maken wat moet', { naam: null }, ['/naam VELD_ONTBREEKT']],
    ['onbekend veld', { maan: 1 }, ['/maan VELD_ONBEKEND']],
  ])('%s', (_, ruw, verwacht) => expect(codes(leesGegeven(lezers, ruw))).toEqual(verwacht))

  it('noemt bij een onbekend veld alle velden die kunnen', () => {
    const r = leesGegeven(lezers, { maan: 1 })
    expect(r.ok ? '' : r.fout[0]?.tekst).toContain('naam, noot, kleur, sinds, dieper')
  })
})

it('valt nooit om en herhaalt nooit wat er stond', () => {
  const alle: Lezer<unknown>[] = [regel(5), alinea(5), datum, uuid, jaNee, keuze({ a: 1 }), lijst(regel(5), 3), blok({ a: uuid })]
  const waarde = fc.oneof(fc.anything(), fc.constant('999990019'))
  fc.assert(
    fc.property(fc.constantFrom(...alle), waarde, (lezer, ruw) => {
      const r = lezer(ruw, '/x')
      if (r.ok) return
      expect(r.fout.length).toBeGreaterThan(0)
      for (const f of r.fout) expect(f.tekst).not.toContain('999990019')
    }),
    { seed: 4, numRuns: 2000 },
  )
})
