import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { bezorgKlaar } from '#actions/berichten/bezorg.ts'
import { bytesVan, type Uitbericht } from '#actions/berichten/uitbericht.ts'
import { type Proefverzoek, vot, vow, zetVerzoek } from '#actions/berichten/verzoek/verzoekproef.testhulp.ts'
import { zetProefinwoner } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { maakOefening, vanBytes, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

let s: Proefserver
let proef: Berichtproef
let ad: Proefgebruiker
let noor: Proefgebruiker
let gemeente: string
let nummer = 950
// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
type Rij = any

beforeAll(async () => {
  s = await maakProefserver()
  ;[ad, noor] = [await s.meldAan('administratie'), await s.meldAan('consulent')]
  gemeente = (await s.als('administratie')).actor.gemeente
  proef = maakBerichtproef(s, gemeente)
})
afterAll(() => s.sluit())

const inwonerVan = async () => zetProefinwoner(s, (await s.als('consulent')).actor)
/** Een verzoek om toewijzing over een inwoner van de consulent, aangenomen. */
const verzoek = async () => zetVerzoek(s, proef, (await s.als('consulent')).actor)
const lees = async (id: string, wie = ad): Promise<Rij> => (await wie.roep('GET', `/berichten/${id}`)).lichaam
const antwoord = (v: Pick<Proefverzoek, 'id' | 'ref'>, keuze: 'in_onderzoek' | 'afgewezen', wie = ad, koppen?: Record<string, string>) =>
  wie.roep(
    'POST',
    `/berichten/${v.id}/antwoorden`,
    { referentie: v.ref, antwoord: keuze, ...(keuze === 'afgewezen' && { reden: '4' }) },
    koppen,
  )
const bezorg = async (): Promise<(Uitbericht & { bytes: Buffer })[]> => {
  // Na de tellen waarin een antwoord nog terug te nemen is.
  s.klok.nu = new Date(s.klok.nu.getTime() + 10_000)
  const weg: (Uitbericht & { bytes: Buffer })[] = []
  await bezorgKlaar(s.dienst, { gemeente, partij: gemeente }, async (b) => void weg.push({ ...b, bytes: await bytesVan(b) }))
  return weg
}
const tel = async (tabel: string): Promise<number> =>
  Number(((await s.knoei(`select count(*) as n from ${tabel}`)) as { rows: Rij[] }).rows[0].n)

describe('antwoorden', () => {
  it.each([
    ['in_onderzoek', 'in_onderzoek', 'Aanvraag in onderzoek (2)'],
    ['afgewezen', 'afgewezen', 'Past niet binnen contract (4)'],
  ] as const)('%s: bericht, feit, uitgaand werk en logboek samen, en de aanbieder neemt het aan', async (keuze, stand, inBericht) => {
    const v = await verzoek()
    await bezorg()
    const { status, lichaam, koppen } = await antwoord(v, keuze)
    expect([status, koppen.location]).toEqual([201, `/api/v1/berichten/${lichaam.bericht}`])
    const uit = await lees(lichaam.bericht)
    expect(uit).toMatchObject({ naam: 'WMO319', richting: 'uit', stand: 'klaargezet', inwoner: { id: v.inwoner } })
    expect(JSON.stringify(uit.inhoud)).toContain(inBericht)
    expect((await lees(v.id)).verzoeken).toMatchObject([{ referentie: v.ref, soort: 'VOT', stand }])
    const { rows } = (await s.knoei(`select gegevens from outbox where gegevens->>'id' = '${lichaam.bericht}'`)) as { rows: Rij[] }
    expect(rows).toHaveLength(1)
    const [regel] = await s.eigenaar
      .selectFrom('audit')
      .selectAll()
      .where('inwoner', '=', v.inwoner)
      .where('soort', '=', 'aanmaken')
      .where('doel', 'like', 'verzoek van een aanbieder%')
      .execute()
    expect(regel).toMatchObject({ objecten: [v.id, lichaam.bericht].map((id) => ({ soort: 'bericht', id })) })

    // Zoals de aanbieder het krijgt: naast zijn eigen verzoek.
    const bytes = (await bezorg()).find((b) => b.id === lichaam.bericht)?.bytes ?? Buffer.of()
    const aanbieder = maakOefening({ rol: 'aanbieder', systeemdatum: '2030-01-01' })
    const eigen = vot(v.ref)
    eigen.waarde.Header.Ontvanger = gemeente
    await aanbieder.verwerk(eigen)
    const { naam, waarde } = vanBytes(bytes)
    expect(await aanbieder.verwerk({ naam, waarde } as Zending)).toMatchObject({ soort: 'beoordeeld', retourcodes: [] })
    expect(bytes.toString('utf8')).not.toContain(v.bsn)

    const retour = await proef.antwoord(lichaam.bericht)
    expect((await lees(v.id)).keten.map((k: Rij) => [k.naam, k.verband])).toEqual(
      expect.arrayContaining([
        ['WMO316', 'antwoord'],
        ['WMO319', 'verzoek'],
        ['WMO320', 'verzoek'],
      ]),
    )
    // Wie de inwoner helpt, leest het antwoord en wat de aanbieder ervan vond.
    for (const id of [lichaam.bericht, retour]) expect((await noor.roep('GET', `/berichten/${id}`)).status).toBe(200)
  })

  it('op een wijziging, met in woorden wat er gevraagd wordt', async () => {
    const { bsn } = await inwonerVan()
    await proef.antwoord(await proef.toewijzing(901, bsn))
    await proef.verwerk(vow('REF-VOW', 901), bsn)
    const id = await proef.laatste('WMO317')
    expect((await lees(id)).verzoeken).toMatchObject([
      {
        soort: 'VOW',
        vraag: ['Toewijzing 901 wijzigt: 4 uur per week, 1 maart 2026 t/m 31 december 2026.', 'Reden: verandering clientsituatie.'],
        termijn: { regel: 'OP346' },
        antwoord: { in_onderzoek: null, afgewezen: null },
        toewijzen: true,
      },
    ])
    expect((await antwoord({ id, ref: 'REF-VOW' }, 'afgewezen')).status).toBe(201)
  })

  it('een verzoek om meer producten wordt per product beantwoord', async () => {
    const { bsn } = await inwonerVan()
    await proef.verwerk(vot('REF-A', 'REF-B'), bsn)
    const id = await proef.laatste('WMO315')
    await antwoord({ id, ref: 'REF-B' }, 'afgewezen')
    expect((await lees(id)).verzoeken).toMatchObject([
      { referentie: 'REF-A', stand: 'open', vraag: ['Begeleiding (02, 02A01), 3 uur per week, 1 maart 2026 t/m 31 december 2026.'] },
      { referentie: 'REF-B', stand: 'afgewezen', termijn: null },
    ])
  })

  it('twee keer hetzelfde verzoek maakt één bericht', async () => {
    const v = await verzoek()
    const sleutel = { 'idempotency-key': `sleutel-${v.id}` }
    const een = await antwoord(v, 'in_onderzoek', ad, sleutel)
    const twee = await antwoord(v, 'in_onderzoek', ad, sleutel)
    expect(een.status).toBe(201)
    expect(twee.lichaam).toEqual(een.lichaam)
  })
})

describe('wat niet kan', () => {
  it.each<[string, string, string | null, (v: Proefverzoek) => Promise<{ status: number; lichaam: Rij }>]>([
    [
      'twee keer in onderzoek',
      'VERZOEK_AL_IN_ONDERZOEK',
      'TR360',
      async (v) => {
        await proef.antwoord((await antwoord(v, 'in_onderzoek')).lichaam.bericht)
        return antwoord(v, 'in_onderzoek')
      },
    ],
    [
      'afwijzen terwijl de aanbieder nog niet reageerde op in onderzoek',
      'VORIG_ANTWOORD_WACHT',
      'OP080',
      async (v) => {
        await antwoord(v, 'in_onderzoek')
        return antwoord(v, 'afgewezen')
      },
    ],
    [
      'na een afwijzing',
      'VERZOEK_AL_AFGEWEZEN',
      'TR365',
      async (v) => {
        await antwoord(v, 'afgewezen')
        return antwoord(v, 'in_onderzoek')
      },
    ],
    [
      'na een toewijzing',
      'VERZOEK_AL_TOEGEWEZEN',
      'TR359',
      async (v) => {
        await proef.verwerk(wijsToe({ ToewijzingNummer: nummer++, ReferentieAanbieder: v.ref }), v.bsn)
        return antwoord(v, 'afgewezen')
      },
    ],
    [
      'op een verzoek dat is afgekeurd',
      'VERZOEK_TELT_NIET',
      'OP286',
      async (v) => {
        await proef.verwerk(vot(`${v.ref}-2`), v.bsn)
        return antwoord({ id: await proef.laatste('WMO315'), ref: `${v.ref}-2` }, 'afgewezen')
      },
    ],
    ['een referentie die er niet in staat', 'VERZOEK_NIET_IN_BERICHT', 'TR355', (v) => antwoord({ ...v, ref: 'ANDERS' }, 'afgewezen')],
    ['op iets anders dan een verzoek', 'GEEN_VERZOEK', null, async (v) => antwoord({ ...v, id: await proef.toewijzing(940) }, 'afgewezen')],
  ])('%s', async (_, code, eis, doe) => {
    const v = await verzoek()
    const { status, lichaam } = await doe(v)
    expect([status, lichaam.code, lichaam.eis ?? null]).toEqual([422, code, eis])
  })

  it.each([
    ['afwijzen zonder reden', { antwoord: 'afgewezen' }],
    ['in onderzoek met een reden', { antwoord: 'in_onderzoek', reden: '4' }],
    ['een reden die niet voor de Wmo is', { antwoord: 'afgewezen', reden: '8' }],
  ])('%s: er gaat niets uit', async (_, opgave) => {
    const v = await verzoek()
    const eerder = [await tel('bericht'), await tel('verzoekantwoord'), await tel('outbox')]
    const { status, lichaam } = await ad.roep('POST', `/berichten/${v.id}/antwoorden`, { referentie: v.ref, ...opgave })
    expect([status, lichaam.fouten.map((f: Rij) => f.plaats)]).toEqual([422, ['/reden']])
    expect([await tel('bericht'), await tel('verzoekantwoord'), await tel('outbox')]).toEqual(eerder)
  })

  it('een antwoord dat de aanbieder afkeurt telt niet: het verzoek staat weer open', async () => {
    const v = await verzoek()
    const { lichaam } = await antwoord(v, 'afgewezen')
    await proef.antwoord(lichaam.bericht, 'TR135')
    expect((await lees(v.id)).verzoeken).toMatchObject([{ stand: 'open', antwoord: { in_onderzoek: null, afgewezen: null } }])
    expect((await antwoord(v, 'afgewezen')).status).toBe(201)
  })

  it('na in onderzoek volgt nog één beslissing, als de aanbieder dat aannam', async () => {
    const v = await verzoek()
    await proef.antwoord((await antwoord(v, 'in_onderzoek')).lichaam.bericht)
    expect((await lees(v.id)).verzoeken).toMatchObject([
      // Acht weken na 10 februari, de dagtekening.
      { stand: 'in_onderzoek', termijn: { uiterlijk: '2026-04-07', regel: 'OP274' }, antwoord: { in_onderzoek: { regel: 'TR360' } } },
    ])
    expect((await antwoord(v, 'afgewezen')).status).toBe(201)
  })
})

describe('wie dat mag', () => {
  it('wie de inwoner helpt en de administratie; een ander ziet het verzoek niet, of niet wat erop te antwoorden is', async () => {
    const v = await verzoek()
    const gezien = await lees(v.id, noor)
    expect(gezien.verzoeken).toMatchObject([{ stand: 'open', toewijzen: true, antwoord: { in_onderzoek: null, afgewezen: null } }])
    const toezicht = await s.meldAan('toezichthouder')
    expect((await lees(v.id, toezicht)).verzoeken).toMatchObject([{ antwoord: null, toewijzen: false, vraag: [] }])
    expect((await antwoord(v, 'afgewezen', toezicht)).status).toBe(403)
    await s.knoei(
      `update inwoner set team = null where id = '${v.inwoner}'; update zaak set team = null, behandelaar = null where inwoner = '${v.inwoner}'`,
    )
    expect((await antwoord(v, 'afgewezen', noor)).status).toBe(404)
    expect((await antwoord(v, 'afgewezen', await s.meldAan('teamleider'))).status).toBe(403)
    await s.knoei(
      `update inwoner set team = (select team from medewerker where id = '${(await s.als('consulent')).actor.medewerker}') where id = '${v.inwoner}'`,
    )
    expect((await antwoord(v, 'afgewezen', noor)).status).toBe(201)
  })
})
