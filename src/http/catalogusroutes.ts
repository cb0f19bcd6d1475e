/** De catalogi voor het scherm. Over een inwoner komt hier niets binnen: de rekenkern draait in de browser. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Uitgave } from '#actions/lees-catalogi.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { paden } from './paden.ts'

/** Wat `GET /catalogi.json` geeft. */
export type Catalogusindex = {
  catalogi: {
    id: string
    naam: string
    omschrijving: string
    gemeenten: string[]
    versies: { versie: string; geldigVan: string; hash: string }[]
  }[]
}

type Antwoord = { readonly tekst: Buffer; readonly klein: Buffer; readonly etag: string }

export function voegCatalogusroutesToe(server: FastifyInstance, uitgaven: readonly Uitgave[]): void {
  const index = maakAntwoord(maakIndex(uitgaven), uitgaven.flatMap((u) => u.versies.map((v) => `${v.hash}${v.geldigVan}`)).join())
  const versies = new Map(
    uitgaven.flatMap((u) =>
      u.versies.map((v) => [`${u.id}/${v.catalogus.versie}`, maakAntwoord(v, `${v.hash}.${v.geldigVan}${kenmerkVanKeuzes(v)}`)] as const),
    ),
  )
  server.get(paden.catalogi, (vraag, antwoord) => stuur(vraag, antwoord, index))
  server.get<{ Params: { id: string; versie: string } }>(paden.catalogus, (vraag, antwoord) => {
    const gevonden = versies.get(`${vraag.params.id}/${vraag.params.versie}`)
    if (gevonden) return stuur(vraag, antwoord, gevonden)
    const titel = `De versie "${vraag.params.versie}" van "${vraag.params.id}" bestaat niet.`
    return antwoord
      .code(404)
      .type('application/problem+json')
      .send({ title: titel, status: 404, detail: 'Kies een versie uit /catalogi.json.' })
  })
}

/** Keuzes van gemeenten veranderen los van de versie; dan is ook het antwoord anders. */
const kenmerkVanKeuzes = ({ keuzes }: Catalogus): string =>
  keuzes ? `.${createHash('sha256').update(JSON.stringify(keuzes)).digest('hex').slice(0, 16)}` : ''

function maakIndex(uitgaven: readonly Uitgave[]): Catalogusindex {
  return {
    catalogi: uitgaven.map(({ id, versies }) => {
      const laatste = versies.at(-1)
      return {
        id,
        naam: laatste?.catalogus.naam ?? id,
        omschrijving: laatste?.catalogus.omschrijving ?? '',
        gemeenten: laatste?.gemeenten.map((g) => g.naam) ?? [],
        versies: versies.map((v) => ({ versie: v.catalogus.versie, geldigVan: v.geldigVan, hash: v.hash })),
      }
    }),
  }
}

/** Een versie verandert niet zolang de server draait: één keer schrijven en inpakken is genoeg. */
function maakAntwoord(waarde: unknown, kenmerk: string): Antwoord {
  const tekst = Buffer.from(JSON.stringify(waarde))
  return { tekst, klein: gzipSync(tekst), etag: `"${kenmerk}"` }
}

function stuur(vraag: FastifyRequest, antwoord: FastifyReply, a: Antwoord): FastifyReply {
  // Zelfde adres, andere inhoud na een nieuwe versie van het programma: de browser vraagt het dus elke keer na.
  antwoord.headers({ etag: a.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' })
  if (vraag.headers['if-none-match'] === a.etag) return antwoord.code(304).send()
  antwoord.type('application/json; charset=utf-8')
  const magKlein = /\bgzip\b/.test(vraag.headers['accept-encoding'] ?? '')
  return magKlein ? antwoord.header('content-encoding', 'gzip').send(a.klein) : antwoord.send(a.tekst)
}
