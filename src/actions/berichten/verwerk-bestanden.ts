/** Bestanden verwerken in de volgorde waarin zij gegeven zijn, met de antwoorden als bestand in een map. */
import { join } from 'node:path'
import type { Result } from '#core/base/result.ts'
import type { Wij } from '#messages/keten/ontvang.ts'
import { openBerichtbestand } from '#storage/berichtbestand.ts'
import { zetInMap } from '#storage/uitmap.ts'
import type { Databaseweigering } from '../database/beheer.ts'
import { bezorgEen, bezorgKlaar, openAdministraties, type Bezorger } from './bezorg.ts'
import { type Ketenopties, metKeten } from './open-keten.ts'
import { GRENS_STROOM, type Keten, verwerkBericht, type Verwerkt } from './verwerk-bericht.ts'
import { verwerkStroom } from './verwerk-stroom.ts'

export type Bestandsuitkomst = { readonly bestand: string } & (
  | { readonly isLeesbaar: true; readonly verwerkt: Omit<Verwerkt, 'retour'> & { readonly retour: string | null } }
  | { readonly isLeesbaar: false; readonly tekst: string }
)
export type Verwerkopdracht = Ketenopties & {
  readonly bestanden: readonly string[]
  readonly wij: Wij
  readonly systeemdatum: string
  readonly uit: string
  /** Hoort elke uitkomst zodra zij vastligt. */
  klaar(uitkomst: Bestandsuitkomst): void
}

export const verwerkBestanden = (o: Verwerkopdracht): Promise<Result<void, Databaseweigering>> =>
  metKeten(o, async ({ dienst, zorgVoorGemeente }) => {
    const keten: Keten = {
      dienst,
      zorgVoorGemeente,
      wij: o.wij,
      systeemdatum: o.systeemdatum,
      correlatie: 'bericht verwerk',
      toegangspunt: 'opdrachtregel',
    }
    const bezorg: Bezorger = async ({ bestand, stukken }) => void (await zetInMap(o.uit, bestand, stukken()))
    await bezorgRest(keten, bezorg)
    for (const bestand of o.bestanden) o.klaar({ bestand, ...(await verwerkBestand(keten, bestand, o.uit, bezorg)) })
  })

/** Wat een vorige keer wel is vastgelegd maar door een klap niet meer is weggezet. */
async function bezorgRest({ dienst, wij }: Keten, bezorg: Bezorger): Promise<void> {
  for (const open of await openAdministraties(dienst.db)) if (open.partij === wij.partij) await bezorgKlaar(dienst, open, bezorg)
}

type Uitslag = Bestandsuitkomst extends infer U ? (U extends unknown ? Omit<U, 'bestand'> : never) : never

async function verwerkBestand(keten: Keten, pad: string, uit: string, bezorg: Bezorger): Promise<Uitslag> {
  const open = await openBerichtbestand(pad, GRENS_STROOM)
  if (!open.ok) return { isLeesbaar: false, tekst: open.fout }
  const { retour, ...rest } = await (open.value.soort === 'bytes'
    ? verwerkBericht(keten, open.value.bytes)
    : verwerkStroom(keten, open.value))
  if (retour !== null) await bezorgEen(keten.dienst, retour, bezorg)
  return { isLeesbaar: true, verwerkt: { ...rest, retour: retour === null ? null : join(uit, retour.bestand) } }
}
