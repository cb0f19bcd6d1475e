import { z } from 'zod'
import { catalogusVorm } from '#core/catalogus/vorm.ts'

/**
 * Het JSON Schema van één catalogusbestand, uit dezelfde definitie als de controle bij het laden. Elk bestand bevat maar
 * een deel van de catalogus, dus bovenaan is niets verplicht.
 */
export function catalogusSchema(): Record<string, unknown> {
  const { required: _, ...schema } = z.toJSONSchema(catalogusVorm, { io: 'input' }) as Record<string, unknown>
  return {
    ...schema,
    title: 'Productcatalogus van Meedoen',
    description: 'Een of meer delen van een catalogusversie (catalogi/<id>/<versie>/*.yaml). Uitleg: docs/catalogus.md.',
  }
}
