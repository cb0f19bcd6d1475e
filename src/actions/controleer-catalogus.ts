/** Een catalogus controleren: vorm, samenhang, tabellen en vastgelegde hash. Geeft alle fouten; leeg is goed. */
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { controleerTabellen } from '#core/advies/controleer-tabellen.ts'
import { controleerVignetten } from '#core/advies/controleer-vignetten.ts'
import { controleerCatalogus, opPlaats } from '#core/catalogus/controle/controleer.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesKeuze } from '#core/catalogus/instellingen.ts'
import type { GeladenCatalogus } from '#core/catalogus/laden/laad.ts'
import { controleerStapelingsvignetten } from '#core/indicatie/controleer-vignetten.ts'
import { geldigOp, leesCatalogusmap, openCatalogus, openVersie } from '#storage/catalogi.ts'

export type Controle = {
  readonly gecontroleerd: readonly { readonly id: string; readonly versie: string; readonly hash: string }[]
  readonly fouten: readonly Catalogusfout[]
}

/** Controleert een versiemap, of een catalogusmap (met versies.yaml) met al haar versies en keuzes. */
export async function controleerMap(map: string): Promise<Controle> {
  const pad = resolve(map)
  if (existsSync(join(pad, 'versies.yaml'))) return controleerCatalogusmap(pad)
  const geladen = await openCatalogus(dirname(pad), `${pad}/`, '')
  return geladen.ok
    ? { gecontroleerd: [kenmerk(geladen.value)], fouten: controleerGeladen(geladen.value) }
    : { gecontroleerd: [], fouten: geladen.fout }
}

async function controleerCatalogusmap(pad: string): Promise<Controle> {
  const gelezen = await leesCatalogusmap(dirname(pad), basename(pad))
  if (!gelezen.ok) return { gecontroleerd: [], fouten: gelezen.fout }
  const { map, versies, keuzes } = gelezen.value
  const fouten: Catalogusfout[] = []
  const geladen: GeladenCatalogus[] = []
  for (const versie of versies) {
    const open = await openVersie(map, versie)
    if (!open.ok) fouten.push(...open.fout)
    else {
      geladen.push(open.value)
      fouten.push(...controleerGeladen(open.value))
    }
  }
  for (const k of keuzes) {
    const plaats = { bestand: k.bestand, regel: 1, kolom: 1 }
    const versie = geldigOp(versies, k.geldigVan)
    const bij = geladen.find((g) => g.catalogus.catalogus.versie === versie?.versie)
    if (k.catalogus !== basename(pad))
      fouten.push({
        ...plaats,
        code: 'KEUZE_ANDERE_CATALOGUS',
        tekst: `Deze keuze is voor de catalogus "${k.catalogus}".`,
        watNu: 'Zet het bestand in de map van die catalogus.',
      })
    if (!bij) continue
    const keuze = leesKeuze(bij.catalogus, { gemeente: k.gemeente, instellingen: k.instellingen })
    if (!keuze.ok)
      fouten.push(...keuze.fout.map((f) => ({ ...plaats, code: f.code, tekst: f.tekst, watNu: `Verbeter ${f.plaats.slice(1)}.` })))
  }
  return { gecontroleerd: geladen.map(kenmerk), fouten }
}

/** De controles op een geladen versie. De tabellen komen pas aan de beurt als alle namen kloppen: ervoor zou elke fout dubbel klinken. */
export function controleerGeladen(geladen: GeladenCatalogus): Catalogusfout[] {
  const samenhang = controleerCatalogus(geladen)
  if (samenhang.length > 0) return samenhang
  const tabellen = controleerTabellen(geladen)
  return opPlaats(tabellen.length > 0 ? tabellen : [...controleerVignetten(geladen), ...controleerStapelingsvignetten(geladen)])
}

const kenmerk = ({ catalogus }: GeladenCatalogus) => ({
  id: catalogus.catalogus.id,
  versie: catalogus.catalogus.versie,
  hash: catalogus.hash,
})
