/**
 * De werkplek door de echte server: een lijst, één inwoner, zoeken op BSN en bewaren, bij één grote gemeente en bij veel kleine. Ernaast
 * dezelfde SQL los op één verbinding, en een kale `node:http` die dezelfde SQL draait. Processortijd is die van het serverproces.
 */
import pg from 'pg'
import { getal } from './getal.ts'
import { type Meting, mediaan, regel, verhouding } from './meting.ts'
import { type Kind, startKind } from './werkplek-kind.ts'
import { belast, type Duren, percentiel, type Verzoek } from './werkplek-last.ts'
import { bsnIndex, maakOpdrachten, type Omstandigheid, type Opname, speelAf } from './werkplek-opdrachten.ts'
import { brengTotRust, maakGemeente, maakMeetplek, maakSessies, type Meetplek, type Meetsessie, vulGemeente } from './werkplek-gegevens.ts'

type Maten = { readonly inwoners: number; readonly verzoeken: number; readonly rondes: number }

const handelingen = { lijst: 'lijst van 40', openen: 'één inwoner openen', bsn: 'zoeken op BSN', bewaren: 'bewaren' } as const
type Handeling = keyof typeof handelingen
const namen = Object.keys(handelingen) as Handeling[]
const VERBINDINGEN = 4
/** Rondes die niet tellen: een server die draait is warm, en die van ons heeft meer code dan de kale. */
const AANLOOP = 2

/** Wat één schaal opleverde: per handeling en per kandidaat de duren van elke ronde, en de processortijd per verzoek. */
type Uitslag = Record<Handeling, Record<'echt' | 'kaal' | 'sql', { duren: Duren; cpu: number[] }>>
type Schaal = { readonly naam: string; readonly gemeenten: number }

export async function meet({ inwoners, verzoeken, rondes, gemeenten }: Maten & { readonly gemeenten: number }): Promise<Meting[]> {
  const metingen: Meting[] = []
  const perSchaal: Uitslag[] = []
  for (const schaal of [
    { naam: 'één gemeente', gemeenten: 1 },
    { naam: `${gemeenten} gemeenten`, gemeenten },
  ]) {
    const plek = await maakMeetplek()
    try {
      const { uitslag, extra } = await meetSchaal(plek, schaal, { inwoners, verzoeken, rondes })
      perSchaal.push(uitslag)
      metingen.push(alsMeting(schaal, inwoners, verzoeken, rondes, uitslag, extra))
    } finally {
      await plek.sluit()
    }
  }
  metingen.push(vergelijkSchalen(perSchaal[0] as Uitslag, perSchaal[1] as Uitslag, gemeenten))
  return metingen
}

type Extra = { readonly tijden: Record<string, Duren>; readonly nietGevonden: Record<string, Duren> }

async function meetSchaal(plek: Meetplek, schaal: Schaal, m: Maten): Promise<{ uitslag: Uitslag; extra: Extra }> {
  const sessies = await vul(plek, schaal, m.inwoners)
  const opties = {
    app: plek.server.app,
    sleutel: plek.sleutel.toString('base64'),
    indexsleutel: plek.indexsleutel.toString('base64'),
    verbindingen: 10,
  }
  const echt = await startKind('werkplek-server.ts', opties)
  const kaal = await startKind('werkplek-kaal.ts', opties)
  const los = new pg.Client(plek.server.app)
  await los.connect()
  try {
    const maker = maakVerzoeken(sessies)
    const opnamen = await neemOp(echt, sessies[0] as Meetsessie, plek)
    await kaal.vraag({ soort: 'opdrachten', opnamen })
    const uitslag = leeg()
    for (let ronde = -AANLOOP; ronde < m.rondes; ronde++) {
      for (const naam of namen) {
        const aanloop = ronde < 0
        for (const [wie, kind] of [
          ['echt', echt],
          ['kaal', kaal],
        ] as const) {
          const voor = await kind.cpu()
          const duren = await belast(kind.url, maker[naam], m.verzoeken, VERBINDINGEN)
          const cpu = ((await kind.cpu()) - voor) / m.verzoeken
          if (!aanloop) voegToe(uitslag[naam][wie], duren, cpu)
        }
        const { opname, bij } = opnamen[naam]
        const duren = await draaiLos(los, opname, bij, naam, maker[naam], m.verzoeken, plek)
        if (!aanloop) voegToe(uitslag[naam].sql, duren, 0)
      }
      meldRonde(schaal, ronde, m.rondes, uitslag)
    }
    return { uitslag, extra: await meetExtra(echt, sessies, m) }
  } finally {
    await los.end()
    await Promise.all([echt.stop(), kaal.stop()])
  }
}

/** Een meting duurt lang: na elke ronde staat er hoe ver zij is, en wat de verhoudingen tot nu toe zijn. */
function meldRonde({ naam }: Schaal, ronde: number, rondes: number, u: Uitslag): void {
  const tot = (h: Handeling) => (mediaan(u[h].echt.cpu) / mediaan(u[h].kaal.cpu)).toFixed(2)
  const stand = ronde < 0 ? 'aanloop' : `ronde ${ronde + 1} van ${rondes}: ${namen.map((h) => `${h} ${tot(h)}×`).join(', ')}`
  process.stderr.write(`${naam}, ${stand}\n`)
}

const leeg = (): Uitslag =>
  Object.fromEntries(
    namen.map((n) => [n, { echt: { duren: [], cpu: [] }, kaal: { duren: [], cpu: [] }, sql: { duren: [], cpu: [] } }]),
  ) as unknown as Uitslag

function voegToe(doel: { duren: Duren; cpu: number[] }, duren: Duren, cpu: number): void {
  doel.duren.push(...duren)
  doel.cpu.push(cpu)
}

/** De eerste gemeente is die van wie er gemeten wordt; bij meer gemeenten wisselen de verzoeken ze allemaal af. */
async function vul(plek: Meetplek, { gemeenten }: Schaal, inwoners: number): Promise<Meetsessie[]> {
  const per = Math.floor(inwoners / gemeenten)
  const opgave = gemeenten === 1 ? { teams: 20, perTeam: 10 } : { teams: 2, perTeam: 3 }
  const sessies: Meetsessie[] = []
  for (let g = 0; g < gemeenten; g++) {
    const code = String(9001 + g)
    await maakGemeente(plek, { code, inwoners: per, ...opgave })
    await vulGemeente(plek, { code, inwoners: per, ...opgave }, g * per)
    if ((g + 1) % 20 === 0 || g + 1 === gemeenten) process.stderr.write(`gevuld: ${getal((g + 1) * per)} inwoners in ${g + 1} gemeenten\n`)
    sessies.push(...(await maakSessies(plek, code, gemeenten === 1 ? 40 : 1, g * per, per)))
  }
  await brengTotRust(plek)
  return sessies
}

const koppen = (s: Meetsessie): Record<string, string> => ({ cookie: `meedoen_sessie=${s.cookie}`, 'x-csrf-token': s.csrf })
/** Beginletters waarmee een vijfde van de verzonnen namen begint. */
const prefixen = ['p', 's', 'v'] as const

/** Per handeling een eindeloze reeks verzoeken, om en om langs de sessies. Versies houdt de reeks zelf bij. */
function maakVerzoeken(sessies: readonly Meetsessie[]): Record<Handeling, () => Verzoek> {
  // De opname bewaart één keer bij de laatste inwoner van de eerste sessie.
  const versies = new Map<string, number>([[sessies[0]?.inwoners.at(-1) as string, 1]])
  let n = 0
  const om = <T>(lijst: readonly T[], stap = 1): T => lijst[(Math.floor(n / stap) * 31 + n) % lijst.length] as T
  const sessie = () => sessies[n++ % sessies.length] as Meetsessie
  return {
    lijst: () => {
      const s = sessie()
      return { methode: 'GET', pad: `/api/v1/inwoners?naam=${om(prefixen)}&limiet=40`, koppen: koppen(s) }
    },
    openen: () => {
      const s = sessie()
      return { methode: 'GET', pad: `/api/v1/inwoners/${om(s.inwoners)}`, koppen: koppen(s) }
    },
    bsn: () => {
      const s = sessie()
      return { methode: 'POST', pad: '/api/v1/inwonerzoekopdrachten', koppen: koppen(s), lichaam: JSON.stringify({ bsn: om(s.bsns) }) }
    },
    bewaren: () => {
      const s = sessie()
      const inwoner = s.inwoners[n % s.inwoners.length] as string
      const versie = (versies.get(inwoner) ?? 0) + 1
      versies.set(inwoner, versie)
      return {
        methode: 'PATCH',
        pad: `/api/v1/inwoners/${inwoner}`,
        koppen: { ...koppen(s), 'if-match': `"v${versie}"` },
        lichaam: JSON.stringify({ woonplaats: `Proefdam ${n}` }),
      }
    },
  }
}

type Opgenomen = Record<Handeling, { opname: Opname; bij: Omstandigheid }>

/** Eén verzoek van elke soort, met de SQL die het programma daarvoor draait. Op een inwoner die verder niet bewaard wordt. */
async function neemOp(echt: Kind, s: Meetsessie, plek: Meetplek): Promise<Opgenomen> {
  const inwoner = s.inwoners.at(-1) as string
  const bsn = s.bsns[0] as string
  const basis = { cookie: s.cookie, nu: new Date(), gemeente: s.gemeente, medewerker: s.medewerker, rollen: 'consulent', team: s.team }
  const verzoeken: Record<Handeling, { pad: string; init?: RequestInit; bij: Omstandigheid }> = {
    lijst: { pad: '/api/v1/inwoners?naam=p&limiet=40', bij: { ...basis, prefix: 'p' } },
    openen: { pad: `/api/v1/inwoners/${inwoner}`, bij: { ...basis, inwoner } },
    bsn: {
      pad: '/api/v1/inwonerzoekopdrachten',
      init: { method: 'POST', body: JSON.stringify({ bsn }) },
      bij: { ...basis, bsnIndex: bsnIndex(plek.indexsleutel, s.gemeente, bsn) },
    },
    bewaren: {
      pad: `/api/v1/inwoners/${inwoner}`,
      init: { method: 'PATCH', body: JSON.stringify({ woonplaats: 'Opname' }), headers: { 'if-match': '"v1"' } },
      bij: { ...basis, inwoner, versie: 1, woonplaats: 'Opname' },
    },
  }
  const uit: Partial<Opgenomen> = {}
  for (const naam of namen) {
    const { pad, init, bij } = verzoeken[naam]
    await echt.vraag({ soort: 'neemOp' })
    const antwoord = await fetch(`${echt.url}${pad}`, {
      ...init,
      headers: {
        ...koppen(s),
        ...(init?.body ? { 'content-type': 'application/json' } : {}),
        ...(init?.headers as Record<string, string>),
      },
    })
    if (!antwoord.ok) throw new Error(`${naam}: ${antwoord.status} ${await antwoord.text()}`)
    await antwoord.arrayBuffer()
    uit[naam] = { opname: alsWaarden((await echt.vraag({ soort: 'opname' })) as Opname), bij }
  }
  return uit as Opgenomen
}

/** Bytes komen als Uint8Array van een ander proces. */
const alsWaarden = (opname: Opname): Opname =>
  opname.map(({ tekst, waarden }) => ({ tekst, waarden: waarden.map((w) => (w instanceof Uint8Array ? Buffer.from(w) : w)) }))

/** Dezelfde opdrachten na elkaar op één verbinding, zonder HTTP. */
async function draaiLos(
  los: pg.Client,
  opname: Opname,
  bij: Omstandigheid,
  naam: Handeling,
  volgende: () => Verzoek,
  aantal: number,
  plek: Meetplek,
): Promise<Duren> {
  const opdrachten = maakOpdrachten(opname, bij)
  const wie = new Map<string, Pick<Omstandigheid, 'gemeente' | 'medewerker' | 'team'>>()
  const duren: Duren = []
  for (let i = 0; i < aantal; i++) {
    const { pad, koppen: k, lichaam } = volgende()
    const cookie = (k.cookie as string).slice('meedoen_sessie='.length)
    const inhoud = lichaam ? (JSON.parse(lichaam) as { bsn?: string; woonplaats?: string }) : {}
    const sessie = wie.get(cookie) ?? (await leesSessie(los, opdrachten[0] as (typeof opdrachten)[number], cookie))
    wie.set(cookie, sessie)
    const id = pad.split('/')[4]
    const o: Omstandigheid = {
      cookie,
      nu: new Date(),
      ...sessie,
      rollen: 'consulent',
      ...(id && { inwoner: id }),
      prefix: /naam=(\w)/.exec(pad)?.[1] ?? '',
      ...(inhoud.bsn && { bsnIndex: bsnIndex(plek.indexsleutel, sessie.gemeente, inhoud.bsn) }),
      ...(inhoud.woonplaats && { woonplaats: inhoud.woonplaats, versie: Number(/\d+/.exec(k['if-match'] as string)?.[0]) }),
    }
    const begin = process.hrtime.bigint()
    await speelAf((t, w) => los.query(t, w), opdrachten, o, naam === 'lijst' || naam === 'bsn' ? 'zoeken' : naam)
    duren.push(Number(process.hrtime.bigint() - begin) / 1e6)
  }
  return duren
}

async function leesSessie(los: pg.Client, opdracht: ReturnType<typeof maakOpdrachten>[number], cookie: string) {
  const o = { cookie, nu: new Date() } as Omstandigheid
  const { rows } = await los.query(
    opdracht.tekst(o),
    opdracht.waarden.map((vul) => vul(o, '')),
  )
  const { gemeente, medewerker, team } = rows[0] as { gemeente: string; medewerker: string; team: string }
  return { gemeente, medewerker, team }
}

/** Wat verder vaak gebeurt, alleen door de echte server; en of iets dat er niet is anders klinkt dan iets van een ander. */
async function meetExtra(echt: Kind, sessies: readonly Meetsessie[], m: Maten): Promise<Extra> {
  let n = 0
  const om = (pad: (s: Meetsessie, ander: Meetsessie) => string) => (): Verzoek => {
    const s = sessies[n++ % sessies.length] as Meetsessie
    const ander = sessies.find((x) => x.team !== s.team && x.zaken.length > 0) ?? s
    return { methode: 'GET', pad: `/api/v1${pad(s, ander)}`, koppen: koppen(s) }
  }
  const uitLijst = <T>(lijst: readonly T[]): T => lijst[n % lijst.length] as T
  const onbekend = () => `0192${String(n % 10_000).padStart(4, '0')}-0000-7000-8000-${String(n * 7919).padStart(12, '0')}`
  const soorten: Record<string, () => Verzoek> = {
    'mijn werk': om(() => '/werkvoorraad'),
    'zakenlijst van 50': om(() => '/zaken?limiet=50'),
    'één zaak openen': om((s) => `/zaken/${uitLijst(s.zaken)}`),
  }
  const tijden: Record<string, Duren> = {}
  for (const [naam, volgende] of Object.entries(soorten)) {
    await belast(echt.url, volgende, m.verzoeken, VERBINDINGEN)
    tijden[naam] = await belast(echt.url, volgende, m.verzoeken, VERBINDINGEN)
  }
  return {
    tijden,
    nietGevonden: await meetGeheim(echt, [om(() => `/zaken/${onbekend()}`), om((_, ander) => `/zaken/${uitLijst(ander.zaken)}`)], m),
  }
}

/** Om en om over één verbinding: dan treft drukte op de machine beide evenveel. */
async function meetGeheim(echt: Kind, [weg, ander]: [() => Verzoek, () => Verzoek], m: Maten): Promise<Record<string, Duren>> {
  let n = 0
  const duren = await belast(echt.url, () => (n++ % 2 === 0 ? weg() : ander()), 2 * m.verzoeken * m.rondes, 1, [404])
  return {
    'zaak die er niet is': duren.filter((_, i) => i % 2 === 0),
    'zaak van een ander team of een andere gemeente': duren.filter((_, i) => i % 2 === 1),
  }
}

const kandidaten = { echt: 'Meedoen', kaal: 'kale node:http', sql: 'alleen de SQL, één verbinding' } as const
const p = (duren: Duren, n: number): string => getal(percentiel(duren, n))

function alsMeting(schaal: Schaal, inwoners: number, verzoeken: number, rondes: number, u: Uitslag, extra: Extra): Meting {
  const tabel = namen.flatMap((naam) =>
    (Object.keys(kandidaten) as (keyof typeof kandidaten)[]).map((wie) => [
      handelingen[naam],
      kandidaten[wie],
      p(u[naam][wie].duren, 50),
      p(u[naam][wie].duren, 95),
      p(u[naam][wie].duren, 99),
    ]),
  )
  const andere = Object.entries(extra.tijden).map(([naam, d]) => [naam, 'Meedoen', p(d, 50), p(d, 95), p(d, 99)])
  const [weg, ander] = Object.values(extra.nietGevonden).map((d) => percentiel(d, 50)) as [number, number]
  return {
    titel: `Werkplek: ${schaal.naam}`,
    uitleg: `${getal(inwoners)} verzonnen inwoners in ${schaal.gemeenten === 1 ? 'één gemeente' : `${schaal.gemeenten} gemeenten`}, een derde met een open zaak. ${rondes} rondes van ${getal(verzoeken)} verzoeken per handeling en kandidaat, over ${VERBINDINGEN} verbindingen, na ${AANLOOP} rondes aanloop. De kale server draait de SQL die bij een echt verzoek is opgenomen: sessie, binding aan gemeente en medewerker, vraag, logboekregels. Verzegelen van het logboek gebeurt later en telt niet mee.`,
    tabellen: [{ koppen: ['handeling', 'wie', 'p50 (ms)', 'p95 (ms)', 'p99 (ms)'], rijen: [...tabel, ...andere] }],
    regels: [
      ...namen.flatMap((naam) => [
        regel(`processor per verzoek: ${handelingen[naam]}, Meedoen`, u[naam].echt.cpu, 'µs'),
        regel(`processor per verzoek: ${handelingen[naam]}, kale node:http`, u[naam].kaal.cpu, 'µs'),
      ]),
      ...Object.entries(extra.nietGevonden).map(([naam, d]) => regel(naam, d, 'ms')),
    ],
    verhoudingen: [
      ...namen.map((naam) =>
        verhouding(
          `processor, ${handelingen[naam]}: Meedoen / kale node:http`,
          mediaan(u[naam].echt.cpu) / mediaan(u[naam].kaal.cpu),
          '≤',
          1.6,
        ),
      ),
      verhouding('duur: niet van u / niet gevonden', ander / weg, '≤', 1.1),
    ],
  }
}

function vergelijkSchalen(een: Uitslag, veel: Uitslag, n: number): Meting {
  return {
    titel: `Werkplek: van één naar ${n} gemeenten`,
    uitleg: 'Dezelfde handelingen, evenveel inwoners in totaal. Wat een verzoek kost hangt niet af van hoeveel gemeenten meedoen.',
    regels: [],
    verhoudingen: namen.flatMap((naam) => [
      verhouding(`processor, ${handelingen[naam]}: ${n} / 1`, mediaan(veel[naam].echt.cpu) / mediaan(een[naam].echt.cpu), '≤', 1.2),
      verhouding(
        `p50, ${handelingen[naam]}: ${n} / 1`,
        percentiel(veel[naam].echt.duren, 50) / percentiel(een[naam].echt.duren, 50),
        '≤',
        1.2,
      ),
    ]),
  }
}
