/** Een advies in gewone woorden voor op het scherm van een opdrachtregel. */
import type { Adviesuitvoer, GegevenAdvies } from '#actions/geef-advies.ts'
import type { Oordeel } from '#core/advies/advies.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'

const tekens: Record<Oordeel, string> = { voldaan: '+', niet_voldaan: '-', ontbreekt: '?' }

export function adviesInWoorden({ catalogus, keuze, antwoord }: GegevenAdvies, uitgebreid: boolean): string {
  const { naam, versie } = catalogus.catalogus
  const waar = keuze.gemeente ? `, ${keuze.gemeente}` : ''
  const kop = `${naam} (versie ${versie}${waar})\n`
  const delen = Object.keys(catalogus.tabellen).map((t) => tabelInWoorden(catalogus, t, antwoord[t] as Adviesuitvoer, uitgebreid))
  return `${kop}\n${delen.join('\n')}\nEen advies is geen besluit; de consulent beslist.\n`
}

function tabelInWoorden(c: Catalogus, tabel: string, a: Adviesuitvoer, uitgebreid: boolean): string {
  const regels = [`${c.tabellen[tabel]?.titel}`, `  ${kern(c, a)}`]
  const rij = c.tabellen[tabel]?.rijen.find((r) => r.rij === a.rij)
  if (rij) regels.push(`  Omdat: ${rij.tekst} (${rij.rij})`)
  if (a.vraag) regels.push(`  Vraag nu: ${vraagtekst(c, a.vraag)}`)
  if (a.uitkomst === 'eerst_vragen') regels.push(`  Nog mogelijk: ${namen(c, a.kandidaten) || 'geen product'}`)
  // Bij een open advies staat bijna alles nog open; die lijst helpt pas wie erom vraagt.
  const redenen = a.uitkomst === 'eerst_vragen' && !uitgebreid ? a.redenen.filter((r) => r.oordeel !== 'ontbreekt') : a.redenen
  for (const r of redenen) regels.push(`  ${tekens[r.oordeel]} ${r.eis} ${uitspraaktekst(c, r.eis)}`)
  for (const w of a.waarschuwingen) regels.push(`  ! ${w.tekst} (${w.eis}; vraagt een motivering)`)
  for (const i of a.info ?? []) regels.push(`  i ${i.tekst} (${i.eis})`)
  const open = a.uitkomst === 'eerst_vragen' ? a.openVragen.slice(1) : a.openVragen
  if (open.length > 0) regels.push(`  Nog open: ${open.join(', ')}`)
  if (uitgebreid) for (const w of a.anders ?? []) regels.push(`  ${c.producten[w.product]?.naam ?? w.product}: ${wijziging(w.wijzigingen)}`)
  return `${regels.join('\n')}\n`
}

function kern(c: Catalogus, a: Adviesuitvoer): string {
  if (a.uitkomst === 'product') return `Advies: ${namen(c, [a.product ?? ''])}`
  if (a.uitkomst === 'eerst_bespreken') return `Eerst bespreken: ${namen(c, a.kandidaten)}`
  if (a.uitkomst === 'geen_product') return `Geen product: ${c.gronden[a.grond ?? '']?.tekst ?? a.grond}`
  return `Eerst vragen: ${a.vraag}`
}

const namen = (c: Catalogus, producten: readonly string[]) => producten.map((p) => `${c.producten[p]?.naam ?? p} (${p})`).join(', ')
const vraagtekst = (c: Catalogus, vraag: string) =>
  `${c.vragen[vraag]?.tekst ?? vraag}${c.vragen[vraag]?.waarom ? ` ${c.vragen[vraag].waarom}` : ''}`

function uitspraaktekst(c: Catalogus, eis: string): string {
  const gedeeld = c.gedeeld?.find((u) => u.eis === eis)
  return (
    (
      gedeeld ??
      Object.values(c.producten)
        .flatMap((p) => p.uitspraken)
        .find((u) => u.eis === eis)
    )?.tekst ?? ''
  )
}

function wijziging(wijzigingen: NonNullable<Adviesuitvoer['anders']>[number]['wijzigingen']): string {
  if (wijzigingen === null) return 'komt hier niet uit, wat er ook geantwoord wordt.'
  if (wijzigingen.length === 0) return 'is nog mogelijk.'
  return `past wel als ${wijzigingen.map((w) => `${w.vraag} ${w.naar} is`).join(' en ')}.`
}
