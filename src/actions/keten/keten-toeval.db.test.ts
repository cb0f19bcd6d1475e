/** Wat de database in één keer over een hele gemeente telt, is wat een mens rij voor rij zou vinden: op verzonnen verkeer waarin van alles misgaat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { maakToeval } from '#core/base/toeval.ts'
import { type Berichtstand, berichtstanden } from '#core/toewijzing/berichtstand.ts'
import { telLopendeToewijzingen } from '#storage/berichten/contractbeheer.ts'
import { leesBerichten } from '#storage/berichten/inzage.ts'
import { zoekVerschillen } from '#storage/berichten/verschillen.ts'
import { maakTestdatabase, type Testdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { inTransactie, maakKysely, type Tx } from '#storage/transactie.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import { oordeelUit, rekenNa } from './ketenreferentie.testhulp.ts'
import { GEMEENTE, maakWereld, uuid, VANDAAG, VULLING, type Wereld } from './ketenwereld.testhulp.ts'
import { berekenTermijnenBij, HOOGSTENS, haalTermijnen, sindsWanneer, vraagTermijnen } from './bereken-termijnen.ts'

const WIE = uuid(999_999)
const SINDS = '2026-08-26' as Datum
const VRIJ = ['2026-09-14', '2026-11-20'] as Datum[]
const ZADEN = [1, 2, 3, 4, 5]

const alsAdministratie = <T>(d: Testdatabase, werk: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactie(maakKysely(d.app), { gemeente: GEMEENTE, medewerker: WIE, rollen: ['administratie'], team: null }, async (tx) => ({
    bewaar: false,
    waarde: await werk(tx),
  }))

describe.each(ZADEN)('verzonnen gemeente %i', (zaad) => {
  const wereld = maakWereld(zaad)
  const { geldend, feiten, verschillen } = rekenNa(wereld)
  let d: Testdatabase
  beforeAll(async () => {
    d = await maakTestdatabase()
    await zet(d, wereld)
  })
  afterAll(() => d.sluit())
  const vraag = <T>(werk: (tx: Tx) => Promise<T>): Promise<T> => alsAdministratie(d, werk)

  it('termijnen: per regel en aanbieder dezelfde aantallen, en dezelfde gevallen die te laat zijn', async () => {
    const verwacht = oordeelUit(feiten, SINDS, VRIJ)
    const uit = await vraag((tx) => vraagTermijnen(tx, GEMEENTE, { vandaag: VANDAAG, sinds: SINDS, gelijkgesteld: VRIJ, hoogstens: 1000 }))
    const tellingen = new Map<string, number>()
    for (const o of verwacht)
      tellingen.set(`${o.soort} ${o.aanbieder} ${o.stand}`, (tellingen.get(`${o.soort} ${o.aanbieder} ${o.stand}`) ?? 0) + 1)
    const geteld = uit.tellingen.flatMap((t) =>
      (['op_tijd', 'te_laat', 'loopt', 'verlopen'] as const).flatMap((s) => (t[s] > 0 ? [`${t.soort} ${t.aanbieder} ${s} ${t[s]}`] : [])),
    )
    expect(geteld.sort()).toEqual([...tellingen].map(([wat, n]) => `${wat} ${n}`).sort())
    expect(uit.verlopen.map(tekst).sort()).toEqual(
      verwacht
        .filter((o) => o.stand === 'verlopen')
        .map(tekst)
        .sort(),
    )
    expect(new Set(verwacht.map((o) => o.stand)).size).toBe(4)
  })

  it('een lijst op stand: dezelfde berichten als wie ze allemaal leest en dan kiest', async () => {
    for (const [stand, deel] of [
      ['mislukt', 0],
      ['wacht', 1],
    ] as const)
      await d.eigenaar.query(`insert into envelop (gemeente, id, partij, richting, soort, referentie, afzender, ontvanger, tijdstip, bericht, stand, gemaakt_op)
        select gemeente, id, partij, 'uit', 'Di01', 'e' || id, afzender, aanbieder, 'x', id, '${stand}', now() from bericht
        where richting = 'uit' and ('x' || right(id::text, 2))::bit(8)::int % 5 = ${deel}`)
    const lees = (stand?: Berichtstand) => vraag((tx) => leesBerichten(tx, GEMEENTE, { stand, hoogstens: 10_000 }))
    const alle = await lees()
    for (const stand of Object.keys(berichtstanden) as Berichtstand[])
      expect((await lees(stand)).map((b) => b.id)).toEqual(alle.filter((b) => b.stand === stand).map((b) => b.id))
    expect([...new Set(alle.map((b) => b.stand))]).toEqual(
      expect.arrayContaining(['aangenomen', 'afgekeurd', 'wacht_op_antwoord', 'klaargezet', 'niet_bezorgd', 'verzonden', 'vervangen']),
    )
  })

  it('bij de contracten: per aanbieder evenveel toewijzingen die lopen of nog ingaan, ook van één dag', async () => {
    const perAanbieder = (rijen: readonly { aanbieder: string; aantal: number }[]) => {
      const aantallen = new Map<string, number>()
      for (const { aanbieder, aantal } of rijen) aantallen.set(aanbieder, (aantallen.get(aanbieder) ?? 0) + aantal)
      return [...aantallen].sort()
    }
    // Vanaf een dag lang geleden, want van één dag zijn er die al voorbij zijn.
    const dag = '2020-01-01'
    const lopend = geldend.filter((t) => t.einddatum === null || t.einddatum >= dag)
    expect(lopend.length).toBeGreaterThan(0)
    expect(perAanbieder(await vraag((tx) => telLopendeToewijzingen(tx, dag)))).toEqual(
      perAanbieder(lopend.map(({ aanbieder }) => ({ aanbieder, aantal: 1 }))),
    )
  })

  it('van elke regel komen de langst verlopen gevallen, en telt de rest alleen mee', async () => {
    const uit = await vraag((tx) => vraagTermijnen(tx, GEMEENTE, { vandaag: VANDAAG, sinds: SINDS, gelijkgesteld: VRIJ, hoogstens: 3 }))
    const alle = oordeelUit(feiten, SINDS, VRIJ).filter((o) => o.stand === 'verlopen')
    for (const soort of new Set(alle.map((o) => o.soort))) {
      const van = alle
        .filter((o) => o.soort === soort)
        .sort((a, b) => (a.vanaf === b.vanaf ? (a.kenmerk < b.kenmerk ? -1 : 1) : a.vanaf < b.vanaf ? -1 : 1))
      expect(uit.verlopen.filter((r) => r.soort === soort).map((r) => r.vanaf)).toEqual(van.slice(0, 3).map((o) => o.vanaf))
      expect(uit.tellingen.filter((t) => t.soort === soort).reduce((n, t) => n + t.verlopen, 0)).toBe(van.length)
    }
  })

  it('aansluiting: dezelfde verschillen, en met een grens de oudste met het hele aantal', async () => {
    const op = { vandaag: VANDAAG, nu: new Date(`${VANDAAG}T12:00:00Z`) }
    const uit = await vraag((tx) => zoekVerschillen(tx, GEMEENTE, { ...op, hoogstens: 1000 }))
    expect(uit.rijen.map((r) => tekst({ ...r, vanaf: r.sinds })).sort()).toEqual(verschillen.map(tekst).sort())
    const kort = await vraag((tx) => zoekVerschillen(tx, GEMEENTE, { ...op, hoogstens: 2 }))
    expect(kort.aantallen).toEqual(uit.aantallen)
    for (const soort of Object.keys(uit.aantallen))
      expect(kort.rijen.filter((r) => r.soort === soort)).toEqual(uit.rijen.filter((r) => r.soort === soort).slice(0, 2))
  })
})

it.each(ZADEN)(
  'gemeente %i: wat bewaard is, is wat er op dat moment uitkomt; na ander verkeer blijft het staan tot het weer berekend is',
  async (zaad) => {
    const wereld = maakWereld(zaad)
    const d = await maakTestdatabase()
    await zet(d, wereld)
    const vraag = <T>(werk: (tx: Tx) => Promise<T>): Promise<T> => alsAdministratie(d, werk)
    const nu = { op: new Date(`${VANDAAG}T12:00:00Z`) }
    const dienst = { db: maakKysely(d.app), nu: () => nu.op, vandaag: () => VANDAAG }
    const verst = async () => {
      const gelijkgesteld = await vraag(leesGelijkgesteldeDagen)
      return vraag((tx) =>
        vraagTermijnen(tx, GEMEENTE, { vandaag: VANDAAG, sinds: sindsWanneer(VANDAAG), gelijkgesteld, hoogstens: HOOGSTENS }),
      )
    }
    const bewaard = async (weinig: number) => {
      const { berekend_op: _, vandaag, ...rest } = await vraag((tx) => haalTermijnen(tx, GEMEENTE, dienst, weinig))
      expect(vandaag).toBe(VANDAAG)
      return rest
    }
    const toeval = maakToeval(zaad)
    expect(await berekenTermijnenBij(dienst, 0)).toBe(1)
    for (let keer = 0; keer < 3; keer++) {
      const eerst = await verst()
      expect(await bewaard(0)).toEqual(eerst)
      expect(await berekenTermijnenBij(dienst, 0)).toBe(0)
      nu.op = new Date(nu.op.getTime() + 3_600_000)
      await schud(d, wereld, toeval, nu.op)
      const later = await verst()
      expect(later).not.toEqual(eerst)
      expect(await bewaard(0)).toEqual(eerst)
      expect(await bewaard(1_000_000)).toEqual(later)
      expect(await berekenTermijnenBij(dienst, 0)).toBe(1)
      expect(await bewaard(0)).toEqual(later)
    }
    await d.sluit()
  },
)

it('wat jaren geleden liep wordt net zo beoordeeld, ook wat toen op tijd klaar was', async () => {
  const vroeger = JSON.parse(JSON.stringify(maakWereld(1)).replace(/"20(\d\d)-/g, (_, jaar) => `"20${Number(jaar) - 6}-`)) as Wereld
  const d = await maakTestdatabase()
  await zet(d, vroeger)
  const sinds = '2015-01-01' as Datum
  const { tellingen } = await alsAdministratie(d, (tx) =>
    vraagTermijnen(tx, GEMEENTE, { vandaag: VANDAAG, sinds, gelijkgesteld: [], hoogstens: 10 }),
  )
  const verwacht = oordeelUit(rekenNa(vroeger).feiten, sinds, [])
  for (const stand of ['op_tijd', 'te_laat', 'loopt', 'verlopen'] as const)
    expect([stand, tellingen.reduce((n, t) => n + t[stand], 0)]).toEqual([stand, verwacht.filter((o) => o.stand === stand).length])
  expect(verwacht.filter((o) => o.stand === 'op_tijd').length).toBeGreaterThan(10)
  await d.sluit()
})

it('elke regel en elk verschil komt in het verzonnen verkeer voor', () => {
  const alles = ZADEN.map((zaad) => rekenNa(maakWereld(zaad)))
  expect(new Set(alles.flatMap((a) => a.feiten.map((f) => f.soort))).size).toBe(9)
  // Een antwoord op iets onbekends krijgt een eigen proef, over de echte weg.
  expect(new Set(alles.flatMap((a) => a.verschillen.map((v) => v.soort))).size).toBeGreaterThanOrEqual(6)
})

const tekst = (r: {
  soort: string
  aanbieder: string | null
  kenmerk: string
  bericht: string | null
  indicatie: string | null
  vanaf: string
}): string => [r.soort, r.aanbieder, r.kenmerk, r.bericht, r.indicatie, r.vanaf].join(' | ')

/** Er verandert van alles: een bericht wordt vervangen, een ander alsnog verstuurd, een melding telt niet meer. */
async function schud({ eigenaar }: Testdatabase, w: Wereld, toeval: () => number, nu: Date): Promise<void> {
  const kies = () => w.bericht[Math.floor(toeval() * w.bericht.length)]?.id
  for (let i = 0; i < 40; i++)
    await eigenaar.query('update bericht set vervangen_op = case when vervangen_op is null then $1::timestamptz end where id = $2', [
      nu,
      kies(),
    ])
  for (let i = 0; i < 40; i++) await eigenaar.query("update bericht set verzonden_op = $1 where id = $2 and richting = 'uit'", [nu, kies()])
  for (let i = 0; i < 10; i++) await eigenaar.query('delete from levering where bericht = $1', [kies()])
}

/** De rijen zoals zij zijn, met de inwoner en voorziening die een indicatie nodig heeft. */
async function zet({ eigenaar }: Testdatabase, w: Wereld): Promise<void> {
  await eigenaar.query(`insert into gemeente values ('${GEMEENTE}', 'Proef', 'proef', true)`)
  await eigenaar.query(`insert into catalogus_inhoud (hash, catalogus, versie, inhoud) values ('x', 'x', 'x', '{}')`)
  await eigenaar.query(`insert into inwoner (gemeente, id, achternaam, zoeknaam, geen_bsn_reden, gemaakt_op, gewijzigd_op, gewijzigd_door)
    values ('${GEMEENTE}', '${WIE}', 'Proef', 'proef', 'x', now(), now(), '${WIE}')`)
  await eigenaar.query(`insert into voorziening (gemeente, id, inwoner, product, familie, gemaakt_op, gemaakt_door)
    values ('${GEMEENTE}', '${WIE}', '${WIE}', 'x', 'x', now(), '${WIE}')`)
  const tabellen: (keyof Wereld)[] = [
    'indicatie',
    'gebeurtenis',
    'bericht',
    'oordeel',
    'toewijzing',
    'levering',
    'verzoek',
    'verzoekantwoord',
    'declaratie',
    'prestatie',
  ]
  for (const tabel of tabellen) {
    const wie = { inwoner: WIE, voorziening: WIE, vastgesteld_door: WIE, gemaakt_door: WIE }
    const rijen = w[tabel].map((rij, volg) => ({
      gemeente: GEMEENTE,
      partij: GEMEENTE,
      volg,
      versie: 1,
      ...wie,
      ...VULLING[tabel],
      ...rij,
      ...(tabel === 'bericht' && { hash: `\\x${volg.toString(16).padStart(8, '0')}` }),
    }))
    const kolommen = [...new Set(rijen.flatMap((r) => Object.keys(r)))]
    const { rows } = await eigenaar.query<{ k: string }>(
      `select column_name as k from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [tabel],
    )
    const samen = rows
      .map((r) => r.k)
      .filter((k) => kolommen.includes(k))
      .join(', ')
    await eigenaar.query(`insert into ${tabel} (${samen}) select ${samen} from jsonb_populate_recordset(null::${tabel}, $1)`, [
      JSON.stringify(rijen),
    ])
  }
}
