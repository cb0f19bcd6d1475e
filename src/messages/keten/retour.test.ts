/** Het retourbericht: kop overgenomen, codes op de klasse die het aangaat, en bij een declaratie precies de regels die terugkomen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { controleer } from '../controleer.ts'
import { isAangenomen } from '../controleer-stroom.ts'
import type { WMO301, WMO302, WMO323, WMO325 } from '../iwmo-3-2/release.ts'
import { ANDER_BSN, BSN, nieuw, relatie, teWijzigen } from '../voorbeelden.testhulp.ts'
import {
  alsBytes,
  credit,
  declareer,
  maakOefening,
  type Omgeving,
  type Regel,
  regel,
  stuur,
  wijsToe,
  type Zending,
} from './oefening.testhulp.ts'

async function retourOp(eerder: readonly Zending[], zending: Zending, om: Omgeving = {}) {
  const oefening = maakOefening(om)
  for (const bericht of eerder) await oefening.verwerk(bericht)
  const uitkomst = await oefening.verwerk(zending)
  if (uitkomst.soort !== 'beoordeeld' || uitkomst.retour === null) throw new Error(uitkomst.soort)
  const { retour } = uitkomst
  expect(isAangenomen(controleer(alsBytes(retour.naam, retour.waarde)))).toBe(true)
  return { ...uitkomst, naam: retour.naam, retour: retour.waarde as never }
}
const codes = (...RetourCode: string[]) => ({ RetourCodes: { RetourCode } })

describe('retourbericht', () => {
  it.each([
    ['WMO302', wijsToe(), [], { rol: 'aanbieder' }],
    ['WMO306', stuur('WMO305'), [wijsToe()], {}],
    ['WMO308', stuur('WMO307'), [wijsToe(), stuur('WMO305')], {}],
    ['WMO316', stuur('WMO315'), [], {}],
    [
      'WMO318',
      stuur(
        'WMO317',
        (m) =>
          (m.Client.Verzoek = {
            ReferentieAanbieder: 'W-1',
            RedenVerzoek: '1',
            TeWijzigenProducten: { TeWijzigenProduct: [teWijzigen(1)] },
          }),
      ),
      [wijsToe()],
      {},
    ],
    ['WMO320', stuur('WMO319', (m) => (m.Antwoord.ReferentieAanbieder = 'V-1')), [stuur('WMO315')], { rol: 'aanbieder' }],
  ] as [string, Zending, Zending[], Omgeving][])(
    '%s op een aangenomen bericht is alleen een kop zonder codes',
    async (naam, zending, eerder, om) => {
      const { retour, ...uitkomst } = await retourOp(eerder, zending, om)
      const { BerichtCode: heencode, ...kop } = zending.waarde.Header
      expect(uitkomst).toMatchObject({ naam, uitkomst: 'geaccepteerd', retourcodes: [] })
      expect(retour).toEqual({
        Header: {
          ...kop,
          BerichtCode: String(Number(heencode) + 1),
          IdentificatieRetour: `RET${eerder.length + 1}`,
          DagtekeningRetour: '2026-02-20',
          XsdVersieRetour: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
        },
      })
    },
  )

  it('op niveau 2 alleen de kop met 0001', async () => {
    const { retour, retourcodes } = await retourOp(
      [],
      stuur('WMO305', (m) => (m.Client.Bsn = '999990018')),
    )
    expect(Object.keys(retour)).toEqual(['Header'])
    expect(retour).toMatchObject({ Header: codes('0001') })
    expect(retourcodes).toEqual([{ klasse: 'Header', sleutel: 'B1', code: '0001', regel: 'CS002' }])
  })

  it('met een fout in de kop alleen de kop, met alle codes', async () => {
    const { retour } = await retourOp([], stuur('WMO305'), { systeemdatum: '2026-02-09', gemeenten: [] })
    expect(Object.keys(retour)).toEqual(['Header'])
    expect(retour).toMatchObject({ Header: codes('8848', 'S300') })
  })

  it('met een fout verderop de hele cliënt terug, met op elke klasse een code', async () => {
    const start = stuur('WMO305', (m) => {
      const [eerste] = m.Client.StartProducten.StartProduct
      m.Client.StartProducten.StartProduct = [
        { ...eerste, StatusAanlevering: '3' },
        { ...eerste, Begindatum: '2026-01-06' },
      ] as never
    })
    const { retour } = await retourOp([wijsToe()], start)
    const { Client } = start.waarde as Extract<Zending['waarde'], { Client: { StartProducten: unknown } }>
    const [weg, erbij] = Client.StartProducten.StartProduct
    expect(retour).toMatchObject({ Header: codes('0200') })
    expect((retour as { Client: unknown }).Client).toEqual({
      ...Client,
      StartProducten: {
        StartProduct: [
          { ...weg, ...codes('9063') },
          { ...erbij, ...codes('0200') },
        ],
      },
      ...codes('0200'),
    })
  })

  it('relaties en contacten dragen ook een code, en lijsten niet', async () => {
    const zending = wijsToe()
    if ('ToegewezenProducten' in (zending.waarde as { Client: object }).Client)
      (zending.waarde as WMO301).Client.Relaties = { Relatie: [relatie()] }
    const { retour } = await retourOp([], zending, { rol: 'aanbieder', contract: [] })
    const { Client } = retour as unknown as WMO302
    expect(Client).toMatchObject({
      Contactgegevens: { Contact: [codes('0200')] },
      Relaties: { Relatie: [{ ...codes('0200'), Contact: codes('0200') }] },
      ToegewezenProducten: { ToegewezenProduct: [codes('S329')] },
    })
    expect(Object.keys(Client?.Relaties ?? {})).toEqual(['Relatie'])
    expect(Object.keys(Client?.Naam ?? {})).not.toContain('RetourCodes')
  })

  it('onder een onbekende cliënt is niets beoordeeld', async () => {
    const { retour } = await retourOp([], stuur('WMO317'))
    expect(retour).toMatchObject({
      Header: codes('0200'),
      Client: { ...codes('8187'), Verzoek: { ...codes('0233'), OngewijzigdeProducten: { OngewijzigdProduct: [codes('0233')] } } },
    })
  })

  it('meer codes op één klasse, elk één keer en op volgorde', async () => {
    const start = stuur('WMO305')
    const { retour } = await retourOp([wijsToe(), stuur('WMO305')], start)
    expect(retour).toMatchObject({ Client: { StartProducten: { StartProduct: [codes('9074', '9326')] } } })
  })

  it('een verzoek draagt codes op elke diepte', async () => {
    const vow = stuur('WMO317', (m) => {
      m.Client.Verzoek = {
        ReferentieAanbieder: 'W-1',
        RedenVerzoek: '1',
        OngewijzigdeProducten: { OngewijzigdProduct: [{ ToewijzingNummer: 1 }] },
        NieuweProducten: { NieuwProduct: [nieuw('02A01'), nieuw('02A05')] },
      }
    })
    const { retour } = await retourOp([wijsToe()], vow)
    expect(retour).toMatchObject({
      Client: {
        ...codes('0200'),
        Verzoek: { ...codes('0200'), NieuweProducten: { NieuwProduct: [codes('9361'), codes('0200')] } },
      },
    })
  })
})

describe('declaratieantwoord', () => {
  const antwoord = (retour: unknown): NonNullable<WMO325['DeclaratieAntwoord']> => (retour as WMO325).DeclaratieAntwoord as never

  it('helemaal toegekend: 8001, twee gelijke totalen, geen cliënten', async () => {
    const { retour, uitkomst } = await retourOp([wijsToe()], declareer('D1', [regel('R1')]))
    expect(uitkomst).toBe('geaccepteerd')
    expect((retour as WMO325).Header).toMatchObject({
      Afzender: '9990',
      Ontvanger: '98765432',
      BerichtCode: '485',
      BerichtIdentificatie: { Identificatie: 'RET2' },
      DeclaratieIdentificatie: { Identificatie: 'B2', Dagtekening: '2026-02-10' },
      XsdVersieDeclaratie: { BerichtXsdVersie: '1.0.0' },
      ...codes('0200'),
    })
    expect(antwoord(retour)).toEqual({
      DeclaratieNummer: 'D1',
      TotaalIngediendBedrag: { TotaalBedrag: 75_000, DebetCredit: 'D' },
      TotaalToegekendBedrag: { TotaalBedrag: 75_000, DebetCredit: 'D' },
      ...codes('8001'),
    })
  })

  it('één regel afgewezen: alleen die regel terug', async () => {
    const fout = regel('R2', { GeleverdVolume: 3, ProductCode: '02A09' })
    const { retour, uitkomst } = await retourOp([wijsToe()], declareer('D1', [regel('R1'), fout]))
    expect(uitkomst).toBe('deels')
    expect(antwoord(retour)).toMatchObject({
      TotaalIngediendBedrag: { TotaalBedrag: 93_750, DebetCredit: 'D' },
      TotaalToegekendBedrag: { TotaalBedrag: 75_000, DebetCredit: 'D' },
      Clienten: { Client: [{ Bsn: BSN, ...codes('0200'), Prestaties: { Prestatie: [{ ...fout, ...codes('9340') }] } }] },
      ...codes('0200'),
    })
  })

  it('onbekende cliënt: al zijn regels 0233', async () => {
    const declaratie = declareer('D1', [regel('R1')], (m) =>
      m.Declaratie.Clienten.Client.push({
        Bsn: ANDER_BSN,
        Prestaties: { Prestatie: [regel('R2', { ToewijzingNummer: 2 }), regel('R3', { GeleverdVolume: 1, ProductCode: '02A07' })] },
      }),
    )
    const { retour, uitkomst } = await retourOp([wijsToe()], declaratie)
    expect(uitkomst).toBe('deels')
    expect(antwoord(retour)).toMatchObject({
      TotaalToegekendBedrag: { TotaalBedrag: 75_000, DebetCredit: 'D' },
      Clienten: { Client: [{ Bsn: ANDER_BSN, ...codes('8187'), Prestaties: { Prestatie: [codes('0233'), codes('0233')] } }] },
    })
  })

  it('de declaratie zelf afgewezen: niets toegekend, geen regels, en haar nummers blijven vrij', async () => {
    const oefening = maakOefening()
    await oefening.verwerk(wijsToe())
    await oefening.verwerk(declareer('D1', [regel('R1')]))
    const tweede = (nummer: string) =>
      declareer(nummer, [regel('R2', { GeleverdVolume: 1, ProductPeriode: { Begindatum: '2025-12-01', Einddatum: '2025-12-31' } })])
    const fout = await oefening.verwerk(tweede('D1'))
    if (fout.soort !== 'beoordeeld') throw new Error(fout.soort)
    expect(fout.retour?.waarde).toMatchObject({ Header: codes('0200') })
    expect(antwoord(fout.retour?.waarde)).toEqual({
      DeclaratieNummer: 'D1',
      TotaalIngediendBedrag: { TotaalBedrag: 6250, DebetCredit: 'D' },
      TotaalToegekendBedrag: { TotaalBedrag: 0, DebetCredit: 'D' },
      ...codes('9333'),
    })
    const opnieuw = await oefening.verwerk(tweede('D2'))
    // De regel zelf is voor de toewijzing; zijn nummer is niet verbruikt (dan kwam TR314 erbij).
    expect(opnieuw).toMatchObject({ retourcodes: [{ regel: 'TR307' }] })
  })

  it('afgewezen op niveau 2: alleen de kop', async () => {
    const kapot = declareer('D1', [regel('R1')])
    ;(kapot.waarde as WMO323).Declaratie.TotaalIngediendBedrag.TotaalBedrag = 1
    const { retour } = await retourOp([wijsToe()], kapot)
    expect(Object.keys(retour)).toEqual(['Header'])
    expect(retour).toMatchObject({ Header: codes('0001') })
  })

  it('meer credit dan debet toegekend: het totaal is credit', async () => {
    const correctie = declareer('D2', [credit('C1', regel('R1')), regel('R4', { GeleverdVolume: 500 })])
    const { retour } = await retourOp([wijsToe(), declareer('D1', [regel('R1')])], correctie)
    expect(antwoord(retour)).toMatchObject({
      TotaalIngediendBedrag: { DebetCredit: 'D' },
      TotaalToegekendBedrag: { TotaalBedrag: 75_000, DebetCredit: 'C' },
    })
  })

  it('ingediend min toegekend is voor elke declaratie de som van wat terugkomt', async () => {
    const soms = fc.record({
      volume: fc.integer({ min: 0, max: 20 }),
      code: fc.constantFrom('02A01', '02A09'),
      maand: fc.integer({ min: 1, max: 12 }),
      toewijzing: fc.constantFrom(1, 1, 1, 77),
      teken: fc.constantFrom('D', 'D', 'C'),
    })
    const maak = ({ volume, code, maand, toewijzing, teken }: typeof soms extends fc.Arbitrary<infer T> ? T : never, i: number): Regel => {
      const stam = `2025-${String(maand).padStart(2, '0')}`
      const einde = new Date(Date.UTC(2025, maand, 0)).getUTCDate()
      const debet = regel(`R${i}`, {
        ToewijzingNummer: toewijzing,
        ProductCode: code,
        GeleverdVolume: volume,
        ProductPeriode: { Begindatum: `${stam}-01`, Einddatum: `${stam}-${einde}` },
      })
      return teken === 'C' && volume > 0 ? credit(`C${i}`, { ...debet, ProductReferentie: { ReferentieNummer: `X${i}` } }) : debet
    }
    const uniekDebet = (regels: Regel[]) =>
      regels.filter(
        (r, i) =>
          !regels.some(
            (s, j) =>
              j < i &&
              JSON.stringify([s.ToewijzingNummer, s.ProductCode, s.ProductPeriode]) ===
                JSON.stringify([r.ToewijzingNummer, r.ProductCode, r.ProductPeriode]),
          ),
      )
    await fc.assert(
      fc.asyncProperty(fc.array(soms, { minLength: 1, maxLength: 12 }), async (delen) => {
        const regels = uniekDebet(delen.map(maak))
        const heel2025 = wijsToe({ Ingangsdatum: '2025-01-01', Einddatum: '2025-12-31', Toewijzingsdatum: '2024-12-01' })
        const declaratie = declareer('D1', regels)
        // retourOp laat het antwoord door niveau 2 gaan: daar toetst TR342 dezelfde som onafhankelijk.
        const { retour, retourcodes } = await retourOp([heel2025], declaratie)
        const { TotaalIngediendBedrag: in_, TotaalToegekendBedrag: toe, Clienten } = antwoord(retour)
        const centen = (b: number, dc: string) => (dc === 'D' ? b : -b)
        const terug = (Clienten?.Client ?? []).flatMap((c) => c.Prestaties.Prestatie)
        const som = terug.reduce((tot, p) => tot + centen(p.IngediendBedrag.Bedrag, p.IngediendBedrag.DebetCredit), 0)
        expect(centen(in_.TotaalBedrag, in_.DebetCredit) - centen(toe.TotaalBedrag, toe.DebetCredit)).toBe(som)
        expect(new Set(terug.map((p) => p.ProductReferentie.ReferentieNummer))).toEqual(new Set(retourcodes.map((r) => r.sleutel)))
      }),
      { seed: 41, numRuns: 60 },
    )
  })
})
