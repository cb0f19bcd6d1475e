/** Wat iemand in één zoekveld typte: een naam, een geboortedatum of een BSN. */
import { parseBsn } from '#core/base/bsn.ts'
import { leesDatuminvoer } from '../formulier/datuminvoer.ts'

export type Gezocht =
  | { readonly soort: 'niets' }
  | { readonly soort: 'bsn'; readonly bsn: string }
  | { readonly soort: 'geboortedatum'; readonly datum: string }
  | { readonly soort: 'naam'; readonly naam: string }

/** Acht of negen cijfers is een BSN, ook als de elfproef faalt: dan zegt de server wat er mis is, en zoekt niemand op een naam van cijfers. */
export function leesZoekterm(ruw: string): Gezocht {
  const tekst = ruw.trim()
  if (tekst === '') return { soort: 'niets' }
  const datum = /\d/.test(tekst) ? leesDatuminvoer(tekst) : null
  if (datum?.ok && datum.value && !parseBsn(tekst).ok) return { soort: 'geboortedatum', datum: datum.value }
  if (/^[\d\s.]+$/.test(tekst) && /^\d{8,9}$/.test(tekst.replace(/[\s.]/g, ''))) return { soort: 'bsn', bsn: tekst }
  return { soort: 'naam', naam: tekst }
}
