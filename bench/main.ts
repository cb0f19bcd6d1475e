/** Draait alle metingen en schrijft de tabel naar docs/prestaties.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Meting } from './meting.ts'

const onderdelen: Record<string, () => Promise<{ meet: () => Promise<Meting> }>> = {
  advies: () => import('./advies.ts'),
  onbekend: () => import('./onbekend.ts'),
  caseload: () => import('./caseload.ts'),
  stapeling: () => import('./stapeling.ts'),
}

const getal = (n: number): string => n.toLocaleString('nl-NL', { maximumFractionDigits: n < 10 ? 2 : n < 100 ? 1 : 0 })

function alsTekst(m: Meting): string {
  const regels = m.regels.map((r) => `| ${r.naam} | ${getal(r.mediaan)} ${r.eenheid} | ${getal(r.min)} – ${getal(r.max)} |`)
  const verhoudingen = m.verhoudingen.map((v) => `| ${v.naam} | ${getal(v.waarde)}× | ${v.doel} | ${v.gehaald ? 'ja' : '**nee**'} |`)
  return [
    `## ${m.titel}`,
    '',
    m.uitleg,
    '',
    '| wat | mediaan | min – max |',
    '|---|---:|---:|',
    ...regels,
    '',
    ...(verhoudingen.length > 0
      ? ['| verhouding in deze run | gemeten | doel | gehaald |', '|---|---:|---:|---|', ...verhoudingen, '']
      : []),
  ].join('\n')
}

const gekozen = process.argv.slice(2)
const delen: string[] = []
for (const [naam, laad] of Object.entries(onderdelen)) {
  if (gekozen.length > 0 && !gekozen.includes(naam)) continue
  process.stderr.write(`Meten: ${naam}…\n`)
  const deel = alsTekst(await (await laad()).meet())
  process.stdout.write(`${deel}\n`)
  delen.push(deel)
}
if (gekozen.length === 0) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const kop = [
    '# Prestaties',
    '',
    `Gemeten met \`npm run bench\`, versie ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB.`,
    'Kandidaten draaien om en om in hetzelfde proces; de verhouding telt, niet de losse tijd. De reeksen zijn met vast zaad gemaakt.',
    '',
  ].join('\n')
  writeFileSync('docs/prestaties.md', `${kop}\n${delen.join('\n')}`)
  process.stderr.write('Geschreven: docs/prestaties.md\n')
}
