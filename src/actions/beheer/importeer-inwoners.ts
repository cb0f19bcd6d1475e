/**
 * Inwoners uit een CSV-bestand, in één transactie: klopt er ergens iets niet, dan komt er niets in en noemt de uitkomst elke regel.
 * Lezen, controleren en versleutelen gaan door terwijl de database het vorige stuk verwerkt; het geheugen blijft gelijk.
 */
import type pg from 'pg'
import { maakCsvlezer } from '#core/base/csv.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Inwonergegevens } from '#core/dossier/inwoner.ts'
import { type Importkolom, leesInwonerrij, leesKop, type Rijfout } from '#core/dossier/inwonerrij.ts'
import { zoeknaam } from '#core/dossier/zoeknaam.ts'
import { type Botsing, type Import, type Importrij, inImport } from '#storage/inwonerimport.ts'
import { inhoudhash } from '../dossier/inhoudhash.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'

export type Importopdracht = {
  readonly gemeente: string
  /** De tekst van het bestand, in stukken. */
  readonly bron: AsyncIterable<string>
  /** Wie de opdracht gaf, voor het logboek. */
  readonly toegangspunt: string
  /** Alles doen behalve bewaren. */
  readonly alleenNakijken?: boolean
}
export type Importfout = Rijfout & { readonly regel: number }
export type Geimporteerd = { readonly inwoners: number; readonly bewaard: boolean }
/** De eerste fouten, en hoeveel het er zijn; `afgebroken` als na zoveel fouten niet verder is gelezen. */
export type Importweigering = { readonly fouten: readonly Importfout[]; readonly aantal: number; readonly afgebroken: boolean }

/** Hiermee leest Node bytes die geen UTF-8 zijn; een rekenblad bewaart soms nog in een oude tekenset. */
const VERVANGTEKEN = '\ufffd'
const STUK = 5_000
const MEESTE_FOUTEN = 1_000
/** Niet een medewerker maar een bestand: deze verwijzing hoort bij niemand. */
const NIEMAND = '00000000-0000-0000-0000-000000000000'

type Loop = {
  kop: readonly Importkolom[] | null
  readonly fouten: Importfout[]
  gelezen: number
  afgebroken: boolean
  /** In dit stuk staan bytes die geen UTF-8 zijn. */
  vreemd: boolean
}

export async function importeerInwoners(dienst: Dienst, app: pg.Pool, o: Importopdracht): Promise<Result<Geimporteerd, Importweigering>> {
  const plaats = await leesPlaats(dienst, o.gemeente)
  if (!plaats)
    return weiger([{ regel: 0, kolom: null, code: 'GEMEENTE_ONBEKEND', tekst: `De gemeente ${o.gemeente} staat niet in de database.` }])
  const loop: Loop = { kop: null, fouten: [], gelezen: 0, afgebroken: false, vreemd: false }
  const nu = dienst.nu()
  const daad = {
    binding: { gemeente: o.gemeente, medewerker: null, rollen: ['systeem'], team: null, nu },
    nu,
    door: NIEMAND,
    doel: 'inwoners overnemen uit een bestand',
    toegangspunt: o.toegangspunt,
    correlatie: nieuweId(nu),
  }
  await inImport(app, daad, async (i) => {
    await leesAlles(dienst, o, plaats, loop, i)
    return { bewaar: loop.fouten.length === 0 && !o.alleenNakijken, waarde: undefined }
  })
  if (loop.fouten.length > 0) return weiger(loop.fouten, loop.afgebroken)
  return ok({ inwoners: loop.gelezen, bewaard: !o.alleenNakijken })
}

const weiger = (fouten: readonly Importfout[], afgebroken = false) =>
  fout<Importweigering>({ fouten: [...fouten].sort((a, b) => a.regel - b.regel), aantal: fouten.length, afgebroken })

/** De teams van de gemeente op naam; undefined als zij er niet is. */
function leesPlaats(dienst: Dienst, gemeente: string): Promise<ReadonlyMap<string, string> | undefined> {
  if (!/^\d{4}$/.test(gemeente)) return Promise.resolve(undefined)
  return alsSysteem(dienst, gemeente, async (tx) => {
    const bekend = await tx.selectFrom('gemeente').select('code').where('code', '=', gemeente).executeTakeFirst()
    if (!bekend) return undefined
    const teams = await tx.selectFrom('team').select(['id', 'naam']).where('gemeente', '=', gemeente).execute()
    return new Map(teams.map((t) => [t.naam.toLowerCase(), t.id]))
  })
}

async function leesAlles(dienst: Dienst, o: Importopdracht, teams: ReadonlyMap<string, string>, loop: Loop, i: Import): Promise<void> {
  const lezer = maakCsvlezer()
  let stuk: Importrij[] = []
  let bezig: Promise<readonly Botsing[]> = Promise.resolve([])
  const stuurDoor = async () => {
    noteerBotsingen(loop, await bezig)
    bezig = i.voegToe(stuk)
    // Gaat het mis terwijl wij verder lezen, dan komt de fout bij de volgende `await bezig`; hier mag zij niet onbehandeld lijken.
    bezig.catch(() => undefined)
    stuk = []
  }
  const neem = async (regels: ReturnType<typeof lezer.lees>) => {
    for (const { nummer, velden } of regels) {
      const rij = leesRegel(dienst, o.gemeente, teams, loop, nummer, velden)
      if (loop.afgebroken) return
      if (rij) stuk.push(rij)
      if (stuk.length >= STUK) await stuurDoor()
    }
  }
  for await (const tekst of o.bron) {
    loop.vreemd ||= tekst.includes(VERVANGTEKEN)
    await neem(lezer.lees(tekst))
    if (loop.afgebroken) break
  }
  const einde = loop.afgebroken ? { regels: [], open: null } : lezer.einde()
  await neem(einde.regels)
  if (einde.open !== null)
    noteer(loop, einde.open, [{ kolom: null, code: 'AANHALING_OPEN', tekst: 'Hier gaat een aanhalingsteken open dat nergens sluit.' }])
  await stuurDoor()
  noteerBotsingen(loop, await bezig)
  if (loop.kop === null && loop.fouten.length === 0)
    loop.fouten.push({ regel: 1, kolom: null, code: 'BESTAND_LEEG', tekst: 'Het bestand is leeg. De eerste regel noemt de kolommen.' })
}

function leesRegel(
  dienst: Dienst,
  gemeente: string,
  teams: ReadonlyMap<string, string>,
  loop: Loop,
  nummer: number,
  velden: readonly string[],
): Importrij | undefined {
  if (loop.kop === null) {
    const kop = leesKop(velden)
    if (kop.ok) loop.kop = kop.value
    else noteer(loop, nummer, kop.fout)
    loop.afgebroken = !kop.ok // zonder kop is geen enkele regel te lezen
    return undefined
  }
  loop.gelezen += 1
  if (loop.vreemd && velden.some((v) => v.includes(VERVANGTEKEN))) {
    noteer(loop, nummer, [
      { kolom: null, code: 'GEEN_UTF8', tekst: 'Hier staan tekens die geen UTF-8 zijn. Bewaar het bestand als "CSV UTF-8".' },
    ])
    return undefined
  }
  const gelezen = leesInwonerrij(loop.kop, velden, teams, dienst.vandaag())
  if (gelezen.ok) return maakRij(dienst, gemeente, nummer, gelezen.value)
  noteer(loop, nummer, gelezen.fout)
  return undefined
}

function noteer(loop: Loop, regel: number, fouten: readonly Rijfout[]): void {
  loop.fouten.push(...fouten.map((f) => ({ ...f, regel })))
  if (loop.fouten.length >= MEESTE_FOUTEN) loop.afgebroken = true
}

function noteerBotsingen(loop: Loop, botsingen: readonly Botsing[]): void {
  for (const { regel, met } of botsingen)
    noteer(loop, regel, [
      met === 'bestand'
        ? {
            kolom: 'bsn',
            code: 'BSN_DUBBEL',
            tekst: 'Dit burgerservicenummer staat al eerder in dit bestand. Houd een van de twee regels.',
          }
        : {
            kolom: 'bsn',
            code: 'BSN_AL_BEKEND',
            tekst: 'Dit burgerservicenummer hoort al bij een inwoner van deze gemeente. Haal deze regel weg.',
          },
    ])
}

function maakRij({ kluis, nu }: Dienst, gemeente: string, regel: number, g: Inwonergegevens): Importrij {
  const moment = nu()
  const id = nieuweId(moment)
  const { bsn: _, ...zonderBsn } = g
  const geheim = g.bsn && kluis.versleutel(g.bsn, { gemeente, inwoner: id })
  return {
    regel,
    id,
    audit: nieuweId(moment),
    ...g.naam,
    geboortedatum: g.geboortedatum,
    woonplaats: g.woonplaats,
    zoeknaam: zoeknaam(g.naam),
    bsn_index: g.bsn && kluis.index(g.bsn, gemeente),
    bsn: geheim ? geheim.versleuteld : null,
    sleutel: geheim ? geheim.sleutel : null,
    geen_bsn_reden: g.geenBsnReden,
    geheim_adres: g.geheimAdres,
    overleden_op: g.overledenOp,
    team: g.team,
    straat: g.adres?.straat ?? null,
    huisnummer: g.adres?.huisnummer ?? null,
    toevoeging: g.adres?.toevoeging ?? null,
    postcode: g.adres?.postcode ?? null,
    telefoon: g.telefoon,
    email: g.email,
    contactvoorkeur: g.contactvoorkeur,
    geslacht: g.geslacht,
    vertegenwoordiger: g.vertegenwoordiger && JSON.stringify(g.vertegenwoordiger),
    hash_na: inhoudhash(zonderBsn),
  }
}
