/** De ene weg naar de server. Een weigering of storing komt als `Probleem`; wie roept, hoeft geen status te kennen. */
import { geenVerbinding, leesProbleem, Probleem } from './probleem.ts'
import type { Sessie } from './sessie.ts'
import { aanmelding, csrfTeken, meldAangemeld, meldVerloren } from './sessiestand.ts'
import { meldContact } from './verbinding.ts'

export type Methode = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
export type Roepopties = {
  /** Wordt als JSON verstuurd. Een BSN hoort hier, nooit in het pad. */
  readonly lichaam?: unknown
  /** ETag van de versie die u wijzigt; gaat mee als `If-Match`. */
  readonly etag?: string | null
  /** Sleutel van dit ene aanmaken; zie `gebruikAanmaken`. */
  readonly idempotentie?: string
  readonly signaal?: AbortSignal
}
export type Antwoord<T> = { readonly waarde: T; readonly etag: string | null; readonly status: number; readonly locatie: string | null }

/** Roept een route onder `/api/v1`. Zonder inhoud (204) is de waarde `undefined`. */
export const roepApi = <T>(methode: Methode, pad: string, opties: Roepopties = {}): Promise<Antwoord<T>> =>
  stuur<T>(methode, `/api/v1${pad}`, opties)

/** Als `roepApi`, voor de enkele adressen buiten de API (aanmelden en afmelden). */
export async function stuur<T>(methode: Methode, adres: string, opties: Roepopties = {}, opnieuw = false): Promise<Antwoord<T>> {
  const antwoord = await verstuur(methode, adres, opties)
  if (antwoord.status === 403 && !opnieuw && (await isOudTeken(antwoord.clone())) && (await vernieuwTeken()))
    return stuur(methode, adres, opties, true)
  const etag = antwoord.headers.get('etag')
  const lichaam = await leesLichaam(antwoord)
  if (!antwoord.ok) {
    if (antwoord.status === 401) meldVerloren()
    throw leesProbleem(antwoord.status, lichaam, etag)
  }
  return { waarde: lichaam as T, etag, status: antwoord.status, locatie: antwoord.headers.get('location') }
}

async function verstuur(methode: Methode, adres: string, opties: Roepopties): Promise<Response> {
  try {
    const antwoord = await fetch(adres, {
      method: methode,
      headers: koppen(methode, opties),
      body: opties.lichaam === undefined ? undefined : JSON.stringify(opties.lichaam),
      signal: opties.signaal,
      credentials: 'same-origin',
      cache: 'no-store',
    })
    meldContact(true)
    return antwoord
  } catch (oorzaak) {
    // Afgebroken omdat niemand meer op het antwoord wacht: dat zegt niets over de verbinding.
    if (opties.signaal?.aborted) throw oorzaak
    meldContact(false)
    throw geenVerbinding(oorzaak)
  }
}

function koppen(methode: Methode, { lichaam, etag, idempotentie }: Roepopties): Record<string, string> {
  const csrf = methode === 'GET' ? null : csrfTeken()
  return {
    accept: 'application/json, application/problem+json',
    ...(lichaam !== undefined && { 'content-type': 'application/json' }),
    ...(csrf !== null && { 'x-csrf-token': csrf }),
    ...(etag && { 'if-match': etag }),
    ...(idempotentie && { 'idempotency-key': idempotentie }),
  }
}

async function leesLichaam(antwoord: Response): Promise<unknown> {
  if (antwoord.status === 204) return undefined
  const tekst = await antwoord.text().catch((oorzaak: unknown) => {
    meldContact(false)
    throw geenVerbinding(oorzaak)
  })
  if (tekst === '') return undefined
  if (!/[/+]json\b/.test(antwoord.headers.get('content-type') ?? '')) {
    if (!antwoord.ok) return undefined
    throw new Probleem({
      status: 502,
      code: 'GEEN_API',
      titel: 'De server gaf een onverwacht antwoord',
      tekst: 'Er kwam een pagina terug in plaats van gegevens.',
      watNu: 'Laad de pagina opnieuw. Blijft het misgaan, vraag het dan uw beheerder.',
    })
  }
  return JSON.parse(tekst) as unknown
}

/** Wie zich in een ander tabblad opnieuw aanmeldde, heeft hier nog het teken van de oude sessie. */
async function isOudTeken(antwoord: Response): Promise<boolean> {
  const lichaam = (await antwoord.json().catch(() => null)) as { code?: unknown } | null
  return lichaam?.code === 'CSRF'
}

/** Haalt het teken van de sessie van nu, als die van dezelfde medewerker is; anders past het verzoek niet bij wie er zit. */
async function vernieuwTeken(): Promise<boolean> {
  const was = aanmelding()
  if (was.stand !== 'er') return false
  const { waarde } = await stuur<Sessie>('GET', '/api/v1/sessie')
  if (waarde.medewerker.id !== was.medewerker || waarde.gemeente.code !== was.gemeente) return false
  meldAangemeld({ ...was, csrf: waarde.csrf })
  return true
}
