import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bsn } from '#core/base/bsn.ts'
import type { Actor } from '#actions/handeling/dienst.ts'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { bezorgKlaar } from '#actions/berichten/bezorg.ts'
import { maakProefzaak } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

const [BSN, ANDER_BSN] = ['999990019', '999990020']
let s: Proefserver
let proef: Berichtproef
let gemeente: string
let consulent: Actor
let inwoner: string
let ad: Proefgebruiker
let noor: Proefgebruiker
const id: Record<string, string> = {}
const dag = (datum: string) => {
  s.klok.nu = new Date(`${datum}T10:00:00Z`)
}
// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
type Rij = any

beforeAll(async () => {
  s = await maakProefserver()
  consulent = (await s.als('consulent')).actor
  gemeente = consulent.gemeente
  proef = maakBerichtproef(s, gemeente)
  inwoner = (await maakProefzaak(s, consulent)).inwoner
  await s.eigenaar
    .updateTable('inwoner')
    .set({ bsn_index: s.dienst.kluis.index(BSN as Bsn, gemeente) })
    .where('id', '=', inwoner)
    .execute()
  dag('2026-11-20')
  id.toewijzing = await proef.toewijzing()
  id.toewijzingAnder = await proef.toewijzing(2, ANDER_BSN)
  dag('2026-11-21')
  id.start = await proef.start()
  id.antwoord = await proef.antwoord(id.toewijzing)
  dag('2026-11-22')
  id.stop = await proef.stop(1, '2026-01-06')
  id.declaratie = await proef.declaratie('D1')
  await proef.verwerkBytes(Buffer.from(`<kapot><Bsn>${BSN}</Bsn>`))
  id.kapot = (await s.eigenaar.selectFrom('bericht').select('id').where('uitkomst', '=', 'niveau1').executeTakeFirstOrThrow()).id
  dag('2026-11-25')
  ;[ad, noor] = [await s.meldAan('administratie'), await s.meldAan('consulent')]
})
afterAll(() => s.sluit())

const lijst = async (wie: Proefgebruiker, vraag = ''): Promise<Rij[]> => (await wie.roep('GET', `/berichten?${vraag}`)).lichaam.items
const lees = async (wie: Proefgebruiker, welk: string): Promise<Rij> => (await wie.roep('GET', `/berichten/${welk}`)).lichaam

describe('de lijst', () => {
  it('toont elk bericht met zijn stand, het laatste eerst', async () => {
    const items = await lijst(ad)
    expect(items.map((i) => i.vastgelegdOp)).toEqual(
      items
        .map((i) => i.vastgelegdOp)
        .sort()
        .reverse(),
    )
    const standen = Object.fromEntries(items.map((i) => [i.id, i.stand]))
    expect(standen).toMatchObject({
      [id.toewijzing as string]: 'aangenomen',
      [id.toewijzingAnder as string]: 'wacht_op_antwoord',
      [id.start as string]: 'aangenomen',
      [id.antwoord as string]: 'aangenomen',
      [id.stop as string]: 'afgekeurd',
      [id.declaratie as string]: 'deels',
      [id.kapot as string]: 'schemafout',
    })
    expect(items.find((i) => i.id === id.start)).toMatchObject({
      richting: 'in',
      naam: 'WMO305',
      titel: 'Start levering',
      aanbieder: { code: '98765432', naam: null },
      inwoner: { id: inwoner, naam: { achternaam: 'Voorbeeld' } },
    })
    expect(items.find((i) => i.id === id.toewijzingAnder)?.inwoner).toBeNull()
    expect(items.find((i) => i.naam === 'WMO306')?.stand).toBe('klaargezet')
  })

  it.each([
    ['richting=uit&bericht=WMO301', ['toewijzingAnder', 'toewijzing']],
    ['stand=afgekeurd&richting=in', ['stop']],
    ['stand=wacht_op_antwoord', ['toewijzingAnder']],
    ['van=2026-11-20&tot=2026-11-20', ['toewijzingAnder', 'toewijzing']],
    ['bericht=WMO302', ['antwoord']],
    ['aanbieder=12345678', []],
  ])('%s', async (vraag, namen) => {
    expect((await lijst(ad, vraag)).map((i) => i.id)).toEqual(namen.map((n) => id[n]))
  })

  it('op inwoner, en op burgerservicenummer ook wie niet in het dossier staat', async () => {
    const vanInwoner = await lijst(ad, `inwoner=${inwoner}`)
    expect(vanInwoner.map((i) => i.id)).toEqual(expect.arrayContaining([id.toewijzing, id.start, id.stop]))
    expect(vanInwoner.every((i) => i.inwoner.id === inwoner)).toBe(true)
    const { lichaam } = await ad.roep('POST', '/berichtzoekopdrachten', { bsn: ANDER_BSN })
    expect(lichaam.items.map((i: Rij) => i.id)).toEqual([id.toewijzingAnder])
    expect((await ad.roep('POST', '/berichtzoekopdrachten', { bsn: '999990018' })).lichaam.fouten).toHaveLength(1)
  })

  it('op retourcode: het bericht, het antwoord, en niets anders', async () => {
    const code = (await lees(ad, id.stop as string)).retourcodes[0].code
    const items = await lijst(ad, `code=${code}`)
    expect(items.map((i) => i.naam).sort()).toEqual(['WMO307', 'WMO308'])
    expect(items.find((i) => i.naam === 'WMO307')?.codes).toContain(code)
    expect(await lijst(ad, 'code=9411')).toEqual([])
  })

  it('bladert zonder iets over te slaan of te herhalen', async () => {
    const alle = (await lijst(ad, 'limiet=200')).map((i) => i.id)
    const gezien: string[] = []
    for (let cursor = ''; ; ) {
      const { lichaam } = await ad.roep('GET', `/berichten?limiet=2${cursor}`)
      gezien.push(...lichaam.items.map((i: Rij) => i.id))
      if (lichaam.volgende === null) break
      cursor = `&cursor=${encodeURIComponent(lichaam.volgende)}`
    }
    expect(gezien).toEqual(alle)
    expect((await ad.roep('GET', '/berichten?cursor=onzin')).status).toBe(422)
  })

  it('een consulent ziet die van haar inwoners, met dezelfde codes en met het antwoord dat zelf niemand noemt', async () => {
    const items = await lijst(noor, 'limiet=200')
    expect(items.map((i) => i.id)).toEqual(expect.arrayContaining([id.toewijzing, id.antwoord, id.start, id.stop]))
    expect(items.every((i) => i.inwoner.id === inwoner)).toBe(true)
    for (const anders of ['toewijzingAnder', 'declaratie', 'kapot']) expect(items.map((i) => i.id)).not.toContain(id[anders])
    expect((await noor.roep('POST', '/berichtzoekopdrachten', { bsn: ANDER_BSN })).lichaam.items).toEqual([])
  })

  it('laat per getoonde inwoner een regel na in zijn logboek', async () => {
    await lijst(ad, `inwoner=${inwoner}&limiet=1`)
    const [laatste] = await s.eigenaar.selectFrom('audit').selectAll().where('soort', '=', 'lijst').orderBy('id', 'desc').limit(1).execute()
    expect(laatste).toMatchObject({ inwoner, doel: 'berichten bekijken' })
  })
})

describe('één bericht', () => {
  it('is te lezen in woorden, zonder leesbaar nummer, met zijn antwoord en wat over dezelfde toewijzing ging', async () => {
    const b = await lees(ad, id.toewijzing as string)
    const regels = b.inhoud.map((r: Rij) => `${'  '.repeat(r.diep)}${r.label}${r.tekst === null ? '' : `: ${r.tekst}`}`)
    expect(regels).toContain('  BSN: *******19')
    expect(regels).toContain('    Omvang: 3 uur per week')
    expect(b).toMatchObject({ stand: 'aangenomen', afzender: gemeente, release: 'iWmo 3.2', retourcodes: [], uitval: [] })
    expect(b.keten[0]).toMatchObject({ id: id.antwoord, naam: 'WMO302', verband: 'antwoord' })
    expect(b.keten.map((k: Rij) => k.id)).toEqual(expect.arrayContaining([id.start, id.declaratie]))
    expect(b.keten.find((k: Rij) => k.id === id.start).verband).toBe('toewijzing')
  })

  it('een afgekeurd bericht zegt per code wat er is, hoe dat komt en wat te doen; zijn antwoord zegt hetzelfde', async () => {
    const b = await lees(ad, id.stop as string)
    expect(b.retourcodes).toHaveLength(1)
    expect(b.retourcodes[0]).toMatchObject({ code: '9069', regel: 'TR382', klasse: 'StopProduct', aantal: 1 })
    for (const veld of ['betekenis', 'tekst', 'oorzaak', 'doe']) expect(b.retourcodes[0][veld].length).toBeGreaterThan(10)
    expect(b.uitval).toMatchObject([{ code: '9069', regel: 'TR382', stand: 'open' }])
    const retour = b.keten.find((k: Rij) => k.verband === 'antwoord')
    expect(retour).toMatchObject({ naam: 'WMO308', richting: 'uit' })
    const ander = await lees(ad, retour.id)
    expect(ander.retourcodes).toEqual(b.retourcodes)
    expect(ander.keten[0]).toMatchObject({ id: id.stop, verband: 'heenbericht' })
  })

  it('een declaratie die deels is aangenomen noemt de regel die terugkwam, met een afgeschermde sleutel', async () => {
    const b = await lees(ad, id.declaratie as string)
    expect(b.retourcodes.map((r: Rij) => r.regel)).toContain('TR340')
    expect(JSON.stringify(b)).not.toContain(BSN)
  })

  it('een bestand dat geen bericht is, zegt dat', async () => {
    const b = await lees(ad, id.kapot as string)
    expect(b).toMatchObject({ stand: 'schemafout', naam: null, inhoud: null, inhoudOntbreekt: 'onleesbaar', aanbieder: null })
    expect(b.uitval[0].tekst).toContain('anders opgebouwd dan is afgesproken')
  })

  it('een bericht met een schemafout zegt van wie het komt, zolang de kop te lezen is', async () => {
    const kop = `<Afzender>98765432</Afzender><Ontvanger>${gemeente}</Ontvanger><Identificatie>KAPOT-1</Identificatie>`
    await proef.verwerkBytes(Buffer.from(`<Bericht><Header>${kop}<Dagtekening>2026-02-20</Dagtekening></Header></Bericht>`))
    const [{ id: kapot }] = await lijst(ad, 'stand=schemafout&limiet=1')
    expect(await lees(ad, kapot)).toMatchObject({
      afzender: '98765432',
      ontvanger: gemeente,
      identificatie: 'KAPOT-1',
      dagtekening: '2026-02-20',
    })
    const tom = await s.meldAan('toezichthouder')
    expect(await lees(tom, kapot)).toMatchObject({ afzender: null, identificatie: null })
  })

  it('wie de inhoud niet mag lezen, ziet wel hoe het ervoor staat', async () => {
    const tom = await s.meldAan('toezichthouder')
    const b = await lees(tom, id.stop as string)
    expect(b).toMatchObject({ stand: 'afgekeurd', inhoud: null, inhoudOntbreekt: 'geen_recht', mag: { inhoud: false } })
    expect(b.retourcodes[0].regel).toBe('TR382')
    expect(await tom.roep('GET', `/berichten/${id.stop}/xml`)).toMatchObject({ status: 403, lichaam: { code: 'NIET_BEVOEGD' } })
  })
})

describe('de XML', () => {
  const regels = (soort: string) => s.eigenaar.selectFrom('audit').selectAll().where('soort', '=', soort).orderBy('id', 'desc').execute()

  it('met afgeschermde nummers, ook van een kapot bestand; dat staat in het logboek', async () => {
    const { xml } = (await ad.roep('GET', `/berichten/${id.start}/xml`)).lichaam
    expect(xml).toContain('*******19</')
    expect(xml).not.toContain(BSN)
    expect((await regels('exporteren'))[0]).toMatchObject({ inwoner, objecten: [{ soort: 'bericht', id: id.start }] })
    expect((await ad.roep('GET', `/berichten/${id.kapot}/xml`)).lichaam.xml).toBe('<kapot><Bsn>*******19</Bsn>')
  })

  it('met leesbare nummers alleen met een reden, en die staat in het logboek van de inwoner', async () => {
    const vraag = (wie: Proefgebruiker, reden: string) => wie.roep('POST', `/berichten/${id.start}/bsn-inzagen`, { reden })
    expect((await vraag(ad, 'kort')).lichaam.fouten).toMatchObject([{ code: 'REDEN_ONTBREEKT' }])
    const { lichaam } = await vraag(ad, 'Vergelijken met de aanbieder aan de telefoon')
    expect(lichaam.xml).toContain(BSN)
    expect(JSON.stringify(lichaam.inhoud)).toContain(BSN)
    expect((await regels('bsn_getoond'))[0]).toMatchObject({ inwoner, reden: 'Vergelijken met de aanbieder aan de telefoon' })
    const tom = await s.meldAan('toezichthouder')
    expect((await vraag(tom, 'Dit is een lange reden')).status).toBe(403)
  })
})

describe('het verkeer', () => {
  it('telt per dag, ook dagen zonder berichten, en zegt wat er nu wacht', async () => {
    const { lichaam } = await ad.roep('GET', '/berichttellingen?van=2026-11-19&tot=2026-11-25')
    expect(lichaam.dagen.map((d: Rij) => d.dag)).toEqual([19, 20, 21, 22, 23, 24, 25].map((n) => `2026-11-${n}`))
    expect(lichaam.dagen[0].tellingen).toEqual([])
    expect(lichaam.dagen[1].tellingen).toEqual([
      { richting: 'uit', stand: 'aangenomen', aantal: 1 },
      { richting: 'uit', stand: 'wacht_op_antwoord', aantal: 1 },
    ])
    const wacht = await lijst(ad, 'stand=klaargezet&limiet=200')
    expect(lichaam).toMatchObject({ klaargezet: wacht.length, oudsteKlaargezet: wacht.at(-1)?.vastgelegdOp })
    expect(lichaam.openUitval).toBeGreaterThanOrEqual(3)
    const ben = await s.meldAan('beheerder')
    expect((await ben.roep('GET', '/berichttellingen?van=2026-11-19&tot=2026-11-25')).lichaam).toEqual(lichaam)
    expect((await ad.roep('GET', '/berichttellingen?van=2026-01-01&tot=2026-11-25')).lichaam.fouten[0].code).toBe('PERIODE_TE_LANG')
  })

  it('na het bezorgen is ons antwoord verzonden', async () => {
    await bezorgKlaar(s.dienst, { gemeente, partij: gemeente }, async () => undefined)
    expect((await lijst(ad, 'bericht=WMO306'))[0]).toMatchObject({ stand: 'verzonden', verzondenOp: s.klok.nu.toISOString() })
  })
})
