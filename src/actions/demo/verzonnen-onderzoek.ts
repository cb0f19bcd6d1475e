/** Het onderzoek van een verzonnen zaak: een bezoek, antwoorden, en het advies waarop is besloten. */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { keuzeHash } from '#core/catalogus/laden/keuzes.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Omstandigheden, tienUur, type Zet } from './verzonnen-rij.ts'
import type { Voorbeeld } from './voorbeelden.ts'

type Onderzoekfeiten = { inwoner: string; zaak: string; ontvangenOp: Datum; behandelaar: string; voorbeeld: Voorbeeld; klaar: boolean }

/** Een afgerond onderzoek heeft alle antwoorden; een lopend een deel ervan, over een of twee bezoeken. */
export function zetOnderzoek(zet: Zet, o: Omstandigheden, f: Onderzoekfeiten, toeval: () => number): string {
  const dag = plusDagen(f.ontvangenOp, 3)
  const id = nieuweId(new Date(tienUur(dag)))
  const { antwoorden, overschrijvingen = {} } = f.voorbeeld.geval
  const alle = Object.keys(antwoorden).length
  const gegeven = f.klaar ? alle + Object.keys(overschrijvingen).length : Math.floor(alle * (0.3 + 0.6 * toeval()))
  const bezoekdag = plusDagen(f.ontvangenOp, 5) < o.vandaag ? plusDagen(f.ontvangenOp, 5) : o.vandaag
  const bezoek = nieuweId(new Date(tienUur(bezoekdag)))
  zet('onderzoek', {
    id,
    zaak: f.zaak,
    inwoner: f.inwoner,
    catalogus: o.catalogus.catalogus.id,
    catalogus_versie: o.catalogus.catalogus.versie,
    catalogus_hash: o.catalogus.hash,
    keuze: o.keuze,
    gestart_op: tienUur(dag),
    gestart_door: f.behandelaar,
    afgerond_op: f.klaar ? tienUur(plusDagen(f.ontvangenOp, 44)) : null,
    versie: gegeven > 0 ? 2 : 1,
    gewijzigd_op: tienUur(bezoekdag),
    gewijzigd_door: f.behandelaar,
  })
  zet('bezoek', {
    id: bezoek,
    onderzoek: id,
    inwoner: f.inwoner,
    datum: bezoekdag,
    soort: 'huisbezoek',
    aanwezig: 'de inwoner',
    verslag: f.voorbeeld.situatie,
    gemaakt_op: tienUur(bezoekdag),
    gemaakt_door: f.behandelaar,
  })
  const ids = Array.from({ length: gegeven }, () => nieuweId(new Date(tienUur(bezoekdag))))
  zet('antwoordreeks', {
    onderzoek: id,
    inwoner: f.inwoner,
    bezoek,
    voorbeeld: f.voorbeeld.nummer,
    ids: `{${ids.join(',')}}`,
    versie: 2,
    datum: bezoekdag,
    gegeven_op: tienUur(bezoekdag),
    gegeven_door: f.behandelaar,
  })
  return id
}

type Adviesfeiten = { inwoner: string; onderzoek: string; voorbeeld: Voorbeeld; dag: Datum; behandelaar: string }

export function zetAdvies(zet: Zet, o: Omstandigheden, f: Adviesfeiten): string {
  const id = nieuweId(new Date(tienUur(f.dag)))
  zet('adviesrij', {
    id,
    onderzoek: f.onderzoek,
    inwoner: f.inwoner,
    onderzoek_versie: 2,
    engine: o.engine,
    catalogus_hash: o.catalogus.hash,
    keuzes_hash: keuzeHash(o.keuze),
    voorbeeld: f.voorbeeld.nummer,
    gegeven_op: tienUur(f.dag),
    gegeven_door: f.behandelaar,
  })
  return id
}

/** De antwoorden en het advies van elk voorbeeld, één keer; een dossier noemt zijn voorbeeld. */
export function zetVoorbeelden(zet: Zet, voorbeelden: readonly Voorbeeld[]): void {
  for (const { nummer: voorbeeld, geval, resultaat } of voorbeelden) {
    zet('voorbeeld', { voorbeeld, geval, resultaat })
    const { antwoorden, overschrijvingen = {} } = geval
    const gegeven = [
      ...Object.entries(antwoorden).map(([vraag, waarde]) => ({ ...gewoon, vraag, waarde: JSON.stringify(waarde) })),
      ...Object.entries(overschrijvingen).map(([vraag, { waarde, motivering }]) => ({
        ...overschreven,
        vraag,
        waarde: JSON.stringify(waarde),
        toelichting: motivering,
      })),
    ]
    for (const [plaats, rij] of gegeven.entries()) zet('voorbeeldantwoord', { ...rij, voorbeeld, volgnummer: plaats + 1 })
  }
}

const gewoon = { soort: 'antwoord', toelichting: null, bron: 'gesprek met de inwoner' }
const overschreven = { soort: 'overschrijving', bron: null }
