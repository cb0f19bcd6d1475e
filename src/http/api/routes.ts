/** De routes per onderdeel. Een nieuw onderdeel is een regel hier en een bestand ernaast. */
import { indicatieroutes } from './indicatieroutes.ts'
import { onderzoekroutes } from './onderzoekroutes.ts'
import type { Routes } from './route.ts'
import { sessieroutes } from './sessieroutes.ts'

export const routes: readonly Routes[] = [sessieroutes, onderzoekroutes, indicatieroutes]
