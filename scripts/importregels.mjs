/**
 * De eenrichtingsregel van `src`: wie mag van wie weten. Draait als deel van `npm run check`.
 *
 *   main → http, cli, workers → actions → storage, simulator, messages → core
 *   binnen core: base → catalogus → dossier → advies → indicatie → toewijzing → plan → levering, contract → declaratie
 *   web → core, en van http alleen types
 *
 * Verder is core puur (geen I/O, klok, omgeving of toeval), en noemt `src` geen productcode en geen gemeente:
 * die staan in de catalogi.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const lagen = {
  main: ['main', 'config', 'http', 'cli', 'workers', 'actions', 'storage', 'simulator', 'messages', 'core'],
  config: ['config', 'core'],
  http: ['http', 'actions', 'config', 'core'],
  cli: ['cli', 'actions', 'core'],
  workers: ['workers', 'actions', 'core'],
  actions: ['actions', 'storage', 'simulator', 'messages', 'core'],
  storage: ['storage', 'core'],
  simulator: ['simulator', 'messages', 'core'],
  messages: ['messages', 'core'],
  core: ['core'],
  web: ['web', 'core'],
}
/** Per map van core: zichzelf en alles wat eerder in de keten komt. Contract kijkt mee naast levering. */
const keten = ['base', 'catalogus', 'dossier', 'advies', 'indicatie', 'toewijzing', 'plan', 'levering', 'declaratie']
const eerder = Object.fromEntries(keten.map((map, plaats) => [map, keten.slice(0, plaats + 1)]))
eerder.contract = [...eerder.plan, 'contract']
eerder.declaratie.push('contract')

/** Hash is rekenen zonder toestand; `crypto` is daarvoor de enige ingebouwde module die core mag gebruiken, in één bestand. */
const magCrypto = 'src/core/catalogus/laden/hash.ts'
const onzuiver = [
  [/\bprocess\.|\bglobalThis\.process\b/, 'process (de omgeving is een argument)'],
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b/, 'de klok (vandaag is een argument)'],
  [/\bMath\.random\b|\bcrypto\.(getRandomValues|randomUUID)\b/, 'toeval (een zaad is een argument)'],
  [/\b(fetch|setTimeout|setInterval)\s*\(|\bconsole\./, 'I/O (core geeft waarden terug)'],
]

/** Haalt commentaar weg en laat regels en teksten staan, zodat een regelnummer klopt. */
export function zonderCommentaar(code) {
  return code.replace(
    /(\/\*[\s\S]*?\*\/)|(^|[^:'"`\\])(\/\/[^\n]*)|('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)/g,
    (_, blok, voor, lijn, literaal) => literaal ?? (blok ? blok.replace(/[^\n]/g, ' ') : voor + ' '.repeat(lijn.length)),
  )
}

/** Alle imports van een bestand: `{ doel, alleenType, regel }`. Ook `export … from`, `import()` en kale imports. */
export function leesImports(code) {
  const schoon = zonderCommentaar(code)
  const vormen = [
    /\b(?:import|export)\s+(type\s+)?(?:[\w*${},\s]+?)\s*\bfrom\s*(['"])([^'"\n]+)\2/g,
    /\bimport\s*()(['"])([^'"\n]+)\2/g,
    /\bimport\s*\(\s*()(['"`])([^'"`\n]+)\2/g,
  ]
  return vormen.flatMap((vorm) =>
    [...schoon.matchAll(vorm)].map((m) => ({ doel: m[3], alleenType: Boolean(m[1]), regel: schoon.slice(0, m.index).split('\n').length })),
  )
}

/** Pad onder `src` waar een import naar wijst, of undefined als het een pakket is. */
function doelpad(bestand, doel) {
  if (doel.startsWith('#')) return `src/${doel.slice(1)}`
  if (doel.startsWith('.')) return posix.normalize(posix.join(posix.dirname(bestand), doel))
  return undefined
}

const laagVan = (pad) => pad.match(/^src\/([^/]+)/)?.[1]?.replace(/(\.test|\.testhulp)?\.ts$/, '')
const ketendeelVan = (pad) => pad.match(/^src\/core\/([^/]+)\//)?.[1]

/** Wat er mis is aan één import; undefined als hij mag. `isTest` laat gereedschap toe, niet een andere richting. */
function beoordeelImport(bestand, { doel, alleenType }, isTest) {
  const van = laagVan(bestand)
  const pad = doelpad(bestand, doel)
  if (pad === undefined) {
    if (van === 'core' && !isTest && doel.startsWith('node:') && !(doel === 'node:crypto' && bestand === magCrypto))
      return `core gebruikt ${doel}; lees of schrijf in storage, cli of http en geef de waarde door`
    return undefined
  }
  if (!pad.startsWith('src/')) return isTest ? undefined : `import buiten src: ${doel}`
  const naar = laagVan(pad)
  if (!lagen[van]) return `de map src/${van} staat niet in de lagen; zet haar in scripts/importregels.mjs`
  if (van === 'web' && naar === 'http' && alleenType) return undefined
  if (isTest && van !== 'core' && /\.testhulp\.tsx?$/.test(pad)) return undefined // gereedschap van een test, geen deel van het programma
  if (!lagen[van].includes(naar)) return `${van} mag ${naar} niet gebruiken (wel: ${lagen[van].join(', ')})`
  if (van !== 'core') return undefined
  const deel = ketendeelVan(bestand)
  const doeldeel = ketendeelVan(pad)
  if (!eerder[deel]) return `de map src/core/${deel} staat niet in de keten; zet haar in scripts/importregels.mjs`
  if (!eerder[deel].includes(doeldeel))
    return `core/${deel} mag core/${doeldeel} niet gebruiken: dat komt later in de keten; geef de waarde als argument mee`
  return undefined
}

/** Onzuivere aanroepen in core en namen uit de catalogi in src, per regel. */
function beoordeelRegels(bestand, code, verboden) {
  const patronen = [
    ...(laagVan(bestand) === 'core' ? onzuiver.map(([vorm, wat]) => [vorm, `core gebruikt ${wat}`]) : []),
    ...verboden.codes.map((c) => [new RegExp(`(['"\`])${c}\\1`), `productcode '${c}' hoort in de catalogus, niet in src`]),
    ...verboden.gemeenten.map((g) => [new RegExp(`\\b${g}\\b`, 'i'), `gemeente ${g} hoort in de catalogus, niet in src`]),
  ]
  return zonderCommentaar(code)
    .split('\n')
    .flatMap((tekst, i) => patronen.filter(([vorm]) => vorm.test(tekst)).map(([, wat]) => ({ bestand, regel: i + 1, wat })))
}

/**
 * Alle overtredingen in een verzameling bestanden.
 * @param {{ pad: string, code: string }[]} bestanden paden vanaf de wortel, met /
 * @param {{ codes: string[], gemeenten: string[] }} verboden namen die alleen in catalogi mogen staan
 */
export function vindOvertredingen(bestanden, verboden = { codes: [], gemeenten: [] }) {
  return bestanden.flatMap(({ pad, code }) => {
    const isTest = /\.(test|testhulp)\.tsx?$/.test(pad)
    const imports = leesImports(code).flatMap((gevonden) => {
      const wat = beoordeelImport(pad, gevonden, isTest)
      return wat ? [{ bestand: pad, regel: gevonden.regel, wat }] : []
    })
    return isTest ? imports : [...imports, ...beoordeelRegels(pad, code, verboden)]
  })
}

/** Productcodes en gemeentenamen uit de YAML van de catalogi. */
export async function namenUitCatalogi(map) {
  const { parse } = await import('yaml')
  const codes = new Set()
  const gemeenten = new Set()
  for (const pad of bestandenIn(map, /\.ya?ml$/)) {
    const inhoud = parse(readFileSync(pad, 'utf8')) ?? {}
    for (const product of Object.keys(inhoud.producten ?? {})) codes.add(product)
    for (const gemeente of inhoud.gemeenten ?? []) gemeenten.add(gemeente.naam)
  }
  return { codes: [...codes], gemeenten: [...gemeenten].filter((naam) => /^[\w' -]+$/.test(naam) && !/nog te/i.test(naam)) }
}

function bestandenIn(map, vorm) {
  return readdirSync(map, { withFileTypes: true, recursive: true })
    .filter((ding) => ding.isFile() && vorm.test(ding.name))
    .map((ding) => join(ding.parentPath, ding.name))
    .sort()
}

/**
 * Migraties met een nummer dat al vergeven is of een gat laat: twee wijzigingen naast elkaar kozen dan hetzelfde nummer.
 * @param {string[]} namen bestandsnamen, in volgorde
 */
export function vindNummerfouten(namen) {
  return namen
    .filter((naam) => naam.endsWith('.sql'))
    .flatMap((naam, plaats) =>
      Number(naam.slice(0, 4)) === plaats + 1 ? [] : [`${naam} hoort nummer ${String(plaats + 1).padStart(4, '0')} te hebben`],
    )
}

async function controleer() {
  const wortel = dirname(dirname(fileURLToPath(import.meta.url)))
  const bestanden = bestandenIn(join(wortel, 'src'), /\.tsx?$/).map((pad) => ({
    pad: relative(wortel, pad).split(sep).join('/'),
    code: readFileSync(pad, 'utf8'),
  }))
  const verboden = await namenUitCatalogi(join(wortel, 'catalogi'))
  const migraties = 'src/storage/migraties'
  const nummerfouten = vindNummerfouten(readdirSync(join(wortel, migraties)).sort())
  const overtredingen = [
    ...vindOvertredingen(bestanden, verboden),
    ...nummerfouten.slice(0, 1).map((wat) => ({ bestand: migraties, regel: 1, wat })),
  ]
  for (const { bestand, regel, wat } of overtredingen) console.error(`${bestand}:${regel}  ${wat}`)
  console.log(
    overtredingen.length === 0
      ? `importregels: ${bestanden.length} bestanden, geen overtreding (${verboden.codes.length} productcodes, ${verboden.gemeenten.length} gemeenten)`
      : `importregels: ${overtredingen.length} overtredingen`,
  )
  process.exitCode = overtredingen.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await controleer()
