/** `meedoen omvang`: minuten of dagdelen per week, met de berekening van elke regel. */
import type { Command } from 'commander'
import { berekenOmvang } from '#actions/bereken-omvang.ts'
import type { Omvang } from '#core/indicatie/omvang.ts'
import { leesJson } from './lees-invoer.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { alsOpties, type Keuzeopties, meldWeigering, metKeuzeopties } from './opties.ts'

export function voegOmvangToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  metKeuzeopties(programma.command('omvang'))
    .description('rekent normregels om naar minuten per week, of toetst dagdelen')
    .argument('[invoer]', 'bestand met regels of dagdelen, of - voor stdin', '-')
    .action((invoer: string, o: Keuzeopties) => voer(() => reken(omgeving, invoer, o)))
}

async function reken(omgeving: Omgeving, invoer: string, o: Keuzeopties): Promise<Afsluitcode> {
  const json = o.json === true
  const ruw = await leesJson(omgeving, invoer)
  if (!ruw.ok) return meldInvoerfouten(omgeving, ruw.fout, json)
  const omvang = await berekenOmvang(alsOpties(omgeving, o), ruw.value)
  if (!omvang.ok) return meldWeigering(omgeving, omvang.fout, json)
  if (json) schrijfJson(omgeving, omvang.value)
  else omgeving.uit(omvangInWoorden(omvang.value))
  return omvang.value.bezwaren.length > 0 ? 1 : 0
}

function omvangInWoorden(o: Omvang): string {
  const regels = [
    ...(o.synthetisch ? ['SYNTHETISCH: deze normen zijn verzonnen. Niet gebruiken voor een besluit.'] : []),
    `Omvang: ${o.totaal.inWoorden}`,
  ]
  for (const r of o.regels) regels.push(`  ${r.activiteit}: ${r.berekening}`)
  for (const r of o.resultaten) regels.push(`  resultaat: ${r.tekst} (${r.eis})`)
  for (const b of o.bezwaren) regels.push(`  x ${b.tekst} (${b.eis.join(', ')})`)
  for (const w of o.waarschuwingen) regels.push(`  ! ${w.tekst} (${w.eis.join(', ')}; vraagt een motivering)`)
  return `${regels.join('\n')}\n`
}
