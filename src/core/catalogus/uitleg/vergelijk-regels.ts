/** Het verschil tussen twee catalogusversies in wat beslist: vragen, instellingen, afgeleide waarden en tabellen. */
import type { Catalogus, Tabel, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import { anders, blokken, inEenZin, type Kanten, lijst, paren, toon, velden, type Wijziging, zin } from './wijziging.ts'

/** De vragen en hun antwoorden. */
export function vragen(a: Catalogus, b: Catalogus): Wijziging[] {
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

/** Een lezer kent de titel, wie haar instelt de sleutel. */
const noem = (sleutel: string, titel = ''): string => `“${titel}” (${sleutel})`

/** De instellingen en hun lezingen. */
export function instellingen(a: Catalogus, b: Catalogus): Wijziging[] {
  return paren(Object.entries(a.instellingen ?? {}), Object.entries(b.instellingen ?? {})).flatMap(({ naam, was, is }) => {
    if (!was)
      return [
        zin(
          'erbij',
          `De instelling ${noem(naam, is?.titel)} komt erbij.`,
          [is?.amb ?? '', ...(is?.eisen ?? [])],
          undefined,
          toon(is?.standaard),
        ),
      ]
    if (!is) return [zin('weg', `De instelling ${noem(naam, was.titel)} vervalt.`, [was.amb, ...was.eisen], toon(was.standaard))]
    const bij = [is.amb, ...is.eisen]
    return [
      ...velden(
        `de instelling ${noem(naam, was.titel)}`,
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
        `bij de instelling ${noem(naam, was.titel)}: de lezing`,
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

/** De afgeleide waarden. */
export function afgeleid(a: Catalogus, b: Catalogus): Wijziging[] {
  return blokken(
    [a, b],
    'de afgeleide waarde',
    a.afgeleid ?? {},
    b.afgeleid ?? {},
    (x, c) => x.rijen.map((r) => (r.als ? `${r.dan} als ${inEenZin(c, r.als)}` : `anders ${r.dan}`)).join('; '),
    (x) => [...new Set([...(x.eisen ?? []), ...x.rijen.flatMap((r) => r.eisen ?? [])])],
  )
}

/** Elke beslistabel: rijen, volgorde en waarschuwingen. */
export function tabellen(a: Catalogus, b: Catalogus): [string, Wijziging[]][] {
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
