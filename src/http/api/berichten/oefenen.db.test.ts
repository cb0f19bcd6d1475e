/** Oefenen: in een proefgemeente kiest men wat de aanbieder antwoordt; bij een echte gemeente is dat er niet. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

let s: Proefserver
let proef: Berichtproef
let gemeente = ''
let ad: Proefgebruiker
let nummer = 0
beforeAll(async () => {
  s = await maakProefserver()
  gemeente = (await s.als('administratie')).actor.gemeente
  await s.knoei(`update gemeente set verzonnen = true where code = '${gemeente}'`)
  ;[ad, proef] = [await s.meldAan('administratie'), maakBerichtproef(s, gemeente)]
})
afterAll(() => s.sluit())

const wacht = () => proef.toewijzing(++nummer)
const speel = (id: string, lichaam: object, wie = ad, koppen = {}) => wie.roep('POST', `/berichten/${id}/oefenantwoorden`, lichaam, koppen)
const lees = async (id: string) => (await ad.roep('GET', `/berichten/${id}`)).lichaam
const antwoorden = async () => (await ad.roep('GET', '/berichten?bericht=WMO302&limiet=200')).lichaam.items.length

describe('in een proefgemeente', () => {
  it('de aanbieder neemt het aan: het antwoord is er, en het bericht is aangenomen', async () => {
    const id = await wacht()
    expect((await lees(id)).oefenen).toContainEqual({ code: '9332', tekst: 'Dit toewijzingsnummer is al van een andere toewijzing.' })
    expect(await speel(id, { wat: 'neemt_aan' })).toMatchObject({ status: 200, lichaam: { stand: 'aangenomen', oefenen: null } })
  })
  it('hij keurt het af met de gekozen code, en dat is werk', async () => {
    const id = await wacht()
    const { lichaam } = await speel(id, { wat: 'keurt_af', code: '9332' })
    expect(lichaam).toMatchObject({ stand: 'afgekeurd', retourcodes: [{ code: '9332', regel: 'TR332' }] })
    const { items } = (await ad.roep('GET', '/uitval?code=9332&limiet=200')).lichaam
    expect(items.length).toBeGreaterThan(0)
  })
  it('twee keer hetzelfde antwoord, of twee keer op de knop, is één antwoord', async () => {
    const [id, voor] = [await wacht(), await antwoorden()]
    const koppen = { 'idempotency-key': randomUUID() }
    for (const _ of [1, 2]) expect((await speel(id, { wat: 'antwoordt_dubbel' }, ad, koppen)).lichaam.stand).toBe('aangenomen')
    expect(await antwoorden()).toBe(voor + 1)
  })
  it('niet op wat al beantwoord is, niet met een code die er niet op past, en niet door wie niet verstuurt', async () => {
    const id = await wacht()
    expect((await speel(id, { wat: 'keurt_af', code: '9340' })).lichaam.fouten).toMatchObject([{ code: 'CODE_PAST_NIET' }])
    expect((await speel(id, { wat: 'keurt_af' })).lichaam.fouten).toMatchObject([{ code: 'CODE_PAST_NIET' }])
    const tea = await s.meldAan('teamleider')
    expect((await speel(id, { wat: 'neemt_aan' }, tea)).status).toBe(403)
    expect((await tea.roep('GET', `/berichten/${id}`)).lichaam.oefenen).toBeNull()
    await speel(id, { wat: 'neemt_aan' })
    expect((await speel(id, { wat: 'neemt_aan' })).lichaam.code).toBe('WACHT_NIET_OP_ANTWOORD')
  })
})

it('bij een echte gemeente is het er niet, en de server weigert het', async () => {
  const id = await wacht()
  await s.knoei(`update gemeente set verzonnen = false where code = '${gemeente}'`)
  expect((await lees(id)).oefenen).toBeNull()
  expect((await speel(id, { wat: 'neemt_aan' })).lichaam.code).toBe('ALLEEN_PROEF')
  expect((await lees(id)).stand).toBe('wacht_op_antwoord')
})
