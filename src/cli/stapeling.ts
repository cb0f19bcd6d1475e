/** `meedoen stapeling`: mogen deze indicaties naast elkaar lopen. */
import type { Command } from 'commander'
import { toetsStapeling } from '#actions/toets-stapeling.ts'
import type { Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { leesJson } from './lees-invoer.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { alsOpties, type Keuzeopties, meldWeigering, metKeuzeopties } from './opties.ts'

export function voegStapelingToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  metKeuzeopties(programma.command('stapeling'))
    .description('toetst indicaties naast elkaar: {"indicaties": [{"product": "…", "van": "2026-01-01", "tot": "2026-06-30"}]}')
    .argument('[invoer]', 'bestand met de indicaties, of - voor stdin', '-')
    .action((invoer: string, o: Keuzeopties) => voer(() => toets(omgeving, invoer, o)))
}

async function toets(omgeving: Omgeving, invoer: string, o: Keuzeopties): Promise<Afsluitcode> {
  const json = o.json === true
  const ruw = await leesJson(omgeving, invoer)
  if (!ruw.ok) return meldInvoerfouten(omgeving, ruw.fout, json)
  const oordeel = await toetsStapeling(alsOpties(omgeving, o), ruw.value)
  if (!oordeel.ok) return meldWeigering(omgeving, oordeel.fout, json)
  if (json) schrijfJson(omgeving, oordeel.value)
  else omgeving.uit(oordeelInWoorden(oordeel.value))
  return oordeel.value.toegestaan ? 0 : 1
}

function oordeelInWoorden(o: Stapelingsoordeel): string {
  const regels = [o.toegestaan ? 'Toegestaan.' : 'Niet toegestaan.']
  for (const c of o.conflicten) regels.push(`  x ${c.tekst}`)
  for (const w of o.waarschuwingen) regels.push(`  ! ${w.tekst}`)
  for (const i of o.info) regels.push(`  i ${i.tekst}`)
  return `${regels.join('\n')}\n`
}
