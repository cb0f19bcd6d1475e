/**
 * Dagen die bij twee aanbieders liggen. Wie een toewijzing inkort of intrekt kan de vrije dagen meteen aan een ander geven: hulp wacht niet
 * op een antwoord. Keurt de eerste aanbieder dat daarna af, dan heeft hij zijn dagen nog, en moet een mens kiezen.
 */
import type { Periode } from '#core/base/datum.ts'
import { opDezeDagen } from '#core/toewijzing/open-dagen.ts'
import { leesToewijzingenBij } from '#storage/berichten/toewijzingen.ts'
import { leesIndicatiesVan, leesToewijzingenUit } from '#storage/berichten/vragen.ts'
import type { Tx } from '#storage/transactie.ts'
import { bezetteDagen } from './lees-toewijzingen.ts'

export type Dubbel = {
  /** De toewijzing die had moeten wijken, en die van de ander. */
  readonly nummers: readonly [number, number]
  readonly dagen: Periode
}

/** Wat er dubbel ligt van de toewijzingen in dit bericht van ons. */
export async function leesDubbeleDagen(tx: Tx, gemeente: string, bericht: string): Promise<Dubbel[]> {
  const nummers = (await leesToewijzingenUit(tx, gemeente, bericht)).map((t) => t.nummer)
  const indicaties = [...new Set((await leesIndicatiesVan(tx, gemeente, nummers)).values())]
  const liggen = (await leesToewijzingenBij(tx, gemeente, indicaties)).flatMap((r) => {
    const dagen = bezetteDagen(r)
    return dagen === null ? [] : [{ ...r, dagen }]
  })
  return liggen
    .filter((eigen) => nummers.includes(eigen.nummer))
    .flatMap((eigen) => {
      const anderen = liggen.filter((r) => r.indicatie === eigen.indicatie && r.aanbieder !== eigen.aanbieder)
      return opDezeDagen(eigen.dagen, anderen).map((r) => ({ nummers: [eigen.nummer, r.nummer] as const, dagen: r.dagen }))
    })
}
