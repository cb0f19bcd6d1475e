/** Of er nu gewerkt kan worden. */
import { leeft } from '#storage/opruimen.ts'
import type { Dienst } from '../handeling/dienst.ts'

export const databaseLeeft = (dienst: Dienst): Promise<boolean> => leeft(dienst.db)
