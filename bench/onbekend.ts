/** Wat open vragen kosten: dertig onbekende antwoorden tegenover drie, op een tabel die daar last van zou kunnen hebben. */
import type { CatalogusInhoud } from '#core/catalogus/vorm.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'
import { type Adviseur, maakAdviseur } from '#core/advies/adviseur.ts'
import { maakToeval } from '#core/base/toeval.ts'
import type { Antwoord } from '#core/advies/advies.ts'
import { maakGevallen, open } from './gevallen.ts'
import { type Meting, mediaan, meetOmEnOm, regel, verhouding } from './meting.ts'

const VRAGEN = 32
const GEVALLEN = 2000
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

/** Gevallen waarin zoveel vragen van de volgorde open staan; de rest is beantwoord. */
function reeks(
  vragen: readonly string[],
  open: number,
  toeval: () => number,
  antwoord: (vraag: string) => Antwoord,
): { antwoorden: Record<string, Antwoord> }[] {
  return Array.from({ length: GEVALLEN }, () => {
    const gehusseld = vragen.map((v) => ({ v, worp: toeval() })).sort((a, b) => a.worp - b.worp)
    return { antwoorden: Object.fromEntries(gehusseld.slice(open).map(({ v }) => [v, antwoord(v)])) }
  })
}

export async function meet(): Promise<Meting> {
  const toeval = maakToeval(7)
  const echt = await open('hulst-terneuzen')
  const vraagvolgorde = (echt.tabellen.individueel?.vraagvolgorde ?? []).slice(0, VRAGEN)
  const bekend = maakGevallen(echt, 1, 5)[0] as Record<string, Antwoord>
  const jaNee = (): string => (toeval() < 0.5 ? 'ja' : 'nee')
  const opEcht = (n: number) =>
    reeks(vraagvolgorde, n, toeval, (v) => (echt.vragen[v]?.soort === 'janee' ? jaNee() : (bekend[v] as Antwoord)))
  const opBreed = (n: number) => reeks(namen, n, toeval, jaNee)
  const echteAdviseur = maakAdviseur(echt, {})
  const brede = maakAdviseur(maakCatalogus(), {})
  const soorten = [0, 3, 10, 20, 30]
  let i = 0
  const kandidaten: Record<string, readonly [Adviseur, string, ReturnType<typeof reeks>]> = Object.fromEntries([
    ...soorten.map((n) => [`${n} open`, [echteAdviseur, 'individueel', opEcht(n)] as const]),
    ...soorten.map((n) => [`${n} open, verzonnen tabel die niets overslaat`, [brede, 'hoofd', opBreed(n)] as const]),
  ])
  const tijden = meetOmEnOm(
    Object.fromEntries(
      Object.entries(kandidaten).map(([naam, [adviseur, tabel, gevallen]]) => [
        naam,
        () => void adviseur.adviseer(tabel, gevallen[i++ % GEVALLEN] as (typeof gevallen)[number]),
      ]),
    ),
    { aanroepen: GEVALLEN, rondes: 40, aanloop: 20_000 },
  )
  const [drie, dertig] = ['3 open', '30 open'].map((n) => mediaan(tijden[n] as number[])) as [number, number]
  return {
    titel: 'Open vragen',
    uitleg: `Eén advies op de echte tabel "individueel" van Hulst en Terneuzen (${vraagvolgorde.length} vragen die kunnen beslissen), met steeds meer open vragen; en daaronder op een verzonnen tabel met ${VRAGEN} ja/nee-vragen die bijna allemaal meetellen, als ongunstigste geval. Elk advies is exact over alle invullingen en noemt de eerste vraag die iets kan veranderen; opsommen zou bij dertig open vragen ruim een miljard invullingen zijn.`,
    regels: Object.entries(tijden).map(([naam, t]) => regel(naam, t, 'ns')),
    verhoudingen: [verhouding('30 open / 3 open, echte tabel', dertig / drie, '≤', 3)],
  }
}
