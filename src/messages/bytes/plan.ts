/** De beschrijving van een bericht, uitgeschreven als bytes: zo begint en eindigt elk element, met de voorvoegsels van dit bestand. */
import { maakRaam, type Raam } from '../leesstand.ts'
import type { Beschreven } from '../releases.ts'
import type { Klasse, Simpel, Veld } from '../vorm.ts'
import type { Sprong } from './sprong.ts'
import { type Bytevorm, maakBytevorm } from './vorm.ts'
import { maakGeheugen, type Waardegeheugen } from './waarde.ts'

export type Veldplan = {
  readonly naam: string
  readonly veld: Veld
  /** De hoeveelste van zijn klasse. */
  readonly plek: number
  /** `<p:Naam>` en `</p:Naam>`. */
  readonly open: Bytevorm
  readonly sluit: Bytevorm
  readonly isVerplicht: boolean
  readonly isVeel: boolean
  /** Precies een van de twee. */
  readonly klasse: Klasseplan | null
  readonly waarde: Waardegeheugen | null
  /** Wat er in dit bestand na deze waarde stond. */
  readonly sprongen: Sprong[]
}
export type Klasseplan = {
  /** Het raam dat elke keer opnieuw opengaat: van een klasse op één plek staat er hooguit een open. Het hoofdelement heeft het zijne al. */
  readonly raam: Raam | null
  readonly boven: Klasseplan | null
  readonly velden: Veldplan[]
  readonly tag: string
  readonly sluit: Bytevorm
}

type Voorvoegsels = { readonly bericht: string; readonly basis: string }

/** Het plan van een bericht, of null als een van zijn twee naamruimten op het hoofdelement geen voorvoegsel heeft. */
export function maakPlan({ release, bericht }: Beschreven, voorvoegsels: ReadonlyMap<string, string>): Klasseplan | null {
  const voor = voorvoegsels.get(release.berichtruimte(bericht.naam))
  const basis = voorvoegsels.get(release.basisruimte)
  if (voor === undefined || basis === undefined) return null
  const geheugens = new Map<Simpel, Waardegeheugen>()
  return klasseplan(null, null, 'Bericht', voor, { soort: 'klasse', velden: bericht.velden }, { bericht: voor, basis }, geheugens)
}

const tagVan = (voorvoegsel: string, naam: string): string => (voorvoegsel === '' ? naam : `${voorvoegsel}:${naam}`)

function klasseplan(
  boven: Klasseplan | null,
  raam: Raam | null,
  naam: string,
  eigen: string,
  klasse: Klasse,
  v: Voorvoegsels,
  geheugens: Map<Simpel, Waardegeheugen>,
): Klasseplan {
  const tag = tagVan(eigen, naam)
  const binnen = klasse.soort === 'groep' ? v.basis : v.bericht
  const plan: Klasseplan = { raam, boven, velden: [], tag, sluit: maakBytevorm(`</${tag}>`) }
  for (const [kind, veld] of Object.entries(klasse.velden)) {
    const kindtag = tagVan(binnen, kind)
    const { inhoud } = veld
    plan.velden.push({
      naam: kind,
      veld,
      plek: plan.velden.length,
      open: maakBytevorm(`<${kindtag}>`),
      sluit: maakBytevorm(`</${kindtag}>`),
      isVerplicht: veld.aantal !== '0..1',
      isVeel: veld.aantal === '1..n',
      klasse: inhoud.soort === 'simpel' ? null : klasseplan(plan, maakRaam(kind, veld, 0), kind, binnen, inhoud, v, geheugens),
      waarde: inhoud.soort === 'simpel' ? geheugenVan(inhoud, geheugens) : null,
      sprongen: [],
    })
  }
  return plan
}

function geheugenVan(type: Simpel, geheugens: Map<Simpel, Waardegeheugen>): Waardegeheugen {
  const geheugen = geheugens.get(type) ?? maakGeheugen(type)
  geheugens.set(type, geheugen)
  return geheugen
}
