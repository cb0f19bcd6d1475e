import { describe, expect, it } from 'vitest'
import { maskeerVrij, maskeerXml } from './maskeer.ts'
import { schrijfBericht } from './schrijf.ts'
import { BSN, een301 } from './voorbeelden.testhulp.ts'

describe('de XML zonder burgerservicenummers', () => {
  it('verandert verder niets aan een gewoon bericht', () => {
    const m = een301()
    m.Client.Commentaar = `Belt over ${BSN}, niet over 999990018.`
    const xml = schrijfBericht('WMO301', m)
    if (!xml.ok) throw new Error(JSON.stringify(xml.fout))
    const gemaskeerd = maskeerXml(xml.value)
    expect(gemaskeerd).toBe(xml.value.replaceAll(BSN, '*******19'))
    expect(gemaskeerd).toContain('niet over 999990018')
    expect(gemaskeerd).not.toContain(BSN)
  })

  it.each([
    ['met een voorvoegsel', `<wmo:Bsn>${BSN}</wmo:Bsn>`],
    ['een nummer dat de elfproef niet haalt', '<Bsn>999990018</Bsn>'],
    ['met witruimte', `<Bsn >\n ${BSN} </Bsn>`],
    ['in CDATA', `<Bsn><![CDATA[${BSN}]]></Bsn>`],
    ['half in CDATA, in vrije tekst', '<Commentaar>9999<![CDATA[90019]]></Commentaar>'],
    ['door een opmerking geknipt', '<Commentaar>9999<!-- x -->90019</Commentaar>'],
    ['door een instructie geknipt', '<Commentaar>9999<?x y?>90019</Commentaar>'],
    ['als verwijzing', '<Commentaar>&#57;&#x39;&#057;&#x0039;90019</Commentaar>'],
    ['met nullen ertussen, zoals in een andere tekenset', [...`<Bsn>${BSN}</Bsn>`].join('\0')],
    ['in een attribuut', `<Client nummer="${BSN}"/>`],
    ['afgebroken', `<Client><Bsn>${BSN}`],
  ])('%s', (_, xml) => {
    const zichtbaar = maskeerXml(xml).replace(/\D/g, '')
    expect(zichtbaar).not.toContain('99999001')
    expect(zichtbaar.length).toBeLessThanOrEqual(2)
  })

  it('laat een nummer van een andere lengte staan', () => {
    expect(maskeerVrij('98765432 en 9999900190')).toBe('98765432 en 9999900190')
  })
})
