/** Een onderzoek beginnen bij een zaak: de catalogus en de lezingen van vandaag liggen dan vast voor dit onderzoek. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { maakGebeurtenis, standOp } from '#core/dossier/gebeurtenis.ts'
import { beoordeelZaakgebeurtenis } from '#core/dossier/zaak.ts'
import { bewaarIndicatiegebeurtenis } from '#storage/indicatiegebeurtenissen.ts'
import { bewaarOnderzoek, leesOnderzoekenVanZaak, leesZaakkop, vergrendelZaak } from '#storage/onderzoeken.ts'
import { leesZaakgebeurtenissen, zetZaakstand } from '#storage/zaakstand.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { alsGebeurtenis } from './indicatiebeeld.ts'
import { DOEL_ONDERZOEK } from './open-onderzoek.ts'
import { zoekMetRecht } from './toegang.ts'

export type GestartOnderzoek = { readonly id: string; readonly versie: number; readonly inwoner: string }

export function startOnderzoek(dienst: Dienst, aanroep: Aanroep, zaakId: string): Promise<Result<GestartOnderzoek, Weigering>> {
  return handel<GestartOnderzoek>(dienst, aanroep, async (w) => {
    const { tx, actor, nu } = w
    const { gemeente, medewerker } = actor
    const gevonden = await zoekMetRecht(w, 'onderzoek_schrijven', 'Deze zaak', () => leesZaakkop(tx, gemeente, zaakId))
    if (!gevonden.ok) return gevonden
    const zaak = gevonden.value
    if (zaak.afgesloten_op !== null) return weiger(zaakGesloten)
    await vergrendelZaak(tx, gemeente, zaakId)
    const lopend = (await leesOnderzoekenVanZaak(tx, gemeente, zaakId)).find((o) => o.afgerond_op === null)
    if (lopend) return weiger({ ...looptAl, huidig: { id: lopend.id } })
    const vandaag = dienst.vandaag()
    const geldend = await geldendeCatalogus(tx, gemeente, vandaag)
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
    const verder = await brengZaakVerder(w, zaak, vandaag)
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

type Zaakkop = { id: string; inwoner: string; plan_tot: string; onderzoek_uiterlijk: string }

/** De stand van de zaak volgt uit haar gebeurtenissen; loopt het onderzoek daar al, dan verandert er niets. */
async function brengZaakVerder(w: Werk, zaak: Zaakkop, vandaag: Datum): Promise<Result<null, Weigering>> {
  const { tx, actor, nu } = w
  const eerder = (await leesZaakgebeurtenissen(tx, actor.gemeente, zaak.id)).map(alsGebeurtenis)
  if (standOp('zaak', eerder, vandaag)?.stand === 'onderzoek') return ok(null)
  const termijnen = { planTot: zaak.plan_tot as Datum, onderzoekUiterlijk: zaak.onderzoek_uiterlijk as Datum }
  const nieuw = { id: w.nieuweId(), ...maakGebeurtenis('onderzoek_gestart', vandaag) }
  const stand = beoordeelZaakgebeurtenis(eerder, nieuw, termijnen)
  if (!stand.ok) return weiger({ soort: 'regel', ...stand.fout })
  const { gemeente, medewerker } = actor
  await bewaarIndicatiegebeurtenis(tx, {
    gemeente,
    ...nieuw,
    gegevens: {},
    inwoner: zaak.inwoner,
    zaak: zaak.id,
    indicatie: null,
    gemaakt_op: nu,
    gemaakt_door: medewerker,
  })
  await zetZaakstand(tx, { gemeente, id: zaak.id, stand: stand.value, nu, medewerker })
  return ok(null)
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
