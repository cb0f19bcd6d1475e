/** De gemeente waarin verzonnen dossiers komen: haar catalogus, haar teams, en de voorbeelden die zij heeft. */
import type { Tx } from '#storage/transactie.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import type { Dienst } from '../handeling/dienst.ts'
import type { Omstandigheden } from './verzonnen-rij.ts'
import { voorbeeldenVan } from './voorbeelden.ts'

/** Wat een dossier van zijn gemeente moet weten. */
export async function leesOmstandigheden(dienst: Dienst, tx: Tx, gemeente: string): Promise<Omstandigheden> {
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
  }
}
