import { createHash } from 'node:crypto'

/** JSON met gesorteerde sleutels en zonder witruimte: gelijke inhoud geeft gelijke tekst, hoe het bestand ook was opgemaakt. */
export function canoniekeJson(waarde: unknown): string {
  if (Array.isArray(waarde)) return `[${waarde.map(canoniekeJson).join(',')}]`
  if (waarde !== null && typeof waarde === 'object') {
    const velden = Object.entries(waarde)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${velden.map(([k, v]) => `${JSON.stringify(k)}:${canoniekeJson(v)}`).join(',')}}`
  }
  return JSON.stringify(waarde)
}

/** SHA-256 over de canonieke JSON, als 64 hexadecimale tekens. */
export function hashVan(waarde: unknown): string {
  return createHash('sha256').update(canoniekeJson(waarde)).digest('hex')
}
