/** Eén inwoner: openen, wijzigen, het BSN tonen, wie keek er, en de tijdlijn. */
import { afterAll, describe, expect, it } from 'vitest'
import { maakInwoner, maakMelding, nieuwBsn } from './dossier.testhulp.ts'
import { maakInwonersproef } from './inwonersproef.testhulp.ts'

const { s, noord, zuid, administratie, toezicht, beheerder, regelsVan } = await maakInwonersproef()
afterAll(() => s.sluit())

describe('een inwoner openen', () => {
  it('eigen team ziet alles behalve het BSN; een ander team alleen wie het is', async () => {
    const { id } = await maakInwoner(noord)
    const eigen = (await noord.roep('GET', `/inwoners/${id}`)).lichaam
    expect(eigen).toMatchObject({
      contact: { telefoon: '06 12345678', adres: { postcode: '1234 AB' } },
      mag: { dossierSchrijven: true, bsnTonen: true },
    })
    const ander = (await zuid.roep('GET', `/inwoners/${id}`)).lichaam
    expect(ander).toMatchObject({
      contact: null,
      contactGeweigerd: 'geen_relatie',
      mag: { dossierLezen: false, noodtoegangVragen: true, meldingMaken: true },
    })
    expect(ander.naam.achternaam).toBe('Proefpersoon')
  })

  it('een geheim adres ziet alleen wie de inwoner helpt', async () => {
    const { id } = await maakInwoner(noord, { geheimAdres: true })
    expect((await noord.roep('GET', `/inwoners/${id}`)).lichaam.contact.adres.straat).toBe('Proefstraat')
    for (const wie of [administratie, toezicht, zuid])
      expect((await wie.roep('GET', `/inwoners/${id}`)).lichaam).toMatchObject({
        contact: null,
        contactGeweigerd: 'geheim_adres',
        geheimAdres: true,
      })
  })

  it('in een andere gemeente bestaat hij niet, en dat antwoord is gelijk aan dat op een verzonnen verwijzing', async () => {
    const { id } = await maakInwoner(noord)
    const elders = await s.meldAan('consulent', s.gemeenten[1]?.code)
    const echt = await elders.roep('GET', `/inwoners/${id}`)
    const verzonnen = await elders.roep('GET', '/inwoners/01999999-9999-7999-8999-999999999999')
    const zonder = ({ correlatie: _, ...rest }: Record<string, unknown>) => rest
    expect([echt.status, zonder(echt.lichaam)]).toEqual([404, zonder(verzonnen.lichaam)])
  })

  it('een beheerder krijgt bij een bestaande en een verzonnen inwoner hetzelfde nee, en beide pogingen staan in het logboek', async () => {
    const { id } = await maakInwoner(noord)
    const [echt, verzonnen] = [
      await beheerder.roep('GET', `/inwoners/${id}`),
      await beheerder.roep('GET', '/inwoners/01999999-9999-7999-8999-999999999998'),
    ]
    expect([echt.status, verzonnen.status, echt.lichaam.detail]).toEqual([403, 403, verzonnen.lichaam.detail])
    expect((await regelsVan(id)).at(-1)).toMatchObject({ soort: 'geweigerd', uitkomst: 'geweigerd', rollen: 'beheerder' })
  })
})

describe('een inwoner wijzigen', () => {
  it('de hash na de ene wijziging is die vóór de volgende, wie er ook wijzigt', async () => {
    const { id } = await maakInwoner(noord)
    await noord.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'Proefdam' }, { 'if-match': '"v1"' })
    await administratie.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'Proefhaven' }, { 'if-match': '"v2"' })
    const [eerste, tweede] = await s.eigenaar
      .selectFrom('audit')
      .select(['hash_voor', 'hash_na'])
      .where('inwoner', '=', id)
      .where('soort', '=', 'wijzigen')
      .orderBy('id')
      .execute()
    expect(tweede?.hash_voor).toEqual(eerste?.hash_na)
    expect(tweede?.hash_na).not.toEqual(tweede?.hash_voor)
  })

  it('wijzigt alleen wat er staat; null maakt leeg', async () => {
    const { id } = await maakInwoner(noord)
    const { status, lichaam, etag } = await noord.roep(
      'PATCH',
      `/inwoners/${id}`,
      { telefoon: null, woonplaats: 'Elders' },
      { 'if-match': '"v1"' },
    )
    expect([status, etag, lichaam.woonplaats, lichaam.contact.telefoon, lichaam.contact.adres.straat]).toEqual([
      200,
      '"v2"',
      'Elders',
      null,
      'Proefstraat',
    ])
  })

  it('twee consulenten tegelijk: de tweede hoort wie, wanneer en hoe het er nu staat', async () => {
    const { id } = await maakInwoner(noord)
    const tess = await s.meldAan('teamleider')
    const antwoorden = await Promise.all([
      noord.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'Van Noor' }, { 'if-match': '"v1"' }),
      tess.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'Van Tess' }, { 'if-match': '"v1"' }),
    ])
    const [gelukt, te_laat] = [antwoorden.find((a) => a.status === 200), antwoorden.find((a) => a.status === 412)]
    expect(te_laat?.etag).toBe('"v2"')
    expect(te_laat?.lichaam).toMatchObject({
      code: 'VEROUDERD',
      wie: expect.stringMatching(/^(Noor|Tess) Proef \(Team Noord\)$/),
      wanneer: expect.stringContaining('2026-11-25T'),
      huidig: { versie: 2, woonplaats: gelukt?.lichaam.woonplaats },
    })
    expect((await noord.roep('GET', `/inwoners/${id}`)).lichaam.woonplaats).toBe(gelukt?.lichaam.woonplaats)
  })

  it('zonder If-Match gaat het niet', async () => {
    const { id } = await maakInwoner(noord)
    expect((await noord.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'X' })).lichaam.fouten[0].code).toBe('IF_MATCH_ONTBREEKT')
  })

  it('een ander team wijzigt niets; de administratie wel, maar niets aan een geheim adres', async () => {
    const { id } = await maakInwoner(noord)
    expect((await zuid.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'X' }, { 'if-match': '"v1"' })).status).toBe(403)
    expect((await administratie.roep('PATCH', `/inwoners/${id}`, { woonplaats: 'Balie' }, { 'if-match': '"v1"' })).status).toBe(200)
    expect((await administratie.roep('PATCH', `/inwoners/${id}`, { geheimAdres: true }, { 'if-match': '"v2"' })).status).toBe(403)
    expect((await noord.roep('PATCH', `/inwoners/${id}`, { geheimAdres: true }, { 'if-match': '"v2"' })).status).toBe(200)
    expect((await administratie.roep('PATCH', `/inwoners/${id}`, { telefoon: '06 87654321' }, { 'if-match': '"v3"' })).status).toBe(403)
  })

  it('een BSN erbij, een ander, en weg: de index en de versleutelde waarde gaan mee', async () => {
    const { id } = await maakInwoner(noord, { bsn: null, geenBsnReden: 'nog_niet_bekend' })
    const [een, twee] = [nieuwBsn(), nieuwBsn()]
    const zet = (versie: number, wat: object) => noord.roep('PATCH', `/inwoners/${id}`, wat, { 'if-match': `"v${versie}"` })
    const toon = async () => (await noord.roep('POST', `/inwoners/${id}/bsn-inzagen`, {})).lichaam
    expect((await zet(1, { bsn: een })).lichaam.bsn).toEqual({ aanwezig: true, geenReden: null })
    expect(await toon()).toEqual({ bsn: een })
    expect((await zet(2, { bsn: twee })).status).toBe(200)
    expect(await toon()).toEqual({ bsn: twee })
    expect((await zet(3, { bsn: null, geenBsnReden: 'weigert' })).lichaam.bsn).toEqual({ aanwezig: false, geenReden: 'weigert' })
    expect((await toon()).code).toBe('GEEN_BSN')
    expect(await s.eigenaar.selectFrom('inwoner_bsn').select('inwoner').where('inwoner', '=', id).execute()).toEqual([])
  })

  it('het BSN van een ander: zegt wie er al is en wijzigt niets', async () => {
    const bezet = nieuwBsn()
    const [eerste, tweede] = [await maakInwoner(noord, { bsn: bezet }), await maakInwoner(noord)]
    const { status, lichaam } = await noord.roep('PATCH', `/inwoners/${tweede.id}`, { bsn: bezet }, { 'if-match': '"v1"' })
    expect([status, lichaam.huidig.inwoner.id]).toEqual([409, eerste.id])
    expect((await noord.roep('GET', `/inwoners/${tweede.id}`)).etag).toBe('"v1"')
  })

  it('overleden en vertegenwoordiger', async () => {
    const { id } = await maakInwoner(noord)
    const wat = { overledenOp: '2026-11-20', vertegenwoordiger: { naam: 'K. Kind', rol: 'kind', telefoon: null, sinds: '2025-01-01' } }
    const { lichaam } = await noord.roep('PATCH', `/inwoners/${id}`, wat, { 'if-match': '"v1"' })
    expect(lichaam).toMatchObject({ overledenOp: '2026-11-20', contact: { vertegenwoordiger: { naam: 'K. Kind', rol: 'kind' } } })
    expect(
      (await noord.roep('PATCH', `/inwoners/${id}`, { overledenOp: '1949-01-01' }, { 'if-match': '"v2"' })).lichaam.fouten[0].code,
    ).toBe('OVERLEDEN_VOOR_GEBOORTE')
  })
})

describe('het BSN tonen', () => {
  it('het eigen team zonder reden, de administratie alleen met; elke keer een eigen logboekregel', async () => {
    const bsn = nieuwBsn()
    const { id } = await maakInwoner(noord, { bsn })
    expect((await noord.roep('POST', `/inwoners/${id}/bsn-inzagen`, {})).lichaam).toEqual({ bsn })
    expect((await administratie.roep('POST', `/inwoners/${id}/bsn-inzagen`, {})).lichaam.fouten[0].plaats).toBe('/reden')
    expect((await administratie.roep('POST', `/inwoners/${id}/bsn-inzagen`, { reden: 'Identiteit vaststellen' })).lichaam).toEqual({ bsn })
    const getoond = (await regelsVan(id)).filter((r) => r.soort === 'bsn_getoond')
    expect(getoond.map((r) => [r.rollen, r.reden])).toEqual([
      ['consulent', null],
      ['administratie', 'Identiteit vaststellen'],
    ])
  })

  it('een ander team en toezicht zonder noodtoegang niet, en de poging staat bij de inwoner', async () => {
    const { id } = await maakInwoner(noord)
    for (const wie of [zuid, toezicht])
      expect((await wie.roep('POST', `/inwoners/${id}/bsn-inzagen`, { reden: 'Nieuwsgierig genoeg' })).status).toBe(403)
    expect((await regelsVan(id)).filter((r) => r.soort === 'geweigerd')).toHaveLength(2)
  })
})

describe('wie keek er', () => {
  it('noemt mensen en wat zij deden, en staat daarna zelf in het logboek', async () => {
    const { id } = await maakInwoner(noord)
    await toezicht.roep('GET', `/inwoners/${id}`)
    await zuid.roep('POST', `/inwoners/${id}/bsn-inzagen`, {})
    const { lichaam } = await noord.roep('GET', `/inwoners/${id}/inzagen`)
    expect(lichaam.items.map((i: { wie: string; wat: string }) => [i.wie, i.wat])).toEqual([
      ['Sem Proef, Team Zuid', 'Geprobeerd, niet toegestaan'],
      ['Tom Proef', 'Bekeken'],
      ['Noor Proef, Team Noord', 'Toegevoegd'],
    ])
    expect((await regelsVan(id)).at(-1)?.soort).toBe('loglezen')
    expect((await zuid.roep('GET', `/inwoners/${id}/inzagen`)).status).toBe(403)
  })

  it('bladert en laat lijsten weg tenzij gevraagd', async () => {
    const { id } = await maakInwoner(noord, { naam: { achternaam: 'Inzagers', voornamen: 'Ine' } })
    for (let i = 0; i < 5; i++) await noord.roep('GET', `/inwoners/${id}`)
    await noord.roep('GET', '/inwoners?naam=inzagers')
    const haal = async (q: string) => (await noord.roep('GET', `/inwoners/${id}/inzagen?${q}`)).lichaam
    const een = await haal('limiet=4')
    const twee = await haal(`limiet=50&cursor=${encodeURIComponent(een.volgende)}`)
    expect([een.items.length, twee.items.length, twee.volgende]).toEqual([4, 2, null])
    expect((await haal('ookLijsten=true')).items.some((i: { wat: string }) => i.wat === 'In een lijst gezien')).toBe(true)
  })
})

describe('de tijdlijn', () => {
  it('toont zaken en feiten aan wie het dossier leest; de administratie ziet alleen indicaties', async () => {
    const { id } = await maakInwoner(noord)
    const { nummer } = await maakMelding(noord, id)
    const { lichaam } = await noord.roep('GET', `/inwoners/${id}/tijdlijn`)
    expect(lichaam.banen).toMatchObject([{ soort: 'zaak', naam: `Melding ${nummer}`, stukken: [{ stand: 'ontvangen', verloop: 'loopt' }] }])
    expect(lichaam.feiten.map((f: { zin: string }) => f.zin)).toEqual(['Melding ontvangen per telefoon, van de inwoner zelf.'])
    expect((await administratie.roep('GET', `/inwoners/${id}/tijdlijn`)).lichaam).toMatchObject({ banen: [], feiten: [] })
    expect((await zuid.roep('GET', `/inwoners/${id}/tijdlijn`)).status).toBe(403)
  })
})
