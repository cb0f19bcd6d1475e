/**
 * De adviseur: van antwoorden naar een advies met redenen (ontwerp §4, eisen §6).
 *
 * Onbekend is nooit nee. Een advies valt alleen als elke invulling van de open vragen dezelfde uitkomst geeft; anders
 * is de uitkomst `eerst_vragen` met de eerste vraag in de vraagvolgorde die nog iets kan veranderen.
 */
import type { Advies, Antwoord, Geval, Gevolg, WaaromNiet } from '#core/advies/advies.ts'
import { leesBundels } from '#core/advies/bundel.ts'
import { isEind, type Klassevector, type Ref } from '#core/advies/diagram.ts'
import { maakLezer } from '#core/advies/lezer.ts'
import { maakStandmaker, type Stand } from '#core/advies/stand.ts'
import { maakSteunlezer } from '#core/advies/steun.ts'
import { type Besliskaart, maakBesliskaart } from '#core/advies/tabel.ts'
import { kleinsteWijziging } from '#core/advies/tegenvoorbeeld.ts'
import type { Variabele } from '#core/advies/voorwaarden.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud } from '#core/catalogus/vorm.ts'

export type Adviseur = {
  readonly tabellen: readonly string[]
  adviseer(tabel: string, geval: Geval): Advies
  /** Voor elk product van de tabel dat het niet werd. */
  waaromNiet(tabel: string, geval: Geval): WaaromNiet[]
  /** Wat elk antwoord op deze vraag met de uitkomst doet, gelijke gevolgen samengenomen. */
  gevolgen(tabel: string, vraag: string, geval: Geval): Gevolg[]
  /** Waarde van elke afgeleide waarde; `onbekend` als de antwoorden nog meer dan één waarde toelaten. */
  afgeleid(geval: Geval): Record<string, string>
}

/** Maakt een adviseur voor een catalogus bij deze gemeente en instellingen. Kost enkele milliseconden; hergebruik hem. */
export function maakAdviseur(catalogus: CatalogusInhoud, keuze: Keuze): Adviseur {
  const tabellen = Object.keys(catalogus.tabellen)
  const perTabel = new Map<string, Tabeladviseur>()
  const tabel = (id: string): Tabeladviseur => {
    let t = perTabel.get(id)
    if (!t) {
      t = maakTabeladviseur(catalogus, maakBesliskaart(catalogus, keuze, id))
      perTabel.set(id, t)
    }
    return t
  }
  return {
    tabellen,
    adviseer: (id, geval) => tabel(id).adviseer(geval),
    waaromNiet: (id, geval) => tabel(id).waaromNiet(geval),
    gevolgen: (id, vraag, geval) => tabel(id).gevolgen(vraag, geval),
    afgeleid: (geval) => (tabellen[0] ? tabel(tabellen[0]).afgeleid(geval) : {}),
  }
}

type Tabeladviseur = {
  adviseer(geval: Geval): Advies
  waaromNiet(geval: Geval): WaaromNiet[]
  gevolgen(vraag: string, geval: Geval): Gevolg[]
  afgeleid(geval: Geval): Record<string, string>
}

const GEEN: readonly never[] = Object.freeze([])

function maakTabeladviseur(catalogus: CatalogusInhoud, kaart: Besliskaart): Tabeladviseur {
  const { boek } = kaart
  const openVoorUitkomst = maakSteunlezer(boek.diagram, kaart.uitkomsten)
  const openVoorRij = maakSteunlezer(boek.diagram, kaart.rijen)
  const lezer = maakLezer(catalogus, boek, kaart.niveaus)
  const lezerVanAlles = maakLezer(catalogus, boek, new Set(boek.variabelen.keys()))
  const alles = (geval: Geval): Klassevector => lezerVanAlles.lees(geval).slice()
  const namen = (niveaus: readonly number[]): string[] => niveaus.map((n) => (boek.variabelen[n] as Variabele).id)
  const maakStand = maakStandmaker(catalogus, kaart)
  const standen: Stand[] = []

  function standBij(bekend: Klassevector): Stand {
    const nummer = kaart.rijAutomaat.loop(bekend)
    const stand = standen[nummer]
    if (stand) return stand
    const nieuw = maakStand(kaart.rijAutomaat.verzamelingen[nummer] as readonly number[])
    standen[nummer] = nieuw
    return nieuw
  }

  function adviseer(geval: Geval): Advies {
    const bekend = lezer.lees(geval)
    return schrijf(standBij(bekend), bekend, lezer.volledig())
  }

  function schrijf(stand: Stand, bekend: Klassevector, volledig: boolean): Advies {
    const { kop, inhoud } = stand
    const vraagt = kop.uitkomst === 'eerst_vragen'
    const openVragen = volledig ? GEEN : vraagt ? namen(openVoorUitkomst(bekend)) : openstaand(stand, bekend)
    const gezegd = leesBundels(inhoud.gezegd, bekend)
    return {
      uitkomst: kop.uitkomst,
      product: kop.product,
      kandidaten: stand.kandidaten,
      vraag: vraagt ? (openVragen[0] as string) : null,
      grond: kop.grond,
      rij: kop.rij,
      rijen: stand.rijen,
      redenen: gezegd.redenen,
      waarschuwingen: gezegd.waarschuwingen,
      info: gezegd.info,
      openVragen,
    }
  }

  /** Wat bij een gegeven advies nog open staat: een andere rij, een reden of een waarschuwing hangt ervan af. */
  function openstaand({ rijen, inhoud }: Stand, bekend: Klassevector): readonly string[] {
    if (rijen.length === 1 && !staatOpen(inhoud.niveaus, bekend)) return GEEN
    const niveaus = new Set(leesBundels(inhoud.open, bekend))
    if (rijen.length > 1) for (const n of openVoorRij(bekend)) niveaus.add(n)
    return namen([...niveaus].sort((a, b) => a - b))
  }

  function waaromNiet(geval: Geval): WaaromNiet[] {
    const bekend = alles(geval)
    const gekozen = standBij(bekend).kop.product
    return catalogus.catalogus.productvolgorde
      .filter((p) => p !== gekozen && kaart.criteriaVanProduct.has(p))
      .map((product) => ({
        product,
        redenen: (kaart.criteriaVanProduct.get(product) ?? []).flatMap((c) => c.reden.lees(bekend)).filter((r) => r.oordeel !== 'voldaan'),
        wijzigingen: kleinsteWijziging(kaart, product, geval, bekend),
      }))
  }

  function gevolgen(vraag: string, geval: Geval): Gevolg[] {
    const niveau = boek.niveauVan.get(vraag)
    invariant(niveau !== undefined, `vraag ${vraag} bestaat`)
    const { klassen } = boek.variabelen[niveau] as Variabele
    const bekend = alles(geval)
    const groepen = new Map<string, { klassen: number[]; advies: Advies }>()
    for (let k = 0; k < klassen.aantal; k++) {
      bekend[niveau] = k
      const advies = schrijf(standBij(bekend), bekend, false)
      const beeld = JSON.stringify([advies.uitkomst, advies.product, advies.grond, advies.vraag, advies.kandidaten])
      const groep = groepen.get(beeld)
      if (groep) groep.klassen.push(k)
      else groepen.set(beeld, { klassen: [k], advies })
    }
    return [...groepen.values()].map(({ klassen: k, advies }) => ({
      antwoord: klassen.inWoorden(k),
      voorbeeld: klassen.voorbeelden[k[0] as number] as Antwoord,
      uitkomst: advies.uitkomst,
      kandidaten: advies.kandidaten,
    }))
  }

  return { adviseer, waaromNiet, gevolgen, afgeleid: (geval) => leesAfgeleid(catalogus, kaart, alles(geval)) }
}

function staatOpen(niveaus: readonly number[], bekend: Klassevector): boolean {
  for (let i = 0; i < niveaus.length; i++) if ((bekend[niveaus[i] as number] as number) < 0) return true
  return false
}

function leesAfgeleid(catalogus: CatalogusInhoud, { boek }: Besliskaart, bekend: Klassevector): Record<string, string> {
  const mogelijk = (ref: Ref, uit: Set<number>): Set<number> => {
    if (isEind(ref)) return uit.add(~ref)
    const kids = boek.diagram.kinderen[ref] as readonly Ref[]
    const klasse = bekend[boek.diagram.niveaus[ref] as number] as number
    for (const kind of klasse >= 0 ? [kids[klasse] as Ref] : kids) mogelijk(kind, uit)
    return uit
  }
  return Object.fromEntries(
    Object.keys(catalogus.afgeleid ?? {}).map((id) => {
      const [eerste, ...meer] = mogelijk(boek.afgeleid(id), new Set())
      return [id, meer.length === 0 ? (boek.waardenVanAfgeleid(id)[eerste as number] ?? 'onbekend') : 'onbekend']
    }),
  )
}
