/** De YAML-bestanden van één versie tot één geheel: maps naast elkaar, lijsten achter elkaar, nooit twee keer hetzelfde. */
import type { Catalogusfout, Plaats } from './fout.ts'
import { plaatsIn, type YamlBestand } from './yaml-bestand.ts'

/** Waar een waarde van de samengevoegde catalogus vandaan komt. */
export type PlaatsVan = (pad: readonly PropertyKey[]) => Plaats

type Herkomst = { readonly bestand: YamlBestand; readonly pad: readonly PropertyKey[] }
type Samengevoegd = { readonly inhoud: Record<string, unknown>; readonly plaatsVan: PlaatsVan; readonly fouten: readonly Catalogusfout[] }

const isMap = (w: unknown): w is Record<string, unknown> => w !== null && typeof w === 'object' && !Array.isArray(w)

/** Voegt samen in de volgorde van de bestandsnamen. De fouten zijn volledig: ze noemen bij een botsing beide plaatsen. */
export function voegSamen(bestanden: readonly YamlBestand[]): Samengevoegd {
  const inhoud: Record<string, unknown> = {}
  const herkomst = new Map<string, Herkomst>()
  const fouten: Catalogusfout[] = []
  for (const bestand of bestanden) {
    if (!isMap(bestand.waarde)) {
      const tekst = 'Dit bestand heeft bovenaan geen sleutels, zoals `producten:` of `vragen:`.'
      fouten.push({ ...plaatsIn(bestand, []), code: 'BESTAND_LEEG', tekst, watNu: 'Vul het bestand of haal het weg.' })
      continue
    }
    for (const [deel, waarde] of Object.entries(bestand.waarde)) neemOp(deel, waarde, { bestand, pad: [deel] })
  }
  return { inhoud, fouten, plaatsVan: (pad) => plaatsOp(pad, herkomst, bestanden[0]) }

  function neemOp(deel: string, waarde: unknown, van: Herkomst): void {
    const bestaand = inhoud[deel]
    if (bestaand === undefined) inhoud[deel] = Array.isArray(waarde) ? [] : isMap(waarde) ? {} : waarde
    const doel = inhoud[deel]
    if (Array.isArray(doel) && Array.isArray(waarde)) {
      for (const [i, item] of waarde.entries()) {
        herkomst.set(sleutelVan([deel, doel.length]), { ...van, pad: [deel, i] })
        doel.push(item)
      }
    } else if (isMap(doel) && isMap(waarde)) {
      for (const [sleutel, item] of Object.entries(waarde)) voegSleutelToe(doel, [deel, sleutel], item, van)
    } else if (bestaand !== undefined) botsing([deel], van)
    if (!herkomst.has(deel)) herkomst.set(deel, van)
  }

  function voegSleutelToe(doel: Record<string, unknown>, pad: [string, string], item: unknown, van: Herkomst): void {
    const hier = { ...van, pad }
    if (Object.hasOwn(doel, pad[1])) {
      botsing(pad, hier)
      return
    }
    herkomst.set(sleutelVan(pad), hier)
    // Niet met `doel[...] =`: een sleutel als __proto__ moet een gewone sleutel blijven die de vorm daarna weigert.
    Object.defineProperty(doel, pad[1], { value: item, enumerable: true, writable: true, configurable: true })
  }

  function botsing(pad: readonly string[], van: Herkomst): void {
    const eerste = herkomst.get(sleutelVan(pad))
    const elders = eerste ? plaatsIn(eerste.bestand, eerste.pad) : null
    const waar = elders ? ` Hij staat ook in ${elders.bestand}, regel ${elders.regel}.` : ''
    const tekst = `De sleutel "${pad.join('.')}" is twee keer gegeven.${waar}`
    fouten.push({ ...plaatsIn(van.bestand, van.pad), code: 'SLEUTEL_DUBBEL', tekst, watNu: 'Houd één van de twee.' })
  }
}

const sleutelVan = (pad: readonly PropertyKey[]) => pad.map(String).join('\u0000')

function plaatsOp(pad: readonly PropertyKey[], herkomst: ReadonlyMap<string, Herkomst>, eerste: YamlBestand | undefined): Plaats {
  const diep = herkomst.get(sleutelVan(pad.slice(0, 2)))
  if (diep && pad.length >= 2) return plaatsIn(diep.bestand, [...diep.pad, ...pad.slice(2)])
  const deel = herkomst.get(String(pad[0]))
  if (deel) return plaatsIn(deel.bestand, deel.pad)
  return eerste ? { bestand: eerste.pad, regel: 1, kolom: 1 } : { bestand: '', regel: 1, kolom: 1 }
}
