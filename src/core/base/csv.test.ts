import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maakCsvlezer } from './csv.ts'

/** Leest in stukken van deze lengte. */
function lees(tekst: string, stap = tekst.length || 1, scheiding?: string) {
  const lezer = maakCsvlezer(scheiding)
  const regels = []
  for (let i = 0; i < tekst.length; i += stap) regels.push(...lezer.lees(tekst.slice(i, i + stap)))
  const einde = lezer.einde()
  return { regels: [...regels, ...einde.regels].map((r) => [r.nummer, ...r.velden]), open: einde.open }
}

describe('csv lezen', () => {
  it.each<[string, string, (string | number)[][]]>([
    [
      'puntkomma',
      'a;b\n1;2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'komma',
      'a,b\n1,"x;y"',
      [
        [1, 'a', 'b'],
        [2, '1', 'x;y'],
      ],
    ],
    [
      'Windows, met BOM',
      '\ufeffa;b\r\n1;2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'lege regels tellen mee voor het nummer',
      'a;b\n\n1;2',
      [
        [1, 'a', 'b'],
        [3, '1', '2'],
      ],
    ],
    [
      'aanhaling binnen aanhaling',
      'a;b\n"zeg ""ja""";2',
      [
        [1, 'a', 'b'],
        [2, 'zeg "ja"', '2'],
      ],
    ],
    [
      'een regeleinde in een veld',
      'a;b\n"x\ny";2\n3;4',
      [
        [1, 'a', 'b'],
        [2, 'x\ny', '2'],
        [4, '3', '4'],
      ],
    ],
    ['niets', '', []],
  ])('%s', (_, tekst, verwacht) => expect(lees(tekst)).toEqual({ regels: verwacht, open: null }))

  it('zegt op welke regel een aanhalingsteken open bleef', () => expect(lees('a;b\n1;2\n"x;y\n3;4').open).toBe(3))

  it('houdt op met verzamelen als een regel geen regel meer kan zijn', () => {
    const gelezen = lees(`a;b\n"${'x;y\n'.repeat(400_000)}`, 65_536)
    expect(gelezen).toEqual({ regels: [[1, 'a', 'b']], open: 2 })
  })

  it('geeft hetzelfde, hoe het ook in stukken binnenkomt', () => {
    const veld = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\n', '\r\n', ' ', '1'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(veld, veld), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 7 }), (rijen, stap) => {
        const tekst = ['kop;twee', ...rijen.map((r) => r.map((v) => `"${v.replaceAll('"', '""')}"`).join(';'))].join('\n')
        const heel = lees(tekst)
        expect(lees(tekst, stap)).toEqual(heel)
        expect(heel.regels.slice(1).map((r) => r.slice(1))).toEqual(rijen)
      }),
      { seed: 16 },
    )
  })
})
