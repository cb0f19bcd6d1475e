import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

/** De vragen waarop een voorwaarde rust, ook via definities en andere afgeleide waarden. */
export function vragenOnder(catalogus: Catalogus, v: Voorwaarde | undefined, gezien: Set<string> = new Set()): Set<string> {
  if (!v) return gezien
  const meer = (delen: unknown) => {
    for (const deel of delen as Voorwaarde[]) vragenOnder(catalogus, deel, gezien)
  }
  if ('alle' in v) meer(v.alle)
  else if ('een' in v) meer(v.een)
  else if ('geen' in v) meer(v.geen)
  else if ('niet' in v) meer([v.niet])
  else if ('van' in v) meer(v.van)
  else if ('definitie' in v) vragenOnder(catalogus, catalogus.definities?.[v.definitie as string], gezien)
  else if (!('gemeente' in v) && !('instelling' in v)) for (const naam of Object.keys(v)) voegToe(catalogus, naam, gezien)
  return gezien
}

function voegToe(catalogus: Catalogus, naam: string, gezien: Set<string>): void {
  if (gezien.has(naam)) return
  gezien.add(naam)
  for (const rij of catalogus.afgeleid?.[naam]?.rijen ?? []) vragenOnder(catalogus, rij.als, gezien)
}

export type Thema = {
  readonly id: string
  readonly titel: string
  readonly uitleg?: string
  readonly vragen: readonly string[]
  readonly afgeleid: readonly string[]
}

/** Thema's met hun vragen; een afgeleide waarde staat in het thema van de laatste vraag waar ze op rust, daar komt ze tot stand. */
export function themasMetVragen(catalogus: Catalogus): Thema[] {
  const volgorde = Object.keys(catalogus.themas)
  const vragen = volgorde.flatMap((t) => Object.keys(catalogus.vragen).filter((id) => catalogus.vragen[id]?.thema === t))
  const themaVanAfgeleid = (id: string): string | undefined => {
    const onder = new Set<string>()
    for (const rij of catalogus.afgeleid?.[id]?.rijen ?? []) vragenOnder(catalogus, rij.als, onder)
    const laatste = vragen.findLast((v) => onder.has(v))
    return laatste === undefined ? undefined : catalogus.vragen[laatste]?.thema
  }
  const plaats = new Map(Object.keys(catalogus.afgeleid ?? {}).map((id) => [id, themaVanAfgeleid(id)]))
  return volgorde
    .map((id) => ({
      id,
      titel: catalogus.themas[id]?.titel ?? id,
      uitleg: catalogus.themas[id]?.uitleg,
      vragen: vragen.filter((v) => catalogus.vragen[v]?.thema === id),
      afgeleid: [...plaats].filter(([, thema]) => thema === id).map(([naam]) => naam),
    }))
    .filter((t) => t.vragen.length > 0)
}
