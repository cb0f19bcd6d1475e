/** Een inwoner zoals hij aangeleverd wordt: nieuw of gewijzigd, gecontroleerd aan de rand. */
import { type Bsn, parseBsn } from '#core/base/bsn.ts'
import type { Datum } from '#core/base/datum.ts'
import { wijzer } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import {
  anders,
  blok,
  datumTotEnMet,
  type Gelezen,
  jaNee,
  keuze,
  type Lezer,
  leesGegeven,
  leesVelden,
  mag,
  moet,
  regel,
  uuid,
  weiger,
} from '#core/base/velden.ts'
import { adreslezers, email, telefoon } from '#core/dossier/adres.ts'

/** Waarom er geen burgerservicenummer is (Wmo 5.2.9: bij het eerste contact vastgesteld, tenzij dat niet kan). */
export const geenBsnRedenen = {
  nog_niet_bekend: 'Nog niet bekend: volgt bij eerste contact',
  niet_ingeschreven: 'Staat niet ingeschreven in de basisregistratie',
  spoed: 'Spoed: het nummer volgt later',
  weigert: 'De inwoner geeft het niet',
} as const
export type GeenBsnReden = keyof typeof geenBsnRedenen

/** Wie namens de inwoner spreekt, in de volgorde van de wet (Wmo 1.1.1). */
export const vertegenwoordigerRollen = {
  curator: 'Curator',
  mentor: 'Mentor',
  gevolmachtigde: 'Gevolmachtigde',
  partner: 'Echtgenoot of partner',
  ouder: 'Ouder',
  kind: 'Kind',
  broer_zus: 'Broer of zus',
  bewindvoerder: 'Bewindvoerder (alleen geldzaken)',
} as const
export type VertegenwoordigerRol = keyof typeof vertegenwoordigerRollen

/** Leeg is onbekend; de enige reden om het te bewaren is het berichtenverkeer. */
export const geslachten = { man: 'Man', vrouw: 'Vrouw' } as const
export type Geslacht = keyof typeof geslachten

export const contactvoorkeuren = {
  telefoon: 'Bellen',
  email: 'E-mail',
  brief: 'Brief',
  vertegenwoordiger: 'Via de vertegenwoordiger',
} as const

const bsnLezer: Lezer<Bsn> = (ruw, plaats) => {
  const gelezen = parseBsn(ruw)
  return gelezen.ok ? gelezen : weiger(gelezen.fout.code, plaats, gelezen.fout.tekst)
}

const naamlezers = {
  achternaam: moet(regel(100), 'Vul de achternaam in, zonder voorvoegsel.'),
  voorvoegsel: mag(regel(20)),
  voornamen: mag(regel(100)),
  voorletters: mag(regel(20)),
}

const lezersOp = (vandaag: Datum) => ({
  naam: moet(blok(naamlezers), 'Vul de naam van de inwoner in.'),
  bsn: mag(bsnLezer),
  geenBsnReden: mag(keuze(geenBsnRedenen)),
  geboortedatum: mag(datumTotEnMet(vandaag)),
  geslacht: mag(keuze(geslachten)),
  woonplaats: mag(regel(80)),
  adres: mag(blok(adreslezers)),
  telefoon: mag(telefoon),
  email: mag(email),
  contactvoorkeur: mag(keuze(contactvoorkeuren)),
  vertegenwoordiger: mag(
    blok({
      naam: moet(regel(120), 'Vul de naam van de vertegenwoordiger in.'),
      rol: moet(keuze(vertegenwoordigerRollen), 'Kies wie de vertegenwoordiger is.'),
      telefoon: mag(telefoon),
      sinds: mag(datumTotEnMet(vandaag)),
    }),
  ),
  geheimAdres: anders(jaNee, false),
  overledenOp: mag(datumTotEnMet(vandaag)),
  team: mag(uuid),
})

/** Alles van een inwoner, zoals hij vastgelegd wordt. */
export type Inwonergegevens = Gelezen<ReturnType<typeof lezersOp>>
/** Alleen wat verandert; `null` maakt leeg. Een nieuw BSN haalt de reden vanzelf weg. */
export type Inwonerwijziging = Partial<Inwonergegevens>
/** Wat al vastligt en waar een wijziging niet mee in tegenspraak mag zijn. */
export type Vastgelegd = { readonly geboortedatum: Datum | null; readonly overledenOp: Datum | null; readonly heeftBsn: boolean }

/** Leest een nieuwe inwoner. Alle fouten tegelijk; een fout noemt nooit het BSN. */
export function leesInwoner(ruw: unknown, vandaag: Datum): Result<Inwonergegevens, Invoerfout[]> {
  const gelezen = leesVelden(lezersOp(vandaag), ruw)
  if (!gelezen.ok) return gelezen
  const { bsn, geenBsnReden } = gelezen.value
  const fouten = [...bsnOfReden(bsn !== null, geenBsnReden !== null), ...volgorde(gelezen.value)]
  return fouten.length > 0 ? fout(fouten) : gelezen
}

/** Leest een wijziging op een inwoner die er al is. */
export function leesInwonerwijziging(ruw: unknown, huidig: Vastgelegd, vandaag: Datum): Result<Inwonerwijziging, Invoerfout[]> {
  const gelezen = leesGegeven(lezersOp(vandaag), ruw)
  if (!gelezen.ok) return gelezen
  const nieuw: Inwonerwijziging =
    gelezen.value.bsn && gelezen.value.geenBsnReden === undefined ? { ...gelezen.value, geenBsnReden: null } : gelezen.value
  const samen = { ...huidig, ...nieuw }
  const raaktBsn = nieuw.bsn !== undefined || nieuw.geenBsnReden !== undefined
  const heeftBsn = nieuw.bsn === undefined ? huidig.heeftBsn : nieuw.bsn !== null
  const heeftReden = nieuw.geenBsnReden === undefined ? !huidig.heeftBsn : nieuw.geenBsnReden !== null
  const fouten = [...(raaktBsn ? bsnOfReden(heeftBsn, heeftReden) : []), ...volgorde(samen)]
  return fouten.length > 0 ? fout(fouten) : ok(nieuw)
}

function bsnOfReden(heeftBsn: boolean, heeftReden: boolean): Invoerfout[] {
  if (heeftBsn !== heeftReden) return []
  return heeftBsn
    ? [
        {
          code: 'BSN_EN_REDEN',
          plaats: wijzer('geenBsnReden'),
          tekst: 'Er is een burgerservicenummer, dus een reden waarom het ontbreekt past niet. Haal een van de twee weg.',
        },
      ]
    : [
        {
          code: 'BSN_ONTBREEKT',
          plaats: wijzer('bsn'),
          tekst: 'Vul het burgerservicenummer in. Is het er niet, kies dan waarom niet.',
        },
      ]
}

function volgorde({ geboortedatum, overledenOp }: { geboortedatum?: Datum | null; overledenOp?: Datum | null }): Invoerfout[] {
  if (!geboortedatum || !overledenOp || overledenOp >= geboortedatum) return []
  return [
    {
      code: 'OVERLEDEN_VOOR_GEBOORTE',
      plaats: wijzer('overledenOp'),
      tekst: 'De dag van overlijden ligt voor de geboortedatum. Kijk beide na.',
    },
  ]
}

/**
 * Leeftijd in hele jaren; wie op 29 februari geboren is, verjaart in een gewoon jaar op 1 maart. Null als de geboortedatum
 * niet bekend is of nog moet komen.
 */
export function leeftijd(geboortedatum: Datum | null, vandaag: Datum): number | null {
  if (geboortedatum === null || geboortedatum > vandaag) return null
  const alJarig = vandaag.slice(5) >= geboortedatum.slice(5)
  return Number(vandaag.slice(0, 4)) - Number(geboortedatum.slice(0, 4)) - (alJarig ? 0 : 1)
}
