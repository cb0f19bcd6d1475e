/** De twee tabellen naast een los opgeschreven lezing van de eisen (6.2 en 6.3), bij willekeurige volledige antwoorden. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Antwoorden, catalogus, groep, individueel } from './hulst-terneuzen.testhulp.ts'

type Ja = 'ja' | 'nee'
const alles = Object.entries(catalogus.vragen).filter(([id]) => !['verwachteDuurMaanden', 'gedragsErnstOordeel'].includes(id))

/** Eén volledig antwoord op elke vraag; `nee` komt vaker voor, anders beslist steeds de eerste rij. */
const antwoorden = fc.record(
  Object.fromEntries(
    alles.map(([id, vraag]) => {
      if (vraag.soort === 'getal') return [id, fc.constantFrom(0, 2.9, 3, 12)]
      if (vraag.soort === 'janee') return [id, fc.constantFrom<Ja>(...(['ja', 'nee', 'nee', 'nee'] as const))]
      const waarden = Array.isArray(vraag.waarden) ? vraag.waarden : Object.keys(vraag.waarden)
      return [id, vraag.soort === 'keuze' ? fc.constantFrom(...waarden) : fc.subarray(waarden, { maxLength: 2 })]
    }),
  ),
) as fc.Arbitrary<Record<string, unknown>>

function duid(a: Record<string, unknown>) {
  const ja = (...ids: string[]) => ids.some((id) => a[id] === 'ja')
  const vormen = a.gedragsvormen as string[]
  const ernstig = vormen.length > 0 && (a.gedragDuurMaanden as number) >= 3 && ja('gedragDuidelijkNadelig')
  const matig = !ernstig && vormen.some((v) => v !== 'anders') && ja('gedragNadeligVoorOmgeving')
  const kan = [
    'BesluitenNemen',
    'ProblemenOplossen',
    'BezighedenRegelen',
    'RoutineAanbrengen',
    'BegrijpenEnBegrepenWorden',
    'SociaalContactOnderhouden',
  ]
  const ladder = ['eigenKracht', 'gebruikelijkeHulp', 'mantelzorg', 'netwerk', 'algemeenGebruikelijk', 'algemeneVoorziening']
  return {
    ja,
    ernstig,
    matig,
    wlz: ja('zorgbehoefteBlijvend') && ja('zorgbehoefte24x7') && ja('zorgInNabijheidNodig'),
    andere: ja(...ladder.map((l) => `${l}Volstaat`), 'oplossingenSamenVolstaan'),
    tekort: kan.some((k) => a[`kan${k}`] === 'nee'),
  }
}

function volgens62(a: Record<string, unknown>): string {
  const { ja, ernstig, matig, wlz, andere, tekort } = duid(a)
  if (wlz) return 'WLZ_VOORLIGGEND'
  if (!ja('gevolgVanBeperking')) return 'GEEN_BEGELEIDING'
  if (andere) return 'ANDERE_OPLOSSING'
  if (!tekort) return 'GEEN_BEGELEIDING'
  if (ja('alleenBehandelvraag')) return 'ALLEEN_BEHANDELING'
  if (!ja('zesMaandenOfLangerNodig')) return 'KORTER_DAN_ZES_MAANDEN'
  if (ernstig || ja('verhoogdEscalatierisico', 'hogeKwetsbaarheid')) return 'BP'
  if (ja('beperkingPsychisch') || matig) return 'BR'
  return ja('beperkingSocialeRedzaamheid', 'beperkingBewegenSociaal', 'beperkingGeheugenOrientatie') ? 'BB' : 'bespreken BB'
}

function volgens63(a: Record<string, unknown>): string {
  const { ja, ernstig, andere, tekort } = duid(a)
  const gekozen = a.groepsresultaten as string[]
  const vanGB = gekozen.some((r) => r !== 'zinvolle_daginvulling')
  const vanGP = gekozen.some((r) => r !== 'zinvolle_daginvulling_herstel')
  if (!ja('daginvullingBuitenWoningNodig')) return 'GEEN_GROEPSPRODUCT'
  if (ernstig || ja('hoogEscalatierisico', 'significantePsychischeKwetsbaarheid')) {
    const past = ja('ernstigeBeperkingDagelijksFunctioneren') && !ja('participatieBinnenAlgemeneVoorzieningMogelijk')
    return past && ja('gevolgVanBeperking') && !andere && tekort && vanGP ? 'GP' : 'bespreken GB of GP'
  }
  return vanGB ? 'GB' : 'GEEN_GROEPSPRODUCT'
}

describe('de tabellen lezen zoals de eisen', () => {
  // Zonder sturing komen de latere rijen te weinig aan bod: zet vaak neer wat de eerste rijen voorbij laat.
  const gericht = fc.tuple(antwoorden, fc.boolean()).map(([a, voorbij]) => {
    const ladder = Object.keys(a).filter((id) => id.endsWith('Volstaat') || id === 'oplossingenSamenVolstaan')
    const open = {
      zorgbehoefteBlijvend: 'nee',
      gevolgVanBeperking: 'ja',
      alleenBehandelvraag: 'nee',
      zesMaandenOfLangerNodig: 'ja',
      daginvullingBuitenWoningNodig: 'ja',
    }
    return voorbij ? { ...a, ...Object.fromEntries(ladder.map((id) => [id, 'nee'])), ...open } : a
  })
  const gezien = new Set<string>()

  it('individueel', () => {
    fc.assert(
      fc.property(gericht, (a) => {
        const hoort = volgens62(a)
        gezien.add(hoort)
        expect(individueel(a as Antwoorden)).toBe(hoort)
      }),
      { numRuns: 2000, seed: 62 },
    )
  })

  it('groep', () => {
    fc.assert(
      fc.property(gericht, (a) => {
        const hoort = volgens63(a)
        gezien.add(hoort)
        expect(groep(a as Antwoorden)).toBe(hoort)
      }),
      { numRuns: 2000, seed: 63 },
    )
  })

  it('elke uitkomst kwam voorbij', () => {
    const producten = ['BB', 'BR', 'BP', 'GB', 'GP', 'bespreken BB', 'bespreken GB of GP']
    const gronden = Object.keys(catalogus.gronden).filter((g) => g !== 'GEEN_PUNT_UIT_LIJST')
    expect(gezien).toEqual(new Set([...producten, ...gronden]))
  })
})
