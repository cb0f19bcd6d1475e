/** Een gemeente vullen met verzonnen inwoners, in brokken van één transactie: een klap laat nooit een half dossier achter. */
import { maakToeval } from '#core/base/toeval.ts'
import { voegRijenToe } from '#storage/bulk.ts'
import { type Auditrij, schrijfLogboek } from '#storage/logboek.ts'
import type { Tabellen } from '#storage/tabellen.ts'
import type { Tx } from '#storage/transactie.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { verzinDossier } from './verzonnen-dossier.ts'
import type { Omstandigheden, Rijen } from './verzonnen-rij.ts'
import { voorbeeldenVan } from './voorbeelden.ts'

export type Vulling = { readonly gemeente: string; readonly inwoners: number; readonly seed: number }
const BROK = 250

/** Volgorde waarin de tabellen naar elkaar verwijzen. */
const volgorde: readonly (keyof Tabellen)[] = [
  'inwoner',
  'inwoner_gegevens',
  'inwoner_bsn',
  'zaak',
  'onderzoek',
  'bezoek',
  'antwoord',
  'advies',
  'voorziening',
  'indicatie',
  'gebeurtenis',
]

export async function vulGemeente(
  dienst: Dienst,
  { gemeente, inwoners, seed }: Vulling,
  voortgang: (klaar: number) => void,
): Promise<void> {
  const toeval = maakToeval(seed ^ (Number(gemeente) * 2_654_435_761))
  const begin = await alsSysteem(dienst, gemeente, (tx) => telInwoners(tx, gemeente))
  for (let klaar = 0; klaar < inwoners; ) {
    const aantal = Math.min(BROK, inwoners - klaar)
    await alsSysteem(dienst, gemeente, (tx) => vulBrok(dienst, tx, gemeente, begin + klaar, aantal, toeval))
    klaar += aantal
    voortgang(klaar)
  }
}

async function telInwoners(tx: Tx, gemeente: string): Promise<number> {
  const { aantal } = await tx
    .selectFrom('inwoner')
    .select((e) => e.fn.countAll<string>().as('aantal'))
    .where('gemeente', '=', gemeente)
    .executeTakeFirstOrThrow()
  return Number(aantal)
}

async function vulBrok(dienst: Dienst, tx: Tx, gemeente: string, eerste: number, aantal: number, toeval: () => number): Promise<void> {
  const nummers = await leesNummers(tx, gemeente)
  const omstandigheden = await leesOmstandigheden(dienst, tx, gemeente, nummers)
  const rijen: Rijen = {}
  const ids = Array.from({ length: aantal }, (_, i) => verzinDossier(rijen, omstandigheden, eerste + i, toeval))
  for (const tabel of volgorde) await voegRijenToe(tx, tabel, rijen[tabel] ?? [])
  await bewaarNummers(tx, gemeente, nummers)
  await schrijfLogboek(
    tx,
    gemeente,
    ids.map((id) => logregel(dienst.nu(), id)),
  )
}

async function leesNummers(tx: Tx, gemeente: string): Promise<Map<number, number>> {
  const rijen = await tx.selectFrom('zaaknummer').select(['jaar', 'laatste']).where('gemeente', '=', gemeente).execute()
  return new Map(rijen.map((r) => [r.jaar, r.laatste]))
}

async function bewaarNummers(tx: Tx, gemeente: string, nummers: ReadonlyMap<number, number>): Promise<void> {
  if (nummers.size === 0) return
  await tx
    .insertInto('zaaknummer')
    .values([...nummers].map(([jaar, laatste]) => ({ gemeente, jaar, laatste })))
    .onConflict((c) => c.columns(['gemeente', 'jaar']).doUpdateSet((e) => ({ laatste: e.ref('excluded.laatste') })))
    .execute()
}

async function leesOmstandigheden(dienst: Dienst, tx: Tx, gemeente: string, nummers: Map<number, number>): Promise<Omstandigheden> {
  const vandaag = dienst.vandaag()
  const geldend = await geldendeCatalogus(tx, gemeente, vandaag)
  if (!geldend.ok) throw new Error(geldend.fout.tekst)
  const { catalogus, keuze } = geldend.value
  const { naam } = await tx.selectFrom('gemeente').select('naam').where('code', '=', gemeente).executeTakeFirstOrThrow()
  const consulenten = await tx
    .selectFrom('medewerker')
    .select(['id', 'team'])
    .where('gemeente', '=', gemeente)
    .where('team', 'is not', null)
    .orderBy('aanmeldnaam')
    .execute()
  const teams = [...new Set(consulenten.map((c) => c.team as string))].map((id) => ({
    id,
    consulenten: consulenten.filter((c) => c.team === id).map((c) => c.id),
  }))
  return {
    gemeente,
    woonplaats: naam,
    vandaag,
    catalogus,
    keuze,
    voorbeelden: voorbeeldenVan(catalogus, keuze),
    teams,
    kluis: dienst.kluis,
    engine: dienst.versie,
    nummer: (jaar) => {
      const volgend = (nummers.get(jaar) ?? 0) + 1
      nummers.set(jaar, volgend)
      return `${jaar}-${String(volgend).padStart(6, '0')}`
    },
  }
}

function logregel(nu: Date, inwoner: string): Auditrij {
  return {
    id: nieuweId(nu),
    tijdstip: nu.toISOString(),
    soort: 'aanmaken',
    uitkomst: 'gelukt',
    inwoner,
    objecten: [{ soort: 'inwoner', id: inwoner, versie: 1 }],
    medewerker: null,
    rollen: 'systeem',
    namens: null,
    zaak: null,
    doel: 'verzonnen gegevens voor de proefomgeving',
    toegangspunt: 'meedoen demo',
    reden: null,
    weigering: null,
    hash_voor: null,
    hash_na: null,
    correlatie: 'demo',
  }
}
