/** Start en stop tegen eerdere berichten: bij elke regel een voorbeeld dat mag en een dat niet mag. */
import { describe } from 'vitest'
import { ANDER_BSN, gestart, gestopt } from '../voorbeelden.testhulp.ts'
import { ketengoed, ketenmis, stuur, wijsToe, type Zending } from './oefening.testhulp.ts'

type Start = ReturnType<typeof gestart>
type Stop = ReturnType<typeof gestopt>
const start = (...anders: Partial<Start>[]): Zending =>
  stuur('WMO305', (m) => (m.Client.StartProducten.StartProduct = (anders.length > 0 ? anders : [{}]).map((a) => ({ ...gestart(), ...a }))))
const stop = (...anders: Partial<Stop>[]): Zending =>
  stuur('WMO307', (m) => (m.Client.StopProducten.StopProduct = (anders.length > 0 ? anders : [{}]).map((a) => ({ ...gestopt(), ...a }))))
const tijdelijk = (einddatum = '2026-02-01') => ({ RedenBeeindiging: '20', Einddatum: einddatum }) as const
const weg = { StatusAanlevering: '3' } as const
const taakgericht = { ToewijzingNummer: undefined, ToewijzingIngangsdatum: undefined }

describe('start', () => {
  ketengoed('TR019', 'op een toewijzing van deze cliënt', [wijsToe()], start())
  ketengoed('TR019', 'taakgericht zonder nummer', [], start(taakgericht))
  ketenmis('TR019', 'StartProduct', 'op een onbekend nummer', [wijsToe()], start({ ToewijzingNummer: 77 }))
  ketenmis(
    'TR019',
    'StartProduct',
    'op de toewijzing van een ander',
    [wijsToe()],
    stuur('WMO305', (m) => (m.Client.Bsn = ANDER_BSN)),
  )
  ketengoed('TR063', 'weghalen wat er is', [wijsToe(), start()], start(weg))
  ketenmis('TR063', 'StartProduct', 'weghalen wat er niet is', [wijsToe()], start(weg))
  ketenmis('TR063', 'StartProduct', 'weghalen met een andere begindatum', [wijsToe(), start()], start({ ...weg, Begindatum: '2026-01-06' }))
  ketenmis('TR063', 'StartProduct', 'twee keer weghalen', [wijsToe(), start(), start(weg)], start(weg))
  ketengoed('TR071', 'na het weghalen van de stop', [wijsToe(), start(), stop(), stop(weg)], start(weg))
  ketenmis('TR071', 'StartProduct', 'er is een stop', [wijsToe(), start(), stop()], start(weg))
  ketengoed('TR074', 'opnieuw na weghalen', [wijsToe(), start(), start(weg)], start())
  ketenmis('TR074', 'StartProduct', 'dezelfde start nog eens', [wijsToe(), start()], start(), { ook: ['TR326'] })
  ketenmis('TR074', 'StartProduct', 'dezelfde start na een stop', [wijsToe(), start(), stop()], start())
  ketengoed('TR326', 'na een tijdelijke stop', [wijsToe(), start(), stop(tijdelijk())], start({ Begindatum: '2026-02-05' }))
  ketengoed('TR326', 'na een definitieve stop', [wijsToe(), start(), stop()], start({ Begindatum: '2026-02-05' }))
  ketengoed('TR326', 'correctie in één bericht, de nieuwe voorop', [wijsToe(), start()], start({ Begindatum: '2026-01-06' }, weg))
  ketengoed(
    'TR326',
    'op een andere toewijzing',
    [wijsToe({}, { ToewijzingNummer: 2, Product: { Categorie: '03', Code: '03A01' } }), start()],
    start({ ToewijzingNummer: 2, Product: { Categorie: '03', Code: '03A01' } }),
  )
  ketenmis('TR326', 'StartProduct', 'er loopt al een levering', [wijsToe(), start()], start({ Begindatum: '2026-02-05' }))
  ketenmis('TR326', 'StartProduct', 'twee starts in één bericht', [wijsToe()], start({}, { Begindatum: '2026-02-05' }))
})

describe('stop', () => {
  ketengoed('TR019', 'op een toewijzing van deze cliënt', [wijsToe(), start()], stop())
  ketenmis('TR019', 'StopProduct', 'op een onbekend nummer', [wijsToe(), start()], stop({ ToewijzingNummer: 77 }), { ook: ['TR382'] })
  ketengoed('TR063', 'weghalen wat er is', [wijsToe(), start(), stop()], stop(weg))
  ketenmis('TR063', 'StopProduct', 'weghalen met een andere reden', [wijsToe(), start(), stop()], stop({ ...weg, RedenBeeindiging: '22' }))
  ketengoed('TR074', 'opnieuw na weghalen', [wijsToe(), start(), stop(), stop(weg)], stop())
  ketenmis('TR074', 'StopProduct', 'dezelfde stop nog eens', [wijsToe(), start(), stop()], stop(), { ook: ['TR415'] })
  ketengoed('TR382', 'op de start zoals die was', [wijsToe(), start()], stop())
  ketengoed('TR382', 'taakgericht op product en begindatum', [start(taakgericht)], stop(taakgericht))
  ketenmis('TR382', 'StopProduct', 'met een andere begindatum', [wijsToe(), start()], stop({ Begindatum: '2026-01-04' }))
  ketenmis('TR382', 'StopProduct', 'zonder start', [wijsToe()], stop())
  ketenmis('TR382', 'StopProduct', 'na het weghalen van de start', [wijsToe(), start(), start(weg)], stop())
  ketengoed(
    'TR413',
    'definitief na tijdelijk',
    [wijsToe(), start(), stop(tijdelijk())],
    stop({ RedenBeeindiging: '23', Einddatum: '2026-02-01' }),
  )
  ketenmis('TR413', 'StopProduct', 'tijdelijk na tijdelijk', [wijsToe(), start(), stop(tijdelijk())], stop(tijdelijk('2026-02-05')))
  ketengoed(
    'TR413',
    'tijdelijk na een nieuwe start',
    [wijsToe(), start(), stop(tijdelijk()), start({ Begindatum: '2026-02-03' })],
    stop({ ...tijdelijk('2026-02-08'), Begindatum: '2026-02-03' }),
  )
  ketengoed('TR414', 'even laat', [wijsToe(), start(), stop(tijdelijk('2026-02-01'))], stop({ Einddatum: '2026-02-01' }))
  ketengoed('TR414', 'later', [wijsToe(), start(), stop(tijdelijk('2026-02-01'))], stop({ Einddatum: '2026-02-09' }))
  ketenmis('TR414', 'StopProduct', 'een dag eerder', [wijsToe(), start(), stop(tijdelijk('2026-02-01'))], stop({ Einddatum: '2026-01-31' }))
  ketengoed('TR415', 'de eerste stop', [wijsToe(), start()], stop())
  ketengoed(
    'TR415',
    'weghalen en opnieuw in één bericht, de nieuwe voorop',
    [wijsToe(), start(), stop({ RedenBeeindiging: '22' })],
    stop({}, { ...weg, RedenBeeindiging: '22' }),
  )
  ketenmis(
    'TR415',
    'StopProduct',
    'na een definitieve stop',
    [wijsToe(), start(), stop()],
    stop({ RedenBeeindiging: '23', Einddatum: '2026-02-03' }),
  )
  ketengoed(
    'TR415',
    'tijdelijk en definitief in één bericht, in willekeurige volgorde',
    [wijsToe(), start()],
    stop({ RedenBeeindiging: '23', Einddatum: '2026-02-05' }, tijdelijk()),
  )
})
