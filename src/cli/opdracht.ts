import type { Afsluitcode } from './omgeving.ts'

/** Voert het werk van een opdracht uit en onthoudt de afsluitcode; een exception wordt elders een storing (3). */
export type Opdracht = (werk: () => Promise<Afsluitcode>) => Promise<void>
