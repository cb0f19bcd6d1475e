/** Berichten van en naar een proefgemeente, langs de echte weg: verwerkt, beoordeeld en vastgelegd zoals zij binnenkomen. */
import { alsBytes, PARTIJEN, SYSTEEMDATUM, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { BSN } from '#messages/voorbeelden.testhulp.ts'
import type { Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { maakGemeentezorg } from './open-keten.ts'
import { type Keten, type Verwerkt, verwerkBericht } from './verwerk-bericht.ts'

export type Berichtproef = {
  readonly keten: Keten
  /** Verwerkt een bericht over dit BSN; zonder eigen nummer krijgt het er een. */
  verwerk(zending: Zending, bsn?: string): Promise<Verwerkt>
  verwerkBytes(bytes: Uint8Array): Promise<Verwerkt>
  /** De id van het laatst vastgelegde bericht van deze soort. */
  laatste(naam: string): Promise<string>
}

let nummer = 0

export function maakBerichtproef(p: Proefwerkplek, gemeente: string): Berichtproef {
  const keten: Keten = {
    dienst: p.dienst,
    wij: { rol: 'gemeente', partij: gemeente },
    systeemdatum: SYSTEEMDATUM,
    correlatie: 'proef',
    toegangspunt: 'proef',
    zorgVoorGemeente: maakGemeentezorg(p.eigenaar),
  }
  return {
    keten,
    verwerk: ({ naam, waarde }, bsn = BSN) => {
      const kenmerk = waarde.Header.BerichtIdentificatie
      if (kenmerk.Identificatie === '?') kenmerk.Identificatie = `P${nummer++}`
      const tekst = Buffer.from(alsBytes(naam, waarde)).toString('utf8')
      return verwerkBericht(keten, Buffer.from(tekst.replaceAll(`>${PARTIJEN.gemeente}<`, `>${gemeente}<`).replaceAll(BSN, bsn)))
    },
    verwerkBytes: (bytes) => verwerkBericht(keten, bytes),
    laatste: async (naam) => {
      const rij = p.eigenaar.selectFrom('bericht').select('id').where('gemeente', '=', gemeente).where('naam', '=', naam)
      return (await rij.orderBy('vastgelegd_op', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).id
    },
  }
}
