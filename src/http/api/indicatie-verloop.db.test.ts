import { afterAll, describe, expect, it } from 'vitest'
import { vignetMet } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import { kern, maakIndicatieproef, metProduct, normregels } from './indicatieproef.testhulp.ts'

const { matrix, metAntwoorden, motiveer, sluit } = await maakIndicatieproef()
afterAll(sluit)

describe('wat er met een indicatie gebeurt', () => {
  async function indicatie(tot = '2027-05-31') {
    const vignet = vignetMet(matrix.catalogus, (v) => metProduct(v) && kern(v)[0] === Object.keys(matrix.catalogus.tabellen)[0])
    const [tabel, { product }] = kern(vignet)
    const o = await metAntwoorden(matrix, vignet)
    const gedaan = await motiveer(matrix, o, { tabel, product, van: '2026-12-01', tot, omvang: normregels })
    const leg = (soort: string, datum: string, gegevens = {}, vervangt?: string) =>
      matrix.wie.roep('POST', `/indicaties/${gedaan.lichaam.id}/gebeurtenissen`, { soort, datum, gegevens, ...(vervangt && { vervangt }) })
    return { ...o, tabel, product, indicatie: gedaan.lichaam.id as string, leg }
  }

  it('start en einde met een dag; het einde kort de looptijd in en de volgende kan daarna beginnen', async () => {
    const i = await indicatie()
    expect((await i.leg('gestart', '2026-12-03')).status).toBe(201)
    const einde = await i.leg('beeindigd', '2027-01-31', { reden: 'op_verzoek' })
    expect(einde.lichaam).toMatchObject({ looptijd: { van: '2026-12-01', tot: '2027-01-31' } })
    const vervolg = await motiveer(matrix, i, {
      tabel: i.tabel,
      product: i.product,
      van: '2027-02-01',
      tot: '2027-06-30',
      omvang: normregels,
    })
    expect(vervolg.status).toBe(201)
    // Nu kan het einde niet meer vervallen: dan liepen er twee tegelijk.
    const feit = einde.lichaam.gebeurtenissen.at(-1).id
    const terug = await i.leg('vervallen', '2026-11-25', { reden: 'Vergissing.' }, feit)
    expect([terug.status, terug.lichaam.huidig.stapeling.toegestaan]).toEqual([422, false])
  })

  it('een verbetering is een nieuwe rij; de oude blijft te lezen en geldt niet meer', async () => {
    const i = await indicatie()
    const start = await i.leg('gestart', '2026-12-03')
    const feit = start.lichaam.gebeurtenissen.at(-1).id
    const beter = await i.leg('gestart', '2026-12-10', {}, feit)
    expect(beter.lichaam.gebeurtenissen.map((g: { datum: string; geldt: boolean; soort: string }) => [g.soort, g.datum, g.geldt])).toEqual([
      ['vastgesteld', '2026-11-25', true],
      ['gestart', '2026-12-03', false],
      ['gestart', '2026-12-10', true],
    ])
    const weg = await i.leg('vervallen', '2026-12-10', { reden: 'Toch niet gestart.' }, beter.lichaam.gebeurtenissen.at(-1).id)
    expect([weg.status, weg.lichaam.stand]).toEqual([201, 'vastgesteld'])
  })

  it.each([
    ['beëindigen vóór de start', 'beeindigd', '2026-12-10', { reden: 'op_verzoek' }, 'GEBEURTENIS_VOLGORDE'],
    ['starten voor het begin', 'gestart', '2026-11-30', {}, 'INVOER_ONGELDIG'],
    ['starten na het einde', 'gestart', '2027-06-01', {}, 'INVOER_ONGELDIG'],
    ['intrekken zonder grond', 'ingetrokken', '2026-12-01', {}, 'INVOER_ONGELDIG'],
    ['nog eens vaststellen', 'vastgesteld', '2026-12-01', {}, 'VASTSTELLING_BLIJFT'],
    ['een soort die er niet is', 'gestopt', '2026-12-01', {}, 'INVOER_ONGELDIG'],
  ])('geweigerd: %s', async (_, soort, datum, gegevens, code) => {
    const i = await indicatie()
    const { status, lichaam } = await i.leg(soort, datum, gegevens)
    expect([status, lichaam.code]).toEqual([422, code])
  })
})
