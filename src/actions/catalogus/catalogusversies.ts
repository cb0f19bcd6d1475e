/** De catalogusversies van een gemeente: die in de map staan, en die al in de database bewaard zijn. */
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { leesCatalogusmap } from '#storage/catalogi.ts'
import { leesPublicaties } from '#storage/catalogusbesluiten.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { openGecontroleerd } from '../open-catalogus.ts'
import { catalogusBijHash } from './geldende-catalogus.ts'

export type Mapversie = {
  readonly versie: string
  readonly geldigVan: string
  /** null: nog niet vastgelegd, dus nog te wijzigen. */
  readonly hash: string | null
  readonly toelichting: string | null
}

/** De versies in de map, op volgorde van ingang. Leeg als de map er niet (meer) is. */
export async function versiesInMap(dienst: Dienst, catalogus: string): Promise<Mapversie[]> {
  const gelezen = await leesCatalogusmap(dienst.catalogi, catalogus)
  if (!gelezen.ok) return []
  return gelezen.value.versies.map(({ versie, geldigVan, hash, toelichting }) => ({
    versie,
    geldigVan,
    hash: hash ?? null,
    toelichting: toelichting ?? null,
  }))
}

export type Versiekeuze = { readonly catalogus: Catalogus; readonly vastgelegd: boolean }

/** Opent een versie uit de map, helemaal gecontroleerd. `plaats` wijst naar het veld waarin zij genoemd is. */
export async function openVersieUitMap(
  dienst: Dienst,
  catalogus: string,
  versie: string,
  plaats = '/versie',
): Promise<Result<Versiekeuze, Weigering>> {
  const bekend = (await versiesInMap(dienst, catalogus)).find((v) => v.versie === versie)
  if (!bekend)
    return ongeldig([{ code: 'VERSIE_ONBEKEND', plaats, tekst: `De versie "${versie}" staat niet bij de catalogus ${catalogus}.` }])
  const open = await openGecontroleerd(dienst.catalogi, `${catalogus}@${versie}`, bekend.geldigVan)
  return open.ok ? ok({ catalogus: open.value.catalogus, vastgelegd: open.value.gepubliceerd }) : weiger(kapot(versie, open.fout))
}

const kapot = (versie: string, fouten: readonly Catalogusfout[]): Weigering => ({
  soort: 'regel',
  code: fouten[0]?.code ?? 'CATALOGUS_ONGELDIG',
  tekst: `De versie ${versie} klopt niet: ${fouten[0]?.tekst ?? ''}`,
  watNu: fouten[0]?.watNu ?? 'Laat de versie nakijken met `catalogus controleer`.',
})

/** Een versie om te lezen: eerst zoals zij hier gepubliceerd is, anders uit de map. */
export async function leesVersie(
  dienst: Dienst,
  tx: Tx,
  { gemeente, catalogus }: { gemeente: string; catalogus: string },
  versie: string,
  plaats: string,
): Promise<Result<Catalogus, Weigering>> {
  const gepubliceerd = (await leesPublicaties(tx, gemeente)).findLast((p) => p.catalogus === catalogus && p.versie === versie)
  const bewaard = gepubliceerd && (await catalogusBijHash(tx, gepubliceerd.hash))
  if (bewaard) return ok(bewaard)
  const open = await openVersieUitMap(dienst, catalogus, versie, plaats)
  return open.ok ? ok(open.value.catalogus) : fout(open.fout)
}
