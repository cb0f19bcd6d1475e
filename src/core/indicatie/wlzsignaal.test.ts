import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { idVan } from '#core/dossier/gebeurtenis.testhulp.ts'
import { andereWet, eenCatalogus, eenInstelling } from './verzonnen-catalogus.testhulp.ts'
import { type LopendeHulp, wlzsignalen } from './wlzsignaal.ts'

const d = (tekst: string) => tekst as Datum
const metWeken = (weken?: number) =>
  eenCatalogus({
    voorliggend: [andereWet],
    instellingen: {
      andereWet: eenInstelling('blokkeren', [], ['waarschuwen', 'geen']),
      ...(weken !== undefined && { wlzOverbruggingHerinnerenNaWeken: eenInstelling(weken) }),
    },
  })
const catalogus = metWeken()
/** De indicatie is het tiende wat is vastgelegd. */
const hulp = (delen: Partial<LopendeHulp> = {}): LopendeHulp => ({
  id: idVan(10),
  product: 'TUIN',
  periode: { van: d('2026-01-01') },
  gemotiveerd: false,
  ...delen,
})
const feit = (
  nummer: number,
  stand: string,
  datum: string,
  delen: Record<string, Json> = {},
  vervangt: number | null = null,
): Gebeurtenis => ({
  id: idVan(nummer),
  soort: 'wlz_vastgelegd',
  datum: d(datum),
  gegevens: { stand, ...delen } as Gebeurtenis['gegevens'],
  vervangt: vervangt === null ? null : idVan(vervangt),
})
const soorten = (feiten: Gebeurtenis[], h: LopendeHulp[], vandaag = '2026-06-01', keuze: Json = 'blokkeren', c = catalogus) =>
  wlzsignalen(c, { instellingen: { andereWet: keuze } }, feiten, h, d(vandaag)).map((s) => `${s.soort} ${s.sinds}`)

describe('A-IND-06 hulp die loopt en een Wlz-indicatie', () => {
  const toegekend = feit(11, 'toegekend', '2026-05-20', { van: '2026-05-01' })
  it.each<[string, Gebeurtenis[], Partial<LopendeHulp>, string[]]>([
    ['hulp die doorloopt', [toegekend], {}, ['naast_wlz 2026-05-01']],
    ['hulp die later begint', [toegekend], { periode: { van: d('2026-07-01') } }, ['naast_wlz 2026-07-01']],
    ['hulp die ervoor eindigt', [toegekend], { periode: { van: d('2026-01-01'), tot: d('2026-04-30') } }, []],
    ['hulp die voorbij is', [toegekend], { periode: { van: d('2026-01-01'), tot: d('2026-05-31') } }, []],
    ['hulp waar de regel niet over gaat', [toegekend], { product: 'ANDERS' }, []],
    ['hulp die na het besluit met motivering is vastgesteld', [feit(9, 'toegekend', '2026-05-20')], { gemotiveerd: true }, []],
    ['een aanvraag alleen', [feit(11, 'aangevraagd', '2026-05-20')], {}, []],
    ['een afwijzing', [toegekend, feit(12, 'afgewezen', '2026-05-25')], {}, []],
    ['een vergissing die verviel', [toegekend, { ...feit(12, '', '2026-05-21', {}, 11), soort: 'vervallen' }], {}, []],
    [
      'een verbeterd besluit',
      [feit(9, 'toegekend', '2027-01-01'), feit(12, 'toegekend', '2026-05-20', {}, 9)],
      {},
      ['naast_wlz 2026-05-20'],
    ],
    ['een Wlz-indicatie die al eindigde', [feit(11, 'toegekend', '2025-05-20', { tot: '2025-12-31' })], {}, []],
  ])('%s', (_, feiten, delen, verwacht) => expect(soorten(feiten, [hulp(delen)])).toEqual(verwacht))

  it('zegt wat er aan de hand is en wat te doen', () => {
    const [signaal] = wlzsignalen(catalogus, {}, [toegekend], [hulp()], d('2026-06-01'))
    expect(signaal).toMatchObject({
      eis: 'X-AW-01',
      tekst: expect.stringMatching(/loopt door naast de Wlz-indicatie vanaf 1 mei 2026\. De andere wet gaat voor\.$/),
      watNu: expect.stringContaining('Niets stopt vanzelf'),
    })
  })

  it('wie de regel uitzet, krijgt geen signaal; wie alleen waarschuwt wel', () => {
    expect(soorten([toegekend], [hulp()], '2026-06-01', 'geen')).toEqual([])
    expect(soorten([toegekend], [hulp()], '2026-06-01', 'waarschuwen')).toHaveLength(1)
  })
})

describe('A-IND-06 een overbrugging wacht op het besluit', () => {
  const overbrugging = hulp({ gemotiveerd: true })
  it.each<[string, Gebeurtenis[], string, string[]]>([
    ['de dag voor twaalf weken', [], '2026-03-25', []],
    ['op twaalf weken', [], '2026-03-26', ['overbrugging_wacht 2026-03-26']],
    ['met een aanvraag', [feit(9, 'aangevraagd', '2026-01-02')], '2026-06-01', ['overbrugging_wacht 2026-03-26']],
    ['na een afwijzing', [feit(11, 'afgewezen', '2026-02-01')], '2026-06-01', []],
    [
      'opnieuw aangevraagd',
      [feit(11, 'afgewezen', '2026-02-01'), feit(12, 'aangevraagd', '2026-03-01')],
      '2026-06-01',
      ['overbrugging_wacht 2026-03-26'],
    ],
    ['na een toekenning', [feit(11, 'toegekend', '2026-02-01')], '2026-06-01', ['naast_wlz 2026-02-01']],
  ])('%s', (_, feiten, vandaag, verwacht) => expect(soorten(feiten, [overbrugging], vandaag)).toEqual(verwacht))

  it('zonder motivering op die grond is het geen overbrugging', () => expect(soorten([], [hulp()], '2026-06-01')).toEqual([]))
  it('de gemeente kiest na hoeveel weken', () =>
    expect(soorten([], [overbrugging], '2026-06-01', 'blokkeren', metWeken(4))).toEqual(['overbrugging_wacht 2026-01-29']))
})
