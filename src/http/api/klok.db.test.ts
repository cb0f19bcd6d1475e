/** Een klok die springt: de server haalt zijn tijd bij, of iemand zette haar verkeerd. Niets mag daardoor langer open staan of van volgorde wisselen. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { voerAuditcontroleUit } from '#actions/toezicht/voer-auditcontrole-uit.ts'
import { verzegelLogboek } from '#actions/toezicht/verzegel-logboek.ts'
import { RUST_MS } from '#actions/aanmelden/sessie.ts'
import { eenInwoner, eenMelding, maakInwoner } from './dossier/dossier.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'

const MINUUT = 60_000
const UUR = 60 * MINUUT
const DAG = 24 * UUR
let s: Proefserver
let begin: Date
beforeAll(async () => {
  s = await maakProefserver()
  begin = s.klok.nu
})
afterAll(() => s.sluit())
beforeEach(() => zet(0))

/** Zet de klok op zoveel na het begin van de proef. */
const zet = (ms: number): void => void (s.klok.nu = new Date(begin.getTime() + ms))
const status = async (g: Proefgebruiker): Promise<number> => (await g.roep('GET', '/sessie')).status

describe('sessies', () => {
  it('gelden tot de rusttijd om is, en een sprong vooruit sluit ze', async () => {
    const [een, twee] = [await s.meldAan('consulent'), await s.meldAan('consulent')]
    zet(RUST_MS - 1_000)
    expect(await status(een)).toBe(200)
    zet(RUST_MS + 1_000)
    expect([await status(een), await status(twee)]).toEqual([200, 401]) // gebruik verlengt, stilte niet
    zet(2 * DAG)
    expect(await status(een)).toBe(401)
  })

  it('na een sprong terug blijft iemand binnen, maar niet langer dan de rusttijd vanaf dan', async () => {
    zet(DAG)
    const ik = await s.meldAan('consulent')
    zet(0)
    expect(await status(ik)).toBe(200)
    zet(RUST_MS - 1_000)
    expect(await status(ik)).toBe(200)
    zet(2 * RUST_MS + 1_000)
    expect(await status(ik)).toBe(401)
  })

  it('gebruik verlengt nooit voorbij een werkdag', async () => {
    const ik = await s.meldAan('consulent')
    for (let ms = 0; ms < 10 * UUR; ms += 30 * MINUUT) {
      zet(ms)
      expect(await status(ik)).toBe(200)
    }
    zet(10 * UUR + 1)
    expect(await status(ik)).toBe(401)
  })
})

describe('termijnen', () => {
  it('volgen de dag van vandaag, ook als die een week terug of vooruit springt', async () => {
    const ik = await s.meldAan('consulent')
    const { id: inwoner } = await maakInwoner(ik)
    const melding = await ik.roep('POST', '/zaken', eenMelding(inwoner, { ontvangenOp: '2026-11-25' }))
    expect(melding.status).toBe(201)
    const uiterlijk = melding.lichaam.onderzoekUiterlijk as string
    const dringend = async (ms: number): Promise<string> => {
      zet(ms)
      const wie = await s.meldAan('consulent')
      const { blokken } = (await wie.roep('GET', '/werkvoorraad')).lichaam as {
        blokken: Record<string, { items: { id: string; nu: { dringend: string } }[] }>
      }
      const regel = Object.values(blokken)
        .flatMap((b) => b.items)
        .find((i) => i.id === melding.lichaam.id)
      return regel?.nu.dringend ?? 'niet in de werkvoorraad'
    }
    const nu = await dringend(0)
    expect(await dringend(60 * DAG)).toBe('te_laat')
    expect(await dringend(0)).toBe(nu)
    // De termijn zelf is vastgelegd en verandert niet mee.
    expect((await ik.roep('GET', `/zaken/${melding.lichaam.id}`)).lichaam.onderzoekUiterlijk).toBe(uiterlijk)
  })

  it('een melding van morgen kan niet, ook niet vlak voor middernacht', async () => {
    zet(new Date('2026-11-25T22:59:59Z').getTime() - begin.getTime()) // 23:59:59 in Nederland
    const laat = await s.meldAan('consulent')
    const { id: inwoner } = await maakInwoner(laat)
    const melding = eenMelding(inwoner, { ontvangenOp: '2026-11-26' })
    expect((await laat.roep('POST', '/zaken', melding)).status).toBe(422)
    zet(new Date('2026-11-25T23:00:00Z').getTime() - begin.getTime())
    expect((await laat.roep('POST', '/zaken', melding)).status).toBe(201)
  })
})

describe('volgorde', () => {
  it('wat later gebeurde krijgt een hogere verwijzing, ook als de klok intussen terugsprong', async () => {
    const sprongen = [0, 5 * MINUUT, -3 * UUR, -3 * UUR, 1, -10 * DAG, 2 * MINUUT]
    const ids: string[] = []
    for (const ms of sprongen) {
      zet(ms)
      const ik = await s.meldAan('consulent')
      const { status: uitkomst, lichaam } = await ik.roep('POST', '/inwoners', eenInwoner())
      expect(uitkomst).toBe(201)
      ids.push(lichaam.id)
    }
    expect([...ids].sort()).toEqual(ids)
  })

  it('de keten over het logboek sluit, met regels die eerder lijken dan hun voorganger', async () => {
    const gemeente = s.gemeenten[0]?.code as string
    const ik = await s.meldAan('consulent')
    await ik.roep('POST', '/inwoners', eenInwoner())
    await verzegelLogboek(s.dienst, gemeente)
    zet(-2 * UUR)
    await ik.roep('POST', '/inwoners', eenInwoner())
    expect(await verzegelLogboek(s.dienst, gemeente)).toBeGreaterThan(0)
    const toezicht = await s.meldAan('toezichthouder')
    const gevraagd = await toezicht.roep('POST', '/auditcontroles')
    expect(gevraagd.status).toBe(201)
    await voerAuditcontroleUit(s.dienst, { gemeente, id: gevraagd.lichaam.id })
    expect((await toezicht.roep('GET', `/auditcontroles/${gevraagd.lichaam.id}`)).lichaam).toMatchObject({
      stand: 'klaar',
      uitkomst: { breuk: null },
    })
  })
})
