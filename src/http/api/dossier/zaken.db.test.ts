import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'
import { eenMelding, idVan, maakInwoner, maakMelding, teamVan } from './dossier.testhulp.ts'

let s: Proefserver
let noord: Proefgebruiker
let zuid: Proefgebruiker
let tess: Proefgebruiker
let toezicht: Proefgebruiker
let administratie: Proefgebruiker
beforeAll(async () => {
  s = await maakProefserver()
  noord = await s.meldAan('consulent')
  zuid = await s.meldAan('consulent', undefined, 1)
  tess = await s.meldAan('teamleider')
  toezicht = await s.meldAan('toezichthouder')
  administratie = await s.meldAan('administratie')
})
afterAll(() => s.sluit())

const zaakVoor = async (wie: Proefgebruiker, anders: Record<string, unknown> = {}) => maakMelding(wie, (await maakInwoner(wie)).id, anders)
const stap = (wie: Proefgebruiker, id: string, versie: number, soort: string, gegevens: object = {}, anders: object = {}) =>
  wie.roep('POST', `/zaken/${id}/gebeurtenissen`, { soort, datum: '2026-11-25', gegevens, ...anders }, { 'if-match': `"v${versie}"` })
const draagOver = (wie: Proefgebruiker, id: string, versie: number, naar: object) =>
  wie.roep('POST', `/zaken/${id}/overdrachten`, naar, { 'if-match': `"v${versie}"` })

describe('een melding vastleggen', () => {
  it('krijgt een nummer en de wettelijke termijnen', async () => {
    const bewijs = await zaakVoor(noord)
    expect(bewijs).toMatchObject({ planTot: '2026-11-09', onderzoekUiterlijk: '2026-12-14', team: { naam: 'Team Noord' }, teOpenen: true })
    expect(bewijs.nummer).toMatch(/^2026-\d{6}$/)
    const { lichaam } = await noord.roep('GET', `/zaken/${bewijs.id}`)
    expect(lichaam).toMatchObject({
      stand: 'ontvangen',
      nu: { stap: 'Bevestig de ontvangst van de melding', termijn: 'nog 19 dagen, tot 14 december' },
    })
    expect(lichaam.gebeurtenissen).toMatchObject([{ soort: 'melding_ontvangen', datum: '2026-11-02', door: 'Noor Proef' }])
  })

  it('houdt rekening met dagen die met een feestdag gelijkstaan', async () => {
    await s.eigenaar.insertInto('gelijkgestelde_dag').values({ dag: '2026-12-14', bron: 'verzonnen besluit' }).execute()
    expect((await zaakVoor(noord)).onderzoekUiterlijk).toBe('2026-12-15')
    await s.eigenaar.deleteFrom('gelijkgestelde_dag').execute()
  })

  it('weigert wat ontbreekt of in de toekomst ligt, per veld', async () => {
    const { id } = await maakInwoner(noord)
    const { lichaam } = await noord.roep('POST', '/zaken', { inwoner: id, kanaal: 'duif', ontvangenOp: '2026-11-26' })
    expect(lichaam.fouten.map((f: { plaats: string }) => f.plaats).sort()).toEqual(['/gemeldDoor', '/hulpvraag', '/kanaal', '/ontvangenOp'])
  })

  it('voor een inwoner van een ander team: gaat daarheen, en geeft de maker geen toegang', async () => {
    const { id } = await maakInwoner(zuid)
    const bewijs = await maakMelding(noord, id)
    expect(bewijs).toMatchObject({ team: { naam: 'Team Zuid' }, teOpenen: false })
    expect((await noord.roep('GET', `/zaken/${bewijs.id}`)).status).toBe(404)
    expect((await noord.roep('GET', `/inwoners/${id}`)).lichaam.relatie).toBe('gemeente')
    expect((await zuid.roep('GET', `/zaken/${bewijs.id}`)).lichaam.behandelaar).toBeNull()
  })

  it('wie zichzelf zo tot behandelaar maakt, wordt geweigerd', async () => {
    const { id } = await maakInwoner(zuid)
    const { status, lichaam } = await noord.roep('POST', '/zaken', eenMelding(id, { behandelaar: await idVan(noord) }))
    expect([status, lichaam.code]).toEqual([422, 'ANDER_TEAM'])
  })

  it('een inwoner zonder team komt bij het team dat de melding aanneemt', async () => {
    const { id } = await maakInwoner(noord)
    await s.eigenaar.updateTable('inwoner').set({ team: null }).where('id', '=', id).execute()
    expect(await maakMelding(zuid, id)).toMatchObject({ team: { naam: 'Team Zuid' }, teOpenen: true })
    expect((await zuid.roep('GET', `/inwoners/${id}`)).lichaam.relatie).toBe('team')
  })

  it('administratie en toezicht leggen geen melding vast', async () => {
    const { id } = await maakInwoner(noord)
    for (const wie of [administratie, toezicht]) expect((await wie.roep('POST', '/zaken', eenMelding(id))).status).toBe(403)
  })

  it('tweehonderd tegelijk: elk een eigen nummer', async () => {
    const { id } = await maakInwoner(noord)
    const antwoorden = await Promise.all(Array.from({ length: 200 }, () => noord.roep('POST', '/zaken', eenMelding(id))))
    expect(new Set(antwoorden.map((a) => a.status))).toEqual(new Set([201]))
    expect(new Set(antwoorden.map((a) => a.lichaam.nummer)).size).toBe(200)
  })

  it('een andere gemeente telt haar eigen nummers', async () => {
    const elders = await s.meldAan('consulent', s.gemeenten[1]?.code)
    expect((await maakMelding(elders, (await maakInwoner(elders)).id)).nummer).toBe('2026-000001')
  })
})

describe('de stand van een zaak', () => {
  it('volgt uit gebeurtenissen, in de volgorde die kan', async () => {
    const { id } = await zaakVoor(noord)
    expect((await stap(noord, id, 1, 'onderzoek_gestart')).lichaam.code).toBe('GEBEURTENIS_VOLGORDE')
    const bevestigd = await stap(noord, id, 1, 'melding_bevestigd', { clientondersteuningGenoemd: true })
    expect([bevestigd.status, bevestigd.etag, bevestigd.lichaam.stand]).toEqual([201, '"v2"', 'bevestigd'])
    const onderzoek = await stap(noord, id, 2, 'onderzoek_gestart')
    expect([onderzoek.lichaam.stand, onderzoek.lichaam.nu.gebeurtenis]).toEqual(['onderzoek', 'verslag_verzonden'])
    const dicht = await stap(noord, id, 3, 'zaak_afgesloten', { reden: 'geen_hulp_nodig' })
    expect(dicht.lichaam).toMatchObject({ stand: 'afgesloten', afgeslotenOp: '2026-11-25', nu: null })
    const open = await stap(noord, id, 4, 'zaak_heropend', { reden: 'Toch nog een vraag' })
    expect(open.lichaam).toMatchObject({ stand: 'onderzoek', afgeslotenOp: null })
  })

  it('wachten zegt op wie, tot het voorbij is', async () => {
    const { id } = await zaakVoor(noord)
    expect((await stap(noord, id, 1, 'wachten_begonnen', { waarop: 'de huisarts' })).lichaam).toMatchObject({
      wachtOp: 'de huisarts',
      nu: { stap: 'Wacht op de huisarts' },
    })
    expect((await stap(noord, id, 2, 'wachten_voorbij')).lichaam.wachtOp).toBeNull()
  })

  it('de eigen laatste stap is ongedaan te maken; wat er stond blijft te lezen', async () => {
    const { id } = await zaakVoor(noord)
    const { lichaam } = await stap(noord, id, 1, 'melding_bevestigd')
    const terug = await stap(noord, id, 2, 'vervallen', { reden: 'Vergissing' }, { vervangt: lichaam.ongedaan })
    expect(terug.lichaam.stand).toBe('ontvangen')
    expect(terug.lichaam.gebeurtenissen.map((g: { soort: string; vervallen: boolean }) => [g.soort, g.vervallen])).toEqual([
      ['melding_ontvangen', false],
      ['melding_bevestigd', true],
      ['vervallen', false],
    ])
  })

  it('een verbeterde ontvangstdag verschuift de termijnen mee', async () => {
    const { id } = await zaakVoor(noord)
    const zaak = (await noord.roep('GET', `/zaken/${id}`)).lichaam
    const beter = await stap(
      noord,
      id,
      1,
      'melding_ontvangen',
      { kanaal: 'balie', gemeldDoor: 'familie' },
      { datum: '2026-11-03', vervangt: zaak.gebeurtenissen[0].id },
    )
    expect(beter.lichaam).toMatchObject({ ontvangenOp: '2026-11-03', planTot: '2026-11-10', onderzoekUiterlijk: '2026-12-15' })
    expect((await stap(noord, id, 2, 'melding_ontvangen', { kanaal: 'balie', gemeldDoor: 'familie' })).status).toBe(422)
  })

  it('de hulpvraag wijzigen: op de versie die men zag', async () => {
    const { id } = await zaakVoor(noord)
    const wijzig = (versie: number, hulpvraag: string) => noord.roep('PATCH', `/zaken/${id}`, { hulpvraag }, { 'if-match': `"v${versie}"` })
    expect((await wijzig(1, 'Iets anders')).lichaam.hulpvraag).toBe('Iets anders')
    expect((await wijzig(1, 'Te laat')).lichaam).toMatchObject({
      code: 'VEROUDERD',
      wie: 'Uzelf, in een ander venster',
      huidig: { versie: 2 },
    })
  })

  it('twee tegelijk: één stap komt erin', async () => {
    const { id } = await zaakVoor(noord)
    const antwoorden = await Promise.all([
      stap(noord, id, 1, 'melding_bevestigd'),
      stap(tess, id, 1, 'wachten_begonnen', { waarop: 'iets' }),
    ])
    expect(antwoorden.map((a) => a.status).sort()).toEqual([201, 412])
    const { lichaam } = await noord.roep('GET', `/zaken/${id}`)
    expect([lichaam.versie, lichaam.gebeurtenissen.length]).toEqual([2, 2])
  })

  it('wie het dossier niet leest, hoort niet dat er een zaak is; de poging staat wel bij de inwoner', async () => {
    const { id, inwoner } = await zaakVoor(noord)
    const zonder = ({ correlatie: _, ...rest }: Record<string, unknown>) => rest
    const echt = await zuid.roep('GET', `/zaken/${id}`)
    const verzonnen = await zuid.roep('GET', '/zaken/01999999-9999-7999-8999-999999999999')
    expect([echt.status, zonder(echt.lichaam)]).toEqual([404, zonder(verzonnen.lichaam)])
    expect((await stap(zuid, id, 1, 'melding_bevestigd')).status).toBe(404)
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'rollen'])
      .where('inwoner', '=', inwoner)
      .where('soort', '=', 'geweigerd')
      .execute()
    expect(regels).toEqual([
      { soort: 'geweigerd', rollen: 'consulent' },
      { soort: 'geweigerd', rollen: 'consulent' },
    ])
  })

  it('toezicht leest en wijzigt niet', async () => {
    const { id } = await zaakVoor(noord)
    expect((await toezicht.roep('GET', `/zaken/${id}`)).lichaam).toMatchObject({
      mag: { schrijven: false, overdragen: false },
      stappen: [],
      ongedaan: null,
    })
    expect((await stap(toezicht, id, 1, 'melding_bevestigd')).status).toBe(403)
  })
})

describe('overdragen', () => {
  it('wat nog niemand heeft pakt een collega op; ongedaan maken zet terug', async () => {
    const { id } = await zaakVoor(noord)
    const mij = await idVan(noord)
    const { status, lichaam } = await draagOver(noord, id, 1, { behandelaar: mij })
    expect([status, lichaam.zaak.behandelaar.naam, lichaam.zaak.ongedaan]).toEqual([201, 'Noor Proef', lichaam.gebeurtenis])
    const terug = await stap(noord, id, 2, 'vervallen', { reden: 'Toch niet' }, { vervangt: lichaam.gebeurtenis })
    expect(terug.lichaam.behandelaar).toBeNull()
  })

  it('van een collega overnemen of aan een ander geven vraagt een reden', async () => {
    const { id } = await zaakVoor(noord, { behandelaar: await idVan(noord) })
    const mij = await idVan(tess)
    expect((await draagOver(tess, id, 1, { behandelaar: mij })).lichaam.fouten[0].plaats).toBe('/reden')
    const { lichaam } = await draagOver(tess, id, 1, { behandelaar: mij, reden: 'Noor is met verlof' })
    expect(lichaam.zaak).toMatchObject({ behandelaar: { naam: 'Tess Proef' }, versie: 2 })
    expect(lichaam.zaak.gebeurtenissen.at(-1).zin).toBe('Overgedragen aan Tess Proef: Noor is met verlof.')
    expect((await draagOver(tess, id, 2, { behandelaar: mij, reden: 'Nog eens' })).lichaam.code).toBe('OVERDRACHT_ZELFDE')
  })

  it('naar een ander team gaat het dossier mee; het oude team ziet het niet meer', async () => {
    const { id, inwoner } = await zaakVoor(noord)
    const { status } = await draagOver(noord, id, 1, { team: await teamVan(zuid), reden: 'Verhuisd naar het zuiden' })
    expect([status, (await noord.roep('GET', `/zaken/${id}`)).status, (await zuid.roep('GET', `/zaken/${id}`)).status]).toEqual([
      201, 404, 200,
    ])
    expect((await zuid.roep('GET', `/inwoners/${inwoner}`)).lichaam.relatie).toBe('team')
    // De teamleider draait het terug, met het dossier.
    const zaak = (await tess.roep('GET', `/zaken/${id}`)).lichaam
    expect(
      (await stap(tess, id, 2, 'vervallen', { reden: 'Toch niet verhuisd' }, { vervangt: zaak.gebeurtenissen.at(-1).id })).lichaam.team
        .naam,
    ).toBe('Team Noord')
    expect((await noord.roep('GET', `/inwoners/${inwoner}`)).lichaam.relatie).toBe('team')
  })

  it('wie haar werk weggaf en het niet meer ziet, draait dat kort daarna terug; later niet, een ander niet, en niet als er al aan gewerkt is', async () => {
    const terug = (wie: Proefgebruiker, id: string, versie: number, gebeurtenis: string) =>
      stap(wie, id, versie, 'vervallen', { reden: 'Ongedaan gemaakt' }, { vervangt: gebeurtenis })
    const weg = async () => {
      const { id } = await zaakVoor(noord, { behandelaar: await idVan(noord) })
      const { lichaam } = await draagOver(noord, id, 1, { team: await teamVan(zuid), reden: 'Verhuisd naar zuid' })
      expect((await noord.roep('GET', `/zaken/${id}`)).status).toBe(404)
      return { id, gebeurtenis: lichaam.gebeurtenis as string }
    }
    const een = await weg()
    expect((await terug(administratie, een.id, 2, een.gebeurtenis)).status).toBe(403)
    const gelukt = await terug(noord, een.id, 2, een.gebeurtenis)
    expect(gelukt.lichaam).toMatchObject({
      versie: 3,
      team: { naam: 'Team Noord' },
      behandelaar: { naam: 'Noor Proef' },
      mag: { schrijven: true },
    })
    expect((await zuid.roep('GET', `/zaken/${een.id}`)).status).toBe(404)
    expect((await terug(noord, een.id, 3, een.gebeurtenis)).status).toBe(422)

    const opgepakt = await weg()
    await stap(zuid, opgepakt.id, 2, 'melding_bevestigd')
    expect((await terug(noord, opgepakt.id, 3, opgepakt.gebeurtenis)).status).toBe(404)

    const laat = await weg()
    const begin = s.klok.nu
    s.klok.nu = new Date(begin.getTime() + 10 * 60_000)
    expect((await terug(noord, laat.id, 2, laat.gebeurtenis)).status).toBe(404)
    s.klok.nu = new Date(begin.getTime() + 9 * 60_000)
    expect((await terug(noord, laat.id, 2, laat.gebeurtenis)).status).toBe(201)
    s.klok.nu = begin
  })

  it('ook wie alleen behandelaar is, en niet in het team zit, kan haar weggeven', async () => {
    const { id, inwoner } = await zaakVoor(noord)
    await draagOver(tess, id, 1, { behandelaar: await idVan(zuid), reden: 'Kent deze inwoner' })
    await s.eigenaar
      .updateTable('inwoner')
      .set({ team: await teamVan(noord) })
      .where('id', '=', inwoner)
      .execute()
    expect((await zuid.roep('GET', `/inwoners/${inwoner}`)).lichaam.relatie).toBe('eigen')
    expect((await draagOver(zuid, id, 2, { team: await teamVan(noord), reden: 'Terug naar het team' })).status).toBe(201)
    expect((await zuid.roep('GET', `/zaken/${id}`)).status).toBe(404)
  })

  it('wie niet bij de zaak hoort, en een onbekende collega: geweigerd', async () => {
    const { id } = await zaakVoor(noord)
    expect((await draagOver(zuid, id, 1, { behandelaar: await idVan(zuid), reden: 'Ik wil dit' })).status).toBe(404)
    expect((await draagOver(noord, id, 1, { behandelaar: await idVan(toezicht), reden: 'Kan dit wel' })).lichaam.fouten[0].code).toBe(
      'DOEL_ONBEKEND',
    )
    expect((await draagOver(toezicht, id, 1, { behandelaar: await idVan(noord), reden: 'Kan dit wel' })).status).toBe(403)
  })

  it('veel tegelijk: per zaak een uitslag, en herhalen doet niets dubbel', async () => {
    const [een, twee, vreemd] = [await zaakVoor(noord), await zaakVoor(noord), await zaakVoor(zuid)]
    const opdracht = {
      behandelaar: await idVan(tess),
      reden: 'Herverdeling',
      zaken: [{ id: een.id, versie: 1 }, { id: twee.id, versie: 9 }, { id: vreemd.id }],
    }
    const kop = { 'idempotency-key': 'veel-tegelijk' }
    const { status, lichaam } = await noord.roep('POST', '/overdrachten', opdracht, kop)
    expect(status).toBe(201)
    expect(lichaam.items.map((i: { gelukt: boolean; weigering: { code: string } | null }) => i.weigering?.code ?? i.gelukt)).toEqual([
      true,
      'VEROUDERD',
      'NIET_GEVONDEN',
    ])
    const nogmaals = await noord.roep('POST', '/overdrachten', opdracht, kop)
    expect(nogmaals.lichaam.items[0]).toEqual(lichaam.items[0])
    expect((await noord.roep('GET', `/zaken/${een.id}`)).lichaam.versie).toBe(2)
  })

  it('collega’s en teams staan in een lijst', async () => {
    const { lichaam } = await noord.roep('GET', '/collegas')
    expect(lichaam.behandelaars.map((b: { naam: string }) => b.naam)).toEqual(['Noor Proef', 'Sem Proef', 'Tess Proef'])
    expect(lichaam.teams.map((t: { naam: string }) => t.naam)).toEqual(['Team Noord', 'Team Zuid'])
  })
})

describe('zaken zoeken', () => {
  const ids = (lichaam: { items: { id: string }[] }) => lichaam.items.map((i) => i.id)
  it('van mij, van mijn team, van niemand, op termijn, op nummer en op naam', async () => {
    const inwoner = await maakInwoner(zuid, { naam: { achternaam: 'Vindbaar', voornamen: 'Vera' } })
    const mij = await idVan(zuid)
    const mijn = await maakMelding(zuid, inwoner.id, { behandelaar: mij, ontvangenOp: '2026-10-12' })
    const open = await maakMelding(zuid, inwoner.id)
    const zoek = async (q: string) => ids((await zuid.roep('GET', `/zaken?${q}`)).lichaam)
    expect(await zoek('behandelaar=ik')).toContain(mijn.id)
    expect(await zoek('behandelaar=ik')).not.toContain(open.id)
    expect(await zoek('behandelaar=niemand')).toContain(open.id)
    expect(await zoek('zoek=vindbaar&limiet=200')).toEqual([mijn.id, open.id])
    expect(await zoek('zoek=vindbaar&uiterlijkVoor=2026-12-01')).toEqual([mijn.id])
    expect(await zoek(`zoek=${mijn.nummer}`)).toEqual([mijn.id])
    expect(await zoek('zoek=vindbaar&stand=onderzoek')).toEqual([])
    expect(await zoek(`inwoner=${inwoner.id}`)).toEqual([mijn.id, open.id])
  })

  it('na de aanvraag telt de termijn van het besluit, in volgorde, filter en bladeren; na het verslag loopt er geen', async () => {
    const nieuw = (achternaam: string, anders: Record<string, unknown>) =>
      maakInwoner(zuid, { naam: { achternaam, voornamen: 'Vera' } }).then((i) => maakMelding(zuid, i.id, anders))
    const aanvraag = await nieuw('Termijntest', { ontvangenOp: '2026-10-01' })
    await stap(zuid, aanvraag.id, 1, 'aanvraag_ontvangen', {}, { datum: '2026-11-13' })
    const bijna = await nieuw('Termijntest', { ontvangenOp: '2026-10-19' })
    const laat = await nieuw('Termijntest', { ontvangenOp: '2026-10-12' })
    const verslag = await nieuw('Termijntest', { ontvangenOp: '2026-10-05' })
    await s.eigenaar.updateTable('zaak').set({ stand: 'verslag_verzonden' }).where('id', '=', verslag.id).execute()
    const zoek = async (q: string) => ids((await zuid.roep('GET', `/zaken?zoek=termijntest&${q}`)).lichaam)
    expect(await zoek('')).toEqual([laat.id, aanvraag.id, bijna.id, verslag.id])
    expect(await zoek('uiterlijkVoor=2026-11-27')).toEqual([laat.id, aanvraag.id])
    const { lichaam } = await zuid.roep('GET', '/zaken?zoek=termijntest&limiet=2')
    expect(lichaam.items[1]).toMatchObject({
      besluitUiterlijk: '2026-11-27',
      lopendeTermijn: { soort: 'besluit', uiterlijk: '2026-11-27' },
    })
    expect(await zoek(`cursor=${encodeURIComponent(lichaam.volgende)}`)).toEqual([bijna.id, verslag.id])
    const tweede = (await zuid.roep('GET', `/zaken?zoek=termijntest&limiet=3&cursor=${encodeURIComponent(lichaam.volgende)}`)).lichaam
    expect(tweede.items.at(-1).lopendeTermijn).toBeNull()
  })

  it('een ander team ziet ze niet, ook niet op nummer; de teamleider wel', async () => {
    const { id, nummer, inwoner } = await zaakVoor(zuid)
    expect(ids((await noord.roep('GET', `/zaken?zoek=${nummer}`)).lichaam)).toEqual([])
    expect((await noord.roep('GET', `/zaken?inwoner=${inwoner}`)).status).toBe(403)
    expect(ids((await tess.roep('GET', `/zaken?zoek=${nummer}`)).lichaam)).toEqual([id])
  })

  it('bladert door alles, op termijn', async () => {
    const gezien: string[] = []
    let cursor: string | null = null
    do {
      const { lichaam } = await tess.roep('GET', `/zaken?limiet=60${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      gezien.push(...ids(lichaam))
      cursor = lichaam.volgende
    } while (cursor)
    expect(new Set(gezien).size).toBe(gezien.length)
    expect(gezien.length).toBeGreaterThan(200)
    expect((await tess.roep('GET', '/zaken?cursor=onzin')).lichaam.fouten[0].code).toBe('CURSOR_ONGELDIG')
  })
})

describe('mijn werk', () => {
  it('deelt in naar wat aandacht vraagt, en elke getoonde inwoner krijgt een logboekregel', async () => {
    const ik = await s.meldAan('consulent', s.gemeenten[1]?.code)
    const mij = await idVan(ik)
    const maak = async (ontvangenOp: string, anders = {}) =>
      maakMelding(ik, (await maakInwoner(ik)).id, { ontvangenOp, behandelaar: mij, ...anders })
    const laat = await maak('2026-10-01')
    const bijna = await maak('2026-10-19')
    const wacht = await maak('2026-11-20')
    await stap(ik, wacht.id, 1, 'wachten_begonnen', { waarop: 'de huisarts' })
    const nieuw = await maak('2026-11-24', { behandelaar: null })
    const besluit = await maak('2026-10-02')
    await stap(ik, besluit.id, 1, 'aanvraag_ontvangen', {}, { datum: '2026-11-14' })
    const { lichaam } = await ik.roep('GET', '/werkvoorraad')
    const blok = (naam: string) => lichaam.blokken[naam].items.map((i: { id: string }) => i.id)
    expect([blok('vandaag'), blok('bijnaTeLaat'), blok('wachtOpIemand')]).toEqual([[laat.id], [besluit.id, bijna.id], [wacht.id]])
    expect(lichaam.blokken.bijnaTeLaat.items.map((i: { nu: object }) => i.nu)).toMatchObject([
      { termijnsoort: 'besluit', uiterlijk: '2026-11-30' },
      { termijnsoort: 'onderzoek', uiterlijk: '2026-11-30' },
    ])
    expect(blok('nieuw')).toContain(nieuw.id)
    expect(lichaam.blokken.vandaag.items[0].nu).toMatchObject({ termijn: '13 dagen te laat', dringend: 'te_laat' })
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select('id')
      .where('inwoner', '=', laat.inwoner)
      .where('soort', '=', 'lijst')
      .execute()
    expect(regels).toHaveLength(1)
  })
})

describe('bewaarde filters', () => {
  it('als zin, van mij alleen, en weer weg', async () => {
    const { lichaam } = await noord.roep('POST', '/filters', { keuze: { behandelaar: 'ik', soort: 'melding', binnenDagen: 7 } })
    expect(lichaam.zin).toBe('Meldingen van mij die binnen 7 dagen aflopen')
    expect((await noord.roep('POST', '/filters', { keuze: { behandelaar: 'ik', soort: 'melding', binnenDagen: 7 } })).status).toBe(409)
    expect((await noord.roep('POST', '/filters', { keuze: {} })).lichaam.fouten[0].code).toBe('FILTER_LEEG')
    expect((await noord.roep('GET', '/filters')).lichaam.items).toHaveLength(1)
    expect((await zuid.roep('GET', '/filters')).lichaam.items).toEqual([])
    expect((await zuid.roep('DELETE', `/filters/${lichaam.id}`)).status).toBe(404)
    expect((await noord.roep('DELETE', `/filters/${lichaam.id}`)).status).toBe(204)
    expect((await noord.roep('GET', '/filters')).lichaam.items).toEqual([])
  })
})

describe('noodtoegang', () => {
  const vraag = (wie: Proefgebruiker, inwoner: string, reden: string) => wie.roep('POST', '/noodtoegangen', { inwoner, reden })

  it('eerst de reden, dan acht uur toegang, dan vanzelf voorbij', async () => {
    const { id, inwoner } = await zaakVoor(zuid)
    expect((await vraag(noord, inwoner, 'spoed')).lichaam.fouten[0].plaats).toBe('/reden')
    const { status, lichaam } = await vraag(noord, inwoner, 'Crisis: de inwoner belt nu, Sem is niet bereikbaar')
    expect([status, lichaam.tot, lichaam.geldig]).toEqual([201, '2026-11-25T17:00:00.000Z', true])
    expect((await noord.roep('GET', `/zaken/${id}`)).lichaam.mag).toEqual({ schrijven: true, overdragen: false, onderzoek: true })
    expect((await vraag(noord, inwoner, 'Nog een keer vragen')).lichaam.code).toBe('NOODTOEGANG_LOOPT')
    const begin = s.klok.nu
    s.klok.nu = new Date('2026-11-25T17:00:00Z')
    const later = await s.meldAan('consulent')
    expect((await later.roep('GET', `/zaken/${id}`)).status).toBe(404)
    s.klok.nu = begin
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'reden'])
      .where('inwoner', '=', inwoner)
      .where('soort', '=', 'noodtoegang')
      .execute()
    expect(regels).toEqual([{ soort: 'noodtoegang', reden: 'Crisis: de inwoner belt nu, Sem is niet bereikbaar' }])
  })

  it('wordt geen vaste toegang: met een melding zet men zichzelf er niet bij', async () => {
    const { id } = await maakInwoner(zuid)
    await vraag(noord, id, 'Crisis: iemand moet nu handelen')
    expect((await noord.roep('POST', '/zaken', eenMelding(id, { behandelaar: await idVan(noord) }))).lichaam.code).toBe('ANDER_TEAM')
  })

  it('is niet nodig bij het eigen team, en er is geen voor wie geen dossiers doet', async () => {
    const { id } = await maakInwoner(noord)
    expect((await vraag(noord, id, 'Voor de zekerheid maar')).lichaam.code).toBe('NOODTOEGANG_NIET_NODIG')
    expect((await vraag(administratie, id, 'Voor de zekerheid maar')).status).toBe(403)
  })

  it('is eerder te stoppen, alleen door wie haar vroeg; daarna is het dossier weer dicht, en het staat in het logboek', async () => {
    const { id, inwoner } = await zaakVoor(zuid)
    const { lichaam: mijn } = await vraag(noord, inwoner, 'Crisis: iemand moet nu handelen')
    const stop = (wie: Proefgebruiker) => wie.roep('POST', `/noodtoegangen/${mijn.id}/stopverzoeken`)
    expect([mijn.magStoppen, (await noord.roep('GET', `/zaken/${id}`)).status]).toEqual([true, 200])
    expect((await stop(zuid)).status).toBe(404)
    expect((await stop(tess)).lichaam.code).toBe('NOODTOEGANG_VAN_EEN_ANDER')
    expect((await noord.roep('GET', `/zaken/${id}`)).status).toBe(200)
    expect((await stop(noord)).lichaam).toMatchObject({ geldig: false, gestopt: true, magStoppen: false, tot: s.klok.nu.toISOString() })
    expect((await noord.roep('GET', `/zaken/${id}`)).status).toBe(404)
    expect((await stop(noord)).lichaam.code).toBe('NOODTOEGANG_VOORBIJ')
    const logboek = s.eigenaar
      .selectFrom('audit')
      .select(['doel', 'uitkomst'])
      .where('inwoner', '=', inwoner)
      .where('soort', '=', 'noodtoegang')
    expect(await logboek.orderBy('id').execute()).toEqual([
      { doel: 'noodtoegang gevraagd', uitkomst: 'gelukt' },
      { doel: 'noodtoegang eerder gestopt', uitkomst: 'gelukt' },
    ])
  })

  it('een ander beoordeelt, één keer; onterecht met uitleg; zelf niet', async () => {
    const { inwoner } = await zaakVoor(zuid)
    const { lichaam: mijn } = await vraag(noord, inwoner, 'Iemand moest er even bij')
    const beoordeel = (wie: Proefgebruiker, id: string, wat: object) =>
      wie.roep('PATCH', `/noodtoegangen/${id}`, wat, { 'if-match': '"v1"' })
    expect((await beoordeel(noord, mijn.id, { oordeel: 'terecht' })).status).toBe(403)
    expect((await beoordeel(tess, mijn.id, { oordeel: 'onterecht' })).lichaam.fouten[0].plaats).toBe('/toelichting')
    expect((await beoordeel(tess, mijn.id, { oordeel: 'onterecht', toelichting: 'Sem was er gewoon' })).lichaam.beoordeling).toMatchObject({
      oordeel: 'onterecht',
      door: 'Tess Proef',
    })
    expect((await beoordeel(tess, mijn.id, { oordeel: 'terecht' })).status).toBe(409)
    const { lichaam: vanTess } = await vraag(tess, (await maakInwoner(zuid)).id, 'Ik moest er zelf even bij')
    expect((await beoordeel(tess, vanTess.id, { oordeel: 'terecht' })).status).toBe(403)
  })

  it('elk ziet de eigen lijst; teamleider en toezicht alles', async () => {
    const van = async (wie: Proefgebruiker) =>
      (await wie.roep('GET', '/noodtoegangen')).lichaam.items.map((n: { medewerker: { naam: string } }) => n.medewerker.naam)
    expect(new Set(await van(noord))).toEqual(new Set(['Noor Proef']))
    expect(new Set(await van(toezicht))).toEqual(new Set(['Noor Proef', 'Tess Proef']))
    expect((await administratie.roep('GET', '/noodtoegangen')).status).toBe(403)
    const open = (await tess.roep('GET', '/noodtoegangen?onbeoordeeld=true')).lichaam.items
    expect(open.every((n: { beoordeling: unknown }) => n.beoordeling === null)).toBe(true)
  })

  it('toezicht ziet met noodtoegang wel het BSN', async () => {
    const { id } = await maakInwoner(noord)
    await vraag(toezicht, id, 'Klacht over verwisselde personen')
    expect((await toezicht.roep('POST', `/inwoners/${id}/bsn-inzagen`, { reden: 'Klacht over verwisseling' })).status).toBe(200)
  })
})
