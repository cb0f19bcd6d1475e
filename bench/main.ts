/** Draait alle metingen en schrijft de tabel naar docs/prestaties.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { getal } from './getal.ts'
import type { Meting } from './meting.ts'

/** Hoe groot en hoe vaak, voor de delen op een database. */
export type Maten = { inwoners: number; rijen: number; verzoeken: number; rondes: number; gemeenten: number; prestaties: number }

const onderdelen: Record<string, () => Promise<{ meet: (maten: Maten) => Promise<Meting | Meting[]> }>> = {
  advies: () => import('./advies.ts'),
  onbekend: () => import('./onbekend.ts'),
  caseload: () => import('./caseload.ts'),
  stapeling: () => import('./stapeling.ts'),
  werkplek: () => import('./werkplek.ts'),
  inwonerimport: () => import('./inwonerimport.ts'),
  iwmo: () => import('./iwmo.ts'),
}

function alsTekst(m: Meting): string {
  const regels = m.regels.map((r) => `| ${r.naam} | ${getal(r.mediaan)} ${r.eenheid} | ${getal(r.min)} – ${getal(r.max)} |`)
  const verhoudingen = m.verhoudingen.map((v) => `| ${v.naam} | ${getal(v.waarde)}× | ${v.doel} | ${v.gehaald ? 'ja' : '**nee**'} |`)
  return [
    `## ${m.titel}`,
    '',
    m.uitleg,
    '',
    ...(m.tabellen ?? []).flatMap(({ koppen, rijen }) => [
      `| ${koppen.join(' | ')} |`,
      `|${koppen.map((k) => (/\(/.test(k) ? '---:|' : '---|')).join('')}`,
      ...rijen.map((r) => `| ${r.join(' | ')} |`),
      '',
    ]),
    ...(regels.length > 0 ? ['| wat | mediaan | min – max |', '|---|---:|---:|', ...regels, ''] : []),
    ...(verhoudingen.length > 0
      ? ['| verhouding in deze run | gemeten | doel | gehaald |', '|---|---:|---:|---|', ...verhoudingen, '']
      : []),
  ].join('\n')
}

const bestand = 'docs/prestaties.md'
const { values: vlaggen, positionals: gekozen } = parseArgs({
  allowPositionals: true,
  options: {
    klein: { type: 'boolean', default: false },
    inwoners: { type: 'string' },
    rijen: { type: 'string' },
    verzoeken: { type: 'string' },
    rondes: { type: 'string' },
    gemeenten: { type: 'string' },
    prestaties: { type: 'string' },
    schrijf: { type: 'boolean', default: false },
  },
})
/** Alleen de delen met een database luisteren hiernaar. `--klein` is om te zien of alles werkt; de cijfers zeggen dan weinig. */
const standaard: Maten = vlaggen.klein
  ? { inwoners: 3_400, rijen: 5_000, verzoeken: 100, rondes: 2, gemeenten: 17, prestaties: 2_000 }
  : { inwoners: 100_000, rijen: 1_000_000, verzoeken: 2_000, rondes: 5, gemeenten: 340, prestaties: 200_000 }
const maten = Object.fromEntries(Object.entries(standaard).map(([naam, n]) => [naam, Number(vlaggen[naam as keyof Maten] ?? n)])) as Maten

for (const naam of gekozen) if (!onderdelen[naam]) throw new Error(`"${naam}" bestaat niet; kies uit ${Object.keys(onderdelen).join(', ')}`)
const delen: { titel: string; tekst: string }[] = []
for (const [naam, laad] of Object.entries(onderdelen)) {
  if (gekozen.length > 0 && !gekozen.includes(naam)) continue
  process.stderr.write(`Meten: ${naam}…\n`)
  for (const meting of [await (await laad()).meet(maten)].flat()) {
    const deel = { titel: meting.titel, tekst: alsTekst(meting) }
    process.stdout.write(`${deel.tekst}\n`)
    delen.push(deel)
  }
}
const alles = gekozen.length === 0 && !vlaggen.klein
if (alles || vlaggen.schrijf) {
  writeFileSync(bestand, alles ? `${kop()}\n${delen.map((d) => d.tekst).join('\n')}` : vervangDelen(readFileSync(bestand, 'utf8')))
  process.stderr.write(`Geschreven: ${bestand}\n`)
}

function kop(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  return [
    '# Prestaties',
    '',
    `Gemeten met \`npm run bench\`, versie ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB.`,
    'Kandidaten draaien om en om in dezelfde run; de verhouding telt, niet de losse tijd. Bij advies, open vragen, caseload en stapeling is tijd de processortijd, behalve bij de twee andere engines. De reeksen zijn met vast zaad gemaakt.',
    '',
  ].join('\n')
}

/** Zet de gemeten delen op de plaats van hun voorganger, of erachter; de andere blijven zoals ze zijn. */
function vervangDelen(tekst: string): string {
  const stukken = tekst.split(/^(?=## )/m)
  for (const { titel, tekst: nieuw } of delen) {
    const plaats = stukken.findIndex((s) => s.startsWith(`## ${titel}\n`))
    if (plaats >= 0) stukken[plaats] = nieuw
    else stukken.push(nieuw)
  }
  return stukken.map((s) => `${s.trimEnd()}\n`).join('\n')
}
