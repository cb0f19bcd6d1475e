/** Wie een veld te lang, te veel of van een andere soort stuurt, krijgt op elke route een Nederlandse code met een zin en wat nu. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rollen } from '#core/dossier/rechtentabel.ts'
import { problemen, vormproblemen } from './problemen.ts'
import { type Antwoord, maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'

let s: Proefserver
let wie: Proefgebruiker[]
beforeAll(async () => {
  s = await maakProefserver()
  wie = []
  for (const rol of rollen) wie.push(await s.meldAan(rol))
})
afterAll(() => s.sluit())

type Schema = { type?: string | string[]; properties?: Record<string, Schema>; anyOf?: Schema[] }
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
type Route = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }
type Proef = { methode: string; pad: string; lichaam?: object }

/** Waarden die bijna nergens passen: te groot, te klein, te lang, te veel, een ander soort. */
const querywaarden = ['999999', '-1', 'x'.repeat(2_000), '']
const veldwaarden: unknown[] = [
  'x'.repeat(70_000).slice(0, 60_000),
  10 ** 15,
  -(10 ** 15),
  Array(5_000).fill('x'),
  { onbekend: 1 },
  true,
  null,
  '',
]

const vul = (pad: string) => pad.replace(/\{[^}]+\}/g, () => randomUUID())

function proevenVan(methode: string, pad: string, route: Route): Proef[] {
  const query = (route.parameters ?? []).filter((p) => p.in === 'query')
  const lichaam = route.requestBody?.content['application/json']?.schema
  return [
    ...query.flatMap((p) => querywaarden.map((w) => ({ methode, pad: `${vul(pad)}?${new URLSearchParams({ [p.name]: w })}` }))),
    ...Object.keys(lichaam?.properties ?? {}).flatMap((veld) =>
      veldwaarden.map((w) => ({ methode, pad: vul(pad), lichaam: { [veld]: w } })),
    ),
    ...(lichaam ? [{ methode, pad: vul(pad), lichaam: { bestaatNiet: 1 } }] : []),
  ]
}

const engels = /\b(invalid|expected|received|too|unrecognized|must|string|number|array|object|required)\b/i
/** De codes die de vormcontrole zelf bedenkt; daarvan mag er geen naar buiten. */
const vanZod = /^(INVALID_|TOO_|UNRECOGNIZED|NOT_MULTIPLE|CUSTOM$)/

function bekijk(proef: Proef, { status, lichaam }: Antwoord, gezien: Set<string>): void {
  if (status < 400) return
  const waar = `${proef.methode} ${proef.pad.slice(0, 80)} ${JSON.stringify(proef.lichaam ?? {}).slice(0, 60)}`
  expect([waar, Object.keys(problemen).includes(lichaam.code), status]).toEqual([waar, true, status])
  expect(status, waar).toBeLessThan(500)
  if (status === 422) expect([waar, Boolean(lichaam.detail), Boolean(lichaam.watNu)]).toEqual([waar, true, true])
  for (const { code, tekst } of lichaam.fouten ?? []) {
    gezien.add(code)
    expect([waar, code]).toEqual([waar, expect.not.stringMatching(vanZod)])
    expect([waar, tekst]).toEqual([waar, expect.not.stringMatching(engels)])
  }
}

it('geen enkele route geeft een Engelse code of zin', async () => {
  const document = (await s.server.inject('/api/v1/openapi.json')).json() as { paths: Record<string, Record<string, Route>> }
  const proeven = Object.entries(document.paths).flatMap(([pad, methoden]) =>
    Object.entries(methoden).flatMap(([methode, route]) => proevenVan(methode.toUpperCase(), pad, route)),
  )
  expect(proeven.length).toBeGreaterThan(300)
  const gezien = new Set<string>()
  for (const [i, proef] of proeven.entries()) {
    // De vorm gaat voor de rechten: wie het stuurt maakt niet uit, maar elke rol komt zo langs.
    const ik = wie[i % wie.length] as Proefgebruiker
    bekijk(proef, await ik.roep(proef.methode as 'GET', proef.pad, proef.lichaam, { 'if-match': '"v1"' }), gezien)
  }
  // De proef raakte ook echt wat zij zegt: te hoog, te laag, te lang, te veel, een andere soort, een onbekende keuze en een onbekend veld.
  for (const code of ['TE_HOOG', 'TE_LAAG', 'TE_LANG', 'TE_VEEL_DELEN', 'ANDERE_SOORT', 'KEUZE_ONBEKEND', 'VELD_ONBEKEND', 'ONTBREEKT'])
    expect([...gezien], code).toContain(code)
})

it('een bladzijde die te groot is', async () => {
  const { status, lichaam } = await (wie[0] as Proefgebruiker).roep('GET', '/zaken?limiet=201')
  expect([status, lichaam.code, lichaam.detail]).toEqual([422, 'INVOER_ONGELDIG', 'Hoogstens 200.'])
  expect(lichaam.fouten).toEqual([{ plaats: '/limiet', code: 'TE_HOOG', tekst: 'Hoogstens 200.' }])
})

it('elke code van een veld staat in de documentatie', async () => {
  const { body } = await s.server.inject('/api/v1/documentatie')
  for (const code of Object.keys(vormproblemen)) expect(body).toContain(`id="veld-${code}"`)
})
