/** De envelop: heen en terug hetzelfde, elke schrijfwijze goed, en wat niet klopt met een reden geweigerd. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leesBericht } from '../codec.ts'
import { controleer } from '../controleer.ts'
import { schrijfBericht } from '../schrijf.ts'
import { een305 } from '../voorbeelden.testhulp.ts'
import { type Envelop, GRENS, soapActie } from './envelop.ts'
import { STUK } from '../adempauze.ts'
import { leesEnvelop } from './lees.ts'
import { type Afzender, bevestig, isRetourenvelop, maakFoutverslag, pakHeenIn, pakRetourIn, standaardGgkkeuzes } from './pak-in.ts'
import { schrijfEnvelop, schrijfSoap } from './schrijf.ts'

const UUID = '3f8a2c10-6b1d-4e7f-9a55-0c1d2e3f4a5b'
const ANDER = '7d0b9e42-1c3a-4f6d-8b2e-5a6b7c8d9e0f'
const utf8 = (tekst: string): Uint8Array => new TextEncoder().encode(tekst)
const afzender: Afzender = {
  systeem: { organisatie: '98765432', applicatie: 'Meedoen' },
  applicatieVersie: '0000',
  applicatieSubversie: '0001',
  referentienummer: UUID,
  tijdstip: '20260210132514',
}
const start = (): { xml: Uint8Array; heen: Extract<Envelop, { soort: 'Di01' }> } => {
  const geschreven = schrijfBericht('WMO305', een305())
  if (!geschreven.ok) throw new Error('geen bericht')
  const gelezen = leesBericht(geschreven.value)
  if (!gelezen.ok) throw new Error('onleesbaar')
  const xml = utf8(geschreven.value)
  return { xml, heen: pakHeenIn({ beschreven: gelezen.value.beschreven, xml, naar: '9990' }, afzender) }
}
const { xml, heen } = start()
const stam = {
  zender: afzender.systeem,
  ontvanger: { applicatie: 'GGk' },
  referentienummer: 'r-1',
  tijdstip: '20260210',
  crossRefnummer: UUID,
}
const fout = { code: 'StUF055', plek: 'client', omschrijving: 'Bericht voldoet niet aan het schema.' } as const
const elk: Envelop[] = [
  heen,
  { ...heen, soort: 'Du01', crossRefnummer: ANDER, functie: 'WMO306' },
  { ...heen, lading: { soort: 'tekst', bestandsnaam: 'lijst-1.csv', inhoud: utf8('a;b') } },
  { soort: 'Fo01', ...stam, fout: { ...fout, details: 'WMO305-00000001' } },
  { soort: 'Fo03', ...stam, fout: { ...fout, plek: 'server' } },
  {
    soort: 'Bv03',
    ...stam,
    zender: { organisatie: '9990', applicatie: 'Meedoen', administratie: 'Administratie & meer', gebruiker: '<iemand>' },
  },
]
const geschreven = (e: Envelop, schrijf = schrijfEnvelop): string => {
  const uitkomst = schrijf(e)
  if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.fout))
  return uitkomst.value
}
const di01 = geschreven(heen)
const redenen = async (x: string | Uint8Array): Promise<string> => {
  const uitkomst = await leesEnvelop(x)
  return uitkomst.ok ? 'goed' : uitkomst.fout.map((f) => `${f.element}: ${f.tekst}`).join('\n')
}

describe('heen en terug', () => {
  it.each(elk.map((e) => [e.soort, e] as const))('%s los en in SOAP', async (_, envelop) => {
    expect(await leesEnvelop(geschreven(envelop))).toEqual({ ok: true, value: envelop })
    expect(await leesEnvelop(geschreven(envelop, schrijfSoap))).toEqual({ ok: true, value: envelop })
    expect(geschreven(envelop)).toBe(geschreven(structuredClone(envelop)))
  })
  it('elke lading komt byte voor byte terug', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (inhoud) => {
        const terug = await leesEnvelop(geschreven({ ...heen, lading: { soort: 'xml', inhoud } }))
        expect(terug.ok && 'lading' in terug.value && terug.value.lading.inhoud).toEqual(inhoud)
      }),
      { seed: 61, numRuns: 100 },
    )
  })
  it('een grote lading past, tot de hele envelop 25 MB is', async () => {
    const groot = { ...heen, lading: { soort: 'xml' as const, inhoud: new Uint8Array(18 * 1024 * 1024).fill(60) } }
    const terug = await leesEnvelop(geschreven(groot))
    expect(terug.ok && 'lading' in terug.value && terug.value.lading.inhoud.length).toBe(18 * 1024 * 1024)
    expect(schrijfEnvelop({ ...groot, lading: { ...groot.lading, inhoud: new Uint8Array(19 * 1024 * 1024) } })).toMatchObject({
      ok: false,
      fout: [{ tekst: /25 MB/ }],
    })
  })
  it('een lading over regels verdeeld, met een lengte die nergens op een stuk uitkomt', async () => {
    const inhoud = Uint8Array.from({ length: 300_001 }, (_, i) => i % 251)
    const regels = geschreven({ ...heen, lading: { soort: 'xml', inhoud } }).replace(/[A-Za-z0-9+/]{76}/g, '$&\r\n')
    const terug = await leesEnvelop(regels)
    expect(terug.ok && 'lading' in terug.value && terug.value.lading.inhoud).toEqual(inhoud)
  })
  it('een grote houdt ander werk niet op: na elk stuk komt dat aan de beurt', async () => {
    const groot = utf8(geschreven({ ...heen, lading: { soort: 'xml', inhoud: new Uint8Array(1024 * 1024) } }))
    let beurten = 0
    let isKlaar = false
    const telMee = () => {
      beurten++
      if (!isKlaar) setImmediate(telMee)
    }
    setImmediate(telMee)
    const terug = await leesEnvelop(groot)
    isKlaar = true
    expect(terug.ok).toBe(true)
    expect(beurten).toBeGreaterThanOrEqual(Math.floor(groot.length / STUK))
  })
  it('andere voorvoegsels, CDATA, wit en commentaar zijn hetzelfde', async () => {
    const anders = di01
      .replaceAll('GGK:', 'q:')
      .replaceAll('xmlns:GGK', 'xmlns:q')
      .replaceAll('StUF:', 'S.1:')
      .replaceAll('xmlns:StUF', 'xmlns:S.1')
      .replaceAll('><', '>\n  <!-- x --><')
      .replace('>WMO305<', '><![CDATA[WMO305]]><')
      .replace(/(<q:xmlBestand>.{40})/, '$1\r\n  ')
    expect(anders).not.toBe(di01)
    expect(await leesEnvelop(anders)).toEqual({ ok: true, value: heen })
  })
})

describe('geweigerd, met de reden', () => {
  const zonder = (element: string) => di01.replace(new RegExp(`<StUF:${element}>.*?</StUF:${element}>`), '')
  it.each<[string, string | Uint8Array, RegExp]>([
    ['DOCTYPE', di01.replace('?>', '?><!DOCTYPE x [<!ENTITY a "lol">]>'), /DOCTYPE/],
    [
      'externe entiteit',
      di01.replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>').replace('>WMO305<', '>&e;<'),
      /DOCTYPE/,
    ],
    ['diep genest', di01.replace('>WMO305<', `>${'<a>'.repeat(100_000)}<`), /dieper genest/],
    [
      'veel elementen: wat daarna komt wordt niet meer gelezen',
      di01.replace('>WMO305<', `>${'<StUF:a/>'.repeat(100_000)}</kapot><`),
      /meer elementen/,
    ],
    ['veel elementen', di01.replace('>WMO305<', `>${'<StUF:a/>'.repeat(100_000)}<`), /meer elementen/],
    [
      'diep onder detailsXML',
      geschreven(elk[3] as Envelop).replace('</StUF:body>', `<StUF:detailsXML>${'<a>'.repeat(1000)}`),
      /dieper genest/,
    ],
    [
      'veel attributen',
      di01.replace('<StUF:functie>', `<StUF:functie ${Array.from({ length: 1000 }, (_, i) => `a${i}="1"`).join(' ')}>`),
      /attributen/,
    ],
    ['te groot', new Uint8Array(GRENS + 1).fill(32), /25 MB/],
    ['kapotte UTF-8', Uint8Array.from([...utf8(di01.slice(0, 60)), 0xc0, 0x80]), /geen geldige UTF-8/],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x3c, 0]), /UTF-16/],
    ['NUL', di01.replace('>WMO305<', '>a\u0000b<'), /teken dat in XML niet mag/],
    ['halverwege afgebroken', di01.slice(0, 700), /houdt te vroeg op|niet afgesloten/],
    ['geen XML', 'rommel', /buiten het hoofdelement/],
    ['leeg', '', /geen XML-element/],
    ['een bericht zonder envelop', xml, /geen envelop/],
    ['verkeerde naamruimte', di01.replaceAll('koppelvlak/ggk0210', 'koppelvlak/ggk0310'), /geen envelop/],
    ['vreemde berichtcode', di01.replace('>Di01<', '>Du01<'), /berichtcode/],
    ['functie ontbreekt', zonder('functie'), /functie ontbreekt/],
    ['organisatie ontbreekt', zonder('organisatie'), /organisatie ontbreekt/],
    [
      'verkeerde volgorde',
      di01.replace(/(<StUF:referentienummer>.*?<\/StUF:referentienummer>)(<StUF:tijdstipBericht>.*?<\/StUF:tijdstipBericht>)/, '$2$1'),
      /referentienummer hoort hier niet/,
    ],
    ['twee keer hetzelfde', di01.replace('<StUF:functie>', '<StUF:functie>x</StUF:functie><StUF:functie>'), /functie hoort hier niet/],
    ['referentienummer geen UUID 4', di01.replace(UUID, UUID.replace('-4', '-1')), /referentienummer/],
    ['referentienummer met hoofdletters', di01.replace(UUID, UUID.toUpperCase()), /referentienummer/],
    ['tijdstip met streepjes', di01.replace('20260210132514', '2026-02-10T13:25'), /tijdstipBericht/],
    ['versie van drie cijfers', di01.replace('>0003<', '>003<'), /functieVersie/],
    ['base64 dat doorgaat na zijn aanvulling', di01.replace(/<GGK:xmlBestand>.*?</, '<GGK:xmlBestand>QQ==QUJD<'), /geen base64/],
    ['base64 met een half teken', di01.replace(/<GGK:xmlBestand>.*?</, '<GGK:xmlBestand>QUJDR<'), /geen base64/],
    [
      'base64 met een fout in een later stuk',
      di01.replace(/<GGK:xmlBestand>.*?</, `<GGK:xmlBestand>${'QUJD'.repeat(50_000)}Q=JD<`),
      /geen base64/,
    ],
    [
      'base64 met aanvulling midden in, op de grens van een stuk',
      di01.replace(/<GGK:xmlBestand>.*?</, `<GGK:xmlBestand>${'QUJD'.repeat(16_383)}QQ==${'QUJD'.repeat(9)}<`),
      /geen base64/,
    ],
    ['geen base64', di01.replace(/<GGK:xmlBestand>../, '<GGK:xmlBestand>*!'), /geen base64/],
    ['base64 met losse bits', di01.replace(/<GGK:xmlBestand>.*?</, '<GGK:xmlBestand>QR==<'), /geen base64/],
    [
      'twee bestanden',
      di01.replace('<GGK:xmlBestand>', '<GGK:tekstBestand bestandsnaam="a.txt">QQ==</GGK:tekstBestand><GGK:xmlBestand>'),
      /precies één/,
    ],
    ['geen bestand', di01.replace(/<GGK:xmlBestand>.*?<\/GGK:xmlBestand>/, ''), /precies één/],
    [
      'tekstbestand zonder naam',
      di01.replace(/<GGK:xmlBestand>.*?<\/GGK:xmlBestand>/, '<GGK:tekstBestand>QQ==</GGK:tekstBestand>'),
      /bestandsnaam ontbreekt/,
    ],
    [
      'naam met een pad',
      di01.replace(/<GGK:xmlBestand>.*?<\/GGK:xmlBestand>/, '<GGK:tekstBestand bestandsnaam="../../x">QQ==</GGK:tekstBestand>'),
      /tekstBestand/,
    ],
    ['vreemd attribuut', di01.replace('<StUF:functie>', '<StUF:functie x="1">'), /attribuut x/],
    ['losse tekst', di01.replace('<GGK:parameters>', '<GGK:parameters>hallo'), /geen losse tekst/],
    ['twee dingen in SOAP', geschreven(heen, schrijfSoap).replace('</soap:Body>', '<x/></soap:Body>'), /precies één element/],
    [
      'SOAP-fout zonder Fo03',
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode></s:Fault></s:Body></s:Envelope>',
      /geen Fo03/,
    ],
  ])('%s', async (_, envelop, reden) => expect(await redenen(envelop)).toMatch(reden))

  it('schrijft niets dat de lezer zou weigeren', () => {
    expect(schrijfEnvelop({ ...heen, referentienummer: 'x' })).toMatchObject({
      ok: false,
      fout: [{ plaats: '/stuurgegevens/referentienummer' }],
    })
    expect(schrijfEnvelop({ ...heen, zender: { applicatie: 'Meedoen' } })).toMatchObject({
      ok: false,
      fout: [{ plaats: '/stuurgegevens/zender/organisatie' }],
    })
    expect(schrijfEnvelop({ ...heen, functie: 'a\u0000' })).toMatchObject({ ok: false })
    expect(schrijfEnvelop({ ...heen, lading: { soort: 'tekst', bestandsnaam: 'a"b.txt', inhoud: xml } })).toMatchObject({ ok: false })
    expect(schrijfEnvelop({ soort: 'Fo01', ...stam, fout: { ...fout, omschrijving: 'x'.repeat(201) } })).toMatchObject({ ok: false })
  })
  it('laat detailsXML liggen: daar staat het bericht nog eens in', async () => {
    const melding = elk[3] as Envelop
    const metDetails = geschreven(melding).replace(
      '</StUF:body>',
      '<StUF:detailsXML><a xmlns="urn:x"><Bsn>999990019</Bsn></a></StUF:detailsXML></StUF:body>',
    )
    expect(await leesEnvelop(metDetails)).toEqual({ ok: true, value: melding })
  })
})

describe('inpakken', () => {
  it('een heenbericht krijgt zijn soort en de versie van de standaard mee', () => {
    expect(heen).toMatchObject({
      soort: 'Di01',
      functie: 'WMO305',
      ontvanger: { organisatie: '9990', applicatie: 'GGk' },
      versies: { functieVersie: '0003', functieSubversie: '0002' },
    })
    expect(Buffer.from(heen.lading.inhoud).equals(Buffer.from(xml))).toBe(true)
  })
  it('een retourbericht verwijst naar de envelop van het heenbericht', async () => {
    const gelezen = leesBericht(xml)
    if (!gelezen.ok) throw new Error('onleesbaar')
    const retour = pakRetourIn({ beschreven: gelezen.value.beschreven, xml, naar: '9990' }, { ...afzender, referentienummer: ANDER }, UUID)
    expect(retour).toMatchObject({ soort: 'Du01', crossRefnummer: UUID, referentienummer: ANDER })
    expect(await leesEnvelop(geschreven(retour))).toEqual({ ok: true, value: retour })
  })
  it('alleen over het declaratieantwoord verschillen de bronnen: dat is een keuze', () => {
    const beschreven = leesBericht(xml)
    if (!beschreven.ok) throw new Error('onleesbaar')
    const { release } = beschreven.value.beschreven
    const soort = (naam: string, keuze = standaardGgkkeuzes) => {
      const bericht = release.berichten.find((b) => b.naam === naam)
      if (bericht === undefined) throw new Error(naam)
      return isRetourenvelop({ release, bericht }, keuze)
    }
    expect(['WMO301', 'WMO305', 'WMO323', 'WMO325'].map((n) => soort(n))).toEqual([false, false, false, false])
    expect(['WMO302', 'WMO306', 'WMO308', 'WMO316', 'WMO318', 'WMO320'].map((n) => soort(n))).toEqual(Array(6).fill(true))
    expect(soort('WMO325', { envelop325: 'Du01' })).toBe(true)
  })
  it('wat het schema weigert krijgt een foutverslag met StUF055, zonder gegevens van de cliënt', () => {
    const kapot = new TextDecoder().decode(xml).replace('<wmo305:Bsn>999990019', '<wmo305:Bsn>99999001X')
    const { fouten } = controleer(utf8(kapot)).niveau1
    const verslag = maakFoutverslag(heen, fouten, { ...afzender, referentienummer: ANDER })
    expect(verslag).toMatchObject({
      soort: 'Fo01',
      crossRefnummer: UUID,
      ontvanger: heen.zender,
      fout: { code: 'StUF055', details: 'WMO305-00000001' },
    })
    expect(verslag.fout.omschrijving).toMatch(/Regel \d+, Bsn/)
    expect(geschreven(verslag)).not.toContain('99999001')
  })
  it('bevestigen noemt de envelop die ontvangen is', async () => {
    const bevestiging = bevestig(heen, { ...afzender, systeem: { organisatie: '9990', applicatie: 'Meedoen' }, referentienummer: ANDER })
    expect(await leesEnvelop(geschreven(bevestiging, schrijfSoap))).toMatchObject({
      ok: true,
      value: { soort: 'Bv03', crossRefnummer: UUID },
    })
  })
  it('elke soort die verstuurd wordt heeft haar SOAP-actie', () => {
    expect(soapActie).toEqual({
      Di01: 'http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Di01',
      Du01: 'http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Du01',
      Fo01: 'http://www.egem.nl/StUF/StUF0301/Fo01',
    })
  })
})
