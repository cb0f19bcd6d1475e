/** Wat er van een inwoner naar buiten gaat: de relatie bepaalt welke velden (core/dossier/rechten.ts). */
import type { Datum } from '#core/base/datum.ts'
import { adreshandeling } from '#core/dossier/rechten.ts'
import type { Handeling, Relatie } from '#core/dossier/rechtentabel.ts'
import { relaties as volgorde } from '#core/dossier/rechtentabel.ts'
import type { Inwonerrij, Lijstrij } from '#storage/inwoners.ts'
import type { Toegang } from './toegang.ts'

export type Identiteit = {
  readonly id: string
  readonly naam: {
    readonly achternaam: string
    readonly voorvoegsel: string | null
    readonly voornamen: string | null
    readonly voorletters: string | null
  }
  readonly geboortedatum: Datum | null
  readonly woonplaats: string | null
  readonly geheimAdres: boolean
  readonly overledenOp: Datum | null
  readonly team: { readonly id: string; readonly naam: string } | null
  /** De sterkste relatie van de kijker. */
  readonly relatie: Relatie
}

export type Contact = {
  readonly adres: {
    readonly straat: string | null
    readonly huisnummer: string | null
    readonly toevoeging: string | null
    readonly postcode: string | null
  }
  readonly telefoon: string | null
  readonly email: string | null
  readonly contactvoorkeur: string | null
  readonly geslacht: string | null
  readonly vertegenwoordiger: {
    readonly naam: string
    readonly rol: string
    readonly telefoon: string | null
    readonly sinds: Datum | null
  } | null
}

export type Inwonerbeeld = Identiteit & {
  readonly versie: number
  readonly bsn: { readonly aanwezig: boolean; readonly geenReden: string | null }
  /** Leeg als het niet mag; `contactGeweigerd` zegt dan waarom. */
  readonly contact: Contact | null
  readonly contactGeweigerd: 'geheim_adres' | 'geen_relatie' | null
  readonly noodTot: string | null
  readonly mag: Readonly<Record<Magveld, boolean>>
}

/** Wat het scherm moet weten om knoppen te tonen; de handeling zelf controleert opnieuw. */
const magvelden = {
  dossierLezen: 'dossier_lezen',
  dossierSchrijven: 'dossier_schrijven',
  wijzigen: 'inwoner_wijzigen',
  bsnTonen: 'bsn_tonen',
  meldingMaken: 'melding_aanmaken',
  onderzoekLezen: 'onderzoek_lezen',
  indicatiesLezen: 'indicatie_lezen',
  berichtenLezen: 'bericht_lezen',
  wieKeekLezen: 'wie_keek_lezen',
  overdragen: 'zaak_overdragen',
  noodtoegangVragen: 'noodtoegang_vragen',
} as const satisfies Record<string, Handeling>
export type Magveld = keyof typeof magvelden
export const magnamen = Object.keys(magvelden) as Magveld[]

export function toonIdentiteit(rij: Lijstrij, relaties: readonly Relatie[]): Identiteit {
  return {
    id: rij.id,
    naam: { achternaam: rij.achternaam, voorvoegsel: rij.voorvoegsel, voornamen: rij.voornamen, voorletters: rij.voorletters },
    geboortedatum: rij.geboortedatum,
    woonplaats: rij.woonplaats,
    geheimAdres: rij.geheim_adres,
    overledenOp: rij.overleden_op,
    team: rij.team && rij.teamnaam ? { id: rij.team, naam: rij.teamnaam } : null,
    relatie: sterkste(relaties),
  }
}

/** De relatie om te noemen: eigen gaat voor team, team voor noodtoegang; `gemeente` heeft iedereen. */
const sterkste = (relaties: readonly Relatie[]): Relatie => volgorde.find((r) => r !== 'gemeente' && relaties.includes(r)) ?? 'gemeente'

export function toonInwoner(rij: Inwonerrij, toegang: Toegang): Inwonerbeeld {
  const contactMag = toegang.mag(adreshandeling(rij.geheim_adres)).ok
  return Object.assign(toonIdentiteit(rij, toegang.relaties), {
    versie: rij.versie,
    bsn: { aanwezig: rij.heeft_bsn, geenReden: rij.geen_bsn_reden },
    contact: contactMag ? toonContact(rij) : null,
    contactGeweigerd: contactMag ? null : geweigerdOm(rij),
    noodTot: rij.nood_tot?.toISOString() ?? null,
    mag: Object.fromEntries(magnamen.map((m) => [m, toegang.mag(magvelden[m]).ok])) as Record<Magveld, boolean>,
  })
}

const geweigerdOm = (rij: Inwonerrij): Inwonerbeeld['contactGeweigerd'] => (rij.geheim_adres ? 'geheim_adres' : 'geen_relatie')

function toonContact({ contact: c }: Inwonerrij): Contact {
  return {
    adres: {
      straat: c?.straat ?? null,
      huisnummer: c?.huisnummer ?? null,
      toevoeging: c?.toevoeging ?? null,
      postcode: c?.postcode ?? null,
    },
    telefoon: c?.telefoon ?? null,
    email: c?.email ?? null,
    contactvoorkeur: c?.contactvoorkeur ?? null,
    geslacht: c?.geslacht ?? null,
    vertegenwoordiger: (c?.vertegenwoordiger ?? null) as Contact['vertegenwoordiger'],
  }
}
