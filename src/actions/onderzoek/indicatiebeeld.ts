/** Een indicatie zoals een scherm haar leest: wat is toegekend, en wat er daarna mee gebeurde. */
import type { Datum, Periode } from '#core/base/datum.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Gebeurtenis, geldend, standOp } from '#core/dossier/gebeurtenis.ts'
import { labelVan } from '#core/dossier/gebeurtenislabel.ts'
import { type Indicatiestand, indicatiestanden } from '#core/dossier/gebeurteniswoorden.ts'
import type { Leveringsvorm } from '#core/indicatie/indicatie.ts'
import { looptijd } from '#core/indicatie/looptijd.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import { type Gebeurtenisrij, leesIndicatiegebeurtenissen } from '#storage/indicatiegebeurtenissen.ts'
import { type Indicatierij, leesIndicatiesVanInwoner } from '#storage/indicaties.ts'
import { leesMedewerkernamen } from '#storage/namen.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import type { Werk } from '../handeling/handel.ts'
import type { Wie } from './onderzoeksbeeld.ts'

export type Gebeurtenisbeeld = {
  readonly id: string
  readonly soort: string
  readonly label: string
  readonly datum: string
  readonly zin: string
  readonly gegevens: Json
  readonly vervangt: string | null
  /** Onwaar: vervangen of vervallen; blijft zichtbaar. */
  readonly geldt: boolean
  readonly gemaaktOp: string
  readonly gemaaktDoor: Wie
}

export type Indicatiebeeld = {
  readonly id: string
  readonly voorziening: string
  readonly onderzoek: string | null
  readonly tabel: string
  readonly product: string
  readonly productnaam: string
  readonly van: string
  readonly tot: string | null
  /** De dagen waarop zij echt geldt; null als er geen dag (meer) is. */
  readonly looptijd: { readonly van: string; readonly tot: string | null } | null
  readonly stand: Indicatiestand | null
  readonly standInWoorden: string
  readonly standSinds: string | null
  readonly eenheid: string
  readonly minutenPerWeek: number | null
  readonly dagdelenPerWeek: number | null
  readonly leveringsvorm: Leveringsvorm
  /** De indicatie die deze vervangt. */
  readonly vervangt: string | null
  readonly vervangenDoor: string | null
  readonly gebeurtenissen: readonly Gebeurtenisbeeld[]
}

/** Een rij uit de database is een gebeurtenis van de kern. */
export const alsGebeurtenis = (r: Gebeurtenisrij): Gebeurtenis & { zin: string } => ({
  id: r.id,
  soort: r.soort as Gebeurtenis['soort'],
  datum: r.datum as Datum,
  gegevens: r.gegevens as Gebeurtenis['gegevens'],
  vervangt: r.vervangt,
  zin: r.zin,
})

export const periodeVan = ({ van, tot }: { van: string; tot: string | null }): Periode =>
  tot === null ? { van: van as Datum } : { van: van as Datum, tot: tot as Datum }

export async function indicatiesVan(w: Werk, inwoner: string, vandaag: Datum): Promise<Indicatiebeeld[]> {
  const { tx, actor } = w
  const rijen = await leesIndicatiesVanInwoner(tx, actor.gemeente, inwoner)
  if (rijen.length === 0) return []
  const gebeurtenissen = await leesIndicatiegebeurtenissen(tx, actor.gemeente, inwoner)
  const namen = await leesMedewerkernamen(
    tx,

    gebeurtenissen.map((g) => g.gemaakt_door),
  )
  const catalogi = new Map<string, Catalogus | undefined>()
  for (const { catalogus_hash } of rijen) catalogi.set(catalogus_hash, await catalogusBijHash(tx, catalogus_hash))
  const vervangenDoor = new Map(rijen.flatMap((r) => (r.vervangt ? [[r.vervangt, r.id] as const] : [])))
  return rijen.map((r) =>
    toonIndicatie(
      r,
      gebeurtenissen.filter((g) => g.indicatie === r.id),
      { catalogus: catalogi.get(r.catalogus_hash), namen, vervangenDoor: vervangenDoor.get(r.id) ?? null, vandaag },
    ),
  )
}

type Erbij = {
  readonly catalogus: Catalogus | undefined
  readonly namen: ReadonlyMap<string, string>
  readonly vervangenDoor: string | null
  readonly vandaag: Datum
}

export function toonIndicatie(r: Indicatierij, rijen: readonly Gebeurtenisrij[], e: Erbij): Indicatiebeeld {
  const gebeurtenissen = rijen.map(alsGebeurtenis)
  const geldt = new Set(geldend(gebeurtenissen).map((g) => g.id))
  const stand = standOp('indicatie', gebeurtenissen, e.vandaag)
  const echt = e.vervangenDoor === null ? looptijd(periodeVan(r), gebeurtenissen) : null
  return {
    id: r.id,
    voorziening: r.voorziening,
    onderzoek: r.onderzoek,
    tabel: r.tabel,
    product: r.product,
    productnaam: e.catalogus ? productnaam(e.catalogus, r.product) : r.product,
    van: r.van,
    tot: r.tot,
    looptijd: echt && { van: echt.van, tot: echt.tot ?? null },
    stand: stand?.stand ?? null,
    standInWoorden: e.vervangenDoor ? 'Vervangen' : stand ? indicatiestanden[stand.stand] : 'Nog niet bekend',
    standSinds: stand?.sinds ?? null,
    eenheid: r.eenheid,
    minutenPerWeek: r.minuten_per_week,
    dagdelenPerWeek: r.dagdelen_per_week,
    leveringsvorm: r.leveringsvorm,
    vervangt: r.vervangt,
    vervangenDoor: e.vervangenDoor,
    gebeurtenissen: rijen.map((g) => ({
      id: g.id,
      soort: g.soort,
      label: labelVan(g.soort as Gebeurtenis['soort']),
      datum: g.datum,
      zin: g.zin,
      gegevens: g.gegevens,
      vervangt: g.vervangt,
      geldt: geldt.has(g.id),
      gemaaktOp: g.gemaakt_op.toISOString(),
      gemaaktDoor: { id: g.gemaakt_door, naam: e.namen.get(g.gemaakt_door) ?? 'Onbekend' },
    })),
  }
}
