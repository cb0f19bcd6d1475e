/** Een catalogusversie lezen uit de tekst van haar bestanden. Alles of niets: bij één fout is er geen catalogus. */
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from './fout.ts'
import { hashVan } from './hash.ts'
import { type PlaatsVan, voegSamen } from './samenvoegen.ts'
import { type Catalogus, type CatalogusInhoud, catalogusVorm } from '#core/catalogus/vorm.ts'
import { vormfouten } from './vormfouten.ts'
import { type Mapnaam, vulAan } from './vul-aan.ts'
import { type Bestand, leesYaml } from './yaml-bestand.ts'

/** De catalogus met van elke waarde haar plek in de bestanden, voor controles die een plaats moeten noemen. */
export type GeladenCatalogus = { readonly catalogus: Catalogus; readonly plaatsVan: PlaatsVan }

/** Versie die nog niet in `versies.yaml` staat heeft nog geen ingangsdatum. */
export type VersieInfo = { readonly geldigVan: string }

/** Laadt de bestanden van één versiemap: alle YAML, en onder `bron/` de brondocumenten als tekst. */
export function laadCatalogus(bestanden: readonly Bestand[], versie?: VersieInfo): Result<Catalogus, Catalogusfout[]> {
  const geladen = laadMetPlaatsen(bestanden, versie)
  return geladen.ok ? ok(geladen.value.catalogus) : geladen
}

/** Noemt de catalogus haar naam en versie niet, dan zijn dat de namen van de mappen. */
export function laadMetPlaatsen(
  bestanden: readonly Bestand[],
  versie?: VersieInfo,
  map: Mapnaam = { id: 'catalogus', versie: 'concept' },
): Result<GeladenCatalogus, Catalogusfout[]> {
  const yaml = bestanden.filter((b) => /\.ya?ml$/.test(b.pad)).sort((a, b) => (a.pad < b.pad ? -1 : 1))
  if (yaml.length === 0) {
    const tekst = 'Er staat geen enkel YAML-bestand in deze map.'
    return fout([
      {
        bestand: '.',
        regel: 1,
        kolom: 1,
        code: 'MAP_LEEG',
        tekst,
        watNu: 'Geef de map van één versie, bijvoorbeeld catalogi/<id>/<versie>.',
      },
    ])
  }
  const gelezen = yaml.map(leesYaml)
  const leesfouten = gelezen.flatMap((g) => (g.ok ? [] : g.fout))
  if (leesfouten.length > 0) return fout(leesfouten)
  const samen = voegSamen(gelezen.flatMap((g) => (g.ok ? [g.value] : [])))
  if (samen.fouten.length > 0) return fout([...samen.fouten])
  const gereserveerd = gereserveerdeSleutels(samen.inhoud, [], samen.plaatsVan)
  if (gereserveerd.length > 0) return fout(gereserveerd)
  const vol = vulAan(samen.inhoud, map)
  const vorm = catalogusVorm.safeParse(vol)
  if (!vorm.success) return fout(vormfouten(vorm.error.issues, catalogusVorm, vol, samen.plaatsVan))
  const bronnen = bestanden.filter((b) => b.pad.startsWith('bron/'))
  const bronfouten = controleerBronnen(vorm.data, bronnen, samen.plaatsVan)
  if (bronfouten.length > 0) return fout(bronfouten)
  return ok({ catalogus: maakCatalogus(vorm.data, samen.inhoud, bronnen, versie), plaatsVan: samen.plaatsVan })
}

function maakCatalogus(inhoud: CatalogusInhoud, geschreven: unknown, bronnen: readonly Bestand[], versie?: VersieInfo): Catalogus {
  const teksten = new Map(bronnen.map((b) => [b.pad, b.tekst]))
  const bronteksten = Object.fromEntries(inhoud.catalogus.bronnen.map((b) => [b.document, teksten.get(b.bestand) ?? '']))
  // De hash legt een versie vast: over wat er geschreven staat en de brondocumenten, niet over opmaak, commentaar,
  // ingangsdatum of wat de lader zelf aanvulde.
  return { ...inhoud, hash: hashVan({ inhoud: geschreven, bronteksten }), geldigVan: versie?.geldigVan ?? '', bronteksten }
}

function controleerBronnen(inhoud: CatalogusInhoud, bronnen: readonly Bestand[], plaatsVan: PlaatsVan): Catalogusfout[] {
  const aanwezig = new Set(bronnen.map((b) => b.pad))
  const genoemd = new Set(inhoud.catalogus.bronnen.map((b) => b.bestand))
  const ontbreekt = inhoud.catalogus.bronnen.flatMap((b, i): Catalogusfout[] => {
    if (aanwezig.has(b.bestand)) return []
    const plaats = plaatsVan(['catalogus', 'bronnen', i, 'bestand'])
    return [
      {
        ...plaats,
        code: 'BRON_ONTBREEKT',
        tekst: `Het brondocument "${b.bestand}" staat niet in de map.`,
        watNu: 'Zet de tekst onder bron/ of verbeter het pad.',
      },
    ]
  })
  const teveel = bronnen.flatMap((b): Catalogusfout[] =>
    genoemd.has(b.pad)
      ? []
      : [
          {
            bestand: b.pad,
            regel: 1,
            kolom: 1,
            code: 'BRON_NIET_GENOEMD',
            tekst: 'Dit brondocument staat niet in catalogus.bronnen.',
            watNu: 'Noem het daar of haal het bestand weg.',
          },
        ],
  )
  return [...ontbreekt, ...teveel]
}

/** Een sleutel als `constructor` of `__proto__` bestaat in JavaScript op elk blok; als naam van een vraag of product gaat dat later mis. */
function gereserveerdeSleutels(waarde: unknown, pad: readonly PropertyKey[], plaatsVan: PlaatsVan): Catalogusfout[] {
  if (waarde === null || typeof waarde !== 'object') return []
  if (Array.isArray(waarde)) return waarde.flatMap((w, i) => gereserveerdeSleutels(w, [...pad, i], plaatsVan))
  return Object.entries(waarde).flatMap(([sleutel, w]): Catalogusfout[] => {
    const hier = [...pad, sleutel]
    if (!(sleutel in Object.prototype)) return gereserveerdeSleutels(w, hier, plaatsVan)
    return [
      { ...plaatsVan(hier), code: 'SLEUTEL_ONGELDIG', tekst: `De sleutel "${sleutel}" is gereserveerd.`, watNu: 'Kies een andere naam.' },
    ]
  })
}
