/** Wat op achtergrondwerk wacht, over alle gemeenten: alleen aantallen. */
import { telWachtend } from '#storage/opruimen.ts'
import type { Dienst } from '../handeling/dienst.ts'

export const telAchterstand = (dienst: Dienst): Promise<Record<string, number>> => telWachtend(dienst.db)
