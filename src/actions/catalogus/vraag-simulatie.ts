/** Een wijziging laten doorrekenen op alles wat loopt. Het rekenen zelf gebeurt op de achtergrond. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { waardenOp } from '#core/catalogus/geldigheid.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { leesInstellingkeuzes } from '#storage/catalogusbesluiten.ts'
import { bewaarInhoud } from '#storage/cataloguspublicaties.ts'
import { bewaarSimulatie } from '#storage/simulaties.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { openVersieUitMap } from './catalogusversies.ts'
import { geldendeCatalogus } from './geldende-catalogus.ts'
import { bekendeInstellingen, leesWaarden } from './instellingen-passen.ts'
import { haalSimulatie, type Simulatiebeeld } from './lees-simulaties.ts'
import type { Simulatievraag } from './simulatievraag.ts'

export type Simulatieopgave = {
  readonly vanaf: Datum
  readonly versie?: string | undefined
  readonly instellingen?: Readonly<Record<string, unknown>> | undefined
}

export const vraagSimulatie = (dienst: Dienst, aanroep: Aanroep, opgave: Simulatieopgave): Promise<Result<Simulatiebeeld, Weigering>> =>
  handel<Simulatiebeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'simuleren')
    if (!mag.ok) return mag
    const vraag = await maakSimulatievraag(w, opgave)
    if (!vraag.ok) return vraag
    const id = w.nieuweId()
    await bewaarSimulatie(w.tx, {
      gemeente: w.actor.gemeente,
      id,
      vraag: vraag.value,
      gevraagd_op: w.nu,
      gevraagd_door: w.actor.medewerker,
    })
    w.stuur({ soort: 'simulatie', gegevens: { id } })
    w.noteer({ soort: 'aanmaken', objecten: [{ soort: 'simulatie', id }], doel: 'wijziging doorrekenen op lopende zaken' })
    return haalSimulatie(w, id)
  })

type Plek = Pick<Werk, 'tx' | 'dienst'> & { readonly actor: Pick<Werk['actor'], 'gemeente'> }

/** Van wat iemand wil proberen naar twee regelsets die vastliggen: die van de gemeente op die dag, en dezelfde met de wijziging. */
export async function maakSimulatievraag(
  w: Plek,
  { vanaf, versie, instellingen = {} }: Simulatieopgave,
): Promise<Result<Simulatievraag, Weigering>> {
  const { gemeente } = w.actor
  if (vanaf < w.dienst.vandaag()) return ongeldig([{ code: 'TERUGWERKEND', plaats: '/vanaf', tekst: 'Kies vandaag of een latere dag.' }])
  if (versie === undefined && Object.keys(instellingen).length === 0)
    return ongeldig([
      { code: 'GEEN_WIJZIGING', plaats: '/instellingen', tekst: 'Kies een andere versie of een andere lezing om door te rekenen.' },
    ])
  const geldend = await geldendeCatalogus(w.tx, gemeente, vanaf)
  if (!geldend.ok) return geldend
  const nu = geldend.value.catalogus
  const straks = await kiesVersie(w, nu, versie)
  if (!straks.ok) return straks
  const waarden = waardenOp(await leesInstellingkeuzes(w.tx, gemeente), vanaf)
  const basis = Object.fromEntries(
    Object.entries(bekendeInstellingen(straks.value, waarden)).filter(([sleutel]) => !Object.hasOwn(instellingen, sleutel)),
  )
  const gelezen = leesWaarden(straks.value, gemeente, { ...basis, ...instellingen })
  if (!gelezen.ok) return ongeldig(gelezen.fout)
  const nieuw = gelezen.value.instellingen ?? {}
  const gekozen = new Set(Object.keys(instellingen).map((pad) => pad.split('.')[0] as string))
  return ok({
    vanaf,
    catalogus: nu.catalogus.id,
    nu: { versie: nu.catalogus.versie, hash: nu.hash, instellingen: bekendeInstellingen(nu, waarden) },
    straks: { versie: straks.value.catalogus.versie, hash: straks.value.hash, instellingen: nieuw },
    wijziging: { versie: versie ?? null, instellingen: Object.fromEntries(Object.entries(nieuw).filter(([s]) => gekozen.has(s))) },
  })
}

/** Ook een versie die nog niet vastligt: haar inhoud van nu wordt bij de vraag bewaard. */
async function kiesVersie(w: Plek, nu: Catalogus, versie: string | undefined): Promise<Result<Catalogus, Weigering>> {
  if (versie === undefined) return ok(nu)
  const open = await openVersieUitMap(w.dienst, nu.catalogus.id, versie)
  if (!open.ok) return open
  const { catalogus } = open.value
  await bewaarInhoud(w.tx, {
    hash: catalogus.hash,
    catalogus: catalogus.catalogus.id,
    versie: catalogus.catalogus.versie,
    inhoud: catalogus,
  })
  return ok(catalogus)
}
