/**
 * Een indicatie toewijzen aan een aanbieder: de toewijzing, het bericht (WMO301) met alles wat er bij deze aanbieder loopt, en het
 * klaarzetten ervan, in één transactie. Wat niet in het berichtenverkeer hoort, gaat er niet in.
 */
import { ok, type Result } from '#core/base/result.ts'
import { maakGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { feitenUit } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { nieuwBerichtnummer, vergrendelPaar } from '#storage/berichten/berichten.ts'
import { leesContractnaam } from '#storage/berichten/contracten.ts'
import { nieuwToewijzingnummer } from '#storage/berichten/toewijzingnummer.ts'
import { voegGebeurtenissenToe } from '#storage/gebeurtenissen.ts'
import { vergrendelInwoner } from '#storage/indicaties.ts'
import { legBerichtVast, type Vastlegging } from '../berichten/leg-vast.ts'
import { kopVan } from '../berichten/verwerk-bericht.ts'
import { kijkerVan } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { bereidVoor, type Toewijsopgave, type Voorbereid, zoekIndicatie } from './bereid-voor.ts'
import { type Gemaakt, maakBericht } from './maak-bericht.ts'

export type Toegewezen = {
  readonly bericht: string
  readonly identificatie: string
  /** Het nummer dat deze indicatie nu heeft. */
  readonly nummer: number
  readonly gewijzigd: readonly { readonly nummer: number; readonly einddatum: string; readonly redenWijziging: string }[]
  /** Alles wat er in het bericht staat. */
  readonly nummers: readonly number[]
}

export function wijsToe(dienst: Dienst, aanroep: Aanroep, id: string, opgave: Toewijsopgave): Promise<Result<Toegewezen, Weigering>> {
  return handel<Toegewezen>(dienst, aanroep, async (w) => {
    const gevonden = await zoekIndicatie(w, id)
    if (!gevonden.ok) return gevonden
    const { gemeente } = w.actor
    // Eerst het paar, dan de inwoner: zoals elk vervolg, anders wachten twee op elkaar.
    await vergrendelPaar(w.tx, { gemeente, partij: gemeente }, opgave.aanbieder)
    await vergrendelInwoner(w.tx, gemeente, gevonden.value.inwoner)
    const voorbereid = await bereidVoor(w, gevonden.value, opgave)
    if (!voorbereid.ok) return voorbereid
    const o = voorbereid.value
    const toewijzing = o.besluit.nieuw === null ? 0 : await nieuwToewijzingnummer(w.tx)
    const identificatie = await nieuwBerichtnummer(w.tx, w.nu)
    const gemaakt = await maakBericht(w, o, { identificatie, toewijzing })
    if (!gemaakt.ok) return gemaakt
    const bericht = await zetKlaar(w, o, gemaakt.value)
    return ok({
      bericht,
      identificatie,
      nummer: gemaakt.value.nummer,
      gewijzigd: o.besluit.gewijzigd.map((g) => ({ nummer: g.nummer, einddatum: g.tot, redenWijziging: g.redenWijziging })),
      nummers: gemaakt.value.toewijzingen.map((t) => t.nummer),
    })
  })
}

async function zetKlaar(w: Werk, { indicatie, p, v }: Voorbereid, { bytes, bericht, nummer }: Gemaakt): Promise<string> {
  const rij: Vastlegging = {
    ...kopVan(bericht, 'WMO301'),
    id: w.nieuweId(),
    aanbieder: p.aanbieder,
    richting: 'uit',
    uitkomst: 'verzonden',
    feiten: feitenUit(bericht),
    indicaties: new Map([[nummer, indicatie.id]]),
  }
  await legBerichtVast(v, rij, bytes)
  w.stuur({ soort: 'bericht', gegevens: { id: rij.id } })
  const aanbieder = (await leesContractnaam(w.tx, p)) ?? p.aanbieder
  const feit = maakGebeurtenis('toegewezen', w.dienst.vandaag(), { aanbieder, nummer: String(nummer) })
  await voegGebeurtenissenToe(w.tx, kijkerVan(w), [
    { ...feit, id: w.nieuweId(), inwoner: indicatie.inwoner, zaak: null, indicatie: indicatie.id },
  ])
  w.noteer({
    soort: 'aanmaken',
    inwoner: indicatie.inwoner,
    objecten: [
      { soort: 'indicatie', id: indicatie.id },
      { soort: 'bericht', id: rij.id },
    ],
    doel: 'toewijzing aan een aanbieder Wmo 2.6.4',
  })
  return rij.id
}
