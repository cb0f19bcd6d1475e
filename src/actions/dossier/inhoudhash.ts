/** De hash van wat er stond of komt te staan, voor het logboek: te vergelijken, niet te lezen. */
import { hash } from 'node:crypto'

export const inhoudhash = (inhoud: unknown): string => hash('sha256', JSON.stringify(inhoud), 'hex')
