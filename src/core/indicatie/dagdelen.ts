/** Toetsen op een omvang in dagdelen: gehele aantallen, een resultaat van het product zelf, en niet te veel op één dag. */
import { wijzer } from '#core/base/invoer.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Product } from '#core/catalogus/vorm.ts'
import type { Dagdeelopgave } from './omvangopgave.ts'
import { eisenBij, leesOfNull, type Omvangoordeel } from './omvangmelding.ts'

export type Groepsresultaat = { readonly code: string; readonly tekst: string; readonly eis: string }
const DAGEN_PER_WEEK = 7

export const vindResultaten = (product: Product, codes: readonly string[]): Groepsresultaat[] =>
  (product.resultaten ?? []).filter((resultaat) => codes.includes(resultaat.code)).map(({ code, tekst, eis }) => ({ code, tekst, eis }))

export function toetsDagdelen(catalogus: Catalogus, keuze: Keuze, product: Product, opgave: Dagdeelopgave): Omvangoordeel[] {
  return [
    ...toetsGeheel(catalogus, product, opgave),
    ...toetsResultaten(product, opgave),
    ...toetsPerDag(catalogus, keuze, product, opgave),
  ]
}

function toetsGeheel(catalogus: Catalogus, product: Product, opgave: Dagdeelopgave): Omvangoordeel[] {
  return (['dagdelen', 'perEtmaal'] as const)
    .filter((veld) => opgave[veld] !== undefined && !Number.isInteger(opgave[veld]))
    .map((veld) => ({
      ernst: 'bezwaar',
      code: 'DAGDEEL_GEHEEL',
      eis: eisenBij(catalogus, product, ['eenheid']),
      plaats: wijzer(veld),
      tekst: `${product.naam} gaat in hele dagdelen; ${String(opgave[veld]).replace('.', ',')} kan niet. Kies een heel getal.`,
    }))
}

function toetsResultaten(product: Product, { resultaten }: Dagdeelopgave): Omvangoordeel[] {
  const eigen = new Set((product.resultaten ?? []).map((resultaat) => resultaat.code))
  const eis = product.omvang?.resultaatVerplicht
  const vreemd = resultaten.flatMap((code, i): Omvangoordeel[] => {
    if (eigen.has(code)) return []
    const tekst = `Het resultaat "${code}" hoort bij een ander product. ${kiesUit(product)}`
    return [
      { ernst: 'bezwaar', code: 'RESULTAAT_ANDER_PRODUCT', eis: eis === undefined ? [] : [eis], plaats: wijzer('resultaten', i), tekst },
    ]
  })
  if (eis === undefined || resultaten.some((code) => eigen.has(code))) return vreemd
  const tekst = `Kies minstens één resultaat van ${product.naam}. ${kiesUit(product)}`
  return [...vreemd, { ernst: 'bezwaar', code: 'GROEPSRESULTAAT_ONTBREEKT', eis: [eis], plaats: '/resultaten', tekst }]
}

export const kiesUit = (product: Product): string => {
  const codes = (product.resultaten ?? []).map((resultaat) => resultaat.code)
  return codes.length === 0 ? 'Dit product heeft geen lijst met resultaten.' : `Kies uit: ${codes.join(', ')}.`
}

/** Een vast maximum weigert; een aannemelijkheidsgrens waarschuwt alleen. Zonder verdeling telt wat minstens op één dag moet. */
function toetsPerDag(catalogus: Catalogus, keuze: Keuze, product: Product, opgave: Dagdeelopgave): Omvangoordeel[] {
  const perDag = Math.max(opgave.perEtmaal ?? 0, Math.ceil(opgave.dagdelen / DAGEN_PER_WEEK))
  const plaats = opgave.perEtmaal !== undefined && perDag === opgave.perEtmaal ? '/perEtmaal' : '/dagdelen'
  const grens = (pad: string | undefined): number => {
    const waarde = pad === undefined ? null : leesOfNull(catalogus, keuze, pad)
    return typeof waarde === 'number' ? Math.floor(waarde) : Number.POSITIVE_INFINITY
  }
  const maximum = grens(product.omvang?.maxDagdelenPerEtmaal?.instelling)
  if (perDag > maximum) {
    const tekst = `Dit komt neer op ${perDag} dagdelen op een dag; het maximum is ${maximum} per etmaal. Verlaag het aantal of verdeel het over meer dagen.`
    return [{ ernst: 'bezwaar', code: `MAX_${maximum}_DAGDELEN_PER_ETMAAL`, eis: eisenBij(catalogus, product, ['grens']), plaats, tekst }]
  }
  const aannemelijk = grens(product.omvang?.plausibelDagdelenPerEtmaal?.instelling)
  if (perDag <= aannemelijk) return []
  const eis = product.omvang?.eisPlausibel === undefined ? [] : [product.omvang.eisPlausibel]
  const tekst = `Dit komt neer op ${perDag} dagdelen op een dag, meer dan ${aannemelijk}. Klopt dat? Motiveer het dan.`
  return [{ ernst: 'waarschuwing', code: 'VEEL_DAGDELEN_OP_EEN_DAG', eis, plaats, tekst }]
}
