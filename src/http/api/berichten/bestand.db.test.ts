/** Het bestand van een bericht meenemen: precies de bytes die binnenkwamen, stuk voor stuk, en alleen voor wie de nummers mag zien. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { haalBestand, vraagBestand } from '#actions/berichten/inzage/haal-bestand.ts'
import type { Aanroep } from '#actions/handeling/dienst.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const BSN = '999990019'
const REDEN = 'Vergelijken met de aanbieder'
/** Geen bericht, wel bewaard zoals het kwam: vier delen, met bytes die geen tekst zijn. */
const GROOT = Buffer.concat([Buffer.from(`<kapot><Bsn>${BSN}</Bsn>`), randomBytes(14_000_000)])
let s: Proefserver
let ad: Proefgebruiker
let tom: Proefgebruiker
let aanroep: Aanroep
let groot = ''
let start = ''

beforeAll(async () => {
  s = await maakProefserver()
  ;[ad, tom, aanroep] = [await s.meldAan('administratie'), await s.meldAan('toezichthouder'), await s.als('administratie')]
  const proef = maakBerichtproef(s, aanroep.actor.gemeente)
  await proef.antwoord(await proef.toewijzing())
  start = await proef.start()
  await proef.verwerkBytes(GROOT)
  groot = (await s.eigenaar.selectFrom('bericht').select('id').where('uitkomst', '=', 'niveau1').executeTakeFirstOrThrow()).id
})
afterAll(() => s.sluit())

const vraag = async (id: string, wie = ad): Promise<string> =>
  (await wie.roep('POST', `/berichten/${id}/bestandsvragen`, { reden: REDEN })).lichaam.bewijs
const haal = (id: string, bewijs: string, wie = ad) =>
  s.server.inject({ url: `/api/v1/berichten/${id}/bestand?bewijs=${bewijs}`, headers: { cookie: wie.cookie } })
const logboek = async (id: string) =>
  (await s.eigenaar.selectFrom('audit').selectAll().execute()).filter((r) => JSON.stringify(r.objecten).includes(id))

describe('het bestand van een bericht', () => {
  it('zijn de bytes die binnenkwamen, onder een naam zonder nummer, en niemand onderweg bewaart ze', async () => {
    const antwoord = await haal(groot, await vraag(groot))
    expect(antwoord.statusCode).toBe(200)
    expect(antwoord.rawPayload.equals(GROOT)).toBe(true)
    expect(antwoord.headers).toMatchObject({
      'content-type': 'application/xml',
      'content-length': String(GROOT.length),
      'content-disposition': `attachment; filename="bericht-${s.klok.nu.toISOString().slice(0, 10)}-${groot.slice(-8)}.xml"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    const goed = await haal(start, await vraag(start))
    expect(goed.body).toContain(`>${BSN}<`)
    expect(goed.headers['content-disposition']).toMatch(/^attachment; filename="WMO305-98765432-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.xml"$/)
  })

  it('staat in het logboek als meegenomen, met de reden', async () => {
    const metReden = (await logboek(groot)).filter((r) => r.reden === REDEN && r.uitkomst === 'gelukt')
    expect(metReden.map((r) => r.soort).sort()).toEqual(['bsn_getoond', 'exporteren'])
  })

  it('gaat niet zonder reden, en een bewijs is van één mens, voor één bericht, en een minuut geldig', async () => {
    const kort = await ad.roep('POST', `/berichten/${groot}/bestandsvragen`, { reden: 'kort' })
    expect(kort.lichaam.fouten).toMatchObject([{ code: 'REDEN_ONTBREEKT' }])
    const bewijs = await vraag(groot)
    const collega = await s.meldAan('consulent')
    for (const antwoord of [await haal(groot, 'x'), await haal(start, bewijs)]) expect(antwoord.json().code).toBe('BEWIJS_VOORBIJ')
    expect((await haal(groot, bewijs, collega)).statusCode).toBe(404)
    s.klok.nu = new Date(s.klok.nu.getTime() + 60_001)
    expect((await haal(groot, bewijs)).json().code).toBe('BEWIJS_VOORBIJ')
  })

  it('is niet voor wie de nummers niet mag zien: geweigerd, in het logboek, en ook de database geeft niets', async () => {
    const bewijs = await vraag(start)
    for (const status of [
      (await tom.roep('POST', `/berichten/${start}/bestandsvragen`, { reden: REDEN })).status,
      (await haal(start, bewijs, tom)).statusCode,
    ])
      expect(status).toBe(403)
    const { actor } = await s.als('toezichthouder')
    const pogingen = (await logboek(start)).filter((r) => r.medewerker === actor.medewerker)
    expect(pogingen.map((r) => r.uitkomst)).toEqual(['geweigerd', 'geweigerd'])
    // Ook wie onderweg een ander wordt: de database geeft hem geen deel.
    const wisselt = { ...aanroep, actor: { ...aanroep.actor, rollen: [...aanroep.actor.rollen] } }
    const bestand = await haalBestand(s.dienst, wisselt, start, bewijs)
    if (!bestand.ok) throw new Error(bestand.fout.code)
    expect((await bestand.value.stukken().next()).value).toBeInstanceOf(Buffer)
    wisselt.actor.rollen.splice(0, 1, 'toezichthouder')
    await expect(bestand.value.stukken().next()).rejects.toThrow('ontbreekt een deel')
  })

  it('gaat deel voor deel open: wie niet verder leest, haalt ook niets verder uit de kluis', async () => {
    let open = 0
    const { kluis } = s.dienst
    const ontsleutelBytes: typeof kluis.ontsleutelBytes = (...wat) => {
      open++
      return kluis.ontsleutelBytes(...wat)
    }
    const dienst = { ...s.dienst, kluis: { ...kluis, ontsleutelBytes } }
    const gevraagd = await vraagBestand(dienst, aanroep, groot, REDEN)
    if (!gevraagd.ok) throw new Error(gevraagd.fout.code)
    const bestand = await haalBestand(dienst, aanroep, groot, gevraagd.value.bewijs)
    if (!bestand.ok) throw new Error(bestand.fout.code)
    let gelezen = 0
    for await (const stuk of bestand.value.stukken())
      expect([open, (gelezen += stuk.length) <= open * 4 * 1024 * 1024]).toEqual([open, true])
    expect([open, gelezen]).toEqual([4, GROOT.length])
    const halverwege = bestand.value.stukken()
    await halverwege.next()
    expect(open).toBe(5)
  })

  it('wordt afgebroken als er een deel ontbreekt: een half bestand lijkt nooit heel', async () => {
    const bewijs = await vraag(groot)
    await s.knoei(`delete from berichtdeel where bericht = '${groot}' and volg = 2`)
    const adres = await s.server.listen({ port: 0, host: '127.0.0.1' })
    const antwoord = await fetch(`${adres}/api/v1/berichten/${groot}/bestand?bewijs=${bewijs}`, { headers: { cookie: ad.cookie } })
    await expect(antwoord.arrayBuffer()).rejects.toThrow('terminated')
  })
})
