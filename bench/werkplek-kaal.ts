/**
 * De kale server: `node:http`, een pool, en precies de SQL die de echte server voor hetzelfde verzoek draait. Geen rechten, geen
 * controle van vorm, geen beveiligingskoppen, geen meting. Start als kind van de meting.
 */
import { createServer, type IncomingMessage } from 'node:http'
import { maakPool, type Verbinding } from '#storage/postgres/verbinding.ts'
import { bsnIndex, maakOpdrachten, type Omstandigheid, type Opdracht, type Opname, speelAf } from './werkplek-opdrachten.ts'
import { type Kindbericht, meldPoort, volgKind } from './werkplek-kind.ts'

const { app, indexsleutel, verbindingen } = JSON.parse(process.env.MEEDOEN_BENCH as string) as {
  app: Verbinding
  indexsleutel: string
  verbindingen: number
}
const pool = maakPool(app, 'kaal', { max: verbindingen })
const sleutel = Buffer.from(indexsleutel, 'base64')
const opdrachten = new Map<string, { sessie: Opdracht; rest: Opdracht[] }>()

volgKind((bericht: Kindbericht) => {
  if (bericht.soort !== 'opdrachten') return
  for (const [naam, { opname, bij }] of Object.entries(bericht.opnamen)) {
    const [sessie, ...rest] = maakOpdrachten(herleef(opname), {
      ...bij,
      nu: new Date(bij.nu),
      ...(bij.bsnIndex && { bsnIndex: Buffer.from(bij.bsnIndex) }),
    })
    opdrachten.set(naam, { sessie: sessie as Opdracht, rest })
  }
})
/** Bytes en momenten komen als gewone waarden over de lijn tussen processen aan. */
const herleef = (opname: Opname): Opname =>
  opname.map(({ tekst, waarden }) => ({ tekst, waarden: waarden.map((w) => (w instanceof Uint8Array ? Buffer.from(w) : w)) }))

async function leesLichaam(vraag: IncomingMessage): Promise<Record<string, unknown>> {
  let tekst = ''
  for await (const stuk of vraag) tekst += stuk
  return JSON.parse(tekst)
}

type Sessie = { gemeente: string; medewerker: string; rollen: string[]; team: string }

async function antwoord(vraag: IncomingMessage): Promise<unknown> {
  const url = new URL(vraag.url as string, 'http://kaal')
  const [, , , soort, id] = url.pathname.split('/')
  const naam = vraag.method === 'PATCH' ? 'bewaren' : soort === 'inwonerzoekopdrachten' ? 'bsn' : id ? 'openen' : 'lijst'
  const lichaam = vraag.method === 'GET' ? {} : await leesLichaam(vraag)
  const { sessie: sessieopdracht, rest } = opdrachten.get(naam) as { sessie: Opdracht; rest: Opdracht[] }
  const cookie = /meedoen_sessie=([^;]+)/.exec(vraag.headers.cookie ?? '')?.[1] ?? ''
  const nu = new Date()
  const vooraf = { cookie, nu } as Omstandigheid
  const { rows } = await pool.query(
    sessieopdracht.tekst(vooraf),
    sessieopdracht.waarden.map((vul) => vul(vooraf, '')),
  )
  const { gemeente, medewerker, rollen, team } = rows[0] as Sessie
  const o: Omstandigheid = {
    cookie,
    nu,
    gemeente,
    medewerker,
    rollen: rollen.join(','),
    team,
    ...(id !== undefined && { inwoner: id }),
    ...(naam === 'lijst' && { prefix: url.searchParams.get('naam') as string }),
    ...(naam === 'bsn' && { bsnIndex: bsnIndex(sleutel, gemeente, lichaam.bsn as string) }),
    ...(naam === 'bewaren' && {
      versie: Number(/\d+/.exec(vraag.headers['if-match'] ?? '')?.[0]),
      woonplaats: lichaam.woonplaats as string,
    }),
  }
  const client = await pool.connect()
  try {
    const rijen = await speelAf((t, w) => client.query(t, w), rest, o, naam === 'lijst' || naam === 'bsn' ? 'zoeken' : naam)
    return naam === 'lijst' || naam === 'bsn' ? { items: rijen.map(toon), volgende: rijen.at(-1)?.id ?? null } : toon(rijen[0] ?? {})
  } finally {
    client.release()
  }
}

const toon = (r: Record<string, unknown>) => ({
  id: r.id,
  naam: { achternaam: r.achternaam, voorvoegsel: r.voorvoegsel, voornamen: r.voornamen, voorletters: r.voorletters },
  geboortedatum: r.geboortedatum,
  woonplaats: r.woonplaats,
  geheimAdres: r.geheim_adres,
  overledenOp: r.overleden_op,
  team: { id: r.team, naam: r.teamnaam },
  relatie: r.eigen ? 'eigen' : 'team',
  ...(r.versie !== undefined && { versie: r.versie, contact: r.contact }),
})

const server = createServer((vraag, uit) => {
  antwoord(vraag).then(
    (waarde) => uit.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(waarde)),
    (f: Error) => uit.writeHead(500).end(f.stack),
  )
})
server.listen(0, '127.0.0.1', () => meldPoort(server.address()))
