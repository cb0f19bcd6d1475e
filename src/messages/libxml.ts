/** Het oordeel van een gewone XSD-validator (libxml2) over een bericht, met onze eigen schema's uit het geheugen. */
import { ParseOption, XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'
import { maakSchemas, schemabestand } from './maak-xsd.ts'
import type { Beschreven } from './releases.ts'
import type { Release } from './vorm.ts'

export type Schemafout = { readonly regel: number; readonly tekst: string }

const utf8 = new TextEncoder()
const geladen = new Map<Release, Map<string, string>>()
const validators = new Map<string, XsdValidator>()

/** De schema's van een release, één keer gemaakt en onder hun adres klaargezet voor `xs:import`. */
function laadSchemas(release: Release): Map<string, string> {
  let schemas = geladen.get(release)
  if (schemas === undefined) {
    schemas = new Map(maakSchemas(release).map(({ bestand, tekst }) => [bestand, tekst]))
    const perAdres = [...schemas].map(([bestand, tekst]) => [`${release.map}/${bestand}`, utf8.encode(tekst)] as const)
    xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(perAdres)))
    geladen.set(release, schemas)
  }
  return schemas
}

function validatorVoor({ release, bericht }: Beschreven): XsdValidator {
  const bestand = schemabestand(bericht.naam)
  const adres = `${release.map}/${bestand}`
  let validator = validators.get(adres)
  if (validator === undefined) {
    const schema = XmlDocument.fromString(laadSchemas(release).get(bestand) ?? '', { url: adres })
    try {
      validator = XsdValidator.fromDoc(schema)
    } finally {
      schema.dispose()
    }
    validators.set(adres, validator)
  }
  return validator
}

/**
 * De schemafouten volgens libxml2; leeg is geldig. Alleen voor XML die al door de eigen lezer is: die weigert een DOCTYPE,
 * te diepe nesten en te veel attributen voordat de bibliotheek ze ziet.
 */
export function valideerMetLibxml(bytes: Uint8Array, beschreven: Beschreven): Schemafout[] {
  const validator = validatorVoor(beschreven)
  try {
    const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE })
    try {
      validator.validate(document)
      return []
    } finally {
      document.dispose()
    }
  } catch (storing) {
    if (!(storing instanceof XmlLibError)) throw storing
    const details = storing.details.length > 0 ? storing.details : [{ line: 0, message: storing.message }]
    return details.map((d) => ({ regel: d.line, tekst: d.message.trim() }))
  }
}
