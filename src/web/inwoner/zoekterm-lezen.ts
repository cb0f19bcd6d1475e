/** Wat iemand in één zoekveld typte: een naam, een geboortedatum of een BSN. */
import { parseBsn } from '#core/base/bsn.ts'
import { leesDatuminvoer } from '../formulier/datuminvoer.ts'

export type Gezocht =
  | { readonly soort: 'niets' }
  | { readonly soort: 'bsn'; readonly bsn: string }
  | { readonly soort: 'geboortedatum'; readonly datum: string }
  | { readonly soort: 'naam'; readonly naam: string }
  /** Zo te zien een datum of een BSN, maar geen goede. */
  | { readonly soort: 'fout'; readonly tekst: string }

/** Wat op een datum of een BSN lijkt maar het niet is, zegt wat eraan schort: niemand heet 31-02-1950. */
export function leesZoekterm(ruw: string): Gezocht {
  const tekst = ruw.trim()
  if (tekst === '') return { soort: 'niets' }
  const bsn = parseBsn(tekst)
  if (bsn.ok) return { soort: 'bsn', bsn: tekst }
  const datum = /\d/.test(tekst) ? leesDatuminvoer(tekst) : null
  if (datum?.ok && datum.value) return { soort: 'geboortedatum', datum: datum.value }
  if (datum && !datum.ok && /^\d{1,4}\s*[-/]\s*\d{1,2}\s*[-/]\s*\d{1,4}$/.test(tekst)) return { soort: 'fout', tekst: datum.fout }
  if (/^[\d\s.]+$/.test(tekst) && tekst.replace(/[\s.]/g, '').length >= 8) return { soort: 'fout', tekst: bsn.fout.tekst }
  return { soort: 'naam', naam: tekst }
}
