/** Twee draaiende kanten met elk een database, over echte https-verbindingen met certificaten: heen, terug, en alles wat onderweg misgaat. */
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Lijn, maakLijn } from '#actions/transport/lijn.testhulp.ts'
import { maakProefkant, type Proefkant, wachtTot } from '#actions/transport/proefkant.testhulp.ts'
import { declareer, regel, stuur, wijsToe } from '#messages/keten/oefening.testhulp.ts'
import { maakKetenserver } from './ketenserver.ts'

type Draaiend = Proefkant & { server: FastifyInstance; storingen: string[]; knip: boolean }
let lijnen: { gemeente: Lijn; aanbieder: Lijn }
let gemeente: Draaiend
let aanbieder: Draaiend

async function start(kant: Proefkant, lijn: Lijn): Promise<Draaiend> {
  const storingen: string[] = []
  const ontvangst = kant.dienst.keten.ontvangst()
  if (!ontvangst) throw new Error('geen ontvangst')
  const storing = (f: Error) => void storingen.push(f.message)
  const server = await maakKetenserver({ dienst: kant.dienst, ontvangst, storing })
  const draaiend = Object.assign(kant, { server, storingen, knip: false })
  // Na het vastleggen en voor het antwoord: hier valt een proces om.
  server.addHook('onSend', async (vraag) => {
    if (draaiend.knip) vraag.raw.socket.destroy()
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  lijn.naar = (server.server.address() as AddressInfo).port
  await kant.werk()
  return draaiend
}
async function stop(kant: Draaiend | undefined): Promise<void> {
  await kant?.server.close()
  await kant?.sluit()
}

beforeEach(async () => {
  lijnen = { gemeente: await maakLijn(), aanbieder: await maakLijn() }
  gemeente = await start(await maakProefkant('gemeente', { naarPoort: lijnen.aanbieder.poort }), lijnen.gemeente)
  aanbieder = await start(await maakProefkant('aanbieder', { naarPoort: lijnen.gemeente.poort }), lijnen.aanbieder)
})
afterEach(async () => {
  await stop(gemeente)
  await stop(aanbieder)
  await lijnen.gemeente.sluit()
  await lijnen.aanbieder.sluit()
})

type Bezorging = {
  stand: string
  pogingen: number
  fout_code: string | null
  ontvangen_op: Date | null
  referentie: string
  volgende_op: Date | null
}
const bezorging = async (kant: Draaiend, bericht: string): Promise<Bezorging | undefined> =>
  (await kant.vraag<Bezorging>(`select * from bezorging where bericht = '${bericht}'`))[0]
const staat = (kant: Draaiend, bericht: string, stand: string) => wachtTot(async () => (await bezorging(kant, bericht))?.stand === stand)
const berichten = (kant: Draaiend) =>
  kant.vraag<{ naam: string; richting: string; uitkomst: string }>(
    'select naam, richting, uitkomst from bericht order by vastgelegd_op, id',
  )
const enveloppen = (kant: Draaiend) =>
  kant.vraag<{
    richting: string
    soort: string
    stand: string
    referentie: string
    kruisreferentie: string | null
    functie: string | null
  }>('select richting, soort, stand, referentie, kruisreferentie, functie from envelop order by gemaakt_op, id')
const heeft = (kant: Draaiend, naam: string) =>
  wachtTot(async () => (await berichten(kant)).some((b) => b.naam === naam && b.richting === 'in'))

describe('het verkeer tussen twee kanten', () => {
  it('een toewijzing gaat heen, wordt bevestigd, en het antwoord komt terug als Du01 op haar envelop', async () => {
    const id = await gemeente.stuur(wijsToe(), 'T1')
    await staat(gemeente, id, 'ontvangen')
    await heeft(gemeente, 'WMO302')
    await wachtTot(async () => (await enveloppen(aanbieder)).every((e) => e.stand !== 'wacht'))
    expect(await bezorging(gemeente, id)).toMatchObject({ pogingen: 1, fout_code: null, ontvangen_op: expect.any(Date) })
    const [heen, terug] = await enveloppen(aanbieder)
    expect(heen).toMatchObject({ richting: 'in', soort: 'Di01', stand: 'verwerkt', functie: 'WMO301' })
    expect(terug).toMatchObject({
      richting: 'uit',
      soort: 'Du01',
      stand: 'ontvangen',
      functie: 'WMO302',
      kruisreferentie: heen?.referentie,
    })
    expect((await berichten(aanbieder)).map((b) => `${b.naam} ${b.richting}`).sort()).toEqual(['WMO301 in', 'WMO302 uit'])
    expect(await gemeente.vraag(`select * from uitval`)).toEqual([])
  })

  it('de ander is weg en komt terug: niets is kwijt, en het nummer blijft gelijk', async () => {
    const poort = lijnen.aanbieder.naar
    lijnen.aanbieder.naar = null
    const id = await gemeente.stuur(wijsToe(), 'T1')
    await wachtTot(async () => ((await bezorging(gemeente, id))?.pogingen ?? 0) >= 2)
    const tijdens = await bezorging(gemeente, id)
    expect(tijdens).toMatchObject({ stand: 'wacht', fout_code: 'ECONNRESET', volgende_op: expect.any(Date) })
    lijnen.aanbieder.naar = poort
    await heeft(gemeente, 'WMO302')
    expect((await bezorging(gemeente, id))?.referentie).toBe(tijdens?.referentie)
    expect(await gemeente.vraag(`select * from uitval`)).toEqual([])
  })

  it('de ander kan het even niet aannemen (503): er volgt een nieuwe poging, en er is niets half vastgelegd', async () => {
    aanbieder.storing = true
    const id = await gemeente.stuur(wijsToe(), 'T1')
    await wachtTot(async () => aanbieder.storingen.length >= 2)
    expect(await bezorging(gemeente, id)).toMatchObject({ stand: 'wacht', fout_code: 'HTTP503' })
    expect(await enveloppen(aanbieder)).toEqual([])
    expect(aanbieder.storingen).toContain('de database doet het even niet')
    aanbieder.storing = false
    await heeft(gemeente, 'WMO302')
    expect((await bezorging(gemeente, id))?.pogingen).toBeGreaterThanOrEqual(3)
  })

  it('de ontvanger valt om na het vastleggen en voor het antwoord: na een herhaling is het één keer verwerkt', async () => {
    aanbieder.knip = true
    const id = await gemeente.stuur(wijsToe(), 'T1')
    await wachtTot(async () => ((await bezorging(gemeente, id))?.pogingen ?? 0) >= 2)
    expect((await enveloppen(aanbieder)).filter((e) => e.richting === 'in')).toHaveLength(1)
    aanbieder.knip = false
    await staat(gemeente, id, 'ontvangen')
    await heeft(gemeente, 'WMO302')
    expect((await enveloppen(aanbieder)).filter((e) => e.richting === 'in')).toHaveLength(1)
    expect((await berichten(aanbieder)).map((b) => b.naam).sort()).toEqual(['WMO301', 'WMO302'])
    expect((await berichten(gemeente)).map((b) => b.naam).sort()).toEqual(['WMO301', 'WMO302'])
  })

  it('een bericht dat niet aan het schema voldoet krijgt een Fo01, en dat is werk bij wie het stuurde', async () => {
    const heen = await gemeente.stuur(wijsToe(), 'T1')
    await heeft(gemeente, 'WMO302')
    const id = await aanbieder.stuur(stuur('WMO305'), 'S1', (xml) => xml.replace(/<(\w+:)?Begindatum>[^<]*/, '$&x'))
    // De Fo01 kan er eerder zijn dan de bevestiging is vastgelegd.
    await wachtTot(async () => (await bezorging(aanbieder, id))?.ontvangen_op !== null)
    await staat(aanbieder, id, 'mislukt')
    expect(await bezorging(aanbieder, id)).toMatchObject({ fout_code: 'StUF055' })
    expect(await aanbieder.vraag('select soort, code, bericht from uitval')).toEqual([
      { soort: 'foutverslag', code: 'StUF055', bericht: id },
    ])
    expect(await gemeente.vraag('select soort from uitval')).toEqual([{ soort: 'schema' }])
    await wachtTot(async () => (await enveloppen(gemeente)).every((e) => e.stand !== 'wacht'))
    expect((await enveloppen(gemeente)).filter((e) => e.soort === 'Fo01')).toMatchObject([{ richting: 'uit', stand: 'ontvangen' }])
    expect(await bezorging(gemeente, heen)).toMatchObject({ stand: 'ontvangen' })
    const namen = (await berichten(gemeente)).map((b) => b.naam)
    expect(namen).not.toContain('WMO306')
  })

  it('een declaratie van meer dan tien megabyte gaat heen in een envelop, en het antwoord komt terug', async () => {
    await gemeente.stuur(wijsToe(), 'T1')
    await heeft(gemeente, 'WMO302')
    const regels = Array.from({ length: 11_500 }, (_, n) => regel(`R${n}`))
    const id = await aanbieder.stuur(declareer('D1', regels), 'D1')
    await staat(aanbieder, id, 'ontvangen')
    await heeft(aanbieder, 'WMO325')
    const [binnen] = await gemeente.vraag<{ grootte: string }>(`select grootte from bericht where naam = 'WMO323'`)
    expect(Number(binnen?.grootte)).toBeGreaterThan(10 * 1024 * 1024)
    const [antwoord] = (await enveloppen(gemeente)).filter((e) => e.functie === 'WMO325')
    expect(antwoord).toMatchObject({ richting: 'uit', soort: 'Di01', kruisreferentie: null })
    expect(gemeente.storingen).toEqual([])
  })
})
