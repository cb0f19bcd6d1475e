import { describe } from 'vitest'
import type { WMO323, WMO325 } from './iwmo-3-2/release.ts'
import { eerste, goed, mis } from './regels.testhulp.ts'
import { ANDER_BSN, prestatie } from './voorbeelden.testhulp.ts'

type Prestatie = ReturnType<typeof prestatie>
const zet = <T extends object>(doel: T, waarden: Partial<T>): void => void Object.assign(doel, waarden)
const regel = (m: WMO323) => eerste(eerste(m.Declaratie.Clienten.Client).Prestaties.Prestatie)
const antwoord = (m: WMO325) => m.DeclaratieAntwoord as NonNullable<WMO325['DeclaratieAntwoord']>
const client = (m: WMO325) => eerste(antwoord(m).Clienten?.Client)
const terug = (m: WMO325) => eerste(client(m).Prestaties.Prestatie)
const bedrag = (Bedrag: number, DebetCredit: 'D' | 'C' = 'D') => ({ IngediendBedrag: { Bedrag, DebetCredit } })
const credit = (nummer: string, vorig: string): Prestatie => ({
  ...prestatie(nummer),
  ProductReferentie: { ReferentieNummer: nummer, VorigReferentieNummer: vorig },
  ...bedrag(5000, 'C'),
})
/** Andere regels, met het totaal dat erbij hoort. */
function regels(m: WMO323, ...prestaties: Prestatie[]): void {
  eerste(m.Declaratie.Clienten.Client).Prestaties.Prestatie = prestaties
  const som = prestaties.reduce((s, p) => s + p.IngediendBedrag.Bedrag * (p.IngediendBedrag.DebetCredit === 'D' ? 1 : -1), 0)
  m.Declaratie.TotaalIngediendBedrag = { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' }
}
const productperiode = (Begindatum: string, Einddatum: string) => ({ ProductPeriode: { Begindatum, Einddatum } })

describe('perioden en datums', () => {
  goed('TR134', 'WMO323', 'alles voor de dagtekening')
  mis('TR134', 'WMO323', 'productperiode begint na de dagtekening', (m) => zet(regel(m), productperiode('2026-02-11', '2026-02-28')))
  mis('TR134', 'WMO323', 'declaratie gedateerd na het bericht', (m) => (m.Declaratie.DeclaratieDagtekening = '2026-02-11'))
  mis(
    'TR134',
    'WMO323',
    'declaratieperiode in de toekomst',
    (m) => (m.Declaratie.DeclaratiePeriode = { Begindatum: '2026-03-01', Einddatum: '2026-03-31' }),
  )
  goed('TR134', 'WMO325', 'periode voor de dagtekening')
  mis('TR134', 'WMO325', 'productperiode begint na de dagtekening', (m) => zet(terug(m), productperiode('2026-02-11', '2026-02-28')))
  goed('TR137', 'WMO323', 'eindigt op de dagtekening', (m) => zet(regel(m), productperiode('2026-02-01', '2026-02-10')))
  mis(
    'TR137',
    'WMO323',
    'de maand is nog niet voorbij',
    (m) => (m.Declaratie.DeclaratiePeriode = { Begindatum: '2026-02-01', Einddatum: '2026-02-28' }),
  )
  mis('TR137', 'WMO323', 'eindigt voor het begin', (m) => zet(regel(m), productperiode('2026-01-31', '2026-01-01')))
  goed('TR137', 'WMO325', 'periode voorbij')
  mis('TR137', 'WMO325', 'productperiode nog niet voorbij', (m) => zet(terug(m), productperiode('2026-02-01', '2026-02-28')))
  goed('TR335', 'WMO323', 'minder dan vijf jaar geleden', (m) => zet(regel(m), productperiode('2021-02-01', '2021-02-28')))
  mis('TR335', 'WMO323', 'meer dan vijf jaar geleden', (m) => zet(regel(m), productperiode('2021-01-01', '2021-01-31')))
  goed('CS100', 'WMO323', 'vanaf 1 januari 2021', (m) => zet(regel(m), productperiode('2021-01-01', '2021-01-31')))
  mis('CS100', 'WMO323', 'december 2020', (m) => zet(regel(m), productperiode('2020-12-01', '2020-12-31')))
  mis(
    'CS100',
    'WMO323',
    'declaratieperiode in 2020',
    (m) => (m.Declaratie.DeclaratiePeriode = { Begindatum: '2020-12-01', Einddatum: '2020-12-31' }),
  )
  goed('CS337', 'WMO323', 'een deel van een maand', (m) => zet(regel(m), productperiode('2026-01-10', '2026-01-20')))
  mis('CS337', 'WMO323', 'over de maandgrens', (m) => zet(regel(m), productperiode('2025-12-15', '2026-01-15')))
  mis('CS337', 'WMO323', 'zelfde maand, ander jaar', (m) => zet(regel(m), productperiode('2025-01-01', '2026-01-31')))
  goed(
    'CS340',
    'WMO323',
    'februari in een schrikkeljaar',
    (m) => (m.Declaratie.DeclaratiePeriode = { Begindatum: '2024-02-01', Einddatum: '2024-02-29' }),
  )
  mis(
    'CS340',
    'WMO323',
    'februari zonder de schrikkeldag',
    (m) => (m.Declaratie.DeclaratiePeriode = { Begindatum: '2024-02-01', Einddatum: '2024-02-28' }),
  )
  mis('CS340', 'WMO323', 'twee maanden', (m) => (m.Declaratie.DeclaratiePeriode = { Begindatum: '2025-12-01', Einddatum: '2026-01-31' }))
})

describe('regels van een declaratie', () => {
  goed('CD060', 'WMO323', 'credit noemt de regel die hij intrekt', (m) => regels(m, credit('R9', 'R0')))
  mis('CD060', 'WMO323', 'credit zonder vorige regel', (m) => regels(m, { ...prestatie(), ...bedrag(5000, 'C') }))
  mis('CD060', 'WMO323', 'debet met vorige regel', (m) => (regel(m).ProductReferentie.VorigReferentieNummer = 'R0'))
  goed('CD060', 'WMO325', 'debet zonder vorige regel')
  mis('CD060', 'WMO325', 'debet met vorige regel', (m) => (terug(m).ProductReferentie.VorigReferentieNummer = 'R0'))
  goed('CD087', 'WMO323', 'uren met tarief')
  mis('CD087', 'WMO323', 'uren zonder tarief', (m) => (regel(m).ProductTarief = undefined))
  mis('CD087', 'WMO323', "euro's met tarief", (m) => zet(regel(m), { Eenheid: '83', GeleverdVolume: 5000 }))
  goed('CS339', 'WMO323', 'bedrag gelijk aan volume', (m) =>
    zet(regel(m), { Eenheid: '83', GeleverdVolume: 5000, ProductTarief: undefined }),
  )
  mis('CS339', 'WMO323', 'bedrag anders dan volume', (m) =>
    zet(regel(m), { Eenheid: '83', GeleverdVolume: 4999, ProductTarief: undefined }),
  )
  goed('CS325', 'WMO323', 'nul is debet', (m) => regels(m, { ...prestatie(), ...bedrag(0) }))
  mis('CS325', 'WMO323', 'nul als credit', (m) => {
    regels(m, { ...credit('R9', 'R0'), ...bedrag(0, 'C') })
  })
  goed('CS325', 'WMO325', 'niets toegekend is debet', (m) => (antwoord(m).TotaalToegekendBedrag = { TotaalBedrag: 0, DebetCredit: 'D' }))
  mis('CS325', 'WMO325', 'niets toegekend als credit', (m) => (antwoord(m).TotaalToegekendBedrag = { TotaalBedrag: 0, DebetCredit: 'C' }))
})

describe('samenhang binnen een declaratie', () => {
  goed('TR315', 'WMO323', 'twee verschillende regels ingetrokken', (m) => regels(m, credit('R8', 'R0'), credit('R9', 'R1')))
  mis('TR315', 'WMO323', 'dezelfde regel twee keer ingetrokken', (m) => regels(m, credit('R8', 'R0'), credit('R9', 'R0')))
  goed('TR316', 'WMO323', 'een regel uit een eerder bericht ingetrokken', (m) => regels(m, prestatie('R1'), credit('R9', 'R0')))
  mis('TR316', 'WMO323', 'een regel uit dit bericht ingetrokken', (m) => regels(m, prestatie('R1'), credit('R9', 'R1')))
  mis('TR316', 'WMO323', 'ook als de intrekking eerst staat', (m) => regels(m, credit('R9', 'R1'), prestatie('R1')))
  goed('TR358', 'WMO323', 'credit telt af', (m) =>
    regels(m, { ...credit('R9', 'R0'), ...bedrag(10_000, 'C') }, { ...prestatie('R1'), ...bedrag(4000) }),
  )
  goed('TR358', 'WMO323', 'debet en credit heffen elkaar op', (m) => regels(m, prestatie('R1'), credit('R9', 'R0')))
  mis('TR358', 'WMO323', 'een cent te veel', (m) => (m.Declaratie.TotaalIngediendBedrag.TotaalBedrag = 5001))
  mis('TR358', 'WMO323', 'goed bedrag, verkeerd teken', (m) => (m.Declaratie.TotaalIngediendBedrag.DebetCredit = 'C'))
  goed('TR416', 'WMO323', 'andere periode', (m) =>
    regels(m, prestatie('R1'), { ...prestatie('R2'), ProductCode: '02R1', ...productperiode('2025-12-01', '2025-12-31') }),
  )
  mis('TR416', 'WMO323', 'twee keer debet voor hetzelfde', (m) => regels(m, prestatie('R1'), { ...prestatie('R2'), ProductCode: '02R1' }))
  goed('TR101', 'WMO323', 'twee cliënten', (m) => {
    m.Declaratie.Clienten.Client.push({ Bsn: ANDER_BSN, Prestaties: { Prestatie: [prestatie('R1')] } })
  })
  mis('TR101', 'WMO323', 'dezelfde cliënt twee keer', (m) => {
    m.Declaratie.Clienten.Client.push(structuredClone(eerste(m.Declaratie.Clienten.Client)))
  })
  mis('TR101', 'WMO323', 'dezelfde referentie twee keer', (m) => regels(m, prestatie('R1'), { ...prestatie('R1'), ProductCode: '02A09' }))
})

describe('het antwoord op een declaratie', () => {
  goed('TR342', 'WMO325', 'afgewezen regels zijn ingediend min toegekend')
  mis('TR342', 'WMO325', 'totaal klopt niet', (m) => (antwoord(m).TotaalToegekendBedrag.TotaalBedrag = 94_999))
  goed('TR342', 'WMO325', 'alles toegekend, geen regels', (m) => {
    zet(antwoord(m), {
      Clienten: undefined,
      TotaalToegekendBedrag: { TotaalBedrag: 100_000, DebetCredit: 'D' },
      RetourCodes: { RetourCode: ['8001'] },
    })
  })
  goed('TR342', 'WMO325', 'hele declaratie afgewezen: niets toegekend, geen regels', (m) => {
    zet(antwoord(m), {
      Clienten: undefined,
      TotaalToegekendBedrag: { TotaalBedrag: 0, DebetCredit: 'D' },
      RetourCodes: { RetourCode: ['9333'] },
    })
  })
  mis('TR342', 'WMO325', 'hele declaratie afgewezen met regels', (m) => {
    zet(antwoord(m), { TotaalToegekendBedrag: { TotaalBedrag: 0, DebetCredit: 'D' }, RetourCodes: { RetourCode: ['9333'] } })
  })
  mis('TR342', 'WMO325', 'een regel zonder afwijzing', (m) => (terug(m).RetourCodes = { RetourCode: ['0200'] }))
  goed('TR342', 'WMO325', 'de cliënt is afgewezen en zijn regels dus ook', (m) => {
    terug(m).RetourCodes = { RetourCode: ['0233'] }
    client(m).RetourCodes = { RetourCode: ['8187'] }
  })
  goed('TR101', 'WMO325', 'eigen referenties')
  mis('TR101', 'WMO325', 'dezelfde regel twee keer', (m) => client(m).Prestaties.Prestatie.push(structuredClone(terug(m))))
})
