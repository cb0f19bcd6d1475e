/**
 * Waar JSON misgaat: regel en kolom van de eerste fout. `JSON.parse` noemt die niet altijd, en slikt een sleutel die
 * twee keer voorkomt; bij een advies zou dan stil het laatste antwoord gelden.
 */
export type Jsonfout = { readonly regel: number; readonly kolom: number; readonly tekst: string }

/** Dieper nestelt geen enkele invoer van ons; een grens houdt de lezer plat. */
const MAX_DIEPTE = 100

/** De eerste fout in een JSON-tekst, of null als ze klopt. */
export function zoekJsonfout(tekst: string): Jsonfout | null {
  const lezer = new Lezer(tekst)
  try {
    lezer.document()
    return null
  } catch (f) {
    if (!(f instanceof Stop)) throw f
    const voor = tekst.slice(0, f.positie)
    return { regel: voor.split('\n').length, kolom: f.positie - voor.lastIndexOf('\n'), tekst: f.message }
  }
}

class Stop extends Error {
  readonly positie: number
  constructor(positie: number, tekst: string) {
    super(tekst)
    this.positie = positie
  }
}

const getal = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: precies deze tekens verbiedt JSON in een tekst
const tekstwaarde = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

class Lezer {
  private i = 0
  private readonly t: string
  constructor(t: string) {
    this.t = t
  }

  document(): void {
    this.wit()
    if (this.i >= this.t.length) this.stop('Er staat niets.')
    this.waarde(0)
    this.wit()
    if (this.i < this.t.length) this.stop('Na het einde van de JSON staat nog iets.')
  }

  private waarde(diepte: number): void {
    if (diepte > MAX_DIEPTE) this.stop(`De JSON is dieper genest dan ${MAX_DIEPTE} niveaus.`)
    const teken = this.t[this.i]
    if (teken === '{') this.blok(diepte)
    else if (teken === '[') this.lijst(diepte)
    else if (teken === '"') this.tekst()
    else if (!this.past(getal) && !['true', 'false', 'null'].some((w) => this.woord(w))) this.stop(this.onverwacht())
  }

  private blok(diepte: number): void {
    this.i++
    const sleutels = new Set<string>()
    this.wit()
    if (this.neem('}')) return
    do {
      this.wit()
      const begin = this.i
      if (this.t[begin] !== '"')
        this.stop(
          this.t[begin] === '}' ? 'Er staat een komma te veel voor deze }.' : 'Hier hoort een sleutel tussen dubbele aanhalingstekens.',
        )
      const sleutel = JSON.parse(this.tekst()) as string
      if (sleutels.has(sleutel)) this.stop(`De sleutel "${sleutel}" staat hier voor de tweede keer.`, begin)
      sleutels.add(sleutel)
      this.wit()
      if (!this.neem(':')) this.stop('Na de sleutel hoort een dubbelepunt.')
      this.wit()
      this.waarde(diepte + 1)
      this.wit()
    } while (this.neem(','))
    if (!this.neem('}')) this.stop('Hier hoort een komma of een }.')
  }

  private lijst(diepte: number): void {
    this.i++
    this.wit()
    if (this.neem(']')) return
    do {
      this.wit()
      if (this.t[this.i] === ']') this.stop('Er staat een komma te veel voor deze ].')
      this.waarde(diepte + 1)
      this.wit()
    } while (this.neem(','))
    if (!this.neem(']')) this.stop('Hier hoort een komma of een ].')
  }

  private tekst(): string {
    const begin = this.i
    if (!this.past(tekstwaarde)) this.stop('Deze tekst is niet goed afgesloten of bevat een ongeldig teken.')
    return this.t.slice(begin, this.i)
  }

  private past(patroon: RegExp): boolean {
    patroon.lastIndex = this.i
    const gevonden = patroon.exec(this.t)
    if (!gevonden) return false
    this.i += gevonden[0].length
    return true
  }

  private woord(woord: string): boolean {
    if (!this.t.startsWith(woord, this.i)) return false
    this.i += woord.length
    return true
  }

  private neem(teken: string): boolean {
    if (this.t[this.i] !== teken) return false
    this.i++
    return true
  }

  private wit(): void {
    while (' \t\n\r'.includes(this.t[this.i] ?? 'x')) this.i++
  }

  private onverwacht(): string {
    if (this.i >= this.t.length) return 'De JSON houdt te vroeg op.'
    return this.t[this.i] === "'"
      ? 'JSON gebruikt dubbele aanhalingstekens.'
      : `Het teken ${JSON.stringify(this.t[this.i])} hoort hier niet.`
  }

  private stop(tekst: string, positie = this.i): never {
    throw new Stop(positie, tekst)
  }
}
