import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Berichtproef, maakBerichtproef } from '#actions/berichten/berichtproef.testhulp.ts'
import { bezorgKlaar } from '#actions/berichten/bezorg.ts'
import { bytesVan, type Uitbericht } from '#actions/berichten/uitbericht.ts'
import { zetProefinwoner } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from '../proefserver.testhulp.ts'

let s: Proefserver
let proef: Berichtproef
let ad: Proefgebruiker
let gemeente: string
// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
type Rij = any

beforeAll(async () => {
  s = await maakProefserver()
  ad = await s.meldAan('administratie')
  gemeente = (await s.als('administratie')).actor.gemeente
  proef = maakBerichtproef(s, gemeente)
})
afterAll(() => s.sluit())

const lees = async (id: string): Promise<Rij> => (await ad.roep('GET', `/berichten/${id}`)).lichaam
const doe = (id: string, wat: string, lichaam?: object) => ad.roep('POST', `/berichten/${id}/${wat}`, lichaam)
const bezorg = async (): Promise<(Uitbericht & { bytes: Buffer })[]> => {
  const weg: (Uitbericht & { bytes: Buffer })[] = []
  await bezorgKlaar(s.dienst, { gemeente, partij: gemeente }, async (b) => void weg.push({ ...b, bytes: await bytesVan(b) }))
  return weg
}
let nummer = 100
/** Een toewijzing aan een inwoner uit het dossier, verstuurd, en zo gewenst beantwoord. */
async function toewijzing(antwoord?: 'goed' | 'fout'): Promise<{ id: string; nummer: number; bsn: string; inwoner: string }> {
  const { bsn, inwoner } = await zetProefinwoner(s, (await s.als('consulent')).actor)
  const eigen = nummer++
  const id = await proef.toewijzing(eigen, bsn)
  if (antwoord) await proef.antwoord(id, antwoord === 'fout' ? 'TR135' : undefined)
  return { id, nummer: eigen, bsn, inwoner }
}
/** De producten in een bericht, als regels. */
const producten = async (id: string): Promise<string[]> =>
  (await lees(id)).inhoud.filter((r: Rij) => r.diep === 2).map((r: Rij) => `${r.label}: ${r.tekst}`)

describe('opnieuw versturen', () => {
  it('zonder antwoord: dezelfde bytes onder dezelfde naam, en daarna is het weer verzonden', async () => {
    const { id, inwoner } = await toewijzing()
    await bezorg()
    // OP090: drie werkdagen na 25 november, een woensdag.
    expect(await lees(id)).toMatchObject({
      stand: 'wacht_op_antwoord',
      antwoordUiterlijk: '2026-11-30',
      vervolg: { opnieuw: null, verbeteren: { regel: 'OP080' } },
    })
    const { status, lichaam } = await doe(id, 'verzendingen')
    expect([status, lichaam.stand]).toEqual([200, 'klaargezet'])
    const [weg, ...rest] = await bezorg()
    expect(rest).toEqual([])
    const kenmerk = (await lees(id)).identificatie
    expect(weg?.bestand).toContain(kenmerk)
    expect(weg?.bytes.toString('utf8')).toContain(`>${kenmerk}<`)
    expect((await lees(id)).stand).toBe('wacht_op_antwoord')
    const [regel] = await s.eigenaar.selectFrom('audit').selectAll().where('doel', '=', 'bericht opnieuw versturen').execute()
    expect(regel).toMatchObject({ inwoner, objecten: [{ soort: 'bericht', id }] })
  })

  it.each([
    ['aangenomen', 'goed', 'TR056'],
    ['afgekeurd', 'fout', 'OP286'],
  ] as const)('%s: niet, en de regel staat erbij', async (stand, antwoord, regel) => {
    const { id } = await toewijzing(antwoord)
    expect(await lees(id)).toMatchObject({ stand, antwoordUiterlijk: null })
    expect(await doe(id, 'verzendingen')).toMatchObject({ status: 422, lichaam: { code: 'STANDAARD_LAAT_NIET_TOE', eis: regel } })
  })

  it('wat niet te bezorgen was, gaat onder het nummer van zijn envelop opnieuw', async () => {
    const { id, nummer: n } = await toewijzing()
    await s.knoei(`update bericht set verzonden_op = null where id = '${id}';
      insert into envelop (gemeente, id, partij, richting, soort, referentie, afzender, ontvanger, functie, tijdstip, bericht, stand, pogingen, fout_code, fout_tekst, gemaakt_op)
      values ('${gemeente}', gen_random_uuid(), '${gemeente}', 'uit', 'Di01', 'ref-${n}', '${gemeente}', '98765432', 'WMO301', 'x', '${id}', 'mislukt', 5, 'IB010', 'De ander wil het niet.', now())`)
    expect(await lees(id)).toMatchObject({
      stand: 'niet_bezorgd',
      bezorging: { stand: 'mislukt', pogingen: 5, fout: 'De ander wil het niet.' },
    })
    const { lichaam } = await doe(id, 'verzendingen')
    expect(lichaam).toMatchObject({ stand: 'klaargezet', bezorging: { stand: 'wacht', pogingen: 0 } })
    // Staat het al klaar, dan hoeft het niet nog eens.
    expect((await doe(id, 'verzendingen')).lichaam.eis).toBe('TR056')
  })
})

it('wat aankwam en waar geen antwoord op komt, gaat nog eens in dezelfde envelop', async () => {
  const { id, nummer: n } = await toewijzing()
  await s.knoei(`insert into envelop (gemeente, id, partij, richting, soort, referentie, afzender, ontvanger, functie, tijdstip, bericht, stand, pogingen, verzonden_op, ontvangen_op, gemaakt_op)
    values ('${gemeente}', gen_random_uuid(), '${gemeente}', 'uit', 'Di01', 'ref-${n}', '${gemeente}', '98765432', 'WMO301', 'x', '${id}', 'ontvangen', 1, now(), now(), now())`)
  expect((await lees(id)).stand).toBe('wacht_op_antwoord')
  const { lichaam } = await doe(id, 'verzendingen')
  expect(lichaam).toMatchObject({ stand: 'klaargezet', bezorging: { stand: 'wacht', pogingen: 0 } })
  const { rows } = (await s.knoei(`select referentie from envelop where bericht = '${id}'`)) as { rows: Rij[] }
  expect(rows).toEqual([{ referentie: `ref-${n}` }])
  // Komt het antwoord alsnog, dan telt dat, ook als de herhaling nog onderweg is.
  await proef.antwoord(id)
  expect((await lees(id)).stand).toBe('aangenomen')
})

describe('verbeteren', () => {
  it('na een afkeuring gaat alles uit het bericht opnieuw, met een nieuw nummer van het bericht', async () => {
    const { id, nummer: n } = await toewijzing('fout')
    const { status, lichaam, koppen } = await doe(id, 'verbeteringen', {})
    expect([status, lichaam.nummers, koppen.location]).toEqual([201, [n], `/api/v1/berichten/${lichaam.bericht}`])
    expect(await lees(lichaam.bericht)).toMatchObject({
      naam: 'WMO301',
      richting: 'uit',
      stand: 'klaargezet',
      identificatie: lichaam.identificatie,
    })
    const regels = await producten(lichaam.bericht)
    expect(regels).toContain(`Toewijzingnummer: ${n}`)
    expect(regels.join()).not.toContain('Reden van wijziging')
    await proef.antwoord(lichaam.bericht)
    expect((await lees(lichaam.bericht)).stand).toBe('aangenomen')
  })

  it('een andere einddatum houdt het nummer en krijgt reden 14; wat verder loopt gaat mee', async () => {
    const { id, nummer: n, bsn } = await toewijzing('goed')
    const ander = nummer++
    await proef.antwoord(await proef.toewijzing(ander, bsn, '02A02'))
    const { lichaam } = await doe(id, 'verbeteringen', { toewijzingen: [{ nummer: n, tot: '2027-03-31' }] })
    expect(lichaam.nummers).toEqual([n, ander])
    const regels = await producten(lichaam.bericht)
    expect(regels).toContain('Einddatum: 31 maart 2027')
    expect(regels).toContain('Reden van wijziging: Administratieve correctie (14)')
    await proef.antwoord(lichaam.bericht)
    expect((await lees(lichaam.bericht)).toewijzingen).toMatchObject([
      { nummer: n, tot: '2027-03-31', ingetrokken: false },
      { nummer: ander },
    ])
  })

  it('de gegevens van de inwoner zijn die van nu', async () => {
    const { id, inwoner } = await toewijzing('goed')
    await s.eigenaar.updateTable('inwoner_gegevens').set({ huisnummer: '99' }).where('inwoner', '=', inwoner).execute()
    const { lichaam } = await doe(id, 'verbeteringen', {})
    expect(JSON.stringify((await lees(lichaam.bericht)).inhoud)).toContain('Dorpsstraat 99 b')
  })

  it.each([
    ['een einde voor het begin', { tot: '2025-12-01' }, 'OP033x1'],
    ['een andere omvang per week', { volume: 5 }, 'OP257'],
  ])('niet: %s', async (_, wens, regel) => {
    const { id, nummer: n } = await toewijzing('goed')
    expect((await doe(id, 'verbeteringen', { toewijzingen: [{ nummer: n, ...wens }] })).lichaam).toMatchObject({ eis: regel })
  })

  it('een nummer dat er niet in staat, en een cliënt die niet in het dossier staat', async () => {
    const { id } = await toewijzing('goed')
    expect((await doe(id, 'verbeteringen', { toewijzingen: [{ nummer: 1, tot: '2027-01-01' }] })).lichaam.code).toBe(
      'TOEWIJZING_NIET_ACTUEEL',
    )
    const los = await proef.toewijzing(nummer++, '999990020')
    await proef.antwoord(los)
    expect((await doe(los, 'verbeteringen', {})).lichaam.code).toBe('CLIENT_NIET_IN_DOSSIER')
  })
})

describe('intrekken', () => {
  const reden = 'Verkeerde aanbieder gekozen'
  it('eindigt op de begindag met reden 13; daarna is er niets meer in te trekken', async () => {
    const { id, nummer: n, inwoner } = await toewijzing('goed')
    const { status, lichaam } = await doe(id, 'intrekkingen', { nummers: [n], reden })
    expect(status).toBe(201)
    const regels = await producten(lichaam.bericht)
    expect(regels).toEqual(
      expect.arrayContaining(['Ingangsdatum: 1 januari 2026', 'Einddatum: 1 januari 2026', 'Reden van wijziging: Verwijderd (13)']),
    )
    await proef.antwoord(lichaam.bericht)
    expect((await lees(id)).toewijzingen).toMatchObject([{ nummer: n, ingetrokken: true }])
    expect((await doe(id, 'intrekkingen', { nummers: [n], reden })).lichaam.code).toBe('TOEWIJZING_NIET_ACTUEEL')
    const [regel] = await s.eigenaar
      .selectFrom('audit')
      .selectAll()
      .where('doel', '=', 'toewijzing intrekken')
      .where('inwoner', '=', inwoner)
      .execute()
    expect(regel).toMatchObject({ reden })
  })

  it('niet als er toegekende declaratieregels op staan (TR385)', async () => {
    const { id, nummer: n, bsn } = await toewijzing('goed')
    await proef.start(n, bsn)
    await proef.declaratie(`D${n}`, n, bsn)
    expect((await doe(id, 'intrekkingen', { nummers: [n], reden })).lichaam).toMatchObject({ code: 'BERICHT_KLOPT_NIET', eis: 'TR385' })
  })

  it('niet van de aanbieder: die verwijdert zelf (OP033)', async () => {
    const { nummer: n, bsn } = await toewijzing('goed')
    const start = await proef.start(n, bsn)
    expect((await lees(start)).vervolg).toMatchObject({
      opnieuw: { regel: 'TR056' },
      verbeteren: { regel: 'OP033' },
      intrekken: { regel: 'OP033' },
    })
    expect((await doe(start, 'intrekkingen', { nummers: [n], reden })).lichaam).toMatchObject({ eis: 'OP033' })
  })
})

it('alleen de administratie verstuurt; een ander ziet niet eens wat er kan', async () => {
  const { id } = await toewijzing('goed')
  for (const rol of ['teamleider', 'toezichthouder']) {
    const mee = await s.meldAan(rol)
    expect((await mee.roep('GET', `/berichten/${id}`)).lichaam.vervolg).toBeNull()
    expect((await mee.roep('POST', `/berichten/${id}/verbeteringen`, {})).status).toBe(403)
  }
})

it('twee keer hetzelfde verzoek maakt één bericht', async () => {
  const { id } = await toewijzing('fout')
  const sleutel = { 'idempotency-key': `sleutel-${id}` }
  const een = await ad.roep('POST', `/berichten/${id}/verbeteringen`, {}, sleutel)
  const twee = await ad.roep('POST', `/berichten/${id}/verbeteringen`, {}, sleutel)
  expect(een.status).toBe(201)
  expect(twee.lichaam).toEqual(een.lichaam)
})
