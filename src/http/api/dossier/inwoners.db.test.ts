import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'
import { eenInwoner, maakInwoner, maakMelding, nieuwBsn } from './dossier.testhulp.ts'

let s: Proefserver
let noord: Proefgebruiker
let zuid: Proefgebruiker
let administratie: Proefgebruiker
let toezicht: Proefgebruiker
let beheerder: Proefgebruiker
beforeAll(async () => {
  s = await maakProefserver()
  noord = await s.meldAan('consulent')
  zuid = await s.meldAan('consulent', undefined, 1)
  administratie = await s.meldAan('administratie')
  toezicht = await s.meldAan('toezichthouder')
  beheerder = await s.meldAan('beheerder')
})
afterAll(() => s.sluit())

const regelsVan = (inwoner: string) =>
  s.eigenaar
    .selectFrom('audit')
    .select(['soort', 'uitkomst', 'rollen', 'reden', 'doel', 'weigering'])
    .where('inwoner', '=', inwoner)
    .orderBy('id')
    .execute()

describe('een inwoner toevoegen', () => {
  it('bewaart het BSN versleuteld, laat het niet zien, en zet het in het eigen team', async () => {
    const bsn = nieuwBsn()
    const { status, lichaam, etag } = await noord.roep('POST', '/inwoners', eenInwoner({ bsn }))
    expect([status, etag]).toEqual([201, '"v1"'])
    expect(lichaam).toMatchObject({ relatie: 'team', bsn: { aanwezig: true, geenReden: null }, team: { naam: 'Team Noord' } })
    expect(JSON.stringify(lichaam)).not.toContain(bsn)
    const rij = await s.eigenaar.selectFrom('inwoner_bsn').selectAll().where('inwoner', '=', lichaam.id).executeTakeFirstOrThrow()
    expect(rij.versleuteld.includes(Buffer.from(bsn))).toBe(false)
    expect((await regelsVan(lichaam.id)).map((r) => r.soort)).toEqual(['aanmaken'])
  })

  it('weigert wat niet klopt, alle fouten tegelijk en zonder het BSN te herhalen', async () => {
    const { status, lichaam } = await noord.roep('POST', '/inwoners', { naam: { achternaam: '' }, bsn: '999912345', telefoon: '1' })
    expect(status).toBe(422)
    expect(lichaam.fouten.map((f: { plaats: string }) => f.plaats).sort()).toEqual(['/bsn', '/naam/achternaam', '/telefoon'])
    expect(JSON.stringify(lichaam)).not.toContain('999912345')
  })

  it('zonder BSN alleen met een reden', async () => {
    expect((await noord.roep('POST', '/inwoners', eenInwoner({ bsn: null }))).lichaam.fouten[0].code).toBe('BSN_ONTBREEKT')
    const { lichaam } = await noord.roep('POST', '/inwoners', eenInwoner({ bsn: null, geenBsnReden: 'spoed' }))
    expect(lichaam.bsn).toEqual({ aanwezig: false, geenReden: 'spoed' })
  })

  it('hetzelfde BSN nog eens: zegt dat de inwoner er is, en welke', async () => {
    const bsn = nieuwBsn()
    const eerste = await maakInwoner(noord, { bsn })
    const { status, lichaam } = await zuid.roep('POST', '/inwoners', eenInwoner({ bsn }))
    expect([status, lichaam.code, lichaam.huidig.inwoner.id]).toEqual([409, 'BSN_BESTAAT', eerste.id])
    expect(JSON.stringify(lichaam)).not.toContain(bsn)
  })

  it('in een andere gemeente mag hetzelfde BSN bestaan, en niemand merkt het', async () => {
    const bsn = nieuwBsn()
    await maakInwoner(noord, { bsn })
    const elders = await s.meldAan('consulent', s.gemeenten[1]?.code)
    expect((await elders.roep('POST', '/inwoners', eenInwoner({ bsn }))).status).toBe(201)
  })

  it('hetzelfde verzoek twee keer telt één keer', async () => {
    const inwoner = eenInwoner()
    const kop = { 'idempotency-key': 'aanmaken-een-keer' }
    const een = await noord.roep('POST', '/inwoners', inwoner, kop)
    const twee = await noord.roep('POST', '/inwoners', inwoner, kop)
    expect([een.status, twee.status, twee.lichaam.id]).toEqual([201, 201, een.lichaam.id])
  })

  it('toezicht en administratie voegen niemand toe; de poging staat in het logboek', async () => {
    for (const wie of [toezicht, administratie]) expect((await wie.roep('POST', '/inwoners', eenInwoner())).status).toBe(403)
    const pogingen = await s.eigenaar.selectFrom('audit').select('weigering').where('soort', '=', 'geweigerd').execute()
    expect(pogingen.map((p) => p.weigering)).toEqual(expect.arrayContaining(['NIET_BEVOEGD', 'NIET_BEVOEGD']))
  })

  it('tweehonderd tegelijk: allemaal bewaard, elk met één logboekregel', async () => {
    const antwoorden = await Promise.all(Array.from({ length: 200 }, () => noord.roep('POST', '/inwoners', eenInwoner())))
    const ids = antwoorden.map((a) => a.lichaam.id as string)
    expect(new Set(antwoorden.map((a) => a.status))).toEqual(new Set([201]))
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select('inwoner')
      .where('soort', '=', 'aanmaken')
      .where('inwoner', 'in', ids)
      .execute()
    expect([new Set(ids).size, regels.length]).toEqual([200, 200])
  })

  it('twintig keer hetzelfde BSN tegelijk: één komt erin, de rest hoort wie er al is', async () => {
    const bsn = nieuwBsn()
    const antwoorden = await Promise.all(Array.from({ length: 20 }, () => noord.roep('POST', '/inwoners', eenInwoner({ bsn }))))
    const gemaakt = antwoorden.filter((a) => a.status === 201)
    expect(gemaakt).toHaveLength(1)
    expect(new Set(antwoorden.filter((a) => a.status === 409).map((a) => a.lichaam.huidig.inwoner.id))).toEqual(
      new Set([gemaakt[0]?.lichaam.id]),
    )
  })
})

describe('zoeken', () => {
  beforeAll(async () => {
    const naam = (achternaam: string, voornamen: string, voorvoegsel: string | null = null) => ({
      achternaam,
      voornamen,
      voorvoegsel,
      voorletters: null,
    })
    await maakInwoner(noord, { naam: naam('Zoekersma', 'Bram'), geboortedatum: '1961-02-03', woonplaats: 'Zoekdorp' })
    await maakInwoner(noord, { naam: naam('Zoekers', 'Ada', 'van der') })
    await maakInwoner(zuid, { naam: naam('Zoekérs', 'Coen') })
    await maakInwoner(zuid, { naam: naam('Anders', 'Zoë') })
  })
  const namen = (lichaam: { items: { naam: { achternaam: string; voornamen: string } }[] }) =>
    lichaam.items.map((i) => `${i.naam.achternaam} ${i.naam.voornamen}`)

  it('op het begin van de achternaam, zonder accenten en met voorvoegsel, in elk team', async () => {
    const { lichaam } = await noord.roep('GET', '/inwoners?naam=van%20der%20zoekers')
    expect(namen(lichaam)).toEqual(['Zoekers Ada', 'Zoekérs Coen', 'Zoekersma Bram'])
    expect(lichaam.items.map((i: { relatie: string }) => i.relatie)).toEqual(['team', 'gemeente', 'team'])
    expect(lichaam.items[1]).not.toHaveProperty('contact')
  })

  it('voornaam voorop, geboortedatum en woonplaats', async () => {
    expect(namen((await noord.roep('GET', '/inwoners?naam=coen%20zoekers')).lichaam)).toEqual(['Zoekérs Coen'])
    expect(namen((await noord.roep('GET', '/inwoners?geboortedatum=1961-02-03')).lichaam)).toEqual(['Zoekersma Bram'])
    expect(namen((await noord.roep('GET', '/inwoners?woonplaats=zoekdorp')).lichaam)).toEqual(['Zoekersma Bram'])
    expect((await noord.roep('GET', '/inwoners?naam=,%20,')).lichaam.items).toEqual([])
  })

  it('bladert zonder iemand over te slaan of dubbel te tonen, en zonder naam in het adres', async () => {
    const gezien: string[] = []
    let cursor: string | null = null
    do {
      const { lichaam } = await noord.roep('GET', `/inwoners?limiet=7${cursor ? `&cursor=${cursor}` : ''}`)
      gezien.push(...lichaam.items.map((i: { id: string }) => i.id))
      cursor = lichaam.volgende
      expect(cursor ?? '').toMatch(/^([0-9a-f-]{36})?$/)
    } while (cursor)
    const { aantal } = await s.eigenaar
      .selectFrom('inwoner')
      .select((e) => e.fn.countAll().as('aantal'))
      .where('gemeente', '=', s.gemeenten[0]?.code ?? '')
      .executeTakeFirstOrThrow()
    expect([gezien.length, new Set(gezien).size]).toEqual([Number(aantal), Number(aantal)])
  })

  it('op BSN alleen in het lichaam; een onbekend nummer vindt niemand en een fout nummer is een fout', async () => {
    const bsn = nieuwBsn()
    const { id } = await maakInwoner(zuid, { bsn })
    const zoek = (getypt: string) => noord.roep('POST', '/inwonerzoekopdrachten', { bsn: getypt })
    expect((await zoek(`${bsn.slice(0, 4)} ${bsn.slice(4, 6)}.${bsn.slice(6)}`)).lichaam.items.map((i: { id: string }) => i.id)).toEqual([
      id,
    ])
    expect((await zoek(nieuwBsn())).lichaam.items).toEqual([])
    expect((await zoek('999912345')).lichaam.fouten[0]).toMatchObject({ code: 'BSN_ELFPROEF', plaats: '/bsn' })
  })

  it('laat één zoekregel na, en een regel in het logboek van elke getoonde inwoner', async () => {
    const { lichaam } = await noord.roep('GET', '/inwoners?naam=zoekers')
    for (const { id } of lichaam.items) expect((await regelsVan(id)).some((r) => r.soort === 'lijst')).toBe(true)
    const laatste = await s.eigenaar
      .selectFrom('audit')
      .select('objecten')
      .where('soort', '=', 'zoeken')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(laatste.objecten).toEqual([{ soort: 'zoekvraag', id: 'naam' }])
  })

  it('een beheerder zoekt geen inwoners', async () => {
    expect((await beheerder.roep('GET', '/inwoners?naam=zoekers')).status).toBe(403)
  })
})

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
