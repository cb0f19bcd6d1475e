import { afterAll, describe, expect, it } from 'vitest'
import { vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import type { Vignet } from '#core/catalogus/vorm.ts'
import { productenVanTabel } from '#core/indicatie/productkeuze.ts'
import { kern, maakIndicatieproef, metProduct, omvangVan, type Proefonderzoek } from './indicatieproef.testhulp.ts'

const { s, uren, metAntwoorden, motiveer, rijen, sluit } = await maakIndicatieproef()
afterAll(sluit)

describe('naast een Wlz-indicatie', () => {
  it('A-IND-06 goed: een Wlz-indicatie in het dossier weigert; eindigt de hulp ervoor, dan kan het', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && (regel?.producten.includes(kern(v)[1].product) ?? false))
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const zaak = await uren.wie.roep('GET', `/zaken/${o.zaak}`)
    const gegevens = { stand: 'toegekend', van: '2027-05-01' }
    const feit = await uren.wie.roep(
      'POST',
      `/zaken/${o.zaak}/gebeurtenissen`,
      { soort: 'wlz_vastgelegd', datum: '2026-11-20', gegevens },
      { 'if-match': `"v${zaak.lichaam.versie}"` },
    )
    expect(feit.status).toBe(201)
    const onderzoek = await uren.wie.roep('GET', `/onderzoeken/${o.id}`)
    expect(onderzoek.lichaam.wlz).toEqual({ toegekend: { van: '2027-05-01' }, aangevraagdOp: null, afgewezenOp: null })
    const voorstel = { tabel, product, van: '2026-12-01', tot: '2027-11-30', omvang: omvangVan(uren.catalogus, product) }
    const { status, lichaam } = await motiveer(uren, o, voorstel)
    expect([status, lichaam.code, lichaam.eis]).toEqual([422, 'WLZ_VOORLIGGEND', regel?.eis])
    expect(lichaam.watNu).toContain('30 april 2027')
    expect(await rijen(o.inwoner)).toEqual({ indicatie: 0, voorziening: 0, advies: 0 })
    expect((await motiveer(uren, o, { ...voorstel, tot: '2027-04-30' })).status).toBe(201)
  })

  /** Waar de signalen over de Wlz te zien zijn: op de zaak, op de tijdlijn, en in het werk van wie de zaak heeft. */
  const signalen = async (o: Proefonderzoek, wie = uren.wie) => {
    const zaak = (await wie.roep('GET', `/zaken/${o.zaak}`)).lichaam.signalen
    const tijdlijn = (await wie.roep('GET', `/inwoners/${o.inwoner}/tijdlijn`)).lichaam.signalen
    expect(tijdlijn).toEqual(zaak)
    const werk = (await wie.roep('GET', '/wlzsignalen?limiet=200')).lichaam.items as { inwoner: { id: string }; soort: string }[]
    const soorten = zaak.map((x: { soort: string }) => x.soort)
    expect(werk.filter((x) => x.inwoner.id === o.inwoner).map((x) => x.soort)).toEqual(soorten)
    return soorten
  }
  const leg = async (o: Proefonderzoek, gegevens: object, datum: string, wie = uren.wie) => {
    const { versie } = (await wie.roep('GET', `/zaken/${o.zaak}`)).lichaam
    const feit = { soort: 'wlz_vastgelegd', datum, gegevens }
    expect((await wie.roep('POST', `/zaken/${o.zaak}/gebeurtenissen`, feit, { 'if-match': `"v${versie}"` })).status).toBe(201)
  }

  it('A-IND-06 goed: hulp die al loopt krijgt een signaal als de Wlz-indicatie bekend wordt, en houdt op als de hulp eindigt', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && (regel?.producten.includes(kern(v)[1].product) ?? false))
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const voorstel = { tabel, product, van: '2026-11-01', omvang: omvangVan(uren.catalogus, product) }
    const vast = await motiveer(uren, o, voorstel)
    expect([vast.status, await signalen(o)]).toEqual([201, []])
    await leg(o, { stand: 'toegekend', van: '2026-12-01' }, '2026-11-20')
    expect(await signalen(o)).toEqual(['naast_wlz'])
    const admin = await s.meldAan('administratie', uren.gemeente)
    expect((await admin.roep('GET', `/inwoners/${o.inwoner}/tijdlijn`)).lichaam.signalen).toEqual([])
    const elders = (await (await s.meldAan('consulent', uren.gemeente, 1)).roep('GET', '/werkvoorraad')).lichaam.signalen.items
    expect(elders.filter((x: { inwoner: { id: string } }) => x.inwoner.id === o.inwoner)).toEqual([])
    const gebeurt = (soort: string, datum: string, gegevens = {}) =>
      uren.wie.roep('POST', `/indicaties/${vast.lichaam.id}/gebeurtenissen`, { soort, datum, gegevens })
    expect((await gebeurt('gestart', '2026-11-01')).status).toBe(201)
    expect((await gebeurt('beeindigd', '2026-11-30', { reden: 'andere_wet' })).status).toBe(201)
    expect(await signalen(o)).toEqual([])
  })

  it('A-IND-06 goed: is de zaak afgesloten en loopt de hulp door, dan is een Wlz-besluit toch vast te leggen, en terug te draaien', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const vignet = vignetMet(uren.catalogus, (v) => metProduct(v) && (regel?.producten.includes(kern(v)[1].product) ?? false))
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(uren, vignet)
    const vast = await motiveer(uren, o, { tabel, product, van: '2026-11-01', omvang: omvangVan(uren.catalogus, product) })
    const zaak = async (soort: string, anders: object) => {
      const { versie } = (await uren.wie.roep('GET', `/zaken/${o.zaak}`)).lichaam
      const feit = { soort, datum: '2026-11-25', ...anders }
      return uren.wie.roep('POST', `/zaken/${o.zaak}/gebeurtenissen`, feit, { 'if-match': `"v${versie}"` })
    }
    const dicht = await zaak('zaak_afgesloten', { gegevens: { reden: 'besloten' } })
    expect([vast.status, dicht.status, dicht.lichaam.stappen]).toEqual([
      201,
      201,
      expect.arrayContaining([expect.objectContaining({ soort: 'wlz_vastgelegd', weigering: null })]),
    ])
    await leg(o, { stand: 'toegekend', van: '2026-12-01' }, '2026-11-25')
    expect(await signalen(o)).toEqual(['naast_wlz'])
    const { lichaam } = await uren.wie.roep('GET', `/zaken/${o.zaak}`)
    expect([lichaam.stand, lichaam.afgeslotenOp, lichaam.nu]).toEqual(['afgesloten', '2026-11-25', null])
    expect((await zaak('vervallen', { vervangt: lichaam.ongedaan, gegevens: { reden: 'Vergissing' } })).status).toBe(201)
    expect(await signalen(o)).toEqual([])
  })

  it('A-IND-06 goed: een overbrugging komt na twaalf weken in Mijn werk, tot er een besluit is', async () => {
    const regel = uren.catalogus.voorliggend?.[0]
    const grond = (v: Vignet) => Object.entries(v.verwacht ?? {}).find(([, w]) => 'grond' in w && regel?.gronden.includes(String(w.grond)))
    const vignet = vignetMet(uren.catalogus, (v) => grond(v) !== undefined)
    const [tabel] = grond(vignet) as [string, unknown]
    const product = regel?.producten.find((x) => productenVanTabel(uren.catalogus, tabel).includes(x)) as string
    const o = await metAntwoorden(uren, vignet)
    const vast = await motiveer(uren, o, {
      tabel,
      product,
      van: '2026-11-25',
      omvang: omvangVan(uren.catalogus, product),
      afwijkingMotivering: 'Hulp tot het besluit over de Wlz.',
    })
    expect(vast.status).toBe(201)
    const wachten = async (dagen: number) => {
      s.klok.nu = new Date(s.klok.nu.getTime() + dagen * 86_400_000)
      return s.meldAan('consulent', uren.gemeente)
    }
    expect(await signalen(o, await wachten(83))).toEqual([])
    const wie = await wachten(1)
    expect(await signalen(o, wie)).toEqual(['overbrugging_wacht'])
    await leg(o, { stand: 'afgewezen' }, '2027-02-01', wie)
    expect(await signalen(o, wie)).toEqual([])
  })
})
