/** Een onderzoek beginnen bij een zaak: de catalogus en de lezingen van vandaag liggen dan vast voor dit onderzoek. */
import { ok, type Result } from '#core/base/result.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { maakGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { bewaarOnderzoek, leesOnderzoekenVanZaak, vergrendelZaak } from '#storage/onderzoeken.ts'
import type { Zaakrij } from '#storage/zaken.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import { eisZaak } from '../dossier/zaaktoegang.ts'
import { beoordeelStap, bewaarGebeurtenis, volgStap } from '../dossier/zaakstap.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { DOEL_ONDERZOEK } from './open-onderzoek.ts'

export type GestartOnderzoek = { readonly id: string; readonly versie: number; readonly inwoner: string }

export function startOnderzoek(dienst: Dienst, aanroep: Aanroep, zaakId: string): Promise<Result<GestartOnderzoek, Weigering>> {
  return handel<GestartOnderzoek>(dienst, aanroep, async (w) => {
    const { tx, actor, nu } = w
    const { gemeente, medewerker } = actor
    await vergrendelZaak(tx, gemeente, zaakId)
    const open = await eisZaak(w, zaakId, 'onderzoek_schrijven')
    if (!open.ok) return open
    const { zaak } = open.value
    if (zaak.afgesloten_op !== null) return weiger(zaakGesloten)
    const lopend = (await leesOnderzoekenVanZaak(tx, gemeente, zaakId)).find((o) => o.afgerond_op === null)
    if (lopend) return weiger({ ...looptAl, huidig: { id: lopend.id } })
    const geldend = await geldendeCatalogus(tx, gemeente, dienst.vandaag())
    if (!geldend.ok) return geldend
    const { catalogus, keuze } = geldend.value
    const id = w.nieuweId()
    await bewaarOnderzoek(tx, {
      gemeente,
      id,
      zaak: zaakId,
      inwoner: zaak.inwoner,
      catalogus: catalogus.catalogus.id,
      catalogus_versie: catalogus.catalogus.versie,
      catalogus_hash: catalogus.hash,
      keuze: keuze as Json,
      gestart_op: nu,
      gestart_door: medewerker,
      afgerond_op: null,
      gewijzigd_op: nu,
      gewijzigd_door: medewerker,
    })
    const verder = await brengZaakVerder(w, zaak)
    if (!verder.ok) return verder
    w.noteer({
      soort: 'aanmaken',
      objecten: [{ soort: 'onderzoek', id, versie: 1 }],
      inwoner: zaak.inwoner,
      zaak: zaakId,
      doel: DOEL_ONDERZOEK,
    })
    return ok({ id, versie: 1, inwoner: zaak.inwoner })
  })
}

/** De stand van de zaak volgt uit haar gebeurtenissen; loopt het onderzoek daar al, dan verandert er niets. */
async function brengZaakVerder(w: Werk, zaak: Zaakrij): Promise<Result<null, Weigering>> {
  if (zaak.stand === 'onderzoek') return ok(null)
  const stap = await beoordeelStap(w, zaak, maakGebeurtenis('onderzoek_gestart', w.dienst.vandaag()))
  if (!stap.ok) return stap
  await bewaarGebeurtenis(w, zaak, stap.value)
  return volgStap(w, zaak, zaak.versie, stap.value)
}

const zaakGesloten: Weigering = {
  soort: 'regel',
  code: 'ZAAK_AFGESLOTEN',
  tekst: 'Deze zaak is afgesloten.',
  watNu: 'Leg een nieuwe melding of herindicatie vast en begin daar het onderzoek.',
}
const looptAl: Weigering = {
  soort: 'botst',
  code: 'ONDERZOEK_LOOPT_AL',
  tekst: 'Bij deze zaak loopt al een onderzoek.',
  watNu: 'Ga verder in dat onderzoek.',
}
