/**
 * Eén bericht verwerken: herkennen of het er al was, beoordelen op vier niveaus, en alles in één transactie vastleggen. Dezelfde
 * bytes nog eens geven hetzelfde antwoord en veranderen niets; valt het programma om, dan is er niets gebeurd of alles.
 */
import { invariant } from '#core/base/invariant.ts'
import { berichthash, nieuwBerichtnummer, type Uitkomst, vergrendelPaar, vindOpHash, vindOpKenmerk } from '#storage/berichten/berichten.ts'
import { maakClientboek } from '#storage/berichten/clientboek.ts'
import type { Tx } from '#storage/transactie.ts'
import { schrijfBericht } from '#messages/schrijf.ts'
import type { GelezenBericht } from '#messages/codec.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { dagtekeningVan, partijenVan, sleutelVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import type { Retourbericht } from '#messages/iwmo-3-2/keten/retour.ts'
import { leesInBeurten } from '#messages/controleer-stroom.ts'
import type { Berichtfeiten, Berichtsleutel } from '#messages/keten/feit.ts'
import type { Ketenkeuzes } from '#messages/keten/keuzes.ts'
import { alsGelezen, type Gelezen, ontvangGelezen, type Ontvangst, type Wij } from '#messages/keten/ontvang.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Administratie, inAdministratie } from './administratie.ts'
import { maakBron } from './bron.ts'
import { alsCodes, leesCodes } from './codereeks.ts'
import {
  legBerichtVast,
  legStukkenVast,
  noteerBericht,
  nummerVrij,
  parkeer,
  type Vastlegging,
  type Verwerking,
  zetKlaar,
} from './leg-vast.ts'
import { leesUitbericht, maakUitbericht, type Uitbericht } from './uitbericht.ts'
import { leesDubbeleDagen } from '../toewijzing/dubbel.ts'
import { dubbelNummer, dubbelToegewezen, uitvalVanUitgave, uitvalVan } from './uitval.ts'

/** Verkeer van een aanbieder waarvan de gemeente niet te lezen is. */
export const ONBEKENDE_GEMEENTE = '0000'

export type Keten = {
  readonly dienst: Pick<Dienst, 'db' | 'kluis' | 'nu'>
  readonly wij: Wij
  readonly systeemdatum: string
  readonly correlatie: string
  readonly toegangspunt: string
  readonly keuzes?: Ketenkeuzes
  /** Hoeveel declaratieregels van een groot bestand samen beoordeeld worden. */
  readonly regelsPerDeel?: number
  /** Wat op de envelop staat; een bericht dat iets anders zegt is van een ander en wordt niet verwerkt. */
  readonly envelop?: { readonly gemeente: string; readonly aanbieder: string; readonly functie: string }
  /** Zorgt dat deze gemeente bestaat, ook als hier niemand voor haar werkt. */
  zorgVoorGemeente(code: string): Promise<void>
}

export type Verwerkt = {
  readonly bericht: string | null
  readonly uitkomst: 'geaccepteerd' | 'afgewezen' | 'deels' | 'niveau1'
  readonly retourcodes: Iterable<Retourregel>
  readonly retour: Uitbericht | null
  /** Dit bericht was er al; dit is het antwoord van toen. */
  readonly isHerhaling: boolean
}

export type Plek = Administratie & { readonly aanbieder: string | null }

export async function verwerkBericht(keten: Keten, bytes: Uint8Array): Promise<Verwerkt> {
  const gelezen = await controleer(bytes)
  const { aanbieder, ...wij } = plekVan(gelezen.bericht, keten)
  await keten.zorgVoorGemeente(wij.gemeente)
  return inAdministratie(keten.dienst, wij, async (tx) => {
    await vergrendelPaar(tx, wij, aanbieder)
    const eerder = await eerderAntwoord(keten, tx, wij, berichthash(keten.dienst.kluis).update(bytes).digest())
    return eerder ?? nieuwAntwoord(maakVerwerking(keten, tx, wij), keten, { gelezen, aanbieder, bytes })
  })
}

/** Hierboven gaat een bestand in beurten: wat in één keer gelezen en beoordeeld wordt, houdt al het andere van dit proces op. */
export const GRENS_STROOM = 256 * 1024

async function controleer(bytes: Uint8Array): Promise<Gelezen> {
  if (bytes.length > GRENS_STROOM) return leesInBeurten(bytes)
  // Pas laden als het nodig is: bij een groot bestand is libxml2 er niet bij, en dat scheelt meer geheugen dan het hele bestand kost.
  const { controleerEnLees } = await import('#messages/controleer.ts')
  return controleerEnLees(bytes)
}

export const maakVerwerking = ({ dienst, systeemdatum, correlatie, toegangspunt }: Keten, tx: Tx, wij: Administratie): Verwerking => ({
  dienst,
  tx,
  wij,
  systeemdatum,
  correlatie,
  toegangspunt,
  nu: dienst.nu(),
  boek: maakClientboek(tx, dienst.kluis, wij),
})

/** Onder welke gemeente dit bericht hoort. Wat niet te lezen is, blijft bij de partij zelf. */
export function plekVan(bericht: GelezenBericht | null, { wij: { rol, partij }, envelop }: Keten): Plek {
  const paar = envelop ?? (bericht === null ? null : partijenVan(bericht))
  const gemeente = rol === 'gemeente' ? partij : (paar?.gemeente ?? ONBEKENDE_GEMEENTE)
  return { gemeente, partij, aanbieder: paar?.aanbieder ?? null }
}

/** Of het bericht over een ander paar gaat dan de envelop, of iets anders is dan erop staat. */
export function wijktAf(bericht: GelezenBericht, { envelop }: Keten): boolean {
  if (envelop === undefined) return false
  const { gemeente, aanbieder } = partijenVan(bericht)
  return bericht.naam !== envelop.functie || gemeente !== envelop.gemeente || aanbieder !== envelop.aanbieder
}

/** Wat er op precies deze bytes al geantwoord is. */
export async function eerderAntwoord({ dienst }: Keten, tx: Tx, wij: Administratie, hash: Buffer): Promise<Verwerkt | undefined> {
  const bekend = await vindOpHash(tx, dienst.kluis, wij, hash)
  if (bekend === undefined) return undefined
  const retourcodes = bekend.uitslag === null ? [] : leesCodes(bekend.uitslag)
  const retour = bekend.retour === null ? null : await leesUitbericht(dienst, tx, wij, bekend.retour)
  return { bericht: bekend.naam, uitkomst: naarBuiten(bekend.uitkomst), retourcodes, retour, isHerhaling: true }
}

const naarBuiten = (uitkomst: Uitkomst): Verwerkt['uitkomst'] =>
  uitkomst === 'verzonden' ? 'geaccepteerd' : uitkomst === 'vreemd' ? 'afgewezen' : uitkomst

type Binnen = { readonly gelezen: Gelezen; readonly aanbieder: string | null; readonly bytes: Uint8Array }

async function nieuwAntwoord(v: Verwerking, keten: Keten, { gelezen, aanbieder, bytes }: Binnen): Promise<Verwerkt> {
  const { tx, wij, nu, boek } = v
  const { bericht } = gelezen
  const ontvangst: Ontvangst =
    bericht !== null && wijktAf(bericht, keten)
      ? { soort: 'vreemd', bericht: bericht.naam }
      : await ontvangGelezen(gelezen, {
          bron: maakBron(tx, keten.dienst.kluis, wij, boek),
          wij: keten.wij,
          systeemdatum: keten.systeemdatum,
          eigen: { identificatie: await nieuwBerichtnummer(tx, nu), dagtekening: keten.systeemdatum },
          ...(keten.keuzes && { keuzes: keten.keuzes }),
        })
  const [heen, retour] = await vrijeFeiten(v, bericht, ontvangst)
  const isDubbel = ontvangst.soort !== 'beoordeeld' && gelezen.bericht !== null && 'feiten' in ontvangst && heen === undefined
  const uit = 'retour' in ontvangst && ontvangst.retour ? await legRetourVast(v, ontvangst.retour, retour) : null
  const rij: Vastlegging = {
    ...kopVan(bericht, ontvangst.bericht),
    id: nieuweId(nu),
    aanbieder,
    richting: ontvangst.soort === 'eigen' ? 'uit' : 'in',
    uitkomst: uitkomstVan(ontvangst),
    uitslag: alsCodes(codesVan(ontvangst)),
    ...(ontvangst.soort === 'eigen' && { verzondenOp: nu }),
    ...(heen && { feiten: heen }),
    ...(uit && { retour: uit.id }),
    ...(await overWat(v, overVan(ontvangst), aanbieder)),
  }
  await legBerichtVast(v, rij, bytes)
  const uitgave = bericht === null || rij.richting === 'uit' ? [] : uitvalVanUitgave(bericht.beschreven.release, rij.dagtekening ?? '')
  await parkeer(v, rij.id, [...uitvalVan(ontvangst), ...(isDubbel ? [dubbelNummer] : []), ...uitgave])
  if (ontvangst.soort === 'retour' && ontvangst.uitkomst === 'afgewezen' && rij.over !== undefined)
    await parkeer(v, rij.id, (await leesDubbeleDagen(tx, wij.gemeente, rij.over)).map(dubbelToegewezen))
  await noteerBericht(v, 'aanmaken', rij, doelVan(rij))
  return {
    bericht: ontvangst.bericht,
    uitkomst: naarBuiten(rij.uitkomst),
    retourcodes: codesVan(ontvangst),
    retour: uit,
    isHerhaling: false,
  }
}

export const doelVan = ({ naam, richting, uitkomst }: Vastlegging): string =>
  `iWmo ${naam ?? 'onleesbaar bericht'} ${richting === 'in' ? 'ontvangen' : 'verzonden'}: ${uitkomst}`

/** De feiten die gaan tellen: die van het bericht zelf en van ons antwoord. Een bezet nummer telt niet. */
async function vrijeFeiten(v: Verwerking, bericht: GelezenBericht | null, o: Ontvangst): Promise<(Berichtfeiten | undefined)[]> {
  if (bericht === null || !('feiten' in o)) return []
  const heen = o.feiten.find((f) => f.sleutel.naam === bericht.naam)
  const retour = o.feiten.find((f) => f !== heen)
  return [heen && (await nummerVrij(v, heen)) ? heen : undefined, retour]
}

/** Ons antwoord, klaar om te versturen. `vulAan` zet erbij wat niet in de waarde staat. */
export async function legRetourVast(
  v: Verwerking,
  retour: Retourbericht,
  feiten: Berichtfeiten | undefined,
  vulAan?: (xml: string) => Iterable<Uint8Array>,
): Promise<Uitbericht> {
  const geschreven = schrijfBericht(retour.naam, retour.waarde as never)
  invariant(geschreven.ok, `een retourbericht voldoet aan het schema: ${geschreven.ok ? '' : JSON.stringify(geschreven.fout)}`)
  const gelezen = alsGelezen(retour)
  const rij: Vastlegging = {
    ...kopVan(gelezen, retour.naam),
    id: nieuweId(v.nu),
    aanbieder: partijenVan(gelezen).aanbieder,
    richting: 'uit',
    uitkomst: 'verzonden',
    ...(feiten && { feiten }),
  }
  if (vulAan === undefined) await legBerichtVast(v, rij, Buffer.from(geschreven.value, 'utf8'))
  else await legStukkenVast(v, rij, vulAan(geschreven.value))
  await zetKlaar(v, rij.id)
  return maakUitbericht(v.dienst, v.wij, rij)
}

export type Kop = Pick<Vastlegging, 'naam' | 'release' | 'afzender' | 'ontvanger' | 'identificatie' | 'dagtekening' | 'bsn'>
export function kopVan(bericht: GelezenBericht | null, naam: string | null): Kop {
  if (bericht === null) return { naam, release: null, afzender: null, ontvanger: null, identificatie: null, dagtekening: null }
  const { afzender, identificatie } = sleutelVan(bericht)
  const { gemeente, aanbieder } = partijenVan(bericht)
  const { release } = bericht.beschreven
  const client = (bericht.waarde as { Client?: { Bsn?: string } }).Client?.Bsn
  return {
    naam,
    release: `${release.standaard} ${release.versie}`,
    afzender,
    ontvanger: afzender === gemeente ? aanbieder : gemeente,
    identificatie,
    dagtekening: dagtekeningVan(bericht),
    ...(client !== undefined && { bsn: client }),
  }
}

function uitkomstVan(o: Ontvangst): Uitkomst {
  switch (o.soort) {
    case 'niveau1':
    case 'vreemd':
      return o.soort
    case 'eigen':
      return 'verzonden'
    default:
      return o.uitkomst
  }
}

const codesVan = (o: Ontvangst): readonly Retourregel[] => ('retourcodes' in o ? o.retourcodes : [])

const overVan = (o: Ontvangst): Berichtsleutel | undefined =>
  o.soort === 'retour' ? o.over : 'feiten' in o ? o.feiten.find((f) => f.sleutel.naam === o.bericht)?.oordeel?.over : undefined

/** Het heenbericht waar een antwoord over gaat, als dat er is. */
export async function overWat(
  { tx, wij }: Verwerking,
  over: Berichtsleutel | undefined,
  aanbieder: string | null,
): Promise<Pick<Vastlegging, 'over'>> {
  if (over === undefined || aanbieder === null) return {}
  const id = await vindOpKenmerk(tx, wij, { ...over, aanbieder })
  return id === undefined ? {} : { over: id }
}
