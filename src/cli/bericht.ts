/** `meedoen bericht …`: iWmo-berichten controleren en leesbaar tonen. */
import type { Command } from 'commander'
import type { Bestandsoordeel } from '#actions/controleer-bericht.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

type Toonopties = { toonBsn?: boolean; json?: boolean }

export function voegBerichtToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const bericht = programma.command('bericht').description('iWmo-berichten controleren en tonen')
  bericht
    .command('controleer')
    .argument('<bestand...>', 'een of meer berichten (XML)')
    .option('--json', 'antwoord als JSON')
    .description('schema (niveau 1) en regels binnen het bericht (niveau 2)')
    .action((bestanden: string[], o: { json?: boolean }) => voer(() => controleer(omgeving, bestanden, o.json === true)))
  bericht
    .command('toon')
    .argument('<bestand>', 'een bericht (XML)')
    .option('--toon-bsn', 'toon burgerservicenummers voluit')
    .option('--json', 'antwoord als JSON')
    .description('een bericht zoals mensen het lezen')
    .action((bestand: string, o: Toonopties) => voer(() => toon(omgeving, bestand, o)))
}

/** 0 alles aangenomen · 1 een bericht afgekeurd · 2 een bestand niet te lezen. */
async function controleer(omgeving: Omgeving, bestanden: readonly string[], json: boolean): Promise<Afsluitcode> {
  // Pas laden als het nodig is: de schemavalidator is groot, en een advies hoeft er niet op te wachten.
  const { controleerBestand, regelteksten } = await import('#actions/controleer-bericht.ts')
  let code: Afsluitcode = 0
  let begin = '['
  for (const bestand of bestanden) {
    const gelezen = await controleerBestand(bestand)
    if (!gelezen.ok) code = 2
    else if (code === 0 && !gelezen.value.aangenomen) code = 1
    // Per bestand naar buiten: duizenden oordelen hoeven niet samen in het geheugen.
    if (json) omgeving.uit(`${begin}\n  ${JSON.stringify({ bestand, ...(gelezen.ok ? gelezen.value.oordeel : onleesbaar(gelezen.fout)) })}`)
    else if (gelezen.ok) omgeving.uit(inWoorden(bestand, gelezen.value, regelteksten))
    else omgeving.fout(`${bestand}: ${gelezen.fout}\n`)
    begin = ','
  }
  if (json) omgeving.uit('\n]\n')
  return code
}

const onleesbaar = (tekst: string): Bestandsoordeel['oordeel'] => ({
  bericht: null,
  niveau1: { geldig: false, fouten: [{ regel: 0, element: '', tekst }] },
  niveau2: { retourcodes: [] },
})

function inWoorden(bestand: string, { oordeel, aangenomen }: Bestandsoordeel, regelteksten: ReadonlyMap<string, string>): string {
  const naam = oordeel.bericht === null ? bestand : `${bestand} (${oordeel.bericht})`
  if (aangenomen) return `${naam}: aangenomen.\n`
  const { fouten } = oordeel.niveau1
  if (fouten.length > 0) {
    const regels = fouten.map((f) => `  regel ${f.regel}${f.element === '' ? '' : `, ${f.element}`}: ${f.tekst}\n`)
    return `${naam}: afgekeurd op het schema (niveau 1). Er komt geen retourbericht.\n${regels.join('')}`
  }
  const codes = oordeel.niveau2.retourcodes.map(
    ({ code, klasse, regels }) =>
      `  retourcode ${code} op ${klasse}; hieraan is niet voldaan:\n${regels.map((r) => `    ${r}: ${regelteksten.get(r) ?? ''}\n`).join('')}`,
  )
  return `${naam}: afgekeurd op de inhoud (niveau 2).\n${codes.join('')}`
}

async function toon(omgeving: Omgeving, bestand: string, o: Toonopties): Promise<Afsluitcode> {
  const { toonBestand } = await import('#actions/toon-bericht.ts')
  const getoond = await toonBestand(bestand, o.toonBsn === true)
  if (!getoond.ok) {
    const { code, fouten } = getoond.fout
    meldInvoerfouten(omgeving, fouten, o.json === true, bestand)
    return code
  }
  if (o.json) schrijfJson(omgeving, getoond.value.gegevens)
  else omgeving.uit(getoond.value.tekst)
  return 0
}
