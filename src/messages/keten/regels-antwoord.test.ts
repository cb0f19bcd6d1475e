/** De aanbieder krijgt het antwoord op zijn declaratie. Er is geen retourbericht: wat niet klopt wordt werk voor een mens. */
import { describe, expect, it } from 'vitest'
import type { KetenregelId } from '../iwmo-3-2/keten/regels.ts'
import type { WMO325 } from '../iwmo-3-2/release.ts'
import { ANDER_BSN } from '../voorbeelden.testhulp.ts'
import { declareer, maakOefening, type Omgeving, regel, SYSTEEMDATUM, wijsToe } from './oefening.testhulp.ts'

/** Toewijzing en declaratie zijn bij beide kanten bekend; R1 is toegekend, R2 is op zijn tarief afgewezen. */
const declaratie = () =>
  declareer('D1', [regel('R1'), regel('R2', { ProductPeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-30' } })], (m) => {
    m.Header.BerichtIdentificatie.Identificatie = 'DECL'
  })

async function antwoord(): Promise<WMO325> {
  const gemeente = maakOefening()
  await gemeente.verwerk(wijsToe())
  const uitkomst = await gemeente.verwerk(declaratie())
  if (uitkomst.soort !== 'beoordeeld' || uitkomst.retour?.naam !== 'WMO325') throw new Error('geen antwoord')
  expect(uitkomst.uitkomst).toBe('deels')
  return uitkomst.retour.waarde
}

async function regelsBij(wijzig: (m: WMO325) => unknown, om: Omgeving = {}) {
  const aanbieder = maakOefening({ rol: 'aanbieder', ...om })
  await aanbieder.verwerk(wijsToe())
  await aanbieder.verwerk(declaratie())
  const waarde = structuredClone(await antwoord())
  wijzig(waarde)
  const uitkomst = await aanbieder.verwerk({ naam: 'WMO325', waarde })
  if (uitkomst.soort !== 'beoordeeld') throw new Error(uitkomst.soort)
  expect(uitkomst.retour).toBeNull()
  return { ...uitkomst, aanbieder }
}

const goed = (id: KetenregelId, tekst: string, wijzig: (m: WMO325) => unknown = () => undefined, om: Omgeving = {}) =>
  it(`${id} goed: WMO325 ${tekst}`, async () => expect((await regelsBij(wijzig, om)).retourcodes).toEqual([]))
const mis = (
  id: KetenregelId,
  klasse: string,
  tekst: string,
  wijzig: (m: WMO325) => unknown,
  ook: KetenregelId[] = [],
  om: Omgeving = {},
) =>
  it(`${id} fout: WMO325 ${tekst}`, async () => {
    const { retourcodes, feiten, uitkomst } = await regelsBij(wijzig, om)
    expect(retourcodes.filter((r) => r.regel === id)).toEqual([expect.objectContaining({ klasse })])
    expect(new Set(retourcodes.map((r) => r.regel))).toEqual(new Set([id, ...ook]))
    expect({ uitkomst, feiten }).toEqual({ uitkomst: 'afgewezen', feiten: [] })
  })

const client = (m: WMO325) => {
  const [eerste] = m.DeclaratieAntwoord?.Clienten?.Client ?? []
  if (eerste === undefined) throw new Error('geen cliënt')
  return eerste
}
const prestatie = (m: WMO325) => {
  const [eerste] = client(m).Prestaties.Prestatie
  if (eerste === undefined) throw new Error('geen prestatie')
  return eerste
}

describe('antwoord op een declaratie', () => {
  goed('TR304', 'cliënt uit de declaratie')
  mis('TR304', 'Client', 'cliënt die niet gedeclareerd is', (m) => (client(m).Bsn = ANDER_BSN), ['TR367'])
  goed('TR337', 'op een declaratie die er is')
  mis('TR337', 'Header', 'op een onbekende declaratie', (m) => (m.Header.DeclaratieIdentificatie.Identificatie = 'ANDERS'), ['TR366'])
  mis('TR337', 'Header', 'met een andere dagtekening', (m) => (m.Header.DeclaratieIdentificatie.Dagtekening = '2026-02-09'), ['TR366'])
  goed('TR366', 'met een regel uit de declaratie')
  mis('TR366', 'Prestatie', 'met een onbekende regel', (m) => (prestatie(m).ProductReferentie.ReferentieNummer = 'R9'))
  goed('TR367', 'met dezelfde gegevens')
  mis('TR367', 'Prestatie', 'met een ander volume', (m) => (prestatie(m).GeleverdVolume = 11))
  mis('TR367', 'Prestatie', 'met een andere toewijzing', (m) => (prestatie(m).ToewijzingNummer = 2))
  mis('TR367', 'DeclaratieAntwoord', 'met een ander ingediend totaal', (m) => {
    if (m.DeclaratieAntwoord === undefined) throw new Error('geen antwoord')
    m.DeclaratieAntwoord.TotaalIngediendBedrag.TotaalBedrag += 100
    m.DeclaratieAntwoord.TotaalToegekendBedrag.TotaalBedrag += 100
  })
  goed('TR371', 'met de XsdVersie van de declaratie')
  mis('TR371', 'Header', 'met een andere XsdVersie', (m) => (m.Header.XsdVersieDeclaratie.BerichtXsdVersie = '1.0.1'))
  goed('TR376', 'met het nummer van de declaratie')
  mis('TR376', 'DeclaratieAntwoord', 'met een ander nummer', (m) => {
    if (m.DeclaratieAntwoord !== undefined) m.DeclaratieAntwoord.DeclaratieNummer = 'D9'
  })
  goed('TR135', 'op de systeemdatum', (m) => (m.Header.BerichtIdentificatie.Dagtekening = SYSTEEMDATUM))
  mis('TR135', 'Header', 'na de systeemdatum', (m) => (m.Header.BerichtIdentificatie.Dagtekening = '2026-02-21'))
  goed('TR378', 'gemeentecode in de lijst', () => undefined, { gemeenten: [{ code: '9990' }] })
  mis('TR378', 'Header', 'gemeentecode niet in de lijst', () => undefined, [], { gemeenten: [] })

  it('TR056 goed: WMO325 het nummer is nieuw', async () => expect((await regelsBij(() => undefined)).uitkomst).toBe('geaccepteerd'))
  it('TR056 fout: WMO325 hetzelfde nummer komt nog eens', async () => {
    const { aanbieder } = await regelsBij(() => undefined)
    const nog = await aanbieder.verwerk({ naam: 'WMO325', waarde: structuredClone(await antwoord()) })
    expect(nog).toMatchObject({ uitkomst: 'afgewezen', retourcodes: [{ regel: 'TR056', code: '9056', klasse: 'Header' }], feiten: [] })
  })
})
