import { describe, expect, it } from 'vitest'
import { leesImports, vindNummerfouten, vindOvertredingen, zonderCommentaar } from './importregels.mjs'

const wat = (pad, code, verboden) => vindOvertredingen([{ pad, code }], verboden).map((o) => o.wat)

describe('één richting tussen de lagen', () => {
  it.each([
    ['src/main.ts', `import { a } from './cli/a.ts'`],
    ['src/cli/a.ts', `import { a } from '#actions/a.ts'`],
    ['src/actions/a.ts', `import { a } from '../storage/a.ts'`],
    ['src/web/a.tsx', `import type { Route } from '#http/paths.ts'`],
    ['src/web/a.tsx', `import { adviseer } from '#core/advies/adviseer.ts'`],
    ['src/core/advies/a.ts', `import { a } from '../catalogus/a.ts'`],
    ['src/core/declaratie/a.ts', `import { a } from '#core/contract/a.ts'`],
    ['src/core/catalogus/laden/hash.ts', `import { createHash } from 'node:crypto'`],
    ['src/core/advies/a.test.ts', `import { readFileSync } from 'node:fs'`],
    ['src/http/a.test.ts', `import { maakTestdatabase } from '#storage/postgres/testdatabase.testhulp.ts'`],
    ['src/core/advies/a.ts', `// import { a } from '#http/a.ts'`],
  ])('%s mag: %s', (pad, code) => expect(wat(pad, code)).toEqual([]))

  it.each([
    ['src/core/advies/a.ts', `import { a } from '#storage/a.ts'`],
    ['src/core/advies/a.ts', `export { a } from '#http/a.ts'`],
    ['src/core/advies/a.ts', `const a = await import('#cli/a.ts')`],
    ['src/core/advies/a.ts', `import '#main.ts'`],
    ['src/core/advies/a.ts', `import {\n  a,\n  b,\n} from '../indicatie/a.ts'`],
    ['src/core/base/a.ts', `import type { A } from '#core/catalogus/vorm.ts'`],
    ['src/core/plan/a.ts', `import { a } from '#core/contract/a.ts'`],
    ['src/core/catalogus/laad.ts', `import { createHash } from 'node:crypto'`],
    ['src/core/catalogus/laden/hash.ts', `import { readFileSync } from 'node:fs'`],
    ['src/core/advies/a.test.ts', `import { a } from '#storage/a.ts'`],
    ['src/core/advies/a.test.ts', `import { a } from '#storage/a.testhulp.ts'`],
    ['src/http/a.ts', `import { a } from '#storage/a.testhulp.ts'`],
    ['src/web/a.tsx', `import { server } from '#http/server.ts'`],
    ['src/web/a.tsx', `import { actie } from '#actions/a.ts'`],
    ['src/http/a.ts', `import { a } from '#storage/a.ts'`],
    ['src/cli/a.ts', `import { a } from '../http/a.ts'`],
    ['src/storage/a.ts', `import { a } from '#actions/a.ts'`],
    ['src/utils/a.ts', `import { a } from '#core/base/a.ts'`],
  ])('%s mag niet: %s', (pad, code) => expect(wat(pad, code)).toHaveLength(1))
})

describe('core is puur', () => {
  it.each([
    'const nu = Date.now()',
    'const d = new Date()',
    'const k = process.env.X',
    'const r = Math.random()',
    'await fetch(url)',
    'console.log(1)',
  ])('%s zakt', (code) => expect(wat('src/core/base/a.ts', code)).toHaveLength(1))
  it('een vaste datum, commentaar en een andere laag mogen wel', () => {
    expect(wat('src/core/base/a.ts', "const d = new Date('2026-01-01')\n// nooit Date.now()\n/* process.env */")).toEqual([])
    expect(wat('src/cli/a.ts', 'console.log(Date.now())')).toEqual([])
  })
})

describe('src noemt geen productcode en geen gemeente', () => {
  const verboden = { codes: ['XQ'], gemeenten: ['Zilverstad'] }
  it('een code als tekst of een gemeentenaam zakt, met de regel', () => {
    const overtredingen = vindOvertredingen(
      [{ pad: 'src/cli/a.ts', code: "const a = 1\nif (p === 'XQ') stop()\nconst g = 'in zilverstad'" }],
      verboden,
    )
    expect(overtredingen.map((o) => o.regel)).toEqual([2, 3])
  })
  it('in een test of commentaar mag het', () => {
    expect(wat('src/cli/a.test.ts', "const p = 'XQ'", verboden)).toEqual([])
    expect(wat('src/cli/a.ts', '// XQ in Zilverstad', verboden)).toEqual([])
    expect(wat('src/cli/a.ts', 'const XQ = 1', verboden)).toEqual([])
  })
})

describe('lezen van imports', () => {
  it('geeft doel, soort en regel, ook over meer regels', () => {
    const code =
      "import a from 'x'\nimport type { B } from './b.ts'\nexport {\n  c,\n} from '#c.ts'\nconst d = import('./d.ts')\nimport './e.css'"
    expect(leesImports(code)).toEqual([
      { doel: 'x', alleenType: false, regel: 1 },
      { doel: './b.ts', alleenType: true, regel: 2 },
      { doel: '#c.ts', alleenType: false, regel: 3 },
      { doel: './e.css', alleenType: false, regel: 7 },
      { doel: './d.ts', alleenType: false, regel: 6 },
    ])
  })
  it('laat een // in een tekst staan', () => {
    expect(zonderCommentaar("const u = 'http://a' // weg")).toMatch(/^const u = 'http:\/\/a' +$/)
  })
})

describe('migraties', () => {
  it.each([
    ['op volgorde', ['0001_a.sql', '0002_b.sql', 'README.md'], []],
    ['een nummer twee keer', ['0001_a.sql', '0002_b.sql', '0002_c.sql'], ['0002_c.sql hoort nummer 0003 te hebben']],
    ['een gat', ['0001_a.sql', '0003_b.sql'], ['0003_b.sql hoort nummer 0002 te hebben']],
  ])('%s', (_, namen, fouten) => expect(vindNummerfouten(namen)).toEqual(fouten))
})
