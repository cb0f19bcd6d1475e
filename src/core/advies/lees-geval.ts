/**
 * De rand van het advies: een aangeleverde situatie wordt hier één keer gecontroleerd; daarachter is alles vertrouwd.
 * Een vraag die ontbreekt, `null` of `"onbekend"` is onbekend, nooit nee.
 */
import type { Antwoord, Geval, Overschrijving } from '#core/advies/advies.ts'
import { bedoelde } from '#core/base/dichtstbij.ts'
import { type Blok, isBlok, kort, onbekendeVelden, wijzer } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Keuze, leesGemeente, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

/** Groter kan geen antwoord zijn, ook niet op een vraag zonder eigen maximum. */
const GROOTSTE_GETAL = 1_000_000

const velden = ['catalogus', 'gemeente', 'instellingen', 'antwoorden', 'overschrijvingen']

/**
 * Leest een situatie. `keuze` geeft de instellingen waar een grens van kan afhangen; de gemeente staat in de situatie
 * zelf of anders in de keuze. Alle fouten komen tegelijk terug.
 */
export function leesGeval(catalogus: CatalogusInhoud, ruw: unknown, keuze: Keuze = {}): Result<Geval, Invoerfout[]> {
  if (!isBlok(ruw))
    return fout([
      { code: 'INVOER_ONGELDIG', plaats: '', tekst: 'De situatie is een blok met `antwoorden`, bijvoorbeeld {"antwoorden":{}}.' },
    ])
  const fouten = onbekendeVelden(ruw, velden, '')
  const gemeente = leesGemeente(catalogus, ruw.gemeente ?? keuze.gemeente)
  if (!gemeente.ok) fouten.push(...gemeente.fout)
  const naam = gemeente.ok ? gemeente.value : undefined
  const antwoorden = leesAntwoorden(catalogus, ruw.antwoorden, fouten)
  if (fouten.length === 0) vulBepaalde(catalogus, antwoorden, { ...keuze, ...(naam !== undefined && { gemeente: naam }) }, fouten)
  const overschrijvingen = leesOverschrijvingen(catalogus, ruw.overschrijvingen, fouten)
  if (fouten.length > 0) return fout(fouten)
  return ok({ ...(naam !== undefined && { gemeente: naam }), antwoorden, ...(overschrijvingen && { overschrijvingen }) })
}

function leesAntwoorden(catalogus: CatalogusInhoud, ruw: unknown, fouten: Invoerfout[]): Record<string, Antwoord> {
  const uit: Record<string, Antwoord> = {}
  if (!isBlok(ruw)) {
    fouten.push({
      code: 'ANTWOORDEN_ONTBREKEN',
      plaats: '/antwoorden',
      tekst: 'Geef de antwoorden als een blok: {"vraag": "ja"}. Een leeg blok mag: dan is alles onbekend.',
    })
    return uit
  }
  for (const [id, antwoord] of Object.entries(ruw)) {
    // Alleen eigen namen: anders telt `constructor` als een vraag die bestaat.
    const vraag = Object.hasOwn(catalogus.vragen, id) ? catalogus.vragen[id] : undefined
    if (!vraag) fouten.push(onbekendeVraag(catalogus, id))
    else if (antwoord !== null && antwoord !== 'onbekend') {
      const gelezen = leesAntwoord(vraag, antwoord)
      if (gelezen.ok) uit[id] = gelezen.value
      else fouten.push({ code: 'ANTWOORD_ONGELDIG', plaats: wijzer('antwoorden', id), tekst: `${id}: ${gelezen.fout}` })
    }
  }
  return uit
}

function onbekendeVraag(catalogus: CatalogusInhoud, id: string): Invoerfout {
  const plaats = wijzer('antwoorden', id)
  const afgeleid = Object.hasOwn(catalogus.afgeleid ?? {}, id) ? catalogus.afgeleid?.[id] : undefined
  if (!afgeleid) {
    const tekst = `De vraag "${kort(id)}" bestaat niet in ${catalogus.catalogus.id}.${bedoelde(id, Object.keys(catalogus.vragen))} \`catalogus toon\` geeft alle vragen.`
    return { code: 'VRAAG_ONBEKEND', plaats, tekst }
  }
  const wel = afgeleid.overschrijfbaar ? ' Wijkt de consulent ervan af, zet dat dan met een motivering onder `overschrijvingen`.' : ''
  return { code: 'ANTWOORD_AFGELEID', plaats, tekst: `"${id}" volgt uit andere antwoorden en wordt niet gevraagd. Haal het weg.${wel}` }
}

/** Eén antwoord op een vraag; de fout is een zin zonder de naam van de vraag. */
export function leesAntwoord(vraag: Vraag, ruw: unknown): Result<Antwoord, string> {
  if (vraag.soort === 'getal') return leesGetal(vraag, ruw)
  const waarden = vraag.soort === 'janee' ? ['ja', 'nee'] : waardenVan(vraag.waarden).map((w) => w.id)
  if (vraag.soort !== 'meerkeuze') return leesWaarde(ruw, waarden)
  if (!Array.isArray(ruw))
    return fout(
      `${kort(ruw)} is geen lijst. Geef een lijst, ook bij één waarde: ["${waarden[0]}"]. Een lege lijst betekent: geen van deze.`,
    )
  for (const [i, w] of ruw.entries()) {
    const gelezen = leesWaarde(w, waarden, false)
    if (!gelezen.ok) return gelezen
    if (ruw.indexOf(w) !== i) return fout(`${kort(w)} staat er twee keer. Noem elke waarde één keer.`)
  }
  return ok(ruw as string[])
}

function leesWaarde(ruw: unknown, waarden: readonly string[], metOnbekend = true): Result<string, string> {
  if (typeof ruw === 'string' && waarden.includes(ruw)) return ok(ruw)
  const tip = typeof ruw === 'string' ? bedoelde(ruw, waarden) : ''
  return fout(`${kort(ruw)} is geen antwoord.${tip} Kies uit: ${[...waarden, ...(metOnbekend ? ['onbekend'] : [])].join(', ')}.`)
}

function leesGetal(vraag: Vraag & { soort: 'getal' }, ruw: unknown): Result<number, string> {
  if (typeof ruw !== 'number' || !Number.isFinite(ruw)) return fout(`${kort(ruw)} is geen getal. Geef een getal zonder aanhalingstekens.`)
  if (ruw < vraag.min) return fout(`${ruw} is te laag; het kleinste antwoord is ${vraag.min}.`)
  const max = vraag.max ?? GROOTSTE_GETAL
  if (ruw > max) return fout(`${ruw} is te hoog; het grootste antwoord is ${max}.`)
  const decimalen = vraag.decimalen ?? 0
  if (Number(ruw.toFixed(decimalen)) !== ruw)
    return fout(`${ruw} is te precies; ${decimalen === 0 ? 'geef een heel getal' : `hoogstens ${decimalen} cijfer achter de komma`}.`)
  // Van -0 maken we 0: JSON schrijft beide als 0 en een herhaald advies moet gelijk blijven.
  return ok(ruw === 0 ? 0 : ruw)
}

/** Antwoorden die uit een ander antwoord volgen. Wie beide geeft en zichzelf tegenspreekt, moet kiezen. */
function vulBepaalde(catalogus: CatalogusInhoud, antwoorden: Record<string, Antwoord>, keuze: Keuze, fouten: Invoerfout[]): void {
  for (const [id, vraag] of Object.entries(catalogus.vragen)) {
    if (vraag.soort !== 'janee' || !vraag.bepaaldDoor) continue
    const bron = antwoorden[vraag.bepaaldDoor.vraag]
    if (typeof bron !== 'number') continue
    const { vanaf } = vraag.bepaaldDoor
    const grens = typeof vanaf === 'number' ? vanaf : Number(leesInstelling(catalogus, keuze, vanaf.instelling))
    const volgt = bron >= grens ? 'ja' : 'nee'
    const gegeven = antwoorden[id]
    if (gegeven !== undefined && gegeven !== volgt) {
      const tekst = `${id} is "${String(gegeven)}", maar uit ${vraag.bepaaldDoor.vraag} ${bron} volgt "${volgt}" (grens ${grens}). Haal een van de twee antwoorden weg.`
      fouten.push({ code: 'ANTWOORDEN_TEGENSTRIJDIG', plaats: wijzer('antwoorden', id), tekst })
    }
    antwoorden[id] = volgt
  }
}

function leesOverschrijvingen(catalogus: CatalogusInhoud, ruw: unknown, fouten: Invoerfout[]): Record<string, Overschrijving> | undefined {
  if (ruw === undefined || ruw === null) return undefined
  if (!isBlok(ruw)) {
    fouten.push({
      code: 'OVERSCHRIJVING_ONGELDIG',
      plaats: '/overschrijvingen',
      tekst: 'Overschrijvingen zijn een blok: {"naam": {"waarde": "…", "motivering": "…"}}.',
    })
    return undefined
  }
  const uit = Object.entries(ruw).map(([id, o]) => [id, leesOverschrijving(catalogus, id, o, fouten)] as const)
  const goed = uit.filter((paar): paar is readonly [string, Overschrijving] => paar[1] !== null)
  return goed.length > 0 ? Object.fromEntries(goed) : undefined
}

function leesOverschrijving(catalogus: CatalogusInhoud, id: string, ruw: unknown, fouten: Invoerfout[]): Overschrijving | null {
  const plaats = wijzer('overschrijvingen', id)
  const weiger = (code: string, tekst: string, veld?: string): null => {
    fouten.push({ code, plaats: veld ? plaats + wijzer(veld) : plaats, tekst })
    return null
  }
  const afgeleid = Object.hasOwn(catalogus.afgeleid ?? {}, id) ? catalogus.afgeleid?.[id] : undefined
  const mag = Object.entries(catalogus.afgeleid ?? {}).flatMap(([naam, a]) => (a.overschrijfbaar ? [naam] : []))
  if (!afgeleid?.overschrijfbaar) {
    const reden = afgeleid ? 'volgt altijd uit de antwoorden' : 'bestaat niet als afgeleide waarde'
    return weiger(
      'OVERSCHRIJVING_NIET_TOEGESTAAN',
      `"${kort(id)}" ${reden}.${bedoelde(id, mag)} Overschrijven kan bij: ${mag.join(', ') || 'geen enkele waarde'}.`,
    )
  }
  if (!isBlok(ruw)) return weiger('OVERSCHRIJVING_ONGELDIG', `Geef bij "${id}" een waarde en een motivering.`)
  const vreemd = onbekendeVelden(ruw as Blok, ['waarde', 'motivering'], plaats)
  fouten.push(...vreemd)
  const waarde = leesWaarde(
    ruw.waarde,
    waardenVan(afgeleid.waarden).map((w) => w.id),
    false,
  )
  if (!waarde.ok) return weiger('OVERSCHRIJVING_ONGELDIG', `${id}: ${waarde.fout}`, 'waarde')
  if (typeof ruw.motivering !== 'string' || ruw.motivering.trim() === '')
    return weiger('MOTIVERING_ONTBREEKT', `Schrijf bij "${id}" waarom u afwijkt van de afgeleide waarde.`, 'motivering')
  return vreemd.length > 0 ? null : { waarde: waarde.value, motivering: ruw.motivering }
}
