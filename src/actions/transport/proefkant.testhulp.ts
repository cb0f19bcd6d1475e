/** Een kant van de keten die draait: eigen database, wachtrij, achtergrondwerk dat de test zelf aanzet, en certificaten van één uitgever. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rust } from 'node:timers/promises'
import { stringify } from 'yaml'
import { feitenUit } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { alsBytes, PARTIJEN, vanBytes, type Zending } from '#messages/keten/oefening.testhulp.ts'
import type { Partij } from '#messages/vorm.ts'
import { maakTestdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { legBerichtVast, type Vastlegging, zetKlaar } from '../berichten/leg-vast.ts'
import { type Keten, kopVan, maakVerwerking } from '../berichten/verwerk-bericht.ts'
import { nieuweId } from '../handeling/id.ts'
import { openProefdienst, type Proef, type Proefdienst } from './proefdienst.testhulp.ts'
import { geefUit, maakUitgever } from './certificaten.testhulp.ts'

export const OIN = { gemeente: '00000001000000009990', aanbieder: '00000003000098765432' }
export const proefuitgever = maakUitgever('Proefuitgever')

export type Proefkant = {
  readonly dienst: Proefdienst
  readonly rol: Partij
  /** Waarmee een ander proces dezelfde kant kan zijn. */
  readonly proef: Proef
  /** Zolang dit waar is, kan deze kant niets aannemen (503). */
  storing: boolean
  /** Zet een bericht van ons klaar; `verknoei` maakt de bytes anders dan de bedoeling was. */
  stuur(zending: Zending, identificatie: string, verknoei?: (xml: string) => string): Promise<string>
  /** Het achtergrondwerk: van vastgelegd naar wachtrij, en wat in de wachtrij staat. */
  werk(): Promise<void>
  vraag<T = Record<string, unknown>>(sql: string): Promise<T[]>
  sluit(): Promise<void>
}

type Wens = { readonly naarPoort: number; readonly ontvangst?: { proxy?: object; verzoekenPerMinuut?: number } }

export async function maakProefkant(rol: Partij, { naarPoort, ontvangst = {} }: Wens): Promise<Proefkant> {
  const ander = rol === 'gemeente' ? 'aanbieder' : 'gemeente'
  const map = mkdtempSync(join(tmpdir(), `meedoen-keten-${rol}-`))
  const eigen = geefUit(proefuitgever, { cn: rol, oin: OIN[rol] })
  for (const [naam, tekst] of [
    ['eigen.crt', eigen.certificaat],
    ['eigen.key', eigen.sleutel],
    ['ca.crt', proefuitgever.certificaat],
  ] as const)
    writeFileSync(join(map, naam), tekst)
  const pem = { certificaat: 'eigen.crt', sleutel: 'eigen.key', ca: 'ca.crt' }
  writeFileSync(
    join(map, 'keten.yaml'),
    stringify(
      {
        verzending: { ...pem, herhaal: 1, geduld: 20 },
        ontvangst: { poort: 0, host: '127.0.0.1', ...(ontvangst.proxy ? { ca: pem.ca } : pem), ...ontvangst },
        partijen: { [PARTIJEN[rol]]: { weg: 'https', adres: `https://127.0.0.1:${naarPoort}/keten/ggk` } },
        vertrouwd: [{ oin: OIN[ander], namens: [PARTIJEN[ander]] }],
      },
      { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
    ),
  )
  const database = await maakTestdatabase({ verbindingen: 2 })
  const proef = { map, rol, verbindingen: database.verbindingen }
  const open = await openProefdienst(proef)
  const { dienst } = open
  const kant = { storing: false }
  const zorg = dienst.keten.zorgVoorGemeente
  const eigenDienst = {
    ...dienst,
    keten: {
      ...dienst.keten,
      zorgVoorGemeente: async (code: string) => {
        if (kant.storing) throw new Error('de database doet het even niet')
        await zorg(code)
      },
    },
  }
  return Object.assign(kant, {
    dienst: eigenDienst,
    rol,
    proef,
    stuur: (zending: Zending, identificatie: string, verknoei = (xml: string) => xml) =>
      legKlaar(eigenDienst, rol, zending, identificatie, verknoei),
    werk: () => open.werk(eigenDienst),
    vraag: async <T>(sql: string) => (await database.eigenaar.query(sql)).rows as T[],
    sluit: async () => {
      await open.sluit()
      await database.sluit()
      rmSync(map, { recursive: true })
    },
  })
}

/** Een bericht van ons, zoals een handeling het klaarzet. */
async function legKlaar(
  dienst: Proefkant['dienst'],
  rol: Partij,
  { naam, waarde }: Zending,
  identificatie: string,
  verknoei: (xml: string) => string,
): Promise<string> {
  waarde.Header.BerichtIdentificatie.Identificatie = identificatie
  const bytes = alsBytes(naam, waarde)
  const gelezen = vanBytes(bytes)
  const echt = Buffer.from(verknoei(Buffer.from(bytes).toString('utf8')))
  const wij = { gemeente: PARTIJEN.gemeente, partij: PARTIJEN[rol] }
  const keten: Keten = {
    dienst,
    wij: { rol, partij: PARTIJEN[rol] },
    systeemdatum: dienst.vandaag(),
    correlatie: 'proef',
    toegangspunt: 'proef',
    zorgVoorGemeente: dienst.keten.zorgVoorGemeente,
  }
  await keten.zorgVoorGemeente(wij.gemeente)
  const id = nieuweId(dienst.nu())
  const rij: Vastlegging = {
    ...kopVan(gelezen, naam),
    id,
    aanbieder: PARTIJEN.aanbieder,
    richting: 'uit',
    uitkomst: 'verzonden',
    feiten: feitenUit(gelezen),
  }
  await inAdministratie(dienst, wij, async (tx) => {
    const v = maakVerwerking(keten, tx, wij)
    await legBerichtVast(v, rij, echt)
    await zetKlaar(v, id)
  })
  return id
}

/** Wacht tot het zover is; de grens van de test is de enige grens. */
export async function wachtTot(isZover: () => Promise<boolean>): Promise<void> {
  while (!(await isZover())) await rust(50)
}
