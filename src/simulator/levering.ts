/** Beginnen en stoppen met leveren (WMO305, WMO307). */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import type { WMO305 } from '#messages/iwmo-3-2/release.ts'
import type { Start, Stop } from '#messages/keten/feit.ts'
import { laatste, eerste } from '#messages/keten/kalender.ts'
import { pogingenTot } from './paar.ts'
import type { Gemaakt } from './partij.ts'
import { isZover, kop, MAX_POGINGEN, treft, verkort, type Zaak } from './zaak.ts'
import { trek } from './zaaien.ts'

const TIJDELIJK = '20'
const VOLGENS_PLAN = '19'
/** Redenen om eerder te stoppen. */
const voortijdig = ['21', '22', '23', '38'] as const
type Reden = typeof TIJDELIJK | typeof VOLGENS_PLAN | (typeof voortijdig)[number]

type Startproduct = WMO305['Client']['StartProducten']['StartProduct'][number]

export function start(zaak: Zaak): Gemaakt | null {
  const { t, paar, moment, gedrag, zaad, nu } = zaak
  if (nu.starts.some((s) => (s as Start).nummer === t.nummer) || pogingenTot(paar, 'WMO305', t.nummer) >= MAX_POGINGEN) return null
  if (!treft(zaak, 'start', gedrag.start) || !isZover(zaak, 'start', gedrag.start)) return null
  const begindatum = eerste(
    plusDagen(t.ingangsdatum as Datum, Math.floor(trek(zaad, 'eerste dag', t.nummer) * 7)),
    t.einddatum ?? '9999-12-31',
  )
  if (begindatum > moment.vandaag) return null
  return maakStart(zaak, { ...productVan(zaak), Begindatum: begindatum, StatusAanlevering: '1' })
}

const productVan = ({ t }: Zaak): Pick<Startproduct, 'ToewijzingNummer' | 'Product' | 'ToewijzingIngangsdatum'> => ({
  ToewijzingNummer: t.nummer,
  ...(t.product && { Product: t.product as NonNullable<Startproduct['Product']> }),
  ToewijzingIngangsdatum: t.ingangsdatum,
})

/** Eén keer, zolang er niet gestopt of gedeclareerd is (OP033): de start eruit, en een dag later erin. */
export function herstelStart(zaak: Zaak): Gemaakt | null {
  const { t, nu, paar, moment, gedrag } = zaak
  const levering = (nu.starts as Start[]).find((s) => s.nummer === t.nummer)
  if (levering === undefined || pogingenTot(paar, 'WMO305', t.nummer) !== 1) return null
  if ((nu.stops as Stop[]).some((s) => s.nummer === t.nummer) || nu.prestaties.some((p) => p.toewijzing === t.nummer)) return null
  if (!treft(zaak, 'herstel', gedrag.herstel) || !isZover(zaak, 'herstel', { na: gedrag.start.na + gedrag.herstel.na })) return null
  const later = plusDagen(levering.begindatum as Datum, 1)
  if (later > moment.vandaag || (t.einddatum !== undefined && later > t.einddatum)) return null
  const product = productVan(zaak)
  return maakStart(
    zaak,
    { ...product, Begindatum: levering.begindatum, StatusAanlevering: '3' },
    { ...product, Begindatum: later, StatusAanlevering: '1' },
  )
}

function maakStart(zaak: Zaak, ...producten: Startproduct[]): Gemaakt {
  const { paar, persoon, t, moment } = zaak
  const Header = kop(zaak, '418', 'WMO305', t.nummer, pogingenTot(paar, 'WMO305', t.nummer), moment.vandaag)
  return { naam: 'WMO305', waarde: { Header, Client: { ...verkort(persoon), StartProducten: { StartProduct: producten } } } }
}

/** Afgelopen: volgens plan. Anders voortijdig, of eerst tijdelijk en later voorgoed. */
export function stop(zaak: Zaak): Gemaakt | null {
  const { t, nu, moment, gedrag } = zaak
  const levering = (nu.starts as Start[]).find((s) => s.nummer === t.nummer)
  if (levering === undefined) return null
  const stops = (nu.stops as Stop[]).filter((s) => s.nummer === t.nummer && s.begindatum === levering.begindatum)
  if (stops.some((s) => s.reden !== TIJDELIJK)) return null
  const gestopt = stops[0]
  if (t.einddatum !== undefined && t.einddatum <= moment.vandaag) return maakStop(zaak, levering, VOLGENS_PLAN, t.einddatum)
  if (gestopt !== undefined) return wasTijdelijk(zaak, levering, gestopt)
  const gisteren = plusDagen(moment.vandaag as Datum, -1)
  if (gisteren < levering.begindatum) return null
  if (treft(zaak, 'pauze', gedrag.pauze) && isZover(zaak, 'pauze', gedrag.pauze)) return maakStop(zaak, levering, TIJDELIJK, gisteren)
  if (!treft(zaak, 'stop', gedrag.stop) || !isZover(zaak, 'stop', gedrag.stop)) return null
  return maakStop(zaak, levering, voortijdigeReden(zaak), gisteren)
}

const voortijdigeReden = ({ zaad, t }: Zaak): Reden => voortijdig[Math.floor(trek(zaad, 'reden', t.nummer) * voortijdig.length)] ?? '23'

/** Twee keer zo lang na de pauze stopt het voorgoed, niet eerder dan de pauze begon (TR414). */
function wasTijdelijk(zaak: Zaak, levering: Start, { einddatum }: Stop): Gemaakt | null {
  const { gedrag, moment } = zaak
  if (!isZover(zaak, 'pauze', { na: gedrag.pauze.na * 2 + 7 })) return null
  return maakStop(zaak, levering, voortijdigeReden(zaak), laatste(einddatum, plusDagen(moment.vandaag as Datum, -1)))
}

function maakStop(zaak: Zaak, { begindatum }: Start, RedenBeeindiging: Reden, Einddatum: string): Gemaakt | null {
  const { paar, persoon, t, moment } = zaak
  const eerder = pogingenTot(paar, 'WMO307', t.nummer, RedenBeeindiging)
  if (eerder >= MAX_POGINGEN) return null
  const product = { ...productVan(zaak), Begindatum: begindatum, RedenBeeindiging, Einddatum, StatusAanlevering: '1' as const }
  const Header = kop(zaak, '420', 'WMO307', t.nummer, RedenBeeindiging, eerder, moment.vandaag)
  return { naam: 'WMO307', waarde: { Header, Client: { ...verkort(persoon), StopProducten: { StopProduct: [product] } } } }
}
