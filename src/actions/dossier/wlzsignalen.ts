/** De signalen over de Wlz bij hulp die loopt: voor één inwoner, en voor het werk van een consulent of team. */
import type { Datum } from '#core/base/datum.ts'
import type { Naam } from '#core/dossier/naam.ts'
import { wlzsignalen, type Wlzsignaal } from '#core/indicatie/wlzsignaal.ts'
import { leesLopendeIndicaties } from '#storage/lopend.ts'
import { leesWlzfeiten, leesWlzinwoners } from '#storage/wlz.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import { lopendeVan } from '../catalogus/gemeentedoorrekening.ts'
import { groepeer } from '#core/base/groepeer.ts'
import type { Notitie, Werk } from '../handeling/handel.ts'

export type Werksignaal = Wlzsignaal & { readonly inwoner: { readonly id: string; readonly naam: Naam } }

/** Zoveel inwoners tegelijk: hun feiten en indicaties passen dan ruim in het geheugen. */
const PER_KEER = 500

export async function signalenVanInwoner(w: Werk, inwoner: string): Promise<Wlzsignaal[]> {
  return (await signalenPer(w, [inwoner])).get(inwoner) ?? []
}

/** Alle signalen bij het werk van iemand of van diens team; wat het langst speelt staat vooraan. */
export async function signalenVoorWerk(w: Werk, van: 'ik' | 'team'): Promise<Werksignaal[]> {
  const { actor, tx, dienst } = w
  if (van === 'team' && actor.team === null) return []
  const wie = van === 'team' ? { team: actor.team as string } : { behandelaar: actor.medewerker }
  const inwoners = await leesWlzinwoners(tx, actor.gemeente, wie, dienst.vandaag())
  const gevonden: Werksignaal[] = []
  for (let i = 0; i < inwoners.length; i += PER_KEER) {
    const deel = inwoners.slice(i, i + PER_KEER)
    const per = await signalenPer(
      w,
      deel.map(({ id }) => id),
    )
    gevonden.push(...deel.flatMap((inwoner) => (per.get(inwoner.id) ?? []).map((s) => ({ ...s, inwoner }))))
  }
  return gevonden.sort((a, b) => (signaalwijzer(a) < signaalwijzer(b) ? -1 : 1))
}

/** Waar een signaal in de lijst staat. Bij één indicatie speelt hoogstens één signaal. */
export const signaalwijzer = ({ sinds, indicatie }: Wlzsignaal): string => `${sinds}~${indicatie}`

/** Elke inwoner die getoond wordt, met zijn indicaties. */
export const signalenPerInwoner = (signalen: readonly Werksignaal[], doel: string): Notitie[] =>
  [...groepeer(signalen, (s) => s.inwoner.id)].map(([inwoner, eigen]) => ({
    soort: 'lijst',
    inwoner,
    objecten: eigen.map((s) => ({ soort: 'indicatie', id: s.indicatie })),
    doel,
  }))

async function signalenPer({ tx, actor, dienst }: Werk, inwoners: readonly string[]): Promise<Map<string, Wlzsignaal[]>> {
  const vandaag = dienst.vandaag() as Datum
  const geldend = inwoners.length === 0 ? null : await geldendeCatalogus(tx, actor.gemeente, vandaag)
  if (!geldend?.ok) return new Map()
  const { catalogus, keuze } = geldend.value
  const rijen = lopendeVan(await leesLopendeIndicaties(tx, actor.gemeente, inwoners, vandaag), vandaag).filter(
    ({ rij }) => rij.catalogus === catalogus.catalogus.id,
  )
  const hulp = groepeer(rijen, ({ rij }) => rij.inwoner)
  const feiten = groepeer(await leesWlzfeiten(tx, actor.gemeente, inwoners), (f) => f.inwoner)
  const lopend = (inwoner: string) =>
    (hulp.get(inwoner) ?? []).map(({ rij, periode }) => ({ id: rij.id, product: rij.product, periode, gemotiveerd: rij.wlz_gemotiveerd }))
  return new Map(inwoners.map((i) => [i, wlzsignalen(catalogus, keuze, feiten.get(i) ?? [], lopend(i), vandaag)]))
}
