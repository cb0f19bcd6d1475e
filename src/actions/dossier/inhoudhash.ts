/** De hash van wat er stond of komt te staan, voor het logboek: te vergelijken, niet te lezen. */
import { createHash } from 'node:crypto'

export const inhoudhash = (inhoud: unknown): string => createHash('sha256').update(JSON.stringify(inhoud)).digest('hex')
