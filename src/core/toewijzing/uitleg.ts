/** Waarom een toewijzing hetzelfde nummer houdt of een nieuw krijgt, in één zin met de regel erbij. Puur. */
import { inWoorden } from '#core/base/datum.ts'
import type { Besluit } from './besluit.ts'

export type Besluituitleg = { readonly tekst: string; readonly regels: readonly string[] }

const VERWIJDERD = '13'
const zinnen: Readonly<Record<string, string>> = {
  '04': 'De omvang is gelijk, dus het nummer blijft; de einddatum wordt later.',
  '05': 'De omvang is gelijk, dus het nummer blijft; de einddatum wordt eerder.',
  '12': 'Het nummer blijft; de wijziging komt van een verzoek van de aanbieder.',
  '14': 'Het is een totaal over de hele periode, dus het nummer blijft; alleen het totaal verandert.',
}

export function leesUitleg({ gewijzigd: [oud], nieuw, oudeCode }: Besluit): Besluituitleg {
  if (oud === undefined) return { tekst: 'Bij deze aanbieder loopt dit nog niet: er komt een nieuw nummer.', regels: ['IV066'] }
  if (nieuw === null)
    return { tekst: zinnen[oud.redenWijziging] ?? 'Het nummer blijft.', regels: oud.volume === undefined ? ['OP380'] : ['OP033x1'] }
  const watAnders = oudeCode === undefined ? 'De omvang is anders' : `De productcode is anders dan ${oudeCode}`
  if (oud.redenWijziging === VERWIJDERD)
    return {
      tekst: `${watAnders} en toewijzing ${oud.nummer} was dan nog niet begonnen: zij vervalt en er komt een nieuw nummer.`,
      regels: ['OP257', 'IV066'],
    }
  return {
    tekst: `${watAnders}: toewijzing ${oud.nummer} loopt tot en met ${inWoorden(oud.tot)}, daarna geldt een nieuw nummer.`,
    regels: ['OP257', 'IV066'],
  }
}
