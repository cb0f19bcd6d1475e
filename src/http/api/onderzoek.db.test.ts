/** Een onderzoek beginnen, lezen en samenvatten, en wie wat mag. */
import { afterAll, describe, expect, it } from 'vitest'
import { alsAntwoorden, type Proefzaak, vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import { maakAntwoord } from '#actions/geef-advies.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { maakOnderzoekproef } from './onderzoekproef.testhulp.ts'

const { s, noor, catalogus, proefzaak, onderzoek, jaNee, logboek } = await maakOnderzoekproef()
afterAll(() => s.sluit())

describe('een onderzoek beginnen', () => {
  it('legt de catalogus en de lezingen van vandaag vast, brengt de zaak verder en staat in het logboek', async () => {
    const zaak = await proefzaak()
    const gestart = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)
    expect([gestart.status, gestart.etag]).toEqual([201, '"v1"'])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${gestart.lichaam.id}`)
    expect(lichaam).toMatchObject({
      inwoner: { id: zaak.inwoner, naam: 'A. van Voorbeeld' },
      catalogus: { id: catalogus.catalogus.id, versie: catalogus.catalogus.versie, hash: catalogus.hash },
      keuze: { gemeente: s.gemeenten[0]?.naam },
      antwoorden: [],
    })
    const rij = await s.eigenaar.selectFrom('zaak').select(['stand', 'versie']).where('id', '=', zaak.zaak).executeTakeFirstOrThrow()
    expect(rij).toEqual({ stand: 'onderzoek', versie: 2 })
    expect((await logboek(zaak.inwoner)).map((r) => r.soort)).toEqual(['aanmaken', 'lezen'])
  })

  it('geeft de catalogus terug met de sleutels in dezelfde volgorde als in de map', async () => {
    const { id } = await onderzoek()
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${id}/catalogus`)
    expect(JSON.stringify(lichaam)).toBe(JSON.stringify(catalogus))
  })

  it('begint niet twee keer, niet vóór de melding bevestigd is, en niet bij een afgesloten zaak', async () => {
    const zaak = await proefzaak()
    await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)
    expect(await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)).toMatchObject({
      status: 409,
      lichaam: { code: 'ONDERZOEK_LOOPT_AL' },
    })
    const onbevestigd = await proefzaak({ stand: 'ontvangen' })
    expect(await noor.roep('POST', `/zaken/${onbevestigd.zaak}/onderzoeken`)).toMatchObject({
      status: 422,
      lichaam: { code: 'GEBEURTENIS_VOLGORDE', watNu: expect.stringContaining('“Melding bevestigd”') },
    })
    const dicht = await proefzaak()
    await s.eigenaar.updateTable('zaak').set({ afgesloten_op: '2026-11-20' }).where('id', '=', dicht.zaak).execute()
    expect(await noor.roep('POST', `/zaken/${dicht.zaak}/onderzoeken`)).toMatchObject({ status: 422, lichaam: { code: 'ZAAK_AFGESLOTEN' } })
  })

  it('twee keer hetzelfde verzoek met één sleutel is één onderzoek', async () => {
    const zaak = await proefzaak()
    const sleutel = { 'idempotency-key': 'een-keer-tellen' }
    const eerste = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`, undefined, sleutel)
    const tweede = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`, undefined, sleutel)
    expect([tweede.status, tweede.lichaam.id]).toEqual([201, eerste.lichaam.id])
    const { lichaam } = await noor.roep('GET', `/zaken/${zaak.zaak}/onderzoeken`)
    expect(lichaam.items).toHaveLength(1)
  })
})

describe('advies en samenvatting', () => {
  it('het advies heeft byte voor byte de vorm van meedoen advies --uitgebreid', async () => {
    const o = await onderzoek()
    const vignet = vignetMet(catalogus, (v) => Object.values(v.verwacht ?? {}).some((w) => w.uitkomst === 'product'))
    expect((await o.bewaar(alsAntwoorden(vignet))).status).toBe(201)
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}/advies`)
    const keuze = { gemeente: s.gemeenten[0]?.naam as string }
    const geval = leesGeval(catalogus, { antwoorden: vignet.antwoorden, overschrijvingen: vignet.overschrijvingen }, keuze)
    if (!geval.ok) throw new Error('het vignet klopt')
    expect(JSON.stringify(lichaam.advies)).toBe(JSON.stringify(maakAntwoord(catalogus, keuze, geval.value, true)))
  })

  it('de samenvatting noemt vragen, bronnen, de beslissende rij en redenen met citaat; afdrukken laat een logboekregel na', async () => {
    const o = await onderzoek()
    const vignet = vignetMet(catalogus, (v) => v.verwacht?.[Object.keys(catalogus.tabellen)[0] ?? '']?.uitkomst === 'product')
    await o.bewaar(alsAntwoorden(vignet).map((a) => ({ ...a, bron: 'gesprek' })))
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}/samenvatting`)
    const [vraag = '', waarde] = Object.entries(vignet.antwoorden)[0] ?? []
    const regels = lichaam.themas.flatMap((t: { vragen: { vraag: string }[] }) => t.vragen)
    expect(regels).toHaveLength(Object.keys(catalogus.vragen).length)
    expect(regels.find((r: { vraag: string }) => r.vraag === vraag)).toMatchObject({
      antwoord: waarde,
      bekend: true,
      bron: 'gesprek',
      door: 'Noor Proef',
    })
    expect(regels.some((r: { antwoord: string }) => r.antwoord === 'nog niet bekend')).toBe(true)
    const advies = lichaam.adviezen[0]
    expect(catalogus.tabellen[advies.tabel]?.rijen.some((r) => r.rij === advies.rij)).toBe(true)
    expect(advies.redenen.some((r: { eis: string; citaten: string[] }) => /^[A-Z]/.test(r.eis) && r.citaten.length > 0)).toBe(true)
    // Wat er gevonden is staat er in de gestelde vraag en het gegeven antwoord.
    const [nee] = Object.entries(vignet.antwoorden).find(([v, a]) => a === 'nee' && catalogus.vragen[v]?.soort === 'janee') ?? ['']
    const bevindingen = advies.redenen.map((r: { bevinding: string | null }) => r.bevinding ?? '')
    expect(bevindingen.join('\n')).toContain(`${catalogus.vragen[nee]?.tekst} Nee.`)
    expect((await noor.roep('POST', `/onderzoeken/${o.id}/afdrukken`)).status).toBe(201)
    expect((await logboek(o.inwoner)).at(-1)).toMatchObject({
      soort: 'afdrukken',
      objecten: [{ soort: 'samenvatting', id: o.id, versie: 2 }],
    })
  })

  it('een afgerond onderzoek neemt niets meer aan tot het heropend is', async () => {
    const o = await onderzoek()
    const rond = await noor.roep('PATCH', `/onderzoeken/${o.id}`, { afgerond: true }, { 'if-match': '"v1"' })
    expect([rond.status, rond.lichaam]).toMatchObject([200, { versie: 2 }])
    expect(await o.bewaar([{ vraag: jaNee()[0], waarde: 'ja' }], 2)).toMatchObject({ status: 422, lichaam: { code: 'ONDERZOEK_AFGEROND' } })
    expect((await noor.roep('PATCH', `/onderzoeken/${o.id}`, { afgerond: false }, { 'if-match': '"v1"' })).status).toBe(412)
    expect((await noor.roep('PATCH', `/onderzoeken/${o.id}`, { afgerond: false }, { 'if-match': '"v2"' })).status).toBe(200)
    expect((await o.bewaar([{ vraag: jaNee()[0], waarde: 'ja' }], 3)).status).toBe(201)
  })
})

describe('wie mag wat', () => {
  const paden = (o: Proefzaak & { id: string }) =>
    [
      ['GET', `/onderzoeken/${o.id}`],
      ['GET', `/onderzoeken/${o.id}/advies`],
      ['GET', `/onderzoeken/${o.id}/antwoorden?vraag=x`],
      ['GET', `/onderzoeken/${o.id}/samenvatting`],
      ['GET', `/onderzoeken/${o.id}/catalogus`],
      ['GET', `/zaken/${o.zaak}/onderzoeken`],
      ['POST', `/onderzoeken/${o.id}/afdrukken`],
      ['POST', `/onderzoeken/${o.id}/bezoeken`, { datum: '2026-11-20', soort: 'huisbezoek' }],
      ['POST', `/onderzoeken/${o.id}/antwoorden`, { antwoorden: [{ vraag: jaNee()[0], waarde: 'ja' }] }],
      ['PATCH', `/onderzoeken/${o.id}`, { afgerond: true }],
    ] as const

  it.each([
    ['een consulent van een ander team', 'consulent', 0, 1, [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]],
    ['iemand van een andere gemeente', 'consulent', 1, 0, [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]],
    ['de administratie', 'administratie', 0, 0, [403, 403, 403, 403, 403, 403, 403, 403, 403, 403]],
    ['de contractmanager', 'contractmanager', 0, 0, [403, 403, 403, 403, 403, 403, 403, 403, 403, 403]],
    ['de beheerder', 'beheerder', 0, 0, [403, 403, 403, 403, 403, 403, 403, 403, 403, 403]],
    ['de toezichthouder leest en wijzigt niets', 'toezichthouder', 0, 0, [200, 200, 200, 200, 200, 200, 403, 403, 403, 403]],
  ])('%s', async (_, rol, gemeente, welke, verwacht) => {
    const o = await onderzoek()
    const wie = await s.meldAan(rol, s.gemeenten[gemeente]?.code, welke)
    const gezien = []
    for (const [methode, pad, lichaam] of paden(o)) gezien.push((await wie.roep(methode, pad, lichaam, { 'if-match': '"v1"' })).status)
    expect(gezien).toEqual(verwacht)
    const rijen = await s.eigenaar.selectFrom('antwoord').select('id').where('onderzoek', '=', o.id).execute()
    expect(rijen).toEqual([])
  })

  it('een weigering om bevoegdheid staat in het logboek, en zegt hetzelfde of het onderzoek bestaat of niet', async () => {
    const o = await onderzoek()
    const beheerder = await s.meldAan('beheerder')
    const wel = await beheerder.roep('GET', `/onderzoeken/${o.id}`)
    const niet = await beheerder.roep('GET', '/onderzoeken/01900000-0000-7000-8000-000000000000')
    expect({ ...wel.lichaam, correlatie: '' }).toEqual({ ...niet.lichaam, correlatie: '' })
    const geweigerd = await s.eigenaar
      .selectFrom('audit')
      .select('weigering')
      .where('uitkomst', '=', 'geweigerd')
      .where('rollen', '=', 'beheerder')
      .execute()
    expect(geweigerd.length).toBeGreaterThanOrEqual(2)
  })

  it('een collega van hetzelfde team werkt gewoon mee', async () => {
    const o = await onderzoek()
    const tess = await s.meldAan('teamleider')
    const bewaard = await tess.roep(
      'POST',
      `/onderzoeken/${o.id}/antwoorden`,
      { antwoorden: [{ vraag: jaNee()[0], waarde: 'ja' }] },
      { 'if-match': '"v1"' },
    )
    expect(bewaard.status).toBe(201)
  })
})
