/** Een melding vastleggen, ook tweehonderd tegelijk, en die daarna terugvinden. */
import { afterAll, describe, expect, it } from 'vitest'
import { eenMelding, idVan, maakInwoner, maakMelding } from './dossier.testhulp.ts'
import { maakZakenproef, stap, zaakVoor } from './zakenproef.testhulp.ts'

const { s, noord, zuid, tess, toezicht, administratie } = await maakZakenproef()
afterAll(() => s.sluit())

describe('een melding vastleggen', () => {
  it('krijgt een nummer en de wettelijke termijnen', async () => {
    const bewijs = await zaakVoor(noord)
    expect(bewijs).toMatchObject({ planTot: '2026-11-09', onderzoekUiterlijk: '2026-12-14', team: { naam: 'Team Noord' }, teOpenen: true })
    expect(bewijs.nummer).toMatch(/^2026-\d{6}$/)
    const { lichaam } = await noord.roep('GET', `/zaken/${bewijs.id}`)
    expect(lichaam).toMatchObject({
      stand: 'ontvangen',
      nu: { stap: 'Bevestig de ontvangst van de melding', termijn: 'nog 19 dagen, tot 14 december' },
    })
    expect(lichaam.gebeurtenissen).toMatchObject([{ soort: 'melding_ontvangen', datum: '2026-11-02', door: 'Noor Proef' }])
  })

  it('houdt rekening met dagen die met een feestdag gelijkstaan', async () => {
    await s.eigenaar.insertInto('gelijkgestelde_dag').values({ dag: '2026-12-14', bron: 'verzonnen besluit' }).execute()
    expect((await zaakVoor(noord)).onderzoekUiterlijk).toBe('2026-12-15')
    await s.eigenaar.deleteFrom('gelijkgestelde_dag').execute()
  })

  it('weigert wat ontbreekt of in de toekomst ligt, per veld', async () => {
    const { id } = await maakInwoner(noord)
    const { lichaam } = await noord.roep('POST', '/zaken', { inwoner: id, kanaal: 'duif', ontvangenOp: '2026-11-26' })
    expect(lichaam.fouten.map((f: { plaats: string }) => f.plaats).sort()).toEqual(['/gemeldDoor', '/hulpvraag', '/kanaal', '/ontvangenOp'])
  })

  it('voor een inwoner van een ander team: gaat daarheen, en geeft de maker geen toegang', async () => {
    const { id } = await maakInwoner(zuid)
    const bewijs = await maakMelding(noord, id)
    expect(bewijs).toMatchObject({ team: { naam: 'Team Zuid' }, teOpenen: false })
    expect((await noord.roep('GET', `/zaken/${bewijs.id}`)).status).toBe(404)
    expect((await noord.roep('GET', `/inwoners/${id}`)).lichaam.relatie).toBe('gemeente')
    expect((await zuid.roep('GET', `/zaken/${bewijs.id}`)).lichaam.behandelaar).toBeNull()
  })

  it('wie zichzelf zo tot behandelaar maakt, wordt geweigerd', async () => {
    const { id } = await maakInwoner(zuid)
    const { status, lichaam } = await noord.roep('POST', '/zaken', eenMelding(id, { behandelaar: await idVan(noord) }))
    expect([status, lichaam.code]).toEqual([422, 'ANDER_TEAM'])
  })

  it('een inwoner zonder team komt bij het team dat de melding aanneemt', async () => {
    const { id } = await maakInwoner(noord)
    await s.eigenaar.updateTable('inwoner').set({ team: null }).where('id', '=', id).execute()
    expect(await maakMelding(zuid, id)).toMatchObject({ team: { naam: 'Team Zuid' }, teOpenen: true })
    expect((await zuid.roep('GET', `/inwoners/${id}`)).lichaam.relatie).toBe('team')
  })

  it('administratie en toezicht leggen geen melding vast', async () => {
    const { id } = await maakInwoner(noord)
    for (const wie of [administratie, toezicht]) expect((await wie.roep('POST', '/zaken', eenMelding(id))).status).toBe(403)
  })

  it('tweehonderd tegelijk: elk een eigen nummer', async () => {
    const { id } = await maakInwoner(noord)
    const antwoorden = await Promise.all(Array.from({ length: 200 }, () => noord.roep('POST', '/zaken', eenMelding(id))))
    expect(new Set(antwoorden.map((a) => a.status))).toEqual(new Set([201]))
    expect(new Set(antwoorden.map((a) => a.lichaam.nummer)).size).toBe(200)
  })

  it('een andere gemeente telt haar eigen nummers', async () => {
    const elders = await s.meldAan('consulent', s.gemeenten[1]?.code)
    expect((await maakMelding(elders, (await maakInwoner(elders)).id)).nummer).toBe('2026-000001')
  })
})

describe('zaken zoeken', () => {
  const ids = (lichaam: { items: { id: string }[] }) => lichaam.items.map((i) => i.id)
  it('van mij, van mijn team, van niemand, op termijn, op nummer en op naam', async () => {
    const inwoner = await maakInwoner(zuid, { naam: { achternaam: 'Vindbaar', voornamen: 'Vera' } })
    const mij = await idVan(zuid)
    const mijn = await maakMelding(zuid, inwoner.id, { behandelaar: mij, ontvangenOp: '2026-10-12' })
    const open = await maakMelding(zuid, inwoner.id)
    const zoek = async (q: string) => ids((await zuid.roep('GET', `/zaken?${q}`)).lichaam)
    expect(await zoek('behandelaar=ik')).toContain(mijn.id)
    expect(await zoek('behandelaar=ik')).not.toContain(open.id)
    expect(await zoek('behandelaar=niemand')).toContain(open.id)
    expect(await zoek('zoek=vindbaar&limiet=200')).toEqual([mijn.id, open.id])
    expect(await zoek('zoek=vindbaar&uiterlijkVoor=2026-12-01')).toEqual([mijn.id])
    expect(await zoek(`zoek=${mijn.nummer}`)).toEqual([mijn.id])
    expect(await zoek('zoek=vindbaar&stand=onderzoek')).toEqual([])
    expect(await zoek(`inwoner=${inwoner.id}`)).toEqual([mijn.id, open.id])
  })

  it('na de aanvraag telt de termijn van het besluit, in volgorde, filter en bladeren; na het verslag loopt er geen', async () => {
    const nieuw = (achternaam: string, anders: Record<string, unknown>) =>
      maakInwoner(zuid, { naam: { achternaam, voornamen: 'Vera' } }).then((i) => maakMelding(zuid, i.id, anders))
    const aanvraag = await nieuw('Termijntest', { ontvangenOp: '2026-10-01' })
    await stap(zuid, aanvraag.id, 1, 'aanvraag_ontvangen', {}, { datum: '2026-11-13' })
    const bijna = await nieuw('Termijntest', { ontvangenOp: '2026-10-19' })
    const laat = await nieuw('Termijntest', { ontvangenOp: '2026-10-12' })
    const verslag = await nieuw('Termijntest', { ontvangenOp: '2026-10-05' })
    await s.eigenaar.updateTable('zaak').set({ stand: 'verslag_verzonden' }).where('id', '=', verslag.id).execute()
    const zoek = async (q: string) => ids((await zuid.roep('GET', `/zaken?zoek=termijntest&${q}`)).lichaam)
    expect(await zoek('')).toEqual([laat.id, aanvraag.id, bijna.id, verslag.id])
    expect(await zoek('uiterlijkVoor=2026-11-27')).toEqual([laat.id, aanvraag.id])
    const { lichaam } = await zuid.roep('GET', '/zaken?zoek=termijntest&limiet=2')
    expect(lichaam.items[1]).toMatchObject({
      besluitUiterlijk: '2026-11-27',
      lopendeTermijn: { soort: 'besluit', uiterlijk: '2026-11-27' },
    })
    expect(await zoek(`cursor=${encodeURIComponent(lichaam.volgende)}`)).toEqual([bijna.id, verslag.id])
    const tweede = (await zuid.roep('GET', `/zaken?zoek=termijntest&limiet=3&cursor=${encodeURIComponent(lichaam.volgende)}`)).lichaam
    expect(tweede.items.at(-1).lopendeTermijn).toBeNull()
  })

  it('een ander team ziet ze niet, ook niet op nummer; de teamleider wel', async () => {
    const { id, nummer, inwoner } = await zaakVoor(zuid)
    expect(ids((await noord.roep('GET', `/zaken?zoek=${nummer}`)).lichaam)).toEqual([])
    expect((await noord.roep('GET', `/zaken?inwoner=${inwoner}`)).status).toBe(403)
    expect(ids((await tess.roep('GET', `/zaken?zoek=${nummer}`)).lichaam)).toEqual([id])
  })

  it('bladert door alles, op termijn', async () => {
    const gezien: string[] = []
    let cursor: string | null = null
    do {
      const { lichaam } = await tess.roep('GET', `/zaken?limiet=60${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      gezien.push(...ids(lichaam))
      cursor = lichaam.volgende
    } while (cursor)
    expect(new Set(gezien).size).toBe(gezien.length)
    expect(gezien.length).toBeGreaterThan(200)
    expect((await tess.roep('GET', '/zaken?cursor=onzin')).lichaam.fouten[0].code).toBe('CURSOR_ONGELDIG')
  })
})
