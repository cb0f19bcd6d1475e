/** De cijfers van toezicht, de gevallen daarachter, en het logboek dat daarvan verslag doet. */
import { afterAll, describe, expect, it } from 'vitest'
import { voerAuditcontroleUit } from '#actions/toezicht/voer-auditcontrole-uit.ts'
import { verzegelLogboek } from '#actions/toezicht/verzegel-logboek.ts'
import { maakToezichtproef, periode } from './toezichtproef.testhulp.ts'

const { s, c, tom, zaken } = await maakToezichtproef()
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
