import { expect, it } from 'vitest'
import { vanMs } from '#core/base/tijdstip.ts'
import { type Dossierband, relatiesVan } from './relatie.ts'

const nu = vanMs(1_800_000_000_000)
const later = vanMs(1_800_000_000_001)
const actor = { gemeente: '9901', medewerker: 'm1', team: 'noord' }
const eenBand = (anders: Partial<Dossierband> = {}): Dossierband => ({
  gemeente: '9901',
  team: null,
  behandelaars: [],
  zaakteams: [],
  noodTot: null,
  ...anders,
})

it.each<[string, Partial<Dossierband>, string[]]>([
  ['niets bijzonders', {}, ['gemeente']],
  ['behandelaar', { behandelaars: ['m2', 'm1'] }, ['eigen', 'gemeente']],
  ['zelfde team', { team: 'noord' }, ['team', 'gemeente']],
  ['ander team', { team: 'zuid' }, ['gemeente']],
  ['ander team, met een open zaak bij het eigen team', { team: 'zuid', zaakteams: ['oost', 'noord'] }, ['team', 'gemeente']],
  ['noodtoegang die nog een milliseconde geldt', { noodTot: later }, ['gemeente', 'nood']],
  ['noodtoegang die nu afloopt', { noodTot: nu }, ['gemeente']],
  ['alles', { team: 'noord', behandelaars: ['m1'], noodTot: later }, ['eigen', 'team', 'gemeente', 'nood']],
  ['andere gemeente', { gemeente: '9902', team: 'noord', behandelaars: ['m1'], noodTot: later }, []],
])('%s', (_, band, verwacht) => expect(relatiesVan(actor, eenBand(band), nu)).toEqual(verwacht))

it('geen team is geen team, ook niet van een inwoner zonder team', () => {
  expect(relatiesVan({ ...actor, team: null }, eenBand(), nu)).toEqual(['gemeente'])
  expect(relatiesVan({ ...actor, team: null }, eenBand({ zaakteams: ['noord'] }), nu)).toEqual(['gemeente'])
})
