import { describe, expect, it } from 'vitest'
import { beginadres, menuVoor } from './menu.ts'

const alles = () => true
const namen = (rollen: Parameters<typeof menuVoor>[0], bestaat = alles as (deel: string) => boolean) => {
  const { boven, onder } = menuVoor(rollen, bestaat)
  return [...boven, ...onder].map((p) => p.tekst)
}

describe('het menu per rol', () => {
  it.each([
    [['consulent'], ['Mijn werk', 'Inwoners', 'Berichten']],
    [['teamleider'], ['Mijn werk', 'Inwoners', 'Berichten', 'Doorrekeningen']],
    [['administratie'], ['Inwoners', 'Berichten', 'Aanbieders']],
    [['contractmanager'], ['Catalogus\u00adbeheer', 'Aanbieders']],
    [['toezichthouder'], ['Toezicht', 'Inwoners', 'Berichten', 'Aanbieders']],
    [['beheerder'], ['Beheer']],
    [
      ['consulent', 'beheerder'],
      ['Mijn werk', 'Inwoners', 'Berichten', 'Beheer'],
    ],
    [[], []],
  ] as const)('%s ziet %s', (rollen, verwacht) => expect(namen(rollen)).toEqual(verwacht))

  it('toont geen ingang naar een scherm dat er niet is', () => {
    expect(namen(['consulent'], (deel) => deel === 'inwoners')).toEqual(['Inwoners'])
  })
})

describe('waar iemand begint', () => {
  const sessie = { rollen: ['beheerder'] as const, gemeente: { code: '0001', naam: 'Veenmeer', catalogus: 'veenmeer' } }
  it('bij het eerste eigen scherm', () => expect(beginadres(sessie, alles)).toBe('/beheer'))
  it('een toezichthouder bij het toezicht, niet bij een zoekveld', () =>
    expect(beginadres({ ...sessie, rollen: ['toezichthouder'] }, alles)).toBe('/toezicht'))
  it('anders bij de catalogus van de gemeente', () => expect(beginadres(sessie, () => false)).toBe('/veenmeer'))
  it('en anders nergens', () => {
    expect(beginadres({ ...sessie, gemeente: { ...sessie.gemeente, catalogus: null } }, () => false)).toBeNull()
  })
})
