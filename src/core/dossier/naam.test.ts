import { describe, expect, it } from 'vitest'
import { type Naam, naamInLijst, toonNaam, volledigeNaam, voorlettersVan } from './naam.ts'

const eenNaam = (anders: Partial<Naam> = {}): Naam => ({
  achternaam: 'Jansen',
  voorvoegsel: null,
  voornamen: null,
  voorletters: null,
  ...anders,
})

describe('een naam', () => {
  it.each<[string, Partial<Naam>, string, string, string]>([
    ['met alles', { voorvoegsel: 'de', voornamen: 'Anna Maria' }, 'Jansen, A.M. de', 'A.M. de Jansen', 'Anna Maria de Jansen'],
    ['met voorletters', { voorvoegsel: 'de', voorletters: 'A.' }, 'Jansen, A. de', 'A. de Jansen', 'A. de Jansen'],
    ['voorletters gaan voor', { voorletters: 'A.', voornamen: 'Anna Maria' }, 'Jansen, A.', 'A. Jansen', 'Anna Maria Jansen'],
    ['alleen achternaam', {}, 'Jansen', 'Jansen', 'Jansen'],
    ['zonder voornaam', { voorvoegsel: 'van der' }, 'Jansen, van der', 'Van der Jansen', 'Van der Jansen'],
    ['dubbele voornaam telt één keer', { voornamen: 'Anne-Marie' }, 'Jansen, A.', 'A. Jansen', 'Anne-Marie Jansen'],
    ['ij blijft samen', { voornamen: 'ijsbrand' }, 'Jansen, IJ.', 'IJ. Jansen', 'ijsbrand Jansen'],
    ['accent blijft', { voornamen: 'Élise' }, 'Jansen, É.', 'É. Jansen', 'Élise Jansen'],
    ['achternaam blijft zoals hij is', { achternaam: "d'Ancona", voorletters: 'H.' }, "d'Ancona, H.", "H. d'Ancona", "H. d'Ancona"],
  ])('%s', (_, naam, lijst, zin, vol) => {
    expect([naamInLijst(eenNaam(naam)), toonNaam(eenNaam(naam)), volledigeNaam(eenNaam(naam))]).toEqual([lijst, zin, vol])
  })

  it('heeft geen voorletters als er niets is', () => expect(voorlettersVan(eenNaam({ voornamen: '  ' }))).toBeNull())
})
