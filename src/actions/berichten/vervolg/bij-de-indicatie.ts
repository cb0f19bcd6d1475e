/** Wat een vervolg op een toewijzing met haar indicatie te maken heeft: tot wanneer die geldt, en het feit dat er bij komt te staan. */
import { type Datum, type Periode, plusDagen } from '#core/base/datum.ts'
import { maakGebeurtenis, type NieuweGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { dagenErbij } from '#core/toewijzing/open-dagen.ts'
import { isVerwijderd } from '#messages/keten/afleiden.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import { leesContractnaam } from '#storage/berichten/contracten.ts'
import { voegGebeurtenissenToe } from '#storage/gebeurtenissen.ts'
import { leesIndicatie } from '#storage/indicaties.ts'
import { kijkerVan } from '../../dossier/toegang.ts'
import type { Werk } from '../../handeling/handel.ts'
import type { Weigering } from '../../handeling/weigering.ts'
import { geldigheid } from '../../toewijzing/bereid-voor.ts'
import { beoordeelElders } from '../../toewijzing/elders.ts'

/** Per toewijzing de laatste dag waarop haar indicatie geldt; zonder als die doorloopt. Geldt er geen dag, dan de dag voor de eerste. */
export async function leesGrenzen(w: Werk, indicaties: ReadonlyMap<number, string>): Promise<Map<number, Datum>> {
  const grenzen = new Map<number, Datum>()
  for (const [nummer, id] of indicaties) {
    const rij = await leesIndicatie(w.tx, w.actor.gemeente, id)
    if (rij === undefined) continue
    const loopt = await geldigheid(w, rij)
    const tot = loopt === null ? plusDagen(rij.van as Datum, -1) : loopt.tot
    if (tot !== undefined) grenzen.set(nummer, tot)
  }
  return grenzen
}

type Wissel = { readonly aanbieder: string; readonly nu: ReadonlyMap<number, Toewijzing>; readonly straks: readonly Toewijzing[] }

/** Of dagen die er bij deze aanbieder bijkomen, intussen niet aan een andere zijn toegewezen. */
export async function eisVrijeDagen(w: Werk, { aanbieder, nu, straks }: Wissel, indicaties: ReadonlyMap<number, string>) {
  for (const t of straks) {
    const [oud, id] = [nu.get(t.nummer), indicaties.get(t.nummer)]
    const dagen = isVerwijderd(t) ? null : dagenErbij(alsPeriode(t), oud && !isVerwijderd(oud) ? alsPeriode(oud) : null)
    const weigering = id === undefined || dagen === null ? null : await botsing(w, id, { aanbieder, dagen })
    if (weigering !== null) return weigering
  }
  return null
}

async function botsing(w: Werk, id: string, op: { readonly aanbieder: string; readonly dagen: Periode }): Promise<Weigering | null> {
  const rij = await leesIndicatie(w.tx, w.actor.gemeente, id)
  const looptijd = rij && (await geldigheid(w, rij))
  return looptijd ? beoordeelElders(w, { ...op, indicatie: id, looptijd }) : null
}

const alsPeriode = (t: Toewijzing): Periode => ({
  van: t.ingangsdatum as Datum,
  ...(t.einddatum !== undefined && { tot: t.einddatum as Datum }),
})

type Vervolgfeit = {
  readonly inwoner: string
  readonly aanbieder: string
  readonly indicaties: ReadonlyMap<number, string>
  readonly gewijzigd: readonly Toewijzing[]
  /** Bij intrekken. */
  readonly reden?: string | undefined
}

/** Eén gedateerd feit per toewijzing die uit een indicatie kwam. */
export async function legVervolgVast(w: Werk, f: Vervolgfeit): Promise<void> {
  const aanbieder = (await leesContractnaam(w.tx, { gemeente: w.actor.gemeente, aanbieder: f.aanbieder })) ?? f.aanbieder
  const rijen = f.gewijzigd.flatMap((t) => {
    const [indicatie, feit] = [f.indicaties.get(t.nummer), feitVan(w, t, aanbieder, f.reden)]
    return indicatie && feit ? [{ ...feit, id: w.nieuweId(), inwoner: f.inwoner, zaak: null, indicatie }] : []
  })
  if (rijen.length > 0) await voegGebeurtenissenToe(w.tx, kijkerVan(w), rijen)
}

function feitVan(w: Werk, t: Toewijzing, aanbieder: string, reden: string | undefined): NieuweGebeurtenis | null {
  const [dag, over] = [w.dienst.vandaag(), { aanbieder, nummer: String(t.nummer) }]
  if (reden !== undefined) return maakGebeurtenis('toewijzing_ingetrokken', dag, { ...over, reden })
  return t.einddatum === undefined ? null : maakGebeurtenis('toewijzing_gewijzigd', dag, { ...over, laatsteDag: t.einddatum })
}
