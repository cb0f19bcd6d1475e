import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'

let s: Proefserver
let beheer: Proefgebruiker
beforeAll(async () => {
  s = await maakProefserver()
  beheer = await s.meldAan('beheerder')
})
afterAll(() => s.sluit())

let volgend = 0
const nieuw = (anders: Record<string, unknown> = {}) => ({
  naam: 'Nieuw Proef',
  aanmeldnaam: `Nieuw${++volgend}@Gemeente.example`,
  rollen: ['consulent'],
  ...anders,
})
const voegToe = async (anders = {}) => (await beheer.roep('POST', '/medewerkers', nieuw(anders))).lichaam
const ikzelf = async (wie: Proefgebruiker) => (await wie.roep('GET', '/sessie')).lichaam.medewerker.id as string
/** Alle medewerkers, over de bladzijden heen. */
async function alle(query = '') {
  const items: { id: string; naam: string; aanmeldnaam: string; versie: number; rollen: string[]; actief: boolean }[] = []
  for (let cursor = ''; ; ) {
    const { lichaam } = await beheer.roep('GET', `/medewerkers?limiet=3${query}${cursor}`)
    items.push(...lichaam.items)
    if (!lichaam.volgende) return items
    cursor = `&cursor=${lichaam.volgende}`
  }
}
const vind = async (rol: string) =>
  (await alle('&ookGesloten=true')).find((m) => m.rollen.includes(rol) && m.aanmeldnaam.startsWith('proef'))
const wijzig = (m: { id: string; versie: number }, lichaam: object, wie = beheer) =>
  wie.roep('PATCH', `/medewerkers/${m.id}`, lichaam, { 'if-match': `"v${m.versie}"` })

describe('medewerkers', () => {
  it('een nieuwe medewerker staat in de lijst, met de aanmeldnaam in kleine letters', async () => {
    const team = (await beheer.roep('GET', '/teams')).lichaam.items[0]
    const { status, lichaam, etag } = await beheer.roep(
      'POST',
      '/medewerkers',
      nieuw({ rollen: ['teamleider', 'consulent'], team: team.id }),
    )
    expect([status, etag]).toEqual([201, '"v1"'])
    expect(lichaam).toMatchObject({
      rollen: ['consulent', 'teamleider'],
      team: { naam: team.naam },
      actief: true,
      gekoppeld: false,
      uzelf: false,
    })
    expect(lichaam.aanmeldnaam).toMatch(/^nieuw\d+@gemeente\.example$/)
    const lijst = await alle()
    expect(lijst.map((m) => m.id)).toContain(lichaam.id)
    expect(new Set(lijst.map((m) => m.id)).size).toBe(lijst.length)
    expect(lijst.map((m) => m.naam)).toEqual([...lijst.map((m) => m.naam)].sort())
  })

  it.each([
    [{ rollen: [] }, '/rollen', 'ROL_ONTBREEKT'],
    [{ rollen: ['baas'] }, '/rollen', 'ROL_ONBEKEND'],
    [{ naam: '  ' }, '/naam', 'NAAM_ONGELDIG'],
    [{ aanmeldnaam: 'a b' }, '/aanmeldnaam', 'AANMELDNAAM_ONGELDIG'],
    [{ team: randomUUID() }, '/team', 'TEAM_ONBEKEND'],
  ])('weigert %j op het veld', async (anders, plaats, code) => {
    const { status, lichaam } = await beheer.roep('POST', '/medewerkers', nieuw(anders))
    expect([status, lichaam.fouten]).toEqual([422, [expect.objectContaining({ plaats, code })]])
  })

  it('een aanmeldnaam is van één medewerker, ook met andere hoofdletters', async () => {
    const een = await voegToe()
    const nog = await beheer.roep('POST', '/medewerkers', nieuw({ aanmeldnaam: een.aanmeldnaam.toUpperCase() }))
    expect([nog.status, nog.lichaam.fouten[0].code]).toEqual([422, 'AANMELDNAAM_BEKEND'])
    const ander = await voegToe()
    const over = await wijzig(ander, { aanmeldnaam: een.aanmeldnaam })
    expect([over.status, over.lichaam.fouten[0].code]).toEqual([422, 'AANMELDNAAM_BEKEND'])
  })

  it('wijzigt alleen wat meegestuurd is, en op de versie die men zag', async () => {
    const m = await voegToe()
    const { status, lichaam, etag } = await wijzig(m, { rollen: ['administratie'] })
    expect([status, etag, lichaam.naam, lichaam.rollen]).toEqual([200, '"v2"', m.naam, ['administratie']])
    const oud = await wijzig(m, { naam: 'Anders Proef' })
    expect([oud.status, oud.lichaam.huidig.rollen, oud.etag]).toEqual([412, ['administratie'], '"v2"'])
    expect(oud.lichaam).toMatchObject({ wie: 'Uzelf, in een ander venster', wanneer: expect.any(String) })
  })

  it('een rol die wegvalt telt meteen, en een gesloten account is meteen buiten', async () => {
    const consulent = await s.meldAan('consulent', undefined, 1)
    const m = (await alle()).find((x) => x.naam === 'Sem Proef')
    if (!m) throw new Error('er is een tweede consulent')
    expect((await consulent.roep('GET', '/inwoners')).status).toBe(200)
    const minder = await wijzig(m, { rollen: ['contractmanager'] })
    expect((await consulent.roep('GET', '/inwoners')).status).toBe(403)
    const dicht = await wijzig(minder.lichaam, { actief: false })
    expect((await consulent.roep('GET', '/sessie')).status).toBe(401)
    const weerOpen = await wijzig(dicht.lichaam, { actief: true, rollen: ['consulent'] })
    expect([weerOpen.lichaam.actief, (await consulent.roep('GET', '/sessie')).status]).toEqual([true, 401])
  })

  it('een gesloten account staat alleen in de lijst als men erom vraagt', async () => {
    const m = await voegToe({ naam: 'Zzz Proef' })
    await wijzig(m, { actief: false })
    expect((await alle()).map((x) => x.id)).not.toContain(m.id)
    expect((await alle('&ookGesloten=true&zoek=zzz')).map((x) => x.id)).toEqual([m.id])
  })

  it('loslaten: het account is weer van niemand, en wie het had is buiten', async () => {
    const m = (await alle()).find((x) => x.naam === 'Adam Proef')
    if (!m) throw new Error('er is een administratie')
    const adam = await s.meldAan('administratie')
    await s.knoei(
      `update medewerker set identiteit = (select identiteit from sessie where medewerker = '${m.id}' limit 1) where id = '${m.id}'`,
    )
    const gekoppeld = (await alle()).find((x) => x.id === m.id)
    expect(gekoppeld).toMatchObject({ gekoppeld: true })
    const los = await wijzig(m, { gekoppeld: false })
    expect([los.lichaam.gekoppeld, (await adam.roep('GET', '/sessie')).status]).toEqual([false, 401])
  })

  it('niemand wijzigt zichzelf, ook niet de naam', async () => {
    const ik = { id: await ikzelf(beheer), versie: 1 }
    for (const lichaam of [{ rollen: ['beheerder', 'toezichthouder'] }, { actief: false }, { naam: 'X' }]) {
      const { status, lichaam: fout } = await wijzig(ik, lichaam)
      expect([status, fout.code]).toEqual([403, 'NIET_BEVOEGD'])
    }
  })

  it('wat een beheerder deed staat in het logboek, met de rollen', async () => {
    const m = await voegToe()
    await wijzig(m, { rollen: ['toezichthouder', 'teamleider'] })
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'doel', 'objecten'])
      .where('doel', 'like', 'medewerker%')
      .orderBy('id')
      .execute()
    expect(regels.filter((r) => JSON.stringify(r.objecten).includes(m.id)).map((r) => [r.soort, r.doel])).toEqual([
      ['aanmaken', 'medewerker toevoegen (consulent)'],
      ['wijzigen', 'medewerker wijzigen: rollen (toezichthouder, teamleider)'],
    ])
  })

  it('andere rollen komen er niet in', async () => {
    for (const rol of ['consulent', 'teamleider', 'contractmanager', 'toezichthouder']) {
      const wie = await s.meldAan(rol)
      for (const pad of ['/medewerkers', '/teams', '/sessies', '/wachtrij'])
        expect([rol, pad, (await wie.roep('GET', pad)).status]).toEqual([rol, pad, 403])
      expect((await wie.roep('POST', '/medewerkers', nieuw({ rollen: ['beheerder'] }))).status).toBe(403)
    }
  })

  it('een medewerker van een andere gemeente is er niet', async () => {
    const elders = await s.meldAan('beheerder', s.gemeenten[1]?.code)
    const m = await voegToe()
    expect((await wijzig(m, { naam: 'X' }, elders)).status).toBe(404)
    expect((await elders.roep('GET', '/medewerkers?limiet=200')).lichaam.items.map((x: { id: string }) => x.id)).not.toContain(m.id)
  })
})

describe('er blijft altijd een beheerder', () => {
  it('twee beheerders die elkaar tegelijk wegzetten: één ervan blijft', async () => {
    for (let ronde = 0; ronde < 5; ronde++) {
      await s.knoei(
        "update medewerker set actief = true, rollen = array['beheerder'] where 'beheerder' = any(rollen) and aanmeldnaam like 'proef-%'",
      )
      const tweede = (await vind('contractmanager')) ?? (await voegToe())
      await s.knoei(`update medewerker set rollen = array['beheerder'], actief = true where id = '${tweede.id}'`)
      const a = await s.meldAan('beheerder', undefined, 0)
      const b = await s.meldAan('beheerder', undefined, 1)
      const [ida, idb] = [await ikzelf(a), await ikzelf(b)]
      const versie = async (id: string) => ({
        id,
        versie: (await s.eigenaar.selectFrom('medewerker').select('versie').where('id', '=', id).executeTakeFirstOrThrow()).versie,
      })
      const [va, vb] = [await versie(ida), await versie(idb)]
      const uit = await Promise.all([wijzig(vb, { rollen: ['consulent'] }, a), wijzig(va, { actief: false }, b)])
      expect(uit.filter((u) => u.status === 200).length).toBe(1)
      const over = await s.eigenaar
        .selectFrom('medewerker')
        .select('id')
        .where('gemeente', '=', s.gemeenten[0]?.code as string)
        .where('actief', '=', true)
        .where((e) => e(e.val('beheerder'), '=', e.fn.any('rollen')))
        .where('id', 'in', [ida, idb])
        .execute()
      expect(over.length).toBe(1)
      await s.knoei(`update medewerker set rollen = array['contractmanager'], actief = true where id = '${tweede.id}'`)
      await s.knoei(`update medewerker set rollen = array['beheerder'], actief = true where id = '${ida === tweede.id ? idb : ida}'`)
      beheer = await s.meldAan('beheerder')
    }
  })
})

describe('teams', () => {
  it('maken en hernoemen; een naam is van één team', async () => {
    const { lichaam: team, status } = await beheer.roep('POST', '/teams', { naam: '  Team   West ' })
    expect([status, team]).toEqual([201, { id: team.id, naam: 'Team West', versie: 1, medewerkers: 0 }])
    expect((await beheer.roep('POST', '/teams', { naam: 'Team West' })).lichaam.fouten[0].code).toBe('TEAM_BEKEND')
    const anders = await beheer.roep('PATCH', `/teams/${team.id}`, { naam: 'Team Oost' }, { 'if-match': '"v1"' })
    expect([anders.status, anders.lichaam.naam, anders.etag]).toEqual([200, 'Team Oost', '"v2"'])
    const oud = await beheer.roep('PATCH', `/teams/${team.id}`, { naam: 'Team X' }, { 'if-match': '"v1"' })
    expect([oud.status, oud.etag, oud.lichaam]).toEqual([
      412,
      '"v2"',
      expect.objectContaining({ wie: 'Uzelf, in een ander venster', wanneer: expect.any(String), huidig: anders.lichaam }),
    ])
    const vergeefs = await beheer.roep('PATCH', `/teams/${team.id}`, { naam: 'Team Noord' }, { 'if-match': '"v1"' })
    expect(vergeefs.status, 'eerst het verschil, dan pas of de naam vrij is').toBe(412)
    expect((await beheer.roep('PATCH', `/teams/${team.id}`, { naam: 'Team Noord' }, { 'if-match': '"v2"' })).status).toBe(422)
    expect((await beheer.roep('PATCH', `/teams/${randomUUID()}`, { naam: 'Y' }, { 'if-match': '"v2"' })).status).toBe(404)
    await beheer.roep('POST', '/medewerkers', nieuw({ team: team.id }))
    expect((await beheer.roep('GET', '/teams')).lichaam.items.find((t: { id: string }) => t.id === team.id).medewerkers).toBe(1)
  })
})

describe('sessies', () => {
  it('de beheerder ziet wie is aangemeld en beëindigt een sessie; dat geldt meteen', async () => {
    const toezicht = await s.meldAan('toezichthouder')
    const lijst = (await beheer.roep('GET', '/sessies')).lichaam.items as {
      id: string
      medewerker: { naam: string }
      deze: boolean
      vanaf: string
    }[]
    expect(lijst.filter((x) => x.deze).map((x) => x.medewerker.naam)).toEqual(['Bo Proef'])
    const die = lijst.find((x) => x.medewerker.naam === 'Tom Proef')
    expect(die?.vanaf).toContain('127.0.0.1')
    const weg = await beheer.roep('DELETE', `/sessies/${die?.id}`)
    expect([weg.status, (await toezicht.roep('GET', '/sessie')).status]).toEqual([204, 401])
    expect((await beheer.roep('DELETE', `/sessies/${die?.id}`)).status).toBe(404)
    expect((await beheer.roep('GET', '/sessies')).lichaam.items.map((x: { id: string }) => x.id)).not.toContain(die?.id)
  })

  it('toont nooit de cookie, haar hash of de CSRF-sleutel', async () => {
    const tekst = JSON.stringify((await beheer.roep('GET', '/sessies')).lichaam)
    expect(tekst).not.toContain(beheer.csrf)
    expect(tekst).not.toContain(beheer.cookie.split('=')[1])
    expect(tekst).not.toMatch(/hash|csrf/)
  })

  it('een sessie van een andere gemeente is er niet', async () => {
    const elders = await s.meldAan('consulent', s.gemeenten[1]?.code)
    const rij = await s.eigenaar
      .selectFrom('sessie')
      .select('id')
      .where('gemeente', '=', s.gemeenten[1]?.code as string)
      .executeTakeFirstOrThrow()
    expect((await beheer.roep('DELETE', `/sessies/${rij.id}`)).status).toBe(404)
    expect((await elders.roep('GET', '/sessie')).status).toBe(200)
  })
})

describe('achtergrondwerk', () => {
  const zet = async (gemeente: string, stand: string) => {
    const id = randomUUID()
    await s.knoei(`insert into pgboss.job (id, name, data, state, output, retry_limit, policy) values ('${id}', 'simulatie',
      '{"gemeente":"${gemeente}","id":"${randomUUID()}"}', '${stand}', '{"message":"De database was weg."}', 2, 'standard')`)
    return id
  }

  it('toont wat mislukte met de reden, en probeert het opnieuw', async () => {
    await s.metWachtrij()
    const id = await zet(s.gemeenten[0]?.code as string, 'failed')
    const [eerste] = (await beheer.roep('GET', '/wachtrij')).lichaam.items
    expect(eerste).toMatchObject({ id, stand: 'mislukt', titel: 'Wijziging doorrekenen', fout: 'De database was weg.' })
    const opnieuw = await beheer.roep('POST', `/wachtrij/${id}/pogingen`)
    expect([opnieuw.status, opnieuw.lichaam.stand]).toEqual([201, 'wacht'])
    expect((await beheer.roep('POST', `/wachtrij/${id}/pogingen`)).lichaam.code).toBe('TAAK_LOOPT')
  })

  it('werk van een andere gemeente is er niet', async () => {
    const id = await zet(s.gemeenten[1]?.code as string, 'failed')
    expect((await beheer.roep('GET', '/wachtrij')).lichaam.items.map((t: { id: string }) => t.id)).not.toContain(id)
    expect((await beheer.roep('POST', `/wachtrij/${id}/pogingen`)).status).toBe(404)
  })
})
