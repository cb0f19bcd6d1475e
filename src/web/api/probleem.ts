import type { Invoerfout } from '#core/base/result.ts'

/** Wat de server in `application/problem+json` schrijft. Bij 412 staan wie, wanneer en de huidige stand erbij. */
export type Probleemgegevens = {
  readonly status: number
  readonly code: string
  readonly titel: string
  readonly tekst: string
  readonly watNu?: string
  /** Nummer van de uitspraak waar de weigering op rust. */
  readonly eis?: string
  readonly fouten?: readonly Invoerfout[]
  readonly wie?: string
  readonly wanneer?: string
  readonly huidig?: unknown
  /** ETag van de huidige stand, om na een keuze opnieuw te bewaren. */
  readonly etag?: string
  readonly correlatie?: string
}

/** Een verzoek dat niet lukte, in woorden voor op het scherm. Staat nooit een gegeven van een persoon in. */
export class Probleem extends Error implements Probleemgegevens {
  readonly status: number
  readonly code: string
  readonly titel: string
  readonly tekst: string
  readonly watNu?: string
  readonly eis?: string
  readonly fouten: readonly Invoerfout[]
  readonly wie?: string
  readonly wanneer?: string
  readonly huidig?: unknown
  readonly etag?: string
  readonly correlatie?: string
  constructor(gegevens: Probleemgegevens, oorzaak?: unknown) {
    super(`${gegevens.code}: ${gegevens.titel}`, { cause: oorzaak })
    this.name = 'Probleem'
    this.status = gegevens.status
    this.code = gegevens.code
    this.titel = gegevens.titel
    this.tekst = gegevens.tekst
    this.watNu = gegevens.watNu
    this.eis = gegevens.eis
    this.fouten = gegevens.fouten ?? []
    this.wie = gegevens.wie
    this.wanneer = gegevens.wanneer
    this.huidig = gegevens.huidig
    this.etag = gegevens.etag
    this.correlatie = gegevens.correlatie
  }
}

/** Er kwam geen antwoord: geen netwerk, of de server is weg. Status 0, want er was geen antwoord om een status van te lezen. */
export const geenVerbinding = (oorzaak?: unknown): Probleem =>
  new Probleem(
    {
      status: 0,
      code: 'GEEN_VERBINDING',
      titel: 'Geen verbinding met Meedoen',
      tekst: 'Meedoen is nu niet te bereiken. Wat u invulde, staat nog op het scherm.',
      watNu: 'Kijk of u internet hebt en probeer het opnieuw.',
    },
    oorzaak,
  )

const perStatus: Record<number, { titel: string; tekst: string; watNu?: string }> = {
  400: { titel: 'Dit verzoek klopt niet', tekst: 'De server begreep niet wat er gevraagd werd.' },
  401: { titel: 'U bent niet meer aangemeld', tekst: 'Meld u aan om verder te gaan.' },
  403: { titel: 'Dit mag u niet', tekst: 'U hebt geen rechten voor deze handeling.', watNu: 'Vraag uw teamleider of beheerder om hulp.' },
  404: { titel: 'Dit is er niet', tekst: 'Het is verwijderd of verplaatst, of u mag het niet zien.' },
  409: { titel: 'Dit kan nu niet', tekst: 'De stand is veranderd sinds u dit scherm opende.', watNu: 'Laad het scherm opnieuw.' },
  412: {
    titel: 'Een collega was u voor',
    tekst: 'Dit is gewijzigd sinds u het opende.',
    watNu: 'Bekijk het verschil en kies wat u bewaart.',
  },
  413: { titel: 'Dit is te groot', tekst: 'Er is meer tekst dan Meedoen in één keer aanneemt.', watNu: 'Maak de tekst korter.' },
  422: { titel: 'Niet opgeslagen', tekst: 'Er klopt iets niet in wat u invulde.' },
  429: { titel: 'Even geduld', tekst: 'Er kwamen te veel verzoeken achter elkaar.', watNu: 'Wacht een minuut en probeer het opnieuw.' },
  503: { titel: 'Meedoen is even niet beschikbaar', tekst: 'De gegevens zijn nu niet te bereiken.', watNu: 'Probeer het zo opnieuw.' },
}
const onbekend = {
  titel: 'Er ging iets mis in Meedoen',
  tekst: 'Dit ligt niet aan u.',
  watNu: 'Probeer het opnieuw. Blijft het misgaan, geef dan het nummer hieronder door aan uw beheerder.',
}

const tekstOf = (ruw: unknown): string | undefined => (typeof ruw === 'string' && ruw !== '' ? ruw : undefined)

function leesFouten(ruw: unknown): Invoerfout[] {
  if (!Array.isArray(ruw)) return []
  return ruw.flatMap((f: unknown) => {
    const { plaats, code, tekst } = (f ?? {}) as Record<string, unknown>
    return typeof tekst === 'string' ? [{ plaats: tekstOf(plaats) ?? '', code: tekstOf(code) ?? 'ONGELDIG', tekst }] : []
  })
}

/** Maakt van een antwoord met een foutstatus een `Probleem`; wat ontbreekt, wordt aangevuld met een gewone zin bij de status. */
export function leesProbleem(status: number, lichaam: unknown, etag?: string | null): Probleem {
  const ruw = (typeof lichaam === 'object' && lichaam !== null ? lichaam : {}) as Record<string, unknown>
  const gewoon = perStatus[status] ?? onbekend
  return new Probleem({
    status,
    code: tekstOf(ruw.code) ?? `HTTP_${status}`,
    titel: tekstOf(ruw.title) ?? gewoon.titel,
    tekst: tekstOf(ruw.detail) ?? (tekstOf(ruw.title) ? '' : gewoon.tekst),
    watNu: tekstOf(ruw.watNu) ?? gewoon.watNu,
    eis: tekstOf(ruw.eis),
    fouten: leesFouten(ruw.fouten),
    wie: tekstOf(ruw.wie),
    wanneer: tekstOf(ruw.wanneer),
    huidig: ruw.huidig,
    etag: etag ?? undefined,
    correlatie: tekstOf(ruw.correlatie),
  })
}

/** Elke fout als `Probleem`, zodat een scherm maar één vorm hoeft te tonen. Een fout in de software blijft herkenbaar. */
export function alsProbleem(fout: unknown): Probleem {
  if (fout instanceof Probleem) return fout
  return new Probleem({ status: 500, code: 'SOFTWAREFOUT', ...onbekend }, fout)
}

/** Of wachten kan helpen: geen antwoord, te druk of een storing. Een weigering wordt niet anders door het nog eens te vragen. */
export const isTijdelijk = (p: Probleem): boolean => p.status === 0 || p.status === 429 || p.status >= 500
