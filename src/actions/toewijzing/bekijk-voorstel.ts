/** Wat er verstuurd zou worden als deze indicatie aan deze aanbieder toegewezen wordt. Er verandert niets. */
import { ok, type Result } from '#core/base/result.ts'
import { type Besluituitleg, leesUitleg } from '#core/toewijzing/uitleg.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import { leesContractnaam } from '#storage/berichten/contracten.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { bereidVoor, type Toewijsopgave, type Voorbereid, zoekIndicatie } from './bereid-voor.ts'
import { type Gemaakt, maakBericht } from './maak-bericht.ts'
import { omvangzin, redenzin } from './woorden.ts'

export type Voorstelregel = {
  /** Leeg bij een nieuwe: het nummer komt bij het versturen. */
  readonly nummer: number | null
  readonly wat: 'nieuw' | 'wijzigt' | 'blijft'
  readonly categorie: string | null
  readonly code: string | null
  readonly van: string
  readonly tot: string | null
  readonly omvang: string | null
  readonly referentie: string | null
  /** Hoe het nu is, bij wat wijzigt. */
  readonly was: { readonly tot: string | null; readonly omvang: string | null } | null
  readonly reden: string | null
}
export type Toewijzingsvoorstel = {
  readonly aanbieder: { readonly agb: string; readonly naam: string }
  readonly regels: readonly Voorstelregel[]
  readonly uitleg: Besluituitleg
  /** Verzoeken van deze aanbieder voor deze inwoner die nog open staan. */
  readonly verzoeken: readonly { readonly referentie: string; readonly soort: 'VOT' | 'VOW'; readonly ingangsdatums: readonly string[] }[]
}

/** Hoger dan elk nummer dat uitgedeeld wordt: alleen om het bericht te kunnen keuren. */
const NOG_GEEN_NUMMER = 999_999_999

export function bekijkVoorstel(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  opgave: Toewijsopgave,
): Promise<Result<Toewijzingsvoorstel, Weigering>> {
  return handel<Toewijzingsvoorstel>(dienst, aanroep, async (w) => {
    const gevonden = await zoekIndicatie(w, id)
    if (!gevonden.ok) return gevonden
    const voorbereid = await bereidVoor(w, gevonden.value, opgave)
    if (!voorbereid.ok) return voorbereid
    const o = voorbereid.value
    const gemaakt = await maakBericht(w, o, { identificatie: 'VOORSTEL', toewijzing: NOG_GEEN_NUMMER })
    if (!gemaakt.ok) return gemaakt
    const naam = (await leesContractnaam(w.tx, o.p)) ?? opgave.aanbieder
    const { inwoner } = gevonden.value
    w.noteer({ soort: 'lezen', inwoner, objecten: [{ soort: 'indicatie', id }], doel: 'toewijzing aan een aanbieder Wmo 2.6.4' })
    return ok({
      aanbieder: { agb: opgave.aanbieder, naam },
      regels: regelsVan(o, gemaakt.value),
      uitleg: leesUitleg(o.besluit),
      verzoeken: o.open.map(({ referentie, soort, ingangsdatums }) => ({ referentie, soort, ingangsdatums })),
    })
  })
}

const rang = { nieuw: 0, wijzigt: 1, blijft: 2 } as const
const regelsVan = ({ actueel, besluit }: Voorbereid, { toewijzingen }: Gemaakt): Voorstelregel[] =>
  toewijzingen
    .map((t) => {
      const wijziging = besluit.gewijzigd.find((g) => g.nummer === t.nummer)
      const oud = actueel.find((a) => a.nummer === t.nummer)
      const wat = oud === undefined ? ('nieuw' as const) : wijziging ? ('wijzigt' as const) : ('blijft' as const)
      return { ...regelVan(t), wat, ...(wat === 'nieuw' && { nummer: null }), ...(wat === 'wijzigt' && oud && { was: maatVan(oud) }) }
    })
    .sort((a, b) => rang[a.wat] - rang[b.wat])

const maatVan = (t: Toewijzing) => ({ tot: t.einddatum ?? null, omvang: t.omvang ? omvangzin(t.omvang) : null })
const regelVan = (t: Toewijzing): Omit<Voorstelregel, 'wat'> => ({
  nummer: t.nummer,
  categorie: t.product?.Categorie ?? null,
  code: t.product?.Code ?? null,
  van: t.ingangsdatum,
  ...maatVan(t),
  referentie: t.referentieAanbieder ?? null,
  was: null,
  reden: t.redenWijziging === undefined ? null : redenzin(t.redenWijziging),
})
