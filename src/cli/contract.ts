/** `meedoen contract …`: wat gemeente en aanbieder hebben afgesproken. */
import type { Command } from 'commander'
import { meldCatalogusfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

type Laadopties = { data: string; json?: boolean }

export function voegContractToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  programma
    .command('contract')
    .description('contracten met aanbieders')
    .command('laad')
    .argument('<yaml>', 'bestand met aanbieders, productcodes en tarieven')
    .requiredOption('--data <map>', 'map van de ingebouwde database')
    .option('--json', 'antwoord als JSON')
    .description('laadt contracten; berichten worden er daarna tegen gehouden')
    .action((bestand: string, o: Laadopties) => voer(() => laad(omgeving, bestand, o)))
}

async function laad(omgeving: Omgeving, bestand: string, o: Laadopties): Promise<Afsluitcode> {
  const { laadContract } = await import('#actions/berichten/laad-contract.ts')
  const meld = (tekst: string) => omgeving.fout(`${tekst}\n`)
  const geladen = await laadContract(
    { database: { data: o.data, meld }, sleutels: `${o.data}/sleutels.json`, nu: () => new Date() },
    bestand,
  )
  if (geladen.ok) {
    const { gemeenten, aanbieders, tarieven } = geladen.value
    if (o.json) schrijfJson(omgeving, geladen.value)
    else omgeving.uit(`Geladen: ${tarieven} tarieven, aanbieders: ${aanbieders}, gemeenten: ${gemeenten}.\n`)
    return 0
  }
  if (geladen.fout.soort === 'bestand') return meldCatalogusfouten(omgeving, geladen.fout.fouten, o.json === true)
  const { code, tekst, soort } = geladen.fout.weigering
  omgeving.fout(`${tekst} [${code}]\n`)
  if (o.json) schrijfJson(omgeving, { fouten: [{ code, plaats: '', tekst }] })
  return soort === 'invoer' ? 2 : 1
}
