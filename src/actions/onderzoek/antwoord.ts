/** Antwoorden van rij naar beeld en naar de situatie waarmee de rekenkern werkt. */
import type { Geval, Overschrijving } from '#core/advies/advies.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Json, Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { bekendeWaarden, type Antwoordrij as Feit, type Onderzoeksstand, standVan } from '#core/dossier/onderzoek.ts'
import type { Antwoordrij } from '#storage/antwoorden.ts'

export type Antwoordbeeld = {
  readonly id: string
  readonly volgnummer: number
  readonly versie: number
  readonly soort: 'antwoord' | 'overschrijving'
  readonly vraag: string
  /** null: weet ik niet (meer). */
  readonly waarde: Json
  readonly toelichting: string | null
  readonly bron: string | null
  readonly datum: string
  readonly bezoek: string | null
  readonly vervangt: string | null
  readonly gegevenOp: string
  readonly gegevenDoor: { readonly id: string; readonly naam: string }
}

export const toonAntwoord = (r: Antwoordrij, namen: ReadonlyMap<string, string>): Antwoordbeeld => ({
  id: r.id,
  volgnummer: r.volgnummer,
  versie: r.versie,
  soort: r.soort,
  vraag: r.vraag,
  waarde: r.waarde,
  toelichting: r.toelichting,
  bron: r.bron,
  datum: r.datum,
  bezoek: r.bezoek,
  vervangt: r.vervangt,
  gegevenOp: r.gegeven_op.toISOString(),
  gegevenDoor: { id: r.gegeven_door, naam: namen.get(r.gegeven_door) ?? 'Onbekend' },
})

/** Een rij uit de database is een feit van de kern: dezelfde velden, met een waarde die bij het bewaren gecontroleerd is. */
type Rijfeit = Antwoordrij & Feit
const alsFeiten = (rijen: readonly Antwoordrij[]) => rijen as readonly Rijfeit[]

/** Per vraag de rij die nu geldt, ook als dat "weet ik niet" is; in de volgorde van geven. */
export function geldendeAntwoorden(rijen: readonly Antwoordrij[]): Antwoordrij[] {
  const { antwoorden, overschrijvingen } = standVan(alsFeiten(rijen))
  return [...antwoorden.values(), ...overschrijvingen.values()].sort((a, b) => a.volgnummer - b.volgnummer)
}

/** De situatie zoals een mens haar zou insturen; nog niet gecontroleerd. */
export function alsInvoer(stand: Onderzoeksstand<Feit>): {
  antwoorden: Record<string, unknown>
  overschrijvingen: Record<string, Overschrijving>
} {
  const overschreven = [...stand.overschrijvingen].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    antwoorden: { ...bekendeWaarden(stand.antwoorden) },
    overschrijvingen: Object.fromEntries(
      overschreven.flatMap(([naam, { waarde, toelichting }]) =>
        typeof waarde === 'string' ? [[naam, { waarde, motivering: toelichting ?? '' }] as const] : [],
      ),
    ),
  }
}

export const standVanRijen = (rijen: readonly Antwoordrij[]): Onderzoeksstand<Rijfeit> => standVan(alsFeiten(rijen))

/** Wat bewaard is, is bij het bewaren gecontroleerd. */
export function gevalVan(catalogus: Catalogus, keuze: Keuze, rijen: readonly Antwoordrij[]): Geval {
  const geval = leesGeval(catalogus, alsInvoer(standVanRijen(rijen)), keuze)
  invariant(geval.ok, 'bewaarde antwoorden vormen een geldige situatie')
  return geval.value
}
