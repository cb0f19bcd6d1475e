/**
 * Situaties met twee regelsets naast elkaar beslissen en tellen wat verandert. Elke situatie is beantwoord volgens een
 * catalogusversie; wat een andere versie niet (meer) kent, telt daar niet mee. Gepakt in kolommen, want het zijn er veel;
 * alleen wie een afgeleide waarde overschreef, gaat apart.
 */
import type { Antwoord, Antwoorden, Geval, Overschrijving } from '#core/advies/advies.ts'
import { type Adviseur, maakAdviseur } from '#core/advies/adviseur.ts'
import { type Kolom, kolommenVan, pakBlok } from '#core/advies/caseload.ts'
import { type Caseloadbeslisser, maakCaseloadbeslisser, naamVanUitkomst } from '#core/advies/caseload-beslisser.ts'
import { type Paar, parenVan, type Tabeltelling, telBlok, vatSamen } from '#core/advies/caseload-telling.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

export type Kant = { readonly catalogus: Catalogus; readonly keuze: Keuze }
export type Situatie = {
  readonly antwoorden: Antwoorden
  readonly overschrijvingen?: Readonly<Record<string, Overschrijving>> | undefined
  /** Alleen deze tabel; zonder: alle. */
  readonly tabel?: string | undefined
}
export type Doorrekening = {
  /** Tabellen die beide kanten kennen. */
  readonly tabellen: readonly string[]
  /** Telt situaties die volgens `beantwoord` beantwoord zijn, en zegt welke anders uitvallen. */
  tel(beantwoord: Catalogus, situaties: readonly Situatie[]): Verandering[]
  uitkomst(): { readonly tabellen: Readonly<Record<string, Tabeltelling>>; readonly gevallen: number; readonly overgeslagen: number }
}

/** De situatie op deze plek van het blok valt voor deze tabel anders uit. */
export type Verandering = { readonly plek: number; readonly tabel: string; readonly van: string; readonly naar: string }
type Geplaatst = { readonly plek: number; readonly s: Situatie }

type Beslissers = { readonly kolommen: readonly Kolom[]; readonly a: Caseloadbeslisser; readonly b: Caseloadbeslisser }

export function maakDoorrekening(a: Kant, b: Kant): Doorrekening {
  const tabellen = Object.keys(a.catalogus.tabellen).filter((t) => Object.hasOwn(b.catalogus.tabellen, t))
  const paren = new Map<string, Paar[]>(tabellen.map((t) => [t, []]))
  const beslissers = new Map<string, Beslissers>()
  const [los, ander] = [maakLosseBeslisser(a), maakLosseBeslisser(b)]
  let gevallen = 0
  let overgeslagen = 0

  function beslissersVoor(c: Catalogus): Beslissers {
    const eerder = beslissers.get(c.hash)
    if (eerder) return eerder
    const kolommen = kolommenVan(c)
    const nieuw = {
      kolommen,
      a: maakCaseloadbeslisser(a.catalogus, a.keuze, kolommen, { tabellen }),
      b: maakCaseloadbeslisser(b.catalogus, b.keuze, kolommen, { tabellen }),
    }
    beslissers.set(c.hash, nieuw)
    return nieuw
  }

  function telSamen(c: Catalogus, situaties: readonly Geplaatst[], welke: readonly string[]): Verandering[] {
    if (situaties.length === 0) return []
    const { kolommen, a: eerst, b: dan } = beslissersVoor(c)
    const blok = pakBlok(
      kolommen,
      situaties.map(({ s }) => s.antwoorden),
    )
    const uitA = eerst.beslis(blok, situaties.length)
    const uitB = dan.beslis(blok, situaties.length)
    return welke.flatMap((tabel) => {
      const namenA = eerst.namen[tabel] as readonly string[]
      const namenB = dan.namen[tabel] as readonly string[]
      const teller = new Float64Array(namenA.length * namenB.length)
      const [inA, inB] = [uitA[tabel] as Int32Array, uitB[tabel] as Int32Array]
      telBlok(teller, situaties.length, inA, inB, namenB.length)
      paren.get(tabel)?.push(...parenVan(teller, namenA, namenB))
      return situaties.flatMap(({ plek }, i) => {
        const [van, naar] = [namenA[inA[i] as number] as string, namenB[inB[i] as number] as string]
        return van === naar ? [] : [{ plek, tabel, van, naar }]
      })
    })
  }

  function telApart({ plek, s }: Geplaatst): Verandering[] {
    return (s.tabel === undefined ? tabellen : [s.tabel]).flatMap((tabel) => {
      const [van, naar] = [los(tabel, s), ander(tabel, s)]
      if (van === null || naar === null) {
        overgeslagen++
        return []
      }
      paren.get(tabel)?.push({ van, naar, aantal: 1 })
      return van === naar ? [] : [{ plek, tabel, van, naar }]
    })
  }

  return {
    tabellen,
    tel(beantwoord, situaties) {
      const past = situaties.map((s, plek) => ({ s, plek })).filter(({ s }) => s.tabel === undefined || tabellen.includes(s.tabel))
      overgeslagen += situaties.length - past.length
      gevallen += past.length
      const gewoon = past.filter(({ s }) => !heeftOverschrijving(s))
      const voor = (tabel: string | undefined) => gewoon.filter(({ s }) => s.tabel === tabel)
      return [
        ...telSamen(beantwoord, voor(undefined), tabellen),
        ...tabellen.flatMap((t) => telSamen(beantwoord, voor(t), [t])),
        ...past.filter(({ s }) => heeftOverschrijving(s)).flatMap(telApart),
      ]
    },
    uitkomst: () => ({
      tabellen: Object.fromEntries(tabellen.map((t) => [t, vatSamen(paren.get(t) ?? [], namenVan(a, t), namenVan(b, t))])),
      gevallen,
      overgeslagen,
    }),
  }
}

const heeftOverschrijving = ({ overschrijvingen }: Situatie): boolean => Object.keys(overschrijvingen ?? {}).length > 0

/** Elke uitkomst die een rij kan geven, in de volgorde van de tabel. */
function namenVan({ catalogus }: Kant, tabel: string): string[] {
  return [...new Set((catalogus.tabellen[tabel]?.rijen ?? []).map((r) => naamVanUitkomst(r.dan))), 'eerst_vragen']
}

/** Eén situatie met de gewone adviseur; null als zij in deze versie niet te lezen is. */
function maakLosseBeslisser({ catalogus, keuze }: Kant): (tabel: string, s: Situatie) => string | null {
  let adviseur: Adviseur | undefined
  return (tabel, s) => {
    adviseur ??= maakAdviseur(catalogus, keuze)
    const geval = pasAan(catalogus, keuze, s)
    return geval && beslisLos(catalogus, adviseur, tabel, geval)
  }
}

/** De uitkomst van één geval onder dezelfde naam als in een caseload. */
export function beslisLos(catalogus: Catalogus, adviseur: Adviseur, tabel: string, geval: Geval): string {
  const advies = adviseur.adviseer(tabel, geval)
  const rij = catalogus.tabellen[tabel]?.rijen.find((r) => r.rij === advies.rij)
  return rij ? naamVanUitkomst(rij.dan) : 'eerst_vragen'
}

/** Een situatie zoals een andere versie haar leest: wat daar niet bestaat, is niet beantwoord. */
export function pasAan(catalogus: Catalogus, keuze: Keuze, s: Situatie): Geval | null {
  const bepaald = new Set(Object.entries(catalogus.vragen).flatMap(([id, v]) => (isBepaald(v, s.antwoorden) ? [id] : [])))
  const antwoorden = Object.entries(s.antwoorden).flatMap(([id, antwoord]) => {
    const vraag = Object.hasOwn(catalogus.vragen, id) ? catalogus.vragen[id] : undefined
    // Volgt het antwoord uit een getal dat erbij staat, dan telt dat getal.
    const past = vraag && !bepaald.has(id) ? pasAntwoordAan(vraag, antwoord) : undefined
    return past === undefined ? [] : [[id, past] as const]
  })
  const overschrijvingen = Object.entries(s.overschrijvingen ?? {}).filter(([id, o]) => {
    const afgeleid = Object.hasOwn(catalogus.afgeleid ?? {}, id) ? catalogus.afgeleid?.[id] : undefined
    return afgeleid?.overschrijfbaar !== undefined && waardenVan(afgeleid.waarden).some((w) => w.id === o.waarde)
  })
  const gelezen = leesGeval(
    catalogus,
    { antwoorden: Object.fromEntries(antwoorden), overschrijvingen: Object.fromEntries(overschrijvingen) },
    keuze,
  )
  return gelezen.ok ? gelezen.value : null
}

const isBepaald = (vraag: Vraag, antwoorden: Antwoorden): boolean =>
  vraag.soort === 'janee' && vraag.bepaaldDoor !== undefined && typeof antwoorden[vraag.bepaaldDoor.vraag] === 'number'

function pasAntwoordAan(vraag: Vraag, antwoord: Antwoord): Antwoord | undefined {
  if (vraag.soort === 'getal') return typeof antwoord === 'number' ? antwoord : undefined
  const kent = new Set(vraag.soort === 'janee' ? ['ja', 'nee'] : waardenVan(vraag.waarden).map((w) => w.id))
  if (vraag.soort === 'meerkeuze') return Array.isArray(antwoord) ? antwoord.filter((w: string) => kent.has(w)) : undefined
  return typeof antwoord === 'string' && kent.has(antwoord) ? antwoord : undefined
}
