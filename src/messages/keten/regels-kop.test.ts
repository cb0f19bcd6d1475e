/** De kop tegen eerdere berichten, de kalender en de lijst van gemeenten. */
import { describe, expect, it } from 'vitest'
import { ketengoed, ketenmis, maakOefening, PARTIJEN, stuur, toewijzing, wijsToe, type Zending } from './oefening.testhulp.ts'

const genummerd = (zending: Zending, identificatie: string): Zending => {
  zending.waarde.Header.BerichtIdentificatie.Identificatie = identificatie
  return zending
}
const gedagtekend = (zending: Zending, dag: string): Zending => {
  zending.waarde.Header.BerichtIdentificatie.Dagtekening = dag
  return zending
}
const stop = () => stuur('WMO307')
const start = () => stuur('WMO305')

describe('TR056 Identificatie per soort en verzender', () => {
  ketengoed('TR056', 'zelfde nummer in een andere soort bericht', [wijsToe(), genummerd(start(), 'X1')], genummerd(stop(), 'X1'))
  ketengoed(
    'TR056',
    'een ander nummer',
    [wijsToe(), genummerd(start(), 'X1')],
    genummerd(
      stuur('WMO305', (m) => {
        m.Client.StartProducten.StartProduct = m.Client.StartProducten.StartProduct.map((p) => ({ ...p, StatusAanlevering: '3' as const }))
      }),
      'X2',
    ),
  )
  ketenmis('TR056', 'Header', 'zelfde nummer en soort', [wijsToe(), genummerd(start(), 'X1')], genummerd(start(), 'X1'))
  ketenmis(
    'TR056',
    'Header',
    'bij de aanbieder net zo',
    [genummerd(stuur('WMO315'), 'V'), genummerd(wijsToe(), 'X1')],
    genummerd(wijsToe({ Einddatum: '2026-06-30' }), 'X1'),
    { rol: 'aanbieder' },
  )

  it.each(['bezet', 'vrij'] as const)('na een afgewezen bericht is het nummer %s, naar keuze', async (keuze) => {
    const oefening = maakOefening({ keuzes: { identificatieNaAfwijzing: keuze } })
    await oefening.verwerk(genummerd(start(), 'X1'))
    await oefening.verwerk(wijsToe())
    const opnieuw = await oefening.verwerk(genummerd(start(), 'X1'))
    expect(opnieuw).toMatchObject({ uitkomst: keuze === 'vrij' ? 'geaccepteerd' : 'afgewezen' })
    const { starts } = oefening.stand.momentopname(PARTIJEN)
    expect(starts).toHaveLength(keuze === 'vrij' ? 1 : 0)
  })

  it('een dubbel nummer laat het eerste bericht staan, ook als het tweede al op niveau 2 sneuvelt', async () => {
    const oefening = maakOefening()
    await oefening.verwerk(wijsToe())
    await oefening.verwerk(genummerd(start(), 'X1'))
    await oefening.verwerk(genummerd(start(), 'X1'))
    const kapot = await oefening.verwerk(
      genummerd(
        stuur('WMO305', (m) => (m.Client.Bsn = '999990018')),
        'X1',
      ),
    )
    expect(kapot).toMatchObject({ uitkomst: 'afgewezen', retourcodes: [{ code: '0001', regel: 'CS002' }] })
    expect(oefening.stand.momentopname(PARTIJEN).starts).toHaveLength(1)
  })
})

describe('TR135 dagtekening en systeemdatum', () => {
  ketengoed('TR135', 'op de systeemdatum', [wijsToe()], start(), { systeemdatum: '2026-02-10' })
  ketenmis('TR135', 'Header', 'een dag erna', [], stuur('WMO305'), { systeemdatum: '2026-02-09' })
  ketenmis('TR135', 'Header', 'een dag erna', [], gedagtekend(stuur('WMO323'), '2026-02-21'))
})

describe('TR378 gemeentecode', () => {
  const code = (van?: string, tot?: string) => [{ code: PARTIJEN.gemeente, van, tot }]
  ketengoed('TR378', 'in de lijst', [wijsToe()], start(), { gemeenten: code() })
  ketengoed('TR378', 'geen lijst bekend', [wijsToe()], start())
  ketenmis('TR378', 'Header', 'niet in de lijst', [wijsToe()], start(), { gemeenten: [] })
  ketengoed('TR378', 'oude code bij een oude toewijzing', [wijsToe()], start(), { gemeenten: code(undefined, '2026-01-31') })
  ketenmis('TR378', 'Header', 'code van na de ingangsdatum', [wijsToe()], start(), { gemeenten: code('2026-01-02') })
  ketenmis('TR378', 'Header', 'code was al vervallen op de gevraagde ingangsdatum', [], stuur('WMO315'), {
    gemeenten: code(undefined, '2026-02-28'),
  })
  const gemengd = wijsToe({}, { ToewijzingNummer: 2, Product: { Categorie: '03', Code: '03A01' }, Ingangsdatum: '2026-06-01' })
  ketengoed('TR378', 'twee toewijzingen, de code past bij één', [], gemengd, { rol: 'aanbieder', gemeenten: code(undefined, '2026-01-31') })
  ketenmis('TR378', 'Header', 'twee toewijzingen, gevraagd dat de code bij elke past', [], gemengd, {
    rol: 'aanbieder',
    gemeenten: code(undefined, '2026-01-31'),
    keuzes: { gemeentecodeOp: 'elke' },
  })
})

it('na een fout in de kop wordt de rest niet beoordeeld', async () => {
  const uitkomst = await maakOefening({ gemeenten: [] }).verwerk(start())
  expect(uitkomst).toMatchObject({ retourcodes: [{ klasse: 'Header', code: 'S300', regel: 'TR378' }] })
  expect(toewijzing().ToewijzingNummer).toBe(1)
})
