/**
 * Een hele caseload beslissen zonder objecten per geval: de automaat van een tabel loopt kolom voor kolom door een blok.
 */
import type { Antwoord } from '#core/advies/advies.ts'
import type { UitgeschrevenAutomaat } from '#core/advies/automaat.ts'
import { alsAntwoord, type Kolom } from '#core/advies/caseload.ts'
import { type Besliskaart, maakBesliskaart } from '#core/advies/tabel.ts'
import type { Variabele } from '#core/advies/voorwaarden.ts'
import { type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Uitkomst, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

export type Caseloadbeslisser = {
  readonly tabellen: readonly string[]
  /** Per tabel de namen van de uitkomsten: een productcode, `eerst_vragen`, `eerst_bespreken P Q`, `geen_product GROND`. */
  readonly namen: Readonly<Record<string, readonly string[]>>
  /** Nummer van de uitkomst per geval, per tabel. De rijen zijn geldig tot de volgende aanroep. */
  beslis(blok: Uint8Array, aantal: number): Readonly<Record<string, Int32Array>>
}

/** Beslisser voor caseloads met deze kolommen. Vragen die de catalogus niet kent tellen niet mee; vragen zonder kolom zijn onbekend. */
export function maakCaseloadbeslisser(
  catalogus: CatalogusInhoud,
  keuze: Keuze,
  kolommen: readonly Kolom[],
  {
    tabellen = Object.keys(catalogus.tabellen),
    max = MAX_UITGESCHREVEN,
    maxStanden = MAX_STANDEN,
  }: { tabellen?: readonly string[] } & Partial<Grenzen> = {},
): Caseloadbeslisser {
  const kaarten = tabellen.map((id) =>
    maakTabelbeslisser(catalogus, keuze, maakBesliskaart(catalogus, keuze, id), kolommen, { max, maxStanden }),
  )
  return {
    tabellen: kaarten.map((k) => k.id),
    namen: Object.fromEntries(kaarten.map((k) => [k.id, k.namen])),
    beslis: (blok, aantal) => {
      const plaatsen = plaatsenIn(kolommen, aantal)
      return Object.fromEntries(kaarten.map((k) => [k.id, k.beslis(blok, aantal, plaatsen)]))
    },
  }
}

export const naamVanUitkomst = (u: Uitkomst): string =>
  'product' in u ? u.product : 'geen' in u ? `geen_product ${u.geen}` : `eerst_bespreken ${u.bespreken.join(' ')}`

type Plaats = { readonly waarden: number; readonly bits: number }
function plaatsenIn(kolommen: readonly Kolom[], aantal: number): Plaats[] {
  let plaats = 0
  return kolommen.map((k) => {
    const hier = { waarden: plaats, bits: plaats + k.breedte * aantal }
    plaats = hier.bits + Math.ceil(aantal / 8)
    return hier
  })
}

/** Tot dit aantal standen van de vragen samen krijgt een tabel één opzoeking per geval. */
const MAX_STANDEN = 2 ** 20
type Grenzen = { readonly max: number; readonly maxStanden: number }

/** Meer toestanden dan dit schrijven we niet uit; dan gaat het geval voor geval. Gewone tabellen hebben er hooguit een paar honderd. */
const MAX_UITGESCHREVEN = 20_000

/** Zet een kolom van het blok om in klassen van één variabele; -1 is onbekend. */
type Vuller = {
  vul(blok: Uint8Array, aantal: number, plaatsen: readonly Plaats[], uit: Int8Array): void
  /** Bij een kolom van losse bytes: haar plaats, en per byte (onbekend, dan bekend) de klasse. Dan kan het zonder tussenrij. */
  readonly bytes?: { readonly kolom: number; readonly klasse: Int8Array }
}

function maakTabelbeslisser(
  catalogus: CatalogusInhoud,
  keuze: Keuze,
  kaart: Besliskaart,
  kolommen: readonly Kolom[],
  { max, maxStanden }: Grenzen,
) {
  const { boek, rijAutomaat } = kaart
  const niveaus = boek.diagram.steunVan(kaart.rijen)
  const vullers = niveaus.map((niveau) => maakVuller(catalogus, keuze, boek.variabelen[niveau] as Variabele, kolommen))
  const uitgeschreven = rijAutomaat.schrijfUit(max)
  const overgangen = niveaus.map((niveau) => uitgeschreven?.overgangenOp(niveau))
  const eerstVragen = kaart.uitkomst.length
  const namen = [...kaart.uitkomst.map(naamVanUitkomst), 'eerst_vragen']
  const uitkomstVan = (verzameling: number): number => {
    const [eerste, ...andere] = new Set(
      (rijAutomaat.verzamelingen[verzameling] as readonly number[]).map((rij) => kaart.uitkomstVanRij[rij] as number),
    )
    return andere.length === 0 ? (eerste as number) : eerstVragen
  }
  const uitkomstOp = new Int32Array(uitgeschreven?.omvang ?? 0)
  rijAutomaat.verzamelingen.forEach((_, v) => {
    if (uitgeschreven) uitkomstOp[uitgeschreven.plaatsVan(v)] = uitkomstVan(v)
  })
  let klassen: Int8Array[] = []
  let uit = new Int32Array(0)

  /** Kolom voor kolom alle gevallen een stap verder. */
  function perKolom({ begin }: UitgeschrevenAutomaat, blok: Uint8Array, aantal: number, plaatsen: readonly Plaats[]): void {
    uit.fill(begin, 0, aantal)
    vullers.forEach(({ vul, bytes }, n) => {
      const over = overgangen[n] as Int32Array
      if (bytes) return zetStapUitBytes(uit, blok, plaatsen[bytes.kolom] as Plaats, bytes.klasse, over, aantal)
      const klasse = klassen[0] as Int8Array
      vul(blok, aantal, plaatsen, klasse)
      zetStap(uit, klasse, over, aantal)
    })
    // Na de laatste kolom staat elk geval op een eindverzameling: in één opzoeking naar haar uitkomst.
    for (let i = 0; i < aantal; i++) uit[i] = uitkomstOp[uit[i] as number] as number
  }

  function perGeval(blok: Uint8Array, aantal: number, plaatsen: readonly Plaats[]): void {
    vullers.forEach(({ vul }, n) => {
      vul(blok, aantal, plaatsen, klassen[n] as Int8Array)
    })
    const vector = new Int16Array(boek.variabelen.length).fill(-1)
    for (let i = 0; i < aantal; i++) {
      niveaus.forEach((niveau, n) => {
        vector[niveau] = klassen[n]?.[i] as number
      })
      uit[i] = uitkomstVan(rijAutomaat.loop(vector))
    }
  }

  const opStand = maakStandtabel(kaart, niveaus, vullers, maxStanden, uitkomstVan)

  function beslis(blok: Uint8Array, aantal: number, plaatsen: readonly Plaats[]): Int32Array {
    if (uit.length < aantal) {
      uit = new Int32Array(aantal)
      klassen = Array.from({ length: uitgeschreven ? 1 : niveaus.length }, () => new Int8Array(aantal))
    }
    if (opStand) opStand(blok, aantal, plaatsen, uit)
    else if (uitgeschreven) perKolom(uitgeschreven, blok, aantal, plaatsen)
    else perGeval(blok, aantal, plaatsen)
    return uit
  }
  return { id: kaart.id, namen, beslis }
}

type Standkolom = Plaats & { readonly gewicht: Int32Array }

/**
 * Rusten de rijen op weinig vragen, dan is de stand van die vragen samen één getal, en staat de uitkomst in een tabel op
 * dat getal. Elke stand rekent de automaat één keer uit. null als er te veel standen zijn.
 */
function maakStandtabel(
  kaart: Besliskaart,
  niveaus: readonly number[],
  vullers: readonly Vuller[],
  maxStanden: number,
  uitkomstVan: (verzameling: number) => number,
): ((blok: Uint8Array, aantal: number, plaatsen: readonly Plaats[], uit: Int32Array) => void) | null {
  const { diagram, variabelen } = kaart.boek
  const standenPer = niveaus.map((n) => (diagram.breedte[n] as number) + 1)
  const standen = standenPer.reduce((product, aantal) => product * aantal, 1)
  if (standen > maxStanden || niveaus.length === 0 || vullers.some((v) => !v.bytes)) return null
  const waarde = standenPer.map((_, n) => standenPer.slice(0, n).reduce((product, aantal) => product * aantal, 1))
  const gewichten = vullers.map((v, n) => Int32Array.from(v.bytes?.klasse ?? [], (klasse) => (klasse + 1) * (waarde[n] as number)))
  const uitkomstOp = new Int16Array(standen).fill(-1)
  const vector = new Int16Array(variabelen.length).fill(-1)
  const leeg = new Int32Array(512)

  function rekenUit(stand: number): number {
    niveaus.forEach((niveau, n) => {
      vector[niveau] = (Math.floor(stand / (waarde[n] as number)) % (standenPer[n] as number)) - 1
    })
    const uitkomst = uitkomstVan(kaart.rijAutomaat.loop(vector))
    uitkomstOp[stand] = uitkomst
    return uitkomst
  }

  return (blok, aantal, plaatsen, uit) => {
    uit.fill(0, 0, aantal)
    const kolommen = vullers.map(
      (v, n): Standkolom => ({ ...(plaatsen[v.bytes?.kolom as number] as Plaats), gewicht: gewichten[n] as Int32Array }),
    )
    while (kolommen.length % 5 !== 0) kolommen.push({ ...(kolommen[0] as Standkolom), gewicht: leeg })
    for (let n = 0; n < kolommen.length; n += 5) telVijfOp(uit, blok, kolommen.slice(n, n + 5), aantal)
    for (let i = 0; i < aantal; i++) {
      const stand = uit[i] as number
      const uitkomst = uitkomstOp[stand] as number
      uit[i] = uitkomst < 0 ? rekenUit(stand) : uitkomst
    }
  }
}

/** Telt bij elk geval het gewicht van vijf antwoorden op; de bekend-bits van acht gevallen staan in één byte. */
function telVijfOp(uit: Int32Array, blok: Uint8Array, vijf: readonly Standkolom[], aantal: number): void {
  const [a, b, c, d, e] = vijf as readonly [Standkolom, Standkolom, Standkolom, Standkolom, Standkolom]
  const { waarden: aw, bits: ab, gewicht: ag } = a
  const { waarden: bw, bits: bb, gewicht: bg } = b
  const { waarden: cw, bits: cb, gewicht: cg } = c
  const { waarden: dw, bits: db, gewicht: dg } = d
  const { waarden: ew, bits: eb, gewicht: eg } = e
  for (let i = 0, byte = 0; i < aantal; byte++) {
    const am = (blok[ab + byte] as number) << 8
    const bm = (blok[bb + byte] as number) << 8
    const cm = (blok[cb + byte] as number) << 8
    const dm = (blok[db + byte] as number) << 8
    const em = (blok[eb + byte] as number) << 8
    const tot = Math.min(i + 8, aantal)
    for (let k = 0; i < tot; i++, k++) {
      const ga = ag[(blok[aw + i] as number) | ((am >> k) & 256)] as number
      const gb = bg[(blok[bw + i] as number) | ((bm >> k) & 256)] as number
      const gc = cg[(blok[cw + i] as number) | ((cm >> k) & 256)] as number
      const gd = dg[(blok[dw + i] as number) | ((dm >> k) & 256)] as number
      const ge = eg[(blok[ew + i] as number) | ((em >> k) & 256)] as number
      uit[i] = (uit[i] as number) + ga + gb + gc + gd + ge
    }
  }
}

function zetStap(plaats: Int32Array, klasse: Int8Array, overgangen: Int32Array, aantal: number): void {
  for (let i = 0; i < aantal; i++) plaats[i] = overgangen[(plaats[i] as number) + (klasse[i] as number) + 1] as number
}

/** Hetzelfde rechtstreeks uit de kolom, per acht gevallen omdat hun bekend-bits in één byte staan. */
function zetStapUitBytes(
  plaats: Int32Array,
  blok: Uint8Array,
  { waarden, bits }: Plaats,
  klasse: Int8Array,
  overgangen: Int32Array,
  aantal: number,
): void {
  for (let i = 0, b = bits; i < aantal; b++) {
    const bekend = (blok[b] as number) << 8
    const tot = Math.min(i + 8, aantal)
    for (let k = 0; i < tot; i++, k++) {
      plaats[i] = overgangen[
        (plaats[i] as number) + (klasse[(blok[waarden + i] as number) | ((bekend >> k) & 256)] as number) + 1
      ] as number
    }
  }
}

function maakVuller(catalogus: CatalogusInhoud, keuze: Keuze, v: Variabele, kolommen: readonly Kolom[]): Vuller {
  const vraag = catalogus.vragen[v.id]
  if (v.soort === 'overschrijving' || !vraag) return { vul: (_, aantal, __, uit) => void uit.fill(0, 0, aantal) }
  const open = vraag.soort === 'janee' && vraag.afwezig ? v.klassen.van(vraag.afwezig) : -1
  const eigen = maakKolomlezer(v.id, kolommen, open, maakKlasse(vraag, v, open))
  const bron = vraag.soort === 'janee' ? vraag.bepaaldDoor : undefined
  const grens =
    bron && typeof bron.vanaf === 'object' ? Number(leesInstelling(catalogus, keuze, bron.vanaf.instelling)) : Number(bron?.vanaf)
  const uitBron =
    bron && maakKolomlezer(bron.vraag, kolommen, -2, (antwoord) => v.klassen.van((antwoord as number) >= grens ? 'ja' : 'nee'))
  const geen: Vuller = { vul: (_, aantal, __, uit) => void uit.fill(open, 0, aantal) }
  return uitBron ? metBron(eigen ?? geen, uitBron) : (eigen ?? geen)
}

/** Klasse van een opgeslagen antwoord. Een keuze die deze versie niet (meer) kent, is hier niet beantwoord of telt in een lijst niet mee. */
function maakKlasse(vraag: Vraag, { klassen }: Variabele, open: number): (antwoord: Antwoord) => number {
  if (vraag.soort !== 'keuze' && vraag.soort !== 'meerkeuze') return (antwoord) => klassen.van(antwoord)
  const kent = new Set(waardenVan(vraag.waarden).map((w) => w.id))
  if (vraag.soort === 'keuze') return (antwoord) => (kent.has(antwoord as string) ? klassen.van(antwoord) : open)
  return (antwoord) => klassen.van((antwoord as readonly string[]).filter((w) => kent.has(w)))
}

/** Staat het antwoord waar dit uit volgt erbij, dan telt dat. */
function metBron(eigen: Vuller, uitBron: Vuller): Vuller {
  let bron = new Int8Array(0)
  return {
    vul(blok, aantal, plaatsen, uit) {
      if (bron.length < aantal) bron = new Int8Array(aantal)
      eigen.vul(blok, aantal, plaatsen, uit)
      uitBron.vul(blok, aantal, plaatsen, bron)
      for (let i = 0; i < aantal; i++) if ((bron[i] as number) > -2) uit[i] = bron[i] as number
    },
  }
}

/** Schrijft de klasse van elk antwoord; `open` waar het onbekend is. */
function maakKolomlezer(id: string, kolommen: readonly Kolom[], open: number, klasse: (antwoord: Antwoord) => number): Vuller | undefined {
  const nr = kolommen.findIndex((k) => k.vraag === id)
  const kolom = kolommen[nr]
  if (!kolom) return undefined
  if (kolom.breedte === 1 && kolom.soort !== 'getal') {
    const tabel = maakKlassetabel(kolom, open, klasse)
    return {
      vul: (blok, aantal, plaatsen, uit) => vulUitBytes(blok, plaatsen[nr] as Plaats, aantal, tabel, uit),
      bytes: { kolom: nr, klasse: tabel },
    }
  }
  const lees = (zicht: DataView, plaats: number): number =>
    kolom.breedte === 1 ? zicht.getUint8(plaats) : kolom.breedte === 2 ? zicht.getUint16(plaats, true) : zicht.getUint32(plaats, true)
  return {
    vul(blok, aantal, plaatsen, uit) {
      const { waarden, bits } = plaatsen[nr] as Plaats
      const zicht = new DataView(blok.buffer, blok.byteOffset, blok.byteLength)
      for (let i = 0; i < aantal; i++) {
        const bekend = ((blok[bits + (i >> 3)] as number) >> (i & 7)) & 1
        uit[i] = bekend ? klasse(alsAntwoord(kolom, lees(zicht, waarden + kolom.breedte * i))) : open
      }
    },
  }
}

function vulUitBytes(blok: Uint8Array, { waarden, bits }: Plaats, aantal: number, tabel: Int8Array, uit: Int8Array): void {
  for (let i = 0; i < aantal; i++) {
    const bekend = ((blok[bits + (i >> 3)] as number) >> (i & 7)) & 1
    uit[i] = tabel[(blok[waarden + i] as number) + 256 * bekend] as number
  }
}

/** Klasse per opgeslagen byte: eerst 256 keer onbekend, dan bekend. Bytes die geen waarde zijn, zijn ook onbekend. */
function maakKlassetabel(kolom: Kolom, open: number, klasse: (antwoord: Antwoord) => number): Int8Array {
  const aantal = (kolom.waarden as readonly string[]).length
  const geldig = kolom.soort === 'meerkeuze' ? 2 ** aantal : aantal
  return Int8Array.from({ length: 512 }, (_, n) => (n >= 256 && n - 256 < geldig ? klasse(alsAntwoord(kolom, n - 256)) : open))
}
