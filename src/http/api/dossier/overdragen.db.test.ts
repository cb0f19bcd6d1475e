/** Zaken overdragen en dat terugdraaien. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Proefgebruiker } from '../proefserver.testhulp.ts'
import { idVan, teamVan } from './dossier.testhulp.ts'
import { draagOver, maakZakenproef, stap, zaakVoor } from './zakenproef.testhulp.ts'

const { s, noord, zuid, tess, toezicht, administratie } = await maakZakenproef()
afterAll(() => s.sluit())

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
