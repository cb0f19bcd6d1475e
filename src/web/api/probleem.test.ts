import { describe, expect, it } from 'vitest'
import { alsProbleem, geenVerbinding, isTijdelijk, leesProbleem, Probleem } from './probleem.ts'

describe('een antwoord met een fout in woorden', () => {
  it('neemt titel, tekst, wat nu en de plekken over van de server', () => {
    const p = leesProbleem(422, {
      title: 'Niet opgeslagen',
      detail: 'De einddatum ligt voor de begindatum.',
      code: 'PERIODE_OMGEKEERD',
      watNu: 'Kies een latere einddatum.',
      fouten: [{ plaats: '/tot', code: 'TE_VROEG', tekst: 'Vul een dag na 1 maart 2026 in.' }, { plaats: '/van' }, null],
      correlatie: 'abc',
    })
    expect(p).toMatchObject({ status: 422, code: 'PERIODE_OMGEKEERD', watNu: 'Kies een latere einddatum.', correlatie: 'abc' })
    expect(p.fouten).toEqual([{ plaats: '/tot', code: 'TE_VROEG', tekst: 'Vul een dag na 1 maart 2026 in.' }])
  })

  it('412 zegt wie, wanneer en hoe het er nu staat, met het teken om opnieuw te bewaren', () => {
    const p = leesProbleem(412, { wie: 'A. de Boer', wanneer: '2026-03-01T13:02:00Z', huidig: { tot: '2026-09-01' } }, '"v7"')
    expect(p).toMatchObject({ wie: 'A. de Boer', wanneer: '2026-03-01T13:02:00Z', huidig: { tot: '2026-09-01' }, etag: '"v7"' })
    expect(p.titel).toBe('Een collega was u voor')
  })

  it.each([
    ['een leeg antwoord', undefined],
    ['een pagina in plaats van gegevens', '<html>'],
    ['vreemde vormen', { title: 3, fouten: 'nee', code: '' }],
  ])('%s krijgt een gewone zin bij de status', (_, lichaam) => {
    const p = leesProbleem(503, lichaam)
    expect(p).toMatchObject({ code: 'HTTP_503', titel: 'Meedoen is even niet beschikbaar', fouten: [] })
    expect(p.tekst).not.toBe('')
  })

  it('een onbekende status wijst naar de beheerder', () => {
    expect(leesProbleem(500, null).watNu).toContain('beheerder')
  })
})

describe('opnieuw proberen', () => {
  it.each([
    [geenVerbinding(), true],
    [leesProbleem(429, null), true],
    [leesProbleem(503, null), true],
    [leesProbleem(403, null), false],
    [leesProbleem(412, null), false],
    [leesProbleem(422, null), false],
  ])('%s: %s', (p, tijdelijk) => expect(isTijdelijk(p)).toBe(tijdelijk))

  it('een fout in de software wordt een probleem, en een probleem blijft hetzelfde', () => {
    const p = leesProbleem(404, null)
    expect(alsProbleem(p)).toBe(p)
    const fout = new TypeError('x is niet te lezen')
    expect(alsProbleem(fout)).toBeInstanceOf(Probleem)
    expect(alsProbleem(fout)).toMatchObject({ code: 'SOFTWAREFOUT', cause: fout })
  })
})
