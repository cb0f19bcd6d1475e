/** Hoeveel er in een lijst staan: evenveel als er te bladeren zijn, dus nooit wat de lezer niet mag zien, en met een grens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nieuweId } from '#actions/handeling/id.ts'
import { vulGemeenteproef } from '#actions/rechtenproef.testhulp.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { HOOGST_GETELD } from '#core/base/telling.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'
import { idVan, maakInwoner, maakMelding, teamVan } from './dossier.testhulp.ts'

let s: Proefserver
let gemeente: string
const wie: Record<string, Proefgebruiker> = {}
const rol = (naam: string) => wie[naam] as Proefgebruiker
let noord: string
beforeAll(async () => {
  s = await maakProefserver()
  gemeente = s.gemeenten[0]?.code as string
  await vulGemeenteproef(s, gemeente, s.uitgaven[0]?.versies.at(-1) as Catalogus)
  for (const naam of ['consulent', 'teamleider', 'administratie', 'toezichthouder']) wie[naam] = await s.meldAan(naam)
  wie.zuid = await s.meldAan('consulent', undefined, 1)
  noord = await idVan(rol('consulent'))
  // Drie in het ene team en twee in het andere; één heeft twee namen die met hetzelfde beginnen.
  for (const naam of ['Telling', 'Tellinga', 'Tel Telling'])
    await maakMelding(rol('consulent'), (await maakInwoner(rol('consulent'), { naam: { achternaam: naam } })).id)
  for (const naam of ['Telling', 'Tellink'])
    await maakMelding(rol('zuid'), (await maakInwoner(rol('zuid'), { naam: { achternaam: naam } })).id, { ontvangenOp: '2026-11-10' })
})
afterAll(() => s.sluit())

/** Bladert tot het einde en telt zelf. */
async function blader(ik: Proefgebruiker, pad: string): Promise<number> {
  let cursor: string | null = null
  let samen = 0
  do {
    const { status, lichaam } = await ik.roep('GET', `${pad}&limiet=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    expect([pad, status]).toEqual([pad, 200])
    samen += lichaam.items.length
    cursor = lichaam.volgende
  } while (cursor !== null)
  return samen
}
/** Een bladzijde van één: dan is het aantal echt geteld. */
const telling = async (ik: Proefgebruiker, pad: string) => (await ik.roep('GET', `${pad}&limiet=1&telling=true`)).lichaam.telling

const periode = 'van=2026-01-01&tot=2027-06-30'
describe('het aantal is wat er te bladeren is', () => {
  it.each([
    ['consulent', '/zaken?'],
    ['zuid', '/zaken?'],
    ['teamleider', '/zaken?'],
    ['teamleider', '/zaken?behandelaar=niemand'],
    ['teamleider', '/zaken?ontvangenNa=2026-11-10'],
    ['teamleider', '/zaken?zoek=telling'],
    ['teamleider', '/zaken?zoek=2026'],
    ['teamleider', '/zaken?zoek=bestaat-niet'],
    ['consulent', '/inwoners?mijnTeam=true'],
    ['zuid', '/inwoners?mijnTeam=true'],
    ['consulent', '/inwoners?naam=tel'],
    ['consulent', '/inwoners?naam=tel telling'],
    ['consulent', '/inwoners?naam=-'],
    ['administratie', '/inwoners?woonplaats=verzonnen'],
    ['administratie', '/berichten?'],
    ['consulent', '/berichten?'],
    ['zuid', '/berichten?'],
    ['administratie', '/berichten?richting=in'],
    ['administratie', '/uitval?stand=open'],
    ['administratie', '/uitval?stand=klaar'],
    ['administratie', '/uitval?behandelaar=niemand'],
    ['toezichthouder', `/toezichttermijnen?${periode}`],
    ['toezichthouder', `/toezichttermijnen?${periode}&uitkomst=niet_klaar`],
    ['toezichthouder', `/toezichtindicaties?${periode}`],
    ['toezichthouder', `/toezichtindicaties?${periode}&soort=afwijkend`],
    ['toezichthouder', `/auditregels?${periode}&soort=aanmaken`],
  ])('%s %s', async (naam, pad) => {
    expect(await telling(rol(naam), pad)).toEqual({ aantal: await blader(rol(naam), pad), meer: false })
  })

  it('in het logboek van één medewerker', async () => {
    const pad = `/auditregels?${periode}&medewerker=${noord}`
    const aantal = await blader(rol('toezichthouder'), pad)
    expect(aantal).toBeGreaterThan(5)
    expect(await telling(rol('toezichthouder'), pad)).toEqual({ aantal, meer: false })
  })

  it('de proef hierboven gaat over echte verschillen: elk team ziet een ander aantal, en samen is meer', async () => {
    const [een, ander, alle] = await Promise.all(['consulent', 'zuid', 'teamleider'].map((naam) => telling(rol(naam), '/zaken?')))
    expect(een.aantal).toBeGreaterThanOrEqual(3)
    expect(ander.aantal).toBeGreaterThanOrEqual(2)
    expect(alle.aantal).toBeGreaterThan(Math.max(een.aantal, ander.aantal))
    expect((await telling(rol('consulent'), '/inwoners?naam=tel')).aantal).toBe(5)
  })
})

describe('wanneer er geteld wordt', () => {
  it('alleen op de eerste bladzijde, en alleen als erom gevraagd is', async () => {
    const ik = rol('teamleider')
    const eerste = (await ik.roep('GET', '/zaken?limiet=1&telling=true')).lichaam
    const tweede = (await ik.roep('GET', `/zaken?limiet=1&telling=true&cursor=${encodeURIComponent(eerste.volgende)}`)).lichaam
    const zonder = (await ik.roep('GET', '/zaken?limiet=1')).lichaam
    expect([eerste.telling?.meer, tweede.items.length, 'telling' in tweede, 'telling' in zonder]).toEqual([false, 1, false, false])
  })

  it('boven de grens staat er dat het er meer zijn, en geen getal', async () => {
    const team = await teamVan(rol('consulent'))
    const ids = Array.from({ length: HOOGST_GETELD + 1 }, () => nieuweId(s.klok.nu))
    await s.eigenaar
      .insertInto('inwoner')
      .values(
        ids.map((id) => ({
          gemeente,
          id,
          achternaam: 'Veelvoorkomend',
          zoeknaam: 'veelvoorkomend',
          team,
          geen_bsn_reden: 'onbekend',
          gemaakt_op: s.klok.nu,
          gewijzigd_op: s.klok.nu,
          gewijzigd_door: noord,
        })),
      )
      .execute()
    const ik = rol('administratie')
    expect(await telling(ik, '/inwoners?naam=veelvoorkomend')).toEqual({ aantal: HOOGST_GETELD, meer: true })
    await s.eigenaar
      .deleteFrom('inwoner')
      .where('id', '=', ids[0] as string)
      .execute()
    expect(await telling(ik, '/inwoners?naam=veelvoorkomend')).toEqual({ aantal: HOOGST_GETELD, meer: false })
  })
})
