/**
 * Waar de lezer is in een bericht: volgorde, aantallen en waarden langs de beschrijving, met bij elke fout de regel, het element en
 * wat er moet gebeuren. Het oordeel is dat van het schema.
 */
import type { SaxesAttributeNS } from 'saxes'
import { zoekBericht, type Beschreven, releases } from './releases.ts'
import type { Inhoud, Klasse, Simpel, Veld } from './vorm.ts'
import { leesbaar, leesWaarde } from './waarde.ts'
import { grenzen, type Ontvanger, type Plaatsfout } from './xml.ts'

/** Een open element met zijn waarde tot nu toe. */
export type Ouder = { readonly naam: string; readonly waarde: Record<string, unknown> }
/** Hoort elke klasse zodra zij compleet is, met wat er omheen open staat (het hoofdelement eerst). */
export type Bezoeker = (naam: string, waarde: Record<string, unknown>, ouders: readonly Ouder[]) => void

export type Leeskeuze = {
  /** Onthoudt herhaalde klassen niet: voor grote bestanden, waar alleen de bezoeker ze ziet. */
  readonly vergeetHerhaald?: boolean
  readonly bezoek?: (beschreven: Beschreven) => Bezoeker
  /** Slaat de vlotte lezer over: om de twee met elkaar te vergelijken. */
  readonly alleenGewoon?: boolean
}

/** Een open element: een klasse met haar plek in de volgorde, of een waarde in wording. */
export type Raam = {
  readonly naam: string
  waarde: Record<string, unknown>
  readonly klasse: Klasse | null
  readonly type: Simpel | null
  readonly veld: Veld | null
  readonly regel: number
  tekst: string
  plek: number
  aantal: number
}

export function maakRaam(naam: string, veld: Veld, regel: number): Raam {
  const [klasse, type] = veld.inhoud.soort === 'simpel' ? [null, veld.inhoud] : [veld.inhoud, null]
  return { naam, veld, regel, waarde: {}, klasse, type, tekst: '', plek: 0, aantal: 0 }
}

/** De velden van een klasse. Een eigen soort object krijgt meteen ruimte voor zoveel velden als de eerste hadden, een leeg object groeit keer op keer. */
class Klassewaarde {
  [naam: string]: unknown
}

type Element = { readonly ruimte: string; readonly naam: string; readonly attributen: readonly SaxesAttributeNS[] }

const MAX_FOUTEN = 50
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const XMLNS = 'http://www.w3.org/2000/xmlns/'

type Rij = { readonly namen: readonly string[]; readonly velden: readonly Veld[]; readonly plekken: ReadonlyMap<string, number> }
const rijen = new WeakMap<Klasse, Rij>()
function rijVan(klasse: Klasse): Rij {
  let rij = rijen.get(klasse)
  if (rij === undefined) {
    const namen = Object.keys(klasse.velden)
    rij = { namen, velden: Object.values(klasse.velden), plekken: new Map(namen.map((naam, i) => [naam, i])) }
    rijen.set(klasse, rij)
  }
  return rij
}

/** Waar de lezer is in het bericht, en wat er al mis was. */
export class Leesstand implements Ontvanger {
  readonly fouten: Plaatsfout[] = []
  readonly wortel: Record<string, unknown> = {}
  beschreven: Beschreven | null = null
  klaar = false
  ruimteVan?: (voorvoegsel: string) => string | undefined
  /** Wat er open staat, het hoofdelement eerst. */
  readonly ramen: Raam[] = []
  /** Even niet luisteren: wat er langskomt staat al open. */
  isStil = false
  private readonly keuze: Leeskeuze
  private bezoek: Bezoeker | undefined
  /** Hoeveel open elementen er in een deel zitten dat niet bij het bericht hoort. */
  private overgeslagen = 0

  constructor(keuze: Leeskeuze) {
    this.keuze = keuze
  }

  open(element: Element, regel: number): void {
    if (this.isStil) return
    const boven = this.ramen.at(-1)
    if (this.overgeslagen > 0) this.overgeslagen++
    else if (boven === undefined) this.beginBericht(element, regel)
    else if (boven.klasse === null) {
      this.meld(regel, boven.naam, `Hier hoort een waarde, geen element ${leesbaar(element.naam, 40)}.`)
      this.overgeslagen = 1
    } else this.beginVeld(boven, boven.klasse, element, regel)
  }

  tekst(tekst: string, isCdata: boolean, regel: number): void {
    const raam = this.ramen.at(-1)
    if (this.overgeslagen > 0 || raam === undefined) return
    if (raam.type === null) {
      if (isCdata || /[^ \t\n\r]/.test(tekst))
        this.meld(regel, raam.naam, `In ${raam.naam} mogen alleen elementen staan, geen losse tekst.`)
    } else if (raam.tekst.length + tekst.length > grenzen.tekst) {
      this.meld(regel, raam.naam, `De tekst is langer dan ${grenzen.tekst} tekens.`)
      this.klaar = true
    } else raam.tekst += tekst
  }

  sluit(regel: number): void {
    if (this.overgeslagen > 0) {
      this.overgeslagen--
      return
    }
    const raam = this.ramen.pop()
    if (raam === undefined) return
    if (raam.type !== null) this.sluitWaarde(raam, raam.type)
    else if (raam.klasse !== null) this.sluitKlasse(raam, raam.klasse, regel)
  }

  stopMet(fout: Plaatsfout | null): void {
    // Wie al klaar was, meldt niets meer: zo hangt een verslag niet af van waar een stuk ophield.
    if (fout === null || this.klaar) return
    this.fouten.push(fout)
    this.klaar = true
  }

  private meld(regel: number, element: string, tekst: string): void {
    if (this.klaar) return
    if (this.fouten.length < MAX_FOUTEN) this.fouten.push({ regel, element, tekst })
    else this.klaar = true
  }

  private beginBericht({ ruimte, naam, attributen }: Element, regel: number): void {
    const gevonden = zoekBericht(ruimte)
    if (gevonden === undefined || naam !== 'Bericht') {
      this.meld(regel, naam, onbekendBericht(ruimte, naam, gevonden))
      this.klaar = true
      this.overgeslagen = 1
      return
    }
    this.beschreven = gevonden
    this.bezoek = this.keuze.bezoek?.(gevonden)
    const klasse: Klasse = { soort: 'klasse', velden: gevonden.bericht.velden }
    this.keurAttributen(attributen, naam, klasse, regel)
    this.ramen.push({ naam, waarde: this.wortel, klasse, type: null, veld: null, regel, tekst: '', plek: 0, aantal: 0 })
  }

  private beginVeld(boven: Raam, klasse: Klasse, { ruimte, naam, attributen }: Element, regel: number): void {
    const veld = this.zoekVeld(boven, klasse, ruimte, naam, regel)
    if (veld === null) {
      this.overgeslagen = 1
      return
    }
    const { inhoud } = veld
    this.keurAttributen(attributen, naam, inhoud, regel)
    this.ramen.push(maakRaam(naam, veld, regel))
  }

  private zoekVeld(boven: Raam, klasse: Klasse, ruimte: string, naam: string, regel: number): Veld | null {
    const rij = rijVan(klasse)
    const plek = rij.plekken.get(naam)
    const veld = plek === undefined ? undefined : rij.velden[plek]
    if (plek === undefined || veld === undefined) {
      this.meld(regel, naam, `Het element ${leesbaar(naam, 40)} bestaat niet in ${boven.naam}. Wel: ${rij.namen.join(', ')}.`)
      return null
    }
    const { release, bericht } = this.beschreven as Beschreven
    const nodig = klasse.soort === 'groep' ? release.basisruimte : release.berichtruimte(bericht.naam)
    if (ruimte !== nodig) {
      this.meld(regel, naam, `Het element ${naam} staat in de verkeerde naamruimte. Nodig: ${nodig}.`)
      return null
    }
    this.schuifOp(boven, rij, plek, naam, regel)
    return veld
  }

  /** Schuift naar de plek van dit element in de verplichte volgorde. */
  private schuifOp(boven: Raam, rij: Rij, plek: number, naam: string, regel: number): void {
    if (plek < boven.plek) {
      this.meld(regel, naam, `${naam} staat te laat: het hoort vóór ${rij.namen[boven.plek]}.`)
      return
    }
    if (plek > boven.plek) {
      this.meldOntbrekend(boven, rij, plek, regel)
      boven.plek = plek
      boven.aantal = 0
    } else if (boven.aantal > 0 && rij.velden[plek]?.aantal !== '1..n') this.meld(regel, naam, `${naam} staat er twee keer; één keer mag.`)
    boven.aantal++
  }

  private meldOntbrekend(raam: Raam, rij: Rij, tot: number, regel: number): void {
    for (let i = raam.plek; i < tot; i++)
      if (rij.velden[i]?.aantal !== '0..1' && !(i === raam.plek && raam.aantal > 0))
        this.meld(regel, rij.namen[i] ?? '', `Het verplichte element ${rij.namen[i]} ontbreekt in ${raam.naam}.`)
  }

  private sluitKlasse(raam: Raam, klasse: Klasse, regel: number): void {
    const rij = rijVan(klasse)
    this.meldOntbrekend(raam, rij, rij.namen.length, regel)
    this.neemKlasse(raam)
  }

  /** Opent een klasse waarvan vaststaat dat zij hier hoort, in het raam van de vorige keer. */
  heropen(raam: Raam): void {
    raam.waarde = new Klassewaarde()
    raam.plek = 0
    raam.aantal = 0
    this.ramen.push(raam)
  }

  /** Een klasse die compleet is en niet meer open staat. */
  neemKlasse(raam: Raam): void {
    // Na een fout kan een klasse onvolledig zijn; regels zien alleen wat aan het schema voldoet.
    if (this.fouten.length === 0) this.bezoek?.(raam.naam, raam.waarde, this.ramen)
    if (!(this.keuze.vergeetHerhaald && raam.veld?.aantal === '1..n')) this.bewaar(raam, raam.waarde)
  }

  private sluitWaarde(raam: Raam, type: Simpel): void {
    const gelezen = leesWaarde(type, raam.tekst)
    if ('fout' in gelezen) this.meld(raam.regel, raam.naam, gelezen.fout)
    else this.bewaar(raam, gelezen.waarde)
  }

  private bewaar(raam: Raam, waarde: unknown): void {
    const boven = this.ramen.at(-1)
    if (boven !== undefined) this.bewaarIn(boven, raam.naam, raam.veld?.aantal === '1..n', waarde)
  }

  bewaarIn({ waarde: boven }: Raam, naam: string, isVeel: boolean, waarde: unknown): void {
    const eerder = isVeel ? boven[naam] : undefined
    if (!isVeel) boven[naam] = waarde
    else if (Array.isArray(eerder)) eerder.push(waarde)
    else boven[naam] = [waarde]
  }

  /** Er is nog niets mis. */
  get isSchoon(): boolean {
    return this.fouten.length === 0 && !this.klaar
  }

  private keurAttributen(attributen: readonly SaxesAttributeNS[], element: string, inhoud: Inhoud, regel: number): void {
    for (const { uri, local, value } of attributen) {
      if (uri === XMLNS || (uri === XSI && (local === 'schemaLocation' || local === 'noNamespaceSchemaLocation'))) continue
      if (uri === XSI && local === 'type' && this.isEigenType(value.trim(), element, inhoud)) continue
      this.meld(regel, element, `Het attribuut ${local.slice(0, 40)} mag niet. Berichten hebben geen attributen.`)
    }
  }

  /** `xsi:type` mag van XSD het type noemen dat er toch al stond. */
  private isEigenType(waarde: string, element: string, inhoud: Inhoud): boolean {
    const { release, bericht } = this.beschreven as Beschreven
    const grens = waarde.indexOf(':')
    const ruimte = this.ruimteVan?.(waarde.slice(0, Math.max(grens, 0))) ?? ''
    const naam = waarde.slice(grens + 1)
    if (inhoud.soort === 'simpel' && inhoud.beperking !== undefined) return false
    if (inhoud.soort === 'simpel' || inhoud.soort === 'groep') return naam === inhoud.naam && ruimte === release.basisruimte
    return naam === element && ruimte === release.berichtruimte(bericht.naam)
  }
}

function onbekendBericht(ruimte: string, naam: string, gevonden: Beschreven | undefined): string {
  if (gevonden) return `Het hoofdelement van ${gevonden.bericht.naam} heet Bericht, niet ${naam}.`
  const bekend = releases.map((r) => `${r.standaard} ${r.versie}`).join(', ')
  return `Dit is geen bericht dat we kennen: ${naam.slice(0, 40)} in naamruimte "${leesbaar(ruimte, 100)}". Bekend: ${bekend}.`
}
