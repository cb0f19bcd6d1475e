/** De hele keten gespeeld: een gemeente en een aanbieder die op elkaar reageren, rustig en met ruis. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { type GelezenBericht, leesBericht } from '#messages/codec.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { gelezenCodes } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { maakAanbieder } from './aanbieder.ts'
import { maakGemeente } from './gemeente.ts'
import { maakKeten } from './keten.ts'
import { leesScenario } from './lees-scenario.ts'
import { sleutelTekst } from './paar.ts'
import type { Gespeeld } from './partij.ts'
import type { Ruis, Scenario } from './scenario.ts'

const map = fileURLToPath(new URL('scenarios/', import.meta.url))
const meegeleverd = readdirSync(map).map((naam) => naam.replace('.yaml', ''))
function scenario(naam: string): Scenario {
  const gelezen = leesScenario(naam, readFileSync(`${map}${naam}.yaml`, 'utf8'))
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return gelezen.value
}

const [GEMEENTE, AANBIEDER] = ['9990', '98765432']
const EERSTE_DAG = '2026-01-10' as Datum

type Gespeelde = { readonly bezorgd: GelezenBericht[]; readonly gemeente: Gespeeld; readonly aanbieder: Gespeeld }
/** Speelt zoveel dagen en laat dan alles aankomen. */
async function speel(s: Scenario, zaad: number, dagen: number, ruis: Ruis = s.netwerk): Promise<Gespeelde> {
  const bezorgd: GelezenBericht[] = []
  const afgeluisterd = (speler: Gespeeld): Gespeeld => ({
    ...speler,
    neem: async (bytes, moment) => {
      const gelezen = leesBericht(bytes)
      if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
      bezorgd.push(gelezen.value)
      return speler.neem(bytes, moment)
    },
  })
  const gemeente = afgeluisterd(maakGemeente(GEMEENTE, s.gemeente, zaad, [AANBIEDER]))
  const aanbieder = afgeluisterd(maakAanbieder(AANBIEDER, s.aanbieder, zaad))
  const spelers = [gemeente, aanbieder]
  const keten = maakKeten({ ruis, zaad, spelers: () => spelers, speler: (code) => spelers.find((x) => x.code === code) ?? null })
  const dag = (n: number) => ({ dag: n, vandaag: plusDagen(EERSTE_DAG, n) })
  for (let n = 0; n < dagen; n++) await keten.speelDag(dag(n))
  await keten.rondAf(dag(dagen))
  return { bezorgd, gemeente, aanbieder }
}
const weet = (speler: Gespeeld) => speler.paren().map((paar) => paar.stand.momentopname(paar.partijen))
const codes = (berichten: readonly GelezenBericht[]) => [
  ...new Set(berichten.flatMap((b) => (b.beschreven.bericht.retourOp ? gelezenCodes(b).map((r) => r.code ?? '') : []))),
]

describe('een scenario', () => {
  it('rustig: alles wordt aangenomen, en elk soort bericht komt voorbij', async () => {
    const { bezorgd, gemeente, aanbieder } = await speel(scenario('rustig'), 1, 150)
    expect(codes(bezorgd)).toEqual([])
    expect(new Set(bezorgd.map((b) => b.naam))).toEqual(
      new Set(['WMO301', 'WMO302', 'WMO305', 'WMO306', 'WMO307', 'WMO308', 'WMO317', 'WMO318', 'WMO319', 'WMO320', 'WMO323', 'WMO325']),
    )
    expect(weet(gemeente)).toEqual(weet(aanbieder))
    expect(weet(aanbieder)[0]?.prestaties.every((p) => p.status === 'toegekend')).toBe(true)
  })
  it('alles-afgekeurd: elke toewijzing komt terug met de gevraagde code op het product, en er begint niets', async () => {
    const { bezorgd, gemeente } = await speel(scenario('alles-afgekeurd'), 1, 20)
    const retour = bezorgd.filter((b) => b.naam === 'WMO302')
    expect(retour).toHaveLength(10)
    for (const b of retour) expect(gelezenCodes(b)).toMatchObject([{ klasse: 'ToegewezenProduct', code: '9332' }])
    expect(bezorgd.every((b) => b.naam === 'WMO301' || b.naam === 'WMO302')).toBe(true)
    expect(weet(gemeente)[0]?.toewijzingen).toEqual([])
  })
  it('roerig: foute declaratieregels worden afgewezen en daarna goed ingediend, en correcties lopen via credit', async () => {
    const { bezorgd, aanbieder } = await speel(scenario('roerig'), 4, 150)
    expect(codes(bezorgd).sort()).toEqual(expect.arrayContaining(['9332', '9340']))
    const prestaties = weet(aanbieder)[0]?.prestaties ?? []
    expect(prestaties.some((p) => p.dc === 'C' && p.status === 'toegekend')).toBe(true)
    const afgewezen = prestaties.filter((p) => p.status === 'afgewezen' && p.dc === 'D')
    expect(afgewezen.length).toBeGreaterThan(0)
    const hersteld = afgewezen.filter((a) =>
      prestaties.some((p) => p.toewijzing === a.toewijzing && p.van === a.van && p.status === 'toegekend'),
    )
    expect(hersteld.length).toBeGreaterThan(0)
  })
  it.each(meegeleverd)('%s: hetzelfde zaad geeft hetzelfde verloop, een ander zaad een ander', async (naam) => {
    const verloop = async (zaad: number) => (await speel(scenario(naam), zaad, 30)).bezorgd.map(sleutelTekst)
    const eerste = await verloop(7)
    expect(await verloop(7)).toEqual(eerste)
    expect(await verloop(8)).not.toEqual(eerste)
  })
})

it('een gemeente kan elke VOW inwilligen: oud nummer eindigt met reden 12, een nieuw begint, en alles draagt de referentie (IV093)', async () => {
  const s = scenario('rustig')
  const verzoek = { ...s.gemeente.verzoek, onderzoekt: 0, wijstAf: 0, wijzigt: 1 }
  const vragend = { ...s.aanbieder, wijzigingsverzoek: { kans: 1, na: 5 } }
  const { bezorgd, gemeente, aanbieder } = await speel({ ...s, aanbieder: vragend, gemeente: { ...s.gemeente, verzoek } }, 3, 60)
  expect(codes(bezorgd)).toEqual([])
  const verzoeken = bezorgd.flatMap((b) => (b.naam === 'WMO317' ? [b.waarde.Client.Verzoek.ReferentieAanbieder] : []))
  expect(verzoeken.length).toBeGreaterThan(0)
  const ingewilligd = bezorgd.flatMap((b) => (b.naam === 'WMO301' ? [b.waarde.Client.ToegewezenProducten.ToegewezenProduct] : []))
  const opVow = ingewilligd.filter((p) => p.some((t) => verzoeken.includes(t.ReferentieAanbieder ?? '')))
  expect(opVow.length).toBeGreaterThan(0)
  for (const producten of opVow) {
    expect(new Set(producten.map((t) => t.ReferentieAanbieder)).size).toBe(1)
    expect(producten.map((t) => t.RedenWijziging ?? null)).toEqual(expect.arrayContaining(['12', null]))
  }
  expect(weet(gemeente)).toEqual(weet(aanbieder))
})

it('een aanbieder kan elke start herstellen: status 3 en status 1 in één bericht, en beide kanten weten de nieuwe dag', async () => {
  const s = scenario('rustig')
  const herstel = { kans: 1, na: 2 }
  const declaratie = { ...s.aanbieder.declaratie, kans: 0 }
  const { bezorgd, gemeente, aanbieder } = await speel({ ...s, aanbieder: { ...s.aanbieder, herstel, declaratie } }, 3, 60)
  expect(codes(bezorgd)).toEqual([])
  const hersteld = bezorgd
    .flatMap((b) => (b.naam === 'WMO305' ? [b.waarde.Client.StartProducten.StartProduct] : []))
    .filter((p) => p.length > 1)
  expect(hersteld.length).toBeGreaterThan(0)
  for (const producten of hersteld) expect(producten.map((p) => p.StatusAanlevering)).toEqual(['3', '1'])
  const starts = weet(gemeente)[0]?.starts ?? []
  for (const [weg, terug] of hersteld) {
    const dagen = starts
      .filter((x) => (x as { nummer?: number }).nummer === weg?.ToewijzingNummer)
      .map((x) => (x as { begindatum: string }).begindatum)
    expect(dagen).toEqual([terug?.Begindatum])
  }
  expect(weet(gemeente)).toEqual(weet(aanbieder))
})

it('een gemeente die latere declaraties kent: na de afwijzing gaat alles in de laatste volle maand', async () => {
  const s = scenario('rustig')
  const weigert = [{ bericht: 'WMO323', kans: 1, code: '8214' as const }]
  const { bezorgd } = await speel({ ...s, gemeente: { ...s.gemeente, weigert } }, 1, 12)
  const perioden = bezorgd.flatMap((b) => (b.naam === 'WMO323' ? [b.waarde.Declaratie.DeclaratiePeriode.Begindatum] : []))
  expect(perioden[0]?.startsWith('2025')).toBe(true)
  expect(perioden[0] === '2025-12-01').toBe(false)
  expect(perioden[1]).toBe('2025-12-01')
})

it('met welke ruis ook: alles komt aan, beide kanten weten hetzelfde, en niets telt twee keer', async () => {
  const deel = fc.double({ min: 0, max: 0.6, noNaN: true })
  const ruis = fc.record({ vertraagt: deel, dagen: fc.nat(6), herhaalt: deel, verliest: deel, verwisselt: fc.boolean() })
  const s = { ...scenario('roerig'), gemeente: { ...scenario('roerig').gemeente, clienten: 4 } }
  await fc.assert(
    fc.asyncProperty(ruis, fc.nat(1_000), async (netwerk, zaad) => {
      const { gemeente, aanbieder } = await speel(s, zaad, 50, netwerk)
      expect(weet(gemeente)).toEqual(weet(aanbieder))
      const [g, a] = [gemeente, aanbieder].map((x) => [...(x.paren()[0]?.gezien.keys() ?? [])].sort())
      expect(g).toEqual(a)
      for (const speler of [gemeente, aanbieder]) expect([...(speler.paren()[0]?.open.keys() ?? [])]).toEqual([])
    }),
    { seed: 323, numRuns: 12 },
  )
})

it('wie zijn berichten opnieuw leest heeft dezelfde partij terug', async () => {
  const { aanbieder } = await speel(scenario('roerig'), 2, 60)
  const terug = maakAanbieder(AANBIEDER, scenario('roerig').aanbieder, 2)
  const { gemeente, bezorgd } = await speel(scenario('roerig'), 2, 60)
  expect(weet(gemeente)).toEqual(weet(aanbieder))
  expect(bezorgd.length).toBeGreaterThan(50)
  for (const { bericht } of [...(aanbieder.paren()[0]?.gezien.values() ?? [])].reverse()) terug.herinner(alsXml(bericht))
  expect(weet(terug)).toEqual(weet(aanbieder))
  const kenmerken = (x: Gespeeld) => [...(x.paren()[0]?.pogingen ?? [])].sort()
  expect(kenmerken(terug)).toEqual(kenmerken(aanbieder))
})

function alsXml({ naam, waarde }: GelezenBericht): Uint8Array {
  const xml = schrijfBericht(naam, waarde as never)
  if (!xml.ok) throw new Error(JSON.stringify(xml.fout))
  return new TextEncoder().encode(xml.value)
}
