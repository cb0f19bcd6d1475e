/** Contracten uit een bestand laden: alles of niets per gemeente. Een eerder contract blijft te lezen, dit geldt. */
import { readFile } from 'node:fs/promises'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesreden } from '#storage/berichtbestand.ts'
import { bewaarContract, vervangGemeentelijst } from '#storage/berichten/contracten.ts'
import { schrijfLogboek } from '#storage/logboek.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Databaseweigering } from '../database/beheer.ts'
import { nieuweId } from '../handeling/id.ts'
import { inAdministratie } from './administratie.ts'
import { type Contractopgave, leesContract } from './lees-contract.ts'
import { type Ketenopties, metKeten, type OpenKeten } from './open-keten.ts'

export type Geladen = { readonly gemeenten: number; readonly aanbieders: number; readonly tarieven: number }
export type Contractweigering =
  | { readonly soort: 'bestand'; readonly fouten: readonly Catalogusfout[] }
  | { readonly soort: 'database'; readonly weigering: Databaseweigering }

export async function laadContract(o: Ketenopties, pad: string): Promise<Result<Geladen, Contractweigering>> {
  const tekst = await readFile(pad, 'utf8').catch((storing) => fout(leesreden(storing)))
  if (typeof tekst !== 'string')
    return fout({
      soort: 'bestand',
      fouten: [{ bestand: pad, regel: 1, kolom: 1, code: 'BESTAND_ONLEESBAAR', tekst: tekst.fout, watNu: 'Geef een YAML-bestand.' }],
    })
  const gelezen = leesContract(pad, tekst)
  if (!gelezen.ok) return fout({ soort: 'bestand', fouten: gelezen.fout })
  const gedaan = await metKeten(o, (keten) => bewaar(keten, gelezen.value))
  return gedaan.ok ? ok(gedaan.value) : fout({ soort: 'database', weigering: gedaan.fout })
}

async function bewaar(keten: OpenKeten, { contracten, gemeentelijst }: Contractopgave): Promise<Geladen> {
  const nu = keten.dienst.nu()
  const gemeenten = [...new Set(contracten.map((c) => c.gemeente))]
  if (gemeentelijst !== null) await vervangGemeentelijst(keten.eigenaar, gemeentelijst)
  for (const gemeente of gemeenten) {
    await keten.zorgVoorGemeente(gemeente)
    await inAdministratie(keten.dienst, { gemeente, partij: gemeente }, async (tx) => {
      for (const c of contracten.filter((x) => x.gemeente === gemeente)) {
        const id = nieuweId(nu)
        await bewaarContract(tx, { ...c, id, geladenOp: nu, geladenDoor: null, reden: 'Geladen uit een bestand.' })
        await noteer(tx, gemeente, id, nu)
      }
    })
  }
  return {
    gemeenten: gemeenten.length,
    aanbieders: new Set(contracten.map((c) => c.aanbieder)).size,
    tarieven: contracten.reduce((som, c) => som + c.tarieven.length, 0),
  }
}

const noteer = (tx: Tx, gemeente: string, contract: string, nu: Date): Promise<void> =>
  schrijfLogboek(tx, gemeente, [
    {
      id: nieuweId(nu),
      tijdstip: nu.toISOString(),
      soort: 'aanmaken',
      uitkomst: 'gelukt',
      inwoner: null,
      objecten: [{ soort: 'contract', id: contract }],
      medewerker: null,
      rollen: 'systeem',
      namens: null,
      zaak: null,
      doel: 'contract geladen uit een bestand',
      toegangspunt: 'opdrachtregel',
      reden: null,
      weigering: null,
      hash_voor: null,
      hash_na: null,
      correlatie: 'contract laad',
    },
  ])
