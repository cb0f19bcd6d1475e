/** Niets blijft ongezien hangen: van elke soort verschil een geval dat er is, en dat weggaat als het is opgelost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bezorgKlaar } from '#actions/berichten/bezorg.ts'
import { type Keten, verwerkBericht } from '#actions/berichten/verwerk-bericht.ts'
import type { Aanroep } from '#actions/handeling/dienst.ts'
import { maakAfkeuring } from '#actions/keten/proefantwoord.testhulp.ts'
import { kijkAllesNa } from '#actions/keten/kijk-na.ts'
import { catalogushash, regelVoor, zetContract, zetProefinwoner, zetToeTeWijzen } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { wijsToe } from '#actions/toewijzing/wijs-toe.ts'
import { maakProefserver, type Proefserver } from '../proefserver.testhulp.ts'

const AGB = '98765432'
let s: Proefserver
let consulent: Aanroep
let gemeente = ''
let uur = ''
const op = (moment: string) => {
  s.klok.nu = new Date(`${moment}:00Z`)
}
const keten = (): Keten => ({
  dienst: s.dienst,
  wij: { rol: 'gemeente', partij: gemeente },
  systeemdatum: s.dienst.vandaag(),
  correlatie: 'x',
  toegangspunt: 'x',
  zorgVoorGemeente: async () => undefined,
})
const bezorg = () => bezorgKlaar(s.dienst, { gemeente, partij: gemeente }, async () => undefined)
/** Kijkt na zoals het scherm dat doet, en geeft per soort wat er gevonden is. */
const verschillen = async (): Promise<Record<string, { kenmerk: string; indicatie: string | null; bericht: string | null }[]>> => {
  const adm = await s.meldAan('administratie')
  const { status, lichaam } = await adm.roep('POST', '/ketencontroles')
  expect(status).toBe(201)
  expect((await adm.roep('GET', '/ketenverschillen')).lichaam).toEqual(lichaam)
  return Object.fromEntries(lichaam.soorten.map((x: { soort: string; items: object[] }) => [x.soort, x.items]))
}
let persoon: Awaited<ReturnType<typeof zetProefinwoner>>
const indiceer = async (van: string, tot: string): Promise<string> =>
  zetToeTeWijzen(s, consulent.actor, { inwoner: persoon.inwoner, product: uur, hash: await catalogushash(s, gemeente), van, tot })
const wijs = async (indicatie: string) => {
  const uit = await wijsToe(s.dienst, consulent, indicatie, { aanbieder: AGB })
  if (!uit.ok) throw new Error(JSON.stringify(uit.fout))
  return uit.value
}

beforeAll(async () => {
  s = await maakProefserver()
  op('2026-11-02T09:00')
  consulent = await s.als('consulent')
  gemeente = consulent.actor.gemeente
  uur = Object.entries(s.uitgaven[0]?.versies.at(-1)?.producten ?? {}).find(([, p]) => p.eenheid !== 'dagdeel')?.[0] ?? ''
  await zetContract(s, gemeente, AGB, regelVoor(uur, { code: '02A03' }))
  persoon = await zetProefinwoner(s, consulent.actor)
})
afterAll(() => s.sluit())

describe('nakijken of alles aansluit', () => {
  let indicatie = ''
  let gemaakt: Awaited<ReturnType<typeof wijs>>
  it('nog nooit nagekeken is iets anders dan niets gevonden', async () => {
    const adm = await s.meldAan('administratie')
    expect((await adm.roep('GET', '/ketenverschillen')).lichaam).toEqual({
      gecontroleerdOp: null,
      aantal: 0,
      soorten: [],
      magNakijken: true,
    })
    expect(await verschillen()).toEqual({})
    expect((await (await s.meldAan('toezichthouder')).roep('GET', '/ketenverschillen')).lichaam).toMatchObject({
      gecontroleerdOp: expect.any(String),
      aantal: 0,
      magNakijken: false,
    })
  })
  it('een indicatie zonder toewijzing, tot zij is toegewezen; dan een bericht dat blijft liggen, tot het weg is', async () => {
    indicatie = await indiceer('2026-11-02', '2026-12-31')
    expect(await verschillen()).toMatchObject({ indicatie_zonder_toewijzing: [{ indicatie }] })
    gemaakt = await wijs(indicatie)
    expect(await verschillen()).toEqual({})
    op('2026-11-02T10:30')
    expect(await verschillen()).toMatchObject({ bericht_niet_verstuurd: [{ bericht: gemaakt.bericht }] })
    await bezorg()
    expect(await verschillen()).toEqual({})
  })
  it('geen antwoord en geen start, pas als de termijn voorbij is', async () => {
    op('2026-11-05T09:00')
    expect(await verschillen()).toEqual({})
    op('2026-11-10T09:00')
    expect(await verschillen()).toMatchObject({
      geen_antwoord: [{ bericht: gemaakt.bericht }],
      geen_start: [{ kenmerk: `toewijzing ${gemaakt.nummer}`, indicatie }],
    })
  })
  it('een toewijzing die langer loopt dan de indicatie', async () => {
    await s.knoei(`insert into gebeurtenis (gemeente, id, inwoner, indicatie, soort, datum, zin, gemaakt_op, gemaakt_door)
      values ('${gemeente}', gen_random_uuid(), '${persoon.inwoner}', '${indicatie}', 'ingetrokken', '2026-12-01', 'Proef', now(), '${consulent.actor.medewerker}')`)
    expect(await verschillen()).toMatchObject({ toewijzing_langer_dan_indicatie: [{ kenmerk: `toewijzing ${gemaakt.nummer}`, indicatie }] })
    await s.knoei(`insert into gebeurtenis (gemeente, id, inwoner, indicatie, soort, datum, zin, gemaakt_op, gemaakt_door, vervangt)
      select gemeente, gen_random_uuid(), inwoner, indicatie, 'vervallen', datum, 'Proef', gemaakt_op, gemaakt_door, id from gebeurtenis
      where soort = 'ingetrokken' and indicatie = '${indicatie}'`)
    expect(await verschillen()).not.toHaveProperty('toewijzing_langer_dan_indicatie')
  })
  it('een afgewezen toewijzing, en een antwoord op iets wat wij niet stuurden', async () => {
    const dit = { bericht: gemaakt.bericht, dagtekening: '2026-11-10' }
    await verwerkBericht(keten(), await maakAfkeuring(s, gemeente, { ...dit, identificatie: 'R1' }))
    await verwerkBericht(keten(), await maakAfkeuring(s, gemeente, { ...dit, identificatie: 'R2', over: 'BESTAATNIET' }))
    expect(await verschillen()).toMatchObject({
      toewijzing_afgewezen: [{ kenmerk: `toewijzing ${gemaakt.nummer}`, indicatie }],
      antwoord_zonder_bericht: [{ kenmerk: 'WMO301 BESTAATNIET' }],
    })
    op('2026-11-10T09:05')
    await wijs(indicatie)
    expect(await verschillen()).not.toHaveProperty('toewijzing_afgewezen')
  })
  it('de achtergrondtaak kijkt elke gemeente eens per etmaal na', async () => {
    const aantal = async () => Number(((await s.knoei('select count(*) as n from ketencontrole')) as { rows: { n: string }[] }).rows[0]?.n)
    const voor = await aantal()
    expect(await kijkAllesNa(s.dienst)).toBe(0)
    op('2026-11-12T09:00')
    expect(await kijkAllesNa(s.dienst)).toBe(1)
    expect(await kijkAllesNa(s.dienst)).toBe(0)
    expect(await aantal()).toBe(voor + 1)
  })
})
