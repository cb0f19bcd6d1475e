import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakProefserver, type Proefserver } from './proefserver.testhulp.ts'

let s: Proefserver
beforeAll(async () => {
  s = await maakProefserver()
})
afterAll(() => s.sluit())

describe('aanmelden in de proefomgeving', () => {
  it('geeft een knop per rol en per gemeente, en na aanmelden wie ik ben', async () => {
    const { demo } = (await s.server.inject('/api/v1/aanmeldwijzen')).json() as { demo: { rol: string; gemeente: string }[] }
    expect(new Set(demo.map((d) => d.gemeente)).size).toBe(2)
    const ik = await s.meldAan('consulent')
    const { status, lichaam } = await ik.roep('GET', '/sessie')
    expect([status, lichaam.rollen, lichaam.demo, lichaam.vandaag]).toEqual([200, ['consulent'], true, '2026-11-25'])
  })

  it('wie de beheerder toevoegt, staat onderaan het aanmeldscherm en kan erin, ook als die naam in beide gemeenten bestaat', async () => {
    const aanmeldnaam = 'nieuw.proef@gemeente.example'
    for (const { code } of s.gemeenten) {
      const beheerder = await s.meldAan('beheerder', code)
      const gemaakt = await beheerder.roep('POST', '/medewerkers', {
        aanmeldnaam,
        naam: `Nieuw ${code}`,
        rollen: ['consulent'],
        team: null,
      })
      expect(gemaakt.status).toBe(201)
    }
    const { demo } = (await s.server.inject('/api/v1/aanmeldwijzen')).json() as {
      demo: { sleutel: string; gemeente: string; naam: string }[]
    }
    for (const { code } of s.gemeenten) {
      const hier = demo.filter((d) => d.gemeente === code)
      expect(hier.at(-1)).toMatchObject({ sleutel: aanmeldnaam, naam: `Nieuw ${code}` })
      const payload = { sleutel: aanmeldnaam, gemeente: code }
      const aangemeld = await s.server.inject({ method: 'POST', url: '/aanmelden/demo', payload })
      const [cookie] = aangemeld.cookies
      const sessie = await s.server.inject({ url: '/api/v1/sessie', cookies: { [cookie?.name ?? '']: cookie?.value ?? '' } })
      expect(sessie.json()).toMatchObject({ medewerker: { naam: `Nieuw ${code}` }, gemeente: { code } })
    }
  })

  it('zegt of deze browser al een sessie heeft, ook als de cookie onzin is', async () => {
    const ik = await s.meldAan('consulent')
    const aangemeld = async (cookie?: string) => {
      const antwoord = await s.server.inject({ url: '/api/v1/aanmeldwijzen', ...(cookie && { headers: { cookie } }) })
      return (antwoord.json() as { aangemeld: boolean }).aangemeld
    }
    expect([await aangemeld(ik.cookie), await aangemeld(), await aangemeld('meedoen_sessie=onzin')]).toEqual([true, false, false])
  })

  it('zonder sessie: 401 in de vaste foutvorm, met wat nu te doen', async () => {
    const antwoord = await s.server.inject('/api/v1/sessie')
    expect([antwoord.statusCode, antwoord.headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8'])
    expect(antwoord.json()).toMatchObject({ code: 'NIET_AANGEMELD', watNu: expect.stringContaining('opnieuw aan') })
  })

  it('na afmelden is de cookie niets meer waard, en beide staan in het logboek', async () => {
    const ik = await s.meldAan('toezichthouder')
    const af = await s.server.inject({ method: 'POST', url: '/afmelden', headers: { cookie: ik.cookie, 'x-csrf-token': ik.csrf } })
    expect(af.statusCode).toBe(200)
    expect((await ik.roep('GET', '/sessie')).status).toBe(401)
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'rollen'])
      .where('rollen', '=', 'toezichthouder')
      .orderBy('id')
      .execute()
    expect(regels.map((r) => r.soort)).toEqual(['aanmelden', 'afmelden'])
    const open = await s.eigenaar
      .selectFrom('audit_open')
      .select((e) => e.fn.countAll().as('aantal'))
      .executeTakeFirstOrThrow()
    expect(Number(open.aantal)).toBeGreaterThanOrEqual(2)
  })

  it('een sessie verloopt na rust, en blijft open bij gebruik', async () => {
    const ik = await s.meldAan('consulent')
    const begin = s.klok.nu
    s.klok.nu = new Date(begin.getTime() + 40 * 60_000)
    expect((await ik.roep('GET', '/sessie')).status).toBe(200)
    s.klok.nu = new Date(begin.getTime() + 80 * 60_000)
    expect((await ik.roep('GET', '/sessie')).status).toBe(200)
    s.klok.nu = new Date(begin.getTime() + 130 * 60_000)
    expect((await ik.roep('GET', '/sessie')).status).toBe(401)
    s.klok.nu = begin
  })

  it('afmelden zonder CSRF-sleutel of vanaf een andere site gaat niet door', async () => {
    const ik = await s.meldAan('consulent')
    const zonder = await s.server.inject({ method: 'POST', url: '/afmelden', headers: { cookie: ik.cookie } })
    const vreemd = await s.server.inject({
      method: 'POST',
      url: '/afmelden',
      headers: { cookie: ik.cookie, 'x-csrf-token': ik.csrf, origin: 'https://elders.example' },
    })
    expect([zonder.statusCode, vreemd.statusCode, (await ik.roep('GET', '/sessie')).status]).toEqual([403, 403, 200])
  })

  it('van buiten deze computer is er geen proefaanmelding', async () => {
    const antwoord = await s.server.inject({ method: 'GET', url: '/api/v1/aanmeldwijzen', remoteAddress: '10.1.2.3' })
    expect(antwoord.json()).toEqual({ oidc: false, demo: [], aangemeld: false })
    const poging = await s.server.inject({
      method: 'POST',
      url: '/aanmelden/demo',
      payload: { sleutel: 'proef-1' },
      remoteAddress: '10.1.2.3',
    })
    expect(poging.statusCode).toBe(403)
  })

  it('het OpenAPI-document beschrijft de routes', async () => {
    const document = (await s.server.inject('/api/v1/openapi.json')).json() as { openapi: string; paths: Record<string, unknown> }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toContain('/sessie')
  })
})
