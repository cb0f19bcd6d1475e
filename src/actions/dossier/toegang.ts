/** De ene vraag vóór elke handeling in een dossier: mag deze medewerker dit bij deze inwoner? De relatie wordt één keer opgehaald. */
import { ok, type Result } from '#core/base/result.ts'
import { vanMs } from '#core/base/tijdstip.ts'
import { magDoen, magOoit, type NietBevoegd, type Oordeel } from '#core/dossier/rechten.ts'
import type { Handeling, Relatie } from '#core/dossier/rechtentabel.ts'
import { relatiesVan } from '#core/dossier/relatie.ts'
import { type Bandrij, type Kijker, leesBand } from '#storage/inwoners.ts'
import type { Werk } from '../handeling/handel.ts'
import { nietBevoegd, nietGevonden, type Weigering } from '../handeling/weigering.ts'

export type Toegang = {
  readonly inwoner: string
  readonly band: Bandrij
  readonly relaties: readonly Relatie[]
  mag(handeling: Handeling): Oordeel
}

/** Wie er wanneer kijkt. */
type Kijkt = Pick<Werk, 'actor' | 'tijdstip'>

export const kijkerVan = ({ actor, nu }: Pick<Werk, 'actor' | 'nu'>): Kijker => ({
  gemeente: actor.gemeente,
  medewerker: actor.medewerker,
  nu,
})

/** Wat wie handelt met deze inwoner te maken heeft, van een band uit de database. */
export function relatiesMet({ actor, tijdstip }: Kijkt, band: Bandrij): readonly Relatie[] {
  const { gemeente, medewerker, team } = actor
  return relatiesVan(
    actor,
    {
      gemeente,
      team: band.team,
      behandelaars: band.eigen ? [medewerker] : [],
      zaakteams: band.teamzaak && team !== null ? [team] : [],
      noodTot: band.nood_tot && vanMs(band.nood_tot.getTime()),
    },
    tijdstip,
  )
}

/** De relaties, met wat er bij hoort te mogen. */
export function maakToegang(w: Kijkt, inwoner: string, band: Bandrij): Toegang {
  const relaties = relatiesMet(w, band)
  const doel = { gemeente: w.actor.gemeente, relaties }
  return {
    inwoner,
    band,
    relaties,
    mag(handeling) {
      return magDoen(w.actor, handeling, doel)
    },
  }
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
  return toets(maakToegang(w, inwoner, band), handeling)
}

/** Hetzelfde als de band al bekend is. */
export function toets(toegang: Toegang, handeling: Handeling): Result<Toegang, Weigering> {
  const oordeel = toegang.mag(handeling)
  return oordeel.ok ? ok(toegang) : weigerNaar(oordeel.fout, toegang.inwoner)
}

/** Hoort het niet bij deze gemeente, dan noemt het logboek alleen waarnaar gevraagd is. */
export const inwonerNietGevonden = (inwoner: string) => nietGevonden('Deze inwoner', { objecten: [{ soort: 'inwoner', id: inwoner }] })
