/** Schrijft de schema's (XSD 1.0) uit de beschrijving: één basisschema per release en één schema per bericht. */
import { invariant } from '#core/base/invariant.ts'
import { type Bericht, codesVan, type Inhoud, type Klasse, type Release, type Simpel, type Veld, type Velden } from './vorm.ts'

const BASIS = 'basisschema.xsd'

/** Alle schema's van een release: bestandsnaam en inhoud. */
export function maakSchemas(release: Release): { bestand: string; tekst: string }[] {
  return [
    { bestand: BASIS, tekst: basisschema(release) },
    ...release.berichten.map((bericht) => ({ bestand: schemabestand(bericht.naam), tekst: berichtschema(release, bericht) })),
  ]
}

export const schemabestand = (naam: string): string => `${naam.toLowerCase()}.xsd`

function basisschema(release: Release): string {
  const typen = [...release.typen].sort((a, b) => (a.naam < b.naam ? -1 : 1))
  const groepen = [...release.groepen].sort((a, b) => ((a.naam ?? '') < (b.naam ?? '') ? -1 : 1))
  return document([
    ...opening(release.xsdVersie, release.basisruimte, { iwmo: release.basisruimte }),
    `  <!-- Basisschema ${release.standaard} ${release.versie}, geldig vanaf ${release.geldigVanaf}. Gemaakt uit de beschrijving van de berichten. -->`,
    ...typen.flatMap((t) => simpelType(t)),
    ...groepen.flatMap((g) => complexType(g.naam ?? '', g, 'iwmo')),
  ])
}

function berichtschema(release: Release, bericht: Bericht): string {
  const ruimte = release.berichtruimte(bericht.naam)
  const prefix = bericht.naam.toLowerCase()
  const klassen = new Map<string, string[]>()
  verzamel(bericht.velden, prefix, klassen)
  return document([
    ...opening(release.xsdVersie, ruimte, { iwmo: release.basisruimte, [prefix]: ruimte }),
    `  <!-- ${bericht.naam} ${bericht.titel} (${release.standaard} ${release.versie}), van ${bericht.van} naar ${bericht.naar}. -->`,
    `  <xs:import namespace="${release.basisruimte}" schemaLocation="${BASIS}"/>`,
    `  <xs:element name="Bericht" type="${prefix}:Bericht"/>`,
    ...complexType('Bericht', { soort: 'klasse', velden: bericht.velden }, prefix),
    ...[...klassen.values()].flat(),
  ])
}

/** Een klasse heet naar haar element. Twee klassen met dezelfde naam moeten dus ook hetzelfde zijn. */
function verzamel(velden: Velden, prefix: string, klassen: Map<string, string[]>): void {
  for (const [naam, { inhoud }] of Object.entries(velden)) {
    if (inhoud.soort === 'simpel' || inhoud.soort === 'groep') continue
    const type = complexType(naam, inhoud, prefix)
    const eerder = klassen.get(naam)
    invariant(eerder === undefined || eerder.join() === type.join(), `klasse ${naam} is overal in het bericht gelijk`)
    klassen.set(naam, type)
    verzamel(inhoud.velden, prefix, klassen)
  }
}

const opening = (versie: string, ruimte: string, prefixen: Record<string, string>): string[] => [
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"',
  ...Object.entries(prefixen).map(([prefix, naam]) => `           xmlns:${prefix}="${naam}"`),
  `           targetNamespace="${ruimte}" elementFormDefault="qualified" version="${versie}">`,
]

const document = (regels: string[]): string => `${['<?xml version="1.0" encoding="UTF-8"?>', ...regels, '</xs:schema>'].join('\n')}\n`

function complexType(naam: string, klasse: Klasse, prefix: string): string[] {
  return [
    `  <xs:complexType name="${naam}">`,
    '    <xs:sequence>',
    ...Object.entries(klasse.velden).flatMap(([element, veld]) => elementregels(element, veld, prefix)),
    '    </xs:sequence>',
    '  </xs:complexType>',
  ]
}

const kardinaliteit = { '1': '', '0..1': ' minOccurs="0"', '1..n': ' maxOccurs="unbounded"' }

function elementregels(naam: string, { inhoud, aantal }: Veld, prefix: string): string[] {
  const begin = `      <xs:element name="${naam}"`
  if (inhoud.soort !== 'simpel' || inhoud.beperking === undefined)
    return [`${begin} type="${typenaam(naam, inhoud, prefix)}"${kardinaliteit[aantal]}/>`]
  return [
    `${begin}${kardinaliteit[aantal]}>`,
    '        <xs:simpleType>',
    `          <xs:restriction base="iwmo:${inhoud.naam}">`,
    `            <xs:pattern value="${inhoud.beperking.xsd}"/>`,
    '          </xs:restriction>',
    '        </xs:simpleType>',
    '      </xs:element>',
  ]
}

function typenaam(element: string, inhoud: Inhoud, prefix: string): string {
  if (inhoud.soort === 'simpel' || inhoud.soort === 'groep') return `iwmo:${inhoud.naam}`
  return `${prefix}:${element}`
}

function simpelType(t: Simpel): string[] {
  const facet = (naam: string, waarde: string | number | undefined) =>
    waarde === undefined ? [] : [`      <xs:${naam} value="${waarde}"/>`]
  return [
    `  <xs:simpleType name="${t.naam}">`,
    '    <xs:annotation>',
    `      <xs:documentation>${ontsnap(t.uitleg)}</xs:documentation>`,
    '    </xs:annotation>',
    `    <xs:restriction base="xs:${t.basis}">`,
    ...facet('minLength', t.minLengte),
    ...facet('maxLength', t.maxLengte),
    ...facet('minInclusive', t.min),
    ...facet('maxInclusive', t.max),
    ...facet('pattern', t.patroon?.xsd),
    ...(t.codes === undefined ? [] : codesVan(t.codes).flatMap((code) => enumeratie(code, t.codes?.codes[code] ?? ''))),
    '    </xs:restriction>',
    '  </xs:simpleType>',
  ]
}

const enumeratie = (code: string, omschrijving: string): string[] => [
  `      <xs:enumeration value="${code}">`,
  '        <xs:annotation>',
  `          <xs:documentation>${ontsnap(omschrijving)}</xs:documentation>`,
  '        </xs:annotation>',
  '      </xs:enumeration>',
]

const ontsnap = (tekst: string): string => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
