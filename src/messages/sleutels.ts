/** TR101: geen klasse twee keer met dezelfde sleutel, samen met de sleutels van de klassen eromheen. */
import { Afdrukken } from './afdrukken.ts'
import { zijnErDubbele } from './dubbelen.ts'
import { type Regel, regelMetGeheugen, type Toetsen } from './regel.ts'
import type { Sleuteldeel } from './vingerafdruk.ts'
import type { Bericht, Inhoud, Klasse, Velden } from './vorm.ts'

type Toets = Toetsen[string]
type Klassewaarde = Record<string, unknown>
/** Een veld in een sleutel; van een groep (Product) tellen al haar velden. */
type Sleutelveld = { readonly naam: string; readonly binnen: readonly Sleutelveld[] }
type Sleutelklasse = { readonly pad: readonly string[]; readonly delen: readonly Sleutelveld[] }

/** De klassen met een logische sleutel in een bericht, met hun pad vanaf het hoofdelement. */
function sleutelklassen(velden: Velden, pad: readonly string[]): Sleutelklasse[] {
  return Object.entries(velden).flatMap(([naam, { inhoud }]) => {
    if (inhoud.soort === 'simpel' || inhoud.soort === 'groep') return []
    const delen = Object.entries((inhoud as Klasse).velden).flatMap(([veld, v]) => (v.sleutel ? [sleutelveld(veld, v.inhoud)] : []))
    const hier = [...pad, naam]
    return [...(delen.length > 0 ? [{ pad: hier, delen }] : []), ...sleutelklassen(inhoud.velden, hier)]
  })
}

const sleutelveld = (naam: string, inhoud: Inhoud): Sleutelveld => ({
  naam,
  binnen: inhoud.soort === 'simpel' ? [] : Object.entries(inhoud.velden).map(([kind, veld]) => sleutelveld(kind, veld.inhoud)),
})

/** De regel voor één bericht, uit de sleutels in zijn beschrijving. Het oordeel valt als het hele bericht gelezen is. */
export function uniekeSleutels(bericht: Bericht): Regel {
  const klassen = sleutelklassen(bericht.velden, [])
  return regelMetGeheugen('TR101', [bericht.naam], 'Geen twee gegevens met dezelfde sleutel in één bericht.', (overloop) => {
    const toetsen = klassen.map((k): [string, Sleuteltoets] => [k.pad.slice(-2).join('/'), maakToets(k, klassen, new Afdrukken(overloop))])
    return {
      ...Object.fromEntries(toetsen.map(([plek, { neem }]) => [plek, neem])),
      Bericht: () => toetsen.every(([, { isGoed }]) => isGoed()),
    }
  })
}

type Sleuteltoets = { readonly neem: Toets; isGoed(): boolean }

/**
 * Sleutels worden per omvattende klasse vergeleken: in twee verschillende kunnen zij alleen met alles erbij gelijk zijn als die klassen
 * zelf dezelfde sleutel hebben, en dan is dat de fout al.
 */
function maakToets({ pad, delen }: Sleutelklasse, klassen: readonly Sleutelklasse[], sleutels: Afdrukken): Sleuteltoets {
  const naaste = klassen.findLast((k) => k.pad.length < pad.length && k.pad.every((deel, i) => deel === pad[i]))?.pad.at(-1)
  const sleutel = new Array<Sleuteldeel>(aantalDelen(delen)).fill(undefined)
  let vorige: Klassewaarde | undefined
  let isDubbel = false
  return {
    neem(klasse: Klassewaarde, omgeving) {
      const ouder = naaste === undefined ? undefined : omgeving.ouder<Klassewaarde>(naaste)
      if (ouder !== vorige) {
        vorige = ouder
        isDubbel ||= zijnErDubbele(sleutels)
        sleutels.leeg()
      }
      neemDelen(sleutel, 0, klasse, delen)
      sleutels.voegToe(sleutel)
      return true
    },
    isGoed: () => !isDubbel && !zijnErDubbele(sleutels),
  }
}

const aantalDelen = (delen: readonly Sleutelveld[]): number => delen.reduce((som, { binnen }) => som + 1 + aantalDelen(binnen), 0)

/**
 * Zet de delen vanaf `plek` in de sleutel, die voor elke klasse even lang is; geeft de plek erna. Een groep staat er zelf ook bij: een
 * lege groep is iets anders dan geen groep.
 */
function neemDelen(sleutel: Sleuteldeel[], plek: number, klasse: Klassewaarde | undefined, delen: readonly Sleutelveld[]): number {
  let hier = plek
  for (let i = 0; i < delen.length; i++) {
    const { naam, binnen } = delen[i] as Sleutelveld
    const deel = klasse?.[naam]
    if (binnen.length === 0) sleutel[hier++] = deel as Sleuteldeel
    else {
      sleutel[hier++] = deel === undefined ? undefined : 1
      hier = neemDelen(sleutel, hier, deel as Klassewaarde | undefined, binnen)
    }
  }
  return hier
}
