/** Een declaratie als stroom krijgt hetzelfde oordeel en laat hetzelfde achter als in één keer. */
import { afterEach, describe, expect, it } from 'vitest'
import { alsBytes, credit, declareer, PARTIJEN, regel, type Regel, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { RUSTIG } from '#messages/keten/keten.testhulp.ts'
import { BSN, ANDER_BSN } from '#messages/voorbeelden.testhulp.ts'
import { alsStroom, antwoordVan, type Databasekant, maakDatabasekant, metRuimte, watWeet } from './kanten.testhulp.ts'
import { verwerkBericht, type Verwerkt } from './verwerk-bericht.ts'

const open: Databasekant[] = []
afterEach(async () => {
  for (const kant of open.splice(0)) await kant.sluit()
})
async function maakKant(rol: 'gemeente' | 'aanbieder' = 'gemeente'): Promise<Databasekant> {
  const kant = await maakDatabasekant(rol, RUSTIG, [])
  open.push(kant)
  return kant
}

let nummer = 0
function bytesVan({ naam, waarde }: Zending): Buffer {
  waarde.Header.BerichtIdentificatie.Identificatie = `S${nummer++}`
  return metRuimte(alsBytes(naam, waarde))
}
const ineens = (kant: Databasekant, bytes: Buffer): Promise<Verwerkt> => verwerkBericht(kant.keten, bytes)

const CLIENTEN = [BSN, ANDER_BSN, '999990032', '999990044']
const toegewezen = (): Zending[] =>
  CLIENTEN.slice(0, 3).map((bsn, i) => {
    const zending = wijsToe({ ToewijzingNummer: i + 1 })
    ;(zending.waarde as { Client: { Bsn: string } }).Client.Bsn = bsn
    return zending
  })
/** Vier cliënten: goed, deels fout, een onbekende debetregel gecrediteerd, en iemand zonder toewijzing. */
function gemengd(id: string): Zending {
  const per: [string, Regel[]][] = [
    [CLIENTEN[0] as string, [regel(`${id}-1`)]],
    [
      CLIENTEN[1] as string,
      [regel(`${id}-2`, { ToewijzingNummer: 2, GeleverdVolume: 3 }), regel(`${id}-3`, { ToewijzingNummer: 2, ProductCode: '02A09' })],
    ],
    [CLIENTEN[2] as string, [credit(`${id}-4`, regel('bestaat-niet', { ToewijzingNummer: 3 })), regel(`${id}-1`, { ToewijzingNummer: 3 })]],
    [CLIENTEN[3] as string, [regel(`${id}-5`, { ToewijzingNummer: 9 })]],
  ]
  return declareer(`D${id}`, [], (m) => {
    m.Declaratie.Clienten.Client = per.map(([Bsn, Prestatie]) => ({ Bsn, Prestaties: { Prestatie } }))
  })
}
/** Eén cliënt met zoveel regels dat hij niet in één beurt gaat, tussen twee kleine in; wat terugkomt staat verspreid. */
function groteClient(id: string): Zending {
  const fout = (n: number) => (n % 3 === 0 ? { ProductCode: '02A09' } : {})
  const veel = Array.from({ length: 1_000 }, (_, n) => regel(`${id}-v${n}`, { ToewijzingNummer: 2, ...fout(n) }))
  const per: [string, Regel[]][] = [
    [CLIENTEN[3] as string, [regel(`${id}-1`, { ToewijzingNummer: 9 })]],
    [CLIENTEN[1] as string, veel],
    [CLIENTEN[2] as string, [regel(`${id}-2`, { ToewijzingNummer: 3, ProductCode: '02A09' })]],
  ]
  return declareer(`D${id}`, [], (m) => {
    m.Declaratie.Clienten.Client = per.map(([Bsn, Prestatie]) => ({ Bsn, Prestaties: { Prestatie } }))
  })
}
const alles = (ids: string[]) => ({
  bsns: CLIENTEN,
  nummers: [1, 2, 3],
  referenties: ids.flatMap((id) => [1, 2, 3, 4, 5].map((n) => `${id}-${n}`)),
  declaraties: ids.map((id) => `D${id}`),
})

describe('hetzelfde als in één keer', () => {
  it.each<[string, (id: string) => Zending]>([
    ['goed en fout door elkaar', gemengd],
    ['een cliënt met honderden regels die terugkomen', groteClient],
    ['alles goed', (id) => declareer(`D${id}`, [regel(`${id}-1`)])],
    ['alles fout', (id) => declareer(`D${id}`, [regel(`${id}-1`, { ProductCode: '02A09' })])],
    ['fout in de kop', (id) => declareer(`D${id}`, [regel(`${id}-1`)], (m) => (m.Header.BerichtIdentificatie.Dagtekening = '2031-01-01'))],
    ['fout op de declaratie', (id) => declareer('DX', [regel(`${id}-1`)])],
    ['fout binnen het bericht', (id) => declareer(`D${id}`, [regel(`${id}-1`), regel(`${id}-1`)])],
  ])('%s', async (_, maak) => {
    const [a, b] = [await maakKant(), await maakKant()]
    const eerst = [
      ...toegewezen(),
      declareer('DX', [regel('X-1', { ProductPeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' } })], (m) => {
        m.Header.BerichtIdentificatie.Dagtekening = '2026-03-02'
        m.Declaratie.DeclaratieDagtekening = '2026-03-02'
        m.Declaratie.DeclaratiePeriode = { Begindatum: '2026-02-01', Einddatum: '2026-02-28' }
      }),
    ].slice(0, _ === 'fout op de declaratie' ? 4 : 3)
    for (const zending of eerst) {
      const bytes = bytesVan(zending)
      for (const kant of [a, b]) await ineens(kant, bytes)
    }
    const bytes = bytesVan(maak('A'))
    const [heel, delen] = [await ineens(a, bytes), await alsStroom(b, bytes)]
    expect({ uitkomst: delen.uitkomst, codes: delen.retourcodes }).toEqual({ uitkomst: heel.uitkomst, codes: heel.retourcodes })
    expect(await antwoordVan(delen)).toBe(await antwoordVan(heel))
    const weet = alles(['A', 'X'])
    expect(await watWeet(b.stand, PARTIJEN, weet)).toEqual(await watWeet(a.stand, PARTIJEN, weet))
    for (const tabel of ['prestatie', 'declaratie', 'oordeel', 'afgewezen_regel', 'bericht', 'ketenclient', 'uitval'])
      expect([tabel, await b.tel(tabel)]).toEqual([tabel, await a.tel(tabel)])
    // Nog eens dezelfde bytes, langs beide wegen: het antwoord van toen.
    for (const [kant, eerder] of [
      [a, heel],
      [b, delen],
    ] as const)
      for (const weg of [ineens, alsStroom])
        expect(await weg(kant, bytes)).toMatchObject({
          isHerhaling: true,
          uitkomst: eerder.uitkomst,
          retour: { id: eerder.retour?.id, bestand: eerder.retour?.bestand },
        })
    expect(await b.tel('bericht')).toBe(await a.tel('bericht'))
  })
})

it('voldoet het eind niet aan het schema, dan blijft er van de declaratie niets over dan de bytes en werk voor een mens', async () => {
  const kant = await maakKant()
  for (const zending of toegewezen()) await ineens(kant, bytesVan(zending))
  const heel = bytesVan(gemengd('A')).toString('utf8')
  const kapot = Buffer.from(heel.replace(/<\/wmo323:Clienten>[\s\S]*$/, ''))
  expect(await alsStroom(kant, kapot)).toMatchObject({ bericht: 'WMO323', uitkomst: 'niveau1', retour: null, isHerhaling: false })
  expect(await kant.tel('prestatie')).toBe(0)
  expect(await kant.tel(`uitval where soort = 'schema'`)).toBe(1)
  expect(await alsStroom(kant, kapot)).toMatchObject({ uitkomst: 'niveau1', isHerhaling: true })
  expect(await ineens(kant, kapot)).toMatchObject({ uitkomst: 'niveau1', isHerhaling: true })
  expect(await alsStroom(kant, Buffer.from(heel))).toMatchObject({ uitkomst: 'deels', isHerhaling: false })
})

it('een eigen grote declaratie telt als verzonden, en het antwoord erop sluit aan', async () => {
  const [gemeente, aanbieder] = [await maakKant(), await maakKant('aanbieder')]
  for (const zending of toegewezen()) {
    const bytes = bytesVan(zending)
    for (const kant of open) await ineens(kant, bytes)
  }
  const bytes = bytesVan(gemengd('A'))
  expect(await alsStroom(aanbieder, bytes)).toMatchObject({ uitkomst: 'geaccepteerd', retour: null })
  const antwoord = Buffer.from((await antwoordVan(await alsStroom(gemeente, bytes))) ?? '')
  expect(await alsStroom(aanbieder, antwoord)).toMatchObject({ bericht: 'WMO325', uitkomst: 'geaccepteerd' })
  expect(await watWeet(aanbieder.stand, PARTIJEN, alles(['A']))).toEqual(await watWeet(gemeente.stand, PARTIJEN, alles(['A'])))
})

describe('een antwoord op een declaratie van ons: hetzelfde als in één keer', () => {
  const ander = (van: string, naar: string) => (xml: string) => xml.replace(van, naar)
  it.each<[string, (xml: string) => string, 'geaccepteerd' | 'afgewezen']>([
    ['goed', (xml) => xml, 'geaccepteerd'],
    ['een regel die niet in de declaratie stond', ander('>A-3<', '>A-9<'), 'afgewezen'],
    ['een regel met een ander bedrag', (xml) => xml.replace(/(<wmo325:Bedrag>|<iwmo:Bedrag>)\d+/g, '$11'), 'afgewezen'],
    ['een cliënt die er niet in stond', (xml) => xml.replaceAll(`>${ANDER_BSN}<`, '>999990056<'), 'afgewezen'],
    ['een ander declaratienummer', (xml) => xml.replaceAll('>DA<', '>DZ<'), 'afgewezen'],
    ['gedagtekend in de toekomst', (xml) => xml.replace(/(Dagtekening>)20\d\d/, '$12031'), 'afgewezen'],
    [
      'over een declaratie die wij niet kennen',
      (xml) => xml.replace(/(DeclaratieIdentificatie>\s*<iwmo:Identificatie>)[^<]+/, '$1ONBEKEND'),
      'afgewezen',
    ],
  ])('%s', async (_, verander, uitkomst) => {
    const [gemeente, a, b] = [await maakKant(), await maakKant('aanbieder'), await maakKant('aanbieder')]
    const eigen = gemengd('A')
    for (const bytes of [...toegewezen().map(bytesVan), bytesVan(eigen)]) for (const kant of [a, b]) await ineens(kant, bytes)
    for (const bytes of toegewezen().map(bytesVan)) await ineens(gemeente, bytes)
    const declaratie = metRuimte(alsBytes(eigen.naam, eigen.waarde))
    const antwoord = (await antwoordVan(await ineens(gemeente, declaratie))) ?? ''
    const bytes = metRuimte(Buffer.from(verander(antwoord)))
    const [heel, delen] = [await ineens(a, bytes), await alsStroom(b, bytes)]
    expect([heel.bericht, heel.uitkomst]).toEqual(['WMO325', uitkomst])
    expect({ ...delen, retourcodes: [...delen.retourcodes] }).toEqual({ ...heel, retourcodes: [...heel.retourcodes] })
    expect(await watWeet(b.stand, PARTIJEN, alles(['A']))).toEqual(await watWeet(a.stand, PARTIJEN, alles(['A'])))
    for (const tabel of ['oordeel', 'afgewezen_regel', 'bericht', 'ketenclient', 'uitval', 'bericht where over is not null'])
      expect([tabel, await b.tel(tabel)]).toEqual([tabel, await a.tel(tabel)])
    for (const [kant, weg] of [
      [a, alsStroom],
      [b, ineens],
    ] as const)
      expect(await weg(kant, bytes)).toMatchObject({ isHerhaling: true, uitkomst, retour: null })
  })

  it('half binnengekomen: een schemafout, en verder niets', async () => {
    const kant = await maakKant('aanbieder')
    const kapot = `<wmo325:Bericht xmlns:wmo325="http://www.istandaarden.nl/iwmo/3_2/wmo325/schema">`
    expect(await alsStroom(kant, Buffer.from(kapot))).toMatchObject({ uitkomst: 'niveau1', retour: null })
    expect(await kant.tel('oordeel')).toBe(0)
  })
})
