/** Een inwoner toevoegen en terugvinden. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eenInwoner, maakInwoner, nieuwBsn } from './dossier.testhulp.ts'
import { maakInwonersproef } from './inwonersproef.testhulp.ts'

const { s, noord, zuid, administratie, toezicht, beheerder, regelsVan } = await maakInwonersproef()
afterAll(() => s.sluit())

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
