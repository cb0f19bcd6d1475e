import { describe, expect, it } from 'vitest'
import { leesOmvang } from './lees-omvang.ts'
import { catalogusMetOmvang } from './verzonnen-catalogus.testhulp.ts'

const goed = { activiteit: 'N-1', minuten: 45, keer: { aantal: 1, per: 'week' }, soort: 'norm' }

describe('leesOmvang', () => {
  const lees = (ruw: unknown) => leesOmvang(catalogusMetOmvang(), ruw)
  const fouten = (ruw: unknown) => {
    const gelezen = lees(ruw)
    return gelezen.ok ? [] : gelezen.fout.map((f) => `${f.code} ${f.plaats}`)
  }

  it('leest alle velden', () => {
    const regel = { ...goed, zwaarte: 'licht', resultaat: 'rust', reden: 'r', motivering: 'm' }
    const ruw = {
      catalogus: 'waterland',
      gemeente: 'waterland',
      instellingen: { normenkader: 'leeg' },
      product: 'TUIN',
      van: '2026-01-01',
      regels: [regel],
      afronding: { op: 15, wijze: 'naar_boven' },
      vastgesteld: { minutenPerWeek: 60 },
      onderbouwing: { capaciteiten: 'c', situatie: 's' },
    }
    expect(lees(ruw)).toEqual({
      ok: true,
      value: {
        keuze: { gemeente: 'Waterland', instellingen: { normenkader: 'leeg' } },
        opgave: {
          wijze: 'regels',
          product: 'TUIN',
          regels: [regel],
          afronding: { op: 15, wijze: 'naar_boven' },
          vastgesteld: { minutenPerWeek: 60 },
          onderbouwing: { capaciteiten: 'c', situatie: 's' },
          periode: { van: '2026-01-01' },
        },
      },
    })
  })

  it.each([
    ['geen blok', 'x', ['INVOER_ONGELDIG ']],
    ['niets', {}, ['REGELS_ONTBREKEN /regels']],
    ['een tikfout in een veld', { regel: [] }, ['VELD_ONBEKEND /regel', 'REGELS_ONTBREKEN /regels']],
    ['regels en dagdelen', { product: 'ZANG', regels: [], dagdelen: 2 }, ['INVOER_DUBBEL /dagdelen']],
    ['negatieve minuten', { regels: [{ ...goed, minuten: -10 }] }, ['MINUTEN_ONGELDIG /regels/0/minuten']],
    ['negatieve aftrek', { regels: [{ ...goed, minuten: -10, soort: 'aftrek' }] }, ['MINUTEN_ONGELDIG /regels/0/minuten']],
    ['halve minuten', { regels: [{ ...goed, minuten: 7.5 }] }, ['MINUTEN_ONGELDIG /regels/0/minuten']],
    ['minuten als tekst', { regels: [{ ...goed, minuten: '45' }] }, ['MINUTEN_ONGELDIG /regels/0/minuten']],
    ['meer minuten dan een dag heeft', { regels: [{ ...goed, minuten: 1441 }] }, ['MINUTEN_ONGELDIG /regels/0/minuten']],
    ['nul keer', { regels: [{ ...goed, keer: { aantal: 0, per: 'week' } }] }, ['AANTAL_ONGELDIG /regels/0/keer/aantal']],
    ['een derde keer', { regels: [{ ...goed, keer: { aantal: 1 / 3, per: 'week' } }] }, ['AANTAL_ONGELDIG /regels/0/keer/aantal']],
    ['een onbekende frequentie', { regels: [{ ...goed, keer: { aantal: 1, per: 'jaar' } }] }, ['WAARDE_ONBEKEND /regels/0/keer/per']],
    ['geen frequentie', { regels: [{ ...goed, keer: 2 }] }, ['KEER_ONGELDIG /regels/0/keer']],
    ['een onbekende soort', { regels: [{ ...goed, soort: 'extra' }] }, ['WAARDE_ONBEKEND /regels/0/soort']],
    ['geen activiteit', { regels: [{ ...goed, activiteit: undefined }] }, ['ACTIVITEIT_ONTBREEKT /regels/0']],
    ['een lege activiteit', { regels: [{ ...goed, activiteit: ' ' }] }, ['TEKST_ONGELDIG /regels/0/activiteit']],
    ['een getal als regel', { regels: [3] }, ['REGEL_ONGELDIG /regels/0']],
    ['een onbekend product', { product: 'TUINN', regels: [] }, ['PRODUCT_ONBEKEND /product']],
    ['een rare afronding', { regels: [], afronding: { op: 0, wijze: 'dichtstbij' } }, ['AFRONDING_ONGELDIG /afronding']],
    ['een rare afrondwijze', { regels: [], afronding: { op: 5, wijze: 'omhoog' } }, ['AFRONDING_ONGELDIG /afronding']],
    ['een vastgestelde omvang onder nul', { regels: [], vastgesteld: { minutenPerWeek: -1 } }, ['VASTGESTELD_ONGELDIG /vastgesteld']],
    ['een onderbouwing als tekst', { regels: [], onderbouwing: 'ja' }, ['ONDERBOUWING_ONGELDIG /onderbouwing']],
    ['dagdelen zonder product', { dagdelen: 2 }, ['PRODUCT_ONTBREEKT /product']],
    ['dagdelen onder nul', { product: 'ZANG', dagdelen: -2 }, ['DAGDELEN_ONGELDIG /dagdelen']],
    ['dagdelen als tekst', { product: 'ZANG', dagdelen: '2' }, ['DAGDELEN_ONGELDIG /dagdelen']],
    ['een resultaat dat niet bestaat', { product: 'ZANG', dagdelen: 2, resultaten: ['plezir'] }, ['RESULTAAT_ONBEKEND /resultaten/0']],
    ['resultaten zonder lijst', { product: 'ZANG', dagdelen: 2, resultaten: 'plezier' }, ['RESULTATEN_ONGELDIG /resultaten']],
    ['een einde voor het begin', { product: 'TUIN', regels: [], van: '2026-02-01', tot: '2026-01-01' }, ['EINDE_VOOR_BEGIN /tot']],
    ['een dag die niet bestaat', { product: 'TUIN', regels: [], van: '2026-02-30' }, ['DATUM_ONGELDIG /van']],
    ['een periode zonder product', { regels: [], van: '2026-02-01' }, ['PRODUCT_ONTBREEKT /product']],
    ['een andere catalogus', { catalogus: 'bergland', regels: [] }, ['ANDERE_CATALOGUS /catalogus']],
    ['een onbekende instelling', { instellingen: { normkader: 'leeg' }, regels: [] }, ['INSTELLING_ONBEKEND /instellingen/normkader']],
  ])('weigert %s', (_, ruw, verwacht) => expect(fouten(ruw)).toEqual(verwacht))

  it('weigert tienduizend regels met één melding', () => {
    expect(fouten({ regels: Array(10_000).fill(goed) })).toEqual(['TE_VEEL_REGELS /regels'])
    expect(fouten({ regels: Array(1_000).fill(goed) })).toEqual([])
  })

  it('helpt op weg', () => {
    const gelezen = lees({ product: 'ZANG', dagdelen: 2, resultaten: ['plezir'] })
    expect(gelezen.ok ? null : gelezen.fout[0]?.tekst).toBe(
      'Het resultaat "plezir" bestaat niet. Bedoelde u "plezier"? Kies uit: plezier, samen.',
    )
    const min = lees({ regels: [{ ...goed, minuten: -10 }] })
    expect(min.ok ? null : min.fout[0]?.tekst).toBe(
      '"-10" kan hier niet: geef hele minuten van 0 tot en met 1440. Gebruik voor minder tijd de soort aftrek of afwijking.',
    )
  })
})
