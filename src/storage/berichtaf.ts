/**
 * Wat er van een bestand in de map te zien is zonder het te verwerken: of het al af is, en wanneer het gemaakt is. Of een bestand in de map al helemaal geschreven is. Wie het onder een klad-naam schrijft en dan omnoemt, zit altijd goed; wie dat niet
 * doet, wordt hier niet halverwege gelezen.
 */
import { open } from 'node:fs/promises'

const KOP = 4096
const STAART = 1024
/** Zo lang mag er niets bij komen; daarna is het zoals het is, en zegt de controle wat eraan mankeert. */
const GEDULD_MS = 60_000

/** Onwaar zolang een vers bestand zijn hoofdelement niet afsluit. Wat geen XML is wordt meteen gelezen, en dan geweigerd. */
export async function isAf(pad: string): Promise<boolean> {
  // Wat niet te openen is, is hier niet half: wie het straks leest zegt waarom.
  const bestand = await open(pad, 'r').catch(() => null)
  if (bestand === null) return true
  try {
    const { size, mtimeMs } = await bestand.stat()
    if (Date.now() - mtimeMs > GEDULD_MS) return true
    const lees = async (plek: number, hoeveel: number): Promise<string> => {
      const { buffer, bytesRead } = await bestand.read(Buffer.alloc(hoeveel), 0, hoeveel, plek)
      return buffer.toString('latin1', 0, bytesRead).trimEnd()
    }
    return sluit(await lees(0, KOP), await lees(Math.max(0, size - STAART), STAART))
  } finally {
    await bestand.close()
  }
}

function sluit(kop: string, staart: string): boolean {
  if (!kop.includes('<')) return kop !== ''
  const begin = beginVan(kop)
  if (begin === null || '<!--'.startsWith(begin)) return false
  const naam = /^<([^\s<>/!?]+)/.exec(begin)?.[1]
  if (naam === undefined) return true
  if (/^<[^<>]*\/>$/.test(begin)) return true
  return /<\/([^\s<>]+)\s*>$/.exec(staart)?.[1] === naam
}

/** Vanaf het hoofdelement, voorbij declaratie en commentaar; null als dat nog komt. */
function beginVan(kop: string): string | null {
  let van = kop.indexOf('<')
  while (van >= 0) {
    const einde = kop.startsWith('<!--', van) ? '-->' : kop.startsWith('<?', van) ? '?>' : null
    if (einde === null) return kop.slice(van)
    const tot = kop.indexOf(einde, van)
    van = tot < 0 ? -1 : kop.indexOf('<', tot)
  }
  return null
}

/** Wanneer een bestand gemaakt is: de dag in zijn kop, leeg als die er niet is, en wanneer het geschreven werd. */
export type Moment = { readonly dag: string; readonly geschrevenMs: number }
export const BEGIN: Moment = { dag: '', geschrevenMs: 0 }

export const vergelijk = (a: Moment, b: Moment): number => (a.dag === b.dag ? a.geschrevenMs - b.geschrevenMs : a.dag < b.dag ? -1 : 1)

/** De eerste dagtekening in het bestand is die van de kop. Wat niet te lezen is, is er zo al niet meer. */
export async function leesMoment(pad: string): Promise<Moment> {
  const bestand = await open(pad, 'r').catch(() => null)
  if (bestand === null) return BEGIN
  try {
    const { buffer, bytesRead } = await bestand.read(Buffer.alloc(KOP), 0, KOP, 0)
    const dag = /<(?:[^\s<>:/]+:)?Dagtekening[^<>]*>\s*(\d{4}-\d\d-\d\d)/.exec(buffer.toString('latin1', 0, bytesRead))?.[1] ?? ''
    return { dag, geschrevenMs: (await bestand.stat()).mtimeMs }
  } finally {
    await bestand.close()
  }
}
