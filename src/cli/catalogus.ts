/** `meedoen catalogus …`: controleren, vergelijken, tonen, publiceren en het schema voor een editor. */
import type { Command } from 'commander'
import { controleerMap } from '#actions/controleer-catalogus.ts'
import { publiceerCatalogus } from '#actions/publiceer-catalogus.ts'
import { catalogusSchema } from '#core/catalogus/laden/schema.ts'
import { vergelijkCatalogi } from '#core/catalogus/uitleg/vergelijk.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { wijzigingInWoorden } from '#core/catalogus/uitleg/wijziging.ts'
import { openGecontroleerd } from '#actions/open-catalogus.ts'
import { meldCatalogusfouten, meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'
import { catalogusInWoorden, onderdeelInWoorden } from './toon-catalogus.ts'

export function voegCatalogusToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const catalogus = programma.command('catalogus').description('catalogi controleren, vergelijken, tonen en publiceren')
  catalogus
    .command('controleer')
    .argument('<map>', 'map van één versie, of van een catalogus met versies.yaml')
    .option('--json', 'antwoord als JSON')
    .description('vorm, samenhang, tabellen en hash controleren')
    .action((map: string, opties: { json?: boolean }) => voer(() => controleer(omgeving, map, opties.json === true)))
  catalogus
    .command('vergelijk')
    .argument('<a>', 'de oude: naam@versie of map')
    .argument('<b>', 'de nieuwe: naam@versie of map')
    .option('--catalogi <map>', 'map met catalogi')
    .option('--json', 'antwoord als JSON')
    .description('het verschil tussen twee versies in woorden')
    .action((a: string, b: string, o: Toonopties) => voer(() => vergelijk(omgeving, a, b, o)))
  catalogus
    .command('toon')
    .argument('<naam>', 'catalogus: naam, naam@versie of map')
    .argument('[onderdeel]', 'een uitspraak, product, vraag of instelling')
    .option('--catalogi <map>', 'map met catalogi')
    .option('--json', 'de hele catalogus als JSON')
    .description('een catalogus in het kort, of één onderdeel')
    .action((naam: string, onderdeel: string | undefined, o: Toonopties) => voer(() => toon(omgeving, naam, onderdeel, o)))
  catalogus
    .command('publiceer')
    .argument('<versie>', 'naam@versie of het pad van een versiemap')
    .option('--catalogi <map>', 'map met catalogi')
    .option('--json', 'antwoord als JSON')
    .description('de hash van een versie vastleggen in versies.yaml; daarna verandert ze niet meer')
    .action((versie: string, o: Toonopties) => voer(() => publiceer(omgeving, versie, o)))
  catalogus
    .command('schema')
    .description('het JSON Schema van een catalogusbestand, voor een editor')
    .action(() =>
      voer(async () => {
        schrijfJson(omgeving, catalogusSchema())
        return 0
      }),
    )
}

type Toonopties = { catalogi?: string; json?: boolean }

async function vergelijk(omgeving: Omgeving, a: string, b: string, o: Toonopties): Promise<Afsluitcode> {
  const kanten: Catalogus[] = []
  for (const verwijzing of [a, b]) {
    const open = await openGecontroleerd(o.catalogi ?? omgeving.catalogi, verwijzing, omgeving.vandaag)
    if (!open.ok) return meldCatalogusfouten(omgeving, open.fout, o.json === true)
    kanten.push(open.value.catalogus)
  }
  const [van, naar] = kanten as [Catalogus, Catalogus]
  const verschillen = vergelijkCatalogi(van, naar)
  const kenmerk = (c: Catalogus) => ({ catalogus: c.catalogus.id, versie: c.catalogus.versie, hash: c.hash })
  if (o.json) schrijfJson(omgeving, { van: kenmerk(van), naar: kenmerk(naar), verschillen })
  else if (verschillen.length === 0) omgeving.uit('De twee versies zijn inhoudelijk gelijk.\n')
  else
    for (const { onderdeel, wijzigingen } of verschillen)
      omgeving.uit(`${onderdeel}\n${wijzigingen.map((w) => `  ${wijzigingInWoorden(w)}\n`).join('')}`)
  return 0
}

async function toon(omgeving: Omgeving, naam: string, onderdeel: string | undefined, o: Toonopties): Promise<Afsluitcode> {
  const open = await openGecontroleerd(o.catalogi ?? omgeving.catalogi, naam, omgeving.vandaag)
  if (!open.ok) return meldCatalogusfouten(omgeving, open.fout, o.json === true)
  const { catalogus } = open.value
  if (onderdeel !== undefined) {
    const deel = onderdeelInWoorden(catalogus, onderdeel)
    if ('fout' in deel) return meldInvoerfouten(omgeving, [{ code: 'ONDERDEEL_ONBEKEND', plaats: '', tekst: deel.fout }], o.json === true)
    if (o.json) schrijfJson(omgeving, { onderdeel, tekst: deel.tekst })
    else omgeving.uit(deel.tekst)
  } else if (o.json) schrijfJson(omgeving, catalogus)
  else omgeving.uit(catalogusInWoorden(catalogus))
  return 0
}

async function publiceer(omgeving: Omgeving, versie: string, o: Toonopties): Promise<Afsluitcode> {
  const uit = await publiceerCatalogus(o.catalogi ?? omgeving.catalogi, versie)
  if (!uit.ok) return meldCatalogusfouten(omgeving, uit.fout, o.json === true)
  if (o.json) schrijfJson(omgeving, uit.value)
  else omgeving.uit(`${uit.value.id}@${uit.value.versie}: hash ${uit.value.hash} ${uit.value.uitkomst}.\n`)
  return 0
}

async function controleer(omgeving: Omgeving, map: string, json: boolean): Promise<Afsluitcode> {
  const { gecontroleerd, fouten } = await controleerMap(map)
  if (fouten.length > 0) {
    meldCatalogusfouten(omgeving, fouten, json)
    omgeving.fout(`${fouten.length === 1 ? '1 fout' : `${fouten.length} fouten`}. De catalogus gaat zo niet open.\n`)
    return 2
  }
  if (json) schrijfJson(omgeving, { gecontroleerd, fouten })
  else for (const g of gecontroleerd) omgeving.uit(`${g.id}@${g.versie} klopt. Hash ${g.hash}\n`)
  return 0
}
