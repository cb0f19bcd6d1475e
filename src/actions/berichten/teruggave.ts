/**
 * Wat er van een grote declaratie terugkomt. Per deel wordt het meteen geschreven zoals het in het antwoord komt, en het wacht op schijf: in
 * het geheugen blijven alleen de tellingen, hoeveel regels er ook fout zijn.
 */
import { invariant } from '#core/base/invariant.ts'
import type { Bevonden } from '#messages/iwmo-3-2/keten/context.ts'
import { antwoordMet, type Clientretour, clientretour, somVan } from '#messages/iwmo-3-2/keten/declaratieantwoord.ts'
import { codesPerKlasse, type Eigen } from '#messages/iwmo-3-2/keten/retour.ts'
import type { Declaratieclient } from '#messages/iwmo-3-2/keten/wmo323.ts'
import type { WMO325 } from '#messages/iwmo-3-2/release.ts'
import type { Gelezen323 } from '#messages/keten/declaratiestroom.ts'
import { regelsleutel } from '#messages/keten/feit.ts'
import { naarRetourregel } from '#messages/keten/ontvang.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { maakKladblokken } from '#storage/kladblokken.ts'
import { maakCodereeks } from './codereeks.ts'

export type Teruggave = {
  /** De retourcodes op regels en cliënten, zoals zij bewaard worden. */
  codes(): Buffer
  readonly aantalCodes: number
  /** Hoeveel declaratieregels er terugkomen. */
  readonly regels: number
  neem(bericht: Gelezen323, clienten: readonly Declaratieclient[], bevonden: readonly Bevonden[]): void
  /** Het antwoord met alleen de eerste cliënt: de andere staan in de stukken. */
  antwoord(bericht: Gelezen323, eigen: Eigen): WMO325
  /** De bytes van dat antwoord, met alle cliënten. */
  stukken(xml: string): Iterable<Uint8Array>
  /** De `regelsleutel` van elke regel die terugkomt, in delen. */
  afgewezenRegels(): Iterable<readonly string[]>
  sluit(): void
}

export function maakTeruggave(): Teruggave {
  const codereeks = maakCodereeks()
  const [geschreven, afgewezen] = [maakKladblokken(), maakKladblokken()]
  let eerste: Clientretour | undefined
  let [regels, som] = [0, 0]
  return {
    codes: codereeks.bytes,
    get aantalCodes() {
      return codereeks.aantal
    },
    get regels() {
      return regels
    },
    neem(bericht, clienten, bevonden) {
      if (bevonden.length === 0) return
      codereeks.voegToe(bevonden.map(naarRetourregel))
      const codes = codesPerKlasse(bevonden)
      const terug = clienten.flatMap((c) => clientretour(c, codes))
      if (terug.length === 0) return
      eerste ??= terug[0]
      som += somVan(terug)
      const sleutels = terug.flatMap(sleutelsVan)
      regels += sleutels.length
      afgewezen.voegToe(Buffer.from(JSON.stringify(sleutels)))
      geschreven.voegToe(Buffer.from(clientenIn(schrijf(antwoordMet(bericht.waarde, terug, 0, PROEF)))[1]))
    },
    antwoord: (bericht, eigen) => antwoordMet(bericht.waarde, eerste === undefined ? [] : [eerste], som, eigen),
    *stukken(xml) {
      if (eerste === undefined) return yield Buffer.from(xml)
      const [voor, , na] = clientenIn(xml)
      yield Buffer.from(voor)
      yield* geschreven.lees()
      yield Buffer.from(na)
    },
    *afgewezenRegels() {
      for (const blok of afgewezen.lees()) yield JSON.parse(blok.toString('utf8')) as string[]
    },
    sluit() {
      geschreven.sluit()
      afgewezen.sluit()
    },
  }
}

const sleutelsVan = ({ Bsn, Prestaties }: Clientretour): string[] =>
  Prestaties.Prestatie.map(({ ProductReferentie: r }) => regelsleutel(Bsn, r.ReferentieNummer, r.VorigReferentieNummer))

/** Voor een antwoord waarvan alleen de cliënten gebruikt worden. */
const PROEF: Eigen = { identificatie: 'X', dagtekening: '2000-01-01' }

function schrijf(waarde: WMO325): string {
  const geschreven = schrijfBericht('WMO325', waarde)
  invariant(geschreven.ok, `een retourbericht voldoet aan het schema: ${geschreven.ok ? '' : JSON.stringify(geschreven.fout)}`)
  return geschreven.value
}

const BEGIN = '<wmo325:Clienten>\r\n'
const EIND = '    </wmo325:Clienten>'

/** Een geschreven antwoord in drieën: tot de cliënten, de cliënten, en de rest. In tekst staat een `<` altijd als verwijzing. */
function clientenIn(xml: string): [string, string, string] {
  const [van, tot] = [xml.indexOf(BEGIN) + BEGIN.length, xml.lastIndexOf(EIND)]
  return [xml.slice(0, van), xml.slice(van, tot), xml.slice(tot)]
}
