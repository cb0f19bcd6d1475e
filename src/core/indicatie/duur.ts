/** Hoe lang een indicatie mag duren volgens het product: kortdurend, tijdelijk met einddatum, of juist niet te kort. */
import { type Datum, inWoorden, plusDagen, plusMaanden } from '#core/base/datum.ts'
import { type Json, type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Product } from '#core/catalogus/vorm.ts'
import type { Indicatie } from './indicatie.ts'
import { ernstBij, leesOfNull, type Omvangoordeel } from './omvangmelding.ts'

type Omvangblok = NonNullable<Product['omvang']>
type Toets = (naam: string, blok: Omvangblok, lees: (pad: string) => Json, indicatie: Indicatie) => Omvangoordeel[]

/** Meldingen bij begin en einde van deze indicatie. Een product buiten de catalogus heeft geen regels over zijn duur. */
export function toetsDuur(catalogus: Catalogus, keuze: Keuze, indicatie: Indicatie): Omvangoordeel[] {
  const product = catalogus.producten[indicatie.product]
  if (!product?.omvang) return []
  const blok = product.omvang
  const lees = (pad: string): Json => leesOfNull(catalogus, keuze, pad)
  const kort = geldtMinimum(catalogus, keuze, blok) ? toetsMinimum(product.naam, blok, lees, indicatie) : []
  return [...toetsEinddatum(product.naam, blok, lees, indicatie), ...toetsMaximum(product.naam, blok, lees, indicatie), ...kort]
}

const toetsEinddatum: Toets = (naam, blok, lees, { tot }) => {
  if (tot !== undefined) return []
  const maximum = lees(blok.maxMaanden?.instelling ?? '')
  // Noemt het product alleen een langste duur, dan is een indicatie zonder einde altijd langer.
  const ernst = blok.zonderEinddatum ? ernstBij(lees(blok.zonderEinddatum.instelling)) : typeof maximum === 'number' ? 'waarschuwing' : null
  if (ernst === null) return []
  const eis = blok.eisZonderEinddatum ?? blok.eisMaxMaanden
  const tekst = `${naam} is meestal tijdelijk en heeft nog geen einddatum. Kies een einddatum${ernst === 'waarschuwing' ? ' of motiveer waarom niet' : ''}.`
  return [{ ernst, code: 'EINDDATUM_ONTBREEKT', eis: eis === undefined ? [] : [eis], plaats: '/tot', tekst }]
}

const toetsMaximum: Toets = (naam, blok, lees, { van, tot }) => {
  const maanden = lees(blok.maxMaanden?.instelling ?? '')
  if (tot === undefined || typeof maanden !== 'number') return []
  const uiterlijk = laatsteDagNa(van, maanden)
  if (uiterlijk === null || tot <= uiterlijk) return []
  const tekst = `${naam} duurt hier langer dan ${maanden} maanden. Laat de indicatie eindigen op of voor ${inWoorden(uiterlijk)}, of motiveer waarom zij langer duurt.`
  return [
    {
      ernst: 'waarschuwing',
      code: 'INDICATIE_TE_LANG',
      eis: blok.eisMaxMaanden === undefined ? [] : [blok.eisMaxMaanden],
      plaats: '/tot',
      tekst,
    },
  ]
}

const toetsMinimum: Toets = (naam, blok, lees, { van, tot }) => {
  if (!blok.minMaanden || tot === undefined) return []
  const maanden = lees(blok.minMaanden.maanden.instelling)
  const ernst = ernstBij(lees(blok.minMaanden.uitkomst.instelling))
  if (typeof maanden !== 'number' || ernst === null) return []
  const opZijnVroegst = laatsteDagNa(van, maanden)
  if (opZijnVroegst === null || tot >= opZijnVroegst) return []
  const tekst = `${naam} duurt hier korter dan ${maanden} maanden. Laat de indicatie eindigen op of na ${inWoorden(opZijnVroegst)}${ernst === 'waarschuwing' ? ', of motiveer waarom zij korter is' : ''}.`
  return [{ ernst, code: 'INDICATIE_TE_KORT', eis: [blok.minMaanden.eis], plaats: '/tot', tekst }]
}

/** De kortste duur kan aan een lezing hangen: telt de indicatie, of alleen de behoefte? */
function geldtMinimum(catalogus: Catalogus, keuze: Keuze, { minMaanden }: Omvangblok): boolean {
  return Object.entries(minMaanden?.als ?? {}).every(([pad, verwacht]) => {
    const waarde = leesInstelling(catalogus, keuze, pad)
    return Array.isArray(verwacht) ? verwacht.includes(waarde as string) : verwacht === waarde
  })
}

/** De laatste dag van een periode van zoveel hele maanden; null als die buiten de kalender valt. */
function laatsteDagNa(van: Datum, maanden: number): Datum | null {
  const daarna = plusMaanden(van, Math.floor(maanden))
  return daarna === null ? null : plusDagen(daarna, -1)
}
