/**
 * Eén eenheid van werk: één transactie met wat er verandert, de logboekregels en het uitgaande werk (ontwerp §6).
 * Alles samen of niets. Een weigering draait terug; een weigering om bevoegdheid laat wel haar eigen logboekregel na.
 */
import { invariant } from '#core/base/invariant.ts'
import type { Result } from '#core/base/result.ts'
import { type Tijdstip, vanMs } from '#core/base/tijdstip.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { bewaarUitgaand } from '#storage/outbox.ts'
import { type Auditobject, type Auditrij, type Auditsoort, schrijfLogboek } from '#storage/logboek.ts'
import { type Binding, inTransactie, type Tx } from '#storage/transactie.ts'
import type { Aanroep, Actor, Dienst } from './dienst.ts'
import { claimVerzoek, rondVerzoekAf } from './eenmalig.ts'
import { nieuweId } from './id.ts'
import type { Weigering } from './weigering.ts'

/** Wat in het logboek komt; de rest (wie, wanneer, vanwaar) vult `handel` in. */
export type Notitie = {
  readonly soort: Auditsoort
  readonly objecten: readonly Auditobject[]
  readonly inwoner?: string
  readonly zaak?: string
  /** Grondslag of proces, bijvoorbeeld `onderzoek Wmo 2.3.2`. */
  readonly doel: string
  readonly reden?: string
  readonly hashVoor?: string
  readonly hashNa?: string
}

/** Een taak voor straks; `gegevens` bevat alleen verwijzingen. */
export type Uitgaand = { readonly soort: string; readonly gegevens: Json }

export type Werk = {
  readonly tx: Tx
  readonly actor: Actor
  readonly nu: Date
  /** Hetzelfde moment als `nu`. */
  readonly tijdstip: Tijdstip
  readonly dienst: Dienst
  nieuweId(): string
  /** Elke handeling laat minstens één regel na. Een lijst: één regel per getoonde inwoner. */
  noteer(...notities: readonly Notitie[]): void
  stuur(taak: Uitgaand): void
}

/** Voor wie een transactie werkt als deze medewerker iets doet. */
export const bindingVan = ({ gemeente, medewerker, rollen, team }: Actor, nu: Date): Binding => ({ gemeente, medewerker, rollen, team, nu })

export async function handel<T>(
  dienst: Dienst,
  aanroep: Aanroep,
  werk: (w: Werk) => Promise<Result<T, Weigering>>,
): Promise<Result<T, Weigering>> {
  const { actor } = aanroep
  const nu = dienst.nu()
  const tijdstip = vanMs(nu.getTime())
  const uitkomst = await inTransactie(dienst.db, bindingVan(actor, nu), async (tx) => {
    const eerder = await claimVerzoek<T>(tx, aanroep, nu)
    if (eerder) return { bewaar: false, waarde: eerder }
    const notities: Notitie[] = []
    const taken: Uitgaand[] = []
    const w: Werk = {
      tx,
      actor,
      nu,
      tijdstip,
      dienst,
      nieuweId() {
        return nieuweId(nu)
      },
      noteer(...nieuw) {
        notities.push(...nieuw)
      },
      stuur(taak) {
        taken.push(taak)
      },
    }
    const gedaan = await werk(w)
    if (!gedaan.ok) return { bewaar: false, waarde: gedaan }
    invariant(notities.length > 0, 'elke handeling laat een logboekregel na')
    await rondVerzoekAf(tx, aanroep, gedaan.value)
    await bewaarUitgaand(
      tx,
      taken.map((t) => ({ gemeente: actor.gemeente, id: nieuweId(nu), soort: t.soort, gegevens: t.gegevens, gemaakt_op: nu })),
    )
    await schrijfLogboek(tx, actor.gemeente, maakRijen(aanroep, nu, tijdstip, notities))
    return { bewaar: true, waarde: gedaan }
  })
  if (!uitkomst.ok && (uitkomst.fout.soort === 'niet_bevoegd' || uitkomst.fout.over))
    await noteerWeigering(dienst, aanroep, uitkomst.fout, uitkomst.fout.over)
  return uitkomst
}

/** Een geweigerde poging is ook een feit: in een eigen transactie, want die van de poging is teruggedraaid. */
export function noteerWeigering(
  dienst: Dienst,
  aanroep: Aanroep,
  weigering: Weigering,
  over?: Pick<Notitie, 'inwoner' | 'objecten'>,
): Promise<void> {
  const { actor } = aanroep
  const nu = dienst.nu()
  return inTransactie(dienst.db, bindingVan(actor, nu), async (tx) => {
    const notitie: Notitie = {
      soort: 'geweigerd',
      doel: weigering.tekst,
      objecten: over?.objecten ?? [],
      ...(over?.inwoner && { inwoner: over.inwoner }),
    }
    await schrijfLogboek(tx, actor.gemeente, [
      ...maakRijen(aanroep, nu, vanMs(nu.getTime()), [notitie]).map((rij) => ({
        ...rij,
        uitkomst: 'geweigerd' as const,
        weigering: weigering.code,
      })),
    ])
    return { bewaar: true, waarde: undefined }
  })
}

/** Wat voor elke regel van één daad gelijk is, wordt één keer gemaakt: een lijst heeft er zo honderd. */
function maakRijen({ actor, correlatie, toegangspunt }: Aanroep, nu: Date, tijdstip: Tijdstip, notities: readonly Notitie[]): Auditrij[] {
  const rollen = actor.rollen.join(',')
  return notities.map((n) => ({
    id: nieuweId(nu),
    tijdstip,
    soort: n.soort,
    uitkomst: 'gelukt',
    inwoner: n.inwoner ?? null,
    objecten: n.objecten,
    medewerker: actor.medewerker,
    rollen,
    namens: null,
    zaak: n.zaak ?? null,
    doel: n.doel,
    toegangspunt,
    reden: n.reden ?? null,
    weigering: null,
    hash_voor: n.hashVoor ?? null,
    hash_na: n.hashNa ?? null,
    correlatie,
  }))
}
