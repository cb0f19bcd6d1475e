/** Wat open vragen kosten: dertig onbekende antwoorden tegenover drie, op een tabel die daar last van zou kunnen hebben. */
import type { CatalogusInhoud, Voorwaarde } from '#core/catalogus/vorm.ts'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { maakToeval } from '#core/base/toeval.ts'
import { type Meting, mediaan, meetOmEnOm, regel, verhouding } from './meting.ts'

const VRAGEN = 32
const namen = Array.from({ length: VRAGEN }, (_, i) => `v${i}`)

/** Twaalf rijen met telkens acht van de 32 vragen, met "en", "of" en "minstens". Opsommen zou 2^30 invullingen zijn. */
function maakCatalogus(): CatalogusInhoud {
  const rij = (n: number): Voorwaarde => {
    const gekozen = Array.from({ length: 8 }, (_, k) => namen[(n * 5 + k * 3) % VRAGEN] as string).map(
      (v, k): Voorwaarde => ({ [v]: (n + k) % 3 === 0 ? 'nee' : 'ja' }),
    )
    return { een: [{ alle: gekozen.slice(0, 3) }, { minstens: 3, van: gekozen.slice(3) }] }
  }
  const producten = ['P0', 'P1', 'P2']
  return {
    catalogus: { id: 'breed', versie: '1', naam: 'breed', omschrijving: 'verzonnen', bronnen: [], productvolgorde: producten },
    gemeenten: [],
    themas: { t: { titel: 't' } },
    producten: Object.fromEntries(
      producten.map((p) => [
        p,
        { naam: p, familie: 'f', eenheid: 'uur' as const, bekostiging: null, iwmoCode: null, kort: p, uitspraken: [] },
      ]),
    ),
    vragen: Object.fromEntries(namen.map((v) => [v, { soort: 'janee' as const, thema: 't', tekst: v, eisen: [] }])),
    gronden: { GEEN: { tekst: 'geen' } },
    tabellen: {
      hoofd: {
        titel: 'hoofd',
        vraagvolgorde: namen,
        rijen: [
          ...Array.from({ length: 4 }, (_, n) => ({
            rij: `R${n}`,
            als: rij(n),
            dan: { product: producten[n % 3] as string },
            eisen: [],
            tekst: 'rij',
          })),
          { rij: 'R9', dan: { geen: 'GEEN' }, eisen: [], tekst: 'rest' },
        ],
      },
    },
    stapeling: { volgorde: producten },
  }
}

export async function meet(): Promise<Meting> {
  const adviseur = maakAdviseur(maakCatalogus(), {})
  const toeval = maakToeval(7)
  const reeks = (bekend: number): { antwoorden: Record<string, string> }[] =>
    Array.from({ length: 500 }, () => {
      const gehusseld = [...namen].sort(() => toeval() - 0.5).slice(0, bekend)
      return { antwoorden: Object.fromEntries(gehusseld.map((v) => [v, toeval() < 0.5 ? 'ja' : 'nee'])) }
    })
  const kandidaten = {
    '0 open': reeks(VRAGEN),
    '3 open': reeks(VRAGEN - 3),
    '10 open': reeks(VRAGEN - 10),
    '20 open': reeks(VRAGEN - 20),
    '30 open': reeks(VRAGEN - 30),
  }
  let i = 0
  const tijden = meetOmEnOm(
    Object.fromEntries(
      Object.entries(kandidaten).map(([naam, gevallen]) => [
        naam,
        () => void adviseur.adviseer('hoofd', gevallen[i++ % 500] as (typeof gevallen)[number]),
      ]),
    ),
    5_000,
  )
  return {
    titel: 'Open vragen',
    uitleg: `Een verzonnen tabel met ${VRAGEN} ja/nee-vragen die bijna allemaal meetellen. Elk advies is exact over alle invullingen van de open vragen en noemt de eerste vraag die iets kan veranderen; opsommen zou bij dertig open vragen ruim een miljard invullingen zijn.`,
    regels: Object.entries(tijden).map(([naam, t]) => regel(naam, t, 'ns')),
    verhoudingen: [verhouding('30 open / 3 open', mediaan(tijden['30 open'] as number[]) / mediaan(tijden['3 open'] as number[]), '≤', 10)],
  }
}
