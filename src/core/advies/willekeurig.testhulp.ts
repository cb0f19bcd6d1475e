/** Willekeurige catalogi en gevallen voor eigenschapstests: klein genoeg om uit te putten, vreemd genoeg om te verrassen. */
import fc from 'fast-check'
import type { Geval } from '#core/advies/advies.ts'
import { domein } from '#core/advies/referentie.testhulp.ts'
import type { CatalogusInhoud, Uitkomst, Vraag } from '#core/catalogus/vorm.ts'
import type { Toets, Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

const PRODUCTEN = ['P1', 'P2', 'P3']
const KLEUREN = ['rood', 'groen', 'blauw']

const vraagSoort = fc.constantFrom('janee', 'janee', 'keuze', 'meerkeuze', 'getal')
const basis = { thema: 't', tekst: 'vraag', eisen: [] }
function vraagVan(soort: string): Vraag {
  if (soort === 'keuze') return { soort, ...basis, waarden: KLEUREN }
  if (soort === 'meerkeuze') return { soort, ...basis, waarden: KLEUREN }
  if (soort === 'getal') return { soort, ...basis, min: 0, max: 5 }
  return { soort: 'janee', ...basis }
}

const grens = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant({ instelling: 'grens' }))
function toetsVoor(soort: string): fc.Arbitrary<Toets> {
  if (soort === 'janee') return fc.constantFrom('ja', 'nee')
  if (soort === 'keuze') return fc.oneof(fc.constantFrom(...KLEUREN), fc.subarray(KLEUREN, { minLength: 1 }))
  if (soort === 'meerkeuze') {
    return fc.oneof(
      fc.record({ minstens: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ minstens: fc.integer({ min: 1, max: 2 }), uit: fc.subarray(KLEUREN, { minLength: 1 }) }),
      fc.constantFrom(...KLEUREN),
    )
  }
  return fc.oneof(
    fc.record({ vanaf: grens }),
    fc.record({ tot: grens }),
    fc.record({ vanaf: grens, totEnMet: grens }),
    fc.integer({ min: 0, max: 5 }),
  )
}

function voorwaardeVoor(soorten: Record<string, string>, extra: fc.Arbitrary<Voorwaarde>[]): fc.Arbitrary<Voorwaarde> {
  const blad = fc.oneof(...Object.entries(soorten).map(([id, soort]) => toetsVoor(soort).map((t): Voorwaarde => ({ [id]: t }))), ...extra)
  const { boom } = fc.letrec<{ boom: Voorwaarde }>((knoop) => ({
    boom: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      blad,
      fc.array(knoop('boom'), { minLength: 1, maxLength: 3 }).map((alle): Voorwaarde => ({ alle })),
      fc.array(knoop('boom'), { minLength: 1, maxLength: 3 }).map((een): Voorwaarde => ({ een })),
      fc.array(knoop('boom'), { minLength: 1, maxLength: 2 }).map((geen): Voorwaarde => ({ geen })),
      knoop('boom').map((niet): Voorwaarde => ({ niet })),
      fc
        .tuple(fc.integer({ min: 1, max: 2 }), fc.array(knoop('boom'), { minLength: 1, maxLength: 3 }))
        .map(([n, van]): Voorwaarde => ({ minstens: n, van })),
    ),
  }))
  return boom
}

const uitkomst: fc.Arbitrary<Uitkomst> = fc.oneof(
  fc.constantFrom(...PRODUCTEN).map((product): Uitkomst => ({ product })),
  fc.constantFrom('G_EEN', 'G_TWEE').map((geen): Uitkomst => ({ geen })),
  fc.subarray(PRODUCTEN, { minLength: 2, maxLength: 2 }).map((bespreken): Uitkomst => ({ bespreken })),
)

/** Een catalogus met hoogstens vijf vragen, een afgeleide waarde, een definitie, een instelling en een sluitende tabel. */
export const willekeurigeCatalogus: fc.Arbitrary<CatalogusInhoud> = fc
  .array(vraagSoort, { minLength: 2, maxLength: 5 })
  .chain((soorten) => {
    const perVraag = Object.fromEntries(soorten.map((s, i) => [`v${i}`, s]))
    const kaal = voorwaardeVoor(perVraag, [])
    const metAlles = voorwaardeVoor(perVraag, [
      fc.constantFrom('laag', 'hoog').map((w): Voorwaarde => ({ ernst: w })),
      fc.constant<Voorwaarde>({ definitie: 'kern' }),
      fc.constant<Voorwaarde>({ instelling: { grens: 3 } }),
    ])
    return fc.record({
      soorten: fc.constant(perVraag),
      volgorde: fc.shuffledSubarray(Object.keys(perVraag), { minLength: soorten.length }),
      ernst: fc.tuple(kaal, kaal),
      kern: kaal,
      grens: fc.integer({ min: 1, max: 4 }),
      rijen: fc.array(fc.tuple(metAlles, uitkomst), { minLength: 1, maxLength: 5 }),
      laatste: uitkomst,
      criteria: fc.array(fc.tuple(fc.constantFrom(...PRODUCTEN), metAlles), { maxLength: 4 }),
    })
  })
  .map((w) => ({
    catalogus: { id: 'x', versie: '1', naam: 'x', omschrijving: 'x', bronnen: [], productvolgorde: PRODUCTEN },
    gemeenten: [],
    themas: { t: { titel: 't' } },
    producten: Object.fromEntries(
      PRODUCTEN.map((p) => [
        p,
        {
          naam: p,
          familie: 'f',
          eenheid: 'uur' as const,
          bekostiging: null,
          iwmoCode: null,
          kort: p,
          uitspraken: w.criteria.flatMap(([bij, als], i) =>
            bij === p ? [{ eis: `X-${10 + i}`, soort: 'criterium' as const, tekst: 'x', werkt: [], als }] : [],
          ),
        },
      ]),
    ),
    vragen: Object.fromEntries(Object.entries(w.soorten).map(([id, s]) => [id, vraagVan(s)])),
    instellingen: {
      grens: { amb: 'AMB-01', titel: 'grens', eisen: [], lezingen: [{ waarde: w.grens, tekst: 'zo' }], standaard: w.grens, werkt: [] },
    },
    afgeleid: {
      ernst: {
        tekst: 'ernst',
        waarden: ['hoog', 'midden', 'laag'],
        overschrijfbaar: 'met_motivering' as const,
        rijen: [{ dan: 'hoog', als: w.ernst[0] }, { dan: 'midden', als: w.ernst[1] }, { dan: 'laag' }],
      },
    },
    definities: { kern: w.kern },
    gronden: { G_EEN: { tekst: 'een' }, G_TWEE: { tekst: 'twee' } },
    tabellen: {
      hoofd: {
        titel: 'hoofd',
        vraagvolgorde: w.volgorde,
        rijen: [
          ...w.rijen.map(([als, dan], i) => ({ rij: `R${i}`, als, dan, eisen: [], tekst: 'rij' })),
          { rij: 'R9', dan: w.laatste, eisen: [], tekst: 'rest' },
        ],
      },
    },
    stapeling: { volgorde: PRODUCTEN },
  }))

/** Een geval bij deze catalogus: elke vraag bekend of open, soms een overschreven afgeleide waarde. */
export function willekeurigGeval(c: CatalogusInhoud): fc.Arbitrary<Geval> {
  const perVraag = Object.keys(c.vragen).map((id) =>
    fc.option(fc.constantFrom(...domein(c, id)), { nil: undefined }).map((a) => [id, a] as const),
  )
  return fc.record({
    antwoorden: fc.tuple(...perVraag).map((paren) => Object.fromEntries(paren.filter(([, a]) => a !== undefined)) as Geval['antwoorden']),
    overschrijvingen: fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom('hoog', 'laag').map((waarde) => ({ ernst: { waarde, motivering: 'omdat' } })) },
    ),
  })
}

export const catalogusMetGeval = willekeurigeCatalogus.chain((c) => fc.record({ c: fc.constant(c), geval: willekeurigGeval(c) }))
