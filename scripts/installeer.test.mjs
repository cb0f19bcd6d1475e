import { expect, it } from 'vitest'
import { ontbrekendePakketten } from './installeer.mjs'

const lock = {
  packages: {
    '': { name: 'meedoen' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/test': { version: '3.0.0', dev: true },
    'node_modules/platform': { version: '4.0.0', optional: true },
  },
}
const metPakketten = (...paden) => ({ packages: Object.fromEntries(paden.map((pad) => [pad, { ...lock.packages[pad] }])) })

it('zonder installatie ontbreekt alles, behalve wat per platform verschilt', () => {
  expect(ontbrekendePakketten(lock, undefined, true)).toEqual(['a', 'b', 'test'])
})

it('het programma heeft testgereedschap niet nodig', () => {
  const geinstalleerd = metPakketten('node_modules/a', 'node_modules/a/node_modules/b')
  expect(ontbrekendePakketten(lock, geinstalleerd, false)).toEqual([])
  expect(ontbrekendePakketten(lock, geinstalleerd, true)).toEqual(['test'])
})

it('een andere versie telt als ontbrekend', () => {
  const geinstalleerd = metPakketten('node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/test')
  geinstalleerd.packages['node_modules/a'].version = '1.0.1'
  expect(ontbrekendePakketten(lock, geinstalleerd, true)).toEqual(['a'])
})
