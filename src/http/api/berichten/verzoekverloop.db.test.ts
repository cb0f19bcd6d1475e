/** Hoe een verzoek verloopt: op de tijdlijn van de inwoner, en als de aanbieder niet op ons antwoord reageert. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { bezorgKlaar } from '#actions/berichten/bezorg.ts'
import { type Proefverzoek, vot, vow, zetVerzoek } from '#actions/berichten/verzoek/verzoekproef.testhulp.ts'
import { zetProefinwoner } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { wijsToe } from '#messages/keten/oefening.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

let s: Proefserver
let proef: Berichtproef
let ad: Proefgebruiker, noor: Proefgebruiker
let gemeente: string
beforeAll(async () => {
  s = await maakProefserver()
  ;[ad, noor] = [await s.meldAan('administratie'), await s.meldAan('consulent')]
  gemeente = (await s.als('administratie')).actor.gemeente
  proef = maakBerichtproef(s, gemeente)
})
afterAll(() => s.sluit())

const wij = () => ({ gemeente, partij: gemeente })
/** Wat er weg mag na de tellen waarin een antwoord nog terug te nemen is. */
async function bezorg(): Promise<string[]> {
  s.klok.nu = new Date(s.klok.nu.getTime() + 10_000)
  const weg: string[] = []
  await bezorgKlaar(s.dienst, wij(), async (b) => void weg.push(b.id))
  return weg
}
const verzoek = async () => zetVerzoek(s, proef, (await s.als('consulent')).actor)
async function antwoord(id: string, ref: string, keuze: 'in_onderzoek' | 'afgewezen') {
  const reden = keuze === 'afgewezen' && { reden: '4' }
  return noor.roep('POST', `/berichten/${id}/antwoorden`, { referentie: ref, antwoord: keuze, ...reden })
}
const feiten = async (inwoner: string, wie = noor): Promise<{ zin: string; bericht: string | null; geldt: boolean }[]> =>
  (await wie.roep('GET', `/inwoners/${inwoner}/tijdlijn`)).lichaam.feiten.filter((f: { bericht: string | null }) => f.bericht !== null)
const zinnen = async (inwoner: string, wie = noor) => (await feiten(inwoner, wie)).map((f) => f.zin).sort()

describe('op de tijdlijn van de inwoner', () => {
  it('ontvangen, in onderzoek en afgewezen, elk met het bericht; wat de aanbieder afkeurt staat er niet', async () => {
    const { id, ref, inwoner } = await verzoek()
    expect(await feiten(inwoner)).toMatchObject([{ bericht: id, zin: `98765432 vroeg om toewijzing (verzoek ${ref}).`, geldt: true }])
    await proef.antwoord((await antwoord(id, ref, 'in_onderzoek')).lichaam.bericht)
    const weg = (await antwoord(id, ref, 'afgewezen')).lichaam.bericht
    const [af, onderzoek] = [`De gemeente wees verzoek ${ref} van 98765432 af.`, `De gemeente onderzoekt verzoek ${ref} van 98765432.`]
    expect(await zinnen(inwoner)).toEqual([`98765432 vroeg om toewijzing (verzoek ${ref}).`, onderzoek, af])
    expect((await feiten(inwoner)).find((f) => f.zin === af)?.bericht).toBe(weg)
    await proef.antwoord(weg, 'TR135')
    expect(await zinnen(inwoner)).not.toContain(af)
    // De administratie leest geen zaken, wel wat er door het berichtenverkeer ging.
    expect(await zinnen(inwoner, ad)).toContain(onderzoek)
  })
  it('ingewilligd, één keer, ook als de referentie in een later bericht weer staat; een afgekeurd verzoek staat er niet', async () => {
    const { id, ref, inwoner, bsn } = await verzoek()
    const wijs = (tijd: string) => proef.verwerk(wijsToe({ ToewijzingNummer: 970, ReferentieAanbieder: ref, Toewijzingstijd: tijd }), bsn)
    // Twee keer hetzelfde vragen keurt het programma af.
    await proef.verwerk(vot(`${ref}-2`), bsn)
    await wijs('09:00:00')
    const eerste = await proef.laatste('WMO301')
    await wijs('10:00:00')
    const erbij = (await feiten(inwoner)).filter((f) => f.bericht !== id)
    expect(erbij).toMatchObject([{ zin: `De gemeente wees hulp toe op verzoek ${ref} van 98765432.`, bericht: eerste }])
  })
  it('een verzoek om wijziging en een met meer producten: één zin per bericht, en niet bij een ander', async () => {
    const actor = (await s.als('consulent')).actor
    const [een, ander] = [await zetProefinwoner(s, actor), await zetProefinwoner(s, actor)]
    await proef.antwoord(await proef.toewijzing(980, een.bsn))
    await proef.verwerk(vow('REF-W', 980), een.bsn)
    await proef.verwerk(vot('REF-B', 'REF-A'), ander.bsn)
    expect(await zinnen(een.inwoner)).toEqual(['98765432 vroeg om wijziging van de hulp (verzoek REF-W).'])
    expect(await zinnen(ander.inwoner)).toEqual(['98765432 vroeg om toewijzing (verzoek REF-A en REF-B).'])
  })
})

describe('een antwoord terugnemen', () => {
  const neemTerug = (bericht: string, wie = noor) => wie.roep('POST', `/berichten/${bericht}/terugnames`)
  const stand = async (id: string) => (await noor.roep('GET', `/berichten/${id}`)).lichaam.verzoeken[0]
  it('voor het weg is: de aanbieder krijgt het nooit, het verzoek staat weer open, en het bericht blijft te zien', async () => {
    const { id, ref, inwoner } = await verzoek()
    await bezorg()
    const { bericht } = (await antwoord(id, ref, 'afgewezen')).lichaam
    expect(await stand(id)).toMatchObject({ stand: 'afgewezen', reactie: { bericht, terugTeNemen: true } })
    expect((await neemTerug(bericht)).status).toBe(200)
    expect(await stand(id)).toMatchObject({ stand: 'open', reactie: null, antwoord: { in_onderzoek: null, afgewezen: null } })
    expect((await noor.roep('GET', `/berichten/${bericht}`)).lichaam).toMatchObject({ stand: 'teruggenomen' })
    expect(await zinnen(inwoner)).toEqual([`98765432 vroeg om toewijzing (verzoek ${ref}).`])
    expect(await bezorg()).not.toContain(bericht)
    const [regel] = await s.eigenaar.selectFrom('audit').selectAll().where('doel', 'like', 'antwoord op een verzoek terugnemen%').execute()
    expect(regel).toMatchObject({ inwoner, objecten: [{ soort: 'bericht', id: bericht }] })
    // Daarna gewoon opnieuw; een tweede keer terugnemen kan niet.
    expect((await neemTerug(bericht)).lichaam).toMatchObject({ code: 'TERUGNEMEN_TE_LAAT', eis: 'TR365' })
    expect((await antwoord(id, ref, 'in_onderzoek')).status).toBe(201)
  })
  it('niets gaat weg zolang het terug te nemen is, en wat weg mag is niet meer terug te nemen', async () => {
    const { id, ref } = await verzoek()
    await bezorg()
    const { bericht } = (await antwoord(id, ref, 'in_onderzoek')).lichaam
    const weg: string[] = []
    await bezorgKlaar(s.dienst, wij(), async (b) => void weg.push(b.id))
    expect(weg).not.toContain(bericht)
    expect(await bezorg()).toContain(bericht)
    expect((await neemTerug(bericht)).lichaam.code).toBe('TERUGNEMEN_TE_LAAT')
  })
  it('een ander bericht van ons nooit, en wie niet helpt ook niet', async () => {
    const { id, ref, bsn } = await verzoek()
    expect((await neemTerug(await proef.toewijzing(990, bsn), ad)).lichaam.code).toBe('TERUGNEMEN_TE_LAAT')
    const { bericht } = (await antwoord(id, ref, 'in_onderzoek')).lichaam
    expect((await neemTerug(bericht, await s.meldAan('toezichthouder'))).status).toBe(403)
    expect((await neemTerug(bericht, ad)).status).toBe(200)
  })
})

describe('de aanbieder reageert niet op ons antwoord', () => {
  const verstuurd = async (v: Proefverzoek, keuze: 'in_onderzoek' | 'afgewezen', dagen: number): Promise<string> => {
    const { bericht } = (await antwoord(v.id, v.ref, keuze)).lichaam
    await bezorg()
    await s.knoei(`update bericht set verzonden_op = verzonden_op - interval '${dagen} days' where id = '${bericht}'`)
    return bericht
  }
  const lees = async (v: Proefverzoek) => (await noor.roep('GET', `/berichten/${v.id}`)).lichaam.verzoeken[0]
  it('OP080: binnen de termijn wacht een besluit daarop, met de laatste dag erbij; OP090: daarna niet meer', async () => {
    const v = await verzoek()
    const bericht = await verstuurd(v, 'in_onderzoek', 0)
    expect((await lees(v)).reactie).toEqual({ bericht, uiterlijk: '2026-11-30', uitgebleven: false, terugTeNemen: false })
    const teVroeg = (await antwoord(v.id, v.ref, 'afgewezen')).lichaam
    expect(teVroeg).toMatchObject({ code: 'VORIG_ANTWOORD_WACHT', watNu: expect.stringContaining('30 november 2026') })
    await s.knoei(`update bericht set verzonden_op = verzonden_op - interval '6 days' where id = '${bericht}'`)
    expect(await lees(v)).toMatchObject({ reactie: { uiterlijk: '2026-11-24', uitgebleven: true }, antwoord: { afgewezen: null } })
    expect((await antwoord(v.id, v.ref, 'afgewezen')).status).toBe(201)
    expect((await lees(v)).stand).toBe('afgewezen')
  })
  it('na een afwijzing: het besluit blijft, en het scherm weet dat de reactie uitbleef tot zij komt', async () => {
    const v = await verzoek()
    const bericht = await verstuurd(v, 'afgewezen', 6)
    expect(await lees(v)).toMatchObject({ stand: 'afgewezen', reactie: { bericht, uitgebleven: true } })
    await proef.antwoord(bericht)
    expect((await lees(v)).reactie).toBeNull()
  })
})
