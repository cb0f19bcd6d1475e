/**
 * Binnengekomen enveloppen verwerken, met dezelfde weg als elk ander bericht. Wat niet aan het schema voldoet krijgt een Fo01, en een
 * Fo01 van een ander wordt werk bij het bericht waar hij over gaat. Valt het programma om, dan gebeurt het nog eens, met hetzelfde eind.
 */
import {
  berichtInEnvelop,
  bewaarEnvelop,
  bewaarInhoud,
  leesAanDeBeurt,
  leesInhoud,
  legAfloopVast,
  markeerFout,
  neemInHanden,
  type Poging,
  type TeVersturen,
  vindVerzonden,
  wachtendeAdministraties,
  wisInhoud,
} from '#storage/berichten/enveloppen.ts'
import { bewaarUitval } from '#storage/berichten/uitval.ts'
import { bewaarUitgaand } from '#storage/outbox.ts'
import type { Tx } from '#storage/transactie.ts'
import { invariant } from '#core/base/invariant.ts'
import { controleerEnLees } from '#messages/controleer.ts'
import type { Envelop, Foutmelding, Heen, Retour } from '#messages/ggk/envelop.ts'
import { leesEnvelop } from '#messages/ggk/lees.ts'
import { maakFoutverslag } from '#messages/ggk/pak-in.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Administratie, inAdministratie } from '../berichten/administratie.ts'
import { GRENS_STROOM, type Keten, verwerkBericht, type Verwerkt } from '../berichten/verwerk-bericht.ts'
import { verwerkStroom } from '../berichten/verwerk-stroom.ts'
import { watNuBij } from './foutcodes.ts'
import { nieuweReferentie, stempel, tijdstipVan } from './stempel.ts'
import { zonderCijfers } from './stuur-envelop.ts'
import type { Ketendienst } from './transport.ts'
import { type Foutinhoud, schrijfEnvelopVoor } from './verzend.ts'

export type Verwerkdienst = Pick<Dienst, 'db' | 'kluis' | 'nu' | 'vandaag' | 'versie'> & { readonly keten: Ketendienst }

/** Zo lang mag één proces erover doen voor een ander het overneemt, en zo lang wachten na een storing. */
const OVERNEMEN_MS = 2 * 60_000
const OPNIEUW_MS = 60_000

/** De taak uit de wachtrij: alles wat voor deze gemeente wacht (of overal). Wat gooit, blijft staan voor een volgende keer. */
export async function verwerkEnveloppen(dienst: Verwerkdienst, gemeente?: string): Promise<void> {
  const storingen: unknown[] = []
  for (const wij of await wachtendeAdministraties(dienst.db)) {
    if (gemeente !== undefined && wij.gemeente !== gemeente) continue
    for (const { id } of await inAdministratie(dienst, wij, (tx) => leesAanDeBeurt(tx, wij, 'in', dienst.nu())))
      await verwerkEen(dienst, wij, id).catch((storing: unknown) => storingen.push(storing))
  }
  if (storingen.length > 0) throw storingen[0]
}

async function verwerkEen(dienst: Verwerkdienst, wij: Administratie, id: string): Promise<void> {
  const nu = dienst.nu()
  const klaar = await inAdministratie(dienst, wij, async (tx) => {
    const poging = await neemInHanden(tx, wij, id, nu, new Date(nu.getTime() + OVERNEMEN_MS))
    return poging && { poging, bytes: await leesInhoud(tx, dienst.kluis, wij, id) }
  })
  if (klaar === undefined) return
  try {
    await verwerk(dienst, wij, klaar.poging, await openEnvelop(klaar.bytes))
  } catch (storing) {
    const later = { stand: 'wacht', volgendeOp: new Date(dienst.nu().getTime() + OPNIEUW_MS), code: 'STORING' } as const
    await inAdministratie(dienst, wij, (tx) => legAfloopVast(tx, wij, id, later))
    throw storing
  }
}

async function openEnvelop(bytes: Buffer): Promise<Envelop> {
  const gelezen = await leesEnvelop(bytes)
  invariant(gelezen.ok, 'wat is aangenomen is te lezen')
  return gelezen.value
}

async function verwerk(dienst: Verwerkdienst, wij: Administratie, poging: Poging, envelop: Envelop): Promise<void> {
  if (envelop.soort === 'Fo01') return inAdministratie(dienst, wij, (tx) => verwerkFout(dienst, tx, wij, poging, envelop))
  invariant(envelop.soort === 'Di01' || envelop.soort === 'Du01', 'alleen berichten en fouten worden bewaard')
  const { inhoud } = envelop.lading
  const keten = ketenVan(dienst, wij, poging)
  const verwerkt =
    inhoud.length > GRENS_STROOM
      ? await verwerkStroom(keten, { grootte: inhoud.length, stukken: () => ineens(inhoud) })
      : await verwerkBericht(keten, inhoud)
  await inAdministratie(dienst, wij, (tx) => rondAf(dienst, tx, wij, poging, envelop, verwerkt))
}

async function* ineens(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function ketenVan(dienst: Verwerkdienst, { gemeente, partij }: Administratie, p: Poging): Keten {
  const rol = partij === gemeente ? 'gemeente' : 'aanbieder'
  return {
    dienst,
    wij: { rol, partij },
    systeemdatum: dienst.vandaag(),
    correlatie: p.referentie,
    toegangspunt: 'https',
    envelop: { gemeente, aanbieder: rol === 'gemeente' ? p.afzender : partij, functie: p.functie ?? '' },
    zorgVoorGemeente: dienst.keten.zorgVoorGemeente,
  }
}

async function rondAf(
  dienst: Verwerkdienst,
  tx: Tx,
  wij: Administratie,
  poging: Poging,
  envelop: Heen | Retour,
  verwerkt: Verwerkt,
): Promise<void> {
  const nu = dienst.nu()
  const isSchemafout = verwerkt.uitkomst === 'niveau1'
  if (isSchemafout) await meldSchemafout(dienst, tx, wij, poging, envelop)
  // Dezelfde inhoud in een nieuwe envelop: de afzender mist ons antwoord, dus het gaat nog eens, op deze envelop.
  const opnieuw = verwerkt.isHerhaling ? verwerkt.retour : null
  if (opnieuw !== null) await schrijfEnvelopVoor(tx, wij, await antwoordOp(tx, wij, opnieuw.id, poging), dienst.keten, nu)
  if (isSchemafout || opnieuw !== null) await zetVerstuurtaak(tx, wij, poging.id, nu)
  await legAfloopVast(tx, wij, poging.id, { stand: 'verwerkt', verwerktOp: nu })
  await wisInhoud(tx, wij, poging.id)
}

async function antwoordOp(tx: Tx, wij: Administratie, id: string, p: Poging): Promise<TeVersturen> {
  const { naam, aanbieder } = await tx
    .selectFrom('bericht')
    .select(['naam', 'aanbieder'])
    .where('gemeente', '=', wij.gemeente)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, naam: naam ?? '', aanbieder: aanbieder ?? '', kruisreferentie: p.referentie }
}

const zetVerstuurtaak = (tx: Tx, { gemeente }: Administratie, id: string, nu: Date): Promise<void> =>
  bewaarUitgaand(tx, [{ gemeente, id: nieuweId(nu), soort: 'bericht', gegevens: { id }, gemaakt_op: nu }])

/** Een Fo01 met StUF055, klaar om te versturen; hooguit één per envelop. */
async function meldSchemafout(dienst: Verwerkdienst, tx: Tx, wij: Administratie, poging: Poging, envelop: Heen | Retour): Promise<void> {
  const nu = dienst.nu()
  const merk = { referentienummer: nieuweReferentie(), tijdstip: tijdstipVan(nu) }
  const { oordeel } = controleerEnLees(envelop.lading.inhoud)
  const melding = maakFoutverslag(envelop, oordeel.niveau1.fouten, stempel(dienst, dienst.keten.applicatie, wij.partij, merk))
  const id = nieuweId(nu)
  const inhoud: Foutinhoud = { fout: melding.fout, ontvanger: melding.ontvanger }
  const rij = {
    id,
    richting: 'uit',
    soort: 'Fo01',
    referentie: merk.referentienummer,
    kruisreferentie: melding.crossRefnummer,
    afzender: wij.partij,
    ontvanger: poging.afzender,
    functie: null,
    tijdstip: merk.tijdstip,
    bericht: null,
    over: poging.id,
    ladingHash: null,
    bevestiging: null,
    gemaaktOp: nu,
    ontvangenOp: null,
  } as const
  if (await bewaarEnvelop(tx, wij, rij)) await bewaarInhoud(tx, dienst.kluis, wij, id, Buffer.from(JSON.stringify(inhoud)))
}

/** Wat wij stuurden kon de ander niet verwerken: werk voor een mens, bij dat bericht. */
async function verwerkFout(dienst: Verwerkdienst, tx: Tx, wij: Administratie, poging: Poging, { fout, crossRefnummer }: Foutmelding) {
  const nu = dienst.nu()
  const over = await vindVerzonden(tx, wij, crossRefnummer)
  invariant(over !== undefined, 'een Fo01 wordt alleen aangenomen over iets van ons')
  const [oorzaak, doe] = watNuBij(fout.code)
  const tekst = zonderCijfers(fout.omschrijving)
  await markeerFout(tx, wij, over.id, { code: fout.code, tekst }, nu)
  const bericht = over.bericht ?? (over.over === null ? undefined : await berichtInEnvelop(tx, wij, over.over))
  const uitval = {
    soort: 'foutverslag',
    code: fout.code,
    regel: null,
    klasse: null,
    tekst,
    oorzaak,
    doe,
    aantal: 1,
    id: nieuweId(nu),
  } as const
  if (bericht !== undefined) await bewaarUitval(tx, wij, bericht, nu, [uitval])
  await legAfloopVast(tx, wij, poging.id, { stand: 'verwerkt', verwerktOp: nu })
}
