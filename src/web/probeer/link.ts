import { fout, type Result } from '#core/base/result.ts'
import type { Antwoord } from '#core/advies/advies.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Leesfout } from '#web/bewaren/bestand.ts'
import { leesSituatie } from '#web/probeer/lees-situatie.ts'
import { alsGeval, type Situatie } from '#web/probeer/situatie.ts'

/**
 * De situatie in het deel van het adres na `#`: leesbaar, en een browser stuurt dat deel nooit naar een server.
 * `vraag=ja&lijst=a,b&@gemeente=X&lezing:sleutel=3&afwijking:waarde=matig&reden:waarde=…`; een lege lijst is `lijst=`.
 * Motiveringen bij waarschuwingen gaan niet mee: vrije tekst over iemand hoort niet in een adres.
 */
export function naarFragment(catalogus: Catalogus, s: Situatie): string {
  const geval = alsGeval(s)
  const delen: [string, string][] = [['@versie', catalogus.catalogus.versie]]
  if (s.gemeente !== null && catalogus.gemeenten.length > 1) delen.push(['@gemeente', s.gemeente])
  for (const vraag of Object.keys(catalogus.vragen)) {
    const antwoord = s.antwoorden[vraag]
    if (antwoord !== undefined) delen.push([vraag, typeof antwoord === 'object' ? antwoord.join(',') : String(antwoord)])
  }
  for (const [waarde, o] of Object.entries(geval.overschrijvingen ?? {}))
    delen.push([`afwijking:${waarde}`, o.waarde], [`reden:${waarde}`, o.motivering])
  for (const [sleutel, waarde] of Object.entries(s.instellingen)) delen.push([`lezing:${sleutel}`, JSON.stringify(waarde)])
  return delen.map(([naam, waarde]) => `${codeer(naam)}=${codeer(waarde)}`).join('&')
}

/** Laat `@`, `:` en `,` staan: die mogen in een fragment en houden het leesbaar. */
function codeer(tekst: string): string {
  return encodeURIComponent(tekst).replaceAll('%40', '@').replaceAll('%3A', ':').replaceAll('%2C', ',')
}

export type Gelezenlink = { readonly situatie: Situatie; readonly versie: string | null }

/** Leest een gedeelde link. Klopt er iets niet, dan wordt er niets van overgenomen. */
export function vanFragment(catalogus: Catalogus, fragment: string): Result<Gelezenlink, Leesfout[]> {
  const ruw = {
    gemeente: undefined as string | undefined,
    antwoorden: {} as Record<string, unknown>,
    overschrijvingen: {} as Record<string, { waarde: string; motivering: string }>,
    instellingen: {} as Record<string, unknown>,
  }
  let versie: string | null = null
  for (const deel of fragment
    .replace(/^#/, '')
    .split('&')
    .filter((d) => d !== '')) {
    const [naam, waarde] = ontleed(deel) ?? [null, '']
    if (naam === null || naam in {})
      return fout([{ plaats: deel, tekst: 'De link is beschadigd: dit deel is niet te lezen. Vraag om een nieuwe link.' }])
    const [soort, sleutel] = naam.includes(':') ? (naam.split(/:(.*)/s) as [string, string]) : [null, naam]
    if (naam === '@versie') versie = waarde
    else if (naam === '@gemeente') ruw.gemeente = waarde
    else if (soort === 'lezing') ruw.instellingen[sleutel] = alsJson(waarde)
    else if (soort === 'afwijking') ruw.overschrijvingen[sleutel] = { waarde, motivering: ruw.overschrijvingen[sleutel]?.motivering ?? '' }
    else if (soort === 'reden') ruw.overschrijvingen[sleutel] = { waarde: ruw.overschrijvingen[sleutel]?.waarde ?? '', motivering: waarde }
    else ruw.antwoorden[naam] = alsAntwoord(catalogus, naam, waarde)
  }
  const situatie = leesSituatie(catalogus, ruw)
  return situatie.ok ? { ok: true, value: { situatie: situatie.value, versie } } : situatie
}

function ontleed(deel: string): [string, string] | null {
  const plek = deel.indexOf('=')
  if (plek < 1) return null
  try {
    return [decodeURIComponent(deel.slice(0, plek)), decodeURIComponent(deel.slice(plek + 1))]
  } catch {
    return null
  }
}

function alsJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return tekst
  }
}

/** Zet de tekst om naar het soort antwoord van de vraag; wat niet past blijft tekst, zodat de controle het bij naam weigert. */
function alsAntwoord(catalogus: Catalogus, vraag: string, tekst: string): Antwoord {
  const soort = Object.hasOwn(catalogus.vragen, vraag) ? catalogus.vragen[vraag]?.soort : undefined
  if (soort === 'meerkeuze') return tekst === '' ? [] : tekst.split(',')
  if (soort === 'getal' && /^-?\d+(\.\d+)?$/.test(tekst)) return Number(tekst)
  return tekst
}
