/** De stand van een zaak, wat daarvan in mijn werk staat, en bewaarde filters. */
import { afterAll, describe, expect, it } from 'vitest'
import { idVan, maakInwoner, maakMelding } from './dossier.testhulp.ts'
import { maakZakenproef, stap, zaakVoor } from './zakenproef.testhulp.ts'

const { s, noord, zuid, tess, toezicht } = await maakZakenproef()
afterAll(() => s.sluit())

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
