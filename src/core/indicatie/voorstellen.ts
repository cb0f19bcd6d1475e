/** De twee uitwegen bij een conflict: de ene later laten beginnen, of de andere eerder laten stoppen. */
import { bestaatDag, type Datum, dagnummer, inWoorden, LAATSTE_DATUM, plusDagen, vanDagnummer } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Indicatie } from './indicatie.ts'
import { productnaam, type Stapelingsbotsing } from './stapeling.ts'

/** Wat iemand kan doen; `indicatie` is de indicatie die verandert, `wordt` hoe zij er dan uitziet. */
export type Voorstel = {
  readonly soort: 'later_beginnen' | 'eerder_stoppen'
  readonly indicatie: Indicatie
  readonly wordt: Indicatie
  readonly datum: Datum
  /** Opschrift van de knop. */
  readonly tekst: string
}

/** Bij een waarschuwing is er niets te verplaatsen; dan is de lijst leeg. */
export function voorstellen(catalogus: Catalogus, botsing: Stapelingsbotsing): Voorstel[] {
  if (botsing.soort === 'waarschuwing') return []
  return [laterBeginnen(botsing), eerderStoppen(catalogus, botsing)].filter((voorstel) => voorstel !== null)
}

function laterBeginnen({ schuift, eersteMogelijkeDatum: datum }: Stapelingsbotsing): Voorstel | null {
  if (datum === null) return null
  return { soort: 'later_beginnen', indicatie: schuift, wordt: verschuif(schuift, datum), datum, tekst: `Begin op ${inWoorden(datum)}` }
}

/** Het einde blijft staan zolang de nieuwe begindag er niet na ligt; daarna houdt de indicatie haar lengte. */
export function verschuif(indicatie: Indicatie, naar: Datum): Indicatie {
  if (indicatie.tot === undefined || naar <= indicatie.tot) return { ...indicatie, van: naar }
  const einde = dagnummer(naar) + dagnummer(indicatie.tot) - dagnummer(indicatie.van)
  return { ...indicatie, van: naar, tot: bestaatDag(einde) ? vanDagnummer(einde) : LAATSTE_DATUM }
}

/** Wat eerder begon stopt op de dag voordat het andere begint; begonnen zij samen, dan kan dat niet. */
function eerderStoppen(catalogus: Catalogus, { indicaties }: Stapelingsbotsing): Voorstel | null {
  const [eerder, later] = indicaties
  if (indicaties.length !== 2 || !eerder || !later || eerder.van >= later.van) return null
  const datum = plusDagen(later.van, -1)
  const tekst = `Stop ${productnaam(catalogus, eerder.product)} op ${inWoorden(datum)}`
  return { soort: 'eerder_stoppen', indicatie: eerder, wordt: { ...eerder, tot: datum }, datum, tekst }
}
