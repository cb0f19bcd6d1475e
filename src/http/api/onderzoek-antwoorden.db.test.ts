/** Antwoorden bij een onderzoek: in elke volgorde, verbeterd en afgeleid. */
import { afterAll, describe, expect, it } from 'vitest'
import { maakOnderzoekproef } from './onderzoekproef.testhulp.ts'

const { s, noor, catalogus, onderzoek, jaNee, meldNoorOpnieuwAan } = await maakOnderzoekproef()
afterAll(() => s.sluit())

describe('bezoeken en antwoorden', () => {
  it('antwoorden mogen in elke volgorde, over meer bezoeken, met toelichting, bron en dag', async () => {
    const o = await onderzoek()
    const bezoek = await noor.roep('POST', `/onderzoeken/${o.id}/bezoeken`, {
      datum: '2026-11-20',
      soort: 'huisbezoek',
      aanwezig: 'Inwoner en dochter',
    })
    expect(bezoek.status).toBe(201)
    const [een = '', twee = ''] = jaNee().reverse()
    const eerst = await o.bewaar([{ vraag: een, waarde: 'ja', toelichting: 'Zegt zij zelf.', bron: 'inwoner', bezoek: bezoek.lichaam.id }])
    expect(eerst.status).toBe(201)
    await o.bewaar([{ vraag: twee, waarde: 'nee', datum: '2026-11-24', bron: 'huisarts' }])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(lichaam.versie).toBe(3)
    expect(lichaam.bezoeken).toMatchObject([{ soort: 'huisbezoek', aanwezig: 'Inwoner en dochter', gemaaktDoor: { naam: 'Noor Proef' } }])
    expect(lichaam.antwoorden).toMatchObject([
      {
        vraag: een,
        waarde: 'ja',
        toelichting: 'Zegt zij zelf.',
        bron: 'inwoner',
        datum: '2026-11-20',
        bezoek: bezoek.lichaam.id,
        gegevenDoor: { naam: 'Noor Proef' },
      },
      { vraag: twee, waarde: 'nee', datum: '2026-11-24', bron: 'huisarts', bezoek: null },
    ])
  })

  it('een verbetering noemt de rij die zij vervangt; een nieuw antwoord op een latere dag niet; terug naar onbekend kan', async () => {
    const o = await onderzoek()
    const vraag = jaNee()[0] ?? ''
    await o.bewaar([{ vraag, waarde: 'ja' }])
    await o.bewaar([{ vraag, waarde: 'nee' }])
    s.klok.nu = new Date(s.klok.nu.getTime() + 86_400_000)
    await meldNoorOpnieuwAan()
    await o.bewaar([{ vraag, waarde: 'ja' }])
    await o.bewaar([{ vraag, waarde: null, toelichting: 'Toch niet zeker.' }])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}/antwoorden?vraag=${vraag}`)
    const rijen = lichaam.items as { id: string; waarde: unknown; vervangt: string | null }[]
    expect(rijen.map((r) => r.waarde)).toEqual(['ja', 'nee', 'ja', null])
    expect(rijen.map((r) => r.vervangt)).toEqual([null, rijen[0]?.id, null, rijen[2]?.id])
    const nu = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(nu.lichaam.antwoorden).toMatchObject([{ vraag, waarde: null, toelichting: 'Toch niet zeker.' }])
    s.klok.nu = new Date(s.klok.nu.getTime() - 86_400_000)
    await meldNoorOpnieuwAan()
  })

  it('een verbetering van een ouder antwoord haalt het nieuwere niet in', async () => {
    const o = await onderzoek()
    const vraag = jaNee()[0] ?? ''
    const oud = await o.bewaar([{ vraag, waarde: 'ja', datum: '2026-11-10' }])
    await o.bewaar([{ vraag, waarde: 'nee', datum: '2026-11-20' }])
    await o.bewaar([{ vraag, waarde: null, datum: '2026-11-10', vervangt: oud.lichaam.antwoorden[0].id }])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(lichaam.antwoorden).toMatchObject([{ vraag, waarde: 'nee' }])
  })

  it.each([
    ['een vraag die er niet is', () => [{ vraag: 'bestaatNiet', waarde: 'ja' }], 'VRAAG_ONBEKEND', '/antwoorden/0/waarde'],
    ['weet ik niet op een vraag die er niet is', () => [{ vraag: 'bestaatNiet', waarde: null }], 'VRAAG_ONBEKEND', '/antwoorden/0/waarde'],
    [
      'een waarde die niet kan',
      () => [
        { vraag: jaNee()[0], waarde: 'ja' },
        { vraag: jaNee()[1], waarde: 'soms' },
      ],
      'ANTWOORD_ONGELDIG',
      '/antwoorden/1/waarde',
    ],
    [
      'dezelfde vraag twee keer',
      () => [
        { vraag: jaNee()[0], waarde: 'ja' },
        { vraag: jaNee()[0], waarde: 'nee' },
      ],
      'VRAAG_DUBBEL',
      '/antwoorden/1/vraag',
    ],
    ['een dag die nog komt', () => [{ vraag: jaNee()[0], waarde: 'ja', datum: '2027-01-01' }], 'DATUM_TOEKOMST', '/antwoorden/0/datum'],
    [
      'een bezoek van elders',
      () => [{ vraag: jaNee()[0], waarde: 'ja', bezoek: '01900000-0000-7000-8000-000000000000' }],
      'BEZOEK_ONBEKEND',
      '/antwoorden/0/bezoek',
    ],
    [
      'een verbetering van niets',
      () => [{ vraag: jaNee()[0], waarde: 'ja', vervangt: '01900000-0000-7000-8000-000000000000' }],
      'VERVANGT_ONBEKEND',
      '/antwoorden/0/vervangt',
    ],
  ])('geweigerd met de plek erbij: %s', async (_, antwoorden, code, plaats) => {
    const o = await onderzoek()
    const { status, lichaam } = await o.bewaar(antwoorden())
    expect(status).toBe(422)
    expect(lichaam.fouten).toContainEqual(expect.objectContaining({ code, plaats }))
    const rijen = await s.eigenaar.selectFrom('antwoord').select('id').where('onderzoek', '=', o.id).execute()
    expect(rijen).toEqual([])
  })

  it('een antwoord dat een eerder antwoord tegenspreekt, wijst het nieuwe antwoord aan', async () => {
    const [gevolg, vraag] = Object.entries(catalogus.vragen).flatMap(([id, v]) =>
      v.soort === 'janee' && v.bepaaldDoor ? [[id, v.bepaaldDoor.vraag]] : [],
    )[0] as [string, string]
    const o = await onderzoek()
    await o.bewaar([{ vraag: gevolg, waarde: 'ja' }])
    const { status, lichaam } = await o.bewaar([{ vraag, waarde: 1 }])
    expect([status, lichaam.fouten[0]]).toMatchObject([422, { code: 'ANTWOORDEN_TEGENSTRIJDIG', plaats: '/antwoorden/0/waarde' }])
  })

  it('afwijken van een afgeleide waarde vraagt een motivering, en kan weer terug', async () => {
    const [vraag, afgeleid] = Object.entries(catalogus.afgeleid ?? {}).find(([, a]) => a.overschrijfbaar) as [
      string,
      { rijen: { dan: string }[] },
    ]
    const waarde = afgeleid.rijen[0]?.dan
    const o = await onderzoek()
    expect(await o.bewaar([{ soort: 'overschrijving', vraag, waarde }])).toMatchObject({
      status: 422,
      lichaam: { fouten: [{ code: 'MOTIVERING_ONTBREEKT', plaats: '/antwoorden/0/toelichting' }] },
    })
    expect((await o.bewaar([{ soort: 'overschrijving', vraag, waarde, toelichting: 'Gezien bij het bezoek.' }])).status).toBe(201)
    expect((await o.bewaar([{ soort: 'overschrijving', vraag, waarde: null }])).status).toBe(201)
    const geen = jaNee()[0]
    expect(await o.bewaar([{ soort: 'overschrijving', vraag: geen, waarde: null }])).toMatchObject({
      status: 422,
      lichaam: { fouten: [{ code: 'OVERSCHRIJVING_NIET_TOEGESTAAN' }] },
    })
  })

  it('zonder If-Match gaat er niets door', async () => {
    const o = await onderzoek()
    const antwoord = await noor.roep('POST', `/onderzoeken/${o.id}/antwoorden`, { antwoorden: [{ vraag: jaNee()[0], waarde: 'ja' }] })
    expect([antwoord.status, antwoord.lichaam.fouten[0].code]).toEqual([422, 'IF_MATCH_ONTBREEKT'])
  })
})
