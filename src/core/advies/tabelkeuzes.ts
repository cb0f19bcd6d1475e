/** De keuzes van gemeente en instellingen waaronder een tabel anders kan uitvallen. */
import { alleVoorwaardenVan } from '#core/advies/tabelvoorwaarden.ts'
import { gelijk, type Json, type Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Instelling } from '#core/catalogus/vorm.ts'

/** Zoveel keuzes proberen we hoogstens allemaal tegelijk; daarboven wisselt per keer één instelling. */
const MAX_KEUZES = 256

/** Alle combinaties van lezingen die de tabel raken; de standaard staat vooraan. */
export function keuzesVoorTabel(catalogus: Catalogus, tabel: string): Keuze[] {
  const gebruik = gebruikVan(catalogus, tabel)
  const gemeenten: (string | undefined)[] = gebruik.gemeente ? [undefined, ...catalogus.gemeenten.map((g) => g.naam)] : [undefined]
  const opties = [...gebruik.instellingen].map((s) => [s, lezingen(catalogus.instellingen?.[s] as Instelling)] as const)
  const aantal = opties.reduce((n, [, w]) => n * w.length, gemeenten.length)
  const instellingen = aantal <= MAX_KEUZES ? alleCombinaties(opties) : eenVoorEen(opties)
  return gemeenten.flatMap((gemeente) =>
    instellingen.map((i) => ({ ...(gemeente && { gemeente }), ...(Object.keys(i).length > 0 && { instellingen: i }) })),
  )
}

type Opties = readonly (readonly [string, readonly Json[]])[]

function alleCombinaties(opties: Opties): Record<string, Json>[] {
  return opties.reduce<Record<string, Json>[]>(
    (tot, [s, waarden]) => tot.flatMap((t) => waarden.map((w, i) => (i === 0 ? t : { ...t, [s]: w }))),
    [{}],
  )
}

function eenVoorEen(opties: Opties): Record<string, Json>[] {
  return [{}, ...opties.flatMap(([s, waarden]) => waarden.slice(1).map((w) => ({ [s]: w })))]
}

/** De standaard eerst, dan elke lezing die nu al gekozen kan worden. */
function lezingen(i: Instelling): Json[] {
  const standaard = i.standaard as Json
  const anders = i.lezingen.filter((l) => !l.ontbreekt && !gelijk(l.waarde as Json, standaard)).map((l) => l.waarde as Json)
  return i.perGemeente ? [standaard] : [standaard, ...anders]
}

function gebruikVan(catalogus: Catalogus, tabel: string): { instellingen: Set<string>; gemeente: boolean } {
  const instellingen = new Set<string>()
  let gemeente = false
  const neem = (pad: string) => {
    const sleutel = pad.split('.')[0] as string
    instellingen.add(sleutel)
    if (catalogus.instellingen?.[sleutel]?.perGemeente) gemeente = true
  }
  const zoek = (w: unknown): void => {
    if (Array.isArray(w)) for (const x of w) zoek(x)
    if (w === null || typeof w !== 'object' || Array.isArray(w)) return
    for (const [sleutel, x] of Object.entries(w)) {
      if (sleutel === 'instelling') {
        for (const pad of typeof x === 'string' ? [x] : Object.keys(x as object)) neem(pad)
      } else if (sleutel === 'gemeente') gemeente = true
      else zoek(x)
    }
  }
  for (const v of alleVoorwaardenVan(catalogus, tabel)) zoek(v)
  return { instellingen, gemeente }
}
