import { describe, expect, it } from 'vitest'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { leesGeval } from './lees-geval.ts'

function catalogusMet(van = '', door = '') {
  const geladen = laadCatalogus(kleineBestanden(van, door))
  if (!geladen.ok) throw new Error(geladen.fout.map((f) => f.tekst).join('\n'))
  return geladen.value
}
const catalogus = catalogusMet()
const fouten = (ruw: unknown, c = catalogus) => {
  const gelezen = leesGeval(c, ruw)
  return gelezen.ok ? [] : gelezen.fout
}

describe('leesGeval', () => {
  it('leest antwoorden van elke soort; onbekend en null tellen als niet gegeven', () => {
    const ruw = { gemeente: '9901', antwoorden: { hulpNodig: 'ja', last: 3, soorten: [], tempo: 'onbekend' } }
    expect(leesGeval(catalogus, ruw)).toEqual({
      ok: true,
      value: { gemeente: 'Zonnedal', antwoorden: { hulpNodig: 'ja', last: 3, soorten: [] } },
    })
    expect(leesGeval(catalogus, { antwoorden: { hulpNodig: null } })).toEqual({ ok: true, value: { antwoorden: {} } })
  })

  it.each([
    ['geen blok', [], 'INVOER_ONGELDIG', ''],
    ['geen antwoorden', {}, 'ANTWOORDEN_ONTBREKEN', '/antwoorden'],
    ['een onbekend veld', { antwoorden: {}, antwoord: {} }, 'VELD_ONBEKEND', '/antwoord'],
    ['een onbekende vraag', { antwoorden: { hulpnodig: 'ja' } }, 'VRAAG_ONBEKEND', '/antwoorden/hulpnodig'],
    ['een afgeleide waarde als antwoord', { antwoorden: { zwaar: 'ja' } }, 'ANTWOORD_AFGELEID', '/antwoorden/zwaar'],
    ['een waarde buiten het domein', { antwoorden: { hulpNodig: 'misschien' } }, 'ANTWOORD_ONGELDIG', '/antwoorden/hulpNodig'],
    ['true in plaats van ja', { antwoorden: { hulpNodig: true } }, 'ANTWOORD_ONGELDIG', '/antwoorden/hulpNodig'],
    ['een getal als tekst', { antwoorden: { last: '3' } }, 'ANTWOORD_ONGELDIG', '/antwoorden/last'],
    ['een negatief getal', { antwoorden: { last: -1 } }, 'ANTWOORD_ONGELDIG', '/antwoorden/last'],
    ['een te hoog getal', { antwoorden: { last: 11 } }, 'ANTWOORD_ONGELDIG', '/antwoorden/last'],
    ['een te precies getal', { antwoorden: { last: 2.5 } }, 'ANTWOORD_ONGELDIG', '/antwoorden/last'],
    ['een losse waarde waar een lijst hoort', { antwoorden: { soorten: 'koken' } }, 'ANTWOORD_ONGELDIG', '/antwoorden/soorten'],
    ['een dubbele waarde in een lijst', { antwoorden: { soorten: ['koken', 'koken'] } }, 'ANTWOORD_ONGELDIG', '/antwoorden/soorten'],
    ['een vreemde waarde in een lijst', { antwoorden: { soorten: ['zwemmen'] } }, 'ANTWOORD_ONGELDIG', '/antwoorden/soorten'],
    ['een onbekende gemeente', { gemeente: 'Zonnedaal', antwoorden: {} }, 'GEMEENTE_ONBEKEND', '/gemeente'],
    ['een gemeente als getal', { gemeente: 9901, antwoorden: {} }, 'GEMEENTE_ONGELDIG', '/gemeente'],
    [
      'overschrijven wat niet overschreven mag worden',
      { antwoorden: {}, overschrijvingen: { zwaar: { waarde: 'ja', motivering: 'x' } } },
      'OVERSCHRIJVING_NIET_TOEGESTAAN',
      '/overschrijvingen/zwaar',
    ],
    ['overschrijvingen als lijst', { antwoorden: {}, overschrijvingen: [] }, 'OVERSCHRIJVING_ONGELDIG', '/overschrijvingen'],
  ])('weigert %s', (_, ruw, code, plaats) => {
    expect(fouten(ruw)).toMatchObject([{ code, plaats }])
  })

  it('doet een voorstel bij een tikfout', () => {
    expect(fouten({ antwoorden: { hulpnodg: 'ja' } })[0]?.tekst).toContain('Bedoelde u "hulpNodig"?')
    expect(fouten({ antwoorden: { soorten: ['kokn'] } })[0]?.tekst).toContain('Bedoelde u "koken"?')
    expect(fouten({ gemeente: 'Zonnedaal', antwoorden: {} })[0]?.tekst).toContain('Bedoelde u "Zonnedal"?')
  })

  it('kent alleen vragen van de catalogus, niet de namen die elk object heeft', () => {
    const ruw = JSON.parse(
      '{"antwoorden":{"constructor":"ja","toString":"nee","__proto__":"ja"},"overschrijvingen":{"valueOf":{"waarde":"ja","motivering":"x"}}}',
    )
    expect(fouten(ruw).map((f) => f.code)).toEqual(['VRAAG_ONBEKEND', 'VRAAG_ONBEKEND', 'VRAAG_ONBEKEND', 'OVERSCHRIJVING_NIET_TOEGESTAAN'])
  })

  it('meldt alle fouten tegelijk', () => {
    expect(fouten({ gemeente: 'X', antwoorden: { hulpNodig: 1, last: 'a', nergens: 'ja' } })).toHaveLength(4)
  })

  it('neemt een overschrijving aan met motivering, en weigert haar zonder', () => {
    const c = catalogusMet('tekst: De last is hoog\n', 'tekst: De last is hoog\n    overschrijfbaar: met_motivering\n')
    const met = (motivering: string, waarde = 'ja') => ({ antwoorden: {}, overschrijvingen: { zwaar: { waarde, motivering } } })
    expect(leesGeval(c, met('Gezien op huisbezoek.'))).toMatchObject({ ok: true, value: { overschrijvingen: { zwaar: { waarde: 'ja' } } } })
    expect(fouten(met(' '), c)).toMatchObject([{ code: 'MOTIVERING_ONTBREEKT', plaats: '/overschrijvingen/zwaar/motivering' }])
    expect(fouten(met('x', 'heel'), c)).toMatchObject([{ code: 'OVERSCHRIJVING_ONGELDIG', plaats: '/overschrijvingen/zwaar/waarde' }])
  })

  it('leidt een antwoord af uit een getal en weigert tegenspraak', () => {
    const c = catalogusMet('tekst: Is er hulp nodig?,', 'tekst: Is er hulp nodig?, bepaaldDoor: {vraag: last, vanaf: {instelling: grens}},')
    expect(leesGeval(c, { antwoorden: { last: 5 } })).toMatchObject({ value: { antwoorden: { last: 5, hulpNodig: 'ja' } } })
    expect(leesGeval(c, { antwoorden: { last: 5 } }, { instellingen: { grens: 6 } })).toMatchObject({
      value: { antwoorden: { hulpNodig: 'nee' } },
    })
    expect(fouten({ antwoorden: { last: 5, hulpNodig: 'nee' } }, c)).toMatchObject([
      { code: 'ANTWOORDEN_TEGENSTRIJDIG', plaats: '/antwoorden/hulpNodig' },
    ])
  })
})
