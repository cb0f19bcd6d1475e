/** Een onderzoek zoals een scherm of een ander programma het leest: alles wat nu geldt, met namen bij verwijzingen. */
import type { Datum } from '#core/base/datum.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'
import { toonNaam } from '#core/dossier/naam.ts'
import { magZaakwerk } from '#core/dossier/zaak.ts'
import { leesWlz, type Wlz } from '#core/indicatie/voorliggend.ts'
import { leesAntwoordrijen } from '#storage/antwoorden.ts'
import { type Bezoek, type Bezoekrij, leesBezoeken } from '#storage/bezoeken.ts'
import { leesVanInwoner } from '#storage/gebeurtenissen.ts'
import { leesInwonerkop, leesMedewerkernamen } from '#storage/namen.ts'
import { leesZaakkop } from '#storage/onderzoeken.ts'
import type { Werk } from '../handeling/handel.ts'
import { type Antwoordbeeld, geldendeAntwoorden, toonAntwoord } from './antwoord.ts'
import { type Indicatiebeeld, indicatiesVan } from './indicatiebeeld.ts'
import type { OpenOnderzoek } from './open-onderzoek.ts'
import { eisToegang } from '../dossier/toegang.ts'

export type Wie = { readonly id: string; readonly naam: string }
export type Bezoekversie = {
  readonly versie: number
  readonly datum: string
  readonly soort: string
  readonly aanwezig: string | null
  readonly verslag: string | null
  /** Waarom het bezoek is ingetrokken; null: het geldt. */
  readonly ingetrokken: string | null
  readonly gemaaktDoor: Wie
  readonly gemaaktOp: string
}
/** Wat nu geldt; `eerdere` is wat er stond voordat het verbeterd werd. */
export type Bezoekbeeld = Bezoekversie & { readonly id: string; readonly eerdere: readonly Bezoekversie[] }
export type Inwonerbeeld = Wie & {
  readonly geboortedatum: string | null
  readonly woonplaats: string | null
  readonly overledenOp: string | null
}
export type Onderzoeksbeeld = {
  readonly id: string
  readonly versie: number
  readonly inwoner: Inwonerbeeld
  readonly zaak: {
    readonly id: string
    readonly nummer: string
    readonly hulpvraag: string | null
    readonly onderzoekUiterlijk: string
  } | null
  readonly catalogus: { readonly id: string; readonly versie: string; readonly naam: string; readonly hash: string }
  readonly keuze: Json
  readonly gestartOp: string
  readonly gestartDoor: Wie
  readonly afgerondOp: string | null
  readonly gewijzigdOp: string
  readonly gewijzigdDoor: Wie
  /** Of deze medewerker nu antwoorden mag geven; zo niet, waarom niet. */
  readonly magWijzigen: boolean
  readonly waaromNiet: string | null
  readonly bezoeken: readonly Bezoekbeeld[]
  /** Per vraag wat nu geldt. */
  readonly antwoorden: readonly Antwoordbeeld[]
  /** Alles wat bij deze inwoner loopt, gepland is of was; ook uit andere onderzoeken. */
  readonly indicaties: readonly Indicatiebeeld[]
  /** Wat er over de Wlz vastligt; die gaat voor bij het vaststellen (A-IND-06). */
  readonly wlz: Wlz
}

export const toonBezoek = (b: Bezoek, namen: ReadonlyMap<string, string>): Bezoekbeeld => ({
  id: b.id,
  ...toonBezoekversie(b, namen),
  eerdere: b.eerdere.map((e) => toonBezoekversie(e, namen)),
})

const toonBezoekversie = (b: Bezoekrij, namen: ReadonlyMap<string, string>): Bezoekversie => ({
  versie: b.versie,
  datum: b.datum,
  soort: b.soort,
  aanwezig: b.aanwezig,
  verslag: b.verslag,
  ingetrokken: b.ingetrokken,
  gemaaktDoor: wie(namen, b.gemaakt_door),
  gemaaktOp: b.gemaakt_op.toISOString(),
})

export const wie = (namen: ReadonlyMap<string, string>, id: string): Wie => ({ id, naam: namen.get(id) ?? 'Onbekend' })

export async function leesInwonerbeeld({ tx, actor }: Werk, id: string): Promise<Inwonerbeeld> {
  const rij = await leesInwonerkop(tx, actor.gemeente, id)
  if (!rij) return { id, naam: 'Onbekend', geboortedatum: null, woonplaats: null, overledenOp: null }
  return { id, naam: toonNaam(rij), geboortedatum: rij.geboortedatum, woonplaats: rij.woonplaats, overledenOp: rij.overleden_op }
}

/** Null: het mag. De zin is voor op het scherm. */
async function waaromNietWijzigen(w: Werk, rij: OpenOnderzoek['rij'], stand: string | undefined): Promise<string | null> {
  const recht = await eisToegang(w, rij.inwoner, 'onderzoek_schrijven')
  if (!recht.ok) return recht.fout.tekst
  if (rij.afgerond_op !== null) return 'Dit onderzoek is afgerond.'
  const kan = magZaakwerk(stand as Zaakstand, 'antwoorden')
  return kan.ok ? null : `${kan.fout.tekst} ${kan.fout.watNu}`
}

export async function toonOnderzoek(w: Werk, { rij, catalogus }: OpenOnderzoek): Promise<Onderzoeksbeeld> {
  const { tx, actor } = w
  const { gemeente } = actor
  const antwoorden = geldendeAntwoorden(await leesAntwoordrijen(tx, gemeente, rij.id))
  const bezoeken = await leesBezoeken(tx, gemeente, rij.id)
  const zaak = await leesZaakkop(tx, gemeente, rij.zaak)
  const waaromNiet = await waaromNietWijzigen(w, rij, zaak?.stand)
  const namen = await leesMedewerkernamen(tx, [
    rij.gestart_door,
    rij.gewijzigd_door,
    ...antwoorden.map((a) => a.gegeven_door),
    ...bezoeken.flatMap((b) => [b, ...b.eerdere].map((v) => v.gemaakt_door)),
  ])
  return {
    id: rij.id,
    versie: rij.versie,
    inwoner: await leesInwonerbeeld(w, rij.inwoner),
    zaak: zaak ? { id: zaak.id, nummer: zaak.nummer, hulpvraag: zaak.hulpvraag, onderzoekUiterlijk: zaak.onderzoek_uiterlijk } : null,
    catalogus: { id: rij.catalogus, versie: rij.catalogus_versie, naam: catalogus.catalogus.naam, hash: rij.catalogus_hash },
    keuze: rij.keuze,
    gestartOp: rij.gestart_op.toISOString(),
    gestartDoor: wie(namen, rij.gestart_door),
    afgerondOp: rij.afgerond_op?.toISOString() ?? null,
    gewijzigdOp: rij.gewijzigd_op.toISOString(),
    gewijzigdDoor: wie(namen, rij.gewijzigd_door),
    magWijzigen: waaromNiet === null,
    waaromNiet,
    bezoeken: bezoeken.map((b) => toonBezoek(b, namen)),
    antwoorden: antwoorden.map((a) => toonAntwoord(a, namen)),
    indicaties: await indicatiesVan(w, rij.inwoner, w.dienst.vandaag() as Datum),
    wlz: leesWlz(await leesVanInwoner(tx, gemeente, rij.inwoner)),
  }
}
