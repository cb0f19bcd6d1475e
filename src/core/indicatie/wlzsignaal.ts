/**
 * Wat de Wlz betekent voor hulp die al loopt (A-IND-06, AMB-05). Niets stopt vanzelf: een consulent krijgt een signaal zolang hulp
 * doorloopt naast een Wlz-indicatie die later bekend werd, en als een overbrugging lang op een Wlz-besluit wacht.
 */
import { type Datum, dagnummer, inWoorden, type Periode, plusDagen } from '#core/base/datum.ts'
import { type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Voorliggend } from '#core/catalogus/vorm.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { leesOfNull } from '#core/indicatie/omvangmelding.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import { leesWlz, raakt, wlzBesluit } from '#core/indicatie/voorliggend.ts'

export type Wlzsignaal = {
  readonly soort: 'naast_wlz' | 'overbrugging_wacht'
  readonly indicatie: string
  readonly eis: string
  /** Sinds wanneer dit speelt. */
  readonly sinds: Datum
  readonly tekst: string
  readonly watNu: string
}
/** Hulp van een inwoner die nog loopt of nog komt. */
export type LopendeHulp = {
  readonly id: string
  readonly product: string
  readonly periode: Periode
  /** Vastgesteld met een motivering waarom het naast of voor de Wlz kan. */
  readonly gemotiveerd: boolean
}

const HERINNER = 'wlzOverbruggingHerinnerenNaWeken'
/** Voor een catalogus zonder eigen instelling. */
export const HERINNER_NA_WEKEN = 12

export function wlzsignalen(
  catalogus: Catalogus,
  keuze: Keuze,
  feiten: readonly Gebeurtenis[],
  hulp: readonly LopendeHulp[],
  vandaag: Datum,
): Wlzsignaal[] {
  return hulp.flatMap((h) => {
    const regel = regelVoor(catalogus, keuze, h.product)
    if (!regel || (h.periode.tot !== undefined && h.periode.tot < vandaag)) return []
    return naastWlz(catalogus, regel, feiten, h) ?? overbruggingWacht(catalogus, keuze, regel, feiten, h, vandaag) ?? []
  })
}

const regelVoor = (catalogus: Catalogus, keuze: Keuze, product: string): Voorliggend | undefined =>
  (catalogus.voorliggend ?? []).find(
    (r) =>
      r.producten.includes(product) &&
      [...r.blokkeert, ...r.waarschuwt].includes(String(leesInstelling(catalogus, keuze, r.uitkomst.instelling))),
  )

/** Wie na het besluit vaststelde, is toen al gewaarschuwd: ids staan op volgorde van vastleggen. */
function naastWlz(c: Catalogus, regel: Voorliggend, feiten: readonly Gebeurtenis[], h: LopendeHulp): Wlzsignaal | null {
  const { toegekend } = leesWlz(feiten)
  const besluit = wlzBesluit(feiten)
  if (!toegekend || !besluit || besluit.id < h.id || !raakt(toegekend, h.periode)) return null
  const sinds = toegekend.van > h.periode.van ? toegekend.van : h.periode.van
  return {
    soort: 'naast_wlz',
    indicatie: h.id,
    eis: regel.eis,
    sinds,
    tekst: `${productnaam(c, h.product)} loopt door naast de Wlz-indicatie vanaf ${inWoorden(toegekend.van)}. ${regel.tekst}`,
    watNu:
      'Spreek met de inwoner en de aanbieder af wanneer de hulp overgaat, en leg dat einde vast bij de indicatie. Niets stopt vanzelf.',
  }
}

function overbruggingWacht(
  c: Catalogus,
  keuze: Keuze,
  regel: Voorliggend,
  feiten: readonly Gebeurtenis[],
  h: LopendeHulp,
  vandaag: Datum,
): Wlzsignaal | null {
  const { toegekend, aangevraagdOp, afgewezenOp } = leesWlz(feiten)
  if (!h.gemotiveerd || toegekend || (afgewezenOp && !aangevraagdOp)) return null
  const sinds = plusDagen(h.periode.van, herinnerNaWeken(c, keuze) * 7)
  if (vandaag < sinds) return null
  const weken = Math.floor((dagnummer(vandaag) - dagnummer(h.periode.van)) / 7)
  return {
    soort: 'overbrugging_wacht',
    indicatie: h.id,
    eis: regel.eis,
    sinds,
    tekst: `${productnaam(c, h.product)} overbrugt nu ${weken} weken tot het Wlz-besluit. ${
      aangevraagdOp ? `De Wlz is aangevraagd op ${inWoorden(aangevraagdOp)}.` : 'Er is nog geen Wlz-aanvraag vastgelegd.'
    }`,
    watNu:
      'Vraag hoe het met de Wlz-aanvraag staat, en leg de aanvraag of het besluit vast bij de zaak. De overbrugging eindigt met het besluit, niet met deze herinnering.',
  }
}

function herinnerNaWeken(catalogus: Catalogus, keuze: Keuze): number {
  const waarde = leesOfNull(catalogus, keuze, HERINNER)
  return typeof waarde === 'number' ? waarde : HERINNER_NA_WEKEN
}
