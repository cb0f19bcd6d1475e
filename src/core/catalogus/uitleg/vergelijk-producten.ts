/** Het verschil tussen twee catalogusversies in wat er te krijgen is: producten en de uitspraken uit de bron. */
import type { Catalogus, Uitspraak } from '#core/catalogus/vorm.ts'
import { anders, blokken, inEenZin, type Kanten, paren, velden, type Wijziging, zin } from './wijziging.ts'

/** De producten, met hun lijsten, kenmerken en herkenning. */
export function producten(a: Catalogus, b: Catalogus): Wijziging[] {
  return paren(Object.entries(a.producten), Object.entries(b.producten)).flatMap(({ naam, was, is }) => {
    if (!was) return [zin('erbij', `Het product ${is?.naam} (${naam}) komt erbij.`)]
    if (!is) return [zin('weg', `Het product ${was.naam} (${naam}) vervalt.`)]
    return [
      ...velden(naam, was, is, {
        naam: 'de naam',
        familie: 'de familie',
        eenheid: 'de eenheid',
        dagdeelUren: 'de lengte van een dagdeel',
        bekostiging: 'de bekostiging',
        iwmoCode: 'de iWmo-code',
        kort: 'de omschrijving',
        aliassen: 'andere namen',
        omvang: 'de manier om de omvang te bepalen',
      }),
      ...onderdelen([a, b], `bij ${naam}: de beperking`, was.lijst, is.lijst, (l) => l.sleutel),
      ...onderdelen([a, b], `bij ${naam}: het resultaat`, was.resultaten, is.resultaten, (r) => r.code),
      ...onderdelen([a, b], `bij ${naam}: de bouwsteen`, was.bouwstenen, is.bouwstenen, (r) => r.code),
      ...blokken(
        [a, b],
        `bij ${naam}: het kenmerk`,
        was.kenmerken ?? {},
        is.kenmerken ?? {},
        (k) => k.tekst,
        (k) => k.eisen,
      ),
      ...onderdelen(
        [a, b],
        `bij ${naam}: de herkenning`,
        was.herkenning?.map((h) => ({ ...h, tekst: h.citaat })),
        is.herkenning?.map((h) => ({ ...h, tekst: h.citaat })),
        (h) => h.eis,
      ),
    ]
  })
}

type Onderdeel = { readonly tekst: string; readonly eis: string }

function onderdelen<T extends Onderdeel>(
  kanten: Kanten,
  wat: string,
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  naam: (x: T) => string,
): Wijziging[] {
  const opNaam = (rij: readonly T[] | undefined) => Object.fromEntries((rij ?? []).map((x) => [naam(x), x]))
  return blokken(
    kanten,
    wat,
    opNaam(a),
    opNaam(b),
    (x) => x.tekst,
    (x) => [x.eis],
  )
}

type Geplaatst = Uitspraak & { waar: string }

function alleUitspraken(c: Catalogus): [string, Geplaatst][] {
  const eigen = Object.entries(c.producten).flatMap(([p, x]) => x.uitspraken.map((u): [string, Geplaatst] => [u.eis, { ...u, waar: p }]))
  const gedeeld = (c.gedeeld ?? []).map(({ producten: bij, ...u }): [string, Geplaatst] => [u.eis, { ...u, waar: bij.join(', ') }])
  return [...gedeeld, ...eigen]
}

/** De uitspraken uit de bron, van elk product en gedeeld. */
export function uitspraken(a: Catalogus, b: Catalogus): Wijziging[] {
  return paren(alleUitspraken(a), alleUitspraken(b)).flatMap(({ naam, was, is }) => {
    if (!was) return [zin('erbij', `De uitspraak ${naam} komt erbij, bij ${is?.waar}.`, [naam], undefined, is?.tekst)]
    if (!is) return [zin('weg', `De uitspraak ${naam} vervalt, bij ${was.waar}.`, [naam], was.tekst)]
    const voorwaarden = anders(was.als, is.als)
      ? [
          zin(
            'anders',
            `De voorwaarde van de uitspraak ${naam} verandert.`,
            [naam],
            was.als ? inEenZin(a, was.als) : 'geen',
            is.als ? inEenZin(b, is.als) : 'geen',
          ),
        ]
      : []
    return [
      ...velden(
        `de uitspraak ${naam}`,
        was,
        is,
        {
          tekst: 'de tekst',
          citaat: 'het citaat',
          soort: 'de soort',
          waarde: 'de waarde',
          waar: 'de producten',
          werkt: 'waar de software haar toepast',
        } as Partial<Record<keyof Geplaatst, string>>,
        [naam],
      ),
      ...voorwaarden,
    ]
  })
}
