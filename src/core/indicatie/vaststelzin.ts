/** De zin bij het vaststellen: zo staat zij op de tijdlijn, bij de zaak en bij de indicatie. */
import { type Periode, periodeInWoorden } from '#core/base/datum.ts'

export type Vastgesteld = {
  readonly productnaam: string
  readonly omvang: string
  readonly leveringsvorm: 'zin' | 'pgb'
  readonly periode: Periode
  /** Niet het product dat het advies noemde. */
  readonly wijktAf: boolean
}

export const vaststelzin = ({ productnaam, omvang, leveringsvorm, periode, wijktAf }: Vastgesteld): string =>
  `${productnaam} vastgesteld: ${omvang}${leveringsvorm === 'pgb' ? ' met een pgb' : ''}, ${periodeInWoorden(periode)}.${
    wijktAf ? ' Dat is anders dan het advies.' : ''
  }`
