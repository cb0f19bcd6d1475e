/**
 * Een gespeelde partij: beoordeelt wat binnenkomt met dezelfde regels als Meedoen, op feiten in het geheugen, en onthoudt wat zij zelf
 * stuurde. Alles wat zij weet komt uit berichten; wie ze opnieuw laat lezen heeft dezelfde partij terug.
 */
import { invariant } from '#core/base/invariant.ts'
import { type GelezenBericht, leesBericht } from '#messages/codec.ts'
import { controleerEnLees } from '#messages/controleer.ts'
import { feitenUit, partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { maakRetour, type Retourbericht } from '#messages/iwmo-3-2/keten/retour.ts'
import { type Partijen, sleuteltekst } from '#messages/keten/feit.ts'
import { alsGelezen, ontvangGelezen } from '#messages/keten/ontvang.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import type { Partij } from '#messages/vorm.ts'
import { maakPaar, onthoud, type Paar, sleutelTekst } from './paar.ts'
import type { Weigering } from './scenario.ts'
import { getroffen, uitslagMet } from './weiger.ts'
import { kenmerk, toevalVan, trek } from './zaaien.ts'

/** Wanneer iets gebeurt: de zoveelste dag van de simulatie, en de datum die in berichten komt. */
export type Moment = { readonly dag: number; readonly vandaag: string }
/** Een bericht dat een partij zelf maakt. */
export type Gemaakt = Retourbericht

export type Speler = {
  readonly code: string
  /** Neemt een bericht aan en geeft wat er als antwoord uitgaat. */
  neem(bytes: Uint8Array, moment: Moment): Promise<Uint8Array[]>
  /** Wat deze partij op deze dag uit zichzelf stuurt. */
  begin(moment: Moment): Promise<Uint8Array[]>
}
export type Gespeeld = Speler & {
  /** Laat een eerder ontvangen of verstuurd bericht weer gelden, zonder iets te sturen. */
  herinner(bytes: Uint8Array): void
  /** Wat hij per tegenpartij weet. */
  paren(): readonly Paar[]
}

export type Rol = {
  readonly rol: Partij
  readonly code: string
  readonly zaad: number
  readonly weigert: readonly Weigering[]
  /** Tegenpartijen waar het verkeer uit zichzelf mee begint. */
  readonly bekenden: readonly string[]
  initiatief(paar: Paar, moment: Moment): Gemaakt[]
}

const alsTekst = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

export function maakPartij({ rol, code, zaad, weigert, bekenden, initiatief }: Rol): Gespeeld {
  const paren = new Map<string, Paar>()
  /** Wat er binnenkwam en wat wij erop zeiden: dezelfde bytes nog eens geven hetzelfde antwoord. */
  const gehoord = new Map<string, string>()
  const gezegd = new Map<string, Uint8Array>()

  const paarMet = (partijen: Partijen): Paar => {
    const sleutel = rol === 'gemeente' ? partijen.aanbieder : partijen.gemeente
    const paar = paren.get(sleutel) ?? maakPaar(partijen)
    paren.set(sleutel, paar)
    return paar
  }
  for (const ander of bekenden) paarMet(rol === 'gemeente' ? { gemeente: code, aanbieder: ander } : { gemeente: ander, aanbieder: code })

  const bewaar = (bericht: GelezenBericht, bytes: Uint8Array, dag: number, telt = true): void => {
    onthoud(paarMet(partijenVan(bericht)), rol, bericht, dag, telt)
    const over = feitenUit(bericht).oordeel?.over
    if (bericht.beschreven.bericht.van !== rol) gehoord.set(sleutelTekst(bericht), alsTekst(bytes))
    else if (over !== undefined) gezegd.set(sleuteltekst(over), bytes)
  }

  const stuur = (gemaakt: Gemaakt, dag: number): Uint8Array => {
    const xml = schrijfBericht(gemaakt.naam, gemaakt.waarde as never)
    invariant(xml.ok, `de simulator maakt geldige berichten: ${gemaakt.naam} ${xml.ok ? '' : JSON.stringify(xml.fout)}`)
    const bytes = new TextEncoder().encode(xml.value)
    bewaar(alsGelezen(gemaakt), bytes, dag)
    return bytes
  }

  async function neem(bytes: Uint8Array, { dag, vandaag }: Moment): Promise<Uint8Array[]> {
    const gelezen = controleerEnLees(bytes)
    const { bericht } = gelezen
    if (bericht === null || partijenVan(bericht)[rol] !== code) return []
    const sleutel = sleutelTekst(bericht)
    const eerder = gezegd.get(sleutel)
    if (gehoord.get(sleutel) === alsTekst(bytes)) return eerder === undefined ? [] : [eerder]
    const paar = paarMet(partijenVan(bericht))
    const isDubbel = paar.gezien.has(sleutel)
    const eigen = { identificatie: kenmerk('retour', code, sleutel, alsTekst(bytes)), dagtekening: vandaag }
    const om = { bron: paar.stand, wij: { rol, partij: code }, systeemdatum: vandaag, eigen }
    const ontvangst = await ontvangGelezen(gelezen, om)
    if (!isDubbel) bewaar(bericht, bytes, dag, 'feiten' in ontvangst && ontvangst.feiten.length > 0)
    if (ontvangst.soort !== 'beoordeeld') return []
    const retour = (isDubbel ? null : metOpzet(bericht, eigen)) ?? ontvangst.retour
    return retour === null ? [] : [stuur(retour, dag)]
  }

  /** Het retourbericht als het scenario dit bericht laat afkeuren. */
  function metOpzet(bericht: GelezenBericht, eigen: { identificatie: string; dagtekening: string }): Retourbericht | null {
    const sleutel = sleutelTekst(bericht)
    const geraakt = getroffen(weigert, bericht.naam, (plaats) => trek(zaad, 'weigert', code, sleutel, plaats))
    const uitslag = geraakt && uitslagMet(geraakt.code, bericht, toevalVan(zaad, 'waar', sleutel))
    return uitslag ? maakRetour(bericht, uitslag, eigen) : null
  }

  return {
    code,
    neem,
    begin: async (moment) => [...paren.values()].flatMap((paar) => initiatief(paar, moment)).map((g) => stuur(g, moment.dag)),
    paren: () => [...paren.values()],
    herinner: (bytes) => {
      const gelezen = leesBericht(bytes)
      if (gelezen.ok && partijenVan(gelezen.value)[rol] === code) bewaar(gelezen.value, bytes, 0)
    },
  }
}
