/**
 * Het verschil tussen twee catalogusversies in gewone zinnen, per onderdeel en met het nummer van de uitspraak erbij.
 * Voor wie een nieuwe versie moet goedkeuren: elke zin is één wijziging die iemand kan begrijpen zonder YAML te lezen.
 */
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { producten, uitspraken } from './vergelijk-producten.ts'
import { afgeleid, instellingen, tabellen, vragen } from './vergelijk-regels.ts'
import { blokken, inEenZin, lijst, paren, velden, type Wijziging, type Wijzigingen, zin } from './wijziging.ts'

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
    ['Voorrang van een andere wet', blokken([a, b], 'de regel', perCode(a), perCode(b), (r) => r.tekst)],
    ...tabellen(a, b),
    ['Stapeling', stapeling(a, b)],
    ['Normen', normen(a, b)],
    ['Vignetten', vignetten(a, b)],
    ['Brondocumenten', bronnen(a, b)],
  ]
  return delen.filter(([, w]) => w.length > 0).map(([onderdeel, wijzigingen]) => ({ onderdeel, wijzigingen }))
}

const perCode = (c: Catalogus) => Object.fromEntries((c.voorliggend ?? []).map((r) => [`${r.wet} bij ${r.producten.join(', ')}`, r]))

function kop(a: Catalogus, b: Catalogus): Wijziging[] {
  return velden('de catalogus', a.catalogus, b.catalogus, {
    naam: 'de naam',
    omschrijving: 'de omschrijving',
    productvolgorde: 'de volgorde van de producten',
    planLabel: 'het woord voor het plan',
  })
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
