/**
 * Een grote declaratie lezen, beoordelen en vastleggen in delen. Terwijl de database een deel vastlegt en de feiten voor het volgende
 * opzoekt, beoordeelt dit en leest het verder, en pakt een andere draad de bytes in. Er zijn nooit meer dan drie delen onderhanden, dus
 * het geheugen groeit niet mee met het bestand.
 */
import { invariant } from '#core/base/invariant.ts'
import { maakRij } from '#core/base/rij.ts'
import { maakKladbestand } from '#storage/kladbestand.ts'
import type { Oordeel } from '#messages/controleer-stroom.ts'
import { type Gelezen323, maakDeclaratiestroom } from '#messages/keten/declaratiestroom.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Deelopdracht, maakDelen, perDeel } from './declaratiedelen.ts'
import type { Verwerking } from './leg-vast.ts'
import { maakOpslag } from './opslag.ts'
import type { Teruggave } from './teruggave.ts'
import type { Keten } from './verwerk-bericht.ts'

/** Elk stuk geldt tot het volgende. */
export type Bytestroom = { readonly grootte: number; stukken(): AsyncIterable<Uint8Array> }

/** Alles wat tijdens het lezen ontstaat. */
export type Loop = {
  readonly v: Verwerking
  readonly id: string
  readonly bericht: Gelezen323
  readonly oordeel: Oordeel
  readonly hash: Buffer
  readonly grootte: number
  readonly regels: number
  readonly ingangsdatums: ReadonlySet<string>
  readonly terug: Teruggave
}

export type Leesopdracht = Deelopdracht & { readonly bestand: Bytestroom }

/** Geeft `schema` als het bestand niet aan het schema voldoet; wat er dan al vastligt hoort teruggedraaid te worden. */
export async function leesDeclaratie(
  keten: Keten,
  opdracht: Leesopdracht,
): Promise<Loop | { readonly soort: 'schema'; readonly oordeel: Oordeel }> {
  const { v, bestand, terug } = opdracht
  const id = nieuweId(v.nu)
  const klad = maakKladbestand()
  const stroom = maakDeclaratiestroom(klad)
  const rij = maakRij()
  const bytes = maakOpslag(v, id, rij)
  const delen = maakDelen(keten, opdracht, id, rij)
  let deel = 0
  const stuurDoor = async (): Promise<void> => {
    const bericht = stroom.zonderClienten()
    if (bericht === null || stroom.wachtend() === 0) return
    deel++
    await delen.neem(bericht, stroom.neem())
  }
  try {
    for await (const stuk of bestand.stukken()) {
      await bytes.neem(stuk)
      if (!stroom.schrijf(stuk)) break
      if (stroom.wachtend() >= perDeel(keten, deel)) await stuurDoor()
    }
    // Eerst krijgt de database wat er al is: het oordeel over het geheel kost ook tijd.
    await stuurDoor()
    await delen.zetDoor()
    const oordeel = stroom.einde()
    if (!oordeel.niveau1.geldig) return { soort: 'schema', oordeel }
    await stuurDoor()
    await delen.zetDoor()
    await delen.klaar()
    const bericht = stroom.zonderClienten()
    invariant(bericht !== null, 'een geldige declaratie heeft een kop en een cliënt')
    return { v, id, bericht, oordeel, ...(await bytes.einde()), ...delen.telling(), terug }
  } finally {
    // Ook als het misgaat: niemand anders gebruikt de verbinding zolang hier nog iets loopt.
    await bytes.rust()
    await rij(async () => undefined)
    await delen.rust()
    klad.sluit()
  }
}
