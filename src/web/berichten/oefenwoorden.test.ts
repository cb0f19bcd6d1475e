import { expect, it } from 'vitest'
import { antwoordzin, type Gedrag, gedragzin, waaromzin } from './oefenwoorden.ts'

const gewoon: Gedrag = { antwoord: 'neemt_aan', codes: null, wacht: 0, eenheid: 'minuten', dubbel: false, laatsteEerst: false }

it.each<[Partial<Gedrag>, string]>([
  [{}, 'Neemt alles aan, meteen'],
  [{ antwoord: 'keurt_af', wacht: 1, eenheid: 'dagen' }, 'Keurt alles af, na 1 dag'],
  [{ wacht: 30, dubbel: true, laatsteEerst: true }, 'Neemt alles aan, na 30 minuten, elk antwoord twee keer, het laatste bericht eerst'],
  [{ antwoord: 'zwijgt', wacht: 2, dubbel: true }, 'Antwoordt niet'],
])('gedrag %j: %s', (gedrag, zin) => expect(gedragzin({ ...gewoon, ...gedrag })).toBe(zin))

it.each<[Parameters<typeof antwoordzin>[0], string]>([
  [{ op: null, code: null }, 'Geen: deze aanbieder antwoordt niet'],
  [{ op: '2026-11-26T10:00:00Z', code: null }, 'Aangenomen'],
  [{ op: '2026-11-26T10:00:00Z', code: { code: '9332', tekst: 'Dubbel.' } }, 'Afgekeurd met 9332: Dubbel.'],
])('antwoord %j: %s', (rij, zin) => expect(antwoordzin(rij)).toBe(zin))

it.each<[Partial<Gedrag>, string]>([
  [{}, 'Hij antwoordt meteen.'],
  [{ wacht: 2, eenheid: 'dagen' }, 'Hij wacht 2 dagen.'],
  [{ laatsteEerst: true }, 'Hij begint bij het laatste.'],
  [{ laatsteEerst: true, wacht: 1 }, 'Hij wacht 1 minuut en begint bij het laatste.'],
])('waarom %j: %s', (gedrag, zin) => expect(waaromzin({ ...gewoon, ...gedrag })).toBe(zin))
