/** Een opdracht buiten het berichtenverkeer: aan wie, wanneer, hoe en waarom, als feit bij de indicatie (OP003, OP079). */
import { ok, type Result } from '#core/base/result.ts'
import { beoordeelGebeurtenis, leesGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { voegGebeurtenissenToe } from '#storage/gebeurtenissen.ts'
import { leesGebeurtenissenVanIndicatie } from '#storage/indicatiegebeurtenissen.ts'
import { vergrendelInwoner } from '#storage/indicaties.ts'
import { kijkerVan } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { alsGebeurtenis } from '../onderzoek/indicatiebeeld.ts'
import { zoekIndicatie } from './bereid-voor.ts'

export type Vastgelegd = { readonly id: string; readonly datum: string; readonly zin: string }

export function legOpdrachtVast(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  { datum, ...gegevens }: { readonly datum: string } & Readonly<Record<string, unknown>>,
): Promise<Result<Vastgelegd, Weigering>> {
  return handel<Vastgelegd>(dienst, aanroep, async (w) => {
    const gevonden = await zoekIndicatie(w, id)
    if (!gevonden.ok) return gevonden
    const { inwoner } = gevonden.value
    const vandaag = dienst.vandaag()
    const gelezen = leesGebeurtenis({ soort: 'opdracht_buitenom', datum, gegevens }, 'indicatie', vandaag)
    if (!gelezen.ok) return ongeldig(gelezen.fout.map((f) => ({ ...f, plaats: f.plaats.replace(/^\/gegevens/, '') })))
    if (gelezen.value.datum > vandaag)
      return ongeldig([{ code: 'DATUM_TOEKOMST', plaats: '/datum', tekst: 'Leg vast wat al gebeurd is: deze dag moet nog komen.' }])
    await vergrendelInwoner(w.tx, w.actor.gemeente, inwoner)
    const nieuw = { ...gelezen.value, id: w.nieuweId() }
    const eerder = (await leesGebeurtenissenVanIndicatie(w.tx, w.actor.gemeente, id)).map(alsGebeurtenis)
    const past = beoordeelGebeurtenis('indicatie', eerder, nieuw)
    if (!past.ok) return weiger({ soort: 'regel', ...past.fout })
    await voegGebeurtenissenToe(w.tx, kijkerVan(w), [{ ...nieuw, inwoner, zaak: null, indicatie: id }])
    w.noteer({
      soort: 'aanmaken',
      inwoner,
      objecten: [
        { soort: 'indicatie', id },
        { soort: 'gebeurtenis', id: nieuw.id },
      ],
      doel: 'opdracht aan een aanbieder buiten het berichtenverkeer Wmo 2.6.4',
    })
    return ok({ id: nieuw.id, datum: nieuw.datum, zin: nieuw.zin })
  })
}
