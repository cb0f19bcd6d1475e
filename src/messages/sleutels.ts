/** TR101: geen klasse twee keer met dezelfde sleutel, samen met de sleutels van de klassen eromheen. */
import { type Regel, regelMetGeheugen } from './regel.ts'
import { Uniek } from './uniek.ts'
import type { Bericht, Klasse, Velden } from './vorm.ts'

type Deel = string | number | undefined
type Sleutelklasse = { readonly pad: readonly string[]; readonly velden: readonly string[] }

/** De klassen met een logische sleutel in een bericht, met hun pad vanaf het hoofdelement. */
function sleutelklassen(velden: Velden, pad: readonly string[]): Sleutelklasse[] {
  return Object.entries(velden).flatMap(([naam, { inhoud }]) => {
    if (inhoud.soort === 'simpel' || inhoud.soort === 'groep') return []
    const eigen = Object.keys(inhoud.velden).filter((veld) => (inhoud as Klasse).velden[veld]?.sleutel)
    const hier = [...pad, naam]
    return [...(eigen.length > 0 ? [{ pad: hier, velden: eigen }] : []), ...sleutelklassen(inhoud.velden, hier)]
  })
}

/** De regel voor één bericht, uit de sleutels in zijn beschrijving. */
export function uniekeSleutels(bericht: Bericht): Regel {
  const klassen = sleutelklassen(bericht.velden, [])
  return regelMetGeheugen('TR101', [bericht.naam], 'Geen twee gegevens met dezelfde sleutel in één bericht.', () => {
    const gezien = new Uniek()
    return Object.fromEntries(
      klassen.map(({ pad, velden }) => {
        const boven = klassen.filter((k) => k.pad.length < pad.length && k.pad.every((deel, i) => deel === pad[i]))
        const plaats = pad.slice(-2).join('/')
        return [
          plaats,
          (klasse, omgeving) => {
            const delen = boven.flatMap((k) => waarden(omgeving.ouder(k.pad.at(-1) ?? ''), k.velden))
            return gezien.neem(plaats, ...delen, ...waarden(klasse, velden))
          },
        ]
      }),
    )
  })
}

/** De velden van een sleutel op een rij; een groep (Product) telt met al haar delen. */
const waarden = (klasse: Record<string, unknown>, velden: readonly string[]): Deel[] =>
  velden.map((veld) => (typeof klasse[veld] === 'object' ? JSON.stringify(klasse[veld]) : (klasse[veld] as Deel)))
