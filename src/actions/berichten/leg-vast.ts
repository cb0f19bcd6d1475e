/** Een bericht met alles wat erbij hoort in één transactie: bytes, feiten, uitval, logboek en wat er te versturen is. */
import {
  bewaarBericht,
  bewaarDeel,
  berichthash,
  koppelClient,
  type NieuwBericht,
  vervang,
  vindOpKenmerk,
} from '#storage/berichten/berichten.ts'
import { bewaarUitval, type Uitval } from '#storage/berichten/uitval.ts'
import type { Clientboek } from '#storage/berichten/clientboek.ts'
import { inwonerBijClient } from '#storage/berichten/inwoners.ts'
import { type Auditsoort, schrijfLogboek } from '#storage/logboek.ts'
import { bewaarUitgaand } from '#storage/outbox.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Berichtfeiten } from '#messages/keten/feit.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import type { Administratie } from './administratie.ts'
import { neemFeiten } from './neem-feiten.ts'
import { inBlokken, slaOp } from './opslag.ts'

/** Alles wat één verwerking deelt. */
export type Verwerking = {
  readonly dienst: Pick<Dienst, 'db' | 'kluis'>
  readonly tx: Tx
  readonly wij: Administratie
  readonly boek: Clientboek
  readonly nu: Date
  readonly systeemdatum: string
  readonly correlatie: string
  readonly toegangspunt: string
}

export type Vastlegging = Pick<
  NieuwBericht,
  'aanbieder' | 'richting' | 'naam' | 'release' | 'afzender' | 'ontvanger' | 'identificatie' | 'dagtekening' | 'uitkomst'
> & {
  readonly id: string
  readonly uitslag?: Uint8Array
  readonly retour?: string
  readonly over?: string
  readonly verzondenOp?: Date
  readonly verzendNa?: Date
  /** De cliënt waar het over gaat, als dat er één is. */
  readonly bsn?: string
  readonly feiten?: Berichtfeiten
  readonly indicaties?: ReadonlyMap<number, string>
}

/** Of dit bericht nu een ander verdringt, of zelf niet telt omdat zijn nummer al bezet is. */
export async function nummerVrij({ tx, wij, nu }: Verwerking, feiten: Berichtfeiten): Promise<boolean> {
  const kenmerk = { ...feiten.sleutel, aanbieder: feiten.partijen.aanbieder }
  if (feiten.vervangt) await vervang(tx, wij, kenmerk, nu)
  return (await vindOpKenmerk(tx, wij, kenmerk)) === undefined
}

/** De rij van het bericht, met zijn feiten en bytes. */
export async function legBerichtVast(v: Verwerking, b: Vastlegging, bytes: Uint8Array): Promise<void> {
  const { tx, wij, dienst } = v
  const delen = inBlokken(bytes)
  const hash = berichthash(dienst.kluis)
  for (const deel of delen) hash.update(deel)
  await legRijVast(v, b, { hash: hash.digest(), grootte: bytes.length })
  for (const [volg, deel] of delen.entries()) await bewaarDeel(tx, dienst.kluis, wij, b.id, volg, deel)
}

/** Hetzelfde voor wat te groot is om in één keer te hebben. Alleen als systeem: een ander schrijft geen bytes bij een bericht dat er nog niet is. */
export async function legStukkenVast(v: Verwerking, b: Vastlegging, stukken: Iterable<Uint8Array>): Promise<void> {
  await legRijVast(v, b, await slaOp(v, b.id, stukken))
}

async function legRijVast(v: Verwerking, b: Vastlegging, bytes: Pick<NieuwBericht, 'hash' | 'grootte'>): Promise<void> {
  const { tx, wij, boek, dienst } = v
  if (b.bsn !== undefined) await boek.bewaar([b.bsn])
  await bewaarBericht(tx, dienst.kluis, rijVan(v, b, bytes))
  if (b.feiten !== undefined)
    await neemFeiten({ tx, boek, herkomst: { ...wij, aanbieder: b.feiten.partijen.aanbieder, bericht: b.id } }, b.feiten, b.indicaties)
  await koppelClient(tx, b.id)
}

export const rijVan = (v: Verwerking, b: Vastlegging, bytes: Pick<NieuwBericht, 'hash' | 'grootte'>): NieuwBericht => ({
  ...v.wij,
  ...bytes,
  id: b.id,
  aanbieder: b.aanbieder,
  richting: b.richting,
  naam: b.naam,
  release: b.release,
  afzender: b.afzender,
  ontvanger: b.ontvanger,
  identificatie: b.identificatie,
  dagtekening: b.dagtekening,
  uitkomst: b.uitkomst,
  client: b.bsn === undefined ? null : v.boek.index(b.bsn),
  uitslag: b.uitslag ?? null,
  telt: b.feiten !== undefined,
  retour: b.retour ?? null,
  over: b.over ?? null,
  systeemdatum: v.systeemdatum,
  vastgelegdOp: v.nu,
  verzondenOp: b.verzondenOp ?? null,
  verzendNa: b.verzendNa,
})

/** Wat een mens moet bekijken, bij dit bericht. */
export const parkeer = ({ tx, wij, nu }: Verwerking, bericht: string, uitval: readonly Uitval[]): Promise<void> =>
  bewaarUitval(
    tx,
    wij,
    bericht,
    nu,
    uitval.map((u) => ({ ...u, id: nieuweId(nu) })),
  )

/** Zet een bericht klaar om te versturen, in de transactie die het maakte. */
export const zetKlaar = ({ tx, wij, nu }: Verwerking, bericht: string): Promise<void> =>
  bewaarUitgaand(tx, [{ gemeente: wij.gemeente, id: nieuweId(nu), soort: 'bericht', gegevens: { id: bericht }, gemaakt_op: nu }])

/** De logboekregel van het verwerken. Kennen wij de inwoner, dan staat hij erbij: zo ziet hij ook dit in zijn spoor. */
export async function noteerBericht(v: Verwerking, soort: Auditsoort, b: Vastlegging, doel: string): Promise<void> {
  const inwoner = b.bsn === undefined ? null : await inwonerBijClient(v.tx, v.wij, v.boek.index(b.bsn))
  await schrijfLogboek(v.tx, v.wij.gemeente, [
    {
      id: nieuweId(v.nu),
      tijdstip: v.nu.toISOString(),
      soort,
      uitkomst: 'gelukt',
      inwoner,
      objecten: [{ soort: 'bericht', id: b.id }],
      medewerker: null,
      rollen: 'systeem',
      namens: null,
      zaak: null,
      doel,
      toegangspunt: v.toegangspunt,
      reden: null,
      weigering: null,
      hash_voor: null,
      hash_na: null,
      correlatie: v.correlatie,
    },
  ])
}
