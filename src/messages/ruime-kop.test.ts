import { describe, expect, it } from 'vitest'
import { leesRuimeKop } from './ruime-kop.ts'

const lees = (xml: string) => leesRuimeKop(Buffer.from(xml))
const niets = { afzender: null, ontvanger: null, identificatie: null, dagtekening: null }

describe('de kop van een bestand dat verder niet klopt', () => {
  it('is te lezen, met elk voorvoegsel en ook als het bestand halverwege ophoudt', () => {
    const kop = `<a:Bericht xmlns:a="x"><a:Header><a:Afzender x="1"> 12345678 </a:Afzender><Ontvanger>9990</Ontvanger>
      <b:BerichtIdentificatie><b:Identificatie>D-1</b:Identificatie><b:Dagtekening>2026-02-20</b:Dagtekening></b:BerichtIdentificatie></a:He`
    expect(lees(kop)).toEqual({ afzender: '12345678', ontvanger: '9990', identificatie: 'D-1', dagtekening: '2026-02-20' })
  })
  it('wat er niet staat, of geen code of dag is, blijft leeg', () => {
    expect(lees('<x/>')).toEqual(niets)
    expect(lees('geen xml')).toEqual(niets)
    expect(lees('<Afzender>123</Afzender><Ontvanger>&x;</Ontvanger><Dagtekening>2026-13-40</Dagtekening>')).toEqual(niets)
  })
  it('een kenmerk dat op een burgerservicenummer lijkt is afgeschermd', () => {
    expect(lees('<Identificatie>999990019</Identificatie>').identificatie).toBe('*******19')
  })
})
