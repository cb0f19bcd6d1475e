/** Het ketenbestand en de certificaten ernaast: wat er mis kan zijn staat er in gewone taal, met waar. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { geefUit, maakUitgever, trekIn } from './certificaten.testhulp.ts'
import { toonCertificaatwerk } from './certificaatwerk.ts'
import { meldCertificaten } from './meld-certificaten.ts'
import { openTransport, type Transport } from './transport.ts'

const map = mkdtempSync(join(tmpdir(), 'meedoen-transport-'))
afterAll(() => rmSync(map, { recursive: true }))
const ca = maakUitgever('Proefuitgever')
const nu = new Date()
const over = (dagen: number) => new Date(nu.getTime() + dagen * 86_400_000 + 60_000)
const leg = (naam: string, tekst: string): string => {
  writeFileSync(join(map, naam), tekst)
  return naam
}
const eigen = geefUit(ca, { cn: 'wij', oin: '00000001' })
const anders = geefUit(ca, { cn: 'anders' })
leg('ca.crt', ca.certificaat)
leg('eigen.crt', eigen.certificaat)
leg('eigen.key', eigen.sleutel)
leg('anders.key', anders.sleutel)
leg('leeg.crt', 'niets')

const open = (tekst: string, heeftMap = false) => openTransport(join(map, leg('keten.yaml', tekst)), heeftMap)
const goed = async (tekst: string, heeftMap = false): Promise<Transport> => {
  const gelezen = await open(tekst, heeftMap)
  if (!gelezen.ok) throw new Error(gelezen.fout.join('\n'))
  return gelezen.value
}
const fouten = async (tekst: string, heeftMap = false): Promise<string> => {
  const gelezen = await open(tekst, heeftMap)
  return gelezen.ok ? '' : gelezen.fout.join('\n').replaceAll(`${map}/`, '')
}
const VERZENDING = 'verzending: { certificaat: eigen.crt, sleutel: eigen.key, ca: ca.crt }\n'
const PARTIJEN = 'partijen: { "9990": { weg: https, adres: "https://knooppunt.example/ggk" } }\n'

describe('het ketenbestand', () => {
  it('zegt per partij de weg, en per ander het adres', async () => {
    const t = await goed(
      `${VERZENDING}partijen:
  "9990": { weg: https, adres: "https://knooppunt.example/ggk", adressen: { "12345678": "https://ander.example/" } }
  "98765432": { weg: map }
  "9991": { weg: geen }\n`,
      true,
    )
    expect(['9990', '98765432', '9991', '9992'].map((p) => t.wegVan(p))).toEqual(['https', 'map', 'geen', 'map'])
    expect(t.naar('9990', '98765432')).toMatchObject({
      adres: 'https://knooppunt.example/ggk',
      certificaat: eigen.certificaat,
      geduldMs: 30_000,
    })
    expect(t.naar('9990', '12345678')?.adres).toBe('https://ander.example/')
    expect(t.naar('9990', '98765432')).toBe(t.naar('9990', '11111111'))
    expect(t.naar('98765432', '9990')).toBeNull()
    expect(t.ontvangst()).toBeNull()
  })
  it('kent een ander aan het OIN of aan de vingerafdruk', async () => {
    const vingerafdruk = (anders.vingerafdruk.match(/../g) ?? []).join(':').toUpperCase()
    const t = await goed(`${PARTIJEN}${VERZENDING}vertrouwd:
  - { oin: "00000001", namens: ["98765432", "12345678"] }
  - { vingerafdruk: "${vingerafdruk}", namens: iedereen }\n`)
    expect(t.namensWie({ oin: '00000001', vingerafdruk: 'x' })).toEqual(['98765432', '12345678'])
    expect(t.namensWie({ oin: null, vingerafdruk: anders.vingerafdruk })).toBe('iedereen')
    expect(t.namensWie({ oin: '00000002', vingerafdruk: 'x' })).toBeNull()
    expect(t.namensWie({ oin: null, vingerafdruk: 'x' })).toBeNull()
  })
  it.each([
    [
      `${VERZENDING}partijen: { "9990": { weg: https, adres: "http://x.example" } }`,
      'keten.yaml:2:35  Hier hoort een adres dat met https:// begint',
    ],
    [`${VERZENDING}partijen: { "9990": { weg: fax } }`, 'Kies https, map of geen.'],
    [`${VERZENDING}partijen: { "9990": { weg: https } }`, 'Bij de weg https hoort een adres'],
    [PARTIJEN, 'hoort een deel "verzending"'],
    ['partijen: { "999": { weg: geen } }', 'Hier hoort een gemeentecode van vier of een AGB-code van acht cijfers'],
    ['partijen: { "9990": { weg: map } }', 'partij 9990 heeft de weg map; geef met MEEDOEN_BERICHTEN welke map.'],
    [`${PARTIJEN}verzendig: {}\n${VERZENDING}`, 'Het veld verzendig bestaat hier niet. Bedoelde u "verzending"?'],
    [`${PARTIJEN}verzending: { certificaat: weg.crt, sleutel: eigen.key }`, 'verzending.certificaat: weg.crt: Het bestand bestaat niet.'],
    [
      `${PARTIJEN}verzending: { certificaat: leeg.crt, sleutel: eigen.key }`,
      'verzending.certificaat: leeg.crt: Hierin staat geen certificaat',
    ],
    [
      `${PARTIJEN}verzending: { certificaat: eigen.crt, sleutel: anders.key }`,
      'verzending.sleutel: anders.key: De sleutel hoort niet bij het certificaat.',
    ],
    [`${PARTIJEN}verzending: { certificaat: eigen.crt, sleutel: ca.crt }`, 'verzending.sleutel: ca.crt: Hierin staat geen sleutel'],
    [
      `${PARTIJEN}verzending: { certificaat: eigen.crt, sleutel: eigen.key, ca: leeg.crt }`,
      'verzending.ca: leeg.crt: Hierin staat geen certificaat',
    ],
    [
      `${PARTIJEN}verzending: { certificaat: eigen.crt, sleutel: eigen.key, ca: ca.crt, crl: leeg.crt }`,
      'verzending.crl: leeg.crt: Hierin staat geen intrekkingslijst (PEM, met BEGIN X509 CRL).',
    ],
    [
      `${PARTIJEN}${VERZENDING}ontvangst: { poort: 8443, ca: ca.crt, certificaat: eigen.crt, sleutel: eigen.key }`,
      'Zonder "vertrouwd" neemt de ontvangst niets aan.',
    ],
    [`${PARTIJEN}${VERZENDING}ontvangst: { poort: 8443, ca: ca.crt }`, 'óf certificaat en sleutel'],
    [`${PARTIJEN}${VERZENDING}vertrouwd: [{ namens: iedereen }]`, 'Noem óf het oin óf de vingerafdruk.'],
    [`${PARTIJEN}${VERZENDING}vertrouwd: [{ oin: 12, namens: iedereen }]`, 'Hier hoort een OIN; zet codes tussen aanhalingstekens'],
    ['partijen: {', 'keten.yaml:1'],
  ])('fout: %s', async (tekst, verwacht) => {
    expect(await fouten(tekst)).toContain(verwacht)
  })
  it('een bestand dat er niet is', async () => {
    expect(await openTransport(join(map, 'nergens.yaml'), false)).toMatchObject({
      ok: false,
      fout: [expect.stringContaining('Het bestand bestaat niet.')],
    })
  })
})

describe('certificaten in het oog', () => {
  const metCertificaat = async (tot: Date, van?: Date): Promise<Transport> => {
    const { certificaat, sleutel } = geefUit(ca, { tot, ...(van && { van }) })
    leg('wissel.crt', certificaat)
    leg('wissel.key', sleutel)
    return goed(`${PARTIJEN}verzending: { certificaat: wissel.crt, sleutel: wissel.key }`)
  }
  it.each([
    [200, null],
    [61, null],
    [60, 'verloopt over 60 dagen'],
    [30, 'verloopt over 30 dagen'],
    [1, 'verloopt over 1 dag,'],
    [-1, 'is verlopen op'],
  ])('nog %i dagen', async (dagen, melding) => {
    const [stand] = (await metCertificaat(over(dagen), over(-400))).certificaten(nu)
    expect(stand).toMatchObject({ naam: 'verzending', dagen, melding: melding === null ? null : expect.stringContaining(melding) })
  })
  it.each([
    ['nog een uur', 1 / 24, null],
    ['al verlopen', -2, 'ontvangst.crl: De intrekkingslijst is verlopen op'],
  ])('een intrekkingslijst: %s', async (_, dagen, melding) => {
    leg('weg.crl', trekIn(ca, [], over(dagen)))
    const t = await goed(`${PARTIJEN}${VERZENDING}vertrouwd: [{ oin: "1", namens: iedereen }]
ontvangst: { poort: 8443, certificaat: eigen.crt, sleutel: eigen.key, ca: ca.crt, crl: weg.crl }\n`)
    const stand = t.certificaten(nu).find((c) => c.naam === 'ontvangst.crl')
    expect(stand).toMatchObject({ verloopt: melding !== null, melding: melding === null ? null : expect.stringContaining(melding) })
    expect(t.ontvangst()?.soort).toMatchObject({ tls: { crl: expect.stringContaining('X509 CRL') } })
    // Een nieuwe lijst telt zonder herstart.
    leg('weg.crl', trekIn(ca, [eigen], over(20)))
    expect(await t.vernieuw()).toMatchObject({ ok: true, value: true })
    expect(t.certificaten(nu).find((c) => c.naam === 'ontvangst.crl')?.dagen).toBe(20)
  })
  it.each([
    ['ontvangst.crl', 'De intrekkingslijst voor ontvangst.crl is verlopen op', 'Haal de nieuwste lijst op bij de uitgever'],
    ['ontvangst', 'Het certificaat voor ontvangst is verlopen op', 'Vraag een nieuw certificaat aan'],
  ])('het werk voor de beheerder zegt wat er te halen valt: %s', (naam, titel, doe) => {
    const werk = toonCertificaatwerk({ naam, tot: over(-1), gemeld_op: nu, klaar_op: null }, nu)
    expect(werk).toMatchObject({ titel: expect.stringContaining(titel), doe: expect.stringContaining(doe) })
  })
  it('dat nog niet geldt', async () => {
    const [stand] = (await metCertificaat(over(400), over(3))).certificaten(nu)
    expect(stand?.melding).toContain('verzending: Het certificaat geldt pas vanaf')
  })
  it('elke dag één keer gemeld, en een nieuw bestand geldt meteen', async () => {
    const t = await metCertificaat(over(5))
    const gemeld: string[] = []
    const kijk = (dag: number) => meldCertificaten(t, over(dag), (tekst) => void gemeld.push(tekst))
    await kijk(0)
    await kijk(0)
    expect(gemeld).toHaveLength(1)
    await kijk(1)
    expect(gemeld).toHaveLength(2)
    const oud = t.naar('9990', '98765432')
    const nieuw = geefUit(ca, { tot: over(300) })
    for (const [naam, tekst] of [
      ['wissel.crt', nieuw.certificaat],
      ['wissel.key', nieuw.sleutel],
    ] as const) {
      leg(`${naam}.nieuw`, tekst)
      renameSync(join(map, `${naam}.nieuw`), join(map, naam))
    }
    await kijk(1)
    expect(t.naar('9990', '98765432')?.certificaat).toBe(nieuw.certificaat)
    expect(t.naar('9990', '98765432')).not.toBe(oud)
    expect(t.certificaten(over(1))[0]).toMatchObject({ melding: null })
    expect(gemeld).toHaveLength(2)
  })
  it('een nieuw bestand dat niet klopt telt niet: het oude blijft in gebruik, en het wordt gezegd', async () => {
    const t = await metCertificaat(over(300))
    const oud = t.naar('9990', '98765432')?.certificaat
    leg('wissel.key', anders.sleutel)
    const gemeld: string[] = []
    await meldCertificaten(t, nu, (tekst) => void gemeld.push(tekst))
    expect(gemeld).toEqual([
      expect.stringContaining('De sleutel hoort niet bij het certificaat. De vorige certificaten blijven in gebruik.'),
    ])
    expect(t.naar('9990', '98765432')?.certificaat).toBe(oud)
  })
})
