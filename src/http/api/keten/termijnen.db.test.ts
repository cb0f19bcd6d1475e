/** Reactietermijnen tegen echte berichten: verstuurd, gestart, gestopt, gevraagd en gedeclareerd, of juist niet. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bezorgKlaar } from '#actions/berichten/bezorg.ts'
import { type Keten, verwerkBericht } from '#actions/berichten/verwerk-bericht.ts'
import { catalogushash, regelVoor, zetContract, zetProefinwoner, zetToeTeWijzen } from '#actions/toewijzing/proeftoewijzing.testhulp.ts'
import { wijsToe } from '#actions/toewijzing/wijs-toe.ts'
import { alsBytes, declareer, regel, stuur } from '#messages/keten/oefening.testhulp.ts'
import { maakProefserver, type Proefserver } from '../proefserver.testhulp.ts'

const AGB = '98765432'
let s: Proefserver
let gemeente = ''
let bsn = ''
let nummer = 0
const op = (dag: string) => {
  s.klok.nu = new Date(`${dag}T09:00:00Z`)
}
const keten = (): Keten => ({
  dienst: s.dienst,
  wij: { rol: 'gemeente', partij: gemeente },
  systeemdatum: s.dienst.vandaag(),
  correlatie: 'x',
  toegangspunt: 'x',
  zorgVoorGemeente: async () => undefined,
})
const bezorg = () => bezorgKlaar(s.dienst, { gemeente, partij: gemeente }, async () => undefined)
const termijnen = async () => {
  // De klok springt dagen vooruit: elke keer opnieuw aanmelden.
  const { lichaam } = await (await s.meldAan('administratie')).roep('GET', '/ketentermijnen')
  const van = (soort: string) => {
    const { opTijd, teLaat, loopt, verlopen } = lichaam.regels.find((r: { soort: string }) => r.soort === soort)
    return [opTijd, teLaat, loopt, verlopen]
  }
  return { lichaam, van }
}

beforeAll(async () => {
  s = await maakProefserver()
  const consulent = await s.als('consulent')
  gemeente = consulent.actor.gemeente
  const uur = Object.entries(s.uitgaven[0]?.versies.at(-1)?.producten ?? {}).find(([, p]) => p.eenheid !== 'dagdeel')?.[0] ?? ''
  op('2026-11-02')
  await zetContract(s, gemeente, AGB, regelVoor(uur, { code: '02A03' }))
  const persoon = await zetProefinwoner(s, consulent.actor)
  bsn = persoon.bsn
  const hash = await catalogushash(s, gemeente)
  const indicatie = await zetToeTeWijzen(s, consulent.actor, {
    inwoner: persoon.inwoner,
    product: uur,
    hash,
    van: '2026-11-09',
    tot: '2026-11-27',
  })
  const gemaakt = await wijsToe(s.dienst, consulent, indicatie, { aanbieder: AGB })
  if (!gemaakt.ok) throw new Error(JSON.stringify(gemaakt.fout))
  nummer = gemaakt.value.nummer
  await bezorg()
})
afterAll(() => s.sluit())

it('zonder antwoord loopt de termijn eerst, en is hij na drie werkdagen voorbij (OP090)', async () => {
  expect((await termijnen()).van('retour')).toEqual([0, 0, 1, 0])
  op('2026-11-05')
  expect((await termijnen()).van('retour')).toEqual([0, 0, 1, 0])
  op('2026-11-06')
  const { van, lichaam } = await termijnen()
  expect(van('retour')).toEqual([0, 0, 0, 1])
  expect(lichaam.gevallen).toMatchObject([
    { soort: 'retour', uiterlijk: '2026-11-05', dagenTeLaat: 1, aanbieder: { agb: AGB, naam: 'Zorg in Nergens' } },
  ])
})

it('een start die niet komt wordt gemeld, met de indicatie erbij; een late start telt als te laat (OP271)', async () => {
  op('2026-11-16')
  expect((await termijnen()).van('start')).toEqual([0, 0, 1, 0])
  op('2026-11-17')
  const { van, lichaam } = await termijnen()
  expect(van('start')).toEqual([0, 0, 0, 1])
  expect(lichaam.gevallen.find((g: { soort: string }) => g.soort === 'start')).toMatchObject({
    kenmerk: `toewijzing ${nummer}`,
    indicatie: expect.any(String),
  })
  const start = stuur('WMO305', (m) => {
    m.Header.Ontvanger = gemeente
    m.Header.BerichtIdentificatie = { Identificatie: 'START-1', Dagtekening: '2026-11-17' }
    m.Client.Bsn = bsn
    m.Client.StartProducten.StartProduct = [
      {
        ToewijzingNummer: nummer,
        Product: { Categorie: '02', Code: '02A03' },
        ToewijzingIngangsdatum: '2026-11-09',
        Begindatum: '2026-11-09',
        StatusAanlevering: '1',
      } as never,
    ]
  })
  expect(await verwerkBericht(keten(), alsBytes(start.naam, start.waarde))).toMatchObject({ uitkomst: 'geaccepteerd' })
  const daarna = await termijnen()
  expect([daarna.van('start'), daarna.van('eigen_retour')]).toEqual([
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ])
  await bezorg()
  expect((await termijnen()).van('eigen_retour')).toEqual([1, 0, 0, 0])
})

it('een einde zonder stop, en een maand zonder declaratie (OP272, SAP)', async () => {
  op('2026-12-04')
  expect((await termijnen()).van('stop')).toEqual([0, 0, 1, 0])
  op('2026-12-07')
  const { van } = await termijnen()
  expect([van('stop'), van('declaratie')]).toEqual([
    [0, 0, 0, 1],
    [0, 0, 1, 0],
  ])
  op('2027-01-04')
  expect((await termijnen()).van('declaratie')).toEqual([0, 0, 0, 1])
})

it('een verzoek waar wij niet op antwoorden (OP274)', async () => {
  op('2027-01-04')
  const vot = stuur('WMO315', (m) => {
    m.Header.Ontvanger = gemeente
    m.Header.BerichtIdentificatie = { Identificatie: 'VOT-1', Dagtekening: '2027-01-04' }
    m.Client.Bsn = bsn
    m.Client.AangevraagdeProducten.AangevraagdProduct = [
      {
        ...m.Client.AangevraagdeProducten.AangevraagdProduct[0],
        ReferentieAanbieder: 'REF-1',
        Product: { Categorie: '02', Code: '02A03' },
        ToewijzingIngangsdatum: '2027-02-01',
        ToewijzingEinddatum: '2027-05-31',
        Omvang: { Volume: 180, Eenheid: '01', Frequentie: '2' },
      } as never,
    ]
  })
  expect(await verwerkBericht(keten(), alsBytes(vot.naam, vot.waarde))).toMatchObject({ uitkomst: 'geaccepteerd' })
  expect((await termijnen()).van('verzoek_toewijzing')).toEqual([0, 0, 1, 0])
  op('2027-01-12')
  const { van, lichaam } = await termijnen()
  expect(van('verzoek_toewijzing')).toEqual([0, 0, 0, 1])
  // Wat wij laten liggen komt niet op rekening van de aanbieder.
  expect(lichaam.aanbieders).toMatchObject([{ agb: AGB, verlopen: 3, teLaat: 1 }])
})

it('een gemiste maand mag later, in de declaratie over een andere maand; zij telt als te laat (IV090)', async () => {
  const laat = regel('LAAT-1', {
    ToewijzingNummer: nummer,
    ProductCode: '02A03',
    ProductPeriode: { Begindatum: '2026-11-09', Einddatum: '2026-11-27' },
    GeleverdVolume: 60,
    Eenheid: '01',
    ProductTarief: 104,
    IngediendBedrag: { Bedrag: 6250, DebetCredit: 'D' },
  })
  const { naam, waarde } = declareer('LAAT', [laat], (m) => {
    m.Header.Ontvanger = gemeente
    m.Header.BerichtIdentificatie = { Identificatie: 'LAAT', Dagtekening: '2027-01-04' }
    m.Declaratie.DeclaratieDagtekening = '2027-01-04'
    m.Declaratie.DeclaratiePeriode = { Begindatum: '2026-12-01', Einddatum: '2026-12-31' }
    m.Declaratie.Clienten.Client = [{ Bsn: bsn, Prestaties: { Prestatie: [laat] } }]
  })
  expect(await verwerkBericht(keten(), alsBytes(naam, waarde))).toMatchObject({ uitkomst: 'geaccepteerd', retourcodes: [] })
  expect((await termijnen()).van('declaratie')).toEqual([0, 1, 0, 0])
})

it('de administratie werkt bij wanneer zij wil, en ziet meteen wat eruit komt; wie toezicht houdt leest mee', async () => {
  const adm = await s.meldAan('administratie')
  const { status, lichaam } = await adm.roep('POST', '/ketentermijnberekeningen')
  expect(status).toBe(201)
  expect(lichaam).toMatchObject({ bijgewerktOp: s.klok.nu.toISOString(), magBijwerken: true })
  expect((await adm.roep('GET', '/ketentermijnen')).lichaam).toEqual(lichaam)
  const toezicht = await s.meldAan('toezichthouder')
  expect((await toezicht.roep('GET', '/ketentermijnen')).lichaam).toEqual({ ...lichaam, magBijwerken: false })
  expect((await toezicht.roep('POST', '/ketentermijnberekeningen')).status).toBe(403)
})

it('bij veel verkeer staat er wat de laatste keer berekend is, met het moment en de dag van toen, tot iemand het bijwerkt', async () => {
  const adm = await s.meldAan('administratie')
  const toen = (await adm.roep('POST', '/ketentermijnberekeningen')).lichaam
  // Alsof het er meer waren dan even rekenen toelaat.
  await s.knoei(`update ketentermijnen set berichten = 1000000`)
  op('2027-02-10')
  const later = await s.meldAan('administratie')
  expect((await later.roep('GET', '/ketentermijnen')).lichaam).toEqual(toen)
  const nu = (await later.roep('POST', '/ketentermijnberekeningen')).lichaam
  expect(nu).toMatchObject({ vandaag: '2027-02-10', bijgewerktOp: '2027-02-10T09:00:00.000Z' })
  expect(nu.gevallen).not.toEqual(toen.gevallen)
})
