/** Een kant van de keten met een eigen database, die berichten als bestanden krijgt en geeft; en wat hij dan weet. */
import { GRENS_EENHEID } from '#messages/bytes/eenheden.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { maakKluis } from '#storage/kluis.ts'
import { maakTestdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { maakKysely } from '#storage/transactie.ts'
import type { Bron } from '#messages/keten/bron.ts'
import type { Partijen } from '#messages/keten/feit.ts'
import type { Kant, Netwerk } from '#messages/keten/keten.testhulp.ts'
import { PARTIJEN } from '#messages/keten/oefening.testhulp.ts'
import type { Partij } from '#messages/vorm.ts'
import { inAdministratie } from './administratie.ts'
import { bezorgEen } from './bezorg.ts'
import { maakBron } from './bron.ts'
import { maakGemeentezorg } from './open-keten.ts'
import type { Bytestroom } from './lees-declaratie.ts'
import { bytesVan } from './uitbericht.ts'
import { type Keten, verwerkBericht, type Verwerkt } from './verwerk-bericht.ts'
import { verwerkStroom } from './verwerk-stroom.ts'
import { zetInMap } from '#storage/uitmap.ts'

export type Databasekant = Kant<Bron> & { readonly keten: Keten; tel(tabel: string): Promise<number>; sluit(): Promise<void> }

/** `netwerk` telt niet: een database herkent een herhaling altijd. Met één verbinding is er nooit een tweede vrij om naast te lezen. */
export async function maakDatabasekant(rol: Partij, _: Netwerk, uitkomsten: string[], verbindingen = 4): Promise<Databasekant> {
  const database = await maakTestdatabase({ verbindingen })
  const map = mkdtempSync(join(tmpdir(), `meedoen-keten-${rol}-`))
  const dienst = {
    db: maakKysely(database.app),
    kluis: maakKluis({ actief: 's1', sleutels: { s1: randomBytes(32) }, indexsleutel: randomBytes(32) }),
    nu: () => new Date(),
  }
  const keten: Keten = {
    dienst,
    wij: { rol, partij: PARTIJEN[rol] },
    systeemdatum: '2030-01-01',
    correlatie: 'proef',
    toegangspunt: 'proef',
    zorgVoorGemeente: maakGemeentezorg(maakKysely(database.eigenaar)),
  }
  let nummer = 0
  const leg = async (xml: string) => {
    const pad = join(map, `in-${nummer++}.xml`)
    writeFileSync(pad, xml)
    return verwerkBericht(keten, readFileSync(pad))
  }
  return {
    keten,
    stand: bronVan(keten, PARTIJEN),
    neem: async (xml) => {
      const { bericht, uitkomst, retourcodes, retour, isHerhaling } = await leg(xml)
      const heeftOordeel = bericht !== null && /^WMO3(0[157]|1[579]|2[35])$/.test(bericht)
      if (!isHerhaling && heeftOordeel) uitkomsten.push(`${bericht} ${uitkomst} ${Array.from(retourcodes, (r) => r.code).join(',')}`.trim())
      if (retour === null) return null
      await bezorgEen(dienst, retour, async ({ bestand, stukken }) => void (await zetInMap(map, bestand, stukken())))
      return readFileSync(join(map, retour.bestand), 'utf8')
    },
    onthoud: async (xml) => void (await leg(xml)),
    tel: async (tabel) => Number((await database.eigenaar.query(`select count(*) from ${tabel}`)).rows[0].count),
    sluit: async () => {
      rmSync(map, { recursive: true })
      await database.sluit()
    },
  }
}

/**
 * Zoveel wit voor de cliënten dat de gewone lezer het overneemt: die geeft elke cliënt meteen, ook in een klein bericht. Zonder dit houdt
 * de vlotte lezer de laatste kilobytes vast, en is een proefbericht maar één deel.
 */
export const metRuimte = (bytes: Uint8Array): Buffer =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/<wmo32[35]:Clienten>/, `$&${' '.repeat(2 * GRENS_EENHEID)}`),
  )

/** Als stroom in kleine stukjes, en twee regels per deel: met ruimte voor de cliënten wordt elke grens geraakt. */
export const alsStroom = (kant: Databasekant, bytes: Uint8Array, stukje = 1000): Promise<Verwerkt> =>
  verwerkStroom({ ...kant.keten, regelsPerDeel: 2 }, inStukjes(bytes, stukje))

/** Geleend, zoals een bestand ze geeft: na elk stukje staat er iets anders op die plek. */
export const inStukjes = (bytes: Uint8Array, stukje = 1000): Bytestroom => ({
  grootte: bytes.length,
  async *stukken() {
    const geleend = Buffer.alloc(stukje)
    for (let i = 0; i < bytes.length; i += stukje) {
      const deel = bytes.subarray(i, i + stukje)
      geleend.set(deel)
      yield geleend.subarray(0, deel.length)
      geleend.fill('?')
    }
  },
})

/** De bytes van het antwoord, met een vast nummer op de plek van het onze: dat is steeds een ander. */
export const antwoordVan = async ({ retour }: Verwerkt): Promise<string | null> =>
  retour && (await bytesVan(retour)).toString('utf8').replace(/(?<=<iwmo:Identificatie>)[^<]+/, 'NUMMER')

/** De bron van een administratie, elke vraag in een eigen transactie. */
/** De bron van een administratie, elke vraag in een eigen transactie. */
export function bronVan({ dienst, wij: { partij } }: Keten, { gemeente }: Partijen): Bron {
  const wij = { gemeente, partij }
  const namen = Object.keys(maakBron(dienst.db, dienst.kluis, wij)) as (keyof Bron)[]
  const vraag =
    (naam: keyof Bron) =>
    (...argumenten: unknown[]) =>
      inAdministratie(dienst, wij, async (tx) => (maakBron(tx, dienst.kluis, wij)[naam] as (...a: unknown[]) => unknown)(...argumenten))
  return Object.fromEntries(namen.map((naam) => [naam, vraag(naam)])) as Bron
}

/** Alles wat een bron over deze sleutels weet, in een vaste volgorde: twee bronnen met dezelfde berichten zijn hierop gelijk. */
export async function watWeet(
  bron: Bron,
  p: Partijen,
  op: { bsns: string[]; nummers: number[]; referenties: string[]; declaraties: string[] },
) {
  const { starts, stops } = await bron.leveringen(p, op.bsns)
  return gesorteerd({
    toewijzingen: await bron.toewijzingenVan(p, op.bsns),
    opNummer: await bron.toewijzingen(p, op.nummers),
    clienten: await bron.bekendeClienten(p, op.bsns),
    starts,
    stops,
    verzoeken: await bron.verzoeken(p, { referenties: op.referenties, bsns: op.bsns }),
    declaraties: await bron.declaraties(p, { nummers: op.declaraties, identificaties: [], bsns: op.bsns }),
    prestaties: await bron.prestaties(p, op.referenties),
    verbruik: await bron.verbruik(p, op.nummers),
    laatste: await bron.laatsteDeclaratieperiode(p),
  })
}

const gesorteerd = (alles: object) =>
  Object.fromEntries(Object.entries(alles).map(([naam, deel]) => [naam, Array.isArray(deel) ? deel.map(vast).sort() : deel]))
/** Een rij als tekst: velden op naam, lijsten op volgorde, want die telt in het antwoord van een bron niet. */
const vast = (rij: unknown): string =>
  JSON.stringify(rij, (_, waarde) => (Array.isArray(waarde) ? [...waarde].sort() : isObject(waarde) ? opNaam(waarde) : waarde))
const isObject = (waarde: unknown): waarde is object => typeof waarde === 'object' && waarde !== null
const opNaam = (o: object): object => Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)))
