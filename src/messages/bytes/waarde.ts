/**
 * Een waarde uit bytes. Wat een waarde is zegt `leesWaarde`; hier staat alleen wat dat voor veelvoorkomende bytes opleverde, zodat
 * dezelfde datum of code geen tweede keer tekst wordt, en hoe een gewoon geheel getal te lezen is zonder tekst te maken.
 */
import type { Simpel } from '../vorm.ts'
import { leesWaarde } from '../waarde.ts'

/** Een macht van twee. */
const PLEKKEN = 256
/** Langere tekst komt zelden terug. */
const MEESTE_TEKENS = 12
/** Na zoveel keer vergeefs heeft dit soort tekst steeds een andere waarde, en kost opzoeken alleen tijd. */
const VERGEEFS = 4096
/** Eén keer vinden weegt op tegen zoveel keer vergeefs. */
const WINST = 4
const MEESTE_CIJFERS = 15

export type Waardegeheugen = {
  readonly type: Simpel
  /** Alleen cijfers en een grens: geen tekst nodig. */
  readonly isGetal: boolean
  readonly min: number
  readonly max: number
  /** Per plek de laatste tekst die er terechtkwam, met haar waarde. */
  readonly teksten: string[]
  readonly waarden: (string | number)[]
  /** Hoe vaak opzoeken vergeefs was, met wat het opleverde eraf. */
  vergeefs: number
}

export function maakGeheugen(type: Simpel): Waardegeheugen {
  const { basis, patroon, beperking, codes } = type
  return {
    type,
    isGetal: basis === 'integer' && patroon === undefined && beperking === undefined && codes === undefined,
    min: type.min ?? 0,
    max: type.max ?? Number.MAX_SAFE_INTEGER,
    teksten: new Array<string>(PLEKKEN).fill('\u0000'),
    waarden: new Array<string | number>(PLEKKEN).fill(''),
    vergeefs: 0,
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** De waarde van de bytes tussen `van` en `tot` (geen `<`, `&`, `>` of stuurtekens), of null als zij niet of niet vlot te lezen is. */
export function waardeVan(g: Waardegeheugen, b: Buffer, van: number, tot: number): string | number | null {
  return g.isGetal ? getalVan(g, b, van, tot) : tekstVan(g, b, van, tot)
}

function getalVan(g: Waardegeheugen, b: Uint8Array, van: number, tot: number): number | null {
  if (tot === van || tot - van > MEESTE_CIJFERS) return null
  let getal = 0
  for (let i = van; i < tot; i++) {
    const cijfer = (b[i] as number) - 48
    if (cijfer < 0 || cijfer > 9) return null
    getal = getal * 10 + cijfer
  }
  return getal < g.min || getal > g.max ? null : getal
}

function tekstVan(g: Waardegeheugen, b: Buffer, van: number, tot: number): string | number | null {
  const lengte = tot - van
  if (lengte > MEESTE_TEKENS || g.vergeefs > VERGEEFS) return leesTekst(g, decodeer(b, van, tot), null)
  let som = lengte
  for (let i = van; i < tot; i++) som = (Math.imul(som, 31) + (b[i] as number)) | 0
  const plek = som & (PLEKKEN - 1)
  const bekend = g.teksten[plek] as string
  if (bekend.length === lengte && isGelijk(bekend, b, van)) {
    g.vergeefs = Math.max(g.vergeefs - WINST, 0)
    return g.waarden[plek] as string | number
  }
  g.vergeefs++
  return leesTekst(g, decodeer(b, van, tot), plek)
}

function leesTekst(g: Waardegeheugen, tekst: string | null, plek: number | null): string | number | null {
  if (tekst === null) return null
  const gelezen = leesWaarde(g.type, tekst)
  if ('fout' in gelezen) return null
  if (plek !== null) {
    g.teksten[plek] = tekst
    g.waarden[plek] = gelezen.waarde
  }
  return gelezen.waarde
}

/** Tekst buiten ASCII heeft meer bytes dan tekens, of een teken boven 127: die is nooit gelijk. */
function isGelijk(tekst: string, b: Uint8Array, van: number): boolean {
  for (let i = 0; i < tekst.length; i++) if (tekst.charCodeAt(i) !== b[van + i] || (b[van + i] as number) > 127) return false
  return true
}

/** Elke buffer van Node heeft dit; `toString` zoekt eerst nog op welke codering het is. */
type MetLatin1 = Buffer & { latin1Slice(van: number, tot: number): string }

function decodeer(b: Buffer, van: number, tot: number): string | null {
  for (let i = van; i < tot; i++) if ((b[i] as number) > 127) return decodeerUtf8(b.subarray(van, tot))
  return (b as MetLatin1).latin1Slice(van, tot)
}

/** Buiten ASCII; de twee tekens die wel UTF-8 maar geen XML zijn, blijven voor de gewone lezer. */
function decodeerUtf8(bytes: Uint8Array): string | null {
  try {
    const tekst = utf8.decode(bytes)
    return /[\uFFFE\uFFFF]/.test(tekst) ? null : tekst
  } catch {
    return null
  }
}
