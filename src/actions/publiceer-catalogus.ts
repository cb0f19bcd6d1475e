/** Een versie publiceren: alles controleren, en dan haar hash vastleggen zodat ze nooit meer verandert. */
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesCatalogusmap, openVersie } from '#storage/catalogi.ts'
import { schrijfHash } from '#storage/publiceer.ts'
import { controleerGeladen } from './controleer-catalogus.ts'

export type Publicatie = {
  readonly id: string
  readonly versie: string
  readonly hash: string
  readonly uitkomst: 'geschreven' | 'stond er al'
}

/** `verwijzing` is `naam@versie` of het pad van een versiemap. */
export async function publiceerCatalogus(catalogi: string, verwijzing: string): Promise<Result<Publicatie, Catalogusfout[]>> {
  const [id = '', naam = ''] = verwijzing.split('@')
  const alsPad = resolve(verwijzing)
  const isPad = existsSync(join(dirname(alsPad), 'versies.yaml'))
  const [map, versie] = isPad ? [dirname(alsPad), basename(alsPad)] : [resolve(catalogi, id), naam]
  const gelezen = await leesCatalogusmap(dirname(map), basename(map))
  if (!gelezen.ok) return gelezen
  const regel = gelezen.value.versies.find((v) => v.versie === versie)
  if (!regel) {
    const bestand = join(map, 'versies.yaml')
    const tekst = `De versie "${versie}" staat niet in versies.yaml.`
    return fout([
      {
        bestand,
        regel: 1,
        kolom: 1,
        code: 'VERSIE_ONBEKEND',
        tekst,
        watNu: 'Voeg haar toe met een geldigVan, en publiceer dan naam@versie.',
      },
    ])
  }
  const open = await openVersie(map, regel)
  if (!open.ok) return open
  const fouten = controleerGeladen(open.value)
  if (fouten.length > 0) return fout(fouten)
  const { hash } = open.value.catalogus
  const geschreven = await schrijfHash(gelezen.value, versie, hash)
  return geschreven.ok ? ok({ id: basename(map), versie, hash, uitkomst: geschreven.value }) : geschreven
}
