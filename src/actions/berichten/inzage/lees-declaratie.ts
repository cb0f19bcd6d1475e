/** Wat er in een declaratie staat, ook als het bestand te groot is om te lezen: de totalen, en de regels een bladzijde tegelijk. */
import { ok, type Result } from '#core/base/result.ts'
import {
  type Declaratieregelrij,
  type Declaratietotaal,
  leesDeclaratieregels as leesRegels,
  leesDeclaratietotaal,
} from '#storage/berichten/declaratiebeeld.ts'
import type { Berichtdetailrij } from '#storage/berichten/inzage.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Werk } from '../../handeling/handel.ts'
import { ongeldig, type Weigering } from '../../handeling/weigering.ts'
import { hoeveel } from '../../toewijzing/woorden.ts'
import { eisBericht } from './berichttoegang.ts'
import { leesRedenen, type Reden } from './lees-redenen.ts'

export type Declaratiekort = {
  readonly nummer: string
  readonly van: string
  readonly tot: string
  readonly regels: number
  readonly clienten: number
  readonly afgekeurd: number
  /** Hele eurocenten. */
  readonly ingediend: number
  readonly afgekeurdBedrag: number
}
export type Declaratieregel = Omit<Declaratieregelrij, 'volg' | 'eenheid' | 'dc' | 'bsn_index'> & {
  readonly volgnummer: number
  /** Het volume in woorden, met zijn eenheid. */
  readonly hoeveel: string
  readonly credit: boolean
  /** Waarom de regel is afgekeurd; leeg als hij is aangenomen, of als dat niet is vastgelegd. */
  readonly redenen: readonly Reden[]
}

/** Null als het geen declaratie is, of er niets van is vastgelegd. */
export async function declaratieVan(w: Werk, { id, naam }: Pick<Berichtdetailrij, 'id' | 'naam'>): Promise<Declaratiekort | null> {
  const totaal = naam === 'WMO323' ? await leesDeclaratietotaal(w.tx, w.actor.gemeente, id) : undefined
  return totaal === undefined ? null : alsKort(totaal)
}

const alsKort = ({ nummer, van, tot, ...t }: Declaratietotaal): Declaratiekort => ({
  nummer,
  van,
  tot,
  regels: Number(t.regels),
  clienten: Number(t.clienten),
  afgekeurd: Number(t.afgekeurd),
  ingediend: Number(t.ingediend),
  afgekeurdBedrag: Number(t.afgekeurd_bedrag),
})

export type Regelvraag = { readonly cursor?: string | undefined; readonly limiet: number; readonly alleen?: 'afgekeurd' | undefined }
type Regellijst = { items: Declaratieregel[]; volgende: string | null }

export const leesDeclaratieregels = (dienst: Dienst, aanroep: Aanroep, id: string, v: Regelvraag): Promise<Result<Regellijst, Weigering>> =>
  handel<Regellijst>(dienst, aanroep, async (w) => {
    const toegang = await eisBericht(w, id, 'bericht_inhoud_lezen')
    if (!toegang.ok) return toegang
    const { bericht } = toegang.value
    const na = v.cursor === undefined ? -1 : Number(v.cursor)
    if (!Number.isSafeInteger(na))
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const vraag = { alleenAfgekeurd: v.alleen === 'afgekeurd', na, hoogstens: v.limiet + 1 }
    const rijen = await leesRegels(w.tx, w.actor.gemeente, id, vraag)
    const items = rijen.slice(0, v.limiet)
    const redenen = await leesRedenen(w, id, items)
    w.noteer({
      soort: 'lezen',
      objecten: [{ soort: 'bericht', id }],
      doel: 'regels van een declaratie bekijken',
      ...(bericht.inwoner !== null && { inwoner: bericht.inwoner }),
    })
    return ok({
      items: items.map((r) => ({ ...alsRegel(r), redenen: redenen.get(r.volg) ?? [] })),
      volgende: rijen.length > v.limiet ? String(items.at(-1)?.volg) : null,
    })
  })

const alsRegel = ({ volg, eenheid, dc, bsn_index: _, ...r }: Declaratieregelrij): Omit<Declaratieregel, 'redenen'> => ({
  ...r,
  volgnummer: volg,
  hoeveel: hoeveel(r.volume, eenheid),
  credit: dc === 'C',
})
