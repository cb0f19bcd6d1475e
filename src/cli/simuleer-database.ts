/** `meedoen simuleer --database`: dezelfde vraag als op het scherm, op alles wat in een gemeente loopt. */
import type { Gemeentesimulatie } from '#actions/catalogus/simuleer-gemeente.ts'
import type { Tabeltelling } from '#core/advies/caseload-telling.ts'
import { parseDatum } from '#core/base/datum.ts'
import { meldInvoerfouten, schrijfJson } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'
import { maakVoortgang } from './voortgang.ts'

export type Databaseopties = {
  gemeente?: string
  vanaf?: string
  tegen?: string
  tegenInstelling?: Record<string, unknown>
  json?: boolean
}

export async function simuleerOpDatabase(omgeving: Omgeving, o: Databaseopties): Promise<Afsluitcode> {
  const json = o.json === true
  const vanaf = o.vanaf === undefined ? undefined : parseDatum(o.vanaf)
  const fouten = [
    ...(o.gemeente === undefined
      ? [{ code: 'GEMEENTE_ONTBREEKT', plaats: '', tekst: 'Geef met --gemeente de CBS-code van de gemeente.' }]
      : []),
    ...(vanaf === null ? [{ code: 'DATUM_ONGELDIG', plaats: '', tekst: 'Geef --vanaf als jjjj-mm-dd.' }] : []),
  ]
  if (fouten.length > 0) return meldInvoerfouten(omgeving, fouten, json, 'simuleer')
  const uit = await omgeving.simuleer(
    {
      gemeente: o.gemeente ?? '',
      vanaf: vanaf ?? undefined,
      // De catalogus is die van de gemeente; alleen de versie verschilt.
      versie: o.tegen?.split('@').at(-1),
      instellingen: o.tegenInstelling,
    },
    maakVoortgang(omgeving, 'Doorgerekend'),
  )
  if (uit.ok) {
    if (json) schrijfJson(omgeving, { gemeente: o.gemeente, vraag: uit.value.vraag, uitkomst: uit.value.uitkomst })
    else omgeving.uit(inWoorden(uit.value))
    return 0
  }
  if (typeof uit.fout === 'string') {
    omgeving.fout(`${uit.fout}\n`)
    return 2
  }
  const { fouten: bij = [], code, tekst } = uit.fout
  return meldInvoerfouten(omgeving, bij.length > 0 ? [...bij] : [{ code, plaats: '', tekst }], json, 'simuleer')
}

const getal = (n: number) => n.toLocaleString('nl-NL')

function inWoorden({ inWoorden: wijziging, namen, uitkomst }: Gemeentesimulatie): string {
  const naam = (u: string) => namen.uitkomsten[u] ?? u
  const regels = [...wijziging]
  for (const [kop, deel] of [
    ['open onderzoeken', uitkomst.onderzoeken],
    ['lopende indicaties', uitkomst.indicaties],
  ] as const) {
    regels.push('', `${getal(deel.aantal)} ${kop}${deel.overgeslagen > 0 ? `, waarvan ${getal(deel.overgeslagen)} overgeslagen` : ''}`)
    for (const [tabel, telling] of Object.entries(deel.tabellen))
      regels.push(`  ${namen.tabellen[tabel] ?? tabel}`, ...tellingregels(telling, naam))
  }
  regels.push(
    '',
    `${getal(uitkomst.stapeling.inwoners)} inwoners met twee of meer indicaties`,
    ...tellingregels(uitkomst.stapeling, (s) => s),
  )
  return `${regels.join('\n')}\n`
}

const tellingregels = (t: Tabeltelling, naam: (uitkomst: string) => string): string[] => [
  `    Veranderd: ${getal(t.veranderd ?? 0)}`,
  ...(t.overgangen ?? []).map((o) => `      ${naam(o.van)} → ${naam(o.naar)}: ${getal(o.aantal)}`),
]
