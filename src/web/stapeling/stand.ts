import { fout, ok, type Result } from '#core/base/result.ts'
import type { Indicatie } from '#core/indicatie/indicatie.ts'
import { leesStapeling } from '#core/indicatie/lees-stapeling.ts'
import type { Voorstel } from '#core/indicatie/voorstellen.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Vignet } from '#core/catalogus/vorm.ts'
import { herken, type Leesfout } from '#web/bewaren/bestand.ts'

/** Een indicatie op het scherm; het nummer wijst haar aan, ook als alles eraan verandert. */
export type Rij = Indicatie & { readonly id: string }

/** Wat er naast elkaar ligt op dit scherm. Blijft in de browser. */
export type Stapelstand = {
  readonly gemeente: string | null
  readonly instellingen: Readonly<Record<string, Json>>
  readonly rijen: readonly Rij[]
  /** Motivering bij een waarschuwing, op code en producten. */
  readonly motiveringen: Readonly<Record<string, string>>
  /** Het geladen voorbeeld, als `V01.0`; vervalt bij een wijziging. */
  readonly voorbeeld: string | null
}

export const soortStapeling = 'meedoen-stapeling'

export function legeStand(catalogus: Catalogus): Stapelstand {
  const enige = catalogus.gemeenten.length === 1 ? (catalogus.gemeenten[0]?.naam ?? null) : null
  return { gemeente: enige, instellingen: {}, rijen: [], motiveringen: {}, voorbeeld: null }
}

/** Het eerstvolgende vrije nummer. */
export function nieuwId(rijen: readonly Rij[]): string {
  const hoogste = Math.max(0, ...rijen.map((r) => Number(r.id)).filter(Number.isInteger))
  return String(hoogste + 1)
}

/** Voegt toe of vervangt de rij met hetzelfde nummer. Er is hoogstens één nieuwe: die schuift als er iets niet past. */
export function zetRij(s: Stapelstand, rij: Rij): Stapelstand {
  const bestond = s.rijen.some((r) => r.id === rij.id)
  const rest = rij.nieuw ? s.rijen.map(({ nieuw: _weg, ...r }) => r) : s.rijen
  return { ...s, voorbeeld: null, rijen: bestond ? rest.map((r) => (r.id === rij.id ? rij : r)) : [...rest, rij] }
}

export function haalWeg(s: Stapelstand, id: string): Stapelstand {
  return { ...s, voorbeeld: null, rijen: s.rijen.filter((r) => r.id !== id) }
}

/** Waar de motivering van een waarschuwing onder bewaard wordt. */
export const motiveringsleutel = (m: { readonly code: string; readonly producten: readonly string[] }) =>
  `${m.code} ${m.producten.join('+')}`

export function motiveer(s: Stapelstand, sleutel: string, tekst: string): Stapelstand {
  const { [sleutel]: _weg, ...rest } = s.motiveringen
  return { ...s, motiveringen: tekst === '' ? rest : { ...rest, [sleutel]: tekst } }
}

/** Past een uitweg toe: de ene begint later, of de andere stopt eerder. */
export function pasToe(s: Stapelstand, voorstel: Voorstel): Stapelstand {
  const { id } = voorstel.indicatie
  return { ...s, voorbeeld: null, rijen: s.rijen.map((r) => (r.id === id ? { ...voorstel.wordt, id: r.id } : r)) }
}

type Ruw = { gemeente?: unknown; instellingen?: unknown; indicaties: unknown; motiveringen?: unknown; voorbeeld?: string | null }

/** Controleert wat uit een bestand, link of voorbeeld komt. Klopt er iets niet, dan verandert er niets. */
export function leesStand(
  catalogus: Catalogus,
  { gemeente, instellingen, indicaties, motiveringen, voorbeeld }: Ruw,
): Result<Stapelstand, Leesfout[]> {
  const r = leesStapeling(catalogus, { gemeente: gemeente ?? undefined, instellingen, indicaties })
  if (!r.ok) return fout(r.fout.map((f) => ({ plaats: f.plaats.slice(1).replaceAll('/', ', ') || 'de invoer', tekst: f.tekst })))
  return ok({
    gemeente: r.value.keuze.gemeente ?? legeStand(catalogus).gemeente,
    instellingen: r.value.keuze.instellingen ?? {},
    rijen: r.value.indicaties.map((i, plek) => ({ ...i, id: String(plek + 1) })),
    motiveringen: leesMotiveringen(motiveringen),
    voorbeeld: voorbeeld ?? null,
  })
}

function leesMotiveringen(ruw: unknown): Record<string, string> {
  if (typeof ruw !== 'object' || ruw === null) return {}
  return Object.fromEntries(Object.entries(ruw).filter((p): p is [string, string] => typeof p[1] === 'string'))
}

const zonderId = ({ id: _weg, ...rij }: Rij) => rij

export function naarBestand(catalogus: Catalogus, s: Stapelstand): string {
  const { id, versie } = catalogus.catalogus
  const inhoud = { soort: soortStapeling, catalogus: id, versie, hash: catalogus.hash, gemeente: s.gemeente, instellingen: s.instellingen }
  return `${JSON.stringify({ ...inhoud, indicaties: s.rijen.map(zonderId), motiveringen: s.motiveringen }, null, 2)}\n`
}

export function vanBestand(catalogus: Catalogus, ruw: unknown): Result<Stapelstand, Leesfout[]> {
  const o = herken(ruw, soortStapeling, catalogus.catalogus.id)
  return o.ok ? leesStand(catalogus, { ...o.value, indicaties: o.value.indicaties }) : o
}

/** De stand zoals hij in deze tab bewaard is. */
export function vanSessie(catalogus: Catalogus, ruw: unknown): Stapelstand | null {
  if (typeof ruw !== 'object' || ruw === null) return null
  const o = ruw as Stapelstand
  const r = leesStand(catalogus, { ...o, indicaties: o.rijen })
  return r.ok ? r.value : null
}

/** `indicatie=CODE,2026-01-01,2026-06-30,nieuw&…`; leeg eind is open. In het deel van het adres dat nooit naar een server gaat. */
export function naarFragment(catalogus: Catalogus, s: Stapelstand): string {
  const codeer = (t: string) => encodeURIComponent(t).replaceAll('%3A', ':')
  const delen = [`@versie=${codeer(catalogus.catalogus.versie)}`]
  if (s.gemeente !== null && catalogus.gemeenten.length > 1) delen.push(`@gemeente=${codeer(s.gemeente)}`)
  for (const r of s.rijen) {
    const vlaggen = [r.nieuw ? 'nieuw' : '', r.pgb ? 'pgb' : '', r.aanbieder ? `bij:${codeer(r.aanbieder)}` : ''].filter((v) => v !== '')
    delen.push(`indicatie=${[codeer(r.product), r.van, r.tot ?? '', ...vlaggen].join(',')}`)
  }
  for (const [sleutel, waarde] of Object.entries(s.instellingen)) delen.push(`lezing:${codeer(sleutel)}=${codeer(JSON.stringify(waarde))}`)
  return delen.join('&')
}

export function vanFragment(catalogus: Catalogus, fragment: string): Result<Stapelstand, Leesfout[]> {
  const indicaties: Record<string, unknown>[] = []
  const instellingen: [string, unknown][] = []
  let gemeente: string | undefined
  try {
    for (const deel of fragment.replace(/^#/, '').split('&')) {
      const [naam = '', waarde = ''] = deel.split(/=(.*)/s)
      if (naam === 'indicatie') indicaties.push(leesDeel(waarde))
      else if (naam.startsWith('lezing:')) instellingen.push([decodeURIComponent(naam.slice(7)), JSON.parse(decodeURIComponent(waarde))])
      else if (naam === '@gemeente') gemeente = decodeURIComponent(waarde)
      else if (naam !== '@versie')
        return fout([{ plaats: deel, tekst: 'De link is beschadigd: dit deel is niet te lezen. Vraag om een nieuwe link.' }])
    }
  } catch {
    return fout([{ plaats: 'de link', tekst: 'De link is beschadigd. Vraag om een nieuwe link.' }])
  }
  return leesStand(catalogus, { gemeente, instellingen: Object.fromEntries(instellingen), indicaties })
}

function leesDeel(waarde: string): Record<string, unknown> {
  const [product = '', van = '', tot = '', ...vlaggen] = waarde.split(',')
  const bij = vlaggen.find((v) => v.startsWith('bij:'))
  return {
    product: decodeURIComponent(product),
    van,
    ...(tot === '' ? {} : { tot }),
    ...(vlaggen.includes('nieuw') ? { nieuw: true } : {}),
    ...(vlaggen.includes('pgb') ? { pgb: true } : {}),
    ...(bij === undefined ? {} : { aanbieder: decodeURIComponent(bij.slice(4)) }),
  }
}

export type Stapelvoorbeeld = {
  readonly id: string
  readonly titel: string
  readonly situatie: string
  readonly gemeente: string | undefined
  readonly verwacht: NonNullable<Vignet['stapeling']>[number]
}

/** Elke stapeling uit de voorbeelden van de catalogus, apart te laden. */
export function stapelvoorbeelden(catalogus: Catalogus): Stapelvoorbeeld[] {
  return (catalogus.vignetten ?? []).flatMap((v) =>
    (v.stapeling ?? []).map((verwacht, i, alle) => ({
      id: `${v.id}.${i + 1}`,
      titel: alle.length > 1 ? `${v.id} · ${v.titel} (${i + 1} van ${alle.length})` : `${v.id} · ${v.titel}`,
      situatie: v.situatie,
      gemeente: v.gemeente,
      verwacht,
    })),
  )
}
