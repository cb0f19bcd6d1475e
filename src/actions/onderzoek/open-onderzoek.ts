/** Een onderzoek openen met de catalogus en de lezingen die bij de start golden. */
import { invariant } from '#core/base/invariant.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Handeling } from '#core/dossier/rechtentabel.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'
import { magZaakwerk, type Zaakwerk } from '#core/dossier/zaak.ts'
import { leesOnderzoek, leesZaakkop, type Onderzoekrij, vergrendelOnderzoek } from '#storage/onderzoeken.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import type { Werk } from '../handeling/handel.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'
import { zoekMetRecht } from './toegang.ts'

export const DOEL_ONDERZOEK = 'onderzoek Wmo 2.3.2'

export type OpenOnderzoek = { readonly rij: Onderzoekrij; readonly catalogus: Catalogus; readonly keuze: Keuze }

export async function openOnderzoek(w: Werk, id: string, handeling: Handeling): Promise<Result<OpenOnderzoek, Weigering>> {
  const gezocht = { naam: 'Dit onderzoek', soort: 'onderzoek', id }
  const gevonden = await zoekMetRecht(w, handeling, gezocht, () => leesOnderzoek(w.tx, w.actor.gemeente, id))
  if (!gevonden.ok) return gevonden
  const rij = gevonden.value
  const catalogus = await catalogusBijHash(w.tx, rij.catalogus_hash)
  invariant(catalogus, 'de catalogus van een onderzoek is bewaard')
  return ok({ rij, catalogus, keuze: rij.keuze as Keuze })
}

/**
 * Met slot, om te wijzigen. De stand van de zaak moet dit werk toelaten. In een afgerond onderzoek komt geen antwoord meer bij;
 * een indicatie erop vaststellen kan juist dan.
 */
export async function openOmTeWijzigen(
  w: Werk,
  id: string,
  handeling: Handeling,
  werk: Zaakwerk,
): Promise<Result<OpenOnderzoek, Weigering>> {
  // Het slot vraagt zelf al schrijfrecht: zonder dat recht is de rij er voor het slot niet. Daarom eerst lezen.
  const gezien = await openOnderzoek(w, id, handeling)
  if (!gezien.ok) return gezien
  const rij = await vergrendelOnderzoek(w.tx, w.actor.gemeente, id)
  invariant(rij, 'wie het onderzoek mag bijwerken, mag het ook vastzetten')
  if (rij.afgerond_op !== null && werk === 'antwoorden') return fout(afgerond)
  const zaak = await leesZaakkop(w.tx, w.actor.gemeente, rij.zaak)
  const kan = magZaakwerk(zaak?.stand as Zaakstand, werk)
  return kan.ok ? ok({ ...gezien.value, rij }) : fout<Weigering>({ soort: 'regel', ...kan.fout })
}

const afgerond: Weigering = {
  soort: 'regel',
  code: 'ONDERZOEK_AFGEROND',
  tekst: 'Dit onderzoek is afgerond; er kan niets meer bij.',
  watNu: 'Heropen het onderzoek, of begin een nieuw onderzoek.',
}

/** Wie nog werkt met een oudere versie, hoort wie er intussen was en wat er nu staat. */
export async function eisVersie<T>(
  rij: Onderzoekrij,
  versie: number,
  wie: () => Promise<string>,
  huidig: () => Promise<T>,
): Promise<Result<null, Weigering>> {
  if (rij.versie === versie) return ok(null)
  const naam = await wie()
  return weiger({
    soort: 'verouderd',
    code: 'ONDERZOEK_GEWIJZIGD',
    tekst: `${naam} wijzigde dit onderzoek terwijl u bezig was.`,
    watNu: 'Bekijk het verschil en kies per vraag wat u bewaart.',
    wie: naam,
    wanneer: rij.gewijzigd_op.toISOString(),
    huidig: await huidig(),
    versie: rij.versie,
  })
}
