/** De signalen over de Wlz bij hulp die loopt: voor één inwoner, en voor het werk van een consulent of team. */
import type { Datum } from '#core/base/datum.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import type { Naam } from '#core/dossier/naam.ts'
import { wlzsignalen, type Wlzsignaal } from '#core/indicatie/wlzsignaal.ts'
import { leesLopendeIndicaties } from '#storage/lopend.ts'
import { leesWlzfeiten, leesWlzinwoners } from '#storage/wlz.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import { lopendeVan } from '../catalogus/gemeentedoorrekening.ts'
import type { Werk } from '../handeling/handel.ts'

export type Werksignaal = Wlzsignaal & { readonly inwoner: { readonly id: string; readonly naam: Naam } }

/** Van zoveel inwoners hoogstens, op id; zoveel heeft één consulent of team er naar verwachting niet. Wat het langst speelt staat vooraan. */
const MEESTE_INWONERS = 100

export async function signalenVanInwoner(w: Werk, inwoner: string): Promise<Wlzsignaal[]> {
  return (await signalenPer(w, [inwoner])).get(inwoner) ?? []
}

export async function signalenVoorWerk(w: Werk, van: 'ik' | 'team'): Promise<Werksignaal[]> {
  const { actor, tx, dienst } = w
  if (van === 'team' && actor.team === null) return []
  const wie = van === 'team' ? { team: actor.team as string } : { behandelaar: actor.medewerker }
  const inwoners = await leesWlzinwoners(tx, actor.gemeente, wie, { vandaag: dienst.vandaag(), hoogstens: MEESTE_INWONERS })
  const per = await signalenPer(
    w,
    inwoners.map((i) => i.id),
  )
  return inwoners
    .flatMap((inwoner) => (per.get(inwoner.id) ?? []).map((s) => ({ ...s, inwoner })))
    .sort((a, b) => (`${a.sinds} ${a.indicatie}` < `${b.sinds} ${b.indicatie}` ? -1 : 1))
}

async function signalenPer({ tx, actor, dienst }: Werk, inwoners: readonly string[]): Promise<Map<string, Wlzsignaal[]>> {
  const vandaag = dienst.vandaag() as Datum
  const geldend = inwoners.length === 0 ? null : await geldendeCatalogus(tx, actor.gemeente, vandaag)
  if (!geldend?.ok) return new Map()
  const { catalogus, keuze } = geldend.value
  const rijen = lopendeVan(await leesLopendeIndicaties(tx, actor.gemeente, inwoners, vandaag), vandaag)
  const feiten = await leesWlzfeiten(tx, actor.gemeente, inwoners)
  const van = (inwoner: string): readonly Gebeurtenis[] => feiten.filter((f) => f.inwoner === inwoner)
  const hulp = (inwoner: string) =>
    rijen
      .filter(({ rij }) => rij.inwoner === inwoner && rij.catalogus === catalogus.catalogus.id)
      .map(({ rij, periode }) => ({ id: rij.id, product: rij.product, periode, gemotiveerd: rij.wlz_gemotiveerd }))
  return new Map(inwoners.map((i) => [i, wlzsignalen(catalogus, keuze, van(i), hulp(i), vandaag)]))
}
