/** `meedoen beheer …`: een lege server in gebruik nemen, zonder proefgegevens. */
import type { Command } from 'commander'
import { leesAlleCatalogi } from '#actions/lees-catalogi.ts'
import { voegImporteerToe } from './importeer.ts'
import { meldCatalogusfouten } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { toonBeheer } from './toon-beheer.ts'

type Gemeenteopties = { catalogus: string; catalogi?: string; json?: boolean }
type Medewerkeropties = { rol: string[]; team?: string; json?: boolean }

export function voegBeheerToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const beheer = programma
    .command('beheer')
    .description('een gemeente en haar eerste beheerder klaarzetten, en inwoners overnemen uit een bestand')
  beheer
    .command('gemeente')
    .description('zet een gemeente klaar met een catalogus')
    .argument('<code>', 'CBS-code, vier cijfers')
    .argument('<naam>', 'naam van de gemeente')
    .requiredOption('--catalogus <id>', 'de catalogus die daar geldt')
    .option('--catalogi <map>', 'map met catalogi')
    .option('--json', 'antwoord als JSON')
    .action((code: string, naam: string, o: Gemeenteopties) => voer(() => gemeente(omgeving, code, naam, o)))
  beheer
    .command('medewerker')
    .description('voegt iemand toe die zich daarna met zijn werkaccount aanmeldt, bijvoorbeeld de eerste beheerder')
    .argument('<gemeente>', 'CBS-code')
    .argument('<aanmeldnaam>', 'e-mailadres van het werkaccount, of het nummer dat de aanmelddienst gebruikt')
    .argument('<naam>', 'naam van de medewerker')
    .requiredOption('--rol <rol>', 'rol; mag vaker', (rol: string, eerder: string[] = []) => [...eerder, rol])
    .option('--team <naam>', 'team waar de medewerker bij hoort')
    .option('--json', 'antwoord als JSON')
    .action((code: string, aanmeldnaam: string, naam: string, o: Medewerkeropties) =>
      voer(() => medewerker(omgeving, { gemeente: code, aanmeldnaam, naam, rollen: o.rol, team: o.team }, o)),
    )
  voegImporteerToe(beheer, omgeving, voer)
}

const metMeld = async (omgeving: Omgeving) => ({ ...(await omgeving.database()), meld: (tekst: string) => omgeving.fout(`${tekst}\n`) })

async function gemeente(omgeving: Omgeving, code: string, naam: string, o: Gemeenteopties): Promise<Afsluitcode> {
  const { voegGemeenteToe } = await import('#actions/beheer/richt-in.ts')
  const uitgaven = await leesAlleCatalogi(o.catalogi ?? omgeving.catalogi)
  if (!uitgaven.ok) return meldCatalogusfouten(omgeving, uitgaven.fout, o.json === true)
  const uit = await voegGemeenteToe(await metMeld(omgeving), uitgaven.value, { code, naam, catalogus: o.catalogus }, new Date())
  return toonBeheer(
    omgeving,
    o,
    uit,
    (g) => `${g.naam} (${g.code}) staat klaar met ${g.versies} ${g.versies === 1 ? 'catalogusversie' : 'catalogusversies'}.\n${daarna}`,
  )
}

async function medewerker(
  omgeving: Omgeving,
  opgave: { gemeente: string; aanmeldnaam: string; naam: string; rollen: string[]; team: string | undefined },
  o: Medewerkeropties,
): Promise<Afsluitcode> {
  const { voegMedewerkerToeVanBuiten } = await import('#actions/beheer/richt-in.ts')
  const uit = await voegMedewerkerToeVanBuiten(await metMeld(omgeving), opgave, new Date())
  return toonBeheer(omgeving, o, uit, (m) => `${m.naam} kan zich in ${m.gemeente} aanmelden als ${m.aanmeldnaam} (${m.rollen.join(', ')}).`)
}

const daarna = 'Voeg de eerste beheerder toe met: meedoen beheer medewerker <code> <aanmeldnaam> <naam> --rol beheerder'
