import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import type { Bsn } from '#core/base/bsn.ts'
import { maakProefzaak } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const BSN = '999990019'
let s: Proefserver
let proef: Berichtproef
let ad: Proefgebruiker
let ik: string
let collega: string
let inwoner: string
// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
type Rij = any

beforeAll(async () => {
  s = await maakProefserver()
  ad = await s.meldAan('administratie')
  const { actor } = await s.als('administratie')
  ik = actor.medewerker
  proef = maakBerichtproef(s, actor.gemeente)
  inwoner = (await maakProefzaak(s, (await s.als('consulent')).actor)).inwoner
  await s.eigenaar
    .updateTable('inwoner')
    .set({ bsn_index: s.dienst.kluis.index(BSN as Bsn, actor.gemeente) })
    .where('id', '=', inwoner)
    .execute()
  const beheerder = await s.meldAan('beheerder')
  const nieuw = await beheerder.roep('POST', '/medewerkers', {
    naam: 'Ada Proef',
    aanmeldnaam: 'ada@gemeente.example',
    rollen: ['administratie'],
  })
  collega = nieuw.lichaam.id
})
afterAll(() => s.sluit())

let geval: Rij
let nummer = 10
beforeEach(async () => {
  // Een start op een toewijzing die er niet is, telkens een ander bericht.
  const bericht = await proef.start(nummer++)
  const { lichaam } = await ad.roep('GET', '/uitval?limiet=200')
  geval = lichaam.items.find((u: Rij) => u.bericht.id === bericht)
})
const zet = (lichaam: object, versie = geval.versie, wie = ad) =>
  wie.roep('POST', `/uitval/${geval.id}/stappen`, lichaam, { 'if-match': `"v${versie}"` })

describe('de werklijst', () => {
  it('zegt per geval wat er mis is, hoe dat komt, wat te doen en over wie', () => {
    expect(geval).toMatchObject({
      soort: 'afgewezen',
      code: '9019',
      regel: 'TR019',
      klasse: 'StartProduct',
      stand: 'open',
      behandelaar: null,
      bericht: { naam: 'WMO305', titel: 'Start levering', aanbieder: { code: '98765432' }, inwoner: { id: inwoner } },
    })
    for (const veld of ['tekst', 'oorzaak', 'doe']) expect(geval[veld].length).toBeGreaterThan(10)
    expect(JSON.stringify(geval)).not.toContain(BSN)
  })

  it('het oudste eerst, en te filteren op wie ermee bezig is, op code en op aanbieder', async () => {
    await zet({ soort: 'opgepakt' })
    const ids = async (vraag: string) => (await ad.roep('GET', `/uitval?limiet=200&${vraag}`)).lichaam.items.map((u: Rij) => u.id)
    const alle = (await ad.roep('GET', '/uitval?limiet=200')).lichaam.items
    expect(alle.map((u: Rij) => u.gemaaktOp)).toEqual(alle.map((u: Rij) => u.gemaaktOp).sort())
    expect(await ids('behandelaar=ik')).toContain(geval.id)
    expect(await ids(`behandelaar=${ik}`)).toContain(geval.id)
    expect(await ids('behandelaar=niemand')).not.toContain(geval.id)
    expect(await ids('code=9019')).toContain(geval.id)
    expect(await ids('code=9321')).toEqual([])
    expect(await ids('aanbieder=12345678')).toEqual([])
    expect(await ids('soort=schema')).toEqual([])
  })

  it('bladert door open en door klaar zonder iets over te slaan', async () => {
    for (let i = 0; i < 3; i++) await proef.start(nummer++)
    for (const stand of ['open', 'klaar']) {
      if (stand === 'klaar') await zet({ soort: 'gesloten', toelichting: 'Gedaan.' })
      const alle = (await ad.roep('GET', `/uitval?stand=${stand}&limiet=200`)).lichaam.items.map((u: Rij) => u.id)
      const gezien: string[] = []
      for (let cursor = ''; ; ) {
        const { lichaam } = await ad.roep('GET', `/uitval?stand=${stand}&limiet=2${cursor}`)
        gezien.push(...lichaam.items.map((u: Rij) => u.id))
        if (lichaam.volgende === null) break
        cursor = `&cursor=${encodeURIComponent(lichaam.volgende)}`
      }
      expect(gezien).toEqual(alle)
    }
  })
})

describe('een geval behandelen', () => {
  it('oppakken, geven, afhandelen en heropenen; elke stap blijft staan met wie, wanneer en waarom', async () => {
    const een = await zet({ soort: 'opgepakt' })
    expect(een).toMatchObject({ status: 200, etag: '"v2"', lichaam: { versie: 2, behandelaar: { id: ik }, magBehandelen: true } })
    expect(een.lichaam.behandelaars.map((b: Rij) => b.id)).toEqual(expect.arrayContaining([ik, collega]))
    const twee = await zet({ soort: 'overgedragen', naar: collega, toelichting: 'Jij kent deze aanbieder.' }, 2)
    expect(twee.lichaam.behandelaar).toEqual({ id: collega, naam: 'Ada Proef' })
    const drie = await zet({ soort: 'gesloten', toelichting: 'Aanbieder stuurt een nieuwe start.' }, 3)
    expect(drie.lichaam).toMatchObject({ stand: 'klaar', klaarOp: s.klok.nu.toISOString() })
    const vier = await zet({ soort: 'heropend' }, 4)
    expect(vier.lichaam).toMatchObject({ stand: 'open', klaarOp: null, behandelaar: { id: collega } })
    expect(vier.lichaam.stappen).toMatchObject([
      { soort: 'opgepakt', naar: null, toelichting: null },
      { soort: 'overgedragen', naar: 'Ada Proef', toelichting: 'Jij kent deze aanbieder.' },
      { soort: 'gesloten', toelichting: 'Aanbieder stuurt een nieuwe start.' },
      { soort: 'heropend' },
    ])
    expect(vier.lichaam.stappen.every((x: Rij) => x.door === 'Adam Proef' && x.op === s.klok.nu.toISOString())).toBe(true)
    expect((await ad.roep('GET', `/uitval/${geval.id}`)).lichaam).toEqual(vier.lichaam)
    const regels = await s.eigenaar.selectFrom('audit').selectAll().where('soort', '=', 'wijzigen').orderBy('id', 'desc').limit(4).execute()
    expect(regels.map((r) => r.doel)).toEqual(['heropend', 'afgehandeld', 'overgedragen', 'opgepakt'].map((d) => `uitval behandelen: ${d}`))
    expect(regels[0]).toMatchObject({ inwoner, objecten: [{ soort: 'uitval', id: geval.id }] })
  })

  it('wie te laat is, hoort wie er eerder was en wat er nu staat; er verandert niets', async () => {
    await zet({ soort: 'opgepakt' })
    const laat = await zet({ soort: 'gesloten', toelichting: 'Ook gedaan.' })
    expect(laat).toMatchObject({ status: 412, etag: '"v2"', lichaam: { code: 'VEROUDERD', huidig: { versie: 2, stand: 'open' } } })
    expect((await ad.roep('GET', `/uitval/${geval.id}`)).lichaam.stappen).toHaveLength(1)
  })

  it('twee tegelijk: één lukt', async () => {
    const beide = await Promise.all([zet({ soort: 'opgepakt' }), zet({ soort: 'gesloten', toelichting: 'Klaar.' })])
    expect(beide.map((a) => a.status).sort()).toEqual([200, 412])
  })

  it.each([
    ['afhandelen zonder toelichting', { soort: 'gesloten', toelichting: '  ' }, 'TOELICHTING_ONTBREEKT', '/toelichting'],
    ['geven aan niemand', { soort: 'overgedragen' }, 'COLLEGA_ONTBREEKT', '/naar'],
    [
      'geven aan wie niet van de administratie is',
      { soort: 'overgedragen', naar: '00000000-0000-7000-8000-000000000000' },
      'COLLEGA_ONBEKEND',
      '/naar',
    ],
  ])('weigert %s bij het veld', async (_, lichaam, code, plaats) => {
    expect(await zet(lichaam)).toMatchObject({ status: 422, lichaam: { fouten: [{ code, plaats }] } })
  })

  it('wat niet meer kan, zegt waarom', async () => {
    await zet({ soort: 'gesloten', toelichting: 'Klaar.' })
    expect(await zet({ soort: 'opgepakt' }, 2)).toMatchObject({ status: 422, lichaam: { code: 'UITVAL_AL_KLAAR' } })
  })

  it('toezicht en teamleider lezen mee en veranderen niets', async () => {
    for (const rol of ['toezichthouder', 'teamleider']) {
      const mee = await s.meldAan(rol)
      expect((await mee.roep('GET', `/uitval/${geval.id}`)).lichaam).toMatchObject({ id: geval.id, magBehandelen: false })
      expect((await zet({ soort: 'opgepakt' }, 1, mee)).status).toBe(403)
    }
  })
})

it('een stap is niet te wijzigen of te wissen', async () => {
  await zet({ soort: 'opgepakt' })
  for (const opdracht of [`update uitvalstap set toelichting = 'x'`, 'delete from uitvalstap'])
    await expect(s.app.query(opdracht)).rejects.toThrow(/permission denied/)
})
