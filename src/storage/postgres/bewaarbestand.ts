/**
 * Het bestand van een bewaarde database: gzip om een kop, per tabel haar rijen (de tekstvorm van COPY) in blokken, en een slot met
 * aantallen en hashes. Zonder slot is het bestand niet af, en dan wordt er niets van gelezen.
 *
 *   MEEDOEN-BEWARING 1⏎  {kop}⏎  { {tabel}⏎ { lengte⏎ bytes } 0⏎ {tabelslot}⏎ }  {slot}⏎
 */
import { createHash, type Hash } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import { once } from 'node:events'
import { Databasefout } from './databasefout.ts'

export type Kop = {
  gemaaktOp: string
  server: string
  migraties: { nummer: number; naam: string; hash: string }[]
}
export type Tabelkop = { tabel: string; kolommen: string[] }
export type Tabelslot = { rijen: number; sha256: string }
export type Slot = { einde: true; tabellen: number; rijen: number; reeksen: { naam: string; waarde: string }[]; sha256: string }

const merk = 'MEEDOEN-BEWARING 1'
const beschadigd = (waarom: string) => new Databasefout('BEWARING_BESCHADIGD', `Dit bestand is beschadigd of niet af: ${waarom}.`)

/** Schrijft een bewaring; `naar` bepaalt waar de bytes heen gaan. Wacht als de ontvanger niet bijhoudt. */
export class Bewaringschrijver {
  readonly #naar: Writable
  readonly #alles = createHash('sha256')
  #tabel: Hash | undefined

  constructor(naar: Writable) {
    this.#naar = naar
  }

  async kop(kop: Kop): Promise<void> {
    await this.#schrijf(`${merk}\n${JSON.stringify(kop)}\n`)
  }

  async tabel(tabel: Tabelkop): Promise<void> {
    this.#tabel = createHash('sha256')
    await this.#schrijf(`${JSON.stringify(tabel)}\n`)
  }

  async blok(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return // lengte 0 sluit de tabel
    this.#tabel?.update(bytes)
    await this.#schrijf(`${bytes.length}\n`)
    await this.#schrijf(bytes)
  }

  async tabelslot(rijen: number): Promise<Tabelslot> {
    const slot = { rijen, sha256: this.#tabel?.digest('hex') ?? '' }
    await this.#schrijf(`0\n${JSON.stringify(slot)}\n`)
    return slot
  }

  /** De hash van het slot gaat over alles wat ervoor staat. */
  async slot(slot: Omit<Slot, 'einde' | 'sha256'>): Promise<void> {
    const geheel: Slot = { einde: true, ...slot, sha256: this.#alles.copy().digest('hex') }
    await this.#schrijf(`${JSON.stringify(geheel)}\n`)
  }

  async #schrijf(stuk: string | Buffer): Promise<void> {
    this.#alles.update(stuk)
    const ruim = this.#naar.write(stuk)
    if (this.#naar.destroyed) throw this.#naar.errored ?? new Error('het schrijven is afgebroken')
    if (!ruim) await once(this.#naar, 'drain')
  }
}

/** Leest een bewaring van voor naar achter. Elke afwijking is BEWARING_BESCHADIGD; wat daarvoor gelezen is telt dan niet. */
export class Bewaringlezer {
  readonly #bron: AsyncIterator<Buffer>
  readonly #alles = createHash('sha256')
  #rest: Buffer = Buffer.alloc(0)
  #tabel = createHash('sha256')

  constructor(bron: Readable) {
    this.#bron = bron[Symbol.asyncIterator]()
  }

  async kop(): Promise<Kop> {
    const eerste = await this.#regel()
    if (eerste !== merk) throw new Databasefout('GEEN_BEWARING', 'Dit is geen bestand dat met "database bewaar" is gemaakt.')
    return this.#json<Kop>()
  }

  /** De volgende tabel, of het slot als er geen meer is. */
  async volgende(): Promise<Tabelkop | Slot> {
    const tot = this.#alles.copy().digest('hex')
    const gelezen = await this.#json<Tabelkop | Slot>()
    if ('einde' in gelezen && gelezen.sha256 !== tot) throw beschadigd('de hash van het geheel klopt niet')
    this.#tabel = createHash('sha256')
    return gelezen
  }

  async *blokken(): AsyncGenerator<Buffer> {
    for (;;) {
      const lengte = Number(await this.#regel())
      if (!Number.isSafeInteger(lengte) || lengte < 0) throw beschadigd('een lengte is geen getal')
      if (lengte === 0) return
      const bytes = await this.#bytes(lengte)
      this.#tabel.update(bytes)
      yield bytes
    }
  }

  async tabelslot(naam: string): Promise<Tabelslot> {
    const slot = await this.#json<Tabelslot>()
    if (slot.sha256 !== this.#tabel.digest('hex')) throw beschadigd(`de hash van tabel ${naam} klopt niet`)
    return slot
  }

  async einde(): Promise<void> {
    if (this.#rest.length > 0 || (await this.#lees())) throw beschadigd('na het slot staat nog iets')
  }

  async #json<T>(): Promise<T> {
    const regel = await this.#regel()
    try {
      return JSON.parse(regel) as T
    } catch {
      throw beschadigd('een regel is niet te lezen')
    }
  }

  async #regel(): Promise<string> {
    let plaats: number
    while ((plaats = this.#rest.indexOf(10)) < 0) {
      if (this.#rest.length > 10_000_000) throw beschadigd('een regel is te lang')
      if (!(await this.#lees())) throw beschadigd('het houdt te vroeg op')
    }
    return this.#neem(plaats + 1).toString('utf8', 0, plaats)
  }

  async #bytes(lengte: number): Promise<Buffer> {
    while (this.#rest.length < lengte) if (!(await this.#lees())) throw beschadigd('het houdt te vroeg op')
    return this.#neem(lengte)
  }

  #neem(lengte: number): Buffer {
    const stuk = this.#rest.subarray(0, lengte)
    this.#rest = this.#rest.subarray(lengte)
    this.#alles.update(stuk)
    return stuk
  }

  async #lees(): Promise<boolean> {
    try {
      const { value, done } = await this.#bron.next()
      if (done) return false
      this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value])
      return true
    } catch (f) {
      // Alleen een fout in de gzip zelf gaat over het bestand; een leesfout van de schijf is een storing.
      if ((f as NodeJS.ErrnoException).code?.startsWith('Z_')) throw beschadigd((f as Error).message)
      throw f
    }
  }
}
