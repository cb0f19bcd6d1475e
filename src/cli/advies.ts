/** `meedoen advies`: een situatie erin, per tabel een advies met redenen eruit. */
import type { Command } from 'commander'
import { geefAdvies, maakRecord } from '#actions/geef-advies.ts'
import { herhaalAdvies } from '#actions/herhaal-advies.ts'
import { leesJson } from './lees-invoer.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { alsOpties, type Keuzeopties, meldWeigering, metKeuzeopties } from './opties.ts'
import { adviesInWoorden } from './toon-advies.ts'

type Adviesopties = Keuzeopties & { uitgebreid?: boolean; vastleggen?: boolean; herhaal?: string }

export function voegAdviesToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  metKeuzeopties(programma.command('advies'))
    .description('advies bij een situatie: {"gemeente": "…", "antwoorden": {"vraag": "ja"}}')
    .argument('[invoer]', 'bestand met de situatie, of - voor stdin', '-')
    .option('--uitgebreid', 'ook uitleg (info), en per ander product waarom niet en wat het wel zou maken (anders)')
    .option('--vastleggen', 'geef een vastlegging: invoer, versie, hash, instellingen en resultaat')
    .option('--herhaal <bestand>', 'herhaal een vastgelegd advies en vergelijk byte voor byte')
    .action((invoer: string, o: Adviesopties) =>
      voer(() => (o.herhaal === undefined ? adviseer(omgeving, invoer, o) : herhaal(omgeving, o.herhaal, o))),
    )
}

async function adviseer(omgeving: Omgeving, invoer: string, o: Adviesopties): Promise<Afsluitcode> {
  const json = o.json === true || o.vastleggen === true
  const ruw = await leesJson(omgeving, invoer)
  if (!ruw.ok) return meldInvoerfouten(omgeving, ruw.fout, json)
  const inWoorden = !json
  const gegeven = await geefAdvies(alsOpties(omgeving, o), ruw.value, o.uitgebreid === true || inWoorden)
  if (!gegeven.ok) return meldWeigering(omgeving, gegeven.fout, json)
  if (o.vastleggen) schrijfJson(omgeving, maakRecord(gegeven.value, omgeving.versie))
  else if (o.json) schrijfJson(omgeving, gegeven.value.antwoord)
  else omgeving.uit(adviesInWoorden(gegeven.value, o.uitgebreid === true))
  return 0
}

async function herhaal(omgeving: Omgeving, bestand: string, o: Adviesopties): Promise<Afsluitcode> {
  const json = o.json === true
  const ruw = await leesJson(omgeving, bestand)
  if (!ruw.ok) return meldInvoerfouten(omgeving, ruw.fout, json)
  const herhaald = await herhaalAdvies(alsOpties(omgeving, o), ruw.value, omgeving.versie)
  if (!herhaald.ok) return meldWeigering(omgeving, herhaald.fout, json)
  const { gelijk, verschillen } = herhaald.value
  if (json) schrijfJson(omgeving, herhaald.value)
  else if (gelijk) omgeving.uit('Het advies is byte voor byte gelijk aan wat is vastgelegd.\n')
  else {
    omgeving.uit(
      `Het advies wijkt af van wat is vastgelegd, op ${verschillen.length} ${verschillen.length === 1 ? 'plaats' : 'plaatsen'}:\n`,
    )
    for (const v of verschillen) omgeving.uit(`  ${v.plaats}: was ${JSON.stringify(v.was)}, is nu ${JSON.stringify(v.is)}\n`)
  }
  return gelijk ? 0 : 1
}
