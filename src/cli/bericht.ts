/** `meedoen bericht …`: iWmo-berichten controleren en leesbaar tonen. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Bestandsoordeel } from '#actions/controleer-bericht.ts'
import type { Retourbeeld } from '#actions/berichten/inzage/berichtbeeld.ts'
import type { Bestandsuitkomst } from '#actions/berichten/verwerk-bestanden.ts'
import { parseDatum } from '#core/base/datum.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

type Verwerkopties = { data: string; rol: 'gemeente' | 'aanbieder'; partij: string; systeemdatum: string; uit: string; json?: boolean }
type Toonopties = { toonBsn?: boolean; json?: boolean }

export function voegBerichtToe(programma: Command, omgeving: Omgeving, voer: Opdracht): void {
  const bericht = programma.command('bericht').description('iWmo-berichten controleren, verwerken en tonen')
  bericht
    .command('controleer')
    .argument('<bestand...>', 'een of meer berichten (XML)')
    .option('--json', 'antwoord als JSON')
    .description('schema (niveau 1) en regels binnen het bericht (niveau 2)')
    .action((bestanden: string[], o: { json?: boolean }) => voer(() => controleer(omgeving, bestanden, o.json === true)))
  bericht
    .command('verwerk')
    .argument('<bestand...>', 'een of meer berichten (XML), in de volgorde van verwerken')
    .requiredOption('--data <map>', 'map van de ingebouwde database')
    .addOption(new Option('--rol <rol>', 'wie wij zijn').choices(['gemeente', 'aanbieder']).makeOptionMandatory())
    .requiredOption('--partij <code>', 'onze gemeentecode of AGB-code')
    .requiredOption('--systeemdatum <datum>', 'de dag waarop dit gebeurt (JJJJ-MM-DD)', datum)
    .requiredOption('--uit <map>', 'map voor de retourberichten')
    .option('--json', 'antwoord als JSON')
    .description('berichten op vier niveaus beoordelen, vastleggen en beantwoorden')
    .action((bestanden: string[], o: Verwerkopties) => voer(() => verwerk(omgeving, bestanden, o)))
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

function datum(tekst: string): string {
  if (parseDatum(tekst) === null) throw new InvalidArgumentError(`"${tekst}" is geen dag; schrijf JJJJ-MM-DD.`)
  return tekst
}

const partijvorm = { gemeente: /^\d{4}$/, aanbieder: /^\d{8}$/ }

/** 0 alles geaccepteerd · 1 een bericht (deels) afgewezen · 2 een bestand niet te lezen, of de opgave klopt niet. */
async function verwerk(omgeving: Omgeving, bestanden: readonly string[], o: Verwerkopties): Promise<Afsluitcode> {
  const json = o.json === true
  if (!partijvorm[o.rol].test(o.partij)) {
    const tekst = `"${o.partij}" is geen ${o.rol === 'gemeente' ? 'gemeentecode van vier cijfers' : 'AGB-code van acht cijfers'}.`
    return meldInvoerfouten(omgeving, [{ code: 'PARTIJ_ONGELDIG', plaats: '', tekst }], json, '--partij')
  }
  const { verwerkBestanden } = await import('#actions/berichten/verwerk-bestanden.ts')
  const { toonRetourcodes } = await import('#actions/berichten/inzage/berichtbeeld.ts')
  let code: Afsluitcode = 0
  let begin = '['
  const klaar = (uitkomst: Bestandsuitkomst): void => {
    if (!uitkomst.isLeesbaar) code = 2
    else if (code === 0 && uitkomst.verwerkt.uitkomst !== 'geaccepteerd') code = 1
    if (json) {
      omgeving.uit(`${begin}\n  `)
      for (const stuk of alsJson(uitkomst)) omgeving.uit(stuk)
    }
    if (!uitkomst.isLeesbaar) omgeving.fout(`${uitkomst.bestand}: ${uitkomst.tekst}\n`)
    else if (!json) omgeving.uit(verwerktInWoorden(uitkomst, toonRetourcodes(uitkomst.verwerkt.retourcodes)))
    begin = ','
  }
  const meld = (tekst: string) => omgeving.fout(`${tekst}\n`)
  const gedaan = await verwerkBestanden({
    database: { data: o.data, meld },
    sleutels: `${o.data}/sleutels.json`,
    nu: () => new Date(),
    bestanden,
    wij: { rol: o.rol, partij: o.partij },
    systeemdatum: o.systeemdatum,
    uit: o.uit,
    klaar,
  })
  if (json) omgeving.uit(begin === '[' ? '[]\n' : '\n]\n')
  if (gedaan.ok) return code
  omgeving.fout(`${gedaan.fout.tekst} [${gedaan.fout.code}]\n`)
  return gedaan.fout.soort === 'invoer' ? 2 : 1
}

type Leesbaar = Extract<Bestandsuitkomst, { isLeesbaar: true }>
type Gedaan = Leesbaar['verwerkt']

/** In stukken naar buiten: van een grote declaratie zijn er evenveel retourcodes als regels. */
function* alsJson(uitkomst: Bestandsuitkomst): Generator<string> {
  if (!uitkomst.isLeesbaar)
    return yield JSON.stringify({ bestand: uitkomst.bestand, bericht: null, uitkomst: 'niveau1', retour: null, retourcodes: [] })
  const { bericht, uitkomst: oordeel, retour, retourcodes } = uitkomst.verwerkt
  yield `${JSON.stringify({ bestand: uitkomst.bestand, bericht, uitkomst: oordeel, retour }).slice(0, -1)},"retourcodes":[`
  let stuk = ''
  let komma = ''
  for (const { klasse, sleutel, code, regel } of retourcodes) {
    stuk += `${komma}${JSON.stringify({ klasse, sleutel, code, regel })}`
    komma = ','
    if (stuk.length < STUK) continue
    yield stuk
    stuk = ''
  }
  yield `${stuk}]}`
}
const STUK = 64 * 1024

const uitkomsten: Record<Gedaan['uitkomst'], string> = {
  geaccepteerd: 'geaccepteerd',
  afgewezen: 'afgewezen',
  deels: 'deels afgewezen',
  niveau1: 'voldoet niet aan het schema; er komt geen retourbericht',
}

/** Elke code één keer, met wat er mis is en wat te doen; op welke delen zegt `--json`, want die kunnen een BSN bevatten. */
function verwerktInWoorden({ bestand, verwerkt: v }: Leesbaar, codes: readonly Retourbeeld[]): string {
  const kop = `${bestand}${v.bericht === null ? '' : ` (${v.bericht})`}: ${uitkomsten[v.uitkomst]}${v.isHerhaling ? '; dit bericht was er al' : ''}.`
  const regels = codes.flatMap((c) => {
    const waar = `${c.klasse}${c.aantal > 1 ? ` (${c.aantal} keer)` : ''}${c.regel === null ? '' : `, regel ${c.regel}`}`
    return [`  ${c.code ?? 'geen code'} op ${waar}`, ...[c.tekst, c.oorzaak, c.doe].filter(Boolean).map((zin) => `    ${zin}`)]
  })
  return [kop, ...regels, ...(v.retour === null ? [] : [`  antwoord: ${v.retour}`]), ''].join('\n')
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
