/** Een hele caseload beslissen zonder objecten per geval: een blok gaat kolom voor kolom, en daarna in een paar overgangen. */
import type { Kolom } from '#core/advies/caseload.ts'
import { schrijfCodes } from '#core/advies/caseload-codes.ts'
import { type Blok, maakBlok, maakKolomlezer } from '#core/advies/caseload-kolom.ts'
import { BEGIN, BYTE, type Byteveld, maakOvergangen, zetStappen } from '#core/advies/caseload-overgang.ts'
import { type Besliskaart, maakBesliskaart } from '#core/advies/tabel.ts'
import type { Variabele } from '#core/advies/voorwaarden.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Uitkomst } from '#core/catalogus/vorm.ts'

/** Heeft een overgang aan het begin van een blok meer toestanden dan dit (een kB per stuk), dan beginnen we opnieuw. Gewone tabellen hebben er honderden. */
const MAX_TOESTANDEN = 20_000

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
    maxToestanden = MAX_TOESTANDEN,
  }: { tabellen?: readonly string[]; maxToestanden?: number } = {},
): Caseloadbeslisser {
  const perTabel = tabellen.map((id) =>
    maakTabelbeslisser(catalogus, keuze, maakBesliskaart(catalogus, keuze, id), kolommen, maxToestanden),
  )
  return {
    tabellen,
    namen: Object.fromEntries(perTabel.map((t) => [t.id, t.namen])),
    beslis: (bytes, aantal) => {
      const blok = maakBlok(kolommen, bytes, aantal)
      return Object.fromEntries(perTabel.map((t) => [t.id, t.beslis(blok)]))
    },
  }
}

export const naamVanUitkomst = (u: Uitkomst): string =>
  'product' in u ? u.product : 'geen' in u ? `geen_product ${u.geen}` : `eerst_bespreken ${u.bespreken.join(' ')}`

function maakTabelbeslisser(
  catalogus: CatalogusInhoud,
  keuze: Keuze,
  kaart: Besliskaart,
  kolommen: readonly Kolom[],
  maxToestanden: number,
) {
  const { diagram, variabelen } = kaart.boek
  const eerstVragen = kaart.uitkomst.length
  const groepen = verdeel(
    diagram.steunVan(kaart.uitkomsten).map((niveau) => ({
      niveau,
      lezer: maakKolomlezer(catalogus, keuze, variabelen[niveau] as Variabele, kolommen),
    })),
  )
  const opnieuw = () => maakOvergangen(diagram, kaart.uitkomsten, groepen, eerstVragen)
  let overgangen = opnieuw()
  let codes: Int32Array[] = []
  let werk = new Uint8Array(0)
  let toestand = new Int32Array(0)

  function beslis(blok: Blok): Int32Array {
    const { aantal } = blok
    if (toestand.length < aantal) {
      // Vier gevallen zitten in één getal, dus ook de laatste paar krijgen er vier.
      const viertallen = Math.ceil(aantal / 4)
      toestand = new Int32Array(4 * viertallen)
      werk = new Uint8Array(4 * viertallen)
      codes = groepen.map(() => new Int32Array(viertallen))
    }
    if (overgangen.some((o) => o.toestanden.length > maxToestanden)) overgangen = opnieuw()
    groepen.forEach((groep, g) => {
      schrijfCodes(groep, blok, codes[g] as Int32Array, werk)
    })
    toestand.fill(BEGIN)
    zetStappen(overgangen, codes, toestand, aantal)
    return toestand
  }
  return { id: kaart.id, namen: [...kaart.uitkomst.map(naamVanUitkomst), 'eerst_vragen'], beslis }
}

/** Verdeelt velden over bytes, in volgorde. Vooraan staan lege bytes tot het een veelvoud van drie is, want zo gaan de overgangen. */
function verdeel(velden: readonly Omit<Byteveld, 'gewicht'>[]): Byteveld[][] {
  const groepen: Byteveld[][] = []
  let gewicht = 1
  for (const veld of velden) {
    const codes = veld.lezer.klasse.length
    invariant(codes <= BYTE, 'een vraag heeft in een caseload hoogstens 255 antwoorden die verschil maken')
    if (groepen.length === 0 || gewicht * codes > BYTE) {
      groepen.push([])
      gewicht = 1
    }
    groepen.at(-1)?.push({ ...veld, gewicht })
    gewicht *= codes
  }
  while (groepen.length === 0 || groepen.length % 3 !== 0) groepen.unshift([])
  return groepen
}
