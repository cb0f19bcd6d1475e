import { expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { leesMelding, leesZaakwijziging } from './melding.ts'

const vandaag = '2026-11-09' as Datum
const inwoner = '019a7000-0000-7000-8000-000000000001'
const eenMelding = (anders: object = {}) => ({
  inwoner,
  kanaal: 'telefoon',
  gemeldDoor: 'huisarts',
  ontvangenOp: '2026-11-02',
  hulpvraag: 'Hulp bij de administratie.',
  ...anders,
})

it('leest een melding en vult aan wat vanzelf spreekt', () => {
  expect(leesMelding(eenMelding(), vandaag)).toEqual({
    ok: true,
    value: { ...eenMelding(), soort: 'melding', behandelaar: null, team: null },
  })
})

it.each<[string, object, string[]]>([
  ['zonder inwoner', { inwoner: undefined }, ['/inwoner VELD_ONTBREEKT']],
  ['inwoner is geen id', { inwoner: 'Jansen' }, ['/inwoner ID_ONGELDIG']],
  ['morgen', { ontvangenOp: '2026-11-10' }, ['/ontvangenOp DATUM_TOEKOMST']],
  ['voor 2015', { ontvangenOp: '2014-12-31' }, ['/ontvangenOp DATUM_TE_OUD']],
  ['kanaal', { kanaal: 'duif' }, ['/kanaal KEUZE_ONBEKEND']],
  [
    'alles tegelijk',
    { gemeldDoor: '', hulpvraag: ' ', kanaal: null },
    ['/kanaal VELD_ONTBREEKT', '/gemeldDoor VELD_ONTBREEKT', '/hulpvraag VELD_ONTBREEKT'],
  ],
])('weigert: %s', (_, anders, verwacht) => {
  const r = leesMelding(eenMelding(anders), vandaag)
  expect(r.ok ? 'goed' : r.fout.map(({ plaats, code }) => `${plaats} ${code}`)).toEqual(verwacht)
})

it('een zaak wijzigen kan alleen de hulpvraag', () => {
  expect(leesZaakwijziging({ hulpvraag: ' Anders ' })).toEqual({ ok: true, value: { hulpvraag: 'Anders' } })
  expect(leesZaakwijziging({ hulpvraag: 'x', stand: 'afgesloten' })).toMatchObject({ ok: false, fout: [{ plaats: '/stand' }] })
})
