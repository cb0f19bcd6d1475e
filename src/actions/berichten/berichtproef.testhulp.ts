/** Berichten van en naar een proefgemeente, langs de echte weg: verwerkt, beoordeeld en vastgelegd zoals zij binnenkomen. */
import { leesAlleBytes } from '#storage/berichten/berichten.ts'
import { leesBericht } from '#messages/codec.ts'
import { maakRetour } from '#messages/iwmo-3-2/keten/retour.ts'
import { alsBytes, declareer, PARTIJEN, regel, stuur, SYSTEEMDATUM, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import type { KetenregelId } from '#messages/iwmo-3-2/keten/regels.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import { BSN } from '#messages/voorbeelden.testhulp.ts'
import type { Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { maakGemeentezorg } from './open-keten.ts'
import { inAdministratie } from './administratie.ts'
import { type Keten, type Verwerkt, verwerkBericht } from './verwerk-bericht.ts'

export type Berichtproef = {
  readonly keten: Keten
  /** Verwerkt een bericht over dit BSN; zonder eigen nummer krijgt het er een. */
  verwerk(zending: Zending, bsn?: string): Promise<Verwerkt>
  verwerkBytes(bytes: Uint8Array): Promise<Verwerkt>
  /** Van ons: toewijzing met dit nummer, drie uur per week in 2026. Geeft de id. */
  toewijzing(nummer?: number, bsn?: string, productcode?: string): Promise<string>
  /** Van de aanbieder. Een stop met een andere begindatum dan de start wordt afgekeurd. */
  start(nummer?: number, bsn?: string): Promise<string>
  stop(nummer?: number, begindatum?: string): Promise<string>
  /** Twee regels, waarvan de tweede een ander product noemt en dus terugkomt. */
  declaratie(declaratienummer: string, toewijzing?: number, bsn?: string): Promise<string>
  /** Het retourbericht van de aanbieder op iets van ons; met een regel keurt het de kop af. */
  antwoord(opBericht: string, regel?: KetenregelId): Promise<string>
  /** De id van het laatst vastgelegde bericht van deze soort. */
  laatste(naam: string): Promise<string>
}

let volgnummer = 0

export function maakBerichtproef(p: Proefwerkplek, gemeente: string): Berichtproef {
  const keten: Keten = {
    dienst: p.dienst,
    wij: { rol: 'gemeente', partij: gemeente },
    systeemdatum: SYSTEEMDATUM,
    correlatie: 'proef',
    toegangspunt: 'proef',
    zorgVoorGemeente: maakGemeentezorg(p.eigenaar),
  }
  const verwerk = ({ naam, waarde }: Zending, bsn = BSN): Promise<Verwerkt> => {
    const kenmerk = waarde.Header.BerichtIdentificatie
    if (kenmerk.Identificatie === '?') kenmerk.Identificatie = `P${volgnummer++}`
    const tekst = Buffer.from(alsBytes(naam, waarde)).toString('utf8')
    return verwerkBericht(keten, Buffer.from(tekst.replaceAll(`>${PARTIJEN.gemeente}<`, `>${gemeente}<`).replaceAll(BSN, bsn)))
  }
  const laatste = async (naam: string): Promise<string> => {
    const rij = p.eigenaar.selectFrom('bericht').select('id').where('gemeente', '=', gemeente).where('naam', '=', naam)
    return (await rij.orderBy('vastgelegd_op', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).id
  }
  const leg = async (zending: Zending, bsn?: string): Promise<string> => {
    await verwerk(zending, bsn)
    return laatste(zending.naam)
  }
  return {
    keten,
    verwerk,
    verwerkBytes: (bytes) => verwerkBericht(keten, bytes),
    laatste,
    toewijzing: (ToewijzingNummer = 1, bsn, Code = '02A01') => leg(wijsToe({ ToewijzingNummer, Product: { Categorie: '02', Code } }), bsn),
    start: (toewijzing = 1, bsn) =>
      leg(
        stuur('WMO305', (m) => m.Client.StartProducten.StartProduct.forEach((s) => Object.assign(s, { ToewijzingNummer: toewijzing }))),
        bsn,
      ),
    stop: (toewijzing = 1, begindatum) =>
      leg(
        stuur('WMO307', (m) =>
          m.Client.StopProducten.StopProduct.forEach((s) =>
            Object.assign(s, { ToewijzingNummer: toewijzing, ...(begindatum !== undefined && { Begindatum: begindatum }) }),
          ),
        ),
      ),
    declaratie: (d, ToewijzingNummer = 1, bsn) =>
      leg(declareer(d, [regel(`${d}a`, { ToewijzingNummer }), regel(`${d}b`, { ToewijzingNummer, ProductCode: '02A09' })]), bsn),
    antwoord: async (opBericht, regel) => {
      const wij = { gemeente, partij: gemeente }
      const bytes = await inAdministratie(p.dienst, wij, (tx) => leesAlleBytes(tx, p.dienst.kluis, wij, opBericht))
      const gelezen = leesBericht(bytes)
      if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
      const op = gelezen.value.waarde.Header
      const bevindingen = regel === undefined ? [] : [{ op, klasse: 'Header', regel, sleutel: '' }]
      const eigen = { identificatie: `A${volgnummer++}`, dagtekening: SYSTEEMDATUM }
      const retour = maakRetour(gelezen.value, { niveau: 3, bevindingen }, eigen)
      const xml = retour && schrijfBericht(retour.naam, retour.waarde as never)
      if (!xml?.ok) throw new Error(JSON.stringify(xml))
      await verwerkBericht(keten, Buffer.from(xml.value))
      return laatste(retour?.naam ?? '')
    },
  }
}
