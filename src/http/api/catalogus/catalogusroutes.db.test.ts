import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakProefcatalogus, type Proefcatalogus } from '#actions/catalogus/proefcatalogus.testhulp.ts'
import { bladzijde } from '../dossier/vormen.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'
import { instellingvorm, keuzevorm, mapversie, publicatievorm, simulatievorm, verschillenvorm } from './vormen.ts'

let s: Proefserver
let c: Proefcatalogus
let cato: Proefgebruiker
let elders: Proefgebruiker
beforeAll(async () => {
  s = await maakProefserver()
  c = await maakProefcatalogus(s)
  cato = await s.meldAan('contractmanager', c.gemeente)
  elders = await s.meldAan('contractmanager')
})
afterAll(() => s.sluit())

const reden = 'De regeling van de gemeente verandert.'
const publiceer = (lichaam: object, wie = cato) =>
  wie.roep('POST', '/cataloguspublicaties', { versie: '2027-07', vanaf: '2027-07-01', reden, ...lichaam })
const kies = (instellingen: object, anders: object = {}) =>
  cato.roep('POST', '/instellingkeuzes', { instellingen, vanaf: '2027-03-01', reden, ...anders })
const velden = (lichaam: { fouten?: { plaats: string; code: string }[] }) => lichaam.fouten?.map((f) => [f.plaats, f.code])

describe('instellingen', () => {
  it('geeft elke instelling met haar lezingen en wat er geldt', async () => {
    const { status, lichaam } = await cato.roep('GET', '/instellingen')
    expect(status).toBe(200)
    expect(lichaam).toMatchObject({ dag: '2027-03-01', versie: '2027-01' })
    expect(lichaam.items.map((i: { sleutel: string }) => i.sleutel)).toEqual(Object.keys(c.eerste.instellingen ?? {}))
    const vanGemeente = lichaam.items.find((i: { sleutel: string }) => i.sleutel === 'vervoer')
    expect(vanGemeente).toMatchObject({ perGemeente: true, waarde: 'buurtbus', inWoorden: 'de buurtbus rijdt', gekozen: null, straks: [] })
  })

  it('een keuze gaat in op haar dag, met wie en waarom; de dag ervoor geldt het oude', async () => {
    const gekozen = await kies({ stevigVanafUren: 8 }, { vanaf: '2027-04-01' })
    expect(gekozen.status).toBe(201)
    expect(gekozen.lichaam.items).toMatchObject([
      { sleutel: 'stevigVanafUren', waarde: 8, inWoorden: 'acht uur', geldigVan: '2027-04-01', reden, door: 'Cato Proef' },
    ])
    const op = async (dag: string) =>
      (await cato.roep('GET', `/instellingen?dag=${dag}`)).lichaam.items.find((i: { sleutel: string }) => i.sleutel === 'stevigVanafUren')
    expect(await op('2027-03-31')).toMatchObject({ waarde: 6, gekozen: null, straks: [{ waarde: 8 }] })
    expect(await op('2027-04-01')).toMatchObject({ waarde: 8, gekozen: { door: 'Cato Proef' }, straks: [] })
    expect((await cato.roep('GET', '/instellingkeuzes?sleutel=stevigVanafUren')).lichaam.items).toHaveLength(1)
    const logboek = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'doel', 'reden'])
      .where('gemeente', '=', c.gemeente)
      .where('soort', '=', 'wijzigen')
      .execute()
    expect(logboek).toEqual([{ soort: 'wijzigen', doel: 'lezing kiezen: stevigVanafUren', reden }])
  })

  it('één waarde bij een instelling per gemeente is die van deze gemeente; een eigen waarde mag waar de catalogus dat zegt', async () => {
    expect((await kies({ vervoer: 'zelf', bekostigingThuis: 'maandprijs' })).status).toBe(201)
    const rijen = await s.eigenaar
      .selectFrom('instellingkeuze')
      .select(['sleutel', 'waarde'])
      .where('gemeente', '=', c.gemeente)
      .where('geldig_van', '=', '2027-03-01')
      .orderBy('id')
      .execute()
    expect(rijen).toEqual([
      { sleutel: 'vervoer', waarde: { Veenmeer: 'zelf', Zandwaard: 'zelf' } },
      { sleutel: 'bekostigingThuis', waarde: 'maandprijs' },
    ])
  })

  it.each([
    ['een lezing die niet bestaat', { pgbTelt: 'soms' }, {}, ['/instellingen/pgbTelt', 'INSTELLING_WAARDE']],
    ['een instelling die niet bestaat', { onbekendDing: 1 }, {}, ['/instellingen/onbekendDing', 'INSTELLING_ONBEKEND']],
    ['wat al geldt', { pgbTelt: 'nee' }, {}, ['/instellingen/pgbTelt', 'GEEN_WIJZIGING']],
    ['een dag die voorbij is', { pgbTelt: 'ja' }, { vanaf: '2027-02-28' }, ['/vanaf', 'TERUGWERKEND']],
    ['een reden van niets', { pgbTelt: 'ja' }, { reden: '  omdat  ' }, ['/reden', 'REDEN_ONTBREEKT']],
    ['een dag die niet bestaat', { pgbTelt: 'ja' }, { vanaf: '2027-02-30' }, ['/vanaf', expect.any(String)]],
  ])('weigert %s, en wijst het veld aan', async (_, instellingen, anders, fout) => {
    const { status, lichaam } = await kies(instellingen, anders)
    expect(status).toBe(422)
    expect(velden(lichaam)).toEqual([fout])
  })

  it('hetzelfde verzoek telt één keer', async () => {
    const sleutel = randomUUID()
    const eens = await kies({ overzichtTelt: ['soms_kwijt', 'kwijt'] })
    expect(eens.status).toBe(201)
    const koppen = { 'idempotency-key': sleutel }
    const lichaam = { instellingen: { overzichtTelt: ['kwijt'] }, vanaf: '2027-03-02', reden }
    const [a, b] = [
      await cato.roep('POST', '/instellingkeuzes', lichaam, koppen),
      await cato.roep('POST', '/instellingkeuzes', lichaam, koppen),
    ]
    expect([a.status, b.status]).toEqual([201, 201])
    expect(b.lichaam).toEqual(a.lichaam)
    expect((await cato.roep('GET', '/instellingkeuzes?sleutel=overzichtTelt')).lichaam.items).toHaveLength(2)
  })

  it('bladert door de geschiedenis, het laatste besluit eerst', async () => {
    const eerste = (await cato.roep('GET', '/instellingkeuzes?limiet=2')).lichaam
    const rest = (await cato.roep('GET', `/instellingkeuzes?limiet=2&cursor=${eerste.volgende}`)).lichaam
    const ids = [...eerste.items, ...rest.items].map((k: { id: string }) => k.id)
    expect(ids).toEqual([...ids].sort().reverse())
    expect(new Set(ids).size).toBe(4)
  })
})

describe('publicaties', () => {
  it('noemt wat geldt en wat klaarstaat in de map', async () => {
    const { lichaam } = await cato.roep('GET', '/cataloguspublicaties')
    expect(lichaam.items).toMatchObject([{ versie: '2027-01', geldigVan: '2027-01-01', stand: 'geldt', door: null, na: null }])
    expect(lichaam.versies.map((v: { versie: string; hash: string }) => [v.versie, v.hash])).toEqual([
      ['2027-01', c.eerste.hash],
      ['2027-07', c.tweede.hash],
    ])
  })

  it('zegt de verschillen tussen twee versies in woorden', async () => {
    const { lichaam } = await cato.roep('GET', '/catalogusverschillen?van=2027-01&naar=2027-07')
    const zinnen = lichaam.delen.flatMap((d: { wijzigingen: { tekst: string }[] }) => d.wijzigingen.map((w) => w.tekst))
    expect(zinnen).toContain('De vraag buurtHelpt komt erbij.')
    expect((await cato.roep('GET', '/catalogusverschillen?van=2027-01&naar=2099-01')).status).toBe(422)
  })

  it.each([
    ['een versie die niet bestaat', { versie: '2030-01' }, ['/versie', 'VERSIE_ONBEKEND']],
    ['een dag die voorbij is', { vanaf: '2027-02-01' }, ['/vanaf', 'TERUGWERKEND']],
    ['een dag voor de versie mag gelden', { vanaf: '2027-06-30' }, ['/vanaf', 'VERSIE_GELDT_LATER']],
    ['een versie die dan al geldt', { versie: '2027-01', vanaf: '2027-05-01' }, ['/versie', 'GEEN_WIJZIGING']],
    ['zonder reden', { reden: '' }, ['/reden', 'REDEN_ONTBREEKT']],
    ['een publicatie vervangen die er niet is', { vervangt: randomUUID() }, ['/vervangt', 'VERVANGT_ONBEKEND']],
  ])('weigert %s', async (_, anders, fout) => {
    const { status, lichaam } = await publiceer(anders)
    expect(status).toBe(422)
    expect(velden(lichaam)).toEqual([fout])
  })

  it('weigert een versie waarvan de inhoud niet vastligt, of na het vastleggen veranderde', async () => {
    const pad = join(c.map, 'veenmeer', 'versies.yaml')
    const oud = readFileSync(pad, 'utf8')
    writeFileSync(pad, oud.replace(/, hash: 6c[0-9a-f]+/, ''))
    expect((await publiceer({})).lichaam).toMatchObject({ code: 'VERSIE_NIET_VASTGELEGD' })
    writeFileSync(pad, oud)
    const inhoud = join(c.map, 'veenmeer', '2027-07', 'vignetten.yaml')
    const was = readFileSync(inhoud, 'utf8')
    writeFileSync(inhoud, was.replace('De was blijft liggen', 'De was bleef liggen'))
    expect((await publiceer({})).lichaam).toMatchObject({ code: 'CATALOGUS_GEWIJZIGD' })
    writeFileSync(inhoud, was)
  })

  it('laat de versie ingaan: tot die dag geldt de oude, vanaf die dag de nieuwe', async () => {
    const { status, lichaam } = await publiceer({})
    expect([status, lichaam]).toMatchObject([
      201,
      { versie: '2027-07', hash: c.tweede.hash, stand: 'straks', door: 'Cato Proef', na: '2027-01', reden },
    ])
    const versie = async (dag: string) => (await cato.roep('GET', `/instellingen?dag=${dag}`)).lichaam.versie
    expect([await versie('2027-06-30'), await versie('2027-07-01')]).toEqual(['2027-01', '2027-07'])
    const [regel] = await s.eigenaar
      .selectFrom('audit')
      .select(['objecten', 'reden', 'hash_na'])
      .where('gemeente', '=', c.gemeente)
      .where('soort', '=', 'aanmaken')
      .execute()
    expect(regel).toMatchObject({ reden, objecten: [{ soort: 'cataloguspublicatie', id: lichaam.id }] })
    expect(regel?.hash_na?.toString('hex')).toBe(c.tweede.hash)
  })

  it('nooit twee op één dag; wie zich bedenkt vervangt uitdrukkelijk, en één keer', async () => {
    const dubbel = await publiceer({})
    expect(dubbel).toMatchObject({ status: 409, lichaam: { code: 'GELDIGHEID_OVERLAPT', huidig: { versie: '2027-07' } } })
    const terug = await publiceer({ versie: '2027-01', vervangt: dubbel.lichaam.huidig.id })
    expect(terug).toMatchObject({ status: 201, lichaam: { versie: '2027-01', stand: 'straks' } })
    expect((await publiceer({ vervangt: dubbel.lichaam.huidig.id })).lichaam).toMatchObject({ code: 'INVOER_ONGELDIG' })
    expect((await cato.roep('GET', '/instellingen?dag=2027-08-01')).lichaam.versie).toBe('2027-01')
    const { items } = (await cato.roep('GET', '/cataloguspublicaties')).lichaam
    expect(items.map((p: { versie: string; stand: string }) => [p.versie, p.stand])).toEqual([
      ['2027-01', 'straks'],
      ['2027-07', 'vervangen'],
      ['2027-01', 'geldt'],
    ])
    expect((await publiceer({ vervangt: items[0].id })).status).toBe(201)
  })

  it('twee die tegelijk voor dezelfde dag publiceren: één lukt, de ander hoort waarom niet', async () => {
    const beide = await Promise.all([
      publiceer({ vanaf: '2027-09-01', versie: '2027-01' }),
      publiceer({ vanaf: '2027-09-01', versie: '2027-01' }),
    ])
    expect(beide.map((b) => b.status).sort()).toEqual([201, 409])
  })

  it('een lezing die de komende versie niet kent kan alleen tot die tijd, en een versie past pas als de lezingen passen', async () => {
    await s.knoei(
      `insert into instellingkeuze select gemeente, gen_random_uuid(), 'pgbTelt', '"misschien"', '2027-10-01', 'proef proef', gedaan_op, gedaan_door from instellingkeuze where gemeente = '${c.gemeente}' limit 1`,
    )
    const past = await publiceer({ vanaf: '2027-11-01' })
    expect(past).toMatchObject({ status: 422, lichaam: { code: 'INSTELLING_PAST_NIET' } })
    const samen = await publiceer({ vanaf: '2027-11-01', instellingen: { pgbTelt: 'ja' } })
    expect(samen.status).toBe(201)
    const { items } = (await cato.roep('GET', '/instellingen?dag=2027-11-01')).lichaam
    expect(items.find((i: { sleutel: string }) => i.sleutel === 'pgbTelt')).toMatchObject({ waarde: 'ja', gekozen: { door: 'Cato Proef' } })
  })
})

describe('een lezing en een versie die later ingaat', () => {
  it('een lezing die de komende versie niet kent, wordt geweigerd met de versie en de dag erbij', async () => {
    // Een derde versie, waarin "pgb telt mee: ja" geen lezing meer is; zij ligt al vast voor volgend jaar.
    const inhoud = structuredClone(c.tweede) as typeof c.tweede
    const lezing = inhoud.instellingen?.overzichtTelt
    if (!lezing) throw new Error('de proefcatalogus heeft deze instelling')
    lezing.lezingen = lezing.lezingen.slice(0, 1)
    const rij = {
      hash: 'proef-derde',
      catalogus: 'veenmeer',
      versie: '2028-01',
      inhoud: JSON.stringify({ ...inhoud, hash: 'proef-derde' }),
    }
    await s.eigenaar.insertInto('catalogus_inhoud').values(rij).execute()
    await s.knoei(`insert into cataloguspublicatie (gemeente, id, catalogus, versie, hash, geldig_van, reden, gedaan_op)
      values ('${c.gemeente}', gen_random_uuid(), 'veenmeer', '2028-01', 'proef-derde', '2028-01-01', 'proef', now())`)
    const later = await kies({ overzichtTelt: ['soms_kwijt', 'kwijt'] }, { vanaf: '2027-12-01' })
    expect(later).toMatchObject({ status: 422, lichaam: { code: 'INSTELLING_PAST_NIET', detail: expect.stringContaining('2028-01') } })
    expect((await kies({ overzichtTelt: ['soms_kwijt', 'kwijt'] }, { vanaf: '2028-02-01' })).status).toBe(422)
  })
})

describe('de vorm van de antwoorden', () => {
  it.each([
    ['/cataloguspublicaties', z.object({ items: z.array(publicatievorm), volgende: z.null(), versies: z.array(mapversie) })],
    ['/catalogusverschillen?van=2027-01&naar=2027-07', verschillenvorm],
    ['/instellingen', z.object({ dag: z.string(), versie: z.string(), items: z.array(instellingvorm), volgende: z.null() })],
    ['/instellingkeuzes', bladzijde(keuzevorm)],
    ['/simulaties', bladzijde(simulatievorm)],
  ])('%s is zoals het document zegt', async (pad, vorm) => {
    await cato.roep('POST', '/simulaties', { vanaf: '2027-03-01', instellingen: { stevigVanafUren: 7 } })
    const { lichaam } = await cato.roep('GET', pad)
    expect(z.strictObject(vorm.shape as z.ZodRawShape).safeParse(lichaam).error).toBeUndefined()
  })
})

describe('wie mag wat', () => {
  it.each(['consulent', 'teamleider', 'administratie', 'toezichthouder', 'beheerder'])(
    '%s leest wat geldt en wijzigt niets',
    async (rol) => {
      const ik = await s.meldAan(rol, c.gemeente)
      expect((await ik.roep('GET', '/cataloguspublicaties')).status).toBe(200)
      expect((await ik.roep('GET', '/instellingen')).status).toBe(200)
      expect((await publiceer({ vanaf: '2028-01-01' }, ik)).status).toBe(403)
      expect((await ik.roep('POST', '/instellingkeuzes', { instellingen: { pgbTelt: 'ja' }, vanaf: '2027-03-01', reden })).status).toBe(403)
      expect((await ik.roep('POST', '/simulaties', { vanaf: '2027-03-01', instellingen: { pgbTelt: 'ja' } })).status).toBe(403)
    },
  )

  it('een geweigerde poging staat in het logboek', async () => {
    const noor = await s.meldAan('consulent', c.gemeente)
    await publiceer({}, noor)
    const laatste = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'uitkomst', 'weigering'])
      .where('gemeente', '=', c.gemeente)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    expect(laatste).toEqual({ soort: 'geweigerd', uitkomst: 'geweigerd', weigering: 'NIET_BEVOEGD' })
  })

  it('een andere gemeente ziet hier niets van', async () => {
    const { lichaam } = await elders.roep('GET', '/cataloguspublicaties')
    expect(JSON.stringify(lichaam)).not.toContain('2027-07')
    expect((await elders.roep('GET', '/instellingkeuzes')).lichaam.items).toEqual([])
  })
})
