/** Of een doorgerekende wijziging al is vastgelegd, en vanaf welke dag. */
import type { Instellingantwoord, Publicatieantwoord, Simulatieantwoord } from '#http/api/catalogus/vormen.ts'

type Wijziging = Simulatieantwoord['vraag']['wijziging']
type Stand = {
  readonly instellingen: readonly Pick<Instellingantwoord, 'sleutel' | 'waarde' | 'gekozen' | 'straks'>[]
  readonly publicaties: readonly Pick<Publicatieantwoord, 'versie' | 'stand' | 'geldigVan'>[]
}

/** `sinds` is de dag waarop alles ervan geldt; null als dat al van het begin af zo is. Null als er nog iets vast te leggen is. */
export function vastgelegd({ versie, instellingen }: Wijziging, stand: Stand): { readonly sinds: string | null } | null {
  const dagen: (string | null)[] = []
  if (versie !== null) {
    const publicatie = stand.publicaties.find((p) => p.versie === versie && (p.stand === 'geldt' || p.stand === 'straks'))
    if (publicatie === undefined) return null
    dagen.push(publicatie.geldigVan)
  }
  for (const [sleutel, gewenst] of Object.entries(instellingen)) {
    const dag = dagVan(stand, sleutel, gewenst)
    if (dag === undefined) return null
    dagen.push(dag)
  }
  return { sinds: dagen.reduce((laatste, dag) => (laatste === null || (dag !== null && dag > laatste) ? dag : laatste), null) }
}

/** Vanaf wanneer deze instelling zo is; undefined als niemand dat koos en het ook niet zo is. */
function dagVan({ instellingen }: Stand, sleutel: string, gewenst: unknown): string | null | undefined {
  const gelijk = (waarde: unknown): boolean => JSON.stringify(waarde) === JSON.stringify(gewenst)
  const i = instellingen.find((instelling) => instelling.sleutel === sleutel)
  if (i === undefined) return undefined
  // Wat straks anders wordt, is niet vastgelegd: de laatste keuze telt.
  const laatste = i.straks.at(-1)
  if (laatste) return gelijk(laatste.waarde) ? laatste.geldigVan : undefined
  return gelijk(i.waarde) ? (i.gekozen?.geldigVan ?? null) : undefined
}
