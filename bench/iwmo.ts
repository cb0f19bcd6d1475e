/**
 * iWmo: een grote declaratie op niveau 1 en 2 controleren naast `xmllint`, en de hele weg van bestand tot in de database. Ook tien keer zo
 * groot. Alles in dezelfde run en om en om; wie wat draait is steeds een eigen proces.
 */
import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getal } from './getal.ts'
import { declaratie, GEMEENTE, type Opgave } from './iwmo-bestand.ts'
import { controleerKoud, heeftXmllint, kind, vulKeten, xmllint } from './iwmo-kandidaten.ts'
import { meetKopie, meetVersleutelen } from './iwmo-vloer.ts'
import { type Meting, mediaan, type Meetregel, regel, type Verhouding, verhouding } from './meting.ts'
import { vindPsql } from './psql.ts'
import { maakGemeente, maakMeetplek, type Meetplek } from './werkplek-gegevens.ts'

const MEEST_VOOR_XMLLINT = 400_000

type Maten = { readonly prestaties: number; readonly rondes: number }
/** Per maat: alle tijden in seconden, geheugen in MB. */
type Reeksen = Record<
  'schema' | 'stroom' | 'koud' | 'warm' | 'keten' | 'ketenWarm' | 'kopie' | 'aes' | 'pak' | 'mbControle' | 'mbKeten',
  number[]
> & {
  mb: number
}

export async function meet({ prestaties, rondes }: Maten): Promise<Meting> {
  const map = mkdtempSync(join(tmpdir(), 'meedoen-bench-iwmo-'))
  const plek = await maakMeetplek()
  try {
    await maakGemeente(plek, { code: GEMEENTE, inwoners: 0, teams: 0, perTeam: 0 })
    const metXmllint = heeftXmllint()
    const psql = vindPsql()
    const gewoon = await meetMaat({ plek, map, psql, metXmllint, prestaties, rondes: Math.min(rondes, 5), eerste: 1, declaraties: 2 })
    // Van twee gigabyte maakt xmllint een boom die in veel machines niet past.
    const past = prestaties * 10 <= MEEST_VOOR_XMLLINT
    const tien = await meetMaat({
      plek,
      map,
      psql,
      metXmllint: metXmllint && past,
      prestaties: prestaties * 10,
      rondes: 1,
      eerste: 19,
      declaraties: 1,
    })
    return alsMeting(prestaties, gewoon, tien)
  } finally {
    await plek.sluit()
    rmSync(map, { recursive: true, force: true })
  }
}

type Maat = Maten & {
  readonly plek: Meetplek
  readonly map: string
  readonly psql: string | null
  readonly metXmllint: boolean
  readonly eerste: number
  /** Hoeveel er na elkaar in één proces gaan, elk van een andere aanbieder. */
  readonly declaraties: number
}

async function meetMaat({ plek, map, psql, metXmllint, prestaties, rondes, eerste, declaraties }: Maat): Promise<Reeksen> {
  const r: Reeksen = {
    schema: [],
    stroom: [],
    koud: [],
    warm: [],
    keten: [],
    ketenWarm: [],
    kopie: [],
    aes: [],
    pak: [],
    mbControle: [],
    mbKeten: [],
    mb: 0,
  }
  for (let ronde = eerste; ronde < eerste + rondes * declaraties; ronde += declaraties) {
    const paden: string[] = []
    for (let i = 0; i < declaraties; i++) {
      const opgave = { prestaties, ronde: ronde + i }
      paden.push(await maakBestand(map, opgave))
      await vulKeten(plek, opgave)
    }
    const [pad = ''] = paden
    r.mb = statSync(pad).size / 2 ** 20
    await meetRonde(plek, paden, r, metXmllint)
    await meetVloer(plek, { pad, map, psql, ronde }, r)
    for (const bestand of readdirSync(map)) rmSync(join(map, bestand))
    process.stderr.write(`iwmo ${getal(prestaties)}: ${JSON.stringify(r, (_, w) => (typeof w === 'number' ? Number(w.toFixed(2)) : w))}\n`)
  }
  return r
}

async function maakBestand(map: string, opgave: Opgave): Promise<string> {
  const pad = join(map, `${opgave.ronde}.xml`)
  await pipeline(Readable.from(declaratie(opgave)), createWriteStream(pad))
  return pad
}

async function meetRonde(plek: Meetplek, paden: readonly string[], r: Reeksen, metXmllint: boolean): Promise<void> {
  const [pad = ''] = paden
  if (metXmllint) r.schema.push(await xmllint(pad, 'schema'))
  r.koud.push(await controleerKoud(pad))
  if (metXmllint) r.stroom.push(await xmllint(pad, 'stroom'))
  const warm = await kind({ soort: 'controle', pad, keer: 6 })
  r.warm.push(...warm.seconden.slice(1))
  r.mbControle.push(warm.mb)
  if (metXmllint) r.schema.push(await xmllint(pad, 'schema'))
  const sleutels = { sleutel: plek.sleutel.toString('base64'), indexsleutel: plek.indexsleutel.toString('base64') }
  const keten = await kind({ soort: 'keten', paden, app: plek.server.app, ...sleutels })
  r.keten.push(...keten.seconden.slice(0, 1))
  r.ketenWarm.push(...keten.seconden.slice(1))
  r.mbKeten.push(keten.mb)
}

type Vloer = { readonly pad: string; readonly map: string; readonly psql: string | null; readonly ronde: number }

/** Wat met elke andere weg ook moet. */
async function meetVloer(plek: Meetplek, { pad, map, psql, ronde }: Vloer, r: Reeksen): Promise<void> {
  if (psql !== null) r.kopie.push(await meetKopie(psql, plek, map, `METING-${ronde}`))
  r.aes.push(await meetVersleutelen(plek, pad, false))
  r.pak.push(await meetVersleutelen(plek, pad, true))
}

function alsMeting(prestaties: number, gewoon: Reeksen, tien: Reeksen): Meting {
  const zonder = gewoon.schema.length === 0
  // Het grootste bestand waar xmllint bij is: daar weegt het starten van een proces het minst.
  const [maat, grootste] = tien.schema.length > 0 && tien.ketenWarm.length > 0 ? [prestaties * 10, tien] : [prestaties, gewoon]
  return {
    titel: 'iWmo: een grote declaratie',
    uitleg: `Een verzonnen WMO323 met ${getal(prestaties)} prestaties (${getal(gewoon.mb)} MB) en een met tien keer zoveel (${getal(tien.mb)} MB). Niveau 1 en 2: schema en alle regels binnen het bericht, als stroom van schijf. Koud is de opdracht \`meedoen bericht controleer\`, een vers proces met starten en stoppen erbij; warm is de tweede tot en met de zesde keer in hetzelfde proces. De hele keten is van bestand tot vastgelegd in de ingebouwde PostgreSQL: vier niveaus tegen toewijzingen en contract, elke regel in de database, de bytes versleuteld bewaard, het antwoord gemaakt; koud is de eerste declaratie van een vers proces (de tijd van het starten niet meegeteld), warm de tweede, van een andere aanbieder, in hetzelfde proces; de nummers van toewijzingen en regels komen na die er al zijn. \`xmllint\` is een vers proces met ons schema en doet alleen niveau 1.${zonder ? ' Hier is geen xmllint; die vergelijking is overgeslagen.' : ''}`,
    regels: [...tijden('', gewoon), ...tijden('tien keer zo groot: ', tien)],
    verhoudingen: [...(zonder ? [] : naastXmllint(maat, grootste)), ...tienKeer(gewoon, tien)],
  }
}

function tijden(voor: string, r: Reeksen): Meetregel[] {
  const alle: [string, number[], string][] = [
    ['xmllint --noout --schema', r.schema, 's'],
    ['xmllint --stream --noout (geen schema)', r.stroom, 's'],
    ['niveau 1 en 2, koud', r.koud, 's'],
    ['niveau 1 en 2, warm', r.warm, 's'],
    ['hele keten, koud', r.keten, 's'],
    ['hele keten, warm', r.ketenWarm, 's'],
    ['waarvan met psql \\copy: dezelfde rijen in dezelfde tabellen', r.kopie, 's'],
    ['waarvan AES-256-GCM over dezelfde bytes, met lezen van schijf', r.aes, 's'],
    ['waarvan inpakken en dan AES, op één draad', r.pak, 's'],
    ['geheugen op zijn hoogst, niveau 1 en 2', r.mbControle, 'MB'],
    ['geheugen op zijn hoogst, hele keten', r.mbKeten, 'MB'],
  ]
  return alle.filter(([, reeks]) => reeks.length > 0).map(([naam, reeks, eenheid]) => regel(`${voor}${naam}`, reeks, eenheid))
}

const naastXmllint = (prestaties: number, r: Reeksen): Verhouding[] => {
  const schema = mediaan(r.schema)
  const bij = `, ${getal(prestaties)} prestaties`
  return [
    verhouding(`niveau 1 en 2 koud / xmllint --schema${bij}`, mediaan(r.koud) / schema, '≤', 0.5),
    verhouding(`niveau 1 en 2 warm / xmllint --schema${bij}`, mediaan(r.warm) / schema, '≤', 0.25),
    verhouding(`hele keten, koud / xmllint --schema${bij}`, mediaan(r.keten) / schema, '≤', 1),
    verhouding(`hele keten, warm / xmllint --schema${bij}`, mediaan(r.ketenWarm) / schema, '≤', 1),
  ]
}

const tienKeer = (gewoon: Reeksen, tien: Reeksen): Verhouding[] => [
  verhouding('niveau 1 en 2 warm, per prestatie: tien keer zo groot / gewoon', mediaan(tien.warm) / 10 / mediaan(gewoon.warm), '≤', 1.25),
  verhouding('hele keten, koud, per prestatie: tien keer zo groot / gewoon', mediaan(tien.keten) / 10 / mediaan(gewoon.keten), '≤', 1.25),
  verhouding('geheugen niveau 1 en 2 / 150 MB', mediaan(tien.schema.length > 0 ? tien.mbControle : gewoon.mbControle) / 150, '≤', 1),
]
