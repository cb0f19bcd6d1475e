/** Eén YAML-bestand lezen met behoud van regel en kolom van elke waarde. */
import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout, Plaats } from './fout.ts'

export type Bestand = { readonly pad: string; readonly tekst: string }

export type YamlBestand = {
  readonly pad: string
  readonly waarde: unknown
  readonly document: Document
  readonly regels: LineCounter
}

/** Ruim genoeg voor een eigen anker, te krap voor een bestand dat uitdijt zodra het gelezen wordt. */
const maxAliassen = 100

const uitleg: Record<string, { tekst: string; watNu: string }> = {
  DUPLICATE_KEY: { tekst: 'Deze sleutel staat hier twee keer.', watNu: 'Haal er één weg of voeg ze samen.' },
  TAB_AS_INDENT: { tekst: 'Er staat een tab voor de regel.', watNu: 'Spring in met spaties.' },
  BAD_INDENT: { tekst: 'De inspringing klopt niet.', watNu: 'Zet deze regel op dezelfde kolom als de regels ernaast.' },
  MISSING_CHAR: {
    tekst: 'Er ontbreekt een teken, meestal een aanhalingsteken, haakje of dubbelepunt.',
    watNu: 'Kijk op deze regel en de regel ervoor.',
  },
  UNEXPECTED_TOKEN: {
    tekst: 'Hier staat iets wat YAML niet verwacht.',
    watNu: 'Kijk op deze regel en de regel ervoor; zet tekst met : of # tussen aanhalingstekens.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    tekst: 'Er staan twee dubbelepunten op één regel.',
    watNu: 'Zet de tekst na de eerste dubbelepunt tussen aanhalingstekens.',
  },
  MULTILINE_IMPLICIT_KEY: {
    tekst: 'Een sleutel loopt door over twee regels.',
    watNu: 'Controleer of de dubbelepunt achter de sleutel ontbreekt.',
  },
  BAD_ALIAS: { tekst: 'Deze verwijzing (*) wijst nergens naar.', watNu: 'Schrijf de waarde uit, of zet het anker (&) ervoor.' },
  TAG_RESOLVE_FAILED: {
    tekst: 'Een eigen type (!…) kan hier niet.',
    watNu: 'Haal het uitroepteken weg of zet de waarde tussen aanhalingstekens.',
  },
  MULTIPLE_DOCS: { tekst: 'Er staat meer dan één document in dit bestand (---).', watNu: 'Zet elk document in een eigen bestand.' },
}

/** Leest één bestand. Alle fouten van het bestand komen tegelijk terug; een half gelezen bestand bestaat niet. */
export function leesYaml(bestand: Bestand): Result<YamlBestand, Catalogusfout[]> {
  const regels = new LineCounter()
  const document = parseDocument<ParsedNode>(bestand.tekst, { lineCounter: regels, strict: true, uniqueKeys: true, prettyErrors: false })
  const bezwaren = [...document.errors, ...document.warnings]
  if (bezwaren.length > 0) {
    return fout(
      bezwaren.map((b) => {
        const { line, col } = regels.linePos(b.pos[0])
        const eigen = uitleg[b.code] ?? { tekst: `Dit is geen geldige YAML: ${b.message}.`, watNu: 'Herstel deze regel.' }
        return { bestand: bestand.pad, regel: line, kolom: col, code: 'YAML_ONGELDIG', ...eigen }
      }),
    )
  }
  try {
    return ok({ pad: bestand.pad, waarde: document.toJS({ maxAliasCount: maxAliassen }), document, regels })
  } catch (oorzaak) {
    // De bibliotheek gooit een ReferenceError bij te veel verwijzingen; al het andere is een echte storing.
    if (!(oorzaak instanceof ReferenceError)) throw oorzaak
    const tekst = `De verwijzingen (&anker, *anker) maken dit bestand te groot (meer dan ${maxAliassen} keer uitgevouwen).`
    return fout([{ bestand: bestand.pad, regel: 1, kolom: 1, code: 'YAML_TE_VEEL_VERWIJZINGEN', tekst, watNu: 'Schrijf de waarden uit.' }])
  }
}

/** Waar de waarde op dit pad staat. Bestaat het pad niet (een sleutel ontbreekt), dan de plaats van het diepste deel dat wel bestaat. */
export function plaatsIn(bestand: YamlBestand, pad: readonly PropertyKey[]): Plaats {
  let plek = bestand.document.contents as Node | null
  let positie = plek?.range?.[0] ?? 0
  for (const stap of pad) {
    if (isAlias(plek)) plek = plek.resolve(bestand.document) ?? null
    const volgende = stapIn(plek, stap)
    if (!volgende) break
    positie = volgende.positie
    plek = volgende.node
  }
  const { line, col } = bestand.regels.linePos(positie)
  return { bestand: bestand.pad, regel: Math.max(1, line), kolom: Math.max(1, col) }
}

function stapIn(node: Node | null, stap: PropertyKey): { node: Node | null; positie: number } | null {
  if (isMap(node)) {
    const paar = node.items.find((p) => (isScalar(p.key) ? String(p.key.value) : String(p.key)) === String(stap))
    const sleutel = paar?.key as Node | undefined
    if (!paar || !sleutel?.range) return null
    return { node: (paar.value as Node | null) ?? null, positie: sleutel.range[0] }
  }
  if (isSeq(node) && typeof stap === 'number') {
    const item = node.items[stap] as Node | undefined
    if (!item?.range) return null
    return { node: item, positie: isCollection(item) || isScalar(item) || isAlias(item) ? item.range[0] : 0 }
  }
  return null
}
