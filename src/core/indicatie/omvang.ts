/**
 * De omvang van een indicatie: minuten per week uit normregels, of een geheel aantal dagdelen met gekozen resultaten.
 * Een bezwaar weigert; een waarschuwing vraagt een motivering. Welke uitspraak erbij hoort staat in de catalogus.
 */
import { NUL, rondAf, tekst, vergelijk } from '#core/base/breuk.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Product } from '#core/catalogus/vorm.ts'
import { type Groepsresultaat, toetsDagdelen, vindResultaten } from './dagdelen.ts'
import { toetsDuur } from './duur.ts'
import type { Dagdeelopgave, Omvangopgave, Regelopgave } from './omvangopgave.ts'
import { eisenBij, leesOfNull, type Omvangmelding, type Omvangoordeel, weeg } from './omvangmelding.ts'
import { kiesNormenkader, toetsNormen } from './normtoets.ts'
import {
  type Afronding,
  isAfronding,
  minutenInWoorden,
  type Regeluitkomst,
  rekenRegel,
  somPerWeek,
  standaardAfronding,
} from './normregels.ts'

export type Minutentotaal = {
  /** Exact, bijvoorbeeld "180/13". */
  readonly minutenPerWeek: string
  readonly afgerond: number
  readonly vastgesteld?: number
  readonly inWoorden: string
}
export type Dagdelentotaal = { readonly dagdelenPerWeek: number; readonly inWoorden: string }

export type Omvang = {
  readonly catalogus: string
  readonly versie: string
  readonly hash: string
  readonly product: string | null
  readonly normenkader: { readonly sleutel: string; readonly naam: string; readonly versie: string } | null
  readonly regels: readonly Regeluitkomst[]
  readonly resultaten: readonly Groepsresultaat[]
  readonly totaal: Minutentotaal | Dagdelentotaal
  readonly afronding: Afronding | null
  /** De normen zijn verzonnen: elk scherm en elke uitvoer krijgt een watermerk. */
  readonly synthetisch: boolean
  readonly waarschuwingen: readonly Omvangmelding[]
  readonly bezwaren: readonly Omvangmelding[]
}

export function berekenOmvang(catalogus: Catalogus, keuze: Keuze, opgave: Omvangopgave): Omvang {
  const product = opgave.product === undefined ? null : (catalogus.producten[opgave.product] ?? null)
  invariant(opgave.product === undefined || product, `product ${opgave.product} staat in de catalogus`)
  const duur = product && opgave.periode ? toetsDuur(catalogus, keuze, { ...opgave.periode, product: opgave.product as string }) : []
  return opgave.wijze === 'regels'
    ? uitRegels(catalogus, keuze, opgave, product, duur)
    : uitDagdelen(catalogus, keuze, opgave, product, duur)
}

function uitRegels(catalogus: Catalogus, keuze: Keuze, opgave: Regelopgave, product: Product | null, duur: Omvangoordeel[]): Omvang {
  const kader = kiesNormenkader(catalogus, keuze)
  const afronding = opgave.afronding ?? geldendeAfronding(catalogus, keuze)
  const exact = somPerWeek(opgave.regels)
  const teKlein = vergelijk(exact, NUL) < 0
  const afgerond = teKlein ? 0 : rondAf(exact, afronding.op, afronding.wijze)
  const vastgesteld = opgave.vastgesteld?.minutenPerWeek
  const oordelen = [
    ...toetsEenheid(catalogus, product, 'regels', '/regels'),
    ...toetsNormen(catalogus, keuze, product, opgave.regels, kader),
    ...toetsOnderbouwing(product, opgave),
    ...(teKlein ? [aftrekTeGroot(catalogus, product, tekst(exact))] : []),
    ...toetsVastgesteld(catalogus, product, opgave, afgerond),
    ...duur,
  ]
  return {
    ...kop(catalogus, opgave),
    normenkader: kader === null ? null : { sleutel: kader.sleutel, naam: kader.kader.naam, versie: kader.kader.versie },
    regels: opgave.regels.map(rekenRegel),
    resultaten: [],
    totaal: {
      minutenPerWeek: tekst(exact),
      afgerond,
      ...(vastgesteld === undefined ? {} : { vastgesteld }),
      inWoorden: minutenInWoorden(vastgesteld ?? afgerond),
    },
    afronding,
    synthetisch: kader?.kader.synthetisch ?? false,
    ...weeg(oordelen),
  }
}

function uitDagdelen(catalogus: Catalogus, keuze: Keuze, opgave: Dagdeelopgave, product: Product | null, duur: Omvangoordeel[]): Omvang {
  invariant(product, 'dagdelen horen bij een product')
  const { dagdelen } = opgave
  const lengte = product.dagdeelUren === undefined ? '' : ` van ${product.dagdeelUren} uur`
  const oordelen = [
    ...toetsEenheid(catalogus, product, 'dagdelen', '/dagdelen'),
    ...toetsDagdelen(catalogus, keuze, product, opgave),
    ...duur,
  ]
  return {
    ...kop(catalogus, opgave),
    normenkader: null,
    regels: [],
    resultaten: vindResultaten(product, opgave.resultaten),
    totaal: {
      dagdelenPerWeek: dagdelen,
      inWoorden: `${String(dagdelen).replace('.', ',')} ${dagdelen === 1 ? 'dagdeel' : 'dagdelen'}${lengte} per week`,
    },
    afronding: null,
    synthetisch: false,
    ...weeg(oordelen),
  }
}

const kop = ({ catalogus, hash }: Catalogus, opgave: Omvangopgave) => ({
  catalogus: catalogus.id,
  versie: catalogus.versie,
  hash,
  product: opgave.product ?? null,
})

export function geldendeAfronding(catalogus: Catalogus, keuze: Keuze): Afronding {
  const gekozen = leesOfNull(catalogus, keuze, 'omvangAfronding') ?? standaardAfronding
  invariant(isAfronding(gekozen), 'omvangAfronding is {op, wijze}')
  return gekozen
}

/** Uren horen bij een uurproduct, dagdelen bij een dagdeelproduct. */
function toetsEenheid(catalogus: Catalogus, product: Product | null, gegeven: 'regels' | 'dagdelen', plaats: string): Omvangoordeel[] {
  if (product === null) return []
  const wil = product.omvang?.wijze === 'dagdelen' || (!product.omvang && product.eenheid === 'dagdeel') ? 'dagdelen' : 'regels'
  if (wil === gegeven) return []
  const watNu = wil === 'dagdelen' ? 'Geef een geheel aantal dagdelen per week.' : 'Geef regels met minuten.'
  const [wel, niet] = wil === 'dagdelen' ? ['dagdelen', 'uren'] : ['uren en minuten', 'dagdelen']
  const tekst = `${product.naam} gaat in ${wel}, niet in ${niet}. ${watNu}`
  return [{ ernst: 'bezwaar', code: 'EENHEID_ONJUIST', eis: eisenBij(catalogus, product, ['eenheid']), plaats, tekst }]
}

/** Staat de onderbouwing erbij, dan moet zij volledig zijn; ontbreekt zij nog, dan zeggen we dat alvast. */
function toetsOnderbouwing(product: Product | null, { onderbouwing, regels }: Regelopgave): Omvangoordeel[] {
  const eis = product?.omvang?.eisOnderbouwing
  if (eis === undefined) return []
  const melding = { code: 'OMVANG_NIET_ONDERBOUWD', eis: [eis], plaats: '/onderbouwing' }
  if (onderbouwing === undefined) {
    const tekst = 'Schrijf bij de omvang nog wat iemand zelf kan (capaciteiten) en hoe de situatie is.'
    return [{ ...melding, ernst: 'waarschuwing', tekst }]
  }
  const leeg = (['capaciteiten', 'situatie'] as const).filter((veld) => onderbouwing[veld].trim() === '')
  const zonderResultaat = regels.flatMap((regel, i) => (regel.soort === 'norm' && !regel.resultaat?.trim() ? [i] : []))
  return [
    ...leeg.map(
      (veld): Omvangoordeel => ({
        ...melding,
        ernst: 'bezwaar',
        plaats: `/onderbouwing/${veld}`,
        tekst: `De tekst over de ${veld} is leeg. Vul haar in.`,
      }),
    ),
    ...zonderResultaat.map(
      (i): Omvangoordeel => ({
        ...melding,
        ernst: 'bezwaar',
        plaats: `/regels/${i}`,
        tekst: `Regel ${i + 1} noemt geen resultaat. Kies waar deze tijd voor is.`,
      }),
    ),
  ]
}

function aftrekTeGroot(catalogus: Catalogus, product: Product | null, exact: string): Omvangoordeel {
  const tekst = `De aftrek is groter dan de norm: er blijft ${exact.replace('-', '−')} minuten per week over. Verlaag de aftrek tot er 0 of meer overblijft.`
  return { ernst: 'bezwaar', code: 'AFTREK_GROTER_DAN_NORM', eis: eisenBij(catalogus, product, ['eenheid']), plaats: '/regels', tekst }
}

function toetsVastgesteld(catalogus: Catalogus, product: Product | null, { vastgesteld }: Regelopgave, afgerond: number): Omvangoordeel[] {
  if (vastgesteld === undefined || vastgesteld.minutenPerWeek === afgerond || vastgesteld.motivering?.trim()) return []
  const tekst = `De vastgestelde ${minutenInWoorden(vastgesteld.minutenPerWeek)} wijkt af van de som van de regels, ${minutenInWoorden(afgerond)}. Motiveer het verschil of neem de som over.`
  return [
    {
      ernst: 'bezwaar',
      code: 'OMVANG_AFWIJKING_ONGEMOTIVEERD',
      eis: eisenBij(catalogus, product, ['eenheid']),
      plaats: '/vastgesteld',
      tekst,
    },
  ]
}
