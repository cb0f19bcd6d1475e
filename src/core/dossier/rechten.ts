/**
 * Wie mag wat: één tabel, één functie. De rijbeveiliging van de database herhaalt dezelfde tabel; een test houdt ze gelijk.
 * Wat niet in de tabel staat, mag niet. Wie meer rollen heeft, mag wat één van die rollen mag.
 */
import { fout, ok, type Result } from '#core/base/result.ts'
import {
  type Handeling,
  handelingen,
  type Leeshandeling,
  type Rechtenrij,
  type Relatie,
  type Rol,
  rechtentabel,
  relaties,
  rollen as alleRollen,
} from '#core/dossier/rechtentabel.ts'

/** Wie handelt. `medewerker` is de id. */
export type Handelende = { readonly gemeente: string; readonly medewerker: string; readonly rollen: readonly Rol[] }

/**
 * Waarop. Bij een dossier: alle relaties van deze medewerker tot die inwoner (`relatiesVan`). Zonder dossier: laat `relaties` weg.
 * `vanWie` is de medewerker wiens verzoek of account het is, voor wat niemand voor zichzelf mag doen.
 */
export type Doel = { readonly gemeente: string; readonly relaties?: readonly Relatie[]; readonly vanWie?: string }

/** Op grond waarvan het mag: voor de auditregel. */
export type Grond = { readonly rij: Rechtenrij; readonly rol: Rol; readonly relatie: Relatie }
export type NietBevoegd = {
  readonly code: 'NIET_BEVOEGD'
  readonly reden: 'ANDERE_GEMEENTE' | 'ROL' | 'RELATIE' | 'ZELF'
  readonly tekst: string
  readonly watNu: string
}
export type Oordeel = Result<Grond, NietBevoegd>

/** De tabel per handeling: zij staat vast, en een scherm vraagt er bij elke inwoner een handvol. */
const perHandeling = new Map<Handeling, readonly Rechtenrij[]>()
for (const rij of rechtentabel) perHandeling.set(rij.handeling, [...rijenVan(rij.handeling), rij])

function rijenVan(handeling: Handeling): readonly Rechtenrij[] {
  return perHandeling.get(handeling) ?? []
}

/** Of deze medewerker dit mag, en zo ja op grond van welke rij. Noodtoegang is alleen de grond als er geen andere is. */
export function magDoen({ gemeente, medewerker, rollen }: Handelende, handeling: Handeling, doel: Doel): Oordeel {
  if (gemeente !== doel.gemeente) return geweigerd('ANDERE_GEMEENTE', rollen, handeling)
  const oordeel = oordeelBij(rollen, handeling, doel.relaties ?? [])
  const zelf = oordeel.ok && oordeel.value.rij.nietVoorZichzelf === true && doel.vanWie === medewerker
  return zelf ? geweigerd('ZELF', rollen, handeling) : oordeel
}

/** De tabel staat vast en een scherm vraagt bij elke inwoner naar een handvol: elk oordeel wordt één keer gemaakt, per rollen en relaties. */
const oordelen = new Map(Object.keys(handelingen).map((handeling) => [handeling, new Map<number, Oordeel>()]))

function oordeelBij(rollen: readonly Rol[], handeling: Handeling, bij: readonly Relatie[]): Oordeel {
  const eerder = oordelen.get(handeling)
  const sleutel = bits(rollen, alleRollen) * 2 ** relaties.length + bits(bij, relaties)
  const oordeel = eerder?.get(sleutel) ?? oordeelOver(rollen, handeling, bij)
  eerder?.set(sleutel, oordeel)
  return oordeel
}

/** Welke van `alle` erin zitten, als getal. */
function bits<T>(deel: readonly T[], alle: readonly T[]): number {
  let som = 0
  for (const een of deel) som |= 1 << alle.indexOf(een)
  return som
}

function oordeelOver(rollen: readonly Rol[], handeling: Handeling, bij: readonly Relatie[]): Oordeel {
  const rijen = rijenVan(handeling).filter((rij) => rij.rollen.some((rol) => rollen.includes(rol)))
  if (rijen.length === 0) return geweigerd('ROL', rollen, handeling)
  const grond = eersteGrond(rijen, rollen, bij)
  return grond ? ok(grond) : geweigerd('RELATIE', rollen, handeling)
}

/** `magDoen` voor wat alleen kijkt: een schrijfhandeling past niet in het type. */
export const magInzien = (actor: Handelende, wat: Leeshandeling, doel: Doel): Oordeel => magDoen(actor, wat, doel)

/**
 * Of een rol van deze medewerker dit ooit mag, bij welk dossier ook. Vraag dit vóór het opzoeken: wie het nooit mag,
 * krijgt hetzelfde antwoord of het dossier nu bestaat of niet.
 */
export const magOoit = ({ rollen }: Pick<Handelende, 'rollen'>, handeling: Handeling): Oordeel => oordeelBij(rollen, handeling, relaties)

/** Welk recht het adres vraagt: een geheim adres zien minder mensen. */
export const adreshandeling = (geheimAdres: boolean): Leeshandeling => (geheimAdres ? 'geheim_adres_lezen' : 'adres_lezen')

function eersteGrond(rijen: readonly Rechtenrij[], rollen: readonly Rol[], bij: readonly Relatie[]): Grond | null {
  for (const relatie of relaties) {
    if (relatie !== 'gemeente' && !bij.includes(relatie)) continue
    const rij = rijen.find((r) => r.relaties.includes(relatie))
    const rol = rij?.rollen.find((r) => rollen.includes(r))
    if (rij && rol) return { rij, rol, relatie }
  }
  return null
}

const redenen: Record<NietBevoegd['reden'], (wat: string, rollen: string) => string> = {
  ANDERE_GEMEENTE: (wat) => `U kunt dit niet: ${wat}. Het hoort bij een andere gemeente.`,
  ROL: (wat, rollen) => `U kunt dit niet: ${wat}. Dat hoort niet bij uw rol (${rollen}).`,
  RELATIE: (wat) => `U kunt dit niet: ${wat}. Deze inwoner hoort niet bij u of uw team.`,
  ZELF: (wat) => `U kunt dit niet voor uzelf: ${wat}.`,
}

function geweigerd(reden: NietBevoegd['reden'], rollen: readonly Rol[], handeling: Handeling): Oordeel {
  const tekst = redenen[reden](handelingen[handeling].tekst, alleRollen.filter((rol) => rollen.includes(rol)).join(', ') || 'geen')
  return fout({ code: 'NIET_BEVOEGD', reden, tekst, watNu: watNu(reden, rollen, handeling) })
}

function watNu(reden: NietBevoegd['reden'], rollen: readonly Rol[], handeling: Handeling): string {
  if (reden === 'ANDERE_GEMEENTE') return 'Meld u aan bij de gemeente waar het bij hoort.'
  if (reden === 'ZELF') return 'Vraag een collega met dezelfde rol om dit te doen.'
  if (reden === 'RELATIE' && noodHelpt(rollen, handeling) && magOoit({ rollen }, 'noodtoegang_vragen').ok)
    return 'Vraag noodtoegang met een reden, of vraag de teamleider om het werk over te dragen.'
  return `Vraag het aan een collega die dit wel kan: ${wieWel(handeling)}.`
}

const noodHelpt = (rollen: readonly Rol[], handeling: Handeling): boolean =>
  rijenVan(handeling).some((rij) => rij.relaties.includes('nood') && rij.rollen.some((rol) => rollen.includes(rol)))

/** De rollen die dit mogen in woorden: "consulent, teamleider". */
const wieWel = (handeling: Handeling): string => [...new Set(rijenVan(handeling).flatMap((rij) => rij.rollen))].join(', ')
