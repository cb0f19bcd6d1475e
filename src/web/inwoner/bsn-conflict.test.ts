import { expect, it } from 'vitest'
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { Probleem } from '../api/probleem.ts'
import { vindVerschillen } from '../onderdelen/conflict-verschil.ts'
import { type Botsend, bewaakBsn, laatBsnStaan, naastElkaar } from './bsn-conflict.ts'
import { conflictvelden, leegFormulier, naarWijziging } from './inwonerformulier.ts'

const huidig = (aanwezig: boolean) =>
  ({
    naam: { achternaam: 'Proef', voorvoegsel: null, voornamen: null, voorletters: null },
    bsn: { aanwezig, geenReden: null },
    geboortedatum: null,
    woonplaats: null,
    contact: null,
    geheimAdres: false,
    overledenOp: null,
  }) as unknown as Inwonerantwoord
const basis = { ...leegFormulier, naam: { ...leegFormulier.naam, achternaam: 'Proef' } }
const geweigerd = (aanwezig: boolean) =>
  new Probleem({ status: 412, code: 'GEWIJZIGD', titel: '', tekst: '', huidig: huidig(aanwezig), etag: '"v2"' })
const naast = (aanwezig: boolean, bsn: string) => naastElkaar(bewaakBsn(geweigerd(aanwezig), { ...basis, bsn }).huidig as Botsend)

it('een ingevuld BSN en een BSN dat er intussen staat: een keuze zonder voorstel, en geen van beide nummers op het scherm', () => {
  const mijn = { ...basis, bsn: '999990019' }
  const [verschil, ...meer] = vindVerschillen(conflictvelden, basis, mijn, naast(true, mijn.bsn))
  expect([verschil?.veld.label, verschil?.voorstel, meer]).toEqual(['BSN', null, []])
  expect([verschil?.mijn, verschil?.hun].map((w) => verschil?.veld.toon?.(w))).toEqual(['Het BSN dat u invulde', 'Het BSN dat er nu staat'])
})

it('het BSN van de collega kiezen wijzigt het niet; het eigen kiezen wel', () => {
  const hun = naast(true, '999990019')
  expect(naarWijziging(hun, laatBsnStaan(hun), true)).toEqual({})
  expect(naarWijziging(hun, { ...hun, bsn: '999990019' }, true)).toMatchObject({ bsn: '999990019' })
})

it('zonder eigen BSN of zonder een dat er staat, is er niets te kiezen', () => {
  expect(naast(true, '')).toEqual(basis)
  expect(naast(false, '999990019')).toEqual(basis)
})
