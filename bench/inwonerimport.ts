/**
 * Een bestand met inwoners overnemen langs de eigen weg (lezen, controleren, versleutelen, logboek per inwoner, rijbeveiliging), naast
 * `psql \copy` van dezelfde kolommen in dezelfde tabellen met dezelfde indexen en verwijzingen. Versleutelen staat apart.
 */
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { importeerInwoners } from '#actions/beheer/importeer-inwoners.ts'
import { verzinBsn } from '#actions/demo/verzonnen-persoon.ts'
import { getal } from './getal.ts'
import { type Meting, mediaan, regel, verhouding } from './meting.ts'
import { psqlverbinding, vindPsql } from './psql.ts'
import { inwonerregels, maakGemeente, maakMeetplek, type Meetplek } from './werkplek-gegevens.ts'

const CODE = '9001'
/** In de volgorde waarin ze naar elkaar verwijzen; de eerste drie zijn de inwoner zelf, de laatste twee zijn logboek. */
const tabellen = ['inwoner', 'inwoner_gegevens', 'inwoner_bsn', 'audit', 'audit_open'] as const
const vanInwoner = tabellen.slice(0, 3)

export async function meet({ rijen, rondes }: { readonly rijen: number; readonly rondes: number }): Promise<Meting> {
  const psql = vindPsql()
  const map = mkdtempSync(join(tmpdir(), 'meedoen-bench-import-'))
  const plek = await maakMeetplek()
  try {
    await maakGemeente(plek, { code: CODE, inwoners: 0, teams: 20, perTeam: 1 })
    const bestand = join(map, 'inwoners.csv')
    const teams = Array.from({ length: 18 }, (_, i) => `Team ${i + 3}`)
    await pipeline(Readable.from(inwonerregels(0, rijen, teams, 11)), createWriteStream(bestand))
    const eigen: number[] = []
    const alle: number[] = []
    const drie: number[] = []
    const geheugen: Geheugen[] = []
    for (let ronde = 0; ronde < Math.min(rondes, 3); ronde++) {
      await maakLeeg(plek)
      eigen.push(await meetEigen(plek, bestand, rijen, geheugen))
      if (!psql) continue
      if (ronde === 0) await schrijfTabellen(psql, plek, map)
      await maakLeeg(plek)
      alle.push(await meetPsql(psql, plek, map, tabellen))
      await eisRijen(plek, rijen)
      await maakLeeg(plek)
      drie.push(await meetPsql(psql, plek, map, vanInwoner))
    }
    return alsMeting({
      rijen,
      mb: statSync(bestand).size / 2 ** 20,
      eigen,
      alle,
      drie,
      geheugen,
      versleutelen: meetVersleutelen(plek, rijen),
    })
  } finally {
    await plek.sluit()
    rmSync(map, { recursive: true, force: true })
  }
}

/**
 * Meteen ook de statistieken: anders doet de server dat zelf halverwege de volgende meting, ziet dan alleen rijen die nog niet bevestigd
 * zijn, houdt de tabel voor leeg en zoekt elke verwijzing met de verkeerde index.
 */
async function maakLeeg(plek: Meetplek): Promise<void> {
  await plek.eigenaar.query('truncate inwoner, inwoner_gegevens, inwoner_bsn, audit, audit_open cascade')
  for (const tabel of tabellen) await plek.eigenaar.query(`analyze ${tabel}`)
}

async function eisRijen(plek: Meetplek, rijen: number): Promise<void> {
  for (const tabel of ['inwoner', 'audit', 'audit_open']) {
    const { rows } = await plek.eigenaar.query<{ n: string }>(`select count(*) as n from ${tabel}`)
    if (Number(rows[0]?.n) !== rijen) throw new Error(`${tabel}: ${rows[0]?.n} rijen in plaats van ${rijen}`)
  }
}

type Geheugen = { readonly deel: number; readonly mb: number }

async function meetEigen(plek: Meetplek, bestand: string, rijen: number, geheugen: Geheugen[]): Promise<number> {
  globalThis.gc?.()
  const begin = performance.now()
  const bron = metGeheugen(bestand, geheugen)
  const gedaan = await importeerInwoners(plek.dienst, plek.app, { gemeente: CODE, bron, toegangspunt: 'meting' })
  const seconden = (performance.now() - begin) / 1000
  if (!gedaan.ok) throw new Error(JSON.stringify(gedaan.fout.fouten.slice(0, 3)))
  await eisRijen(plek, rijen)
  process.stderr.write(`eigen import: ${getal(seconden)} s\n`)
  return seconden
}

/** Het bestand, met onderweg het geheugen van dit proces bij elk tiende deel. */
async function* metGeheugen(bestand: string, geheugen: Geheugen[]): AsyncGenerator<string> {
  const totaal = statSync(bestand).size
  const stroom = createReadStream(bestand, { encoding: 'utf8', highWaterMark: 256 * 1024 })
  let tiende = 0
  for await (const tekst of stroom) {
    yield tekst as string
    const nu = Math.floor((stroom.bytesRead / totaal) * 10)
    if (nu > tiende) geheugen.push({ deel: nu, mb: process.memoryUsage.rss() / 2 ** 20 })
    tiende = nu
  }
}

async function schrijfTabellen(psql: string, plek: Meetplek, map: string): Promise<void> {
  const opdrachten = tabellen.flatMap((t) => ['-c', `\\copy ${t} to '${join(map, t)}.csv' csv`])
  await promisify(execFile)(psql, [...psqlverbinding(plek), ...opdrachten])
}

/** Alles in één transactie, zoals de eigen import. */
async function meetPsql(psql: string, plek: Meetplek, map: string, welke: readonly string[]): Promise<number> {
  const opdrachten = welke.flatMap((t) => ['-c', `\\copy ${t} from '${join(map, t)}.csv' csv`])
  const begin = performance.now()
  await promisify(execFile)(psql, [...psqlverbinding(plek), '-1', ...opdrachten])
  const seconden = (performance.now() - begin) / 1000
  process.stderr.write(`psql \\copy van ${welke.length} tabellen: ${getal(seconden)} s\n`)
  return seconden
}

/** Alleen AES-256-GCM en de blinde index, voor evenveel nummers. */
function meetVersleutelen({ kluis }: Meetplek, rijen: number): number {
  const begin = performance.now()
  for (let n = 0; n < rijen; n++) {
    const bsn = verzinBsn(n)
    kluis.versleutel(bsn, { gemeente: CODE, inwoner: '01920000-0000-7000-8000-000000000000' })
    kluis.index(bsn, CODE)
  }
  return (performance.now() - begin) / 1000
}

type Cijfers = {
  readonly rijen: number
  readonly mb: number
  readonly eigen: number[]
  readonly alle: number[]
  readonly drie: number[]
  readonly geheugen: readonly Geheugen[]
  readonly versleutelen: number
}

function alsMeting(c: Cijfers): Meting {
  const op = (deel: number) => mediaan(c.geheugen.filter((g) => g.deel === deel).map((g) => g.mb))
  const zonder = c.alle.length === 0
  return {
    titel: 'Werkplek: inwoners overnemen',
    uitleg: `${getal(c.rijen)} verzonnen inwoners uit een CSV-bestand van ${getal(c.mb)} MB in een lege gemeente, in één transactie. De eigen weg leest en controleert elke rij als een scherm, versleutelt het BSN, schrijft per inwoner een logboekregel en gaat door de rijbeveiliging. \`psql \\copy\` zet dezelfde, al versleutelde rijen als eigenaar in dezelfde tabellen.${zonder ? ' Hier is geen psql; die vergelijking is overgeslagen.' : ''}`,
    regels: [
      regel('eigen import', c.eigen, 's'),
      ...(zonder
        ? []
        : [regel('psql \\copy van dezelfde vijf tabellen', c.alle, 's'), regel('psql \\copy zonder logboek (drie tabellen)', c.drie, 's')]),
      regel('alleen versleutelen en blinde index (zit in de eigen import)', [c.versleutelen], 's'),
      regel('geheugen van het proces op 20% van het bestand', [op(2)], 'MB'),
      regel('geheugen van het proces op 90% van het bestand', [op(9)], 'MB'),
    ],
    verhoudingen: [
      ...(zonder
        ? []
        : [
            verhouding('eigen import / psql \\copy', mediaan(c.eigen) / mediaan(c.alle), '≤', 3),
            verhouding('eigen import / psql \\copy zonder logboek', mediaan(c.eigen) / mediaan(c.drie), '≤', 3),
          ]),
      verhouding('geheugen: op 90% / op 20%', op(9) / op(2), '≤', 1.3),
    ],
  }
}
