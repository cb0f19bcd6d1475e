/**
 * Twee kanten in het geheugen met een netwerk ertussen dat berichten bewaart, herhaalt, verwisselt en verliest. Een kant wacht met
 * wat van een ander bericht afhangt tot het antwoord daarop er is (OP080), en stuurt opnieuw wat onbeantwoord blijft.
 */
import { maakToeval, type Toeval } from '../toeval.testhulp.ts'
import type { Partij } from '../vorm.ts'
import { leesBericht } from '../codec.ts'
import { feitenUit } from '../iwmo-3-2/keten/omzetten.ts'
import { maakStand, type Stand } from './geheugen.ts'
import { ontvang } from './ontvang.ts'
import { alsBytes, PARTIJEN, type Zending } from './oefening.testhulp.ts'

export type Stap = {
  readonly van: Partij
  readonly zending: Zending
  /** Nummers van stappen (vanaf 0) die eerst beantwoord of ontvangen moeten zijn. */
  readonly na: readonly number[]
}
export type Netwerk = { readonly herhaalt: number; readonly verliest: number; readonly verwisselt: boolean; readonly herkent: boolean }
export const RUSTIG: Netwerk = { herhaalt: 0, verliest: 0, verwisselt: false, herkent: true }

/** Eén kant: neemt aan wat binnenkomt en geeft zijn antwoord, en onthoudt wat er van hem uitgaat. `stand` is wat hij weet. */
export type Kant<S = Stand> = {
  readonly stand: S
  neem(xml: string): Promise<string | null>
  onthoud(xml: string): void | Promise<void>
}
export type MaakKant<S> = (rol: Partij, netwerk: Netwerk, uitkomsten: string[]) => Kant<S> | Promise<Kant<S>>
type Post = { readonly naar: Partij; readonly xml: string }
export type Afloop<S = Stand> = { readonly gemeente: S; readonly aanbieder: S; readonly uitkomsten: readonly string[] }

const ander = { gemeente: 'aanbieder', aanbieder: 'gemeente' } as const
const tekst = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml)

/** Een kant met alles in het geheugen. */
function inGeheugen(rol: Partij, { herkent }: Netwerk, uitkomsten: string[]): Kant {
  const stand = maakStand()
  const beantwoord = new Map<string, string | null>()
  let nummer = 0
  return {
    stand,
    neem: async (xml) => {
      const eerder = beantwoord.get(xml)
      if (herkent && eerder !== undefined) return eerder
      const eigen = { identificatie: `${rol.slice(0, 1)}${++nummer}`, dagtekening: '2030-01-01' }
      const uitkomst = await ontvang(bytes(xml), { bron: stand, wij: { rol, partij: PARTIJEN[rol] }, systeemdatum: '2030-01-01', eigen })
      if (uitkomst.soort === 'niveau1') throw new Error(JSON.stringify(uitkomst.fouten))
      for (const feiten of 'feiten' in uitkomst ? uitkomst.feiten : []) stand.neem(feiten)
      if (uitkomst.soort !== 'beoordeeld') return null
      uitkomsten.push(`${uitkomst.bericht} ${uitkomst.uitkomst} ${uitkomst.retourcodes.map((r) => r.code).join(',')}`.trim())
      const antwoord = uitkomst.retour === null ? null : tekst(alsBytes(uitkomst.retour.naam, uitkomst.retour.waarde))
      beantwoord.set(xml, antwoord)
      return antwoord
    },
    onthoud: (xml) => {
      const gelezen = leesBericht(xml)
      if (gelezen.ok) stand.neem(feitenUit(gelezen.value))
    },
  }
}

/** Speelt alle stappen tot er niets meer onderweg is. Hetzelfde zaad geeft hetzelfde verloop. */
export const speelKeten = (stappen: readonly Stap[], netwerk: Netwerk, zaad = 1): Promise<Afloop> =>
  speelMet(inGeheugen, stappen, netwerk, zaad)

/** Hetzelfde met kanten die ergens anders staan, bijvoorbeeld in een database. */
export async function speelMet<S>(maakKant: MaakKant<S>, stappen: readonly Stap[], netwerk: Netwerk, zaad = 1): Promise<Afloop<S>> {
  const toeval = maakToeval(zaad)
  const uitkomsten: string[] = []
  const kanten = {
    gemeente: await maakKant('gemeente', netwerk, uitkomsten),
    aanbieder: await maakKant('aanbieder', netwerk, uitkomsten),
  }
  const xml = stappen.map(({ zending }, i) => {
    zending.waarde.Header.BerichtIdentificatie.Identificatie = `S${i}`
    return tekst(alsBytes(zending.naam, zending.waarde))
  })
  const gestuurd = new Set<number>()
  const ontvangen = new Set<number>()
  const beantwoord = new Set<number>()
  const onderweg: Post[] = []

  const magWeg = (i: number): boolean => {
    const { van, na } = stappen[i] as Stap
    return na.every((j) => (stappen[j]?.van === van ? beantwoord.has(j) : ontvangen.has(j)))
  }
  const stuur = async (i: number) => {
    const { van } = stappen[i] as Stap
    await kanten[van].onthoud(xml[i] as string)
    gestuurd.add(i)
    onderweg.push({ naar: ander[van], xml: xml[i] as string })
  }
  const bezorg = async ({ naar, xml: inhoud }: Post) => {
    const antwoord = await kanten[naar].neem(inhoud)
    const heen = xml.indexOf(inhoud)
    if (heen >= 0) ontvangen.add(heen)
    if (antwoord !== null) onderweg.push({ naar: ander[naar], xml: antwoord })
    // Een antwoord op een declaratie heeft zelf geen antwoord; alle andere heen- en retourberichten komen in paren.
    const over = heen >= 0 ? -1 : xml.findIndex((x) => identificatie(x) === identificatie(inhoud))
    // 9056 zegt alleen dat het er al was; het oordeel zelf komt in het antwoord op het eerste.
    if (over >= 0 && !inhoud.includes('>9056<')) beantwoord.add(over)
  }

  for (let ronde = 0; ronde < 10_000; ronde++) {
    const klaar = stappen.map((_, i) => i).filter((i) => !gestuurd.has(i) && magWeg(i))
    if (klaar.length > 0 && (onderweg.length === 0 || !netwerk.verwisselt || toeval.kans(0.5))) await stuur(kies(klaar, netwerk, toeval))
    else if (onderweg.length > 0) {
      const plek = netwerk.verwisselt ? toeval.getal(onderweg.length) : 0
      const post = onderweg[plek] as Post
      if (!toeval.kans(netwerk.herhaalt)) onderweg.splice(plek, 1)
      if (!toeval.kans(netwerk.verliest)) await bezorg(post)
    } else {
      const open = [...gestuurd].filter((i) => !beantwoord.has(i))
      if (open.length === 0) break
      for (const i of open) onderweg.push({ naar: ander[(stappen[i] as Stap).van], xml: xml[i] as string })
    }
  }
  if (beantwoord.size !== stappen.length) throw new Error('de keten kwam niet tot rust')
  return { gemeente: kanten.gemeente.stand, aanbieder: kanten.aanbieder.stand, uitkomsten }
}

const kies = (klaar: readonly number[], { verwisselt }: Netwerk, toeval: Toeval): number =>
  (verwisselt ? toeval.kies(klaar) : klaar[0]) as number
/** De identificatie van het heenbericht; een declaratieantwoord noemt haar apart. */
const identificatie = (xml: string): string =>
  (/DeclaratieIdentificatie>\s*<[^>]*Identificatie>([^<]+)</.exec(xml) ?? /<[^>]*:Identificatie>([^<]+)</.exec(xml))?.[1] ?? ''
