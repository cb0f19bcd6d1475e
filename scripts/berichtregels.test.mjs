import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { leesRegelregister, standVanRegels } from './berichtregels.mjs'
import { leesUitslag } from './eisen-stand.mjs'
import { releases } from '../src/messages/releases.ts'

const wortel = dirname(dirname(fileURLToPath(import.meta.url)))
const groepen = leesRegelregister(readFileSync(join(wortel, 'docs/koppelingen.md'), 'utf8'))
const groep = (begin) => groepen.find(({ titel }) => titel.startsWith(begin))?.nummers ?? []

it('het register noemt bij elke groep zoveel regels als erin staan', () => {
  for (const { titel, nummers } of groepen) {
    const aantal = titel.match(/\((\d+)\)/)?.[1]
    if (aantal) expect(nummers, titel).toHaveLength(Number(aantal))
  }
  expect(groepen.length).toBeGreaterThanOrEqual(5)
})

it('niveau 2 in het register is precies wat de code controleert', () => {
  const inCode = new Set(releases.flatMap((release) => release.regels.map((regel) => regel.id)))
  expect([...groep('Level 2')].sort()).toEqual([...inCode].sort())
})

it('elke regel van niveau 1 en 2 heeft een goed en een fout voorbeeld', () => {
  const tests = readdirSync(join(wortel, 'src/messages'))
    .filter((naam) => naam.endsWith('.test.ts'))
    .map((naam) => readFileSync(join(wortel, 'src/messages', naam), 'utf8'))
    .join('\n')
  const zonder = [...groep('Level 1'), ...groep('Level 2')].filter((id) => !tests.includes(`'${id}'`))
  expect(zonder).toEqual([])
})

it('een regel is pas bewezen met een goed en een fout voorbeeld die slagen', () => {
  const uitslag = leesUitslag({
    testResults: [
      {
        assertionResults: [
          { title: 'TR302 goed: sluit aan', status: 'passed' },
          { title: 'TR302 fout: deelt een dag', status: 'passed' },
          { title: 'CD005 goed: met land', status: 'passed' },
          { title: 'OP033x2 goed: status 1', status: 'passed' },
          { title: 'OP033x2 fout: status 2', status: 'failed' },
        ],
      },
    ],
  })
  expect(standVanRegels([{ titel: 'Proef', nummers: ['TR302', 'CD005', 'OP033x2'] }], uitslag)).toEqual([
    { titel: 'Proef', regels: 3, bewezen: 1, zonder: ['CD005', 'OP033x2'] },
  ])
})
