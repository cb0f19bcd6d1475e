/** Rol × relatie × route × object, tegen de rechtentabel: wat de tabel toelaat lukt, en wat zij niet toelaat verraadt ook niets. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gemeenteproef, type Proefpersoon, vulGemeenteproef, zetProefpersonen } from '#actions/rechtenproef.testhulp.ts'
import { magDoen } from '#core/dossier/rechten.ts'
import { type Handeling, handelingen, type Relatie, relaties, rollen } from '#core/dossier/rechtentabel.ts'
import { type Antwoord, maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'
import { type Objecten, type Routeproef, routeproeven } from './rechtenroutes.testhulp.ts'

let s: Proefserver
let hier: Gemeenteproef
let daar: Gemeenteproef
let personen: (Proefpersoon & { ik: Proefgebruiker })[]

beforeAll(async () => {
  s = await maakProefserver()
  await s.metWachtrij()
  const proef = (i: number) => vulGemeenteproef(s, s.gemeenten[i]?.code as string, s.uitgaven[i]?.versies.at(-1) as never)
  ;[hier, daar] = [await proef(0), await proef(1)]
  const gezet = await zetProefpersonen(s, hier)
  personen = await Promise.all(gezet.map(async (p) => ({ ...p, ik: await s.meldAanAls(p.aanmeldnaam) })))
})
afterAll(() => s.sluit())

const objectenVan = (g: Gemeenteproef, welke: 'doel' | 'ander' = 'doel'): Objecten => ({
  ...g[welke],
  medewerker: g.collega,
  team: g.team,
  sessie: g.sessie,
  taak: randomUUID(),
  filter: g.filter,
  simulatie: g.simulatie,
  auditcontrole: g.auditcontrole,
  aanbieder: g.aanbieder,
})
/** Verwijzingen die nergens heen wijzen. */
const nergens = () => Object.fromEntries(Object.keys(objectenVan(hier)).map((naam) => [naam, randomUUID()])) as Objecten

const [methodeVan, padVan] = [(naam: string) => naam.split(' ')[0] as 'GET', (naam: string) => naam.split(' ')[1] ?? '']
function doe(naam: string, proef: Routeproef, ik: Proefgebruiker, o: Objecten): Promise<Antwoord> {
  const { pad, lichaam, koppen } = proef.verzoek(o)
  return ik.roep(methodeVan(naam), pad, lichaam, koppen)
}
const mag = (p: Proefpersoon, handeling: Routeproef['handeling'], hoe: readonly Relatie[]): boolean =>
  handeling === 'ieder' ||
  [handeling].flat().some((h) => magDoen(p.actor, h as Handeling, { gemeente: p.actor.gemeente, relaties: hoe }).ok)
const geweigerd = (proef: Routeproef, a: Antwoord) => proef.geweigerd?.(a) ?? (a.status === 403 || (a.status === 404 && !proef.leeg))
/** Wat de aanroeper leest, zonder wat per verzoek verschilt. */
const leesbaar = ({ status, lichaam }: Antwoord) => {
  const { correlatie: _, ...rest } = lichaam ?? {}
  return JSON.stringify({ status, rest }).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
}

describe('elke route staat in de proef', () => {
  it('en elke proef is een route die er is', async () => {
    const document = (await s.server.inject('/api/v1/openapi.json')).json() as { paths: Record<string, Record<string, unknown>> }
    const routes = Object.entries(document.paths).flatMap(([pad, methoden]) =>
      Object.keys(methoden).map((m) => `${m.toUpperCase()} ${pad}`),
    )
    expect(routes.sort()).toEqual(Object.keys(routeproeven).sort())
  })

  it('en elke handeling uit de tabel heeft een route, op wat erin getoond wordt na', () => {
    const genoemd = new Set(Object.values(routeproeven).flatMap((r) => (r.handeling === 'ieder' ? [] : [r.handeling].flat())))
    // Het adres zit in de inwoner zelf; de lijst met alle noodtoegangen is dezelfde route als de eigen.
    const binnen: Handeling[] = ['adres_lezen', 'geheim_adres_lezen', 'noodtoegang_lezen']
    expect((Object.keys(handelingen) as Handeling[]).filter((h) => !genoemd.has(h)).sort()).toEqual(binnen.sort())
  })
})

describe.each(rollen)('%s', (rol) => {
  describe.each(relaties)('met de relatie %s', (relatie) => {
    const ikBen = () => personen.find((p) => p.rol === rol && p.relatie === relatie) as (typeof personen)[number]

    it('mag precies wat de tabel zegt, bij de inwoner waar die relatie mee is', async () => {
      const verschillen: string[] = []
      for (const [naam, proef] of Object.entries(routeproeven)) {
        const antwoord = await doe(naam, proef, ikBen().ik, objectenVan(hier))
        const hoort = mag(ikBen(), proef.handeling, ['gemeente', relatie])
        if (hoort === geweigerd(proef, antwoord))
          verschillen.push(`${naam}: hoort ${hoort ? 'te mogen' : 'niet te mogen'}, kreeg ${leesbaar(antwoord)}`)
        if (antwoord.status === 401) verschillen.push(`${naam}: de sessie is weg`)
      }
      expect(verschillen).toEqual([])
    })

    it('mag bij een andere inwoner alleen wat iedereen met die rol mag', async () => {
      const verschillen: string[] = []
      for (const [naam, proef] of Object.entries(routeproeven)) {
        const antwoord = await doe(naam, proef, ikBen().ik, objectenVan(hier, 'ander'))
        const hoort = mag(ikBen(), proef.handeling, ['gemeente'])
        if (hoort === geweigerd(proef, antwoord))
          verschillen.push(`${naam}: hoort ${hoort ? 'te mogen' : 'niet te mogen'}, kreeg ${leesbaar(antwoord)}`)
        // Wat niet te zien is, bestaat voor de aanroeper niet: woord voor woord hetzelfde als een verwijzing die nergens heen wijst.
        if (!hoort && !(proef.zicht && mag(ikBen(), proef.zicht, ['gemeente']))) {
          const leeg = await doe(naam, proef, ikBen().ik, nergens())
          if (leesbaar(leeg) !== leesbaar(antwoord))
            verschillen.push(`${naam}: verraadt dat het er is: ${leesbaar(antwoord)} tegen ${leesbaar(leeg)}`)
        }
      }
      expect(verschillen).toEqual([])
    })

    it('krijgt van een andere gemeente hetzelfde als van iets dat niet bestaat', async () => {
      const verschillen: string[] = []
      for (const [naam, proef] of Object.entries(routeproeven)) {
        if (!padVan(naam).includes('{') && !['POST /zaken', 'POST /overdrachten', 'POST /noodtoegangen'].includes(naam)) continue
        const [elders, leeg] = [await doe(naam, proef, ikBen().ik, objectenVan(daar)), await doe(naam, proef, ikBen().ik, nergens())]
        if (leesbaar(elders) !== leesbaar(leeg)) verschillen.push(`${naam}: ${leesbaar(elders)} tegen ${leesbaar(leeg)}`)
        if (elders.status < 400 && !proef.geweigerd?.(elders)) verschillen.push(`${naam}: lukte over de gemeentegrens`)
      }
      expect(verschillen).toEqual([])
    })

    it('vindt met zoeken, filters en tellingen niets van wat niet te zien is', async () => {
      const verboden = verbodenVoor(ikBen(), relatie)
      const nummer = async (zaak: string) =>
        (await s.eigenaar.selectFrom('zaak').select('nummer').where('id', '=', zaak).executeTakeFirstOrThrow()).nummer
      const paden = [
        '/zaken?limiet=200&ookAfgesloten=true',
        '/zaken?limiet=200&behandelaar=alle',
        `/zaken?zoek=${await nummer(hier.ander.zaak)}`,
        `/zaken?zoek=${await nummer(daar.ander.zaak)}`,
        '/zaken?zoek=voorbeeld&behandelaar=niemand',
        `/zaken?inwoner=${hier.ander.inwoner}`,
        `/zaken?inwoner=${daar.ander.inwoner}`,
        `/zaken?behandelaar=${daar.collega}`,
        '/werkvoorraad?van=team',
        '/werkvoorraad?van=ik',
        '/inwoners?limiet=200',
        '/inwoners?naam=voorbeeld&limiet=200',
        '/noodtoegangen?limiet=200',
        '/berichten?limiet=200',
        '/uitval?limiet=200',
        '/berichten?code=9019&limiet=200',
        `/berichten?inwoner=${hier.ander.inwoner}`,
        `/berichten?inwoner=${daar.ander.inwoner}`,
        '/collegas',
        '/medewerkers?limiet=200&ookGesloten=true',
        '/sessies?limiet=200',
        '/wachtrij',
        // Een poging of zoekvraag noemt zelf waarnaar gevraagd werd; deze regels noemen wie er getoond is.
        '/auditregels?van=2026-01-01&tot=2026-12-31&limiet=200&soort=lijst',
      ]
      for (const pad of paden) {
        const tekst = JSON.stringify((await ikBen().ik.roep('GET', pad)).lichaam)
        for (const id of verboden) expect([pad, tekst.includes(id)]).toEqual([pad, false])
      }
    })
  })
})

/** Ids die in geen enkel antwoord mogen staan. */
function verbodenVoor(p: Proefpersoon, relatie: Relatie): string[] {
  const elders = [...Object.values(daar.doel), ...Object.values(daar.ander), daar.collega, daar.team, daar.sessie, daar.filter]
  const ziet = (h: Handeling, hoe: readonly Relatie[]) => mag(p, h, hoe)
  const { ander, doel } = hier
  return [
    ...elders,
    hier.filter,
    ...(ziet('dossier_lezen', ['gemeente']) || ziet('toezicht_lezen', ['gemeente']) ? [] : [ander.zaak, ander.onderzoek]),
    ...(ziet('dossier_lezen', ['gemeente', relatie]) ? [] : [doel.zaak, doel.onderzoek]),
    ...(ziet('bericht_lezen', ['gemeente']) ? [] : [ander.bericht, ander.uitval]),
    ...(ziet('bericht_lezen', ['gemeente', relatie]) ? [] : [doel.bericht]),
    ...(ziet('inwoner_lezen', ['gemeente']) ? [] : [doel.inwoner, ander.inwoner]),
    ...(ziet('noodtoegang_lezen', ['gemeente']) ? [] : [doel.noodtoegang, ander.noodtoegang]),
  ]
}

describe('het antwoord zelf', () => {
  it('laat van een inwoner alleen zien wat bij de relatie hoort', async () => {
    for (const p of personen) {
      const { status, lichaam } = await p.ik.roep('GET', `/inwoners/${hier.doel.inwoner}`)
      if (status !== 200) continue
      const adres = mag(p, 'adres_lezen', ['gemeente', p.relatie])
      expect([p.rol, p.relatie, lichaam.contact !== null]).toEqual([p.rol, p.relatie, adres])
      expect(JSON.stringify(lichaam)).not.toMatch(/9999\d{5}/)
    }
  })

  it('wie niet is aangemeld krijgt overal hetzelfde', async () => {
    const antwoorden = new Set<string>()
    for (const [naam, proef] of Object.entries(routeproeven)) {
      const { pad, lichaam } = proef.verzoek(objectenVan(hier))
      const a = await s.server.inject({ method: methodeVan(naam), url: `/api/v1${pad}`, ...(lichaam && { payload: lichaam }) })
      antwoorden.add(leesbaar({ status: a.statusCode, lichaam: a.json() } as Antwoord))
    }
    expect([...antwoorden]).toHaveLength(1)
    expect([...antwoorden][0]).toContain('NIET_AANGEMELD')
  })
})
