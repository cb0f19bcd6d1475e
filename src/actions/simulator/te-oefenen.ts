/** Op welk bericht van ons een aanbieder nog kan antwoorden, en met welke codes hij het kan afkeuren. */
import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'
import { regelBij } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { codesVoor } from '#simulator/weiger.ts'
import { inWoorden } from '../berichten/uitval.ts'

export type Oefencode = { readonly code: string; readonly tekst: string }

export const isTeOefenen = ({ richting, naam, stand }: { richting: 'in' | 'uit'; naam: string | null; stand: Berichtstand }): boolean =>
  richting === 'uit' && (naam === 'WMO301' || naam === 'WMO319') && (stand === 'klaargezet' || stand === 'wacht_op_antwoord')

export const oefencodes = (naam: string): Oefencode[] =>
  codesVoor(naam).map((code) => ({ code, tekst: inWoorden(code, regelBij(code, naam)).tekst }))
