import { fout, ok, type Result } from '#core/base/result.ts'
import type { Antwoord, Antwoorden, Overschrijving } from '#core/advies/advies.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { leesKeuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Leesfout } from '#web/bewaren/bestand.ts'
import { legeSituatie, type Situatie } from '#web/probeer/situatie.ts'

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x)

function leesTeksten(ruw: unknown, plaats: string, fouten: Leesfout[]): Record<string, string> {
  if (ruw === undefined) return {}
  if (!isObject(ruw) || !Object.values(ruw).every((w) => typeof w === 'string')) {
    fouten.push({ plaats, tekst: 'Hier horen teksten te staan. Haal dit deel weg of bewaar de situatie opnieuw.' })
    return {}
  }
  return ruw as Record<string, string>
}

/** Onaffe afwijkingen (waarde gekozen, motivering nog leeg) mogen bewaard zijn; de rekenkern krijgt alleen de gemotiveerde. */
function splitsAfwijkingen(ruw: unknown): { af: unknown; onaf: Record<string, Overschrijving> } {
  if (!isObject(ruw)) return { af: ruw, onaf: {} }
  const isOnaf = (w: unknown) =>
    isObject(w) && typeof w.waarde === 'string' && typeof w.motivering === 'string' && w.motivering.trim() === ''
  const rijen = Object.entries(ruw)
  return {
    af: Object.fromEntries(rijen.filter(([, w]) => !isOnaf(w))),
    onaf: Object.fromEntries(rijen.filter(([, w]) => isOnaf(w))) as Record<string, Overschrijving>,
  }
}

/** Controleert een situatie uit een bestand, een link of deze tab. Alles klopt, of er verandert niets: half openen bestaat niet. */
export function leesSituatie(catalogus: Catalogus, ruw: unknown): Result<Situatie, Leesfout[]> {
  if (!isObject(ruw))
    return fout([{ plaats: 'de hele situatie', tekst: 'Hier staat geen situatie in. Kies een bestand of link van dit scherm.' }])
  const fouten: Leesfout[] = []
  const { af, onaf } = splitsAfwijkingen(ruw.overschrijvingen)
  const keuze = leesKeuze(catalogus, { gemeente: ruw.gemeente ?? undefined, instellingen: ruw.instellingen })
  // Een onbekende gemeente staat al bij het geval; één keer zeggen is genoeg.
  if (!keuze.ok)
    fouten.push(...keuze.fout.filter((f) => f.plaats !== '/gemeente').map((f) => ({ plaats: plaatsInWoorden(f.plaats), tekst: f.tekst })))
  const geval = leesGeval(
    catalogus,
    { gemeente: ruw.gemeente, antwoorden: ruw.antwoorden ?? {}, overschrijvingen: af },
    keuze.ok ? keuze.value : {},
  )
  if (!geval.ok) fouten.push(...geval.fout.map((f) => ({ plaats: plaatsInWoorden(f.plaats), tekst: f.tekst })))
  const motiveringen = leesTeksten(ruw.motiveringen, 'motiveringen', fouten)
  if (fouten.length > 0 || !keuze.ok || !geval.ok) return fout(fouten)
  const leeg = legeSituatie(catalogus)
  return ok({
    gemeente: keuze.value.gemeente ?? leeg.gemeente,
    antwoorden: eigenAntwoorden(catalogus, geval.value.antwoorden),
    overschrijvingen: { ...((af ?? {}) as Record<string, Overschrijving>), ...onaf },
    instellingen: keuze.value.instellingen ?? {},
    motiveringen,
    vignet: typeof ruw.vignet === 'string' && catalogus.vignetten?.some((v) => v.id === ruw.vignet) ? ruw.vignet : null,
  })
}

/** `/antwoorden/wlzPassend` wordt `antwoorden, wlzPassend`. */
export function plaatsInWoorden(pointer: string): string {
  const delen = pointer.split('/').filter((d) => d !== '')
  return delen.length === 0 ? 'de hele situatie' : delen.map((d) => d.replaceAll('~1', '/').replaceAll('~0', '~')).join(', ')
}

/** Wat iemand zelf antwoordde: antwoorden die uit een ander volgen rekent de kern steeds opnieuw uit. */
function eigenAntwoorden(catalogus: Catalogus, antwoorden: Antwoorden): Record<string, Antwoord> {
  const volgt = (id: string) => {
    const vraag = catalogus.vragen[id]
    return vraag?.soort === 'janee' && vraag.bepaaldDoor !== undefined && antwoorden[vraag.bepaaldDoor.vraag] !== undefined
  }
  return Object.fromEntries(Object.entries(antwoorden).filter(([id]) => !volgt(id)))
}
