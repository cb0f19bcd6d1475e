import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakProefcatalogus, type Proefcatalogus, zetIndicatie, zetOnderzoek } from '#actions/catalogus/proefcatalogus.testhulp.ts'
import type { Actor } from '#actions/handeling/dienst.ts'
import { nieuweId } from '#actions/handeling/id.ts'
import { voerAuditcontroleUit } from '#actions/toezicht/voer-auditcontrole-uit.ts'
import { verzegelLogboek } from '#actions/toezicht/verzegel-logboek.ts'
import { bladzijde } from '../dossier/vormen.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'
import { auditkeuzevorm, auditregelvorm, cijfervorm, controlevorm, indicatiegeval, termijngeval } from './vormen.ts'

let s: Proefserver
let c: Proefcatalogus
let actor: Actor
let tom: Proefgebruiker
const periode = 'van=2026-12-01&tot=2027-03-31'

/** Een zaak met de termijn op 14 december 2026, en wat ermee gebeurde. */
async function zaak(
  anders: { uiterlijk?: string; verslag?: string; vervallen?: boolean; afgerond?: string; dicht?: string } = {},
): Promise<string> {
  const o = await zetOnderzoek(s, actor, c.eerste, [])
  const bij = (soort: string, datum: string, vervangt: string | null = null) => {
    const id = nieuweId(s.klok.nu)
    return {
      gemeente: c.gemeente,
      id,
      inwoner: o.inwoner,
      zaak: o.zaak,
      indicatie: null,
      soort,
      datum,
      zin: soort,
      gegevens: '{}',
      vervangt,
      gemaakt_op: s.klok.nu,
      gemaakt_door: actor.medewerker,
    }
  }
  if (anders.verslag) {
    const rij = bij('verslag_verzonden', anders.verslag)
    await s.eigenaar.insertInto('gebeurtenis').values(rij).execute()
    if (anders.vervallen)
      await s.eigenaar
        .insertInto('gebeurtenis')
        .values(bij('vervallen', anders.verslag, rij.id))
        .execute()
  }
  if (anders.afgerond)
    await s.eigenaar
      .updateTable('onderzoek')
      .set({ afgerond_op: new Date(anders.afgerond) })
      .where('id', '=', o.id)
      .execute()
  await s.eigenaar
    .updateTable('zaak')
    .set({ afgesloten_op: anders.dicht ?? null, onderzoek_uiterlijk: anders.uiterlijk ?? '2026-12-14' })
    .where('id', '=', o.zaak)
    .execute()
  return o.zaak
}
const zaken: Record<string, string> = {}

/** Een aanvraag van 1 februari 2027 met het besluit uiterlijk op 15 februari, en wat er daarna gebeurde. */
async function aanvraag(anders: { indicatie?: string; dicht?: [string, string] } = {}): Promise<string> {
  const o = await zetOnderzoek(s, actor, c.eerste, [], { afgerond: true })
  const feit = (soort: string, datum: string, gegevens = '{}') => ({
    gemeente: c.gemeente,
    id: nieuweId(s.klok.nu),
    inwoner: o.inwoner,
    zaak: o.zaak,
    indicatie: null,
    soort,
    datum,
    zin: soort,
    gegevens,
    vervangt: null,
    gemaakt_op: s.klok.nu,
    gemaakt_door: actor.medewerker,
  })
  const rijen = [feit('aanvraag_ontvangen', '2027-02-01')]
  if (anders.dicht) rijen.push(feit('zaak_afgesloten', anders.dicht[0], JSON.stringify({ reden: anders.dicht[1] })))
  await s.eigenaar.insertInto('gebeurtenis').values(rijen).execute()
  await s.eigenaar
    .updateTable('zaak')
    .set({ onderzoek_uiterlijk: '2027-06-01', besluit_uiterlijk: '2027-02-15', afgesloten_op: anders.dicht?.[0] ?? null })
    .where('id', '=', o.zaak)
    .execute()
  const i = { tabel: 'thuis', product: 'TH1', van: '2027-03-01', geval: { antwoorden: {} } }
  if (anders.indicatie) await zetIndicatie(s, actor, c.eerste, o, { ...i, op: new Date(anders.indicatie) })
  return o.zaak
}

beforeAll(async () => {
  s = await maakProefserver()
  c = await maakProefcatalogus(s)
  actor = (await s.als('consulent', c.gemeente)).actor
  tom = await s.meldAan('toezichthouder', c.gemeente)
  zaken.opDeDag = await zaak({ verslag: '2026-12-14' })
  zaken.afgerond = await zaak({ afgerond: '2026-12-10T23:30:00Z', verslag: '2026-12-20' })
  zaken.dagTeLaat = await zaak({ verslag: '2026-12-15' })
  zaken.vervallenVerslag = await zaak({ verslag: '2026-12-01', vervallen: true })
  zaken.open = await zaak()
  zaken.ingetrokken = await zaak({ dicht: '2026-12-01' })
  zaken.laatDicht = await zaak({ dicht: '2027-01-20' })
  zaken.vandaag = await zaak({ uiterlijk: '2027-03-01' })
  zaken.gisteren = await zaak({ uiterlijk: '2027-02-28' })
  zaken.eerder = await zaak({ uiterlijk: '2026-11-30' })
  const o = await zetOnderzoek(s, actor, c.eerste, [], { afgerond: true })
  // De termijn hiervan doet hier niet mee.
  await s.eigenaar.updateTable('zaak').set({ onderzoek_uiterlijk: '2027-06-01' }).where('id', '=', o.zaak).execute()
  const melding = {
    sleutel: 'x',
    bron: 'advies',
    code: 'VERVOER_ZELF',
    eis: [],
    plaats: null,
    tekst: 'Zelf vervoer.',
    motivering: 'De buurman rijdt.',
  }
  const i = { tabel: 'thuis', product: 'TH1', van: '2027-01-01' }
  await zetIndicatie(s, actor, c.eerste, o, { ...i, geval: { antwoorden: {} }, op: new Date('2026-12-31T22:30:00Z') })
  await zetIndicatie(s, actor, c.eerste, o, {
    ...i,
    geval: { antwoorden: {} },
    op: new Date('2026-12-31T23:30:00Z'),
    afwijking: 'Er is meer aan de hand.',
  })
  await zetIndicatie(s, actor, c.eerste, o, {
    ...i,
    geval: { antwoorden: {} },
    op: new Date('2027-02-10T10:00:00Z'),
    afwijking: 'Past beter.',
    motiveringen: [melding],
  })
})
afterAll(() => s.sluit())

describe('de cijfers', () => {
  it('telt elke zaak waarvan de zes weken om zijn, ook wie nog niet klaar is; vandaag loopt nog', async () => {
    const { status, lichaam } = await tom.roep('GET', `/toezichtcijfers?${periode}`)
    expect(status).toBe(200)
    expect(lichaam.termijnen.totaal).toEqual({ binnen: 2, teLaat: 2, nietKlaar: 3, afgesloten: 1 })
    expect(lichaam.termijnen.maanden.map((m: { maand: string }) => m.maand)).toEqual(['2026-12', '2027-01', '2027-02', '2027-03'])
    expect(lichaam.termijnen.maanden[0]).toEqual({ maand: '2026-12', binnen: 2, teLaat: 2, nietKlaar: 2, afgesloten: 1 })
    expect(lichaam.termijnen.maanden[2]).toEqual({ maand: '2027-02', binnen: 0, teLaat: 0, nietKlaar: 1, afgesloten: 0 })
  })

  it('telt indicaties per maand in Nederlandse tijd, afwijkingen en gemotiveerde waarschuwingen', async () => {
    const { lichaam } = await tom.roep('GET', `/toezichtcijfers?${periode}`)
    expect(lichaam.indicaties.totaal).toEqual({ alle: 3, afwijkend: 2, gewaarschuwd: 1 })
    expect(lichaam.indicaties.maanden[0]).toEqual({ maand: '2026-12', alle: 1, afwijkend: 0, gewaarschuwd: 0 })
    expect(lichaam.indicaties.maanden[1]).toEqual({ maand: '2027-01', alle: 1, afwijkend: 1, gewaarschuwd: 0 })
    expect(lichaam.waarschuwingen).toEqual([{ code: 'VERVOER_ZELF', tekst: 'Zelf vervoer.', aantal: 1 }])
  })

  it('telt noodtoegang met haar oordeel, besluiten over de catalogus, en wat geweigerd werd', async () => {
    const noor = await s.meldAan('consulent', c.gemeente, 1)
    const { inwoner } = await s.eigenaar
      .selectFrom('zaak')
      .select('inwoner')
      .where('id', '=', zaken.open as string)
      .executeTakeFirstOrThrow()
    const gevraagd = await noor.roep('POST', '/noodtoegangen', { inwoner, reden: 'Er wordt nu gebeld door de huisarts.' })
    expect(gevraagd.status).toBe(201)
    const tess = await s.meldAan('teamleider', c.gemeente)
    await tess.roep('PATCH', `/noodtoegangen/${gevraagd.lichaam.id}`, { oordeel: 'terecht' }, { 'if-match': '"v1"' })
    const cato = await s.meldAan('contractmanager', c.gemeente)
    await cato.roep('POST', '/instellingkeuzes', { instellingen: { pgbTelt: 'ja' }, vanaf: '2027-03-01', reden: 'Besloten in de raad.' })
    await noor.roep('GET', `/toezichtcijfers?${periode}`)
    const { lichaam } = await tom.roep('GET', `/toezichtcijfers?${periode}`)
    expect(lichaam.overig).toMatchObject({ noodtoegangen: 1, onbeoordeeld: 0, terecht: 1, onterecht: 0, instellingen: 1, geweigerd: 1 })
  })

  it.each([
    ['een periode die achteruit loopt', 'van=2027-03-01&tot=2027-02-01', 'EINDE_VOOR_BEGIN'],
    ['langer dan twee jaar', 'van=2024-01-01&tot=2027-02-01', 'PERIODE_TE_LANG'],
  ])('weigert %s', async (_, vraag, code) => {
    expect(await tom.roep('GET', `/toezichtcijfers?${vraag}`)).toMatchObject({ status: 422, lichaam: { fouten: [{ code }] } })
  })
})

describe('de gevallen achter een cijfer', () => {
  it.each([
    ['binnen', ['opDeDag', 'afgerond']],
    ['te_laat', ['dagTeLaat', 'laatDicht']],
    ['niet_klaar', ['vervallenVerslag', 'open', 'gisteren']],
    ['afgesloten', ['ingetrokken']],
  ])('%s: precies deze zaken', async (uitkomst, namen) => {
    const { lichaam } = await tom.roep('GET', `/toezichttermijnen?${periode}&uitkomst=${uitkomst}`)
    expect(lichaam.items.map((i: { zaak: string }) => i.zaak).sort()).toEqual(namen.map((n) => zaken[n]).sort())
  })

  it('zegt hoeveel dagen te laat, noemt geen inwoner bij naam, en laat per inwoner een logboekregel na', async () => {
    const { lichaam } = await tom.roep('GET', `/toezichttermijnen?${periode}&uitkomst=te_laat`)
    const per = Object.fromEntries(lichaam.items.map((i: { zaak: string; dagenTeLaat: number }) => [i.zaak, i.dagenTeLaat]))
    expect(per).toEqual({ [zaken.dagTeLaat as string]: 1, [zaken.laatDicht as string]: 37 })
    expect(JSON.stringify(lichaam)).not.toContain('Voorbeeld')
    const regels = await s.eigenaar
      .selectFrom('audit')
      .select(['soort', 'zaak'])
      .where('gemeente', '=', c.gemeente)
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    expect(regels.map((r) => r.soort)).toEqual(['lijst', 'lijst'])
    expect(regels.map((r) => r.zaak).sort()).toEqual([zaken.dagTeLaat, zaken.laatDicht].sort())
  })

  it('bladert zonder iets over te slaan of te herhalen', async () => {
    const gezien: string[] = []
    for (let cursor = ''; ; ) {
      const { lichaam } = await tom.roep('GET', `/toezichttermijnen?${periode}&limiet=3${cursor}`)
      gezien.push(...lichaam.items.map((i: { zaak: string }) => i.zaak))
      if (lichaam.volgende === null) break
      cursor = `&cursor=${encodeURIComponent(lichaam.volgende)}`
    }
    expect(gezien).toHaveLength(8)
    expect(new Set(gezien).size).toBe(8)
    expect((await tom.roep('GET', `/toezichttermijnen?${periode}&cursor=onzin`)).status).toBe(422)
  })

  it('toont bij een afwijking het product, de motivering en de waarschuwingen', async () => {
    const { lichaam } = await tom.roep('GET', `/toezichtindicaties?${periode}&soort=afwijkend&limiet=1`)
    expect(lichaam.items).toMatchObject([
      {
        product: 'Lichte hulp thuis',
        afwijking: 'Past beter.',
        door: 'Noor Proef',
        waarschuwingen: [{ code: 'VERVOER_ZELF', motivering: 'De buurman rijdt.' }],
      },
    ])
    const rest = await tom.roep(
      'GET',
      `/toezichtindicaties?${periode}&soort=afwijkend&limiet=1&cursor=${encodeURIComponent(lichaam.volgende)}`,
    )
    expect(rest.lichaam).toMatchObject({ items: [{ afwijking: 'Er is meer aan de hand.' }], volgende: null })
  })
})

describe('de termijn van het besluit', () => {
  const aanvragen: Record<string, string> = {}
  const dagen = 'van=2027-02-01&tot=2027-02-28'
  beforeAll(async () => {
    aanvragen.besloten = await aanvraag({ dicht: ['2027-02-15', 'besloten'] })
    aanvragen.dagTeLaat = await aanvraag({ dicht: ['2027-02-16', 'besloten'] })
    aanvragen.ingetrokken = await aanvraag({ dicht: ['2027-02-10', 'ingetrokken'] })
    aanvragen.laatIngetrokken = await aanvraag({ dicht: ['2027-02-20', 'ingetrokken'] })
    aanvragen.open = await aanvraag()
    // Nog in Nederlandse tijd op de laatste dag; en van voor de aanvraag.
    aanvragen.vastgesteld = await aanvraag({ indicatie: '2027-02-15T22:30:00Z' })
    aanvragen.vastgesteldErvoor = await aanvraag({ indicatie: '2027-01-31T10:00:00Z' })
  })
  afterAll(async () => {
    const zaken = Object.values(aanvragen)
    await s.eigenaar.updateTable('zaak').set({ besluit_uiterlijk: null }).where('id', 'in', zaken).execute()
  })

  it.each([
    ['binnen', ['besloten', 'vastgesteld']],
    ['te_laat', ['dagTeLaat', 'laatIngetrokken']],
    ['niet_klaar', ['open', 'vastgesteldErvoor']],
    ['afgesloten', ['ingetrokken']],
  ])('%s: precies deze zaken, en zoveel in de cijfers', async (uitkomst, namen) => {
    const { lichaam } = await tom.roep('GET', `/toezichttermijnen?${dagen}&termijn=besluit&uitkomst=${uitkomst}`)
    expect(lichaam.items.map((i: { zaak: string }) => i.zaak).sort()).toEqual(namen.map((n) => aanvragen[n]).sort())
    const { besluiten } = (await tom.roep('GET', `/toezichtcijfers?${dagen}`)).lichaam
    const sleutel = { binnen: 'binnen', te_laat: 'teLaat', niet_klaar: 'nietKlaar', afgesloten: 'afgesloten' }[uitkomst] as string
    expect(besluiten.totaal[sleutel]).toBe(namen.length)
    expect(besluiten.maanden).toMatchObject([{ maand: '2027-02', [sleutel]: namen.length }])
  })

  it('telt dagen te laat vanaf de termijn van het besluit', async () => {
    const { lichaam } = await tom.roep('GET', `/toezichttermijnen?${dagen}&termijn=besluit&uitkomst=te_laat`)
    const per = Object.fromEntries(lichaam.items.map((i: { zaak: string; dagenTeLaat: number }) => [i.zaak, i.dagenTeLaat]))
    expect(per).toEqual({ [aanvragen.dagTeLaat as string]: 1, [aanvragen.laatIngetrokken as string]: 5 })
  })
})

describe('het logboek', () => {
  const dag = 'van=2027-03-01&tot=2027-03-01'

  it('toont wie wat deed, in woorden, de laatste eerst; en dit lezen staat er daarna zelf in', async () => {
    const eerst = (await tom.roep('GET', `/auditregels?${dag}&limiet=5`)).lichaam
    const momenten = eerst.items.map((r: { op: string; id: string }) => `${r.op} ${r.id}`)
    expect(momenten).toEqual([...momenten].sort().reverse())
    const daarna = (await tom.roep('GET', `/auditregels?${dag}&limiet=1`)).lichaam
    expect(daarna.items[0]).toMatchObject({
      soort: 'loglezen',
      wie: { naam: 'Tom Proef' },
      objecten: [{ soort: 'auditregels', id: '2027-03-01 tot en met 2027-03-01' }],
    })
  })

  it('filtert op soort, medewerker, inwoner en geweigerd', async () => {
    const { medewerkers, soorten } = (await tom.roep('GET', '/auditkeuzes')).lichaam
    expect(soorten.find((x: { soort: string }) => x.soort === 'noodtoegang')).toEqual({ soort: 'noodtoegang', tekst: 'Noodtoegang' })
    const sem = medewerkers.find((m: { naam: string }) => m.naam === 'Sem Proef')
    const nood = (await tom.roep('GET', `/auditregels?${dag}&soort=noodtoegang`)).lichaam.items
    expect(nood.map((r: { wie: { naam: string } }) => r.wie.naam)).toEqual(['Tess Proef', 'Sem Proef'])
    const vanSem = (await tom.roep('GET', `/auditregels?${dag}&medewerker=${sem.id}&uitkomst=geweigerd`)).lichaam.items
    expect(vanSem).toMatchObject([{ soort: 'geweigerd', uitkomst: 'geweigerd', weigering: 'NIET_BEVOEGD' }])
    const over = (await tom.roep('GET', `/auditregels?${dag}&inwoner=${nood[0].inwoner}&soort=noodtoegang`)).lichaam.items
    expect(over).toHaveLength(2)
    const wie = async (filter: string) =>
      (await tom.roep('GET', `/auditregels?${dag}&limiet=100${filter}`)).lichaam.items.map(
        (r: { wie: { naam: string } | null }) => r.wie?.naam,
      )
    const iedereen = await wie('')
    expect(iedereen).toContain('Tom Proef')
    expect(await wie('&medewerker=anderen')).toEqual(iedereen.filter((naam: string) => naam !== 'Tom Proef'))
    expect((await tom.roep('GET', `/auditregels?van=2027-02-01&tot=2027-02-28`)).lichaam.items).toEqual([])
  })

  it('bladert door meer dan een bladzijde zonder dubbele of gemiste regels', async () => {
    const alle = await s.eigenaar.selectFrom('audit').select('id').where('gemeente', '=', c.gemeente).where('soort', '=', 'lijst').execute()
    const gezien: string[] = []
    for (let cursor = ''; ; ) {
      const { lichaam } = await tom.roep('GET', `/auditregels?${dag}&soort=lijst&limiet=4${cursor}`)
      gezien.push(...lichaam.items.map((r: { id: string }) => r.id))
      if (lichaam.volgende === null) break
      cursor = `&cursor=${encodeURIComponent(lichaam.volgende)}`
    }
    expect([...gezien].sort()).toEqual(alle.map((r) => r.id).sort())
  })
})

describe('de keten nalopen', () => {
  const controleer = async (wie = tom) => {
    const gevraagd = await wie.roep('POST', '/auditcontroles')
    expect(gevraagd).toMatchObject({ status: 201, lichaam: { stand: 'wacht', uitkomst: null } })
    await voerAuditcontroleUit(s.dienst, { gemeente: c.gemeente, id: gevraagd.lichaam.id })
    return (await wie.roep('GET', `/auditcontroles/${gevraagd.lichaam.id}`)).lichaam
  }

  it('noemt hoeveel klopt en wat nog niet verzegeld is; de laatste controle staat bovenaan', async () => {
    while ((await verzegelLogboek(s.dienst, c.gemeente)) > 0);
    const heel = await controleer()
    expect(heel).toMatchObject({ stand: 'klaar', gevraagdDoor: 'Tom Proef', uitkomst: { breuk: null, open: 1 } })
    expect(heel.uitkomst.verzegeld).toBe(heel.totaal)
    expect((await tom.roep('GET', '/auditcontroles')).lichaam.items[0].id).toBe(heel.id)
    await voerAuditcontroleUit(s.dienst, { gemeente: c.gemeente, id: heel.id })
    expect((await tom.roep('GET', `/auditcontroles/${heel.id}`)).lichaam).toEqual(heel)
  })

  it('noemt de eerste regel die veranderd is; de beheerder mag ook nalopen', async () => {
    const { audit } = await s.eigenaar
      .selectFrom('auditzegel')
      .select('audit')
      .where('gemeente', '=', c.gemeente)
      .where('volgnummer', '=', '3')
      .executeTakeFirstOrThrow()
    await s.knoei(`update audit set doel = 'iets anders' where id = '${audit}'`)
    const uit = await controleer(await s.meldAan('beheerder', c.gemeente))
    expect(uit.uitkomst.breuk).toEqual({ volgnummer: 3, audit, wat: 'de regel is veranderd' })
    expect(uit.klaar).toBeGreaterThanOrEqual(0)
  })

  it('een storing onderweg is te zien, en de volgende poging maakt het af', async () => {
    const { lichaam } = await tom.roep('POST', '/auditcontroles')
    const waar = { gemeente: c.gemeente, id: lichaam.id }
    await s.knoei(`create function proefstoring() returns trigger language plpgsql as $$ begin
        if new.stand = 'klaar' then raise exception 'stroom weg'; end if; return new; end $$;
      create trigger proefstoring before update on auditcontrole for each row execute function proefstoring()`)
    await expect(voerAuditcontroleUit(s.dienst, waar)).rejects.toThrow('stroom weg')
    const lees = async () => (await tom.roep('GET', `/auditcontroles/${lichaam.id}`)).lichaam
    expect(await lees()).toMatchObject({ stand: 'mislukt', uitkomst: null, fout: expect.stringContaining('storing') })
    await s.knoei('drop trigger proefstoring on auditcontrole')
    await voerAuditcontroleUit(s.dienst, waar)
    expect(await lees()).toMatchObject({ stand: 'klaar', fout: null, uitkomst: { breuk: { volgnummer: 3 } } })
  })
})

describe('de vorm van de antwoorden', () => {
  const dag = 'van=2027-03-01&tot=2027-03-01'
  it.each([
    ['/toezichtcijfers', `?${periode}`, cijfervorm],
    ['/toezichttermijnen', `?${periode}`, bladzijde(termijngeval)],
    ['/toezichtindicaties', `?${periode}`, bladzijde(indicatiegeval)],
    ['/auditregels', `?${dag}`, bladzijde(auditregelvorm)],
    ['/auditkeuzes', '', auditkeuzevorm],
    ['/auditcontroles', '', z.object({ items: z.array(controlevorm), volgende: z.null() })],
  ])('%s is zoals het document zegt', async (pad, vraag, vorm) => {
    const { lichaam } = await tom.roep('GET', pad + vraag)
    expect(z.strictObject(vorm.shape as z.ZodRawShape).safeParse(lichaam).error).toBeUndefined()
  })
})

describe('wie mag wat', () => {
  const adressen = [
    `/toezichtcijfers?${periode}`,
    `/toezichttermijnen?${periode}`,
    `/toezichtindicaties?${periode}`,
    `/auditregels?${periode}`,
    '/auditkeuzes',
  ]
  it.each(['consulent', 'teamleider', 'administratie', 'contractmanager', 'beheerder'])('%s ziet niets van toezicht', async (rol) => {
    const ik = await s.meldAan(rol, c.gemeente)
    for (const adres of adressen) expect([adres, (await ik.roep('GET', adres)).status]).toEqual([adres, 403])
    if (rol !== 'beheerder') expect((await ik.roep('POST', '/auditcontroles')).status).toBe(403)
  })

  it('een toezichthouder van een andere gemeente ziet niets van deze', async () => {
    const elders = await s.meldAan('toezichthouder')
    const { lichaam } = await elders.roep('GET', `/toezichtcijfers?${periode}`)
    expect(lichaam.termijnen.totaal).toEqual({ binnen: 0, teLaat: 0, nietKlaar: 0, afgesloten: 0 })
    expect((await elders.roep('GET', `/toezichtindicaties?${periode}`)).lichaam.items).toEqual([])
    expect((await elders.roep('GET', '/auditcontroles')).lichaam.items).toEqual([])
    const { medewerkers } = (await tom.roep('GET', '/auditkeuzes')).lichaam
    expect((await elders.roep('GET', `/auditregels?${periode}&medewerker=${medewerkers[0].id}`)).lichaam.items).toEqual([])
  })
})
