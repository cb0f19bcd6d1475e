import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { maakProefwerkplek, type Proefwerkplek } from '#actions/proefwerkplek.testhulp.ts'
import { leesInwoner } from '#actions/dossier/lees-inwoner.ts'
import { zoekOpBsn } from '#actions/dossier/zoek-inwoners.ts'
import { toonBsn } from '#actions/dossier/toon-bsn.ts'
import { verzinBsn } from '#actions/demo/verzonnen-persoon.ts'
import { verzegelLogboek } from '#actions/toezicht/verzegel-logboek.ts'
import { controleerKeten } from '#storage/auditketen.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { importeerInwoners } from './importeer-inwoners.ts'

let plek: Proefwerkplek
let gemeente: string
beforeAll(async () => {
  plek = await maakProefwerkplek()
  gemeente = plek.gemeenten[0]?.code as string
})
afterAll(() => plek.sluit())
beforeEach(() =>
  plek.knoei(
    'delete from auditzegel; delete from audit_open; delete from audit; delete from inwoner_bsn; delete from inwoner_gegevens; delete from inwoner',
  ),
)

async function* inStukken(tekst: string, stap = 64 * 1024) {
  for (let i = 0; i < tekst.length; i += stap) yield tekst.slice(i, i + stap)
}
const importeer = (tekst: string, anders: { alleenNakijken?: boolean; gemeente?: string } = {}) =>
  importeerInwoners(plek.dienst, plek.app, { gemeente, bron: inStukken(tekst), toegangspunt: 'proef', ...anders })

async function aantallen(): Promise<Record<string, number>> {
  const uit: Record<string, number> = {}
  for (const tabel of ['inwoner', 'inwoner_gegevens', 'inwoner_bsn', 'audit', 'audit_open'] as const) {
    const { n } = await plek.eigenaar
      .selectFrom(tabel)
      .select((e) => e.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow()
    uit[tabel] = Number(n)
  }
  return uit
}
const niets = { inwoner: 0, inwoner_gegevens: 0, inwoner_bsn: 0, audit: 0, audit_open: 0 }
const [een, twee, drie] = [verzinBsn(1), verzinBsn(2), verzinBsn(3)]

it('een inwoner uit een bestand is daarna gewoon te vinden en te openen, met een logboekregel en een versleuteld nummer', async () => {
  const bestand = [
    'Achternaam;Voorvoegsel;Voornamen;BSN;Geboortedatum;Woonplaats;Straat;Huisnummer;Postcode;Geheim adres;Team;Vertegenwoordiger;Vertegenwoordiger rol',
    `Proefstra;van der;Trui;${een};3-2-1950;Proefdam;"Straat; met ""tab"" en \\ streep";12;1234ab;ja;team noord;Kees Proef;mentor`,
  ].join('\r\n')
  expect(await importeer(bestand)).toEqual({ ok: true, value: { inwoners: 1, bewaard: true } })

  const noor = await plek.als('consulent', gemeente, 0) // Team Noord
  const gevonden = await zoekOpBsn(plek.dienst, noor, een)
  const id = gevonden.ok ? (gevonden.value.items[0]?.id as string) : ''
  expect(await leesInwoner(plek.dienst, noor, id)).toMatchObject({
    ok: true,
    value: {
      naam: { achternaam: 'Proefstra', voorvoegsel: 'van der' },
      geboortedatum: '1950-02-03',
      geheimAdres: true,
      relatie: 'team',
      contact: {
        adres: { straat: 'Straat; met "tab" en \\ streep', huisnummer: '12', postcode: '1234 AB' },
        vertegenwoordiger: { naam: 'Kees Proef', rol: 'mentor' },
      },
    },
  })
  expect(await toonBsn(plek.dienst, noor, id, null)).toMatchObject({ ok: true, value: { bsn: een } })
  const regels = await plek.eigenaar.selectFrom('audit').selectAll().where('soort', '=', 'aanmaken').execute()
  expect(regels).toMatchObject([{ inwoner: id, rollen: 'systeem', toegangspunt: 'proef', objecten: [{ soort: 'inwoner', id, versie: 1 }] }])
  const ruw = await plek.eigenaar.selectFrom('inwoner_bsn').select('versleuteld').executeTakeFirstOrThrow()
  expect(ruw.versleuteld.toString('latin1')).not.toContain(een)
})

it('duizenden rijen in meer stukken: alles staat er, en de keten over het logboek sluit', async () => {
  const rijen = Array.from({ length: 12_000 }, (_, n) => `Proefman,${verzinBsn(n)},nee`)
  expect(await importeer(['achternaam,bsn,geheim_adres', ...rijen].join('\n'))).toMatchObject({ ok: true, value: { inwoners: 12_000 } })
  const n = 12_000
  expect(await aantallen()).toEqual({ inwoner: n, inwoner_gegevens: n, inwoner_bsn: n, audit: n, audit_open: n })
  expect(await verzegelLogboek(plek.dienst, gemeente)).toBe(n)
  expect(await alsSysteem(plek.dienst, gemeente, (tx) => controleerKeten(tx, gemeente))).toEqual({ verzegeld: n, open: 0, breuk: null })
})

describe('klopt er iets niet, dan komt er niets in en staat er per regel wat', () => {
  const goed = Array.from({ length: 6_000 }, (_, n) => `Proefman;${verzinBsn(n + 10)};`)
  it.each<[string, string[], object[]]>([
    [
      'velden',
      [`;${een};`, `Proefman;${een}1;`, 'Proefman;;', `Proefman;${twee};31-2-1950`, `Proefman;${drie}`],
      [
        { regel: 6002, kolom: 'achternaam', code: 'VELD_ONTBREEKT' },
        { regel: 6003, kolom: 'bsn', code: 'BSN_LENGTE' },
        { regel: 6004, kolom: 'bsn', code: 'BSN_ONTBREEKT' },
        { regel: 6005, kolom: 'geboortedatum', code: 'DATUM_ONGELDIG' },
        { regel: 6006, kolom: null, code: 'AANTAL_VELDEN' },
      ],
    ],
    [
      'hetzelfde BSN in hetzelfde stuk en in een eerder stuk',
      [`Proefman;${een};`, `Proefman;${een};`, `Proefman;${verzinBsn(10)};`],
      [
        { regel: 6003, kolom: 'bsn', code: 'BSN_DUBBEL' },
        { regel: 6004, kolom: 'bsn', code: 'BSN_DUBBEL' },
      ],
    ],
    ['een aanhalingsteken dat open blijft', [`"Proefman;${een};`], [{ regel: 6002, code: 'AANHALING_OPEN' }]],
    ['een andere tekenset', [`Proef\ufffdman;${een};`], [{ regel: 6002, code: 'GEEN_UTF8' }]],
  ])('%s', async (_, fout, verwacht) => {
    const uitkomst = await importeer(['achternaam;bsn;geboortedatum', ...goed, ...fout].join('\n'))
    expect(uitkomst).toMatchObject({ ok: false, fout: { fouten: verwacht, aantal: verwacht.length, afgebroken: false } })
    expect(JSON.stringify(uitkomst)).not.toContain(een)
    expect(await aantallen()).toEqual(niets)
  })

  it.each([
    ['een kolom die niet bestaat', 'achternaam;bsnn\nProefman;1', 'KOLOM_ONBEKEND'],
    ['een kolom twee keer', 'achternaam;bsn;BSN\nProefman;1;1', 'KOLOM_DUBBEL'],
    ['geen achternaam', 'bsn\n1', 'KOLOM_ONTBREEKT'],
    ['een leeg bestand', '', 'BESTAND_LEEG'],
    ['een team dat er niet is', `achternaam;bsn;team\nProefman;${een};Team West`, 'TEAM_ONBEKEND'],
  ])('%s', async (_, tekst, code) => {
    expect(await importeer(tekst)).toMatchObject({ ok: false, fout: { fouten: [{ code }] } })
    expect(await aantallen()).toEqual(niets)
  })

  it('een BSN dat al bij een inwoner hoort', async () => {
    await importeer(`achternaam;bsn\nProefman;${een}`)
    plek.klok.nu = new Date(plek.klok.nu.getTime() + 1000)
    expect(await importeer(`achternaam;bsn\nAnders;${twee}\nProefman;${een}`)).toMatchObject({
      ok: false,
      fout: { fouten: [{ regel: 3, kolom: 'bsn', code: 'BSN_AL_BEKEND' }] },
    })
    expect(await aantallen()).toMatchObject({ inwoner: 1, audit: 1 })
  })

  it('een gemeente die er niet is', async () => {
    expect(await importeer('achternaam\nx', { gemeente: '0000' })).toMatchObject({
      ok: false,
      fout: { fouten: [{ code: 'GEMEENTE_ONBEKEND' }] },
    })
  })

  it('na duizend fouten kijkt het niet verder', async () => {
    const uitkomst = await importeer(`achternaam;bsn\n${'Proefman;1\n'.repeat(3_000)}`)
    expect(uitkomst).toMatchObject({ ok: false, fout: { aantal: 1_000, afgebroken: true } })
  })
})

it('nakijken doet alles en bewaart niets; breekt de bron af, dan ook niet', async () => {
  expect(await importeer(`achternaam;bsn\nProefman;${een}`, { alleenNakijken: true })).toEqual({
    ok: true,
    value: { inwoners: 1, bewaard: false },
  })
  const bron = (async function* () {
    yield `achternaam;bsn\n${Array.from({ length: 6_000 }, (_, n) => `Proefman;${verzinBsn(n)}`).join('\n')}\n`
    throw new Error('de schijf is weg')
  })()
  await expect(importeerInwoners(plek.dienst, plek.app, { gemeente, bron, toegangspunt: 'proef' })).rejects.toThrow('de schijf is weg')
  expect(await aantallen()).toEqual(niets)
})

it('twee keer hetzelfde bestand tegelijk: één gaat erin, de ander ziet wat er al is', async () => {
  const tekst = ['achternaam;bsn', ...Array.from({ length: 3_000 }, (_, n) => `Proefman;${verzinBsn(n)}`)].join('\n')
  const uitkomsten = await Promise.all([importeer(tekst), importeer(tekst)])
  expect(uitkomsten.map((u) => u.ok).sort()).toEqual([false, true])
  expect(await aantallen()).toMatchObject({ inwoner: 3_000, inwoner_bsn: 3_000, audit: 3_000 })
})
