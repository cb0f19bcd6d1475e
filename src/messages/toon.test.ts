import { describe, expect, it } from 'vitest'
import { leesBericht } from './codec.ts'
import type { Berichtnaam, Berichtwaarden } from './iwmo-3-2/release.ts'
import { schrijfBericht } from './schrijf.ts'
import { berichtInWoorden } from './toon.ts'
import { contact, een301, een323, een325, relatie } from './voorbeelden.testhulp.ts'

function inWoorden<N extends Berichtnaam>(naam: N, waarde: Berichtwaarden[N]): string {
  const xml = schrijfBericht(naam, waarde)
  const gelezen = leesBericht(xml.ok ? xml.value : '')
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return berichtInWoorden(gelezen.value.beschreven, gelezen.value.waarde as Record<string, unknown>)
}

describe('een bericht zoals mensen het lezen', () => {
  it('een toewijzing', () => {
    const m = een301()
    m.Client.Relaties = { Relatie: [relatie()] }
    m.Client.Contactgegevens.Contact = [contact(), { ...contact('04'), Periode: { Einddatum: '2026-06-01' } }]
    const tekst = inWoorden('WMO301', m)
    expect(tekst).toContain('Omvang: 3 uur per week')
    expect(tekst).toContain('Adres: Dorpsstraat 12 b, 1234AB Nergens, NL')
    expect(tekst).toContain('Telefoon: 0101234567 (land 31)')
    expect(tekst).toContain('Periode: t/m 1 juni 2026')
    expect(tekst).toContain('Naam: AB van Voorbeeld; naamgebruik: Eigen naam (1)')
    expect(tekst).toContain('Soort: Partner/echtgeno(o)t(e) (12)')
  })

  it("een declaratie in euro's", () => {
    const m = een323()
    m.Declaratie.TotaalIngediendBedrag = { TotaalBedrag: 123_456_789, DebetCredit: 'C' }
    const tekst = inWoorden('WMO323', m)
    expect(tekst).toContain('Totaal ingediend: € 1.234.567,89 credit')
    expect(tekst).toContain('Producttarief: € 12,50')
    expect(tekst).toContain('Productperiode: 1 januari 2026 t/m 31 januari 2026')
  })

  it('een opmerking over meer regels springt in, en stuurtekens vallen weg', () => {
    const m = een301()
    m.Client.Commentaar = 'eerste\nBSN: tweede \u009b31m'
    expect(inWoorden('WMO301', m)).toContain('  Commentaar: eerste\n    BSN: tweede ·31m\n')
  })

  it('retourcodes met hun betekenis', () => {
    expect(inWoorden('WMO325', een325())).toContain('Retourcode: Het ingediende volume overschrijdt het toegewezen volume (9321)')
  })
})
