import { expect, it } from 'vitest'
import { kopfouten, legeRegel, naarContract, naarRegel, naarVeld } from './contractformulier.ts'

const ingevuld = { ...legeRegel, code: '02A03', categorie: '02', tarief: '62,50', van: '2026-01-01' }

it('de naam van een code is niet de naam van de aanbieder', () => {
  const regel = naarRegel({ ...ingevuld, codenaam: 'basis' })
  expect(
    regel.ok && naarContract({ agb: '98765432', naam: 'Zorg in Nergens', contract: { van: null, tot: null } }, [regel.value]),
  ).toMatchObject({
    naam: 'Zorg in Nergens',
    producten: [{ code: '02A03', naam: 'basis' }],
  })
})

it.each([
  ['/contract/naam', '/naam'],
  ['/contract/agb', '/agb'],
  ['/contract/producten/0/naam', '/codenaam'],
  ['/contract/producten/2/code', '/code'],
  ['/contract/producten/0/tarieven/0/van', '/van'],
])('een fout op %s staat in het formulier bij %s', (plaats, veld) => expect(naarVeld(plaats)).toBe(veld))

it('een nieuwe aanbieder: alles wat ontbreekt in één keer', () => {
  expect(kopfouten({ agb: '1234567', naam: ' ' }).map((f) => f.plaats)).toEqual(['/agb', '/naam'])
  expect(kopfouten({ agb: ' 98765432 ', naam: 'Zorg in Nergens' })).toEqual([])
})
