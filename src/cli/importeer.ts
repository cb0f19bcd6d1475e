/** `meedoen beheer importeer`: inwoners uit een CSV-bestand, alles of niets. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import type { Importfout, Importweigering } from '#actions/beheer/importeer-inwoners.ts'
import { importkolommen } from '#core/dossier/inwonerrij.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { maakVoortgang } from './voortgang.ts'

type Opties = { gemeente: string; nakijken?: boolean; json?: boolean }

export function voegImporteerToe(beheer: Command, omgeving: Omgeving, voer: Opdracht): void {
  beheer
    .command('importeer')
    .description('neemt inwoners over uit een CSV-bestand; klopt er één regel niet, dan komt er niets in')
    .argument('<bestand>', 'CSV in UTF-8, met de namen van de kolommen op de eerste regel')
    .requiredOption('--gemeente <code>', 'CBS-code van de gemeente')
    .option('--nakijken', 'alles controleren en niets bewaren')
    .option('--json', 'antwoord als JSON')
    .addHelpText(
      'after',
      `\nKolommen: ${importkolommen.join(', ')}. Alleen achternaam is altijd nodig; zonder bsn hoort er een geen_bsn_reden.`,
    )
    .action((bestand: string, o: Opties) => voer(() => importeer(omgeving, bestand, o)))
}

async function importeer(omgeving: Omgeving, bestand: string, o: Opties): Promise<Afsluitcode> {
  const json = o.json === true
  if (!existsSync(bestand) || !statSync(bestand).isFile())
    return meldInvoerfouten(omgeving, [{ code: 'BESTAND_ONTBREEKT', plaats: '', tekst: 'Dit bestand is er niet.' }], json, bestand)
  const uitkomst = await omgeving.importeer({
    gemeente: o.gemeente,
    bron: metVoortgang(bestand, maakVoortgang(omgeving, 'Gelezen, in kB')),
    ...(o.nakijken && { alleenNakijken: true }),
  })
  if (!uitkomst.ok)
    return typeof uitkomst.fout === 'string' ? meldZin(omgeving, uitkomst.fout) : meldFouten(omgeving, bestand, uitkomst.fout, json)
  const { inwoners, bewaard } = uitkomst.value
  if (json) schrijfJson(omgeving, uitkomst.value)
  else
    omgeving.uit(
      `${inwoners.toLocaleString('nl-NL')} ${inwoners === 1 ? 'inwoner' : 'inwoners'} ${bewaard ? 'overgenomen' : 'nagekeken; alles klopt en er is niets bewaard'}.\n`,
    )
  return 0
}

async function* metVoortgang(bestand: string, voortgang: (klaar: number, totaal: number) => void): AsyncGenerator<string> {
  const totaal = statSync(bestand).size
  const stroom = createReadStream(bestand, { encoding: 'utf8', highWaterMark: 256 * 1024 })
  for await (const tekst of stroom) {
    yield tekst as string
    voortgang(Math.ceil(stroom.bytesRead / 1024), Math.ceil(totaal / 1024))
  }
}

function meldZin(omgeving: Omgeving, zin: string): Afsluitcode {
  omgeving.fout(`${zin}\n`)
  return 2
}

/** Zoals een editor het leest: bestand, regel, kolom. */
function meldFouten(omgeving: Omgeving, bestand: string, { fouten, aantal, afgebroken }: Importweigering, json: boolean): Afsluitcode {
  for (const f of fouten) omgeving.fout(`${plaatsVan(bestand, f)}: ${f.tekst} [${f.code}]\n`)
  omgeving.fout(`${aantal} ${aantal === 1 ? 'fout' : 'fouten'}${afgebroken ? '; verder is niet gekeken' : ''}. Er is niets overgenomen.\n`)
  if (json) schrijfJson(omgeving, { fouten: fouten.map((f) => ({ code: f.code, plaats: plaatsVan(bestand, f), tekst: f.tekst })) })
  return 2
}

const plaatsVan = (bestand: string, { regel, kolom }: Importfout): string =>
  `${bestand}${regel > 0 ? `:${regel}` : ''}${kolom ? ` ${kolom}` : ''}`
