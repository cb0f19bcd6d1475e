import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alsAntwoorden, maakProefzaak, type Proefzaak, vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import { maakAntwoord } from '#actions/geef-advies.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'

let s: Proefserver
let noor: Proefgebruiker
let catalogus: Catalogus
beforeAll(async () => {
  s = await maakProefserver()
  noor = await s.meldAan('consulent')
  catalogus = s.uitgaven[0]?.versies.at(-1) as Catalogus
})
afterAll(() => s.sluit())

const proefzaak = async (anders = {}, welke = 0): Promise<Proefzaak> =>
  maakProefzaak(s, (await s.als('consulent', undefined, welke)).actor, anders)

/** Een begonnen onderzoek van Noor, met een teller die de ETag bijhoudt. */
async function onderzoek(): Promise<
  Proefzaak & { id: string; bewaar: (antwoorden: unknown[], versie?: number) => ReturnType<Proefgebruiker['roep']> }
> {
  const zaak = await proefzaak()
  const { lichaam, status } = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)
  if (status !== 201) throw new Error(JSON.stringify(lichaam))
  let versie = 1
  return {
    ...zaak,
    id: lichaam.id,
    bewaar: async (antwoorden, gezien = versie) => {
      const antwoord = await noor.roep('POST', `/onderzoeken/${lichaam.id}/antwoorden`, { antwoorden }, { 'if-match': `"v${gezien}"` })
      if (antwoord.status === 201) versie = antwoord.lichaam.versie
      return antwoord
    },
  }
}
const jaNee = () => Object.entries(catalogus.vragen).flatMap(([id, v]) => (v.soort === 'janee' && !v.bepaaldDoor ? [id] : []))
const logboek = (inwoner: string) =>
  s.eigenaar.selectFrom('audit').select(['soort', 'uitkomst', 'doel', 'objecten']).where('inwoner', '=', inwoner).orderBy('id').execute()

describe('een onderzoek beginnen', () => {
  it('legt de catalogus en de lezingen van vandaag vast, brengt de zaak verder en staat in het logboek', async () => {
    const zaak = await proefzaak()
    const gestart = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)
    expect([gestart.status, gestart.etag]).toEqual([201, '"v1"'])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${gestart.lichaam.id}`)
    expect(lichaam).toMatchObject({
      inwoner: { id: zaak.inwoner, naam: 'A. van Voorbeeld' },
      catalogus: { id: catalogus.catalogus.id, versie: catalogus.catalogus.versie, hash: catalogus.hash },
      keuze: { gemeente: s.gemeenten[0]?.naam },
      antwoorden: [],
    })
    const rij = await s.eigenaar.selectFrom('zaak').select(['stand', 'versie']).where('id', '=', zaak.zaak).executeTakeFirstOrThrow()
    expect(rij).toEqual({ stand: 'onderzoek', versie: 2 })
    expect((await logboek(zaak.inwoner)).map((r) => r.soort)).toEqual(['aanmaken', 'lezen'])
  })

  it('geeft de catalogus terug met de sleutels in dezelfde volgorde als in de map', async () => {
    const { id } = await onderzoek()
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${id}/catalogus`)
    expect(JSON.stringify(lichaam)).toBe(JSON.stringify(catalogus))
  })

  it('begint niet twee keer, niet vóór de melding bevestigd is, en niet bij een afgesloten zaak', async () => {
    const zaak = await proefzaak()
    await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)
    expect(await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`)).toMatchObject({
      status: 409,
      lichaam: { code: 'ONDERZOEK_LOOPT_AL' },
    })
    const onbevestigd = await proefzaak({ stand: 'ontvangen' })
    expect(await noor.roep('POST', `/zaken/${onbevestigd.zaak}/onderzoeken`)).toMatchObject({
      status: 422,
      lichaam: { code: 'GEBEURTENIS_VOLGORDE', watNu: expect.stringContaining('“Melding bevestigd”') },
    })
    const dicht = await proefzaak()
    await s.eigenaar.updateTable('zaak').set({ afgesloten_op: '2026-11-20' }).where('id', '=', dicht.zaak).execute()
    expect(await noor.roep('POST', `/zaken/${dicht.zaak}/onderzoeken`)).toMatchObject({ status: 422, lichaam: { code: 'ZAAK_AFGESLOTEN' } })
  })

  it('twee keer hetzelfde verzoek met één sleutel is één onderzoek', async () => {
    const zaak = await proefzaak()
    const sleutel = { 'idempotency-key': 'een-keer-tellen' }
    const eerste = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`, undefined, sleutel)
    const tweede = await noor.roep('POST', `/zaken/${zaak.zaak}/onderzoeken`, undefined, sleutel)
    expect([tweede.status, tweede.lichaam.id]).toEqual([201, eerste.lichaam.id])
    const { lichaam } = await noor.roep('GET', `/zaken/${zaak.zaak}/onderzoeken`)
    expect(lichaam.items).toHaveLength(1)
  })
})

describe('bezoeken en antwoorden', () => {
  it('antwoorden mogen in elke volgorde, over meer bezoeken, met toelichting, bron en dag', async () => {
    const o = await onderzoek()
    const bezoek = await noor.roep('POST', `/onderzoeken/${o.id}/bezoeken`, {
      datum: '2026-11-20',
      soort: 'huisbezoek',
      aanwezig: 'Inwoner en dochter',
    })
    expect(bezoek.status).toBe(201)
    const [een = '', twee = ''] = jaNee().reverse()
    const eerst = await o.bewaar([{ vraag: een, waarde: 'ja', toelichting: 'Zegt zij zelf.', bron: 'inwoner', bezoek: bezoek.lichaam.id }])
    expect(eerst.status).toBe(201)
    await o.bewaar([{ vraag: twee, waarde: 'nee', datum: '2026-11-24', bron: 'huisarts' }])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(lichaam.versie).toBe(3)
    expect(lichaam.bezoeken).toMatchObject([{ soort: 'huisbezoek', aanwezig: 'Inwoner en dochter', gemaaktDoor: { naam: 'Noor Proef' } }])
    expect(lichaam.antwoorden).toMatchObject([
      {
        vraag: een,
        waarde: 'ja',
        toelichting: 'Zegt zij zelf.',
        bron: 'inwoner',
        datum: '2026-11-20',
        bezoek: bezoek.lichaam.id,
        gegevenDoor: { naam: 'Noor Proef' },
      },
      { vraag: twee, waarde: 'nee', datum: '2026-11-24', bron: 'huisarts', bezoek: null },
    ])
  })

  it('een verbetering noemt de rij die zij vervangt; een nieuw antwoord op een latere dag niet; terug naar onbekend kan', async () => {
    const o = await onderzoek()
    const vraag = jaNee()[0] ?? ''
    await o.bewaar([{ vraag, waarde: 'ja' }])
    await o.bewaar([{ vraag, waarde: 'nee' }])
    s.klok.nu = new Date(s.klok.nu.getTime() + 86_400_000)
    noor = await s.meldAan('consulent')
    await o.bewaar([{ vraag, waarde: 'ja' }])
    await o.bewaar([{ vraag, waarde: null, toelichting: 'Toch niet zeker.' }])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}/antwoorden?vraag=${vraag}`)
    const rijen = lichaam.items as { id: string; waarde: unknown; vervangt: string | null }[]
    expect(rijen.map((r) => r.waarde)).toEqual(['ja', 'nee', 'ja', null])
    expect(rijen.map((r) => r.vervangt)).toEqual([null, rijen[0]?.id, null, rijen[2]?.id])
    const nu = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(nu.lichaam.antwoorden).toMatchObject([{ vraag, waarde: null, toelichting: 'Toch niet zeker.' }])
    s.klok.nu = new Date(s.klok.nu.getTime() - 86_400_000)
    noor = await s.meldAan('consulent')
  })

  it('een verbetering van een ouder antwoord haalt het nieuwere niet in', async () => {
    const o = await onderzoek()
    const vraag = jaNee()[0] ?? ''
    const oud = await o.bewaar([{ vraag, waarde: 'ja', datum: '2026-11-10' }])
    await o.bewaar([{ vraag, waarde: 'nee', datum: '2026-11-20' }])
    await o.bewaar([{ vraag, waarde: null, datum: '2026-11-10', vervangt: oud.lichaam.antwoorden[0].id }])
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(lichaam.antwoorden).toMatchObject([{ vraag, waarde: 'nee' }])
  })

  it.each([
    ['een vraag die er niet is', () => [{ vraag: 'bestaatNiet', waarde: 'ja' }], 'VRAAG_ONBEKEND', '/antwoorden/0/waarde'],
    ['weet ik niet op een vraag die er niet is', () => [{ vraag: 'bestaatNiet', waarde: null }], 'VRAAG_ONBEKEND', '/antwoorden/0/waarde'],
    [
      'een waarde die niet kan',
      () => [
        { vraag: jaNee()[0], waarde: 'ja' },
        { vraag: jaNee()[1], waarde: 'soms' },
      ],
      'ANTWOORD_ONGELDIG',
      '/antwoorden/1/waarde',
    ],
    [
      'dezelfde vraag twee keer',
      () => [
        { vraag: jaNee()[0], waarde: 'ja' },
        { vraag: jaNee()[0], waarde: 'nee' },
      ],
      'VRAAG_DUBBEL',
      '/antwoorden/1/vraag',
    ],
    ['een dag die nog komt', () => [{ vraag: jaNee()[0], waarde: 'ja', datum: '2027-01-01' }], 'DATUM_TOEKOMST', '/antwoorden/0/datum'],
    [
      'een bezoek van elders',
      () => [{ vraag: jaNee()[0], waarde: 'ja', bezoek: '01900000-0000-7000-8000-000000000000' }],
      'BEZOEK_ONBEKEND',
      '/antwoorden/0/bezoek',
    ],
    [
      'een verbetering van niets',
      () => [{ vraag: jaNee()[0], waarde: 'ja', vervangt: '01900000-0000-7000-8000-000000000000' }],
      'VERVANGT_ONBEKEND',
      '/antwoorden/0/vervangt',
    ],
  ])('geweigerd met de plek erbij: %s', async (_, antwoorden, code, plaats) => {
    const o = await onderzoek()
    const { status, lichaam } = await o.bewaar(antwoorden())
    expect(status).toBe(422)
    expect(lichaam.fouten).toContainEqual(expect.objectContaining({ code, plaats }))
    const rijen = await s.eigenaar.selectFrom('antwoord').select('id').where('onderzoek', '=', o.id).execute()
    expect(rijen).toEqual([])
  })

  it('een antwoord dat een eerder antwoord tegenspreekt, wijst het nieuwe antwoord aan', async () => {
    const [gevolg, vraag] = Object.entries(catalogus.vragen).flatMap(([id, v]) =>
      v.soort === 'janee' && v.bepaaldDoor ? [[id, v.bepaaldDoor.vraag]] : [],
    )[0] as [string, string]
    const o = await onderzoek()
    await o.bewaar([{ vraag: gevolg, waarde: 'ja' }])
    const { status, lichaam } = await o.bewaar([{ vraag, waarde: 1 }])
    expect([status, lichaam.fouten[0]]).toMatchObject([422, { code: 'ANTWOORDEN_TEGENSTRIJDIG', plaats: '/antwoorden/0/waarde' }])
  })

  it('afwijken van een afgeleide waarde vraagt een motivering, en kan weer terug', async () => {
    const [vraag, afgeleid] = Object.entries(catalogus.afgeleid ?? {}).find(([, a]) => a.overschrijfbaar) as [
      string,
      { rijen: { dan: string }[] },
    ]
    const waarde = afgeleid.rijen[0]?.dan
    const o = await onderzoek()
    expect(await o.bewaar([{ soort: 'overschrijving', vraag, waarde }])).toMatchObject({
      status: 422,
      lichaam: { fouten: [{ code: 'MOTIVERING_ONTBREEKT', plaats: '/antwoorden/0/toelichting' }] },
    })
    expect((await o.bewaar([{ soort: 'overschrijving', vraag, waarde, toelichting: 'Gezien bij het bezoek.' }])).status).toBe(201)
    expect((await o.bewaar([{ soort: 'overschrijving', vraag, waarde: null }])).status).toBe(201)
    const geen = jaNee()[0]
    expect(await o.bewaar([{ soort: 'overschrijving', vraag: geen, waarde: null }])).toMatchObject({
      status: 422,
      lichaam: { fouten: [{ code: 'OVERSCHRIJVING_NIET_TOEGESTAAN' }] },
    })
  })

  it('zonder If-Match gaat er niets door', async () => {
    const o = await onderzoek()
    const antwoord = await noor.roep('POST', `/onderzoeken/${o.id}/antwoorden`, { antwoorden: [{ vraag: jaNee()[0], waarde: 'ja' }] })
    expect([antwoord.status, antwoord.lichaam.fouten[0].code]).toEqual([422, 'IF_MATCH_ONTBREEKT'])
  })

  it('een bezoek is te wijzigen op de versie die men zag; antwoorden blijven erbij horen en wat er stond blijft te lezen', async () => {
    const o = await onderzoek()
    const [vraag] = jaNee()
    const eerst = { datum: '2026-11-20', soort: 'huisbezoek', verslag: 'Verkeerde dag.' }
    const { id } = (await noor.roep('POST', `/onderzoeken/${o.id}/bezoeken`, eerst)).lichaam
    await o.bewaar([{ vraag, waarde: 'ja', bezoek: id }])
    const wijzig = (versie: number, wat: object) => noor.roep('PATCH', `/bezoeken/${id}`, wat, { 'if-match': `"v${versie}"` })
    const beter = await wijzig(1, { datum: '2026-11-23', soort: 'telefonisch' })
    expect([beter.status, beter.etag]).toEqual([200, '"v2"'])
    expect(await wijzig(1, eerst)).toMatchObject({
      status: 412,
      lichaam: { code: 'VEROUDERD', huidig: { datum: '2026-11-23', versie: 2 } },
    })
    expect((await wijzig(2, { datum: '2026-02-30', soort: 'thuis' })).status).toBe(422)
    const { bezoeken, antwoorden } = (await noor.roep('GET', `/onderzoeken/${o.id}`)).lichaam
    expect(bezoeken).toMatchObject([{ id, datum: '2026-11-23', soort: 'telefonisch', verslag: null, eerdere: [{ versie: 1, ...eerst }] }])
    expect(antwoorden[0].bezoek).toBe(id)
    const ander = await o.bewaar([{ vraag: jaNee()[1], waarde: 'nee', bezoek: id }])
    expect(ander.lichaam.antwoorden.at(-1)).toMatchObject({ bezoek: id, datum: '2026-11-23' })
    const rijen = await s.eigenaar.selectFrom('bezoek').select('verslag').where('onderzoek', '=', o.id).orderBy('versie').execute()
    expect(rijen).toEqual([{ verslag: 'Verkeerde dag.' }, { verslag: null }])
  })

  it('een bezoek is in te trekken met een reden: antwoorden blijven, er komt niets nieuws bij, en een nieuwe versie zet het terug', async () => {
    const o = await onderzoek()
    const [een, twee] = jaNee()
    const bezoek = { datum: '2026-11-20', soort: 'huisbezoek', aanwezig: 'Inwoner' }
    const { id } = (await noor.roep('POST', `/onderzoeken/${o.id}/bezoeken`, bezoek)).lichaam
    await o.bewaar([{ vraag: een, waarde: 'ja', bezoek: id }])
    const trekIn = (versie: number, lichaam: object) =>
      noor.roep('POST', `/bezoeken/${id}/intrekkingen`, lichaam, { 'if-match': `"v${versie}"` })
    expect((await trekIn(1, { reden: ' ' })).lichaam.fouten).toMatchObject([{ plaats: '/reden' }])
    const weg = await trekIn(1, { reden: 'Hoort bij een ander.' })
    expect([weg.status, weg.etag]).toEqual([201, '"v2"'])
    expect(weg.lichaam).toMatchObject({ ...bezoek, ingetrokken: 'Hoort bij een ander.', eerdere: [{ ...bezoek, ingetrokken: null }] })
    expect(await trekIn(1, { reden: 'Te laat.' })).toMatchObject({ status: 412, lichaam: { huidig: { versie: 2 } } })
    expect(await trekIn(2, { reden: 'Nog eens.' })).toMatchObject({ status: 422, lichaam: { code: 'BEZOEK_AL_INGETROKKEN' } })

    const beeld = (await noor.roep('GET', `/onderzoeken/${o.id}`)).lichaam
    expect(beeld.antwoorden).toMatchObject([{ vraag: een, waarde: 'ja', bezoek: id }])
    const { themas } = (await noor.roep('GET', `/onderzoeken/${o.id}/samenvatting`)).lichaam
    const regels = themas.flatMap((t: { vragen: { vraag: string; bezoekIngetrokken: boolean }[] }) => t.vragen)
    expect(regels.filter((r: { bezoekIngetrokken: boolean }) => r.bezoekIngetrokken)).toMatchObject([{ vraag: een }])
    expect(await o.bewaar([{ vraag: twee, waarde: 'nee', bezoek: id }])).toMatchObject({
      status: 422,
      lichaam: { fouten: [{ code: 'BEZOEK_INGETROKKEN', plaats: '/antwoorden/0/bezoek' }] },
    })
    expect((await o.bewaar([{ vraag: een, waarde: 'ja', bezoek: id, toelichting: 'Zei de dochter.' }])).status).toBe(201)

    const terug = await noor.roep('PATCH', `/bezoeken/${id}`, bezoek, { 'if-match': '"v2"' })
    expect(terug.lichaam).toMatchObject({ versie: 3, ingetrokken: null, eerdere: [{}, { ingetrokken: 'Hoort bij een ander.' }] })
    expect((await o.bewaar([{ vraag: twee, waarde: 'nee', bezoek: id }])).status).toBe(201)
    const rijen = await s.eigenaar
      .selectFrom('audit')
      .select('doel')
      .where('inwoner', '=', o.inwoner)
      .where('soort', '=', 'wijzigen')
      .execute()
    expect(rijen.filter((r) => r.doel?.endsWith('bezoek intrekken'))).toHaveLength(1)
  })

  it('een ingetrokken afspraak is geen afspraak meer', async () => {
    const o = await onderzoek()
    const { id } = (await noor.roep('POST', `/onderzoeken/${o.id}/bezoeken`, { datum: '2026-11-25', soort: 'huisbezoek' })).lichaam
    const zaak = (await noor.roep('GET', `/onderzoeken/${o.id}`)).lichaam.zaak.id
    const stap = async () => (await noor.roep('GET', `/zaken/${zaak}`)).lichaam.nu.stap
    expect(await stap()).toBe('Afspraak vandaag')
    await noor.roep('POST', `/bezoeken/${id}/intrekkingen`, { reden: 'Inwoner belde af.' }, { 'if-match': '"v1"' })
    expect(await stap()).not.toBe('Afspraak vandaag')
  })

  it('een verzette afspraak telt op de nieuwe dag, niet meer op de oude', async () => {
    const o = await onderzoek()
    const { id } = (await noor.roep('POST', `/onderzoeken/${o.id}/bezoeken`, { datum: '2026-11-25', soort: 'huisbezoek' })).lichaam
    const zaak = (await noor.roep('GET', `/onderzoeken/${o.id}`)).lichaam.zaak.id
    const stap = async () => (await noor.roep('GET', `/zaken/${zaak}`)).lichaam.nu.stap
    expect(await stap()).toBe('Afspraak vandaag')
    await noor.roep('PATCH', `/bezoeken/${id}`, { datum: '2026-11-30', soort: 'huisbezoek' }, { 'if-match': '"v1"' })
    expect(await stap()).not.toBe('Afspraak vandaag')
  })

  it('een bezoek heeft een soort en een dag', async () => {
    const o = await onderzoek()
    const antwoord = await noor.roep('POST', `/onderzoeken/${o.id}/bezoeken`, { datum: '2026-02-30', soort: 'thuis' })
    expect(antwoord.lichaam.fouten.map((f: { plaats: string }) => f.plaats)).toEqual(['/datum', '/soort'])
  })
})

describe('twee consulenten op één onderzoek', () => {
  it('de eerste wint; de ander hoort wie, wanneer en wat er nu staat, en verliest niets', async () => {
    const o = await onderzoek()
    const tess = await s.meldAan('teamleider')
    const [een = '', twee = ''] = jaNee()
    await o.bewaar([{ vraag: een, waarde: 'ja' }])
    const laat = await tess.roep(
      'POST',
      `/onderzoeken/${o.id}/antwoorden`,
      { antwoorden: [{ vraag: twee, waarde: 'nee' }] },
      { 'if-match': '"v1"' },
    )
    expect(laat.status).toBe(412)
    expect(laat.lichaam).toMatchObject({
      code: 'ONDERZOEK_GEWIJZIGD',
      wie: 'Noor Proef',
      wanneer: s.klok.nu.toISOString(),
      huidig: { versie: 2, sindsUwVersie: [{ vraag: een, waarde: 'ja', versie: 2 }] },
    })
    const opnieuw = await tess.roep(
      'POST',
      `/onderzoeken/${o.id}/antwoorden`,
      { antwoorden: [{ vraag: twee, waarde: 'nee' }] },
      { 'if-match': `"v${laat.lichaam.huidig.versie}"` },
    )
    expect(opnieuw.status).toBe(201)
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(lichaam.antwoorden.map((a: { vraag: string; gegevenDoor: { naam: string } }) => [a.vraag, a.gegevenDoor.naam])).toEqual([
      [een, 'Noor Proef'],
      [twee, 'Tess Proef'],
    ])
  })

  it('200 tegelijk: elk antwoord komt aan, precies één keer, en geen versie slaat een antwoord over', async () => {
    const vragen = jaNee().slice(0, 10)
    const onderzoeken = await Promise.all(Array.from({ length: 20 }, onderzoek))
    const bewaar = async (id: string, vraag: string) => {
      for (let versie = 1; ; ) {
        const { status, lichaam } = await noor.roep(
          'POST',
          `/onderzoeken/${id}/antwoorden`,
          { antwoorden: [{ vraag, waarde: 'ja' }] },
          { 'if-match': `"v${versie}"` },
        )
        if (status !== 412) return status
        versie = lichaam.huidig.versie
      }
    }
    const uit = await Promise.all(onderzoeken.flatMap((o) => vragen.map((vraag) => bewaar(o.id, vraag))))
    expect(uit).toEqual(Array.from({ length: 200 }, () => 201))
    for (const o of onderzoeken) {
      const rijen = await s.eigenaar
        .selectFrom('antwoord')
        .select(['vraag', 'volgnummer', 'versie'])
        .where('onderzoek', '=', o.id)
        .orderBy('volgnummer')
        .execute()
      expect(rijen.map((r) => r.vraag).sort()).toEqual([...vragen].sort())
      expect(rijen.map((r) => [r.volgnummer, r.versie])).toEqual(vragen.map((_, i) => [i + 1, i + 2]))
      expect((await logboek(o.inwoner)).filter((r) => r.soort === 'wijzigen')).toHaveLength(10)
    }
  })
})

describe('advies en samenvatting', () => {
  it('het advies heeft byte voor byte de vorm van meedoen advies --uitgebreid', async () => {
    const o = await onderzoek()
    const vignet = vignetMet(catalogus, (v) => Object.values(v.verwacht ?? {}).some((w) => w.uitkomst === 'product'))
    expect((await o.bewaar(alsAntwoorden(vignet))).status).toBe(201)
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}/advies`)
    const keuze = { gemeente: s.gemeenten[0]?.naam as string }
    const geval = leesGeval(catalogus, { antwoorden: vignet.antwoorden, overschrijvingen: vignet.overschrijvingen }, keuze)
    if (!geval.ok) throw new Error('het vignet klopt')
    expect(JSON.stringify(lichaam.advies)).toBe(JSON.stringify(maakAntwoord(catalogus, keuze, geval.value, true)))
  })

  it('de samenvatting noemt vragen, bronnen, de beslissende rij en redenen met citaat; afdrukken laat een logboekregel na', async () => {
    const o = await onderzoek()
    const vignet = vignetMet(catalogus, (v) => v.verwacht?.[Object.keys(catalogus.tabellen)[0] ?? '']?.uitkomst === 'product')
    await o.bewaar(alsAntwoorden(vignet).map((a) => ({ ...a, bron: 'gesprek' })))
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}/samenvatting`)
    const [vraag = '', waarde] = Object.entries(vignet.antwoorden)[0] ?? []
    const regels = lichaam.themas.flatMap((t: { vragen: { vraag: string }[] }) => t.vragen)
    expect(regels).toHaveLength(Object.keys(catalogus.vragen).length)
    expect(regels.find((r: { vraag: string }) => r.vraag === vraag)).toMatchObject({
      antwoord: waarde,
      bekend: true,
      bron: 'gesprek',
      door: 'Noor Proef',
    })
    expect(regels.some((r: { antwoord: string }) => r.antwoord === 'nog niet bekend')).toBe(true)
    const advies = lichaam.adviezen[0]
    expect(catalogus.tabellen[advies.tabel]?.rijen.some((r) => r.rij === advies.rij)).toBe(true)
    expect(advies.redenen.some((r: { eis: string; citaten: string[] }) => /^[A-Z]/.test(r.eis) && r.citaten.length > 0)).toBe(true)
    // Wat er gevonden is staat er in de gestelde vraag en het gegeven antwoord.
    const [nee] = Object.entries(vignet.antwoorden).find(([v, a]) => a === 'nee' && catalogus.vragen[v]?.soort === 'janee') ?? ['']
    const bevindingen = advies.redenen.map((r: { bevinding: string | null }) => r.bevinding ?? '')
    expect(bevindingen.join('\n')).toContain(`${catalogus.vragen[nee]?.tekst} Nee.`)
    expect((await noor.roep('POST', `/onderzoeken/${o.id}/afdrukken`)).status).toBe(201)
    expect((await logboek(o.inwoner)).at(-1)).toMatchObject({
      soort: 'afdrukken',
      objecten: [{ soort: 'samenvatting', id: o.id, versie: 2 }],
    })
  })

  it('een afgerond onderzoek neemt niets meer aan tot het heropend is', async () => {
    const o = await onderzoek()
    const rond = await noor.roep('PATCH', `/onderzoeken/${o.id}`, { afgerond: true }, { 'if-match': '"v1"' })
    expect([rond.status, rond.lichaam]).toMatchObject([200, { versie: 2 }])
    expect(await o.bewaar([{ vraag: jaNee()[0], waarde: 'ja' }], 2)).toMatchObject({ status: 422, lichaam: { code: 'ONDERZOEK_AFGEROND' } })
    expect((await noor.roep('PATCH', `/onderzoeken/${o.id}`, { afgerond: false }, { 'if-match': '"v1"' })).status).toBe(412)
    expect((await noor.roep('PATCH', `/onderzoeken/${o.id}`, { afgerond: false }, { 'if-match': '"v2"' })).status).toBe(200)
    expect((await o.bewaar([{ vraag: jaNee()[0], waarde: 'ja' }], 3)).status).toBe(201)
  })
})

describe('wie mag wat', () => {
  const paden = (o: Proefzaak & { id: string }) =>
    [
      ['GET', `/onderzoeken/${o.id}`],
      ['GET', `/onderzoeken/${o.id}/advies`],
      ['GET', `/onderzoeken/${o.id}/antwoorden?vraag=x`],
      ['GET', `/onderzoeken/${o.id}/samenvatting`],
      ['GET', `/onderzoeken/${o.id}/catalogus`],
      ['GET', `/zaken/${o.zaak}/onderzoeken`],
      ['POST', `/onderzoeken/${o.id}/afdrukken`],
      ['POST', `/onderzoeken/${o.id}/bezoeken`, { datum: '2026-11-20', soort: 'huisbezoek' }],
      ['POST', `/onderzoeken/${o.id}/antwoorden`, { antwoorden: [{ vraag: jaNee()[0], waarde: 'ja' }] }],
      ['PATCH', `/onderzoeken/${o.id}`, { afgerond: true }],
    ] as const

  it.each([
    ['een consulent van een ander team', 'consulent', 0, 1, [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]],
    ['iemand van een andere gemeente', 'consulent', 1, 0, [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]],
    ['de administratie', 'administratie', 0, 0, [403, 403, 403, 403, 403, 403, 403, 403, 403, 403]],
    ['de contractmanager', 'contractmanager', 0, 0, [403, 403, 403, 403, 403, 403, 403, 403, 403, 403]],
    ['de beheerder', 'beheerder', 0, 0, [403, 403, 403, 403, 403, 403, 403, 403, 403, 403]],
    ['de toezichthouder leest en wijzigt niets', 'toezichthouder', 0, 0, [200, 200, 200, 200, 200, 200, 403, 403, 403, 403]],
  ])('%s', async (_, rol, gemeente, welke, verwacht) => {
    const o = await onderzoek()
    const wie = await s.meldAan(rol, s.gemeenten[gemeente]?.code, welke)
    const gezien = []
    for (const [methode, pad, lichaam] of paden(o)) gezien.push((await wie.roep(methode, pad, lichaam, { 'if-match': '"v1"' })).status)
    expect(gezien).toEqual(verwacht)
    const rijen = await s.eigenaar.selectFrom('antwoord').select('id').where('onderzoek', '=', o.id).execute()
    expect(rijen).toEqual([])
  })

  it('een weigering om bevoegdheid staat in het logboek, en zegt hetzelfde of het onderzoek bestaat of niet', async () => {
    const o = await onderzoek()
    const beheerder = await s.meldAan('beheerder')
    const wel = await beheerder.roep('GET', `/onderzoeken/${o.id}`)
    const niet = await beheerder.roep('GET', '/onderzoeken/01900000-0000-7000-8000-000000000000')
    expect({ ...wel.lichaam, correlatie: '' }).toEqual({ ...niet.lichaam, correlatie: '' })
    const geweigerd = await s.eigenaar
      .selectFrom('audit')
      .select('weigering')
      .where('uitkomst', '=', 'geweigerd')
      .where('rollen', '=', 'beheerder')
      .execute()
    expect(geweigerd.length).toBeGreaterThanOrEqual(2)
  })

  it('een collega van hetzelfde team werkt gewoon mee', async () => {
    const o = await onderzoek()
    const tess = await s.meldAan('teamleider')
    const bewaard = await tess.roep(
      'POST',
      `/onderzoeken/${o.id}/antwoorden`,
      { antwoorden: [{ vraag: jaNee()[0], waarde: 'ja' }] },
      { 'if-match': '"v1"' },
    )
    expect(bewaard.status).toBe(201)
  })
})
