/** De routes per onderdeel. Een nieuw onderdeel is een regel hier en een bestand ernaast. */
import { berichtroutes } from './berichten/berichtroutes.ts'
import { oefenroutes } from './berichten/oefenroutes.ts'
import { uitvalroutes } from './berichten/uitvalroutes.ts'
import { verzoekroutes } from './berichten/verzoekroutes.ts'
import { beheerroutes } from './beheerroutes.ts'
import { indicatieroutes } from './indicatieroutes.ts'
import { onderzoekroutes } from './onderzoekroutes.ts'
import type { Routes } from './route.ts'
import { inwonerroutes } from './dossier/inwonerroutes.ts'
import { werkroutes } from './dossier/werkroutes.ts'
import { zaakroutes } from './dossier/zaakroutes.ts'
import { catalogusroutes } from './catalogus/catalogusroutes.ts'
import { simulatieroutes } from './catalogus/simulatieroutes.ts'
import { aanbiederroutes } from './keten/aanbiederroutes.ts'
import { ketenroutes } from './keten/ketenroutes.ts'
import { toezichtroutes } from './toezicht/toezichtroutes.ts'
import { sessieroutes } from './sessieroutes.ts'
import { toewijzingroutes } from './toewijzingroutes.ts'

export const routes: readonly Routes[] = [
  sessieroutes,
  inwonerroutes,
  zaakroutes,
  werkroutes,
  onderzoekroutes,
  indicatieroutes,
  toewijzingroutes,
  berichtroutes,
  uitvalroutes,
  verzoekroutes,
  oefenroutes,
  aanbiederroutes,
  ketenroutes,
  catalogusroutes,
  simulatieroutes,
  beheerroutes,
  toezichtroutes,
]
