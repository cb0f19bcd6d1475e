/** Het formulier van een inwoner: hoe velden heten en hoe zij van en naar de server gaan. */
import { contactvoorkeuren, geenBsnRedenen, geslachten, vertegenwoordigerRollen } from '#core/dossier/inwoner.ts'
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import type { Conflictveld } from '../onderdelen/conflict-verschil.ts'

export type Inwonerwaarden = {
  naam: { achternaam: string; voorvoegsel: string; voornamen: string; voorletters: string }
  bsn: string
  geenBsnReden: string
  geboortedatum: string
  woonplaats: string
  adres: { straat: string; huisnummer: string; toevoeging: string; postcode: string }
  telefoon: string
  email: string
  contactvoorkeur: string
  geslacht: string
  metVertegenwoordiger: boolean
  vertegenwoordiger: { naam: string; rol: string; telefoon: string; sinds: string }
  geheimAdres: boolean
  overledenOp: string
}

/** Staat in een conflict op de plek van het BSN: er is er een, en het nummer zelf komt niet op het scherm. */
export const bekendBsn = 'bekend'

export const leegFormulier: Inwonerwaarden = {
  naam: { achternaam: '', voorvoegsel: '', voornamen: '', voorletters: '' },
  bsn: '',
  geenBsnReden: '',
  geboortedatum: '',
  woonplaats: '',
  adres: { straat: '', huisnummer: '', toevoeging: '', postcode: '' },
  telefoon: '',
  email: '',
  contactvoorkeur: '',
  geslacht: '',
  metVertegenwoordiger: false,
  vertegenwoordiger: { naam: '', rol: '', telefoon: '', sinds: '' },
  geheimAdres: false,
  overledenOp: '',
}

const tekst = (w: string | null | undefined): string => w ?? ''
const ofNiets = (w: string): string | null => (w.trim() === '' ? null : w)

/** Van het antwoord van de server naar het formulier. Een BSN dat er al is, staat er niet in: leeg laten houdt het. */
export function naarFormulier(i: Inwonerantwoord): Inwonerwaarden {
  const { contact } = i
  return {
    naam: {
      achternaam: i.naam.achternaam,
      voorvoegsel: tekst(i.naam.voorvoegsel),
      voornamen: tekst(i.naam.voornamen),
      voorletters: tekst(i.naam.voorletters),
    },
    bsn: '',
    geenBsnReden: tekst(i.bsn.geenReden),
    geboortedatum: tekst(i.geboortedatum),
    woonplaats: tekst(i.woonplaats),
    adres: {
      straat: tekst(contact?.adres.straat),
      huisnummer: tekst(contact?.adres.huisnummer),
      toevoeging: tekst(contact?.adres.toevoeging),
      postcode: tekst(contact?.adres.postcode),
    },
    telefoon: tekst(contact?.telefoon),
    email: tekst(contact?.email),
    contactvoorkeur: tekst(contact?.contactvoorkeur),
    geslacht: tekst(contact?.geslacht),
    metVertegenwoordiger: Boolean(contact?.vertegenwoordiger),
    vertegenwoordiger: {
      naam: tekst(contact?.vertegenwoordiger?.naam),
      rol: tekst(contact?.vertegenwoordiger?.rol),
      telefoon: tekst(contact?.vertegenwoordiger?.telefoon),
      sinds: tekst(contact?.vertegenwoordiger?.sinds),
    },
    geheimAdres: i.geheimAdres,
    overledenOp: tekst(i.overledenOp),
  }
}

const leegNaarNiets = <V extends Record<string, string>>(blok: V) =>
  Object.fromEntries(Object.entries(blok).map(([k, w]) => [k, ofNiets(w)]))

/** Alles zoals de server het wil; leeg is `null`. */
export function naarVerzoek(w: Inwonerwaarden): Record<string, unknown> {
  return {
    naam: { ...leegNaarNiets(w.naam), achternaam: w.naam.achternaam },
    bsn: ofNiets(w.bsn),
    geenBsnReden: w.bsn.trim() ? null : ofNiets(w.geenBsnReden),
    geboortedatum: ofNiets(w.geboortedatum),
    woonplaats: ofNiets(w.woonplaats),
    adres: Object.values(w.adres).every((v) => v.trim() === '') ? null : leegNaarNiets(w.adres),
    telefoon: ofNiets(w.telefoon),
    email: ofNiets(w.email),
    contactvoorkeur: ofNiets(w.contactvoorkeur),
    geslacht: ofNiets(w.geslacht),
    vertegenwoordiger: w.metVertegenwoordiger
      ? {
          naam: w.vertegenwoordiger.naam,
          rol: w.vertegenwoordiger.rol,
          telefoon: ofNiets(w.vertegenwoordiger.telefoon),
          sinds: ofNiets(w.vertegenwoordiger.sinds),
        }
      : null,
    geheimAdres: w.geheimAdres,
    overledenOp: ofNiets(w.overledenOp),
  }
}

/** Alleen wat anders is dan het was; zo raakt een wijziging niets wat men niet aanraakte (of niet mag zien). */
export function naarWijziging(was: Inwonerwaarden, wordt: Inwonerwaarden, heeftBsn: boolean): Record<string, unknown> {
  const [oud, nieuw] = [naarVerzoek(was), naarVerzoek(wordt)]
  const anders = Object.keys(nieuw).filter((k) => JSON.stringify(oud[k]) !== JSON.stringify(nieuw[k]))
  const wijziging = Object.fromEntries(anders.map((k) => [k, nieuw[k]]))
  // Een bekend BSN staat niet in het formulier: leeg betekent dat het blijft, tenzij er een reden bij staat waarom het er niet is.
  if (heeftBsn && wordt.bsn.trim() === '' && wordt.geenBsnReden !== '') return { ...wijziging, bsn: null, geenBsnReden: wordt.geenBsnReden }
  if (wordt.bsn.trim() !== '') return { ...wijziging, bsn: wordt.bsn, geenBsnReden: null }
  const { bsn: _, ...rest } = wijziging
  return rest
}

const uit = (tabel: Readonly<Record<string, string>>) => (w: unknown) => tabel[String(w)] ?? String(w)
const janee = (w: unknown) => (w ? 'Ja' : 'Nee')
const datum = (w: unknown) => schrijfDatum(String(w))

/** Wat er naast elkaar komt als een collega hetzelfde wijzigde. */
export const conflictvelden: readonly Conflictveld[] = [
  { plaats: '/naam/achternaam', label: 'Achternaam' },
  { plaats: '/naam/voorvoegsel', label: 'Voorvoegsel' },
  { plaats: '/naam/voornamen', label: 'Voornamen' },
  { plaats: '/naam/voorletters', label: 'Voorletters' },
  { plaats: '/bsn', label: 'BSN', toon: (w) => (w === bekendBsn ? 'Het BSN dat er nu staat' : 'Het BSN dat u invulde') },
  { plaats: '/geenBsnReden', label: 'Waarom er geen BSN is', toon: uit(geenBsnRedenen) },
  { plaats: '/geboortedatum', label: 'Geboortedatum', toon: datum },
  { plaats: '/woonplaats', label: 'Woonplaats' },
  { plaats: '/adres/straat', label: 'Straat' },
  { plaats: '/adres/huisnummer', label: 'Huisnummer' },
  { plaats: '/adres/toevoeging', label: 'Toevoeging' },
  { plaats: '/adres/postcode', label: 'Postcode' },
  { plaats: '/telefoon', label: 'Telefoon' },
  { plaats: '/email', label: 'E-mail' },
  { plaats: '/contactvoorkeur', label: 'Bereiken', toon: uit(contactvoorkeuren) },
  { plaats: '/geslacht', label: 'Geslacht', toon: uit(geslachten) },
  { plaats: '/metVertegenwoordiger', label: 'Vertegenwoordiger', toon: janee },
  { plaats: '/vertegenwoordiger/naam', label: 'Naam van de vertegenwoordiger' },
  { plaats: '/vertegenwoordiger/rol', label: 'Wie de vertegenwoordiger is', toon: uit(vertegenwoordigerRollen) },
  { plaats: '/vertegenwoordiger/telefoon', label: 'Telefoon van de vertegenwoordiger' },
  { plaats: '/vertegenwoordiger/sinds', label: 'Vertegenwoordiger sinds', toon: datum },
  { plaats: '/geheimAdres', label: 'Geheim adres', toon: janee },
  { plaats: '/overledenOp', label: 'Overleden op', toon: datum },
]
