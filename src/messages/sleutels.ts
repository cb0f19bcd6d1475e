/** TR101: geen klasse twee keer met dezelfde sleutel, samen met de sleutels van de klassen eromheen. */
import { Dubbelen } from './dubbelen.ts'
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
  return regelMetGeheugen('TR101', [bericht.naam], 'Geen twee gegevens met dezelfde sleutel in één bericht.', () => {
    const sleutels = klassen.map(() => new Dubbelen())
    const toetsen = klassen.map((k, i): [string, Toets] => [k.pad.slice(-2).join('/'), maakToets(k, klassen, sleutels[i] as Dubbelen)])
    return { ...Object.fromEntries(toetsen), Bericht: () => !sleutels.some((s) => s.zijnEr()) }
  })
}

/** De sleutels van de klassen eromheen zijn voor alle klassen in dezelfde ouder gelijk, en worden maar één keer gelezen. */
function maakToets({ pad, delen }: Sleutelklasse, klassen: readonly Sleutelklasse[], sleutels: Dubbelen): Toets {
  const boven = klassen.filter((k) => k.pad.length < pad.length && k.pad.every((deel, i) => deel === pad[i]))
  const naaste = boven.at(-1)?.pad.at(-1)
  let vorige: Klassewaarde | undefined
  const sleutel: Sleuteldeel[] = []
  return (klasse: Klassewaarde, omgeving) => {
    const ouder = naaste === undefined ? undefined : omgeving.ouder<Klassewaarde>(naaste)
    if (ouder !== vorige) {
      vorige = ouder
      sleutel.length = 0
      for (const k of boven) neemDelen(sleutel, omgeving.ouder(k.pad.at(-1) ?? ''), k.delen)
      sleutels.beginMet(sleutel)
    }
    sleutel.length = 0
    neemDelen(sleutel, klasse, delen)
    sleutels.voegToe(sleutel)
    return true
  }
}

/** Een groep staat er zelf ook bij: een lege groep is iets anders dan geen groep. */
function neemDelen(sleutel: Sleuteldeel[], klasse: Klassewaarde | undefined, delen: readonly Sleutelveld[]): void {
  for (let i = 0; i < delen.length; i++) {
    const { naam, binnen } = delen[i] as Sleutelveld
    const deel = klasse?.[naam]
    if (binnen.length === 0) sleutel.push(deel as Sleuteldeel)
    else {
      sleutel.push(deel === undefined ? undefined : 1)
      neemDelen(sleutel, deel as Klassewaarde | undefined, binnen)
    }
  }
}
