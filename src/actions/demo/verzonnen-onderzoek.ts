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
  const alle = Object.entries(f.voorbeeld.geval.antwoorden)
  const gegeven = f.klaar ? alle : alle.slice(0, Math.floor(alle.length * (0.3 + 0.6 * toeval())))
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
    versie: gegeven.length > 0 ? 2 : 1,
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
  for (const [plaats, [vraag, waarde]] of gegeven.entries()) {
    zet('antwoord', {
      id: nieuweId(new Date(tienUur(bezoekdag))),
      onderzoek: id,
      inwoner: f.inwoner,
      volgnummer: plaats + 1,
      versie: 2,
      soort: 'antwoord',
      vraag,
      waarde,
      toelichting: null,
      bron: 'gesprek met de inwoner',
      datum: bezoekdag,
      bezoek,
      vervangt: null,
      gegeven_op: tienUur(bezoekdag),
      gegeven_door: f.behandelaar,
    })
  }
  const overschreven = f.klaar ? Object.entries(f.voorbeeld.geval.overschrijvingen ?? {}) : []
  for (const [plaats, [vraag, { waarde, motivering }]] of overschreven.entries()) {
    zet('antwoord', {
      id: nieuweId(new Date(tienUur(bezoekdag))),
      onderzoek: id,
      inwoner: f.inwoner,
      volgnummer: gegeven.length + plaats + 1,
      versie: 2,
      soort: 'overschrijving',
      vraag,
      waarde,
      toelichting: motivering,
      bron: null,
      datum: bezoekdag,
      bezoek,
      vervangt: null,
      gegeven_op: tienUur(bezoekdag),
      gegeven_door: f.behandelaar,
    })
  }
  return id
}

type Adviesfeiten = { inwoner: string; onderzoek: string; voorbeeld: Voorbeeld; dag: Datum; behandelaar: string }

export function zetAdvies(zet: Zet, o: Omstandigheden, f: Adviesfeiten): string {
  const id = nieuweId(new Date(tienUur(f.dag)))
  zet('advies', {
    id,
    onderzoek: f.onderzoek,
    inwoner: f.inwoner,
    onderzoek_versie: 2,
    engine: o.engine,
    catalogus_hash: o.catalogus.hash,
    keuzes_hash: keuzeHash(o.keuze),
    geval: f.voorbeeld.geval,
    resultaat: f.voorbeeld.resultaat,
    gegeven_op: tienUur(f.dag),
    gegeven_door: f.behandelaar,
  })
  return id
}
