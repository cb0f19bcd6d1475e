/**
 * Wat er van een grote declaratie terugkomt. Per deel wordt het meteen geschreven zoals het in het antwoord komt, en het wacht op schijf: in
 * het geheugen blijven alleen de tellingen, hoeveel regels er ook fout zijn.
 */
import { invariant } from '#core/base/invariant.ts'
import { adempauze } from '#messages/adempauze.ts'
import type { Bevonden } from '#messages/iwmo-3-2/keten/context.ts'
import { antwoordMet, type Clientretour, clientretour, somVan } from '#messages/iwmo-3-2/keten/declaratieantwoord.ts'
import { codesPerKlasse, type Eigen } from '#messages/iwmo-3-2/keten/retour.ts'
import type { Declaratieclient } from '#messages/iwmo-3-2/keten/regelreeks.ts'
import type { WMO325 } from '#messages/iwmo-3-2/release.ts'
import type { Gelezen323 } from '#messages/keten/declaratiestroom.ts'
import { regelsleutel } from '#messages/keten/feit.ts'
import { naarRetourregel } from '#messages/keten/ontvang.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { maakKladblokken } from '#storage/kladblokken.ts'
import { maakCodereeks } from './codereeks.ts'

/** Zoveel regels achter elkaar beoordelen of schrijven; daarna komt ander werk van dit proces aan de beurt. */
export const REGELS_PER_BEURT = 200

export type Teruggave = {
  /** De retourcodes op regels en cliënten, zoals zij bewaard worden. */
  codes(): Buffer
  readonly aantalCodes: number
  /** Hoeveel declaratieregels er terugkomen. */
  readonly regels: number
  neem(bericht: Gelezen323, clienten: readonly Declaratieclient[], bevonden: readonly Bevonden[]): Promise<void>
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
    async neem(bericht, clienten, bevonden) {
      if (bevonden.length === 0) return
      for (const deze of inDelen(bevonden)) {
        codereeks.voegToe(deze.map(naarRetourregel))
        await adempauze()
      }
      const codes = codesPerKlasse(bevonden)
      const terug = clienten.flatMap((c) => clientretour(c, codes))
      if (terug.length === 0) return
      eerste ??= terug[0]
      som += somVan(terug)
      const sleutels = terug.flatMap(sleutelsVan)
      regels += sleutels.length
      afgewezen.voegToe(Buffer.from(JSON.stringify(sleutels)))
      for (const tekst of geschrevenStukken(bericht, terug)) {
        geschreven.voegToe(Buffer.from(tekst))
        await adempauze()
      }
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

/** De cliënten zoals zij in het antwoord komen, in stukken van een beurt; een cliënt met veel regels komt over meer stukken. */
function* geschrevenStukken({ waarde }: Gelezen323, terug: readonly Clientretour[]): Generator<string> {
  const alsTekst = (clienten: readonly Clientretour[]) => clientenIn(schrijf(antwoordMet(waarde, clienten, 0, PROEF)))[1]
  let klein: Clientretour[] = []
  for (const client of terug) {
    const delen = [...inDelen(client.Prestaties.Prestatie)]
    if (delen.length > 1) {
      if (klein.length > 0) yield alsTekst(klein)
      klein = []
      for (const [plek, Prestatie] of delen.entries()) {
        const [voor, regels, na] = regelsIn(alsTekst([{ ...client, Prestaties: { Prestatie } }]))
        yield `${plek === 0 ? voor : ''}${regels}${plek === delen.length - 1 ? na : ''}`
      }
    } else klein.push(client)
  }
  if (klein.length > 0) yield alsTekst(klein)
}

function* inDelen<T>(alle: readonly T[]): Generator<T[]> {
  for (let van = 0; van < alle.length; van += REGELS_PER_BEURT) yield alle.slice(van, van + REGELS_PER_BEURT)
}

/** Een geschreven antwoord in drieën: tot de cliënten, de cliënten, en de rest. */
const clientenIn = (xml: string) => inDrieen(xml, '<wmo325:Clienten>\r\n', '    </wmo325:Clienten>')
/** Een geschreven cliënt in drieën: tot zijn regels, zijn regels, en de rest. */
const regelsIn = (xml: string) => inDrieen(xml, '<wmo325:Prestaties>\r\n', '        </wmo325:Prestaties>')

/** In tekst staat een `<` altijd als verwijzing, dus deze grenzen zijn echte elementen. */
function inDrieen(xml: string, begin: string, eind: string): [string, string, string] {
  const [van, tot] = [xml.indexOf(begin) + begin.length, xml.lastIndexOf(eind)]
  return [xml.slice(0, van), xml.slice(van, tot), xml.slice(tot)]
}
