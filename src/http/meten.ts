/** Meetwaarden voor Prometheus, zonder iets over een persoon: aantallen en duren per route. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isLoopback } from '#actions/aanmelden/proef.ts'
import { telAchterstand } from '#actions/beheer/tel-achterstand.ts'
import type { Dienst } from '#actions/handeling/dienst.ts'
import { stuurProbleem } from './api/probleem.ts'
import { paden } from './paden.ts'

export function voegMetenToe(server: FastifyInstance, dienst: Dienst, meetsleutel: string | undefined): void {
  const register = new Registry()
  collectDefaultMetrics({ register, prefix: 'meedoen_' })
  const duur = new Histogram({
    name: 'meedoen_http_duur_seconden',
    help: 'Duur van een verzoek per route en statuscode',
    labelNames: ['methode', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  })
  new Gauge({
    name: 'meedoen_achterstand',
    help: 'Wat op achtergrondwerk wacht',
    labelNames: ['wat'],
    registers: [register],
    async collect() {
      for (const [wat, aantal] of Object.entries(await telAchterstand(dienst))) this.set({ wat }, aantal)
    },
  })
  const { keten } = dienst
  if (keten)
    new Gauge({
      name: 'meedoen_certificaat_dagen',
      help: 'Dagen dat een certificaat voor de keten nog geldt; onder nul is het verlopen',
      labelNames: ['naam'],
      registers: [register],
      collect() {
        for (const { naam, dagen } of keten.certificaten(dienst.nu())) this.set({ naam }, dagen)
      },
    })
  // Het opzoeken van een reeks kost meer dan de meting; er zijn er zoveel als routes maal uitkomsten.
  const reeksen = new Map<string, Histogram.Internal<'methode' | 'route' | 'status'>>()
  server.addHook('onResponse', (vraag, antwoord, klaar) => {
    const [methode, route, status] = [vraag.method, vraag.routeOptions.url ?? 'onbekend', antwoord.statusCode]
    const sleutel = `${methode} ${status} ${route}`
    const reeks = reeksen.get(sleutel) ?? duur.labels({ methode, route, status })
    reeksen.set(sleutel, reeks)
    reeks.observe(antwoord.elapsedTime / 1000)
    klaar()
  })
  server.get(paden.meetwaarden, async (vraag, antwoord) => {
    if (!magMeten(vraag, meetsleutel)) return stuurProbleem(antwoord, geenMeting)
    return antwoord.type(register.contentType).send(await register.metrics())
  })
}

/** Van deze computer zelf, of met de sleutel. */
function magMeten(vraag: FastifyRequest, meetsleutel: string | undefined): boolean {
  if (meetsleutel === undefined) return isLoopback(vraag.ip)
  const gegeven = Buffer.from(vraag.headers.authorization ?? '')
  const verwacht = Buffer.from(`Bearer ${meetsleutel}`)
  return gegeven.length === verwacht.length && timingSafeEqual(gegeven, verwacht)
}

const geenMeting = {
  soort: 'niet_bevoegd',
  code: 'GEEN_METING',
  tekst: 'De meetwaarden zijn alleen te lezen vanaf deze computer, of met de meetsleutel.',
} as const
