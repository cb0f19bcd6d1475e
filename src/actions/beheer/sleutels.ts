/** De sleutels van BSN's en berichten: een nieuwe sleutel nemen en alles daarmee opnieuw versleutelen, en nakijken of alles nog open gaat. */
import type pg from 'pg'
import { fout, ok, type Result } from '#core/base/result.ts'
import { type Bsnrij, leesMetIndex, leesOpOudeSleutel, schrijfVersleuteld, telPerSleutel } from '#storage/bsnsleutels.ts'
import { telVersleuteldPerSleutel } from '#storage/berichten/versleuteld.ts'
import { type Kluis, maakKluis } from '#storage/kluis.ts'
import { schrijfLogboek } from '#storage/logboek.ts'
import { gemeentecodes } from '#storage/opruimen.ts'
import { openSleutelbos, voegSleutelToe } from '#storage/sleutelbos.ts'
import { maakKysely, type Tx } from '#storage/transactie.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering } from '../database/beheer.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { controleerBerichten, draaiBerichten, type OnleesbaarStuk } from './sleutels-berichten.ts'

export type Sleutelopties = {
  readonly database: Databaseconfig
  readonly sleutels: string
  readonly nu: Date
  /** Rijen per transactie. */
  readonly stuk?: number
  voortgang?(klaar: number, totaal: number): void
}

export type Gedraaid = {
  readonly sleutel: string
  /** Er was nog werk van een vorige keer; dan komt er geen sleutel bij. */
  readonly afgemaakt: boolean
  readonly versleuteld: number
  /** Inwoners waarvan het nummer niet open ging: die rij is niet veranderd. */
  readonly onleesbaar: readonly { readonly gemeente: string; readonly inwoner: string }[]
  /** Stukken van het berichtenverkeer: bytes, retourcodes en cliënten. */
  readonly berichten: { readonly versleuteld: number; readonly onleesbaar: readonly OnleesbaarStuk[] }
}

const EERSTE = '00000000-0000-0000-0000-000000000000'
const SLOT = 7302915044

/**
 * Neemt een nieuwe sleutel en versleutelt alles daarmee opnieuw, stuk voor stuk, terwijl het programma draait. Breekt het af, dan
 * is elke rij met de oude of de nieuwe sleutel te lezen, en maakt de volgende keer het af.
 */
export const draaiSleutels = (o: Sleutelopties): Promise<Result<Gedraaid, Databaseweigering>> =>
  metSlot(o, async (db, eigenaar) => {
    const gemeenten = await gemeentecodes(db)
    const eerder = await haalKluis(o.sleutels)
    if (!eerder.ok) return eerder
    const nog = await telNog(db, eigenaar, gemeenten, eerder.value.actief)
    const afgemaakt = nog > 0
    if (!afgemaakt) await voegSleutelToe(o.sleutels)
    const kluis = afgemaakt ? eerder : await haalKluis(o.sleutels)
    if (!kluis.ok) return kluis
    const totaal = await telNog(db, eigenaar, gemeenten, kluis.value.actief)
    const onleesbaar: { gemeente: string; inwoner: string }[] = []
    let versleuteld = 0
    for (const gemeente of gemeenten) {
      const gedaan = await draaiGemeente(db, kluis.value, gemeente, o, (n) => o.voortgang?.(versleuteld + n, totaal))
      versleuteld += gedaan.aantal
      onleesbaar.push(...gedaan.onleesbaar.map((inwoner) => ({ gemeente, inwoner })))
    }
    const { actief } = kluis.value
    const berichten = await draaiBerichten(
      eigenaar,
      kluis.value,
      (tx, gemeente, aantal) => noteer(tx, gemeente, actief, `${aantal} stukken van berichten`, o.nu),
      (n) => o.voortgang?.(versleuteld + n, totaal),
    )
    return ok({
      sleutel: actief,
      afgemaakt,
      versleuteld,
      onleesbaar,
      berichten: { versleuteld: berichten.aantal, onleesbaar: berichten.onleesbaar },
    })
  })

async function draaiGemeente(db: Tx, kluis: Kluis, gemeente: string, o: Sleutelopties, meld: (klaar: number) => void) {
  const onleesbaar: string[] = []
  let aantal = 0
  for (let na = EERSTE; ; ) {
    const stuk = await alsSysteem({ db }, gemeente, async (tx) => {
      const rijen = await leesOpOudeSleutel(tx, gemeente, kluis.actief, na, o.stuk ?? 500)
      const nieuw = rijen.flatMap((rij) => vernieuw(kluis, gemeente, rij) ?? [])
      await schrijfVersleuteld(tx, gemeente, nieuw)
      if (nieuw.length > 0) await noteer(tx, gemeente, kluis.actief, `${nieuw.length} nummers`, o.nu)
      return { rijen, nieuw }
    })
    const laatste = stuk.rijen.at(-1)
    if (!laatste) return { aantal, onleesbaar }
    const gelukt = new Set(stuk.nieuw.map((r) => r.inwoner))
    onleesbaar.push(...stuk.rijen.flatMap((r) => (gelukt.has(r.inwoner) ? [] : r.inwoner)))
    aantal += stuk.nieuw.length
    na = laatste.inwoner
    meld(aantal)
  }
}

/** Dezelfde waarde met de nieuwe sleutel; null als zij niet open gaat. */
function vernieuw(kluis: Kluis, gemeente: string, rij: Bsnrij): Bsnrij | null {
  const bsn = open(kluis, gemeente, rij)
  return bsn && { inwoner: rij.inwoner, ...kluis.versleutel(bsn, { gemeente, inwoner: rij.inwoner }) }
}

/** Een waarde die verplaatst, veranderd of van een onbekende sleutel is gaat niet open; wie dat is, zegt het verslag. */
function open(kluis: Kluis, gemeente: string, rij: Bsnrij) {
  try {
    return kluis.ontsleutel(rij, { gemeente, inwoner: rij.inwoner })
  } catch {
    return null
  }
}

const noteer = (tx: Tx, gemeente: string, sleutel: string, wat: string, nu: Date): Promise<void> =>
  schrijfLogboek(tx, gemeente, [
    {
      id: nieuweId(nu),
      tijdstip: nu.toISOString(),
      soort: 'wijzigen',
      uitkomst: 'gelukt',
      inwoner: null,
      objecten: [{ soort: 'sleutel', id: sleutel }],
      medewerker: null,
      rollen: 'systeem',
      namens: null,
      zaak: null,
      doel: `${wat} opnieuw versleuteld; niets getoond`,
      toegangspunt: 'opdrachtregel',
      reden: null,
      weigering: null,
      hash_voor: null,
      hash_na: null,
      correlatie: 'sleutels draai',
    },
  ])

export type Sleutelstand = {
  readonly actief: string
  readonly perSleutel: Readonly<Record<string, number>>
  /** Rijen die niet open gaan, of waarvan het nummer niet bij de blinde index hoort. */
  readonly onleesbaar: readonly {
    readonly gemeente: string
    readonly inwoner: string
    readonly wat: 'niet_te_openen' | 'index_klopt_niet'
  }[]
  /** Stukken van het berichtenverkeer die niet open gaan. */
  readonly berichten: readonly OnleesbaarStuk[]
}

/** Opent elk nummer (en vergeet het meteen), en legt het naast de blinde index. Verandert niets. */
export const controleerSleutels = (o: Sleutelopties): Promise<Result<Sleutelstand, Databaseweigering>> =>
  alsEigenaar(o.database, async (pool, database) => {
    const db = maakKysely(database.app)
    const kluis = await haalKluis(o.sleutels)
    if (!kluis.ok) return kluis
    const perSleutel: Record<string, number> = {}
    const onleesbaar: { gemeente: string; inwoner: string; wat: 'niet_te_openen' | 'index_klopt_niet' }[] = []
    for (const gemeente of await gemeentecodes(db)) {
      for (const [sleutel, aantal] of Object.entries(await alsSysteem({ db }, gemeente, (tx) => telPerSleutel(tx, gemeente))))
        perSleutel[sleutel] = (perSleutel[sleutel] ?? 0) + aantal
      for (let na = EERSTE; ; ) {
        const rijen = await alsSysteem({ db }, gemeente, (tx) => leesMetIndex(tx, gemeente, na, o.stuk ?? 2000))
        for (const rij of rijen) {
          const bsn = open(kluis.value, gemeente, rij)
          if (!bsn) onleesbaar.push({ gemeente, inwoner: rij.inwoner, wat: 'niet_te_openen' })
          else if (!rij.bsn_index?.equals(kluis.value.index(bsn, gemeente)))
            onleesbaar.push({ gemeente, inwoner: rij.inwoner, wat: 'index_klopt_niet' })
        }
        const laatste = rijen.at(-1)
        if (!laatste) break
        na = laatste.inwoner
      }
    }
    const eigenaar = maakKysely(pool)
    for (const [sleutel, aantal] of Object.entries(await telVersleuteldPerSleutel(eigenaar)))
      perSleutel[sleutel] = (perSleutel[sleutel] ?? 0) + aantal
    return ok({ actief: kluis.value.actief, perSleutel, onleesbaar, berichten: await controleerBerichten(eigenaar, kluis.value) })
  }).then(plat)

async function telNog(db: Tx, eigenaar: Tx, gemeenten: readonly string[], actief: string): Promise<number> {
  const stukken = Object.entries(await telVersleuteldPerSleutel(eigenaar))
  let nog = stukken.reduce((som, [sleutel, aantal]) => (sleutel === actief ? som : som + aantal), 0)
  for (const gemeente of gemeenten)
    for (const [sleutel, aantal] of Object.entries(await alsSysteem({ db }, gemeente, (tx) => telPerSleutel(tx, gemeente))))
      if (sleutel !== actief) nog += aantal
  return nog
}

async function haalKluis(pad: string): Promise<Result<Kluis, Databaseweigering>> {
  const bos = await openSleutelbos(pad)
  return bos.ok
    ? ok(maakKluis(bos.value))
    : fout({ code: 'SLEUTELBOS', soort: 'invoer', tekst: `De sleutelbos ${pad} is niet te gebruiken: ${bos.fout}.` })
}

/** Eén keer tegelijk: twee nieuwe sleutels door elkaar is niet stuk, maar wel verwarrend. */
async function metSlot<T>(
  o: Sleutelopties,
  werk: (db: Tx, eigenaar: Tx) => Promise<Result<T, Databaseweigering>>,
): Promise<Result<T, Databaseweigering>> {
  const uit = await alsEigenaar(o.database, async (eigenaar: pg.Pool, database) => {
    const client = await eigenaar.connect()
    try {
      const { rows } = await client.query<{ vrij: boolean }>('select pg_try_advisory_lock($1) as vrij', [SLOT])
      if (!rows[0]?.vrij) return bezig
      return await werk(maakKysely(database.app), maakKysely(eigenaar))
    } finally {
      client.release(true)
    }
  })
  return plat(uit)
}

const plat = <T>(uit: Result<Result<T, Databaseweigering>, Databaseweigering>): Result<T, Databaseweigering> => (uit.ok ? uit.value : uit)

const bezig = fout<Databaseweigering>({
  code: 'DRAAIT_AL',
  soort: 'regel',
  tekst: 'De sleutels worden op dit moment al gedraaid. Wacht tot dat klaar is.',
})
