/** Een versie publiceren: haar hash vastleggen in versies.yaml. Daarna verandert ze niet meer. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { invariant } from '#core/base/invariant.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import type { Catalogusmap } from './catalogi.ts'

/** Schrijft de hash bij de versie. Een hash die er al staat blijft staan: een gepubliceerde versie krijgt nooit een andere. */
export async function schrijfHash(
  catalogus: Catalogusmap,
  versie: string,
  hash: string,
): Promise<Result<'geschreven' | 'stond er al', Catalogusfout[]>> {
  const pad = join(catalogus.map, 'versies.yaml')
  const plek = catalogus.versies.findIndex((v) => v.versie === versie)
  const regel = catalogus.versies[plek]
  invariant(regel, 'de versie staat in versies.yaml')
  if (regel.hash === hash) return ok('stond er al')
  if (regel.hash !== undefined) {
    const tekst = `Versie ${versie} is al gepubliceerd met een andere hash (${regel.hash}).`
    return fout([
      {
        bestand: pad,
        regel: regel.regel,
        kolom: regel.kolom,
        code: 'CATALOGUS_GEWIJZIGD',
        tekst,
        watNu: 'Maak een nieuwe versie met een eigen geldigVan.',
      },
    ])
  }
  const document = parseDocument(await readFile(pad, 'utf8'))
  document.setIn(['versies', plek, 'hash'], hash)
  // Eerst ernaast schrijven: valt de stroom weg, dan is versies.yaml nog heel.
  await writeFile(`${pad}.nieuw`, document.toString({ lineWidth: 0 }))
  await rename(`${pad}.nieuw`, pad)
  return ok('geschreven')
}
