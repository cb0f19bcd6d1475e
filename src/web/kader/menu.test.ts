import { describe, expect, it } from 'vitest'
import type { Rol } from '../api/sessie.ts'
import { werkroutes } from '../routes.tsx'
import { beginadres, ingangVan, menuVoor } from './menu.ts'

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

describe('welke ingang aangewezen is', () => {
  const ingang = (rollen: readonly Rol[], pad: string) => {
    const { boven, onder } = menuVoor(rollen)
    return ingangVan([...boven, ...onder], pad)?.naar
  }
  const alleRollen = [...new Set(werkroutes.flatMap((r) => r.rollen))]
  const schermen = alleRollen.flatMap((rol) =>
    werkroutes.filter((r) => r.rollen.includes(rol)).map((r) => [rol, `/${r.pad.replace(/:\w+/g, 'een-nummer')}`] as const),
  )
  it('de tabel hieronder gaat over elke rol en elk scherm', () => {
    expect(alleRollen.toSorted()).toEqual(['administratie', 'beheerder', 'consulent', 'contractmanager', 'teamleider', 'toezichthouder'])
    expect(new Set(schermen.map(([, pad]) => pad)).size).toBe(new Set(werkroutes.map((r) => r.pad)).size)
  })
  it.each(schermen)('%s op %s: precies één', (rol, pad) => {
    const { boven, onder } = menuVoor([rol])
    expect([...boven, ...onder].filter((p) => p.naar === ingang([rol], pad))).toHaveLength(1)
  })
  it.each([
    [['toezichthouder'], '/zaken/1', '/toezicht'],
    [['toezichthouder'], '/catalogusbeheer/doorrekenen', '/toezicht'],
    [['toezichthouder'], '/catalogusbeheer/doorrekenen/1/gevallen', '/toezicht'],
    [['toezichthouder'], '/werk/noodtoegang', '/toezicht'],
    [['consulent'], '/zaken/1', '/werk'],
    [['consulent', 'toezichthouder'], '/zaken/1', '/werk'],
    [['teamleider', 'contractmanager'], '/catalogusbeheer/doorrekenen/1', '/catalogusbeheer/doorrekenen'],
    [['teamleider', 'contractmanager'], '/catalogusbeheer/lezingen', '/catalogusbeheer'],
    [['administratie'], '/indicaties/1/toewijzen', '/inwoners'],
    [['administratie'], '/aanbieders/termijnen', '/aanbieders'],
    [['beheerder'], '/beheer/teams', '/beheer'],
    [['consulent'], '/werkelijk', undefined],
  ] as const)('%s op %s: %s', (rollen, pad, verwacht) => expect(ingang(rollen, pad)).toBe(verwacht))
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
