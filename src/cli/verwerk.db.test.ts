/** `bericht verwerk` en `contract laad` op de ingebouwde database, met bestanden; ook als het programma midden in het werk wordt gedood. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { casus4 } from '#messages/keten/casussen.testhulp.ts'
import { alsBytes, declareer, regel, stuur, vanBytes, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { houdOp, maakMap } from '#storage/postgres/proces.testhulp.ts'
import { draai, wortel } from './draai.testhulp.ts'

const klad = mkdtempSync(join(tmpdir(), 'meedoen-verwerk-'))
const [gemeente, aanbieder] = [maakMap(), maakMap()]
// Houdt beide servers op tijdens de tests: elke opdracht sluit dan alleen aan.
const servers: Awaited<ReturnType<typeof houdOp>>[] = []
beforeAll(async () => {
  for (const { map } of [gemeente, aanbieder]) servers.push(await houdOp(map))
})
afterAll(async () => {
  for (const server of servers) await server.stop()
  await gemeente.ruimOp()
  await aanbieder.ruimOp()
  rmSync(klad, { recursive: true })
})

type Uitkomst = { bestand: string; bericht: string | null; uitkomst: string; retour: string | null; retourcodes: object[] }
const partijen = { gemeente: { map: gemeente.map, partij: '9990' }, aanbieder: { map: aanbieder.map, partij: '98765432' } }
type Rol = keyof typeof partijen
const opties = (rol: Rol, uit: string, data = partijen[rol].map) => [
  ...['--data', data, '--rol', rol, '--partij', partijen[rol].partij],
  ...['--systeemdatum', '2026-02-20', '--uit', uit, '--json'],
]

async function verwerk(rol: Rol, uit: string, ...bestanden: string[]): Promise<{ code: number; uitkomsten: Uitkomst[]; fout: string }> {
  const { code, uit: tekst, fout } = await draai(['bericht', 'verwerk', ...bestanden, ...opties(rol, uit)])
  return { code, uitkomsten: tekst === '' ? [] : JSON.parse(tekst), fout }
}

let nummer = 0
/** Zet een bericht als bestand klaar en geeft zijn pad. */
function leg({ naam, waarde }: Zending, identificatie = `B${nummer++}`): string {
  waarde.Header.BerichtIdentificatie.Identificatie = identificatie
  const pad = join(klad, `${naam}-${identificatie}.xml`)
  writeFileSync(pad, alsBytes(naam, waarde))
  return pad
}

describe('over en weer', () => {
  it('casus 4 over bestanden: elk bericht wordt beantwoord, en het antwoord gekoppeld', async () => {
    const [uitG, uitA] = [join(klad, 'uit-g'), join(klad, 'uit-a')]
    for (const { van, zending } of casus4()) {
      const pad = leg(zending)
      const ander = van === 'gemeente' ? 'aanbieder' : 'gemeente'
      const [verzonden] = (await verwerk(van, van === 'gemeente' ? uitG : uitA, pad)).uitkomsten
      expect(verzonden).toEqual({ bestand: pad, bericht: zending.naam, uitkomst: 'geaccepteerd', retour: null, retourcodes: [] })
      const { code, uitkomsten } = await verwerk(ander, ander === 'gemeente' ? uitG : uitA, pad)
      expect({ code, ...uitkomsten[0] }).toMatchObject({ code: 0, uitkomst: 'geaccepteerd', retour: expect.any(String), retourcodes: [] })
      const retour = uitkomsten[0]?.retour ?? ''
      expect(vanBytes(readFileSync(retour)).naam).toMatch(/^WMO30[268]$/)
      expect(await verwerk(van, uitG, retour)).toMatchObject({ code: 0, uitkomsten: [{ uitkomst: 'geaccepteerd', retour: null }] })
    }
    // Een stop met een andere reden dan de ene die er nog staat, kan niet meer weg: er is er precies één.
    const weg = stuur('WMO307', (m) => {
      const laatste = casus4()[3]?.zending.waarde as typeof m
      Object.assign(m, structuredClone(laatste))
      m.Client.StopProducten.StopProduct = [
        { ...(laatste.Client.StopProducten.StopProduct[0] as never as object), StatusAanlevering: '3' } as never,
      ]
    })
    expect(await verwerk('gemeente', uitG, leg(weg))).toMatchObject({
      code: 1,
      uitkomsten: [{ retourcodes: [{ code: '9063', regel: 'TR063' }] }],
    })
  })

  it('dezelfde bytes nog eens: hetzelfde antwoord, byte voor byte, en niets erbij', async () => {
    const uit = join(klad, 'uit-herhaald')
    const pad = leg(wijsToe({ ToewijzingNummer: 31 }))
    const eerst = await verwerk('aanbieder', uit, pad)
    const bytes = readFileSync(eerst.uitkomsten[0]?.retour ?? '')
    const nogEens = await verwerk('aanbieder', uit, pad, pad)
    expect(nogEens.uitkomsten).toEqual([eerst.uitkomsten[0], eerst.uitkomsten[0]])
    expect(readFileSync(nogEens.uitkomsten[0]?.retour ?? '')).toEqual(bytes)
    expect(readdirSync(uit)).toHaveLength(1)
  })

  it('wat niet goed is: schema, vreemd, onleesbaar, en de opgave zelf', async () => {
    const uit = join(klad, 'uit-mis')
    const kapot = join(klad, 'kapot.xml')
    writeFileSync(kapot, '<geen/>')
    expect(await verwerk('gemeente', uit, kapot)).toMatchObject({
      code: 1,
      uitkomsten: [{ bestand: kapot, bericht: null, uitkomst: 'niveau1', retour: null, retourcodes: [] }],
    })
    const ander = leg(stuur('WMO305', (m) => (m.Header.Ontvanger = '9991')))
    expect(await verwerk('gemeente', uit, ander)).toMatchObject({ code: 1, uitkomsten: [{ uitkomst: 'afgewezen', retour: null }] })
    expect(await verwerk('gemeente', uit, join(klad, 'bestaat-niet.xml'))).toMatchObject({
      code: 2,
      fout: expect.stringContaining('bestaat niet'),
    })
    const verkeerd = await draai(['bericht', 'verwerk', kapot, ...opties('gemeente', uit).map((o) => (o === '9990' ? '99' : o))])
    expect(verkeerd).toMatchObject({ code: 2, fout: expect.stringContaining('gemeentecode van vier cijfers') })
    expect(await draai(['bericht', 'verwerk', kapot, '--data', klad])).toMatchObject({ code: 2 })
  })

  it('met een geladen contract: een ander tarief wordt per regel teruggegeven', async () => {
    const uit = join(klad, 'uit-contract')
    const contract = join(klad, 'contract.yaml')
    writeFileSync(
      contract,
      `gemeenten: ["9990"]
producten:
  - code: 02A01
    categorie: "02"
    catalogusproduct: lopen
    tarieven:
      - { eenheid: "04", tarief: 6250, van: "2026-01-01" }
  - code: 03A01
    categorie: "03"
    tarieven:
      - { eenheid: "04", tarief: 6250, van: "2026-01-01" }
aanbieders:
  - { agb: "98765432", naam: Zorg in Nergens }
`,
    )
    expect(await draai(['contract', 'laad', contract, '--data', gemeente.map, '--json'])).toMatchObject({
      code: 0,
      uit: JSON.stringify({ gemeenten: 1, aanbieders: 1, tarieven: 2 }, null, 2).concat('\n'),
    })
    const ander = { Product: { Categorie: '03', Code: '03A01' } } as const
    expect(await verwerk('gemeente', uit, leg(wijsToe({ ToewijzingNummer: 41 }, { ToewijzingNummer: 42, ...ander })))).toMatchObject({
      code: 0,
    })
    const declaratie = declareer('DC1', [
      regel('T1', { ToewijzingNummer: 41 }),
      regel('T2', { ToewijzingNummer: 42, ProductCategorie: '03', ProductCode: '03A01', ProductTarief: 6300 }),
    ])
    const { code, uitkomsten } = await verwerk('gemeente', uit, leg(declaratie, 'DC1'))
    expect(uitkomsten[0]?.retourcodes).toEqual([{ klasse: 'Prestatie', sleutel: 'T2', code: '0611', regel: 'TR418' }])
    expect({ code, ...uitkomsten[0] }).toMatchObject({ code: 1, bericht: 'WMO323', uitkomst: 'deels' })
    // Voor mensen: wat er mis is en wat te doen, zonder de delen waar het op sloeg.
    const opnieuw = leg(declaratie, 'DC1')
    const woorden = (await draai(['bericht', 'verwerk', opnieuw, ...opties('gemeente', uit).filter((o) => o !== '--json')])).uit
    expect(woorden).toContain('deels afgewezen; dit bericht was er al.\n  0611 op Prestatie, regel TR418\n')
    expect(woorden).toContain('Neem het tarief uit het contract.')
    expect(woorden).not.toContain('T2')
  })

  it('een contractbestand dat niet klopt: elke fout met regel en kolom, en niets geladen', async () => {
    const contract = join(klad, 'fout.yaml')
    writeFileSync(
      contract,
      'gemeenten: [9990]\nproducten:\n  - { code: 02A01, categorie: "99", tarieven: [{ eenheid: "04", tarief: 62.5, van: "2026-01-01" }] }\naanbieders: []\n',
    )
    const { code, fout } = await draai(['contract', 'laad', contract, '--data', gemeente.map])
    expect(code).toBe(2)
    for (const deel of [':1:', 'aanhalingstekens', 'productcategorie bestaat niet', 'eurocenten', 'Minstens één aanbieder'])
      expect(fout).toContain(deel)
  })
})

describe('gedood midden in het werk', () => {
  /** Start het programma en doodt het zodra de zoveelste uitkomst er is. */
  const dood = (data: string, uit: string, na: number, bestanden: string[]): Promise<void> =>
    new Promise((klaar) => {
      const kind = spawn(
        process.execPath,
        ['--import', 'tsx', `${wortel}src/main.ts`, 'bericht', 'verwerk', ...bestanden, ...opties('aanbieder', uit, data)],
        {
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      )
      let gezien = 0
      createInterface({ input: kind.stdout }).on('line', (regel_) => {
        if (regel_.includes('"bestand"') && ++gezien === na) kind.kill('SIGKILL')
      })
      kind.on('close', () => klaar())
    })

  it('niets kwijt en niets dubbel: na nog een keer draaien heeft elk bericht precies één antwoord', async () => {
    const proef = maakMap()
    const server = await houdOp(proef.map)
    const uit = join(klad, 'uit-dood')
    mkdirSync(uit)
    try {
      const bestanden = Array.from({ length: 12 }, (_, i) => leg(wijsToe({ ToewijzingNummer: 500 + i }), `K${i}`))
      for (const na of [1, 3, 7]) await dood(proef.map, uit, na, bestanden)
      const { code, uit: tekst } = await draai(['bericht', 'verwerk', ...bestanden, ...opties('aanbieder', uit, proef.map)])
      expect(code).toBe(0)
      const uitkomsten = JSON.parse(tekst) as Uitkomst[]
      const retouren = uitkomsten.map((u) => u.retour ?? '')
      expect(new Set(retouren).size).toBe(bestanden.length)
      expect(
        readdirSync(uit)
          .filter((n) => n.endsWith('.xml'))
          .sort(),
      ).toEqual(retouren.map((r) => r.slice(uit.length + 1)).sort())
      for (const [i, retour] of retouren.entries())
        expect(vanBytes(readFileSync(retour))).toMatchObject({
          naam: 'WMO302',
          waarde: { Header: { BerichtIdentificatie: { Identificatie: `K${i}` } } },
        })
      const { tel } = server
      expect(await tel('bericht')).toBe(bestanden.length * 2)
      expect(await tel('toewijzing')).toBe(bestanden.length)
      expect(await tel(`audit where doel like 'iWmo WMO301%'`)).toBe(bestanden.length)
      expect(await tel(`bericht where richting = 'uit' and verzonden_op is null`)).toBe(0)
    } finally {
      await server.stop()
      await proef.ruimOp()
    }
  })
})
