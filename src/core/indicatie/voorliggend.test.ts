import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { andereWet, eenCatalogus } from './verzonnen-catalogus.testhulp.ts'
import { geenWlz, leesWlz, toetsVoorliggend, type Wlz } from './voorliggend.ts'

const d = (tekst: string) => tekst as Datum
const regel = andereWet
const lezingen = ['blokkeren', 'waarschuwen', 'geen'].map((waarde) => ({ waarde, tekst: waarde }))
const catalogus = eenCatalogus({
  voorliggend: [regel],
  instellingen: { andereWet: { amb: 'X-AMB-01', titel: 'x', eisen: [], standaard: 'blokkeren', lezingen, werkt: [] } },
})
const wlz = (delen: Partial<Wlz>): Wlz => ({ ...geenWlz, ...delen })
const vanafMei = wlz({ toegekend: { van: d('2026-05-01') } })
const toets = (stand: Wlz, delen: { product?: string; van?: string; tot?: string; grond?: string | null; lezing?: string } = {}) =>
  toetsVoorliggend(catalogus, delen.lezing ? { instellingen: { andereWet: delen.lezing } } : {}, stand, {
    product: delen.product ?? 'TUIN',
    periode: { van: d(delen.van ?? '2026-06-01'), ...(delen.tot && { tot: d(delen.tot) }) },
    grond: delen.grond ?? null,
  })

describe('A-IND-06 de Wlz gaat voor op de Wmo', () => {
  it('A-IND-06 goed: een bekende Wlz-indicatie vanaf 1 mei weigert een indicatie per 1 juni', () => {
    expect(toets(vanafMei).weigering).toMatchObject({
      code: 'WLZ_VOORLIGGEND',
      eis: 'X-AW-01',
      tekst: 'De inwoner heeft een Wlz-indicatie vanaf 1 mei 2026. De andere wet gaat voor.',
    })
  })
  it('A-IND-06 fout: zij komt er nooit stil, ook niet als de gemeente alleen waarschuwt', () => {
    const { weigering, teMotiveren } = toets(vanafMei, { lezing: 'waarschuwen' })
    expect([weigering, teMotiveren.map((m) => m.bron)]).toEqual([null, ['voorliggend']])
  })
  it.each<[string, Wlz, Parameters<typeof toets>[1], 'weigert' | 'motiveert' | 'niets']>([
    ['de dag ervoor klaar', vanafMei, { van: '2026-01-01', tot: '2026-04-30' }, 'niets'],
    ['één gemeenschappelijke dag', vanafMei, { van: '2026-01-01', tot: '2026-05-01' }, 'weigert'],
    ['een ander product', vanafMei, { product: 'ZANG' }, 'niets'],
    ['lezing zonder regel', vanafMei, { lezing: 'geen' }, 'niets'],
    ['na het einde van de Wlz', wlz({ toegekend: { van: d('2026-01-01'), tot: d('2026-05-31') } }), {}, 'niets'],
    ['op de laatste dag van de Wlz', wlz({ toegekend: { van: d('2026-01-01'), tot: d('2026-06-01') } }), {}, 'weigert'],
    ['advies op de grond, geen besluit: overbrugging', geenWlz, { grond: 'ANDERE_WET' }, 'motiveert'],
    ['advies op de grond, aangevraagd: overbrugging', wlz({ aangevraagdOp: d('2026-04-01') }), { grond: 'ANDERE_WET' }, 'motiveert'],
    ['advies op de grond, toegekend: geen overbrugging meer', vanafMei, { grond: 'ANDERE_WET' }, 'weigert'],
    ['advies op de grond, afgewezen', wlz({ afgewezenOp: d('2026-04-01') }), { grond: 'ANDERE_WET' }, 'niets'],
    [
      'na een afwijzing opnieuw aangevraagd: weer overbrugging',
      wlz({ afgewezenOp: d('2026-04-01'), aangevraagdOp: d('2026-05-01') }),
      { grond: 'ANDERE_WET' },
      'motiveert',
    ],
    ['advies op een andere grond', geenWlz, { grond: 'IETS_ANDERS' }, 'niets'],
  ])('%s', (_, stand, voorstel, uitkomst) => {
    const { weigering, teMotiveren } = toets(stand, voorstel)
    expect(weigering ? 'weigert' : teMotiveren.length > 0 ? 'motiveert' : 'niets').toBe(uitkomst)
  })
  it.each([
    ['begint zij eerder, dan kan zij eerder eindigen', vanafMei, '2026-02-01', 'Laat de indicatie uiterlijk op 30 april 2026 eindigen.'],
    [
      'loopt de Wlz af, dan erna',
      wlz({ toegekend: { van: d('2026-01-01'), tot: d('2026-08-31') } }),
      '2026-06-01',
      'Begin op 1 september 2026 of later, na de Wlz-indicatie.',
    ],
    [
      'anders is er een andere weg',
      vanafMei,
      '2026-06-01',
      'Help de inwoner de hulp uit de Wlz te regelen. Klopt het Wlz-besluit niet, verbeter het dan bij de zaak.',
    ],
  ])('%s', (_, stand, van, watNu) => {
    expect(toets(stand, { van }).weigering?.watNu).toBe(watNu)
  })
  it('noemt bij overbrugging de dag van de aanvraag, of vraagt ernaar', () => {
    expect(toets(wlz({ aangevraagdOp: d('2026-04-01') }), { grond: 'ANDERE_WET' }).teMotiveren[0]?.tekst).toContain(
      'aangevraagd op 1 april 2026',
    )
    expect(toets(geenWlz, { grond: 'ANDERE_WET' }).teMotiveren[0]?.tekst).toContain('waarom dat nog niet is gebeurd')
  })
})

describe('leesWlz', () => {
  let nummer = 0
  const feit = (datum: string, stand: string, gegevens: object = {}, vervangt: string | null = null): Gebeurtenis => ({
    id: `0190000${++nummer}`,
    soort: 'wlz_vastgelegd',
    datum: d(datum),
    gegevens: { stand, van: null, tot: null, ...gegevens },
    vervangt,
  })
  const eerst = feit('2026-03-01', 'toegekend')
  it.each<[string, Gebeurtenis[], Partial<Wlz>]>([
    ['niets vastgelegd', [], {}],
    ['aangevraagd', [feit('2026-03-01', 'aangevraagd')], { aangevraagdOp: d('2026-03-01') }],
    ['toegekend zonder ingangsdatum telt vanaf het besluit', [eerst], { toegekend: { van: d('2026-03-01') } }],
    [
      'toegekend met periode, na een aanvraag',
      [feit('2026-03-01', 'aangevraagd'), feit('2026-04-01', 'toegekend', { van: '2026-05-01', tot: '2027-04-30' })],
      { toegekend: { van: d('2026-05-01'), tot: d('2027-04-30') } },
    ],
    ['afgewezen', [feit('2026-03-01', 'aangevraagd'), feit('2026-04-01', 'afgewezen')], { afgewezenOp: d('2026-04-01') }],
    [
      'opnieuw aangevraagd na een afwijzing',
      [feit('2026-03-01', 'afgewezen'), feit('2026-06-01', 'aangevraagd')],
      { afgewezenOp: d('2026-03-01'), aangevraagdOp: d('2026-06-01') },
    ],
    ['verbeterd: het oude telt niet', [eerst, feit('2026-03-02', 'afgewezen', {}, eerst.id)], { afgewezenOp: d('2026-03-02') }],
  ])('%s', (_, feiten, stand) => {
    expect(leesWlz(feiten)).toEqual(wlz(stand))
  })
})
