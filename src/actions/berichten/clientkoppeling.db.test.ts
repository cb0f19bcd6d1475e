/** Over wie een antwoord gaat dat zelf geen cliënt noemt: over wie het beantwoorde bericht gaat, in welke volgorde zij ook komen. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Bsn } from '#core/base/bsn.ts'
import { maakRetour } from '#messages/iwmo-3-2/keten/retour.ts'
import { alsBytes, declareer, regel, stuur, vanBytes, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { ANDER_BSN, BSN } from '#messages/voorbeelden.testhulp.ts'
import { sql } from 'kysely'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { vot } from './verzoek/verzoekproef.testhulp.ts'
import { type Berichtproef, maakBerichtproef } from './berichtproef.testhulp.ts'

let p: Proefwerkplek
let proef: Berichtproef
let gemeente: string
beforeAll(async () => {
  p = await maakProefwerkplek()
  gemeente = (await p.als('administratie')).actor.gemeente
  proef = maakBerichtproef(p, gemeente)
})
afterAll(() => p.sluit())
// Elke proef heeft een eigen bericht nodig: dezelfde bytes zijn een herhaling.
let nummer = 500
beforeEach(() => void nummer++)

const wie = (bsn: string) => p.dienst.kluis.index(bsn as Bsn, gemeente).toString('hex')
/** Over wie elk bericht van deze soort gaat, in volgorde van vastleggen. */
async function over(naam: string): Promise<(string | null)[]> {
  const { rows } = await sql<{
    client: Buffer | null
  }>`select client_index as client from bericht where naam = ${naam} and gemeente = ${gemeente}
    order by vastgelegd_op, id`.execute(p.eigenaar)
  return rows.map((r) => r.client?.toString('hex') ?? null)
}
/** De bytes van een bericht van ons en die van het antwoord daarop waarin alles is aangenomen. */
function metAntwoord({ naam, waarde }: Zending, identificatie: string, bsn = BSN): [Uint8Array, Uint8Array] {
  waarde.Header.BerichtIdentificatie.Identificatie = identificatie
  const eigen = (bytes: Uint8Array) =>
    Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll('>9990<', `>${gemeente}<`).replaceAll(BSN, bsn))
  const heen = eigen(alsBytes(naam, waarde))
  const retour = maakRetour(
    vanBytes(heen),
    { niveau: 3, bevindingen: [] },
    { identificatie: `A-${identificatie}`, dagtekening: '2026-02-20' },
  )
  if (retour === null) throw new Error(naam)
  return [heen, alsBytes(retour.naam, retour.waarde as never)]
}

it('ons antwoord op een bericht van een aanbieder', async () => {
  await proef.toewijzing(nummer)
  await proef.start(nummer)
  expect((await over('WMO306')).at(-1)).toBe(wie(BSN))
})

it.each(['heen eerst', 'antwoord eerst'])('het antwoord van een aanbieder op een bericht van ons: %s', async (volgorde) => {
  const [heen, antwoord] = metAntwoord(wijsToe({ ToewijzingNummer: nummer }), `H${nummer}`)
  for (const bytes of volgorde === 'heen eerst' ? [heen, antwoord] : [antwoord, heen]) await proef.verwerkBytes(bytes)
  expect((await over('WMO302')).at(-1)).toBe(wie(BSN))
})

it.each(['verzoek eerst', 'antwoord eerst'])('het antwoord op een verzoek, en wat daarop terugkomt: %s', async (volgorde) => {
  const ref = `REF${nummer}`
  const [op, retour] = metAntwoord(
    stuur('WMO319', (m) => (m.Antwoord = { ReferentieAanbieder: ref, VerzoekAntwoord: '2' })),
    `Q${nummer}`,
  )
  if (volgorde === 'verzoek eerst') await proef.verwerk(vot(ref), ANDER_BSN)
  await proef.verwerkBytes(op)
  await proef.verwerkBytes(retour)
  if (volgorde === 'antwoord eerst') {
    expect((await over('WMO320')).at(-1)).toBeNull()
    await proef.verwerk(vot(ref), ANDER_BSN)
  }
  for (const naam of ['WMO319', 'WMO320']) expect([naam, (await over(naam)).at(-1)]).toEqual([naam, wie(ANDER_BSN)])
})

it('komt hetzelfde nummer nog eens, over een ander, dan gaat ons antwoord daarop over die ander en het eerste nog over de eerste', async () => {
  await proef.toewijzing(nummer)
  await proef.toewijzing(nummer + 100, ANDER_BSN)
  const start = (toewijzing: number) =>
    stuur('WMO305', (m) => {
      m.Header.BerichtIdentificatie.Identificatie = `ZELFDE${nummer}`
      for (const s of m.Client.StartProducten.StartProduct) s.ToewijzingNummer = toewijzing
    })
  await proef.verwerk(start(nummer))
  await proef.verwerk(start(nummer + 100), ANDER_BSN)
  expect((await over('WMO305')).slice(-2)).toEqual([wie(BSN), wie(ANDER_BSN)])
  const { rows } = await sql<{ klopt: boolean }>`select h.client_index = r.client_index as klopt from bericht h
    join bericht r on r.gemeente = h.gemeente and r.id = h.retour where h.identificatie = ${`ZELFDE${nummer}`}`.execute(p.eigenaar)
  expect(rows.map((r) => r.klopt)).toEqual([true, true])
})

it('een declaratie over meer cliënten en haar antwoord gaan over niemand in het bijzonder', async () => {
  await proef.toewijzing(nummer)
  await proef.verwerk(declareer(`D${nummer}`, [regel(`D${nummer}a`, { ToewijzingNummer: nummer })]))
  for (const naam of ['WMO323', 'WMO325']) expect((await over(naam)).at(-1)).toBeNull()
})
