/** Noodtoegang: vragen, gebruiken, beoordelen. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Proefgebruiker } from '../proefserver.testhulp.ts'
import { eenMelding, idVan, maakInwoner } from './dossier.testhulp.ts'
import { maakZakenproef, zaakVoor } from './zakenproef.testhulp.ts'

const { s, noord, zuid, tess, toezicht, administratie } = await maakZakenproef()
afterAll(() => s.sluit())

describe('noodtoegang', () => {
  const vraag = (wie: Proefgebruiker, inwoner: string, reden: string) => wie.roep('POST', '/noodtoegangen', { inwoner, reden })

  it('eerst de reden, dan acht uur toegang, dan vanzelf voorbij', async () => {
    const { id, inwoner } = await zaakVoor(zuid)
    expect((await vraag(noord, inwoner, 'spoed')).lichaam.fouten[0].plaats).toBe('/reden')
    const { status, lichaam } = await vraag(noord, inwoner, 'Crisis: de inwoner belt nu, Sem is niet bereikbaar')
    expect([status, lichaam.tot, lichaam.geldig]).toEqual([201, '2026-11-25T17:00:00.000Z', true])
    expect((await noord.roep('GET', `/zaken/${id}`)).lichaam.mag).toEqual({ schrijven: true, overdragen: false, onderzoek: true })
    expect((await vraag(noord, inwoner, 'Nog een keer vragen')).lichaam.code).toBe('NOODTOEGANG_LOOPT')
    const begin = s.klok.nu
    s.klok.nu = new Date('2026-11-25T17:00:00Z')
    const later = await s.meldAan('consulent')
    expect((await later.roep('GET', `/zaken/${id}`)).status).toBe(404)
    s.klok.nu = begin
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'reden'])
      .where('inwoner', '=', inwoner)
      .where('soort', '=', 'noodtoegang')
      .execute()
    expect(regels).toEqual([{ soort: 'noodtoegang', reden: 'Crisis: de inwoner belt nu, Sem is niet bereikbaar' }])
  })

  it('wordt geen vaste toegang: met een melding zet men zichzelf er niet bij', async () => {
    const { id } = await maakInwoner(zuid)
    await vraag(noord, id, 'Crisis: iemand moet nu handelen')
    expect((await noord.roep('POST', '/zaken', eenMelding(id, { behandelaar: await idVan(noord) }))).lichaam.code).toBe('ANDER_TEAM')
  })

  it('is niet nodig bij het eigen team, en er is geen voor wie geen dossiers doet', async () => {
    const { id } = await maakInwoner(noord)
    expect((await vraag(noord, id, 'Voor de zekerheid maar')).lichaam.code).toBe('NOODTOEGANG_NIET_NODIG')
    expect((await vraag(administratie, id, 'Voor de zekerheid maar')).status).toBe(403)
  })

  it('is eerder te stoppen, alleen door wie haar vroeg; daarna is het dossier weer dicht, en het staat in het logboek', async () => {
    const { id, inwoner } = await zaakVoor(zuid)
    const { lichaam: mijn } = await vraag(noord, inwoner, 'Crisis: iemand moet nu handelen')
    const stop = (wie: Proefgebruiker) => wie.roep('POST', `/noodtoegangen/${mijn.id}/stopverzoeken`)
    expect([mijn.magStoppen, (await noord.roep('GET', `/zaken/${id}`)).status]).toEqual([true, 200])
    expect((await stop(zuid)).status).toBe(404)
    expect((await stop(tess)).lichaam.code).toBe('NOODTOEGANG_VAN_EEN_ANDER')
    expect((await noord.roep('GET', `/zaken/${id}`)).status).toBe(200)
    expect((await stop(noord)).lichaam).toMatchObject({ geldig: false, gestopt: true, magStoppen: false, tot: s.klok.nu.toISOString() })
    expect((await noord.roep('GET', `/zaken/${id}`)).status).toBe(404)
    expect((await stop(noord)).lichaam.code).toBe('NOODTOEGANG_VOORBIJ')
    const logboek = s.eigenaar
      .selectFrom('audit')
      .select(['doel', 'uitkomst'])
      .where('inwoner', '=', inwoner)
      .where('soort', '=', 'noodtoegang')
    expect(await logboek.orderBy('id').execute()).toEqual([
      { doel: 'noodtoegang gevraagd', uitkomst: 'gelukt' },
      { doel: 'noodtoegang eerder gestopt', uitkomst: 'gelukt' },
    ])
  })

  it('een ander beoordeelt, één keer; onterecht met uitleg; zelf niet', async () => {
    const { inwoner } = await zaakVoor(zuid)
    const { lichaam: mijn } = await vraag(noord, inwoner, 'Iemand moest er even bij')
    const beoordeel = (wie: Proefgebruiker, id: string, wat: object) =>
      wie.roep('PATCH', `/noodtoegangen/${id}`, wat, { 'if-match': '"v1"' })
    expect((await beoordeel(noord, mijn.id, { oordeel: 'terecht' })).status).toBe(403)
    expect((await beoordeel(tess, mijn.id, { oordeel: 'onterecht' })).lichaam.fouten[0].plaats).toBe('/toelichting')
    expect((await beoordeel(tess, mijn.id, { oordeel: 'onterecht', toelichting: 'Sem was er gewoon' })).lichaam.beoordeling).toMatchObject({
      oordeel: 'onterecht',
      door: 'Tess Proef',
    })
    expect((await beoordeel(tess, mijn.id, { oordeel: 'terecht' })).status).toBe(409)
    const { lichaam: vanTess } = await vraag(tess, (await maakInwoner(zuid)).id, 'Ik moest er zelf even bij')
    expect((await beoordeel(tess, vanTess.id, { oordeel: 'terecht' })).status).toBe(403)
  })

  it('elk ziet de eigen lijst; teamleider en toezicht alles', async () => {
    const van = async (wie: Proefgebruiker) =>
      (await wie.roep('GET', '/noodtoegangen')).lichaam.items.map((n: { medewerker: { naam: string } }) => n.medewerker.naam)
    expect(new Set(await van(noord))).toEqual(new Set(['Noor Proef']))
    expect(new Set(await van(toezicht))).toEqual(new Set(['Noor Proef', 'Tess Proef']))
    expect((await administratie.roep('GET', '/noodtoegangen')).status).toBe(403)
    const open = (await tess.roep('GET', '/noodtoegangen?onbeoordeeld=true')).lichaam.items
    expect(open.every((n: { beoordeling: unknown }) => n.beoordeling === null)).toBe(true)
  })

  it('toezicht ziet met noodtoegang wel het BSN', async () => {
    const { id } = await maakInwoner(noord)
    await vraag(toezicht, id, 'Klacht over verwisselde personen')
    expect((await toezicht.roep('POST', `/inwoners/${id}/bsn-inzagen`, { reden: 'Klacht over verwisseling' })).status).toBe(200)
  })
})
