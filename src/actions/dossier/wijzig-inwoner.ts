/** Gegevens van een inwoner wijzigen, op de versie die iemand voor zich had. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { type Inwonerwijziging, leesInwonerwijziging } from '#core/dossier/inwoner.ts'
import { zoeknaam } from '#core/dossier/zoeknaam.ts'
import { type Inwonerrij, leesInwoner, vervangBsn, wijzigGegevens, wijzigInwoner as wijzigRij, wisBsn } from '#storage/inwoners.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietBevoegd, ongeldig, type Weigering } from '../handeling/weigering.ts'
import { bsnAlBekend, nogEensBijBotsing } from './bsn-botsing.ts'
import { inhoudhash } from './inhoudhash.ts'
import { type Inwonerbeeld, toonInwoner } from './inwonerbeeld.ts'
import { type OpenInwoner, openInwoner } from './lees-inwoner.ts'
import { inwonerNietGevonden, kijkerVan, maakToegang, type Toegang } from './toegang.ts'
import { verouderd } from './verouderd.ts'

export const wijzigInwoner = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number,
  ruw: unknown,
): Promise<Result<Inwonerbeeld, Weigering>> =>
  nogEensBijBotsing(() =>
    handel(dienst, aanroep, async (w) => {
      const nu = await openOmTeWijzigen(w, id, versie)
      if (!nu.ok) return nu
      const { rij, toegang } = nu.value
      const gelezen = leesInwonerwijziging(ruw, vastgelegd(rij), dienst.vandaag())
      if (!gelezen.ok) return ongeldig(gelezen.fout)
      const geheim = eisGeheim(rij, toegang, gelezen.value)
      if (!geheim.ok) return geheim
      const bewaard = await bewaar(w, rij, gelezen.value)
      if (!bewaard.ok) return bewaard
      const na = await openInwoner(w, id)
      if (!na.ok) return na
      w.noteer({
        soort: 'wijzigen',
        inwoner: id,
        objecten: [{ soort: 'inwoner', id, versie: na.value.rij.versie }],
        doel: `gegevens wijzigen: ${Object.keys(gelezen.value).join(', ') || 'niets'}`,
        hashVoor: rijhash(rij),
        hashNa: rijhash(na.value.rij),
      })
      return ok(toonInwoner(na.value.rij, na.value.toegang))
    }),
  )

async function openOmTeWijzigen(w: Werk, id: string, versie: number): Promise<Result<OpenInwoner, Weigering>> {
  const open = await openInwoner(w, id, 'inwoner_wijzigen')
  if (!open.ok) return open
  const { rij, toegang } = open.value
  return rij.versie === versie ? open : conflict(w, rij, toegang)
}

/** Wat er van deze inwoner staat, wie er ook kijkt: zo is de hash na de ene wijziging die vóór de volgende. */
const rijhash = (r: Inwonerrij): string =>
  inhoudhash([
    [r.id, r.versie, r.team, r.heeft_bsn, r.geen_bsn_reden, r.geheim_adres, r.overleden_op],
    [r.achternaam, r.voorvoegsel, r.voornamen, r.voorletters, r.geboortedatum, r.woonplaats],
    r.contact,
  ])

const conflict = (w: Werk, rij: Inwonerrij, toegang: Toegang) =>
  verouderd(w, 'Deze inwoner', { door: rij.gewijzigd_door, op: rij.gewijzigd_op, versie: rij.versie, huidig: toonInwoner(rij, toegang) })

const vastgelegd = (rij: Inwonerrij) => ({
  geboortedatum: rij.geboortedatum as Datum | null,
  overledenOp: rij.overleden_op as Datum | null,
  heeftBsn: rij.heeft_bsn,
})

/** Wie een geheim adres niet ziet, wijzigt het ook niet, en beslist niet of het geheim is. */
function eisGeheim(rij: Inwonerrij, toegang: Toegang, nieuw: Inwonerwijziging): Result<null, Weigering> {
  const raakt = nieuw.geheimAdres !== undefined && nieuw.geheimAdres !== rij.geheim_adres
  const contact = ['adres', 'telefoon', 'email', 'contactvoorkeur', 'geslacht', 'vertegenwoordiger'].some((v) => Object.hasOwn(nieuw, v))
  if ((!raakt && !(rij.geheim_adres && contact)) || toegang.mag('geheim_adres_lezen').ok) return ok(null)
  return nietBevoegd(
    'U kunt dit niet wijzigen: bij een geheim adres doet het team dat de inwoner helpt dat.',
    'Vraag het team van deze inwoner.',
    { inwoner: toegang.inwoner, objecten: [{ soort: 'inwoner', id: toegang.inwoner }] },
  )
}

async function bewaar(w: Werk, rij: Inwonerrij, n: Inwonerwijziging): Promise<Result<null, Weigering>> {
  const { gemeente, medewerker } = w.actor
  const plek = { gemeente, inwoner: rij.id }
  const bezet = n.bsn ? await bsnAlBekend(w, n.bsn, rij.id) : undefined
  if (bezet) return bezet
  const gelukt = await wijzigRij(w.tx, plek, rij.versie, {
    ...n.naam,
    ...(n.naam && { zoeknaam: zoeknaam(n.naam) }),
    ...(n.geboortedatum !== undefined && { geboortedatum: n.geboortedatum }),
    ...(n.woonplaats !== undefined && { woonplaats: n.woonplaats }),
    ...(n.geheimAdres !== undefined && { geheim_adres: n.geheimAdres }),
    ...(n.overledenOp !== undefined && { overleden_op: n.overledenOp }),
    ...(n.bsn !== undefined && { bsn_index: n.bsn && w.dienst.kluis.index(n.bsn, gemeente) }),
    ...(n.geenBsnReden !== undefined && { geen_bsn_reden: n.geenBsnReden }),
    gewijzigd_op: w.nu,
    gewijzigd_door: medewerker,
  })
  if (!gelukt) return meldConflict(w, rij.id)
  await wijzigGegevens(w.tx, plek, {
    ...(n.adres !== undefined && (n.adres ?? { straat: null, huisnummer: null, toevoeging: null, postcode: null })),
    ...(n.telefoon !== undefined && { telefoon: n.telefoon }),
    ...(n.email !== undefined && { email: n.email }),
    ...(n.contactvoorkeur !== undefined && { contactvoorkeur: n.contactvoorkeur }),
    ...(n.geslacht !== undefined && { geslacht: n.geslacht }),
    ...(n.vertegenwoordiger !== undefined && { vertegenwoordiger: n.vertegenwoordiger }),
    ...(n.geheimAdres !== undefined && { geheim_adres: n.geheimAdres }),
  })
  if (n.bsn) await vervangBsn(w.tx, { ...plek, ...w.dienst.kluis.versleutel(n.bsn, plek) })
  else if (n.bsn === null) await wisBsn(w.tx, plek)
  return ok(null)
}

/** Een ander schreef tussen lezen en schrijven: opnieuw kijken wat er nu staat. */
async function meldConflict(w: Werk, id: string): Promise<Result<null, Weigering>> {
  const rij = await leesInwoner(w.tx, kijkerVan(w), id)
  return rij ? conflict(w, rij, maakToegang(w, id, rij)) : inwonerNietGevonden(id)
}
