type Versie = { versie: string; geldigVan: string; hash: string }

/** Adresdeel van een catalogus: `id` voor de versie die nu geldt, `id@versie` voor een andere. */
export function leesAdresdeel(deel: string): { id: string; versie: string | null } {
  const [id = '', versie] = deel.split('@')
  return { id, versie: versie ?? null }
}

/** De versie die op `vandaag` (JJJJ-MM-DD) geldt: de laatste die al begonnen is, anders de eerste die begint. */
export function geldendeVersie<V extends Versie>(versies: readonly V[], vandaag: string): V | undefined {
  const opDatum = [...versies].sort((a, b) => (a.geldigVan < b.geldigVan ? -1 : 1))
  return opDatum.filter((v) => v.geldigVan <= vandaag).at(-1) ?? opDatum[0]
}
