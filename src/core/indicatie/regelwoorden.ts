/** Een regel van de omvang zoals een mens haar leest: wat, hoe vaak, voor welk resultaat, en waarom zij zo is. */
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Normregel } from './normregels.ts'
import type { Omvang } from './omvang.ts'

/** Zoals een omvang bij een indicatie bewaard ligt: wat de consulent opgaf, en wat daar toen uit kwam. */
export type Bewaardeomvang = {
  readonly opgave: { readonly regels?: readonly Normregel[]; readonly onderbouwing?: Readonly<Record<string, string>> }
  readonly uitkomst: Omvang
}

/** Per regel één tekst: de berekening van toen met de woorden van de consulent erachter. */
export function regelsInWoorden(catalogus: Catalogus, { opgave, uitkomst }: Bewaardeomvang): string[] {
  const kader = catalogus.normenkaders?.[uitkomst.normenkader?.sleutel ?? '']
  return uitkomst.regels.map((r, i) => {
    const activiteit = kader?.activiteiten.find((a) => a.code === r.activiteit)?.tekst ?? r.activiteit
    return [`${activiteit}: ${berekeningTekst(r.berekening, r.minutenPerWeek)}`, ...uitleg(opgave.regels?.[i])].map(zonderPunt).join('. ')
  })
}

function uitleg(regel: Normregel | undefined): string[] {
  const { soort, resultaat, reden, motivering } = regel ?? {}
  return [
    ...(resultaat?.trim() ? [`Resultaat: ${resultaat}`] : []),
    ...(reden?.trim() ? [`${soort === 'aftrek' ? 'Opgevangen door' : 'Reden'}: ${reden}`] : []),
    ...(motivering?.trim() ? [`Motivering: ${motivering}`] : []),
  ]
}

const zonderPunt = (tekst: string): string => tekst.trim().replace(/\.$/, '')

const tekens: Record<string, string> = { '1/2': '½', '1/4': '¼', '3/4': '¾', '1/3': '⅓', '2/3': '⅔' }

/** Een exacte breuk zoals men haar leest: `45/2` wordt `22½`, `180/13` wordt `13 11/13`, een min wordt een echte min. */
export function breukTekst(exact: string): string {
  const [boven = '0', onder = '1'] = exact.replace('-', '').split('/')
  const [t, n] = [BigInt(boven), BigInt(onder)]
  const [heel, rest] = [t / n, t % n]
  const min = exact.startsWith('-') ? '−' : ''
  if (rest === 0n) return `${min}${heel}`
  const deel = `${rest}/${n}`
  const teken = tekens[deel]
  if (heel === 0n) return `${min}${teken ?? deel}`
  return teken ? `${min}${heel}${teken}` : `${min}${heel} ${deel}`
}

/** De berekening van een regel, met de uitkomst als leesbare breuk. */
export function berekeningTekst(berekening: string, exact: string): string {
  return `${berekening.replace(/ = .*$/, '')} = ${breukTekst(exact)} ${exact === '1' ? 'minuut' : 'minuten'} per week`
}
