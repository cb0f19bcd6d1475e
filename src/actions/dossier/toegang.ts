/** De ene vraag vóór elke handeling in een dossier: mag deze medewerker dit bij deze inwoner? De relatie wordt één keer opgehaald. */
import { ok, type Result } from '#core/base/result.ts'
import { type Tijdstip, vanMs } from '#core/base/tijdstip.ts'
import { magDoen, magOoit, type NietBevoegd, type Oordeel } from '#core/dossier/rechten.ts'
import type { Handeling, Relatie } from '#core/dossier/rechtentabel.ts'
import { relatiesVan } from '#core/dossier/relatie.ts'
import { type Bandrij, type Kijker, leesBand } from '#storage/inwoners.ts'
import type { Actor } from '../handeling/dienst.ts'
import type { Werk } from '../handeling/handel.ts'
import { nietBevoegd, nietGevonden, type Weigering } from '../handeling/weigering.ts'

export type Toegang = {
  readonly inwoner: string
  readonly band: Bandrij
  readonly relaties: readonly Relatie[]
  mag(handeling: Handeling): Oordeel
}

export const kijkerVan = ({ actor, nu }: Pick<Werk, 'actor' | 'nu'>): Kijker => ({
  gemeente: actor.gemeente,
  medewerker: actor.medewerker,
  nu,
})

/** Het moment van een handeling als tijdstip: een lijst vraagt er voor elke rij om. */
const tijdstippen = new WeakMap<Date, Tijdstip>()
function tijdstipVan(nu: Date): Tijdstip {
  const gemaakt = tijdstippen.get(nu) ?? vanMs(nu.getTime())
  tijdstippen.set(nu, gemaakt)
  return gemaakt
}

/** Van een band uit de database naar relaties en rechten. */
export function maakToegang(actor: Actor, nu: Date, inwoner: string, band: Bandrij): Toegang {
  const relaties = relatiesVan(
    actor,
    {
      gemeente: actor.gemeente,
      team: band.team,
      behandelaars: band.eigen ? [actor.medewerker] : [],
      zaakteams: band.teamzaak && actor.team !== null ? [actor.team] : [],
      noodTot: band.nood_tot && vanMs(band.nood_tot.getTime()),
    },
    tijdstipVan(nu),
  )
  return { inwoner, band, relaties, mag: (handeling) => magDoen(actor, handeling, { gemeente: actor.gemeente, relaties }) }
}

const over = (inwoner: string) => ({ inwoner, objecten: [{ soort: 'inwoner', id: inwoner }] })
const weigerNaar = (w: NietBevoegd, inwoner?: string) => nietBevoegd(w.tekst, w.watNu, inwoner === undefined ? undefined : over(inwoner))

/** Of een rol van deze medewerker dit ooit mag. Vraag dit vóór het opzoeken: dan verraadt het antwoord niet of er iets is. */
export function eisOoit(w: Werk, handeling: Handeling, inwoner?: string): Result<null, Weigering> {
  const oordeel = magOoit(w.actor, handeling)
  return oordeel.ok ? ok(null) : weigerNaar(oordeel.fout, inwoner)
}

/** Wat nergens over een inwoner gaat, zoals de eigen werkvoorraad. */
export function eisInGemeente(w: Werk, handeling: Handeling, vanWie?: string): Result<null, Weigering> {
  const oordeel = magDoen(w.actor, handeling, { gemeente: w.actor.gemeente, ...(vanWie !== undefined && { vanWie }) })
  return oordeel.ok ? ok(null) : weigerNaar(oordeel.fout)
}

/** Toegang tot een dossier voor deze handeling, of waarom niet. */
export async function eisToegang(w: Werk, inwoner: string, handeling: Handeling): Promise<Result<Toegang, Weigering>> {
  const ooit = eisOoit(w, handeling, inwoner)
  if (!ooit.ok) return ooit
  const band = await leesBand(w.tx, kijkerVan(w), inwoner)
  if (!band) return inwonerNietGevonden(inwoner)
  return toets(maakToegang(w.actor, w.nu, inwoner, band), handeling)
}

/** Hetzelfde als de band al bekend is. */
export function toets(toegang: Toegang, handeling: Handeling): Result<Toegang, Weigering> {
  const oordeel = toegang.mag(handeling)
  return oordeel.ok ? ok(toegang) : weigerNaar(oordeel.fout, toegang.inwoner)
}

/** Hoort het niet bij deze gemeente, dan noemt het logboek alleen waarnaar gevraagd is. */
export const inwonerNietGevonden = (inwoner: string) => nietGevonden('Deze inwoner', { objecten: [{ soort: 'inwoner', id: inwoner }] })
