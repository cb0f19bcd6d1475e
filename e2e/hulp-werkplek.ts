/** De werkplek in de browser: aanmelden in de proefomgeving, en een zaak klaarzetten langs de API zoals een scherm dat doet. */
import { randomInt, randomUUID } from 'node:crypto'
import type { APIResponse, Page } from 'playwright-core'
import { vulBsnAan } from '../src/core/base/bsn.ts'

export type Werker = {
  readonly vandaag: string
  readonly gemeente: { readonly code: string; readonly naam: string; readonly catalogus: string }
  /** Roept de API met de sessie van deze pagina; een fout laat de test zakken. */
  // biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
  roep(methode: 'GET' | 'POST' | 'PATCH', pad: string, lichaam?: unknown, koppen?: Record<string, string>): Promise<any>
}

type Optie = { sleutel: string; rol: string; gemeente: string }

/** Meldt aan als de n-de medewerker met deze rol in de n-de proefgemeente. */
export async function meldAan(pagina: Page, rol: string, { gemeente = 0, welke = 0 } = {}): Promise<Werker> {
  const { request } = pagina.context()
  const { demo } = (await (await request.get('/api/v1/aanmeldwijzen')).json()) as { demo: Optie[] }
  const code = [...new Set(demo.map((d) => d.gemeente))][gemeente]
  const optie = demo.filter((d) => d.rol === rol && d.gemeente === code)[welke]
  await lees(await request.post('/aanmelden/demo', { data: { sleutel: optie?.sleutel } }))
  const sessie = await lees(await request.get('/api/v1/sessie'))
  return {
    vandaag: sessie.vandaag,
    gemeente: sessie.gemeente,
    roep: async (methode, pad, data, koppen = {}) => {
      const headers = { 'x-csrf-token': sessie.csrf, 'idempotency-key': randomUUID(), ...koppen }
      return lees(await request.fetch(`/api/v1${pad}`, { method: methode, headers, ...(data !== undefined && { data }) }))
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
async function lees(antwoord: APIResponse): Promise<any> {
  if (!antwoord.ok()) throw new Error(`${antwoord.url()}: ${antwoord.status()} ${await antwoord.text()}`)
  return antwoord.json()
}

/** Bestanden die tegelijk draaien hebben elk een eigen plaats: wie uit een eigen vak kiest, kan een ander niets afpakken. */
const plaats = Number(process.env.VITEST_POOL_ID ?? 0) % 10
let volgend = randomInt(1_000)

/** Een verzonnen BSN uit de reeks die aan niemand is gegeven, dat op deze server nog vrij is en dat ook blijft tot de test het gebruikt. */
export async function vrijBsn(werker: Pick<Werker, 'roep'>): Promise<string> {
  for (;;) {
    const bsn = vulBsnAan(99_990_000 + plaats * 1_000 + (volgend++ % 1_000))
    if (bsn && (await werker.roep('POST', '/inwonerzoekopdrachten', { bsn })).items.length === 0) return bsn
  }
}

/** Een inwoner met een bevestigde melding waar het onderzoek kan beginnen. */
export async function maakZaak(werker: Pick<Werker, 'roep' | 'vandaag'>): Promise<{ inwoner: string; zaak: string }> {
  const inwoner = await werker.roep('POST', '/inwoners', {
    naam: { achternaam: 'Proefpersoon', voornamen: 'Anna', voorvoegsel: 'van', voorletters: null },
    bsn: await vrijBsn(werker),
    geboortedatum: '1950-04-12',
    woonplaats: 'Verzonnen',
  })
  const zaak = await werker.roep('POST', '/zaken', {
    inwoner: inwoner.id,
    soort: 'melding',
    kanaal: 'telefoon',
    gemeldDoor: 'inwoner',
    ontvangenOp: werker.vandaag,
    hulpvraag: 'Ik krijg mijn dagen niet meer op orde.',
  })
  const stap = (soort: string, versie: number) =>
    werker.roep('POST', `/zaken/${zaak.id}/gebeurtenissen`, { soort, datum: werker.vandaag }, { 'if-match': `"v${versie}"` })
  const bevestigd = await stap('melding_bevestigd', zaak.versie)
  await stap('plan_afgezien', bevestigd.versie)
  return { inwoner: inwoner.id, zaak: zaak.id }
}
