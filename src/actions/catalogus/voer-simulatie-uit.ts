/**
 * Een wijziging doorrekenen op alles wat in een gemeente loopt, bladzijde voor bladzijde in korte transacties met hun voortgang.
 * Afgebroken en opnieuw begonnen geeft dezelfde uitkomst: er wordt niets opgeteld bij wat er stond. Wie hem stopt, of een
 * nieuwere poging, wint.
 */
import { invariant } from '#core/base/invariant.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { leesInwonersMetIndicatie, leesLopendeIndicaties, leesLopendeOnderzoeken, telLopend } from '#storage/lopend.ts'
import { bewaarSimulatiegevallen } from '#storage/simulatiegevallen.ts'
import { begin, schrijfVoortgang } from '#storage/simulaties.ts'
import type { Tx } from '#storage/transactie.ts'
import type { Dienst, Taakgegevens } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { type Gemeentedoorrekening, maakGemeentedoorrekening, type Simulatiegeval, type Simulatieuitkomst } from './gemeentedoorrekening.ts'
import { catalogusBijHash } from './geldende-catalogus.ts'
import { kantVan, type Simulatievraag } from './simulatievraag.ts'

export const GEVALLEN_PER_BLAD = 500
const storingtekst = 'Het doorrekenen is door een storing afgebroken. Het begint vanzelf opnieuw; lukt dat niet, vraag het dan opnieuw aan.'

export async function voerSimulatieUit(dienst: Dienst, waar: Taakgegevens, perBlad = GEVALLEN_PER_BLAD): Promise<void> {
  const poging = nieuweId(dienst.nu())
  const vraag = await alsSysteem(dienst, waar.gemeente, (tx) => begin(tx, waar, poging, dienst.nu()))
  if (vraag === undefined) return
  const schrijf: Schrijver = (tx, stap) => schrijfVoortgang(tx, waar, poging, stap)
  const bewaar: Bewaarder = (tx, gevallen) => bewaarSimulatiegevallen(tx, waar, poging, gevallen)
  try {
    const uitkomst = await rekenDoor(dienst, waar.gemeente, vraag as unknown as Simulatievraag, { schrijf, bewaar }, perBlad)
    if (uitkomst) await alsSysteem(dienst, waar.gemeente, (tx) => schrijf(tx, { uitkomst, op: dienst.nu() }))
  } catch (storing) {
    // Is ook de database weg, dan blijft de stand "loopt" staan en neemt de volgende poging het over.
    await alsSysteem(dienst, waar.gemeente, (tx) => schrijf(tx, { fout: storingtekst, op: dienst.nu() })).catch(() => undefined)
    throw storing
  }
}

export type Schrijver = (tx: Tx, stap: Parameters<typeof schrijfVoortgang>[3]) => Promise<boolean>

/** Krijgt per bladzijde wat anders uitvalt. */
export type Bewaarder = (tx: Tx, gevallen: readonly Simulatiegeval[]) => Promise<void>

/** Rekent bladzijde voor bladzijde; `schrijf` krijgt de voortgang en zegt of er door te gaan is. Null: gestopt, of door een andere poging overgenomen. */
export async function rekenDoor(
  dienst: Dienst,
  gemeente: string,
  vraag: Simulatievraag,
  { schrijf, bewaar }: { readonly schrijf: Schrijver; readonly bewaar: Bewaarder },
  perBlad: number,
): Promise<Simulatieuitkomst | null> {
  const { vanaf } = vraag
  const { grens, som, door } = await alsSysteem(dienst, gemeente, async (tx) => {
    const { onderzoeken, inwoners, grens } = await telLopend(tx, gemeente, vanaf)
    const som = maakGemeentedoorrekening(await kantVan(tx, gemeente, vraag.nu), await kantVan(tx, gemeente, vraag.straks), vanaf)
    return { grens, som, door: await schrijf(tx, { totaal: onderzoeken + inwoners }) }
  })
  if (!door) return null
  let klaar = 0
  const telOp = async (blad: (tx: Tx) => Promise<number>): Promise<'door' | 'op' | 'gestopt'> =>
    alsSysteem(dienst, gemeente, async (tx) => {
      const gedaan = await blad(tx)
      if (gedaan === 0) return 'op'
      klaar += gedaan
      return (await schrijf(tx, { klaar })) ? 'door' : 'gestopt'
    })
  for (const blad of [
    onderzoekbladen(som, bewaar, { gemeente, grens, hoogstens: perBlad }),
    indicatiebladen(som, bewaar, { gemeente, vanaf, hoogstens: perBlad }),
  ]) {
    let stand: Awaited<ReturnType<typeof telOp>>
    do stand = await telOp(blad)
    while (stand === 'door')
    if (stand === 'gestopt') return null
  }
  return som.uitkomst()
}

/** Elke aanroep verwerkt de volgende bladzijde en geeft hoeveel erin stond. */
type Waarvan = { readonly gemeente: string; readonly hoogstens: number }

function onderzoekbladen(som: Gemeentedoorrekening, bewaar: Bewaarder, { gemeente, grens, hoogstens }: Waarvan & { grens: string | null }) {
  let na: string | null = null
  return async (tx: Tx): Promise<number> => {
    const rijen = grens === null ? [] : await leesLopendeOnderzoeken(tx, gemeente, { na, grens, hoogstens })
    await bewaar(tx, som.voegOnderzoekenToe(rijen, await catalogiBij(tx, rijen)))
    na = rijen.at(-1)?.id ?? na
    return rijen.length
  }
}

function indicatiebladen(som: Gemeentedoorrekening, bewaar: Bewaarder, { gemeente, vanaf, hoogstens }: Waarvan & { vanaf: string }) {
  let na: string | null = null
  return async (tx: Tx): Promise<number> => {
    const inwoners = await leesInwonersMetIndicatie(tx, gemeente, { na, vanaf, hoogstens })
    if (inwoners.length === 0) return 0
    const rijen = await leesLopendeIndicaties(tx, gemeente, inwoners, vanaf)
    await bewaar(tx, som.voegIndicatiesToe(rijen, await catalogiBij(tx, rijen)))
    na = inwoners.at(-1) ?? na
    return inwoners.length
  }
}

async function catalogiBij(tx: Tx, rijen: readonly { hash: string }[]): Promise<(hash: string) => Catalogus> {
  const catalogi = new Map<string, Catalogus>()
  for (const hash of new Set(rijen.map((r) => r.hash))) {
    const catalogus = await catalogusBijHash(tx, hash)
    invariant(catalogus, 'de catalogus van een zaak is bewaard')
    catalogi.set(hash, catalogus)
  }
  return (hash) => catalogi.get(hash) as Catalogus
}
