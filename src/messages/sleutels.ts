/** TR101: geen klasse twee keer met dezelfde sleutel, samen met de sleutels van de klassen eromheen. */
import { type Regel, regelMetGeheugen, type Toetsen } from './regel.ts'
import { type Sleuteldeel, Uniek } from './uniek.ts'
import type { Bericht, Inhoud, Klasse, Velden } from './vorm.ts'

type Toets = Toetsen[string]
type Klassewaarde = Record<string, unknown>
/** `delen` zijn de paden van alle waarden die samen de sleutel zijn; een groep (Product) telt met al haar delen. */
type Sleutelklasse = { readonly pad: readonly string[]; readonly delen: readonly (readonly string[])[] }

/** De klassen met een logische sleutel in een bericht, met hun pad vanaf het hoofdelement. */
function sleutelklassen(velden: Velden, pad: readonly string[]): Sleutelklasse[] {
  return Object.entries(velden).flatMap(([naam, { inhoud }]) => {
    if (inhoud.soort === 'simpel' || inhoud.soort === 'groep') return []
    const delen = Object.entries((inhoud as Klasse).velden).flatMap(([veld, v]) => (v.sleutel ? paden(veld, v.inhoud) : []))
    const hier = [...pad, naam]
    return [...(delen.length > 0 ? [{ pad: hier, delen }] : []), ...sleutelklassen(inhoud.velden, hier)]
  })
}

/** Een groep staat er zelf ook bij: een lege groep is iets anders dan geen groep. */
const paden = (naam: string, inhoud: Inhoud): string[][] =>
  inhoud.soort === 'simpel'
    ? [[naam]]
    : [[naam], ...Object.entries(inhoud.velden).flatMap(([kind, veld]) => paden(kind, veld.inhoud).map((pad) => [naam, ...pad]))]

/** De regel voor één bericht, uit de sleutels in zijn beschrijving. */
export function uniekeSleutels(bericht: Bericht): Regel {
  const klassen = sleutelklassen(bericht.velden, [])
  return regelMetGeheugen('TR101', [bericht.naam], 'Geen twee gegevens met dezelfde sleutel in één bericht.', () =>
    Object.fromEntries(klassen.map((k) => [k.pad.slice(-2).join('/'), maakToets(k, klassen)])),
  )
}

/** De sleutels van de klassen eromheen zijn voor alle klassen in dezelfde ouder gelijk, en worden maar één keer gelezen. */
function maakToets({ pad, delen }: Sleutelklasse, klassen: readonly Sleutelklasse[]): Toets {
  const gezien = new Uniek()
  const boven = klassen.filter((k) => k.pad.length < pad.length && k.pad.every((deel, i) => deel === pad[i]))
  const naaste = boven.at(-1)?.pad.at(-1)
  let vorige: Klassewaarde | undefined
  return (klasse: Klassewaarde, omgeving) => {
    const ouder = naaste === undefined ? undefined : omgeving.ouder<Klassewaarde>(naaste)
    if (ouder !== vorige) {
      vorige = ouder
      gezien.beginMet(boven.flatMap((k) => waarden(omgeving.ouder(k.pad.at(-1) ?? ''), k.delen)))
    }
    return gezien.neem(waarden(klasse, delen))
  }
}

function waarden(klasse: Klassewaarde, delen: readonly (readonly string[])[]): Sleuteldeel[] {
  const uit: Sleuteldeel[] = []
  for (const pad of delen) uit.push(waarde(klasse, pad))
  return uit
}

function waarde(klasse: Klassewaarde, pad: readonly string[]): Sleuteldeel {
  let deel: unknown = klasse
  for (const naam of pad) deel = (deel as Klassewaarde | undefined)?.[naam]
  return typeof deel === 'object' ? 1 : (deel as Sleuteldeel)
}
