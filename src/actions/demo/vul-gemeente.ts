/**
 * Een gemeente vullen met verzonnen inwoners, in brokken van één transactie: een klap laat nooit een half dossier achter. Terwijl de
 * database een paar brokken bewaart, wordt het volgende verzonnen; zij komen er op volgorde in, zodat aanvullen weet waar het gebleven is.
 */
import { setImmediate as ademhalen } from 'node:timers/promises'
import type pg from 'pg'
import { groepeer } from '#core/base/groepeer.ts'
import { maakToeval } from '#core/base/toeval.ts'
import type { Tx } from '#storage/transactie.ts'
import { bewaarVulling, type Vulrijen } from '#storage/vulling.ts'
import { reserveerNummers, zaaknummer } from '#storage/zaken.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { leesOmstandigheden } from './omstandigheden.ts'
import { verzinDossier } from './verzonnen-dossier.ts'
import { zetVoorbeelden } from './verzonnen-onderzoek.ts'
import { maakZet, type Omstandigheden } from './verzonnen-rij.ts'

export type Vulling = { readonly gemeente: string; readonly inwoners: number; readonly seed: number }
/** Zo groot dat een transactie weinig kost, en zo klein dat het geheugen gelijk blijft en voortgang te zien is. */
const BROK = 1_000
/** Zoveel brokken bewaart de database tegelijk. */
const TEGELIJK = 2
/** Na zoveel dossiers mag de verbinding weer aan het woord. */
const ADEM = 20

export async function vulGemeente(
  dienst: Dienst,
  app: pg.Pool,
  { gemeente, inwoners, seed }: Vulling,
  voortgang: (klaar: number) => void,
): Promise<void> {
  const toeval = maakToeval(seed ^ (Number(gemeente) * 2_654_435_761))
  const [begin, omstandigheden] = await alsSysteem(dienst, gemeente, async (tx) => [
    await telInwoners(tx, gemeente),
    await leesOmstandigheden(dienst, tx, gemeente),
  ])
  const binding = { gemeente, medewerker: null, rollen: ['systeem'], team: null }
  const onderweg: Promise<void>[] = []
  try {
    for (let klaar = 0; klaar < inwoners; ) {
      const aantal = Math.min(BROK, inwoners - klaar)
      const rijen = await verzinBrok(omstandigheden, begin + klaar, aantal, dienst.nu(), toeval)
      await geefNummers(dienst, gemeente, rijen)
      const tot = (klaar += aantal)
      const eerder = onderweg.at(-1) ?? Promise.resolve()
      const bewaard = bewaarVulling(app, binding, rijen, eerder).then(() => voortgang(tot))
      bewaard.catch(() => undefined) // wie erop wacht, hoort het
      onderweg.push(bewaard)
      if (onderweg.length > TEGELIJK) await onderweg.shift()
    }
    await Promise.all(onderweg)
  } finally {
    await Promise.allSettled(onderweg)
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

async function verzinBrok(o: Omstandigheden, eerste: number, aantal: number, nu: Date, toeval: () => number): Promise<Vulrijen> {
  const rijen: Vulrijen = {}
  const zet = maakZet(rijen, o.gemeente)
  zetVoorbeelden(zet, o.voorbeelden)
  for (let i = 0; i < aantal; i++) {
    if (i % ADEM === 0) await ademhalen()
    zet('audit', logregel(nu, verzinDossier(zet, o, eerste + i, toeval)))
  }
  return rijen
}

/** Nummers gaan op volgorde van de meldingen, per jaar; wie tegelijk een zaak maakt krijgt een ander nummer. */
async function geefNummers(dienst: Dienst, gemeente: string, rijen: Vulrijen): Promise<void> {
  const perJaar = groepeer(rijen.zaak ?? [], (z) => Number(String(z.ontvangen_op).slice(0, 4)))
  await alsSysteem(dienst, gemeente, async (tx) => {
    for (const [jaar, zaken] of [...perJaar].sort(([a], [b]) => a - b)) {
      const eerste = await reserveerNummers(tx, gemeente, jaar, zaken.length)
      for (const [plaats, zaak] of zaken.entries()) zaak.nummer = zaaknummer(jaar, eerste + plaats)
    }
  })
}

function logregel(nu: Date, inwoner: string) {
  return {
    id: nieuweId(nu),
    tijdstip: nu.toISOString(),
    soort: 'aanmaken',
    uitkomst: 'gelukt',
    inwoner,
    objecten: [{ soort: 'inwoner', id: inwoner, versie: 1 }],
    rollen: 'systeem',
    doel: 'verzonnen gegevens voor de proefomgeving',
    toegangspunt: 'meedoen demo',
    correlatie: 'demo',
  }
}
