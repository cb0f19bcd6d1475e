/** Van indicatie naar toewijzing en bericht: wat erin staat, wat wijzigt, en wat buiten het berichtenverkeer blijft. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { leesBericht } from '#messages/codec.ts'
import { ontvang } from '#messages/keten/ontvang.ts'
import { maakStand } from '#messages/keten/geheugen.ts'
import type { WMO301 } from '#messages/iwmo-3-2/release.ts'
import { leesAlleBytes } from '#storage/berichten/berichten.ts'
import type { Tariefrij } from '#storage/berichten/contracten.ts'
import { bewaarInhoud } from '#storage/cataloguspublicaties.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { bezorgKlaar } from '../berichten/bezorg.ts'
import { type Keten, verwerkBericht } from '../berichten/verwerk-bericht.ts'
import type { Aanroep } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { catalogushash, regelVoor, zetContract, zetProefinwoner, zetToeTeWijzen } from './proeftoewijzing.testhulp.ts'
import { type Toegewezen, wijsToe } from './wijs-toe.ts'

const AANBIEDER = '98765432'
const HASH = 'proef-met-code'
let p: Proefwerkplek
let consulent: Aanroep
let gemeente: string
/** Een product in uren en een in dagdelen, uit de catalogus zelf. */
let [uur, dagdeel] = ['', '']
beforeAll(async () => {
  p = await maakProefwerkplek()
  consulent = await p.als('consulent')
  gemeente = consulent.actor.gemeente
  const catalogus = structuredClone(p.uitgaven[0]?.versies.at(-1)) as unknown as {
    producten: Record<string, { eenheid: string; iwmoCode: string | null }>
  }
  for (const [naam, product] of Object.entries(catalogus.producten)) {
    if (product.eenheid === 'dagdeel' && dagdeel === '') [dagdeel, product.iwmoCode] = [naam, '07A12']
    else if (product.eenheid !== 'dagdeel' && uur === '') [uur, product.iwmoCode] = [naam, '02A03']
  }
  await bewaarInhoud(p.eigenaar, { hash: HASH, catalogus: 'proef', versie: 'proef', inhoud: catalogus })
  await zetContract(
    p,
    gemeente,
    AANBIEDER,
    regelVoor(null, { code: '02A03' }),
    regelVoor(null, { code: '07A12', categorie: '07', eenheid: '16', tarief: 4800 }),
  )
})
afterAll(() => p.sluit())

let inwoner = ''
let bsn = ''
beforeEach(async () => {
  ;({ inwoner, bsn } = await zetProefinwoner(p, consulent.actor))
})

const indiceer = (
  van: string,
  tot: string | null,
  { product = uur, hash = HASH, ...anders }: { product?: string; minuten?: number; dagdelen?: number; hash?: string } = {},
): Promise<string> => zetToeTeWijzen(p, consulent.actor, { inwoner, product, hash, van, tot, ...anders })
const wijs = async (id: string, opgave: Partial<Parameters<typeof wijsToe>[3]> = {}, wie = consulent): Promise<Toegewezen> => {
  const uit = await wijsToe(p.dienst, wie, id, { aanbieder: AANBIEDER, ...opgave })
  if (!uit.ok) throw new Error(JSON.stringify(uit.fout))
  return uit.value
}
const weigering = async (id: string, opgave: Partial<Parameters<typeof wijsToe>[3]> = {}, wie = consulent) => {
  const uit = await wijsToe(p.dienst, wie, id, { aanbieder: AANBIEDER, ...opgave })
  return uit.ok ? null : uit.fout
}
const wij = () => ({ gemeente, partij: gemeente })
async function bericht({ bericht: id }: Toegewezen): Promise<WMO301> {
  const bytes = await inAdministratie(p.dienst, wij(), (tx) => leesAlleBytes(tx, p.dienst.kluis, wij(), id))
  const gelezen = leesBericht(bytes)
  if (!gelezen.ok || gelezen.value.naam !== 'WMO301') throw new Error('geen WMO301')
  return gelezen.value.waarde
}
const producten = (b: WMO301) => b.Client.ToegewezenProducten.ToegewezenProduct
const tel = async (wat: string): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(wat)}`.execute(p.eigenaar)).rows[0]?.n)

describe('een indicatie wordt een toewijzing', () => {
  it('met een bericht in minuten, dat de aanbieder aanneemt', async () => {
    const gemaakt = await wijs(await indiceer('2026-12-01', '2027-05-31'))
    const b = await bericht(gemaakt)
    expect(b.Client).toMatchObject({
      Bsn: bsn,
      Geslacht: '0',
      Geboortedatum: { Datum: '1950-05-05' },
      Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld', Voorvoegsel: 'van' } },
    })
    expect(b.Client.Contactgegevens.Contact).toMatchObject([
      { Soort: '01', Adres: { Huis: { Huisnummer: 12, Huisletter: 'b' }, Postcode: '1234AB' } },
    ])
    expect(producten(b)).toEqual([
      {
        ToewijzingNummer: gemaakt.nummer,
        Product: { Categorie: '02', Code: '02A03' },
        Toewijzingsdatum: '2026-11-25',
        Toewijzingstijd: '10:00:00',
        Ingangsdatum: '2026-12-01',
        Einddatum: '2027-05-31',
        Omvang: { Volume: 180, Eenheid: '01', Frequentie: '2' },
      },
    ])
    const bytes = await inAdministratie(p.dienst, wij(), (tx) => leesAlleBytes(tx, p.dienst.kluis, wij(), gemaakt.bericht))
    const eigen = { identificatie: 'R1', dagtekening: '2026-11-26' }
    const om = { bron: maakStand(), wij: { rol: 'aanbieder' as const, partij: AANBIEDER }, systeemdatum: '2026-11-26', eigen }
    expect(await ontvang(bytes, om)).toMatchObject({ soort: 'beoordeeld', uitkomst: 'geaccepteerd' })
  })
  it('het geslacht komt uit het dossier; zonder is het onbekend', async () => {
    await p.eigenaar.updateTable('inwoner_gegevens').set({ geslacht: 'vrouw' }).where('inwoner', '=', inwoner).execute()
    expect((await bericht(await wijs(await indiceer('2026-12-01', '2027-05-31')))).Client.Geslacht).toBe('2')
  })
  it('in één transactie met outbox en logboek, en daarna één keer te bezorgen', async () => {
    const gemaakt = await wijs(await indiceer('2026-12-01', '2027-05-31'))
    expect(await tel(`outbox where soort = 'bericht' and gegevens->>'id' = '${gemaakt.bericht}'`)).toBe(1)
    expect(await tel(`audit where inwoner = '${inwoner}' and doel like 'toewijzing%'`)).toBe(1)
    expect(await tel(`toewijzing where bericht = '${gemaakt.bericht}' and indicatie is not null`)).toBe(1)
    const gezien: string[] = []
    const bezorg = async ({ id }: { id: string }) => void gezien.push(id)
    await bezorgKlaar(p.dienst, wij(), bezorg)
    await bezorgKlaar(p.dienst, wij(), bezorg)
    expect(gezien.filter((id) => id === gemaakt.bericht)).toHaveLength(1)
  })
  it('OP087: een tweede bericht noemt ook wat er al loopt, met het oude stempel en zonder reden', async () => {
    const eerste = await wijs(await indiceer('2026-12-01', '2027-05-31'))
    p.klok.nu = new Date(p.klok.nu.getTime() + 60_000)
    const tweede = await wijs(await indiceer('2026-12-01', '2027-05-31', { product: dagdeel, dagdelen: 4 }))
    expect(tweede.nummers).toEqual([eerste.nummer, tweede.nummer])
    const [oud, nieuw] = producten(await bericht(tweede))
    expect(oud).toEqual(producten(await bericht(eerste))[0])
    expect(nieuw).toMatchObject({ Product: { Categorie: '07', Code: '07A12' }, Omvang: { Volume: 4, Eenheid: '16', Frequentie: '2' } })
  })
  it('OP380 IV066: verlengen met dezelfde omvang houdt het nummer; meer per week geeft een nieuw nummer', async () => {
    const eerste = await wijs(await indiceer('2026-12-01', '2027-05-31'))
    const langer = await wijs(await indiceer('2026-12-01', '2027-11-30'))
    expect(langer).toMatchObject({
      nummer: eerste.nummer,
      nummers: [eerste.nummer],
      gewijzigd: [{ einddatum: '2027-11-30', redenWijziging: '04' }],
    })
    const meer = await wijs(await indiceer('2027-02-01', '2027-11-30', { minuten: 300 }))
    expect(meer.nummer).not.toBe(eerste.nummer)
    expect(meer.gewijzigd).toEqual([{ nummer: eerste.nummer, einddatum: '2027-01-31', redenWijziging: '05' }])
    expect(producten(await bericht(meer)).map((t) => [t.ToewijzingNummer, t.Einddatum, t.RedenWijziging])).toEqual([
      [eerste.nummer, '2027-01-31', '05'],
      [meer.nummer, '2027-11-30', undefined],
    ])
  })
  it('een verzoek van de aanbieder: de referentie alleen bij de toewijzing waar zij hoort, en maar één keer', async () => {
    const eerste = await wijs(await indiceer('2026-12-01', '2027-05-31'))
    const keten: Keten = {
      dienst: p.dienst,
      wij: { rol: 'gemeente', partij: gemeente },
      systeemdatum: '2026-11-25',
      correlatie: 'x',
      toegangspunt: 'x',
      zorgVoorGemeente: async () => undefined,
    }
    const { stuur, alsBytes } = await import('#messages/keten/oefening.testhulp.ts')
    const vot = stuur('WMO315', (m) => {
      m.Header.Ontvanger = gemeente
      m.Header.BerichtIdentificatie = { Identificatie: `VOT-${bsn.slice(-3)}`, Dagtekening: '2026-11-20' }
      m.Client.Bsn = bsn
      m.Client.AangevraagdeProducten.AangevraagdProduct = [
        {
          ...m.Client.AangevraagdeProducten.AangevraagdProduct[0],
          ReferentieAanbieder: 'VOT-1',
          Product: { Categorie: '07', Code: '07A12' },
          ToewijzingIngangsdatum: '2026-12-01',
          ToewijzingEinddatum: '2027-05-31',
          Omvang: { Volume: 4, Eenheid: '16', Frequentie: '2' },
        } as never,
      ]
    })
    expect(await verwerkBericht(keten, alsBytes(vot.naam, vot.waarde))).toMatchObject({ retourcodes: [], uitkomst: 'geaccepteerd' })
    const id = await indiceer('2026-12-01', '2027-05-31', { product: dagdeel, dagdelen: 4 })
    expect(await weigering(id, { referentieAanbieder: 'bestaat-niet' })).toMatchObject({ code: 'VERZOEK_NIET_OPEN' })
    const gemaakt = await wijs(id, { referentieAanbieder: 'VOT-1' })
    expect(producten(await bericht(gemaakt)).map((t) => [t.ToewijzingNummer, t.ReferentieAanbieder])).toEqual([
      [eerste.nummer, undefined],
      [gemaakt.nummer, 'VOT-1'],
    ])
    const weer = await indiceer('2027-02-01', '2027-05-31', { product: dagdeel, dagdelen: 5 })
    expect(await weigering(weer, { referentieAanbieder: 'VOT-1' })).toMatchObject({ code: 'VERZOEK_NIET_OPEN' })
  })
})

const zonderCodes = () => catalogushash(p, gemeente)
const sluitContract = (aanbieder: string, ...tarieven: Tariefrij[]) => zetContract(p, gemeente, aanbieder, ...tarieven)

describe('de code uit het contract', () => {
  it('als de catalogus er geen noemt: die van de regel die op de eerste dag geldt', async () => {
    const hash = await zonderCodes()
    await sluitContract(
      '12345671',
      regelVoor(uur, { tot: '2026-12-31' }),
      regelVoor(uur, { code: '02B01', van: '2027-01-01' }),
      regelVoor(dagdeel, { code: '07A12', categorie: '07', eenheid: '16', tarief: 4800 }),
    )
    const nu = await wijs(await indiceer('2026-12-01', '2026-12-20', { hash }), { aanbieder: '12345671' })
    expect(producten(await bericht(nu))).toMatchObject([{ Product: { Categorie: '02', Code: '02A07' } }])
    const straks = await wijs(await indiceer('2027-02-01', '2027-05-31', { hash }), { aanbieder: '12345671' })
    expect(producten(await bericht(straks))).toMatchObject([{ Product: { Code: '02A07' } }, { Product: { Code: '02B01' } }])
  })
  it('een andere dan de catalogus noemt, een dag zonder regel en een eenheid die niet past: geweigerd', async () => {
    const hash = await zonderCodes()
    await sluitContract('12345672', regelVoor(uur, { van: '2027-01-01' }), regelVoor(dagdeel, { code: '07A99', categorie: '07' }))
    const bij = (id: string) => weigering(id, { aanbieder: '12345672' })
    expect(await bij(await indiceer('2027-02-01', '2027-05-31'))).toMatchObject({
      code: 'IWMO_CODE_VERSCHILT',
      tekst: expect.stringContaining('02A07'),
    })
    expect(await bij(await indiceer('2026-12-01', '2027-05-31', { hash }))).toMatchObject({
      code: 'CONTRACT_ONTBREEKT',
      tekst: expect.stringContaining('1 december 2026'),
    })
    expect(await bij(await indiceer('2026-12-01', '2027-05-31', { hash, product: dagdeel, dagdelen: 4 }))).toMatchObject({
      code: 'EENHEID_PAST_NIET',
      tekst: expect.stringContaining('per uur'),
    })
  })
})

describe('wat niet gaat', () => {
  it('geen code in de catalogus en geen in het contract: IWMO_CODE_ONTBREEKT, en er verandert niets', async () => {
    const voor = [await tel('bericht'), await tel('toewijzing'), await tel(`outbox`)]
    expect(await weigering(await indiceer('2026-12-01', '2027-05-31', { hash: await zonderCodes() }))).toMatchObject({
      soort: 'regel',
      code: 'IWMO_CODE_ONTBREEKT',
    })
    expect([await tel('bericht'), await tel('toewijzing'), await tel(`outbox`)]).toEqual(voor)
  })
  it('een geheim adres en geen BSN blijven buiten het verkeer, met een andere weg (OP003)', async () => {
    const id = await indiceer('2026-12-01', '2027-05-31')
    await p.eigenaar.updateTable('inwoner').set({ geheim_adres: true }).where('id', '=', inwoner).execute()
    expect(await weigering(id)).toMatchObject({ code: 'GEHEIM_ADRES', eis: 'OP003', huidig: { anders: 'buiten_berichtenverkeer' } })
    await p.eigenaar.updateTable('inwoner').set({ geheim_adres: false }).where('id', '=', inwoner).execute()
    await p.eigenaar.deleteFrom('inwoner_bsn').where('inwoner', '=', inwoner).execute()
    expect(await weigering(id)).toMatchObject({ code: 'GEEN_BSN', huidig: { anders: 'buiten_berichtenverkeer' } })
  })
  it('een postcode die niet bestaat telt niet als adres; een telefoonnummer wel', async () => {
    const id = await indiceer('2026-12-01', '2027-05-31')
    const zet = (rij: { postcode?: string; telefoon?: string }) =>
      p.eigenaar.updateTable('inwoner_gegevens').set(rij).where('inwoner', '=', inwoner).execute()
    await zet({ postcode: '0000 XX' })
    expect(await weigering(id)).toMatchObject({ code: 'CONTACT_ONTBREEKT', eis: 'TR006' })
    await zet({ telefoon: '06 12345678' })
    const [contact] = (await bericht(await wijs(id))).Client.Contactgegevens.Contact
    expect(contact).toEqual({ Soort: '02', Telefoon: { Telefoon01: { Landnummer: '31', Telefoonnummer: '0612345678' } } })
  })
  it.each<[string, () => Promise<[string, Partial<Parameters<typeof wijsToe>[3]>]>, string]>([
    [
      'een aanbieder zonder contract',
      async () => [await indiceer('2026-12-01', '2027-05-31'), { aanbieder: '12345678' }],
      'CONTRACT_ONTBREEKT',
    ],
    ['een indicatie zonder einde', async () => [await indiceer('2026-12-01', null), {}], 'EINDDATUM_ONTBREEKT'],
    [
      'dagen buiten de indicatie',
      async () => [await indiceer('2026-12-01', '2027-05-31'), { tot: '2027-06-01' as Datum }],
      'BUITEN_INDICATIE',
    ],
  ])('%s', async (_, maak, code) => {
    const [id, opgave] = await maak()
    expect(await weigering(id, opgave)).toMatchObject({ code })
  })
  it('OP087 fout: een indicatie die voorbij is, of alleen dagen die voorbij zijn; tot en met vandaag kan nog', async () => {
    const voorbij = await weigering(await indiceer('2026-01-01', '2026-11-24'))
    expect(voorbij).toMatchObject({ code: 'TOEWIJZING_VOORBIJ', eis: 'OP087', tekst: expect.stringContaining('24 november 2026') })
    const loopt = await indiceer('2026-01-01', '2027-05-31')
    expect(await weigering(loopt, { tot: '2026-11-24' as Datum })).toMatchObject({ code: 'TOEWIJZING_VOORBIJ' })
    expect(await weigering(loopt, { tot: '2026-11-25' as Datum })).toBeNull()
  })
  it('nog eens hetzelfde hoeft niet, en wie niets met de inwoner heeft mag het niet', async () => {
    const id = await indiceer('2026-12-01', '2027-05-31')
    await wijs(id)
    expect(await weigering(id)).toMatchObject({ code: 'TOEWIJZING_ONGEWIJZIGD' })
    const ander = { ...consulent, actor: { ...consulent.actor, medewerker: nieuweId(p.klok.nu), team: null } }
    expect(await weigering(id, {}, ander)).toMatchObject({ soort: expect.stringMatching(/niet_(bevoegd|gevonden)/) })
    expect(await weigering(id, {}, await p.als('administratie'))).toMatchObject({ code: 'TOEWIJZING_ONGEWIJZIGD' })
  })
})
