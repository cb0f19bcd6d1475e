/** Een indicatie lezen met alles wat bij het vaststellen vastlag. */
import { ok, type Result } from '#core/base/result.ts'
import type { Advies } from '#core/advies/advies.ts'
import { uitkomstzin } from '#core/advies/uitkomstzin.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { type Bewaardeomvang, regelsInWoorden } from '#core/indicatie/regelwoorden.ts'
import { leesAdvies } from '#storage/adviezen.ts'
import { type Indicatierij, leesIndicatie } from '#storage/indicaties.ts'
import { invariant } from '#core/base/invariant.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import { eisToegang } from '../dossier/toegang.ts'
import type { Adviesantwoord } from '../geef-advies.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { naamVan } from './bewaar-antwoorden.ts'
import { type Indicatiebeeld, indicatiesVan } from './indicatiebeeld.ts'
import { type Inwonerbeeld, leesInwonerbeeld, type Wie } from './onderzoeksbeeld.ts'
import { DOEL_INDICATIE } from './stel-indicatie-vast.ts'
import { zoekMetRecht } from './toegang.ts'

export type VolledigeIndicatie = Indicatiebeeld & {
  readonly inwoner: Inwonerbeeld
  readonly advies: string | null
  readonly catalogusHash: string
  /** De opgave en de berekening van toen. */
  readonly omvang: Json
  /** De regels van de omvang zoals men ze leest, met reden en motivering. */
  readonly regelsInWoorden: readonly string[]
  readonly afwijkingMotivering: string | null
  /** Wat het advies was, als er iets anders gekozen is en dit te zien mag zijn. */
  readonly adviesInWoorden: string | null
  readonly motiveringen: Json
  readonly stapeling: Json
  readonly vastgesteldOp: string
  readonly vastgesteldDoor: Wie
  /** Of deze medewerker er iets bij mag vastleggen. */
  readonly magWijzigen: boolean
  readonly magToewijzen: boolean
  /** De andere indicaties van deze inwoner. */
  readonly andere: readonly Indicatiebeeld[]
}

export async function toonVolledig(w: Werk, id: string): Promise<Result<VolledigeIndicatie, Weigering>> {
  const gevonden = await zoekMetRecht(w, 'indicatie_lezen', { naam: 'Deze indicatie', soort: 'indicatie', id }, () =>
    leesIndicatie(w.tx, w.actor.gemeente, id),
  )
  if (!gevonden.ok) return gevonden
  const rij = gevonden.value
  const alle = await indicatiesVan(w, rij.inwoner, w.dienst.vandaag())
  const beeld = alle.find((i) => i.id === id)
  invariant(beeld, 'de indicatie staat tussen die van haar inwoner')
  const catalogus = await catalogusBijHash(w.tx, rij.catalogus_hash)
  invariant(catalogus, 'de catalogus van een indicatie is bewaard')
  const omvang = rij.omvang as unknown as Bewaardeomvang
  return ok({
    ...beeld,
    inwoner: await leesInwonerbeeld(w, rij.inwoner),
    advies: rij.advies,
    catalogusHash: rij.catalogus_hash,
    omvang: rij.omvang,
    regelsInWoorden: regelsInWoorden(catalogus, omvang),
    afwijkingMotivering: rij.afwijking_motivering,
    adviesInWoorden: rij.afwijking_motivering === null ? null : await adviesVan(w, rij, catalogus),
    motiveringen: rij.waarschuwing_motiveringen,
    stapeling: rij.stapeling,
    vastgesteldOp: rij.vastgesteld_op.toISOString(),
    vastgesteldDoor: { id: rij.vastgesteld_door, naam: await naamVan(w, rij.vastgesteld_door) },
    magWijzigen: (await eisToegang(w, rij.inwoner, 'indicatie_maken')).ok,
    magToewijzen: (await eisToegang(w, rij.inwoner, 'toewijzing_maken')).ok,
    andere: alle.filter((i) => i.id !== id),
  })
}

async function adviesVan(w: Werk, { advies: id, tabel }: Indicatierij, catalogus: Catalogus): Promise<string | null> {
  const advies = id === null ? undefined : await leesAdvies(w.tx, w.actor.gemeente, id)
  const uitkomst = advies && (JSON.parse(advies.resultaat) as Adviesantwoord)[tabel]
  return uitkomst ? uitkomstzin(catalogus, tabel, uitkomst as unknown as Advies).kop : null
}

export function leesVolledigeIndicatie(dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<VolledigeIndicatie, Weigering>> {
  return handel<VolledigeIndicatie>(dienst, aanroep, async (w) => {
    const beeld = await toonVolledig(w, id)
    if (!beeld.ok) return beeld
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'indicatie', id }], inwoner: beeld.value.inwoner.id, doel: DOEL_INDICATIE })
    return beeld
  })
}
