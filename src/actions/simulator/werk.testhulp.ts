/** Wat elk proces van een proefketen deelt. Vaste sleutels: dan is dezelfde cliënt in elke database dezelfde index. */
import { maakKluis } from '#storage/kluis.ts'

export const proefkluis = () => maakKluis({ actief: 's1', sleutels: { s1: Buffer.alloc(32, 7) }, indexsleutel: Buffer.alloc(32, 9) })
export const SYSTEEMDATUM = '2030-01-01'
