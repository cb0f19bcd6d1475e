/** Alle regels van niveau 2 van iWmo 3.2. Elke overtreding geeft retourcode 0001 op de header. */
import { uniekeSleutels } from '../../sleutels.ts'
import type { Regel } from '../../regel.ts'
import type { Bericht } from '../../vorm.ts'
import { wmo301 } from '../wmo301.ts'
import { wmo305 } from '../wmo305.ts'
import { wmo307 } from '../wmo307.ts'
import { wmo315 } from '../wmo315.ts'
import { wmo317 } from '../wmo317.ts'
import { wmo323, wmo325 } from '../wmo323.ts'
import { declaratieregels, samenhangregels } from './declaratie.ts'
import { contactregels, persoonsregels } from './persoon.ts'
import { leveringsregels, omvangregels, overlapregels, verzoekregels } from './product.ts'

const metSleutels: readonly Bericht[] = [wmo301, wmo305, wmo307, wmo315, wmo317, wmo323, wmo325]

export const regels32: readonly Regel[] = [
  ...metSleutels.map(uniekeSleutels),
  ...persoonsregels,
  ...contactregels,
  ...omvangregels,
  ...overlapregels,
  ...verzoekregels,
  ...leveringsregels,
  ...declaratieregels,
  ...samenhangregels,
]
