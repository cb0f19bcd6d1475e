/**
 * De map met productcatalogi op schijf: `<id>/versies.yaml`, `<id>/<versie>/` en `<id>/keuzes/*.yaml`.
 * Een gepubliceerde versie (met hash in versies.yaml) verandert niet meer: wijkt haar inhoud af, dan gaat ze niet open.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { bedoelde } from '#core/base/dichtstbij.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { type GeladenCatalogus, laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'
import { type KeuzesBestand, leesKeuzesBestand } from '#core/catalogus/laden/keuzes.ts'
import { leesVersies, type Versie } from '#core/catalogus/laden/versies.ts'
import type { Bestand } from '#core/catalogus/laden/yaml-bestand.ts'

/** Een geopende versie met de keuzes die gemeenten erbij hebben vastgelegd. */
export type OpenCatalogus = GeladenCatalogus & {
  readonly keuzes: readonly KeuzesBestand[]
  /** De inhoud is die van de publicatie, en is toen helemaal gecontroleerd. */
  readonly gepubliceerd: boolean
}

export type Catalogusmap = {
  readonly id: string
  readonly map: string
  readonly versies: readonly Versie[]
  readonly keuzes: readonly KeuzesBestand[]
}

/** Groter dan dit is geen catalogusbestand; zo legt een verkeerde map het programma niet plat. */
const maxBestand = 20 * 1024 * 1024

/** De namen van de catalogi in een map. */
export async function catalogusIds(catalogi: string): Promise<Result<string[], Catalogusfout[]>> {
  if (!existsSync(catalogi))
    return fout([
      mapfout(catalogi, 'MAP_ONTBREEKT', `De map met catalogi "${catalogi}" bestaat niet.`, 'Geef de juiste map met --catalogi.'),
    ])
  const namen = (await readdir(catalogi, { withFileTypes: true }))
    .filter((d) => d.isDirectory() && !d.name.startsWith('.'))
    .map((d) => d.name)
  return ok(namen.sort())
}

/** De versies en keuzes van één catalogus; de inhoud van de versies wordt nog niet gelezen. */
export async function leesCatalogusmap(catalogi: string, id: string): Promise<Result<Catalogusmap, Catalogusfout[]>> {
  const ids = await catalogusIds(catalogi)
  if (!ids.ok) return ids
  if (!ids.value.includes(id)) {
    const tekst = `De catalogus "${id}" bestaat niet in ${catalogi}.${bedoelde(id, ids.value)}`
    return fout([
      mapfout(catalogi, 'CATALOGUS_ONBEKEND', tekst, ids.value.length > 0 ? `Kies uit: ${ids.value.join(', ')}.` : 'De map is leeg.'),
    ])
  }
  const map = join(catalogi, id)
  const pad = join(map, 'versies.yaml')
  if (!existsSync(pad))
    return fout([
      mapfout(
        pad,
        'VERSIES_ONTBREEKT',
        `De catalogus "${id}" heeft geen versies.yaml.`,
        'Maak het bestand met per versie haar naam en geldigVan.',
      ),
    ])
  const versies = leesVersies({ pad, tekst: await readFile(pad, 'utf8') })
  if (!versies.ok) return versies
  const keuzes = await leesKeuzes(map)
  return keuzes.ok ? ok({ id, map, versies: versies.value, keuzes: keuzes.value }) : keuzes
}

/**
 * Opent een catalogusversie. `verwijzing` is een naam (de versie die op `vandaag` geldt), `naam@versie`, of het pad
 * van een versiemap (ook een versie die nog niet gepubliceerd is).
 */
export async function openCatalogus(
  catalogi: string,
  verwijzing: string,
  vandaag: string,
): Promise<Result<OpenCatalogus, Catalogusfout[]>> {
  const [id = '', versie] = verwijzing.split('@')
  const lijktPad = /[/\\]|^\.+$/.test(verwijzing) || (existsSync(join(verwijzing, '..', 'versies.yaml')) && !existsSync(join(catalogi, id)))
  if (lijktPad) return openVersiemap(resolve(verwijzing))
  const gelezen = await leesCatalogusmap(catalogi, id)
  if (!gelezen.ok) return gelezen
  const { map, versies } = gelezen.value
  const gekozen = versie === undefined ? geldigOp(versies, vandaag) : versies.find((v) => v.versie === versie)
  if (gekozen) return metKeuzes(await openVersie(map, gekozen), gelezen.value.keuzes, gekozen.hash !== undefined)
  const namen = versies.map((v) => v.versie)
  const tekst = `De versie "${versie}" van ${id} staat niet in versies.yaml.${bedoelde(versie ?? '', namen)}`
  return fout([
    mapfout(join(map, 'versies.yaml'), 'VERSIE_ONBEKEND', tekst, `Kies uit: ${namen.join(', ')}, of geef het pad van een versiemap.`),
  ])
}

/** De versie die op een dag geldt: de laatste die dan is ingegaan, of de eerste als er nog geen is ingegaan. */
export function geldigOp(versies: readonly Versie[], dag: string): Versie | undefined {
  return versies.filter((v) => v.geldigVan <= dag).at(-1) ?? versies[0]
}

/** Opent een versie uit versies.yaml en weigert haar als haar inhoud niet meer bij de vastgelegde hash past. */
export async function openVersie(map: string, versie: Versie): Promise<Result<GeladenCatalogus, Catalogusfout[]>> {
  const geladen = await laadMap(join(map, versie.versie), versie)
  if (!geladen.ok) return geladen
  const { catalogus } = geladen.value
  const plaats = { bestand: join(map, 'versies.yaml'), regel: versie.regel, kolom: versie.kolom }
  if (catalogus.catalogus.id !== basename(map) || catalogus.catalogus.versie !== versie.versie) {
    const heet = `${catalogus.catalogus.id}@${catalogus.catalogus.versie}`
    const tekst = `De map ${basename(map)}/${versie.versie} noemt zich ${heet}.`
    return fout([
      {
        ...geladen.value.plaatsVan(['catalogus', 'id']),
        code: 'VERSIE_NAAM',
        tekst,
        watNu: 'Geef de map en catalogus.id en catalogus.versie dezelfde naam.',
      },
    ])
  }
  if (versie.hash !== undefined && versie.hash !== catalogus.hash) {
    const tekst = `De gepubliceerde versie ${catalogus.catalogus.id}@${versie.versie} is na publicatie gewijzigd: haar inhoud heeft hash ${catalogus.hash}, vastgelegd is ${versie.hash}.`
    const watNu = 'Zet de oude inhoud terug. Een wijziging hoort in een nieuwe versie met een eigen geldigVan.'
    return fout([{ ...plaats, code: 'CATALOGUS_GEWIJZIGD', tekst, watNu }])
  }
  return geladen
}

/** Opent een versiemap op haar pad; staat ze in de versies.yaml ernaast, dan gelden datum en hash van daar. */
async function openVersiemap(map: string): Promise<Result<OpenCatalogus, Catalogusfout[]>> {
  if (!existsSync(map)) return fout([mapfout(map, 'MAP_ONTBREEKT', `De map "${map}" bestaat niet.`, 'Controleer het pad.')])
  if (!(await stat(map)).isDirectory()) return fout([mapfout(map, 'GEEN_MAP', `"${map}" is een bestand.`, 'Geef de map van één versie.')])
  const pad = join(dirname(map), 'versies.yaml')
  if (!existsSync(pad)) return metKeuzes(await laadMap(map), [], false)
  const versies = leesVersies({ pad, tekst: await readFile(pad, 'utf8') })
  if (!versies.ok) return versies
  const versie = versies.value.find((v) => v.versie === basename(map))
  const keuzes = await leesKeuzes(dirname(map))
  if (!keuzes.ok) return keuzes
  return metKeuzes(versie ? await openVersie(dirname(map), versie) : await laadMap(map), keuzes.value, versie?.hash !== undefined)
}

function metKeuzes(
  geladen: Result<GeladenCatalogus, Catalogusfout[]>,
  keuzes: readonly KeuzesBestand[],
  gepubliceerd: boolean,
): Result<OpenCatalogus, Catalogusfout[]> {
  return geladen.ok ? ok({ ...geladen.value, keuzes, gepubliceerd }) : geladen
}

async function laadMap(map: string, versie?: Versie): Promise<Result<GeladenCatalogus, Catalogusfout[]>> {
  if (!existsSync(map))
    return fout([
      mapfout(
        map,
        'MAP_ONTBREEKT',
        `De map van versie "${basename(map)}" bestaat niet.`,
        'Haal de regel uit versies.yaml of zet de map terug.',
      ),
    ])
  const bestanden = await leesBestanden(map)
  if (!bestanden.ok) return bestanden
  const geladen = laadMetPlaatsen(bestanden.value, versie, { id: basename(dirname(map)), versie: basename(map) })
  // De kern kent alleen paden binnen de map; wie de fout leest heeft het hele pad nodig.
  const volledig = (bestand: string) => tonen(join(map, bestand))
  if (!geladen.ok) return fout(geladen.fout.map((f) => ({ ...f, bestand: volledig(f.bestand) })))
  const { plaatsVan } = geladen.value
  return ok({
    ...geladen.value,
    plaatsVan: (p) => {
      const plaats = plaatsVan(p)
      return { ...plaats, bestand: volledig(plaats.bestand) }
    },
  })
}

/** De YAML in de map zelf en de teksten onder bron/; ander werk (zoals een README) blijft buiten beschouwing. */
async function leesBestanden(map: string): Promise<Result<Bestand[], Catalogusfout[]>> {
  const namen = (await readdir(map)).filter((n) => /\.ya?ml$/.test(n))
  const bron = join(map, 'bron')
  if (existsSync(bron)) namen.push(...(await readdir(bron)).filter((n) => !n.startsWith('.')).map((n) => `bron/${n}`))
  const bestanden: Bestand[] = []
  for (const naam of namen.sort()) {
    const pad = join(map, naam)
    const { size } = await stat(pad)
    if (size > maxBestand)
      return fout([
        mapfout(pad, 'BESTAND_TE_GROOT', `Dit bestand is groter dan ${maxBestand / 1024 / 1024} MB.`, 'Splits het of haal het weg.'),
      ])
    bestanden.push({ pad: naam, tekst: await readFile(pad, 'utf8') })
  }
  return ok(bestanden)
}

async function leesKeuzes(map: string): Promise<Result<KeuzesBestand[], Catalogusfout[]>> {
  const dir = join(map, 'keuzes')
  if (!existsSync(dir)) return ok([])
  const gelezen: KeuzesBestand[] = []
  const fouten: Catalogusfout[] = []
  for (const naam of (await readdir(dir)).filter((n) => /\.ya?ml$/.test(n)).sort()) {
    const uit = leesKeuzesBestand({ pad: tonen(join(dir, naam)), tekst: await readFile(join(dir, naam), 'utf8') })
    if (uit.ok) gelezen.push(uit.value)
    else fouten.push(...uit.fout)
  }
  for (const [i, k] of gelezen.entries()) {
    const eerder = gelezen.slice(0, i).find((e) => e.gemeente === k.gemeente && e.geldigVan === k.geldigVan)
    if (eerder)
      fouten.push({
        bestand: k.bestand,
        regel: 1,
        kolom: 1,
        code: 'GELDIGHEID_OVERLAPT',
        tekst: `Voor ${k.gemeente} gaan vanaf ${k.geldigVan} twee keuzes in: ook ${eerder.bestand}.`,
        watNu: 'Geef een van beide een andere geldigVan.',
      })
  }
  return fouten.length > 0 ? fout(fouten) : ok(gelezen)
}

function mapfout(bestand: string, code: string, tekst: string, watNu: string): Catalogusfout {
  return { bestand: tonen(bestand), regel: 1, kolom: 1, code, tekst, watNu }
}

/** Korter dan het hele pad als het onder de werkmap ligt. */
function tonen(pad: string): string {
  const kort = relative(process.cwd(), resolve(pad))
  return kort && !kort.startsWith(`..${sep}`) && kort !== '..' ? kort : pad
}
