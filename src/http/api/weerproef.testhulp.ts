/** Een luisterende proefserver waarvan het logboek meegelezen wordt, en elke route die iets verandert. */
import { maakLogger } from '../logger.ts'
import { maakProefserver } from './proefserver.testhulp.ts'
import { type Objecten, routeproeven } from './rechtenroutes.testhulp.ts'

export async function maakWeerproef() {
  const log = { tekst: '' }
  const s = await maakProefserver({ geduldMs: 800, logger: maakLogger('spoor', { write: (regel: string) => void (log.tekst += regel) }) })
  const ik = await s.meldAan('consulent')
  await s.server.listen({ port: 0, host: '127.0.0.1' })
  const adres = s.server.server.address()
  return { s, ik, log, poort: typeof adres === 'object' && adres ? adres.port : 0 }
}

export const id = '01999999-0000-7000-8000-000000000001'
const objecten = new Proxy({} as Objecten, { get: () => id })
export const schrijft = Object.entries(routeproeven)
  .filter(([naam]) => !naam.startsWith('GET'))
  .map(([naam, proef]) => ({ naam, methode: naam.split(' ')[0] as 'POST', ...proef.verzoek(objecten) }))
