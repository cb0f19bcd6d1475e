/**
 * Berichten van ons over https naar buiten: elk krijgt één envelop met een vast nummer, en gaat dan net zo vaak tot de ander haar heeft.
 * Het nummer ligt vast voor de eerste poging, dus wat er ook omvalt: de ontvanger herkent een herhaling.
 */
import {
  type Afloop,
  berichtInEnvelop,
  bewaarEnvelop,
  leesAanDeBeurt,
  leesInhoud,
  leesZonderEnvelop,
  legAfloopVast,
  neemInHanden,
  type Poging,
  type TeVersturen,
} from '#storage/berichten/enveloppen.ts'
import { leesDeel, leesDelen, leesGrootte, markeerVerzonden } from '#storage/berichten/berichten.ts'
import { bewaarUitval, type Uitval } from '#storage/berichten/uitval.ts'
import type { Tx } from '#storage/transactie.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Fout, Foutmelding, Heen, Retour } from '#messages/ggk/envelop.ts'
import { isRetourenvelop, pakHeenIn, pakRetourIn } from '#messages/ggk/pak-in.ts'
import type { Ladingstroom } from '#messages/ggk/schrijf.ts'
import { releases } from '#messages/releases.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { nieuweId } from '../handeling/id.ts'
import { type Administratie, inAdministratie } from '../berichten/administratie.ts'
import { volgendePoging } from './herhaling.ts'
import { nieuweReferentie, stempel, tijdstipVan } from './stempel.ts'
import { stuurEnvelop, type Verzending, type Verzendinstellingen } from './stuur-envelop.ts'
import type { Transport } from './transport.ts'

export type Verzenddienst = Pick<Dienst, 'db' | 'kluis' | 'nu' | 'versie' | 'wachtrij'>

/** Zoveel tegelijk: één trage ontvanger houdt de anderen dan niet op. */
const TEGELIJK = 4
/** Zo lang na het geduld mag een ander proces een poging overnemen. */
const RUIMTE_MS = 30_000

/** Zwijgt een adres zo vaak achter elkaar, dan heeft de rest nu geen zin: duizend keer wachten houdt alle anderen op. */
const ZWIJGT = 5

/**
 * Alles wat in deze administratie aan de beurt is; `nieuw` is wat in een envelop moet als het er nog geen heeft. Wat nog eens moet, komt met
 * één taak terug, op het vroegste moment.
 */
export async function verzendKlaar(
  dienst: Verzenddienst,
  transport: Transport,
  wij: Administratie,
  nieuw: ReadonlySet<string>,
): Promise<void> {
  const klaar = await inAdministratie(dienst, wij, async (tx) => {
    for (const bericht of await leesZonderEnvelop(tx, wij))
      if (nieuw.has(bericht.id)) await schrijfEnvelopVoor(tx, wij, bericht, transport, dienst.nu())
    return leesAanDeBeurt(tx, wij, 'uit', dienst.nu())
  })
  const rest = klaar[Symbol.iterator]()
  const zwijgt = new Map<Verzendinstellingen | null, number>()
  const weer: Date[] = []
  const werker = async () => {
    for (const { id, ontvanger } of rest) {
      const naar = transport.naar(wij.partij, ontvanger)
      if ((zwijgt.get(naar) ?? 0) >= ZWIJGT) continue
      const volgende = await verzendEen(dienst, transport, wij, id, naar)
      zwijgt.set(naar, volgende === null ? 0 : (zwijgt.get(naar) ?? 0) + 1)
      if (volgende !== null) weer.push(volgende)
    }
  }
  await Promise.all(Array.from({ length: TEGELIJK }, werker))
  if (weer.length > 0) await planPoging(dienst, wij, weer)
}

/** Gaat dit mis, dan pakt de ronde langs wat bleef liggen het op. */
export async function planPoging({ db, wachtrij }: Verzenddienst, wij: Administratie, momenten: readonly Date[]): Promise<void> {
  const eerste = momenten.reduce((a, b) => (b < a ? b : a))
  await inAdministratie({ db }, wij, async (tx) => wachtrij?.zet(tx, 'bericht', { gemeente: wij.gemeente, id: wij.partij }, eerste))
}

const beschrevenVan = (naam: string) => {
  for (const release of releases) {
    const bericht = release.berichten.find((b) => b.naam === naam)
    if (bericht !== undefined) return { release, bericht }
  }
  return undefined
}

/** Legt de envelop van een bericht vast: één per bericht, of bij een antwoord één per envelop waarop het antwoordt. */
export async function schrijfEnvelopVoor(tx: Tx, wij: Administratie, b: TeVersturen, { envelop325 }: Transport, nu: Date): Promise<void> {
  const beschreven = beschrevenVan(b.naam)
  invariant(beschreven !== undefined, 'een bericht van ons is een bekend bericht')
  const isRetour = isRetourenvelop(beschreven, { envelop325 })
  const wees = isRetour && b.kruisreferentie === null
  const id = nieuweId(nu)
  const nieuw = await bewaarEnvelop(tx, wij, {
    id,
    richting: 'uit',
    soort: isRetour ? 'Du01' : 'Di01',
    referentie: nieuweReferentie(),
    kruisreferentie: isRetour ? b.kruisreferentie : null,
    afzender: wij.partij,
    ontvanger: anderVan(wij, b.aanbieder),
    functie: b.naam,
    tijdstip: tijdstipVan(nu),
    bericht: b.id,
    over: null,
    ladingHash: null,
    bevestiging: null,
    gemaaktOp: nu,
    ontvangenOp: null,
    ...(wees && { mislukt: geenHeenenvelop }),
  })
  if (nieuw && wees) await parkeer(tx, wij, b.id, { ...geenHeenenvelop, oorzaak: WEES.oorzaak, doe: WEES.doe }, nu)
}

/** De andere helft van het paar: het antwoord van een gemeente gaat naar de aanbieder, en andersom. */
const anderVan = ({ gemeente, partij }: Administratie, aanbieder: string): string => (partij === gemeente ? aanbieder : gemeente)

const geenHeenenvelop = {
  code: 'GEEN_HEENENVELOP',
  tekst: 'Dit antwoord kan niet in een envelop: het bericht waarop het antwoordt kwam zonder.',
}
const WEES = {
  oorzaak: 'Het heenbericht kwam als bestand binnen, en er is geen map meer om het antwoord in te zetten.',
  doe: 'Vraag de beheerder de map weer in te stellen (MEEDOEN_BERICHTEN); het antwoord gaat er dan vanzelf heen. Of vraag de afzender het bericht over https te sturen.',
}

/** Eén poging, in drie stappen: in handen nemen, sturen, vastleggen hoe het afliep. Geeft wanneer het weer moet. */
async function verzendEen(
  dienst: Verzenddienst,
  transport: Transport,
  wij: Administratie,
  id: string,
  naar: Verzendinstellingen | null,
): Promise<Date | null> {
  const nu = dienst.nu()
  const tot = new Date(nu.getTime() + transport.geduldMs + RUIMTE_MS)
  const klaar = await inAdministratie(dienst, wij, async (tx) => {
    const poging = await neemInHanden(tx, wij, id, nu, tot)
    return poging && { poging, ...(await bouw(dienst, tx, transport, wij, poging)) }
  })
  if (klaar === undefined) return null
  const uitkomst = naar === null ? geenAdres : await stuurEnvelop(naar, klaar.envelop, klaar.lading)
  return inAdministratie(dienst, wij, (tx) => verwerkUitkomst(dienst, tx, transport, wij, klaar.poging, uitkomst))
}

const geenAdres: Verzending = {
  soort: 'geweigerd',
  code: 'GEEN_ADRES',
  tekst: 'Er is geen adres om dit bericht heen te sturen.',
  oorzaak: 'In het ketenbestand staat voor deze partij geen adres van deze ontvanger.',
  doe: 'Vraag de beheerder het adres in het ketenbestand te zetten. Stuur het bericht daarna opnieuw.',
}

async function bouw(
  dienst: Verzenddienst,
  tx: Tx,
  { applicatie }: Transport,
  wij: Administratie,
  p: Poging,
): Promise<{ readonly envelop: Heen | Retour | Foutmelding; readonly lading?: Ladingstroom }> {
  const afzender = stempel(dienst, applicatie, wij.partij, { referentienummer: p.referentie, tijdstip: p.tijdstip })
  const { bericht: id } = p
  if (id === null) return { envelop: await bouwFoutmelding(dienst, tx, wij, p, afzender) }
  const beschreven = beschrevenVan(p.functie ?? '')
  invariant(beschreven !== undefined, 'een bericht van ons is een bekend bericht')
  const bericht = { beschreven, xml: new Uint8Array(), naar: p.ontvanger }
  const envelop = p.soort === 'Du01' ? pakRetourIn(bericht, afzender, p.kruisreferentie ?? '') : pakHeenIn(bericht, afzender)
  return { envelop, lading: ladingVan(dienst, wij, id, await leesGrootte(tx, wij, id)) }
}

/** De bytes komen pas uit de kluis als zij weggaan, en elk deel in een eigen transactie: sturen duurt zo lang als de ander wil. */
const ladingVan = (dienst: Verzenddienst, wij: Administratie, id: string, grootte: number): Ladingstroom => ({
  grootte,
  stukken: () => leesDelen(grootte, (volg) => inAdministratie(dienst, wij, (tx) => leesDeel(tx, dienst.kluis, wij, id, volg))),
})

async function bouwFoutmelding(
  { kluis }: Verzenddienst,
  tx: Tx,
  wij: Administratie,
  p: Poging,
  { systeem, referentienummer, tijdstip }: ReturnType<typeof stempel>,
): Promise<Foutmelding> {
  const { fout, ontvanger } = JSON.parse((await leesInhoud(tx, kluis, wij, p.id)).toString('utf8')) as Foutinhoud
  return { soort: 'Fo01', zender: systeem, ontvanger, referentienummer, tijdstip, crossRefnummer: p.kruisreferentie ?? '', fout }
}
/** Wat er van een eigen Fo01 bewaard wordt. */
export type Foutinhoud = { readonly fout: Fout; readonly ontvanger: Foutmelding['ontvanger'] }

async function verwerkUitkomst(
  dienst: Verzenddienst,
  tx: Tx,
  transport: Transport,
  wij: Administratie,
  p: Poging,
  uitkomst: Verzending,
): Promise<Date | null> {
  const nu = dienst.nu()
  const leg = (afloop: Afloop) => legAfloopVast(tx, wij, p.id, afloop)
  if (uitkomst.soort === 'ontvangen' || uitkomst.soort === 'verzonden') {
    const bevestigd = uitkomst.soort === 'ontvangen' && { ontvangenOp: nu, bevestiging: uitkomst.bevestiging.referentienummer }
    await leg({ stand: uitkomst.soort, verzondenOp: nu, ...bevestigd })
    if (p.bericht !== null) await markeerVerzonden(tx, wij, p.bericht, nu)
    return null
  }
  const volgende = uitkomst.soort === 'later' ? volgendePoging(p.pogingen, transport, nu) : null
  const { code, tekst } = uitkomst
  if (volgende !== null) return (await leg({ stand: 'wacht', volgendeOp: volgende, code, tekst })) === 'wacht' ? volgende : null
  if ((await leg({ stand: 'mislukt', code, tekst })) !== 'mislukt') return null
  const bericht = p.bericht ?? (p.over === null ? undefined : await berichtInEnvelop(tx, wij, p.over))
  const raad = uitkomst.soort === 'geweigerd' ? uitkomst : opgegeven(p.pogingen)
  if (bericht !== undefined) await parkeer(tx, wij, bericht, { code, tekst, oorzaak: raad.oorzaak, doe: raad.doe }, nu)
  return null
}

const opgegeven = (pogingen: number) => ({
  oorzaak: `De ander of het knooppunt is al lang niet te bereiken; het is ${pogingen} keer geprobeerd.`,
  doe: 'Vraag de beheerder en de ander wat er aan de hand is. Stuur het bericht daarna opnieuw; het houdt hetzelfde nummer.',
})

function parkeer(
  tx: Tx,
  wij: Administratie,
  bericht: string,
  u: Pick<Uitval, 'code' | 'tekst' | 'oorzaak' | 'doe'>,
  nu: Date,
): Promise<void> {
  return bewaarUitval(tx, wij, bericht, nu, [{ ...u, soort: 'niet_bezorgd', regel: null, klasse: null, aantal: 1, id: nieuweId(nu) }])
}
