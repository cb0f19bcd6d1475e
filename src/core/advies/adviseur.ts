/**
 * De adviseur: van antwoorden naar een advies met redenen (ontwerp §4, eisen §6).
 *
 * Onbekend is nooit nee. Een advies valt alleen als elke invulling van de open vragen dezelfde uitkomst geeft; anders
 * is de uitkomst `eerst_vragen` met de eerste vraag in de vraagvolgorde die nog iets kan veranderen.
 */
import type { Advies, Antwoord, Geval, Gevolg, Melding, Oordeel, Reden, WaaromNiet } from '#core/advies/advies.ts'
import { isEind, type Klassevector, type Ref, steun } from '#core/advies/diagram.ts'
import { type Besliskaart, type Criterium, isWaar, maakBesliskaart, productenVan, type Regel, rijnummers } from '#core/advies/tabel.ts'
import { kleinsteWijziging } from '#core/advies/tegenvoorbeeld.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Uitkomst } from '#core/catalogus/vorm.ts'

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
  const kaarten = new Map<string, Tafel>()
  const tafel = (id: string): Tafel => {
    let t = kaarten.get(id)
    if (!t) {
      t = maakTafel(catalogus, maakBesliskaart(catalogus, keuze, id))
      kaarten.set(id, t)
    }
    return t
  }
  return {
    tabellen,
    adviseer: (id, geval) => tafel(id).adviseer(geval),
    waaromNiet: (id, geval) => tafel(id).waaromNiet(geval),
    gevolgen: (id, vraag, geval) => tafel(id).gevolgen(vraag, geval),
    afgeleid: (geval) => (tabellen[0] ? tafel(tabellen[0]).afgeleid(geval) : {}),
  }
}

type Tafel = {
  adviseer(geval: Geval): Advies
  waaromNiet(geval: Geval): WaaromNiet[]
  gevolgen(vraag: string, geval: Geval): Gevolg[]
  afgeleid(geval: Geval): Record<string, string>
}

/** Rijen die bij de open vragen nog kunnen beslissen, samengevat; één keer per verzameling berekend. */
type Stand = {
  readonly rijen: readonly string[]
  readonly eersteRij: number
  readonly kandidaten: readonly string[]
  /** null als de uitkomst nog kan verschillen. */
  readonly uitkomst: Uitkomst | null
  readonly criteria: readonly Regel<Criterium>[]
}

function maakTafel(catalogus: CatalogusInhoud, kaart: Besliskaart): Tafel {
  const { boek, tabel } = kaart
  const d = boek.diagram
  const naamVan = (niveau: number): string => boek.variabelen[niveau]?.id as string
  const standen: Stand[] = []
  const lezer = maakLezer(catalogus, kaart)
  const redenCache = new Map<string, Reden>()

  function standVan(nummer: number): Stand {
    let stand = standen[nummer]
    if (!stand) {
      stand = maakStand(catalogus, kaart, kaart.rijAutomaat.verzamelingen[nummer] as readonly number[])
      standen[nummer] = stand
    }
    return stand
  }

  const oordeelVan = (c: Regel<Criterium>, bekend: Klassevector): Oordeel => {
    const mogelijk = c.automaat.verzamelingen[c.automaat.loop(bekend)] as readonly number[]
    return mogelijk.length > 1 ? 'ontbreekt' : isWaar(mogelijk[0] as number) ? 'voldaan' : 'niet_voldaan'
  }

  /** Redenen zijn altijd dezelfde objecten: er zijn er maar een paar per uitspraak. */
  function reden(c: Regel<Criterium>, bekend: Klassevector): Reden {
    const oordeel = oordeelVan(c, bekend)
    const niveau = isEind(c.ref) ? -1 : oordeel === 'ontbreekt' ? (steun(d, c.ref, bekend)[0] as number) : vasteVraag(c)
    const sleutel = `${c.bij.eis}|${niveau}|${oordeel}`
    let r = redenCache.get(sleutel)
    if (!r) {
      r = Object.freeze({ eis: c.bij.eis, vraag: niveau < 0 ? null : naamVan(niveau), oordeel })
      redenCache.set(sleutel, r)
    }
    return r
  }

  const eersteVraagVan = new Map<Ref, number>()
  function vasteVraag(c: Regel<Criterium>): number {
    let n = eersteVraagVan.get(c.ref)
    if (n === undefined) {
      const alle = steun(d, c.ref, lezer.leeg)
      n = alle.find((niveau) => boek.variabelen[niveau]?.soort === 'vraag') ?? (alle[0] as number)
      eersteVraagVan.set(c.ref, n)
    }
    return n
  }

  function meldingen(stand: Stand, bekend: Klassevector): { waarschuwingen: Melding[]; info: Melding[]; open: number[] } {
    const uit = { waarschuwingen: [] as Melding[], info: [] as Melding[], open: [] as number[] }
    for (const w of kaart.waarschuwingen) {
      const { code, eis, tekst, bij, soort } = w.bij
      if (bij ? !bij.some((p) => stand.kandidaten.includes(p)) : stand.uitkomst && 'geen' in stand.uitkomst) continue
      const mogelijk = w.automaat.verzamelingen[w.automaat.loop(bekend)] as readonly number[]
      if (mogelijk.length > 1) uit.open.push(...steun(d, w.ref, bekend))
      else if (isWaar(mogelijk[0] as number)) (soort === 'info' ? uit.info : uit.waarschuwingen).push({ code, eis, tekst })
    }
    return uit
  }

  function adviseerBij(bekend: Klassevector): Advies {
    const stand = standVan(kaart.rijAutomaat.loop(bekend))
    const redenen = stand.criteria.map((c) => reden(c, bekend))
    const m = meldingen(stand, bekend)
    const basis = { kandidaten: stand.kandidaten, rijen: stand.rijen, redenen, info: m.info }
    if (!stand.uitkomst) {
      const open = steun(d, kaart.uitkomsten, bekend).map(naamVan)
      return {
        ...basis, uitkomst: 'eerst_vragen', product: null, vraag: open[0] as string, grond: null, rij: null, waarschuwingen: [], openVragen: open,
      }
    }
    const u = stand.uitkomst
    return {
      ...basis,
      uitkomst: 'product' in u ? 'product' : 'geen' in u ? 'geen_product' : 'eerst_bespreken',
      product: 'product' in u ? u.product : null,
      vraag: null,
      grond: 'geen' in u ? u.geen : null,
      rij: tabel.rijen[stand.eersteRij]?.rij as string,
      waarschuwingen: m.waarschuwingen,
      openVragen: openstaand(stand, redenen, m.open, bekend),
    }
  }

  /** Wat bij een gegeven advies nog open staat: een andere rij, een waarschuwing of een reden hangt ervan af. */
  function openstaand(stand: Stand, redenen: readonly Reden[], bijMeldingen: readonly number[], bekend: Klassevector): string[] {
    const niveaus = new Set(bijMeldingen)
    if (stand.rijen.length > 1) for (const n of steun(d, kaart.rijen, bekend)) niveaus.add(n)
    redenen.forEach((r, i) => {
      if (r.oordeel === 'ontbreekt') for (const n of steun(d, stand.criteria[i]?.ref as Ref, bekend)) niveaus.add(n)
    })
    return [...niveaus].sort((a, b) => a - b).map(naamVan)
  }

  function waaromNiet(geval: Geval): WaaromNiet[] {
    const bekend = lezer.lees(geval)
    const { product: gekozen } = adviseerBij(bekend)
    return [...kaart.criteriaVanProduct.keys()]
      .filter((p) => p !== gekozen)
      .sort((a, b) => catalogus.catalogus.productvolgorde.indexOf(a) - catalogus.catalogus.productvolgorde.indexOf(b))
      .map((product) => ({
        product,
        redenen: (kaart.criteriaVanProduct.get(product) ?? []).map((c) => reden(c, bekend)).filter((r) => r.oordeel !== 'voldaan'),
        wijzigingen: kleinsteWijziging(kaart, product, geval, bekend),
      }))
  }

  function gevolgen(vraag: string, geval: Geval): Gevolg[] {
    const niveau = boek.niveauVan.get(vraag)
    invariant(niveau !== undefined, `vraag ${vraag} bestaat`)
    const { klassen } = boek.variabelen[niveau] as Besliskaart['boek']['variabelen'][number]
    const bekend = Int16Array.from(lezer.lees(geval))
    const groepen = new Map<string, { klassen: number[]; advies: Advies }>()
    for (let k = 0; k < klassen.aantal; k++) {
      bekend[niveau] = k
      const advies = adviseerBij(bekend)
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

  function afgeleid(geval: Geval): Record<string, string> {
    const bekend = lezer.lees(geval)
    return Object.fromEntries(
      Object.keys(catalogus.afgeleid ?? {}).map((id) => {
        const mogelijk = lezer.afgeleid(id, bekend)
        return [id, mogelijk.length === 1 ? (boek.waardenVanAfgeleid(id)[mogelijk[0] as number] ?? 'onbekend') : 'onbekend']
      }),
    )
  }

  return { adviseer: (geval) => adviseerBij(lezer.lees(geval)), waaromNiet, gevolgen, afgeleid }
}

function maakStand(catalogus: CatalogusInhoud, kaart: Besliskaart, eindpunten: readonly number[]): Stand {
  const nummers = rijnummers(eindpunten, kaart.tabel.rijen.length)
  invariant(nummers.length > 0, 'elke combinatie van antwoorden heeft een uitkomst; de catalogus is gecontroleerd')
  const uitkomsten = new Set(nummers.map((r) => kaart.uitkomstVanRij[r] as number))
  const genoemd = new Set([...uitkomsten].flatMap((u) => productenVan(kaart.uitkomst[u] as Uitkomst)))
  const kandidaten = catalogus.catalogus.productvolgorde.filter((p) => genoemd.has(p))
  const eersteRij = nummers[0] as number
  const criteria = kandidaten.length > 0 ? kandidaten.flatMap((p) => kaart.criteriaVanProduct.get(p) ?? []) : nummers.flatMap((r) => kaart.criteriaVanRij[r] ?? [])
  return {
    rijen: nummers.map((r) => kaart.tabel.rijen[r]?.rij as string),
    eersteRij,
    kandidaten,
    uitkomst: uitkomsten.size === 1 ? (kaart.uitkomst[kaart.uitkomstVanRij[eersteRij] as number] as Uitkomst) : null,
    criteria: [...new Set(criteria)].sort((a, b) => a.bij.volgnummer - b.bij.volgnummer),
  }
}

type Lezer = {
  readonly leeg: Klassevector
  /** Klassen van de antwoorden; geldig tot de volgende aanroep. */
  lees(geval: Geval): Klassevector
  afgeleid(id: string, bekend: Klassevector): readonly number[]
}

/** Zet een geval om in klassen per niveau. */
function maakLezer(catalogus: CatalogusInhoud, kaart: Besliskaart): Lezer {
  const { boek } = kaart
  const leeg = new Int16Array(boek.variabelen.length).fill(-1)
  const standaard = new Int16Array(boek.variabelen.length)
  boek.variabelen.forEach((v, niveau) => {
    const vraag = catalogus.vragen[v.id]
    if (v.soort === 'overschrijving') standaard[niveau] = 0
    else standaard[niveau] = vraag?.soort === 'janee' && vraag.afwezig ? v.klassen.van(vraag.afwezig) : -1
  })
  const bekend = new Int16Array(boek.variabelen.length)
  return {
    leeg,
    lees(geval) {
      for (let niveau = 0; niveau < bekend.length; niveau++) {
        const v = boek.variabelen[niveau] as (typeof boek.variabelen)[number]
        const antwoord = v.soort === 'vraag' ? geval.antwoorden[v.id] : geval.overschrijvingen?.[v.id]?.waarde
        bekend[niveau] = antwoord === undefined ? (standaard[niveau] as number) : v.klassen.van(antwoord)
      }
      return bekend
    },
    afgeleid(id, antwoorden) {
      const uit = new Set<number>()
      const ga = (ref: Ref): void => {
        if (isEind(ref)) {
          uit.add(~ref)
          return
        }
        const kids = boek.diagram.kinderen[ref] as readonly Ref[]
        const klasse = antwoorden[boek.diagram.niveaus[ref] as number] as number
        if (klasse >= 0) ga(kids[klasse] as Ref)
        else kids.forEach(ga)
      }
      ga(boek.afgeleid(id))
      return [...uit]
    },
  }
}
