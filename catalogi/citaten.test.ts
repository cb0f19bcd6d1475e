/** Van elke uitspraak naar de woorden van de bron en terug: elk citaat staat letterlijk in een passage van die uitspraak. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { invariant } from '#core/base/invariant.ts'
import { allePassages, alleUitspraken, passagesVan, regelsVan, vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { leesCatalogusmap, openVersie } from '#storage/catalogi.ts'
import { vindCitaten } from '#web/productboek/markeer.ts'

const mappen = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((d) => d.isDirectory())

describe.each(mappen.map((m) => m.name))('%s', async (id) => {
  const map = await leesCatalogusmap(import.meta.dirname, id)
  invariant(map.ok, `${id} heeft versies`)
  const versie = map.value.versies.at(-1)
  invariant(versie, `${id} heeft een versie`)
  const geladen = await openVersie(join(import.meta.dirname, id), versie)
  invariant(geladen.ok, JSON.stringify(geladen))
  const { catalogus } = geladen.value

  it('elk citaat staat in een passage van zijn uitspraak', () => {
    const kwijt = alleUitspraken(catalogus).flatMap((u) =>
      u.citaten
        .filter((citaat) => {
          const passages = passagesVan(catalogus, u.eis).map((p) => regelsVan(catalogus, p.document).slice(p.van - 1, p.tot))
          return !passages.some((regels) => vindCitaten(regels, [citaat]).some((bereiken) => bereiken.length > 0))
        })
        .map((citaat) => `${u.eis}: ${citaat}`),
    )
    expect(kwijt).toEqual([])
  })

  it('elke passage ligt in haar document en noemt bestaande uitspraken', () => {
    const fout = allePassages(catalogus).filter(
      (p) => p.tot > regelsVan(catalogus, p.document).length || p.van > p.tot || p.eisen.some((eis) => !vindUitspraak(catalogus, eis)),
    )
    expect(fout).toEqual([])
  })
})
