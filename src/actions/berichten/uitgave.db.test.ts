import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alsBytes, declareer, regel, stuur } from '#messages/keten/oefening.testhulp.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { type Keten, verwerkBericht } from './verwerk-bericht.ts'
import { verwerkStroom } from './verwerk-stroom.ts'

let p: Proefwerkplek
let gemeente = ''
beforeAll(async () => {
  p = await maakProefwerkplek()
  gemeente = p.gemeenten[0]?.code as string
})
afterAll(() => p.sluit())

const keten = (): Keten => ({
  dienst: p.dienst,
  wij: { rol: 'gemeente', partij: gemeente },
  systeemdatum: p.dienst.vandaag(),
  correlatie: 'x',
  toegangspunt: 'x',
  zorgVoorGemeente: async () => undefined,
})

it.each([
  ['2023-04-02', ['Dit bericht is van 2 april 2023, maar iWmo 3.2 wordt pas gebruikt vanaf 3 april 2023.']],
  ['2023-04-03', []],
])('een bericht van %s: buiten de uitgave is werk voor een mens, het oordeel en het antwoord komen er gewoon', async (dag, teksten) => {
  const vot = stuur('WMO315', (m) => {
    m.Header.Ontvanger = gemeente
    m.Header.BerichtIdentificatie = { Identificatie: `V${dag.slice(-2)}`, Dagtekening: dag }
  })
  const verwerkt = await verwerkBericht(keten(), alsBytes(vot.naam, vot.waarde))
  expect(verwerkt.retour).not.toBeNull()
  expect(await werkBij(`V${dag.slice(-2)}`)).toEqual(teksten)
})

it('een grote declaratie van buiten de uitgave geeft hetzelfde werk', async () => {
  const { naam, waarde } = declareer('D1', [regel('R1')], (m) => {
    m.Header.Ontvanger = gemeente
    m.Header.BerichtIdentificatie = { Identificatie: 'DV', Dagtekening: '2023-04-02' }
  })
  const bytes = alsBytes(naam, waarde)
  const verwerkt = await verwerkStroom(keten(), {
    grootte: bytes.length,
    async *stukken() {
      yield bytes
    },
  })
  expect(verwerkt.retour).not.toBeNull()
  expect(await werkBij('DV')).toEqual(['Dit bericht is van 2 april 2023, maar iWmo 3.2 wordt pas gebruikt vanaf 3 april 2023.'])
})

async function werkBij(identificatie: string): Promise<string[]> {
  const { rows } = await sql<{ tekst: string }>`select u.tekst from uitval u join bericht b on b.gemeente = u.gemeente and b.id = u.bericht
    where u.soort = 'uitgave' and b.identificatie = ${identificatie}`.execute(p.eigenaar)
  return rows.map((r) => r.tekst)
}
