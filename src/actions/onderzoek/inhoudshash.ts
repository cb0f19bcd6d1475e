/** Kenmerk van wat iemand bewaarde, voor het logboek: de inhoud zelf staat daar niet in. */
import { createHash } from 'node:crypto'

export const inhoudshash = (inhoud: unknown): string => createHash('sha256').update(JSON.stringify(inhoud)).digest('hex')
