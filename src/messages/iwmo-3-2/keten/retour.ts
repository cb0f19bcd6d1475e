/** Het retourbericht op een heenbericht (IV028) en het antwoord op een declaratie (IV087). */
import type { GelezenBericht } from '../../codec.ts'
import type { Bericht, Inhoud, Velden } from '../../vorm.ts'
import { type Berichtnaam, type Berichtwaarden, iwmo32 } from '../release.ts'
import type { Bevonden } from './context.ts'
import { declaratieantwoord } from './declaratieantwoord.ts'
import { codeVan, type Retourcode } from './regels.ts'

/** Wat de controle opleverde: iets op niveau 2 (altijd 0001), of de bevindingen van niveau 3 en 4. */
export type Uitslag = { readonly niveau: 2 } | { readonly niveau: 3; readonly bevindingen: readonly Bevonden[] }
/** Waarmee wij het retourbericht merken. */
export type Eigen = { readonly identificatie: string; readonly dagtekening: string }
export type Retourbericht = { [N in Berichtnaam]: { readonly naam: N; readonly waarde: Berichtwaarden[N] } }[Berichtnaam]

/** De codes per klasse van het bericht, elk één keer en op volgorde. */
export function codesPerKlasse(bevindingen: readonly Bevonden[]): Map<object, Retourcode[]> {
  const codes = new Map<object, Retourcode[]>()
  for (const { op, regel } of bevindingen) {
    const code = codeVan(regel)
    if (code !== null) codes.set(op, [...new Set([...(codes.get(op) ?? []), code])].sort())
  }
  return codes
}

/** Het retourbericht dat bij deze uitslag hoort, of null als het bericht er geen kent. */
export function maakRetour(bericht: GelezenBericht, uitslag: Uitslag, eigen: Eigen): Retourbericht | null {
  if (bericht.naam === 'WMO323') return { naam: 'WMO325', waarde: declaratieantwoord(bericht.waarde, uitslag, eigen) }
  const beschrijving = iwmo32.berichten.find((b) => 'retourOp' in b && b.retourOp === bericht.naam)
  if (beschrijving === undefined) return null
  const { Header: header, ...inhoud } = bericht.waarde
  const codes = codesVanKop(header, uitslag)
  const kop = {
    ...header,
    BerichtCode: beschrijving.code,
    IdentificatieRetour: eigen.identificatie,
    DagtekeningRetour: eigen.dagtekening,
    XsdVersieRetour: { BasisschemaXsdVersie: iwmo32.xsdVersie, BerichtXsdVersie: iwmo32.xsdVersie },
    ...(codes.length > 0 ? { RetourCodes: { RetourCode: codes } } : {}),
  }
  const terug = uitslag.niveau === 3 && codes[0] === GEEN_OPMERKING ? metCodes(beschrijving, inhoud, uitslag.bevindingen) : {}
  return { naam: beschrijving.naam, waarde: { Header: kop, ...terug } } as Retourbericht
}

export const GEEN_OPMERKING: Retourcode = '0200'
export const NIET_BEOORDEELD: Retourcode = '0233'
export const TECHNISCH: Retourcode = '0001'

/** Zonder bevinding geen codes; iets in de kop blijft bij de kop; iets verderop geeft de kop 0200. */
function codesVanKop(header: object, uitslag: Uitslag): Retourcode[] {
  if (uitslag.niveau === 2) return [TECHNISCH]
  if (uitslag.bevindingen.length === 0) return []
  return codesPerKlasse(uitslag.bevindingen).get(header) ?? [GEEN_OPMERKING]
}

/** De hele cliënt terug, met bij elke klasse een code (OP065). Onder een onbekende cliënt is niets beoordeeld. */
function metCodes(beschrijving: Bericht, inhoud: Record<string, unknown>, bevindingen: readonly Bevonden[]): Record<string, unknown> {
  const codes = codesPerKlasse(bevindingen)
  const nietBeoordeeld = new Set(bevindingen.filter((b) => b.regel === 'TR304').map((b) => b.op))
  const zetIn = (soort: Inhoud, waarde: unknown, anders: Retourcode): unknown => {
    if (Array.isArray(waarde)) return waarde.map((deel) => zetIn(soort, deel, anders))
    if (soort.soort === 'simpel' || soort.soort === 'groep' || typeof waarde !== 'object' || waarde === null) return waarde
    const binnen = nietBeoordeeld.has(waarde) ? NIET_BEOORDEELD : anders
    const velden = inVelden(soort.velden, waarde as Record<string, unknown>, binnen)
    return soort.soort === 'lijst' ? velden : { ...velden, RetourCodes: { RetourCode: codes.get(waarde) ?? [anders] } }
  }
  const inVelden = (velden: Velden, waarde: Record<string, unknown>, anders: Retourcode): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(waarde).map(([naam, deel]) => [naam, velden[naam] === undefined ? deel : zetIn(velden[naam].inhoud, deel, anders)]),
    )
  return inVelden(beschrijving.velden, inhoud, GEEN_OPMERKING)
}
