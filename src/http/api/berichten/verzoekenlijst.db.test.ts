import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { zetVerzoek } from '#actions/berichten/verzoek/verzoekproef.testhulp.ts'
import { PARTIJEN } from '#messages/keten/oefening.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

let s: Proefserver
let proef: Berichtproef
let ad: Proefgebruiker
let noor: Proefgebruiker
let gemeente: string
// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
type Rij = any

beforeAll(async () => {
  s = await maakProefserver()
  ;[ad, noor] = [await s.meldAan('administratie'), await s.meldAan('consulent')]
  gemeente = (await s.als('administratie')).actor.gemeente
  proef = maakBerichtproef(s, gemeente)
})
afterAll(() => s.sluit())

const verzoek = async () => zetVerzoek(s, proef, (await s.als('consulent')).actor)
const antwoord = (v: { id: string; ref: string }, opgave: object) =>
  ad.roep('POST', `/berichten/${v.id}/antwoorden`, { referentie: v.ref, ...opgave })
const lijst = async (vraag = '', wie = ad): Promise<Rij[]> => (await wie.roep('GET', `/verzoeken?limiet=200&${vraag}`)).lichaam.items

it('toont wat op ons wacht met zijn uiterste dag, wat het eerst moet bovenaan, en bladert', async () => {
  const [een, twee] = [await verzoek(), await verzoek()]
  await proef.antwoord((await antwoord(een, { antwoord: 'in_onderzoek' })).lichaam.bericht)
  const afgewezen = await verzoek()
  await antwoord(afgewezen, { antwoord: 'afgewezen', reden: '2' })
  const items = await lijst()
  const dagen = items.map((i) => i.termijn.uiterlijk)
  expect(dagen).toEqual([...dagen].sort())
  expect(items.map((i) => i.bericht)).not.toContain(afgewezen.id)
  expect(items.find((i) => i.bericht === een.id)).toMatchObject({ stand: 'in_onderzoek', termijn: { uiterlijk: '2026-04-07' } })
  expect(items.find((i) => i.bericht === twee.id)).toMatchObject({
    stand: 'open',
    referentie: twee.ref,
    inwoner: { id: twee.inwoner },
    aanbieder: { code: PARTIJEN.aanbieder },
    vanaf: '2026-03-01',
    termijn: { regel: 'OP274', dagenTeLaat: 0 },
  })
  const bladzijden: Rij[] = []
  for (let cursor = ''; ; ) {
    const { lichaam } = await ad.roep('GET', `/verzoeken?limiet=3&telling=true${cursor && `&cursor=${cursor}`}`)
    if (cursor === '') expect(lichaam.telling).toEqual({ aantal: items.length, meer: false })
    bladzijden.push(...lichaam.items)
    if (lichaam.volgende === null) break
    cursor = lichaam.volgende
  }
  expect(bladzijden).toEqual(items)
  expect((await ad.roep('GET', '/verzoeken?cursor=onzin')).status).toBe(422)
})

it('filtert op stand en aanbieder, en de aantallen kloppen ermee', async () => {
  const alle = await lijst()
  for (const stand of ['open', 'in_onderzoek'] as const)
    expect(await lijst(`stand=${stand}`)).toEqual(alle.filter((i) => i.stand === stand))
  const laat = alle.filter((i) => i.termijn.dagenTeLaat > 0)
  expect(laat.length).toBeGreaterThan(0)
  expect(await lijst('stand=te_laat')).toEqual(laat)
  expect(await lijst('aanbieder=11111111')).toEqual([])
  const met = (stand: string) => alle.filter((i) => i.stand === stand).length
  expect((await ad.roep('GET', '/verzoektellingen')).lichaam).toEqual({
    open: met('open'),
    inOnderzoek: met('in_onderzoek'),
    teLaat: laat.length,
  })
})

it('een consulent ziet haar eigen werk en dat van haar team, en niets van een ander', async () => {
  const [mijn, ander] = [await verzoek(), await verzoek()]
  const collega = await s.eigenaar
    .selectFrom('medewerker')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', '<>', (await s.als('consulent')).actor.medewerker)
    .executeTakeFirstOrThrow()
  await s.knoei(`update zaak set behandelaar = '${collega.id}' where inwoner = '${ander.inwoner}'`)
  const ids = async (vraag: string) => (await lijst(vraag, noor)).map((i) => i.bericht)
  expect(await ids('van=ik')).toContain(mijn.id)
  expect(await ids('van=ik')).not.toContain(ander.id)
  expect(await ids('van=team')).toEqual(expect.arrayContaining([mijn.id, ander.id]))
  await s.knoei(
    `update inwoner set team = null where id = '${ander.inwoner}'; update zaak set team = null where inwoner = '${ander.inwoner}'`,
  )
  expect(await ids('')).not.toContain(ander.id)
  expect((await lijst()).map((i) => i.bericht)).toContain(ander.id)
})
