/** De werkplek openen als een medewerker van de proefomgeving, en gegevens klaarzetten langs de API zoals een scherm dat doet. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { openPagina } from './hulp.ts'
import { vrijBsn } from './hulp-werkplek.ts'

// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
type Antwoord = any
export type Medewerker = {
  readonly pagina: Page
  readonly vandaag: string
  readonly naam: string
  readonly id: string
  roep(methode: 'GET' | 'POST' | 'PATCH' | 'DELETE', pad: string, lichaam?: unknown, koppen?: Record<string, string>): Promise<Antwoord>
}
type Opties = NonNullable<Parameters<typeof openPagina>[1]>

/** Een eigen browser, aangemeld als de n-de medewerker met deze rol, op dit adres. */
export async function openAls(rol: string, pad: string, opties: Opties & { welke?: number } = {}): Promise<Medewerker> {
  const { welke = 0, ...rest } = opties
  const pagina = await openPagina('/healthz', rest)
  const { demo } = await (await pagina.request.get('/api/v1/aanmeldwijzen')).json()
  const optie = demo.filter((d: { rol: string; gemeente: string }) => d.rol === rol && d.gemeente === demo[0].gemeente)[welke]
  await pagina.request.post('/aanmelden/demo', { data: { sleutel: optie.sleutel } })
  const wie = await werkAls(pagina)
  await pagina.goto(pad)
  return wie
}

/** Wie in deze browser is aangemeld, met de API zoals een scherm die aanroept. */
export async function werkAls(pagina: Page): Promise<Medewerker> {
  const sessie = await (await pagina.request.get('/api/v1/sessie')).json()
  return {
    pagina,
    vandaag: sessie.vandaag,
    naam: sessie.medewerker.naam,
    id: sessie.medewerker.id,
    roep: async (methode, adres, data, koppen = {}) => {
      const antwoord = await pagina.request.fetch(`/api/v1${adres}`, {
        method: methode,
        headers: { 'x-csrf-token': sessie.csrf, 'idempotency-key': randomUUID(), ...koppen },
        ...(data !== undefined && { data }),
      })
      if (!antwoord.ok()) throw new Error(`${adres}: ${await antwoord.text()}`)
      return antwoord.status() === 204 ? null : antwoord.json()
    },
  }
}

/** Een achternaam die in deze testserver maar één keer voorkomt. */
export const nieuweNaam = (begin: string): string =>
  begin +
  randomUUID()
    .replace(/[^a-f]/g, (teken) => 'ghijklmnop'[Number(teken)] ?? '')
    .slice(0, 12)

export const maakInwoner = async (wie: Medewerker, anders: object = {}): Promise<Antwoord> =>
  wie.roep('POST', '/inwoners', {
    naam: { achternaam: nieuweNaam('Proef'), voornamen: 'Anna' },
    bsn: await vrijBsn(wie),
    geboortedatum: '1950-04-12',
    woonplaats: 'Verzonnen',
    telefoon: '06 12345678',
    ...anders,
  })

export const maakMelding = (wie: Medewerker, inwoner: string, anders: object = {}): Promise<Antwoord> =>
  wie.roep('POST', '/zaken', {
    inwoner,
    kanaal: 'telefoon',
    gemeldDoor: 'inwoner',
    ontvangenOp: wie.vandaag,
    hulpvraag: 'Ik krijg mijn dagen niet meer op orde.',
    ...anders,
  })
