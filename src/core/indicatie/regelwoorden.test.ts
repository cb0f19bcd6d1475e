import { expect, it } from 'vitest'
import { leesOmvang } from './lees-omvang.ts'
import type { Normregel } from './normregels.ts'
import { berekenOmvang } from './omvang.ts'
import { regelsInWoorden } from './regelwoorden.ts'
import { catalogusMetOmvang } from './verzonnen-catalogus.testhulp.ts'

it('een bewaarde regel noemt de activiteit bij naam, en zegt resultaat, reden en motivering erbij', () => {
  const catalogus = catalogusMetOmvang()
  const keer = { aantal: 1, per: '2weken' as const }
  const regels: Normregel[] = [
    { activiteit: 'N-2', minuten: 45, keer, soort: 'norm', resultaat: 'Post op orde' },
    { activiteit: 'N-2', minuten: 15, keer, soort: 'aftrek', reden: 'De dochter doet een deel.' },
    { activiteit: 'Eigen werk', minuten: 30, keer, soort: 'afwijking', reden: 'communicatie', motivering: 'Uitleg kost tijd.' },
  ]
  const gelezen = leesOmvang(catalogus, { instellingen: { normenkader: 'eigen' }, regels })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  const uitkomst = berekenOmvang(catalogus, gelezen.value.keuze, gelezen.value.opgave)
  expect(regelsInWoorden(catalogus, { opgave: { regels }, uitkomst })).toEqual([
    'post ordenen: 45 minuten × 1 per 2 weken = 22½ minuten per week. Resultaat: Post op orde',
    'post ordenen: aftrek: 15 minuten × 1 per 2 weken = −7½ minuten per week. Opgevangen door: De dochter doet een deel',
    'Eigen werk: afwijking: 30 minuten × 1 per 2 weken = 15 minuten per week. Reden: communicatie. Motivering: Uitleg kost tijd',
  ])
})
