/**
 * De Wlz gaat voor op de Wmo (A-IND-06, AMB-05). Wat een toegekende Wlz-indicatie of een advies op die grond betekent voor
 * het vaststellen, staat per product in de catalogus; hier wordt het toegepast op wat er in het dossier staat.
 */
import { type Datum, inWoorden, type Periode, plusDagen } from '#core/base/datum.ts'
import { type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Voorliggend } from '#core/catalogus/vorm.ts'
import { type Gebeurtenis, geldend } from '#core/dossier/gebeurtenis.ts'
import type { TeMotiveren } from '#core/indicatie/productkeuze.ts'

/** Wat er over de Wlz vastligt: het laatste besluit, of anders de dag van de aanvraag. */
export type Wlz = { readonly toegekend: Periode | null; readonly aangevraagdOp: Datum | null; readonly afgewezenOp: Datum | null }
export const geenWlz: Wlz = { toegekend: null, aangevraagdOp: null, afgewezenOp: null }

const wlzfeiten = (gebeurtenissen: readonly Gebeurtenis[]) => geldend(gebeurtenissen).filter(({ soort }) => soort === 'wlz_vastgelegd')
const stand = (g: Gebeurtenis) => g.gegevens.stand

/** Het laatste Wlz-besluit dat vastligt: toegekend of afgewezen. */
export const wlzBesluit = (gebeurtenissen: readonly Gebeurtenis[]): Gebeurtenis | undefined =>
  wlzfeiten(gebeurtenissen).findLast((g) => stand(g) !== 'aangevraagd')

/** Leest de stand van de Wlz uit alles wat bij een inwoner gebeurde. Zonder ingangsdatum telt de dag van het besluit. */
export function leesWlz(gebeurtenissen: readonly Gebeurtenis[]): Wlz {
  const besluit = wlzBesluit(gebeurtenissen)
  const aanvraag = wlzfeiten(gebeurtenissen).findLast((g) => stand(g) === 'aangevraagd')
  const { van, tot } = (besluit?.gegevens ?? {}) as { van?: Datum | null; tot?: Datum | null }
  return {
    toegekend: besluit && stand(besluit) === 'toegekend' ? { van: van ?? besluit.datum, ...(tot && { tot }) } : null,
    aangevraagdOp: aanvraag && (!besluit || aanvraag.datum > besluit.datum) ? aanvraag.datum : null,
    afgewezenOp: besluit && stand(besluit) === 'afgewezen' ? besluit.datum : null,
  }
}

const CODE = 'WLZ_VOORLIGGEND'

export type Voorliggendweigering = { readonly code: string; readonly eis: string; readonly tekst: string; readonly watNu: string }
export type Voorliggendoordeel = { readonly weigering: Voorliggendweigering | null; readonly teMotiveren: readonly TeMotiveren[] }
type Voorstel = { readonly product: string; readonly periode: Periode; readonly grond: string | null }

/**
 * Of dit product in deze periode vastgesteld kan worden naast de Wlz. Een toegekende Wlz-indicatie met een dag in de
 * periode weigert of vraagt een motivering; een advies op een Wlz-grond kan alleen als overbrugging tot het besluit.
 */
export function toetsVoorliggend(catalogus: CatalogusInhoud, keuze: Keuze, wlz: Wlz, voorstel: Voorstel): Voorliggendoordeel {
  const oordelen = (catalogus.voorliggend ?? [])
    .filter(({ producten }) => producten.includes(voorstel.product))
    .map((regel) => toets(regel, String(leesInstelling(catalogus, keuze, regel.uitkomst.instelling)), wlz, voorstel))
  return {
    weigering: oordelen.find((o) => o.weigering)?.weigering ?? null,
    teMotiveren: oordelen.flatMap((o) => o.teMotiveren),
  }
}

const NIETS: Voorliggendoordeel = { weigering: null, teMotiveren: [] }

function toets(regel: Voorliggend, waarde: string, wlz: Wlz, { periode, grond }: Voorstel): Voorliggendoordeel {
  const hard = regel.blokkeert.includes(waarde)
  if (!hard && !regel.waarschuwt.includes(waarde)) return NIETS
  const { toegekend } = wlz
  if (toegekend && raakt(toegekend, periode))
    return hard ? { ...NIETS, weigering: weigeren(regel, toegekend, periode) } : motiveer(regel, bekend(regel, toegekend))
  // Na een afwijzing gaat de Wlz niet meer voor, tenzij zij opnieuw is aangevraagd; zonder besluit is overbrugging de enige weg.
  const afgewezen = wlz.afgewezenOp !== null && wlz.aangevraagdOp === null
  if (hard && grond !== null && regel.gronden.includes(grond) && !afgewezen) return motiveer(regel, overbrug(regel, wlz))
  return NIETS
}

/** Of twee perioden een dag gemeen hebben. */
export const raakt = (a: Periode, b: Periode): boolean => (a.tot === undefined || a.tot >= b.van) && (b.tot === undefined || b.tot >= a.van)
const bekend = ({ tekst }: Voorliggend, { van }: Periode): string => `De inwoner heeft een Wlz-indicatie vanaf ${inWoorden(van)}. ${tekst}`

function weigeren(regel: Voorliggend, toegekend: Periode, { van }: Periode): Voorliggendweigering {
  const laatste = plusDagen(toegekend.van, -1)
  const eerste = toegekend.tot && plusDagen(toegekend.tot, 1)
  return {
    code: CODE,
    eis: regel.eis,
    tekst: bekend(regel, toegekend),
    watNu:
      van <= laatste
        ? `Laat de indicatie uiterlijk op ${inWoorden(laatste)} eindigen.`
        : eerste
          ? `Begin op ${inWoorden(eerste)} of later, na de Wlz-indicatie.`
          : 'Help de inwoner de hulp uit de Wlz te regelen. Klopt het Wlz-besluit niet, verbeter het dan bij de zaak.',
  }
}

const overbrug = ({ tekst }: Voorliggend, { aangevraagdOp }: Wlz): string =>
  `${tekst} Vaststellen kan alleen als overbrugging tot het Wlz-besluit. ${
    aangevraagdOp
      ? `De Wlz is aangevraagd op ${inWoorden(aangevraagdOp)}; schrijf waarom begeleiding nu nodig is.`
      : 'Schrijf waarom begeleiding nu nodig is, en wanneer de Wlz wordt aangevraagd of waarom dat nog niet is gebeurd.'
  }`

const motiveer = (regel: Voorliggend, tekst: string): Voorliggendoordeel => ({
  weigering: null,
  teMotiveren: [{ sleutel: `voorliggend:${CODE}:${regel.eis}`, bron: 'voorliggend', code: CODE, eis: [regel.eis], plaats: null, tekst }],
})
