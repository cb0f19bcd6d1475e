/** Een groot declaratieantwoord lezen en beoordelen in delen: in het geheugen blijven de codes, samengepakt, en verder één deel. */
import { invariant } from '#core/base/invariant.ts'
import { maakRij } from '#core/base/rij.ts'
import type { Oordeel } from '#messages/controleer-stroom.ts'
import { beoordeel325 } from '#messages/iwmo-3-2/keten/wmo325.ts'
import { vraagVan } from '#messages/iwmo-3-2/keten/beoordeel.ts'
import { feitenUit } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { type Antwoordclient, type Gelezen325, maakAntwoordstroom } from '#messages/keten/antwoordstroom.ts'
import { type Bron, haalFeiten } from '#messages/keten/bron.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { naarRetourregel } from '#messages/keten/ontvang.ts'
import { maakKladbestand } from '#storage/kladbestand.ts'
import type { Kladblokken } from '#storage/kladblokken.ts'
import { maakBron } from './bron.ts'
import { type Codereeks, leesCodes, maakCodereeks } from './codereeks.ts'
import { contextVan } from './declaratiedelen.ts'
import type { Bytestroom } from './lees-declaratie.ts'
import type { Verwerking } from './leg-vast.ts'
import { maakOpslag } from './opslag.ts'
import type { Keten } from './verwerk-bericht.ts'

export type Antwoordlezing = {
  /** Zonder cliënten. */
  readonly bericht: Gelezen325
  readonly oordeel: Oordeel
  readonly hash: Buffer
  readonly grootte: number
  /** Wat er mis is op het hele antwoord, en daarna op cliënten en regels. */
  readonly codes: Codereeks
}
type Leesopdracht = { readonly v: Verwerking; readonly bestand: Bytestroom; readonly id: string }

/** Zoveel regels per deel: groot genoeg dat een vraag per deel niets kost, klein genoeg om te vergeten. */
const REGELS_PER_DEEL = 2_000

/** De sleutels van de regels die het antwoord afwijst komen in `afgewezen`. Geeft `schema` als het niet aan het schema voldoet. */
export async function leesAntwoord(
  keten: Keten,
  { v, bestand, id }: Leesopdracht,
  afgewezen: Kladblokken,
): Promise<Antwoordlezing | { readonly soort: 'schema'; readonly oordeel: Oordeel }> {
  const klad = maakKladbestand()
  const stroom = maakAntwoordstroom(klad)
  const rij = maakRij()
  const bytes = maakOpslag(v, id, rij)
  const opRegels = maakCodereeks()
  const ingangsdatums = new Map<string, Toewijzing>()
  // Per deel een nieuwe bron: zij onthoudt alleen wie er in dit deel staan.
  const nieuweBron = (): Bron => maakBron(v.tx, v.dienst.kluis, v.wij)
  const neem = async (): Promise<void> => {
    const clienten = stroom.neem()
    const deel = stroom.metClienten(clienten)
    if (deel === null || clienten.length === 0) return
    const feiten = await rij(() => haalFeiten(nieuweBron(), vraagVan(deel)))
    for (const t of feiten.toewijzingen.values()) ingangsdatums.set(t.ingangsdatum, t)
    opRegels.voegToe(
      beoordeel325(deel.waarde, contextVan(keten, feiten))
        .filter((b) => b.klasse === 'Client' || b.klasse === 'Prestatie')
        .map(naarRetourregel),
    )
    afgewezen.voegToe(Buffer.from(JSON.stringify(sleutelsVan(deel, clienten))))
  }
  try {
    for await (const stuk of bestand.stukken()) {
      await bytes.neem(stuk)
      if (!stroom.schrijf(stuk)) break
      if (stroom.wachtend() >= (keten.regelsPerDeel ?? REGELS_PER_DEEL)) await neem()
    }
    const oordeel = stroom.einde()
    if (!oordeel.niveau1.geldig) return { soort: 'schema', oordeel }
    await neem()
    const bericht = stroom.metClienten([])
    invariant(bericht !== null, 'een geldig antwoord heeft een kop')
    const feiten = await rij(() => haalFeiten(nieuweBron(), vraagVan(bericht)))
    const toewijzingen = new Map([...ingangsdatums.values()].map((t) => [t.nummer, t]))
    const opGeheel = beoordeel325(bericht.waarde, contextVan(keten, { ...feiten, toewijzingen })).map(naarRetourregel)
    return { bericht, oordeel, codes: achterElkaar(opGeheel, opRegels), ...(await bytes.einde()) }
  } finally {
    // Ook als het misgaat: niemand anders gebruikt de verbinding zolang hier nog iets loopt.
    await bytes.rust()
    await rij(async () => undefined)
    klad.sluit()
  }
}

/** Eerst wat over het geheel gaat, zoals bij een antwoord dat in één keer beoordeeld wordt. */
function achterElkaar(opGeheel: readonly Retourregel[], opRegels: Codereeks): Codereeks {
  if (opGeheel.length === 0) return opRegels
  const codes = maakCodereeks()
  codes.voegToe(opGeheel)
  for (const code of leesCodes(opRegels.bytes())) codes.voegToe([code])
  return codes
}

/** Welke regels van deze cliënten het antwoord afwijst, alsof er verder niets mis is: aan het eind blijkt of dat zo is. */
const sleutelsVan = ({ waarde, ...rest }: Gelezen325, clienten: readonly Antwoordclient[]): string[] => {
  const RetourCodes = { RetourCode: ['0200' as const] }
  const { Header, DeclaratieAntwoord } = waarde
  invariant(DeclaratieAntwoord, 'waar cliënten zijn is een antwoord')
  const alsof = {
    Header: { ...Header, RetourCodes },
    DeclaratieAntwoord: { ...DeclaratieAntwoord, RetourCodes, Clienten: { Client: [...clienten] } },
  }
  return [...(feitenUit({ ...rest, waarde: alsof } as Gelezen325).oordeel?.afgewezenRegels ?? [])]
}
