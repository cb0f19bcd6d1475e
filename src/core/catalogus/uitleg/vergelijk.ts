/**
 * Het verschil tussen twee catalogusversies in gewone zinnen, per onderdeel en met het nummer van de uitspraak erbij.
 * Voor wie een nieuwe versie moet goedkeuren: elke zin is één wijziging die iemand kan begrijpen zonder YAML te lezen.
 */
import type { Catalogus, Tabel, Uitspraak, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import { anders, blokken, inEenZin, type Kanten, lijst, paren, toon, velden, type Wijziging, type Wijzigingen, zin } from './wijziging.ts'

/** De verschillen van `a` naar `b`. Onderdelen zonder verschil ontbreken; is alles gelijk, dan is de lijst leeg. */
export function vergelijkCatalogi(a: Catalogus, b: Catalogus): Wijzigingen[] {
  const delen: [string, Wijziging[]][] = [
    ['Catalogus', kop(a, b)],
    [
      'Gemeenten',
      lijst(
        'de gemeente',
        a.gemeenten.map((g) => [g.naam, g]),
        b.gemeenten.map((g) => [g.naam, g]),
      ),
    ],
    ['Producten', producten(a, b)],
    ['Uitspraken', uitspraken(a, b)],
    ['Vragen', vragen(a, b)],
    ['Instellingen', instellingen(a, b)],
    [
      'Afgeleide waarden en definities',
      [...afgeleid(a, b), ...blokken([a, b], 'de definitie', a.definities ?? {}, b.definities ?? {}, (d, c) => inEenZin(c, d))],
    ],
    ['Gronden', blokken([a, b], 'de grond', a.gronden, b.gronden, (g) => [g.tekst, g.vervolg].filter(Boolean).join(' '))],
    ...tabellen(a, b),
    ['Stapeling', stapeling(a, b)],
    ['Normen', normen(a, b)],
    ['Vignetten', vignetten(a, b)],
    ['Brondocumenten', bronnen(a, b)],
  ]
  return delen.filter(([, w]) => w.length > 0).map(([onderdeel, wijzigingen]) => ({ onderdeel, wijzigingen }))
}

function kop(a: Catalogus, b: Catalogus): Wijziging[] {
  return velden('de catalogus', a.catalogus, b.catalogus, {
    naam: 'de naam',
    omschrijving: 'de omschrijving',
    productvolgorde: 'de volgorde van de producten',
    planLabel: 'het woord voor het plan',
  })
}

function producten(a: Catalogus, b: Catalogus): Wijziging[] {
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

function uitspraken(a: Catalogus, b: Catalogus): Wijziging[] {
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

function vragen(a: Catalogus, b: Catalogus): Wijziging[] {
  return paren(Object.entries(a.vragen), Object.entries(b.vragen)).flatMap(({ naam, was, is }) => {
    if (!was) return [zin('erbij', `De vraag ${naam} komt erbij.`, is?.eisen, undefined, is?.tekst)]
    if (!is) return [zin('weg', `De vraag ${naam} vervalt.`, was.eisen, was.tekst)]
    const namen = {
      soort: 'de soort',
      tekst: 'de tekst',
      uitleg: 'de uitleg',
      kort: 'de korte naam',
      thema: 'het thema',
      waarom: 'de reden om te vragen',
      min: 'het kleinste antwoord',
      max: 'het grootste antwoord',
      decimalen: 'het aantal cijfers achter de komma',
      afwezig: 'de betekenis van niet ingevuld',
      bepaaldDoor: 'waar het antwoord uit volgt',
      voorstelUit: 'waar het voorstel voor het antwoord uit komt',
    }
    return [
      ...velden(`de vraag ${naam}`, was as Record<string, unknown>, is as Record<string, unknown>, namen, is.eisen),
      ...lijst(`bij de vraag ${naam}: het antwoord`, antwoorden(was), antwoorden(is)),
    ]
  })
}

const antwoorden = (v: Vraag) =>
  v.soort === 'keuze' || v.soort === 'meerkeuze' ? waardenVan(v.waarden).map((w) => [w.id, w.tekst] as const) : []

function instellingen(a: Catalogus, b: Catalogus): Wijziging[] {
  return paren(Object.entries(a.instellingen ?? {}), Object.entries(b.instellingen ?? {})).flatMap(({ naam, was, is }) => {
    if (!was)
      return [
        zin(
          'erbij',
          `De instelling ${naam} komt erbij: ${is?.titel}.`,
          [is?.amb ?? '', ...(is?.eisen ?? [])],
          undefined,
          toon(is?.standaard),
        ),
      ]
    if (!is) return [zin('weg', `De instelling ${naam} vervalt.`, [was.amb, ...was.eisen], toon(was.standaard))]
    const bij = [is.amb, ...is.eisen]
    return [
      ...velden(
        `de instelling ${naam}`,
        was,
        is,
        {
          standaard: 'de standaard',
          titel: 'de titel',
          uitleg: 'de uitleg',
          vrij: 'de vrije waarde',
          perGemeente: 'of er per gemeente een waarde is',
        },
        bij,
      ),
      ...blokken(
        [a, b],
        `bij de instelling ${naam}: de lezing`,
        lezingen(was.lezingen),
        lezingen(is.lezingen),
        (l) => [l.tekst, l.ontbreekt].filter(Boolean).join(' '),
        () => bij,
      ),
    ]
  })
}

const lezingen = <T extends { waarde: unknown }>(rij: readonly T[]): Record<string, T> =>
  Object.fromEntries(rij.map((l) => [toon(l.waarde), l]))

function afgeleid(a: Catalogus, b: Catalogus): Wijziging[] {
  return blokken(
    [a, b],
    'de afgeleide waarde',
    a.afgeleid ?? {},
    b.afgeleid ?? {},
    (x, c) => x.rijen.map((r) => (r.als ? `${r.dan} als ${inEenZin(c, r.als)}` : `anders ${r.dan}`)).join('; '),
    (x) => [...new Set([...(x.eisen ?? []), ...x.rijen.flatMap((r) => r.eisen ?? [])])],
  )
}

function tabellen(a: Catalogus, b: Catalogus): [string, Wijziging[]][] {
  return paren(Object.entries(a.tabellen), Object.entries(b.tabellen)).map(({ naam, was, is }) => {
    if (!was) return [`Tabel ${naam}`, [zin('erbij', `De tabel ${is?.titel} komt erbij.`)]]
    if (!is) return [`Tabel ${naam}`, [zin('weg', `De tabel ${was.titel} vervalt.`)]]
    return [`Tabel ${naam}`, tabel([a, b], was, is)]
  })
}

function tabel(kanten: Kanten, was: Tabel, is: Tabel): Wijziging[] {
  const rijen = (t: Tabel) => Object.fromEntries(t.rijen.map((r) => [r.rij, r]))
  const volgorde = (t: Tabel, ook: Tabel) => t.rijen.map((r) => r.rij).filter((r) => ook.rijen.some((x) => x.rij === r))
  const codes = (t: Tabel) =>
    Object.fromEntries(
      (t.waarschuwingen ?? []).map((w, i) => [
        `${w.code}${(t.waarschuwingen ?? []).findIndex((x) => x.code === w.code) < i ? ` (${i + 1})` : ''}`,
        w,
      ]),
    )
  const rijVolgorde = anders(volgorde(was, is), volgorde(is, was))
    ? [zin('anders', 'De volgorde van de rijen verandert.', [], volgorde(was, is).join(', '), volgorde(is, was).join(', '))]
    : []
  const vraagVolgorde = anders(was.vraagvolgorde, is.vraagvolgorde)
    ? [zin('anders', 'De volgorde van de vragen verandert.', [], was.vraagvolgorde.join(', '), is.vraagvolgorde.join(', '))]
    : []
  return [
    ...blokken(kanten, 'de rij', rijen(was), rijen(is), rijInWoorden, (r) => r.eisen),
    ...rijVolgorde,
    ...vraagVolgorde,
    ...blokken(
      kanten,
      'de waarschuwing',
      codes(was),
      codes(is),
      (w, c) => `${w.tekst}${w.bij ? ` Bij ${w.bij.join(', ')}.` : ''}${w.als ? ` Als ${inEenZin(c, w.als)}.` : ''}`,
      (w) => [w.eis],
    ),
  ]
}

function rijInWoorden(r: Tabel['rijen'][number], c: Catalogus): string {
  const dan =
    'product' in r.dan ? r.dan.product : 'geen' in r.dan ? `geen product (${r.dan.geen})` : `bespreken: ${r.dan.bespreken.join(' of ')}`
  return `${r.als ? `als ${inEenZin(c, r.als)}` : 'altijd'}: ${dan}. ${r.tekst}`
}

function stapeling(a: Catalogus, b: Catalogus): Wijziging[] {
  const cellen = (c: Catalogus) =>
    c.stapeling.volgorde.flatMap((rij) =>
      c.stapeling.volgorde.map((kolom, j): [string, { mag: string | undefined; eis: string | undefined }] => [
        `${rij} met ${kolom}`,
        { mag: c.stapeling.matrix?.[rij]?.[j], eis: c.stapeling.cellen?.[rij]?.[j] },
      ]),
    )
  const perCel = paren(cellen(a), cellen(b)).flatMap(({ naam, was, is }) => {
    const eisen = [is?.eis ?? was?.eis].filter((e) => e !== undefined)
    return was?.mag === is?.mag
      ? []
      : [
          zin(
            was?.mag === undefined ? 'erbij' : is?.mag === undefined ? 'weg' : 'anders',
            `De cel ${naam} verandert.`,
            eisen,
            was?.mag,
            is?.mag,
          ),
        ]
  })
  const eisen = b.stapeling.perFamilie ? [b.stapeling.perFamilie.eis] : []
  return [
    ...perCel,
    ...velden(
      'de stapeling',
      a.stapeling,
      b.stapeling,
      {
        symmetrisch: 'de eis dat de matrix gelijk is aan haar spiegelbeeld',
        perFamilie: 'het maximum per familie',
        paren: 'de uitkomst per paar families',
        buitenMatrix: 'de uitleg buiten de matrix',
        pgbTeltMee: 'of een pgb meetelt',
        zelfdeProductBijTweeAanbieders: 'hetzelfde product bij twee aanbieders',
      },
      eisen,
    ),
  ]
}

function normen(a: Catalogus, b: Catalogus): Wijziging[] {
  return paren(Object.entries(a.normenkaders ?? {}), Object.entries(b.normenkaders ?? {})).flatMap(({ naam, was, is }) => {
    if (!was) return [zin('erbij', `Het normenkader ${is?.naam} komt erbij.`)]
    if (!is) return [zin('weg', `Het normenkader ${was.naam} vervalt.`)]
    const activiteiten = (k: typeof was) => Object.fromEntries(k.activiteiten.map((x) => [x.code, x]))
    const inWoorden = (x: (typeof was)['activiteiten'][number]) =>
      `${x.tekst}: ${Object.entries(x.minuten)
        .map(([z, m]) => `${z} ${m} minuten`)
        .join(', ')}, ${x.keer.aantal} keer per ${x.keer.per.replace(/^\d/, '$& ')}`
    return [
      ...velden(`het normenkader ${naam}`, was, is, {
        naam: 'de naam',
        versie: 'de versie',
        geldigVan: 'de ingangsdatum',
        bron: 'de bron',
        synthetisch: 'of de getallen verzonnen zijn',
        zwaarten: 'de zwaarten',
      }),
      ...blokken([a, b], `bij het normenkader ${naam}: de activiteit`, activiteiten(was), activiteiten(is), inWoorden),
    ]
  })
}

function vignetten(a: Catalogus, b: Catalogus): Wijziging[] {
  const opId = (c: Catalogus) => Object.fromEntries((c.vignetten ?? []).map((v) => [v.id, v]))
  return blokken(
    [a, b],
    'het vignet',
    opId(a),
    opId(b),
    (v) => v.titel,
    (v) => v.eisen,
  )
}

function bronnen(a: Catalogus, b: Catalogus): Wijziging[] {
  return paren(Object.entries(a.bronteksten), Object.entries(b.bronteksten)).flatMap(({ naam, was, is }) => {
    if (was === undefined) return [zin('erbij', `Het brondocument ${naam} komt erbij.`)]
    if (is === undefined) return [zin('weg', `Het brondocument ${naam} vervalt.`)]
    return was === is ? [] : [zin('anders', `De tekst van het brondocument ${naam} verandert.`)]
  })
}
