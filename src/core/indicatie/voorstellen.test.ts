import { describe, expect, it } from 'vitest'
import { maakStapelingstoets } from './stapeling.ts'
import { eenCatalogus, eenIndicatie } from './verzonnen-catalogus.testhulp.ts'
import { verschuif, voorstellen } from './voorstellen.ts'

describe('voorstellen', () => {
  const tuin = (van: string, tot?: string, delen = {}) => eenIndicatie('TUIN', van, tot, delen)
  const keuken = (van: string, tot?: string, delen = {}) => eenIndicatie('KEUKEN', van, tot, delen)

  const opties = (indicaties: ReturnType<typeof tuin>[]) => {
    const catalogus = eenCatalogus()
    const toets = maakStapelingstoets(catalogus, {})
    return toets.botsingen(indicaties).map((botsing) => voorstellen(catalogus, botsing))
  }

  it('geeft de twee uitwegen als gegevens', () => {
    const [twee] = opties([tuin('2026-01-01', '2026-06-30'), keuken('2026-06-01', '2026-12-31', { nieuw: true })])
    expect(twee).toMatchObject([
      {
        soort: 'later_beginnen',
        tekst: 'Begin op 1 juli 2026',
        datum: '2026-07-01',
        wordt: { product: 'KEUKEN', van: '2026-07-01', tot: '2026-12-31' },
      },
      {
        soort: 'eerder_stoppen',
        tekst: 'Stop Hulp in de tuin op 31 mei 2026',
        datum: '2026-05-31',
        wordt: { product: 'TUIN', tot: '2026-05-31' },
      },
    ])
  })

  it('laat weg wat niet kan', () => {
    expect(opties([tuin('2026-01-01'), keuken('2026-01-01')])).toEqual([[]])
    expect(opties([tuin('2026-01-01'), keuken('2026-02-01')])).toMatchObject([[{ soort: 'eerder_stoppen', datum: '2026-01-31' }]])
  })

  it('houdt de lengte als de nieuwe begindag na het einde ligt', () => {
    expect(verschuif(tuin('2026-01-01', '2026-01-10'), keuken('2026-02-01').van)).toMatchObject({ van: '2026-02-01', tot: '2026-02-10' })
    expect(verschuif(tuin('2026-01-01', '2026-12-31'), keuken('2199-12-01').van).tot).toBe('2199-12-31')
  })
})
