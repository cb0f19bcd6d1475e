/** Met opzet afkeuren: bij een code de regel die haar geeft, en de klassen van het bericht waar die regel over gaat. */
import type { GelezenBericht } from '#messages/codec.ts'
import type { Bevonden } from '#messages/iwmo-3-2/keten/context.ts'
import { type KetenregelId, ketenregels, type Retourcode } from '#messages/iwmo-3-2/keten/regels.ts'
import { TECHNISCH, type Uitslag } from '#messages/iwmo-3-2/keten/retour.ts'
import type { Weigering } from './scenario.ts'

type Waarde = Readonly<Record<string, unknown>>

/** Per bericht de klassen met een eigen code, van buiten naar binnen, als pad. De eerste na de kop is waar een regel gewoonlijk over gaat. */
const gewoon: Readonly<Record<string, readonly string[]>> = {
  WMO301: ['Client', 'ToegewezenProducten', 'ToegewezenProduct'],
  WMO305: ['Client', 'StartProducten', 'StartProduct'],
  WMO307: ['Client', 'StopProducten', 'StopProduct'],
  WMO315: ['Client', 'AangevraagdeProducten', 'AangevraagdProduct'],
  WMO317: ['Client', 'Verzoek'],
  WMO319: ['Antwoord'],
  WMO323: ['Declaratie', 'Clienten', 'Client', 'Prestaties', 'Prestatie'],
}
const teWijzigen = ['Client', 'Verzoek', 'TeWijzigenProducten', 'TeWijzigenProduct']
const nieuw = ['Client', 'Verzoek', 'NieuweProducten', 'NieuwProduct']
/** Regels die ergens anders over gaan dan gewoonlijk, met hun plek per bericht. */
const bijzonder: Partial<Record<KetenregelId, Readonly<Record<string, readonly string[]>>>> = {
  TR304: { WMO317: ['Client'], WMO323: ['Declaratie', 'Clienten', 'Client'] },
  TR318: { WMO323: ['Declaratie'] },
  TR333: { WMO323: ['Declaratie'] },
  TR350: { WMO317: ['Client', 'Verzoek', 'OngewijzigdeProducten', 'OngewijzigdProduct'] },
  TR351: { WMO317: teWijzigen },
  TR357: { WMO317: teWijzigen },
  TR361: { WMO317: nieuw },
  TR373: { WMO317: teWijzigen },
  TR375: { WMO317: teWijzigen },
  TR381: { WMO317: nieuw },
  TR411: { WMO317: teWijzigen },
  TR412: { WMO317: teWijzigen },
}
const opKop = new Set<KetenregelId>(['TR056', 'TR135', 'TR378'])

const idVan = (code: string, bericht: string): KetenregelId | undefined =>
  (Object.keys(ketenregels) as KetenregelId[]).find(
    (id) => ketenregels[id].code === code && (ketenregels[id].berichten as readonly string[]).includes(bericht),
  )

/** Welke codes een retourbericht op dit bericht kan dragen. */
export const codesVoor = (bericht: string): Retourcode[] =>
  [
    TECHNISCH,
    ...(Object.keys(ketenregels) as KetenregelId[]).flatMap((id) =>
      (ketenregels[id].berichten as readonly string[]).includes(bericht) ? (ketenregels[id].code ?? []) : [],
    ),
  ].sort()

/** Welke berichten met een code afgekeurd kunnen worden. */
export const afkeurbaar: readonly string[] = Object.keys(gewoon)

/** De uitslag waarmee een bericht deze code krijgt, of null als er in dit bericht niets is waar de regel over gaat. */
export function uitslagMet(code: Retourcode, bericht: GelezenBericht, kies: () => number): Uitslag | null {
  if (code === TECHNISCH) return { niveau: 2 }
  const regel = idVan(code, bericht.naam)
  if (regel === undefined) return null
  const pad = opKop.has(regel) ? ['Header'] : (bijzonder[regel]?.[bericht.naam] ?? gewoon[bericht.naam] ?? [])
  const op = opPad(bericht.waarde as unknown as Waarde, pad)
  const gekozen = op[Math.floor(kies() * op.length)]
  return gekozen === undefined
    ? null
    : { niveau: 3, bevindingen: [{ regel, op: gekozen, klasse: pad.at(-1) ?? '', sleutel: '' } satisfies Bevonden] }
}

/** Alle klassen op dit pad. */
function opPad(waarde: Waarde, [naam, ...rest]: readonly string[]): Waarde[] {
  if (naam === undefined) return [waarde]
  const deel = waarde[naam]
  const delen = (Array.isArray(deel) ? deel : deel === undefined ? [] : [deel]) as Waarde[]
  return delen.flatMap((d) => opPad(d, rest))
}

/** Welke weigering dit bericht treft, als er een is. `trekking` geeft per regel een getal in [0, 1). */
export const getroffen = (regels: readonly Weigering[], naam: string, trekking: (plaats: number) => number): Weigering | undefined =>
  regels.find((r, plaats) => r.bericht === naam && trekking(plaats) < r.kans)
