/** Een vastgelegd bezoek krijgt een nieuwe rij, op de versie die men zag. Wat er stond blijft te lezen. */
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import { type Bezoek, bewaarBezoek, leesBezoeken, leesBezoekplek } from '#storage/bezoeken.ts'
import { leesMedewerkernamen } from '#storage/namen.ts'
import { verouderd } from '../dossier/verouderd.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { type Bezoekbeeld, toonBezoek } from './onderzoeksbeeld.ts'
import { DOEL_ONDERZOEK, openOmTeWijzigen } from './open-onderzoek.ts'
import { zoekMetRecht } from './toegang.ts'

export type Bezoekversie = { readonly bezoek: string; readonly versie: number }
type Inhoud = Pick<Bezoek, 'datum' | 'soort' | 'aanwezig' | 'verslag' | 'ingetrokken'>

/** `maak` zegt wat de nieuwe rij wordt, gezien wat er nu staat. */
export function wijzigBezoek(
  dienst: Dienst,
  aanroep: Aanroep,
  vraag: Bezoekversie,
  maak: (oud: Bezoek) => Result<Inhoud, Weigering>,
): Promise<Result<Bezoekbeeld, Weigering>> {
  return handel<Bezoekbeeld>(dienst, aanroep, async (w) => {
    const { tx, actor, nu } = w
    const gezocht = { naam: 'Dit bezoek', soort: 'bezoek', id: vraag.bezoek }
    const plek = await zoekMetRecht(w, 'onderzoek_schrijven', gezocht, () => leesBezoekplek(tx, actor.gemeente, vraag.bezoek))
    if (!plek.ok) return plek
    // Het slot op het onderzoek laat wijzigingen op elkaar wachten.
    const open = await openOmTeWijzigen(w, plek.value.onderzoek, 'onderzoek_schrijven', 'antwoorden')
    if (!open.ok) return open
    const { rij } = open.value
    const oud = await leesNu(w, rij.id, vraag.bezoek)
    if (oud.versie !== vraag.versie)
      return verouderd(w, 'Dit bezoek', { door: oud.gemaakt_door, op: oud.gemaakt_op, versie: oud.versie, huidig: await toon(w, oud) })
    const inhoud = maak(oud)
    if (!inhoud.ok) return inhoud
    await bewaarBezoek(tx, {
      gemeente: actor.gemeente,
      id: w.nieuweId(),
      onderzoek: rij.id,
      inwoner: rij.inwoner,
      ...inhoud.value,
      gemaakt_op: nu,
      gemaakt_door: actor.medewerker,
      vervangt: vraag.bezoek,
      versie: oud.versie + 1,
    })
    w.noteer({
      soort: 'wijzigen',
      objecten: [{ soort: 'bezoek', id: vraag.bezoek, versie: oud.versie + 1 }],
      inwoner: rij.inwoner,
      zaak: rij.zaak,
      doel: inhoud.value.ingetrokken === null ? DOEL_ONDERZOEK : `${DOEL_ONDERZOEK}: bezoek intrekken`,
    })
    return ok(await toon(w, await leesNu(w, rij.id, vraag.bezoek)))
  })
}

async function leesNu({ tx, actor }: Werk, onderzoek: string, id: string): Promise<Bezoek> {
  const bezoek = (await leesBezoeken(tx, actor.gemeente, onderzoek)).find((b) => b.id === id)
  invariant(bezoek, 'een gevonden bezoek staat bij zijn onderzoek')
  return bezoek
}

async function toon({ tx }: Werk, bezoek: Bezoek): Promise<Bezoekbeeld> {
  const makers = [bezoek, ...bezoek.eerdere].map((b) => b.gemaakt_door)
  return toonBezoek(bezoek, await leesMedewerkernamen(tx, makers))
}
