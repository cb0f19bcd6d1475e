/** Bezoeken bij een onderzoek: wijzigen, intrekken en verzetten. */
import { afterAll, describe, expect, it } from 'vitest'
import { maakOnderzoekproef } from './onderzoekproef.testhulp.ts'

const { s, noor, onderzoek, jaNee } = await maakOnderzoekproef()
afterAll(() => s.sluit())

describe('bezoeken', () => {
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
