/**
 * Een server in het klein die zich aan de afspraken van de API houdt (csrf, etag, idempotentie, problem+json, wijzers), voor wat met
 * de echte server niet te sturen is: een sessie die verloopt, een collega die net voor was, een lijst van twintigduizend.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import serveer from '@fastify/static'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { build } from 'vite'
import basis from '../../vite.config.ts'

const wortel = fileURLToPath(new URL('../..', import.meta.url))
const gebouwd = join(wortel, '.meedoen', 'proef-web')
const zelf = ["'self'"]

export type Proefzaak = {
  naam: string
  periode: { van: string; tot: string }
  team: string
  soort: string
  toelichting: string
  bsn: string
}
const beginstand = () => ({
  medewerker: { id: 'm1', naam: 'Sanne de Vries' },
  sessies: new Map<string, { csrf: string; medewerker: { id: string; naam: string } }>(),
  zaak: {
    naam: 'Onderzoek',
    periode: { van: '2026-03-01', tot: '' },
    team: 'noord',
    soort: 'nieuw',
    toelichting: '',
    bsn: '',
  } as Proefzaak,
  versie: 1,
  collega: null as string | null,
  gemaakt: new Map<string, { id: string }>(),
  aantal: 20_000,
  lijststoring: false,
  /** De server draait, maar kan even niet: elk verzoek aan de API krijgt 503. */
  even503: false,
  bsnInzagen: 0,
  verzoeken: [] as string[],
})

export type Werkserver = Awaited<ReturnType<typeof startWerkserver>>

/** Bouwt de proefschermen en biedt ze aan, met een API waarvan de test de stand kan zetten. */
export async function startWerkserver() {
  await build({
    ...basis,
    root: join(wortel, 'e2e/proef'),
    logLevel: 'error',
    build: { ...basis.build, outDir: gebouwd, emptyOutDir: true },
  })
  const stand = beginstand()
  const server = fastify({ logger: false })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], scriptSrc: zelf, styleSrc: zelf, imgSrc: zelf, connectSrc: zelf },
    },
    strictTransportSecurity: false,
  })
  const sessieVan = (vraag: FastifyRequest) => stand.sessies.get(/meedoen_sessie=([^;]+)/.exec(vraag.headers.cookie ?? '')?.[1] ?? '')
  const probleem = (antwoord: FastifyReply, status: number, code: string, rest: object = {}) =>
    antwoord
      .code(status)
      .type('application/problem+json')
      .send({ title: 'Niet gelukt', status, code, ...rest })

  server.addHook('onRequest', async (vraag, antwoord) => {
    stand.verzoeken.push(`${vraag.method} ${vraag.url}`)
    if (stand.even503 && vraag.url.startsWith('/api/')) return probleem(antwoord, 503, 'STORING', { correlatie: 'proef-2' })
    if (!vraag.url.startsWith('/api/') || vraag.url.endsWith('/aanmeldwijzen')) return
    const sessie = sessieVan(vraag)
    if (!sessie) return probleem(antwoord, 401, 'NIET_AANGEMELD')
    if (vraag.method !== 'GET' && vraag.headers['x-csrf-token'] !== sessie.csrf) return probleem(antwoord, 403, 'CSRF')
  })
  server.get('/healthz', () => ({ status: 'ok' }))
  server.get('/readyz', (_, antwoord) => antwoord.code(stand.even503 ? 503 : 200).send({}))
  server.get('/api/v1/aanmeldwijzen', () => ({
    oidc: false,
    demo: [
      { sleutel: 'm1', naam: 'Sanne de Vries', rol: 'consulent', gemeente: '9901', gemeentenaam: 'Veenmeer' },
      { sleutel: 'm2', naam: 'Bram Bakker', rol: 'teamleider', gemeente: '9901', gemeentenaam: 'Veenmeer' },
    ],
  }))
  server.post('/aanmelden/demo', (vraag, antwoord) => {
    const { sleutel } = vraag.body as { sleutel: string }
    const medewerker = sleutel === 'm2' ? { id: 'm2', naam: 'Bram Bakker' } : { id: 'm1', naam: 'Sanne de Vries' }
    return antwoord.header('set-cookie', `meedoen_sessie=${meldAan(medewerker)}; Path=/; HttpOnly; SameSite=Lax`).send({ aangemeld: true })
  })
  server.get('/api/v1/sessie', (vraag) => {
    const sessie = sessieVan(vraag)
    return {
      medewerker: sessie?.medewerker,
      gemeente: { code: '9901', naam: 'Veenmeer', catalogus: 'veenmeer' },
      rollen: [sessie?.medewerker.id === 'm2' ? 'teamleider' : 'consulent'],
      team: null,
      csrf: sessie?.csrf,
      demo: true,
      verlooptOp: '2026-12-11T17:00:00.000Z',
      vandaag: '2026-12-11',
    }
  })
  server.get('/api/v1/inwoners', (vraag, antwoord) => {
    if (stand.lijststoring) return probleem(antwoord, 503, 'STORING', { correlatie: 'proef-1' })
    const { cursor = '0', limiet = '50', naam = '', sorteer = 'naam', telling: vraagtTelling } = vraag.query as Record<string, string>
    const alle = naam === 'niemand' ? 0 : stand.aantal
    const van = Number(cursor)
    const tot = Math.min(alle, van + Number(limiet))
    const achteruit = sorteer.startsWith('-')
    const items = Array.from({ length: tot - van }, (_, i) => inwoner(achteruit ? alle - 1 - van - i : van + i))
    const telling = { aantal: Math.min(alle, 1_000), meer: alle > 1_000 }
    return { items, volgende: tot < alle ? String(tot) : null, ...(vraagtTelling === 'true' && { telling }) }
  })
  server.get('/api/v1/zaken/1', (_, antwoord) => antwoord.header('etag', `"v${stand.versie}"`).send(stand.zaak))
  server.patch('/api/v1/zaken/1', (vraag, antwoord) => {
    if (vraag.headers['if-match'] !== `"v${stand.versie}"`)
      return probleem(antwoord.header('etag', `"v${stand.versie}"`), 412, 'VEROUDERD', {
        wie: stand.collega,
        wanneer: '2026-12-11T13:02:00.000Z',
        huidig: stand.zaak,
      })
    const nieuw = vraag.body as Proefzaak
    const fouten = [
      ...(nieuw.team === '' ? [{ plaats: '/team', code: 'LEEG', tekst: 'Kies het team dat deze zaak doet.' }] : []),
      ...(nieuw.periode.tot !== '' && nieuw.periode.tot < nieuw.periode.van
        ? [{ plaats: '/periode/tot', code: 'TE_VROEG', tekst: 'Kies een einddatum na de begindatum.' }]
        : []),
    ]
    if (fouten.length > 0) return probleem(antwoord, 422, 'ONGELDIG', { fouten })
    stand.zaak = nieuw
    stand.versie++
    return antwoord.header('etag', `"v${stand.versie}"`).send(nieuw)
  })
  server.post('/api/v1/zaken', (vraag, antwoord) => {
    const sleutel = String(vraag.headers['idempotency-key'])
    const eerder = stand.gemaakt.get(sleutel) ?? { id: `zaak-${stand.gemaakt.size + 1}` }
    stand.gemaakt.set(sleutel, eerder)
    return antwoord.code(201).send(eerder)
  })
  server.post('/api/v1/inwoners/1/bsn-inzagen', () => {
    stand.bsnInzagen++
    return { bsn: '999990019' }
  })
  await server.register(serveer, { root: gebouwd })
  server.setNotFoundHandler((vraag, antwoord) =>
    vraag.url.startsWith('/api/') ? probleem(antwoord, 404, 'ADRES_ONBEKEND') : antwoord.sendFile('index.html'),
  )
  const adres = await server.listen({ port: 0, host: '127.0.0.1' })

  function meldAan(medewerker = stand.medewerker): string {
    const sleutel = randomUUID()
    stand.sessies.set(sleutel, { csrf: randomUUID(), medewerker })
    return sleutel
  }
  /** Een collega bewaart iets terwijl u nog bezig bent. */
  function wijzigAlsCollega(wie: string, wijziging: Partial<Proefzaak>): void {
    stand.collega = wie
    stand.zaak = { ...stand.zaak, ...wijziging }
    stand.versie++
  }
  return { adres, stand, meldAan, wijzigAlsCollega, herstel: () => void Object.assign(stand, beginstand()), stop: () => server.close() }
}

function inwoner(nummer: number) {
  const namen = ['Jansen', 'van den Berg-Oosterhuis van der Meulen', 'Bakker', 'de Vries', 'Ó Súilleabháin']
  const dag = String((nummer % 28) + 1).padStart(2, '0')
  return {
    id: String(nummer + 1),
    naam: `${namen[nummer % namen.length]} ${nummer + 1}`,
    geboren: `19${40 + (nummer % 50)}-03-${dag}`,
    plaats: nummer % 7 === 0 ? 'Westdorp-aan-de-lange-kreek' : 'Veenmeer',
    tot: `2026-12-${dag}`,
    stap: nummer % 3 === 0 ? 'Huisbezoek plannen' : 'Advies afmaken',
  }
}
